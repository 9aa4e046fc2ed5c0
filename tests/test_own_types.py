"""Message types of one's own that ours are nothing like: emitted right, or refused with a word on why."""

from __future__ import annotations

import importlib
import json
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from msgspec.json import Decoder

from jupyter_messages_msgspec.conforming import CONTENTS
from kernelwire_codegen import assets, rules
from kernelwire_codegen.emit import write
from kernelwire_codegen.errors import SchemaError
from kernelwire_codegen.load import Schemas, load
from kernelwire_codegen.model import build
from kernelwire_codegen.render import render
from tests.oracle import failing_by, told


def message(field: Any, name: str = "one", **parts: Any) -> dict[str, Any]:
    """A message type ``t_one``, or another, with one field, ``f``."""
    field = {"description": "A field.", **field} if isinstance(field, dict) else field
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:acme:t_{name}",
        "title": f"T{name.title().replace('_', '')}",
        "description": "Of our own.",
        "x-jupyter": {"channels": ["iopub"], "sender": "kernel"},
        "type": "object",
        "properties": {"f": field},
        "examples": [{}],
        **parts,
    }


def loaded(folder: Path, *schemas: dict[str, Any]) -> Schemas:
    folder.mkdir()
    for schema in schemas:
        path = folder / f"{schema['$id'].rpartition(':')[2]}.json"
        path.write_text(json.dumps(schema), encoding="utf-8")
    return load(assets.folder("schemas"), folder)


DISAGREEMENTS = Path(__file__).with_name("disagreements.jsonl")
VALUES: list[Any] = [
    *(
        {},
        {"f": None},
        {"f": ""},
        {"f": "ab"},
        {"f": 1},
        {"f": 1.0},
        {"f": True},
        {"f": []},
        {"f": [1]},
        {"f": {}},
    ),
    *(
        {"f": {"a": {}}},
        {"f": {"a": [{}]}},
        {"f": {"a": [{"k": 1}]}},
        {"f": [{"a": 1}]},
        {"f": [{"a": {"k": 1}}]},
    ),
    *({"f": {"k": "x"}}, {"f": {"k": 1}}, {"f": [[{"k": 1}]]}, {"f": {"a": 1}}, {"f": [None]}),
]
INNER: dict[str, Any] = {"title": "Inner", "description": "A part.", "type": "object"}
INNER["properties"] = {"k": {"description": "Its field.", "type": "integer"}}
LOOP = {"description": "x", "$ref": "#/$defs/Loop"}
LONG = {"type": "string", "minLength": 2}
MAP = {"type": "object", "additionalProperties": {"type": "integer"}}
A = {"$ref": "urn:acme:t_parts#/$defs/Inner"}
NAMES = [
    *("class", "self", "raw", "known", "value", "path", "found", "item", "is_object", "ABSENT", "missing"),
    *("token", "odd", "x-y", "1a", "default", "enum", "str", "list", "dict", "field", "Any", "bool"),
]

