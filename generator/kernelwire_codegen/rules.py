"""What a set of schemas must hold beyond ``vocabulary.json``: examples that conform, ``since`` that is true,
names that exist.
"""

from __future__ import annotations

import re
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError, best_match
from referencing import Registry
from referencing.jsonschema import DRAFT202012

from kernelwire_codegen.bundle import resolved
from kernelwire_codegen.errors import SchemaError
from kernelwire_codegen.load import Document, Json, Schemas, Version
from kernelwire_codegen.within import parts


def check(schemas: Schemas) -> None:
    """Raises SchemaError at the first rule that is broken."""
    if not any(doc.is_message and doc.root == schemas.own for doc in schemas.newest.documents.values()):
        own = [doc for doc in schemas.newest.documents.values() if doc.root == schemas.own]
        problem = "describes no message type, nor does any other: one has 'channels' under x-jupyter"
        raise own[-1].error((), problem) if own else SchemaError("protocol.json", "", problem)
    before: dict[str, Document] = {}
    for version in schemas.versions.values():
        all_of_it = [(id, DRAFT202012.create_resource(doc.schema)) for id, doc in version.documents.items()]
        registry = Registry[Any]().with_resources(all_of_it)
        for id, document in version.documents.items():
            if before.get(id) is not document:
                _check_since(version, document, before.get(id))
                _check_names(version, document)
                _check_values(registry, document, document.schema, ())
                _check_extended(version, document, document.schema, ())
                _check_examples(version, document)
        _check_answers(version)
        before = version.documents


def _check_since(version: Version, document: Document, before: Document | None) -> None:
    """What a version adds says so: ``since`` of a document or definition always, of a field unless it is as
    old as its home. What was there before says what it said.
    """
    for path, schema, is_field in _dated(document.schema, ()):
        said = schema.get("x-jupyter", {}).get("since")
        place = (*path, "x-jupyter", "since") if said else path
        was = _at(before.schema, path) if before else None
        if was is not None:
            if said != (once := was.get("x-jupyter", {}).get("since")):
                problem = f"was there before {version.name}, and its x-jupyter.since {_says(once)}; keep that"
                raise document.error(place, problem)
            continue
        young = not is_field or (before is not None and _at(before.schema, path[:-2]) is not None)
        if said is None and (document.root or not young):
            continue
        if said != version.name:
            problem = (
                f"is new in {version.name}, but its x-jupyter.since {_says(said)}; "
                f'write "since": "{version.name}"{", or leave it out" if document.root else ""}'
            )
            raise document.error(place, problem)


def _says(since: str | None) -> str:
    return "says nothing" if since is None else f"says {since}"


def _dated(schema: Json, path: tuple[str | int, ...]) -> list[tuple[tuple[str | int, ...], Any, bool]]:
    """The parts of a document that have an age: itself, its definitions, and the fields of both."""
    found: list[tuple[tuple[str | int, ...], Any, bool]] = [(path, schema, False)]
    for name, part in schema.get("properties", {}).items():
        found.append(((*path, "properties", name), part, True))
    for name, part in schema.get("$defs", {}).items():
        found += _dated(part, (*path, "$defs", name))
    return found


def _at(schema: Any, path: tuple[str | int, ...]) -> Any:
    for part in path:
        if part not in schema:
            return None
        schema = schema[part]
    return schema


def _check_names(version: Version, document: Document) -> None:
    facts = document.schema.get("x-jupyter", {})
    if document.is_message and "sender" not in facts:
        raise document.error(("x-jupyter",), "a message type needs 'channels' and 'sender'")
    for where, part in (
        ((), document.schema),
        *((("$defs", k), v) for k, v in document.schema.get("$defs", {}).items()),
    ):
        if "$ref" in part:
            continue
        fields = part.get("properties", {})
        listed = [
            (("required",), part.get("required", [])),
            (("x-jupyter", "recommended"), _told(part, "recommended")),
        ]
        for path, names in [*listed, (("x-jupyter", "always"), _told(part, "always"))]:
            for index, name in enumerate(names):
                if name not in fields:
                    raise document.error((*where, *path, index), f"no field {name!r} in 'properties'")


