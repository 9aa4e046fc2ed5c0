"""What surely conforms, as types that msgspec checks while it parses: the short road to "nothing is wrong".

A shape is narrower than its schema, never wider: what it takes has neither an error nor a warning. So it asks
for recommended fields, takes known values only, no field that is deprecated or that the schema does not
mention, no integer beyond 64 bits and no deep nesting. Where types cannot say what a schema says, they say
less, or there is no shape. What a shape refuses, validators judge.
"""

from __future__ import annotations

import keyword
import re
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from jsonschema import Draft202012Validator

from kernelwire_codegen.load import Json, Schemas, Version
from kernelwire_codegen.merging import Unsaid, both, merged, only, without
from kernelwire_codegen.names import RESERVED, Clash, field_name, title_of
from kernelwire_codegen.scalars import OF_ARRAYS, annotated, limits_of, one_of, scalar
from kernelwire_codegen.validators import Functions, plain
from kernelwire_codegen.within import absolute

_OF_OBJECTS = {"type", "required", "properties", "additionalProperties", "allOf", "x-jupyter"}
_FREE = "Free"
_HIDING = {*RESERVED, "bool", "dict", "field", "int", "list", "str", "tuple"}
"""Attributes that no Struct may have: its types would be sought there."""
_USED = {
    *("Annotated", "CONTENTS", "Free", "Integer", "Literal", "MappingProxyType", "Meta", "Struct", "UNSET"),
    *("UnsetType", *keyword.kwlist),
}
"""What no Struct may be called."""


@dataclass(frozen=True)
class Shape:
    """One emitted Struct."""

    name: str
    tag: tuple[str, str] | None
    """A field and its one value, which tells the Struct from the others of a union."""
    fields: tuple[tuple[str, str, str, bool], ...]
    """Attribute, wire name, type, and whether it must be there."""


