"""What is new says since when, what is named is there, values and examples are legal."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from kernelwire_codegen import rules
from kernelwire_codegen.errors import SchemaError
from tests.test_loading import loaded

SAID = {"x-jupyter": {"since": "7.1"}}
YOUNG = {"x-jupyter": {"since": "7.2"}}
TEXT, NUMBER = {"description": "d", "type": "string"}, {"description": "d", "type": "integer"}
D, T = {"$ref": "#/$defs/D"}, {"$ref": "#/$defs/T"}
FACTS = {"channels": ["shell"], "sender": "kernel", "since": "7.1"}
A: dict[str, Any] = {
    "description": "d",
    "x-jupyter": FACTS,
    "type": "object",
    "properties": {"f": TEXT, "o": {"description": "d", "type": "object", "properties": {"k": NUMBER}}},
    "$defs": {
        "D": {"description": "d", **SAID, "type": "object", "properties": {"k": NUMBER}},
        "T": {**TEXT, **SAID},
    },
    "examples": [{"f": "x"}],
}
OURS: dict[str, Any] = {
    "v7.1/protocol": {"version": "7.1", "status": "final"},
    "v7.2/protocol": {"version": "7.2", "status": "draft"},
    "v7.1/a": A,
}


def told(home: Path, files: dict[str, Any], *own: dict[str, Any]) -> str:
    """What is found wrong with files of ours, and with types of one's own beside them."""
    try:
        rules.check(loaded(home, {**OURS, **files}, *own))
    except SchemaError as error:
        return str(error)
    return ""


def new(said: str, since: str | None = None, version: str = "7.2") -> str:
    says = f"says {since}" if since else "says nothing"
    return f'{said}: is new in {version}, but its x-jupyter.since {says}; write "since": "{version}"'


def old(place: str, said: str) -> str:
    return f"{place}: was there before 7.2, and its x-jupyter.since {said}; keep that"


PATCH = "schemas/v7.2/a.json#"
OF_A_VERSION: list[tuple[dict[str, Any], str]] = [
    # a patch for `A`, and what is wrong with it
    ({"properties": {"g": TEXT}}, new(f"{PATCH}/properties/g")),
    ({"properties": {"g": {**TEXT, **SAID}}}, new(f"{PATCH}/properties/g/x-jupyter/since", "7.1")),
    ({"properties": {"g": {**TEXT, **YOUNG}}}, ""),
    ({"properties": {"f": {"minLength": 1}}}, ""),
    (YOUNG, old(f"{PATCH}/x-jupyter/since", "says 7.1")),
    ({"properties": {"f": YOUNG}}, old(f"{PATCH}/properties/f/x-jupyter/since", "says nothing")),
    ({"$defs": {"D": {"x-jupyter": None}}}, old(f"{PATCH}/$defs/D", "says 7.1")),
    ({"$defs": {"E": TEXT}}, new(f"{PATCH}/$defs/E")),
    ({"$defs": {"E": {**TEXT, **SAID}}}, new(f"{PATCH}/$defs/E/x-jupyter/since", "7.1")),
    ({"$defs": {"E": {**TEXT, **YOUNG, "properties": {"k": TEXT, "l": {**TEXT, **YOUNG}}}}}, ""),
    (
        {"$defs": {"E": {**TEXT, **YOUNG, "properties": {"k": {**TEXT, **SAID}}}}},
        new(f"{PATCH}/$defs/E/properties/k/x-jupyter/since", "7.1"),
    ),
    ({"$defs": {"D": {"properties": {"l": TEXT}}}}, new(f"{PATCH}/$defs/D/properties/l")),
    ({"$defs": {"D": {"properties": {"l": {**TEXT, **YOUNG}}}}}, ""),
    (
        {"$defs": {"D": {"required": ["l"], "properties": {"k": None}}}},
        f"{PATCH}/$defs/D/required/0: no field 'l' in 'properties'",
    ),
    (
        {"properties": {"f": {"type": "integer"}}},
        "schemas/v7.1/a.json#/examples/0: does not conform in 7.2, at /f: 'x' is not of type 'integer'; "
        "give a new 'examples' in schemas/v7.2/a.json",
    ),
    ({"properties": {"f": {"type": "integer"}}, "examples": [{"f": 1}]}, ""),
    ({"required": ["g"]}, f"{PATCH}/required/0: no field 'g' in 'properties'"),
]


