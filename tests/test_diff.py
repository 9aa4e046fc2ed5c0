"""What changed between two versions, change by change."""

from __future__ import annotations

from typing import Any

import pytest

from kernelwire_codegen.diff import difference
from kernelwire_codegen.load import Document, Version
from tests.oracle import schemas


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
        ({"x-jupyter": {"open": ["a", "b"]}}, {}, ["document t: now knows nothing (was a, b)"]),
        (
            {},
            {"x-jupyter": {"answers": "r", "always": ["f", "g"]}},
            ["document t: now answers r (was nothing)", "document t: now always carries f, g (was nothing)"],
        ),
        ({"x-jupyter": {"since": "5.0"}, "examples": [1]}, {}, []),
        ({"x-jupyter": {}}, {"x-jupyter": {"deprecated": "5.9"}}, ["document t: deprecated"]),
        ({"x-jupyter": {"deprecated": "5.9"}}, {"x-jupyter": {}}, ["document t: no longer deprecated"]),
        (
            {"x-jupyter": {}},
            {"x-jupyter": {"deprecated": {"since": "5.9", "channels": ["shell", "iopub"]}}},
            ["document t: deprecated on shell and iopub"],
        ),
        ({"description": "A."}, {"description": "B."}, ["document t: now means: B."]),
        ({"default": 0}, {"default": 1}, ["document t: default is now 1 (was 0)"]),
        (of({"pattern": "a"}), of({}), ["document t.f: pattern is now 'not said' (was 'a')"]),
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
                ("minLength", 1, 2),
                ("additionalProperties", {}, {"type": "string"}),
                ("title", "A", "B"),
            )
        ),
        (of({}), of({"pattern": "a"}), ["document t.f: pattern is now 'a' (was 'not said')"]),
        # Of a required field the default is what a tolerant reader takes, and no word of the protocol.
        (of({"default": 0}, required=["f"]), of({"default": 1}, required=["f"]), []),
        (
            of({"default": 0}, required=["f"]),
            of({"default": 1}),
            ["document t.f: default is now 1 (was 0)", "document t.f: no longer required"],
        ),
        (of({}), of({}, required=["f"]), ["document t.f: now required"]),
        (of({}, required=["f"]), of({}, required=["f"]), []),
        (of({}, required=["g"]), of({}, required=["h"]), []),
        (
            {},
            of({"description": "Field."}),
            ["document t: type is now 'object' (was 'not said')", "document t.f: added, optional. Field."],
        ),
        (
            of({}),
            {"type": "object", "properties": {"g": {"description": "G."}}},
            ["document t.f: removed", "document t.g: added, optional. G."],
        ),
        (
            {"type": "object"},
            of({"description": "F."}, required=["f"]),
            ["document t.f: added, required. F."],
        ),
        (of({}, required=["f"]), {"type": "object"}, ["document t.f: removed"]),
        ({}, {"$defs": {"D": {"description": "Part."}}, "required": ["D"]}, ["document t / D: added. Part."]),
        # A definition that is called as a field is not required for that.
        (
            of({}, required=["f"], **{"$defs": {"f": {"default": 0}}}),
            of({}, required=["f"], **{"$defs": {"f": {"default": 1}}}),
            ["document t / f: default is now 1 (was 0)"],
        ),
        (of(of({})), of(of({}, required=["f"])), ["document t.f.f: now required"]),
    ],
)
def test_each_change_is_told(old: Any, new: Any, lines: list[str]) -> None:
    found = difference(version(old), version(new))
    assert found == (lines or ["5.9 and 5.9 say the same"])


TEXT = {"description": "F.", "type": "string"}
OWN = {"$ref": "urn:own:base", "type": "object", "required": ["g"], "properties": {"g": TEXT}}
FAR = {"$ref": "urn:own:t", "type": "object", "required": ["f"]}


@pytest.mark.parametrize(
    ("old", "new", "lines"),
    [
        ({}, of(TEXT), ["t.f: added, optional. F.", "far.f: added, required. F."]),
        (of(TEXT), {}, ["t.f: removed", "far.f: removed"]),
        (of({}), of({"const": 1}), [f"{t}.f: const is now 1 (was 'not said')" for t in ("t", "far")]),
        # What a type says itself holds as before.
        (of(TEXT), of(TEXT, required=["f"]), ["t.f: now required"]),
        (of(TEXT), {"properties": {"f": TEXT, "g": {**TEXT, "description": "G."}}}, []),
    ],
)
def test_what_changes_in_a_type_changes_in_those_that_extend_it(old: Any, new: Any, lines: list[str]) -> None:
    def having(base: Any) -> Version:
        parts = {"base": base, "t": OWN, "far": FAR}
        documents = [Document(f"urn:own:{stem}", stem, schema, (), 0) for stem, schema in parts.items()]
        return Version("5.9", "final", {}, {each.id: each for each in documents})

    found = [line for line in difference(having(old), having(new)) if not line.startswith("document base")]
    assert found == [f"document {line}" for line in lines]


def test_a_result_has_what_a_display_has() -> None:
    versions = schemas().versions
    lines = [line.partition(":")[0] for line in difference(versions["5.0"], versions["5.1"])]
    assert {"message display_data.transient", "message execute_result.transient"} < {*lines}


def test_types_are_told_in_order_those_of_before_first() -> None:
    def some(name: str, **parts: str) -> Version:
        documents = {
            id: Document(f"urn:own:{id}", id, {"description": said}, (), 0) for id, said in parts.items()
        }
        return Version(name, "final", {}, documents)

    old, new = some("5.8", b="B.", a="A.", c="C."), some("5.9", d="D.", c="C!", b="B.")
    lines = ["document a: removed", "document c: now means: C!", "document d: added. D."]
    assert difference(old, new) == lines
    assert difference(old, old) == ["5.8 and 5.8 say the same"]
    assert difference(some("5.8"), some("5.9")) == ["5.8 and 5.9 say the same"]
