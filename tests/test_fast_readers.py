"""What a fast reader takes, it reads as the converters do, and tells of all that may be deep."""

from __future__ import annotations

import importlib
import json
import sys
from collections.abc import Iterator
from typing import Any, NamedTuple

import msgspec
import pytest
from jsonschema import Draft202012Validator

from jupyter_messages_msgspec import readers as ours
from kernelwire.wire.jsonio import is_deep
from kernelwire_codegen import assets
from kernelwire_codegen.bundle import resolved
from kernelwire_codegen.emit import write
from kernelwire_codegen.load import Schemas
from kernelwire_codegen.readers import FAST
from kernelwire_codegen.render import render, render_fast
from tests.conftest import ROOT
from tests.small import HEADER, definitions, message, root

VALUES: list[Any] = [None, True, "", "a", "b", 0, 1, 1.0, 1.5, 2**70, [], [1], ["a"], [None], [["a"]], [{}]]
VALUES += [{}, {"a": 1}, {"a": "b"}, {"a": {}}, {"a": None}, {"x": {}}, {"k": 1}, {"k": None}, {"k": "a"}]
VALUES += [[{"k": 1}], [{"k": "a"}], {"a": {"k": 1}}, {"k": 1, "x": 1}, {"a": {"a": {"k": 1}}}]
VALUES += [{"m": {"a": 1}}, {"d": 1}, {"p": {"d": [1]}}, {"p": {"k": 1}}, {"d": 1, "p": {"d": 1}}]


class Case(NamedTuple):
    """A field: what is taken of it is what conforms, or only ``taken``; nothing, if there is no reader."""

    field: dict[str, Any]
    default: Any
    """What it has for one where it is required."""
    taken: tuple[Any, ...] | None = None
    has_reader: bool = True


TEXT: Any = {"type": "string"}
INTEGER: Any = {"type": "integer"}
NUMBER: Any = {"type": "number"}
MAP: Any = {"type": "object", "additionalProperties": INTEGER}
INTEGERS = (0, 1, 2**70)


def part(title: str, **fields: Any) -> dict[str, Any]:
    return {"title": title, "type": "object", "properties": fields}


def to(name: str) -> dict[str, Any]:
    return {"$ref": f"urn:kernelwire:defs#/$defs/{name}"}


