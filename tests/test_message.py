"""Messages: parts read when asked for, written as they came or as they were changed."""

from __future__ import annotations

import contextlib
import copy
import pickle
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jupyter_messages import (
    Error,
    ExecuteRequest,
    Header,
    Invalid,
    KernelInfoRequest,
    Status,
    Stream,
    Unknown,
    validate,
)
from kernelwire import jsonio
from kernelwire.errors import LocalProtocolError, RemoteProtocolError
from kernelwire.message import Message, parse_date

HEADER = (
    b'{"msg_id":"m1","session":"s","username":"u","date":"2026-01-01T00:00:00Z",'
    b'"msg_type":"stream","version":"5.4"}'
)
PARENT = (
    b'{"msg_id":"p1","session":"s","username":"u","date":"2026-01-01T00:00:00Z",'
    b'"msg_type":"execute_request","version":"5.4"}'
)
CONTENT = b'{ "name": "stdout", "text": "hi", "x_new": [1] }'


def received(
    header: bytes = HEADER, parent: bytes = PARENT, metadata: bytes = b"{ }", content: bytes = CONTENT
) -> Message:
    return Message.received((header, parent, metadata, content), b"", [], [], "iopub")


def typed(msg_type: str, content: bytes) -> Message:
    return received(b'{"msg_id":"m","msg_type":"%s"}' % msg_type.encode(), content=content)


# --- reading --------------------------------------------------------------------------------------


def test_parts_are_read_when_they_are_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[bytes] = []
    decode = jsonio.decode
    monkeypatch.setattr(jsonio, "decode", lambda data, **kw: (read.append(data), decode(data, **kw))[1])
    message = received(parent=b'{"msg_id":"only here"}')
    assert read == [HEADER]
    assert (message.msg_type, message.msg_id) == ("stream", "m1")
    assert message.content == Stream("stdout", "hi", {"x_new": [1]})
    assert message.content is message.content
    assert read == [HEADER, CONTENT]
    assert message.parent_msg_id == "only here"
    assert message.metadata == {}
    assert read == [HEADER, CONTENT, b'{"msg_id":"only here"}', b"{ }"]


def test_a_parent_that_comes_again_is_not_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    parent = b'{"msg_id":"a burst of output"}'
    assert received(parent=parent).parent_msg_id == "a burst of output"
    message = received(parent=bytes(bytearray(parent)))
    monkeypatch.setattr(jsonio, "decode", None)
    assert message.parent_msg_id == "a burst of output"


def test_messages_with_the_same_parent_share_nothing_that_changes() -> None:
    parent = b'{"msg_id":"p","x":{"y":[]}}'
    first, second = received(parent=parent), received(parent=parent)
    assert first.parent_header is not None
    first.parent_header.msg_id = "changed"
    first.parent_header.extra["x"]["y"].append(1)
    assert first.parent_msg_id == "changed"
    assert second.parent_msg_id == "p"
    assert second.parent_header is not None
    assert second.parent_header.extra == {"x": {"y": []}}


def test_an_unknown_type_is_kept() -> None:
    assert typed("my_own", b'{"a":1}').content == Unknown("my_own", {"a": 1})


def test_what_the_class_cannot_hold_is_invalid() -> None:
    content = typed("stream", b'{"name":5,"text":"x"}').content
    assert isinstance(content, Invalid)
    assert content.raw == {"name": 5, "text": "x"}
    assert [problem.path for problem in content.problems] == ["/content/name"]


def test_content_that_is_no_json_is_invalid_with_its_bytes() -> None:
    message = typed("stream", b'{"name":')
    content = message.content
    assert isinstance(content, Invalid)
    assert (content.msg_type, content.raw) == ("stream", b'{"name":')
    (problem,) = content.problems
    assert (problem.path, problem.rule) == ("/content", "json")
    assert message.problems == [problem]
    assert message.as_dict()["content"] == b'{"name":'


