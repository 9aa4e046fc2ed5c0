"""One channel of a kernel by itself, from either end: send, receive, close.

Which channels there are and what they are for: messaging.rst, "Introduction". All of a kernel's channels at
once: `kernelwire.transports.zeromq.transport`, which is made of these. The fifth: see heartbeat.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, Generic, Literal, NamedTuple, TypeVar, cast, overload

from kernelwire.errors import KernelwireError, LocalProtocolError, RemoteProtocolError
from kernelwire.limits import Limits
from kernelwire.transports.zeromq.inbox import Inbox
from kernelwire.transports.zeromq.links import Hub, Link, Observer
from kernelwire.transports.zeromq.sockets import RETRY, Role, can_read
from kernelwire.wire.framing import decode_frames, encode_frames
from kernelwire.wire.message import Message
from kernelwire.wire.replay import ReplayWindow

if TYPE_CHECKING:
    from types import TracebackType

    from kernelwire.local.connection import ConnectionInfo

T = TypeVar("T")
CHANNELS = ("shell", "control", "stdin", "iopub")
"""The channels that carry messages."""

_LIMITS = Limits()
_ANEW = "made again; a frame over max_bytes ends one, too"


class Subscription(NamedTuple):
    """What a kernel's end of iopub receives; the answer is an ``iopub_welcome`` (JEP 65)."""

    topic: bytes
    """A client hears all that begins with it."""
    subscribed: bool
    """False: it does no longer want to."""


class Channel(Link, Generic[T]):
    """One end of one channel; see `open_channel`."""

    def __init__(
        self,
        hub: Hub,
        inbox: Inbox[Any],
        info: ConnectionInfo,
        channel: str,
        role: Role,
        *,
        limits: Limits = _LIMITS,
        identity: bytes = b"",
        lossless: bool = False,
        observer: Observer | None = None,
    ) -> None:
        self._inbox = inbox
        self._signer = info.signer()
        self._decode: Callable[[list[bytes]], T] = self._decoder(channel, role, limits)
        super().__init__(
            hub,
            info,
            channel,
            role,
            limits=limits,
            identity=identity,
            lossless=lossless,
            observer=observer,
        )

    def _decoder(self, channel: str, role: Role, limits: Limits) -> Callable[[list[bytes]], Any]:
        if (channel, role) == ("iopub", "kernel"):
            return read_subscription
        replay = ReplayWindow()
        return partial(decode_frames, signer=self._signer, channel=channel, replay=replay, limits=limits)

    async def send(self, message: Message[Any]) -> None:
        """Send it, whatever channel it names. A client waits while the kernel is far behind.

        A kernel's message goes to the client that is first in its ``identities``: those of the request. It is
        kept in memory until that client reads, and dropped if that one is not connected. On iopub they are
        the topic, and it goes to all.

        Raises LocalProtocolError for what cannot be written, ConnectionClosed after `aclose`.
        """
        await self.write_frames(encode_frames(message, self._signer))

    async def receive(self) -> T:
        """The next message; of a kernel's iopub, the next `Subscription`. May be cancelled.

        Raises RemoteProtocolError for one that is none, and to a client whose connection broke, as by the
        kernel's end or a frame over ``max_bytes``: the next call goes on. ConnectionClosed after `aclose`.
        """
        received: T = await self._inbox.receive()
        return received

    async def aclose(self) -> None:
        """Close it, for good; what was sent has been handed to the system. Again: nothing."""
        self._inbox.close()
        await self._hub.aclose()

    async def __aenter__(self) -> Channel[T]:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.aclose()

    def read(self) -> T | None:
        """The next one, without waiting, or None. Raises as `receive` does."""
        frames = self.read_frames()
        return None if frames is None else self._decode(frames)

    def can_read(self) -> bool:
        """Whether there is one."""
        return can_read(self.socket)

    def reopen(self) -> None:
        """A new socket for a new connection: nothing that went over the old one is remembered."""
        self._inbox.forget(self)
        self._decode = self._decoder(self.channel, self._role, self._limits)
        super().reopen()

    def _signalled(self) -> None:
        self._inbox.signalled(self)

    def _sent(self) -> None:
        self._inbox.used(self)


