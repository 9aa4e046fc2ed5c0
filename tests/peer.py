"""A kernel's end of the wire, made with plain pyzmq; jupyter_client's Session writes and reads the messages.

It runs in the loop of what is tested, and leaves it room while it waits.
"""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import Callable, Coroutine, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from typing import Any, TypeVar

import zmq
from jupyter_client.session import Session

from jupyter_messages import Content, ExecuteRequest, Header
from kernelwire import Message
from kernelwire.local.connection import PORTS, ConnectionInfo

T = TypeVar("T")
SECONDS = 60
"""However slow the machine is, this is long enough."""
CHANNELS = ("shell", "control", "stdin", "iopub")
_TYPES = {
    "shell": zmq.ROUTER,
    "control": zmq.ROUTER,
    "stdin": zmq.ROUTER,
    "iopub": zmq.XPUB,
    "heartbeat": zmq.REP,
}
_ids = itertools.count()


def run(coroutine: Coroutine[Any, Any, T]) -> T:
    """Run a test's coroutine, for a limited time."""

    async def limited() -> T:
        return await asyncio.wait_for(coroutine, SECONDS)

    return asyncio.run(limited())


def request(code: str = "6 * 7", channel: str = "shell", **more: Any) -> Message[ExecuteRequest]:
    name = f"request-{next(_ids)}"
    header = Header(name, "client", "ada", "2026-03-09T14:05:21.058145Z", "execute_request", "5.4")
    return Message(header, content=ExecuteRequest(code), channel=channel, **more)


def answer(content: Content, msg_type: str, parent: Header | None = None, **more: Any) -> Message[Any]:
    name = f"answer-{next(_ids)}"
    header = Header(name, "kernel", "ada", "2026-03-09T14:05:21.058145Z", msg_type, "5.4")
    return Message(header, parent, content=content, **more)


@contextmanager
def sockets() -> Iterator[Callable[[int], Any]]:
    """Makes plain sockets, which are closed at the end."""
    with ExitStack() as stack:
        context: zmq.Context[Any] = zmq.Context()
        stack.callback(context.destroy, 0)
        yield lambda kind: stack.enter_context(context.socket(kind))


class Peer:
    """All five sockets, bound where ``info`` says."""

    def __init__(self, info: ConnectionInfo, **options: Any) -> None:
        self.info = info
        self.context = zmq.Context()
        self.session = Session(key=info.key.encode(), signature_scheme=info.signature_scheme)
        self.sockets: dict[str, Any] = {}
        for channel in PORTS:
            socket: Any = self.context.socket(_TYPES[channel])
            socket.setsockopt(zmq.SNDHWM, 0)
            socket.setsockopt(zmq.IPV6, 1)
            if channel in ("shell", "control", "stdin"):
                socket.setsockopt(zmq.ROUTER_HANDOVER, 1)  # as ipykernel does
            for name, value in options.items():
                setattr(socket, name, value)
            if info.curve_publickey and info.curve_secretkey:
                socket.curve_publickey = info.curve_publickey.encode()
                socket.curve_secretkey = info.curve_secretkey.encode()
                socket.curve_server = True
            socket.bind(info.bind_url(channel))
            self.sockets[channel] = socket
        self.clients: dict[str, bytes] = {}

    async def frames_from(self, channel: str) -> list[bytes]:
        """The next multipart; on iopub, who subscribes."""
        while not self.sockets[channel].poll(0):
            await asyncio.sleep(0.001)
        frames: list[bytes] = self.sockets[channel].recv_multipart()
        return frames

    async def subscribed(self) -> bytes:
        """Wait for a client of iopub; what it subscribed to."""
        while True:
            [frame] = await self.frames_from("iopub")
            if frame[:1] == b"\1":
                return frame[1:]

    async def receive(self, channel: str) -> Any:
        """The next message, as jupyter_client reads it."""
        frames = await self.frames_from(channel)
        identities, parts = self.session.feed_identities(frames)
        self.clients[channel] = identities[0]
        return self.session.deserialize(parts, content=True)

    def frames(
        self, msg_type: str, content: Any, parent: Any = None, buffers: Sequence[bytes] = ()
    ) -> list[bytes]:
        """A signed message: the delimiter and what follows."""
        return [*self.session.serialize(self.session.msg(msg_type, content, parent)), *buffers]

    def output(self, text: str) -> list[bytes]:
        return self.frames("stream", {"name": "stdout", "text": text})

    def send(self, channel: str, frames: Sequence[bytes]) -> None:
        """Send frames to the client that was heard last on the channel; on iopub to all."""
        to = [b"stream"] if channel == "iopub" else [self.clients[channel]]
        self.sockets[channel].send_multipart([*to, *frames])

    async def echo(self) -> bytes:
        """Answer one heartbeat."""
        [frame] = await self.frames_from("heartbeat")
        self.sockets["heartbeat"].send(frame)
        return frame

    def close(self) -> None:
        self.context.destroy(0)

    def __enter__(self) -> Peer:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()
