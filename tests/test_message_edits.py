"""Messages that were changed: what was changed is written anew, the rest as it came."""

from __future__ import annotations

from collections import OrderedDict, UserDict
from collections.abc import Callable
from datetime import datetime, timezone
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jupyter_messages import Error, Header, Stream
from kernelwire.errors import LocalProtocolError
from kernelwire.wire import jsonio
from kernelwire.wire.message import Message
from tests.received import CONTENT, HEADER, PARENT, received, typed


def change_text(message: Message) -> None:
    assert isinstance(message.content, Stream)
    message.content.text = "new"


def replace_content(message: Message) -> None:
    message.content = Stream("stdout", "new", {"x_new": [1]})


def change_deep(message: Message) -> None:
    assert isinstance(message.content, Stream)
    message.content.extra["x_new"].append("new")


def change_header(message: Message) -> None:
    message.header.username = "new"


def replace_header(message: Message) -> None:
    message.header = Header("m1", "new", "u", "", "stream", "5.4")


def change_parent(message: Message) -> None:
    assert message.parent_header is not None
    message.parent_header.session = "new"


def replace_parent(message: Message) -> None:
    message.parent_header = Header("new", "s", "u", "", "execute_request", "5.4")


def change_metadata(message: Message) -> None:
    message.metadata["new"] = 1


def replace_metadata(message: Message) -> None:
    message.metadata = {"new": 1}


@pytest.mark.parametrize(
    ("change", "index"),
    [
        (change_header, 0),
        (replace_header, 0),
        (change_parent, 1),
        (replace_parent, 1),
        (change_metadata, 2),
        (replace_metadata, 2),
        (change_text, 3),
        (replace_content, 3),
        (change_deep, 3),
    ],
)
def test_what_was_changed_is_written_and_the_rest_as_it_came(
    change: Callable[[Message], None], index: int
) -> None:
    message = received()
    change(message)
    raw = (HEADER, PARENT, b"{ }", CONTENT)
    written = message.frames()
    assert [each for each in range(4) if written[each] != raw[each]] == [index]
    assert b"new" in written[index]
    again = received(*written)
    assert again.as_dict() == message.as_dict()


def test_what_was_changed_back_is_written_as_it_came() -> None:
    message = received()
    change_text(message)
    assert isinstance(message.content, Stream)
    message.content.text = "hi"
    assert message.frames()[3] == CONTENT


def test_a_parent_can_be_taken_away() -> None:
    message = received()
    message.parent_header = None
    assert (message.frames()[1], message.parent_msg_id) == (b"{}", "")


def test_odd_json_around_a_change_is_kept() -> None:
    message = typed(
        "stream", b'{"name": "stdout", "text": "\xff", "n": NaN, "big": 99999999999999999999, "s": "\\ud800"}'
    )
    assert isinstance(message.content, Stream)
    message.content.name = "stderr"
    expected = b'{"name":"stderr","text":"\xff","n":NaN,"big":99999999999999999999,"s":"\\ud800"}'
    assert message.frames()[3] == expected


@pytest.mark.parametrize("value", [float("nan"), float("-inf"), [{"a": float("inf")}]])
def test_what_json_does_not_have_is_not_added(value: Any) -> None:
    message = received()
    message.metadata["when"] = value
    for write in (message.frames, message.as_dict):
        with pytest.raises(LocalProtocolError, match="at /when"):
            write()
    message = received(metadata=b'{"was": NaN}')
    message.metadata["when"] = float("nan")
    assert message.frames()[2] == b'{"was":NaN,"when":NaN}'


def test_dates_are_refused_at_their_place() -> None:
    message = received()
    message.metadata["when"] = datetime(2026, 1, 1, tzinfo=timezone.utc)
    with pytest.raises(LocalProtocolError, match="/when: datetime"):
        message.frames()


@pytest.mark.parametrize("msg_type", ["", None, 5, ["stream"]])
def test_a_header_needs_a_type(msg_type: Any) -> None:
    message = received()
    message.header.msg_type = msg_type
    with pytest.raises(LocalProtocolError, match="the header needs a msg_type: a str"):
        message.frames()
    with pytest.raises(LocalProtocolError, match="the header needs a msg_type: a str"):
        Message(Header("m", "s", "u", "", msg_type, "5.4"), content=Stream("stdout", "")).frames()


@pytest.mark.parametrize("metadata", [MappingProxyType({"a": 1}), UserDict(a=1), OrderedDict(a=1)])
def test_any_mapping_will_do_as_metadata(metadata: Any) -> None:
    message = received()
    message.metadata = metadata
    assert message.frames()[2] == b'{"a":1}'


@pytest.mark.parametrize(
    ("part", "value", "why"),
    [
        ("metadata", [1], "the metadata must be a Mapping, not list"),
        ("metadata", None, "the metadata must be a Mapping, not NoneType"),
        ("parent_header", {}, "the parent_header must be a Header, not dict"),
        ("parent_header", Stream("stdout", ""), "the parent_header must be a Header, not Stream"),
        ("header", None, "the header must be a Header, not NoneType"),
        ("header", {"msg_type": "stream"}, "the header must be a Header, not dict"),
    ],
)
def test_what_is_no_such_part_is_refused(part: str, value: Any, why: str) -> None:
    message = received()
    setattr(message, part, value)
    for write in (message.frames, message.as_dict):
        with pytest.raises(LocalProtocolError, match=why):
            write()


def test_a_header_that_lost_a_field_is_refused() -> None:
    message = received()
    del message.header.msg_id
    with pytest.raises(LocalProtocolError, match=r"the header cannot be written: .*msg_id"):
        message.frames()


@given(st.text(st.characters(exclude_categories=())), st.text())
def test_whatever_text_is_put_in_is_written(before: str, after: str) -> None:
    message = typed("error", jsonio.encode({"ename": before, "evalue": "", "traceback": []}))
    assert isinstance(message.content, Error)
    message.content.ename = after
    again = typed("error", message.frames()[3]).content
    assert isinstance(again, Error)
    assert again.ename == after
