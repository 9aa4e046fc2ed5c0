"""The jsonschema library as the judge of the emitted validators: of the same value, by the same schema, the
same paths fail, by the same keywords.

What the values are is not decided here but in `tests.spoil` and `tests.campaign`.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator
from typing import Any, TypeAlias

from jsonschema import Draft202012Validator
from referencing import Registry

from jupyter_messages import Problem, validate
from jupyter_messages.validators import CONTENTS, DOCUMENTS
from kernelwire_codegen import assets
from kernelwire_codegen.bundle import bundle, resolved
from kernelwire_codegen.load import Document, Json, Schemas, Version, load, pointer


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


WHOLE = "bundle"
"""Stands for the one schema of a version that judges whole messages, content and all."""


@functools.cache
def judge(version: str, name: str) -> Draft202012Validator:
    """The jsonschema validator of one document, or of `WHOLE` messages, in one version."""
    whole = schemas().versions[version]
    return validator(bundle(whole) if name == WHOLE else resolved(whole, name))


def validator(schema: Json) -> Draft202012Validator:
    """The jsonschema validator of a schema that stands alone.

    It is told where the embedded documents are: else it looks through the whole schema for each ``$ref`` of
    each value, and takes five times as long.
    """
    known = Registry[Any]().with_contents((each["$id"], each) for each in _identified(schema))
    return Draft202012Validator(schema, registry=known.crawl())


def _identified(schema: Json) -> Iterator[Json]:
    yield schema
    yield from (part for part in schema.get("$defs", {}).values() if "$id" in part)


Failure: TypeAlias = tuple[str, str]
"""A path, and the keyword of the schema that fails there."""


def failing(version: str, name: str, value: Any) -> set[Failure]:
    """Where jsonschema finds ``value`` wrong, and by which keywords."""
    return _failures(judge(version, name), value)


def failing_by(version: Version, name: str, value: Any) -> set[Failure]:
    """As `failing`, for a version of any schemas."""
    return _failures(Draft202012Validator(resolved(version, name)), value)


def _failures(judge: Draft202012Validator, value: Any) -> set[Failure]:
    every = {
        (pointer(tuple(error.absolute_path)), str(error.validator)) for error in judge.iter_errors(value)
    }
    # What is of another type is just that for us; jsonschema still compares an infinity with a maximum.
    return {(path, rule) for path, rule in every if rule == "type" or (path, "type") not in every}


def told(problems: Iterable[Problem]) -> set[Failure]:
    """The same of what our validators found."""
    return {(problem.path, problem.rule) for problem in problems if problem.severity == "error"}


def found(version: str, name: str, value: Any) -> set[Failure]:
    """Where the emitted validator finds ``value`` wrong, and by which keywords."""
    problems: list[Problem] = []
    if name == WHOLE:
        problems = validate(value, version=version)
    else:
        (CONTENTS[version].get(name) or DOCUMENTS[version][name])(value, "", problems)
    return told(problems)


def titled(title: str) -> tuple[Document, Json]:
    """The newest schema that a class is emitted from, and the document that it stands in."""
    for document in schemas().newest.documents.values():
        for part in (document.schema, *document.schema.get("$defs", {}).values()):
            if part.get("title") == title:
                return document, part
    raise KeyError(title)
