"""The transport over ZeroMQ, against a kernel's end in plain pyzmq that speaks as jupyter_client does."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Iterator

import pytest

from jupyter_messages import Stream
from kernelwire import KernelwireError, Message
from kernelwire.local.connection import ConnectionInfo
from kernelwire.local.paths import socket_folder
from kernelwire.transports import Transport
from kernelwire.transports.zeromq.transport import ZmqTransport
from tests.peer import CHANNELS, Peer, request, run


@pytest.fixture(params=["tcp", "ipc", "curve", "ipv6"])
def info(request: pytest.FixtureRequest) -> Iterator[ConnectionInfo]:
    """Where to meet, in all ways that there are."""
    if request.param == "ipc":
        folder = socket_folder()
        yield ConnectionInfo.new_ipc(folder)
        shutil.rmtree(folder)
    elif request.param == "ipv6":
        try:
            yield ConnectionInfo.new("::1")
        except KernelwireError as error:
            pytest.skip(f"no IPv6 here: {error}")
    else:
        yield ConnectionInfo.new(curve=request.param == "curve")


@pytest.fixture
def tcp() -> ConnectionInfo:
    return ConnectionInfo.new()


async def text(transport: Transport) -> str:
    """The text of the next message, which is a stream."""
    message = await transport.receive()
    assert isinstance(message, Message)
    assert isinstance(message.content, Stream)
    return message.content.text


async def subscribe(transport: Transport, peer: Peer) -> None:
    """Make sure that the peer's output arrives, and that all channels are connected."""
    await peer.subscribed()
    for channel in ("shell", "control", "stdin"):
        await transport.send(request(channel=channel))
        await peer.receive(channel)


def test_every_channel_both_ways(info: ConnectionInfo) -> None:
    async def main() -> None:
        transport: Transport = ZmqTransport(info)
        await transport.send(request("before the kernel is there"))
        with Peer(info) as peer:
            assert (await peer.receive("shell"))["content"]["code"] == "before the kernel is there"
            await subscribe(transport, peer)
            for channel in CHANNELS:
                peer.send(channel, peer.output(f"on {channel}"))
                message = await transport.receive()
                assert isinstance(message, Message)
                assert message.channel == channel
                assert message.content.text == f"on {channel}"
                assert message.identities == ([b"stream"] if channel == "iopub" else [])
            await transport.aclose()

    run(main())


def test_jupyter_client_reads_what_is_sent_and_writes_what_is_read(tcp: ConnectionInfo) -> None:
    async def main() -> None:
        transport = ZmqTransport(tcp)
        with Peer(tcp) as peer:
            sent = request("an ä", buffers=[b"raw \0", memoryview(bytes(1_000_000))])
            await transport.send(sent)
            theirs = await peer.receive("shell")
            assert theirs["content"] == {"code": "an ä", **theirs["content"]}
            assert theirs["msg_id"] == sent.msg_id
            assert [bytes(buffer) for buffer in theirs["buffers"]] == [b"raw \0", bytes(1_000_000)]
            peer.send(
                "shell", peer.frames("stream", {"name": "stdout", "text": "ö"}, theirs, [b"x" * 100_000])
            )
            ours = await transport.receive()
            assert isinstance(ours, Message)
            assert ours.parent_msg_id == sent.msg_id
            assert ours.content == Stream("stdout", "ö")
            assert ours.buffers == [b"x" * 100_000]
            await transport.aclose()

    run(main())


@pytest.mark.parametrize("identity", [None, b"me"])
def test_shell_and_stdin_have_one_identity_and_control_another(
    tcp: ConnectionInfo, identity: bytes | None
) -> None:
    async def main() -> None:
        transport = ZmqTransport(tcp, identity=identity)
        with Peer(tcp) as peer:
            await subscribe(transport, peer)
            assert peer.clients["shell"] == peer.clients["stdin"] != peer.clients["control"]
            assert identity is None or peer.clients["shell"] == identity
            await transport.aclose()

    run(main())


