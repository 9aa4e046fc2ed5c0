"""What the template of the fast readers is given: the message classes once more, as msgspec is told of them.

The readers are a package of their own (`FAST`), for ours alone: message types of one's own are read by
their converters, as ours are wherever a fast reader declines.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from kernelwire_codegen.checks import literal
from kernelwire_codegen.contexts import Split, mentions, newest
from kernelwire_codegen.load import Json
from kernelwire_codegen.merging import merged
from kernelwire_codegen.model import Class, Field, Model

FAST = "jupyter_messages_msgspec"
"""The name of the package."""

_PLAIN = {
    **{"string": ["str"], "boolean": ["bool"], "integer": ["int"], "null": ["None"]},
    **{"object": ["dict[str, Any]"], "array": ["list[Any]"]},
}


def context(model: Model) -> Json:
    """The classes, what they refer to first, and the message types that are read as them."""
    classes = {cls.name: cls for cls in Split.of(model).messages}
    ordered: dict[str, Json] = {}
    for cls in classes.values():
        _add(cls, classes, ordered)
    rows = {row.name: ordered[row.cls] for row in newest(model) if row.cls in ordered}
    roots = ["Header", *(told["cls"].name for told in rows.values())]
    used = {name for root in roots for name in _reach(root, classes)}
    every = [told for name, told in ordered.items() if name in used]
    return {"classes": every, "messages": rows, "header": ordered["Header"]}


def _reach(name: str, classes: dict[str, Class]) -> list[str]:
    return [name, *(each for inner in mentions(classes[name]) for each in _reach(inner, classes))]


def _add(
    cls: Class, classes: dict[str, Class], ordered: dict[str, Json], within: tuple[str, ...] = ()
) -> None:
    """Tell of a class, after those that it refers to.

    Not at all if msgspec would take more than it holds, if there may be deep values where no name leads, or
    if it may hold itself.
    """
    within = (*within, cls.name)
    for name in mentions(cls):
        if name not in ordered and name not in within:
            _add(classes[name], classes, ordered, within)
    if not all(name in ordered for name in mentions(cls)):
        return
    fields = {field.wire: _told(field) for field in cls.fields}
    nesting = _nesting(cls, ordered)
    if nesting is not None and all(field["type"] for field in fields.values()):
        nested = [f"{'[' * place.count('.')}raw.{place}{']' * place.count('.')}" for place in nesting]
        in_order = sorted(fields.items(), key=lambda item: item[1]["unset"])
        ordered[cls.name] = {
            "cls": cls,
            "fields": fields,
            "in_order": in_order,
            "places": nesting,
            "nested": nested,
        }


def _told(field: Field) -> Json:
    """A field's type to msgspec, empty if there is none, and whether it may be absent there.

    What Python reads as an instance must be there: the instance that an absent one reads as is made of JSON.
    """
    types = _types(field.kind.schema)
    made = field.kind.read != "{v}"
    unset = field.optional or not (field.required or made)
    if types and field.optional:
        types = merged(types, ["None"])
    if types and unset:
        types = [*types, "msgspec.UnsetType"]
    return {"field": field, "unset": unset, "type": " | ".join(types)}


def _types(schema: Json) -> list[str]:
    """Types of the values that the test of a `Kind` lets pass, not one more; none where that cannot be."""
    if not schema:
        return ["Any"]
    if "$ref" in schema:
        return ["_" + schema["$ref"].rpartition("/")[2]]
    if "enum" in schema:
        return [f"Literal[{', '.join(map(literal, schema['enum']))}]"]
    if "anyOf" in schema:
        branches = [_types(branch) for branch in schema["anyOf"]]
        return [name for names in branches for name in names] if all(branches) else []
    if inner := schema.get("items", schema.get("additionalProperties")):
        form = "list[{}]" if schema["type"] == "array" else "dict[str, {}]"
        item = " | ".join(_types(inner))
        return [form.format(item)] if item else []
    return _PLAIN.get(schema["type"], [])  # a float would make 1.0 of 1


def _nesting(cls: Class, ordered: dict[str, Json]) -> list[str] | None:
    """Where values of any depth may be, by attributes; None if attributes do not lead to all of them."""
    places: list[str] = []
    for field in cls.fields:
        if "$ref" in field.kind.schema:
            inner = ordered[field.kind.schema["$ref"].rpartition("/")[2]]["places"]
            if inner and field.optional:
                return None
            places += [f"{field.name}.{place}" for place in inner]
        elif any(ordered[name]["places"] for name in mentions(replace(cls, fields=(field,)))):
            return None
        elif _nests(field.kind.schema):
            places.append(field.name)
    return places


def _nests(schema: Json) -> bool:
    """Whether values of any depth may be within; what is within a class is told by the class."""
    if not schema:
        return True
    if "anyOf" in schema:
        return any(map(_nests, schema["anyOf"]))
    inner: Any = schema.get("items", schema.get("additionalProperties", {}))
    return schema.get("type") in ("array", "object") and _nests(inner)
