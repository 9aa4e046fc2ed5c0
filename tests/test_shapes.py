"""Shapes are narrower than their schemas, never wider: what one takes has neither an error nor a warning.

jsonschema is the judge, by schemas in which what only asks for a warning is an error.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any, get_args

import pytest
from jsonschema import Draft202012Validator
from msgspec.json import Decoder, decode, encode

from kernelwire_codegen import assets
from kernelwire_codegen.bundle import resolved
from kernelwire_codegen.errors import SchemaError
from kernelwire_codegen.load import Schemas
from kernelwire_codegen.render import render_fast
from tests.shapes import CASES, NAMES, VALUES, Case
from tests.small import HEADER, message, root

NAME = "small_conforming"


def conforming(schemas: Schemas) -> ModuleType:
    """The emitted module of shapes, under NAME."""
    source = render_fast(schemas, assets.folder("templates"), "small", "", "")["conforming.py"]
    sys.modules[NAME] = module = ModuleType(NAME)
    exec(source, vars(module))
    return module


def fits(shape: Any, value: Any) -> bool:
    """Whether a shape takes it; what is taken is written as it stood."""
    try:
        read = Decoder(shape).decode(encode(value))
    except ValueError:
        return False
    assert decode(encode(read)) == value
    return True


def strict(schema: Any) -> Any:
    """The schema with what is recommended required, what is known so far all that there is, and nothing
    deprecated.
    """
    if isinstance(schema, list):
        return [strict(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    facts = schema.get("x-jupyter", {})
    if "deprecated" in facts:
        return False
    told = {
        key: part if key in ("const", "enum", "examples", "x-jupyter") else strict(part)
        for key, part in schema.items()
    }
    more: list[Any] = [{"required": facts["recommended"]}] if "recommended" in facts else []
    more += [{"enum": facts["open"]}] if "open" in facts else []
    return {**told, "allOf": [*told.get("allOf", []), *more]} if more else told


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[ModuleType, Schemas]]:
    """All of CASES as message types with one field, ``f``."""
    cases = [
        message(f"t_{number}", {"f": case.field}, **{"$defs": {**case.defs}})
        for number, case in enumerate(CASES.values())
    ]
    part = message("part", {"a": {"type": "integer"}})
    schemas = root(tmp_path_factory.mktemp("shapes"), *cases, part)
    yield conforming(schemas), schemas
    del sys.modules[NAME]


@pytest.mark.parametrize("name", CASES)
def test_what_a_shape_takes_conforms(small: tuple[ModuleType, Schemas], name: str) -> None:
    module, schemas = small
    case: Case = CASES[name]
    stem = f"t_{[*CASES].index(name)}"
    shape = module.CONTENTS["5.0"][stem]
    judge = Draft202012Validator(strict(resolved(schemas.versions["5.0"], stem)))
    values = [*VALUES, *case.more]
    taken = [value for value in values if fits(shape, {"f": value})]
    right = [value for value in values if judge.is_valid({"f": value})]
    assert [value for value in taken if repr(value) not in map(repr, right)] == []
    expected = right if case.taken is None else case.taken
    assert sorted(map(repr, taken)) == sorted(map(repr, expected))
    assert fits(shape, {})
    assert not fits(shape, {"x": 1})


@pytest.mark.parametrize("field", [{}, {"type": "integer"}, {"type": "number"}, {"type": "object"}], ids=str)
def test_numbers_that_might_be_written_otherwise_are_left_to_validators(tmp_path: Path, field: Any) -> None:
    shape = conforming(root(tmp_path, message("one", {"f": field}))).CONTENTS["5.0"]["one"]
    wrap = (lambda value: {"a": value}) if field.get("type") == "object" else (lambda value: value)
    for value in (0, -(2**63), 2**63 - 1):
        assert fits(shape, {"f": wrap(value)})
    for value in (1.0, 1.5, -(2**63) - 1, 2**63):
        assert not fits(shape, {"f": wrap(value)})


@pytest.mark.parametrize("name", NAMES)
def test_no_name_hides_what_a_shape_needs(tmp_path: Path, name: str) -> None:
    every: dict[str, Any] = {
        name: {"type": "integer"},
        "a_list": {"type": "array", "items": {"type": "string"}, "maxItems": 3},
        "a_map": {"type": "object", "additionalProperties": {"type": "boolean"}},
        "a_pair": {"type": "array", "prefixItems": [{"enum": ["a"]}, {"type": "integer", "minimum": 0}]},
        "an-object": {"type": "object", "properties": {name: {}, "x-y": {}}},
        "x-y": {},
        f"-{name}": {},
    }
    inner = {"type": "object", "required": ["a_list", name], "properties": every}
    place = "".join(letter if letter.isalnum() else "_" for letter in name)
    two = {**inner, "required": [name]}
    one = message(
        "one",
        {"f": {"$ref": f"#/$defs/{place}"}, "g": {"$ref": "#/$defs/A"}},
        **{"$defs": {place: inner, "A": two}},
    )
    shape = conforming(root(tmp_path, one)).CONTENTS["5.0"]["one"]
    value = {name: 1, "a_list": ["a"], "a_map": {"a": True}, "a_pair": ["a", 0]}
    value |= {"an-object": {name: 1, "x-y": 1}, "x-y": 1}
    assert fits(shape, {"f": value, "g": {name: 1}})
    assert not fits(shape, {"f": {**value, name: "a"}})
    assert not fits(shape, {"f": {"a_list": ["a"]}})
    assert not fits(shape, {"g": {"a_list": ["a"]}})


def test_fields_of_one_attribute_are_not_taken_both(tmp_path: Path) -> None:
    inner: dict[str, Any] = {"type": "object", "properties": {"a-b": {}, "a.b": {}}}
    fields = {"f": inner, "g": {**inner, "required": ["a.b"]}}
    shape = conforming(root(tmp_path, message("one", fields))).CONTENTS["5.0"]["one"]
    assert fits(shape, {"f": {"a-b": 1}})
    assert not fits(shape, {"f": {"a.b": 1}})
    assert not fits(shape, {"g": {"a.b": 1}})


def test_structs_are_called_after_what_they_are_of(tmp_path: Path) -> None:
    when = [
        {"if": {"properties": {"k": {"const": value}}, "required": ["k"]}, "then": {"required": [value]}}
        for value in ("a", "b", "c")
    ]
    fields: dict[str, Any] = {"k": {"enum": ["a", "b", "c"]}, "a": {}, "b": {}, "c": {}}
    one = message("some_case", fields, allOf=when)
    inner: dict[str, Any] = {"type": "object", "properties": {"a": {}}}
    parts = {"f": {"type": "object", "properties": {"x/y_z": inner}}, "g": {"$ref": "#/$defs/A2"}}
    other = message("other", parts, **{"$defs": {"A2": {**inner, "required": ["a"]}}})
    module = conforming(root(tmp_path, one, other))
    shape = module.CONTENTS["5.0"]["some_case"]
    assert [each.__name__ for each in get_args(shape)] == ["SomeCase", "SomeCase_2", "SomeCase_3"]
    assert fits(module.OtherFXYZ, {})
    assert not fits(module.A2, {})


def test_versions_have_their_shapes(tmp_path: Path) -> None:
    text: dict[str, Any] = {"f": {"type": "string"}}
    number = {**message("two", {"f": {"type": "integer"}}), "examples": [{}]}
    new = message("new", text, facts={"since": "5.1"})
    schemas = root(
        tmp_path,
        *(message(name, text) for name in ("one", "two", "gone")),
        message("unsaid", {"f": {"minLength": 2}}, required=["f"]),
        v5_1=[number, new, {"removes": ["urn:kernelwire:gone"]}],
        v5_2=[],
    )
    contents = conforming(schemas).CONTENTS
    assert {version: [*rows] for version, rows in contents.items()} == {
        "5.0": ["gone", "one", "two"],
        "5.1": ["one", "two", "new"],
        "5.2": ["one", "two", "new"],
    }
    for version, right in (("5.0", "a"), ("5.1", 1), ("5.2", 1)):
        assert [value for value in ("a", 1) if fits(contents[version]["two"], {"f": value})] == [right]
    with pytest.raises(TypeError):
        contents["5.0"]["one"] = None
    with pytest.raises(TypeError):
        contents["5.0"] = {}


def test_a_header_is_one_of_any_version_and_has_its_date(tmp_path: Path) -> None:
    more = {"$id": "urn:kernelwire:header", "properties": {"more": {"description": "x", "type": "integer"}}}
    shape = conforming(root(tmp_path, message("one", {}), v5_1=[more])).Header
    assert fits(shape, HEADER)
    assert fits(shape, {**HEADER, "more": 1})
    assert not fits(shape, {**HEADER, "more": "1"})
    for name in HEADER:
        assert not fits(shape, {key: value for key, value in HEADER.items() if key != name})
        assert not fits(shape, {**HEADER, name: 1})


def test_headers_of_which_no_shape_fits_all_are_refused(tmp_path: Path) -> None:
    changed = {"$id": "urn:kernelwire:header", "properties": {"session": {"minLength": 1}}}
    changed["properties"]["session"]["maxLength"] = None
    later = {"$id": "urn:kernelwire:header", "properties": {"session": {"minLength": 2}}}
    schemas = root(tmp_path, message("one", {}), v5_1=[changed], v5_2=[later])
    with pytest.raises(SchemaError, match="no one shape fits the headers of all versions; see") as caught:
        conforming(schemas)
    assert caught.value.file.endswith("/v5.2/header.json")
