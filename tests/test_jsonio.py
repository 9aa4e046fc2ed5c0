"""JSON is read as the standard library reads it; odd things are read and told, the rest is one error."""

from __future__ import annotations

import json
import math
import sys
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from jupyter_messages import Problem
from kernelwire.errors import RemoteProtocolError
from kernelwire.wire import jsonio
from tests.values import VALUES, rules, same


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
    with pytest.raises(RemoteProtocolError, match=f"more than 500 levels deep at byte {500 * len(begin)}$"):
        jsonio.decode(data)


@pytest.mark.parametrize("calls", [0, 100, 300, 600])
def test_what_is_too_deep_and_no_json_either_is_told_alike_with_more_or_less_stack_left(calls: int) -> None:
    def decoded(calls: int) -> None:
        return decoded(calls - 1) if calls else jsonio.decode(b"[" * 700 + b"x")[0]

    with pytest.raises(RemoteProtocolError, match="more than 500 levels deep at byte 500"):
        decoded(calls)


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
