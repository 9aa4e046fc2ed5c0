"""What judging gives: a verdict on each line, and counts of them. How they come about: see `judge`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from jupyter_messages import Problem

Kind = Literal["valid", "invalid", "unknown", "heartbeat", "none"]
"""What a line that is not blank is.

- ``valid``: a message of a known type, without an error (it may have warnings)
- ``invalid``: a message with an error
- ``unknown``: a message without an error, of a type that is in no table
- ``heartbeat``: bytes of the heartbeat channel, which are no message
- ``none``: no message; the one problem says why
"""


class Outcome(NamedTuple):
    """What became of one line."""

    line: int
    """Counted from 1."""
    kind: Kind
    msg_type: str | None
    """None where the line does not tell."""
    problems: list[Problem]
    """Paths are those of the decoded form, /content/name, also for wire lines; /frames/3 is a frame."""


class Verdict(NamedTuple):
    """An `Outcome`, and of which file."""

    file: str
    """The path as it was given; "-" for standard input and for a stream."""
    line: int
    kind: Kind
    msg_type: str | None
    problems: list[Problem]


@dataclass(slots=True)
class Summary:
    """Counts over lines. ``messages`` is the sum of ``valid``, ``invalid`` and ``unknown``; see `Kind`."""

    valid: int = 0
    invalid: int = 0
    unknown: int = 0
    heartbeats: int = 0
    strays: int = 0
    """Lines that hold no message; each is one problem."""
    errors: int = 0
    """Problems that are errors."""
    warnings: int = 0
    """Problems that are not."""

    @property
    def messages(self) -> int:
        """The lines that hold a message, legal or not."""
        return self.valid + self.invalid + self.unknown

    @property
    def empty(self) -> bool:
        """Whether no line was of a session at all, neither message nor heartbeat."""
        return not self.messages and not self.heartbeats

    def add(self, other: Summary) -> None:
        """Count what ``other`` counted, too."""
        self.valid += other.valid
        self.invalid += other.invalid
        self.unknown += other.unknown
        self.heartbeats += other.heartbeats
        self.strays += other.strays
        self.errors += other.errors
        self.warnings += other.warnings

    def count(self, kind: Kind, problems: list[Problem]) -> None:
        """Count one line."""
        if kind == "valid":
            self.valid += 1
        elif kind == "invalid":
            self.invalid += 1
        elif kind == "unknown":
            self.unknown += 1
        elif kind == "heartbeat":
            self.heartbeats += 1
        else:
            self.strays += 1
        errors = sum(problem.severity == "error" for problem in problems)
        self.errors += errors
        self.warnings += len(problems) - errors
