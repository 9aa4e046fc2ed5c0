"""What is legal JSON but read differently by others: names given twice, integers beyond 64 bits."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jupyter_messages import Problem
from kernelwire.wire import jsonio
from tests.values import rules


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