@pytest.mark.parametrize(("patch", "problem"), OF_A_VERSION)
def test_what_a_version_may_add(tmp_path: Path, patch: dict[str, Any], problem: str) -> None:
    assert told(tmp_path, {"v7.2/a": patch}) == problem


def test_what_is_needed_and_taken_away(tmp_path: Path) -> None:
    problem = (
        "schemas/v7.1/a.json#/required/0: no field 'f' in 'properties'; "
        "give a new 'required' in schemas/v7.2/a.json"
    )
    files = {"v7.1/a": {**A, "required": ["f"]}, "v7.2/a": {"properties": {"f": None}}}
    assert told(tmp_path / "1", files) == problem
    assert told(tmp_path / "2", {**files, "v7.2/a": {**files["v7.2/a"], "required": []}}) == ""


def test_a_new_document_says_so_but_for_ones_own(tmp_path: Path) -> None:
    assert told(tmp_path / "1", {"v7.2/c": {"description": "d"}}) == new("schemas/v7.2/c.json#")
    wrong = new("schemas/v7.2/c.json#/x-jupyter/since", "7.1")
    assert told(tmp_path / "2", {"v7.2/c": {"description": "d", **SAID}}) == wrong
    assert told(tmp_path / "3", {"v7.2/c": {"description": "d", **YOUNG}}) == ""
    facts = {"channels": ["iopub"], "sender": "kernel"}
    mine = {"description": "d", "x-jupyter": facts, "properties": {"f": TEXT}, "$defs": {"D": TEXT}}
    assert told(tmp_path / "4", {}, {"t": mine}) == ""
    mine["x-jupyter"] = {**facts, **YOUNG["x-jupyter"]}
    assert told(tmp_path / "5", {}, {"t": mine}) == (
        new("own0/t.json#/x-jupyter/since", "7.2", "7.1") + ", or leave it out"
    )
    assert told(tmp_path / "6", {}, {"v7.2/t": mine}) == ""


OBJECT = {"description": "d", "type": "object"}
MUST = 'must lead to a schema with "type": "object"'
EITHER = {"anyOf": [{"type": "string", "minLength": 1}, {"type": "array", "items": NUMBER}, T]}
FITTING: list[dict[str, Any]] = [
    # fields that are required, with defaults that need not be legal but are of the type
    {"type": "string", "pattern": "^a", "default": ""},
    {**OBJECT, "required": ["k"], "properties": {"k": NUMBER}, "default": {}},
    *({**NUMBER, "minimum": 1, "default": 0}, {**D, "default": {"k": "x"}}, {"enum": ["a"], "default": ""}),
    *({**EITHER, "default": value} for value in ("", ["x"])),
    {"type": ["string", "null"], "default": None},
]
UNFITTING: list[dict[str, Any]] = [
    *({**NUMBER, "default": "many"}, {"type": "array", "default": ""}, {**T, "default": 5}),
    *({**D, "default": "x"}, {"enum": ["a"], "default": 5}, {**EITHER, "default": 5}),
    {"type": ["string", "null"], "default": 5},
]
OTHER = (
    "/$defs/E/properties/f/default: %r is not of the field's type; "
    "a patch that changes the type gives a new default"
)


def needing(field: dict[str, Any]) -> dict[str, Any]:
    needs = {**OBJECT, **SAID, "required": ["f"], "properties": {"f": {"description": "d", **field}}}
    return {"$defs": {**A["$defs"], "E": needs}}


