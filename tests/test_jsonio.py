"""JSON: right things read as the standard library reads them, odd things read and told, else one error."""

from __future__ import annotations

import json
import math
import sys
from datetime import datetime, timezone
from enum import Enum
from typing import Any
from uuid import UUID

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from jupyter_messages import Problem
from kernelwire import jsonio
from kernelwire.errors import LocalProtocolError, RemoteProtocolError

SCALARS = st.none() | st.booleans() | st.integers(-(2**80), 2**80) | st.floats() | st.text()
ODD_TEXT = st.text(st.characters(exclude_categories=()))
"""With lone surrogates."""
VALUES = st.recursive(
    SCALARS | ODD_TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(ODD_TEXT, inner, max_size=4),
)


def same(left: Any, right: Any) -> bool:
    """Equal, NaN equal to NaN, 1 not to 1.0 or True."""
    return repr(left) == repr(right)


def rules(problems: list[Problem]) -> list[str]:
    return [problem.rule for problem in problems]


def one(data: bytes) -> tuple[Any, Problem]:
    value, problems = jsonio.decode(data)
    assert len(problems) == 1
    assert problems[0].severity == "error"
    assert problems[0].path == ""
    return value, problems[0]


# --- decode ---------------------------------------------------------------------------------------


@given(VALUES, st.booleans())
def test_what_the_standard_library_writes_is_read_as_it_reads_it(value: Any, ascii_only: bool) -> None:
    data = json.dumps(value, ensure_ascii=ascii_only).encode("utf-8", "surrogatepass")
    try:
        expected = json.loads(data.decode("utf-8"))
    except UnicodeDecodeError:
        return
    decoded, problems = jsonio.decode(data)
    assert same(decoded, expected)
    assert {*rules(problems)} <= {"surrogate", "number"}


@given(
    st.binary(max_size=60)
    | st.lists(st.sampled_from(b'{}[]":,\\ud81f09eE+-.ntN \n\xff\xc3'), max_size=25).map(bytes)
)
@example(b"")
@example(b'{"a":1}x')
@example(b"[1,]")
@example(b'"\x01"')
@example(b"\xff\xfe{\x00}\x00")
@example(b"\xef\xbb\xbf\xef\xbb\xbf{}")
def test_any_bytes_are_read_as_the_standard_library_reads_them_or_refused(data: bytes) -> None:
    text = data.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "surrogateescape")
    try:
        expected = json.loads(text)
    except ValueError:
        with pytest.raises(RemoteProtocolError, match=r"at byte \d+"):
            jsonio.decode(data)
    else:
        assert same(jsonio.decode(data)[0], expected)


def test_views_are_read() -> None:
    assert jsonio.decode(memoryview(b'{"a":[1]}')) == ({"a": [1]}, [])
    assert jsonio.decode(memoryview(b'"\xff"'))[0] == "\udcff"


@pytest.mark.parametrize("number", [2**63, 2**64, -(2**63) - 1, 10**40, 2**53 + 1])
def test_integers_are_exact(number: int) -> None:
    assert jsonio.decode(b'{"n":%d}' % number) == ({"n": number}, [])


def test_bytes_that_are_not_utf8_are_kept_and_told() -> None:
    value, problem = one(b'{"text":"ab\xff\xfec"}')
    assert value == {"text": "ab\udcff\udcfec"}
    assert problem.rule == "utf-8"
    assert "0xff at byte 11" in problem.message
    assert "of 2" in problem.message
    assert jsonio.encode(value) == b'{"text":"ab\xff\xfec"}'


def test_an_escaped_lone_surrogate_is_kept_and_told() -> None:
    value, problem = one(rb'{"a":"\\ud800 \ud83d\ude00","b":"\ud800"}')
    assert value == {"a": "\\ud800 \U0001f600", "b": "\ud800"}
    assert problem.rule == "surrogate"
    assert r"\ud800 at byte 33" in problem.message


@pytest.mark.parametrize("text", ["NaN", "Infinity", "-Infinity"])
def test_numbers_that_json_does_not_have_are_read_and_told(text: str) -> None:
    value, problem = one(f'{{"NaN":"NaN","a":[1,{text}]}}'.encode())
    assert same(value["a"][1], float(text))
    assert problem.rule == "number"
    assert f"{text} at byte 20" in problem.message


@pytest.mark.parametrize(
    ("text", "read"),
    [("1e999", math.inf), ("-1e999", -math.inf), ("9" * 5000, math.inf), ("-" + "9" * 5000, -math.inf)],
)
def test_numbers_beyond_a_double_are_told(text: str, read: float) -> None:
    value, problem = one(f'{{"n":{text}}}'.encode())
    assert value == {"n": read}
    assert problem.rule == "number"
    assert len(problem.message) < 200


def test_a_byte_order_mark_is_told() -> None:
    value, problem = one(b'\xef\xbb\xbf{"a":1}')
    assert (value, problem.rule) == ({"a": 1}, "bom")


def test_several_oddities_are_all_told() -> None:
    _, problems = jsonio.decode(b'\xef\xbb\xbf["\xff", "\\udc00", NaN, NaN]')
    assert rules(problems) == ["bom", "utf-8", "surrogate", "number"]
    assert "of 2" in problems[3].message


