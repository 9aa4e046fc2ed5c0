"""How Python holds one field: its type, and how it is read from and written to JSON."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from kernelwire_codegen.checks import literal
from kernelwire_codegen.load import Json

_HELD = {
    "string": "not isinstance({v}, str)",
    "object": "not is_object({v})",
    "array": "not is_array({v})",
    "boolean": "not isinstance({v}, bool)",
    "integer": "type({v}) is not int",
    "number": "type({v}) is not float and type({v}) is not int",
    "null": "{v} is not None",
}
_NEUTRAL: Json = {"string": "", "object": {}, "array": [], "boolean": False, "integer": 0, "number": 0}
_PYTHON = {
    "string": "str",
    "object": "dict",
    "array": "list",
    "boolean": "bool",
    "integer": "int",
    "number": "float",
}


def at(text: str, variable: str) -> str:
    """A test or conversion of a `Kind`, spelled for one emitted variable."""
    return text.replace("{v}", variable)


@dataclass(frozen=True)
class Kind:
    """One type. ``schema`` is what datamodel-code-generator is given for it; ``wrong`` the emitted test that
    a value is not of it; ``read`` and ``write`` convert between JSON and Python where they differ. ``{v}``
    stands for the value.
    """

    schema: Json
    wrong: str = ""
    read: str = "{v}"
    write: str = "{v}"
    whole: bool = False
    null: bool = False

    @property
    def neutral(self) -> Any:
        """What stands for a value that is missing, where nobody has said: the empty one of its type."""
        schema = self.schema
        while "anyOf" in schema:
            schema = schema["anyOf"][0]
        if "enum" in schema:
            return schema["enum"][0]
        return _NEUTRAL[schema.get("type", "object")]


@dataclass(frozen=True)
class Kinds:
    """Finds the kind of a schema. ``follow`` gives the schema behind a ``$ref``; ``class_of`` the class,
    where it is one.
    """

    follow: Callable[[str], Json]
    class_of: Callable[[str], str | None]
    function: Callable[[str], str]

    def of(self, schema: Json) -> Kind:
        """The kind of any schema; where Python has no better type, any JSON value."""
        if "$ref" in schema:
            return self._reference(schema["$ref"])
        if "const" in schema or "enum" in schema:
            return self._literal(schema.get("enum", [schema.get("const")]))
        if "anyOf" in schema:
            return self._union([self.of(branch) for branch in schema["anyOf"]])
        types = schema.get("type", [])
        if isinstance(types, list):
            return self._union([self.of({**schema, "type": name}) for name in types])
        if types == "object":
            return self._object(schema)
        if types == "array":
            return self._array(schema)
        return Kind({"type": types}, _HELD[types], whole=types == "integer")

    def _reference(self, ref: str) -> Kind:
        name = self.class_of(ref)
        if name is None:
            return self.of(self.follow(ref))
        function = self.function(name)
        reference: Json = {"$ref": f"#/$defs/{name}"}
        return Kind(reference, _HELD["object"], f"decode_{function}({{v}})", f"encode_{function}({{v}})")

    def _literal(self, values: list[Any]) -> Kind:
        if all(isinstance(value, str) for value in values):
            one = len(values) == 1
            return Kind(
                {"enum": values},
                f"{{v}} != {literal(values[0])}" if one else f"{{v}} not in {literal(values)}",
            )
        if all(type(value) is int for value in values):
            return Kind(
                {"enum": values}, f"type({{v}}) is not int or {{v}} not in {literal(values)}", whole=True
            )
        return Kind({})

    def _union(self, kinds: list[Kind]) -> Kind:
        """One of several kinds that need no conversion; anything else is left as it came."""
        some = [kind for kind in kinds if kind.schema != {"type": "null"}]
        if not some or any(not kind.wrong or kind.read != "{v}" for kind in some):
            return Kind({})
        tests = [f"({kind.wrong})" if " or " in kind.wrong else kind.wrong for kind in some]
        null = len(some) < len(kinds) or any(kind.null for kind in some)
        schema: Json = {"anyOf": [kind.schema for kind in kinds]} if len(kinds) > 1 else kinds[0].schema
        return Kind(schema, " and ".join(tests), whole=any(kind.whole for kind in some), null=null)

    def _object(self, schema: Json) -> Kind:
        plain = Kind({"type": "object"}, _HELD["object"])
        if schema.get("properties"):
            return plain
        values = self.of(schema.get("additionalProperties", {}))
        each = "{key: VALUE for key, item in {v}.items()}"
        return _holding(plain, "additionalProperties", values, "dict", each)

    def _array(self, schema: Json) -> Kind:
        plain = Kind({"type": "array"}, _HELD["array"])
        if "prefixItems" in schema:
            return plain
        return _holding(plain, "items", self.of(schema.get("items", {})), "list", "[VALUE for item in {v}]")


def _holding(plain: Kind, key: str, items: Kind, container: str, each: str) -> Kind:
    """A list or an object, ``plain`` where Python cannot say in one word what is in it."""
    typed: Json = {**plain.schema, key: items.schema}
    if "$ref" in items.schema:
        read, write = (each.replace("VALUE", at(text, "item")) for text in (items.read, items.write))
        return Kind(typed, f"not holds({{v}}, {container}, dict)", read, write)
    held = _PYTHON.get(items.schema["type"]) if {*items.schema} == {"type"} else None
    return Kind(typed, f"not holds({{v}}, {container}, {held})") if held else plain