def test_a_burst_arrives_whole_and_in_order_whatever_is_cancelled(tcp: ConnectionInfo) -> None:
    async def main() -> None:
        transport = ZmqTransport(tcp)
        with Peer(tcp) as peer:
            await subscribe(transport, peer)
            seen: dict[str, list[str]] = {"shell": [], "iopub": []}
            for index in range(2000):
                for channel in seen:
                    peer.send(channel, peer.output(str(index)))
            cancelled = 0
            while sum(map(len, seen.values())) < 4000:
                task = asyncio.ensure_future(transport.receive())
                await asyncio.sleep(0)
                if cancelled < 1000 and task.cancel():
                    cancelled += 1
                try:
                    message = await task
                except asyncio.CancelledError:
                    continue
                assert isinstance(message, Message)
                seen[message.channel or ""].append(message.content.text)
            assert cancelled
            assert seen == {channel: [str(index) for index in range(2000)] for channel in seen}
            await transport.aclose()

    run(main())


def test_a_busy_channel_does_not_keep_the_others_waiting(tcp: ConnectionInfo) -> None:
    async def main() -> None:
        transport = ZmqTransport(tcp)
        with Peer(tcp) as peer:
            await subscribe(transport, peer)
            for index in range(2000):
                peer.send("iopub", peer.output(str(index)))
            assert await text(transport) == "0"
            peer.send("shell", peer.output("a reply"))
            # It is on its way: other things happen on the loop, and output comes meanwhile.
            before = 0
            while await text(transport) != "a reply":
                await asyncio.sleep(0.001)
                before += 1
            assert before < 1500
            await transport.aclose()

    run(main())


def test_the_loop_runs_while_messages_are_received(tcp: ConnectionInfo) -> None:
    async def main() -> None:
        transport = ZmqTransport(tcp)
        turns = 0

        async def other() -> None:
            nonlocal turns
            while True:
                turns += 1
                await asyncio.sleep(0)

        with Peer(tcp) as peer:
            await subscribe(transport, peer)
            for index in range(3000):
                peer.send("iopub", peer.output(str(index)))
            task = asyncio.ensure_future(other())
            while await text(transport) != "2999":
                pass
            task.cancel()
            assert turns > 10
            await transport.aclose()

    run(main())


def test_what_is_said_while_nobody_reads_is_kept(tcp: ConnectionInfo) -> None:
    async def main() -> None:
        transport = ZmqTransport(tcp)
        with Peer(tcp, sndhwm=1, sndtimeo=20_000) as peer:
            await subscribe(transport, peer)
            # It waits for room where kernels drop; libzmq's own bound would leave none after 1,000 and some.
            peer.sockets["iopub"].xpub_nodrop = 1
            for index in range(4000):
                peer.send("iopub", peer.output(f"{index} {'x' * 10_000}"))
            for index in range(4000):
                assert (await text(transport)).split()[0] == str(index)
            await transport.aclose()

    run(main())


def test_sending_waits_while_the_kernel_does_not_read(tcp: ConnectionInfo) -> None:
    async def main() -> None:
        transport = ZmqTransport(tcp)
        with Peer(tcp, rcvhwm=1) as peer:
            await subscribe(transport, peer)
            sent = 0

            async def send() -> None:
                nonlocal sent
                for index in range(3000):
                    await transport.send(request(f"{index} {'x' * 20_000}"))
                    sent += 1

            task = asyncio.ensure_future(send())
            late = asyncio.ensure_future(transport.send(request("late")))
            before = -1
            while sent > before:
                before = sent
                await asyncio.sleep(0.1)
            assert 0 < sent < 3000, "this much, and no more, is kept for a kernel that does not read"
            codes: list[str] = []
            while len(codes) < 3001:
                if peer.sockets["shell"].poll(0):
                    codes.append((await peer.receive("shell"))["content"]["code"].split()[0])
                else:
                    await asyncio.sleep(0)
            await asyncio.gather(task, late)
            codes.remove("late")
            assert codes == [str(index) for index in range(3000)]
            await transport.aclose()

    run(main())
