"""Hostile JSON: what is told is bounded, and so is the memory it takes to find it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest

from jupyter_messages import Problem
from jupyter_messages.problems import shown
from kernelwire.captures.judge import Judge, Settings
from kernelwire.captures.lines import unpacked
from kernelwire.errors import LocalProtocolError
from kernelwire.limits import MAX_DEPTH, MAX_PROBLEMS, MORE, Limits
from kernelwire.wire import jsonio
from tests.made import frames, header, line, parts, stream, wire

LIMIT = 400 << 20
"""Bytes that a child may take, the interpreter and the input included."""

HOSTILE: list[tuple[str, str]] = [
    # what it is, code that ends in an assertion
    (
        "a long name above many values, told",
        "data = b'{\"%s\":[%s0],\"a\":1,\"a\":1}' % (b'k' * 65536, b'0,' * 32000)\n"
        "assert len(jsonio.oddities(data, jsonio.decode(data)[0])) == 1",
    ),
    (
        "a long name above many values, written",
        "assert jsonio.encode({'k' * 65536: [0] * 32000, 'a': '\\udcff'})[-3:] == b'\\xff\"}'",
    ),
    (
        "a long name above many problems",
        "data = b'{\"%s\":[%s0]}' % (b'k' * 1_000_000, b'{\"a\":1,\"a\":1},' * 2000)\n"
        "assert len(jsonio.oddities(data, jsonio.decode(data)[0])) == 1001",
    ),
    (
        "bytes that are no UTF-8",
        "(found,) = jsonio.decode(b'\"%s\"' % (b'\\xff' * 8_000_000))[1]\n"
        "assert 'of 8000000' in found.message",
    ),
    (
        "halves of characters",
        "(found,) = jsonio.decode(b'\"%s\"' % (rb'\\ud800' * 3_000_000))[1]\n"
        "assert 'of 3000000' in found.message",
    ),
    (
        "escapes before a number that is none",
        "(found,) = jsonio.decode(b'[\"%s\",NaN]' % (rb'\\n' * 4_000_000))[1]\n"
        "assert 'at byte 8000004' in found.message",
    ),
    (
        "frames that are none",
        "found = []\nassert unpacked([0] * 3_000_000, '/frames', found) == []\nassert len(found) == 1001",
    ),
]


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is no such limit, or nobody minds it")
@pytest.mark.parametrize("code", [pytest.param(code, id=name) for name, code in HOSTILE])
def test_memory_is_bounded(code: str) -> None:
    bounds = f"import resource\nresource.setrlimit(resource.RLIMIT_AS, ({LIMIT}, {LIMIT}))\n"
    imports = "from kernelwire.wire import jsonio\nfrom kernelwire.captures.lines import unpacked\n"
    done = subprocess.run([sys.executable, "-c", imports + bounds + code], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr[-500:]


def oddities(data: bytes) -> list[Problem]:
    return jsonio.oddities(data, jsonio.decode(data)[0])


def bad_frames(count: int) -> list[Problem]:
    found: list[Problem] = []
    unpacked([0] * count, "/frames", found)
    return found


def names_twice(count: int) -> list[Problem]:
    return oddities(b"[%s0]" % (b'{"":0,"":0},' * count))


@pytest.mark.parametrize("search", [bad_frames, names_twice])
def test_as_many_problems_are_told_and_one_that_there_are_others(
    search: Callable[[int], list[Problem]],
) -> None:
    most = search(MAX_PROBLEMS)
    assert [problem.rule for problem in most] == [most[0].rule] * MAX_PROBLEMS
    for more in (1, 1000):
        found = search(MAX_PROBLEMS + more)
        assert found[:-1] == most
        assert found[-1] == Problem(most[0].severity, "", "capture", MORE)


@pytest.mark.parametrize(
    ("name", "path"),
    [("a" * 998, f"/{'a' * 998}/"), ("a" * 999, f"/{'a' * 999} ..."), ("/" * 999, f"/{'~1' * 499}~ ...")],
)
def test_a_long_path_is_cut(name: str, path: str) -> None:
    (problem,) = oddities(b'{"%s":{"":1,"":2}}' % name.encode())
    assert problem.path == path
    with pytest.raises(LocalProtocolError, match=f"at {path[:1000]}.*: bytes is nothing"):
        jsonio.encode({name: {"": b""}})


def test_what_is_escaped_is_no_end_of_a_text() -> None:
    (problem,) = jsonio.decode(rb'["\"NaN\\\"NaN\\", NaN]')[1]
    assert "at byte 19" in problem.message


@pytest.mark.parametrize("strict", [True, False])
def test_surrogates_side_by_side_are_each_an_escape(strict: bool) -> None:
    assert jsonio.encode(["\ud800\ud801x\udfff"], strict=strict) == rb'["\ud800\ud801x\udfff"]'


# --- the limits are what one says, and what is told is short --------------------------------------


def deep(levels: int, innermost: Any = 0) -> Any:
    for _ in range(levels):
        innermost = [innermost]
    return innermost


def test_what_is_built_here_is_written_as_deep_as_it_is_read_by_default() -> None:
    for innermost in (0, [], b"".decode()):
        levels = MAX_DEPTH - isinstance(innermost, list)
        data = jsonio.encode(deep(levels, innermost), strict=True)
        assert jsonio.decode(data) == (deep(levels, innermost), [])
        with pytest.raises(LocalProtocolError, match=f"more than {MAX_DEPTH} levels"):
            jsonio.encode(deep(levels + 1, innermost), strict=True)


def test_what_was_read_deeper_is_written_again() -> None:
    data = b"[" * 700 + b"]" * 700
    value, _ = jsonio.decode(data, depth=700)
    assert jsonio.encode(value) == data


@pytest.mark.parametrize("form", ["wire", "decoded"])
def test_a_judge_keeps_the_limits_it_is_given(form: str) -> None:
    message = stream(metadata={"a": deep(3)})
    value = wire(frames(parts(message))) if form == "wire" else message
    judge = Judge(Settings(limits=Limits(depth=4)))
    outcome = judge.line(line(value))
    assert outcome is not None
    assert outcome.problems == []
    outcome = Judge(Settings(limits=Limits(depth=3))).line(line(value))
    assert outcome is not None
    assert "more than 3 levels" in outcome.problems[0].message or "more than 4" in outcome.problems[0].message
    outcome = Judge(Settings(limits=Limits(max_parts=6))).line(line(wire()))
    assert outcome is not None
    assert outcome.problems[0].message == "7 frames, where 6 are allowed"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (10**4000, "1" + "0" * 75 + " ..."),
        (10**80 - 1, "9" * 80),
        (b"{" * 100_000, None),
        ("x" * 100_000, '"' + "x" * 56 + ' ..."'),
        ("x" * 60, '"' + "x" * 60 + '"'),
    ],
    ids=["integer", "shorter", "bytes", "text", "short"],
)
def test_a_value_is_told_in_few_characters(value: Any, text: str | None) -> None:
    assert len(shown(value)) <= 90
    assert text is None or shown(value) == text


def test_a_long_name_and_a_long_message_type_are_cut() -> None:
    content = {"status": "ok", "comms": {"n" * 5000: 0}}
    value = stream(header=header("comm_info_reply"), content=content, channel="shell")
    outcome = Judge().line(line(value))
    assert outcome is not None
    assert [problem.path for problem in outcome.problems] == [f"/content/comms/{'n' * 1000} ..."]
    outcome = Judge().line(line(stream(header=header("m" * 5000))))
    assert outcome is not None
    assert outcome.msg_type == "m" * 200 + " ..."
