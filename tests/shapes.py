"""Schemas of one field, and which of some values their shapes take: see `tests.test_shapes`."""

from __future__ import annotations

from types import MappingProxyType
from typing import Any, NamedTuple

VALUES: list[Any] = [None, True, "", "a", "b", "ab", "abc", 0, 1, 2, [], ["a"], [1], ["a", 1], [["a"]], {}]
VALUES += [{"a": 1}, {"a": "b"}, {"b": 1}, *({"k": "a", **more} for more in ({}, {"o": 1}, {"o": "a"}))]
VALUES += [*({"k": "b", **more} for more in ({}, {"o": 1}, {"o": "a"})), {"k": "c"}, {"o": 1}]


class Case(NamedTuple):
    """A field, and what is taken of it: all that conforms, or these ``taken`` ones."""

    field: dict[str, Any]
    taken: tuple[Any, ...] | None = None
    more: tuple[Any, ...] = ()
    """Values to be tried besides VALUES."""
    defs: Any = MappingProxyType({})


TEXT: Any = {"type": "string"}
INTEGER: Any = {"type": "integer"}
UNSAID: Any = {"minLength": 2}
"""Types cannot say this: whatever is no string conforms."""
LEFT = ()
"""All of it is left to the validators."""


def fields(*required: str, **properties: Any) -> dict[str, Any]:
    """An object of certain fields."""
    told = {name: {"description": "x", **part} for name, part in properties.items()}
    return {"type": "object", "required": [*required], "properties": told}


def when(value: Any, key: str = "k", *required: str, **then: Any) -> dict[str, Any]:
    """What holds if a field has a value."""
    test = {"properties": {key: {"const": value}}, "required": [key, *required]}
    return {"if": test, "then": then or {"required": ["o"]}}


def by_case(told: Any, *cases: Any, required: bool = True) -> dict[str, Any]:
    """An object with a field ``k`` by which more must hold of it."""
    return {**fields(*(["k"] if required else []), k=told, o=INTEGER), "allOf": [*cases]}


A_B: Any = {"enum": ["a", "b"]}
OPEN: Any = {"type": "string", "x-jupyter": {"open": ["a", "b"]}}
NODE = {"title": "Node", **fields(a={"$ref": "#/$defs/Node"})}
TREE = {
    "title": "Tree",
    **fields(a=by_case(A_B, when("a", **{"$ref": "#/$defs/Tree"}), when("b", required=["o"]))),
}