def test_problems_name_their_part_once() -> None:
    message = received(
        HEADER.replace(b'"u"', b'"\xff"'), b'{"msg_id":NaN}', b'{"a":"\\ud800"}', b'{"a":"\xff"}'
    )
    assert [problem.path for problem in message.problems] == ["/header"]
    for _ in range(2):
        message.as_dict()
        assert message.content
        assert [(problem.path, problem.rule) for problem in message.problems] == [
            ("/header", "utf-8"),
            ("/parent_header", "number"),
            ("/metadata", "surrogate"),
            ("/content", "utf-8"),
        ]


def test_header_fields_that_are_no_strings_read_as_empty() -> None:
    message = received(b'{"msg_id":5,"session":null,"date":[],"msg_type":"stream","subshell_id":7,"x":1}')
    header = message.header
    assert (header.msg_id, header.session, header.username, header.date) == ("", "", "", "")
    assert header.subshell_id is None
    assert header.extra == {"x": 1}
    assert message.msg_id == ""
    plain = {"msg_id": 5, "session": None, "date": [], "msg_type": "stream", "subshell_id": 7, "x": 1}
    assert message.as_dict()["header"] == plain
    header.session = "s"
    assert jsonio.decode(message.frames()[0])[0] == plain | {"session": "s"}


def test_a_dict_can_be_validated() -> None:
    message = received(content=b'{"name":"stdout"}')
    message.buffers = [b"\x00\xff", memoryview(b"\x01")]
    plain = message.as_dict()
    assert [*plain] == ["header", "parent_header", "metadata", "content", "buffers"]
    assert plain["buffers"] == ["AP8=", "AQ=="]
    assert [(problem.path, problem.rule) for problem in validate(plain)] == [("/content", "required")]


# --- writing --------------------------------------------------------------------------------------


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


def test_a_message_built_here_is_written_whole() -> None:
    header = Header("m1", "s", "u", "2026-01-01T00:00:00Z", "stream", "5.4")
    parent = Header("p1", "s", "u", "2026-01-01T00:00:00Z", "execute_request", "5.4")
    message = Message(header, parent, content=Stream("stdout", "hi"), channel="iopub")
    assert (message.msg_type, message.msg_id, message.parent_msg_id) == ("stream", "m1", "p1")
    assert message.frames() == (HEADER, PARENT, b"{}", b'{"name":"stdout","text":"hi"}')
    assert validate(message.as_dict(), channel="iopub") == []
    assert message.problems == []
    assert repr(message) == "<Message stream 'm1', parent 'p1', on iopub>"


def test_content_may_be_left_out() -> None:
    message = Message(Header("m1", "s", "u", "", "kernel_info_request", "5.4"))
    assert isinstance(message.content, KernelInfoRequest)
    assert message.frames()[1:] == (b"{}", b"{}", b"{}")


def test_what_is_built_here_is_json_that_everybody_reads() -> None:
    header = Header("m1", "s", "u", "", "stream", "5.4")
    assert (
        Message(header, content=Stream("stdout", "\udcff")).frames()[3]
        == rb'{"name":"stdout","text":"\udcff"}'
    )
    with pytest.raises(LocalProtocolError, match="/a: nan"):
        Message(header, content=Unknown("stream", {"a": float("nan")})).frames()


@pytest.mark.parametrize("content", [{"name": "stdout"}, "text", 5])
def test_what_is_no_content_is_refused(content: Any) -> None:
    with pytest.raises(LocalProtocolError, match="content cannot be written"):
        Message(Header("m1", "s", "u", "", "stream", "5.4"), content=content).frames()


def test_dates_are_refused_at_their_place() -> None:
    message = received()
    message.metadata["when"] = datetime(2026, 1, 1, tzinfo=timezone.utc)
    with pytest.raises(LocalProtocolError, match="/when: datetime"):
        message.frames()


def test_a_header_needs_a_type() -> None:
    message = received()
    message.header.msg_type = ""
    with pytest.raises(LocalProtocolError, match="msg_type"):
        message.frames()


