"""The fifth channel: whatever is sent there comes back (messaging.rst, "Heartbeat for kernels"). Unsigned.

A kernel's echo says that its process is there, no more; and a missing one says nothing: IRkernel answers
between cells only. So silence is information, and never an error.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from typing import TYPE_CHECKING

from kernelwire.errors import ConnectionClosed, RemoteProtocolError
from kernelwire.limits import Limits
from kernelwire.transports.zeromq.links import Hub, Link, Observer
from kernelwire.transports.zeromq.sockets import write_frames

if TYPE_CHECKING:
    from types import TracebackType

    from kernelwire.local.connection import ConnectionInfo

INTERVAL = 1.0
"""Seconds between pings."""

_REPEAT = 10  # a ping without an answer may be lost: so many intervals later there is another one
_BURST = 100  # as many are read at once, whatever a peer sends
_LIMITS = Limits()


class _Pulse(Link):
    """Either end: closes what it opened, and reads in bursts."""

    async def aclose(self) -> None:
        """Close it, for good. Again: nothing."""
        await self._hub.aclose()

    def _received(self) -> Iterator[list[bytes]]:
        for _ in range(_BURST):
            try:
                frames = self.read_frames()
            except RemoteProtocolError:
                continue  # over a limit, and gone; nobody is there to be told
            if frames is None:
                return
            yield frames
        self._hub.loop.call_soon(self._again)

    def _sent(self) -> None:
        self._signalled()

    def _again(self) -> None:
        if not self._closed:
            self._signalled()


class Heartbeat(_Pulse):
    """A client's end: asks once an `INTERVAL`, and notes what it hears."""

    def __init__(
        self, hub: Hub, info: ConnectionInfo, limits: Limits = _LIMITS, observer: Observer | None = None
    ) -> None:
        self._heard = hub.loop.time()
        self._waiters: list[asyncio.Future[None]] = []
        self._unanswered = 0
        self._timer: asyncio.TimerHandle | None = None
        super().__init__(hub, info, "heartbeat", "client", limits=limits, observer=observer)
        self._beat()

    @property
    def silent_for(self) -> float:
        """Seconds since the last echo, or since it was opened."""
        return self._hub.loop.time() - self._heard

    @property
    def beating(self) -> bool:
        """Whether the kernel was heard within the last three intervals."""
        return self.silent_for < 3 * INTERVAL

    async def heard(self) -> None:
        """Wait for the next echo. Raises ConnectionClosed if it is closed meanwhile."""
        if self._closed:
            raise ConnectionClosed("the heartbeat was closed here")
        waiter = self._hub.loop.create_future()
        self._waiters.append(waiter)
        try:
            await waiter
        finally:
            self._waiters.remove(waiter)

    def _beat(self) -> None:
        if self._unanswered % _REPEAT == 0:
            write_frames(self.socket, [b"", b"ping"])  # the empty frame is what REQ would send
        self._unanswered += 1
        self._timer = self._hub.loop.call_later(INTERVAL, self._beat)
        self._sent()

    def _signalled(self) -> None:
        for _ in self._received():
            self._heard, self._unanswered = self._hub.loop.time(), 0
            for waiter in self._waiters:
                if not waiter.done():
                    waiter.set_result(None)

    def close(self, linger: int = 0) -> None:
        """As `Link.close`; pings are not waited for."""
        if self._timer is not None:
            self._timer.cancel()
        for waiter in self._waiters:
            if not waiter.done():
                waiter.set_exception(ConnectionClosed("the heartbeat was closed here"))
        super().close(0)

    async def __aenter__(self) -> Heartbeat:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.aclose()


class Echo(_Pulse):
    """A kernel's end: answers by itself, with the bytes that came, as long as the event loop runs."""

    def __init__(self, hub: Hub, info: ConnectionInfo, limits: Limits = _LIMITS) -> None:
        super().__init__(hub, info, "heartbeat", "kernel", limits=limits)

    def _signalled(self) -> None:
        for frames in self._received():
            write_frames(self.socket, frames)  # where there is no room, nobody is reading

    async def __aenter__(self) -> Echo:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.aclose()


def open_heartbeat(info: ConnectionInfo, limits: Limits = _LIMITS) -> Heartbeat:
    """Open a client's end by itself, on the running event loop: to be used with ``async with``.

    Raises KernelwireError if the address cannot be used.
    """
    return Hub.make(lambda hub: Heartbeat(hub, info, limits))


def open_echo(info: ConnectionInfo, limits: Limits = _LIMITS) -> Echo:
    """Open a kernel's end by itself, on the running event loop: to be used with ``async with``.

    Raises KernelwireError if the address cannot be used.
    """
    return Hub.make(lambda hub: Echo(hub, info, limits))