class _Watch:
    """Goes on after a broken connection of a client's only channel, and tells of it."""

    def __init__(self, hub: Hub, inbox: Inbox[Any]) -> None:
        self._hub, self._inbox = hub, inbox
        self._up = False

    def up(self, link: Link) -> None:
        """See `Observer`."""
        self._up = True

    def lost(self, link: Link) -> None:
        """See `Observer`."""
        # libzmq tells of the end before it hands over what came last, and connects again after RETRY.
        self._hub.loop.call_later(RETRY / 2, self._replace, link)

    def _replace(self, link: Link) -> None:
        if self._hub.closed:
            return
        while self._inbox.take(cast("Channel[Any]", link)):
            pass  # the new socket must not overtake the old one
        if self._up:
            self._up = False
            self._inbox.put(RemoteProtocolError(f"the {link.channel} connection broke, and is {_ANEW}"))
        try:
            link.reopen()
        except KernelwireError as error:  # no descriptors left: nothing more will come
            link.close()
            self._inbox.close(f"the connection broke, and cannot be made again: {error}")


def read_subscription(frames: list[bytes]) -> Subscription:
    """What an XPUB socket received. Raises RemoteProtocolError for anything else that a peer sends there."""
    first = frames[0]
    if len(frames) != 1 or first[:1] not in (b"\0", b"\1"):
        raise RemoteProtocolError(
            f"{len(frames)} frames, beginning with {first[:20]!r}, are no subscription: "
            "one frame, a byte 1 (subscribe) or 0 (unsubscribe) and the topic"
        )
    return Subscription(first[1:], first[0] == 1)


@overload
def open_channel(
    info: ConnectionInfo,
    channel: Literal["shell", "control", "stdin"],
    *,
    as_: Role = ...,
    limits: Limits = ...,
    identity: bytes = ...,
) -> Channel[Message[Any]]: ...
@overload
def open_channel(
    info: ConnectionInfo,
    channel: Literal["iopub"],
    *,
    as_: Literal["client"] = ...,
    limits: Limits = ...,
) -> Channel[Message[Any]]: ...
@overload
def open_channel(
    info: ConnectionInfo,
    channel: Literal["iopub"],
    *,
    as_: Literal["kernel"],
    limits: Limits = ...,
    lossless: bool = ...,
) -> Channel[Subscription]: ...
def open_channel(
    info: ConnectionInfo,
    channel: str,
    *,
    as_: Role = "client",
    limits: Limits = _LIMITS,
    identity: bytes = b"",
    lossless: bool = False,
) -> Channel[Any]:
    """Open one channel on the running event loop, by itself: to be used with ``async with``.

    A client connects: the kernel may bind later, or come back. `Channel.receive` tells of a break; what was
    not sent by then is dropped, what is sent after it goes over the next connection. A client needs one
    ``identity`` for shell and stdin, or it is never asked for input.

    A kernel binds. Its iopub is an XPUB; when a client is too slow, its messages are dropped there, unless
    ``lossless`` is set: then `Channel.send` waits for it.

    Raises LocalProtocolError for a channel that carries no messages, KernelwireError if the address cannot be
    used.
    """
    if channel not in CHANNELS:
        raise LocalProtocolError(f"no channel {channel!r} that carries messages; {', '.join(CHANNELS)} do")

    def build(hub: Hub) -> Channel[Any]:
        inbox: Inbox[Any] = Inbox(hub.loop)
        watch = _Watch(hub, inbox) if as_ == "client" else None
        return Channel(
            hub,
            inbox,
            info,
            channel,
            as_,
            limits=limits,
            identity=identity,
            lossless=lossless,
            observer=watch,
        )

    return Hub.make(build)
