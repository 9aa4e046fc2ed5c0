"""Fields of a future version that Python would call otherwise: all roads know them by their wire names."""

from __future__ import annotations

import importlib
import json
import shutil
from collections.abc import Iterator
from typing import Any

import pytest
from msgspec.json import decode

from kernelwire_codegen import assets
from kernelwire_codegen.emit import write
from kernelwire_codegen.load import load
from kernelwire_codegen.render import render, render_fast

FIELDS: dict[str, Any] = {
    "class": {"description": "Required, a keyword.", "type": "string", "default": ""},
    "x-count": {"description": "Required, no identifier.", "type": "integer", "default": 0},
    "plain": {"description": "Required, as it is.", "type": "string", "default": ""},
    "from": {"description": "Optional, a keyword.", "type": "string"},
    "a/b": {"description": "Optional, no identifier.", "type": ["string", "null"]},
    "flag": {"description": "Optional, as it is.", "type": "boolean", "default": True},
}
NOTE = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$id": "urn:kernelwire:odd_note",
    "title": "OddNote",
    "description": "A message type that is not there yet.",
    "x-jupyter": {"channels": ["iopub"], "sender": "kernel", "since": "5.99"},
    "type": "object",
    "required": ["class", "x-count", "plain"],
    "properties": FIELDS,
    "examples": [{"class": "", "x-count": 1, "plain": ""}],
}
WHOLE = {"class": "a", "x-count": 1, "plain": "b", "from": "c", "a/b": "d", "flag": False}
LEAST = {"class": "a", "x-count": 1, "plain": "b"}


@pytest.fixture(scope="module")
def modules(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Any]]:
    """The package of a version 5.99, its verdicts, its readers and its shapes."""
    folder = tmp_path_factory.mktemp("odd")
    root = shutil.copytree(assets.folder("schemas"), folder / "schemas")
    (root / "v5.99").mkdir()
    facts = {"version": "5.99", "status": "draft", "description": "Not there yet."}
    for name, data in (("protocol", facts), ("odd_note", NOTE)):
        (root / "v5.99" / f"{name}.json").write_text(json.dumps(data), encoding="utf-8")
    templates = assets.folder("templates")
    write(render(load(root), templates, "odd_names", "", ""), folder / "odd_names")
    write(render_fast(load(root), templates, "odd_names", "", ""), folder / "odd_names_msgspec")
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(folder))
        names = (
            "odd_names",
            "odd_names.verdict",
            "odd_names_msgspec.readers",
            "odd_names_msgspec.conforming",
        )
        yield [importlib.import_module(name) for name in names]


VALUES = [
    *(WHOLE, LEAST, dict(reversed(WHOLE.items()))),
    *({**WHOLE, name: None} for name in FIELDS),
    *({key: value for key, value in WHOLE.items() if key != name} for name in FIELDS),
    *({**LEAST, name: "x"} for name in ("class_", "x_count", "from_", "a_b", "x")),
]


@pytest.mark.parametrize("value", VALUES, ids=repr)
def test_all_roads_know_fields_by_their_names(modules: Any, value: dict[str, Any]) -> None:
    package, verdict, readers, shapes = modules
    content = package.decode_content("odd_note", value)
    assert package.encode_content(content) == value
    assert {*content.extra} == {*value} - {*FIELDS}
    said = json.dumps(value).encode()
    problems = verdict.judge_content("odd_note", value, "5.99")
    parse, make, _ = readers.CONTENTS["odd_note"]
    try:
        plain = make(parse(said))
    except readers.NOT_PLAIN:
        assert None in value.values() or {*value} - {*FIELDS} or {*LEAST} - {*value}
    else:
        assert (repr(plain), plain.sent) == (repr(content), content.sent)
    try:
        decode(said, type=shapes.CONTENTS["5.99"]["odd_note"])
    except ValueError:
        assert problems or {*value} - {*FIELDS}
    else:
        assert not problems


def test_the_short_roads_take_what_is_plain(modules: Any) -> None:
    *_, readers, shapes = modules
    for value in (WHOLE, LEAST):
        said = json.dumps(value).encode()
        assert readers.CONTENTS["odd_note"].parse(said)
        assert decode(said, type=shapes.CONTENTS["5.99"]["odd_note"])
