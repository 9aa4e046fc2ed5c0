"""Who can do to a kernel what no message to it can: end it, start it again, interrupt it from outside.

`Attached` is for kernels that somebody else has started. Of those that we start it is
`kernelwire.client.launched.Launched`, of those on a server `kernelwire.client.connecting.Served`.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from jupyter_messages import InterruptRequest, ShutdownRequest
from kernelwire.errors import KernelDied, LocalProtocolError

if TYPE_CHECKING:
    from kernelwire.client.client import Client

ATTEMPTS = 4
"""So often is a kernel started that finds its ports taken: they are picked before it binds them."""


class Owner(Protocol):
    """What a client has done to its kernel by somebody else. Timeouts are the caller's."""

    @property
    def connection_file(self) -> Path | None:
        """The kernel's connection file, if that is known here."""
        ...

    async def interrupt(self, client: Client) -> None:
        """Stop what runs."""
        ...

    async def restart(self, client: Client) -> None:
        """End the kernel and start it again; it need not be ready."""
        ...

    def may_try_again(self, error: KernelDied) -> bool:
        """Whether another restart can cure what this one died of; that one then does."""
        ...

    async def shutdown(self, client: Client) -> None:
        """End the kernel; it has ended then, as far as anybody can tell."""
        ...

    async def cause(self, error: KernelDied) -> KernelDied | None:
        """Why the kernel died, when its connection told that it did; None if it did not."""
        ...


class Attached:
    """A kernel that runs somewhere: there is nothing but its channels."""

    def __init__(self, connection_file: Path | None = None) -> None:
        """``connection_file`` is what it was found by."""
        self.connection_file = connection_file

    async def interrupt(self, client: Client) -> None:
        """By a message (spec: "Kernel interrupt"); kernels that want a signal may ignore it."""
        await client.request(InterruptRequest()).reply()

    async def restart(self, client: Client) -> None:
        """Raises LocalProtocolError: only who started a kernel can start it again."""
        raise LocalProtocolError(
            "this kernel was started by somebody else, who alone can restart it; "
            "launch one, or connect to its server, to restart it from here"
        )

    def may_try_again(self, error: KernelDied) -> bool:
        """It cannot be started from here."""
        return False

    async def shutdown(self, client: Client) -> None:
        """By a message (spec: "Kernel shutdown"). It is up to the kernel, and to who started it."""
        await client.request(ShutdownRequest(restart=False)).reply()

    async def cause(self, error: KernelDied) -> KernelDied | None:
        """Nothing more is known."""
        return error
