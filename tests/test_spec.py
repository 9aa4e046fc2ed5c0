"""Nothing that the spec documents is missing from the schemas, and hardly anything is there that it does not
document: types, fields, the values that it lists, channels, version notes, deprecations.

`tests/spec.json` was written from the prose (messaging.rst and kernels.rst of jupyter_client,
websocket_protocols.rst of jupyter_server), section by section.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from kernelwire_codegen.load import Document, Json, Version
from tests.oracle import schemas

SECTIONS: dict[str, Any] = json.loads(Path(__file__).with_name("spec.json").read_text(encoding="utf-8"))
VERSIONS = [*schemas().versions]


def named(version: Version, name: str) -> Document:
    return next(document for document in version.documents.values() if document.stem == name)


def fields(version: Version, document: Document, schema: Json) -> set[str]:
    found = {*schema.get("properties", {})}
    if "$ref" in schema:
        found |= fields(version, *version.lookup(schema["$ref"], document.id))
    return found


def definition(version: Version, title: str) -> tuple[Document, Json]:
    for document in version.documents.values():
        for part in document.schema.get("$defs", {}).values():
            if part.get("title") == title:
                return document, part
    raise AssertionError(f"no definition {title}")


def part(version: Version, name: str) -> Json:
    return definition(version, name)[1] if name[0].isupper() else named(version, name).schema


def notes(kind: str) -> list[Any]:
    return [
        pytest.param(section, note, id="-".join(map(str, note[:3])))
        for section, told in SECTIONS.items()
        for note in told.get(kind, [])
    ]


@pytest.mark.parametrize("section", SECTIONS)
def test_every_documented_type_has_exactly_its_documented_fields(section: str) -> None:
    newest = schemas().newest
    told = SECTIONS[section]
    for name, wanted in {**told.get("message", {}), **told.get("document", {})}.items():
        document = named(newest, name)
        assert document.is_message == (name in told.get("message", {}))
        ours = {"message": {"channel"}, "connect_reply": {"status"}}.get(name, set[str]())
        assert fields(newest, document, document.schema) - ours == {*wanted}, name
    for title, wanted in told.get("definition", {}).items():
        document, schema = definition(newest, title)
        extra = {"execution_count"} if title in ("ErrorReply", "AbortedReply") else set[str]()
        assert fields(newest, document, schema) - extra == {*wanted}, title


def test_the_list_is_complete_the_other_way_round() -> None:
    def told(kind: str) -> set[str]:
        return {name for section in SECTIONS.values() for name in section.get(kind, {})}

    documents = schemas().newest.documents.values()
    types = {*schemas().newest.messages()}
    assert told("message") == types, "list it in tests/spec.json"
    assert told("document") == {doc.stem for doc in documents if not doc.is_message} - {"defs", "dap"}
    parts = [part for document in documents for part in document.schema.get("$defs", {}).values()]
    # The fields of these the Debug Adapter Protocol documents, or debug_request, debug_reply and debug_event.
    of_dap = {"DapRequest", "DapResponse", "DapEvent", "SourceBreakpoint"}
    assert told("definition") == {part["title"] for part in parts if "title" in part} - of_dap


@pytest.mark.parametrize("section", [name for name, told in SECTIONS.items() if "message" in told])
def test_types_travel_on_the_channels_of_their_section(section: str) -> None:
    for name in SECTIONS[section]["message"]:
        channels = named(schemas().newest, name).schema["x-jupyter"]["channels"]
        assert sorted(channels) == sorted(SECTIONS[section]["on"]), name


@pytest.mark.parametrize(("section", "note"), notes("values"))
def test_listed_values_are_known_and_closed_lists_have_no_other(section: str, note: list[Any]) -> None:
    name, field, values = note
    schema = part(schemas().newest, name)["properties"][field]
    schema = schema.get("items", schema)
    known = schema.get("enum") or [schema["const"]] if "enum" in schema or "const" in schema else None
    if known is None:
        assert {*values} <= {*schema["x-jupyter"]["open"]}
    else:
        assert sorted(known) == sorted(values)


@pytest.mark.parametrize(("section", "note"), notes("added"))
def test_what_a_version_added_is_not_there_before(section: str, note: list[str]) -> None:
    version, name = note
    for other in VERSIONS:
        there = name in {document.stem for document in schemas().versions[other].documents.values()}
        assert there == (VERSIONS.index(other) >= VERSIONS.index(version)), other


@pytest.mark.parametrize(("section", "note"), notes("changed"))
def test_what_a_version_changed_it_changed(section: str, note: list[str]) -> None:
    version, name, field = note
    now = schemas().versions[version]
    before = schemas().versions[VERSIONS[VERSIONS.index(version) - 1]]

    def said(of: Version) -> Any:
        schema = named(of, name).schema
        return schema.get("properties", {}).get(field), field in schema.get("required", [])

    assert said(now) != said(before)
    assert said(now)[0] is not None


@pytest.mark.parametrize(("section", "note"), notes("deprecated"))
def test_deprecations(section: str, note: list[str]) -> None:
    version, name, *where = note
    before = VERSIONS[max(VERSIONS.index(version) - 1, 0)]
    told: list[Any] = []
    for each in (version, before):
        schema = part(schemas().versions[each], name)
        field = schema.get("properties", {}).get(where[0], {}) if where else {}
        told.append(
            field.get("x-jupyter", {}).get("deprecated") or schema.get("x-jupyter", {}).get("deprecated")
        )
    wanted = {"since": version, "channels": where} if where == ["shell"] else version
    assert told == [wanted, None if before != version else wanted]


@pytest.mark.parametrize(("section", "note"), notes("channels"))
def test_channels(section: str, note: list[Any]) -> None:
    version, name, channels = note
    before = VERSIONS[VERSIONS.index(version) - 1]
    assert sorted(part(schemas().versions[version], name)["x-jupyter"]["channels"]) == sorted(channels)
    assert sorted(part(schemas().versions[before], name)["x-jupyter"]["channels"]) != sorted(channels)
