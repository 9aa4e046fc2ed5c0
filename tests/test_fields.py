"""How Python holds a field: every kind of schema, those of message types of one's own included."""

from __future__ import annotations

from typing import Any

import pytest

from kernelwire_codegen.fields import Kind, Kinds

KINDS = Kinds(
    follow=lambda ref: {"type": "string"},
    class_of=lambda ref: "Stage" if ref.endswith("/Stage") else None,
    function=str.lower,
)
STAGE = {"$ref": "#/$defs/Stage"}


@pytest.mark.parametrize(
    "schema",
    [
        True,
        {},
        {"anyOf": [STAGE, {"type": "null"}]},
        {"anyOf": [{"type": "string"}, {}]},
        {"anyOf": [{"type": "string"}, {"type": "array", "items": STAGE}]},
        {"enum": ["a", 1]},
        {"const": True},
    ],
)
def test_what_python_has_no_one_type_for_is_left_as_it_came(schema: Any) -> None:
    assert KINDS.of(schema) == Kind({})


@pytest.mark.parametrize(
    ("schema", "wrong", "whole"),
    [
        ({"type": "integer"}, "type({v}) is not int", True),
        ({"type": ["string", "null"]}, "not isinstance({v}, str)", False),
        ({"anyOf": [{"type": "boolean"}, {"type": "integer"}]}, None, True),
        ({"$ref": "urn:acme:defs#/$defs/Name"}, "not isinstance({v}, str)", False),
        ({"const": "a"}, "{v} != 'a'", False),
        ({"enum": ["a", "b"]}, "{v} not in ('a', 'b')", False),
        ({"enum": [1, 2]}, "type({v}) is not int or {v} not in (1, 2)", True),
        (
            {"anyOf": [{"enum": [1, 2]}, {"type": "null"}]},
            "(type({v}) is not int or {v} not in (1, 2))",
            True,
        ),
        ({"type": "array"}, "not is_array({v})", False),
        ({"type": "array", "items": {"type": "string"}}, "not holds({v}, list, str)", False),
        *(
            ({"type": "array", "items": {"type": name}}, f"not holds({{v}}, list, {python})", False)
            for name, python in (
                *(("integer", "int"), ("number", "float"), ("boolean", "bool")),
                *(("object", "dict"), ("array", "list")),
            )
        ),
        ({"type": "array", "items": {"type": ["string", "null"]}}, "not is_array({v})", False),
        ({"type": "array", "prefixItems": [True], "items": {"type": "string"}}, "not is_array({v})", False),
        (
            {"type": "object", "additionalProperties": {"type": "boolean"}},
            "not holds({v}, dict, bool)",
            False,
        ),
        (
            {"type": "object", "properties": {"a": {}}, "additionalProperties": {"type": "boolean"}},
            "not is_object({v})",
            False,
        ),
    ],
)
def test_what_is_held_as_it_came_has_a_test(schema: Any, wrong: str | None, whole: bool) -> None:
    kind = KINDS.of(schema)
    assert (kind.read, kind.write, kind.whole) == ("{v}", "{v}", whole)
    assert kind.wrong == wrong or wrong is None
    assert kind.wrong


@pytest.mark.parametrize(
    ("schema", "wrong", "read", "write"),
    [
        (STAGE, "not is_object({v})", "decode_stage({v})", "encode_stage({v})"),
        (
            {"type": "array", "items": STAGE},
            "not holds({v}, list, dict)",
            "[decode_stage(item) for item in {v}]",
            "[encode_stage(item) for item in {v}]",
        ),
        (
            {"type": "object", "additionalProperties": STAGE},
            "not holds({v}, dict, dict)",
            "{key: decode_stage(item) for key, item in {v}.items()}",
            "{key: encode_stage(item) for key, item in {v}.items()}",
        ),
    ],
)
def test_what_is_a_class_is_converted(schema: Any, wrong: str, read: str, write: str) -> None:
    kind = KINDS.of(schema)
    assert (kind.wrong, kind.read, kind.write) == (wrong, read, write)
