"""Contents of one's own come in and go out the same, where they are unlike any of ours."""

from __future__ import annotations

import importlib
import typing
from collections.abc import Iterator
from typing import Any, get_args, get_type_hints

import pytest

from jupyter_messages import AbortedReply, ErrorReply, Invalid, Stream, Unknown
from jupyter_messages.problems import ABSENT
from kernelwire_codegen import assets
from kernelwire_codegen.emit import write
from kernelwire_codegen.render import render
from tests.recorded import exact
from tests.test_own_types import VALUES, loaded, message

FREE = message({}, "free", required=["f"], examples=[{"f": 1}])
FULL = message({"default": {"a": 1}}, "full", required=["f"], examples=[{"f": 1}])
NULLABLE = ["null", "string"]
NULL = message(
    {"type": NULLABLE},
    "null",
    required=["f", "list"],
    examples=[{"f": None, "list": []}],
    properties={
        "f": {"description": "A text, or null.", "type": NULLABLE},
        "list": {"description": "A list.", "type": "array", "default": []},
        "may": {"description": "A text, null or nothing.", "type": NULLABLE},
    },
)
WHOLE = message(
    {"type": "array", "items": {"type": "integer"}}, "whole", required=["f"], examples=[{"f": []}]
)
WHOLE["properties"]["f"]["default"] = []
HIDING = message(
    {"$ref": "#/$defs/Text"},
    "hiding",
    **{"$defs": {"Text": {"description": "A text.", "type": "string", "pattern": "^a"}}},
)
HIDING["properties"] |= {
    name: {"description": "Called as a function is, or a pattern.", "type": "string", "minLength": 1}
    for name in ("t_hiding_Text_v5_0", "_pattern_1", "_pattern_2")
}
DEEP = message({"type": "object", "default": {"in": [], "n": 1}}, "deep")
DEEP["properties"]["rows"] = {"description": "Lists.", "type": "array", "default": [[]]}
PART = message(
    {"$ref": "#/$defs/PartOf", "default": {}},
    "part",
    **{"$defs": {"PartOf": {**message({"type": "integer", "default": 1}), "title": "PartOf"}}},
)
for key in ("$schema", "$id", "x-jupyter", "examples"):
    del PART["$defs"]["PartOf"][key]
for name, part in {"any": {"default": {}}, "null": {"type": ["array", "null"], "default": []}}.items():
    PART["properties"][name] = {"description": "Of no class.", **part}
WORDS = {"description": "How it went.", "enum": ["ok", "some"], "default": "some"}
ASKED = {"channels": ["shell"], "sender": "client"}
TOLD = {"channels": ["shell"], "sender": "kernel", "answers": "t_pick_request"}
PICKED: dict[str, Any] = {"properties": {"status": WORDS}, "required": ["status"]}
PICK = [
    message({}, "pick_request", **{"x-jupyter": ASKED, "properties": {}}),
    message({}, "pick_reply", **{"x-jupyter": TOLD, **PICKED, "examples": [{"status": "some"}]}),
]
WENT: dict[str, Any] = {"title": "TWent", "type": "object", "required": ["status"]}
WENT["properties"] = {"status": {"description": "How it went.", "const": "ok"}}
EXTENDED = {"like": "urn:kernelwire:execute_reply", "went": "urn:acme:t_base"}
EXTENDING = [
    each
    for name, ref in EXTENDED.items()
    for each in (
        message({}, f"{name}_request", **{"x-jupyter": ASKED, "properties": {}}),
        message(
            {},
            f"{name}_reply",
            **{"x-jupyter": {**TOLD, "answers": f"t_{name}_request"}, "$ref": ref},
            examples=[{"status": "error", "ename": "E", "evalue": "v", "traceback": []}],
        ),
    )
]
BASE = {"$id": "urn:acme:t_base", "description": "Of our own.", **WENT}


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    folder = tmp_path_factory.mktemp("own")
    schemas = loaded(folder / "own", FREE, FULL, NULL, WHOLE, HIDING, DEEP, PART, *PICK, BASE, *EXTENDING)
    files = render(schemas, assets.folder("templates"), "own_free", "own/", "make", base="jupyter_messages")
    write(files, folder / "own_free")
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(folder))
        yield importlib.import_module("own_free")


@pytest.mark.parametrize(("name", "default"), [("t_free", None), ("t_full", {"a": 1})])
def test_a_required_field_may_hold_anything(own: Any, name: str, default: Any) -> None:
    for value in [*VALUES, {"x": 1}]:
        content = own.decode_content(name, value)
        assert exact(own.encode_content(content)) == exact(value)
        assert exact(content.f) == exact(value.get("f", default))
        content.f = "new"
        assert own.encode_content(content) == {**value, "f": "new"}


