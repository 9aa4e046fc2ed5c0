"""What Python says of schemas: classes, their fields and what these default to, and rows of the tables."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from kernelwire_codegen.errors import SchemaError
from kernelwire_codegen.fields import at
from kernelwire_codegen.load import load
from kernelwire_codegen.model import Class, Field, Model, build
from tests.small import definitions, message, root

TEXT: Any = {"type": "string"}
FLAT: Any = {"$ref": "urn:kernelwire:defs#/$defs/Flat"}
LOOSE: Any = {"$ref": "urn:kernelwire:defs#/$defs/Loose"}
PARTS = definitions(
    Flat={"title": "Flat", "type": "object", "properties": {"a": TEXT}},
    Loose={"type": "object", "properties": {"a": TEXT}},
)


def built(folder: Path, *schemas: Any, **later: Any) -> Model:
    return build(root(folder / "schemas", PARTS, *schemas, **later))


def one(folder: Path, *schemas: Any, **later: Any) -> Class:
    return next(cls for cls in built(folder, *schemas, **later).classes if cls.name == "One")


def field(folder: Path, schema: Any, required: bool) -> Field:
    default = {} if required else {"examples": [{}]}
    [told] = one(folder, message("one", {"f": schema}, required=["f"] * required, **default)).fields
    return told


INNER: Any = {"description": "x", "properties": {"extra": {"description": "x"}}}
KIND = {"type": "object", "description": "A kind."}
GIVEN = None
"""It must be given."""


@pytest.mark.parametrize(
    ("schema", "required", "default", "fallback"),
    [
        ({**TEXT, "default": "x"}, True, GIVEN, "'x'"),
        ({**TEXT, "default": "x"}, False, "'x'", "'x'"),
        (TEXT, False, "None", "None"),
        ({"const": "a"}, True, "'a'", "'a'"),
        ({"const": "a", "default": "b"}, False, "'a'", "'a'"),
        ({"type": "integer", "default": 0}, True, GIVEN, "0"),
        ({"type": "boolean", "default": False}, False, "False", "False"),
        ({}, True, GIVEN, "None"),
        ({}, False, "None", "None"),
        ({"type": "null"}, True, GIVEN, "None"),
        ({"type": ["string", "null"]}, True, GIVEN, "None"),
        ({"type": ["string", "null"], "default": "x"}, True, GIVEN, "'x'"),
        ({"type": "array", "default": [1, [2]]}, True, "factory", "[1, [2]]"),
        ({"type": "object", "default": {"a": 1}}, False, "factory", "{'a': 1}"),
        ({"type": ["array", "object"], "default": []}, False, "factory", "[]"),
        ({"type": ["array", "null"], "default": []}, False, "None", "None"),
        ({"default": {}}, False, "None", "None"),
        ({**FLAT, "default": {}}, True, GIVEN, "{}"),
        ({**FLAT, "default": {}}, False, "None", "None"),
        ({"type": "array", "items": FLAT, "default": [{}]}, False, "None", "None"),
        (FLAT, False, "None", "None"),
        ({**TEXT, "default": "x", "x-jupyter": {"deprecated": "5.0"}}, False, "None", "None"),
        ({**TEXT, "default": "x", "x-jupyter": {"deprecated": "5.0"}}, True, GIVEN, "'x'"),
    ],
    ids=str,
)
def test_defaults(tmp_path: Path, schema: Any, required: bool, default: str | None, fallback: str) -> None:
    """Of the constructor, and of a reader where the message has none."""
    told = field(tmp_path, schema, required)
    assert (told.default, told.fallback) == (default, fallback)
    assert told.optional == (fallback == "None" and not required)
    assert told.required == required


@pytest.mark.parametrize("default", [{}, {"default": "x"}], ids=str)
def test_null_is_what_a_field_may_hold_whatever_its_default(tmp_path: Path, default: Any) -> None:
    kind = field(tmp_path, {"type": ["string", "null"], **default}, required=False).kind
    wrong = {value: bool(eval(at(kind.wrong, "v"), {"v": value})) for value in (None, "a", 1)}
    assert wrong == {None: not default, "a": False, 1: True}


def test_what_comes_later_than_its_class_need_not_be_given(tmp_path: Path) -> None:
    more = {"f": {**TEXT, "description": "x", "default": "", "x-jupyter": {"since": "5.1"}}}
    later = {"$id": "urn:kernelwire:one", "required": ["e", "f"], "properties": more}
    old = {**TEXT, "default": "", "x-jupyter": {"since": "5.0"}}
    cls = one(tmp_path, message("one", {"e": old}, required=["e"]), v5_1=[later])
    assert {each.wire: each.default for each in cls.fields} == {"e": GIVEN, "f": "''"}


def test_arguments_that_must_be_given_come_first_and_those_that_may_be_none_last(tmp_path: Path) -> None:
    fields = {"none": TEXT, "some": {**TEXT, "default": ""}, "must": {**TEXT, "default": ""}, "last": TEXT}
    cls = one(tmp_path, message("one", fields, required=["must"]))
    assert [each.wire for each in cls.fields] == ["none", "some", "must", "last"]
    assert [each.wire for each in cls.arguments] == ["must", "some", "none", "last"]


def test_what_is_required_of_ours_has_a_default_for_tolerant_readers(tmp_path: Path) -> None:
    with pytest.raises(
        SchemaError, match="is required: give it the 'default' that a tolerant reader"
    ) as caught:
        field(tmp_path, TEXT, required=True)
    assert caught.value.file.endswith("/one.json")
    assert caught.value.pointer == "/properties/f"


def test_classes_and_where_they_come_from(tmp_path: Path) -> None:
    inner = {"title": "Inner", "type": "object", "properties": {"f": TEXT, "raw": TEXT}}
    fields = {"a": {"$ref": "#/$defs/Inner"}, "b": {"$ref": "#/$defs/Loose"}, "c": FLAT, "d": {}}
    fields["d"] = {"$ref": "urn:kernelwire:defs#/$defs/Loose"}
    model = built(
        tmp_path, message("one", fields, **{"$defs": {"Inner": inner, "Loose": {"type": "object"}}})
    )
    rows = {cls.name: (cls.function, cls.place, cls.of_message, cls.lax) for cls in model.classes}
    assert rows == {
        "Flat": ("flat", "urn:kernelwire:defs#/$defs/Flat", False, False),
        "Header": ("header", "urn:kernelwire:header", False, True),
        "One": ("one", "urn:kernelwire:one", True, False),
        "Inner": ("inner", "urn:kernelwire:one#/$defs/Inner", False, False),
    }
    assert model.borrowed == ()
    assert model.documents == (("header", "Header"),)
    classes = {cls.name: cls for cls in model.classes}
    assert [each.kind.schema for each in classes["One"].fields] == [
        *({"$ref": "#/$defs/Inner"}, {"type": "object"}, {"$ref": "#/$defs/Flat"}, {"type": "object"}),
    ]
    assert [each.local for each in classes["Inner"].fields] == ["f", "raw_"]


def test_ones_own_classes_may_mention_ours(tmp_path: Path) -> None:
    folder = tmp_path / "own"
    folder.mkdir()
    wide = {"required": ["f", "n"], "properties": {"f": FLAT, "n": {"type": "integer"}}}
    facts = {"channels": ["shell"], "sender": "client"}
    for part in wide["properties"].values():
        part["description"] = "x"
    schema = {"description": "Of our own.", "x-jupyter": facts, "type": "object", **wide}
    (folder / "one.json").write_text(json.dumps(schema), encoding="utf-8")
    extra = {"$id": "urn:own:paper", "title": "Paper", "description": "x", "type": "object"}
    (folder / "paper.json").write_text(json.dumps(extra), encoding="utf-8")
    root(tmp_path / "schemas", PARTS, message("two", {}))
    model = build(load(tmp_path / "schemas", folder))
    assert [cls.name for cls in model.classes] == ["One", "Paper"]
    assert [cls.name for cls in model.borrowed] == ["Flat", "Header", "Two"]
    assert model.documents == (("paper", "Paper"),)
    assert {version: [row.name for row in rows] for version, rows in model.messages.items()} == {
        "5.0": ["one"]
    }
    [row] = model.messages["5.0"]
    assert (row.since, row.deprecated, row.summary) == ("5.0", None, "Of our own.")
    assert {each.wire: each.fallback for each in model.classes[0].fields} == {"f": "{}", "n": "0"}


def test_what_refers_to_another_at_its_root_extends_it(tmp_path: Path) -> None:
    base = message("base", {"a": {**TEXT, "default": ""}, "b": {**TEXT, "default": "x"}}, required=["a"])
    more = {"b": {"default": "y"}, "c": {**TEXT, "default": ""}}
    cls = one(tmp_path, base, message("one", more, required=["c"], **{"$ref": "urn:kernelwire:base"}))
    assert [(each.wire, each.fallback, each.required) for each in cls.fields] == [
        *(("a", "''", True), ("b", "'y'", False), ("c", "''", True)),
    ]


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({}, "On iopub, from the kernel. Since 5.0."),
        (
            {"channels": ["shell", "control"], "sender": "client"},
            "On shell or control, from the client. Since 5.0.",
        ),
        ({"sender": "both"}, "On iopub, from either side. Since 5.0."),
        ({"answers": "one"}, "On iopub, from the kernel. Answers ``one``. Since 5.0."),
        ({"deprecated": "5.1"}, "On iopub, from the kernel. Since 5.0; deprecated since 5.1."),
        (
            {"deprecated": {"since": "5.1", "channels": ["iopub", "shell"]}},
            "On iopub, from the kernel. Since 5.0; deprecated since 5.1 on iopub and shell.",
        ),
    ],
    ids=str,
)
def test_classes_say_who_sends_them_where_and_since_when(tmp_path: Path, facts: Any, said: str) -> None:
    assert one(tmp_path, message("one", {}, facts=facts)).doc == f"Of one.\n\n{said}"


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({}, "The f."),
        ({"since": "5.1"}, "The f. Since 5.1."),
        ({"deprecated": "5.1"}, "The f. Deprecated since 5.1."),
    ],
    ids=str,
)
def test_fields_say_since_when_they_are(tmp_path: Path, facts: Any, said: str) -> None:
    told = field(tmp_path, {**TEXT, "x-jupyter": facts} if facts else TEXT, required=False)
    assert told.doc == said


def test_a_definition_says_nothing_of_channels(tmp_path: Path) -> None:
    assert next(cls for cls in built(tmp_path, message("one", {})).classes).doc == "The flat.\n\nSince 5.0."


def test_rows_of_message_types(tmp_path: Path) -> None:
    """Per version those that it added or changed, and the names of those that it removed."""
    facts = {"channels": ["shell", "control"], "sender": "client"}
    ask = message("ask_request", {}, facts=facts)
    status = {"const": "ok", "default": "ok"}
    answers = {"channels": ["shell"], "answers": "ask_request"}
    reply = message(
        "ask_reply", {"status": status}, required=["status"], facts=answers, examples=[{"status": "ok"}]
    )
    on_shell = {"deprecated": {"since": "5.1", "channels": ["shell"]}}
    model = built(
        tmp_path,
        *(ask, reply, message("one", {}), message("two", {})),
        {"reply_shapes": {"error": "urn:kernelwire:defs#/$defs/Flat"}},
        v5_1=[
            {"$id": "urn:kernelwire:ask_request", "x-jupyter": on_shell},
            {"$id": "urn:kernelwire:two", "x-jupyter": {"deprecated": "5.1"}},
            {"removes": ["urn:kernelwire:one"]},
        ],
        v5_2=[],
    )
    names = {version: [row.name for row in rows] for version, rows in model.messages.items()}
    assert names == {
        "5.0": ["ask_reply", "ask_request", "one", "two"],
        "5.1": ["ask_request", "two"],
        "5.2": [],
    }
    assert model.removed == {"5.0": (), "5.1": ("one",), "5.2": ()}
    first, second, _, _ = model.messages["5.0"]
    assert (second.channels, second.sender, second.answers) == (("shell", "control"), "client", None)
    assert (second.cls, second.since, second.summary) == ("AskRequest", "5.0", "Of ask_request.")
    assert (second.deprecated, second.deprecated_on, second.shapes) == (None, (), ())
    assert (first.answers, first.shapes) == ("ask_request", (("ok", "AskReply"), ("error", "Flat")))
    changed, old = model.messages["5.1"]
    assert (changed.deprecated, changed.deprecated_on) == (None, (("shell", "5.1"),))
    assert (old.deprecated, old.deprecated_on) == ("5.1", ())


def test_one_field_may_say_what_another_one_holds(tmp_path: Path) -> None:
    """By its text, where it is there, and where what the other one holds has a name."""

    def case(const: Any, then: Any, *required: str) -> Any:
        test = {"properties": {"k": {"const": const}}, "required": required or ["k"]}
        return {"if": test, "then": {"properties": {"o": then}}}

    cases = [case("a", FLAT), case(True, FLAT), case("b", FLAT, "o"), case("c", TEXT), case("d", LOOSE)]
    cases += [{"required": ["k"]}, {"if": {"minProperties": 1}, "then": {"properties": {"o": FLAT}}}]
    fields = {"k": {**TEXT, "default": ""}, "o": {}}
    model = built(tmp_path, message("one", fields, allOf=cases, examples=[{"k": "x"}]))
    [row] = model.messages["5.0"]
    assert row.cases == (("k", "a", "o", "flat"),)


@pytest.mark.parametrize(
    ("changed", "place", "words"),
    [
        ({"title": None}, "", "a message type needs a title: 'One'"),
        ({"title": "Another"}, "/title", "must be 'One', after the message type"),
        ({"$defs": {"I": {"title": "Header", "description": "x"}}}, "/$defs/I/title", "is taken by"),
        ({"properties": {"sent": {"description": "x"}}}, "/properties/sent", "would hide 'sent'"),
        (
            {
                "$defs": {
                    "I": {**KIND, "title": "I", "properties": {"extra": {"description": "x"}}},
                }
            },
            "/$defs/I/properties/extra",
            "would hide 'extra'",
        ),
        *(
            ({"$defs": {"I": {"title": "I", "description": "x", **kind}}}, "/$defs/I", "needs")
            for kind in ({}, {"type": "string"}, {"type": ["object", "null"]})
        ),
        ({"type": None}, "", 'has a title, and so a class: it needs "type": "object"'),
    ],
    ids=str,
)
def test_what_python_cannot_say_is_refused_with_its_place(
    tmp_path: Path, changed: Any, place: str, words: str
) -> None:
    schema = {key: part for key, part in {**message("one", {}), **changed}.items() if part is not None}
    with pytest.raises(SchemaError) as caught:
        built(tmp_path, schema)
    assert caught.value.file == "schemas/v5.0/one.json"
    assert caught.value.pointer == place
    assert words in caught.value.problem
