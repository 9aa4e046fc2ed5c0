"""What is new says since when, what is named is there: in documents, definitions and fields."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kernelwire_codegen import rules
from kernelwire_codegen.errors import SchemaError
from kernelwire_codegen.load import load

Change = Callable[[dict[str, Any]], Any]
THING: dict[str, Any] = {
    "title": "Thing",
    "description": "A thing.",
    "type": "object",
    "properties": {"size": {"description": "How large.", "type": "integer"}},
}
SINCE = {"x-jupyter": {"since": "5.1"}}


def checked(workshop: Path, file: str, change: Change) -> None:
    path = workshop / "schemas" / file
    data = json.loads(path.read_text(encoding="utf-8"))
    change(data)
    path.write_text(json.dumps(data), encoding="utf-8")
    rules.check(load(workshop / "schemas"))


def define(**facts: Any) -> Change:
    return lambda data: data["$defs"].update(Thing={**THING, **facts})


def field(name: str = "Transient", **facts: Any) -> Change:
    new = {"description": "New.", "type": "string", **facts}
    return lambda data: data["$defs"].setdefault(name, {}).setdefault("properties", {}).update(new=new)


@pytest.mark.parametrize(
    ("change", "pointer"),
    [
        (define(), "/$defs/Thing"),
        (define(**{"x-jupyter": {"since": "5.0"}}), "/$defs/Thing/x-jupyter/since"),
        (field("LanguageInfo"), "/$defs/LanguageInfo/properties/new"),
        (
            field("LanguageInfo", **{"x-jupyter": {"since": "5.2"}}),
            "/$defs/LanguageInfo/properties/new/x-jupyter/since",
        ),
        (
            field("Transient", **{"x-jupyter": {"since": "5.0"}}),
            "/$defs/Transient/properties/new/x-jupyter/since",
        ),
    ],
)
def test_what_a_version_adds_to_the_definitions_says_so(workshop: Path, change: Change, pointer: str) -> None:
    with pytest.raises(SchemaError, match=r'write "since": "5\.1"') as caught:
        checked(workshop, "v5.1/defs.json", change)
    assert (caught.value.file, caught.value.pointer) == ("schemas/v5.1/defs.json", pointer)


@pytest.mark.parametrize(
    "change",
    [define(**SINCE), field("LanguageInfo", **SINCE), field("Transient"), field("Transient", **SINCE)],
)
def test_what_says_so_or_is_as_old_as_its_home_is_right(workshop: Path, change: Change) -> None:
    checked(workshop, "v5.1/defs.json", change)


@pytest.mark.parametrize("key", ["recommended", "always"])
def test_only_fields_that_are_there_are_named(workshop: Path, key: str) -> None:
    with pytest.raises(SchemaError, match="no field 'colour'") as caught:
        checked(workshop, "v5.0/execute_reply.json", lambda data: data["x-jupyter"].update({key: ["colour"]}))
    assert caught.value.pointer == f"/x-jupyter/{key}/0"


def test_nor_are_others_required_in_a_definition(workshop: Path) -> None:
    with pytest.raises(SchemaError, match="no field 'colour'") as caught:
        checked(workshop, "v5.1/defs.json", define(**SINCE, required=["size", "colour"]))
    assert caught.value.pointer == "/$defs/Thing/required/1"
