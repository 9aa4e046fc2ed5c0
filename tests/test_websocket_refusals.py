"""Servers that refuse, hang up or are none: each time we say what to do, and never the token."""

from __future__ import annotations

import asyncio
import logging
import traceback
from http import HTTPStatus

import pytest
from websockets.asyncio.server import ServerConnection
from websockets.datastructures import Headers
from websockets.http11 import Request, Response

from kernelwire.errors import ConnectionClosed, KernelwireError
from kernelwire.transports import Gap
from kernelwire.transports.websocket.transport import WebSocketTransport
from kernelwire.wire.message import Message
from kernelwire.wire.websocket_framing import encode_v1
from tests.channels import run
from tests.hostile import SECRET, connected, received, served
from tests.websocket_frames import message


def test_a_server_that_hangs_up_again_and_again_is_given_up() -> None:
    times = 0

    async def handler(socket: ServerConnection) -> None:
        nonlocal times
        times += 1
        await socket.close(1001, f"no, not with {SECRET}")

    async def scenario() -> str:
        async with served(handler) as url, connected(url, patience=1.5) as transport:
            gap = await received(transport)
            assert isinstance(gap, Gap)
            assert "1001 (going away) no, not with ..." in gap.reason
            with pytest.raises(ConnectionClosed, match=r"given up after 1\.5 s") as info:
                while True:
                    await received(transport)
            return str(info.value)

    assert SECRET not in run(scenario())
    assert 2 <= times <= 5  # the delays grow: 0, 0.25, 0.5, 1 seconds


def test_a_connection_that_breaks_often_but_works_is_kept_up() -> None:
    async def handler(socket: ServerConnection) -> None:
        await socket.send(encode_v1(message()))

    async def scenario() -> None:
        async with served(handler) as url, connected(url, patience=0.5) as transport:
            for _ in range(10):
                assert isinstance(await received(transport), Message)
                assert isinstance(await received(transport), Gap)

    run(scenario())


@pytest.mark.parametrize(
    ("status", "location", "words"),
    [
        (401, "", r"access is refused .HTTP 401.: pass the server's token"),
        (403, "", r"access is refused .HTTP 403.: pass the server's token"),
        (404, "", r"knows no such kernel .HTTP 404.: the kernel is gone"),
        (400, "", r"the server refuses it .HTTP 400."),
        (200, "", r"a page came instead .HTTP 200., to log in perhaps"),
        (302, "http://127.0.0.1:1/login", "no connection to"),
        (302, "nonsense://x", "no connection to"),
    ],
)
def test_refusals_say_what_to_do_and_end_it(status: int, location: str, words: str) -> None:
    times = 0

    def answer(_socket: ServerConnection, request: Request) -> Response | None:
        nonlocal times
        times += 1
        assert request.headers["Authorization"] == f"token {SECRET}"
        assert SECRET not in request.path
        if times == 1:
            return None
        return Response(
            status, HTTPStatus(status).phrase, Headers({"Location": location} if location else {})
        )

    async def handler(socket: ServerConnection) -> None:
        await socket.close()

    async def scenario() -> None:
        async with served(handler, process_request=answer) as url:
            async with connected(url) as transport:
                with pytest.raises(ConnectionClosed, match=words) as info:
                    await received(transport)
                assert SECRET not in "".join(traceback.format_exception(info.value))
            with pytest.raises(ConnectionClosed, match=words):
                await WebSocketTransport.open(url, session_id="s")

    run(scenario())
    assert times == 3


def test_trouble_of_the_server_is_waited_out() -> None:
    times = 0

    def answer(_socket: ServerConnection, _request: Request) -> Response | None:
        nonlocal times
        times += 1
        return Response(503, "Busy", Headers()) if times == 2 else None

    async def handler(socket: ServerConnection) -> None:
        if times > 2:
            await socket.send(encode_v1(message()))
            await socket.wait_closed()

    async def scenario() -> None:
        async with served(handler, process_request=answer) as url, connected(url) as transport:
            assert isinstance(await received(transport), Gap)
            assert isinstance(await received(transport), Message)

    run(scenario())


@pytest.mark.parametrize(
    "said", [b"", b"\xff\xff", b"HTTP/1.1 200 OK\r\n" + b"a: b\r\n" * 100_000, b"SSH-2.0\r\n"]
)
def test_what_is_no_web_server_cannot_be_connected_to(said: bytes) -> None:
    async def accept(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(said)
        writer.close()

    async def scenario() -> None:
        async with await asyncio.start_server(accept, "127.0.0.1", 0) as server:
            port = server.sockets[0].getsockname()[1]
            with pytest.raises(ConnectionClosed, match=f"no connection to http://127.0.0.1:{port}/x: "):
                await WebSocketTransport.open(f"http://127.0.0.1:{port}/x", session_id="s")

    run(scenario())


@pytest.mark.parametrize("speaks_v1", [True, False])
def test_the_token_is_seen_nowhere(speaks_v1: bool, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)

    async def handler(socket: ServerConnection) -> None:
        await socket.send("garbage")

    async def scenario() -> None:
        async with served(handler, v1=speaks_v1, logger=logging.getLogger("theirs")) as url:
            shown: list[str] = []
            async with connected(url, patience=0.3) as transport:
                shown.append(repr(transport))
                while "over" not in shown[-1]:
                    try:
                        shown.append(repr(await received(transport)))
                    except KernelwireError as error:
                        whole = traceback.TracebackException.from_exception(error, capture_locals=True)
                        shown += [repr(error), "".join(whole.format())]
                    shown.append(repr(transport))
            assert SECRET not in "".join(shown).replace(url, "")  # our own local, which is in there

    run(scenario())
    ours = [record for record in caplog.records if record.name != "theirs"]
    assert any("Authorization" in record.getMessage() for record in ours)
    assert not any(SECRET in record.getMessage() for record in ours)