RIGHT = [
    message({"type": ["null", "string"]}, "null_first"),
    message({"type": ["string", "null"]}, "null_last"),
    message({"anyOf": [{"type": "null"}, {"enum": ["ab"]}]}, "null_of_several"),
    message({"type": "null"}, "null_alone"),
    message({"type": "null"}, "null_required", required=["f"], examples=[{"f": None}]),
    message({"type": "object", "additionalProperties": {"type": "array", "items": A}}, "map_of_lists"),
    message(
        {"type": "array", "items": {"type": "object", "additionalProperties": {"type": "integer"}}},
        "list_of_maps",
    ),
    message(
        {**MAP, "properties": {"a": {"description": "x"}, "k": {"description": "x", "type": "string"}}},
        "map_beside_fields",
    ),
    message({"type": "array", "items": {"type": "array", "items": A}}, "list_of_lists"),
    message({"anyOf": [A, LONG]}, "one_of_two"),
    message({"const": 1}, "constant"),
    message({"type": ["string", "integer"], "minLength": 1, "maximum": 0}, "bounds"),
    message(
        {"$ref": "#/$defs/two"},
        "clash",
        **{"$defs": {"two": {"description": "x", "type": "string", "minLength": 2}}},
    ),
    message({"type": "integer"}, "clash_two"),
    message({"$ref": "urn:acme:t_parts#/$defs/Loop"}, "loop"),
    message(
        A,
        "parts",
        **{
            "$defs": {
                "Inner": INNER,
                "Loop": {
                    **INNER,
                    "title": "Loop",
                    "properties": {"k": {"description": "x", "$ref": "#/$defs/Loop"}},
                },
            }
        },
    ),
    message({}, "names", properties={name: {"description": "x", "type": "string"} for name in NAMES}),
]
KEPT = [
    {**row, "name": f"kept_{number}"}
    for number, row in enumerate(map(json.loads, DISAGREEMENTS.read_text("utf-8").splitlines()))
    if "field" in row
]
"""What emitted validators once judged otherwise than jsonschema; of our schemas: see `tests.test_oracle`."""
RIGHT += [message(row["field"], row["name"], **row.get("parts", {})) for row in KEPT]


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[ModuleType, ModuleType, Schemas]]:
    """All of RIGHT in one package: that, its validators, and its schemas."""
    folder = tmp_path_factory.mktemp("own")
    schemas = loaded(folder / "own", *RIGHT)
    files = render(schemas, assets.folder("templates"), "own_types", "own/", "make", base="jupyter_messages")
    write(files, folder / "own_types")
    sys.path.insert(0, str(folder))
    yield importlib.import_module("own_types"), importlib.import_module("own_types.validators"), schemas
    sys.path.remove(str(folder))


@pytest.mark.parametrize("name", [schema["$id"].rpartition(":")[2] for schema in RIGHT])
def test_what_is_emitted_is_lossless_and_judges_as_jsonschema_does(own: Any, name: str) -> None:
    package, validators, schemas = own
    kept = [value for row in KEPT if name == f"t_{row['name']}" for value in row["values"]]
    for value in [*VALUES, *kept, *({field: value} for field in NAMES for value in ("x", None, 5))]:
        assert package.encode_content(package.decode_content(name, value)) == value
        found: list[Any] = []
        validators.CONTENTS["5.5"][name](value, "", found)
        assert told(found) == failing_by(schemas.versions["5.5"], name, value), value


def test_shapes_of_ones_own_stand_beside_ours(own: Any) -> None:
    """What one takes has no problem; and most take something."""
    _, validators, _ = own
    conforming = importlib.import_module("own_types.conforming")
    assert not hasattr(conforming, "Header")
    for version, ours in CONTENTS.items():
        assert conforming.CONTENTS[version].items() >= ours.items()
    taken: set[str] = set()
    for name in conforming.CONTENTS["5.5"].keys() - CONTENTS["5.5"]:
        for value in VALUES:
            with suppress(ValueError):
                Decoder(conforming.CONTENTS["5.5"][name]).decode(json.dumps(value))
                found: list[Any] = []
                validators.CONTENTS["5.5"][name](value, "", found)
                assert found == [], (name, value)
                taken |= {name} if value else set()
    assert len(taken) > 0.6 * len(RIGHT)


