"""Python names for wire names: the nearest that Python can say, and a clash is told with its place."""

from __future__ import annotations

import ast
import json
from pathlib import Path
from typing import Any

import pytest

from kernelwire_codegen.errors import SchemaError
from kernelwire_codegen.load import load
from kernelwire_codegen.model import build
from kernelwire_codegen.names import (
    RESERVED,
    TITLES,
    Clash,
    class_name,
    field_name,
    local_name,
    snake,
    title_of,
)
from tests.conftest import ROOT


@pytest.mark.parametrize(
    ("wire", "name"),
    [
        ("text", "text"),
        ("mime-type", "mime_type"),
        ("a.b c", "a_b_c"),
        ("from", "from_"),
        ("None", "None_"),
        ("self", "self_"),
        ("3d", "field_3d"),
        ("_private", "field_private"),
        ("_x", "field_x"),
        ("", "field_"),
        ("-", "field_"),
    ],
)
def test_a_field_is_named_as_near_to_the_wire_as_python_allows(wire: str, name: str) -> None:
    taken: set[str] = set()
    assert field_name(wire, taken) == name
    assert taken == {name}
    assert name.isidentifier()


@pytest.mark.parametrize("wire", ["extra", "sent"])
def test_what_every_class_has_is_no_name_for_a_field(wire: str) -> None:
    with pytest.raises(Clash, match=f"would hide '{wire}'"):
        field_name(wire, set())


def test_two_things_of_one_name_are_refused() -> None:
    taken = {"a_b"}
    with pytest.raises(Clash, match="which another field is already"):
        field_name("a-b", taken)
    titles: set[str] = set()
    assert class_name("Stream", titles) == "Stream"
    with pytest.raises(Clash, match="taken by another schema"):
        class_name("Stream", titles)


@pytest.mark.parametrize("title", ["Exception", "None", "list", "Any", "Problem", "IopubContent", "LATEST"])
def test_pythons_own_names_are_no_titles(title: str) -> None:
    with pytest.raises(Clash, match="has already"):
        class_name(title, set())


def test_what_emitted_modules_use_is_no_title() -> None:
    """A class of that name would hide what they import, or have of their own. No other name is refused."""
    titles = {name for module in ("messages", "documents") for name in defined(f"jupyter_messages/{module}")}
    every = [bound(path) for path in (ROOT / "generated").glob("*/*.py")]
    used = {name for names in every if names & titles for name in names - titles}
    used = {name for name in used if name[0].isupper() and "_" not in name}
    assert {"Any", "IopubContent", "LATEST", "Problem", "Reader", "Struct", "Unknown"} <= used
    for name in used:
        with pytest.raises(Clash, match="has already"):
            class_name(name, set())
    assert used >= TITLES


def defined(module: str) -> list[str]:
    return [statement.name for statement in emitted(module) if isinstance(statement, ast.ClassDef)]


def bound(path: Path) -> set[str]:
    """What a module imports or has of its own."""
    names = set[str]()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ClassDef):
            names.add(node.name)
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            names.add(node.id)
    return names


@pytest.mark.parametrize(
    ("field", "variable"),
    [
        ("text", "text"),
        ("raw", "raw_"),
        ("raw_", "raw__"),
        ("from_", "from_"),
        ("type", "type_"),
        ("is_array", "is_array_"),
        ("header", "header_"),
        ("Stream", "Stream_"),
        ("decode_stream", "decode_stream_"),
    ],
)
def test_variables_of_a_reader_do_not_hide_its_own(field: str, variable: str) -> None:
    assert local_name(field) == variable


@pytest.mark.parametrize("module", ["jupyter_messages/converters", "jupyter_messages_msgspec/readers"])
def test_what_emitted_readers_use_is_no_variable_of_a_field(module: str) -> None:
    used = set[str]()
    for function in emitted(module):
        if isinstance(function, ast.FunctionDef) and [arg.arg for arg in function.args.args] == ["raw"]:
            names = {node.id for node in ast.walk(function) if isinstance(node, ast.Name)}
            used |= names - variables(function)
    assert {"raw", "odd", "ABSENT", "Status"} <= used
    used -= {*RESERVED, "item", "key", "name", "value"}  # the last are variables of comprehensions
    assert {name for name in used if local_name(name) == name and name[0] != "_"} == set()


def emitted(module: str) -> list[ast.stmt]:
    return ast.parse((ROOT / "generated" / f"{module}.py").read_text(encoding="utf-8")).body


def variables(function: ast.FunctionDef) -> set[str]:
    """Those that hold a field of ``raw`` first."""
    return {
        target.id
        for node in ast.walk(function)
        if isinstance(node, (ast.Assign, ast.AnnAssign))
        and ast.unparse(node.value or node).startswith("raw.")
        for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
        if isinstance(target, ast.Name)
    }


@pytest.mark.parametrize(
    ("title", "function"),
    [("ExecuteRequest", "execute_request"), ("DAPRequest", "dap_request"), ("Stream", "stream")],
)
def test_functions_are_called_after_classes(title: str, function: str) -> None:
    assert snake(title) == function
    assert title_of("execute_request") == "ExecuteRequest"


def _clash(workshop: Path, file: str, properties: list[str], *names: str) -> tuple[str, str]:
    """Where the clash of new fields ``names`` is told, given the place of their home in a schema."""
    path = workshop / "schemas" / "v5.0" / file
    data: Any = json.loads(path.read_text(encoding="utf-8"))
    home = data
    for key in properties:
        home = home[key]
    home["properties"].update({name: {"description": "New.", "type": "string"} for name in names})
    path.write_text(json.dumps(data), encoding="utf-8")
    with pytest.raises(SchemaError) as caught:
        build(load(workshop / "schemas"))
    return str(caught.value.file), caught.value.pointer


@pytest.mark.parametrize(
    ("stem", "title", "why"),
    [
        ("stream", "Struct", "must be 'Stream', after the message type"),
        ("any", "Any", "choose another; a message type's follows from its name"),
    ],
)
def test_the_title_of_a_message_type_follows_from_its_name(
    workshop: Path, stem: str, title: str, why: str
) -> None:
    folder = workshop / "schemas" / "v5.0"
    data = json.loads((folder / "stream.json").read_text(encoding="utf-8"))
    data |= {"$id": f"urn:kernelwire:{stem}", "title": title}
    (folder / f"{stem}.json").write_text(json.dumps(data), encoding="utf-8")
    with pytest.raises(SchemaError, match=why) as caught:
        build(load(workshop / "schemas"))
    assert (str(caught.value.file), caught.value.pointer) == (f"schemas/v5.0/{stem}.json", "/title")


def test_a_clash_is_told_at_its_field(workshop: Path) -> None:
    place = _clash(workshop, "stream.json", [], "a-b", "a.b")
    assert place == ("schemas/v5.0/stream.json", "/properties/a.b")


def test_a_clash_in_a_definition_is_told_there(workshop: Path) -> None:
    place = _clash(workshop, "defs.json", ["$defs", "LanguageInfo"], "extra")
    assert place == ("schemas/v5.0/defs.json", "/$defs/LanguageInfo/properties/extra")