SCALARS = {
    "anything": Case({}),
    "a text": Case(TEXT),
    "a boolean": Case({"type": "boolean"}),
    "null": Case({"type": "null"}),
    "an integer": Case(INTEGER),
    "a number": Case({"type": "number"}),
    "several types": Case({"type": ["string", "null"]}),
    "two types of numbers": Case({"type": ["number", "integer"]}),
    "types within bounds": Case({"type": ["string", "integer"], "minLength": 2}, LEFT),
    "no type": Case(UNSAID, LEFT),
    "a short text": Case({"type": "string", "maxLength": 1}),
    "a long text": Case({"type": "string", "minLength": 2}),
    "a text that is no array": Case({"type": "string", "minLength": 2, "minItems": 1}, LEFT),
    "a text with a pattern": Case({"type": "string", "pattern": "b$"}, more=("b\n",)),
    "integers from": Case({"type": "integer", "minimum": 1}, more=(2**63 - 1, -1)),
    "integers to": Case({"type": "integer", "maximum": 1}, more=(-(2**63),)),
    "numbers within": Case({"type": "number", "minimum": 1, "maximum": 1}),
    "a bound between integers": Case({"type": "integer", "minimum": 0.5}, LEFT),
    "a bound beyond 64 bits": Case({"type": "integer", "maximum": 2**63}, LEFT),
    "an integer that is no text": Case({"type": "integer", "minLength": 2}, LEFT),
    "a boolean that is no number": Case({"type": "boolean", "minimum": 1}, LEFT),
    "a constant": Case({"const": "a"}),
    "a number as a constant": Case({"const": 1}),
    "true as a constant": Case({"const": True}, LEFT),
    "a constant beyond 64 bits": Case({"enum": [1, 2**63]}, LEFT),
    "a choice": Case({"enum": ["a", "b"]}),
    "a choice of numbers": Case({"type": "integer", "enum": [1, 2]}),
    "a choice of both": Case({"enum": ["a", 1]}, LEFT),
    "a choice of one type": Case({"type": "string", "enum": ["a", 1]}),
    "a choice of another type": Case({"type": "integer", "enum": ["a", "b"]}, LEFT),
    "a constant and a choice": Case({"const": "a", "enum": ["a", "b"]}),
    "a constant that is no choice": Case({"const": "a", "enum": ["b"]}, LEFT),
    "a choice with a pattern": Case({"enum": ["a", "b"], "pattern": "b"}, LEFT),
    "known so far": Case(OPEN),
    "known so far of a choice": Case({"enum": ["a", "ab"], "x-jupyter": {"open": ["a", "b"]}}),
    "known so far, and long": Case({**OPEN, "minLength": 1}, LEFT),
    "deprecated": Case({"type": "string", "x-jupyter": {"deprecated": "5.0"}}, LEFT),
    "any of two types": Case({"anyOf": [TEXT, {"type": "array"}]}),
    "any of numbers": Case({"anyOf": [INTEGER, {"type": "number"}, {"type": ["null", "boolean"]}]}),
    "any of types and constants": Case({"anyOf": [{"const": "a"}, INTEGER]}, ("a",)),
    "any of which one cannot be said": Case({"anyOf": [{**TEXT, "minItems": 1}, {"const": 1}]}, (1,)),
    "any of which none can be said": Case({"anyOf": [{**TEXT, "minItems": 1}, {"const": True}]}, LEFT),
    "any of texts": Case({"type": "string", "anyOf": [TEXT, INTEGER]}, LEFT),
}
LISTS = {
    "an array": Case({"type": "array"}),
    "an array of texts": Case({"type": "array", "items": TEXT}),
    "a short array": Case({"type": "array", "maxItems": 1}),
    "a long array": Case({"type": "array", "minItems": 2}),
    "an array that is no text": Case({"type": "array", "minLength": 2}, LEFT),
    "an array of what cannot be said": Case({"type": "array", "items": UNSAID}, ([],)),
    "a long array of what cannot be said": Case({"type": "array", "items": UNSAID, "minItems": 1}, LEFT),
    "a pair": Case({"type": "array", "prefixItems": [TEXT, INTEGER], "items": TEXT}, (["a", 1],)),
    "a pair of one": Case({"type": "array", "prefixItems": [TEXT, INTEGER], "maxItems": 1}, LEFT),
    "a pair of three": Case({"type": "array", "prefixItems": [TEXT, INTEGER], "minItems": 3}, LEFT),
    "a pair of two": Case(
        {"type": "array", "prefixItems": [TEXT, INTEGER], "minItems": 2, "maxItems": 2}, (["a", 1],)
    ),
    "a pair of what cannot be said": Case({"type": "array", "prefixItems": [TEXT, UNSAID]}, LEFT),
    "a text that would be a pair": Case({"type": "string", "prefixItems": [TEXT]}, LEFT),
}
OBJECTS = {
    "an object": Case({"type": "object"}),
    "an object that is no text": Case({"type": "object", "minLength": 2}, LEFT),
    "an object that is not empty": Case({"type": "object", "minProperties": 1}, LEFT),
    "a map": Case({"type": "object", "additionalProperties": INTEGER}),
    "a map of what cannot be said": Case({"type": "object", "additionalProperties": UNSAID}, ({},)),
    "fields told of by their names": Case(
        {"type": "object", "patternProperties": {"^a": {"description": "x", "contentEncoding": "base64"}}}
    ),
    "a field": Case(fields(a=INTEGER), ({}, {"a": 1})),
    "a field, be it an object or not": Case({"properties": fields(a=INTEGER)["properties"]}, ({}, {"a": 1})),
    "a required field": Case(fields("a", a=INTEGER), ({"a": 1},)),
    "a recommended field": Case({**fields(a=TEXT), "x-jupyter": {"recommended": ["a"]}}, ({"a": "b"},)),
    "a required field of any kind": Case({"type": "object", "required": ["a"]}, ({"a": 1}, {"a": "b"})),
    "a required field like all others": Case(
        {"type": "object", "required": ["a"], "additionalProperties": INTEGER}, ({"a": 1},)
    ),
    "a field beside others": Case({**fields(a=TEXT), "additionalProperties": INTEGER}, ({}, {"a": "b"})),
    "a deprecated field": Case(fields(a={"x-jupyter": {"deprecated": "5.0"}}), ({},)),
    "a field that cannot be said": Case(fields(a=UNSAID, b=INTEGER), ({}, {"b": 1})),
    "a required field that cannot be said": Case(fields("a", a=UNSAID), LEFT),
    "an object in an object": Case(fields(a=fields(a=INTEGER)), ({}, {"a": {"a": 1}}), ({"a": {"a": 1}},)),
    "a part": Case({"$ref": "#/$defs/Part"}, ({}, {"a": 1}), defs={"Part": fields(a=INTEGER)}),
    "a part with more": Case(
        {"$ref": "#/$defs/Part", "required": ["a"]}, ({"a": 1},), defs={"Part": fields(a=INTEGER)}
    ),
    "a part that is a document": Case({"$ref": "urn:kernelwire:part"}, ({}, {"a": 1})),
    "a part of a part": Case(
        {"$ref": "#/$defs/One"}, ("a",), defs={"One": {"$ref": "#/$defs/Two"}, "Two": {"const": "a"}}
    ),
    "a part that is deprecated here": Case(
        {"$ref": "#/$defs/Part", "x-jupyter": {"deprecated": "5.0"}}, LEFT, defs={"Part": INTEGER}
    ),
    "a part of another type": Case({"$ref": "#/$defs/Part", "type": "string"}, LEFT, defs={"Part": INTEGER}),
    "the same part twice": Case(
        fields(a={"$ref": "#/$defs/Part"}, b={"$ref": "#/$defs/Part"}),
        ({}, {"a": 1}, {"b": 1}, {"a": 1, "b": 1}),
        ({"a": 1, "b": 1},),
        {"Part": INTEGER},
    ),
    "itself within": Case({"$ref": "#/$defs/Node"}, ({},), ({"a": {}},), {"Node": NODE}),
    "itself in a case within": Case(
        {"$ref": "#/$defs/Tree"}, ({},), ({"a": {"k": "b", "o": 1}},), {"Tree": TREE}
    ),
}
_FREE = ({"k": "b"}, {"k": "b", "o": 1})
_TAGGED = ({"k": "a", "o": 1}, {"k": "b", "o": 1})
B = when("b")
BY_CASE = {
    "any text but one": Case(by_case(TEXT, when("a")), (*_FREE, {"k": "c"})),
    "any text but two": Case(by_case(TEXT, when("a"), when(".")), (*_FREE, {"k": "c"}), ({"k": "."},)),
    "one of two": Case(by_case(A_B, when("a")), _FREE),
    "one known so far": Case(by_case(OPEN, when("a")), _FREE),
    "one of two, and long": Case(
        by_case({"enum": ["a", "bb"], "minLength": 2}, when("a")), LEFT, ({"k": "bb"},)
    ),
    "one of two deprecated": Case(by_case({**A_B, "x-jupyter": {"deprecated": "5.0"}}, when("a")), LEFT),
    "neither of two": Case(by_case(A_B, when("a"), B), _TAGGED),
    "neither known so far": Case(by_case(OPEN, when("a"), B), _TAGGED),
    "neither required": Case(by_case(A_B, when("a"), B, required=False), _TAGGED),
    "neither, deprecated": Case(by_case({**A_B, "x-jupyter": {"deprecated": "5.0"}}, when("a"), B), LEFT),
    "neither, and long": Case(by_case({**A_B, "minLength": 1}, when("a"), B), LEFT),
    "the only one": Case(by_case({"enum": ["a"]}, when("a")), LEFT),
    "the only one, or none": Case(by_case({"enum": ["a"]}, when("a"), required=False), LEFT),
    "a constant": Case(by_case({"const": "a"}, when("a")), LEFT),
    "anything": Case(by_case({}, when("a")), LEFT),
    "numbers": Case(by_case({"enum": [1, 2]}, when("a")), LEFT, ({"k": 1},)),
    "true": Case(by_case(TEXT, when(True)), LEFT),
    "if it is there at all": Case(
        by_case(
            TEXT,
            {"if": {"properties": {"k": {"const": "a"}}, "required": ["o"]}, "then": {"required": ["z"]}},
        ),
        LEFT,
    ),
    "if anything is there": Case(
        by_case(TEXT, {"if": {"minProperties": 1}, "then": {"required": ["o"]}}), LEFT
    ),
    "in any case": Case(by_case(A_B, {"required": ["o"]}), LEFT),
    "in one case and in any": Case(by_case(A_B, when("a"), {"required": ["o"]}), LEFT),
    "by two fields": Case(
        by_case(
            A_B,
            {
                **when("a"),
                "if": {"properties": {"o": {"const": "x"}, "k": {"const": "a"}}, "required": ["o", "k"]},
            },
            when("b", required=["z"]),
        ),
        ({"k": "a", "o": 1},),
    ),
    "by another field": Case(by_case(A_B, when("a"), when("b", "z")), LEFT),
    "with more to be there": Case(by_case(A_B, when("a", "k", "z"), B), _TAGGED),
    "which cannot be said": Case(by_case(A_B, when("a", minProperties=1), B), LEFT, ({"k": "a", "o": 1},)),
    "of three one cannot be said": Case(
        by_case({"enum": ["a", "b", "c"]}, when("a"), B, when("c", minProperties=1)), _TAGGED
    ),
    "of three one with what is recommended": Case(
        by_case({"enum": ["a", "b", "c"]}, when("a"), B, when("c", **{"x-jupyter": {"recommended": ["z"]}})),
        (*_TAGGED, {"k": "c", "z": 1}),
        ({"k": "c", "z": 1},),
    ),
    "beside others": Case({**by_case(A_B, when("a"), B), "additionalProperties": INTEGER}, LEFT),
    "one of two, recommended": Case(
        {**by_case(A_B, when("a"), when("b", required=["k"])), "x-jupyter": {"recommended": ["o"]}}, _TAGGED
    ),
    "narrowed": Case(
        by_case(A_B, when("a", properties={"o": {"const": 1}}), when("b", properties={"o": INTEGER}))
    ),
}
PART = fields("k", k={"const": "a"}, o=INTEGER)


