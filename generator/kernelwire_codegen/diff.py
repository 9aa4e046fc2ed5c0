"""What changed between two versions of the protocol, in plain words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kernelwire_codegen.load import Document, Json, Version


def difference(old: Version, new: Version) -> list[str]:
    """Lines, one a change: types first, then fields, as ``stream.text: …``; one line if nothing changed."""
    lines: list[str] = []
    for id in [*old.documents, *(id for id in new.documents if id not in old.documents)]:
        before, after = old.documents.get(id), new.documents.get(id)
        if before is None and after is not None:
            lines.append(f"{_kind(after)} {after.stem}: added. {after.schema.get('description', '')}")
        elif after is None and before is not None:
            lines.append(f"{_kind(before)} {before.stem}: removed")
        elif before is not None and after is not None and before.schema != after.schema:
            lines += [f"{_kind(after)} {after.stem}{line}" for line in _changes(before.schema, after.schema)]
    return lines or [f"{old.name} and {new.name} say the same"]


def _kind(document: Document) -> str:
    return "message" if document.is_message else "document"


def _changes(old: Json, new: Json, required: bool = False) -> Iterator[str]:
    """What changed in one schema: ``": …"`` for itself, ``".field: …"`` for its parts."""
    yield from _facts(old, new, required)
    for group, sign in (("properties", "."), ("$defs", " / ")):
        before, after = old.get(group, {}), new.get(group, {})
        for name in [*before, *(name for name in after if name not in before)]:
            if name not in before:
                yield f"{sign}{name}: added{_need(new, name, group)}. {after[name].get('description', '')}"
            elif name not in after:
                yield f"{sign}{name}: removed"
            else:
                need = group == "properties" and name in new.get("required", [])
                yield from (f"{sign}{name}{line}" for line in _changes(before[name], after[name], need))
    for name in new.get("required", []):
        if name not in old.get("required", []) and name in old.get("properties", {}):
            yield f".{name}: now required"
    for name in old.get("required", []):
        if name not in new.get("required", []) and name in new.get("properties", {}):
            yield f".{name}: no longer required"


def _need(schema: Json, name: str, group: str) -> str:
    if group != "properties":
        return ""
    return ", required" if name in schema.get("required", []) else ", optional"


def _facts(old: Json, new: Json, required: bool) -> Iterator[str]:
    before, after = old.get("x-jupyter", {}), new.get("x-jupyter", {})
    deprecated = after.get("deprecated")
    if deprecated != before.get("deprecated"):
        on = f" on {' and '.join(deprecated['channels'])}" if isinstance(deprecated, dict) else ""
        yield f": deprecated{on}" if deprecated else ": no longer deprecated"
    for key, word in (
        ("channels", "travels on"),
        ("sender", "is sent by"),
        ("recommended", "recommends"),
        ("open", "knows"),
    ):
        if before.get(key) != after.get(key):
            yield f": now {word} {_list(after.get(key))} (was {_list(before.get(key))})"
    for key in (
        "type",
        "enum",
        "const",
        "pattern",
        "minimum",
        "maximum",
        "default",
        "$ref",
        "items",
        "anyOf",
        "allOf",
    ):
        if key == "default" and required:
            continue  # of a required field it is what a tolerant reader takes, no word of the protocol
        if old.get(key) != new.get(key):
            yield f": {key} is now {new.get(key, 'not said')!r} (was {old.get(key, 'not said')!r})"
    if old.get("description") != new.get("description"):
        yield f": now means: {new.get('description')}"


def _list(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return "nothing" if value is None else str(value)
