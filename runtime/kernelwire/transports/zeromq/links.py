"""A ZeroMQ socket on an event loop, and what the sockets of a connection share. No messages: see channels."""

from __future__ import annotations

import asyncio
import threading
from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

import zmq

from kernelwire.errors import ConnectionClosed, KernelwireError
from kernelwire.limits import Limits
from kernelwire.transports.zeromq.descriptors import Watcher
from kernelwire.transports.zeromq.monitors import Monitor
from kernelwire.transports.zeromq.sockets import (
    Role,
    Socket,
    attach,
    can_write,
    descriptor,
    make_socket,
    read_frames,
    write_frames,
)
from kernelwire.wire.signing import Frame

if TYPE_CHECKING:
    from kernelwire.local.connection import ConnectionInfo

T = TypeVar("T")

LINGER = 500
"""Milliseconds that closing waits, at most, for what was sent to be handed to the system."""

AGAIN = 0.1
"""Seconds until a connection that broke is made again: a new kernel takes longer to start."""

LOOK_AGAIN = 0.005
"""Seconds between looks for room to send, where no signal came."""

_LIMITS = Limits()
_contexts: set[zmq.Context[Any]] = set()
"""Those in use. If one were collected together with its sockets, pyzmq would wait for these for ever."""


class Hub:
    """What the links of one connection share: a ZeroMQ context, the running event loop, and their end."""

    def __init__(self) -> None:
        self.loop = asyncio.get_running_loop()
        self.context: zmq.Context[Any] = zmq.Context()
        _contexts.add(self.context)
        self.watcher = Watcher(self.loop)
        self.links: list[Link] = []
        self.closed = False

    @classmethod
    def make(cls, build: Callable[[Hub], T]) -> T:
        """What is built on a new hub; nothing of it stays open if that fails."""
        hub = cls()
        try:
            return build(hub)
        except BaseException:
            hub.watcher.close()
            hub.context.destroy(0)
            _contexts.discard(hub.context)
            raise

    async def aclose(self) -> None:
        """Close all links; returns when what was sent is handed to the system, or after `LINGER`."""
        if self.closed:
            return
        self.closed = True
        for link in self.links:
            link.close(LINGER)
        self.watcher.close()
        await self._terminate()

    async def _terminate(self) -> None:
        done = self.loop.create_future()

        def finish() -> None:
            if not done.done():
                done.set_result(None)

        def terminate() -> None:
            self.context.term()
            _contexts.discard(self.context)
            with suppress(RuntimeError):  # the loop is closed: nobody waits any more
                self.loop.call_soon_threadsafe(finish)

        # libzmq has no way to wait for this but to block.
        threading.Thread(target=terminate, name="kernelwire-close", daemon=True).start()
        await done


class Observer(Protocol):
    """Who wants to know of a client's connection."""

    def up(self, link: Link) -> None:
        """It is made."""
        ...

    def lost(self, link: Link) -> None:
        """It is over, and only `Link.reopen` makes a new one; what came over it can still be read."""
        ...


class Link(ABC):
    """One end of one channel: frames in and out."""

    def __init__(
        self,
        hub: Hub,
        info: ConnectionInfo,
        channel: str,
        role: Role,
        *,
        limits: Limits = _LIMITS,
        identity: bytes = b"",
        lossless: bool = False,
        observer: Observer | None = None,
    ) -> None:
        """Binds as a kernel, connects as a client. Raises KernelwireError if the address cannot be used."""
        self.channel = channel
        self._hub, self._info, self._limits = hub, info, limits
        self._role: Role = role
        self._identity, self._lossless, self._observer = identity, lossless, observer
        self._turn = asyncio.Lock()
        self._room: asyncio.Future[None] | None = None
        self._retry: asyncio.TimerHandle | None = None
        self._closed = False
        self._monitor: Monitor | None = None
        self.socket = self._make()
        hub.links.append(self)
        try:
            self._attach()
        except BaseException:
            self.close()
            raise

    @property
    def port(self) -> int:
        """Its port; of a kernel that bound port 0, the one it got. With ipc, the number of its socket."""
        return self._port

    @abstractmethod
    def _signalled(self) -> None:
        """Something may have come. Must call libzmq, which takes the signal back."""

    @abstractmethod
    def _sent(self) -> None:
        """Something was sent, which may have taken the signal back."""

    def _make(self) -> Socket:
        socket = make_socket(
            self._hub.context,
            self._info,
            self.channel,
            self._role,
            limits=self._limits,
            identity=self._identity,
            lossless=self._lossless,
        )
        self._fd = descriptor(socket)
        self._hub.watcher.add(self._fd, self._signal)
        if self._observer is not None:
            up, lost = partial(self._observer.up, self), partial(self._observer.lost, self)
            try:
                self._monitor = Monitor(socket, self._hub.watcher, up, lost)
            except zmq.ZMQError as error:
                self._hub.watcher.remove(self._fd)
                self._fd = -1
                socket.close(0)
                raise KernelwireError(f"cannot watch the {self.channel} channel: {error}") from None
        return socket

    def _signal(self) -> None:
        if self._room is not None and can_write(self.socket):
            self._wake()
        self._signalled()

    def read_frames(self) -> list[bytes] | None:
        """The next multipart, or None. Raises RemoteProtocolError for one that is over a limit."""
        return read_frames(self.socket, self._limits)

    async def write_frames(self, frames: Sequence[Frame]) -> None:
        """Send a multipart; waits while there is no room. Raises ConnectionClosed after `close`."""
        if self._closed:
            raise ConnectionClosed("the connection was closed here")
        if self._turn.locked() or not write_frames(self.socket, frames):
            await self._write_when_possible(frames)
        self._sent()

    async def _write_when_possible(self, frames: Sequence[Frame]) -> None:
        async with self._turn:  # who comes later is sent later
            while self._closed or not write_frames(self.socket, frames):
                if self._closed:
                    raise ConnectionClosed("the connection was closed here, before there was room to send")
                self._room = self._hub.loop.create_future()
                self._sent()  # the attempt may have taken a signal back
                try:
                    # An XPUB says that there is room where there is none, and who reads here meanwhile may
                    # take the signal back: so this looks again by itself, too.
                    await asyncio.wait([self._room], timeout=LOOK_AGAIN)
                finally:
                    self._room = None

    def _wake(self) -> None:
        if self._room is not None and not self._room.done():
            self._room.set_result(None)

    def reopen(self) -> None:
        """Another socket in its place, connected in a moment. What the old one had not sent is dropped."""
        self._drop(0)
        self.socket = self._make()
        self._retry = self._hub.loop.call_later(AGAIN, self._attach)
        self._wake()

    def _attach(self) -> None:
        self._port = attach(self.socket, self._info, self.channel, self._role)
        self._sent()  # of a socket that was never looked at, nothing is signalled

    def close(self, linger: int = 0) -> None:
        """Close the socket for good. What was sent is given ``linger`` milliseconds, in the background."""
        if not self._closed:
            self._closed = True
            # A SUB has nothing to say but that it listens, and a kernel that is gone need not hear that.
            self._drop(0 if (self.channel, self._role) == ("iopub", "client") else linger)
            self._wake()

    def _drop(self, linger: int) -> None:
        if self._retry is not None:
            self._retry.cancel()
        if self._monitor is not None:
            self._monitor.close()
        if self._fd >= 0:  # else another one may have its number by now
            self._hub.watcher.remove(self._fd)
            self._fd = -1
        self.socket.close(linger)