WRONG: dict[str, tuple[dict[str, Any], str, str]] = {
    "a null constant": (message({"const": None}), "/properties/f/const", "None is not of type"),
    "a list as a constant": (message({"enum": [[1]]}), "/properties/f/enum/0", "not of type"),
    "nothing may stand here": (
        message({"type": "object", "additionalProperties": False}),
        "/properties/f/additional",
        "",
    ),
    "a pattern that judges": (
        message({"type": "object", "patternProperties": {"^a": False}}),
        "/properties/f/pattern",
        "",
    ),
    "spared by a pattern": (
        message(
            {"type": "object", "patternProperties": {"^a": {"description": "x"}}, "additionalProperties": {}}
        ),
        "/properties/f",
        "beside patternProperties",
    ),
    "no regular expression": (
        message({"type": "string", "pattern": "("}),
        "/properties/f/pattern",
        "no regular expression",
    ),
    "an illegal default": (
        message({"enum": ["a"], "default": "b"}),
        "/properties/f/default",
        "not a legal value",
    ),
    "a field that is anything": (message(True), "/properties/f", ""),
    "an empty alternative": (message({"anyOf": [{}, {"type": "string"}]}), "/properties/f/anyOf/0", ""),
    "a quote in a name": (
        {**message({}), "properties": {'a"b': {"description": "x"}}},
        "/properties",
        "does not match",
    ),
    "a taken title": (
        message({"$ref": "#/$defs/I"}, **{"$defs": {"I": {**INNER, "title": "Problem"}}}),
        "/$defs/I/title",
        "already",
    ),
    "titles alike": (
        message(
            {"$ref": "#/$defs/I"},
            **{"$defs": {"I": {**INNER, "title": "Tone"}, "J": {**INNER, "title": "TONE"}}},
        ),
        "/$defs/J",
        "taken",
    ),
    "a circle": (
        message({"$ref": "#/$defs/a"}, **{"$defs": {"a": {"description": "x", "$ref": "#/$defs/a"}}}),
        "",
        "itself",
    ),
    "a text that extends": (
        message(
            {"type": "object", "allOf": [{"$ref": "#/$defs/a"}]},
            **{"$defs": {"a": {"description": "x", "type": "string"}}},
        ),
        "/properties/f/allOf/0/$ref",
        "object",
    ),
    "no message": (
        {key: value for key, value in message({}).items() if key != "x-jupyter"},
        "",
        "no message type",
    ),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_cannot_be_emitted_is_refused_with_its_place(tmp_path: Path, name: str) -> None:
    schema, pointer, told = WRONG[name]
    with pytest.raises(SchemaError) as caught:
        schemas = loaded(tmp_path / "own", schema)
        rules.check(schemas)
        build(schemas)
    assert caught.value.file == "own/t_one.json"
    assert caught.value.pointer.startswith(pointer)
    assert told in caught.value.problem


def test_versions_are_ours(tmp_path: Path) -> None:
    (tmp_path / "own" / "v5.10").mkdir(parents=True)
    (tmp_path / "own" / "v5.10" / "t_one.json").write_text(json.dumps(message({})), encoding="utf-8")
    with pytest.raises(SchemaError, match=r"no version 5\.10"):
        load(assets.folder("schemas"), tmp_path / "own")


def test_what_follows_from_the_name_need_not_be_said(tmp_path: Path) -> None:
    field = {
        "description": "A field.",
        "type": "object",
        "properties": {"f": {"description": "x", "type": "string"}},
    }
    bare = {
        "description": "Of our own.",
        "x-jupyter": {"channels": ["control"], "sender": "kernel"},
        "type": "object",
        "required": ["n", "s", "o", "e", "r"],
        "properties": {
            "n": {"description": "A number.", "type": "integer"},
            "s": {"description": "A text.", "type": "string"},
            "o": field,
            "e": {"description": "A choice.", "enum": ["b", "a"]},
            "r": {"description": "A part.", "$ref": "urn:kernelwire:defs#/$defs/LanguageInfo"},
        },
    }
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "usage_note.json").write_text(json.dumps(bare), encoding="utf-8")
    schemas = load(assets.folder("schemas"), tmp_path / "own")
    rules.check(schemas)
    [cls] = build(schemas).classes
    assert cls.name == "UsageNote"
    assert {field.wire: field.fallback for field in cls.fields} == {
        "n": "0",
        "s": "''",
        "o": "{}",
        "e": "'b'",
        "r": "{}",
    }
