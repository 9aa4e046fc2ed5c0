"""Versions laid over each other, and what of a document, a patch or a protocol.json is refused, and how."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from kernelwire_codegen.errors import SchemaError
from kernelwire_codegen.files import File
from kernelwire_codegen.load import Document, Json, Schemas, load
from tests.conftest import ROOT

STREAM = {"channels": ["iopub"], "sender": "kernel"}
TEXT = {"description": "A text.", "type": "string"}
ERROR = {"error": "urn:kernelwire:parts#/$defs/Error"}
PARTS: dict[str, Any] = {
    "v7.1/parts": {"description": "d", "$defs": {"Error": {"title": "Error", "description": "d"}}}
}
OLD: dict[str, Any] = {
    **PARTS,
    "v7.1/protocol": {"version": "7.1", "status": "final", "reply_shapes": ERROR},
    "v7.1/a": {"description": "A.", "x-jupyter": STREAM, "properties": {"f": TEXT, "g": TEXT}},
    "v7.1/b": {"description": "B.", "x-jupyter": {"since": "7.1"}},
}
NEW: dict[str, Any] = {
    **OLD,
    "v7.2/protocol": {"version": "7.2", "status": "draft", "removes": ["urn:kernelwire:b"]},
    "v7.2/a": {"properties": {"g": None, "h": {"description": "H.", "$ref": "urn:kernelwire:c"}}},
    "v7.2/c": {"description": "C.", "$defs": {"D": TEXT, "E": {"description": "E.", "$ref": "#/$defs/D"}}},
}


def folder(path: Path, files: dict[str, Any]) -> Path:
    """A folder of schemas; each document of ours has its ``$id``."""
    for name, data in files.items():
        file = path / f"{name}.json"
        file.parent.mkdir(parents=True, exist_ok=True)
        if path.name == "schemas" and file.stem not in ("protocol", "vocabulary"):
            data = {"$id": f"urn:kernelwire:{file.stem}", **data}
            data = {key: value for key, value in data.items() if value is not None}
        file.write_text(json.dumps(data), encoding="utf-8")
    return path


def loaded(home: Path, files: dict[str, Any], *own: dict[str, Any]) -> Schemas:
    vocabulary = json.loads((ROOT / "schemas" / "vocabulary.json").read_text(encoding="utf-8"))
    ours = folder(home / "schemas", {"vocabulary": vocabulary, **files})
    return load(ours, *(folder(home / f"own{number}", each) for number, each in enumerate(own)))


def test_a_version_is_what_was_before_with_its_changes(tmp_path: Path) -> None:
    schemas = loaded(tmp_path, NEW)
    old, new = schemas.versions.values()
    assert (schemas.own, schemas.final, schemas.newest) == (0, old, new)
    assert [(each.name, each.status, each.reply_shapes) for each in (old, new)] == [
        ("7.1", "final", ERROR), ("7.2", "draft", ERROR),
    ]  # fmt: skip
    assert {*old.documents} == {"urn:kernelwire:a", "urn:kernelwire:b", "urn:kernelwire:parts"}
    assert {*new.documents} == {"urn:kernelwire:a", "urn:kernelwire:c", "urn:kernelwire:parts"}
    assert ([*old.messages()], [*new.messages()]) == (["a"], ["a"])
    first, then = (version.messages()["a"] for version in (old, new))
    assert [file.shown for file in then.files] == ["schemas/v7.1/a.json", "schemas/v7.2/a.json"]
    assert {*first.schema["properties"]} == {"f", "g"}
    assert {*then.schema["properties"]} == {"f", "h"}
    assert new.documents["urn:kernelwire:parts"] is old.documents["urn:kernelwire:parts"]
    found = new.lookup("urn:kernelwire:c", first.id)
    assert found == (new.documents["urn:kernelwire:c"], found[0].schema)
    for ref in ("urn:kernelwire:c#/$defs/D", "#/$defs/D"):
        assert new.lookup(ref, "urn:kernelwire:c") == (found[0], TEXT)
    with pytest.raises(KeyError):
        new.lookup("#/$defs/F", "urn:kernelwire:c")
    assert found[1]["$defs"]["E"]["$ref"] == "urn:kernelwire:c#/$defs/D"


def test_files_beside_the_folders_are_of_5_0_if_no_folder_is_older(tmp_path: Path) -> None:
    facts = {"version": "5.0", "status": "final"}
    schemas = loaded(tmp_path, {"protocol": facts, "a": OLD[A]}, {"v5.0/t": {"description": "T."}})
    assert {name: [*version.documents] for name, version in schemas.versions.items()} == {
        "5.0": ["urn:kernelwire:a", "urn:own:t"]
    }


def test_the_shapes_of_replies_may_change(tmp_path: Path) -> None:
    protocol = {"version": "7.2", "status": "final", "reply_shapes": {}}
    schemas = loaded(tmp_path, {**OLD, "v7.2/protocol": protocol})
    assert [each.reply_shapes for each in schemas.versions.values()] == [ERROR, {}]
    assert schemas.final is schemas.newest


def test_ones_own_types_are_there_since_the_oldest_version_or_their_own(tmp_path: Path) -> None:
    field = {"description": "F.", "$ref": "urn:kernelwire:a"}
    mine = {"description": "M.", "x-jupyter": STREAM, "properties": {"f": field}}
    own = {"spark_msg": mine, "v7.2/late": {"description": "L.", "x-jupyter": {"since": "7.2"}}}
    schemas = loaded(tmp_path, NEW, own, {"note": {"description": "N.", "$id": "urn:acme:note"}})
    assert schemas.own == 2
    early = {"urn:own:spark_msg", "urn:acme:note"}
    added = [{*each.documents} & {*early, "urn:own:late"} for each in schemas.versions.values()]
    assert added == [early, {*early, "urn:own:late"}]
    documents = schemas.newest.documents
    assert [documents[f"urn:{name}"].root for name in ("kernelwire:a", "own:late", "acme:note")] == [0, 1, 2]
    assert documents["urn:own:spark_msg"].schema["title"] == "SparkMsg"
    assert "title" not in documents["urn:own:late"].schema
    assert documents["urn:own:spark_msg"].is_message
    assert not documents["urn:own:late"].is_message


def protocol(**facts: Any) -> dict[str, Any]:
    return {"v7.1/protocol": {"version": "7.1", "status": "final", **facts}}


A = "v7.1/a"
LATER: dict[str, Any] = {"v7.2/protocol": {"version": "7.2", "status": "final"}}
REFUSED: dict[str, tuple[dict[str, Any], dict[str, Any], str, str]] = {
    # files that are other, one's own, place, problem
    "no version": ({"v7.3/b": {}}, {}, "schemas/v7.3/protocol.json#",
                   "is missing: it tells the status of version 7.3, which is new"),
    "another version": (protocol(version="7.2"), {}, "schemas/v7.1/protocol.json#/version",
                        "says '7.2', its folder says '7.1'"),
    "no status": (protocol(status=None), {}, "schemas/v7.1/protocol.json#/status",
                  "must be 'final' or 'draft'"),
    "to remove nothing": (protocol(removes=["urn:x:a"]), {}, "schemas/v7.1/protocol.json#/removes/0",
                          "no document 'urn:x:a' to remove"),
    "to remove what came before": (
        {"v7.2/protocol": {**LATER["v7.2/protocol"], "removes": ["urn:kernelwire:a"] * 2}}, {},
        "schemas/v7.2/protocol.json#/removes/1", "no document 'urn:kernelwire:a' to remove"),
    "no name": ({A: {**OLD[A], "$id": None}}, {}, "schemas/v7.1/a.json#/$id",
                "is missing; write 'urn:kernelwire:a'"),
    "no whole name": ({A: {**OLD[A], "$id": "a"}}, {}, "schemas/v7.1/a.json#/$id",
                      "must be a urn that ends in the file's name: 'urn:kernelwire:a'"),
    "another name": ({}, {"t": {"$id": "urn:acme:s"}}, "own0/t.json#/$id",
                     "must be a urn that ends in the file's name: 'urn:acme:t'"),
    "an address": ({}, {"t": {"$id": "https://acme.com/t.json"}}, "own0/t.json#/$id",
                   "must be a urn that ends in the file's name: 'urn:own:t'"),
    "no urn": ({}, {"t": {"$id": "acme:t"}}, "own0/t.json#/$id",
               "must be a urn that ends in the file's name: 'urn:own:t'"),
    "a name of ours": ({}, {"a": {**OLD[A], "$id": "urn:kernelwire:a"}}, "own0/a.json#/$id",
                       "is taken by schemas/v7.1/a.json; use a namespace of your own"),
    "a file of ours": ({}, {"a": OLD[A]}, "own0/a.json#/$id", "the name 'a' is taken by schemas/v7.1/a.json"),
    "a version of one's own": ({}, {"v7.2/t": {}}, "own0/v7.2#",
                               "there is no version 7.2 of the protocol; there are 7.1"),
    "no description": ({A: {"x-jupyter": STREAM}}, {}, "schemas/v7.1/a.json#", "lacks a description"),
    "facts that are none": ({}, {"t": {"description": "d", "x-jupyter": 5}}, "own0/t.json#/x-jupyter",
                            "5 is not of type 'object'"),
    "a reference to nothing": (
        {A: {**OLD[A], "properties": {"f": {"description": "d", "$ref": "urn:kernelwire:c#/$defs/D"}}}}, {},
        "schemas/v7.1/a.json#/properties/f/$ref",
        "'urn:kernelwire:c#/$defs/D' leads nowhere in version 7.1"),
    "a reference into nothing": ({A: {**OLD[A], "$ref": "#/$defs/D"}}, {}, "schemas/v7.1/a.json#/$ref",
                                 "'urn:kernelwire:a#/$defs/D' leads nowhere in version 7.1"),
    "words of another kind": (
        {A: {**OLD[A], "format": "uri", "title": "A", "not": {}}}, {}, "schemas/v7.1/a.json#",
        "'format', 'not': not understood by the generator; "
        "schemas/vocabulary.json lists and explains what is"),
    "a type that is none": (
        {A: {**OLD[A], "properties": {"f": {"description": "d", "type": "text"}}}}, {},
        "schemas/v7.1/a.json#/properties/f/type",
        "'text' is no JSON type: array, boolean, integer, null, number, object or string"),
    "a title that is none": ({A: {**OLD[A], "title": 5}}, {}, "schemas/v7.1/a.json#/title",
                             "5 is not of type 'string'"),
    "a file of a name that is no type's": (
        {}, {"my-thing": {**OLD[A]}}, "own0/my-thing.json#",
        "a file is called after its message type or document: a to z, digits and _"),
    "a needed field within that no name can be": (
        {A: {**OLD[A], "properties": {"f": {"description": "d", "type": "object", "required": ["a²"]}}}}, {},
        "schemas/v7.1/a.json#/properties/f/required/0",
        r"'a²' does not match '^[ !#-&(-\\[\\]-z|~]+$'"),
    "half a character": (
        {A: {**OLD[A], "properties": {"f": {"description": "d", "enum": ["\ud800"]}}}}, {},
        "schemas/v7.1/a.json#/properties/f/enum/0",
        r"'\ud800' does not match '^[^\\ud800-\\udfff]*$'"),
    "a consequence that says nothing": (
        {A: {**OLD[A], "if": {"minProperties": 1}, "then": {}}}, {}, "schemas/v7.1/a.json#/then",
        "{} should be non-empty"),
    "a field that is called type": ({A: {**OLD[A], "properties": {"type": {"type": "string"}}}}, {},
                                    "schemas/v7.1/a.json#/properties/type",
                                    "lacks 'description'"),
    "a consequence of nothing": ({A: {**OLD[A], "then": {"required": ["f"]}}}, {}, "schemas/v7.1/a.json#",
                                 "'if' is a dependency of 'then'"),
    "other fields beside patterns": (
        {A: {**OLD[A], "patternProperties": {"^a": {"description": "d"}}, "additionalProperties": TEXT}}, {},
        "schemas/v7.1/a.json#",
        "cannot stand beside patternProperties, which judge nothing: whom would it spare?"),
    "a patch": (
        {**LATER, "v7.2/a": {"properties": {"f": {"type": 5}}}},
        {}, "schemas/v7.2/a.json#/properties/f/type",
        "5 is no JSON type: array, boolean, integer, null, number, object or string"),
}  # fmt: skip


def refused(home: Path, files: dict[str, Any], own: dict[str, Any], place: str, problem: str) -> None:
    """That these files, and one's own beside them, are refused at that place, in these words."""
    with pytest.raises(SchemaError) as caught:
        loaded(home, {**OLD, **files}, *([own] if own else []))
    assert str(caught.value).removeprefix(f"{home}/") == f"{place}: {problem}"


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_refused(tmp_path: Path, name: str) -> None:
    refused(tmp_path, *REFUSED[name])


