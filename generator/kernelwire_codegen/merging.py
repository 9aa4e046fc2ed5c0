"""Schemas put together: what holds if two of them do, as far as that is one plain schema again."""

from __future__ import annotations

from kernelwire_codegen.load import Json


class Unsaid(Exception):
    """It cannot be said, in one schema or in types."""


def without(schema: Json, key: str) -> Json:
    """An object's schema without one of its fields."""
    properties: Json = schema.get("properties", {})
    return {**schema, "properties": {each: part for each, part in properties.items() if each != key}}


def only(schema: Json, known: set[str]) -> None:
    """Raise Unsaid for a keyword that is none of those that are understood here."""
    if {*schema} - known:
        raise Unsaid


def merged(one: list[str], other: list[str]) -> list[str]:
    """All names of two lists, once."""
    return list(dict.fromkeys([*one, *other]))


def both(one: Json, other: Json) -> Json:
    """What holds if both schemas do. Raises Unsaid where that is not simply all that both say."""
    if one and other and "additionalProperties" in {*one, *other}:  # each would speak of other fields
        raise Unsaid
    whole = {**one, **other}
    for key in {*one} & {*other}:
        if key in ("required", "recommended", "allOf"):
            whole[key] = [*one[key], *(each for each in other[key] if each not in one[key])]
        elif key == "properties":
            whole[key] = {**one[key], **other[key]}
            for name in {*one[key]} & {*other[key]}:
                whole[key][name] = both(one[key][name], other[key][name])
        elif key == "x-jupyter":
            whole[key] = both(one[key], other[key])
        elif one[key] != other[key]:
            raise Unsaid
    return whole
