"""Free TCP ports. None is kept: whoever must be sure of one lets the kernel pick (see handshake)."""

from __future__ import annotations

import socket
import sys
from contextlib import ExitStack

from kernelwire.errors import KernelwireError, LocalProtocolError


def find_ports(ip: str = "127.0.0.1", n: int = 5) -> list[int]:
    """``n`` different ports that are free on an address of this machine, for a kernel to bind to.

    All are held at once while they are picked, and let go of together, so they differ from each other; what
    another process takes before the kernel is there, nobody can prevent: be ready to try again. ``ip``
    is an IPv4 or IPv6 address, a name such as ``localhost``, or ``*`` for all addresses.

    Raises `KernelwireError` if the address cannot be bound to, or has not so many ports left.
    """
    if n < 0:
        raise LocalProtocolError(f"the number of ports must be 0 or more, not {n}")
    try:
        family, _, _, _, address = _resolve(ip)
        with ExitStack() as held:
            return [_bound(held, family, address) for _ in range(n)]
    except (OSError, UnicodeError) as error:  # the latter for names that cannot be
        why = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        cure = "a kernel listens on an address of this machine, such as 127.0.0.1"
        raise KernelwireError(f"cannot find {n} free ports on {ip!r}: {why}; {cure}") from None


def _resolve(ip: str) -> tuple[socket.AddressFamily, int, int, str, tuple[object, ...]]:
    host = "0.0.0.0" if ip == "*" else ip.strip("[]")
    return socket.getaddrinfo(host, 0, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)[0]


def _bound(held: ExitStack, family: socket.AddressFamily, address: tuple[object, ...]) -> int:
    holder = held.enter_context(socket.socket(family, socket.SOCK_STREAM))
    # No SO_REUSEADDR: with it, a port would do on which connections of a former kernel are still closing.
    if sys.platform == "win32":  # where others could bind to the same port otherwise
        holder.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
    holder.bind(address)
    return int(holder.getsockname()[1])