def test_a_folder_without_a_file_is_no_version(tmp_path: Path) -> None:
    (tmp_path / "schemas" / "v7.2").mkdir(parents=True)
    with pytest.raises(SchemaError, match=r"^schemas/v7\.2/protocol\.json#: is missing"):
        loaded(tmp_path, OLD)


@pytest.mark.parametrize(
    ("path", "file"),
    [
        ((), "new"), (("a",), "new"), (("a", "b"), "old"), (("a", "c"), "new"), (("l",), "old"),
        (("l", 0), "old"), (("l", 1), "old"), (("a", "x"), "new"), (("x",), "new"), (("a", "b", "y"), "old"),
    ],
)  # fmt: skip
def test_an_error_names_the_newest_file_with_that_place(path: tuple[str | int, ...], file: str) -> None:
    files = (File("t", "old", {"a": {"b": 1, "c": 2}, "l": ["x"]}), File("t", "new", {"a": {"c": 3}}))
    error = Document("urn:own:t", "t", {}, files, 0).error(path, "is wrong")
    item = path[-1:] in ((0,), (1,))
    assert (error.file, error.problem) == (file, "is wrong; give a new 'l' in new" if item else "is wrong")


def linked(links: list[tuple[str, Json]]) -> dict[str, Any]:
    return {A: {**OLD[A], "$defs": {name: {"description": "d", **link} for name, link in links}}}


