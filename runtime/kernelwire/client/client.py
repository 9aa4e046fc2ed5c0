"""A client of one kernel: any number of requests at once, over any transport."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, suppress
from itertools import count
from pathlib import Path
from types import ModuleType
from typing import Any

import jupyter_messages as emitted
from jupyter_messages import KernelInfoReply, KernelInfoRequest
from kernelwire.client.comms import Comms
from kernelwire.client.debugging import DebugResult, debug_request, debug_result
from kernelwire.client.exchange import until
from kernelwire.client.owners import ATTEMPTS, Owner
from kernelwire.client.stdin import OnInput
from kernelwire.client.subshells import subshell
from kernelwire.client.switchboard import Switchboard
from kernelwire.client.verbs import Verbs
from kernelwire.client.waiting import within
from kernelwire.errors import ConnectionClosed, KernelDied
from kernelwire.session.requests import Request
from kernelwire.session.session import in_main_line
from kernelwire.transports import Transport
from kernelwire.wire.message import Message

_PATIENCE = 1.0
"""Seconds after which a kernel that does not answer is asked on control, too."""
_SUBSCRIBED = 0.05, 0.4
"""Seconds after a reply in which what is published about the request arrives, once anything arrives: twice as
many after each attempt, from the first number to the second."""
_BEGINS = 1.0
"""Seconds in which a kernel that has nothing else to do is busy with what it was sent."""
_WORKS = 0.1
"""Seconds after that in which it can be interrupted: ipykernel would miss an earlier one, IRkernel die."""


class Client(Verbs):
    """Talks to one kernel. `kernelwire.launch` and `kernelwire.connect` give one that is ready.

    It belongs to the event loop that it was started in, whose tasks share it without locks.
    """

    def __init__(
        self,
        transport: Transport,
        owner: Owner,
        *,
        session_id: str | None = None,
        on_input: OnInput | None = None,
        messages: ModuleType = emitted,
    ) -> None:
        """``session_id`` is what the headers name; a new one unless it is given.

        ``on_input`` answers where a request has none of its own. ``messages`` is the package that types
        contents: `jupyter_messages`, or one of your own types.
        """
        super().__init__(Switchboard(transport, owner, session_id, on_input, messages))
        self._info: KernelInfoReply | None = None
        self._owner = owner
        self._closed = False
        self._restarting = asyncio.Lock()  # of two at once, each would start a kernel
        self._debug_seq = count(1)

    @property
    def info(self) -> KernelInfoReply | None:
        """What kernel this is, as it said when it got ready."""
        return self._info

    @property
    def comms(self) -> Comms:
        """The comms between here and the kernel: ``client.comms.open("target", data)``."""
        return self._board.comms

    @property
    def connection_file(self) -> Path | None:
        """The file that other clients can `kernelwire.connect` by; None where there is none here."""
        return self._owner.connection_file

    async def ready(self, *, timeout: float | None = None) -> None:
        """Wait until the kernel answers, and until what it publishes is heard.

        The first does not show the second, for a subscription takes its time: a welcome (JEP 65) does, or
        anything that is published about our own question; kernels welcome their first subscriber at most.
        A restart that somebody gave up waiting for is waited for. Raises TimeoutError, KernelDied,
        ConnectionClosed.
        """
        async with within(timeout, "answer of the kernel"):
            async with self._restarting:
                pass
            await self._ready()

    async def _ready(self) -> None:
        patience, most = _SUBSCRIBED
        while not await self._asked(patience):
            if self._info is None:
                await asyncio.sleep(patience)  # it refuses, and may do so as quickly as it is asked
            patience = min(2 * patience, most)

    async def interrupt(self, *, timeout: float | None = None) -> None:
        """Stop what runs: by a signal or a message, as the kernelspec has it, or through the server.

        A request that was just made is stopped, too: it has a second to begin. What is made before the
        interrupted one has ended is aborted along with it, as all that waits behind an error:
        ``await execution.done()`` first.
        """
        async with within(timeout, "interrupt"):
            await self.begun()
            await self._owner.interrupt(self)

    async def restart(self, *, timeout: float | None = None) -> None:
        """End the kernel and start it again; it is ready then. Requests under way fail with KernelDied.

        Of several at once, one comes after the other. Whoever gives up does not stop it: `ready` waits for
        it. Raises LocalProtocolError where the kernel is somebody else's.
        """
        self._refuse_closed()
        restart = self._board.spawn(self._restart())
        try:
            async with within(timeout, "restart"):
                await asyncio.shield(restart)
        except asyncio.CancelledError:
            if restart.cancelled():  # by nobody but `aclose`
                self._refuse_closed()
            raise

    async def _restart(self) -> None:
        async with self._restarting:
            for attempt in range(1, ATTEMPTS + 1):
                await self._owner.restart(self)
                self._board.lost(KernelDied(None))
                self._board.gone = self._info = None
                try:
                    await self._ready()
                    return
                except KernelDied as error:
                    if attempt == ATTEMPTS or not self._owner.may_try_again(error):
                        raise

    async def shutdown(self, *, timeout: float | None = None) -> None:
        """End the kernel, and close the client."""
        async with within(timeout, "end of the kernel"):
            await self._owner.shutdown(self)
        await self.aclose()

    def subshell(self, *, timeout: float | None = None) -> AbstractAsyncContextManager[Verbs]:
        """Run requests beside others: ``async with client.subshell() as sub`` has the verbs, too (JEP 91).

        Raises RemoteProtocolError where the kernel has no subshells, before anything is asked if it said so.
        ``timeout`` is for making and for deleting it.
        """
        return subshell(self._board, self.info, timeout)

    async def debug(
        self, command: str, arguments: object = None, *, timeout: float | None = None
    ) -> DebugResult:
        """Ask the debugger (spec: "Debug request"): ``(await client.debug("debugInfo")).body``.

        ``arguments`` is a dict, or of the class that the schemas have for the command (DumpCellArguments, …).
        Of Jupyter's own commands the body is typed (`Invalid` where it is not as the spec has it, as that of
        debugInfo with all kernels known: hashSeed is a number), of those of DAP it is JSON. Events are among
        `others`, or among the answers of the request that caused them. Errors as with all verbs.
        """
        content = debug_request(next(self._debug_seq), command, arguments)
        return debug_result(command, await self.request(content).reply(timeout=timeout))

    async def others(self) -> AsyncIterator[Message]:
        """What answers none of our requests, as it comes, and all of it from before the kernel was ready.

        Outputs that other clients caused, ``starting``, welcomes, late output of requests that nobody holds.
        The newest `kernelwire.session.session.OTHERS` are kept. Ends when the client is closed;
        goes on after a kernel that died, for another one may come. Raises ConnectionClosed if none can.
        """
        others, news = self._board.session.others, self._board.news
        while True:
            while others:
                yield others.popleft()
            if self._closed:
                return
            if isinstance(self._board.gone, ConnectionClosed):
                raise self._board.gone
            news.clear()
            await news.wait()

    @property
    def refused(self) -> int:
        """How many messages came that were none: wrong signatures, wrong frames, replays."""
        return self._board.pump.refused

    @property
    def busy(self) -> bool:
        """Whether a request of ours is under way, other than the question what kernel it is.

        That is also asked from here, and some kernels never answer it on every channel.
        """
        return bool(self._board.session.asked())

    def start(self) -> None:
        """Begin to read and to write; what is read before anybody asks is kept."""
        self._board.pump.start()

    async def aclose(self) -> None:
        """Close the connection; the kernel goes on. Requests under way fail with ConnectionClosed."""
        self._closed = True
        try:
            await self._board.aclose()
        finally:
            self._board.lost(ConnectionClosed("the client is closed"))

    def __repr__(self) -> str:
        kernel = self.info.implementation if self.info else "a kernel that is not ready"
        return f"<Client of {kernel}{', closed' if self._closed else ''}>"

    # For the owner of the kernel.

    def lost(self, error: KernelDied) -> None:
        """The kernel is gone: requests under way fail, unless they have already."""
        if self._board.gone is None:
            self._board.lost(error)
        self._board.buried = True

    @property
    def works(self) -> bool:
        """Whether it has something to do, for us or, as it said last, for somebody else."""
        return self.busy or self._board.session.busy

    async def begun(self) -> None:
        """Wait a moment for the kernel to begin with what it was sent; what overtakes that, stops nothing."""
        sent = [each for each in self._board.session.asked() if in_main_line(each)]
        if sent:
            await _soon(_BEGINS, lambda: any(each.begun or each.over for each in sent), sent)
            rest = self._board.turned + _WORKS - asyncio.get_running_loop().time()
            await _soon(rest, lambda: all(each.over for each in sent), sent)

    async def rewire(self, transport: Transport) -> None:
        """Another kernel is in its place, to be reached like this."""
        await self._board.rewire(transport)

    def _refuse_closed(self) -> None:
        if self._closed:
            raise ConnectionClosed("the client is closed")

    async def __aenter__(self) -> Client:
        self.start()
        return self

    async def __aexit__(self, *exc_info: object) -> None:
        await self.aclose()

    async def _asked(self, patience: float) -> bool:
        """Ask what kernel it is; gives whether it answered, and was heard on iopub so soon after, too."""
        probes = [self._board.send(KernelInfoRequest())]
        if not await _soon(_PATIENCE, lambda: _answered(probes), probes):
            # It is starting, or busy. One that is busy may still answer on control (since 5.5).
            probes.append(self._board.send(KernelInfoRequest(), "control"))
            await until(lambda: _answered(probes), *probes)
        for probe in probes:
            lost = isinstance(probe.error, ConnectionClosed) and self._board.gone is None
            if probe.error is not None and not lost:  # somebody else had the port, say: we can ask again
                raise probe.error
            if probe.reply is not None and isinstance(probe.reply.content, KernelInfoReply):
                self._info = probe.reply.content
        if self.info is None:
            return False
        return await _soon(patience, lambda: self._board.welcomed or _published(probes), probes)


def _answered(probes: list[Request[Any]]) -> bool:
    return any(probe.over or probe.reply is not None for probe in probes)


def _published(probes: list[Request[Any]]) -> bool:
    return any(message.channel == "iopub" for probe in probes for message in probe.unread)


async def _soon(seconds: float, reached: Callable[[], bool], requests: list[Request[Any]]) -> bool:
    """Whether it comes about within so many seconds."""
    with suppress(TimeoutError):
        async with within(seconds, "change"):
            await until(reached, *requests)
    return reached()
