"""What changed between two versions of the protocol, in plain words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kernelwire_codegen.load import Document, Json, Version
from kernelwire_codegen.model import extended

_TOLD = {"properties", "$defs", "required", "x-jupyter", "description", "examples"}
"""Keywords that have words of their own, or none: what an example is says the rest of the schema."""


def difference(old: Version, new: Version) -> list[str]:
    """Lines, one a change: types first, then fields, as ``stream.text: …``; one line if nothing changed."""
    lines: list[str] = []
    for id, document in {**old.documents, **new.documents}.items():
        what = f"{'message' if document.is_message else 'document'} {document.stem}"
        if id not in old.documents:
            lines.append(f"{what}: added. {document.schema['description']}")
        elif id not in new.documents:
            lines.append(f"{what}: removed")
        else:
            once, now = _whole(old, old.documents[id]), _whole(new, document)
            lines += [f"{what}{line}" for line in _changes(once, now)]
    return lines or [f"{old.name} and {new.name} say the same"]


def _whole(version: Version, document: Document) -> Json:
    """A document's schema with the fields that its root ``$ref`` leads to: they are its own as well."""
    return {**document.schema, **extended(version, document, document.schema)}


def _changes(old: Json, new: Json, required: bool = False) -> Iterator[str]:
    """What changed in one schema: ``": …"`` for itself, ``".field: …"`` for its parts."""
    yield from _facts(old, new, required)
    once, now = old.get("required", []), new.get("required", [])
    for group, sign in (("properties", "."), ("$defs", " / ")):
        before, after = old.get(group, {}), new.get(group, {})
        for name in {**before, **after}:
            need = group == "properties" and name in now
            if name not in before:
                how = ", required" if need else ", optional" if group == "properties" else ""
                yield f"{sign}{name}: added{how}. {after[name]['description']}"
            elif name not in after:
                yield f"{sign}{name}: removed"
            else:
                yield from (f"{sign}{name}{line}" for line in _changes(before[name], after[name], need))
    fields = {*old.get("properties", {})} & {*new.get("properties", {})}
    yield from (f".{name}: now required" for name in now if name in fields and name not in once)
    yield from (f".{name}: no longer required" for name in once if name in fields and name not in now)


def _facts(old: Json, new: Json, required: bool) -> Iterator[str]:
    before, after = old.get("x-jupyter", {}), new.get("x-jupyter", {})
    deprecated = after.get("deprecated")
    if deprecated != before.get("deprecated"):
        on = f" on {' and '.join(deprecated['channels'])}" if isinstance(deprecated, dict) else ""
        yield f": deprecated{on}" if deprecated else ": no longer deprecated"
    for key, word in (
        ("channels", "travels on"),
        ("sender", "is sent by"),
        ("answers", "answers"),
        ("always", "always carries"),
        ("recommended", "recommends"),
        ("open", "knows"),
    ):
        if before.get(key) != after.get(key):
            yield f": now {word} {_list(after.get(key))} (was {_list(before.get(key))})"
    for key in {**old, **new}:
        if key == "default" and required:
            continue  # of a required field it is what a tolerant reader takes, no word of the protocol
        if key not in _TOLD and old.get(key) != new.get(key):
            yield f": {key} is now {new.get(key, 'not said')!r} (was {old.get(key, 'not said')!r})"
    if old.get("description") != new.get("description"):
        yield f": now means: {new.get('description')}"


def _list(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return "nothing" if value is None else str(value)