def _check_answers(version: Version) -> None:
    """A reply is the only one to its request, which comes from the other side and is still there."""
    messages = version.messages()
    answered: dict[str, Document] = {}
    for document in version.documents.values():
        facts = document.schema.get("x-jupyter", {})
        if (asked := facts.get("answers")) is None:
            continue
        place = ("x-jupyter", "answers")
        if asked not in messages:
            raise document.error(place, f"no message type {asked!r} in version {version.name}")
        request = messages[asked].schema["x-jupyter"]
        if "answers" in request:
            raise document.error(place, f"{asked!r} is a reply itself; name a request")
        if (sender := request["sender"]) == facts.get("sender") != "both":
            problem = f"{asked!r} is sent by the {sender}, as is this; name a request of the other side"
            raise document.error(place, problem)
        other = answered.setdefault(asked, document)
        if other is not document:
            problem = f"{asked!r} is answered by {other.stem!r} in {version.name}; name a request of your own"
            raise document.error(place, problem)


def _check_values(
    registry: Registry[Any], document: Document, schema: Any, path: tuple[str | int, ...]
) -> None:
    """Patterns that compile, and defaults that are legal where a value may be left out, else of the field's
    type.
    """
    if "pattern" in schema:
        _check_pattern(document, schema["pattern"], (*path, "pattern"))
    for name in schema.get("patternProperties", {}):
        _check_pattern(document, name, (*path, "patternProperties", name))
    for name, part in schema.get("properties", {}).items():
        if "default" not in part:
            continue
        place = (*path, "properties", name, "default")
        errors = [*Draft202012Validator(part, registry=registry).iter_errors(part["default"])]
        if errors and name not in schema.get("required", []):
            raise document.error(place, f"{part['default']!r} is not a legal value of the field")
        if any(map(_of_another_type, errors)):
            cure = "a patch that changes the type gives a new default"
            raise document.error(place, f"{part['default']!r} is not of the field's type; {cure}")
    for where, part in parts(schema):
        _check_values(registry, document, part, (*path, *where))


def _of_another_type(error: ValidationError) -> bool:
    """Whether the value itself is of a type that does not fit; not how long it is, or what is in it."""
    values: Any = error.validator_value
    if error.validator == "anyOf":
        branches = {each.relative_schema_path[0] for each in error.context if _of_another_type(each)}
        return len(branches) == len(values)
    if error.validator == "enum":
        return type(error.instance) not in map(type, values)
    return error.validator == "type" and not error.absolute_path


def _check_extended(
    version: Version, document: Document, schema: Any, path: tuple[str | int, ...], narrowing: bool = False
) -> None:
    """What objects are narrowed to by ``allOf`` and ``then``, or extend by a ``$ref`` beside fields, is
    objects.
    """
    if "$ref" in schema and (narrowing or "properties" in schema):
        target = version.lookup(schema["$ref"], document.id)[1]
        if target.get("type") != "object":
            raise document.error((*path, "$ref"), 'must lead to a schema with "type": "object"')
    for where, part in parts(schema):
        _check_extended(version, document, part, (*path, *where), where[0] in ("allOf", "then"))


def _check_pattern(document: Document, pattern: str, path: tuple[str | int, ...]) -> None:
    try:
        re.compile(pattern)
    except re.error as error:
        raise document.error(path, f"is no regular expression: {error}") from None


def _told(schema: Json, key: str) -> list[str]:
    names: list[str] = schema.get("x-jupyter", {}).get(key, [])
    return names


def _check_examples(version: Version, document: Document) -> None:
    examples = document.schema.get("examples", [])
    if document.is_message and not examples and not document.root:
        raise document.error((), "a message type needs at least one example, under 'examples'")
    if not examples:
        return
    judge = Draft202012Validator(resolved(version, document.stem))
    for index, example in enumerate(examples):
        if error := best_match(judge.iter_errors(example)):
            where = "/".join(map(str, error.absolute_path))
            raise document.error(
                ("examples", index), f"does not conform in {version.name}, at /{where}: {error.message}"
            )