@pytest.mark.parametrize("copied", [copy.deepcopy, lambda message: pickle.loads(pickle.dumps(message))])
def test_messages_can_be_copied_unread(copied: Callable[[Message], Message]) -> None:
    message = received()
    other = copied(message)
    assert other.content == Stream("stdout", "hi", {"x_new": [1]})
    assert other.frames() == (HEADER, PARENT, b"{ }", CONTENT)


@given(st.text(st.characters(exclude_categories=())), st.text())
def test_whatever_text_is_put_in_is_written(before: str, after: str) -> None:
    message = typed("error", jsonio.encode({"ename": before, "evalue": "", "traceback": []}))
    assert isinstance(message.content, Error)
    message.content.ename = after
    again = typed("error", message.frames()[3]).content
    assert isinstance(again, Error)
    assert again.ename == after


# --- dates ----------------------------------------------------------------------------------------

UTC = timezone.utc


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2026-03-09T14:05:21.058145Z", datetime(2026, 3, 9, 14, 5, 21, 58145, UTC)),
        ("2026-03-09T14:05:21.058145+00:00", datetime(2026, 3, 9, 14, 5, 21, 58145, UTC)),
        (
            "2026-03-09T14:05:21-0330",
            datetime(2026, 3, 9, 14, 5, 21, 0, timezone(-timedelta(hours=3, minutes=30))),
        ),
        ("2026-03-09T14:05:21+02", datetime(2026, 3, 9, 14, 5, 21, 0, timezone(timedelta(hours=2)))),
        ("2026-03-09T14:05:21.058145", datetime(2026, 3, 9, 14, 5, 21, 58145)),
        ("2026-03-09 14:05", datetime(2026, 3, 9, 14, 5)),
        ("2026-3-9T4:5:1.5z", datetime(2026, 3, 9, 4, 5, 1, 500000, UTC)),
        ("2026-03-09T14:05:21.58145Z", datetime(2026, 3, 9, 14, 5, 21, 581450, UTC)),
        ("2026-03-09T14:05:21,123456789Z", datetime(2026, 3, 9, 14, 5, 21, 123456, UTC)),
        ("20260309T140521Z", datetime(2026, 3, 9, 14, 5, 21, 0, UTC)),
    ],
)
def test_dates_are_read(text: str, date: datetime) -> None:
    parsed = parse_date(text)
    assert (parsed, parsed.tzinfo is None) == (date, date.tzinfo is None)


@given(st.datetimes(timezones=st.none() | st.just(UTC)))
def test_what_isoformat_writes_is_read(date: datetime) -> None:
    assert parse_date(date.isoformat()) == date


@given(st.text() | st.from_regex(r"[0-9]{4}-?[0-9]{1,2}-?[0-9]{1,2}T[0-9]{1,4}.*", fullmatch=True))
def test_other_texts_are_one_error(text: str) -> None:
    with contextlib.suppress(RemoteProtocolError):
        assert isinstance(parse_date(text), datetime)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "now",
        "2026-13-01T00:00:00Z",
        "2026-02-30T00:00:00Z",
        "2026-01-01T25:00:00Z",
        "0000-01-01T00:00:00",
        "2026-01-01T00:00:00+25:00",
        "٢٠٢٦-01-01T00:00:00Z",
        "2026-01-01",
    ],
)
def test_what_is_no_date_is_said(text: str) -> None:
    with pytest.raises(RemoteProtocolError, match="no date"):
        parse_date(text)


def test_a_message_without_a_date_has_none() -> None:
    assert typed("status", b"{}").sent_at() is None
    assert received().sent_at() == datetime(2026, 1, 1, tzinfo=UTC)


def test_two_contents_of_the_same_type_are_told_apart_by_class() -> None:
    assert typed("status", b'{"execution_state":"idle"}').content == Status("idle")
    assert isinstance(typed("execute_request", b'{"code":"1"}').content, ExecuteRequest)
