"""What can go wrong, as one family. No messages are built here but those of errors with fields.

::

    KernelwireError
    ├── LocalProtocolError     we broke the protocol: nothing was sent
    ├── RemoteProtocolError    they broke it: bad frames, bad signature, bad JSON, over a limit
    ├── KernelNotFound         no kernelspec of that name: .name .available .searched
    ├── KernelDied             the kernel's process ended: .exit_code .stderr_tail
    ├── ServerError            a Jupyter server refused: .status
    └── ConnectionClosed       the other end is gone, or we hung up

Whatever bytes arrive, nothing outside this family escapes. The protocol errors are h11's two: which of them
it is says who has to be mended.
"""

from __future__ import annotations

from collections.abc import Iterable


class KernelwireError(Exception):
    """The root of all errors that kernelwire raises on purpose."""


class LocalProtocolError(KernelwireError):
    """We asked for something that the protocol does not allow; nothing of it left this process."""


class RemoteProtocolError(KernelwireError):
    """The other side sent something that the protocol does not allow: the message says which frame, and what.

    The connection is still usable: each message stands for itself.
    """


class KernelNotFound(KernelwireError):
    """No kernelspec is called ``name``: ``available`` are, ``searched`` are the folders looked in."""

    def __init__(self, name: str, available: Iterable[str] = (), searched: Iterable[object] = ()) -> None:
        self.name = name
        self.available = tuple(available)
        self.searched = tuple(map(str, searched))
        super().__init__(
            name, self.available, self.searched
        )  # all of it: exceptions are pickled by their args

    def __str__(self) -> str:
        found = ", ".join(self.available) or "none"
        where = "".join(f"\n  {folder}" for folder in self.searched)
        cure = "; pip install ipykernel brings it" if self.name == "python3" else ""
        looked = f"; looked in:{where}" if where else ""
        return f"no kernel named {self.name!r}{cure}; installed: {found}{looked}"


class KernelDied(KernelwireError):
    """The kernel's process ended, with ``exit_code`` (negative: a signal; None: not known)."""

    def __init__(self, exit_code: int | None, stderr_tail: str = "") -> None:
        self.exit_code = exit_code
        self.stderr_tail = stderr_tail
        super().__init__(exit_code, stderr_tail)

    def __str__(self) -> str:
        if self.exit_code is None:
            how = "the kernel died"
        elif self.exit_code < 0:
            how = f"the kernel was killed by signal {-self.exit_code}"
        else:
            how = f"the kernel died with exit code {self.exit_code}"
        tail = self.stderr_tail.strip()
        return f"{how}; the end of its stderr:\n{tail}" if tail else how


class ServerError(KernelwireError):
    """A Jupyter server refused a request, with the HTTP ``status``; the message has its words, and a cure."""

    def __init__(self, status: int, message: str) -> None:
        self.status = status
        self.message = message
        super().__init__(status, message)

    def __str__(self) -> str:
        return f"{self.message} (HTTP {self.status})"


class ConnectionClosed(KernelwireError):
    """The connection ended before the answer came, or is used after its end."""
