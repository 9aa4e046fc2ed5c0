"""Where a kernel listens and how its messages are signed (kernels.rst: "Connection files"). No sockets here.

The fields are those of the emitted `ConnectionFile`, under their names in the file.
"""

from __future__ import annotations

import os
import secrets
from pathlib import Path
from types import MappingProxyType

from jupyter_messages import ConnectionFile, Invalid, decode_document, encode_document, validate_document
from kernelwire.errors import KernelwireError, LocalProtocolError
from kernelwire.local.files import read_object, refuse, write_private
from kernelwire.local.paths import SOCKET_PATH_BYTES
from kernelwire.local.ports import find_ports
from kernelwire.wire.signing import Signer

PORTS = MappingProxyType(
    {
        "shell": "shell_port",
        "control": "control_port",
        "stdin": "stdin_port",
        "iopub": "iopub_port",
        "heartbeat": "hb_port",
    }
)
"""The five channels of a kernel, and the field that has the port of each."""

_SECRETS = {"key", "curve_secretkey"}
_LOOPBACK = {"": "127.0.0.1", "*": "127.0.0.1", "0.0.0.0": "127.0.0.1", "::": "::1"}
"""Addresses that mean all of a machine's; one connects to its own."""


class ConnectionInfo(ConnectionFile):
    """The content of a connection file: how to connect to one kernel, and with which key.

    `read` it from the file of a kernel that runs, or make one for a kernel to start with (`new`, `new_ipc`)
    and `write` it. Whoever has it can run code in the kernel: the key and the secret are in no repr.
    """

    __slots__ = ()

    @classmethod
    def read(cls, path: str | os.PathLike[str]) -> ConnectionInfo:
        """The content of a connection file; fields that are not the protocol's are kept in ``extra``.

        Raises `KernelwireError` if the file cannot be read, `RemoteProtocolError` if it is no connection
        file: the message names each field that is missing or wrong, or says that it seems half-written.
        """
        raw = read_object(path, "connection file")
        refuse(path, "connection file", validate_document("connection_file", raw), _SECRETS)
        file = decode_document("connection_file", raw)
        assert not isinstance(file, Invalid), "what validates can be read"
        return cls._of(file)

    @classmethod
    def new(cls, ip: str = "127.0.0.1", *, curve: bool = False) -> ConnectionInfo:
        """For a kernel to start, which will listen on ``ip``: a new key, and five ports that are free now.

        With ``curve``, keys for an encrypted transport, too; the kernel must support it. Raises
        `KernelwireError` if the address cannot be bound to, or pyzmq cannot do CURVE.
        """
        return cls._new("tcp", ip, find_ports(ip, len(PORTS)), curve)

    @classmethod
    def new_ipc(cls, folder: str | os.PathLike[str], *, curve: bool = False) -> ConnectionInfo:
        """As `new`, for a kernel whose sockets will be files in ``folder``: an empty one that nobody else can
        enter, such as `kernelwire.local.paths.socket_folder` makes.

        Raises `KernelwireError` if the folder's path is too long for sockets.
        """
        info = cls._new("ipc", str(Path(folder).absolute() / "kernel"), [1, 2, 3, 4, 5], curve)
        length = len(os.fsencode(f"{info.ip}-5"))
        if length > SOCKET_PATH_BYTES:
            raise KernelwireError(
                f"{info.ip}-5 is too long for a socket's path: {length} bytes, where {SOCKET_PATH_BYTES} "
                "work everywhere; use a folder with a shorter path"
            )
        return info

    @classmethod
    def _new(cls, transport: str, ip: str, ports: list[int], curve: bool) -> ConnectionInfo:
        pair = _curve_pair() if curve else (None, None)
        shell, control, stdin, iopub, heartbeat = ports
        key = secrets.token_hex(32)
        return cls(transport, ip, shell, control, stdin, iopub, heartbeat, "hmac-sha256", key, *pair)

    @classmethod
    def _of(cls, file: ConnectionFile) -> ConnectionInfo:
        return cls(**{name: getattr(file, name) for name in ConnectionFile.__match_args__})

    def write(self, path: str | os.PathLike[str]) -> None:
        """Write the file, for its owner's eyes only, with all that was in it when it was read.

        It is there as a whole or not at all; its folder is made (0700) if it is missing. Raises
        `KernelwireError`.
        """
        # The converters know the emitted class alone.
        same = ConnectionFile(**{name: getattr(self, name) for name in ConnectionFile.__match_args__})
        write_private(path, encode_document(same))

    def url(self, channel: str) -> str:
        """What to connect a socket of a channel to: ``tcp://127.0.0.1:57503``, ``ipc:///run/…/kernel-1``.

        ``channel`` is one of `PORTS`. An address that stands for all of the kernel's machine becomes the
        loopback. Raises `LocalProtocolError` for another channel, a transport other than tcp and ipc, and
        port 0: it is for the kernel to pick one and write it into the file.
        """
        port = self._port(channel)
        if port == 0:
            raise LocalProtocolError(
                f"the port of the {channel} channel is 0: the kernel has yet to pick one"
            )
        return self._endpoint(_LOOPBACK.get(self.ip, self.ip), port)

    def bind_url(self, channel: str) -> str:
        """What the kernel binds a socket of a channel to; port 0 becomes ``*``, for the system to pick one.

        Raises `LocalProtocolError` as `url` does, and for port 0 of ipc.
        """
        port = self._port(channel)
        if port == 0 and self.transport != "tcp":
            raise LocalProtocolError(
                f"the {channel} channel has no number, which the name of its socket needs"
            )
        return self._endpoint(self.ip or "127.0.0.1", port or "*")

    def _port(self, channel: str) -> int:
        if channel not in PORTS:
            raise LocalProtocolError(f"no channel {channel!r}; there are {', '.join(PORTS)}")
        return int(getattr(self, PORTS[channel]))

    def _endpoint(self, ip: str, port: int | str) -> str:
        if self.transport == "ipc":
            return f"ipc://{ip}-{port}"
        if self.transport != "tcp":
            raise LocalProtocolError(f"the transport must be tcp or ipc, not {self.transport!r}")
        return f"tcp://[{ip}]:{port}" if ":" in ip and not ip.startswith("[") else f"tcp://{ip}:{port}"

    @property
    def shell_url(self) -> str:
        """`url` of the shell channel."""
        return self.url("shell")

    @property
    def control_url(self) -> str:
        """`url` of the control channel."""
        return self.url("control")

    @property
    def stdin_url(self) -> str:
        """`url` of the stdin channel."""
        return self.url("stdin")

    @property
    def iopub_url(self) -> str:
        """`url` of the iopub channel."""
        return self.url("iopub")

    @property
    def heartbeat_url(self) -> str:
        """`url` of the heartbeat channel."""
        return self.url("heartbeat")

    def signer(self) -> Signer:
        """What signs and verifies this kernel's messages. Raises `LocalProtocolError` for a
        ``signature_scheme`` that is not at hand."""
        return Signer(self.key.encode(), self.signature_scheme)

    def __repr__(self) -> str:
        ports = ", ".join(f"{name}={getattr(self, name)}" for name in PORTS.values())
        kind = self.signature_scheme if self.key else "unsigned"
        encrypted = ", curve" if self.curve_publickey else ""
        return f"<ConnectionInfo {self.transport} {self.ip!r}, {ports}, {kind}{encrypted}>"


def _curve_pair() -> tuple[str, str]:
    try:
        import zmq
    except ImportError:
        raise KernelwireError('CURVE needs pyzmq: pip install "kernelwire[zmq]"') from None
    try:
        public, secret = zmq.curve_keypair()
    except zmq.ZMQError as error:
        raise KernelwireError(f"this pyzmq comes with a libzmq that cannot do CURVE: {error}") from None
    return public.decode("ascii"), secret.decode("ascii")
