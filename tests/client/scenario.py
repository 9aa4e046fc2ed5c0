"""The scenario that every kernel plays, over every transport: one coroutine function a scene.

A scene takes a client and the kernel's table of snippets, and checks what comes of it. A scene whose snippet
is not in the table is not for that kernel.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

from jupyter_messages import (
    CompleteReply,
    ErrorReply,
    ExecuteInput,
    ExecuteReply,
    HistoryReply,
    InputRequest,
    InspectReply,
    IsCompleteReply,
    KernelInfoReply,
    Status,
)
from kernelwire import Client
from kernelwire.client.waiting import within
from tests.client import LIMIT, late, run_code, writes
from tests.client.snippets import Table

SCENES: dict[str, tuple[str, Callable[[Client, Table], Coroutine[Any, Any, None]]]] = {}
"""Each scene by its name, with the snippet that it needs."""


def scene(needs: str) -> Any:
    def add(play: Callable[[Client, Table], Coroutine[Any, Any, None]]) -> Any:
        SCENES[play.__name__] = needs, play
        return play

    return add


@scene("stdout")
async def says_what_it_is(client: Client, table: Table) -> None:
    reply = await client.kernel_info(timeout=LIMIT)
    assert isinstance(reply.content, KernelInfoReply)
    assert client.info is not None
    assert client.info.implementation == reply.content.implementation


@scene("stdout")
async def goes_from_busy_to_idle(client: Client, table: Table) -> None:
    execution = client.execute(table["stdout"])
    messages = [message async for message in execution]
    states = [message.content.execution_state for message in messages if isinstance(message.content, Status)]
    assert states == ["busy", "idle"]
    assert [message.content.code for message in messages if isinstance(message.content, ExecuteInput)] == [
        table["stdout"]
    ]
    assert [message.msg_type for message in messages if message.channel == "shell"] == ["execute_reply"]
    assert all(message.parent_msg_id == execution.msg_id for message in messages)


@scene("stdout")
async def writes_on_stdout(client: Client, table: Table) -> None:
    first = await client.execute(table["stdout"]).result(timeout=LIMIT)
    await late(client, first, "hello")
    assert first.outputs == [{"output_type": "stream", "name": "stdout", "text": "hello from kernelwire\n"}]
    second = await client.execute(table["stdout"]).result(timeout=LIMIT)
    assert (first.execution_count or 0) + 1 == second.execution_count


@scene("stderr")
async def writes_on_stderr(client: Client, table: Table) -> None:
    result = await client.execute(table["stderr"]).result(timeout=LIMIT)
    await late(client, result, "careful")
    assert "".join(each["text"] for each in result.outputs if each["name"] == "stderr").strip() == "careful"


@scene("result_is")
async def gives_a_result(client: Client, table: Table) -> None:
    result = await client.execute(table["result"]).result(timeout=LIMIT)
    await late(client, result, "text/plain")
    [output] = result.outputs
    assert output["output_type"] in ("execute_result", "display_data")  # IRkernel displays it
    assert output["data"]["text/plain"] == table["result_is"]


@scene("empty")
async def takes_nothing_for_nothing(client: Client, table: Table) -> None:
    result = await client.execute(table["empty"]).result(timeout=LIMIT)
    assert (result.status, result.outputs) == ("ok", [])


@scene("astral")
async def knows_all_of_unicode(client: Client, table: Table) -> None:
    assert "𝐚 🐱" in await run_code(client, table["astral"], wanted="🐱")


@scene("ename")
async def tells_errors(client: Client, table: Table) -> None:
    result = await client.execute(table["error"]).result(timeout=LIMIT)
    assert result.status == "error"
    assert isinstance(result.reply.content, ErrorReply)
    await late(client, result, "'ename'")
    [error] = [each for each in result.outputs if each["output_type"] == "error"]
    assert error["ename"] == table["ename"]
    assert await run_code(client, table["stdout"], wanted="hello")


@scene("display")
async def displays(client: Client, table: Table) -> None:
    result = await client.execute(table["display"]).result(timeout=LIMIT)
    await late(client, result, "'data'")
    [output] = [each for each in result.outputs if each["output_type"] == "display_data"]
    mime_type, value = table["display_is"]
    assert value in output["data"][mime_type]


@scene("update")
async def updates_displays_of_other_cells(client: Client, table: Table) -> None:
    first = await client.execute(table["update"]).result(timeout=LIMIT)
    later = table.get("update_later")
    await late(client, first, "'data'")
    before = repr(first.outputs)
    assert "first" in before or "second" in before
    if later is not None:
        await client.execute(later).done(timeout=LIMIT)
        async with within(LIMIT, "change of the first cell's display"):
            while repr(first.outputs) == before:
                await client.kernel_info()
        assert len(first.outputs) == 1


@scene("clear")
async def clears_output(client: Client, table: Table) -> None:
    assert await run_code(client, table["clear"], wanted="stays") == "stays\n"


@scene("burst")
async def writes_in_order(client: Client, table: Table) -> None:
    lines = (await run_code(client, table["burst"], wanted="49")).split()
    first = int(lines[0])
    assert [*map(int, lines)] == [*range(first, first + 50)]


@scene("megabyte")
async def writes_a_megabyte(client: Client, table: Table) -> None:
    assert len(await run_code(client, table["megabyte"], wanted="\n")) >= 1 << 20


@scene("input")
async def asks(client: Client, table: Table) -> None:
    asked: list[InputRequest] = []

    def on_input(question: InputRequest) -> str:
        asked.append(question)
        return "Ada"

    text = await run_code(client, table["input"], wanted="Ada", on_input=on_input)
    assert "hello Ada" in text
    assert ["name?" in question.prompt for question in asked] == [True]


@scene("nap")
async def is_asked_while_it_sleeps(client: Client, table: Table) -> None:
    execution = client.execute(table["nap"])
    questions = [client.is_complete(table["is_complete"], timeout=LIMIT) for _ in range(5)]
    replies = await asyncio.gather(*questions)
    assert all(isinstance(reply.content, IsCompleteReply) for reply in replies)
    assert len({reply.parent_msg_id for reply in replies}) == 5
    result = await execution.result(timeout=LIMIT)
    await late(client, result, "rested")


@scene("slow_error")
async def answers_all_that_waits_behind_an_error(client: Client, table: Table) -> None:
    executions = [client.execute(table[name]) for name in ("slow_error", "stdout", "stdout")]
    results = [await execution.result(timeout=LIMIT) for execution in executions]
    # All are answered. With what, not every kernel gets right: see docs/kernels.md on xeus-python.
    assert {result.status for result in results} <= {"ok", "aborted", "error"}
    assert await run_code(client, table["stdout"], wanted="hello")


@scene("completes")
async def completes(client: Client, table: Table) -> None:
    if "quick" in table:  # jedi needs half a minute where it has no cache
        await run_code(client, table["quick"])
    await run_code(client, table["nothing"])
    reply = await client.complete(table["complete"], timeout=LIMIT)
    assert isinstance(reply.content, CompleteReply)
    assert any(table["completes"] in match for match in reply.content.matches)
    assert reply.content.cursor_end == len(table["complete"])


@scene("inspect")
async def inspects(client: Client, table: Table) -> None:
    found = (await client.inspect(table["inspect"], timeout=LIMIT)).content
    nothing = (await client.inspect(table["inspect_nothing"], timeout=LIMIT)).content
    assert isinstance(found, InspectReply)
    assert isinstance(nothing, InspectReply)
    assert not found.found or found.data
    assert not nothing.found or "No documentation" in nothing.data["text/plain"]  # R


@scene("is_complete")
async def knows_what_is_complete(client: Client, table: Table) -> None:
    reply = await client.is_complete(table["is_complete"], timeout=LIMIT)
    assert isinstance(reply.content, IsCompleteReply)
    assert reply.content.status in ("complete", "unknown")
    reply = await client.is_complete(table["is_incomplete"], timeout=LIMIT)
    assert isinstance(reply.content, IsCompleteReply)
    assert reply.content.status in ("incomplete", "unknown", "complete")  # the last one: Deno, bash


@scene("stdout")
async def has_a_history(client: Client, table: Table) -> None:
    reply = await client.history(n=5, timeout=LIMIT)
    assert isinstance(reply.content, (HistoryReply, ErrorReply))


@scene("stdout")
async def lists_comms(client: Client, table: Table) -> None:
    assert (await client.comm_info(timeout=LIMIT)).msg_type == "comm_info_reply"


@scene("stdout")
async def runs_silently(client: Client, table: Table) -> None:
    result = await client.execute(table["stdout"], silent=True).result(timeout=LIMIT)
    assert isinstance(result.reply.content, ExecuteReply)
    assert result.status == "ok"


@scene("forever")
async def is_interrupted(client: Client, table: Table) -> None:
    execution = client.execute(table["forever"])
    await writes(execution, "started")
    await client.interrupt(timeout=LIMIT)
    await execution.done(timeout=LIMIT)
    assert await run_code(client, table["stdout"], wanted="hello")
