"""The words of problems, to the letter, since people read them; and the small judges beside them."""

from __future__ import annotations

import copy
import pickle
from typing import Any

import pytest

from jupyter_messages import problems
from jupyter_messages.problems import ABSENT, Bounded, Full, Problem, fits, shown


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, "null"),
        (True, "true"),
        (1.5, "1.5"),
        ({"a": 1}, "an object"),
        ([1], "an array"),
        ("é", '"é"'),
        ("é" * 60, f'"{"é" * 60}"'),
        ("é" * 61, f'"{"é" * 56} ..."'),
        ("\\" * 60, '"' + "\\" * 120 + '"'),
        (10**79, "1" + "0" * 79),
        (10**80, "1" + "0" * 75 + " ..."),
        pytest.param(10**5000, "a very long number", id="many digits"),
        (b"\xe9", r'''"b'\\xe9'"'''),
        (b"a" * 90, f""""b'{"a" * 73} ..."""),
        ({1}, '"{1}"'),
        (ABSENT, '"ABSENT"'),
    ],
)
def test_a_value_is_shown_as_json_says_it_and_cut_short(value: Any, text: str) -> None:
    assert shown(value) == text
    assert len(text) <= 122


def test_bytes_are_cut_before_they_are_spelled() -> None:
    class Long(bytes):
        def __repr__(self) -> str:
            raise AssertionError("a whole frame would be spelled")

    assert shown(Long(b"a" * 90)) == shown(b"a" * 90)


def test_absent_is_one_object_and_says_so() -> None:
    assert repr(ABSENT) == "ABSENT"
    assert pickle.loads(pickle.dumps(ABSENT)) is ABSENT
    assert copy.deepcopy(ABSENT) is ABSENT


@pytest.mark.parametrize(
    ("key", "token"),
    [("a/b~c", "a~1b~0c"), (3, "3"), ("x" * 1000, "x" * 1000), ("x" * 1001, "x" * 1000 + " ...")],
)
def test_a_key_is_a_part_of_a_pointer(key: Any, token: str) -> None:
    assert problems.token(key) == token


@pytest.mark.parametrize(
    ("value", "integer", "number"),
    [
        (1, True, True),
        (1.0, True, True),
        (1.5, False, True),
        (True, False, False),
        (float("inf"), False, True),
        ("1", False, False),
        (None, False, False),
    ],
)
def test_numbers_are_those_of_json(value: Any, integer: bool, number: bool) -> None:
    assert problems.is_integer(value) is integer
    assert problems.is_number(value) is number


def test_equal_is_what_json_calls_equal() -> None:
    assert problems.is_one_of(1.0, (1,))
    assert not problems.is_one_of(True, (1, "true"))
    assert problems.is_one_of(True, (1, True))
    assert not problems.is_one_of(2, (1, 3))


def test_a_value_fits_if_there_is_no_error() -> None:
    warning, error = Problem("warning", "", "open", "w"), Problem("error", "", "type", "e")
    assert fits(lambda value, path, found: found.append(warning), 1) is True
    assert fits(lambda value, path, found: found.append(error), 1) is False
    assert fits(lambda value, path, found: None, ABSENT) is False
    assert fits(lambda value, path, found: None, None) is True


def test_a_list_that_is_full_ends_the_search() -> None:
    found = Bounded(2)
    problem = Problem("error", "", "type", "")
    found.append(problem)
    with pytest.raises(Full):
        found.append(problem)
    assert found == [problem, problem]


@pytest.mark.parametrize(
    ("problem", "said"),
    [
        (problems.missing("/a", "b"), ("error", "/a", "required", "lacks 'b', which is required")),
        (
            problems.advised("/a", "b"),
            ("warning", "/a", "recommended", "lacks 'b', which should be there"),
        ),
        (problems.wrong_type("/a", "a string", 1), ("error", "/a", "type", "must be a string, not 1")),
        (problems.not_const("/a", "ok", "no"), ("error", "/a", "const", "must be 'ok', not \"no\"")),
        (
            problems.not_in_enum("/a", ("x", "y"), 1),
            ("error", "/a", "enum", "must be one of 'x', 'y', not 1"),
        ),
        (problems.not_known("/a", ("x", "y"), 1), ("warning", "/a", "open", "is 1; known are 'x', 'y'")),
        (
            problems.out_of_bounds("/a", "minimum", "at least", 2, 1),
            ("error", "/a", "minimum", "must be at least 2, not 1"),
        ),
        (
            problems.out_of_bounds("/a", "maximum", "at most", 2, 2.5),
            ("error", "/a", "maximum", "must be at most 2, not 2.5"),
        ),
        (
            problems.out_of_bounds("/a", "minLength", "at least", 1, ""),
            ("error", "/a", "minLength", "must have at least 1 character, not 0"),
        ),
        (
            problems.out_of_bounds("/a", "maxItems", "at most", 2, [1, 2, 3]),
            ("error", "/a", "maxItems", "must have at most 2 items, not 3"),
        ),
        (
            problems.out_of_bounds("/a", "minProperties", "at least", 0, {}),
            ("error", "/a", "minProperties", "must have at least 0 fields, not 0"),
        ),
        (problems.no_match("/a", "^x", "y"), ("error", "/a", "pattern", "must match '^x', unlike \"y\"")),
        (
            problems.no_alternative("/a", []),
            ("error", "/a", "anyOf", "fits none of the alternatives: an array"),
        ),
        (problems.deprecated("/a", "5.1"), ("warning", "/a", "deprecated", "is deprecated since 5.1")),
    ],
)
def test_what_is_wrong_is_said_in_full(problem: Problem, said: tuple[str, str, str, str]) -> None:
    assert problem == said
