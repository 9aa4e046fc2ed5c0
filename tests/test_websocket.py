"""A real ipykernel behind a real jupyter_server, over both framings, by raw messages."""

from __future__ import annotations

import asyncio
from array import array
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any
from uuid import uuid4

import pytest

from jupyter_messages import (
    CommMsg,
    CommOpen,
    ExecuteReply,
    ExecuteResult,
    InputReply,
    InputRequest,
    KernelInfoReply,
    KernelInfoRequest,
    Status,
    Stream,
    validate,
)
from kernelwire.errors import ConnectionClosed, LocalProtocolError
from kernelwire.server.rest import Server
from kernelwire.transports.websocket.transport import WebSocketTransport
from kernelwire.wire.message import Message
from kernelwire.wire.websocket_framing import SUBPROTOCOL
from tests.channels import answers, contents, execute, request, run, until
from tests.servers import JupyterServer

both_framings = pytest.mark.parametrize("default", [False, True], ids=["v1", "default"])


@asynccontextmanager
async def connected(server: JupyterServer, kernel: str, **options: Any) -> AsyncIterator[WebSocketTransport]:
    async with Server(server.url, server.token) as rest:
        transport = await rest.channels(kernel, session_id=uuid4().hex, **options)
        try:
            yield transport
        finally:
            await transport.aclose()


def text(messages: list[Any], name: str = "stdout") -> str:
    return "".join(each.text for each in contents(messages, Stream) if each.name == name)


async def heard(transport: WebSocketTransport) -> None:
    """Wait until the server hears the next kernel's iopub: cells that run before have no output."""
    asked: set[str] = set()
    told = False
    while not told:
        message = request(KernelInfoRequest())
        asked.add(message.msg_id)
        await transport.send(message)
        received = await until(transport, lambda each: isinstance(each.content, KernelInfoReply))
        told = any(isinstance(each.content, Status) and each.parent_msg_id in asked for each in received)


@both_framings
def test_a_kernel_answers(jupyter: JupyterServer, kernel: str, default: bool) -> None:
    async def scenario() -> None:
        async with connected(jupyter, kernel, default_framing=default) as transport:
            assert transport.subprotocol == (None if default else SUBPROTOCOL)
            received = await answers(
                transport, execute("print('hé\\ud800'.encode('utf-8', 'replace')); 6 * 7")
            )
        assert [each.content.execution_state for each in received if isinstance(each.content, Status)] == [
            "busy",
            "idle",
        ]
        assert contents(received, ExecuteResult)[0].data == {"text/plain": "42"}
        assert text(received) == "b'h\\xc3\\xa9?'\n"
        [reply] = [each for each in received if isinstance(each.content, ExecuteReply)]
        assert reply.channel == "shell"
        assert {each.channel for each in received if each is not reply} == {"iopub"}
        problems = [
            problem for each in received for problem in validate(each.as_dict(), channel=each.channel)
        ]
        assert [problem for problem in problems if problem.severity == "error"] == []

    run(scenario())


@both_framings
def test_it_asks_for_input_on_stdin(jupyter: JupyterServer, kernel: str, default: bool) -> None:
    async def scenario() -> None:
        async with connected(jupyter, kernel, default_framing=default) as transport:
            asked = execute("print(input('name? ')[::-1])", allow_stdin=True)
            await transport.send(asked)
            *_, question = await until(transport, lambda each: isinstance(each.content, InputRequest))
            assert (question.channel, question.content.prompt) == ("stdin", "name? ")
            await transport.send(request(InputReply(value="ada")))
            assert text(await answers(transport, asked, sent=True)) == "ada\n"

    run(scenario())


@both_framings
def test_the_control_channel_answers_while_the_kernel_is_busy(
    jupyter: JupyterServer, kernel: str, default: bool
) -> None:
    async def scenario() -> None:
        async with (
            connected(jupyter, kernel, default_framing=default) as transport,
            Server(jupyter.url, jupyter.token) as rest,
        ):
            busy = execute("import time\nprint('busy', end='', flush=True)\ntime.sleep(600)")
            await transport.send(busy)
            await until(transport, lambda each: each.content == Stream("stdout", "busy"))
            info = await answers(transport, request(KernelInfoRequest(), channel="control"))
            assert contents(info, KernelInfoReply)[0].implementation == "ipython"
            await rest.interrupt(kernel)
            reply = (await answers(transport, busy, sent=True))[-1]
            assert reply.parent_msg_id == busy.msg_id

    run(scenario())


WIDGET = """
import ipywidgets
image = ipywidgets.Image(value=bytes(range(256)))
"""


