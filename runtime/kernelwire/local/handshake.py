"""The handshake of 5.6: a kernel picks its own ports and tells them, so that nobody can take them first.

The launcher's side and the kernel's (JEP 66; messaging.rst: "Kernel startup handshake").

::

    launcher                                  kernel
    `Registration`: binds a ROUTER
      .file.write(…)                      →  `read_startup_file`; binds its five sockets
      .registered()  ← id and ports, signed ←  `register`, over a DEALER
      acknowledges   → anything, signed     →  hangs up

The files are in registration; there are no processes here.
"""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from jupyter_messages import Invalid, KernelRegistration, decode_document, encode_document
from kernelwire.errors import KernelwireError, RemoteProtocolError
from kernelwire.local.connection import PORTS, ConnectionInfo
from kernelwire.local.registration import RegistrationInfo
from kernelwire.wire.framing import DELIMITER
from kernelwire.wire.jsonio import decode, encode, is_object
from kernelwire.wire.signing import Signer

if TYPE_CHECKING:
    from collections.abc import Generator

    import zmq.asyncio

_MAX_FRAME = 1 << 16  # bytes; a registration has some 150
_LINGER = 1000  # milliseconds that an acknowledgement has to leave, after close()


class Registration:
    """The launcher's side: a socket where one kernel that is about to be started will register.

    A restart takes another one: what was once signed counts for one kernel_id. `close` it at the end.
    """

    def __init__(self, ip: str = "127.0.0.1") -> None:
        """Bind to a free port of ``ip``. Raises `KernelwireError` where that fails, or without pyzmq."""
        self._socket = _socket("ROUTER", ip)
        with _cured(f"cannot listen on {ip!r} for a kernel's registration", self._socket):
            port = self._socket.bind_to_random_port(f"tcp://[{ip}]" if ":" in ip else f"tcp://{ip}")
        key, kernel_id = secrets.token_hex(32), secrets.token_hex(16)
        self.file = RegistrationInfo(kernel_id, "tcp", ip, port, "hmac-sha256", key)
        """What the kernel is started with: `RegistrationInfo.write` it."""
        self.refused: RemoteProtocolError | None = None
        """Why the last that came was not taken for the kernel's registration: what to say after a timeout."""

    async def registered(self) -> ConnectionInfo:
        """Where the kernel listens, once it has registered; that is acknowledged.

        Anybody on this machine can send something here: what is not signed with the key or is no registration
        of this kernel is ignored (`refused`). Waits for ever: kernels may die before they register.
        """
        while True:
            frames = await self._socket.recv_multipart()
            try:
                identities, content = _verified(frames, self.file.signer())
                info = _connection(self.file, content)
            except RemoteProtocolError as error:
                self.refused = error
                continue
            await _send(self._socket, [*identities, *_signed(b"{}", self.file.signer())])
            return info

    def close(self) -> None:
        """Close the socket; an acknowledgement that was just sent still leaves. Again: nothing."""
        self._socket.close(linger=_LINGER)

    def __repr__(self) -> str:
        return f"<Registration {self.file!r}>"


async def register(file: RegistrationInfo, info: ConnectionInfo) -> None:
    """Tell the launcher where this kernel listens: the five ports of ``info``. For the kernel's side.

    Returns when that was acknowledged. Waits for ever: a kernel whose launcher is gone should end after some
    time. Raises `KernelwireError` if the launcher's address is none.
    """
    told = KernelRegistration(
        file.kernel_id,
        control_port=str(info.control_port),
        shell_port=str(info.shell_port),
        stdin_port=str(info.stdin_port),
        iopub_port=str(info.iopub_port),
        hb_port=str(info.hb_port),
    )
    signer = file.signer()
    socket = _socket("DEALER", file.registration_ip)
    try:
        with _cured(f"cannot register at {file.url}", socket):
            socket.connect(file.url)
        await _send(socket, _signed(encode(encode_document(told)), signer))
        while True:
            try:
                _verified(await socket.recv_multipart(), signer)
            except RemoteProtocolError:  # from whoever took the port of a launcher that is gone
                continue
            return
    finally:
        socket.close(linger=0)


def _socket(kind: str, ip: str) -> zmq.asyncio.Socket:
    try:
        import zmq
        import zmq.asyncio
    except ImportError:
        raise KernelwireError('the handshake needs pyzmq: pip install "kernelwire[zmq]"') from None
    context = zmq.asyncio.Context.shadow(zmq.Context.instance().underlying)  # pyright: ignore[reportUnknownMemberType]
    socket = context.socket(getattr(zmq, kind))
    socket.maxmsgsize = _MAX_FRAME
    socket.ipv6 = ":" in ip
    return socket


@contextmanager
def _cured(what: str, socket: zmq.asyncio.Socket) -> Generator[None]:
    import zmq

    try:
        yield
    except zmq.ZMQBaseError as error:
        socket.close(linger=0)
        raise KernelwireError(f"{what}: {error}") from None


async def _send(socket: zmq.asyncio.Socket, frames: list[bytes]) -> None:
    await socket.send_multipart(frames)  # pyright: ignore[reportUnknownMemberType]  # pyzmq's Sequence lacks items


def _signed(content: bytes, signer: Signer) -> list[bytes]:
    return [DELIMITER, signer.sign([content]), content]


def _verified(frames: Sequence[bytes], signer: Signer) -> tuple[Sequence[bytes], bytes]:
    """Identities and content of a signed frame that is no message. Counts, verifies, parses nothing."""
    at = frames.index(DELIMITER) if DELIMITER in frames else None
    if at is None or len(frames) != at + 3:
        raise RemoteProtocolError("not a delimiter, a signature and one frame")
    if not signer.verify(frames[at + 1], [frames[at + 2]]):
        raise RemoteProtocolError("the signature does not fit the registration")
    return frames[:at], frames[at + 2]


def _connection(file: RegistrationInfo, content: bytes) -> ConnectionInfo:
    value, _ = decode(content)
    registration = decode_document("kernel_registration", _texts(value))
    if isinstance(registration, Invalid):
        told = "; ".join(f"{problem.path} {problem.message}" for problem in registration.problems)
        raise RemoteProtocolError(f"the registration is wrong: {told}")
    if registration.kernel_id != file.kernel_id:
        raise RemoteProtocolError(f"another kernel registered: {registration.kernel_id[:80]!r}")
    shell, control, stdin, iopub, heartbeat = (
        _port(name, getattr(registration, name)) for name in PORTS.values()
    )
    where = (file.transport, file.registration_ip, shell, control, stdin, iopub, heartbeat)
    return ConnectionInfo(*where, file.signature_scheme, file.key)


def _texts(value: Any) -> Any:
    """Numbers as text: what the spec wants of ports, and what is easily got wrong."""
    if not is_object(value):
        return value
    return {name: str(item) if type(item) is int else item for name, item in value.items()}


def _port(name: str, text: str) -> int:
    port = int(text) if text.isascii() and text.isdigit() and len(text) <= 5 else 0
    if not 0 < port < 65536:
        raise RemoteProtocolError(f"the registration is wrong: /{name} must be a port, not {text[:80]!r}")
    return port
