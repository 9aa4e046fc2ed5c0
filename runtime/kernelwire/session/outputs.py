"""Outputs of a cell as a notebook has them (nbformat 4), made of messages. No I/O; no notebook files.

Each is a dict: ``{"output_type": "stream", "name", "text"}``, ``{"output_type": "display_data", "data",
"metadata"}``, ``execute_result`` (with ``execution_count``, too), ``error`` (``ename``, ``evalue``,
``traceback``).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from jupyter_messages import (
    AbortedReply,
    ClearOutput,
    DisplayData,
    Error,
    ErrorReply,
    ExecuteReply,
    ExecuteResult,
    Stream,
    UpdateDisplayData,
)
from kernelwire.session.requests import Request
from kernelwire.wire.message import Message

Output = dict[str, Any]


class Outputs:
    """Collects the outputs of one cell: texts of one stream in a row are one output, displays are updated."""

    def __init__(self) -> None:
        """There are none yet."""
        self._cells: list[Output] = []
        self._pieces: list[str] = []  # of the last output, a stream; joined when somebody looks
        self._displays: dict[str, list[Output]] = {}
        self._foreseen: dict[str, tuple[str, Output]] = {}  # displays not taken yet, by msg_id
        self._clear = False

    @property
    def cells(self) -> list[Output]:
        """The outputs so far, in the order in which they appeared."""
        if self._pieces:
            text = "".join(self._pieces)
            self._cells[-1]["text"] = text
            self._pieces = [text]
        return self._cells

    def foresee(self, message: Message[Any]) -> None:
        """See a message that may be taken later: if it is a display, it is updated from now on."""
        content = message.content
        if isinstance(content, (DisplayData, ExecuteResult)) and (display_id := _display_id(content)):
            output = _display(content)
            self._foreseen[message.msg_id] = display_id, output
            self._show(display_id, output)

    def forget(self, message: Message[Any]) -> None:
        """See that a message will not be taken."""
        display_id, output = self._foreseen.pop(message.msg_id, ("", None))
        if output is not None:
            self._displays[display_id] = [each for each in self._displays[display_id] if each is not output]

    def take(self, message: Message[Any]) -> None:
        """Add what a message says. What updates displays is given to `update`, as soon as it comes."""
        content = message.content
        if isinstance(content, Stream):
            self._stream(content)
        elif isinstance(content, (DisplayData, ExecuteResult)):
            self._clear_now()
            if message.msg_id not in self._foreseen:
                self.foresee(message)
            _, output = self._foreseen.pop(message.msg_id, ("", None))
            self._append(output or _display(content))
        elif isinstance(content, Error):
            self._append(_error(content))
        elif isinstance(content, ClearOutput):
            self._clear = True
            if not content.wait:
                self._clear_now()

    def update(self, content: UpdateDisplayData) -> None:
        """Give new data to each display here with that ``display_id``; another cell may have asked for it."""
        for output in self._displays.get(_display_id(content) or "", ()):
            output["data"], output["metadata"] = content.data, content.metadata

    def _stream(self, content: Stream) -> None:
        self._clear_now()
        if self._pieces and self._cells[-1]["name"] == content.name:
            self._pieces.append(content.text)
            return
        self._append({"output_type": "stream", "name": content.name, "text": content.text})
        self._pieces = [content.text]

    def _append(self, output: Output) -> None:
        self._clear_now()
        self.cells.append(output)
        self._pieces = []

    def _clear_now(self) -> None:
        if self._clear:
            self._cells.clear()
            self._pieces, self._clear = [], False
            self._displays.clear()
            for display_id, output in self._foreseen.values():
                self._show(display_id, output)

    def _show(self, display_id: str, output: Output) -> None:
        self._displays.setdefault(display_id, []).append(output)


@dataclass(slots=True, repr=False)
class Result:
    """What a cell came to."""

    request: Request[Any]
    """The request that ran it; while somebody holds that, its late output is its own."""
    collected: Outputs
    """Where the outputs are collected; what comes late is added there."""
    reply: Message[Any]
    """The reply: its content is an ExecuteReply, ErrorReply or AbortedReply, as a rule."""
    gaps: tuple[str, ...] = ()
    """How the connection broke meanwhile, if it did: outputs may be missing."""

    @property
    def outputs(self) -> list[Output]:
        """The outputs as a notebook has them: dicts with ``output_type`` stream, display_data, execute_result
        or error (see `kernelwire.session.outputs`).
        """
        return self.collected.cells

    @property
    def status(self) -> Literal["ok", "error", "aborted"]:
        """How the reply has it; ``error`` also for a reply that cannot be read."""
        content = self.reply.content
        return (
            "ok"
            if isinstance(content, ExecuteReply)
            else "aborted"
            if isinstance(content, AbortedReply)
            else "error"
        )

    @property
    def error(self) -> ErrorReply | None:
        """What was raised, if so: ``ename``, ``evalue``, ``traceback``."""
        return self.reply.content if isinstance(self.reply.content, ErrorReply) else None

    @property
    def execution_count(self) -> int | None:
        """The kernel's counter; None where the reply does not tell."""
        count: int | None = getattr(self.reply.content, "execution_count", None)
        return count

    def __repr__(self) -> str:
        raised = f" {self.error.ename}: {self.error.evalue[:100]}" if self.error else ""
        return f"<Result {self.status}{raised}, {len(self.outputs)} outputs>"


def _display(content: DisplayData | ExecuteResult) -> Output:
    if isinstance(content, ExecuteResult):
        kind: Output = {"output_type": "execute_result", "execution_count": content.execution_count}
    else:
        kind = {"output_type": "display_data"}
    return {**kind, "data": content.data, "metadata": content.metadata}


def _display_id(content: DisplayData | ExecuteResult | UpdateDisplayData) -> str | None:
    return None if content.transient is None else content.transient.display_id


def _error(content: Error) -> Output:
    told = {"ename": content.ename, "evalue": content.evalue, "traceback": content.traceback}
    return {"output_type": "error", **told}
