"""How Python holds a field: every kind of schema, those of message types of one's own included."""

from __future__ import annotations

from typing import Any

import pytest
from jsonschema import Draft202012Validator

from jupyter_messages import problems, support
from kernelwire_codegen.fields import Kind, Kinds, at

KINDS = Kinds(
    follow=lambda ref: {"type": "string"},
    class_of=lambda ref: "Stage" if ref.endswith("/Stage") else None,
    function=str.lower,
)
STAGE = {"$ref": "#/$defs/Stage"}


@pytest.mark.parametrize(
    "schema",
    [
        {},
        {"anyOf": [STAGE, {"type": "null"}]},
        {"anyOf": [{"type": "string"}, {}]},
        {"anyOf": [{"type": "string"}, {"type": "array", "items": STAGE}]},
        {"anyOf": [{"type": "null"}, {"enum": ["a", 1]}]},
        {"enum": ["a", 1]},
        {"enum": [1, True]},
        {"const": True},
        {"type": ["null"]},
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
        (
            {"anyOf": [{"enum": [1, 2]}, {"type": ["string", "null"]}]},
            "(type({v}) is not int or {v} not in (1, 2)) and not isinstance({v}, str)",
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
        ({"type": "array", "prefixItems": [{}], "items": {"type": "string"}}, "not is_array({v})", False),
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


TYPES = ("string", "object", "array", "boolean", "integer", "number", "null")
PLAIN: list[dict[str, Any]] = [
    *({"type": name} for name in TYPES),
    *({"type": "array", "items": {"type": name}} for name in TYPES[:-1]),
    *({"type": "object", "additionalProperties": {"type": name}} for name in TYPES[:-1]),
    {"enum": ["a"]},
    {"enum": ["a", "b"]},
    {"enum": [1]},
    {"enum": [1, 2]},
    {"anyOf": [{"type": "string"}, {"type": "integer"}, {"type": "array"}]},
    {"anyOf": [{"type": "array", "items": {"type": "number"}}, {"enum": [1, 2]}]},
    {"anyOf": [{"enum": ["a", "b"]}, {"type": "object", "additionalProperties": {"type": "number"}}]},
]
"""Schemas of which Python says all: classes are made of them as they are."""
SAID: list[tuple[dict[str, Any], dict[str, Any]]] = [
    ({"const": "a"}, {"enum": ["a"]}),
    ({"type": ["integer"]}, {"type": "integer"}),
    ({"type": ["boolean", "number"]}, {"anyOf": [{"type": "boolean"}, {"type": "number"}]}),
    ({"type": "array", "items": {"type": ["string"]}}, {"type": "array", "items": {"type": "string"}}),
    ({"$ref": "urn:acme:defs#/$defs/Name"}, {"type": "string"}),
]
LESS: list[tuple[dict[str, Any], dict[str, Any]]] = [
    ({"type": "string", "minLength": 2}, {"type": "string"}),
    ({"type": "array", "items": {"type": "null"}}, {"type": "array"}),
    ({"type": "array", "items": {"enum": ["a"]}}, {"type": "array"}),
    ({"type": "array", "prefixItems": [{}], "items": {"type": "string"}}, {"type": "array"}),
    ({"type": "object", "additionalProperties": {"enum": ["a"]}}, {"type": "object"}),
    ({"type": "object", "properties": {"a": {}}, "additionalProperties": STAGE}, {"type": "object"}),
    ({"type": "array", "items": {"type": "array", "items": STAGE}}, {"type": "array"}),
]
VALUES: list[Any] = [
    *(None, True, False, 0, 1, 2, 3, 1.5, "", "a", "b", "c", [], {}),
    *([item] for item in (None, True, 1, 1.5, "a", [], {})),
    *({"k": item} for item in (None, True, 1, 1.5, "a", [], {})),
    *([1, 1.5], ["a", 1], [1, "a"], {"k": 1, "l": "a"}, {"k": "a", "l": 1}, {"k": 1.5, "l": 1}),
]


@pytest.mark.parametrize(("schema", "said"), [*((schema, schema) for schema in PLAIN), *SAID])
def test_what_is_legal_is_held_and_nothing_else(schema: dict[str, Any], said: dict[str, Any]) -> None:
    kind, judge = KINDS.of(schema), Draft202012Validator(said)
    for value in VALUES:
        wrong = eval(at(kind.wrong, "value"), {**vars(problems), **vars(support)}, {"value": value})
        assert wrong is not judge.is_valid(value), value


@pytest.mark.parametrize(("schema", "said"), [*((schema, schema) for schema in PLAIN), *SAID, *LESS])
def test_what_a_class_says_of_a_field(schema: dict[str, Any], said: dict[str, Any]) -> None:
    kind = KINDS.of(schema)
    assert kind.schema == said
    assert (kind.read, kind.write) == ("{v}", "{v}")


def test_what_a_class_says_of_a_class() -> None:
    for schema in (
        STAGE,
        {"type": "array", "items": STAGE},
        {"type": "object", "additionalProperties": STAGE},
    ):
        kind = KINDS.of(schema)
        assert (kind.schema, kind.whole, kind.null) == (schema, False, False)


@pytest.mark.parametrize(
    ("schema", "null"),
    [
        ({"type": "string"}, False),
        ({"type": ["string", "integer"]}, False),
        ({"type": ["string", "null"]}, True),
        ({"anyOf": [{"type": "null"}, {"enum": [1]}]}, True),
        ({"anyOf": [{"type": ["null", "string"]}, {"type": "integer"}]}, True),
        ({"anyOf": [{"type": "integer"}, {"type": "boolean"}]}, False),
        ({"type": "array", "items": {"type": "string"}}, False),
        ({"enum": ["a"]}, False),
    ],
)
def test_whether_null_is_among_what_a_field_may_be(schema: dict[str, Any], null: bool) -> None:
    assert KINDS.of(schema).null is null


@pytest.mark.parametrize(
    ("schema", "neutral"),
    [
        *zip(({"type": name} for name in TYPES[:-1]), ("", {}, [], False, 0, 0), strict=True),
        ({"enum": ["b", "a"]}, "b"),
        ({"enum": [2, 1]}, 2),
        (STAGE, {}),
        ({"type": "array", "items": STAGE}, []),
        ({"type": "object", "additionalProperties": {"type": "string"}}, {}),
        ({"anyOf": [{"enum": ["b", "a"]}, {"type": "integer"}]}, "b"),
        ({"anyOf": [{"type": ["integer", "string"]}, {"type": "boolean"}]}, 0),
    ],
)
def test_what_stands_for_a_value_that_is_missing(schema: dict[str, Any], neutral: Any) -> None:
    found = KINDS.of(schema).neutral
    assert (found, type(found)) == (neutral, type(neutral))
