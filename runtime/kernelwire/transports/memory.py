"""Two ends of one connection within this process: for tests, and for kernels that run beside their client."""

from __future__ import annotations

import asyncio
from typing import Any

from kernelwire.errors import ConnectionClosed, KernelwireError
from kernelwire.transports import Gap
from kernelwire.wire.framing import decode_frames, encode_frames
from kernelwire.wire.message import Message
from kernelwire.wire.signing import Signer


class MemoryTransport:
    """One end. What is sent goes through frames, so the other end gets what a socket would have brought."""

    def __init__(
        self, inbox: asyncio.Queue[Any], outbox: asyncio.Queue[Any], other: MemoryTransport | None = None
    ) -> None:
        """See `memory_pair`."""
        self._inbox, self._outbox = inbox, outbox
        self._signer = Signer(b"")
        self._closed = False
        self._other = other
        if other is not None:
            other._other = self

    async def send(self, message: Message[Any]) -> None:
        """See `kernelwire.transports.Transport.send`."""
        if self._closed:
            raise ConnectionClosed("the connection is closed")
        if self._other is not None and self._other._closed:
            raise ConnectionClosed("the other end hung up")
        frames = [bytes(frame) for frame in encode_frames(message, self._signer)]
        self._outbox.put_nowait((frames, message.channel))

    async def receive(self) -> Message[Any] | Gap:
        """See `kernelwire.transports.Transport.receive`."""
        if self._closed:
            raise ConnectionClosed("the connection is closed")
        incoming: tuple[list[bytes], str | None] | Gap | KernelwireError = await self._inbox.get()
        if isinstance(incoming, KernelwireError):
            raise incoming
        if isinstance(incoming, Gap):
            return incoming
        frames, channel = incoming
        return decode_frames(frames, self._signer, channel=channel)

    def put(self, event: Gap | KernelwireError) -> None:
        """Have the other end's `receive` give a gap, or raise an error, after all that was sent before."""
        self._outbox.put_nowait(event)

    def knock(self) -> None:
        """See `kernelwire.transports.Transport.knock`: what was sent is in the other end's queue."""

    async def aclose(self) -> None:
        """See `kernelwire.transports.Transport.aclose`; the other end sees it."""
        if not self._closed:
            self._closed = True
            self.put(ConnectionClosed("the other end hung up"))
            self._inbox.put_nowait(ConnectionClosed("the connection is closed"))


def memory_pair() -> tuple[MemoryTransport, MemoryTransport]:
    """The client's end and the kernel's."""
    to_kernel: asyncio.Queue[Any] = asyncio.Queue()
    to_client: asyncio.Queue[Any] = asyncio.Queue()
    client = MemoryTransport(to_client, to_kernel)
    return client, MemoryTransport(to_kernel, to_client, client)
