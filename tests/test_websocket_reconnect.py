"""Connections that break, and servers that end, in the middle of an execution: nothing is kept silent."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from uuid import uuid4

import pytest

from jupyter_messages import ExecuteReply, KernelInfoReply, KernelInfoRequest, Stream
from kernelwire.errors import ConnectionClosed
from kernelwire.server.rest import Server
from kernelwire.transports import Gap
from kernelwire.transports.websocket import transport as websocket
from kernelwire.transports.websocket.transport import WebSocketTransport
from tests.channels import answers, contents, execute, request, run, until
from tests.proxy import Proxy, proxy_to
from tests.servers import LIMIT, JupyterServer

WAITING = """
import pathlib, time
print("before", end="", flush=True)
while not pathlib.Path({flag!r}).exists(): time.sleep(0.02)
print("after", end="", flush=True)
"""


@pytest.fixture(scope="module")
def limited(tmp_path_factory: pytest.TempPathFactory) -> Iterator[JupyterServer]:
    """A server with the limits that are its default, without a token or a base path; it may be killed."""
    folder = tmp_path_factory.mktemp("limited")
    with JupyterServer(folder, "--IdentityProvider.token=", base="/") as server:
        yield server


@asynccontextmanager
async def through_proxy(
    server: JupyterServer, kernel: str, patience: float = LIMIT
) -> AsyncIterator[tuple[Proxy, WebSocketTransport]]:
    async with proxy_to(server.port) as proxy:
        url = f"http://127.0.0.1:{proxy.port}/base/api/kernels/{kernel}/channels?token={server.token}"
        # A session of its own: what jupyter_server keeps for one may have been broken by another test.
        transport = await WebSocketTransport.open(url, session_id=uuid4().hex, patience=patience)
        try:
            yield proxy, transport
        finally:
            await transport.aclose()


async def unconnected(server: JupyterServer, kernel: str) -> None:
    """Wait until the server has seen that nobody is connected."""
    async with Server(server.url, server.token) as rest:
        while (await rest.kernel(kernel)).connections:
            await asyncio.sleep(0.02)


def test_output_that_came_while_the_connection_was_broken_comes_after_the_gap(
    jupyter: JupyterServer, kernel: str, tmp_path: Path
) -> None:
    async def scenario() -> None:
        async with through_proxy(jupyter, kernel) as (proxy, transport):
            asked = execute(WAITING.format(flag=str(tmp_path / "flag")))
            await transport.send(asked)
            await until(transport, lambda each: each.content == Stream("stdout", "before"))
            receiver = asyncio.create_task(answers(transport, asked, sent=True))
            proxy.refusing = True
            proxy.cut()
            await unconnected(jupyter, kernel)
            (tmp_path / "flag").touch()
            info = request(KernelInfoRequest())
            sender = asyncio.create_task(transport.send(info))  # waits for the connection
            await asyncio.sleep(0)
            assert not sender.done()
            assert "broken" in repr(transport)
            proxy.refusing = False
            gap, *rest = await receiver
            assert isinstance(gap, Gap)
            assert f"the connection to http://127.0.0.1:{proxy.port}/base/api/kernels/" in gap.reason
            assert "broke: no close frame received" in gap.reason
            assert contents(rest, Stream) == [Stream("stdout", "after")]
            assert [reply.status for reply in contents(rest, ExecuteReply)] == ["ok"]
            await sender
            assert contents(await answers(transport, info, sent=True), KernelInfoReply)
            assert proxy.connections == 2

    run(scenario())


def test_a_silent_connection_is_given_up(
    jupyter: JupyterServer, kernel: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(websocket, "_PING_INTERVAL", 0.2)
    monkeypatch.setattr(websocket, "_PING_TIMEOUT", 0.2)

    async def scenario() -> None:
        async with through_proxy(jupyter, kernel) as (proxy, transport):
            await answers(transport, execute("1"))
            proxy.freeze()
            *_, gap = await until(transport, lambda each: isinstance(each, Gap))
            assert "no answer to pings" in gap.reason
            assert contents(await answers(transport, execute("print(2, end='')")), Stream) == [
                Stream("stdout", "2")
            ]

    run(scenario())


def test_who_reads_slowly_is_not_cut_off(
    jupyter: JupyterServer, kernel: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(websocket, "_PING_INTERVAL", 0.05)
    monkeypatch.setattr(websocket, "_PING_TIMEOUT", 0.05)
    code = "for _ in range(300): print('x' * 99_999, flush=True)"

    async def scenario() -> None:
        async with through_proxy(jupyter, kernel) as (proxy, transport):
            asked = execute(code)
            await transport.send(asked)
            async with Server(jupyter.url, jupyter.token) as rest:
                while (await rest.kernel(kernel)).execution_state != "idle":
                    await asyncio.sleep(0.2)
            await asyncio.sleep(1)  # many pings' time, with more waiting than is read ahead
            received = await answers(transport, asked, sent=True)
            assert not [each for each in received if isinstance(each, Gap)]
            assert sum(each.text.count("\n") for each in contents(received, Stream)) == 300
            assert proxy.connections == 1

    run(scenario())


def test_patience_ends(jupyter: JupyterServer, kernel: str) -> None:
    async def scenario() -> None:
        async with through_proxy(jupyter, kernel, patience=0.5) as (proxy, transport):
            proxy.refusing = True
            proxy.cut()
            sender = asyncio.create_task(transport.send(execute("1")))
            for _ in range(2):
                with pytest.raises(
                    ConnectionClosed, match=r"given up after 0\.5 s: no connection to http://127"
                ):
                    await until(transport, lambda each: isinstance(each, Gap))
            with pytest.raises(ConnectionClosed, match="given up"):
                await transport.send(execute("1"))
            await asyncio.wait([sender], timeout=LIMIT)
            assert sender.done()
            sender.exception()

    run(scenario())


def test_closing_ends_the_waiting_for_a_connection(jupyter: JupyterServer, kernel: str) -> None:
    async def scenario() -> None:
        async with through_proxy(jupyter, kernel) as (proxy, transport):
            proxy.refusing = True
            proxy.cut()
            receiver = asyncio.create_task(until(transport, lambda each: isinstance(each, Gap)))
            while "broken" not in repr(transport):
                await asyncio.sleep(0.01)
            sender, cancelled = (asyncio.create_task(transport.send(execute("1"))) for _ in range(2))
            await asyncio.sleep(0)
            cancelled.cancel()
            await asyncio.wait([cancelled])
            assert not receiver.done()
            await transport.aclose()
            for waiting in (receiver, sender):
                with pytest.raises(ConnectionClosed, match="closed here"):
                    await waiting

    run(scenario())


def test_a_server_that_is_killed_and_started_again_knows_no_such_kernel(
    limited: JupyterServer, tmp_path: Path
) -> None:
    async def scenario() -> None:
        async with Server(limited.url) as rest:
            kernel = (await rest.start_kernel("python3")).id
            transport = await rest.channels(kernel, session_id="s")
            asked = execute(WAITING.format(flag=str(tmp_path / "flag")))
            await transport.send(asked)
            await until(transport, lambda each: each.content == Stream("stdout", "before"))
            receiver = asyncio.create_task(answers(transport, asked, sent=True))
            await asyncio.to_thread(limited.kill)
            await asyncio.to_thread(limited.start)
            with pytest.raises(
                ConnectionClosed, match=r"knows no such kernel .HTTP 404.: the kernel is gone"
            ):
                await receiver
            with pytest.raises(ConnectionClosed, match="knows no such kernel"):
                await transport.send(asked)
            await transport.aclose()
            again = await rest.channels((await rest.start_kernel("python3")).id, session_id="s")
            said = contents(await answers(again, execute("print(1, end='')")), Stream)
            assert said == [Stream("stdout", "1")]
            await again.aclose()

    run(scenario())


def test_a_kernel_that_is_shut_down_is_gone(jupyter: JupyterServer) -> None:
    async def scenario() -> None:
        async with Server(jupyter.url, jupyter.token) as rest:
            kernel = (await rest.start_kernel("python3")).id
            async with through_proxy(jupyter, kernel) as (proxy, transport):
                await rest.shutdown(kernel)
                proxy.cut()
                with pytest.raises(ConnectionClosed, match="knows no such kernel"):
                    await until(transport, lambda each: isinstance(each, Gap))

    run(scenario())


def test_the_server_drops_what_comes_too_fast_and_says_so(limited: JupyterServer) -> None:
    code = "for _ in range(100): print('x' * 99_999, flush=True)"

    async def scenario() -> None:
        async with Server(limited.url) as rest:
            kernel = (await rest.start_kernel("python3")).id
            transport = await rest.channels(kernel, session_id="s")
            received = contents(await answers(transport, execute(code)), Stream)
            await transport.aclose()
            await rest.shutdown(kernel)
        assert "IOPub data rate exceeded" in "".join(each.text for each in received if each.name == "stderr")
        assert sum(len(each.text) for each in received if each.name == "stdout") < 10_000_000

    run(scenario())