FIELDS: list[tuple[dict[str, Any], str]] = [
    # other parts of `A`, and what is wrong with them: after ``schemas/v7.1/a.json#``
    ({}, ""),
    ({"x-jupyter": {**FACTS, "answers": "b"}}, "/x-jupyter/answers: no message type 'b' in version 7.1"),
    ({"x-jupyter": {**FACTS, "answers": "a"}}, "/x-jupyter/answers: 'a' is a reply itself; name a request"),
    ({"x-jupyter": {"channels": ["shell"], "since": "7.1"}},
     "/x-jupyter: a message type needs 'channels' and 'sender'"),
    ({"required": ["f", "o"], "x-jupyter": {**FACTS, "recommended": ["f"], "always": ["o"]},
      "examples": [{"f": "a", "o": {}}]}, ""),
    ({"required": ["f", "x"]}, "/required/1: no field 'x' in 'properties'"),
    ({"x-jupyter": {**FACTS, "recommended": ["x"]}},
     "/x-jupyter/recommended/0: no field 'x' in 'properties'"),
    ({"x-jupyter": {**FACTS, "always": ["f", "x"]}}, "/x-jupyter/always/1: no field 'x' in 'properties'"),
    ({"$defs": {"D": {**OBJECT, **SAID, "required": ["x"]}}},
     "/$defs/D/required/0: no field 'x' in 'properties'"),
    ({"$defs": {"D": {**OBJECT, "x-jupyter": {"since": "7.1", "recommended": ["x"]}}}},
     "/$defs/D/x-jupyter/recommended/0: no field 'x' in 'properties'"),
    ({"$defs": {**A["$defs"], "E": {**SAID, "description": "d", **D, "required": ["k"]}}}, ""),
    ({"properties": {"f": {**TEXT, "pattern": "a("}}},
     "/properties/f/pattern: is no regular expression: missing ), unterminated subpattern at position 1"),
    ({"properties": {"f": {**OBJECT, "items": {"pattern": "["}}}},
     "/properties/f/items/pattern: is no regular expression: unterminated character set at position 0"),
    ({"patternProperties": {"^a": {"description": "d"}, "*": {"description": "d"}}},
     "/patternProperties/*: is no regular expression: nothing to repeat at position 0"),
    ({"properties": {"f": {**TEXT, "default": 5}}},
     "/properties/f/default: 5 is not a legal value of the field"),
    ({"properties": {"o": {**OBJECT, "properties": {"f": {**NUMBER, "default": "a"}}}}},
     "/properties/o/properties/f/default: 'a' is not a legal value of the field"),
    ({"properties": {"f": {**TEXT, "default": "a"}}}, ""),
    *((needing(field), "") for field in FITTING),
    *((needing(field), OTHER % field["default"]) for field in UNFITTING),
    ({"properties": {"f": {"description": "d", **T, "default": 5}}},
     "/properties/f/default: 5 is not a legal value of the field"),
    ({"properties": {"f": {"description": "d", **T, "default": "a"}}}, ""),
    ({"properties": {"f": {"description": "d", **T}, "then": {"description": "d", **T}}}, ""),
    ({"properties": {"allOf": {"description": "d", "items": T, "anyOf": [T, D]}}}, ""),
    ({"properties": {"f": {**OBJECT, "allOf": [D, T]}}}, f"/properties/f/allOf/1/$ref: {MUST}"),
    ({"properties": {"f": {**OBJECT, "if": {"minProperties": 1}, "then": T}}},
     f"/properties/f/then/$ref: {MUST}"),
    ({"properties": {"f": {**OBJECT, "if": {"minProperties": 1}, "then": D}}, "examples": [{}]}, ""),
    ({"properties": {"f": {**OBJECT, "allOf": [{"if": {"minProperties": 1}, "then": T}]}}},
     f"/properties/f/allOf/0/then/$ref: {MUST}"),
    ({"properties": {"f": {"description": "d", **T, "properties": {"g": TEXT}}}},
     f"/properties/f/$ref: {MUST}"),
    ({"properties": {"f": {"description": "d", **D, "properties": {"g": TEXT}}}, "examples": [{}]}, ""),
    (T, f"/$ref: {MUST}"),
    ({"examples": None}, ": a message type needs at least one example, under 'examples'"),
    ({"examples": [{}, {"f": 5}]}, "/examples/1: does not conform in 7.1, at /f: 5 is not of type 'string'"),
    ({"examples": [{"o": {"k": "x"}}]},
     "/examples/0: does not conform in 7.1, at /o/k: 'x' is not of type 'integer'"),
    ({"examples": [5]}, "/examples/0: does not conform in 7.1, at /: 5 is not of type 'object'"),
]  # fmt: skip


