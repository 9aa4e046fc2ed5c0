"""Which validators are emitted: one for each schema and each version that changed what it says, by plain
names; none for what can be said in place.
"""

from __future__ import annotations

import ast
import json
from pathlib import Path
from typing import Any

import pytest

from jupyter_messages import validators
from kernelwire_codegen.load import Json, Schemas, merge
from kernelwire_codegen.validators import Functions
from tests.made_validators import ACME, version

NOTE: Json = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "Note",
    "description": "A note.",
    "x-jupyter": {"channels": ["iopub"], "deprecated": "5.0", "since": "5.0", "recommended": ["b"]},
    "type": "object",
    "required": ["a"],
    "properties": {
        "a": {"$ref": f"{ACME}near#/$defs/Near"},
        "b": {"description": "x", "type": "string", "default": "", "x-jupyter": {"open": ["x"]}},
        "title": {"description": "x", "const": "t", "x-jupyter": {"deprecated": "5.0"}},
        "mime": {"type": "object", "patternProperties": {"^a": {"contentEncoding": "base64"}}},
    },
    "examples": [{}],
}
NEAR: Json = {"$defs": {"Near": {"type": "array", "minItems": 1, "items": {"$ref": f"{ACME}far"}}}}
FAR: Json = {"title": "Far", "type": "string", "minLength": 1, "contentEncoding": "base64"}
FIRST = {"note": NOTE, "near": NEAR, "far": FAR}


def names(**patches: Json) -> list[str]:
    """What the judge of a note is called in 5.0, and in a version that patches these documents."""
    later = {stem: merge(schema, patches.get(stem, {})) for stem, schema in FIRST.items()}
    return named(later)


def named(later: dict[str, Json]) -> list[str]:
    versions = {"5.0": version("5.0", **FIRST), "5.10": version("5.10", **later)}
    functions = Functions(Schemas(versions, 0))
    return [functions.need(each, f"{ACME}note") for each in versions.values()]


@pytest.mark.parametrize(
    "patches",
    [
        *({"note": {key: "Else."}} for key in ("$schema", "title", "description", "examples")),
        {"note": {"$defs": {"Other": {"type": "null"}}}},
        {"note": {"properties": {"b": {"description": "y", "default": "x"}}}},
        {"note": {"properties": {"mime": {"patternProperties": {"^b": {"description": "y"}}}}}},
        {
            "note": {
                "x-jupyter": {"channels": ["shell"], "deprecated": "5.10", "since": "5.10", "sender": "both"}
            }
        },
        {"near": {"$defs": {"Near": {"description": "y"}}}},
        {"far": {"title": "Else", "contentEncoding": None}},
    ],
    ids=json.dumps,
)
def test_what_judges_no_value_otherwise_needs_no_other_validator(patches: dict[str, Json]) -> None:
    assert names(**patches) == ["note_v5_0", "note_v5_0"]


def test_the_order_of_keys_is_nothing() -> None:
    turned = {key: NOTE[key] for key in reversed(NOTE)}
    assert named({**FIRST, "note": turned}) == ["note_v5_0", "note_v5_0"]


@pytest.mark.parametrize(
    "patches",
    [
        *(
            {"note": {key: value}}
            for key, value in (("required", ["b"]), ("type", None), ("minProperties", 1))
        ),
        {"note": {"properties": {"new": {"type": "null"}}}},
        {"note": {"x-jupyter": {"recommended": ["a"]}}},
        *({"note": {"properties": {"title": part}}} for part in ({"const": "u"}, {"type": "string"})),
        {"note": {"properties": {"title": {"x-jupyter": {"deprecated": "5.10"}}}}},
        {"note": {"properties": {"b": {"x-jupyter": {"open": ["y"]}}}}},
        {"near": {"$defs": {"Near": {"minItems": 2}}}},
        {"far": {"minLength": 2}},
    ],
    ids=json.dumps,
)
def test_what_judges_otherwise_has_a_validator_of_its_own(patches: dict[str, Json]) -> None:
    assert names(**patches) == ["note_v5_0", "note_v5_10"]


def emitted(**documents: Json) -> Functions:
    """What a document ``note``, and what it refers to, needs."""
    made = version("5.0", **documents)
    functions = Functions(Schemas({"5.0": made}, 0))
    functions.need(made, f"{ACME}note")
    return functions


LONG: Json = {"type": "string", "minLength": 2}


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ({"$ref": "#/$defs/A", "$defs": {"A": {"type": "string", "title": "A", "$id": "x"}}}, []),
        ({"$ref": "#/$defs/A", "$defs": {"A": {"description": "x", "x-jupyter": {"since": "5.0"}}}}, []),
        ({"$ref": "#/$defs/A", "$defs": {"A": {"type": "object", "properties": {}}}}, []),
        ({"$ref": "#/$defs/A", "$defs": {"A": LONG}}, ["note_A_v5_0"]),
        (
            {"$ref": "#/$defs/A", "$defs": {"A": {"items": {"$ref": "#/$defs/B"}}, "B": LONG}},
            ["note_A_v5_0", "note_B_v5_0"],
        ),
        ({"$ref": f"{ACME}far"}, ["far_v5_0"]),
        ({"$ref": "#/$defs/v5_0", "$defs": {"v5_0": LONG}}, ["note_v5_0_v5_0"]),
        ({"anyOf": [{"type": "string"}, {"type": "null", "description": "x"}]}, []),
        (
            {
                "anyOf": [LONG, {"$ref": f"{ACME}far"}, {"const": 1}, {"$ref": "#/$defs/A"}],
                "$defs": {"A": {}},
            },
            ["note_v5_0_or", "far_v5_0", "note_v5_0_or_2", "note_v5_0_or_3"],
        ),
    ],
    ids=str,
)
def test_what_is_more_than_a_type_has_a_function(note: Json, expected: list[str]) -> None:
    assert [*emitted(note=note, far=FAR).emitted] == ["note_v5_0", *expected]


