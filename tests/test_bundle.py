"""What a version says, in schemas that stand by themselves; the shapes of a reply by its ``status``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from kernelwire_codegen.bundle import bundle, final_document, resolved, shapes
from kernelwire_codegen.load import Document
from tests.oracle import schemas
from tests.test_loading import loaded

OTHERS = {
    "error": "urn:kernelwire:defs#/$defs/ErrorReply",
    "aborted": "urn:kernelwire:defs#/$defs/AbortedReply",
}
OWN = "#/$defs/UsageReply"


def reply(properties: dict[str, Any], **facts: Any) -> Document:
    schema = {
        "title": "UsageReply",
        "x-jupyter": {
            key: value for key, value in {"channels": ["shell"], **facts}.items() if value is not None
        },
        "type": "object",
        "properties": properties,
    }
    return Document("urn:acme:usage_reply", "usage_reply", schema, (), 0)


@pytest.mark.parametrize(
    ("status", "own"),
    [
        ({"const": "ok"}, {"ok": OWN}),
        ({"enum": ["ok", "partial"]}, {"ok": OWN, "partial": OWN}),
    ],
)
def test_a_reply_has_its_own_shape_first_and_then_the_others(
    status: dict[str, Any], own: dict[str, str]
) -> None:
    found = shapes(schemas().final, reply({"status": status}, answers="usage_request"))
    assert [*found.items()] == [*(own | OTHERS).items()]


def test_a_schema_brings_what_it_refers_to_and_the_whole_brings_all() -> None:
    version = schemas().versions["5.5"]
    assert {*bundle(version)["$defs"]} == {document.stem for document in version.documents.values()}
    reply = resolved(version, "execute_reply")
    own = {*reply["$defs"]}
    assert len(reply["examples"]) == 2
    assert {"defs", "ExecuteReply", "page_payload"} <= own
    assert not {"stream", "header", "kernelspec"} & own
    assert "$defs" not in resolved(version, "stream")


@pytest.mark.parametrize(
    "document",
    [
        reply({"status": {"type": "string"}}, answers="usage_request"),
        reply({"status": {"enum": ["ok", "error"]}}, answers="usage_request"),
        reply({"status": {"const": "aborted"}}, answers="usage_request"),
        reply({}, answers="usage_request"),
        reply({"status": {"const": "ok"}}),
        reply({"status": {"const": "ok"}}, channels=None, answers="usage_request"),
        Document("urn:acme:note", "note", {"description": "d"}, (), 0),
    ],
    ids=[
        "any status",
        "an error of its own",
        "only aborted",
        "no status",
        "no reply",
        "no message",
        "nothing",
    ],
)
def test_what_is_not_told_apart_by_status_has_one_shape(document: Document) -> None:
    assert shapes(schemas().final, document) == {}
    assert final_document(schemas().final, document) is document.schema


OK: dict[str, Any] = {"description": "It went well.", "const": "ok"}
COUNT: dict[str, Any] = {"description": "How many.", "type": "integer"}
REFERS = {"description": "A part.", "$ref": "#/$defs/Part"}
FACTS = {"channels": ["shell"], "sender": "kernel", "answers": "usage_request", "always": ["count"]}
REPLY: dict[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "UsageReply",
    "description": "How much is used.",
    "x-jupyter": {**FACTS, "recommended": ["part"]},
    "type": "object",
    "required": ["status", "count"],
    "properties": {"status": OK, "count": COUNT, "part": REFERS},
    "$defs": {"Part": {"description": "A part.", "$ref": "urn:kernelwire:parts"}},
    "examples": [{"status": "ok", "count": 1}],
}
FAILED = {"status": {"description": "It failed.", "const": "error"}}
ERROR = {"title": "Error", "description": "An error.", "required": ["status"], "properties": FAILED}
SMALL: dict[str, Any] = {
    "v7.1/protocol": {
        "version": "7.1", "status": "draft", "reply_shapes": {"error": "urn:kernelwire:shapes#/$defs/Error"},
    },
    "v7.1/message": {
        "description": "A message.",
        "type": "object",
        "required": ["header", "content"],
        "$defs": {"Reply": {"description": "One to a request.", "required": ["parent"]}},
    },
    "v7.1/parts": {"description": "Parts of parts.", "$ref": "urn:kernelwire:more"},
    "v7.1/more": {"description": "Parts of those.", "type": "object"},
    "v7.1/shapes": {"description": "Other shapes.", "$defs": {"Error": ERROR}},
    "v7.1/usage_reply": REPLY,
    "v7.1/usage_request": {
        "title": "UsageRequest",
        "description": "Asks for it.",
        "x-jupyter": {"channels": ["shell"], "sender": "client"},
        "type": "object",
        "properties": {"of": {"description": "Whose.", "type": "string"}},
    },
}  # fmt: skip


def test_a_reply_is_its_shapes_with_all_that_they_refer_to(tmp_path: Path) -> None:
    version = loaded(tmp_path, SMALL).newest

    def case(status: str, **then: Any) -> dict[str, Any]:
        return {"if": {"properties": {"status": {"const": status}}, "required": ["status"]}, "then": then}

    own = {key: REPLY[key] for key in ("title", "description", "type", "required")}
    part = {"description": "A part.", "$ref": "urn:kernelwire:usage_reply#/$defs/Part"}
    own |= {"properties": {**REPLY["properties"], "part": part}, "x-jupyter": {"recommended": ["part"]}}
    status = {"description": "How the request went; it tells the shapes apart.", "enum": ["ok", "error"]}
    other = {"$ref": "urn:kernelwire:shapes#/$defs/Error", "required": ["count"]}
    assert resolved(version, "usage_reply") == {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:kernelwire:usage_reply",
        "title": "UsageReply",
        "description": "How much is used.",
        "x-jupyter": FACTS,
        "type": "object",
        "required": ["status"],
        "properties": {"status": status},
        "allOf": [case("ok", **{"$ref": "#/$defs/UsageReply"}), case("error", **other)],
        "$defs": {
            "Part": REPLY["$defs"]["Part"],
            "UsageReply": own,
            **{
                name: {"$id": f"urn:kernelwire:{name}", **SMALL[f"v7.1/{name}"]}
                for name in ("parts", "more", "shapes")
            },
        },
        "examples": REPLY["examples"],
    }


def test_a_reply_need_not_say_more_than_its_status(tmp_path: Path) -> None:
    bare = {
        "description": "d",
        "x-jupyter": {"channels": ["shell"], "sender": "kernel", "answers": "x_request"},
    }
    schemas = loaded(tmp_path, SMALL, {"x_reply": {**bare, "properties": {"status": OK}}})
    schema = resolved(schemas.newest, "x_reply")
    assert schema["examples"] == []
    assert [case["then"]["$ref"].rpartition("/")[2] for case in schema["allOf"]] == ["XReply", "Error"]
    assert schema["$defs"]["XReply"] == {"title": "XReply", "description": "d", "properties": {"status": OK}}
    judge = Draft202012Validator(schema)
    good = [judge.is_valid({"status": status}) for status in ("ok", "error", "aborted")]
    assert (good, judge.is_valid({}), judge.is_valid([])) == ([True, True, False], False, False)
    with pytest.raises(KeyError, match="y_reply"):
        resolved(schemas.newest, "y_reply")


HEADER = {"msg_type": "usage_reply"}
REQUEST = {"msg_type": "usage_request"}
OF_MESSAGES: list[tuple[Any, list[str]]] = [
    # a message, and where it is wrong
    ({"header": HEADER, "parent": {}, "content": {"status": "ok", "count": 1}}, []),
    ({"header": HEADER, "parent": {}, "content": {"status": "ok"}}, ["$.content"]),
    ({"header": HEADER, "parent": {}, "content": {"status": "error", "count": 1}}, []),
    ({"header": HEADER, "parent": {}, "content": {"status": "error"}}, ["$.content"]),
    ({"header": HEADER, "content": {"status": "ok", "count": 1}}, ["$"]),
    ({"header": REQUEST, "content": {}}, []),
    ({"header": REQUEST, "content": {"of": 5}}, ["$.content.of"]),
    ({"header": {}, "content": {"of": 5}}, []),
    ({"header": [], "content": {"of": 5}}, []),
    ({"header": {"msg_type": "x"}, "content": 5}, []),
    ({"content": {"of": 5}}, ["$"]),
    ([], ["$"]),
]


@pytest.mark.parametrize(("message", "wrong"), OF_MESSAGES)
def test_a_whole_message_is_judged_by_its_type(tmp_path: Path, message: Any, wrong: list[str]) -> None:
    judge = Draft202012Validator(bundle(loaded(tmp_path, SMALL).newest))
    assert [error.json_path for error in judge.iter_errors(message)] == wrong


def test_the_whole_tells_what_it_is_and_holds_every_document(tmp_path: Path) -> None:
    whole = bundle(loaded(tmp_path, SMALL).newest)
    documents = whole.pop("$defs")
    assert {stem: part["$id"] for stem, part in documents.items()} == {
        name.partition("/")[2]: f"urn:kernelwire:{name.partition('/')[2]}"
        for name in SMALL if not name.endswith("protocol")
    }  # fmt: skip
    del whole["allOf"]
    assert whole == {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:kernelwire:bundle:7.1",
        "title": "Jupyter message, protocol 7.1",
        "description": "Judges any whole message by the Jupyter protocol 7.1 (draft).",
    }
