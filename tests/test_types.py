"""What emitted annotations say: each of them can be asked for, and what is read can be written again."""

from __future__ import annotations

import importlib
import inspect
import sys
import typing
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest

import jupyter_messages
import jupyter_messages_msgspec
from jupyter_messages import MESSAGES, Invalid, Unknown, converters, document_converters
from jupyter_messages.support import Unreadable

MODULES = [
    f"{package.__name__}.{path.stem}"
    for package in (jupyter_messages, jupyter_messages_msgspec)
    for path in sorted(Path(str(package.__file__)).parent.glob("[a-z]*.py"))
]


@pytest.mark.parametrize("name", MODULES)
def test_every_annotation_means_something(name: str) -> None:
    module = importlib.import_module(name)
    get_type_hints(module)
    for each in vars(module).values():
        if inspect.isfunction(each) or (inspect.isclass(each) and each.__module__ == name):
            get_type_hints(each)


def test_what_is_written_is_an_object_but_for_contents_that_are_none() -> None:
    for module, written in ((converters, Any), (document_converters, dict[str, Any])):
        told = get_type_hints(module)["ENCODERS"]
        assert told == Mapping[type[Any], Callable[[Any], written]]


@pytest.mark.skipif(sys.version_info < (3, 11), reason="typing.get_overloads came with Python 3.11")
def test_what_is_read_can_be_written() -> None:
    *known, other = map(get_type_hints, typing.get_overloads(converters.decode_content))
    assert [get_args(each["msg_type"]) for each in known] == [(name,) for name in MESSAGES]
    for each, row in zip(known, MESSAGES.values(), strict=True):
        assert {row.cls, Invalid} <= {*get_args(each["return"])} <= {*get_args(other["return"])}
    assert other["return"] == get_type_hints(converters.encode_content)["content"]
    assert {*get_args(other["return"])} <= {*converters.ENCODERS}
    assert {Unknown, Invalid} < {*get_args(other["return"])}


def test_a_reply_that_has_no_shape_says_why() -> None:
    for msg_type in ("execute_reply", "inspect_reply", "shutdown_reply"):
        with pytest.raises(Unreadable, match=r"^status$"):
            converters.DECODERS[msg_type]({"status": "no such"})