def test_a_name_that_is_taken_is_counted_on() -> None:
    """As where the name of a document and that of its part come to the same."""
    parts = {"$defs": {"b": LONG}, "properties": {"x": {"$ref": "#/$defs/b"}, "y": {"$ref": f"{ACME}note_b"}}}
    assert [*emitted(note=parts, note_b=LONG).emitted] == ["note_v5_0", "note_b_v5_0", "note_b_v5_0_2"]


def test_functions_say_what_they_judge() -> None:
    note = {"anyOf": [LONG, {"$ref": "#/$defs/A"}, {"$ref": f"{ACME}far"}, {"$ref": f"{ACME}bare"}]}
    functions = emitted(note={**note, "$defs": {"A": {**LONG, "title": "T"}}}, far=FAR, bare=LONG)
    assert [function.summary for function in functions.emitted.values()] == [
        "note, as of 5.0.",
        "One that note_v5_0 may be.",
        "A, as of 5.0.",
        "Far, as of 5.0.",
        "bare, as of 5.0.",
    ]


def test_a_pattern_is_compiled_once() -> None:
    patterns = {
        "items": {"pattern": "a"},
        "anyOf": [{"type": "string", "pattern": "b"}, {"$ref": f"{ACME}far"}],
    }
    functions = emitted(note=patterns, far={"type": "string", "pattern": "a"})
    assert functions.patterns == {"a": "_pattern_1", "b": "_pattern_2"}


def test_what_is_called_is_told_from_what_is_called_alike() -> None:
    many: Json = {f"f{n}": {"pattern": f"x{n}"} for n in range(1, 11)}
    note = {"properties": {**many, "last": {"$ref": f"{ACME}far"}}}
    functions = emitted(note=note, far={**FAR, "pattern": "x10"})
    assert functions.called([functions.emitted["far_v5_0"]]) == {"_pattern_10"}
    assert "far_v5_0" in functions.called(functions.emitted.values())


def variables(note: Json) -> list[str]:
    """The variables of the judge of a note, in the order of its fields."""
    found: list[str] = []

    def look(statements: Any) -> None:
        for each in statements:
            if each.kind == "bind":
                found.append(each.name)
            elif each.kind == "for":
                found.extend(each.target.split(", "))
            for inner in ("then", "orelse", "body"):
                look(getattr(each, inner, ()))

    look(emitted(note=note).emitted["note_v5_0"].body)
    return found


def test_variables_are_called_after_fields_as_near_as_python_allows() -> None:
    fields = ("text", "class", "x-y", "z z", "value", "len", "ABSENT")
    note = {"type": "object", "properties": dict.fromkeys(fields, LONG)}
    assert variables(note) == ["text", "field", "field_2", "field_3", "value_2", "len_2", "ABSENT_2"]


def test_variables_are_counted_without_gaps() -> None:
    """What needs no variable after all takes no name away."""
    free: Json = {"properties": {"a": {}, "item": {}}, "items": {}, "prefixItems": [{}]}
    note = {"properties": {"a": free, "b": {**free, "items": LONG}, "c": {"additionalProperties": LONG}}}
    note["properties"] |= {"d": {"prefixItems": [{}, LONG]}, "a ": LONG}
    assert variables(note) == ["b", "index", "item", "c", "key", "item_2", "d", "item_3", "field"]


@pytest.mark.parametrize(
    ("schema", "test"),
    [
        ({"type": "string", "minLength": 2}, "isinstance"),
        ({"type": "integer", "minimum": 2}, "is_number"),
        ({"type": "number", "minimum": 2}, "is_number"),
        ({"type": "array", "minItems": 2}, "is_array"),
        ({"type": "object", "minProperties": 2}, "is_object"),
        ({"type": "object", "allOf": [{"minProperties": 2}]}, "is_object"),
    ],
)
def test_what_the_type_has_told_is_not_asked_again(schema: Json, test: str) -> None:
    body = repr(emitted(note=schema).emitted["note_v5_0"].body)
    assert body.count(f"{test}(") == (schema["type"] != "integer")


def test_what_is_asked_next_is_no_step_further_in() -> None:
    tree = ast.parse(Path(validators.__file__).read_text(encoding="utf-8"))
    tests = [node for node in ast.walk(tree) if isinstance(node, ast.If)]
    nexts = [(node, each) for node in tests for each in node.orelse[:1] if isinstance(each, ast.If)]
    assert nexts
    assert [
        each.lineno for node, each in nexts if node.orelse == [each] and each.col_offset > node.col_offset
    ] == []
