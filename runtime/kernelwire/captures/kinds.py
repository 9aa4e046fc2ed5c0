"""Problems by kind: what differs only in its place or its value is told once, with a count and the first
places.

Bounded: however long a capture and however odd its contents, no more than `MAX_KINDS` kinds are kept.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from jupyter_messages import Problem
from kernelwire.captures.verdicts import Verdict

MAX_KINDS = 500
"""As many kinds are told apart; what is of yet another kind is only counted."""

FIRST_PLACES = 3
"""So many places are told of each kind."""

_NUMBERS = re.compile(r"(?<=/)[0-9]+(?=/|$)")
_VALUES = re.compile(r"'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"|[0-9][0-9.]*")
_TOLD_APART = ("required", "recommended", "open")
"""Rules whose problems are of another kind for each name or value that they tell of."""
_LONG = 200


@dataclass(slots=True)
class ProblemKind:
    """One kind of problem: in a message type, a field (any item of an array) and a rule, said in words of one
    form."""

    msg_type: str | None
    """None where lines hold no message, or do not tell."""
    severity: str
    path: str
    """With ``*`` for the items of arrays."""
    rule: str
    message: str
    """That of the first one; the values in it may differ in others."""
    count: int = 0
    lines: int = 0
    """On how many lines it was seen."""
    places: list[tuple[str, int]] = field(default_factory=list[tuple[str, int]])
    """The first ones: file and line."""


class Kinds:
    """Gathers problems of verdicts by kind."""

    def __init__(self) -> None:
        """Nothing is gathered yet."""
        self._kinds: dict[tuple[str | None, str, str, str, str], ProblemKind] = {}
        self.others = 0
        """How many problems were of kinds beyond `MAX_KINDS`."""

    def add(self, verdict: Verdict) -> None:
        """Count the problems of one line."""
        place = verdict.file, verdict.line
        for problem in verdict.problems:
            kind = self._kind(verdict.msg_type, problem)
            if kind is None:
                self.others += 1
                continue
            kind.count += 1
            if kind.places and kind.places[-1] == place:
                continue
            kind.lines += 1
            if len(kind.places) < FIRST_PLACES:
                kind.places.append(place)

    def ranked(self, severity: str) -> list[ProblemKind]:
        """The kinds of one severity, the most frequent first."""
        kinds = [kind for kind in self._kinds.values() if kind.severity == severity]
        return sorted(kinds, key=lambda kind: -kind.count)

    def _kind(self, msg_type: str | None, problem: Problem) -> ProblemKind | None:
        path = _NUMBERS.sub("*", problem.path)[:_LONG]
        name = msg_type[:_LONG] if msg_type else msg_type
        apart = problem.rule in _TOLD_APART
        shape = (problem.message if apart else _VALUES.sub("…", problem.message))[:_LONG]
        key = name, problem.severity, path, problem.rule, shape
        kind = self._kinds.get(key)
        if kind is None and len(self._kinds) < MAX_KINDS:
            kind = ProblemKind(name, problem.severity, path, problem.rule, problem.message[:_LONG])
            self._kinds[key] = kind
        return kind
