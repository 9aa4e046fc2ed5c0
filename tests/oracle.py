"""The jsonschema library as the judge of the emitted validators: same value, same schema, same failing paths.

Also the mutants: what a value becomes when one thing in it goes wrong.
"""

from __future__ import annotations

import copy
import functools
from collections.abc import Iterator
from typing import Any

from jsonschema import Draft202012Validator

from jupyter_messages import Problem
from jupyter_messages.validators import CONTENTS, DOCUMENTS
from kernelwire_codegen import assets
from kernelwire_codegen.bundle import resolved
from kernelwire_codegen.load import Document, Schemas, Version, load, pointer


@functools.cache
def schemas() -> Schemas:
    """The schemas of this checkout."""
    return load(assets.folder("schemas"))


def documents() -> Iterator[tuple[str, Document]]:
    """Every document in every version: ``(version, document)``, those left out that only hold definitions."""
    for version in schemas().versions.values():
        for document in version.documents.values():
            if {"type", "$ref", "properties"} & {*document.schema}:
                yield version.name, document


@functools.cache
def judge(version: str, name: str) -> Draft202012Validator:
    """The jsonschema validator of one document in one version."""
    return Draft202012Validator(resolved(schemas().versions[version], name))


def failing(version: str, name: str, value: Any) -> set[str]:
    """The paths at which jsonschema finds ``value`` wrong."""
    return {pointer(tuple(error.absolute_path)) for error in judge(version, name).iter_errors(value)}


def pointers(version: Version, name: str, value: Any) -> set[str]:
    """As `failing`, for a version of any schemas."""
    judge = Draft202012Validator(resolved(version, name))
    return {pointer(tuple(error.absolute_path)) for error in judge.iter_errors(value)}


def found(version: str, name: str, value: Any) -> set[str]:
    """The paths at which the emitted validator finds ``value`` wrong."""
    validator = CONTENTS[version].get(name) or DOCUMENTS[version][name]
    problems: list[Problem] = []
    validator(value, "", problems)
    return {problem.path for problem in problems if problem.severity == "error"}


_VALUES: tuple[Any, ...] = (
    None,
    True,
    0,
    -1,
    1.0,
    1.5,
    2**70,
    "",
    "ok",
    "error",
    "aborted",
    "\ud800",
    [],
    [None],
    ["x"],
    {},
    {"": 0},
)


def mutants(value: Any) -> Iterator[Any]:
    """``value`` with one thing changed: each field dropped, renamed, retyped, null, out of its enum, or one
    too many.
    """
    yield from _VALUES
    for path in _paths(value):
        parent = _at(value, path[:-1])
        if isinstance(parent, dict):
            yield _edited(value, path, "drop")
            yield _edited(value, path, "rename")
        for other in _VALUES:
            yield _edited(value, path, "set", other)
        if isinstance(_at(value, path), (dict, list)):
            yield _edited(value, path, "more")


def _paths(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in items:
        yield (*path, key)
        yield from _paths(item, (*path, key))


def _at(value: Any, path: tuple[Any, ...]) -> Any:
    for key in path:
        value = value[key]
    return value


def _edited(value: Any, path: tuple[Any, ...], how: str, other: Any = None) -> Any:
    changed = copy.deepcopy(value)
    parent, key = _at(changed, path[:-1]), path[-1]
    if how == "drop":
        del parent[key]
    elif how == "rename":
        parent[f"{key}~/x"] = parent.pop(key)
    elif how == "set":
        parent[key] = copy.deepcopy(other)
    elif isinstance(parent[key], dict):
        parent[key]["an/extra~field"] = [{}]
    else:
        parent[key].append({"more": None})
    return changed
