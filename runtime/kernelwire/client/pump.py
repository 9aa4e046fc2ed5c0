"""Two tasks between a `Session` and a `Transport`: one writes, one reads."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Coroutine
from contextlib import suppress
from typing import Any, Protocol

from kernelwire.client.waiting import within
from kernelwire.errors import ConnectionClosed, KernelDied, KernelwireError, RemoteProtocolError
from kernelwire.session.requests import Request
from kernelwire.transports import Gap, Transport
from kernelwire.wire.message import Message

_log = logging.getLogger("kernelwire")

_BURST = 100
"""After so many messages in a row, the other tasks get their turn."""
_TOLD = 10
"""So many refused messages are logged one by one; a flood is not."""
_FLUSH = 1.0
"""So many seconds may it take, at the end, to hand over what was to be sent."""


class Hears(Protocol):
    """Who is told what comes."""

    def heard(self, message: Message[Any]) -> None:
        """A message came."""
        ...

    def resumed(self, gap: Gap) -> None:
        """The connection was broken, and is there again."""
        ...

    async def died(self, error: KernelDied) -> None:
        """The transport saw the kernel's end."""
        ...

    def ended(self, error: KernelwireError) -> None:
        """Nothing will come any more."""
        ...

    def unsent(self, request: Request[Any] | None, error: KernelwireError) -> None:
        """A message could not be sent."""
        ...


class Pump:
    """Carries messages both ways until it is closed."""

    def __init__(self, transport: Transport, hears: Hears) -> None:
        """`start` sets it going."""
        self._transport, self._hears = transport, hears
        self._outbox: asyncio.Queue[tuple[Message[Any], Request[Any] | None] | None] = asyncio.Queue()
        self._tasks: list[asyncio.Task[None]] = []
        self.refused = 0
        """How many messages came that were none."""

    def start(self) -> None:
        """Begin to read and to write."""
        self._tasks = [asyncio.ensure_future(self._guarded(run())) for run in (self._write, self._read)]

    def post(self, message: Message[Any], request: Request[Any] | None = None) -> None:
        """Have a message sent after all that were posted before."""
        self._outbox.put_nowait((message, request))

    def knock(self) -> None:
        """Have the kernel look whether something lies there."""
        self._transport.knock()

    async def aclose(self) -> None:
        """Hand over what was posted, as far as that goes quickly, and close the transport."""
        self._outbox.put_nowait(None)
        try:
            with suppress(TimeoutError):
                async with within(_FLUSH, "end of the outbox"):
                    await asyncio.wait(self._tasks[:1] or [asyncio.ensure_future(asyncio.sleep(0))])
        finally:
            for task in self._tasks:
                task.cancel()
            await self._transport.aclose()
            await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _write(self) -> None:
        while (posted := await self._outbox.get()) is not None:
            message, request = posted
            try:
                await self._transport.send(message)
            except KernelwireError as error:
                self._hears.unsent(request, error)

    async def _read(self) -> None:
        count = 0
        while True:
            try:
                incoming = await self._transport.receive()
            except RemoteProtocolError as error:
                self._refuse(error)
                continue
            except KernelDied as error:
                await self._hears.died(error)
                continue
            except ConnectionClosed as error:
                self._hears.ended(error)
                return
            if isinstance(incoming, Gap):
                self._hears.resumed(incoming)
            else:
                self._hears.heard(incoming)
            count += 1
            if count % _BURST == 0:
                await asyncio.sleep(0)

    def _refuse(self, error: RemoteProtocolError) -> None:
        self.refused += 1
        if self.refused <= _TOLD:
            more = "; further ones are only counted" if self.refused == _TOLD else ""
            _log.warning("a message was refused: %s%s", error, more)

    async def _guarded(self, run: Coroutine[Any, Any, None]) -> None:
        """A mistake of ours must not leave callers waiting for ever."""
        try:
            await run
        except Exception as error:
            _log.exception("the client broke")
            self._hears.ended(ConnectionClosed(f"the client broke: {error!r}"))
            raise
