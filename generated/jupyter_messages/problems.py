# Generated from schemas/ by "make generate". Do not edit: change the schemas and run it again.
"""What validation finds, and the words it is said in."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import Enum
from typing import Any, Literal, NamedTuple, TypeGuard, cast

is_object = cast("Callable[[Any], TypeGuard[dict[str, Any]]]", dict.__instancecheck__)
"""``isinstance(value, dict)``, as fast, and telling type checkers what a JSON object holds."""
is_array = cast("Callable[[Any], TypeGuard[list[Any]]]", list.__instancecheck__)
"""``isinstance(value, list)``, likewise."""


class Absent(Enum):
    """The type of `ABSENT`: an enum, so that copies and pickles stay the same object."""

    ABSENT = "ABSENT"

    def __repr__(self) -> str:
        return self.value


ABSENT: Any = Absent.ABSENT
"""Stands for a field that is not there, where None would mean null."""


class Problem(NamedTuple):
    """One thing that is wrong with a message.

    ``path`` is the JSON pointer (RFC 6901) of the value in question; of a field that is missing, the object that lacks
    it. ``rule`` is the JSON Schema keyword that is broken, or a rule of our own: recommended, open, deprecated, channel,
    sender, since, version, msg_type. A ``warning`` breaks no rule of the protocol.
    """

    severity: Literal["error", "warning"]
    path: str
    rule: str
    message: str


class Full(Exception):
    """A `Bounded` list holds all that it may."""


class Bounded(list[Problem]):
    """A list of problems that ends the search once there are ``limit`` of them, by raising `Full`."""

    def __init__(self, limit: int) -> None:
        self.limit = limit

    def append(self, problem: Problem, /) -> None:
        """Add one. Raises Full if there are enough."""
        super().append(problem)
        if len(self) >= self.limit:
            raise Full


class _Trial(list[Problem]):
    """Ends the search at the first error; warnings are nothing to it."""

    def append(self, problem: Problem, /) -> None:
        if problem.severity == "error":
            raise Full


def shown(value: Any) -> str:
    """A value for a message to people: as JSON says it, cut short."""
    import json  # needed only where something is wrong, and slow to load

    if isinstance(value, dict):
        return "an object"
    if isinstance(value, list):
        return "an array"
    if isinstance(value, str) and len(value) > 60:
        return json.dumps(value[:56], ensure_ascii=False)[:-1] + ' ..."'
    if isinstance(value, bytes):  # a part that is no JSON
        value = value[:80]
    try:
        text = json.dumps(value, ensure_ascii=False, default=repr)
    except ValueError:  # an integer of more digits than Python will spell
        return "a very long number"
    return text if isinstance(value, str) or len(text) <= 80 else f"{text[:76]} ..."


def token(key: Any) -> str:
    """A key as a part of a JSON pointer, cut short where it is longer than any that is meant."""
    text = str(key)
    if len(text) > 1000:
        text = f"{text[:1000]} ..."
    return text.replace("~", "~0").replace("/", "~1")


def is_integer(value: Any) -> bool:
    """Whether JSON Schema takes it as an integer: 1.0 is one, true is none."""
    return (isinstance(value, int) and not isinstance(value, bool)) or (
        isinstance(value, float) and value.is_integer()
    )


def is_number(value: Any) -> bool:
    """Whether it is a JSON number: true is none."""
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def is_one_of(value: Any, values: Iterable[Any]) -> bool:
    """Whether it equals one of ``values`` as JSON: 1 equals 1.0, but not true."""
    return any(
        value == item and isinstance(value, bool) is isinstance(item, bool) for item in values
    )


def fits(validator: Callable[[Any, str, list[Problem]], None], value: Any) -> bool:
    """Whether a validator finds no error in a value, which what is absent is not. Looks no further than the first."""
    if value is ABSENT:
        return False
    try:
        validator(value, "", _Trial())
    except Full:
        return False
    return True


def missing(path: str, name: str) -> Problem:
    """A required field is not there."""
    return Problem("error", path, "required", f"lacks {name!r}, which is required")


def advised(path: str, name: str) -> Problem:
    """A recommended field is not there."""
    return Problem("warning", path, "recommended", f"lacks {name!r}, which should be there")


def wrong_type(path: str, want: str, value: Any) -> Problem:
    """A value has the wrong JSON type."""
    return Problem("error", path, "type", f"must be {want}, not {shown(value)}")


def not_const(path: str, const: Any, value: Any) -> Problem:
    """A value is not the only one that may stand here."""
    return Problem("error", path, "const", f"must be {const!r}, not {shown(value)}")


def not_in_enum(path: str, values: Iterable[Any], value: Any) -> Problem:
    """A value is none of those that may stand here."""
    return Problem(
        "error", path, "enum", f"must be one of {', '.join(map(repr, values))}, not {shown(value)}"
    )


def not_known(path: str, values: Iterable[Any], value: Any) -> Problem:
    """A value is none of those known so far, in a set that grows."""
    return Problem(
        "warning", path, "open", f"is {shown(value)}; known are {', '.join(map(repr, values))}"
    )


def out_of_bounds(path: str, rule: str, bound: str, limit: float, value: Any) -> Problem:
    """A number, a length or a count is too small or too large."""
    if isinstance(value, (int, float)):
        return Problem("error", path, rule, f"must be {bound} {limit}, not {shown(value)}")
    unit = {"L": "character", "I": "item", "P": "field"}[rule[3]] + ("" if limit == 1 else "s")
    return Problem("error", path, rule, f"must have {bound} {limit} {unit}, not {len(value)}")


def no_match(path: str, pattern: str, value: Any) -> Problem:
    """A text does not have the form it must have."""
    return Problem("error", path, "pattern", f"must match {pattern!r}, unlike {shown(value)}")


def no_alternative(path: str, value: Any) -> Problem:
    """A value is none of the alternatives."""
    return Problem("error", path, "anyOf", f"fits none of the alternatives: {shown(value)}")


def deprecated(path: str, since: str) -> Problem:
    """A value is of a kind that the protocol wants to be rid of."""
    return Problem("warning", path, "deprecated", f"is deprecated since {since}")
