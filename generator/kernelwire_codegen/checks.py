"""What to check at one value: a schema's keywords as statements (`kernelwire_codegen.statements`).

The verdict and the failing paths are those of the ``jsonschema`` library; what only ``x-jupyter`` says
becomes warnings. Which schema is judged by which function is not decided here but by ``Functions`` in
``kernelwire_codegen.validators``.
"""

from __future__ import annotations

import builtins
import keyword
import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from kernelwire_codegen.load import Json
from kernelwire_codegen.statements import Bind, Call, For, If, Report, Return, Statement

_WRONG = {
    "string": "not isinstance({v}, str)",
    "object": "not is_object({v})",
    "array": "not is_array({v})",
    "boolean": "not isinstance({v}, bool)",
    "integer": "type({v}) is not int and not is_integer({v})",
    "number": "type({v}) is not float and not is_number({v})",
    "null": "{v} is not None",
}
_RIGHT = {
    "string": "isinstance({v}, str)",
    "object": "is_object({v})",
    "array": "is_array({v})",
    "number": "is_number({v})",
}
_SHOWN = {
    "string": "a string",
    "object": "an object",
    "array": "an array",
    "boolean": "a boolean",
    "integer": "an integer",
    "number": "a number",
    "null": "null",
}
_PROBLEMS = """
ABSENT Any Callable Mapping MappingProxyType Problem Validator advised base deprecated fits is_array
is_integer is_number is_object is_one_of missing no_alternative no_match not_const not_in_enum not_known
out_of_bounds re token wrong_type
"""
_BOUNDS = (
    ("minimum", "number", "{v} < {b}", "at least"),
    ("maximum", "number", "{v} > {b}", "at most"),
    ("minLength", "string", "len({v}) < {b}", "at least"),
    ("maxLength", "string", "len({v}) > {b}", "at most"),
    ("minItems", "array", "len({v}) < {b}", "at least"),
    ("maxItems", "array", "len({v}) > {b}", "at most"),
    ("minProperties", "object", "len({v}) < {b}", "at least"),
    ("maxProperties", "object", "len({v}) > {b}", "at most"),
)


_GLOBAL = re.compile(r"_v\d+_\d+(_or)?(_\d+)?$|^_pattern")  # what other judges are called, and patterns
_TAKEN = {*dir(builtins), *_PROBLEMS.split()}
"""Names that emitted validators use for themselves."""


def literal(value: Any) -> str:
    """A JSON value as Python source (tuples for lists inside, since emitted constants do not change)."""
    if isinstance(value, list):
        return "(" + ", ".join(map(literal, value)) + (",)" if len(value) == 1 else ")")
    return repr(value)


def wrong_type(types: list[str], value: str) -> str:
    """The test that is true when the emitted variable ``value`` has none of the JSON ``types``."""
    return " and ".join(_WRONG[name].format(v=value) for name in types)


@dataclass(frozen=True)
class Path:
    """Where in the message a value is, as the emitted f-string that spells its JSON pointer."""

    text: str = "{path}"

    def key(self, name: str) -> Path:
        """The place of a field."""
        token = name.replace("~", "~0").replace("/", "~1").replace("{", "{{").replace("}", "}}")
        return Path(f"{self.text}/{token}")

    def each(self, variable: str) -> Path:
        """The place of an item whose index or key is in an emitted variable."""
        return Path(f"{self.text}/{{{variable}}}")

    def __str__(self) -> str:
        return "path" if self.text == "{path}" else f'f"{self.text}"'


