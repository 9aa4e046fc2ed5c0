"""Schemas within schemas, and schemas put together: what is said of both holds of what comes out."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from kernelwire_codegen.load import merge, pointer
from kernelwire_codegen.merging import Unsaid, both, merged, only, without
from kernelwire_codegen.within import absolute, parts, references

PARTS: dict[str, Any] = {
    "properties": {"p": {"$ref": "#/$defs/P"}, "q": {"items": {"$ref": "urn:own:q"}}},
    "patternProperties": {"^a": {"$ref": "#/$defs/A"}},
    "$defs": {"D": {"$ref": ""}},
    "items": {"$ref": "#/$defs/I"},
    "additionalProperties": {"$ref": "#/$defs/M"},
    "then": {"$ref": "#/$defs/T"},
    "prefixItems": [{"$ref": "#/$defs/F"}, {"$ref": "#/$defs/S"}],
    "anyOf": [{"type": "null"}, {"allOf": [{"$ref": "#/$defs/C"}]}],
    "allOf": [{"if": {"properties": {"k": {"const": "$ref"}}}, "then": {"$ref": "urn:own:c#/$defs/C"}}],
}


def test_every_reference_in_a_schema_is_found_with_its_place() -> None:
    found = {pointer(path): ref for path, ref in references({"$ref": "urn:own:t", **PARTS})}
    assert found == {
        "/$ref": "urn:own:t",
        "/properties/p/$ref": "#/$defs/P",
        "/properties/q/items/$ref": "urn:own:q",
        "/patternProperties/^a/$ref": "#/$defs/A",
        "/$defs/D/$ref": "",
        "/items/$ref": "#/$defs/I",
        "/additionalProperties/$ref": "#/$defs/M",
        "/then/$ref": "#/$defs/T",
        "/prefixItems/0/$ref": "#/$defs/F",
        "/prefixItems/1/$ref": "#/$defs/S",
        "/anyOf/1/allOf/0/$ref": "#/$defs/C",
        "/allOf/0/then/$ref": "urn:own:c#/$defs/C",
    }
    for path, part in parts(PARTS):
        inside: Any = PARTS
        for key in path:
            inside = inside[key]
        assert inside is part


def test_references_that_mean_the_same_anywhere() -> None:
    """Those into the document itself are spelled with its name; what was given stays as it was."""
    for schema in ({"$ref": "#/$defs/X", **PARTS}, {"$ref": "", "type": "object"}, PARTS):
        before = copy.deepcopy(schema)
        moved = absolute(schema, "urn:own:t")
        told = [
            (path, ref if ref.startswith("urn") else "urn:own:t" + ref) for path, ref in references(schema)
        ]
        assert [*references(moved)] == told
        assert {*moved} == {*schema} == {*before}
        assert schema == before
    assert absolute({"$ref": "urn:own:q"}, "urn:own:t") == {"$ref": "urn:own:q"}


VALUES: list[Any] = [
    *(None, 1, 5, "a", "b", [], [1], {}, {"f": 1}, {"f": "a"}, {"g": "a"}, {"f": 1, "g": "a"}),
    *({"f": 1, "g": 2}, {"f": 5, "g": "a"}, {"f": 5, "h": None}, {"h": [1]}, {"f": {"f": "a", "g": 1}}),
]
INTEGER, LOW, TEXT = {"type": "integer"}, {"maximum": 2}, {"type": "string"}
F, G = {"properties": {"f": INTEGER}}, {"properties": {"g": TEXT}}
BOTH: list[tuple[dict[str, Any], dict[str, Any], dict[str, Any] | None]] = [
    ({}, {}, {}),
    ({}, F, F),
    (INTEGER, INTEGER, INTEGER),
    (INTEGER, LOW, {**INTEGER, **LOW}),
    (INTEGER, TEXT, None),
    (LOW, {"maximum": 3}, None),
    (F, G, {"properties": {"f": INTEGER, "g": TEXT}}),
    (F, F, F),
    (F, {"properties": {"f": LOW}}, {"properties": {"f": {**INTEGER, **LOW}}}),
    (F, {"properties": {"f": TEXT}}, None),
    ({"required": ["f"]}, {"required": ["g", "f"]}, {"required": ["f", "g"]}),
    ({"required": ["g", "f"]}, {"required": ["f"]}, {"required": ["g", "f"]}),
    ({"allOf": [F, G]}, {"allOf": [G, {"maximum": 9}]}, {"allOf": [F, G, {"maximum": 9}]}),
    ({"additionalProperties": INTEGER}, {}, {"additionalProperties": INTEGER}),
    ({}, {"additionalProperties": INTEGER}, {"additionalProperties": INTEGER}),
    ({"additionalProperties": INTEGER}, F, None),
    (F, {"additionalProperties": INTEGER}, None),
    (
        {"x-jupyter": {"recommended": ["f"]}},
        {"x-jupyter": {"recommended": ["g", "f"]}},
        {"x-jupyter": {"recommended": ["f", "g"]}},
    ),
    (
        {"x-jupyter": {"since": "5.0"}},
        {"x-jupyter": {"open": ["a"]}},
        {"x-jupyter": {"since": "5.0", "open": ["a"]}},
    ),
    ({"x-jupyter": {"open": ["a"]}}, {"x-jupyter": {"open": ["b"]}}, None),
]


@pytest.mark.parametrize(("one", "other", "whole"), BOTH)
def test_what_holds_if_two_schemas_do(
    one: dict[str, Any], other: dict[str, Any], whole: dict[str, Any] | None
) -> None:
    given = copy.deepcopy((one, other))
    if whole is None:
        with pytest.raises(Unsaid):
            both(one, other)
    else:
        assert both(one, other) == whole
        for value in VALUES:
            holds = [Draft202012Validator(schema).is_valid(value) for schema in (one, other)]
            assert Draft202012Validator(whole).is_valid(value) == all(holds), value
    assert (one, other) == given


def test_keywords_that_are_not_understood_are_told() -> None:
    only({"type": "object", "required": []}, {"type", "required", "properties"})
    with pytest.raises(Unsaid):
        only({"type": "object", "required": []}, {"type", "properties"})


def test_each_name_once() -> None:
    assert merged(["b", "a"], ["c", "a", "c"]) == ["b", "a", "c"]


def test_a_schema_without_one_of_its_fields() -> None:
    schema = {"type": "object", "properties": {"kept": {"type": "string"}, "gone": {"type": "null"}}}
    assert without(schema, "gone") == {"type": "object", "properties": {"kept": {"type": "string"}}}
    assert without({"type": "object"}, "gone") == {"type": "object", "properties": {}}


@pytest.mark.parametrize(
    ("target", "patch", "result"),
    [
        ({"a": "b"}, {"a": "c"}, {"a": "c"}),
        ({"a": "b"}, {"b": "c"}, {"a": "b", "b": "c"}),
        ({"a": "b"}, {"a": None}, {}),
        ({"a": "b", "b": "c"}, {"a": None}, {"b": "c"}),
        ({"a": ["b"]}, {"a": "c"}, {"a": "c"}),
        ({"a": "c"}, {"a": ["b"]}, {"a": ["b"]}),
        ({"a": {"b": "c"}}, {"a": {"b": "d", "c": None}}, {"a": {"b": "d"}}),
        ({"a": [{"b": "c"}]}, {"a": [1]}, {"a": [1]}),
        (["a", "b"], ["c", "d"], ["c", "d"]),
        ({"a": "b"}, ["c"], ["c"]),
        ({"a": "foo"}, None, None),
        ({"a": "foo"}, "bar", "bar"),
        ({"e": None}, {"a": 1}, {"e": None, "a": 1}),
        ([1, 2], {"a": "b", "c": None}, {"a": "b"}),
        ({}, {"a": {"bb": {"ccc": None}}}, {"a": {"bb": {}}}),
    ],
)
def test_patches_as_in_appendix_a_of_rfc_7396(target: Any, patch: Any, result: Any) -> None:
    given = copy.deepcopy((target, patch))
    assert merge(target, patch) == result
    assert (target, patch) == given


def test_pointers_as_in_rfc_6901() -> None:
    assert pointer(()) == ""
    assert pointer(("foo", 0)) == "/foo/0"
    assert pointer(("", "a/b", "c%d", "m~n", "~1")) == "//a~1b/c%d/m~0n/~01"
