"""What changed between two versions, change by change."""

from __future__ import annotations

from typing import Any

import pytest

from kernelwire_codegen.diff import difference
from kernelwire_codegen.load import Document, Version


def version(schema: dict[str, Any] | None) -> Version:
    documents = {} if schema is None else {"urn:own:t": Document("urn:own:t", "t", schema, (), 0)}
    return Version("5.9", "final", {}, documents)


def of(field: Any, **parts: Any) -> dict[str, Any]:
    return {"type": "object", "properties": {"f": field}, **parts}


@pytest.mark.parametrize(
    ("old", "new", "lines"),
    [
        (None, {"x-jupyter": {"channels": ["iopub"]}, "description": "New."}, ["message t: added. New."]),
        (None, {"description": "New."}, ["document t: added. New."]),
        ({}, None, ["document t: removed"]),
        ({}, {}, ["5.9 and 5.9 say the same"]),
        (
            {"x-jupyter": {"channels": ["shell"]}},
            {"x-jupyter": {"channels": ["shell", "control"]}},
            ["message t: now travels on shell, control (was shell)"],
        ),
        (
            {"x-jupyter": {}},
            {"x-jupyter": {"sender": "kernel"}},
            ["document t: now is sent by kernel (was nothing)"],
        ),
        (
            {"x-jupyter": {}},
            {"x-jupyter": {"recommended": ["f"]}},
            ["document t: now recommends f (was nothing)"],
        ),
        ({"x-jupyter": {}}, {"x-jupyter": {"open": ["a"]}}, ["document t: now knows a (was nothing)"]),
        ({"x-jupyter": {}}, {"x-jupyter": {"deprecated": "5.9"}}, ["document t: deprecated"]),
        ({"x-jupyter": {"deprecated": "5.9"}}, {"x-jupyter": {}}, ["document t: no longer deprecated"]),
        (
            {"x-jupyter": {}},
            {"x-jupyter": {"deprecated": {"since": "5.9", "channels": ["shell", "iopub"]}}},
            ["document t: deprecated on shell and iopub"],
        ),
        ({"description": "A."}, {"description": "B."}, ["document t: now means: B."]),
        *(
            (of({key: old}), of({key: new}), [f"document t.f: {key} is now {new!r} (was {old!r})"])
            for key, old, new in (
                ("type", "string", "integer"),
                ("enum", ["a"], ["a", "b"]),
                ("const", 1, 2),
                ("pattern", "a", "b"),
                ("minimum", 0, 1),
                ("maximum", 1, 2),
                ("default", 0, 1),
                ("$ref", "#/a", "#/b"),
                ("items", {}, {"type": "string"}),
                ("anyOf", [{}], [{}, {}]),
                ("allOf", [{}], [{}, {}]),
            )
        ),
        (of({}), of({"pattern": "a"}), ["document t.f: pattern is now 'a' (was 'not said')"]),
        # Of a required field the default is what a tolerant reader takes, and no word of the protocol.
        (of({"default": 0}, required=["f"]), of({"default": 1}, required=["f"]), []),
        (of({}), of({}, required=["f"]), ["document t.f: now required"]),
        (of({}, required=["f"]), of({}), ["document t.f: no longer required"]),
        (
            {},
            of({"description": "Field."}),
            ["document t: type is now 'object' (was 'not said')", "document t.f: added, optional. Field."],
        ),
        ({"type": "object"}, of({}, required=["f"]), ["document t.f: added, required. "]),
        (of({}), {"type": "object"}, ["document t.f: removed"]),
        ({"$defs": {}}, {"$defs": {"D": {"description": "Part."}}}, ["document t / D: added. Part."]),
    ],
)
def test_each_change_is_told(old: Any, new: Any, lines: list[str]) -> None:
    found = difference(version(old), version(new))
    assert found == (lines or ["5.9 and 5.9 say the same"])