@dataclass
class Checks:
    """Compiles the schema of one emitted function.

    ``refer`` answers a ``$ref`` with a function's name, or, where the target is as short as a call, with its
    schema, to be written in place; ``matcher`` a pattern with the name of what searches for it;
    ``function_of`` an alternative with the name of a function that judges it.
    """

    refer: Callable[[str], str | Json]
    matcher: Callable[[str], str]
    function_of: Callable[[Json], str]
    names: set[str] = field(default_factory=lambda: {"value", "path", "found"})

    def function(self, schema: Json) -> tuple[Statement, ...]:
        """The body of a function that judges ``value`` at ``path``."""
        body = self.value(schema, "value", Path())
        if since := schema.get("x-jupyter", {}).get("deprecated"):
            body.append(Report(f"deprecated(path, {literal(since)})"))
        head, *rest = body or [Return()]
        if "type" in schema and isinstance(head, If) and (head.orelse or rest):
            return (replace(head, then=(*head.then, Return()), orelse=()), *head.orelse, *rest)
        return (head, *rest)

    def value(self, schema: Json, var: str, path: Path) -> list[Statement]:
        """All checks of ``schema`` on the value in the variable ``var``; none, where any value will do."""
        if not schema:
            return []
        types = schema.get("type", [])
        types = [types] if isinstance(types, str) else types
        body = [*self._reference(schema, var, path), *self._constants(schema, var, path)]
        for kind in ("string", "number", "array", "object"):
            part = self._of_kind(kind, schema, var, path)
            if part and types not in ([kind], ["integer"] if kind == "number" else [kind]):
                part = [If(_RIGHT[kind].format(v=var), tuple(part))]
            body += part
        for case in [*schema.get("allOf", []), *([schema] if "if" in schema else [])]:
            body += self._case(case, var, path, is_object=types == ["object"])
        body += self._any_of(schema, var, path)
        if not types:
            return body
        shown = " or ".join(_SHOWN[name] for name in types)
        problem = Report(f'wrong_type({path}, "{shown}", {var})')
        return [If(wrong_type(types, var), (problem,), tuple(body))]

    def _reference(self, schema: Json, var: str, path: Path) -> list[Statement]:
        if "$ref" not in schema:
            return []
        target = self.refer(schema["$ref"])
        if isinstance(target, str):
            return [Call(target, var, str(path))]
        return self.value(target, var, path)

    def _constants(self, schema: Json, var: str, path: Path) -> list[Statement]:
        found: list[Statement] = []
        if "const" in schema:
            const = schema["const"]
            test = (
                f"{var} != {literal(const)}"
                if isinstance(const, str)
                else f"not is_one_of({var}, {literal([const])})"
            )
            found.append(If(test, (Report(f"not_const({path}, {literal(const)}, {var})"),)))
        if "enum" in schema:
            values = literal(schema["enum"])
            plain = all(isinstance(item, str) for item in schema["enum"])
            test = f"{var} not in {values}" if plain else f"not is_one_of({var}, {values})"
            found.append(If(test, (Report(f"not_in_enum({path}, {values}, {var})"),)))
        if known := schema.get("x-jupyter", {}).get("open"):
            found.append(
                If(
                    f"{var} not in {literal(known)}",
                    (Report(f"not_known({path}, {literal(known)}, {var})"),),
                )
            )
        return found

    def _of_kind(self, kind: str, schema: Json, var: str, path: Path) -> list[Statement]:
        """The keywords that speak only of values of one JSON type."""
        body: list[Statement] = []
        for name, of, test, bound in _BOUNDS:
            if name in schema and of == kind:
                report = Report(f'out_of_bounds({path}, "{name}", "{bound}", {schema[name]}, {var})')
                body.append(If(test.format(v=var, b=schema[name]), (report,)))
        if kind == "string" and "pattern" in schema:
            report = Report(f"no_match({path}, {schema['pattern']!r}, {var})")
            body.append(If(f"not {self.matcher(schema['pattern'])}({var})", (report,)))
        if kind == "array":
            body += self._items(schema, var, path)
        if kind == "object":
            body += self._fields(schema, var, path) + self._other_fields(schema, var, path)
        return body

    def _fields(self, schema: Json, var: str, path: Path) -> list[Statement]:
        body: list[Statement] = []
        required: list[str] = schema.get("required", [])
        advised: list[str] = schema.get("x-jupyter", {}).get("recommended", [])
        properties: Json = schema.get("properties", {})
        for name in dict.fromkeys([*properties, *required, *advised]):
            absent: Report | None = None
            if name in required:
                absent = Report(f"missing({path}, {literal(name)})")
            elif name in advised:
                absent = Report(f"advised({path}, {literal(name)})")
            body += self._field(name, properties.get(name, {}), absent, var, path)
        return body

    def _field(self, name: str, schema: Json, absent: Report | None, var: str, path: Path) -> list[Statement]:
        item = self._name(name)
        checks = self.value(schema, item, path.key(name))
        if since := schema.get("x-jupyter", {}).get("deprecated"):
            checks.append(Report(f"deprecated({path.key(name)}, {literal(since)})"))
        if not checks:
            self._free(item)
            return [If(f"{literal(name)} not in {var}", (absent,))] if absent else []
        bind = Bind(item, f"{var}.get({literal(name)}, ABSENT)")
        first, *rest = checks
        if absent and not rest and isinstance(first, If) and isinstance(wrong := first.then[0], Report):
            # What is not there fails the first test like any wrong value: a right one passes a single test.
            both = Report(f"{absent.problem} if {item} is ABSENT else {wrong.problem}")
            return [bind, replace(first, then=(both,))]
        if absent:
            return [bind, If(f"{item} is ABSENT", (absent,), tuple(checks))]
        return [bind, If(f"{item} is not ABSENT", tuple(checks))]

    def _other_fields(self, schema: Json, var: str, path: Path) -> list[Statement]:
        key, item = self._name("key"), self._name("item")
        place = path.each(f"token({key})")
        if checks := tuple(self.value(schema.get("additionalProperties", {}), item, place)):
            known = schema.get("properties")
            body = (If(f"{key} not in {literal([*known])}", checks),) if known else checks
            return [For(f"{key}, {item}", f"{var}.items()", body)]
        self._free(key, item)
        return []

    def _items(self, schema: Json, var: str, path: Path) -> list[Statement]:
        body: list[Statement] = []
        first: list[Any] = schema.get("prefixItems", [])
        for index, part in enumerate(first):
            item = self._name("item")
            if checks := self.value(part, item, path.key(str(index))):
                body.append(If(f"len({var}) > {index}", (Bind(item, f"{var}[{index}]"), *checks)))
            else:
                self._free(item)
        index_name, item = self._name("index"), self._name("item")
        if checks := self.value(schema.get("items", {}), item, path.each(index_name)):
            start = f"{var}[{len(first)}:], {len(first)}" if first else var
            body.append(For(f"{index_name}, {item}", f"enumerate({start})", tuple(checks)))
        else:
            self._free(index_name, item)
        return body

    def _case(self, case: Json, var: str, path: Path, *, is_object: bool) -> list[Statement]:
        """A member of ``allOf``, or the schema itself where it has an ``if``: true of what is no object."""
        then = case.get("then", case)
        inner = self._of_kind("object", then, var, path)
        if inner and not is_object:
            inner = [If(_RIGHT["object"].format(v=var), tuple(inner))]
        body = [*self._reference(then, var, path), *inner]
        if "if" not in case:
            return body
        test = self._condition(case["if"], var)
        return [If(test if is_object else f"not is_object({var}) or ({test})", tuple(body))]

    def _condition(self, condition: Json, var: str) -> str:
        """The test whether an object has any fields, or these ones, and where they are, with these values."""
        if "properties" not in condition:
            return var
        wanted: Json = {name: want["const"] for name, want in condition["properties"].items()}
        tests = [f"{literal(name)} in {var}" for name in condition["required"] if name not in wanted]
        for name, const in wanted.items():
            absent = "" if name in condition["required"] else f", {literal(const)}"
            is_it = "is" if isinstance(const, bool) else "=="
            tests.append(f"{var}.get({literal(name)}{absent}) {is_it} {literal(const)}")
        return " and ".join(tests)

    def _any_of(self, schema: Json, var: str, path: Path) -> list[Statement]:
        if "anyOf" not in schema:
            return []
        branches: list[Any] = schema["anyOf"]
        if all({*branch} == {"type"} for branch in branches):
            types = [
                name
                for branch in branches
                for name in ([branch["type"]] if isinstance(branch["type"], str) else branch["type"])
            ]
            return [If(wrong_type(types, var), (Report(f"no_alternative({path}, {var})"),))]
        tests = " or ".join(f"fits({self.function_of(branch)}, {var})" for branch in branches)
        return [If(f"not ({tests})", (Report(f"no_alternative({path}, {var})"),))]

    def _name(self, wanted: str) -> str:
        """A variable name nobody has taken yet in this function, as near to ``wanted`` as Python allows."""
        base = wanted if wanted.isidentifier() and not keyword.iskeyword(wanted) else "field"
        if _GLOBAL.search(base):
            base += "_"
        name, count = base, 2
        while name in self.names or name in _TAKEN:
            name, count = f"{base}_{count}", count + 1
        self.names.add(name)
        return name

    def _free(self, *names: str) -> None:
        """Give names back that turned out not to be needed."""
        self.names.difference_update(names)
