"""What one schema says is judged as jsonschema judges it, keyword by keyword, at and beside every bound; and
what it says to people is said in these words.
"""

from __future__ import annotations

from typing import Any

import pytest

from kernelwire_codegen.load import Json, Schemas
from kernelwire_codegen.validators import Functions
from tests.made_validators import emitted, problems, version
from tests.oracle import failing_by, told

D = "urn:acme:parts#/$defs/"
PARTS: dict[str, Json] = {
    "Word": {"type": "string"},
    "Long": {"type": "string", "minLength": 2},
    "Inner": {"type": "object", "properties": {"k": {"type": "integer"}}, "required": ["k"]},
    "Loose": {"properties": {"k": {"type": "integer"}}},
    "Anything": {},
    "Several": {"enum": ["a", "xay", 3], "maxLength": 2, "pattern": "x", "maximum": 2},
    "Both": {
        "properties": {"a": {"type": "integer"}},
        "minProperties": 2,
        "anyOf": [{"type": "string"}, {"type": "array"}],
    },
    "Loop": {"type": "object", "additionalProperties": {"$ref": f"{D}Loop"}},
    "Old": {"x-jupyter": {"deprecated": "5.1"}},
    "OldText": {"type": "string", "x-jupyter": {"deprecated": "5.1"}},
}
LEAST: Json = {"minLength": 2, "minimum": 2, "minItems": 2, "minProperties": 2}
MOST: Json = {"maxLength": 2, "maximum": 2, "maxItems": 2, "maxProperties": 2, "pattern": "a"}
TYPES = ("string", "object", "array", "boolean", "integer", "number", "null")
NAMES = ("value", "path", "found", "item", "key", "index", "class", "len", "is_object", "x-y", "field")
X: Json = {"properties": {"a": {"const": "x"}}, "required": ["a"]}
YES: Json = {"properties": {"a": {"const": True}}, "required": ["a"]}
TWO: Json = {"properties": {"a": {"const": "x"}, "b": {"const": False}}, "required": ["b", "c"]}
ANY: Json = {"minProperties": 1}
NEEDS_K: Json = {"required": ["k"], "properties": {"k": {"type": "integer"}}}
FIELDS: list[Json] = [
    *({"type": name} for name in TYPES),
    *({"type": name, **LEAST} for name in TYPES),
    *({"type": name, **MOST} for name in TYPES),
    *(LEAST, MOST, {"type": ["string", "null"], **LEAST}, {"type": ["integer", "array", "object"], **MOST}),
    *({"const": value} for value in ("a", 1, 1.5, True, False)),
    *({"enum": values} for values in (["a"], ["a", "b"], [1, 2], [0], ["a", 1], [True], [1.5, False])),
    {"type": "array", "items": {"type": "string", "minLength": 2}},
    {"items": {"type": "array", "items": {"type": "integer"}}},
    {"type": "array", "prefixItems": [{"type": "string"}, {}, {"type": "integer"}]},
    {"prefixItems": [{}, {"type": "integer", "minimum": 2}], "items": {"type": ["boolean", "null"]}},
    {"type": "array", "prefixItems": [{"prefixItems": [{"type": "null"}]}], "items": {"type": "null"}},
    {"type": "object", "additionalProperties": {"type": "integer"}},
    {"additionalProperties": {"type": "object", "additionalProperties": {"type": "integer"}}},
    {"type": "object", "properties": {"a": {}, "b": {"type": "null"}}, "additionalProperties": {"const": 1}},
    {"type": "object", "properties": {"a": {}, "b": {}, "k": {"type": "integer"}}, "required": ["a", "k"]},
    {"properties": {"a": {"type": "object", "properties": {"a": {"type": "string"}}, "required": ["a"]}}},
    {"type": "object", "properties": {name: {"type": "integer"} for name in NAMES}},
    *({"type": "object", "if": test, "then": NEEDS_K} for test in (X, YES, TWO, ANY)),
    *({"if": test, "then": NEEDS_K} for test in (X, ANY)),
    *({"if": test, "then": {"$ref": f"{D}Inner"}} for test in (X, ANY)),
    {"type": ["object", "string"], "allOf": [{"if": X, "then": NEEDS_K}, NEEDS_K]},
    {"type": "object", "allOf": [{"if": YES, "then": {"minProperties": 3}}, {"$ref": f"{D}Inner"}]},
    {"properties": {"f": {"type": "integer"}}, "minProperties": 2, "allOf": [{"required": ["a"]}]},
    {"allOf": [{"minProperties": 2}]},
    {"anyOf": [{"type": "string"}, {"type": ["integer", "null"]}]},
    {"anyOf": [{"type": "string", "minLength": 2}, {"type": "integer"}, {"enum": [True, "a"]}]},
    {"anyOf": [{"$ref": f"{D}Word"}, {"$ref": f"{D}Inner"}, {"const": 1}]},
    {"type": ["string", "integer"], "anyOf": [{"type": "string"}, {"type": "boolean"}]},
    *({"$ref": D + name} for name in PARTS),
    PARTS["Several"],
    {"$ref": f"{D}Inner", "properties": {"a": {"type": "string"}}, "required": ["a"]},
]
VALUES: list[Any] = [
    *(None, True, False, 0, 1, 2, 3, 1.0, 1.5, 2.5, "", "a", "b", "ab", "abc", "xay", "xx"),
    *([], [1], [True], [None], ["ab"], [1, 2], ["a", 2, 3], ["a", "b", "c"], [[1], [None]], [{"a": 1}]),
    *(["ab", None, 1.5], [[None], None], [[1], 1], ["a", 2, True, None, 3], [1, 1, {}]),
    *({}, {"a": 1}, {"b": 1}, {"k": 1}, {"k": "x"}, {"a": "x"}, {"a": "x", "k": 1}, {"a": "x", "k": "x"}),
    *({"a": True}, {"a": 1, "k": None}, {"a": True, "k": 1}, {"a": True, "k": 1, "b": 2}, {"a": None}),
    *(
        {"a": "x", "b": False},
        {"b": False, "c": 1},
        {"a": "x", "b": 0, "c": 1},
        {"a": "y", "b": False, "c": 1},
    ),
    *({"a": "x", "b": False, "c": 1, "k": "x"}, {"b": "x", "c": 1}, {"a": {}}, {"a": {"a": 1}}),
    *({"a": {"a": "x"}}, {"a": {"k": {}}}, {"c": 1, "a/b~": 2}, {"a": 1, "b": 2, "c": 3}),
    *(dict.fromkeys(NAMES, value) for value in ("x", 1)),
]
WAYS: dict[str, Json] = {
    "optional": {"type": "object"},
    "required": {"type": "object", "required": ["f"]},
    "whole": {},
}
"""How a schema is judged: as a field, as one that must be there, and as a document."""