@pytest.mark.parametrize(("parts", "problem"), FIELDS)
def test_what_a_document_may_say(tmp_path: Path, parts: dict[str, Any], problem: str) -> None:
    found = told(tmp_path, {"v7.1/a": {**A, **parts}})
    assert found == (f"schemas/v7.1/a.json#{problem}" if problem else "")


def sent(sender: str, **facts: str) -> dict[str, Any]:
    return {"description": "d", "x-jupyter": {"channels": ["shell"], "sender": sender, **facts}}


ASK, STATUS = sent("client"), sent("kernel")
REPLY = sent("kernel", answers="ask")
ANSWERS: list[tuple[dict[str, Any], str]] = [
    # types of one's own beside a request, an event and a reply, and what is wrong with them
    ({"other_ask": ASK, "other_reply": sent("kernel", answers="other_ask")}, ""),
    ({"question": STATUS, "other_reply": sent("client", answers="question")}, ""),
    ({"talk": sent("both"), "other_reply": sent("both", answers="talk")}, ""),
    ({"other_reply": REPLY}, "'ask' is answered by 'reply' in 7.1; name a request of your own"),
    ({"other_reply": sent("kernel", answers="reply")}, "'reply' is a reply itself; name a request"),
    ({"other_reply": sent("kernel", answers="other_reply")},
     "'other_reply' is a reply itself; name a request"),
    ({"other_reply": sent("kernel", answers="event")},
     "'event' is sent by the kernel, as is this; name a request of the other side"),
]  # fmt: skip


@pytest.mark.parametrize(("own", "problem"), ANSWERS)
def test_a_request_has_one_answer_from_the_other_side(
    tmp_path: Path, own: dict[str, Any], problem: str
) -> None:
    found = told(tmp_path, {}, {"ask": ASK, "event": STATUS, "reply": REPLY}, own)
    assert found == (f"own1/other_reply.json#/x-jupyter/answers: {problem}" if problem else "")


def test_a_request_does_not_go_without_its_reply(tmp_path: Path) -> None:
    less = {**OURS["v7.2/protocol"], "removes": ["urn:own:ask"]}
    problem = "own0/reply.json#/x-jupyter/answers: no message type 'ask' in version 7.2"
    asked = {"ask": ASK, "event": STATUS, "reply": REPLY, "v7.2/protocol": less}
    assert told(tmp_path / "1", {}, asked) == problem
    less["removes"].append("urn:own:reply")
    assert told(tmp_path / "2", {}, asked) == ""


def test_examples_of_what_is_no_message_conform_too(tmp_path: Path) -> None:
    mine = {name: value for name, value in A.items() if name != "examples"}
    note = {"description": "d", **T, "$defs": {"T": TEXT}}
    assert told(tmp_path / "1", {}, {"note": {**note, "examples": ["a"]}, "t": mine}) == ""
    problem = "does not conform in 7.1, at /: 5 is not of type 'string'"
    wrong = {"note": {**note, "examples": ["a", 5]}, "t": mine}
    assert told(tmp_path / "2", {}, wrong) == f"own0/note.json#/examples/1: {problem}"


def test_one_type_at_least_is_a_message(tmp_path: Path) -> None:
    problem = "describes no message type, nor does any other: one has 'channels' under x-jupyter"
    note = {"description": "d", **SAID}
    assert told(tmp_path / "1", {}, {"n": note, "o": note}) == f"own0/o.json#: {problem}"
    assert told(tmp_path / "2", {}, {"protocol": OURS["v7.1/protocol"]}) == f"protocol.json#: {problem}"
    assert told(tmp_path / "3", {"v7.1/a": note}) == f"schemas/v7.1/a.json#: {problem}"
