"""What a command writes to may be full, without a reader, or of an encoding that lacks characters."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import TextIO


def complain(why: str) -> None:
    """Say it on stderr, without what a terminal would obey; where that cannot be written, the exit code has
    to say it alone.
    """
    told = "\n".join(map(printable, why.splitlines()))
    try:
        print(f"kernelwire: {told}", file=sys.stderr, flush=True)
    except OSError:
        forget(sys.stderr)


def forget(stream: TextIO) -> None:
    """What is still in the buffer must go somewhere, or Python complains of it at exit."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def show_anything() -> None:
    """Write what the terminal's encoding lacks as an escape, rather than fail."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")


def printable(text: str) -> str:
    """The text without anything that a terminal would obey, or could not show at all: these are escaped."""
    if text.isprintable():
        return text
    return "".join(char if char.isprintable() else char.encode("unicode_escape").decode() for char in text)
