"""The four parts of a message, each between its bytes and Python. No frames, no signatures: see framing.

Most of what travels is plain: every field is there and of its type, none is unknown. So there are two roads.
The short one takes what is plain: `jupyter_messages_msgspec.readers`, or a template. What it refuses
goes by way of `jsonio` and the converters. ``tests/test_two_roads.py`` shows that they agree.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache, partial
from operator import attrgetter
from typing import Any, TypeAlias

import jupyter_messages as emitted
from jupyter_messages import Header
from jupyter_messages_msgspec.readers import CONTENTS, HEADER, plain_header_text
from jupyter_messages_msgspec.readers import NOT_PLAIN as NOT_PLAIN
from kernelwire.errors import LocalProtocolError, RemoteProtocolError
from kernelwire.wire import jsonio
from kernelwire.wire.signing import RawParts

Convert: TypeAlias = Callable[[Any], Any]

parse_header, make_header, _ = HEADER
"""The short road to a header: bytes to struct, struct to `Header`."""
_readers = {**CONTENTS}  # found in a third of the time that it takes in an immutable one
# --- reading --------------------------------------------------------------------------------------


def plain_content(msg_type: str, frame: bytes, depth: int) -> Any:
    """The content in a frame; None if it is not plain, or of a type that is not known."""
    reader = _readers.get(msg_type)
    if reader is None:
        return None
    parse, make, nesting = reader
    try:
        plain = parse(frame)
    except NOT_PLAIN:
        return None
    # Fewer bytes cannot be deeper. The classes by themselves have three levels.
    if len(frame) > 2 * depth and (depth < 3 or (nesting and jsonio.is_deep(nesting(plain), depth))):
        return None
    return make(plain)


@lru_cache(maxsize=64)
def parent_msg_id(frame: bytes, depth: int) -> str:
    """The ``msg_id`` in a frame with a parent header, or empty.

    Remembered by its bytes, for all the output of a request has one parent; a str cannot be changed.
    """
    try:
        return str(parse_header(frame).msg_id)
    except NOT_PLAIN:
        pass
    try:
        fields, _ = jsonio.decode(frame, depth=depth)
    except RemoteProtocolError:
        return ""
    msg_id = fields.get("msg_id") if jsonio.is_object(fields) else None
    return msg_id if isinstance(msg_id, str) else ""


def read_metadata(value: Any) -> dict[str, Any]:
    """Metadata out of their JSON value; empty if that is no object."""
    return value if jsonio.is_object(value) else {}


def read_parent(value: Any) -> Header | None:
    """A parent header out of its JSON value; None if that is empty or no object."""
    return emitted.decode_header(value) if jsonio.is_object(value) and value else None


# --- writing --------------------------------------------------------------------------------------


def text(value: Any, strict: bool = False) -> bytes:
    """A part as bytes; what is bytes already is no JSON, and goes as it came."""
    return value if isinstance(value, bytes) else jsonio.encode(value, strict=strict)


def built(header: Any, parent: Any, metadata: Any, content: Any) -> RawParts:
    """The parts of a message that was built here, strictly JSON. Raises `LocalProtocolError`."""
    try:
        first = plain_header_text(header)
        second = b"{}" if parent is None else _parent_text(parent)
    except (AttributeError, ValueError):  # a field was deleted, or holds half a character
        first = second = None
    value = content_value(content)
    return (
        first or text(header_value(header), strict=True),
        second or text(parent_value(parent), strict=True),
        b"{}" if type(metadata) is dict and not metadata else text(metadata_value(metadata), strict=True),
        value if type(value) is bytes else jsonio.encode(value, strict=True),
    )


def _parent_text(parent: Any) -> bytes | None:
    """A parent as bytes, if it is plain. The last is remembered, for all the output of a request has one."""
    global _last_parent
    if type(parent) is not Header or parent.extra:
        return None
    fields = _fields_of(parent)
    known, data = _last_parent
    if fields == known:
        return data
    if plain := plain_header_text(parent):
        _last_parent = fields, plain
    return plain


_fields_of = attrgetter(*Header.__match_args__)
_last_parent: tuple[Any, bytes] = ((), b"")


def header_value(header: Any) -> Any:
    """A header as JSON values. Raises `LocalProtocolError`, as its like below do, whatever was put in."""
    fields = _plain("header", Header, emitted.encode_header, header)
    msg_type = fields.get("msg_type")
    if not isinstance(msg_type, str) or not msg_type:
        raise LocalProtocolError("the header needs a msg_type: a str that is not empty")
    return fields


def parent_value(parent: Any) -> Any:
    """A parent header as JSON values: empty for None."""
    return {} if parent is None else _plain("parent_header", Header, emitted.encode_header, parent)


def _plain(name: str, expected: type, convert: Convert, part: Any) -> Any:
    if not isinstance(part, expected):
        raise LocalProtocolError(f"the {name} must be a {expected.__name__}, not {type(part).__name__}")
    try:
        return convert(part)
    except (TypeError, AttributeError, ValueError) as error:
        raise LocalProtocolError(f"the {name} cannot be written: {error}") from None


metadata_value = partial(_plain, "metadata", Mapping, dict)
"""Metadata as JSON values."""


def content_value(content: Any) -> Any:
    """A content as JSON values."""
    try:
        return emitted.encode_content(content)
    except (TypeError, AttributeError, ValueError) as error:
        raise LocalProtocolError(f"the content cannot be written: {error}") from None
