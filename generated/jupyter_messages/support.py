# Generated from schemas/ by "make generate". Do not edit: change the schemas and run it again.
"""What the emitted classes and converters stand on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

from .problems import ABSENT, Problem, is_array, is_object

Sent = tuple[tuple[str, Any, Any], ...]
"""Fields that were not sent as they read: (wire name, what was sent or `ABSENT`, what it reads as in JSON)."""


class Record:
    """What the emitted dataclasses share.

    ``extra`` holds the fields that a class does not know, as they came; they are written out again. ``sent`` tells where a
    message said a field otherwise than it reads (left it out, or null), so that it is written so again.

    Constructors are emitted, comparing and printing is done here: letting ``dataclass`` write them at run time would
    make up half of the time that the package takes to import.
    """

    __slots__ = ()
    __match_args__: tuple[str, ...] = ()

    def __eq__(self, other: object) -> bool:
        """Equal if of the same class with equal fields; how a field was ``sent`` does not count."""
        if other.__class__ is not self.__class__:
            return NotImplemented
        return all(getattr(self, name) == getattr(other, name) for name in self.__match_args__[:-1])

    def __repr__(self) -> str:
        fields = ", ".join(f"{name}={getattr(self, name)!r}" for name in self.__match_args__[:-1])
        return f"{type(self).__name__}({fields})"


class Unreadable(Exception):
    """JSON that a class cannot hold. Only the readers of single classes raise it: `decode_content` gives `Invalid`."""


@dataclass(slots=True)
class Unknown:
    """Content of a message type that is not known here, as it came. The protocol allows such messages."""

    msg_type: str
    raw: Any


@dataclass(slots=True)
class Invalid:
    """Content that cannot be read as the class of its message type, as it came, and why."""

    msg_type: str
    raw: Any
    problems: list[Problem]


class MessageType(NamedTuple):
    """What the protocol says of one message type, in one version of it."""

    name: str
    """The ``msg_type``."""
    cls: type
    """The class of its content."""
    channels: tuple[str, ...]
    """The channels that carry it."""
    sender: Literal["client", "kernel", "both"]
    """Who sends it; for ``both``, the kernel sends it on iopub and the client elsewhere."""
    answers: str | None
    """For a reply, the message type of its request."""
    since: str
    """The version that brought it."""
    deprecated: str | None
    """The version that deprecated it."""
    deprecated_on: tuple[tuple[str, str], ...]
    """Channels on which it is deprecated, and since which version."""
    cases: tuple[tuple[str, str, str, str], ...]
    """Where a field says what another one holds: (field, its value, the other, the name of its document)."""
    summary: str
    """What it is for, in a sentence."""


def odd(name: str, value: Any, default: Any, sent: Sent, whole: bool = False) -> tuple[Any, Sent]:
    """Read a field that is not plainly of its type, as ``default`` where nothing was said, and note what was sent.

    Null, and the empty list that some languages write for an empty object, say nothing; a ``whole`` number may be written
    1.0. Anything else is `Unreadable`.
    """
    if value is ABSENT and default is None:
        return None, sent
    if (
        value is ABSENT
        or value is None
        or (value == [] and (default is None or is_object(default)))
    ):
        reading: Any = default
    elif whole and type(value) is float and value.is_integer():
        reading = int(value)
    else:
        raise Unreadable(name)
    return reading, (*sent, (name, value, _copied(reading)))


def _copied(reading: Any) -> Any:
    """The same JSON once more: whoever edits the one, however deep, does not edit the other."""
    if is_object(reading):
        return {key: _copied(item) for key, item in reading.items()}
    return [_copied(item) for item in reading] if is_array(reading) else reading


def lax(name: str, value: Any, default: Any, sent: Sent, whole: bool = False) -> tuple[Any, Sent]:
    """As `odd`, but nothing is unreadable: what the field cannot hold reads as ``default``, too."""
    try:
        return odd(name, value, default, sent, whole)
    except Unreadable:
        return default, (*sent, (name, value, default))


def restore(raw: dict[str, Any], sent: Sent) -> None:
    """Undo `odd`: put what was sent back into ``raw``, unless the field has been given another value since."""
    for name, value, reading in sent:
        if raw.get(name) != reading:
            continue
        if value is ABSENT:
            raw.pop(name, None)
        else:
            raw[name] = value


def holds(value: Any, container: type[Any], item: type[Any]) -> bool:
    """Whether it is a dict whose values, or a list whose items, are all of one type; as in JSON, 1 is a number and 1.0 whole."""
    if not isinstance(value, container):
        return False
    items: Any = value.values() if container is dict else value
    if item is float:
        return all(type(each) is float or type(each) is int for each in items)
    if item is int:
        return all(
            type(each) is int or (type(each) is float and each.is_integer()) for each in items
        )
    return all(type(each) is item for each in items)
