"""A package of one's own has its modules: what messages need at once, documents apart, ours borrowed."""

from __future__ import annotations

import importlib
import sys
import typing
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import jupyter_messages
from kernelwire_codegen import assets
from kernelwire_codegen.emit import write
from kernelwire_codegen.load import Json
from kernelwire_codegen.render import render
from tests.test_own_types import loaded, message

PLAN = {"$ref": "urn:acme:plan_reply#/$defs/Plan"}
STEPS = {"type": "object", "additionalProperties": {"$ref": "#/$defs/Step"}}
LANGUAGE = {"$ref": "urn:kernelwire:defs#/$defs/LanguageInfo"}


def shape(title: str, **fields: Json) -> Json:
    """A schema with a class of its own."""
    properties = {name: {"description": "A field.", **part} for name, part in fields.items()}
    return {"title": title, "description": "A part.", "type": "object", "properties": properties}


def document(name: str, **parts: Any) -> Json:
    return {"$id": f"urn:acme:{name}", "description": "No message.", **parts}


def note(name: str, title: str, schema: Json, facts: Json, **parts: Any) -> Json:
    """A message type."""
    made = message({}, name, **{**schema, **parts})
    return {**made, "$id": f"urn:acme:{name}", "title": title, "x-jupyter": facts}


OWN = [
    note(
        "plan_request",
        "PlanRequest",
        shape("PlanRequest"),
        {"channels": ["control"], "sender": "client"},
    ),
    note(
        "plan_reply",
        "PlanReply",
        shape("PlanReply", status={"const": "ok"}, plan={"$ref": "#/$defs/Plan"}, language=LANGUAGE),
        {"channels": ["control"], "sender": "kernel", "answers": "plan_request"},
        **{"$defs": {"Plan": shape("Plan", steps={"type": "array", "items": {"type": "string"}})}},
        examples=[{"status": "ok"}],
    ),
    note(
        "plan_event",
        "PlanEvent",
        shape("PlanEvent", plans={"type": "array", "items": PLAN}, steps=STEPS),
        {"channels": ["iopub"], "sender": "kernel"},
        **{"$defs": {"Step": shape("Step", done={"type": "boolean"})}},
    ),
    document(
        "plan_file",
        **shape(
            "PlanFile",
            plan=PLAN,
            language=LANGUAGE,
            margin={"type": "array", "items": {"$ref": "#/$defs/Note"}},
        ),
        **{"$defs": {"Note": shape("Note", text={"type": "string"})}},
    ),
    document("plan_copy", **{"$ref": "urn:acme:plan_file"}),
    document("plan_loose", properties={"plan": {"description": "x", **PLAN}}),
    document("plan_word", type="string", minLength=2),
    document("plan_parts", **{"$defs": {"Word": {"description": "x", "type": "string"}}}),
]


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    folder = tmp_path_factory.mktemp("plans")
    schemas = loaded(folder / "own", *OWN)
    files = render(schemas, assets.folder("templates"), "plans", "own/", "make", base="jupyter_messages")
    write(files, folder / "plans")
    sys.path.insert(0, str(folder))
    yield importlib.import_module("plans")
    sys.path.remove(str(folder))


def members(alias: Any) -> list[str]:
    return [cls.__name__ for cls in typing.get_args(alias) or [alias]]


def test_a_package_has_these_modules(own: ModuleType) -> None:
    modules, ours = (
        {path.stem for path in Path(package.__path__[0]).glob("*.py")} for package in (own, jupyter_messages)
    )
    both = {"__init__", "messages", "converters", "documents", "document_converters", "tables", "validators"}
    assert modules == {*both, "verdict", "conforming"}
    assert ours == {*both, "verdict", "problems", "support", "mime"}


def test_classes_are_where_they_are_needed(own: ModuleType) -> None:
    messages, documents = (importlib.import_module(f"plans.{name}") for name in ("messages", "documents"))
    assert {"PlanRequest", "PlanReply", "PlanEvent", "Plan", "Step"} <= {*vars(messages)}
    assert not {"PlanFile", "Note"} & {*vars(messages)}
    assert documents.PlanFile is own.PlanFile
    assert documents.Plan is messages.Plan
    assert documents.LanguageInfo is messages.LanguageInfo is jupyter_messages.LanguageInfo
    assert {"Plan", "PlanFile", "Note"} <= {*own.__all__}
    assert own.__all__ == sorted(own.__all__)
    assert "LanguageInfo" not in own.__all__


