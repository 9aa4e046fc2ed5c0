"""JSON as kernels write it: fast for what is right, a slower way behind it for the rest, which is told.

`decode` and `encode` are the two directions, `oddities` finds what parses but should be told (RFC 8259). No
messages here: the paths in problems are those within the value.
"""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from enum import Enum
from itertools import islice
from typing import Any, NoReturn, TypeGuard
from uuid import UUID

import msgspec
import orjson

from jupyter_messages import Problem
from jupyter_messages.problems import shown
from kernelwire.errors import LocalProtocolError, RemoteProtocolError
from kernelwire.limits import MAX_DEPTH, MAX_PROBLEMS, MORE
from kernelwire.wire.trees import Pairs, pointer, walk

_parse = msgspec.json.Decoder().decode  # exact integers of any size, where orjson makes floats of them

_BOM = b"\xef\xbb\xbf"
_TOKEN = re.compile(rb'"[^"]*"?|[][{}]|(-?(?:NaN|Infinity))')
"""Strings (an unended one to the end: no byte is read twice), brackets, as group 1 what is no number."""
_ESCAPE = re.compile(
    rb"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|(u[dD][89a-fA-F][0-9a-fA-F]{2})|.)",
    re.DOTALL,
)
"""Escapes in strings, and as group 1 the surrogates that stand alone."""
_NOT_FROM_BYTES = re.compile("[\ud800-\udc7f\udd00-\udfff]+")
"""Surrogates that errors="surrogateescape" never makes of a byte."""

_MAX_DIGITS = 4300  # of an integer: what CPython converts by default, and far beyond a double's range
_MIN_INTEGER, _MAX_INTEGER = -(2**63), 2**64 - 1
_MAX_WRITTEN_DEPTH = 1000
_OPTIONS = orjson.OPT_PASSTHROUGH_DATETIME | orjson.OPT_PASSTHROUGH_DATACLASS


def is_object(value: Any) -> TypeGuard[dict[str, Any]]:
    """Whether it is a JSON object."""
    return isinstance(value, dict)


def decode(data: bytes | memoryview, *, depth: int = MAX_DEPTH) -> tuple[Any, list[Problem]]:
    """The value of one JSON text, and what was wrong with the text: nothing, as a rule.

    What JSON or UTF-8 does not allow but can be made sense of is read, and is a `Problem` with the byte
    offset of the first place: rule ``utf-8`` (bytes are read as Python's "surrogateescape" does, nothing is
    lost), ``surrogate`` (an escaped one without its other half), ``number`` (NaN, Infinity, or beyond what a
    double holds: infinity), ``bom``. Raises `RemoteProtocolError`, with the byte offset, for what is no JSON
    at all or more than ``depth`` levels deep.
    """
    if type(data) is not bytes:
        data = bytes(data)
    try:
        value = _parse(data)
    except (msgspec.MsgspecError, ValueError):  # the latter for what is not UTF-8
        return _decode_slowly(data, depth)
    except RecursionError:
        _refuse_deep(data, depth)
    if len(data) > 2 * depth and is_deep(value, depth):  # fewer bytes cannot be deeper
        _refuse_deep(data, depth)
    return value, []


def is_deep(value: Any, depth: int) -> bool:
    """Whether a value has more than ``depth`` levels. Looks at values: the bytes may be one long text."""
    level: list[Any] = [value] if isinstance(value, (dict, list)) else []
    while level and depth:
        depth -= 1
        level = [each for node in level for each in _children(node) if isinstance(each, (dict, list))]
    return bool(level)


def _children(node: Any) -> Iterable[Any]:
    return node.values() if is_object(node) else node


def _check_deep(data: bytes, depth: int) -> None:
    levels = 0
    for found in _tokens(data):
        levels += {b"[": 1, b"{": 1, b"]": -1, b"}": -1}.get(found[0], 0)
        if levels > depth:
            raise RemoteProtocolError(f"nested more than {depth} levels deep at byte {found.start()}")


def _refuse_deep(data: bytes, depth: int) -> NoReturn:
    _check_deep(data, depth)
    raise RemoteProtocolError(f"nested deeper than this interpreter's stack allows, if not {depth} levels")


