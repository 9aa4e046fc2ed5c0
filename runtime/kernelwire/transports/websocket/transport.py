"""A kernel behind a Jupyter server: its channels over one WebSocket connection, opened again when it breaks.
No messages are kept, none is sent twice; the frames: see websocket_framing.
"""

from __future__ import annotations

import asyncio
import ssl as tls
from collections import deque
from collections.abc import Coroutine
from contextlib import suppress
from typing import Any
from uuid import uuid4

try:
    from websockets import exceptions
    from websockets.asyncio.client import ClientConnection
    from websockets.frames import CloseCode
    from websockets.protocol import State
except ImportError as error:
    raise ImportError(
        f'Jupyter servers are talked to with websockets ({error}): pip install "kernelwire[websocket]"'
    ) from error

from kernelwire.errors import ConnectionClosed, LocalProtocolError, RemoteProtocolError
from kernelwire.limits import Limits
from kernelwire.transports import Gap
from kernelwire.transports.websocket.dialing import Dialer, Unreachable
from kernelwire.wire.message import Message
from kernelwire.wire.websocket_framing import decode_default, decode_v1, encode_default, encode_v1

_FIRST_DELAY, _LONGEST_DELAY = 0.25, 5.0
_STEADY = 10.0  # seconds that a connection lasts to count as one that works
_PING_INTERVAL = _PING_TIMEOUT = 20.0
_LOOK = 1.0  # seconds in which a kernel that is told to look should have something to say
_END = 3.0  # seconds that closing takes at most; for the other side's answer to it, the library takes two


