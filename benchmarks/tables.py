"""Tables of results, for the terminal and for docs/performance.md. Nothing is measured here."""

from __future__ import annotations

import os
import platform
import re
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

PAGE = Path(__file__).resolve().parents[1] / "docs" / "performance.md"
_LIBRARIES = ("jupyter_client", "orjson", "msgspec", "pyzmq", "jsonschema-rs")


@dataclass(frozen=True)
class Table:
    """One table: the first row is its head; the first column is words, the others are numbers."""

    title: str
    rows: Sequence[Sequence[str]]
    note: str = ""

    def text(self) -> str:
        """The table as Markdown, in columns as wide as they need to be."""
        widths = [max(map(len, column)) for column in zip(*self.rows, strict=True)]
        lines = ["| " + " | ".join(self._cells(row, widths)) + " |" for row in self.rows]
        rule = "|".join(
            "-" * (width + 1) + ("-" if column == 0 else ":") for column, width in enumerate(widths)
        )
        note = f"\n\n{self.note}" if self.note else ""
        return "\n".join([f"### {self.title}", "", lines[0], f"|{rule}|", *lines[1:]]) + note

    @staticmethod
    def _cells(row: Sequence[str], widths: list[int]) -> list[str]:
        words, *numbers = zip(row, widths, strict=True)
        return [words[0].ljust(words[1]), *(number.rjust(width) for number, width in numbers)]


def machine() -> str:
    """What it was measured on: processor, cores, Python, libraries."""
    found = [f"Python {platform.python_version()}"]
    for name in _LIBRARIES:
        try:
            found.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            continue
    return f"{_processor()}, {os.cpu_count()} cores; {', '.join(found)}."


def _processor() -> str:
    try:
        told = Path("/proc/cpuinfo").read_text(encoding="utf-8")
    except OSError:
        return platform.processor() or platform.machine()
    model = re.search(r"model name\s*:\s*(.+)", told)
    return model[1] if model else platform.machine()


def write(name: str, tables: Sequence[Table], page: Path = PAGE) -> None:
    """Put the tables on the page, between the markers of ``name``. Raises ValueError if it has none."""
    begin, end = f"<!-- {name}: make bench writes this -->", f"<!-- /{name} -->"
    before, found, rest = page.read_text(encoding="utf-8").partition(begin)
    _, closed, after = rest.partition(end)
    if not found or not closed:
        raise ValueError(f"{page.name} has no {begin} ... {end}")
    body = "\n\n".join([machine(), *(table.text() for table in tables)])
    page.write_text(f"{before}{begin}\n\n{body}\n\n{end}{after}", encoding="utf-8")
