# Generated from schemas/ by "make generate". Do not edit: change the schemas and run it again.
"""What the emitted classes and converters stand on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

from jupyter_messages.problems import ABSENT, Problem, is_array, is_object

Sent = tuple[tuple[str, Any, Any], ...]
"""Fields that were not sent as they read: (wire name, what was sent or `ABSENT`, what it reads as in JSON)."""


class Unreadable(Exception):
    """A content that its class cannot hold. Never leaves this package: `decode_content` gives `Invalid` instead."""


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
    kept = reading.copy() if is_object(reading) or is_array(reading) else reading
    return reading, (*sent, (name, value, kept))


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
    """Whether it is a dict whose values, or a list whose items, are all of one type."""
    if not isinstance(value, container):
        return False
    items: Any = value.values() if container is dict else value
    return all(type(each) is item for each in items)