@pytest.mark.parametrize("backwards", [False, True])
@pytest.mark.parametrize("length", [100, 101])
def test_references_may_lead_on_a_hundred_times(tmp_path: Path, length: int, backwards: bool) -> None:
    """Whichever is read first."""
    links: list[tuple[str, Json]] = [(f"L{i}", {"$ref": f"#/$defs/L{i + 1}"}) for i in range(length)]
    files = linked([*links, (f"L{length}", {"type": "string"})][:: -1 if backwards else 1])
    if length == 100:
        loaded(tmp_path, {**OLD, **files})
    else:
        with pytest.raises(SchemaError) as caught:
            loaded(tmp_path, {**OLD, **files})
        assert str(caught.value) == "schemas/v7.1/a.json#: leads on through more than 100 references"


NULL = {"type": "null"}
NODE = {"$ref": "#/$defs/Node"}
FIELD = {"properties": {"f": {"description": "d", **NODE}}}
CASE = {"if": {"minProperties": 1}, "then": NODE}


@pytest.mark.parametrize("title", [{}, {"title": "Node"}], ids=["no class", "class"])
@pytest.mark.parametrize(
    ("link", "of_class"),
    [
        (NODE, False), ({"allOf": [NODE]}, False), ({"anyOf": [NULL, NODE]}, False), (CASE, False),
        ({"allOf": [CASE]}, False), ({"anyOf": [NULL, {"type": "object", "allOf": [CASE]}]}, False),
        (FIELD, True), ({"items": NODE}, True), ({"additionalProperties": NODE}, True),
        ({"prefixItems": [NODE]}, True), ({"anyOf": [NULL, {"type": "object", **FIELD}]}, True),
    ],
)  # fmt: skip
def test_a_class_may_hold_itself_and_nothing_may_be_itself(
    tmp_path: Path, link: Json, of_class: bool, title: Json
) -> None:
    node = ("Node", {**title, **link})
    if title and of_class:
        loaded(tmp_path, {**OLD, **linked([node])})
        extending = linked([node])
        extending[A] |= NODE
        loaded(tmp_path, {**OLD, **extending})
    else:
        with pytest.raises(SchemaError) as caught:
            loaded(tmp_path, {**OLD, **linked([node])})
        assert (
            str(caught.value) == "schemas/v7.1/a.json#: 'urn:kernelwire:a#/$defs/Node' leads back to itself"
        )


def test_a_document_that_holds_itself(tmp_path: Path) -> None:
    field = {"properties": {"f": {"description": "d", "$ref": "urn:kernelwire:a"}}}
    loaded(tmp_path, {**OLD, A: {**OLD[A], "title": "A", **field}})
    with pytest.raises(SchemaError, match="'urn:kernelwire:a' leads back to itself"):
        loaded(tmp_path, {**OLD, A: {**OLD[A], **field}})
