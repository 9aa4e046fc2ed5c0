"""Read the schema folders, lay the versions over each other, and refuse what is not right.

A later folder holds what its version added or changed: a new document, or a JSON Merge Patch (RFC 7396) for
one that was there before. What comes out is complete per version and checked: every document conforms to
2020-12 and to ``vocabulary.json``, every ``$ref`` leads somewhere. No Python decisions here.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, cast

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError, best_match
from referencing import Registry, Resource

from kernelwire_codegen.errors import SchemaError
from kernelwire_codegen.files import File, Folder, folders, number
from kernelwire_codegen.names import title_of
from kernelwire_codegen.protocols import check_facts
from kernelwire_codegen.within import absolute, references

Json = dict[str, Any]

_MAX_CHAIN = 100
"""References that lead to one another. Ours are 4; some hundreds exhaust the interpreter's stack later on."""

_OF_THE_SAME = {"$ref", "anyOf", "allOf", "then"}
"""Keywords whose schemas judge the very value that the schema around them judges."""


@dataclass(frozen=True)
class Document:
    """One schema document as a version sees it: the merged ``schema``, and the files it was merged from,
    oldest first.
    """

    id: str
    stem: str
    schema: Json
    files: tuple[File, ...]
    root: int

    @property
    def is_message(self) -> bool:
        """Whether it describes a message type (its file name is the ``msg_type``)."""
        return "channels" in self.schema.get("x-jupyter", {})

    def error(self, path: tuple[str | int, ...], problem: str) -> SchemaError:
        """An error at ``path`` of the merged schema, naming the newest file that holds that place. Where a
        newer one made an item of a list wrong, it is there that a list of its own is to be given.
        """
        depths = [_depth(file.data, path) for file in self.files]
        deepest = max(depths)
        newest = max(index for index, depth in enumerate(depths) if depth == deepest)
        if path and isinstance(path[-1], int) and newest < len(self.files) - 1:
            problem += f"; give a new {path[-2]!r} in {self.files[-1].shown}"
        return SchemaError(self.files[newest].shown, pointer(path), problem)


@dataclass(frozen=True)
class Version:
    """One version of the protocol, complete: its documents by ``$id``."""

    name: str
    status: str
    reply_shapes: dict[str, str]
    documents: dict[str, Document]

    def messages(self) -> dict[str, Document]:
        """The message types, by ``msg_type``."""
        return {doc.stem: doc for doc in self.documents.values() if doc.is_message}

    def lookup(self, ref: str, base: str) -> tuple[Document, Json]:
        """The document and the schema that ``ref`` (as written in the document ``base``) points to; KeyError
        if none.
        """
        target, _, fragment = ref.partition("#")
        document = self.documents[target or base]
        schema: Any = document.schema
        for part in fragment.split("/")[1:]:
            schema = schema[part]
        return document, schema


@dataclass(frozen=True)
class Schemas:
    """All versions, oldest first. ``own`` is the index of the root whose documents are to be emitted (the
    last).
    """

    versions: dict[str, Version]
    own: int

    @property
    def final(self) -> Version:
        """The newest version that is not a draft."""
        return [version for version in self.versions.values() if version.status == "final"][-1]

    @property
    def newest(self) -> Version:
        """The newest version, drafts included."""
        return list(self.versions.values())[-1]


