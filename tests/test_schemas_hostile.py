"""A folder of hostile schemas is refused with the generator's one error: in one line, with its place."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from kernelwire_codegen import rules
from kernelwire_codegen.errors import SchemaError
from kernelwire_codegen.load import load
from tests.conftest import ROOT

TYPE: dict[str, Any] = {
    "description": "d", "x-jupyter": {"channels": ["iopub"], "sender": "kernel"}, "type": "object",
    "properties": {}, "examples": [{}],
}  # fmt: skip
FACTS = {"version": "5.0", "status": "final"}
CIRCLE = {"description": "d", "$ref": "#/$defs/A"}


def checked(folder: Path, own: dict[str, Any], facts: Any = FACTS) -> None:
    """Check message types of one's own beside a protocol that has a header alone."""
    schemas, mine = folder / "schemas", folder / "own"
    schemas.mkdir()
    mine.mkdir()
    for name in ("vocabulary", "v5.0/header"):
        path = ROOT / "schemas" / f"{name}.json"
        (schemas / path.name).write_bytes(path.read_bytes())
    (schemas / "protocol.json").write_text(json.dumps(facts))
    for stem, schema in own.items():
        text = schema if isinstance(schema, str) else json.dumps(schema)
        (mine / f"{stem}.json").write_text(text, encoding="utf-8")
    rules.check(load(schemas, mine))


def nested(levels: int) -> Any:
    value: Any = 0
    for _ in range(levels):
        value = [value]
    return value


def chain(length: int) -> dict[str, Any]:
    links = {f"L{i}": {"description": "d", "$ref": f"#/$defs/L{i + 1}"} for i in range(length)}
    return {**TYPE, "$defs": {**links, f"L{length}": {"description": "d", "type": "string"}}}


REFUSED: list[tuple[str, dict[str, Any], Any, str]] = [
    # what it is, own schemas, protocol.json, words of the error
    ("an integer of 5,000 digits", {"t": '{"default": %s}' % ("9" * 5000)}, FACTS, "integer of 5000 digits"),
    ("65 levels", {"t": {**TYPE, "default": nested(64)}}, FACTS, "more than 64 levels"),
    ("thousands of levels", {"t": '{"default": ' + "[" * 5000 + "]" * 5000 + "}"}, FACTS, "than 64 levels"),
    ("references without an end", {"t": chain(101)}, FACTS, "more than 100 references"),
    ("a reference to itself", {"t": {**TYPE, "$defs": {"A": CIRCLE}}}, FACTS, "leads back to itself"),
    ("an empty reference", {"t": {**TYPE, "$ref": ""}}, FACTS, "leads back to itself"),
    ("a type that JSON does not have", {"t": {**TYPE, "type": "text"}}, FACTS,
     "'text' is no JSON type: array, boolean, integer, null, number, object or string"),
    ("no message type", {"protocol": FACTS}, FACTS, "describes no message type"),
    ("an answer of a megabyte", {"t": {**TYPE, "type": "x" * 1_000_000}}, FACTS, r"x \.\.\.$"),
    ("removes a number", {"t": TYPE}, {**FACTS, "removes": 5}, "/removes: must be a list"),
    ("removes an object", {"t": TYPE}, {**FACTS, "removes": [{}]}, "/removes: must be a list"),
    ("shapes that are a number", {"t": TYPE}, {**FACTS, "reply_shapes": 5}, "must be an object"),
    ("a shape that is a number", {"t": TYPE}, {**FACTS, "reply_shapes": {"error": 5}}, "must be an object"),
]  # fmt: skip


@pytest.mark.parametrize(("own", "facts", "words"), [pytest.param(*case[1:], id=case[0]) for case in REFUSED])
def test_what_is_refused(tmp_path: Path, own: dict[str, Any], facts: Any, words: str) -> None:
    with pytest.raises(SchemaError, match=words) as info:
        checked(tmp_path, own, facts)
    assert len(str(info.value)) < 2000
    assert "\n" not in str(info.value)


def test_a_folder_that_is_called_like_a_file(tmp_path: Path) -> None:
    (tmp_path / "own" / "t.json").mkdir(parents=True)
    with pytest.raises(SchemaError, match=r"own/t\.json#: cannot be read: Is a directory"):
        load(ROOT / "schemas", tmp_path / "own")


def test_references_meet_again_and_again(tmp_path: Path) -> None:
    """Two to each of the next, sixty times: nobody can follow each way."""
    links: dict[str, Any] = {
        f"L{i}": {"description": "d", "anyOf": [{"$ref": f"#/$defs/L{i + 1}"}] * 2} for i in range(60)
    }
    checked(tmp_path, {"t": {**TYPE, "$defs": {**links, "L60": {"description": "d", "type": "string"}}}})


def test_a_reference_to_a_document_that_refers_within_itself(tmp_path: Path) -> None:
    """Whichever of the two is read first."""
    shared = {
        "description": "d",
        "$defs": {
            "P": {"description": "d", "$ref": "#/$defs/Q"}, "Q": {"description": "d", "type": "string"}
        },
    }  # fmt: skip
    fields = {name: {"description": "d", "$ref": f"urn:own:{name}#/$defs/P"} for name in ("a", "z")}
    own = {name: {**shared, "$id": f"urn:own:{name}"} for name in ("a", "z")}
    checked(tmp_path, {**own, "t": {**TYPE, "properties": fields}})


def test_what_is_as_deep_and_as_long_as_allowed(tmp_path: Path) -> None:
    field: dict[str, Any] = {"description": "d", "type": "object"}
    for _ in range(30):
        field = {"description": "d", "type": "object", "properties": {"f": field}}
    checked(tmp_path, {"t": {**chain(90), "properties": {"f": field}}})