def made(way: str, schema: Json) -> Json:
    return schema if way == "whole" else {**WAYS[way], "properties": {"f": schema}}


GROWING: Json = {"type": "string", "x-jupyter": {"open": ["a", "b"]}}
HINTS: Json = {"required": ["a"], "x-jupyter": {"recommended": ["a", "b", "c"]}, "properties": {"c": GROWING}}
SAID: list[tuple[Json, Any, list[str]]] = [
    ({"type": "string"}, 1, ["error /f type: must be a string, not 1"]),
    ({"type": "object"}, [], ["error /f type: must be an object, not an array"]),
    ({"type": "array"}, {}, ["error /f type: must be an array, not an object"]),
    ({"type": "boolean"}, 1, ["error /f type: must be a boolean, not 1"]),
    ({"type": "integer"}, 1.5, ["error /f type: must be an integer, not 1.5"]),
    ({"type": "number"}, True, ["error /f type: must be a number, not true"]),
    ({"type": "null"}, 0, ["error /f type: must be null, not 0"]),
    ({"type": ["string", "null"]}, 1, ["error /f type: must be a string or null, not 1"]),
    (LEAST, 1, ["error /f minimum: must be at least 2, not 1"]),
    (LEAST, "a", ["error /f minLength: must have at least 2 characters, not 1"]),
    (LEAST, [1], ["error /f minItems: must have at least 2 items, not 1"]),
    (LEAST, {"a": 1}, ["error /f minProperties: must have at least 2 fields, not 1"]),
    (MOST, 3, ["error /f maximum: must be at most 2, not 3"]),
    (MOST, "aaa", ["error /f maxLength: must have at most 2 characters, not 3"]),
    (MOST, [1, 2, 3], ["error /f maxItems: must have at most 2 items, not 3"]),
    (MOST, {"a": 1, "b": 2, "c": 3}, ["error /f maxProperties: must have at most 2 fields, not 3"]),
    (MOST, "b", ["error /f pattern: must match 'a', unlike \"b\""]),
    ({"const": "a"}, 1, ["error /f const: must be 'a', not 1"]),
    ({"const": 1}, True, ["error /f const: must be 1, not true"]),
    ({"enum": ["a", 1]}, 2, ["error /f enum: must be one of 'a', 1, not 2"]),
    ({"anyOf": [{"type": "null"}, {"const": 1}]}, 2, ["error /f anyOf: fits none of the alternatives: 2"]),
    (
        {"anyOf": [{"type": "null"}, {"type": "string"}]},
        2,
        ["error /f anyOf: fits none of the alternatives: 2"],
    ),
    (GROWING, "a", []),
    (GROWING, "c", ["warning /f open: is \"c\"; known are 'a', 'b'"]),
    (GROWING, 1, ["error /f type: must be a string, not 1"]),
    ({"x-jupyter": {"deprecated": "5.1"}}, 1, ["warning /f deprecated: is deprecated since 5.1"]),
    ({"$ref": f"{D}Old"}, 1, ["warning /f deprecated: is deprecated since 5.1"]),
    ({"$ref": f"{D}OldText"}, "a", ["warning /f deprecated: is deprecated since 5.1"]),
    ({"$ref": f"{D}OldText"}, 1, ["error /f type: must be a string, not 1"]),
    (HINTS, 1, []),
    (HINTS, {"a": 1, "b": 1, "c": "a"}, []),
    (
        HINTS,
        {},
        [
            "warning /f recommended: lacks 'c', which should be there",
            "error /f required: lacks 'a', which is required",
            "warning /f recommended: lacks 'b', which should be there",
        ],
    ),
    (HINTS, {"a": 1, "b": 1, "c": 2}, ["error /f/c type: must be a string, not 2"]),
    ({"allOf": [HINTS]}, {"b": 1, "c": "a"}, ["error /f required: lacks 'a', which is required"]),
    (
        {"if": X, "then": HINTS},
        {"a": "x", "c": "a"},
        ["warning /f recommended: lacks 'b', which should be there"],
    ),
]

