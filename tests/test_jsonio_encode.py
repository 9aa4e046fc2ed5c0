"""JSON is written as it was read, or as everybody reads it; what JSON does not have is one error."""

from __future__ import annotations

import json
import math
from datetime import datetime, timezone
from enum import Enum
from typing import Any
from uuid import UUID

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kernelwire.errors import LocalProtocolError
from kernelwire.wire import jsonio
from tests.values import ODD_TEXT, VALUES, same


@given(VALUES)
def test_what_is_written_reads_the_same(value: Any) -> None:
    assert same(jsonio.decode(jsonio.encode(value))[0], json.loads(json.dumps(value)))


@given(st.binary(max_size=40))
@example(b"\xc3\xff\xa9")
@example(b"\xed\xa0\x80")
def test_bytes_that_are_not_utf8_are_written_as_they_came(raw: bytes) -> None:
    data = b'"' + bytes(byte for byte in raw if byte >= 0x20 and byte not in b'"\\') + b'"'
    assert jsonio.encode(jsonio.decode(data)[0]) == data


def test_escapes_that_would_come_together_as_a_character_stay_escapes() -> None:
    value, _ = jsonio.decode(rb'"\udcc3\udca9"')
    assert jsonio.decode(jsonio.encode(value))[0] == value == "\udcc3\udca9"


@pytest.mark.parametrize(
    "value", [math.nan, [1, {"a": math.inf}], {"a": None, "b": (-math.inf,)}, ["x" * 3000, math.nan]]
)
def test_nan_does_not_become_null(value: Any) -> None:
    assert b"null" not in jsonio.encode(value).replace(b'"a":null', b"")
    with pytest.raises(LocalProtocolError, match="no number that JSON has"):
        jsonio.encode(value, strict=True)


@given(ODD_TEXT)
def test_strictly_written_is_ascii_or_utf8(text: str) -> None:
    data = jsonio.encode({"a": text}, strict=True)
    assert same(json.loads(data.decode("utf-8")), json.loads(json.dumps({"a": text})))


class Colour(Enum):
    RED = "red"


def test_uuid_and_enum_are_written_either_way() -> None:
    value = {"id": UUID(int=1), "colour": Colour.RED, "t": (1, 2)}
    expected = b'{"id":"00000000-0000-0000-0000-000000000001","colour":"red","t":[1,2]}'
    assert jsonio.encode(value) == expected
    assert jsonio.encode({**value, "big": 2**70}) == expected[:-1] + b',"big":%d}' % 2**70


@pytest.mark.parametrize(
    "value", [datetime(2026, 1, 1, tzinfo=timezone.utc), b"x", {1, 2}, object(), memoryview(b"x"), 1j]
)
def test_what_json_does_not_have_is_refused_at_its_place(value: object) -> None:
    with pytest.raises(LocalProtocolError, match=f"/a/1/b~1c: {type(value).__name__}"):
        jsonio.encode({"a": [1, {"b/c": value}]})
    with pytest.raises(LocalProtocolError, match=type(value).__name__):
        jsonio.encode(value)


def test_names_must_be_strings() -> None:
    with pytest.raises(LocalProtocolError, match="/a: the name 1"):
        jsonio.encode({"a": {1: 2}})


def test_what_contains_itself_is_refused() -> None:
    value: list[Any] = []
    value.append([value, value])
    with pytest.raises(LocalProtocolError, match="deep"):
        jsonio.encode(value)
