"""The schemas within a schema, and what they refer to. No versions, no files."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any


def parts(schema: Any) -> Iterator[tuple[tuple[str | int, ...], Any]]:
    """The schemas right inside a schema, with the paths to them."""
    for key in ("properties", "patternProperties", "$defs"):
        for name, part in schema.get(key, {}).items():
            yield (key, name), part
    for key in ("items", "additionalProperties", "then"):
        if key in schema:
            yield (key,), schema[key]
    for key in ("prefixItems", "anyOf", "allOf"):
        for index, part in enumerate(schema.get(key, [])):
            yield (key, index), part


def references(schema: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Every ``$ref`` in a schema, with the path to it."""
    if "$ref" in schema:
        yield (*path, "$ref"), schema["$ref"]
    for where, part in parts(schema):
        yield from references(part, (*path, *where))


def absolute(schema: dict[str, Any], id: str) -> dict[str, Any]:
    """``schema`` with each ``$ref`` into its own document spelled with the document's ``$id``: it means the
    same wherever the schema is put.
    """
    changed: dict[Any, Any] = dict(schema)
    if "$ref" in changed and changed["$ref"][:1] in ("", "#"):
        changed["$ref"] = id + changed["$ref"]
    for (key, *inside), part in parts(schema):
        if not inside:
            changed[key] = absolute(part, id)
            continue
        if changed[key] is schema[str(key)]:
            changed[key] = changed[key].copy()
        changed[key][inside[0]] = absolute(part, id)
    return changed