class WebSocketTransport:
    """One connection to one kernel through a Jupyter server (a `kernelwire.transports.Transport`).

    Speaks v1 where the server does, else the default framing. When the connection breaks, it is opened again
    for the same session, for which jupyter_server keeps the output meanwhile: `receive` gives a `Gap`, then
    what comes. A message that was being sent when it broke may have arrived or not; it is not sent again, for
    code must not run twice.

    The server drops output that comes too fast for its limits (``iopub_msg_rate_limit``,
    ``iopub_data_rate_limit``), and says so in a stream on stderr alone.
    """

    def __init__(self, dialer: Dialer, patience: float, limits: Limits) -> None:
        """Use `open`."""
        self._dialer, self._patience, self._limits = dialer, patience, limits
        self._sockets: deque[ClientConnection] = deque()  # the first one is read from, the last written to
        self._gap: str | None = None  # why the last one broke, until it is told
        self._over: str | None = None
        self._reconnecting: asyncio.Task[None] | None = None
        self._tasks: set[asyncio.Task[None]] = set()
        self._heard = 0  # messages
        self._waiting = False  # for one
        self._knocking = False
        self._opened = self._delay = 0.0
        self._broken: float | None = None  # since when
        self._heard_before = 0

    @classmethod
    async def open(
        cls,
        url: str,
        *,
        session_id: str,
        token: str | None = None,
        ssl: tls.SSLContext | None = None,
        default_framing: bool = False,
        patience: float = 60.0,
        limits: Limits | None = None,
    ) -> WebSocketTransport:
        """Connect to ``http(s)://`` or ``ws(s)://host/base/api/kernels/<id>/channels``.

        ``session_id`` is that of the client's headers; the server tells clients apart by it. ``token`` goes
        into a header, also when it stands in the URL. ``ssl`` is for servers whose certificate is not
        trusted by default. ``default_framing`` offers the server no v1. ``patience`` is how long, in
        seconds, a broken connection is tried to be opened again.

        Raises `ConnectionClosed`, with what to do, if it cannot be opened now, and `LocalProtocolError` for
        what is no such URL.
        """
        limits = limits or Limits()
        dialer = Dialer(url, session_id, token, ssl, not default_framing, limits)
        self = cls(dialer, patience, limits)
        self._use(await dialer.dial())
        return self

    @property
    def subprotocol(self) -> str | None:
        """What the server agreed to speak; None is the default framing."""
        return self._sockets[-1].subprotocol if self._sockets else None

    async def send(self, message: Message[Any]) -> None:
        """Send on the channel that the message names; waits while the connection is broken.

        Raises LocalProtocolError for what cannot be written, ConnectionClosed after the end.
        """
        while not (self._sockets and self._sockets[-1].state is State.OPEN):
            await self._reconnected()
        socket = self._sockets[-1]
        frame = encode_v1(message) if socket.subprotocol else encode_default(message)
        with suppress(
            exceptions.ConnectionClosed
        ):  # may it have arrived or not: the Gap that follows says so
            await socket.send(frame)

    async def receive(self) -> Message[Any] | Gap:
        """The next message, or `Gap`; see `kernelwire.transports.Transport.receive`."""
        while self._gap is None:
            if not self._sockets:
                raise ConnectionClosed(self._over)
            socket = self._sockets[0]
            self._waiting = True
            try:
                frame = await socket.recv(decode=False)
            except exceptions.ConnectionClosed as closed:
                self._lose(socket, closed)
            except exceptions.ConcurrencyError:
                raise LocalProtocolError("receive is running already: a transport has one reader") from None
            else:
                decode = decode_v1 if socket.subprotocol else decode_default
                message = decode(frame, limits=self._limits)
                self._heard += 1
                return message
            finally:
                self._waiting = False
        if not self._sockets:
            await self._reconnected()
        reason, self._gap = self._gap, None
        return Gap(reason)

    def knock(self) -> None:
        """Connect for another session, for a moment: the server then makes one more connection to the kernel.

        Which kernels need it: see `ZmqTransport.knock`. Only while our own connection is open, or the server
        would forget the output that it keeps for that.
        """
        if not self._knocking and self._sockets and self._sockets[-1].state is State.OPEN:
            self._knocking = True
            self._spawn(self._knock())

    async def aclose(self) -> None:
        """Close it for good. A second time it does nothing."""
        self._over = self._over or "the connection was closed here"
        sockets = [*self._sockets]
        self._sockets.clear()
        tasks = [*self._tasks, *([self._reconnecting] if self._reconnecting else [])]
        for task in tasks:
            task.cancel()
        try:
            await asyncio.gather(*tasks, return_exceptions=True)
            for socket in sockets:
                await _end(socket)
        finally:
            for socket in sockets:
                socket.transport.abort()

    def _lose(self, socket: ClientConnection, closed: exceptions.ConnectionClosed) -> None:
        """Note why a connection broke. Raises what is to be said before it is opened again."""
        if socket not in self._sockets:  # closed by us
            raise ConnectionClosed(self._over)
        self._sockets.popleft()
        self._gap = self._dialer.hide(f"the connection to {self._dialer.place} broke: {closed}")
        if closed.rcvd and closed.rcvd.code == CloseCode.MESSAGE_TOO_BIG:
            self._gap += "; the server takes no messages of that size (its websocket_max_message_size)"
        elif closed.sent and closed.sent.code == CloseCode.MESSAGE_TOO_BIG:
            raise RemoteProtocolError(
                f"a message over {self._limits.max_bytes} bytes, which are allowed ({closed.sent.reason})"
            )

    async def _reconnected(self) -> None:
        """Wait for the connection to be open again. Raises `ConnectionClosed` if it will not be."""
        if self._over is None:
            if self._reconnecting is None:
                self._reconnecting = asyncio.create_task(self._reconnect())
            attempt = self._reconnecting
            await asyncio.wait(
                [attempt]
            )  # which others may wait for, too: it goes on if this one is cancelled
            if not attempt.cancelled():
                attempt.result()
        if self._over is not None:
            raise ConnectionClosed(self._over)

    async def _reconnect(self) -> None:
        now = asyncio.get_running_loop().time
        if self._broken is None or self._heard > self._heard_before or now() - self._opened > _STEADY:
            self._broken, self._delay = now(), 0.0
        self._heard_before = self._heard
        deadline = self._broken + self._patience
        why: object = self._gap or "it breaks again and again"
        try:
            while not self._delay or now() + self._delay < deadline:
                await asyncio.sleep(self._delay)
                self._delay = min(max(2 * self._delay, _FIRST_DELAY), _LONGEST_DELAY)
                try:
                    return self._use(await self._dialer.dial(max(deadline - now(), 1.0)))
                except Unreachable as error:
                    why = error
            self._over = f"given up after {self._patience:g} s: {why}"
        except ConnectionClosed as error:
            self._over = str(error)
        finally:
            self._reconnecting = None

    def _use(self, socket: ClientConnection) -> None:
        self._opened = asyncio.get_running_loop().time()
        self._sockets.append(socket)
        self._spawn(self._watch(socket))

    def _spawn(self, job: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(job)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _knock(self) -> None:
        try:
            socket = await self._dialer.dial(session_id=uuid4().hex)
            try:
                with suppress(exceptions.ConnectionClosed, asyncio.TimeoutError):
                    await asyncio.wait_for(socket.recv(decode=False), _LOOK)
            finally:
                await _end(socket)
        except ConnectionClosed:
            pass  # it was worth a try
        finally:
            self._knocking = False

    async def _watch(self, socket: ClientConnection) -> None:
        """Ping, and close the connection if that stays without an answer while somebody waits for messages.

        While nobody does, nothing is read, and no answer can be seen. One that is missed may be the fault of
        an event loop that was blocked: two are not.
        """
        missed = 0
        try:
            while missed < 2:
                await asyncio.sleep(_PING_INTERVAL)
                before = (self._heard, self._waiting)
                answered = await _answers(socket)
                silent = not answered and before == (self._heard, True) and self._waiting
                missed = missed + 1 if silent else 0
            await _end(socket, CloseCode.INTERNAL_ERROR, "no answer to pings")
        except exceptions.ConnectionClosed:
            pass  # who reads or writes sees it, too

    def __repr__(self) -> str:
        state = "over" if self._over else "open" if self._sockets else "broken"
        return f"<WebSocketTransport {state}, {self._dialer.place}>"


async def _answers(socket: ClientConnection) -> bool:
    """Whether a ping is answered in time; to send it, there must be room. Raises as `socket.ping` does."""

    async def ping() -> None:
        await asyncio.wait([asyncio.ensure_future(await socket.ping())])

    pinging = asyncio.ensure_future(ping())
    try:
        await asyncio.wait([pinging], timeout=_PING_TIMEOUT)
        if pinging.done():
            pinging.result()
        return pinging.done()
    finally:
        pinging.cancel()


async def _end(socket: ClientConnection, code: int = CloseCode.NORMAL_CLOSURE, reason: str = "") -> None:
    """Close a connection, at once where the other side takes nothing more: the library waits for room."""
    try:
        with suppress(asyncio.TimeoutError):
            await asyncio.wait_for(socket.close(code, reason), _END)
    finally:
        socket.transport.abort()