def referring(part: Any, *taken: Any, **more: Any) -> Case:
    """One value of ``k`` leads to a part, with ``more`` to hold; the other one asks for ``o``."""
    then = {"$ref": "#/$defs/Part", **more}
    return Case(by_case(A_B, when("a", **then), B), taken, defs={"Part": part, "Other": fields("o")})


BY_CASE |= {
    "a part": referring(PART, {"k": "a"}, *_TAGGED),
    "a part with more": referring(PART, *_TAGGED, required=["o"]),
    "a part of two": referring(fields(k=A_B, o=INTEGER), {"k": "a"}, *_TAGGED),
    "a part of texts": referring(fields(k=TEXT, o=INTEGER), {"k": "a"}, *_TAGGED),
    "a part of another value": referring(fields(k={"const": "b"})),
    "a part of other values": referring(fields(k={"enum": ["b"]})),
    "a part of another type": referring(fields(k=INTEGER)),
    "a part whose value is known so far": referring(fields(k=OPEN)),
    "a part that is deprecated": referring({**PART, "x-jupyter": {"deprecated": "5.0"}}),
    "a part that disagrees": referring(fields(o=TEXT)),
    "a part by cases": referring({**PART, "allOf": [when("a"), when("b", required=["z"])]}, *_TAGGED),
    "a part in any case": referring({**PART, "allOf": [{"required": ["o"]}]}, *_TAGGED),
    "a part of both": Case(
        by_case(A_B, *(when(value, **{"$ref": "#/$defs/Part"}) for value in ("a", "b"))),
        ({"k": "a"}, {"k": "b"}, *_TAGGED),
        defs={"Part": fields(o=INTEGER)},
    ),
    "a part of a part": referring({**PART, "allOf": [{"$ref": "#/$defs/Other"}]}, *_TAGGED),
}

CASES: dict[str, Case] = {
    **SCALARS,
    **LISTS,
    **OBJECTS,
    **{f"by case: {name}": case for name, case in BY_CASE.items()},
}

NAMES = [
    *("Annotated", "CONTENTS", "Free", "Integer", "Literal", "MappingProxyType", "Meta", "Struct", "UNSET"),
    *("UnsetType", "None", "bool", "dict", "field", "int", "list", "str", "tuple", "extra", "sent", "class"),
    *("Header", "a-b", "2x", "_", "_x", "A", "self", "title", "f"),
]
"""Fields and definitions with names that emitted modules use, or that are none in Python."""
