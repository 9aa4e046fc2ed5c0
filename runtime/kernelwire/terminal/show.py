"""What a kernel says, for somebody at a terminal. Nothing is asked of a kernel here."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from typing import Any, TextIO

from jupyter_messages import (
    DisplayData,
    Error,
    ErrorReply,
    ExecuteReply,
    ExecuteResult,
    Stream,
    UpdateDisplayData,
)
from jupyter_messages.problems import is_object

_ESCAPE = re.compile(r"\x1b\[[0-?]*[ -/]*[@-~]")  # ECMA-48: a control sequence, as for colours


class Screen:
    """Where the outputs of a cell go, as they come: results to ``out``, what went wrong to ``err``.

    What the code writes goes through as it is. Of a display its text is shown; a terminal takes nothing back,
    so an updated one is shown again, and ``clear_output`` changes nothing.
    """

    def __init__(self, out: TextIO, err: TextIO) -> None:
        """Colours of results and tracebacks stay where it is a terminal, unless NO_COLOR is set."""
        self._out, self._err = out, err
        self._one = out.isatty() and err.isatty()  # both write on the same lines
        self._begun: set[TextIO] = set()  # those whose last line has no end yet
        self.failed = False
        """Whether an error was shown."""

    def show(self, content: Any) -> None:
        """Show what a message says, if it is an output or, of a reply, a page of help."""
        match content:
            case Stream(name="stderr", text=text):
                self._write(self._err, text)
            case Stream(text=text):
                self._write(self._out, text)
            case ExecuteResult(data=data) | DisplayData(data=data) | UpdateDisplayData(data=data):
                self._paragraph(self._out, as_text(data))
            case Error():
                self.fail(content)
            case ExecuteReply(payload=list() as payload):
                for page in payload:
                    if page.get("source") == "page" and is_object(page.get("data")):
                        self._paragraph(self._out, as_text(page["data"]))
            case _:
                pass

    def fail(self, error: Error | ErrorReply) -> None:
        """Show what was raised."""
        self.failed = True
        self._paragraph(
            self._err,
            "\n".join(error.traceback or ()) or ": ".join(filter(None, (error.ename, error.evalue))),
        )

    def _paragraph(self, to: TextIO, text: str) -> None:
        """On lines of its own."""
        if not _has_colours(to):
            text = _ESCAPE.sub("", text)
        if to in self._begun or (self._one and self._begun):
            self._write(to, "\n")
        self._write(to, text if text.endswith("\n") else text + "\n")

    def _write(self, to: TextIO, text: str) -> None:
        if text:
            to.write(text)
            to.flush()
            if not text.endswith("\n"):
                self._begun.add(to)
            elif self._one:
                self._begun.clear()
            else:
                self._begun.discard(to)


def as_text(data: Mapping[str, Any]) -> str:
    """A display as text: its plain text, or else another text, or else which kinds of it there are."""
    for kind in ("text/plain", *data):
        text = data.get(kind)
        if isinstance(text, str) and kind.startswith("text/"):
            return text
    return f"({', '.join(data) or 'nothing'})"


def _has_colours(stream: TextIO) -> bool:
    return stream.isatty() and not os.environ.get("NO_COLOR")