DOCUMENTS = {f"{way}_{n}": made(way, schema) for n, schema in enumerate(FIELDS) for way in WAYS}
DOCUMENTS |= {f"said_{n}": made("optional", schema) for n, (schema, _, _) in enumerate(SAID)}
ACME = version("5.0", parts={"$defs": PARTS}, **DOCUMENTS)


@pytest.fixture(scope="module")
def judges() -> dict[str, Any]:
    """The emitted judge of each document."""
    functions = Functions(Schemas({"5.0": ACME}, 0))
    names = {stem: functions.need(ACME, f"urn:acme:{stem}") for stem in DOCUMENTS}
    module = emitted(functions)
    return {stem: module[name] for stem, name in names.items()}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("number", range(len(FIELDS)))
def test_what_is_emitted_judges_as_jsonschema_does(judges: dict[str, Any], way: str, number: int) -> None:
    stem = f"{way}_{number}"
    for value in [{}, *(value if way == "whole" else {"f": value} for value in VALUES)]:
        expected = failing_by(ACME, stem, value)
        assert told(problems(judges[stem], value)) == expected, (DOCUMENTS[stem], value)


@pytest.mark.parametrize("number", range(len(SAID)))
def test_what_is_said_is_said_in_these_words(judges: dict[str, Any], number: int) -> None:
    schema, value, said = SAID[number]
    found = problems(judges[f"said_{number}"], {"f": value})
    assert [f"{each.severity} {each.path} {each.rule}: {each.message}" for each in found] == said, schema
    assert problems(judges[f"said_{number}"], {}) == []
