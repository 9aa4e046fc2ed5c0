"""What breaks other implementations, second half: the JSON and the headers that real kernels really send."""

from __future__ import annotations

import json
from typing import Any

import pytest

from jupyter_messages import Stream, validate
from kernelwire.errors import RemoteProtocolError
from kernelwire.wire import jsonio
from kernelwire.wire.framing import decode_frames, encode_frames
from tests.received import SIGNER, decoded, right_frames

# --- JSON -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "text", "rule"),
    [
        (b'{"name": "stdout", "text": "\xff"}', "\udcff", "utf-8"),  # R
        (b'{"name": "stdout", "text": "\xed\xa0\xbd"}', "\udced\udca0\udcbd", "utf-8"),  # ipykernel
        (rb'{"name": "stdout", "text": "\ud800"}', "\ud800", "surrogate"),
        (b'{"name": "stdout", "text": "hi", "x": NaN}', "hi", "number"),
        (b'{"name": "stdout", "text": "hi", "x": [-Infinity]}', "hi", "number"),
        (b'{"name": "stdout", "text": "hi", "x": 123456789012345678901234567890}', "hi", None),
    ],
)
def test_09_odd_json_is_read_told_and_written_as_it_came(content: bytes, text: str, rule: str | None) -> None:
    frames = right_frames(content=content)
    message = decode_frames(frames, SIGNER)
    assert isinstance(message.content, Stream)
    assert message.content.text == text
    assert [(problem.path, problem.rule) for problem in message.problems] == (
        [("/content", rule)] if rule else []
    )
    assert encode_frames(message, SIGNER) == frames


def test_09_integers_are_exact() -> None:
    content = decoded(content=b'{"name": "stdout", "text": "", "x": 123456789012345678901234567890}').content
    assert isinstance(content, Stream)
    assert content.extra["x"] == 123456789012345678901234567890


def test_09_integers_beyond_64_bits_are_told() -> None:
    data = b'{"x": 123456789012345678901234567890}'
    (problem,) = jsonio.oddities(data, jsonio.decode(data)[0])
    assert (problem.path, problem.rule) == ("/x", "integer")


# --- headers ----------------------------------------------------------------------------------------


def test_10_the_string_is_the_truth() -> None:
    looks_like_a_date = "2026-03-09T14:05:21.058145Z"
    header = {"msg_id": looks_like_a_date, "date": "2026-03-09T14:05:21", "msg_type": "stream"}
    message = decoded(header=header)
    assert (message.msg_id, message.header.date) == (looks_like_a_date, "2026-03-09T14:05:21")
    sent = message.sent_at()
    assert sent is not None
    assert sent.tzinfo is None  # theirs: local time


@pytest.mark.parametrize("date", ["1970", "yesterday", "2026-03-09T14:05:61Z", "2026-03-09T14:05:21.Z"])
def test_10_what_is_no_date_is_kept_and_said_when_asked_for(date: str) -> None:
    frames = right_frames(header={"msg_type": "stream", "date": date})
    message = decode_frames(frames, SIGNER)
    assert message.header.date == date
    with pytest.raises(RemoteProtocolError, match="no date"):
        message.sent_at()
    assert encode_frames(message, SIGNER) == frames


def test_10_a_fraction_without_its_zeros_is_read_as_written() -> None:
    sent = decoded(header={"msg_type": "stream", "date": "2026-03-09T14:05:21.58145Z"}).sent_at()
    assert sent is not None
    assert sent.microsecond == 581450  # xeus meant 58145, which nobody can know


@pytest.mark.parametrize("parent", [{}, b"null", b"[]", b'"NA"', b"", b"{", b" { } "])
def test_11_no_parent(parent: Any) -> None:
    frames = right_frames(parent=parent)
    message = decode_frames(frames, SIGNER)
    assert (message.parent_header, message.parent_msg_id) == (None, "")
    assert encode_frames(message, SIGNER) == frames


@pytest.mark.parametrize(
    ("parent", "msg_id"),
    [
        ({"msg_id": "p1"}, "p1"),
        ({"msg_id": "p1", "session": "", "username": {}, "date": "NA", "version": None}, "p1"),  # IRkernel
        ({"session": "s"}, ""),
        ({"msg_id": None}, ""),
        ({"msg_id": {}}, ""),
    ],
)
def test_11_parents_with_fields_missing_or_odd_are_found_by_msg_id(parent: Any, msg_id: str) -> None:
    frames = right_frames(parent=parent)
    message = decode_frames(frames, SIGNER)
    assert message.parent_msg_id == msg_id
    assert message.parent_header is not None
    assert message.parent_header.msg_id == message.parent_msg_id == msg_id
    assert message.as_dict()["parent_header"] == parent
    assert encode_frames(message, SIGNER) == frames


@pytest.mark.parametrize("metadata", [b"null", b"[]", b"{}", b"", b"5"])
def test_11_metadata_that_is_null_reads_as_empty(metadata: bytes) -> None:
    frames = right_frames(metadata=metadata)
    message = decode_frames(frames, SIGNER)
    assert message.metadata == {}
    assert encode_frames(message, SIGNER) == frames


def test_11_a_session_may_be_empty() -> None:
    assert decoded(header={"msg_type": "stream", "session": ""}).header.session == ""


@pytest.mark.parametrize("lacking", ["username", "session", "version", "msg_id", "date"])
def test_12_a_header_may_lack_what_it_must_have(lacking: str) -> None:
    header = json.loads(right_frames()[3])
    del header[lacking]
    frames = right_frames(header=header)
    message = decode_frames(frames, SIGNER)
    assert getattr(message.header, lacking) == ""
    assert encode_frames(message, SIGNER) == frames
    assert lacking in " ".join(problem.message for problem in validate(message.as_dict()))


def test_12_versions_that_disagree_are_both_kept() -> None:
    header = {**json.loads(right_frames()[3]), "msg_type": "kernel_info_reply", "version": "5.4"}
    message = decoded(header=header, content={"status": "ok", "protocol_version": "5.3"})
    plain = message.as_dict()
    assert (plain["header"]["version"], plain["content"]["protocol_version"]) == ("5.4", "5.3")
