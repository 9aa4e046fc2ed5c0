"""One channel by itself: both ends of each against each other, and against plain pyzmq."""

from __future__ import annotations

import asyncio
import threading
import time
from typing import Any

import pytest
import zmq

from jupyter_messages import InputRequest, IopubWelcome, Stream
from kernelwire import (
    ConnectionClosed,
    KernelwireError,
    Limits,
    LocalProtocolError,
    RemoteProtocolError,
    encode_frames,
)
from kernelwire.local.connection import ConnectionInfo
from kernelwire.transports.zeromq import heartbeat
from kernelwire.transports.zeromq.channels import Subscription, open_channel
from kernelwire.transports.zeromq.heartbeat import open_echo, open_heartbeat
from tests.peer import CHANNELS, Peer, answer, request, run, sockets
from tests.test_zeromq import info, tcp

__all__ = ["info", "tcp"]  # fixtures


@pytest.mark.parametrize("channel", ["shell", "control"])
def test_a_request_and_its_reply(info: ConnectionInfo, channel: Any) -> None:
    async def main() -> None:
        async with open_channel(info, channel) as client:
            await client.send(request("before the kernel"))
            async with open_channel(info, channel, as_="kernel") as kernel:
                asked = await kernel.receive()
                assert asked.content.code == "before the kernel"
                assert asked.channel == channel
                said = answer(Stream("stdout", "hi"), "stream", asked.header, identities=asked.identities)
                await kernel.send(said)
                heard = await client.receive()
                assert heard.content == Stream("stdout", "hi")
                assert heard.parent_msg_id == asked.msg_id
                assert heard.identities == []

    run(main())


@pytest.mark.parametrize("channel", ["shell", "control", "stdin"])
def test_a_client_that_reads_late_gets_all_replies(tcp: ConnectionInfo, channel: Any) -> None:
    async def main(plain: Any) -> None:
        async with open_channel(tcp, channel, as_="kernel") as kernel:
            client = plain(zmq.DEALER)  # with high water marks, as other clients have
            client.connect(getattr(tcp, f"{channel}_url"))
            client.send_multipart(encode_frames(request(), tcp.signer()))
            asked = await kernel.receive()
            for _ in range(5000):
                await kernel.send(
                    answer(Stream("stdout", "x" * 10_000), "stream", identities=asked.identities)
                )
            for _ in range(5000):
                while not client.poll(0):
                    await asyncio.sleep(0.001)
                client.recv_multipart()

    with sockets() as plain:
        run(main(plain))


def test_a_kernel_asks_for_input_whom_it_was_asked_by(info: ConnectionInfo) -> None:
    async def main() -> None:
        async with (
            open_channel(info, "shell", as_="kernel") as kernel_shell,
            open_channel(info, "stdin", as_="kernel") as kernel_stdin,
            open_channel(info, "shell", identity=b"me") as shell,
            open_channel(info, "stdin", identity=b"me") as stdin,
        ):
            await stdin.send(request("so that it is connected"))
            await kernel_stdin.receive()
            await shell.send(request("input()"))
            asked = await kernel_shell.receive()
            assert asked.identities == [b"me"]
            await kernel_stdin.send(
                answer(InputRequest("? ", False), "input_request", asked.header, identities=asked.identities)
            )
            assert (await stdin.receive()).content == InputRequest("? ", False)

    run(main())


def test_iopub_welcomes_every_subscriber_and_has_a_topic(info: ConnectionInfo) -> None:
    async def main() -> None:
        async with open_channel(info, "iopub", as_="kernel", lossless=True) as kernel:
            for _ in range(2):
                client = open_channel(info, "iopub")
                subscription = await kernel.receive()
                assert subscription == Subscription(b"", True)
                await kernel.send(answer(IopubWelcome(""), "iopub_welcome"))
                assert (await client.receive()).content == IopubWelcome("")
                for index in range(3000):
                    await kernel.send(answer(Stream("stdout", str(index)), "stream", identities=[b"topic"]))
                for index in range(3000):
                    message = await client.receive()
                    assert message.content == Stream("stdout", str(index))
                assert message.identities == [b"topic"]
                assert message.channel == "iopub"
                await client.aclose()
                await client.aclose()
                assert await kernel.receive() == Subscription(b"", False)
                with pytest.raises(ConnectionClosed):
                    await client.receive()

    run(main())


@pytest.mark.parametrize("channel", CHANNELS)
def test_a_broken_connection_is_told_and_made_again(tcp: ConnectionInfo, channel: Any) -> None:
    async def main() -> None:
        async with open_channel(tcp, channel, limits=Limits(max_bytes=10_000)) as client:
            for _ in range(2):
                with Peer(tcp) as peer:
                    for ends in (False, True):
                        if channel == "iopub":
                            peer.sockets[channel].setsockopt(zmq.XPUB_VERBOSE, 1)
                            await peer.subscribed()
                        else:
                            await client.send(request())
                            await peer.receive(channel)
                        peer.send(channel, peer.output("last"))
                        if ends:
                            peer.sockets[channel].close(1000)
                        else:
                            peer.send(channel, peer.output("x" * 20_000))  # libzmq itself hangs up
                        assert (await client.receive()).content == Stream("stdout", "last")
                        with pytest.raises(RemoteProtocolError, match=f"the {channel} connection broke"):
                            await client.receive()

    run(main())