def test_null_is_said_where_a_required_field_may_be_null(own: Any) -> None:
    made = own.TNull(f=None)
    assert own.encode_content(made) == {"f": None, "list": []}
    read = own.decode_content("t_null", {"f": "a", "list": [], "may": None})
    read.f = None
    assert own.encode_content(read) == {"f": None, "list": [], "may": None}
    for value in ({"list": []}, {"f": None, "list": []}, {"f": "a", "list": []}, {}):
        content = own.decode_content("t_null", value)
        assert content == own.TNull(value.get("f"))
        assert exact(own.encode_content(content)) == exact(value)


def test_whole_numbers_may_be_written_with_a_fraction_in_lists_as_well(own: Any) -> None:
    for value, kind in (({"f": [1, 2.0]}, "TWhole"), ({"f": [1, 2.5]}, "Invalid")):
        content = own.decode_content("t_whole", value)
        assert type(content).__name__ == kind
        assert exact(own.encode_content(content)) == exact(value)


@pytest.mark.parametrize("value", [{}, {"f": None, "rows": None}, {"f": []}])
def test_an_edit_deep_within_a_default_is_written(own: Any, value: Any) -> None:
    read = own.decode_content("t_deep", value)
    assert exact(own.encode_content(read)) == exact(value)
    read.f["in"].append("q")
    assert own.encode_content(read) == {**value, "f": {"in": ["q"], "n": 1}}
    read.rows[0].append(1)
    assert own.encode_content(read) == {"f": {"in": ["q"], "n": 1}, "rows": [[1]]}
    assert own.encode_content(own.decode_content("t_deep", value)) == value


def test_what_is_not_required_need_not_be_given_whatever_its_default(own: Any) -> None:
    assert own.encode_content(own.TPart()) == {}
    for value in ({}, {"f": None, "any": None, "null": None}, {"f": {}, "any": {}, "null": []}, {"f": []}):
        read = own.decode_content("t_part", value)
        assert exact(own.encode_content(read)) == exact(value)
        assert own.decode_content("t_part", own.encode_content(read)) == read
    assert own.decode_content("t_part", {}) == own.TPart()
    assert own.decode_content("t_part", {"f": {}}) == own.TPart(own.PartOf(1))


def test_a_field_may_be_called_as_a_judge_is(own: Any) -> None:
    module = importlib.import_module("own_free.validators")
    found: list[Any] = []
    module.CONTENTS["5.0"]["t_hiding"]({"f": "b", "t_hiding_Text_v5_0": "", "_pattern_1": ""}, "", found)
    assert sorted(problem.path for problem in found) == ["/_pattern_1", "/f", "/t_hiding_Text_v5_0"]


@pytest.mark.parametrize(
    ("status", "shape"),
    [
        *(("ok", "TPickReply"), ("some", "TPickReply"), (None, "TPickReply"), (ABSENT, "TPickReply")),
        *(("error", "ErrorReply"), ("aborted", "AbortedReply")),
        *((odd, "Invalid") for odd in ("none", "OK", 1, ["ok"], "")),
    ],
)
def test_a_reply_of_two_good_statuses_is_told_from_the_others(own: Any, status: Any, shape: str) -> None:
    value = {} if status is ABSENT else {"status": status}
    content = own.decode_content("t_pick_reply", value)
    assert type(content).__name__ == shape
    assert own.encode_content(content) == value


@pytest.mark.parametrize("name", EXTENDED)
def test_a_reply_has_the_shapes_of_the_one_it_extends(own: Any, name: str) -> None:
    """Whether that is a reply of ours, or no reply at all."""
    judge_content = importlib.import_module("own_free.verdict").judge_content
    value = {"execution_count": 1, "user_expressions": {}, "ename": "E", "evalue": "v", "traceback": []}
    shapes = {"ok": own.TLikeReply if name == "like" else own.TWentReply, "error": ErrorReply}
    for status, shape in {**shapes, "aborted": AbortedReply, "none": Invalid}.items():
        content = own.decode_content(f"t_{name}_reply", {**value, "status": status})
        assert type(content) is shape
        found = judge_content(f"t_{name}_reply", {**value, "status": status})
        wrong = [problem.path for problem in found if problem.severity == "error"]
        assert wrong == (["/content/status"] if status == "none" else [])


def test_what_is_read_may_be_of_ones_own_or_of_ours(own: Any) -> None:
    taken = {*get_args(get_type_hints(own.encode_content)["content"])}
    assert {own.TFree, own.TPickReply, ErrorReply, AbortedReply, Stream, Unknown, Invalid} <= taken
    if overloads := getattr(typing, "get_overloads", None):  # not in Python 3.10
        *_, last = overloads(importlib.import_module("own_free.converters").decode_content)
        assert {*get_args(get_type_hints(last)["return"])} == taken
