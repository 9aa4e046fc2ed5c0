"""Messages: parts read when asked for, written as they came or as they were built."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable
from typing import Any

import pytest

from jupyter_messages import (
    ExecuteRequest,
    Header,
    Invalid,
    KernelInfoRequest,
    Status,
    Stream,
    Unknown,
    validate,
)
from kernelwire.errors import LocalProtocolError
from kernelwire.wire import jsonio
from kernelwire.wire.message import Message
from tests.received import CONTENT, HEADER, PARENT, received, typed

# --- reading --------------------------------------------------------------------------------------


def test_parts_are_read_when_they_are_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """Those that are not plain, here: what is plain is read elsewhere, and no earlier."""
    read: list[bytes] = []
    decode = jsonio.decode
    monkeypatch.setattr(jsonio, "decode", lambda data, **kw: (read.append(data), decode(data, **kw))[1])
    header = HEADER.replace(b"{", b'{"x":1,')
    message = received(header, b'{"msg_id":"only here"}')
    assert read == [header]
    assert (message.msg_type, message.msg_id) == ("stream", "m1")
    assert message.content == Stream("stdout", "hi", {"x_new": [1]})
    assert message.content is message.content
    assert read == [header, CONTENT]
    assert message.parent_msg_id == "only here"
    assert message.metadata == {}
    assert read == [header, CONTENT, b'{"msg_id":"only here"}', b"{ }"]


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


def test_two_contents_of_the_same_type_are_told_apart_by_class() -> None:
    assert typed("status", b'{"execution_state":"idle"}').content == Status("idle")
    assert isinstance(typed("execute_request", b'{"code":"1"}').content, ExecuteRequest)


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


@pytest.mark.parametrize("copied", [copy.deepcopy, lambda message: pickle.loads(pickle.dumps(message))])
def test_messages_can_be_copied_unread(copied: Callable[[Message], Message]) -> None:
    message = received()
    other = copied(message)
    assert other.content == Stream("stdout", "hi", {"x_new": [1]})
    assert other.frames() == (HEADER, PARENT, b"{ }", CONTENT)
