"""Servers that mean no good, or are none: each of their frames and answers is an error of ours; we go on."""

from __future__ import annotations

import asyncio
import os

import pytest
from websockets.asyncio.server import ServerConnection

from kernelwire.errors import LocalProtocolError, RemoteProtocolError
from kernelwire.limits import Limits
from kernelwire.transports import Gap
from kernelwire.transports.websocket import transport as module
from kernelwire.transports.websocket.transport import WebSocketTransport
from kernelwire.wire.message import Message
from kernelwire.wire.websocket_framing import (
    SUBPROTOCOL,
    decode_default,
    decode_v1,
    encode_default,
    encode_v1,
)
from tests.channels import execute, run
from tests.hostile import connected, received, served
from tests.websocket_frames import PIECES, default, envelope, message, v1

GARBAGE: list[bytes | str] = [
    b"",
    "",
    b"\0",
    b"\xff" * 100,
    "text",
    "{}",
    "[" * 100_000,
    v1(PIECES, count=2**63),
    v1(PIECES, at2=0),
    v1(PIECES)[:-1],
    v1([b"elsewhere", *PIECES[1:]]),
    default([envelope()], count=2**31),
    default([envelope(), b"1"], at1=2**32 - 1),
    envelope(header=b"[]").decode(),
    envelope(channel=b"5").decode(),
    encode_v1(message(buffers=[b"x"] * 100_000)),
    encode_default(message(buffers=[b"x"] * 100_000)),
]


@pytest.mark.parametrize("speaks_v1", [True, False])
def test_each_frame_of_garbage_is_one_error(speaks_v1: bool) -> None:
    async def handler(socket: ServerConnection) -> None:
        for frame in GARBAGE:
            await socket.send(frame)
        await socket.send(encode_v1(message()) if speaks_v1 else encode_default(message()))
        await socket.wait_closed()

    async def scenario() -> None:
        async with served(handler, v1=speaks_v1) as url, connected(url) as transport:
            for _ in GARBAGE:
                with pytest.raises(RemoteProtocolError):
                    await received(transport)
            last = await received(transport)
            assert isinstance(last, Message)
            assert last.content == message().content

    run(scenario())


@pytest.mark.parametrize(("speaks_v1", "forced"), [(True, False), (True, True), (False, False)])
def test_the_subprotocol_chooses_the_framing(speaks_v1: bool, forced: bool) -> None:
    offered: list[str | None] = []

    async def handler(socket: ServerConnection) -> None:
        assert socket.request is not None
        offered.append(socket.request.headers.get("Sec-WebSocket-Protocol"))
        frame = await socket.recv(decode=False)
        decode = decode_v1 if socket.subprotocol else decode_default
        got = decode(frame)
        assert (got.buffers, got.channel) == ([b"12", b""], "shell")
        # The same bytes would be read otherwise in the other framing: binary both.
        await socket.send((encode_v1 if socket.subprotocol else encode_default)(message(buffers=[b"3"])))
        await socket.wait_closed()

    async def scenario() -> None:
        async with served(handler, v1=speaks_v1) as url, connected(url, default_framing=forced) as transport:
            asked = execute("1")
            asked.buffers = [b"12", b""]
            await transport.send(asked)
            got = await received(transport)
            assert isinstance(got, Message)
            assert got.buffers == [b"3"]
            assert transport.subprotocol == (SUBPROTOCOL if speaks_v1 and not forced else None)

    run(scenario())
    assert offered == [None if forced else SUBPROTOCOL]


@pytest.mark.parametrize("size", [10_000, 2**63 - 1])
def test_a_message_over_the_limit_is_one_error_and_a_gap(size: int) -> None:
    async def handler(socket: ServerConnection) -> None:
        socket.transport.write(b"\x82\x7f" + size.to_bytes(8, "big") + bytes(10_000))
        await socket.wait_closed()

    async def scenario() -> None:
        limits = Limits(max_bytes=5_000)
        async with served(handler) as url, connected(url, limits=limits) as transport:
            with pytest.raises(RemoteProtocolError, match="over 5000 bytes, which are allowed"):
                await received(transport)
            gap = await received(transport)
            assert isinstance(gap, Gap)
            assert "1009" in gap.reason

    run(scenario())


