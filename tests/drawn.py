"""Values that the schemas themselves generate (hypothesis-jsonschema), and contents built from the emitted
classes.
"""

from __future__ import annotations

import dataclasses
import functools
import types
import typing
from typing import Any, Literal

import hypothesis
from hypothesis import strategies as st
from hypothesis_jsonschema import from_schema

from kernelwire_codegen.bundle import final_document
from kernelwire_codegen.load import Json, Version
from tests import oracle

JSON = from_schema({})
_SILENT = ("$schema", "$id", "$defs", "title", "description", "examples", "default", "x-jupyter")
_TOLD = ("patternProperties", "contentEncoding")  # they judge nothing
_WEAK = {"pattern", "minimum", "maximum", "minLength", "minItems", "prefixItems", "anyOf", "allOf"}
"""What no type of Python tells."""


def values(version: str, name: str, count: int, seed: int) -> list[Any]:
    """About ``count`` values for a document: half of them legal, the others near it or anything."""
    anything: Json = {field: {} for field in inlined(version, name).get("properties", {})}
    near = from_schema({"type": "object", "properties": anything})
    return sample(st.one_of(*[legal(version, name)] * 2, near, JSON), count, seed)


def legal(version: str, name: str) -> st.SearchStrategy[Any]:
    """What a document allows."""
    return from_schema(inlined(version, name))


def sample(strategy: st.SearchStrategy[Any], count: int, seed: int) -> list[Any]:
    """Values of a strategy, the same for the same seed."""
    found: list[Any] = []

    @hypothesis.seed(seed)
    @hypothesis.settings(
        max_examples=count,
        database=None,
        deadline=None,
        phases=[hypothesis.Phase.generate],
        suppress_health_check=[*hypothesis.HealthCheck],
    )
    @hypothesis.given(strategy)
    def keep(value: Any) -> None:
        found.append(value)

    keep()
    return found


@functools.cache
def inlined(version: str, name: str) -> Json:
    """The schema of a document as hypothesis-jsonschema can read it: Draft 7, without references."""
    whole = oracle.schemas().versions[version]
    document = next(each for each in whole.documents.values() if each.stem == name)
    result: Json = _inlined(whole, {"$ref": document.id}, document.id)
    return {**result, "$schema": "http://json-schema.org/draft-07/schema#"}


def _inlined(version: Version, part: Any, base: str) -> Any:
    if isinstance(part, list):
        return [_inlined(version, item, base) for item in part]
    if not isinstance(part, dict):
        return part
    result: Json = {}
    both: list[Any] = [_inlined(version, item, base) for item in part.get("allOf", [])]
    for key, item in part.items():
        if key == "$ref":
            target, _, fragment = item.partition("#")
            found: Any = final_document(version, version.documents[target or base])
            for step in fragment.split("/")[1:]:
                found = found[step]
            both.append(_inlined(version, found, target or base))
        elif key == "properties":
            result[key] = {field: _inlined(version, each, base) for field, each in item.items()}
        elif key == "prefixItems":
            result["items"] = _inlined(version, item, base)
        elif key in ("const", "enum"):
            result[key] = item
        elif key not in (*_SILENT, *_TOLD, "allOf") and not (key == "items" and "prefixItems" in part):
            result[key] = _inlined(version, item, base)
    if not result and len(both) == 1:
        return both[0]
    return {**result, "allOf": both} if both else result


def built(cls: type[Any], schema: Json, version: str, base: str) -> st.SearchStrategy[Any]:
    """Instances of an emitted class, built by its constructor from values of its fields' types; where a type
    is weaker than the schema (patterns, bounds, alternatives), from values of the schema.
    """
    whole = oracle.schemas().versions[version]
    hints = typing.get_type_hints(cls, vars(__import__(cls.__module__, fromlist=["x"])))
    fields: dict[str, st.SearchStrategy[Any]] = {}
    for field in dataclasses.fields(cls):
        if field.name in ("extra", "sent"):
            continue
        hint = hints[field.name]
        part = schema.get("properties", {}).get(field.name, {})
        told = _inlined(whole, part, base)
        weak = _keywords(told) & _WEAK and not _classes(hint)
        fields[field.name] = (
            (st.none() | from_schema(told) if type(None) in typing.get_args(hint) else from_schema(told))
            if weak
            else _of(hint)
        )
    return st.builds(cls, **fields)


def _keywords(part: Any) -> set[str]:
    if isinstance(part, dict):
        return {*part}.union(*map(_keywords, part.values()))
    return set[str]().union(*map(_keywords, part)) if isinstance(part, list) else set()


def _classes(hint: Any) -> list[type[Any]]:
    """The emitted classes in a type."""
    if dataclasses.is_dataclass(hint):
        return [typing.cast("type[Any]", hint)]
    return [cls for each in typing.get_args(hint) for cls in _classes(each)]


def _of(hint: Any) -> st.SearchStrategy[Any]:
    """Values of a field's type."""
    origin, inner = typing.get_origin(hint), typing.get_args(hint)
    if hint is Any:
        return JSON
    if origin is Literal:
        return st.sampled_from(inner)
    if origin in (typing.Union, types.UnionType):
        return st.one_of(*map(_of, inner))
    if origin is list:
        return st.lists(_of(inner[0]), max_size=3)
    if origin is dict:
        return st.dictionaries(st.text(max_size=5), _of(inner[1]), max_size=3)
    if dataclasses.is_dataclass(hint):
        cls = typing.cast("type[Any]", hint)
        document, schema = oracle.titled(cls.__name__)
        return built(cls, schema, oracle.schemas().newest.name, document.id)
    return st.from_type(hint)
