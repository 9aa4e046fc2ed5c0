"""What is written into emitted validators stands for what it was: the places of values, and JSON values."""

from __future__ import annotations

import ast
from typing import Any

import pytest

from kernelwire_codegen.checks import Path, literal
from kernelwire_codegen.load import pointer


@pytest.mark.parametrize("name", ["text", "a/b", "~", "a~1b", "{key}", "{}", "{", "}}", "é 1"])
def test_the_emitted_place_of_a_field_is_its_json_pointer(name: str) -> None:
    spelled = str(Path().key("deep").key(name))
    assert eval(spelled, {"path": "/content"}) == "/content" + pointer(("deep", name))


def test_the_emitted_place_of_an_item_holds_its_index() -> None:
    assert eval(str(Path().each("index")), {"path": "/content", "index": 3}) == "/content/3"
    assert str(Path()) == "path"


@pytest.mark.parametrize("value", ["", 'a "quoted" \\ text', "two\nlines", 1, -1.5, True, None])
def test_a_value_is_spelled_as_python_reads_it(value: Any) -> None:
    read = ast.literal_eval(literal(value))
    assert (read, type(read)) == (value, type(value))


def test_lists_are_spelled_as_tuples() -> None:
    assert [ast.literal_eval(literal(value)) for value in ([], ["a"], ["a", ["b"]])] == [
        (),
        ("a",),
        ("a", ("b",)),
    ]