@dataclass
class Shapes:
    """Collects the Structs that the shapes of contents need."""

    functions: Functions
    emitted: dict[tuple[Any, ...], Shape] = field(default_factory=dict[tuple[Any, ...], Shape])
    _within: list[str] = field(default_factory=list[str])

    def content(self, version: Version, id: str) -> str | None:
        """The type of what surely conforms to the document ``id`` in ``version``; None if there is none."""
        try:
            return self._type(version, {"$ref": id}, id)
        except Unsaid:
            return None

    def header(self, schemas: Schemas, id: str) -> None:
        """Emit a Struct for what surely is a header in every version. Raises SchemaError if there is none."""
        document = schemas.newest.documents[id]
        every: Json = {}
        try:
            for version in schemas.versions.values():
                every = both(every, plain(self.functions.document(version, id)))
            self._object(schemas.newest, every, "Header")
        except Unsaid:
            raise document.error(
                (), "no one shape fits the headers of all versions; see shapes.py, and the runtime's shortcut"
            ) from None

    def _type(self, version: Version, schema: Json, name: str) -> str:
        """A type for a schema. Raises Unsaid. A class that must be made for it is called ``name``."""
        if not schema:
            return _FREE
        if "$ref" in schema:
            return self._referred(version, schema, name)
        facts: Json = schema.get("x-jupyter", {})
        if "deprecated" in facts:
            raise Unsaid
        if "anyOf" in schema:
            return self._any_of(version, schema, name)
        if {"const", "enum"} & {*schema} or "open" in facts:
            return one_of(schema)
        kind: str | list[str] = schema.get("type", "object" if "properties" in schema else [])
        if isinstance(kind, list):
            only(schema, {"type"})
            return " | ".join(self._type(version, {"type": each}, name) for each in kind)
        if kind == "object":
            return self._object(version, schema, name)
        if kind == "array":
            return self._array(version, schema, name)
        return scalar(schema, kind)

    def _array(self, version: Version, schema: Json, name: str) -> str:
        only(schema, {"type", "prefixItems", "items", *OF_ARRAYS})
        limits = limits_of(schema, OF_ARRAYS)
        if "prefixItems" in schema:
            first: list[Any] = schema["prefixItems"]
            count = len(first)
            if not schema.get("minItems", count) <= count <= schema.get("maxItems", count):
                raise Unsaid
            return f"tuple[{', '.join(self._type(version, part, name) for part in first)}]"
        item = self._item(version, schema.get("items", {}), name, limits)
        return annotated(f"list[{item}]", limits)

    def _item(self, version: Version, schema: Json, name: str, limits: Json) -> str:
        """The type of what an array or object holds; it may hold nothing where that cannot be said."""
        try:
            return self._type(version, schema, f"{name}Item")
        except Unsaid:
            limits["max_length"] = 0
            return _FREE

    def _referred(self, version: Version, schema: Json, name: str) -> str:
        depth = len(self._within)
        try:
            title, whole = self._resolved(version, schema, name)
            return self._type(version, whole, title)
        finally:
            del self._within[depth:]

    def _any_of(self, version: Version, schema: Json, name: str) -> str:
        only(schema, {"anyOf"})
        branches: list[Json] = schema["anyOf"]
        if all({*branch} <= {"type"} for branch in branches):
            return " | ".join(self._type(version, branch, name) for branch in branches)
        for branch in branches:  # one of them is less than any of them
            with suppress(Unsaid):
                return self._type(version, branch, name)
        raise Unsaid

    def _object(self, version: Version, schema: Json, name: str) -> str:
        only(schema, _OF_OBJECTS)
        recommended: list[str] = schema.get("x-jupyter", {}).get("recommended", [])
        bare = {**schema, "required": merged(schema.get("required", []), recommended)}
        cases: list[Json] = bare.pop("allOf", [])
        if cases:
            return self._by_case(version, bare, cases, name)
        if not bare["required"] and "properties" not in bare:
            limits: Json = {}
            item = self._item(version, bare.get("additionalProperties", {}), name, limits)
            return annotated(f"dict[str, {item}]", limits)
        return self._struct(version, bare, name, None)

    def _by_case(self, version: Version, schema: Json, cases: list[Json], name: str) -> str:
        """An object of which more must hold if one of its fields has a certain value."""
        asked = [_asked(case) for case in cases]
        shared = [key for key in asked[0] if all(key in each for each in asked)]
        if not shared:
            raise Unsaid
        key = shared[0]
        told: Json = schema.get("properties", {}).get(key, {})
        values: list[Any] = told.get("enum", told.get("x-jupyter", {}).get("open", []))
        others = [each[key] for each in asked]
        if not all(isinstance(value, str) for value in [*values, *others]):
            raise Unsaid
        free = [value for value in values if value not in others]
        # Values that ask for nothing, if there are any; the others are not taken then.
        if told == {"type": "string"}:
            narrower: Json = {"pattern": f"^(?!(?:{'|'.join(map(re.escape, others))})$)"}
        elif free:
            narrower = {"enum": free}
        else:
            return self._tagged(version, schema, cases, key, values, name)
        properties = {**schema["properties"], key: {**told, **narrower}}
        return self._struct(version, {**schema, "properties": properties}, name, None)

    def _tagged(
        self, version: Version, schema: Json, cases: list[Json], key: str, values: list[str], name: str
    ) -> str:
        """A Struct for each value of that field, those left out for which there is none."""
        types: list[str] = []
        for value in values:
            depth = len(self._within)
            with suppress(Unsaid):
                types.append(self._case(version, schema, cases, (key, value), name))
            del self._within[depth:]
        if len({*types}) < 2:  # msgspec takes one alone without its tag, and writes it with one
            raise Unsaid
        return " | ".join(types)

    def _case(
        self, version: Version, schema: Json, cases: list[Json], tag: tuple[str, str], name: str
    ) -> str:
        """The Struct for one value of that field: all that the cases of this value ask for, and what is
        asked for only if still more holds.
        """
        key, value = tag
        self._type(version, {**schema["properties"][key], "enum": [value]}, name)
        whole = without(schema, key)
        waiting = [*cases]
        while waiting:
            case = waiting.pop(0)
            if _asked(case).get(key, value) != value:
                continue
            name, then = self._resolved(version, case.get("then", case), name)
            waiting += then.get("allOf", [])
            own = then.get("properties", {}).get(key, {})
            only(own, {"type", "const", "enum"})
            if not Draft202012Validator(own).is_valid(value):
                raise Unsaid
            whole = both(whole, without({each: then[each] for each in then if each != "allOf"}, key))
        only(whole, _OF_OBJECTS)
        facts: Json = whole.get("x-jupyter", {})
        if "deprecated" in facts:
            raise Unsaid
        required = merged(whole["required"], facts.get("recommended", []))
        whole["required"] = [each for each in required if each != key]
        return self._struct(version, whole, name, tag)

    def _resolved(self, version: Version, schema: Json, name: str) -> tuple[str, Json]:
        """A schema and what it refers to in one, and the name for that; from now on we are within it."""
        if "$ref" not in schema:
            return name, schema
        if schema["$ref"] in self._within:
            raise Unsaid
        self._within.append(schema["$ref"])
        id, _, fragment = schema["$ref"].partition("#")
        part = fragment.rpartition("/")[2]
        stem = version.documents[id].stem
        target = self.functions.document(version, id)
        rest = {key: value for key, value in schema.items() if key != "$ref"}
        title = title_of(part if part[:1].isalpha() else f"{stem}_{part}")
        return title, both(absolute(plain(target["$defs"][part] if part else target), id), rest)

    def _struct(self, version: Version, schema: Json, name: str, tag: tuple[str, str] | None) -> str:
        """The name of the Struct for an object; fields that cannot be said must be absent."""
        required: list[str] = schema["required"]
        properties: Json = schema.get("properties", {})
        others: Json = schema.get("additionalProperties", {})
        taken: set[str] = set()
        fields: list[tuple[str, str, str, bool]] = []
        for wire in [*properties, *(each for each in required if each not in properties)]:
            part = name + title_of(re.sub(r"\W", "_", wire))
            try:
                kind = self._type(version, properties.get(wire, others), part)
                fields.append((_attribute(wire, taken), wire, kind, wire in required))
            except Unsaid:
                if wire in required:
                    raise
        key = (tag, *fields)
        if key not in self.emitted:
            names = {*_USED, *(shape.name for shape in self.emitted.values())}
            wanted, count = name, 2
            while wanted in names:
                wanted, count = f"{name}_{count}", count + 1
            self.emitted[key] = Shape(wanted, tag, tuple(fields))
        return self.emitted[key].name


def _asked(case: Json) -> Json:
    """What a case asks for: fields that must be there, and their values."""
    test: Json = case.get("if", {})
    wanted: Json = test.get("properties", {})
    return {name: part["const"] for name, part in wanted.items() if name in test["required"]}


def _attribute(wire: str, taken: set[str]) -> str:
    hides = wire in _HIDING or wire[0].isupper()
    try:
        return field_name(f"_{wire}" if hides else wire, taken)
    except Clash:
        raise Unsaid from None


def context(schemas: Schemas) -> Json:
    """What the template ``conforming`` is given."""
    shapes = Shapes(Functions(schemas))
    if schemas.own == 0:
        shapes.header(schemas, "urn:kernelwire:header")
    versions: list[Json] = []
    before: dict[str, str] = {}
    for version in schemas.versions.values():
        now: dict[str, str] = {}
        for id, document in version.documents.items():
            if document.is_message and document.root == schemas.own and (kind := shapes.content(version, id)):
                now[document.stem] = kind
        rows = {name: kind for name, kind in now.items() if before.get(name) != kind}
        versions.append(
            {"name": version.name, "rows": rows, "removed": [name for name in before if name not in now]}
        )
        before = now
    return {"shapes": list(shapes.emitted.values()), "versions": versions}
