"""What a caller holds of a request: answers to go through, a reply or a result to wait for.

Which answers belong to it is decided in `session`; nothing is sent or read here.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Generator
from typing import Any, Generic

from kernelwire.client.waiting import within
from kernelwire.errors import ConnectionClosed, LocalProtocolError
from kernelwire.session.outputs import Outputs, Result
from kernelwire.session.requests import Request
from kernelwire.wire.message import ContentT, Message


async def until(reached: Callable[[], bool], *requests: Request[Any]) -> None:
    """Wait until something is so that depends on some requests alone."""
    woken = asyncio.Event()
    for request in requests:
        request.listeners.append(woken.set)
    try:
        while not reached():
            await woken.wait()
            woken.clear()
    finally:
        for request in requests:
            request.listeners.remove(woken.set)


class Exchange(Generic[ContentT]):
    """A request and all that answers it. ``async for`` gives each message once, in the order they came.

    That ends when the request is done: its reply and its idle status have come (spec: "Kernel status"). It
    raises KernelDied or ConnectionClosed where that will never be, after all that has come.
    """

    def __init__(self, request: Request[ContentT]) -> None:
        """Clients make them: see `kernelwire.client.client.Client.request`."""
        self.request = request

    @property
    def msg_id(self) -> str:
        """The request's identity: its answers name it as their parent."""
        return self.request.msg_id

    @property
    def gaps(self) -> tuple[str, ...]:
        """How the connection broke meanwhile, if it did: answers may be missing."""
        return tuple(self.request.gaps)

    async def reply(self, *, timeout: float | None = None) -> Message[ContentT]:
        """The reply, as soon as it is there; the kernel may not be idle yet.

        Raises KernelDied, ConnectionClosed; RemoteProtocolError if the kernel went idle without a reply;
        LocalProtocolError if the request has none, or could not be sent; TimeoutError after ``timeout``
        seconds: then nobody waits for its answers any more, and the client goes on.
        """
        request = self.request
        if request.reply_type is None:
            raise LocalProtocolError(f"a {request.message.msg_type} has no reply; await done() instead")
        # Of what failed on our side, the end is waited for: before, the kernel would drop what comes next.
        await self._until(
            lambda: request.over or (request.reply is not None and request.failure is None), "reply", timeout
        )
        if request.reply is None or request.failure is not None:
            raise request.error or ConnectionClosed("there was no reply")
        return request.reply

    async def done(self, *, timeout: float | None = None) -> None:
        """Wait until the request is done. Raises as `reply` does."""
        await self._until(lambda: self.request.over, "end of the request", timeout)
        if self.request.error is not None:
            raise self.request.error

    def late(self) -> list[Message[Any]]:
        """What was not given yet: after the end of the iteration, what has come since, from threads say."""
        messages = [*self.request.unread]
        self.request.unread.clear()
        return messages

    def __aiter__(self) -> Exchange[ContentT]:
        return self

    async def __anext__(self) -> Message:
        unread = self.request.unread
        if not unread:
            if not self.request.over:
                await self._until(lambda: bool(unread) or self.request.over, "answer", None)
            if not unread:
                if self.request.error is not None:
                    raise self.request.error
                raise StopAsyncIteration
        return unread.popleft()

    async def _until(self, reached: Callable[[], bool], what: str, timeout: float | None) -> None:
        """Wait. Whoever gives up, by a timeout or by being cancelled, abandons the request."""
        try:
            async with within(timeout, what):
                await until(reached, self.request)
        except BaseException:
            self.request.abandon()
            raise

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self.request!r}>"


class Execution(Exchange[ContentT]):
    """What a cell does: its answers one by one, or, with `result`, all at once."""

    def __init__(self, request: Request[ContentT], outputs: Outputs) -> None:
        """Clients make them: see `kernelwire.client.verbs.Verbs.execute`."""
        super().__init__(request)
        self._outputs = outputs
        request.watcher = outputs.foresee

    async def __anext__(self) -> Message:
        message = await super().__anext__()
        self._outputs.forget(message)
        return message

    async def result(self, *, timeout: float | None = None) -> Result:
        """Run to the end; gives the outputs as a notebook would have them, of all that was not iterated.

        Code that raises is no exception here: see `Result.status`. Raises as `Exchange.reply` does, and
        LocalProtocolError if somebody gave up waiting: what came since was not kept.
        """
        for message in self.late():
            self._outputs.take(message)
        if self.request.kept:
            # At once, in the order of all answers: cells update each other's.
            self.request.taker = self._outputs.take
        await self.done(timeout=timeout)
        if not self.request.kept:
            raise LocalProtocolError(
                "this was given up, by a timeout or cancelled: its outputs were not kept"
            )
        return Result(self.request, self._outputs, await self.reply(), self.gaps)

    def __await__(self) -> Generator[Any, Any, Result]:
        """``await client.execute(…)`` is `result`, without a timeout."""
        return self.result().__await__()
