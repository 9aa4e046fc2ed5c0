"""The shapes of what surely conforms: what they take and what not, and that they say so in their types."""

from __future__ import annotations

import gc
import json
from typing import Any, get_args

import msgspec
import pytest
from msgspec import UNSET, Struct, UnsetType
from msgspec.json import decode
from msgspec.structs import fields

from jupyter_messages import VERSIONS
from jupyter_messages_msgspec import conforming
from jupyter_messages_msgspec.conforming import CONTENTS, Free, Integer
from tests.oracle import documents

SHAPES = [
    pytest.param(each, id=name)
    for name, each in vars(conforming).items()
    if isinstance(each, type) and issubclass(each, Struct) and each is not Struct
]


def takes(shape: Any, text: str) -> bool:
    try:
        decode(text, type=shape)
    except ValueError:
        return False
    return True


@pytest.mark.parametrize(
    ("number", "taken"),
    [
        *((str(number), True) for number in (0, -1, 2**63 - 1, -(2**63))),
        *((str(number), False) for number in (2**63, -(2**63) - 1, 2**64, 3**63, -(3**63), 1.5)),
        *((text, False) for text in ("1e300", "true", "null", '"1"')),
    ],
)
def test_integers_are_those_of_64_bits(number: str, taken: bool) -> None:
    assert takes(Integer, number) is taken
    reply = '{"status":"ok","execution_count":%s,"user_expressions":{},"payload":[]}'
    assert takes(CONTENTS["5.5"]["execute_reply"], reply % number) is taken


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        *(
            (text, True)
            for text in ("null", "true", '"x"', "7", "[]", "{}", "[[[1]]]", '{"a":{"b":{"c":1}}}')
        ),
        *((text, True) for text in ('[{"a":[1,"x",null,false]},[[]]]', "9223372036854775807")),
        *((text, False) for text in ("1.5", "[1.0]", "[[[[]]]]", '{"a":[{"b":{}}]}', "9223372036854775808")),
    ],
)
def test_any_json_is_taken_that_is_not_deep_and_has_no_fractions(text: str, taken: bool) -> None:
    assert takes(Free, text) is taken
    content = '{"comm_id":"","data":{"a":%s}}'
    assert takes(CONTENTS["5.5"]["comm_msg"], content % text) is taken


@pytest.mark.parametrize("shape", SHAPES)
def test_a_field_that_may_be_left_out_says_so_in_its_type(shape: type[Struct]) -> None:
    """Type checkers look at nothing else."""
    for field in fields(shape):
        assert field.default in (UNSET, msgspec.NODEFAULT)
        assert (field.default is UNSET) == (UnsetType in get_args(field.type)), field.name


@pytest.mark.parametrize("version", VERSIONS)
def test_every_type_has_an_example_that_surely_conforms(version: str) -> None:
    """And none that has fields conforms with a field that nobody mentions."""
    taken: set[str] = set()
    for name, document in documents():
        if name == version and document.is_message:
            shape = CONTENTS[version][document.stem]
            for example in document.schema["examples"]:
                if takes(shape, json.dumps(example)):
                    taken.add(document.stem)
                    assert not (example and takes(shape, json.dumps({**example, "x_new": 1})))
    assert taken == {*VERSIONS[version]}


def test_what_is_looked_at_is_no_burden_to_the_garbage_collector() -> None:
    looked: Any = decode('{"comm_id":"","data":{"a":[]}}', type=CONTENTS["5.5"]["comm_msg"])
    assert (gc.is_tracked(looked.data), gc.is_tracked(looked)) == (True, False)


def test_tables_are_immutable() -> None:
    tables: tuple[Any, ...] = (CONTENTS, CONTENTS["5.0"])
    for table in tables:
        with pytest.raises(TypeError):
            table["stream"] = None
