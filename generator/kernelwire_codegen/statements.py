"""The few kinds of statement that validators are made of. Trees of these are what the template ``validators``
lays out.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Bind:
    """``name = expression``"""

    name: str
    expression: str
    kind: str = "bind"


@dataclass(frozen=True)
class Report:
    """``found.append(problem)``"""

    problem: str
    kind: str = "report"


@dataclass(frozen=True)
class Call:
    """``function(value, path, found)``: judge by another schema."""

    function: str
    value: str
    path: str
    kind: str = "call"


@dataclass(frozen=True)
class If:
    """``if test: then`` with an optional ``else``."""

    test: str
    then: tuple[Statement, ...]
    orelse: tuple[Statement, ...] = ()
    kind: str = "if"


@dataclass(frozen=True)
class For:
    """``for target in items: body``"""

    target: str
    items: str
    body: tuple[Statement, ...]
    kind: str = "for"


@dataclass(frozen=True)
class Return:
    """``return``: the value is of the wrong kind, so nothing in it can be judged."""

    kind: str = "return"


Statement = Bind | Report | Call | If | For | Return


@dataclass(frozen=True)
class Function:
    """One emitted validator: ``name(value, path, found)`` judges one value by one schema."""

    name: str
    summary: str
    body: tuple[Statement, ...]