def test_a_server_that_takes_no_large_messages_says_what_to_set() -> None:
    async def handler(socket: ServerConnection) -> None:
        await socket.wait_closed()

    async def scenario() -> None:
        async with served(handler, max_size=1000) as url, connected(url) as transport:
            await transport.send(execute("x" * 2000))
            gap = await received(transport)
            assert isinstance(gap, Gap)
            assert "websocket_max_message_size" in gap.reason

    run(scenario())


@pytest.mark.parametrize(
    "raw",
    [b"\x83\x00", b"\xff\xff", b"\x80\x01x", b"\x88\x02\x00\x01", b"\xc2\x01x"],
)
def test_what_is_no_websocket_is_a_gap(raw: bytes) -> None:
    times = 0

    async def handler(socket: ServerConnection) -> None:
        nonlocal times
        times += 1
        if times == 1:
            socket.transport.write(raw)
        else:
            await socket.send(encode_v1(message()))
        await socket.wait_closed()

    async def scenario() -> None:
        async with served(handler, compression=None) as url, connected(url) as transport:
            assert isinstance(await received(transport), Gap)
            assert isinstance(await received(transport), Message)

    run(scenario())


def test_one_reader_at_a_time() -> None:
    async def handler(socket: ServerConnection) -> None:
        await socket.wait_closed()

    async def scenario() -> None:
        async with served(handler) as url, connected(url) as transport:
            first = asyncio.create_task(transport.receive())
            await asyncio.sleep(0)
            with pytest.raises(LocalProtocolError, match="one reader"):
                await transport.receive()
            first.cancel()
        with pytest.raises(asyncio.CancelledError):
            await first

    run(scenario())


def test_an_ssl_context_needs_https() -> None:
    import ssl

    with pytest.raises(LocalProtocolError, match="http://host/x is not https or wss"):
        run(WebSocketTransport.open("http://host/x", session_id="s", ssl=ssl.create_default_context()))


def test_a_server_that_takes_nothing_is_noticed_and_holds_up_no_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_PING_INTERVAL", 0.05)
    monkeypatch.setattr(module, "_PING_TIMEOUT", 0.05)
    monkeypatch.setattr(module, "_END", 0.1)

    async def scenario() -> None:
        over = asyncio.Event()

        async def take_nothing(socket: ServerConnection) -> None:
            socket.transport.pause_reading()
            await over.wait()
            socket.transport.abort()

        async with served(take_nothing) as url:
            transport = await WebSocketTransport.open(url, session_id="s")
            receiving = asyncio.ensure_future(transport.receive())
            sending = asyncio.ensure_future(_send_on(transport))
            assert "no answer to pings" in str(await receiving)
            monkeypatch.setattr(module, "_PING_INTERVAL", 60)
            for _ in range(20):
                await asyncio.sleep(0)  # and it goes on sending, on the next connection
            await transport.aclose()
            sending.cancel()
            over.set()

    run(scenario())


async def _send_on(transport: WebSocketTransport) -> None:
    much = execute(os.urandom(1 << 21).hex())  # which cannot be compressed
    while True:
        await transport.send(much)


@pytest.mark.parametrize("steps", [1, 3, 10])
def test_closing_may_be_cancelled(steps: int) -> None:
    async def scenario() -> None:
        lost = asyncio.Event()

        async def serve(socket: ServerConnection) -> None:
            await asyncio.wait([asyncio.ensure_future(socket.wait_closed())])
            lost.set()

        async with served(serve) as url:
            transport = await WebSocketTransport.open(url, session_id="s")
            closing = asyncio.ensure_future(transport.aclose())
            for _ in range(steps):
                await asyncio.sleep(0)
            closing.cancel()
            await asyncio.wait([closing])
            await lost.wait()

    run(scenario())