def load(*roots: Path) -> Schemas:
    """Load one or more schema roots; later roots see the documents of earlier ones. Raises SchemaError."""
    vocabulary = json.loads((roots[0] / "vocabulary.json").read_text(encoding="utf-8"))
    judge = Draft202012Validator(
        vocabulary,
        registry=Registry[Any]().with_resource(vocabulary["$id"], Resource.from_contents(vocabulary)),
    )
    by_version: dict[str, list[tuple[int, Folder]]] = {}
    oldest = ""
    for index, root in enumerate(roots):
        for folder in folders(root, oldest or "5.0"):
            if index and folder.version not in by_version:
                problem = (
                    f"there is no version {folder.version} of the protocol; there are {', '.join(by_version)}"
                )
                raise SchemaError(root / f"v{folder.version}", "", problem)
            by_version.setdefault(folder.version, []).append((index, folder))
        oldest = oldest or min(by_version, key=number)
    versions: dict[str, Version] = {}
    previous: Version | None = None
    for name in sorted(by_version, key=number):
        version = _overlay(name, by_version[name], previous)
        _check_documents(version, previous, judge)
        _check_shapes(version, [folder.protocol for _, folder in by_version[name] if folder.protocol])
        versions[name] = previous = version
    return Schemas(versions, own=len(roots) - 1)


def pointer(path: tuple[str | int, ...]) -> str:
    """A JSON pointer (RFC 6901)."""
    return "".join("/" + str(part).replace("~", "~0").replace("/", "~1") for part in path)


def merge(target: Any, patch: Any) -> Any:
    """``patch`` applied to ``target`` (RFC 7396); neither is changed."""
    if not isinstance(patch, dict):
        return patch
    result = dict(target) if isinstance(target, dict) else {}
    for key, value in patch.items():
        if value is None:
            result.pop(key, None)
        else:
            result[key] = merge(result.get(key), value)
    return result


def _depth(data: Any, path: tuple[str | int, ...]) -> int:
    """How far ``path`` can be followed into ``data``."""
    for depth, part in enumerate(path):
        try:
            data = data[part]
        except (KeyError, IndexError, TypeError):
            return depth
    return len(path)


def _overlay(name: str, layers: list[tuple[int, Folder]], before: Version | None) -> Version:
    documents = dict(before.documents) if before else {}
    facts: Json = {"reply_shapes": before.reply_shapes if before else {}}
    told = [(root, folder.protocol) for root, folder in layers if folder.protocol]
    if not told:
        missing = f"{layers[0][1].shown}/protocol.json"
        raise SchemaError(missing, "", f"is missing: it tells the status of version {name}, which is new")
    for root, protocol in told:
        check_facts(protocol, name, facts.get("status") if root else None)
        facts.update(protocol.data)
        for index, gone in enumerate(protocol.data.get("removes", [])):
            if gone not in documents:
                raise SchemaError(protocol.shown, f"/removes/{index}", f"no document {gone!r} to remove")
            if documents[gone].root != root:
                problem = f"{gone!r} is not of this folder: it stays"
                raise SchemaError(protocol.shown, f"/removes/{index}", problem)
            del documents[gone]
    for root, folder in layers:
        for file in folder.documents:
            data = _filled(file) if root else file.data
            id = str(data.get("$id", ""))
            namespace = id.rpartition(":")[0]
            if not namespace.startswith("urn:"):
                namespace = "urn:own" if root else "urn:kernelwire"
            if id != f"{namespace}:{file.stem}":
                problem = "must be a urn that ends in the file's name:" if id else "is missing; write"
                raise SchemaError(file.shown, "/$id", f"{problem} '{namespace}:{file.stem}'")
            old = documents.get(id)
            if old and old.root != root:
                raise SchemaError(
                    file.shown, "/$id", f"is taken by {old.files[0].shown}; use a namespace of your own"
                )
            schema = merge(old.schema, data) if old else data
            files = (*old.files, file) if old else (file,)
            documents[id] = Document(id, file.stem, schema, files, root)
    return Version(name, facts["status"], facts["reply_shapes"], documents)


def _check_shapes(version: Version, told: list[File]) -> None:
    """The shapes of replies are classes, also where an earlier version named them."""
    said = [protocol for protocol in told if "reply_shapes" in protocol.data] or told
    for status, ref in version.reply_shapes.items():
        place = said[-1].shown, pointer(("reply_shapes", status))
        try:
            target = version.lookup(ref, "")[1]
        except (KeyError, TypeError):
            raise SchemaError(*place, f"{ref!r} leads nowhere in version {version.name}") from None
        if "title" not in target:
            raise SchemaError(*place, f"{ref!r} must lead to an object with a 'title', which is its class")