def _tokens(data: bytes) -> Iterator[re.Match[bytes]]:
    """What `_TOKEN` finds, escapes painted over: a pattern that reads them keeps a state for each."""
    return _TOKEN.finditer(data.replace(rb"\\", b"__").replace(rb"\"", b"__"))


def _decode_slowly(data: bytes, depth: int) -> tuple[Any, list[Problem]]:
    """`decode` by the standard library, for what the fast parser refuses."""
    problems: list[Problem] = []
    start = 0
    if data.startswith(_BOM):
        start = len(_BOM)
        problems.append(_problem("bom", "begins with a byte order mark"))
    text = _text(data, problems)[1 if start else 0 :]
    odd_numbers: list[str] = []
    try:
        value = _loads(text, odd_numbers)
    except json.JSONDecodeError as error:
        offset = start + len(text[: error.pos].encode("utf-8", "surrogateescape"))
        _check_deep(data[:offset], depth)  # which comes first, and is no matter of how much stack there is
        raise RemoteProtocolError(f"no JSON: {error.msg} at byte {offset}") from None
    except RecursionError:
        _refuse_deep(data, depth)
    if is_deep(value, depth):
        _refuse_deep(data, depth)
    lone = (match for match in _ESCAPE.finditer(data) if match[1])
    if first := next(lone, None):
        what = f"\\{first[1].decode()} at byte {first.start()} is half of a character without the other"
        problems.append(_problem("surrogate", what, 1 + sum(1 for _ in lone)))
    if odd_numbers:
        found = next((match.start(1) for match in _tokens(data) if match[1]), None)
        what = odd_numbers[0][:36] + ("" if found is None else f" at byte {found}")
        what += " is no number that JSON has, or that a double holds"
        problems.append(_problem("number", what, len(odd_numbers)))
    return value, problems


def _text(data: bytes, problems: list[Problem]) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        text = data.decode("utf-8", "surrogateescape")
        what = f"0x{data[error.start]:02x} at byte {error.start} is not UTF-8"
        problems.append(_problem("utf-8", what, len(text) - len(data.decode("utf-8", "ignore"))))
        return text


def _problem(rule: str, what: str, count: int = 1) -> Problem:
    return Problem("error", "", rule, what if count == 1 else f"{what} (the first of {count})")


def _loads(text: str, odd: list[str], pairs: Callable[[Any], Any] | None = None) -> Any:
    """The standard library's parser; ``odd`` gets an item for each number that JSON or a double cannot hold,
    the first as it is spelled.
    """

    def noted(name: str) -> float:
        odd.append(name)
        return float(name.replace("Infinity", "inf"))

    def finite(digits: str) -> float:
        value = float(digits)
        if math.isinf(value):
            odd.append("" if odd else digits)
        return value

    def integer(digits: str) -> int | float:
        try:
            if len(digits) <= _MAX_DIGITS:
                return int(digits)
        except ValueError:  # the interpreter was told to convert even less
            pass
        return finite(digits)

    return json.loads(
        text, parse_constant=noted, parse_float=finite, parse_int=integer, object_pairs_hook=pairs
    )


def oddities(data: bytes | memoryview, value: Any) -> list[Problem]:
    """What parses, but not everywhere to the same: names given twice in an object, integers beyond 64 bits.

    ``value`` is what `decode` made of ``data``. Gives warnings, rules ``duplicate`` and ``integer``, no more
    than `MAX_PROBLEMS` and the one that says so.
    """
    data = bytes(data)
    if _says_all(data, value):
        return []
    try:
        tree = _loads(data.decode("utf-8", "surrogateescape").removeprefix("\ufeff"), [], Pairs)
    except (ValueError, RecursionError):
        return []
    found = list(islice(_told(tree), MAX_PROBLEMS + 1))
    if len(found) > MAX_PROBLEMS:
        found[-1] = Problem("warning", "", "capture", MORE)
    return found


def _says_all(data: bytes, value: Any) -> bool:
    """Whether ``value`` surely has all that is in ``data``, and no integer that is beyond 64 bits; quick to
    say yes.

    Written again, it has as many colons, each behind a name or inside a text. A name that was dropped would
    have taken one along; none can come instead, if no text spells its colons as escapes.
    """
    try:
        return data.count(b":") == orjson.dumps(value).count(b":") and b"\\u003" not in data
    except TypeError:  # a long integer, or a text that is no Unicode
        return False


