"""A kernel is told to look by one more connection for a moment; what it had left lying is answered."""

from __future__ import annotations

import asyncio
from contextlib import AbstractAsyncContextManager
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from websockets.asyncio.server import ServerConnection

import kernelwire
from kernelwire.client.pump import Pump
from kernelwire.transports import Gap
from kernelwire.transports.websocket import transport as websocket
from kernelwire.wire.message import Message
from kernelwire.wire.websocket_framing import encode_v1
from tests.channels import run
from tests.client import LIMIT, need
from tests.client.test_scenario import served as of_a_server
from tests.hostile import SECRET, connected, received, served
from tests.servers import JupyterServer
from tests.websocket_frames import message


class Door:
    """A server's end: who has come, and who has gone; strangers are told something when they may be."""

    def __init__(self) -> None:
        self.sessions: list[str] = []
        self.tokens: set[str | None] = set()
        self.own: asyncio.Future[ServerConnection] = asyncio.get_running_loop().create_future()
        self.stranger: asyncio.Future[ServerConnection] = asyncio.get_running_loop().create_future()
        self.speaks = asyncio.Event()
        self.gone = asyncio.Event()

    async def handler(self, socket: ServerConnection) -> None:
        assert socket.request is not None
        [session] = parse_qs(urlsplit(socket.request.path).query)["session_id"]
        self.sessions.append(session)
        self.tokens.add(socket.request.headers.get("Authorization"))
        if session == "s":
            if not self.own.done():
                self.own.set_result(socket)
            await socket.wait_closed()
            return
        self.stranger.set_result(socket)
        await self.speaks.wait()
        await socket.send(encode_v1(message()))
        await socket.wait_closed()
        self.gone.set()


def test_the_server_sees_one_more_session_for_a_moment() -> None:
    async def scenario() -> None:
        door = Door()
        async with served(door.handler) as url, connected(url) as transport:
            for _ in range(2):
                transport.knock()  # once is enough
            await door.stranger
            door.speaks.set()
            await door.gone.wait()
            await (await door.own).send(encode_v1(message()))
            assert isinstance(await received(transport), Message)
        assert len({*door.sessions}) == len(door.sessions) == 2
        assert door.tokens == {f"token {SECRET}"}

    run(scenario())


@pytest.mark.parametrize("closed", [False, True], ids=["after a while", "with the connection"])
def test_a_knock_ends_though_the_server_says_nothing(closed: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(websocket, "_LOOK", LIMIT if closed else 0.05)

    async def scenario() -> None:
        door = Door()
        async with served(door.handler) as url:
            async with connected(url) as transport:
                transport.knock()
                stranger = await door.stranger
                if not closed:
                    await stranger.wait_closed()
            await stranger.wait_closed()
            door.speaks.set()

    run(scenario())


def test_nobody_knocks_while_the_connection_is_broken_or_after_its_end() -> None:
    async def scenario() -> None:
        door = Door()
        async with served(door.handler) as url, connected(url) as transport:
            (await door.own).transport.abort()
            await transport._sockets[-1].wait_closed()
            transport.knock()
            assert isinstance(await received(transport), Gap)
            await transport.aclose()
            transport.knock()
            await asyncio.sleep(0)
            assert door.sessions == ["s", "s"]
            assert not transport._tasks

    run(scenario())


@pytest.mark.parametrize("how", ["launched", "served"])
def test_what_a_kernel_left_lying_is_answered(
    request: pytest.FixtureRequest, how: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """xeus-python 0.19 leaves a request lying about once in a hundred bursts: until then, or for a while."""
    need("xpython")
    knocks: list[Any] = []
    knock = Pump.knock

    def counted(pump: Pump) -> None:
        knocks.append(pump)
        knock(pump)

    monkeypatch.setattr(Pump, "knock", counted)

    def opened() -> AbstractAsyncContextManager[kernelwire.Client]:
        if how == "launched":
            return kernelwire.launch("xpython")
        server: JupyterServer = request.getfixturevalue("jupyter")
        return of_a_server(server, "xpython", default=False)

    async def scenario() -> None:
        end = asyncio.get_running_loop().time() + 10
        async with opened() as client:
            while not knocks and asyncio.get_running_loop().time() < end:
                await asyncio.gather(*(client.execute("1").done(timeout=LIMIT) for _ in range(20)))

    run(scenario())
