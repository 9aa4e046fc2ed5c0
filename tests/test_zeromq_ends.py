"""What becomes of a transport when its kernel ends, comes again, or hangs up; and what it leaves behind."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys

import pytest
import zmq

from kernelwire import ConnectionClosed, KernelDied, KernelwireError, Limits, RemoteProtocolError
from kernelwire.local.connection import ConnectionInfo
from kernelwire.transports import Gap
from kernelwire.transports.zeromq import links
from kernelwire.transports.zeromq.transport import ZmqTransport
from tests.conftest import ROOT
from tests.made import ENVIRONMENT, PYTHON
from tests.peer import CHANNELS, Peer, request, run
from tests.test_zeromq import info, subscribe, tcp, text

__all__ = ["info", "tcp"]  # fixtures


async def quiet(transport: ZmqTransport) -> None:
    """Nothing more is heard."""
    receiving = asyncio.ensure_future(transport.receive())
    done, _ = await asyncio.wait([receiving], timeout=0.2)
    assert not done, done
    receiving.cancel()


def test_the_end_of_a_kernel_is_told_once_after_what_it_said_and_the_next_one_is_heard(
    info: ConnectionInfo,
) -> None:
    async def main() -> None:
        transport = ZmqTransport(info)
        for number in range(3):
            with Peer(info, linger=1000) as peer:
                await subscribe(transport, peer)
                said = peer.output("last words")
                for channel in CHANNELS:
                    peer.send(channel, said)
                for socket in peer.sockets.values():
                    socket.close(1000)
            if number:
                assert isinstance(await transport.receive(), Gap)
            for _ in CHANNELS:
                assert await text(transport) == "last words"
            with pytest.raises(KernelDied) as died:
                await transport.receive()
            assert died.value.exit_code is None
            await quiet(transport)
        await transport.aclose()

    run(main())


def test_the_next_kernel_gets_nothing_that_was_meant_for_the_last_one(tcp: ConnectionInfo) -> None:
    async def main() -> None:
        transport = ZmqTransport(tcp)
        with Peer(tcp) as peer:
            await subscribe(transport, peer)
        for _ in range(10):
            await transport.send(request("too late"))
        with pytest.raises(KernelDied):
            await transport.receive()
        await transport.send(request("for the next one"))
        with Peer(tcp) as peer:
            assert (await peer.receive("shell"))["content"]["code"] == "for the next one"
        await transport.aclose()

    run(main())


def test_a_message_may_come_again_over_another_connection_only(tcp: ConnectionInfo) -> None:
    async def main() -> None:
        transport = ZmqTransport(tcp)
        frames = None
        for _ in range(2):
            with Peer(tcp) as peer:
                await subscribe(transport, peer)
                if frames is None:
                    frames = peer.output("the same")
                else:
                    assert isinstance(await transport.receive(), Gap)
                peer.send("iopub", frames)
                assert await text(transport) == "the same"
                peer.send("shell", frames)
                assert await text(transport) == "the same"
                peer.send("shell", frames)
                with pytest.raises(RemoteProtocolError, match="a replay"):
                    await transport.receive()
            with pytest.raises(KernelDied):
                await transport.receive()
        await transport.aclose()

    run(main())


def test_who_watches_the_process_is_not_told_of_its_end(tcp: ConnectionInfo) -> None:
    async def main() -> None:
        transport = ZmqTransport(tcp, watch=False)
        for _ in range(2):
            with Peer(tcp) as peer:
                await subscribe(transport, peer)
                peer.send("iopub", peer.output("hi"))
                assert await text(transport) == "hi"
            await quiet(transport)
        await transport.aclose()

    run(main())


@pytest.mark.parametrize("channel", CHANNELS)
def test_one_broken_connection_is_a_gap(tcp: ConnectionInfo, channel: str) -> None:
    async def main() -> None:
        transport = ZmqTransport(tcp, limits=Limits(max_bytes=10_000))
        with Peer(tcp) as peer:
            await subscribe(transport, peer)
            for _ in range(2):
                peer.send(channel, peer.output("good"))
                # libzmq itself refuses it, and hangs up.
                peer.send(channel, peer.output("x" * 20_000))
                assert await text(transport) == "good"
                gap = await transport.receive()
                assert isinstance(gap, Gap)
                assert f"the {channel} connection broke" in gap.reason
                if channel != "iopub":  # there, the connection alone tells nothing of the subscription
                    await transport.send(request("again", channel))
                    assert (await peer.receive(channel))["content"]["code"] == "again"
                else:
                    peer.sockets["iopub"].setsockopt(zmq.XPUB_VERBOSE, 1)
                    await peer.subscribed()
                peer.send(channel, peer.output("heard"))
                assert await text(transport) == "heard"
        await transport.aclose()

    run(main())


def test_no_kernel_is_no_end(tcp: ConnectionInfo) -> None:
    async def main() -> None:
        transport = ZmqTransport(tcp)
        await quiet(transport)
        assert transport.silent_for > 0.1, "which is as long as nothing was heard"
        await transport.aclose()

    run(main())


def test_what_is_no_kernel_is_tried_again(tcp: ConnectionInfo) -> None:
    async def main(greeting: bytes) -> None:
        async def hang_up(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            writer.write(greeting)
            writer.close()
            seen.set()

        seen = asyncio.Event()
        transport = ZmqTransport(tcp)
        server = await asyncio.start_server(hang_up, tcp.ip, tcp.shell_port)
        await transport.send(request("hello"))
        await seen.wait()
        server.close()
        await server.wait_closed()
        with Peer(tcp) as peer:
            await subscribe(transport, peer)
            peer.send("shell", peer.output("hi"))
            assert await text(transport) == "hi"
        await transport.aclose()

    for greeting in (b"", b"HTTP/1.1 400 Bad Request\r\n\r\n", b"\xff" + bytes(8) + b"\x7f" + b"\x03" * 200):
        run(main(greeting))


LEFT = """
import asyncio, os, threading
from kernelwire import KernelwireError
from kernelwire.transports.zeromq.channels import open_channel
from kernelwire.local.connection import ConnectionInfo
from kernelwire.transports.zeromq.heartbeat import open_echo, open_heartbeat
from kernelwire.transports.zeromq.transport import ZmqTransport
from tests.peer import Peer, request

