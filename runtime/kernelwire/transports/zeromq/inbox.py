"""One `receive` over any number of ZeroMQ sockets, on an event loop. What to read off one: see channels.

libzmq's descriptor tells of a change, not of a state: it can be read once after something happened, until
the next call of libzmq takes the signal back, whatever that call was for. So there is a list of sources that
*may* have something; one is taken off only when a read said that there is nothing, and put on by its
descriptor and after each send.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable
from contextvars import Context
from typing import Any, Generic, Protocol, TypeVar

from kernelwire.errors import ConnectionClosed, KernelwireError, LocalProtocolError

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)

_TURNS = 200
"""As many messages are given out without a pause for the other tasks of the loop."""


class Source(Protocol[T_co]):
    """Something to read from without waiting."""

    def read(self) -> T_co | None:
        """The next one, or None. Raises KernelwireError for one that cannot be read; it is gone then."""
        ...

    def can_read(self) -> bool:
        """Whether there is one."""
        ...


class _Waiter(asyncio.Future[None]):
    """What one task waits for; that task can be gone on with at once.

    The result of a plain future is told in the loop's next turn, after one more look at all descriptors: that
    is a twentieth of a round trip.
    """

    _resume: Callable[[Any], object] | None = None
    _context: Context | None = None

    def add_done_callback(self, fn: Callable[[Any], object], /, *, context: Context | None = None) -> None:
        """The task's own callback: it alone waits here."""
        self._resume, self._context = fn, context
        super().add_done_callback(fn, context=context)

    def go_on(self) -> None:
        """Have the task go on, here and now. To be called by the event loop, for no task may be running."""
        resume, context = self._resume, self._context
        if resume is None or context is None:
            self.set_result(None)
            return
        self.remove_done_callback(resume)
        self.set_result(None)
        context.run(resume, self)


class Inbox(Generic[T]):
    """What comes from several sources: in the order of each, one from each in turn. For one receiver."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self._loop = loop
        self._items: deque[T | KernelwireError] = deque()
        self._maybe: deque[Source[T]] = deque()
        self._waiter: _Waiter | None = None
        self._last: Source[T] | None = None  # the one that something was just read from
        self._turns = 0
        self.closed = ""
        """Why nothing is given out any more."""

    async def receive(self) -> T:
        """The next one. Raises what a source raised, and ConnectionClosed after `close`.

        Nothing is taken before there is something to return: it may be cancelled at any time.
        """
        self._turns += 1
        if self._turns >= _TURNS:
            self._turns = 0
            await asyncio.sleep(0)
        while True:
            if self.closed:
                raise ConnectionClosed(self.closed)
            if self._items:
                item = self._items.popleft()
                if isinstance(item, KernelwireError):
                    raise item
                return item
            found = self._read()
            if found is not None:
                return found
            await self._wait()

    def _read(self) -> T | None:
        maybe = self._maybe
        while maybe:
            source = maybe[0]
            # Reading in vain costs an exception, asking a call of the system: ask, but not within a burst.
            found = source.read() if source is self._last or source.can_read() else None
            if found is not None:
                if len(maybe) > 1:
                    maybe.rotate(-1)
                self._last = source
                return found
            maybe.popleft()
        self._last = None
        return None

    async def _wait(self) -> None:
        if self._waiter is not None and not self._waiter.done():
            raise LocalProtocolError("somebody else is receiving here: there can be one at a time")
        self._turns = 0
        waiter = self._waiter = _Waiter(loop=self._loop)
        try:
            await waiter
        finally:
            if self._waiter is waiter:  # one that was cancelled may be followed by the next at once
                self._waiter = None

    def signalled(self, source: Source[T]) -> None:
        """Its descriptor could be read. To be called by the event loop, not by a task."""
        waiter = self._waiter
        if waiter is None or waiter.done():
            if source.can_read():  # which takes the signal back
                self._note(source)
            return
        found = self._taken(source)
        if found is not None:
            self._note(source)
            self._items.append(found)
            waiter.go_on()

    def used(self, source: Source[T]) -> None:
        """Something was sent by it, which may have taken the signal back."""
        if self._waiter is None or self._waiter.done() or source.can_read():
            self._note(source)
            self._wake()

    def take(self, source: Source[T]) -> bool:
        """Read one now, and keep it for `receive`. False if there is none."""
        found = self._taken(source)
        if found is None:
            return False
        self.put(found)
        return True

    def _taken(self, source: Source[T]) -> T | KernelwireError | None:
        try:
            return source.read()
        except KernelwireError as error:
            return error

    def put(self, item: T | KernelwireError) -> None:
        """Have it given out, or raised, after all that was read so far."""
        self._items.append(item)
        self._wake()

    def forget(self, source: Source[T]) -> None:
        """Do not read it again."""
        if source in self._maybe:
            self._maybe.remove(source)

    def close(self, why: str = "the connection was closed here") -> None:
        """What was not given out is dropped; who waits gets ConnectionClosed."""
        self.closed = self.closed or why
        self._items.clear()
        self._maybe.clear()
        self._wake()

    def _note(self, source: Source[T]) -> None:
        if source not in self._maybe:
            self._maybe.append(source)

    def _wake(self) -> None:
        if self._waiter is not None and not self._waiter.done():
            self._waiter.set_result(None)
