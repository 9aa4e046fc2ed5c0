"""What is wrong in a schema stops the generator, and it says where: the file, the JSON pointer, the cure."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from kernelwire_codegen import rules
from kernelwire_codegen.bundle import bundle, resolved
from kernelwire_codegen.errors import SchemaError
from kernelwire_codegen.load import load
from kernelwire_codegen.model import build
from tests.oracle import documents, schemas


def test_there_are_43_message_types_and_7_versions() -> None:
    assert [*schemas().versions] == ["5.0", "5.1", "5.2", "5.3", "5.4", "5.5", "5.6"]
    assert schemas().final.name == "5.5"
    assert len(schemas().final.messages()) == 43


def test_every_resolved_schema_is_json_schema_and_stands_alone() -> None:
    for version, document in documents():
        schema = resolved(schemas().versions[version], document.stem)
        Draft202012Validator.check_schema(schema)
        Draft202012Validator(schema).is_valid({})  # a reference that leads nowhere would raise


def test_the_bundle_judges_a_whole_message() -> None:
    judge = Draft202012Validator(bundle(schemas().final))
    message = schemas().final.documents["urn:kernelwire:message"].schema["examples"][0]
    header = {**message["header"], "date": "2026-01-01T00:00:00Z"}
    assert judge.is_valid({**message, "header": header})
    wrong = {**message, "header": header, "content": {"name": "stdin", "text": ""}}
    assert [error.json_path for error in judge.iter_errors(wrong)] == ["$.content.name"]
    orphan = {
        **message,
        "header": {**header, "msg_type": "shutdown_reply"},
        "parent_header": {},
        "content": {"status": "aborted"},
    }
    assert [error.json_path for error in judge.iter_errors(orphan)] == ["$.parent_header"]


def _json(change: Callable[[dict[str, Any]], Any]) -> Callable[[str], str]:
    def edit(text: str) -> str:
        data = json.loads(text)
        change(data)
        return json.dumps(data)

    return edit


BREAKS = [
    ("stream.json", lambda text: text[:-3], "", "not JSON"),
    ("stream.json", lambda text: text.replace('"title"', '"type": "object", "title"', 1), "", "stands twice"),
    ("stream.json", lambda text: text.replace('"title"', '"x": 1e999, "title"', 1), "", "1e999 is no number"),
    ("stream.json", _json(lambda data: data.pop("$id")), "/$id", "is missing; write 'urn:kernelwire:stream'"),
    ("defs.json", _json(lambda data: data["$defs"]["ErrorReply"].update(title="Struct")), "", "already"),
    (
        "stream.json",
        _json(lambda data: data.update({"$id": "urn:kernelwire:streem"})),
        "/$id",
        "urn:kernelwire:stream",
    ),
    (
        "stream.json",
        _json(lambda data: data["properties"]["text"].update(type="strin")),
        "/properties/text/type",
        "strin",
    ),
    (
        "stream.json",
        _json(lambda data: data["properties"]["text"].pop("description")),
        "/properties/text",
        "description",
    ),
    ("stream.json", _json(lambda data: data.pop("description")), "", "description"),
    (
        "stream.json",
        _json(lambda data: data["properties"]["text"].update(format="uri")),
        "/properties/text",
        "format",
    ),
    ("stream.json", _json(lambda data: data["x-jupyter"].update(sendr="kernel")), "/x-jupyter", "sendr"),
    ("stream.json", _json(lambda data: data["x-jupyter"].pop("sender")), "/x-jupyter", "sender"),
    ("stream.json", _json(lambda data: data["x-jupyter"].update(since="5.1")), "/x-jupyter/since", "5.0"),
    (
        "stream.json",
        _json(lambda data: data["x-jupyter"].update(answers="streem_request")),
        "/x-jupyter/answers",
        "streem_request",
    ),
    ("stream.json", _json(lambda data: data["required"].append("colour")), "/required/2", "colour"),
    ("stream.json", _json(lambda data: data["examples"][0].update(text=5)), "/examples/0", "/text"),
    ("stream.json", _json(lambda data: data.pop("examples")), "", "example"),
    ("stream.json", _json(lambda data: data.update(title="Streem")), "/title", "Stream"),
    (
        "stream.json",
        _json(lambda data: data["properties"]["text"].pop("default")),
        "/properties/text",
        "default",
    ),
    ("defs.json", _json(lambda data: data["$defs"]["ErrorReply"].update(title="Stream")), "", "taken"),
    (
        "display_data.json",
        lambda text: text.replace("defs#/$defs/MimeBundle", "defs#/$defs/MimeBundel", 1),
        "",
        "leads nowhere",
    ),
    ("protocol.json", _json(lambda data: data.update(version="5.9")), "/version", "5.9"),
    ("protocol.json", _json(lambda data: data.update(status="finished")), "/status", "draft"),
    ("protocol.json", _json(lambda data: data.update(removes=["urn:kernelwire:gone"])), "/removes/0", "gone"),
]


@pytest.mark.parametrize(("file", "edit", "pointer", "told"), BREAKS)
def test_a_broken_schema_is_refused_with_its_place(
    workshop: Path, file: str, edit: Callable[[str], str], pointer: str, told: str
) -> None:
    path = workshop / "schemas" / "v5.0" / file
    path.write_text(edit(path.read_text(encoding="utf-8")), encoding="utf-8")
    with pytest.raises(SchemaError) as caught:
        loaded = load(workshop / "schemas")
        rules.check(loaded)
        build(loaded)
    assert caught.value.file == f"schemas/v5.0/{file}" or told == "taken"
    assert told in str(caught.value)
    if pointer:
        assert caught.value.pointer.startswith(pointer)


def test_an_error_in_a_patch_names_the_patch(workshop: Path) -> None:
    path = workshop / "schemas" / "v5.5" / "header.json"
    data = json.loads(path.read_text(encoding="utf-8"))
    data["properties"]["subshell_id"]["type"] = "strin"
    path.write_text(json.dumps(data), encoding="utf-8")
    with pytest.raises(SchemaError) as caught:
        load(workshop / "schemas")
    assert (caught.value.file, caught.value.pointer) == (
        "schemas/v5.5/header.json",
        "/properties/subshell_id/type",
    )


def test_bytes_that_are_not_utf8_are_refused(workshop: Path) -> None:
    path = workshop / "schemas" / "v5.0" / "stream.json"
    path.write_bytes(path.read_bytes() + b"\xff")
    with pytest.raises(SchemaError, match="not UTF-8"):
        load(workshop / "schemas")


def test_a_folder_without_schemas_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SchemaError, match="no such folder"):
        load(schemas_root(), tmp_path / "none")
    with pytest.raises(SchemaError, match="holds neither"):
        load(schemas_root(), tmp_path)


def schemas_root() -> Path:
    from kernelwire_codegen import assets

    return assets.folder("schemas")
