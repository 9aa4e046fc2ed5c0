"""ZeroMQ sockets as Jupyter's channels need them, and multiparts in and out of them, bounded.

No messages and no event loop here: see channels.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from kernelwire.errors import KernelwireError, RemoteProtocolError
from kernelwire.limits import Limits
from kernelwire.wire.signing import Frame

try:
    import zmq
    from zmq.backend import Socket as _Backend
except ImportError as error:
    raise ImportError('this needs pyzmq: pip install "kernelwire[zmq]"') from error

if TYPE_CHECKING:
    from kernelwire.local.connection import ConnectionInfo

Role: TypeAlias = Literal["client", "kernel"]
Socket: TypeAlias = "zmq.Socket[bytes]"

_TYPES: dict[tuple[Role, str], int] = {
    ("client", "shell"): zmq.DEALER,
    ("client", "control"): zmq.DEALER,
    ("client", "stdin"): zmq.DEALER,
    ("client", "iopub"): zmq.SUB,
    # REQ would be stuck for good after one echo that never comes.
    ("client", "heartbeat"): zmq.DEALER,
    ("kernel", "shell"): zmq.ROUTER,
    ("kernel", "control"): zmq.ROUTER,
    ("kernel", "stdin"): zmq.ROUTER,
    # PUB's superset: it also tells who subscribes, which iopub_welcome answers.
    ("kernel", "iopub"): zmq.XPUB,
    # As REP, but it goes on after a peer that breaks the rules.
    ("kernel", "heartbeat"): zmq.ROUTER,
}

RETRY = 0.02
"""Seconds until a lost or refused connection is tried again, at first; a kernel binds after we connect."""
_RETRY_MAX = 0.5
_NOBLOCK, _NOBLOCK_MORE = int(zmq.NOBLOCK), int(zmq.NOBLOCK | zmq.SNDMORE)
_EVENTS, _POLLIN, _POLLOUT = int(zmq.EVENTS), int(zmq.POLLIN), int(zmq.POLLOUT)
_LIMITS = Limits()

_receive: Any = _Backend.recv
_send: Any = _Backend.send  # zmq.Socket.send does the same after 0.5 µs of looking at what it was given
_get: Any = _Backend.get


def make_socket(
    context: zmq.Context[Any],
    info: ConnectionInfo,
    channel: str,
    role: Role,
    *,
    limits: Limits = _LIMITS,
    identity: bytes = b"",
    lossless: bool = False,
) -> Socket:
    """A socket for one end of a channel, with its options; neither bound nor connected yet.

    Raises `KernelwireError` for keys or an identity that libzmq refuses.
    """
    kind = _TYPES[role, channel]
    try:
        socket: Socket = context.socket(kind)
    except zmq.ZMQError as error:
        raise KernelwireError(f"no socket for the {channel} channel: {error}") from None
    try:
        socket.setsockopt(zmq.RCVHWM, 0)  # the default drops output silently, from the 1,001st message on
        socket.setsockopt(zmq.MAXMSGSIZE, limits.max_bytes)
        socket.setsockopt(zmq.LINGER, 0)
        socket.setsockopt(zmq.IPV6, int(":" in info.ip))  # always on, it fails where the system has none
        socket.setsockopt(zmq.RECONNECT_IVL, round(RETRY * 1000))
        socket.setsockopt(zmq.RECONNECT_IVL_MAX, round(_RETRY_MAX * 1000))
        if identity:
            socket.setsockopt(zmq.ROUTING_ID, identity)
        if kind == zmq.SUB:
            socket.setsockopt(zmq.SUBSCRIBE, b"")
        elif kind == zmq.ROUTER:
            socket.setsockopt(zmq.ROUTER_HANDOVER, 1)  # a client that comes back is heard again
            if channel != "heartbeat":
                socket.setsockopt(zmq.SNDHWM, 0)  # at a limit, a ROUTER drops replies silently
        elif kind == zmq.XPUB:
            socket.setsockopt(zmq.XPUB_VERBOSER, 1)  # each subscriber is told of, not the first of each topic
            socket.setsockopt(zmq.XPUB_NODROP, int(lossless))
        _encrypt(socket, info, role)
    except (zmq.ZMQError, ValueError, TypeError) as error:
        socket.close()
        raise KernelwireError(f"no socket for the {channel} channel: {error}") from None
    return socket


def _encrypt(socket: Socket, info: ConnectionInfo, role: Role) -> None:
    """CURVE, if the connection file has keys: those of the kernel. A client makes a pair for itself."""
    if not info.curve_publickey:
        return
    public = info.curve_publickey.encode()
    if role == "client":
        own_public, own_secret = zmq.curve_keypair()
        socket.setsockopt(zmq.CURVE_SERVERKEY, public)
    else:
        own_public, own_secret = public, (info.curve_secretkey or "").encode()
        socket.setsockopt(zmq.CURVE_SERVER, 1)
    socket.setsockopt(zmq.CURVE_PUBLICKEY, own_public)
    socket.setsockopt(zmq.CURVE_SECRETKEY, own_secret)


def attach(socket: Socket, info: ConnectionInfo, channel: str, role: Role) -> int:
    """Connect a client's socket, bind a kernel's. Returns the port: the number that the address ends in.

    Raises `KernelwireError`: the address and the reason.
    """
    url = info.url(channel) if role == "client" else info.bind_url(channel)
    try:
        socket.connect(url) if role == "client" else socket.bind(url)
    except zmq.ZMQError as error:
        verb = "connect to" if role == "client" else "bind"
        cure = ": another kernel has it; take another port" if error.errno == zmq.EADDRINUSE else ""
        raise KernelwireError(f"cannot {verb} {url} for the {channel} channel: {error}{cure}") from None
    endpoint: Any = socket.getsockopt(zmq.LAST_ENDPOINT)
    return int(re.split(b"[:-]", endpoint)[-1])


def descriptor(socket: Socket) -> int:
    """What can be read when something happened to the socket: see inbox."""
    fd: Any = socket.getsockopt(zmq.FD)
    return int(fd)


def read_frames(socket: Socket, limits: Limits) -> list[bytes] | None:
    """The frames of the next multipart, without waiting; None if there is none.

    Raises RemoteProtocolError for one that is over a limit: no more of it than that is collected, the rest is
    read and dropped.
    """
    # Frame objects bring along whether more follow; asking the socket takes longer than receiving does.
    try:
        frame = _receive(socket, _NOBLOCK, False)
    except zmq.Again:
        return None
    frames: list[bytes] = [frame.bytes]
    room = limits.max_bytes - len(frames[0])
    while frame.more:
        if room < 0 or len(frames) >= limits.max_parts:
            raise _dropped(socket, len(frames), limits)
        frame = _receive(socket, _NOBLOCK, False)
        data = frame.bytes
        room -= len(data)
        frames.append(data)
    return frames


def _dropped(socket: Socket, count: int, limits: Limits) -> RemoteProtocolError:
    more = True
    while more:
        more = _receive(socket, _NOBLOCK, False).more
        count += 1
    if count > limits.max_parts:
        return RemoteProtocolError(f"{count} frames, where {limits.max_parts} are allowed")
    return RemoteProtocolError(f"more than {limits.max_bytes} bytes, which are allowed")


def write_frames(socket: Socket, frames: Sequence[Frame]) -> bool:
    """Send a multipart whole, without waiting. False, and nothing is sent, if there is no room now."""
    last = len(frames) - 1
    try:
        for index, frame in enumerate(frames):
            _send(socket, frame, _NOBLOCK_MORE if index < last else _NOBLOCK)
    except zmq.Again:  # only ever at the first frame: a multipart is taken as a whole
        return False
    return True


def can_read(socket: Socket) -> bool:
    """Whether a message is there. Like every call of libzmq, it takes back the signal of the descriptor."""
    return bool(_get(socket, _EVENTS) & _POLLIN)


def can_write(socket: Socket) -> bool:
    """Whether there is room for a message."""
    return bool(_get(socket, _EVENTS) & _POLLOUT)