@pytest.mark.parametrize(
    ("data", "offset"),
    [
        (b"", 0),
        (b"  ", 2),
        (b"{", 1),
        ('{"é":1}x'.encode(), 8),
        (b'{"\xff":1}x', 7),
        (b"\xef\xbb\xbf[1,", 6),
        (b"nul", 0),
    ],
)
def test_what_is_no_json_is_one_error_with_its_place(data: bytes, offset: int) -> None:
    with pytest.raises(RemoteProtocolError, match=f"at byte {offset}$"):
        jsonio.decode(data)


# --- depth ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("levels", [501, 1_000, 10_000, 200_000])
@pytest.mark.parametrize(("begin", "end"), [(b"[", b"]"), (b'{"a":', b"}")])
@pytest.mark.parametrize("odd", [b"1", b'"\xff"', b"NaN", b""])
def test_too_deep_is_an_error_with_its_place(levels: int, begin: bytes, end: bytes, odd: bytes) -> None:
    data = begin * levels + odd + end * levels
    with pytest.raises(
        RemoteProtocolError, match=f"more than 500 levels deep at byte {500 * len(begin)}$|no JSON"
    ):
        jsonio.decode(data)


@pytest.mark.parametrize("odd", ["1", "NaN"])
def test_the_depth_is_what_one_says(odd: str) -> None:
    data = f'[{{"a":[{odd}]}}, "[[[[[[[[", []]'.encode()
    jsonio.decode(data, depth=3)
    with pytest.raises(RemoteProtocolError, match="more than 2 levels deep at byte 6"):
        jsonio.decode(data, depth=2)
    with pytest.raises(RemoteProtocolError, match="more than 0 levels deep at byte 0"):
        jsonio.decode(data, depth=0)


def test_where_the_stack_allows_less_it_is_an_error_too() -> None:
    levels = 3 * sys.getrecursionlimit()
    with pytest.raises(RemoteProtocolError):
        jsonio.decode(b"[" * levels + b"]" * levels + b'"\\"' * 1000, depth=10 * levels)


def test_brackets_in_a_string_that_never_ends_are_no_levels() -> None:
    """Nor is such a string looked at again from each quote in it, which would take quadratic time."""
    with pytest.raises(RemoteProtocolError) as info:
        jsonio.decode(b"[" * 3000 + b'"' + b"[" * 3000, depth=5000)
    assert "more than" not in str(info.value)


def test_what_is_as_deep_as_allowed_can_be_written() -> None:
    data = b"[" * 500 + b"]" * 500
    value, problems = jsonio.decode(data)
    assert problems == []
    assert jsonio.encode(value) == data


# --- oddities -------------------------------------------------------------------------------------


def oddities(data: bytes) -> list[Problem]:
    return jsonio.oddities(data, jsonio.decode(data)[0])


def test_names_given_twice_are_told_with_their_paths() -> None:
    found = oddities(b'{"a":1,"b":[{"x/y":1,"z":":","x/y":2,"x/y":{}}],"a":{"c":1,"c":2}}')
    assert [(problem.severity, problem.path, problem.rule) for problem in found] == [
        ("warning", "/a", "duplicate"),
        ("warning", "/b/0/x~1y", "duplicate"),
        ("warning", "/a/c", "duplicate"),
    ]
    assert "3 times" in found[1].message


@pytest.mark.parametrize("number", [2**64, -(2**63) - 1, 10**30])
def test_integers_beyond_64_bits_are_told(number: int) -> None:
    (problem,) = oddities(b'{"a":[0,%d]}' % number)
    assert (problem.severity, problem.path, problem.rule) == ("warning", "/a/1", "integer")


@pytest.mark.parametrize("number", [2**64 - 1, -(2**63), 0])
def test_integers_of_64_bits_are_not(number: int) -> None:
    assert oddities(b'{"a":%d}' % number) == []


@given(
    st.recursive(
        st.sampled_from(['": 1', "a : b", "x", "\n:"]) | st.integers(0, 3),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.lists(st.tuples(st.sampled_from("ab:"), inner), max_size=3).map(tuple)
        ),
    ),
    st.sampled_from([(",", ":"), (", ", ": "), (" ,", " :"), ("\t,", "\t:"), (",", "\r\n:")]),
)
def test_a_name_given_twice_is_never_missed_and_never_made_up(tree: Any, separators: tuple[str, str]) -> None:
    """Against a model that writes objects as tuples of pairs."""
    comma, colon = separators
    twice = 0

    def written(node: Any) -> str:
        nonlocal twice
        if isinstance(node, tuple):
            names = [name for name, _ in node]
            twice += len({name for name in names if names.count(name) > 1})
            return (
                "{" + comma.join(f"{json.dumps(name)}{colon}{written(child)}" for name, child in node) + "}"
            )
        if isinstance(node, list):
            return "[" + comma.join(map(written, node)) + "]"
        return json.dumps(node)

    data = written(tree).encode()
    assert rules(oddities(data)) == ["duplicate"] * twice


def test_the_slow_way_is_taken_only_where_there_may_be_something(monkeypatch: pytest.MonkeyPatch) -> None:
    data = json.dumps({"text": "a: b", "more": {"x": [1, 2, {"y": "12:30"}]}}).encode()
    monkeypatch.setattr(jsonio, "_loads", None)
    assert oddities(data) == []


def test_oddities_of_odd_json_are_told() -> None:
    assert rules(oddities(b'\xef\xbb\xbf{"a":"\xff","a":NaN}')) == ["duplicate"]


# --- encode ---------------------------------------------------------------------------------------


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
