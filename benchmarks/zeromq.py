"""ZeroMQ on loopback: how much is added to pyzmq itself, and how fast output is read.

One process measures; the peer is another one (see zeromq_peer). All take turns of a few round trips, each
over a DEALER socket of its own to the same peer, with the same frames. "pyzmq" is the least there is: frames
that were made before, a blocking ``recv_multipart``, nothing signed, nothing parsed. Two more say what is
added to it by waiting on an event loop alone, and by signing and verifying alone; "frames alone" is our
channel without the latter.
"""

from __future__ import annotations

import asyncio
import statistics
import time
from collections.abc import Awaitable, Callable
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import Any

import zmq
from jupyter_client.asynchronous.client import AsyncKernelClient

from benchmarks.tables import Table
from benchmarks.zeromq_peer import HEARERS, Send, peer
from jupyter_messages import ExecuteRequest, Header
from kernelwire import Message
from kernelwire.local.connection import ConnectionInfo
from kernelwire.transports.zeromq.channels import Channel, open_channel
from kernelwire.transports.zeromq.transport import ZmqTransport
from kernelwire.wire.framing import decode_frames, encode_frames
from kernelwire.wire.signing import Frame

ROUNDS = 7
TRIPS = 1000  # of each, in a round
TURN = 50  # of one, before it is another one's turn
OUTPUTS = 10_000

Trip = Callable[[Message[Any], list[Frame]], Awaitable[float]]


def main(quick: bool = False) -> list[Table]:
    """All tables. ``quick`` only shows that they can be made."""
    return asyncio.run(_measure(*(1, TURN, 100) if quick else (ROUNDS, TRIPS, OUTPUTS)))


async def _measure(rounds: int, trips: int, outputs: int) -> list[Table]:
    info = ConnectionInfo.new()
    with peer(info, outputs) as tell, _Sockets(info) as sockets:
        ours, sub = ZmqTransport(info, watch=False), sockets.hearing()
        bare = open_channel(info, "shell")
        bare._decode = lambda frames: frames  # type: ignore[assignment, return-value]
        theirs = AsyncKernelClient()
        theirs.load_connection_info(_fields(info))
        theirs.start_channels(hb=False)
        try:
            contestants: dict[str, Trip] = {
                "pyzmq": sockets.blocking(),
                "pyzmq, on an event loop": sockets.on_a_loop(),
                "pyzmq, signed and verified by us": sockets.signed(),
                "kernelwire, frames alone": _frames_alone(bare),
                "kernelwire": _ours(ours),
                "jupyter_client": _theirs(theirs),
            }
            there_and_back = await _trips(info, contestants, rounds, trips)
            return [there_and_back, await _drains(tell, ours, theirs, sub, rounds, outputs)]
        finally:
            theirs.stop_channels()
            await bare.aclose()
            await ours.aclose()