async def use(info, kind):
    transport = ZmqTransport(info)
    if kind == "talks":
        with Peer(info) as peer:
            await transport.send(request())
            await peer.receive("shell")
            peer.send("shell", peer.output("hi"))
            await transport.receive()
            async with open_heartbeat(info) as heart:
                task = asyncio.ensure_future(heart.heard())
                await asyncio.sleep(0)
                await peer.echo()
            await asyncio.gather(task, return_exceptions=True)
        try:
            await transport.receive()
        except KernelwireError:
            pass
    elif kind == "alone":
        for _ in range(3):
            await transport.send(request())
    await transport.aclose()
    if kind == "kernel":
        async with open_channel(info, "shell", as_="kernel"), open_echo(info):
            pass
        bad = ConnectionInfo.new()
        bad.ip = "nowhere at all"
        for open_it in (ZmqTransport, open_echo, lambda bad: open_channel(bad, "iopub")):
            try:
                open_it(bad)
            except KernelwireError:
                pass

async def settled():
    # A thread that has done its work may be there a moment longer.
    for _ in range(500):
        if threading.active_count() == 1:
            break
        await asyncio.sleep(0.1)
    return len(os.listdir("/proc/self/fd")), [thread.name for thread in threading.enumerate()]

async def main():
    info = ConnectionInfo.new()
    for kind in ("talks", "alone", "kernel"):
        await use(info, kind)
        before = await settled()
        for _ in range(5):
            await use(info, kind)
        after = await settled()
        assert after == before, (kind, before, after)

asyncio.run(main())
"""


@pytest.mark.skipif(sys.platform != "linux", reason="counts what is in /proc")
def test_nothing_is_left_open() -> None:
    done = subprocess.run(
        [*PYTHON, "-c", LEFT],
        env={**ENVIRONMENT, "PYTHONPATH": os.pathsep.join([str(ROOT), ENVIRONMENT["PYTHONPATH"]])},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""


def test_a_closed_transport_reports_nothing_that_was_not_given_out(tcp: ConnectionInfo) -> None:
    async def main() -> None:
        transport = ZmqTransport(tcp)
        with Peer(tcp) as peer:
            await subscribe(transport, peer)
            peer.send("iopub", peer.output("unread"))
            await transport.aclose()
            with pytest.raises(ConnectionClosed):
                await transport.receive()

    run(main())


def test_without_descriptors_for_another_connection_it_is_over(monkeypatch: pytest.MonkeyPatch) -> None:
    def none_left(*arguments: object, **options: object) -> None:
        raise KernelwireError("no socket: Too many open files")

    async def main() -> None:
        info = ConnectionInfo.new()
        with Peer(info) as peer:
            transport = ZmqTransport(info)
            await subscribe(transport, peer)
            monkeypatch.setattr(links, "make_socket", none_left)
        for _ in range(2):
            with pytest.raises(ConnectionClosed, match="cannot be made again: no socket: Too many"):
                await transport.receive()
        with pytest.raises(ConnectionClosed):
            await transport.send(request())
        await transport.aclose()

    run(main())
