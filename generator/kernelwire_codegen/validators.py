"""Which validators are emitted, and what they are called: one for each schema and each version that changed
it.

``stream_v5_0`` judges the content of ``stream`` from 5.0 on, until a version changes the schema, or one that
it refers to; then there is another. Descriptions, examples and defaults change nothing.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from kernelwire_codegen.bundle import final_document
from kernelwire_codegen.checks import Checks
from kernelwire_codegen.load import Json, Schemas, Version
from kernelwire_codegen.statements import Function
from kernelwire_codegen.within import references

_SILENT = {
    *("$schema", "$id", "$defs", "title", "description", "examples", "default", "contentEncoding"),
    "patternProperties",
}


@dataclass
class Functions:
    """Collects the functions that a set of schemas needs; ``emitted`` has them in the order of first need."""

    schemas: Schemas
    emitted: dict[str, Function] = field(default_factory=dict[str, Function])
    names: dict[tuple[str, str], str] = field(default_factory=dict[tuple[str, str], str])
    patterns: dict[str, str] = field(default_factory=dict[str, str])
    _cache: dict[tuple[str, str], Json] = field(default_factory=dict[tuple[str, str], Json])

    def need(self, version: Version, place: str) -> str:
        """The name of the function that judges by what is at ``place``, an absolute reference, in
        ``version``.
        """
        schema = self._schema(version, place)
        key = (place, self._meaning(version, place))
        if key not in self.names:
            name = self._name(version, place)
            self.names[key] = name
            self._emit(version, place, name, self._summary(version, place, schema), plain(schema))
        return self.names[key]

    def _emit(self, version: Version, place: str, name: str, summary: str, schema: Json) -> None:
        def alternative(branch: Json) -> str:
            target = self._refer(version, branch["$ref"], place) if {*branch} == {"$ref"} else branch
            if isinstance(target, str):
                return target
            part = self._free(f"{name}_or")
            self._emit(version, place, part, f"One that {name} may be.", target)
            return part

        self.emitted[name] = Function(name, summary, ())  # its name is taken, whatever its parts are called
        checks = Checks(lambda inner: self._refer(version, inner, place), self._matcher, alternative)
        self.emitted[name] = Function(name, summary, checks.function(schema))

    def _free(self, wanted: str) -> str:
        """The name of a function that nobody has taken."""
        name, count = wanted, 2
        while name in self.emitted:
            name, count = f"{wanted}_{count}", count + 1
        return name

    def called(self, functions: Iterable[Function]) -> set[str]:
        """The names of all emitted functions and patterns that ``functions`` mention."""
        text = repr([function.body for function in functions])
        known = (*self.emitted, *self.patterns.values())
        return {name for name in known if re.search(rf"\b{name}\b", text)}

    def document(self, version: Version, id: str) -> Json:
        """The final schema of a document, computed once."""
        key = (version.name, id)
        if key not in self._cache:
            self._cache[key] = final_document(version, version.documents[id])
        return self._cache[key]

    def _matcher(self, pattern: str) -> str:
        """The emitted name of the compiled ``pattern``."""
        return self.patterns.setdefault(pattern, f"_pattern_{len(self.patterns) + 1}")

    def _refer(self, version: Version, ref: str, base: str) -> str | Json:
        """What `Checks` puts for a reference: a call, or in place what is no longer than a call."""
        place = _absolute(ref, base)
        bare = plain(self._schema(version, place))
        return bare if {*bare} <= {"type"} else self.need(version, place)

    def _schema(self, version: Version, place: str) -> Json:
        id, _, fragment = place.partition("#")
        schema = self.document(version, id)
        for part in fragment.split("/")[1:]:
            schema = schema[part]
        return schema

    def _meaning(self, version: Version, place: str) -> str:
        """Text that is the same for two schemas that judge alike, all that they refer to included."""
        seen: dict[str, Json] = {}
        waiting = [place]
        while waiting:
            here = waiting.pop()
            if here not in seen:
                seen[here] = plain(self._schema(version, here))
                waiting += [_absolute(ref, here) for _, ref in references(seen[here])]
        return json.dumps(seen, sort_keys=True)

    def _name(self, version: Version, place: str) -> str:
        id, _, fragment = place.partition("#")
        parts = [version.documents[id].stem, *fragment.split("/")[2:], "v" + version.name.replace(".", "_")]
        return self._free("_".join(parts))

    def _summary(self, version: Version, place: str, schema: Json) -> str:
        id, _, fragment = place.partition("#")
        what = fragment.rpartition("/")[2] or schema.get("title") or version.documents[id].stem
        return f"{what}, as of {version.name}."


def _absolute(ref: str, base: str) -> str:
    """What ``ref`` means in the document that holds the place ``base``."""
    return base.partition("#")[0] + ref if ref.startswith("#") else ref


def plain(schema: Any) -> Any:
    """``schema`` without what changes no verdict: names, descriptions, examples, defaults, what is empty."""
    if isinstance(schema, list):
        return [plain(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    bare: Json = {}
    for key, value in schema.items():
        if key in _SILENT or value == {}:
            continue
        if key == "properties":
            bare[key] = {name: plain(item) for name, item in value.items()}
        elif key == "x-jupyter":
            told = {name: value[name] for name in ("recommended", "open", "deprecated") if name in value}
            if "channels" in value:  # that it is deprecated is a matter of the tables, not of its content
                told.pop("deprecated", None)
            if told:
                bare[key] = told
        else:
            bare[key] = plain(value)
    return bare
