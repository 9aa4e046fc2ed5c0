"""Resolved schemas: what a version says, in documents that stand by themselves.

``resolved`` turns a reply into its shapes by ``status`` and carries all it refers to; ``bundle`` is a whole
version as one schema for a whole message. Both are plain JSON Schema 2020-12 (embedded resources keep their
``$id``), for any validator.
"""

from __future__ import annotations

from typing import Any

from kernelwire_codegen.load import Document, Json, Version
from kernelwire_codegen.names import title_of
from kernelwire_codegen.within import references

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def shapes(version: Version, document: Document) -> dict[str, str]:
    """The shapes of a reply: ``status`` to the ``$ref`` of its schema, its own statuses first; empty if it
    has one shape.

    The file of a reply describes the shape of success; ``reply_shapes`` in protocol.json names the others. A
    reply without a ``status``, or whose own statuses include one of the others, is taken as it is written.
    """
    if not document.is_message or "answers" not in document.schema["x-jupyter"]:
        return {}
    status = _status(version, document, document.schema)
    own: list[str] = [status["const"]] if "const" in status else status.get("enum", [])
    if not own or any(value in version.reply_shapes for value in own):
        return {}
    return {**dict.fromkeys(own, f"#/$defs/{title_of(document.stem)}"), **version.reply_shapes}


def _status(version: Version, document: Document, schema: Json) -> Json:
    """The field ``status`` of an object, with what it says where the root ``$ref`` leads."""
    base = _status(version, *version.lookup(schema["$ref"], document.id)) if "$ref" in schema else {}
    return {**base, **schema.get("properties", {}).get("status", {})}


def final_document(version: Version, document: Document) -> Json:
    """The document's schema; that of a reply with several shapes is their union, told apart by ``status``."""
    schema = document.schema
    refs = shapes(version, document)
    if not refs:
        return schema
    facts: Json = schema["x-jupyter"]
    title = title_of(document.stem)
    shape = {
        key: value
        for key, value in schema.items()
        if key not in ("$schema", "$id", "$defs", "examples", "x-jupyter")
    }
    if "recommended" in facts:
        shape["x-jupyter"] = {"recommended": facts["recommended"]}
    always = {"required": facts["always"]} if "always" in facts else {}
    return {
        "$schema": _DIALECT,
        "$id": document.id,
        "title": title,
        "description": schema["description"],
        "x-jupyter": {key: value for key, value in facts.items() if key != "recommended"},
        "type": "object",
        "required": ["status"],
        "properties": {
            "status": {"description": "How the request went; it tells the shapes apart.", "enum": [*refs]}
        },
        "allOf": [
            _when("status", status, {"$ref": ref, **({} if ref.startswith("#") else always)})
            for status, ref in refs.items()
        ],
        "$defs": {**schema.get("$defs", {}), title: shape},
        "examples": schema.get("examples", []),
    }


def resolved(version: Version, name: str) -> Json:
    """The schema of one message type's content, or of one document, with all it refers to embedded. KeyError
    if unknown.
    """
    document = next((doc for doc in version.documents.values() if doc.stem == name), None)
    if document is None:
        raise KeyError(name)
    return _embed(version, final_document(version, document))


def bundle(version: Version) -> Json:
    """The whole version as one schema that judges a whole message by its ``header.msg_type``."""
    cases: list[Json] = [{"$ref": "urn:kernelwire:message"}]
    for msg_type, document in version.messages().items():
        then: Json = {"properties": {"content": {"$ref": document.id}}}
        if "answers" in document.schema["x-jupyter"]:
            then["$ref"] = "urn:kernelwire:message#/$defs/Reply"
        test: Json = {"properties": {"msg_type": {"const": msg_type}}, "required": ["msg_type"]}
        test["type"] = "object"  # else a header that is none would have every type
        cases.append({"if": {"properties": {"header": test}, "required": ["header"]}, "then": then})
    root: Json = {
        "$schema": _DIALECT,
        "$id": f"urn:kernelwire:bundle:{version.name}",
        "title": f"Jupyter message, protocol {version.name}",
        "description": f"Judges any whole message by the Jupyter protocol {version.name} ({version.status}).",
        "allOf": cases,
    }
    return _embed(version, root, everything=True)


def _when(field: str, value: str, then: Json) -> Json:
    return {"if": {"properties": {field: {"const": value}}, "required": [field]}, "then": then}


def _embed(version: Version, schema: Json, *, everything: bool = False) -> Json:
    """``schema`` with every document it reaches put under ``$defs``, each with its own ``$id``."""
    embedded: dict[str, Json] = {}
    waiting: list[Any] = [schema]
    if everything:
        waiting.extend({"$ref": id} for id in version.documents)
    while waiting:
        for _, ref in references(waiting.pop()):
            target = ref.partition("#")[0]
            if target and target != schema.get("$id") and target not in embedded:
                embedded[target] = final_document(version, version.documents[target])
                waiting.append(embedded[target])
    by_stem = {version.documents[id].stem: embedded[id] for id in version.documents if id in embedded}
    return {**schema, "$defs": {**schema.get("$defs", {}), **by_stem}} if by_stem else schema
