"""Comms: messages between two objects, one here and one in the kernel (spec: "Custom Messages")."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypeAlias, cast

from jupyter_messages import CommClose, CommMsg, CommOpen
from kernelwire.client.exchange import Exchange
from kernelwire.errors import ConnectionClosed, KernelwireError, LocalProtocolError
from kernelwire.wire.message import Message
from kernelwire.wire.signing import Frame

if TYPE_CHECKING:
    from kernelwire.client.switchboard import Switchboard

OnOpen: TypeAlias = "Callable[[Comm, Message[CommOpen]], Awaitable[None] | None]"
"""Called with a comm that the kernel opened and the message that did."""


class Comm:
    """One comm. ``async for message in comm`` gives what the kernel sends on it, until the kernel closes it.

    The messages' contents are CommMsg and, as the last one, CommClose; their ``buffers`` are bytes that came
    along. After the kernel's end it raises KernelDied or ConnectionClosed.
    """

    def __init__(self, board: Switchboard, comm_id: str, target_name: str) -> None:
        """See `Comms.open` and `Comms.register_target`."""
        self.comm_id, self.target_name = comm_id, target_name
        self.closed = False
        self._board = board
        self._unread: deque[Message[Any]] = deque()
        self._error: KernelwireError | None = None
        self._news = asyncio.Event()

    def send(
        self,
        data: Mapping[str, Any],
        *,
        metadata: Mapping[str, Any] | None = None,
        buffers: Iterable[Frame] = (),
    ) -> Exchange[Any]:
        """Send data to the kernel's side. The exchange gives what this causes; it has no reply."""
        return self._say(CommMsg(self.comm_id, _object(data)), metadata, buffers)

    def close(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        metadata: Mapping[str, Any] | None = None,
        buffers: Iterable[Frame] = (),
    ) -> Exchange[Any]:
        """Close it on both sides."""
        exchange = self._say(CommClose(self.comm_id, _object(data)), metadata, buffers)
        self.end()
        return exchange

    def _say(
        self, content: CommMsg | CommClose, metadata: Mapping[str, Any] | None, buffers: Iterable[Frame]
    ) -> Exchange[Any]:
        if self.closed:
            raise ConnectionClosed(f"the comm {self.comm_id} is closed")
        return Exchange(self._board.send(content, metadata=metadata, buffers=buffers))

    def __aiter__(self) -> Comm:
        return self

    async def __anext__(self) -> Message[Any]:
        while not self._unread:
            if self._error is not None:
                raise self._error
            if self.closed:
                raise StopAsyncIteration
            self._news.clear()
            await self._news.wait()
        return self._unread.popleft()

    def add(self, message: Message[Any]) -> None:
        """Take a message of the kernel's."""
        self._unread.append(message)
        if isinstance(message.content, CommClose):
            self.end()
        self._news.set()

    def end(self, error: KernelwireError | None = None) -> None:
        """It is closed: by either side, or because the kernel is gone."""
        self.closed, self._error = True, error
        self._board.comms.forget(self)
        self._news.set()

    def __repr__(self) -> str:
        return f"<Comm {self.comm_id!r} of {self.target_name!r}, {'closed' if self.closed else 'open'}>"


class Comms:
    """The comms of one client.

    A comm that the kernel opens to a target nobody registered is left alone, and its messages are among
    `Client.others`. The spec wants it closed; but then a second client, which does not know about widgets,
    say, would close those of the first.
    """

    def __init__(self, board: Switchboard, new_id: Callable[[], str]) -> None:
        """``new_id`` gives the ids of comms."""
        self._board, self._new_id = board, new_id
        self._open: dict[str, Comm] = {}
        self._targets: dict[str, OnOpen] = {}

    def open(
        self,
        target_name: str,
        data: Mapping[str, Any] | None = None,
        *,
        metadata: Mapping[str, Any] | None = None,
        buffers: Iterable[Frame] = (),
    ) -> Comm:
        """Open a comm to a target that the kernel knows. If it does not, the kernel closes the comm."""
        comm = Comm(self._board, self._new_id(), target_name)
        content = CommOpen(comm.comm_id, target_name, _object(data))
        request = self._board.send(content, metadata=metadata, buffers=buffers)
        self._open[comm.comm_id] = comm

        def look() -> None:
            if request.error is not None and not comm.closed:
                comm.end(request.error)

        request.listeners.append(look)
        return comm

    def register_target(self, target_name: str, on_open: OnOpen) -> None:
        """Take comms that the kernel opens to ``target_name``.

        ``on_open`` is called as they come: for those that a cell opens, before the cell's result is there. If
        it is a coroutine function, it runs beside.
        """
        if not (isinstance(target_name, str) and callable(on_open)):  # pyright: ignore[reportUnnecessaryIsInstance]
            raise LocalProtocolError(
                f"a target has a name and a function that takes comms, not {target_name!r} and {on_open!r}"
            )
        self._targets[target_name] = on_open

    def unregister_target(self, target_name: str) -> None:
        """Leave such comms alone again; those that are open stay so."""
        self._targets.pop(target_name, None)

    def receive(self, message: Message[Any]) -> bool:
        """Take a message to its comm. Gives whether there is one."""
        content = message.content
        if isinstance(content, CommOpen) and content.comm_id not in self._open:
            on_open = self._targets.get(content.target_name)
            if on_open is None:
                return False
            comm = self._open[content.comm_id] = Comm(self._board, content.comm_id, content.target_name)
            self._board.call(on_open, comm, message)
            return True
        if isinstance(content, (CommMsg, CommClose)):
            known = self._open.get(content.comm_id)
            if known is not None:
                known.add(message)
            return known is not None
        return False

    def forget(self, comm: Comm) -> None:
        """It is closed."""
        self._open.pop(comm.comm_id, None)

    def end(self, error: KernelwireError) -> None:
        """The kernel is gone, and with it the other side of each."""
        for comm in [*self._open.values()]:
            comm.end(error)


def _object(data: object) -> dict[str, Any]:
    """The data of a comm's message; nothing is the empty object."""
    if data is None:
        return {}
    if not isinstance(data, Mapping):
        raise LocalProtocolError(f"the data of a comm are a dict, not {type(data).__name__}")
    return dict(cast("Mapping[str, Any]", data))
