"""Since when message types of one's own are there: all that tells it agrees, whether their schemas say it or
not.
"""

from __future__ import annotations

import importlib
import json
import sys
from collections.abc import Iterator
from types import ModuleType
from typing import Any

import pytest

from jupyter_messages import MESSAGES
from kernelwire_codegen import assets, rules
from kernelwire_codegen.emit import write
from kernelwire_codegen.load import load
from kernelwire_codegen.render import render
from tests.small import HEADER

FACTS = {"channels": ["iopub"], "sender": "kernel"}
NUMBER = {"description": "A field.", "type": "integer"}
GONE = {"version": "5.3", "status": "final", "removes": ["urn:own:back_event"]}


def event(**facts: str) -> dict[str, Any]:
    own = {"x-jupyter": {**FACTS, **facts}, "type": "object", "properties": {"f": NUMBER}}
    return {"description": "Of our own.", **own}


FILES: dict[str, dict[str, Any]] = {
    "flat_event": event(),
    "v5.3/told_event": event(since="5.3"),
    "v5.4/told_event": {"description": "In other words."},
    "v5.5/gpu_event": event(),
    "v5.6/gpu_event": {"description": "In other words."},
    # What comes back is new again: of what says ``since``, the rules want no less.
    "back_event": event(),
    "v5.3/protocol": GONE,
    "v5.4/back_event": event(),
    "v5.6/draft_event": event(),
    # What its class holds changes, and it goes.
    "grown_event": event(),
    "v5.6/grown_event": {"properties": {"m": {**NUMBER, "x-jupyter": {"since": "5.6"}}}},
    "gone_event": event(),
    "v5.3/gone_event": {"properties": {"f": {"type": "string"}}},
    "v5.5/protocol": {"version": "5.5", "status": "final", "removes": ["urn:own:gone_event"]},
}


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    folder = tmp_path_factory.mktemp("since")
    for name, data in FILES.items():
        path = folder / "own" / f"{name}.json"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(data), encoding="utf-8")
    schemas = load(assets.folder("schemas"), folder / "own")
    rules.check(schemas)
    files = render(schemas, assets.folder("templates"), "own_since", "own/", "make", base="jupyter_messages")
    write(files, folder / "own_since")
    sys.path.insert(0, str(folder))
    yield importlib.import_module("own_since")
    sys.path.remove(str(folder))


def test_the_tables_agree(package: ModuleType) -> None:
    assert {version: sorted({*names} - {*MESSAGES}) for version, names in package.SINCE.items()} == {
        "5.0": ["flat_event", "gone_event", "grown_event"],
        "5.1": [],
        "5.2": [],
        "5.3": ["told_event"],
        "5.4": ["back_event"],
        "5.5": ["gpu_event"],
        "5.6": ["draft_event"],
    }
    for since, names in package.SINCE.items():
        for name in names:
            assert package.MESSAGES[name].since == since
            assert package.VERSIONS[since][name].since == since
    for name in package.MESSAGES:
        rows = [rows[name] for rows in package.VERSIONS.values() if name in rows]
        assert len({row.since for row in rows}) == (2 if name == "back_event" else 1)


def test_what_went_and_came_back_was_there_before(package: ModuleType) -> None:
    rows = {version: rows.get("back_event") for version, rows in package.VERSIONS.items()}
    since = {version: row.since if row else None for version, row in rows.items()}
    assert since == {
        **dict.fromkeys(("5.0", "5.1", "5.2"), "5.0"),
        "5.3": None,
        **dict.fromkeys(("5.4", "5.5", "5.6"), "5.4"),
    }


@pytest.mark.parametrize(
    ("name", "version", "said"),
    [
        ("flat_event", "5.0", []),
        ("told_event", "5.2", ["told_event came with 5.3; the message is of 5.2"]),
        ("told_event", "5.3", []),
        ("gpu_event", "5.3", ["gpu_event came with 5.5; the message is of 5.3"]),
        ("gpu_event", "5.5", []),
        ("gpu_event", "5.6", []),
        ("back_event", "5.3", ["back_event came with 5.4; the message is of 5.3"]),
        ("draft_event", "5.5", ["draft_event came with 5.6; the message is of 5.5"]),
    ],
)
def test_a_verdict_agrees_with_the_tables(package: ModuleType, name: str, version: str, said: Any) -> None:
    header = {**HEADER, "msg_type": name, "version": version}
    message = {"header": header, "parent_header": {}, "metadata": {}, "content": {}}
    assert [problem.message for problem in package.validate(message)] == said
    if said:
        assert package.MESSAGES[name].since in said[0]


def test_what_only_a_draft_has_is_judged_by_it(package: ModuleType) -> None:
    content = package.decode_content("draft_event", {"f": "x"})
    assert [problem.path for problem in content.problems] == ["/content/f"]


@pytest.mark.parametrize(
    ("name", "value", "path"),
    [("grown_event", {"f": 1, "m": "x"}, "/content/m"), ("gone_event", {"f": 1}, "/content/f")],
)
def test_a_content_is_judged_as_its_class_reads_it(
    package: ModuleType, name: str, value: Any, path: str
) -> None:
    assert [problem.path for problem in package.decode_content(name, value).problems] == [path]