PARTS = definitions(
    Flat=part("Flat", k=INTEGER),
    Shallow=part("Shallow", m=MAP, l={"type": "array", "items": TEXT}),
    Deeper={**part("Deeper", p={**to("Deep"), "default": {}}, k=INTEGER), "required": ["p"]},
    Deep=part("Deep", d={}),
    Whole=part("Whole", k=to("Fraction")),
    Fraction=part("Fraction", k=NUMBER),
    Loop=part("Loop", a=to("Loop"), k=INTEGER),
    MimeBundle={"type": "object", "patternProperties": {"^a": {"description": "x"}}},
)
BY_NAME = ({}, {"a": {}}, {"x": {}}, {"a": {"k": 1}}, {"p": {"k": 1}})
FLAT = ({}, {"k": 1}, {"k": None})
DEEP = ({}, {"d": 1})
CASES = {
    "anything": Case({}, None),
    "a text": Case(TEXT, ""),
    "a boolean": Case({"type": "boolean"}, False),
    "an integer": Case(INTEGER, 0, INTEGERS),
    "a number": Case(NUMBER, 0, has_reader=False),
    "null": Case({"type": "null"}, None, (*VALUES,)),
    "a text or null": Case({"type": ["string", "null"]}, None),
    "null or one text": Case({"anyOf": [{"type": "null"}, {"const": "a"}]}, None),
    "a text or an integer": Case({"type": ["string", "integer"]}, "", ("", "a", "b", *INTEGERS)),
    "a text or a number": Case({"type": ["string", "number"]}, "", has_reader=False),
    "a constant": Case({"const": "a"}, "a"),
    "a choice": Case({"enum": ["a", "b"]}, "a"),
    "a choice of integers": Case({"enum": [1, 2]}, 1, (1,)),
    "a choice of integers and a text": Case({"anyOf": [{"enum": [1, 2]}, TEXT]}, "", ("", "a", "b", 1)),
    "an array": Case({"type": "array"}, []),
    "texts": Case({"type": "array", "items": TEXT}, []),
    "numbers": Case({"type": "array", "items": NUMBER}, [], has_reader=False),
    "arrays": Case({"type": "array", "items": {"type": "array"}}, []),
    "objects": Case({"type": "array", "items": {"type": "object"}}, []),
    "an object": Case({"type": "object"}, {}),
    "integers by name": Case(MAP, {}),
    "numbers by name": Case({**MAP, "additionalProperties": NUMBER}, {}, has_reader=False),
    "objects by name": Case({**MAP, "additionalProperties": {"type": "object"}}, {}),
    "an array or an object": Case({"type": ["array", "object"]}, []),
    "texts or null": Case({"anyOf": [{"type": "array", "items": TEXT}, {"type": "null"}]}, None),
    "a part": Case(to("Flat"), {}, FLAT),
    "a shallow part": Case(to("Shallow"), {}, ({}, {"m": {"a": 1}})),
    "parts": Case({"type": "array", "items": to("Flat")}, [], ([], [{}], [{"k": 1}])),
    "parts by name": Case({**MAP, "additionalProperties": to("Flat")}, {}, BY_NAME),
    "a part or null": Case({"anyOf": [to("Flat"), {"type": "null"}]}, None, tuple(VALUES)),
    "a part with fractions": Case(to("Fraction"), {}, has_reader=False),
    "a part with a part with fractions": Case(to("Whole"), {}, has_reader=False),
    "a part within itself": Case(to("Loop"), {}, has_reader=False),
    "deep parts": Case({"type": "array", "items": to("Deep")}, [], has_reader=False),
    "deep parts by name": Case({**MAP, "additionalProperties": to("Deep")}, {}, has_reader=False),
    "no part of its own": Case(to("MimeBundle"), {}),
}
MADE = ("parts", "parts by name")
"""What these read as holds an instance, which no default does."""
REQUIRED = {
    **CASES,
    "a deep part": Case(to("Deep"), {}, DEEP),
    "a deeper part": Case(to("Deeper"), {"p": {}}, ({"p": {"d": [1]}},)),
}
OPTIONAL = {
    **CASES,
    "a deep part": Case(to("Deep"), {}, has_reader=False),
    "a deeper part": Case(to("Deeper"), {"p": {}}, has_reader=False),
}
ALL = [
    *((f"must_{number}", name, case) for number, (name, case) in enumerate(REQUIRED.items())),
    *((f"may_{number}", name, case) for number, (name, case) in enumerate(OPTIONAL.items())),
    *((f"or_{number}", name, case) for number, (name, case) in enumerate(OPTIONAL.items())),
]
"""Message types with such a field: it must be there, it may be, it reads as its default if it is not (as
None, where that is an instance)."""


def is_instance(case: Case) -> bool:
    """Whether what the field reads as is an instance of a class."""
    return "$ref" in case.field and "MimeBundle" not in case.field["$ref"]


def of_type(msg_type: str, case: Case) -> dict[str, Any]:
    default = {} if case.default is None or msg_type.startswith("may") else {"default": case.default}
    required = ["f"] if msg_type.startswith("must") else []
    return message(
        msg_type,
        {"g": TEXT, "f": {**case.field, **default}},
        required=required,
        examples=[{"f": case.default}],
    )


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Any, Any, Schemas]]:
    """A package with all of them, its readers, and its schemas."""
    folder = tmp_path_factory.mktemp("readers")
    schemas = root(folder / "schemas", PARTS, *(of_type(msg_type, case) for msg_type, _, case in ALL))
    templates = assets.folder("templates")
    write(render(schemas, templates, "small", "", ""), folder / "small")
    write(render_fast(schemas, templates, "small", "", ""), folder / "small_msgspec")
    sys.path.insert(0, str(folder))
    yield importlib.import_module("small"), importlib.import_module("small_msgspec.readers"), schemas
    sys.path.remove(str(folder))
    for name in [name for name in sys.modules if name.partition(".")[0] in ("small", "small_msgspec")]:
        del sys.modules[name]


