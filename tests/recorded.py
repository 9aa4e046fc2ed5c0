"""What the captures hold: their lines, the messages in them, and what differs in more than its words."""

from __future__ import annotations

import functools
import json
from collections.abc import Iterator
from typing import Any

from jupyter_messages import MESSAGES
from tests import pins
from tests.recording.wire import DELIMITER, Json, line_frames, read_capture


@functools.cache
def lines(name: str) -> list[Json]:
    """The lines of one capture."""
    return read_capture(pins.CAPTURES / f"{name}{pins.SUFFIX}")


def message(line: Json) -> Json:
    """What a line says, read by the standard library alone; bytes that are no UTF-8 as lone surrogates."""
    if "header" in line:
        return line
    frames = line_frames(line)
    first = frames.index(DELIMITER) + 2
    parts = [json.loads(frame.decode("utf-8", "surrogateescape")) for frame in frames[first : first + 4]]
    names = ("header", "parent_header", "metadata", "content")
    return {**dict(zip(names, parts, strict=True)), "channel": line["channel"]}


@functools.cache
def messages() -> list[Json]:
    """All messages of all captures."""
    return [message(line) for name in pins.names() for line in lines(name)]


def documents() -> Iterator[tuple[str, Json]]:
    """Every header, content and message without content, once: the document that judges it, and itself."""
    seen: set[tuple[str, str]] = set()
    for each in messages():
        header, content = each["header"], each["content"]
        rows = [("header", header), ("header", each["parent_header"]), ("message", {**each, "content": {}})]
        if header["msg_type"] in MESSAGES:
            rows.append((header["msg_type"], content))
        for name, value in rows:
            key = (name, exact(value))
            if key not in seen:
                seen.add(key)
                yield name, value


def exact(value: Any) -> str:
    """JSON text to compare by: `==` would not tell 1 from 1.0 or true, and NaN from itself. The order of keys
    does not count.
    """
    return json.dumps(value, sort_keys=True)


def pruned(value: Any, depth: int = 4) -> Any:
    """The value with one item of each shape in its arrays, and without what is too deep for any schema."""
    if isinstance(value, dict):
        return {key: pruned(item, depth - 1) for key, item in value.items()} if depth else {}
    if isinstance(value, list):
        items = [pruned(item, depth - 1) for item in value]
        return [*{repr(shape(item)): item for item in items}.values()]
    return value


def shape(value: Any) -> Any:
    """Equal for values that differ in no more than their texts and numbers."""
    if isinstance(value, dict):
        return {key: shape(value[key]) for key in sorted(value)}
    return [shape(item) for item in value] if isinstance(value, list) else type(value).__name__