async def _trips(info: ConnectionInfo, contestants: dict[str, Trip], rounds: int, trips: int) -> Table:
    signer = info.signer()
    halves: dict[str, list[float]] = {name: [] for name in contestants}
    for number in range(rounds):
        times: dict[str, list[float]] = {name: [] for name in contestants}
        for turn in range(trips // TURN):
            for name, trip in contestants.items():
                messages = [_request(f"{number}-{turn}-{name}-{index}") for index in range(TURN)]
                frames = [encode_frames(message, signer) for message in messages]
                times[name] += [
                    await trip(message, each) for message, each in zip(messages, frames, strict=True)
                ]
        for name, taken in times.items():
            halves[name].append(statistics.median(taken) * 1e6)
    rows = [("", "p50, µs", "ratio", "least", "most")]
    for name, taken in halves.items():
        ratios = [half / raw for half, raw in zip(taken, halves["pyzmq"], strict=True)]
        middle, least, most = (f"{which(ratios):.2f}" for which in (statistics.median, min, max))
        rows.append((name, f"{statistics.median(taken):.0f}", middle, least, most))
    return Table(
        "A request and its echo", rows, f"Rounds: {rounds}; medians, and the ratio to pyzmq in each round."
    )


@dataclass
class _Sockets:
    """Plain pyzmq."""

    info: ConnectionInfo
    context: zmq.Context[Any] = field(default_factory=zmq.Context)
    stack: ExitStack = field(default_factory=ExitStack)

    def __enter__(self) -> _Sockets:
        self.stack.callback(self.context.destroy, 0)
        return self

    def __exit__(self, *_: object) -> None:
        self.stack.close()

    def dealer(self) -> Any:
        socket = self.context.socket(zmq.DEALER)
        socket.connect(self.info.shell_url)
        return socket

    def hearing(self) -> Any:
        socket = self.context.socket(zmq.SUB)
        socket.setsockopt(zmq.RCVHWM, 0)
        socket.subscribe(b"")
        socket.connect(self.info.iopub_url)
        return socket

    def blocking(self) -> Trip:
        socket = self.dealer()

        async def trip(_: Message[Any], frames: list[Frame]) -> float:
            start = time.perf_counter()
            socket.send_multipart(frames)
            socket.recv_multipart()
            return time.perf_counter() - start

        return trip

    def signed(self) -> Trip:
        socket, signer = self.dealer(), self.info.signer()

        async def trip(message: Message[Any], _: list[Frame]) -> float:
            start = time.perf_counter()
            socket.send_multipart(encode_frames(message, signer))
            decode_frames(socket.recv_multipart(), signer)
            return time.perf_counter() - start

        return trip

    def on_a_loop(self) -> Trip:
        """With what waiting on an event loop needs, and no more: one reader, one future."""
        socket, loop = self.dealer(), asyncio.get_running_loop()
        waiter: asyncio.Future[None] | None = None

        def can_read() -> bool:
            return bool(socket.getsockopt(zmq.EVENTS) & zmq.POLLIN)

        def signalled() -> None:
            if can_read() and waiter is not None and not waiter.done():
                waiter.set_result(None)

        async def trip(_: Message[Any], frames: list[Frame]) -> float:
            nonlocal waiter
            start = time.perf_counter()
            socket.send_multipart(frames)
            while not can_read():
                waiter = loop.create_future()
                await waiter
            socket.recv_multipart()
            return time.perf_counter() - start

        descriptor = socket.getsockopt(zmq.FD)
        loop.add_reader(descriptor, signalled)
        self.stack.callback(loop.remove_reader, descriptor)
        return trip


def _frames_alone(channel: Channel[Any]) -> Trip:
    async def trip(_: Message[Any], frames: list[Frame]) -> float:
        start = time.perf_counter()
        await channel.write_frames(frames)
        await channel.receive()
        return time.perf_counter() - start

    return trip


def _ours(transport: ZmqTransport) -> Trip:
    async def trip(message: Message[Any], _: list[Frame]) -> float:
        start = time.perf_counter()
        await transport.send(message)
        await transport.receive()
        return time.perf_counter() - start

    return trip


def _theirs(client: AsyncKernelClient) -> Trip:
    async def trip(_: Message[Any], __: list[Frame]) -> float:
        message = client.session.msg("execute_request", {"code": "6 * 7"})
        start = time.perf_counter()
        client.shell_channel.send(message)
        await client.get_shell_msg()
        return time.perf_counter() - start

    return trip


async def _drains(tell: Send, ours: Any, theirs: Any, sub: Any, rounds: int, outputs: int) -> Table:
    async def our_drain() -> None:
        for _ in range(outputs):
            message = await ours.receive()
            assert message.content.text

    async def their_drain() -> None:
        for _ in range(outputs):
            assert (await theirs.get_iopub_msg())["content"]["text"]

    async def raw_drain() -> None:
        for _ in range(outputs):
            sub.recv_multipart()

    drains = {"pyzmq": raw_drain, "kernelwire": our_drain, "jupyter_client": their_drain}
    assert len(drains) == HEARERS
    speeds: dict[str, list[float]] = {name: [] for name in drains}
    for number in range(rounds):
        tell(str(number))  # all get all of it, when the peer has sent it; each then reads what is there
        for name, drain in drains.items():
            start = time.perf_counter()
            await drain()
            speeds[name].append(outputs / (time.perf_counter() - start))
    rows = [("", "thousands a second", "kernelwire against it")]
    for name, found in speeds.items():
        ratio = statistics.median(us / it for us, it in zip(speeds["kernelwire"], found, strict=True))
        rows.append((name, f"{statistics.median(found) / 1e3:.0f}", f"{ratio:.1f} ×"))
    return Table(f"Output on iopub, {outputs:,} messages that are there", rows, f"Rounds: {rounds}; medians.")


def _request(name: str) -> Message[Any]:
    header = Header(name, "benchmark", "ada", "2026-03-09T14:05:21.058145Z", "execute_request", "5.4")
    return Message(header, content=ExecuteRequest("6 * 7"), channel="shell")


def _fields(info: ConnectionInfo) -> Any:
    ports = ("shell_port", "control_port", "stdin_port", "iopub_port", "hb_port")
    plain = ("transport", "ip", "signature_scheme", *ports)
    return {name: getattr(info, name) for name in plain} | {"key": info.key.encode()}