def levels(value: Any) -> int:
    return next(depth for depth in range(100) if not is_deep(value, depth))


@pytest.mark.parametrize(
    ("msg_type", "name", "case"), ALL, ids=lambda part: part if type(part) is str else ""
)
def test_what_is_taken_is_read_as_it_always_is(small: Any, msg_type: str, name: str, case: Case) -> None:
    package, readers, schemas = small
    reader = readers.CONTENTS.get(msg_type)
    assert (reader is not None) == case.has_reader
    if reader is None:
        return
    judge = Draft202012Validator(resolved(schemas.newest, msg_type))
    contents = [{"f": value} for value in VALUES]
    contents += [{}, {"g": 1}, {"g": None, "f": case.default}, {"x": 1}, {"f": case.default, "x": 1}]
    contents += [{"f": nested(20)}, {"f": {"d": nested(20)}}, {"f": {"p": {"d": nested(20)}}}]
    taken: list[Any] = []
    for content in contents:
        try:
            raw = reader.parse(json.dumps(content).encode())
        except readers.NOT_PLAIN:
            continue
        # This first: to make an instance takes what is to be deep as it is.
        for depth in range(5, 25):
            assert is_deep(reader.nesting(raw) if reader.nesting else [], depth) == is_deep(content, depth)
        made, read = reader.make(raw), package.decode_content(msg_type, content)
        assert repr(made) == repr(read)
        assert type(made) is type(read)
        assert made.sent == read.sent
        assert package.encode_content(made) == content
        taken += [content]
    right = [value for value in VALUES if judge.is_valid({"f": value})]
    expected = right if case.taken is None else [*case.taken]
    absent = msg_type.startswith("may") or (msg_type.startswith("or") and is_instance(case))
    if absent and None not in expected and "const" not in case.field:
        expected.append(None)
    values = [content["f"] for content in taken if [*content] == ["f"] and levels(content) < 20]
    assert sorted(map(repr, values)) == sorted(map(repr, expected))
    must = msg_type.startswith("must")
    made = msg_type.startswith("or") and name in MADE
    assert ({} in taken) == (not must and not made)
    assert {"g": None, "f": case.default} in taken
    assert not any("x" in content for content in taken)


def nested(depth: int) -> Any:
    value: Any = []
    for _ in range(depth):
        value = [value]
    return value


def test_a_header_is_read_as_it_always_is(small: Any) -> None:
    package, readers, _ = small
    made = readers.HEADER.make(readers.HEADER.parse(json.dumps(HEADER).encode()))
    assert repr(made) == repr(package.decode_header(HEADER))


@pytest.mark.parametrize("of", ["small", "ours"])
def test_what_may_be_absent_says_so(small: Any, of: str) -> None:
    """Type checkers believe it."""
    readers = small[1] if of == "small" else ours
    structs = [each for each in vars(readers).values() if isinstance(each, type(readers._Plain))]
    assert len(structs) > 40
    for struct in structs:
        for field in msgspec.structs.fields(struct):
            unset = isinstance(field.type, type(TEXT)) or "UnsetType" in str(field.type)
            assert unset == (field.default is msgspec.UNSET), (struct, field.name)


def test_our_readers_are_a_package_of_their_own() -> None:
    assert [path.parent.name for path in (ROOT / "generated").glob("*/readers.py")] == [FAST]


@pytest.mark.parametrize(
    ("msg_type", "name", "case"), ALL, ids=lambda part: part if type(part) is str else ""
)
def test_what_is_built_conforms(small: Any, msg_type: str, name: str, case: Case) -> None:
    """Either it has a default that does, of its own, or it must be given."""
    package, _, schemas = small
    build = package.MESSAGES[msg_type].cls
    must = msg_type.startswith("must") and not isinstance(case.default, (dict, list))
    must = must and "const" not in case.field
    if must or (is_instance(case) and msg_type.startswith("must")):
        with pytest.raises(TypeError, match="'f'"):
            build()
        return
    one, other = build(), build()
    assert Draft202012Validator(resolved(schemas.newest, msg_type)).is_valid(package.encode_content(one))
    assert one == other
    assert not isinstance(one.f, (dict, list)) or one.f is not other.f
