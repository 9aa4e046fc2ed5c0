"""The end of what a process writes: enough to say why it died, and never more. No pipes here."""

from __future__ import annotations

import os
from contextlib import suppress

TAIL_BYTES = 8192
"""How much of the end of stdout, and of stderr, is kept."""


class Tails:
    """The end of what a process writes on stdout (1) and stderr (2)."""

    def __init__(self, echo: bool) -> None:
        self._echo = echo
        self._kept = {1: b"", 2: b""}

    def add(self, descriptor: int, data: bytes) -> None:
        """Keep it, and pass it on to the same descriptor of this process if that was asked for."""
        self._kept[descriptor] = (self._kept[descriptor] + data)[-TAIL_BYTES:]
        with suppress(OSError):  # nobody reads ours, which is no matter of the kernel's
            while self._echo and data:
                data = data[os.write(descriptor, data) :]

    def text(self, descriptor: int) -> str:
        """As text; bytes that are no UTF-8 are replaced."""
        return self._kept[descriptor].decode("utf-8", "replace")
