"""jupyter_client as the oracle: one kernel, driven by both at once, each hearing what the other causes."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest
from jupyter_client.asynchronous.client import AsyncKernelClient

import kernelwire
from jupyter_messages import encode_content
from kernelwire import Client, Message
from tests.client import LIMIT, need, run
from tests.client.snippets import table

SNIPPETS = ("stdout", "stderr", "result", "display", "rich", "update", "update_later", "clear", "error")


async def theirs_heard(theirs: AsyncKernelClient, done: str) -> list[dict[str, Any]]:
    """What jupyter_client read on iopub, up to the idle that answers ``done``."""
    heard = []
    while True:
        message: dict[str, Any] = await theirs.get_iopub_msg(timeout=LIMIT)
        heard.append(message)
        if (
            message["parent_header"].get("msg_id") == done
            and message["content"].get("execution_state") == "idle"
        ):
            return heard


async def ours_heard(client: Client, done: str) -> list[Message[Any]]:
    heard = []
    async for message in client.others():
        heard.append(message)
        if message.parent_msg_id == done and getattr(message.content, "execution_state", "") == "idle":
            return heard
    raise AssertionError("it was closed")


def alike(ours: Message[Any], theirs: dict[str, Any]) -> None:
    """A typed message says what jupyter_client's dict says; dates are texts here, datetimes there."""
    assert ours.msg_type == theirs["msg_type"]
    assert encode_content(ours.content) == theirs["content"]
    assert ours.metadata == theirs["metadata"]
    assert [*map(bytes, ours.buffers)] == [*map(bytes, theirs["buffers"])]
    for name in ("msg_id", "session", "username", "version"):
        assert getattr(ours.header, name) == theirs["header"].get(name, getattr(ours.header, name))
    assert ours.parent_msg_id == theirs["parent_header"].get("msg_id", "")


@pytest.mark.parametrize("kernel", ["python3", "xpython"])
def test_both_hear_the_same(kernel: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    need(kernel)
    monkeypatch.setenv("JUPYTER_RUNTIME_DIR", str(tmp_path))
    codes = [table(kernel)[name] for name in SNIPPETS]

    async def scenario() -> None:
        async with kernelwire.launch(kernel) as client:
            [file] = tmp_path.glob("kernel-*.json")
            theirs = AsyncKernelClient(connection_file=str(file))
            theirs.load_connection_file()
            theirs.start_channels()
            try:
                await theirs.wait_for_ready(timeout=LIMIT)
                await _compare(client, theirs, codes, at_once=kernel != "xpython")
            finally:
                theirs.stop_channels()

    run(scenario())


async def _compare(client: Client, theirs: AsyncKernelClient, codes: list[str], at_once: bool) -> None:
    # Ours, which jupyter_client listens to. What it asked to get ready is over, for both.
    last = theirs.kernel_info()
    await theirs_heard(theirs, last)
    await ours_heard(client, last)
    while (await theirs.get_shell_msg(timeout=LIMIT))["parent_header"]["msg_id"] != last:
        pass
    mine: list[Message[Any]] = []
    for code in codes:
        execution = client.execute(code)
        mine += [message async for message in execution if message.channel == "iopub"]
        last = execution.msg_id
    dicts = await theirs_heard(theirs, last)
    assert [ours.msg_id for ours in mine] == [each["header"]["msg_id"] for each in dicts]
    for ours, each in zip(mine, dicts, strict=True):
        alike(ours, each)

    # Theirs, which we listen to, and replies, too; both at once where the kernel can (docs/kernels.md).
    dicts = []
    for code in codes:
        beside = client.execute("print('beside')")
        if not at_once:
            await beside.done(timeout=LIMIT)
        last = theirs.execute(code)
        reply = await theirs.get_shell_msg(timeout=LIMIT)
        assert reply["parent_header"]["msg_id"] == last
        assert reply["content"]["status"] in ("ok", "error")
        await beside.done(timeout=LIMIT)
        dicts += await theirs_heard(theirs, last)
    heard = {message.msg_id: message for message in await ours_heard(client, last)}
    caused = [each for each in dicts if each["parent_header"].get("session") == theirs.session.session]
    assert len(caused) > 4 * len(codes)
    for each in caused:
        alike(heard.pop(each["header"]["msg_id"]), each)
    assert not heard, "and nothing else was others'"


def test_completion_and_inspection_are_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JUPYTER_RUNTIME_DIR", str(tmp_path))

    async def scenario() -> None:
        async with kernelwire.launch("python3") as client:
            [file] = tmp_path.glob("kernel-*.json")
            theirs = AsyncKernelClient(connection_file=str(file))
            theirs.load_connection_file()
            theirs.start_channels()
            try:
                await theirs.wait_for_ready(timeout=LIMIT)
                for ours, verb, arguments in [
                    (client.kernel_info(), theirs.kernel_info, ()),
                    (client.inspect("len"), theirs.inspect, ("len",)),
                    (client.is_complete("for x in y:"), theirs.is_complete, ("for x in y:",)),
                    (client.comm_info(), theirs.comm_info, ()),
                    (client.complete("pri"), theirs.complete, ("pri",)),
                ]:
                    msg_id = verb(*arguments)
                    mine, reply = await asyncio.gather(ours, theirs.get_shell_msg(timeout=LIMIT))
                    assert reply["parent_header"]["msg_id"] == msg_id
                    assert mine.msg_type == reply["msg_type"]
                    said = encode_content(mine.content)
                    for content in (said, reply["content"]):
                        content.pop("banner", None)  # it has another tip each time
                    assert said == reply["content"]
            finally:
                theirs.stop_channels()

    run(scenario())
