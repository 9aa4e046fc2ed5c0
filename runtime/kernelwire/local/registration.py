"""Registration files, which a kernel may be started with instead of a connection file. No sockets.

Two things are written as the one implementation there is (xeus, up to 6.0 at least) reads them, which ends
at once if they are not so: ``registration_port`` as text, where the spec shows a number; and ``ip``, where
the kernel is to bind, of which the spec says nothing. Read here are both kinds.
"""

from __future__ import annotations

import os

from jupyter_messages import Invalid, RegistrationFile, decode_document, encode_document, validate_document
from kernelwire.local.connection import ConnectionInfo
from kernelwire.local.files import read_object, refuse, write_private
from kernelwire.wire.signing import Signer


class RegistrationInfo(RegistrationFile):
    """The content of a registration file; its key is in no repr."""

    __slots__ = ()

    @property
    def url(self) -> str:
        """What a kernel connects to."""
        ip = f"[{self.registration_ip}]" if ":" in self.registration_ip else self.registration_ip
        return f"{self.transport}://{ip}:{self.registration_port}"

    def signer(self) -> Signer:
        """What signs the registration, and later the messages."""
        return Signer(self.key.encode(), self.signature_scheme)

    def write(self, path: str | os.PathLike[str]) -> None:
        """Write what a kernel is started with, for its owner's eyes only. Raises `KernelwireError`."""
        file = RegistrationFile(**{name: getattr(self, name) for name in RegistrationFile.__match_args__})
        for_xeus = {"registration_port": str(self.registration_port), "ip": self.registration_ip}
        write_private(path, encode_document(file) | for_xeus)

    def __repr__(self) -> str:
        return f"<RegistrationInfo {self.kernel_id!r} at {self.url}, {self.signature_scheme}>"


def read_startup_file(path: str | os.PathLike[str]) -> ConnectionInfo | RegistrationInfo:
    """What a kernel was started with: a connection file, or a registration file. For the kernel's side.

    Raises as `ConnectionInfo.read` does.
    """
    raw = read_object(path, "connection file")
    if "registration_port" not in raw:
        return ConnectionInfo.read(path)
    port = raw["registration_port"]
    if isinstance(port, str) and port.isascii() and port.isdigit():
        raw["registration_port"] = int(port[:9])
    refuse(path, "registration file", validate_document("registration_file", raw), {"key"})
    file = decode_document("registration_file", raw)
    assert not isinstance(file, Invalid), "what validates can be read"
    return RegistrationInfo(**{name: getattr(file, name) for name in RegistrationFile.__match_args__})