def _told(tree: Any) -> Iterator[Problem]:
    """The oddities of a tree with `Pairs` for objects, in the order of the text."""
    for keys, node in walk(tree):
        if isinstance(node, Pairs):
            for name, count in Counter(name for name, _ in node).items():
                if count > 1:
                    text = f"the name {shown(name)} is given {count} times; the last one counts"
                    yield Problem("warning", pointer([*keys, name]), "duplicate", text)
        elif type(node) is int and not _MIN_INTEGER <= node <= _MAX_INTEGER:
            text = f"{shown(node)} is beyond 64 bits: many a parser rounds it or refuses it"
            yield Problem("warning", pointer(keys), "integer", text)


def encode(value: Any, *, strict: bool = False) -> bytes:
    """The JSON text of a value, compact, in UTF-8: what `decode` gives is written so that it gives it again.

    So bytes that were not UTF-8 become the same bytes, and NaN is NaN. ``strict`` is for what is ours to
    answer for: surrogates are all written as escapes, which JSON allows, NaN and infinities are refused, and
    so is what is nested deeper than `decode` reads by default, not only what is beyond 1,000 levels.
    Tuples become arrays, `uuid.UUID` text, members of an Enum their value. Raises `LocalProtocolError`, which
    names the place, for anything else that JSON does not have: dates, bytes, sets, names that are no strings.
    """
    try:
        data = orjson.dumps(value, None, _OPTIONS)
    except TypeError:
        return _encode_slowly(value, strict)
    # orjson makes null of NaN and infinities, without a word. In long texts, looking for it takes longest.
    if (len(data) > 2048 or data.find(b"null") >= 0) and _has_odd_float(value):
        return _encode_slowly(value, strict)
    return data


def _has_odd_float(value: Any) -> bool:
    nodes: list[Any] = [(value,)]
    for node in nodes:
        for child in _children(node):
            if isinstance(child, (dict, list, tuple)):
                nodes.append(child)
            elif isinstance(child, float) and not math.isfinite(child):
                return True
    return False


def _encode_slowly(value: Any, strict: bool) -> bytes:
    _refuse_foreign(value, strict)
    try:
        text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=_plain)
    except (RecursionError, ValueError) as error:
        raise LocalProtocolError(f"cannot be written as JSON: {error}") from None
    if not strict:
        mixed = _NOT_FROM_BYTES.sub(lambda odd: _escaped(odd[0]).decode(), text)
        data = mixed.encode("utf-8", "surrogateescape")
        if data.decode("utf-8", "surrogateescape") == mixed:  # else bytes that came apart would come together
            return data
    return _escaped(text)


def _escaped(text: str) -> bytes:
    return text.encode("utf-8", "backslashreplace")  # which is how JSON spells surrogates, too


def _plain(value: Any) -> Any:
    return value.value if isinstance(value, Enum) else str(value)  # an UUID: nothing else got this far


def _refuse_foreign(value: Any, strict: bool) -> None:
    """Raise LocalProtocolError for the first thing that JSON does not have."""
    most = MAX_DEPTH if strict else _MAX_WRITTEN_DEPTH
    for keys, node in walk(value):
        # A value that is no array or object is no level of its own.
        if len(keys) >= most and isinstance(node, (dict, list, tuple)):
            raise LocalProtocolError(f"nested more than {most} levels deep, or within itself")
        if why := _foreign(node, strict):
            raise LocalProtocolError(f"at {pointer(keys) or '/'}: {why}")


def _foreign(node: Any, strict: bool) -> str | None:
    """What is not of JSON about a value, its children aside."""
    if is_object(node):
        for name in node:
            if not isinstance(name, str):  # pyright: ignore[reportUnnecessaryIsInstance]
                return f"the name {shown(name)} is no string"
        return None
    if isinstance(node, float):
        return f"{node} is no number that JSON has" if strict and not math.isfinite(node) else None
    if node is None or isinstance(node, (str, int, UUID, list, tuple)):
        return None
    return f"{type(node).__name__} is nothing that JSON has"