def _filled(file: File) -> Json:
    """What follows from the name of the file, and need not be said of message types of one's own."""
    if not re.fullmatch("[a-z][a-z0-9_]*", file.stem):
        problem = "a file is called after its message type or document: a to z, digits and _"
        raise SchemaError(file.shown, "", problem)
    data: Json = {"$id": f"urn:own:{file.stem}", **file.data}
    facts: Any = data.get("x-jupyter")
    if isinstance(facts, dict) and "channels" in facts:
        data.setdefault("title", title_of(file.stem))
    return data


def _check_documents(version: Version, before: Version | None, judge: Draft202012Validator) -> None:
    stems: dict[str, Document] = {}
    documents = version.documents
    for id, document in documents.items():
        other = stems.setdefault(document.stem, document)
        if other is not document:
            raise document.error(("$id",), f"the name {document.stem!r} is taken by {other.files[0].shown}")
        if not before or before.documents.get(id) is not document:
            if error := best_match(judge.iter_errors(document.schema)):
                raise document.error(tuple(error.absolute_path), _said(error))
            if "description" not in document.schema:
                raise document.error((), "lacks a description")
            documents[id] = replace(document, schema=absolute(document.schema, id))
    for document in documents.values():
        for path, ref in references(document.schema):
            try:
                version.lookup(ref, document.id)
            except KeyError:
                raise document.error(path, f"{ref!r} leads nowhere in version {version.name}") from None
    tall: dict[str, int] = {}
    for document in documents.values():
        _height(version, document, document.schema, (document.id,), tall)
        for name, part in document.schema.get("$defs", {}).items():
            _height(version, document, part, (f"{document.id}#/$defs/{name}",), tall)


def _height(
    version: Version, document: Document, schema: Json, way: tuple[str, ...], tall: dict[str, int]
) -> int:
    """How many references lead on from ``schema``, one after another. A class may hold itself, in a field or
    an item; what is no class may not, and nothing may be judged by itself.

    ``way`` leads here, and begins with where it came from; ``tall`` says of a reference how many it leads
    through, itself included, and is filled on the way.
    """
    most = 0
    for path, ref in references(schema):
        target = version.lookup(ref, document.id)[1]
        if "title" not in target or {part for part in path if isinstance(part, str)} <= _OF_THE_SAME:
            if ref in way:
                raise document.error((), f"{ref!r} leads back to itself")
            if len(way) + tall.get(ref, 1) > _MAX_CHAIN + 1:
                raise document.error((), f"leads on through more than {_MAX_CHAIN} references")
            if ref not in tall:
                tall[ref] = 1 + _height(version, document, target, (*way, ref), tall)
            most = max(most, tall[ref])
    return most


def _said(error: ValidationError) -> str:
    """What is wrong with a schema, in words for who wrote it."""
    instance = cast(Json, error.instance)
    if error.validator == "additionalProperties":
        schema = cast(Json, error.schema)
        odd = ", ".join(repr(name) for name in instance if name not in schema["properties"])
        return f"{odd}: not understood by the generator; schemas/vocabulary.json lists and explains what is"
    if error.validator == "required":
        lacking = [name for name in cast(list[str], error.validator_value) if name not in instance]
        return f"lacks {', '.join(map(repr, lacking))}"
    if error.validator is None:
        return "cannot stand beside patternProperties, which judge nothing: whom would it spare?"
    # What is told of a field that is called so is an object.
    if [*error.absolute_path][-1:] == ["type"] and not isinstance(error.instance, dict):
        return f"{error.instance!r} is no JSON type: array, boolean, integer, null, number, object or string"
    return error.message