def test_contents_are_known_by_channel(own: ModuleType) -> None:
    assert members(own.Content) == ["PlanEvent", "PlanReply", "ErrorReply", "AbortedReply", "PlanRequest"]
    assert members(own.ControlContent) == ["PlanReply", "ErrorReply", "AbortedReply", "PlanRequest"]
    assert members(own.IopubContent) == ["PlanEvent"]
    assert not {"ShellContent", "StdinContent"} & {*own.__all__}
    assert {"ShellContent", "StdinContent", "ControlContent"} < {*jupyter_messages.__all__}
    assert members(jupyter_messages.StdinContent) == ["InputReply", "InputRequest"]


def test_what_tables_hold_is_said(own: ModuleType) -> None:
    said = {
        "messages": [
            "Any content that a message of a known type may have.",
            "Any content that travels on control.",
        ],
        "converters": ["How each content is read, by message type."],
        "document_converters": ["How each document is read, by name."],
    }
    for module, texts in said.items():
        source = Path(str(importlib.import_module(f"plans.{module}").__file__)).read_text(encoding="utf-8")
        assert [text for text in texts if f'"""{text}"""' not in source] == []


PARTS = {"plan": {"steps": ["a"]}, "language": {"name": "x"}}


@pytest.mark.parametrize(
    ("name", "content", "cls"),
    [
        ("plan_reply", {"status": "ok", **PARTS}, "PlanReply"),
        ("plan_reply", {"status": "error", "ename": "", "evalue": "", "traceback": []}, "ErrorReply"),
        ("plan_reply", {"status": "aborted"}, "AbortedReply"),
        ("plan_event", {"plans": [{"steps": []}], "steps": {"a": {"done": True}}}, "PlanEvent"),
        ("status", {"execution_state": "idle"}, "Status"),
    ],
)
def test_contents_are_read_as_their_classes(own: ModuleType, name: str, content: Json, cls: str) -> None:
    read = own.decode_content(name, content)
    assert type(read).__name__ == cls
    assert own.encode_content(read) == content
    if "plan" in content:
        assert (type(read.plan), type(read.language)) == (own.Plan, jupyter_messages.LanguageInfo)


def test_documents_are_read_as_their_classes(own: ModuleType) -> None:
    value = {**PARTS, "margin": [{"text": "x"}]}
    read = own.decode_document("plan_file", value)
    kinds = (own.PlanFile, own.Plan, jupyter_messages.LanguageInfo, own.Note)
    assert (type(read), type(read.plan), type(read.language), type(read.margin[0])) == kinds
    assert own.encode_document(read) == value
    assert own.decode_document("note", {"text": "x"}) == own.Note(text="x")
    ours = own.decode_document("kernelspec", {"argv": [], "display_name": "", "language": ""})
    assert type(ours) is jupyter_messages.Kernelspec


def test_what_is_no_message_is_judged_by_its_name(own: ModuleType) -> None:
    ours = jupyter_messages.validators.DOCUMENTS["5.5"]
    documents = importlib.import_module("plans.validators").DOCUMENTS["5.5"]
    files, parts = ("plan_file", "plan_copy", "plan_loose", "plan_word"), ("note", "plan", "step")
    assert {*documents} == {*ours, *files, *parts}
    assert [problem.path for problem in own.decode_document("note", {"text": 1}).problems] == ["/text"]
    for name in ("plan_file", "plan_copy", "plan_loose"):
        [problem] = own.validate_document(name, {"plan": {"steps": [1]}})
        assert (problem.path, problem.rule) == ("/plan/steps/0", "type")
    assert own.validate_document("plan_word", "a")
    assert own.validate_document("kernelspec", {})


def test_what_is_ours_is_judged_by_ours(own: ModuleType) -> None:
    validators = importlib.import_module("plans.validators")
    functions = {name: each for name, each in vars(validators).items() if name.endswith("_v5_0")}
    assert {name.partition("_")[0] for name in functions} == {"defs", "plan"}
    borrowed = functions["defs_LanguageInfo_v5_0"]
    assert borrowed is jupyter_messages.validators.defs_LanguageInfo_v5_0