@both_framings
def test_a_widget_has_buffers_both_ways(jupyter: JupyterServer, kernel: str, default: bool) -> None:
    wide = memoryview(array("d", [1.5, -2.0, 3.25]))

    async def scenario() -> None:
        async with connected(jupyter, kernel, default_framing=default) as transport:
            opened = [
                each
                for each in await answers(transport, execute(WIDGET))
                if isinstance(each.content, CommOpen) and each.buffers
            ]
            assert [bytes(buffer) for buffer in opened[0].buffers] == [bytes(range(256))]
            change = {"method": "update", "state": {}, "buffer_paths": [["value"]]}
            comm_id = opened[0].content.comm_id
            await transport.send(request(CommMsg(comm_id, change), buffers=[wide], channel="shell"))
            shown = await answers(transport, execute("print(bytes(image.value).hex())"))
            assert text(shown).strip() == wide.tobytes().hex()
            back = await answers(transport, execute("image.value = bytes(10_000_000)\nimage.value = b''"))
            sent = [each for each in back if isinstance(each.content, CommMsg)]
            assert [sum(map(len, each.buffers)) for each in sent] == [10_000_000, 0]

    run(scenario())


@both_framings
def test_ten_megabytes_come_through(jupyter: JupyterServer, kernel: str, default: bool) -> None:
    code = (
        "for index in range(100): print(chr(97 + index % 26) * 99_999)\nprint('z' * 10_000_000, flush=True)"
    )

    async def scenario() -> None:
        async with connected(jupyter, kernel, default_framing=default) as transport:
            got = text(await answers(transport, execute(code)))
        assert len(got) == 20_000_001
        assert got.replace("\n", "")[:: 99_999 * 26].startswith("aaaa")

    run(scenario())


@both_framings
def test_cancelled_receivers_lose_nothing(jupyter: JupyterServer, kernel: str, default: bool) -> None:
    code = "for index in range(300): print(index, flush=True)"

    async def scenario() -> str:
        async with connected(jupyter, kernel, default_framing=default) as transport:
            asked = execute(code)
            await transport.send(asked)
            got, cancelled = "", 0
            while True:
                receiver = asyncio.create_task(transport.receive())
                await asyncio.sleep(0)
                if not receiver.done() and cancelled < 1000:
                    receiver.cancel()
                    cancelled += 1
                try:
                    message = await receiver
                except asyncio.CancelledError:
                    continue
                assert isinstance(message, Message)
                if isinstance(message.content, Stream):
                    got += message.content.text
                if message.content == Status("idle") and message.parent_msg_id == asked.msg_id:
                    assert cancelled
                    return got

    assert run(scenario()).split() == [str(index) for index in range(300)]


def test_a_kernel_that_ends_is_started_again_by_the_server(jupyter: JupyterServer) -> None:
    async def scenario() -> None:
        async with Server(jupyter.url, jupyter.token) as rest:
            kernel = (await rest.start_kernel("python3")).id
            async with connected(jupyter, kernel) as transport:
                await transport.send(execute("import os; os._exit(1)"))
                *_, last = await until(transport, lambda each: each.content == Status("restarting"))
                assert (last.parent_header, last.channel, last.buffers) == (None, "iopub", [])
                await heard(transport)
                assert text(await answers(transport, execute("print(5)"))) == "5\n"
                await rest.restart(kernel)
                await heard(transport)
                assert text(await answers(transport, execute("print(6)"))) == "6\n"
            await rest.shutdown(kernel)

    run(scenario())


def test_requests_at_once_are_told_apart(jupyter: JupyterServer, kernel: str) -> None:
    async def scenario() -> None:
        async with connected(jupyter, kernel) as transport:
            asked = [execute(f"print({index})") for index in range(20)]
            await asyncio.gather(*map(transport.send, asked))
            received = await until(
                transport,
                lambda each: each.content == Status("idle") and each.parent_msg_id == asked[-1].msg_id,
            )
        for index, each in enumerate(asked):
            mine = [message for message in received if message.parent_msg_id == each.msg_id]
            assert text(mine) == f"{index}\n"

    run(scenario())


def test_what_cannot_be_sent_does_no_harm(jupyter: JupyterServer, kernel: str) -> None:
    async def scenario() -> None:
        async with connected(jupyter, kernel) as transport:
            with pytest.raises(LocalProtocolError, match="set is nothing that JSON has"):
                await transport.send(execute("", user_expressions={"a": {1}}))
            assert text(await answers(transport, execute("print(7)"))) == "7\n"

    run(scenario())


def test_after_the_end_everything_says_so(jupyter: JupyterServer, kernel: str) -> None:
    async def scenario() -> None:
        async with connected(jupyter, kernel) as transport:
            waiting = asyncio.create_task(transport.receive())
            while (await asyncio.wait([waiting], timeout=0.5))[0]:  # what other tests have left
                waiting = asyncio.create_task(transport.receive())
            await transport.aclose()
            await transport.aclose()
            for over in (waiting, transport.receive(), transport.send(execute("1"))):
                with pytest.raises(ConnectionClosed, match="closed here"):
                    await over
            assert repr(transport).startswith("<WebSocketTransport over, ws://127.0.0.1")

    run(scenario())
