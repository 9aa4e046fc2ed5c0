"""Verdicts as people and programs read them: a text with tables, or one JSON object. Both are written as it
goes.

Nothing is judged here, and nothing is kept but what `kinds` keeps.
"""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any, Protocol, TextIO

from kernelwire.captures.kinds import Kinds, ProblemKind
from kernelwire.captures.verdicts import Summary, Verdict
from kernelwire.streams import printable

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text


class Report(Protocol):
    """What a run tells its findings to."""

    def verdict(self, verdict: Verdict) -> None:
        """A line with a problem was judged."""

    def file(self, name: str, summary: Summary) -> None:
        """A file is at its end."""

    def end(self, summary: Summary, unreadable: int) -> None:
        """All files are, save that so many could not be read, or not to their end."""


class JsonReport:
    """One JSON object: ``problems`` first, as they are found, the counts after them. ASCII only."""

    def __init__(self, out: TextIO) -> None:
        """Begin to write to ``out``."""
        self._out = out
        self._comma = ""
        out.write('{"problems": [')

    def verdict(self, verdict: Verdict) -> None:
        """Write its problems."""
        for problem in verdict.problems:
            row: dict[str, Any] = {"file": verdict.file, "line": verdict.line, "msg_type": verdict.msg_type}
            self._out.write(f"{self._comma}\n{json.dumps(row | problem._asdict())}")
            self._comma = ","

    def file(self, name: str, summary: Summary) -> None:
        """Nothing: counts are told over all files."""

    def end(self, summary: Summary, unreadable: int) -> None:
        """Write the counts."""
        counts = {name: getattr(summary, name) for name in ("messages", "valid", "invalid", "unknown")}
        self._out.write(f"\n], {json.dumps(counts)[1:-1]}}}\n")


class TextReport:
    """A line a file, tables of the kinds of problems, the verdict; on demand, a line a problem before all
    that."""

    def __init__(self, out: TextIO, *, lines: bool = False) -> None:
        """Write to ``out``, in colour where that is a terminal; with ``lines``, a line a problem, too."""
        from rich.console import Console

        self._console: Console = Console(file=out, highlight=False, emoji=False, markup=False)
        if not self._console.is_terminal:
            self._console.width = max(self._console.width, 120)
        self._out = out
        self._lines = lines
        self._kinds = Kinds()

    def verdict(self, verdict: Verdict) -> None:
        """Count its problems, and write them where that is asked for."""
        self._kinds.add(verdict)
        if self._lines:
            for problem in verdict.problems:
                where = " ".join(filter(None, (verdict.msg_type, problem.path)))
                self._out.write(
                    f"{printable(verdict.file)}:{verdict.line}: {problem.severity}: {printable(where)}"
                    f"{': ' if where else ''}{printable(problem.message)} [{problem.rule}]\n"
                )

    def file(self, name: str, summary: Summary) -> None:
        """Write how it is with one file."""
        style = "red" if summary.errors else "yellow" if summary.warnings else "green"
        self._say((printable(name), "bold"), (": ", ""), (counts(summary), style))

    def end(self, summary: Summary, unreadable: int) -> None:
        """Write the tables and the verdict."""
        for severity, title, style in (("error", "Errors", "red"), ("warning", "Warnings", "yellow")):
            kinds = self._kinds.ranked(severity)
            if kinds:
                self._table(title, style, kinds)
        if self._kinds.others:
            self._say((f"and {self._kinds.others} problems of other kinds; --lines tells each", "yellow"))
        if not summary.empty:
            rest = ", as far as could be read" if unreadable else ""
            style = "red" if summary.errors else "yellow" if unreadable else "green"
            self._say(("", ""))
            self._say((conclusion(summary) + rest, f"bold {style}"))

    def _table(self, title: str, style: str, kinds: list[ProblemKind]) -> None:
        from rich import box
        from rich.table import Table
        from rich.text import Text

        table = Table(title=title, title_style=f"bold {style}", title_justify="left", box=box.SIMPLE_HEAD)
        table.add_column("count", justify="right", style=style)
        table.add_column("message type and place", overflow="fold")
        table.add_column("what is wrong", overflow="fold", ratio=2)
        table.add_column("rule", no_wrap=True)
        table.add_column("first seen at", overflow="fold", ratio=1)
        for kind in kinds:
            where = " ".join(filter(None, (kind.msg_type, kind.path))) or "-"
            cells = str(kind.count), printable(where), printable(shortened(kind.message)), kind.rule
            table.add_row(*map(Text, cells), Text(places(kind)))
        self._console.print()
        self._console.print(table)

    def _say(self, *parts: tuple[str, str]) -> None:
        from rich.text import Text

        text: Text = Text.assemble(*parts)
        self._console.print(text, soft_wrap=True)


def places(kind: ProblemKind) -> str:
    """Where it was seen first: ``session.jsonl:3, 7, 12, …``; another file is another line."""
    text, last = "", None
    for file, line in kind.places:
        if file != last:
            text += f"{chr(10) if text else ''}{printable(os.path.basename(file))}:{line}"
        else:
            text += f", {line}"
        last = file
    return f"{text}, …" if kind.lines > len(kind.places) else text


def shortened(text: str, length: int = 120) -> str:
    """The text, or its beginning."""
    return text if len(text) <= length else f"{text[:length]} …"


def counts(summary: Summary) -> str:
    """What was found in a file, in one line: ``812 messages, 3 invalid, 2 of unknown type``."""
    parts = (
        counted(summary.messages, "message"),
        f"{summary.invalid} invalid" if summary.invalid else "",
        f"{summary.unknown} of unknown type" if summary.unknown else "",
        f"{counted(summary.strays, 'line')} without a message" if summary.strays else "",
        counted(summary.heartbeats, "heartbeat") if summary.heartbeats else "",
        counted(summary.errors, "error") if summary.errors else "",
        counted(summary.warnings, "warning") if summary.warnings else "",
    )
    return ", ".join(filter(None, parts))


def conclusion(summary: Summary) -> str:
    """The verdict on all of it, in one line."""
    strays = f"{counted(summary.strays, 'line')} without a message" if summary.strays else ""
    if not summary.errors:
        warnings = f", with {counted(summary.warnings, 'warning')}" if summary.warnings else ""
        return f"conforms: {counted(summary.messages, 'message')}{warnings}"
    if not summary.invalid:
        return f"does not conform: {strays}"
    verb = "breaks" if summary.invalid == 1 else "break"
    text = f"{summary.invalid} of {counted(summary.messages, 'message')} {verb} the spec"
    return f"{text}; {strays}" if strays else text


def counted(number: int, noun: str) -> str:
    """``1 message``, ``2 messages``."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
