"""Hostile JSON: what is told is bounded, and so is the memory it takes to find it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable

import pytest

from jupyter_messages import Problem
from kernelwire import jsonio
from kernelwire.errors import LocalProtocolError
from kernelwire.limits import MAX_PROBLEMS, MORE
from kernelwire.lines import unpacked

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
    imports = "from kernelwire import jsonio\nfrom kernelwire.lines import unpacked\n"
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
