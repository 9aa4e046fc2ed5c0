"""All five channels of a kernel, from a client's end, over ZeroMQ. One channel alone: see channels.

When a connection breaks, its socket is closed and another one takes its place: the next kernel on the same
ports never gets what was meant for the last one, and signatures are remembered for one connection. What had
come by then is given out first.
"""

from __future__ import annotations

import secrets
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from kernelwire.errors import KernelDied, KernelwireError, LocalProtocolError
from kernelwire.limits import Limits
from kernelwire.transports import Gap
from kernelwire.transports.zeromq.channels import CHANNELS, Channel
from kernelwire.transports.zeromq.heartbeat import Heartbeat
from kernelwire.transports.zeromq.inbox import Inbox
from kernelwire.transports.zeromq.links import AGAIN, Hub, Link
from kernelwire.transports.zeromq.sockets import RETRY, Socket, attach, make_socket
from kernelwire.wire.message import Message

if TYPE_CHECKING:
    import asyncio

    from kernelwire.local.connection import ConnectionInfo

_LIMITS = Limits()


class ZmqTransport:
    """The connection of a client to the kernel that listens where ``info`` says; a `Transport`.

    Opened at once, on the running event loop; the kernel may bind later. ``identity`` is that of the shell
    and the stdin socket, by which the kernel knows whom to ask for input.

    The kernel's end is seen when all connections are closed by its side: `receive` raises KernelDied(None),
    once for each end. Not so with ``watch=False``, for who watches the process itself. Where a process that
    the kernel forked holds the sockets open, only the process can tell.

    Raises KernelwireError for an address or keys that cannot be used.
    """

    def __init__(
        self,
        info: ConnectionInfo,
        *,
        limits: Limits = _LIMITS,
        identity: bytes | None = None,
        watch: bool = True,
    ) -> None:
        self._watch, self._info = watch, info
        self._knocking: Socket | None = None
        self._identity = identity or secrets.token_hex(16).encode()
        self._up: set[Link] = set()
        self._lost: set[Link] = set()
        self._ended = False
        self._verdict: asyncio.TimerHandle | None = None
        Hub.make(lambda hub: self._open(hub, info, limits))

    def _open(self, hub: Hub, info: ConnectionInfo, limits: Limits) -> None:
        self._hub = hub
        self._inbox: Inbox[Message[Any] | Gap] = Inbox(hub.loop)
        self._channels: dict[str, Channel[Message[Any]]] = {
            name: Channel(
                hub,
                self._inbox,
                info,
                name,
                "client",
                limits=limits,
                identity=self._identity if name in ("shell", "stdin") else b"",
                observer=self,
            )
            for name in CHANNELS
        }
        self._heart = Heartbeat(hub, info, limits, observer=self)

    async def send(self, message: Message[Any]) -> None:
        """Send on the channel that the message names; waits while the kernel is far behind.

        Raises LocalProtocolError for what cannot be written, ConnectionClosed after `aclose`.
        """
        channel = self._channels.get(message.channel or "")
        if channel is None:
            raise LocalProtocolError(
                f"no channel {message.channel!r} to send on; there are {', '.join(self._channels)}"
            )
        await channel.send(message)

    async def receive(self) -> Message[Any] | Gap:
        """The next message from any channel, in the order of each, and one from each in turn.

        `Gap` when one connection broke and is there again, or, once, when all of them were; errors: see
        `kernelwire.transports.Transport`.
        """
        return await self._inbox.receive()

    def knock(self) -> None:
        """Connect to shell once more; the next knock, or `aclose`, ends that connection.

        A kernel that waits for its socket's descriptor alone, as xeus-python 0.19 does, loses the signal of
        what comes while it sends. More on the same connection gives no new one; a new connection does.
        """
        self._end_knock()
        if self._hub.closed:
            return
        with suppress(KernelwireError):  # no descriptors left: it was worth a try
            self._knocking = make_socket(self._hub.context, self._info, "shell", "client")
            attach(self._knocking, self._info, "shell", "client")

    def _end_knock(self) -> None:
        if self._knocking is not None:
            self._knocking.close(0)
            self._knocking = None

    async def aclose(self) -> None:
        """Close all; what was sent has been handed to the system, for which a kernel that is not there gets
        half a second. Again: nothing."""
        self._inbox.close()
        self._end_knock()
        await self._hub.aclose()

    @property
    def silent_for(self) -> float:
        """Seconds since the last echo of the heartbeat. Some kernels answer between cells only."""
        return self._heart.silent_for

    @property
    def beating(self) -> bool:
        """Whether the heartbeat was heard within the last three seconds. False is no death: see heartbeat."""
        return self._heart.beating

    def up(self, link: Link) -> None:
        """A connection is made (`Observer`)."""
        if link is self._heart:
            return  # it says nothing that could be missed
        if self._ended:
            self._ended = False
            self._inbox.put(Gap("the kernel had ended, and one is there again"))
        elif link in self._lost:
            self._inbox.put(
                Gap(
                    f"the {link.channel} connection broke and is there again; a frame over max_bytes "
                    "ends one, too"
                )
            )
        self._lost.discard(link)
        self._up.add(link)

    def lost(self, link: Link) -> None:
        """A connection is over (`Observer`)."""
        if link in self._up:
            self._up.remove(link)
            self._lost.add(link)
            if self._verdict is None:  # the other connections' ends are on their way
                self._verdict = self._hub.loop.call_later(AGAIN / 2, self._judge)
        # libzmq tells of the end before it hands over what came last, and connects again after RETRY.
        self._hub.loop.call_later(RETRY / 2, self._replace, link)

    def _replace(self, link: Link) -> None:
        if self._hub.closed or self._inbox.closed:
            return
        channel = self._channels.get(link.channel)
        while channel is not None and self._inbox.take(channel):
            pass  # the new socket must not overtake the old one
        try:
            link.reopen()
        except KernelwireError as error:  # no descriptors left: nothing more will come
            for each in self._hub.links:
                each.close()
            self._inbox.close(f"the connection broke, and cannot be made again: {error}")

    def _judge(self) -> None:
        """Glitches are single: when all connections are gone, so is the kernel."""
        self._verdict = None
        if self._up or not self._lost or self._hub.closed:
            return
        self._lost.clear()
        for channel in self._channels.values():
            self._replace(channel)  # what was sent meanwhile was not for the next kernel
        if self._watch:
            self._ended = True
            self._inbox.put(KernelDied(None))