def test_a_slow_client_holds_up_a_lossless_iopub_and_nothing_else(tcp: ConnectionInfo) -> None:
    held_up = threading.Event()
    count = 5000

    def slow() -> tuple[bool, int]:
        with sockets() as plain:
            client = plain(zmq.SUB)  # with a high water mark, as other clients have
            client.subscribe(b"")
            client.connect(tcp.iopub_url)
            in_time = held_up.wait(10)
            received = 0
            while received < count and client.poll(5000):
                client.recv_multipart()
                received += 1
            return in_time, received

    async def main() -> None:
        async with open_channel(tcp, "iopub", as_="kernel", lossless=True) as kernel:

            async def say() -> None:
                for _ in range(count):
                    await kernel.send(said)

            said = answer(Stream("stdout", "x" * 20_000), "stream", identities=[b"topic"])
            reading = asyncio.create_task(asyncio.to_thread(slow))
            await kernel.receive()
            saying = asyncio.create_task(say())
            done, _ = await asyncio.wait([saying], timeout=1)
            assert not done
            cpu, began = time.process_time(), time.perf_counter()
            done, _ = await asyncio.wait([saying], timeout=0.5)
            assert not done
            assert time.process_time() - cpu < (time.perf_counter() - began) / 2, (
                "it waits, and does not spin"
            )
            held_up.set()
            await saying
            assert await reading == (True, count)

    run(main())


def test_a_port_is_known(info: ConnectionInfo) -> None:
    async def main() -> None:
        expected = info.shell_port
        if info.transport == "tcp":
            info.shell_port = info.hb_port = 0
        async with open_channel(info, "shell", as_="kernel") as kernel, open_echo(info) as echo:
            if info.transport == "tcp":
                assert 0 != kernel.port != echo.port
                expected = info.shell_port = kernel.port
            assert kernel.port == expected
            async with open_channel(info, "shell") as client:
                assert client.port == expected
                await client.send(request())
                await kernel.receive()
        assert kernel.port == expected

    run(main())


def test_what_cannot_be_opened_says_why() -> None:
    async def main() -> None:
        taken = ConnectionInfo.new()
        async with open_channel(taken, "shell", as_="kernel"):
            with pytest.raises(KernelwireError, match=r"cannot bind tcp://.* for the shell .*in use"):
                open_channel(taken, "shell", as_="kernel")
        with pytest.raises(LocalProtocolError, match="no channel 'heartbeat' that carries messages"):
            open_channel(taken, "heartbeat")  # type: ignore[call-overload]

    run(main())


@pytest.mark.parametrize(
    "frames",
    [
        [b""],
        [b"", b""],
        [b"\xff\xfe"],
        [b"\x02topic"],
        [b"<IDS|MSG>", b"", b"{}", b"{}", b"{}", b"{}"],
        [b"x" * 200_000],
        [b"y"] * 100_000,
    ],
    ids=lambda frames: f"{len(frames)}-{frames[0][:6]!r}",
)
def test_a_kernel_survives_what_is_no_subscription(tcp: ConnectionInfo, frames: list[bytes]) -> None:
    async def main(plain: Any) -> None:
        async with open_channel(tcp, "iopub", as_="kernel") as kernel:
            peer = plain(zmq.XSUB)
            peer.connect(tcp.iopub_url)
            peer.send(b"\1first")
            assert await kernel.receive() == Subscription(b"first", True)
            peer.send_multipart(frames)
            # With ten times as much, the peer's own libzmq ends by SIGSEGV when it closes.
            peer.send(b"\1\xff" + b"z" * 20_000)
            with pytest.raises(RemoteProtocolError):
                await kernel.receive()
            try:
                subscription = await kernel.receive()
            except RemoteProtocolError:
                subscription = await kernel.receive()
            assert subscription == Subscription(b"\xff" + b"z" * 20_000, True)
            await kernel.send(answer(Stream("stdout", "hi"), "stream", identities=[b"first"]))
            while not peer.poll(0):
                await asyncio.sleep(0.001)
            assert peer.recv_multipart()[0] == b"first"

    with sockets() as plain:
        run(main(plain))


def test_the_heart_beats_or_does_not(info: ConnectionInfo, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(heartbeat, "INTERVAL", 0.2)

    async def main() -> None:
        async with open_heartbeat(info) as heart:
            for _ in range(2):  # another kernel, after a silence
                async with open_echo(info):
                    await heart.heard()
                    assert heart.beating
                    await heart.heard()
                while heart.beating:
                    await asyncio.sleep(0.01)
                assert heart.silent_for >= 0.6
            hearing = asyncio.ensure_future(heart.heard())
            await asyncio.sleep(0)
            await heart.aclose()
            with pytest.raises(ConnectionClosed):
                await hearing
            with pytest.raises(ConnectionClosed):
                await heart.heard()

    run(main())


def test_an_echo_is_byte_for_byte_and_outlives_bad_peers(tcp: ConnectionInfo) -> None:
    async def main(plain: Any) -> None:
        async with open_echo(tcp):
            dealer = plain(zmq.DEALER)
            dealer.connect(tcp.heartbeat_url)
            dealer.send_multipart([b"z"] * 100_000)
            dealer.send_multipart([b"no", b"delimiter"])
            for payload in (b"", b"ping", bytes(range(256)) * 1000):
                req = plain(zmq.REQ)
                req.connect(tcp.heartbeat_url)
                req.send(payload)
                while not req.poll(0):
                    await asyncio.sleep(0.001)
                assert req.recv_multipart() == [payload]

    with sockets() as plain:
        run(main(plain))
