"""Types of texts, numbers and constants that msgspec checks: see `kernelwire_codegen.shapes`."""

from __future__ import annotations

from typing import Any

from jsonschema import Draft202012Validator

from kernelwire_codegen.checks import literal
from kernelwire_codegen.load import Json
from kernelwire_codegen.merging import Unsaid, only

_OF_STRINGS = {"minLength": "min_length", "maxLength": "max_length"}
_OF_NUMBERS = {"minimum": "ge", "maximum": "le"}
OF_ARRAYS = {"minItems": "min_length", "maxItems": "max_length"}
"""What an array's bounds are called there."""


def scalar(schema: Json, kind: str) -> str:
    """A type for what is neither object nor array. Raises Unsaid, as all of these do."""
    if kind == "string":
        only(schema, {"type", "pattern", *_OF_STRINGS})
        limits = limits_of(schema, _OF_STRINGS)
        if "pattern" in schema:
            limits["pattern"] = literal(schema["pattern"])
        return annotated("str", limits)
    if kind in ("integer", "number"):
        only(schema, {"type", *_OF_NUMBERS})
        limits = limits_of(schema, _OF_NUMBERS)
        return annotated("int", {"ge": "-(2**63)", "le": "2**63 - 1", **limits}) if limits else "Integer"
    only(schema, {"type"})
    return "bool" if kind == "boolean" else "None"


def one_of(schema: Json) -> str:
    """The values that a schema names, but for those that it refuses in another way."""
    only(schema, {"type", "const", "enum", "x-jupyter"})
    named: list[Any] = schema.get("enum", [schema.get("const")])
    judge = Draft202012Validator(schema)
    values = [value for value in schema.get("x-jupyter", {}).get("open", named) if judge.is_valid(value)]
    if values and (all(isinstance(value, str) for value in values) or all(map(_is_small, values))):
        return f"Literal[{', '.join(map(literal, values))}]"
    raise Unsaid


def limits_of(schema: Json, names: dict[str, str]) -> Json:
    """Bounds as msgspec takes them."""
    limits: Json = {names[key]: schema[key] for key in names if key in schema}
    if not all(map(_is_small, limits.values())):
        raise Unsaid
    return limits


def _is_small(value: Any) -> bool:
    return type(value) is int and abs(value) < 2**63


def annotated(kind: str, limits: Json) -> str:
    """A type within bounds, if there are any."""
    told = ", ".join(f"{key}={value}" for key, value in limits.items())
    return f"Annotated[{kind}, Meta({told})]" if told else kind
