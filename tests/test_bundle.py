"""The shapes of a reply: told apart by ``status``, unless its schema tells them itself."""

from __future__ import annotations

from typing import Any

import pytest

from kernelwire_codegen.bundle import bundle, final_document, resolved, shapes
from kernelwire_codegen.load import Document
from tests.oracle import schemas

OTHERS = {
    "error": "urn:kernelwire:defs#/$defs/ErrorReply",
    "aborted": "urn:kernelwire:defs#/$defs/AbortedReply",
}
OWN = "#/$defs/UsageReply"


def reply(properties: dict[str, Any], **facts: Any) -> Document:
    schema = {
        "title": "UsageReply",
        "x-jupyter": {"channels": ["shell"], **facts},
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
    ],
    ids=["any status", "an error of its own", "only aborted", "no status", "no reply"],
)
def test_what_is_not_told_apart_by_status_has_one_shape(document: Document) -> None:
    assert shapes(schemas().final, document) == {}
    assert final_document(schemas().final, document) is document.schema
