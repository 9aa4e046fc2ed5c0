"""What surely conforms, as types that msgspec checks while it parses: the short road to "nothing is wrong".

A shape is narrower than its schema, never wider: what it takes has neither an error nor a warning. So it asks
for recommended fields, takes known values only, no field that is deprecated or that the schema does not
mention, no integer beyond 64 bits and no deep nesting. Where types cannot say what a schema says, they say
less, or there is no shape. What a shape refuses, validators judge.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from kernelwire_codegen.checks import literal
from kernelwire_codegen.load import Json, Schemas, Version
from kernelwire_codegen.merging import Unsaid, both, merged, only, without
from kernelwire_codegen.names import field_name, title_of
from kernelwire_codegen.validators import Functions, plain
from kernelwire_codegen.within import absolute

_PLAIN = {"string": "str", "boolean": "bool", "null": "None", "number": "Integer"}
_LENGTHS = {
    "minLength": "min_length",
    "maxLength": "max_length",
    "minItems": "min_length",
    "maxItems": "max_length",
}
_OF_OBJECTS = {"type", "required", "properties", "additionalProperties", "allOf", "x-jupyter"}
_FREE = "Free"


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
            return self._type(version, {"$ref": id}, "")
        except Unsaid:
            return None

    def header(self, schemas: Schemas, id: str) -> None:
        """Emit a Struct for what surely is a header in every version. Raises SchemaError if there is none."""
        document = schemas.newest.documents[id]
        every: Json = {}
        try:
            for version in schemas.versions.values():
                every = both(every, plain(self.functions.document(version, id)))
            facts = every.pop("x-jupyter", {})
            every["required"] = merged(every["required"], facts.get("recommended", []))
            self._struct(schemas.newest, every, "Header", None)
        except Unsaid:
            why = "no one shape fits the headers of all versions; see shapes.py, and the runtime's shortcut"
            raise document.error((), why) from None

    def _type(self, version: Version, schema: Json | bool, name: str) -> str:
        """A type for a schema. Raises Unsaid. A class that must be made for it is called ``name``."""
        if schema is True or schema == {}:
            return _FREE
        if schema is False:
            raise Unsaid
        if "$ref" in schema:
            return self._referred(version, schema, name)
        facts: Json = schema.get("x-jupyter", {})
        if "deprecated" in facts:
            raise Unsaid
        if "anyOf" in schema:
            return self._any_of(version, schema, name)
        values = [schema["const"]] if "const" in schema else schema.get("enum", facts.get("open"))
        if values is not None:
            return _one_of(schema, values)
        types: str | list[str] = schema.get("type", "object" if "properties" in schema else [])
        if isinstance(types, list):
            only(schema, {"type"})
            return " | ".join(self._type(version, {"type": each}, name) for each in types) or _FREE
        if types == "object":
            return self._object(version, schema, name)
        return self._plain(version, schema, types, name)

    def _plain(self, version: Version, schema: Json, kind: str, name: str) -> str:
        meta = {_LENGTHS[key]: schema[key] for key in _LENGTHS if key in schema}
        if "prefixItems" in schema:
            only(schema, {"type", "prefixItems", "items", *_LENGTHS})
            first: list[Any] = schema["prefixItems"]
            if not schema.get("minItems", 0) <= len(first) <= schema.get("maxItems", len(first)):
                raise Unsaid
            return f"tuple[{', '.join(self._type(version, part, name) for part in first)}]"
        if kind == "array":
            only(schema, {"type", "items", *_LENGTHS})
            item = self._item(version, schema.get("items", True), name, meta)
            return _annotated(f"list[{item}]", meta)
        if kind == "string":
            only(schema, {"type", "pattern", *_LENGTHS})
            meta |= {"pattern": literal(schema["pattern"])} if "pattern" in schema else {}
            return _annotated("str", meta)
        if kind == "integer" and {"minimum", "maximum"} & {*schema}:
            only(schema, {"type", "minimum", "maximum"})
            low, high = schema.get("minimum", "-(2**63)"), schema.get("maximum", "2**63 - 1")
            return _annotated("int", {"ge": low, "le": high})
        only(schema, {"type"})
        return "Integer" if kind == "integer" else _PLAIN[kind]

    def _item(self, version: Version, schema: Json | bool, name: str, meta: Json) -> str:
        """The type of what an array or object holds; it may hold nothing where that cannot be said."""
        try:
            return self._type(version, schema, f"{name}Item")
        except Unsaid:
            meta["max_length"] = 0
            return _FREE

    def _referred(self, version: Version, schema: Json, name: str) -> str:
        ref = schema["$ref"]
        if ref in self._within:
            raise Unsaid
        title, whole = self._resolved(version, schema, name)
        self._within.append(ref)
        try:
            return self._type(version, whole, title)
        finally:
            self._within.pop()

    def _any_of(self, version: Version, schema: Json, name: str) -> str:
        only(schema, {"anyOf"})
        branches: list[Json] = schema["anyOf"]
        if all({*branch} <= {"type"} for branch in branches):
            return " | ".join(self._type(version, branch, name) for branch in branches)
        for branch in branches:  # one of them is less than any of them
            try:
                return self._type(version, branch, name)
            except Unsaid:
                continue
        raise Unsaid

    def _object(self, version: Version, schema: Json, name: str) -> str:
        only(schema, _OF_OBJECTS)
        bare = {
            **schema,
            "required": merged(
                schema.get("required", []), schema.get("x-jupyter", {}).get("recommended", [])
            ),
        }
        cases: list[Json] = bare.pop("allOf", [])
        if cases:
            return self._by_case(version, bare, cases, name)
        if not bare["required"] and not bare.get("properties"):
            meta: Json = {}
            item = self._item(version, bare.get("additionalProperties", True), name, meta)
            return _annotated(f"dict[str, {item}]", meta)
        return self._struct(version, bare, name, None)

    def _by_case(self, version: Version, schema: Json, cases: list[Json], name: str) -> str:
        """An object of which more must hold if one of its fields has a certain value."""
        tests: list[Json] = [case.get("if", {}).get("properties", {}) for case in cases]
        key = next(iter(tests[0]), "")
        told: Json = schema.get("properties", {}).get(key, {})
        values: list[Any] = told.get("enum", told.get("x-jupyter", {}).get("open", []))
        if not all(isinstance(value, str) for value in values) or not all(key in test for test in tests):
            raise Unsaid
        free = [value for value in values if all(test[key]["const"] != value for test in tests)]
        if not values and told == {"type": "string"}:  # any value; those of the cases are not taken
            others = "|".join(re.escape(test[key]["const"]) for test in tests)
            free, told = [""], {**told, "pattern": f"^(?!(?:{others})$)"}
        elif free:
            told = {"enum": free}
        if free:  # values that ask for nothing; the others are not taken
            properties = {**schema["properties"], key: told}
            return self._struct(version, {**schema, "properties": properties}, name, None)
        types: list[str] = []
        for value in values:
            try:
                types.append(self._case(version, schema, cases, (key, value), name))
            except Unsaid:
                continue
        if not types:
            raise Unsaid
        return " | ".join(types)

    def _case(
        self, version: Version, schema: Json, cases: list[Json], tag: tuple[str, str], name: str
    ) -> str:
        """The Struct for one value of that field: all that the cases of this value ask for."""
        key, value = tag
        whole = without(schema, key)
        waiting = [*cases]
        while waiting:
            case = waiting.pop(0)
            tests: Json = case.get("if", {}).get("properties", {})
            if tests.get(key, {"const": value})["const"] != value:
                continue
            if {*tests} != {key}:
                raise Unsaid
            name, then = self._resolved(version, case["then"], name)
            waiting += then.get("allOf", [])
            own = then.get("properties", {}).get(key, {})
            if value not in own.get("enum", [own.get("const", value)]):
                raise Unsaid
            only(own, {"type", "const", "enum"})
            whole = both(whole, without({each: then[each] for each in then if each != "allOf"}, key))
        only(whole, _OF_OBJECTS - {"allOf"})
        facts: Json = whole.get("x-jupyter", {})
        if "deprecated" in facts:
            raise Unsaid
        whole["required"] = merged(whole.get("required", []), facts.get("recommended", []))
        whole["required"] = [each for each in whole["required"] if each != key]
        return self._struct(version, whole, name, tag)

    def _resolved(self, version: Version, schema: Json, name: str) -> tuple[str, Json]:
        """A schema and what it refers to in one, and the name for that."""
        if "$ref" not in schema:
            return name, schema
        id, _, fragment = schema["$ref"].partition("#")
        target: Any = self.functions.document(version, id)
        for part in fragment.split("/")[1:]:
            target = target[part]
        title = fragment.rpartition("/")[2] or title_of(version.documents[id].stem)
        rest = {key: value for key, value in schema.items() if key != "$ref"}
        return title, both(absolute(plain(target), id), rest)

    def _struct(self, version: Version, schema: Json, name: str, tag: tuple[str, str] | None) -> str:
        """The name of the Struct for an object; fields that cannot be said must be absent."""
        required: list[str] = schema["required"]
        properties: Json = schema.get("properties", {})
        taken: set[str] = set()
        fields: list[tuple[str, str, str, bool]] = []
        for wire in [*properties, *(each for each in required if each not in properties)]:
            try:
                kind = self._type(
                    version, properties.get(wire, True), name + title_of(wire.replace("/", "_"))
                )
            except Unsaid:
                if wire in required:
                    raise
                continue
            attribute = field_name(wire, taken)
            taken.add(attribute)
            fields.append((attribute, wire, kind, wire in required))
        key = (tag, *fields)
        if key not in self.emitted:
            names = {shape.name for shape in self.emitted.values()}
            wanted, count = name, 2
            while wanted in names:
                wanted, count = f"{name}_{count}", count + 1
            self.emitted[key] = Shape(wanted, tag, tuple(fields))
        return self.emitted[key].name


def _one_of(schema: Json, values: list[Any]) -> str:
    only(schema, {"type", "const", "enum", "x-jupyter"})
    if all(isinstance(value, str) for value in values) or all(type(value) is int for value in values):
        return f"Literal[{', '.join(map(literal, values))}]"
    raise Unsaid


def _annotated(kind: str, meta: Json) -> str:
    told = ", ".join(f"{key}={value}" for key, value in meta.items())
    return f"Annotated[{kind}, Meta({told})]" if told else kind


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
