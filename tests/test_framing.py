"""Frames: counted, verified, only then parsed. Oracle, both ways: jupyter_client."""

from __future__ import annotations

import ctypes
from typing import Any

import pytest
from jupyter_client.session import Session

from jupyter_messages import ExecuteRequest, Header, Stream
from kernelwire.errors import LocalProtocolError, RemoteProtocolError
from kernelwire.limits import Limits
from kernelwire.wire import jsonio
from kernelwire.wire import message as message_module
from kernelwire.wire.framing import DELIMITER, decode_frames, encode_frames, split_frames
from kernelwire.wire.message import Message
from kernelwire.wire.replay import ReplayWindow
from kernelwire.wire.signing import Signer
from tests.received import HEADER, KEY, NO_KEY, PARTS, SIGNER, frames_of, looked_at


def session() -> Session:
    return Session(key=KEY, session="s", username="u", check_pid=False)


# --- both directions against jupyter_client -------------------------------------------------------


def test_what_jupyter_client_writes_is_read() -> None:
    theirs = session()
    parent = theirs.msg_header("execute_request")
    sent = theirs.msg("stream", {"name": "stderr", "text": "héllo"}, parent=parent, metadata={"a": 1})
    message = decode_frames([*theirs.serialize(sent, b"topic"), b"buffer"], SIGNER, channel="iopub")
    assert message.content == Stream("stderr", "héllo")
    assert message.msg_id == message.header.msg_id == sent["header"]["msg_id"]
    assert message.parent_msg_id == parent["msg_id"]
    assert message.metadata == {"a": 1}
    assert (message.identities, message.buffers, message.channel) == ([b"topic"], [b"buffer"], "iopub")
    assert message.sent_at() == sent["header"]["date"]


def test_jupyter_client_reads_what_is_written() -> None:
    theirs = session()
    header = Header("m1", "s", "u", "2026-03-09T14:05:21.058145Z", "execute_request", "5.4")
    content = ExecuteRequest(code="print('hé')", silent=False)
    built = Message(header, None, {"a": 1}, content, [b"buffer"], [b"identity"])
    identities, rest = theirs.feed_identities(encode_frames(built, SIGNER))
    received = theirs.deserialize(rest)
    assert identities == [b"identity"]
    assert received["content"]["code"] == "print('hé')"
    assert received["header"]["msg_id"] == "m1"
    assert received["metadata"] == {"a": 1}
    assert received["parent_header"] == {}
    assert [bytes(buffer) for buffer in received["buffers"]] == [b"buffer"]


def test_jupyter_client_refuses_the_same_signatures() -> None:
    other = Session(key=b"another key")
    with pytest.raises(ValueError, match="Invalid Signature"):
        other.deserialize(frames_of(PARTS)[1:])
    with pytest.raises(RemoteProtocolError, match=r"signature \(frame 1\)"):
        decode_frames(frames_of(PARTS), Signer(b"another key"))


# --- order of things ------------------------------------------------------------------------------


def test_nothing_is_parsed_before_it_is_verified(monkeypatch: pytest.MonkeyPatch) -> None:
    def parse(*_: Any, **__: Any) -> Any:
        raise AssertionError("parsed")

    monkeypatch.setattr(jsonio, "decode", parse)
    monkeypatch.setattr(message_module, "parse_header", parse)
    with pytest.raises(RemoteProtocolError, match="signature"):
        decode_frames(frames_of(PARTS, key=b"wrong"), SIGNER)
    with pytest.raises(AssertionError, match="parsed"):
        decode_frames(frames_of(PARTS), SIGNER)


@pytest.mark.parametrize(
    ("frames", "words"),
    [
        ([], "no delimiter"),
        ([b"a", b"b"], "no delimiter <IDS|MSG> among 2 frames"),
        ([b"a", DELIMITER], "0 frames after the delimiter .frame 1.: no signature"),
        ([DELIMITER, b"s", b"{}"], "2 frames after the delimiter .frame 0.: no parent header"),
        ([DELIMITER, b"s", b"{}", b"{}", b"{}"], "no content"),
        ([DELIMITER, b"", *PARTS], r"signature .frame 1. is empty"),
        ([b"t", DELIMITER, b"s", *PARTS], r"signature .frame 2. does not fit"),
        (frames_of([b"", *PARTS[1:]]), r"header .frame 2. no JSON"),
        (frames_of([b"[]", *PARTS[1:]], topic=(b"t",)), r"header .frame 3. is no JSON object with"),
        (frames_of([b"{}", *PARTS[1:]]), r"header .frame 2. is no JSON object with a msg_type"),
        (frames_of([b'{"msg_type":""}', *PARTS[1:]]), "is no JSON object with a msg_type"),
    ],
)
def test_errors_say_which_frame_and_what(frames: list[bytes], words: str) -> None:
    with pytest.raises(RemoteProtocolError, match=words) as info:
        decode_frames(frames, SIGNER)
    assert KEY.decode() not in str(info.value)
    assert SIGNER.sign(PARTS).decode() not in str(info.value)


def test_the_first_delimiter_counts() -> None:
    signed = frames_of(PARTS)
    with pytest.raises(RemoteProtocolError, match=r"signature .frame 1. does not fit"):
        decode_frames([DELIMITER, *signed], SIGNER)
    for topics in ([], [b"t"], [b"t", b"u"]):
        message = decode_frames([*topics, *signed, DELIMITER], SIGNER)
        assert (message.identities, message.buffers) == (topics, [DELIMITER])


# --- limits ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "limits", [Limits(max_parts=7), Limits(max_bytes=sum(map(len, frames_of(PARTS, b"12"))))]
)
def test_limits_are_inclusive(limits: Limits) -> None:
    decode_frames(frames_of(PARTS, b"12"), SIGNER, limits=limits)
    with pytest.raises(RemoteProtocolError, match=r"where \d+ are allowed"):
        decode_frames(frames_of(PARTS, b"12", b"3"), SIGNER, limits=limits)
    with pytest.raises(RemoteProtocolError, match=r"where \d+ are allowed"):
        split_frames(frames_of(PARTS, b"12", b"3"), limits)


def test_a_hundred_thousand_frames_are_too_many() -> None:
    with pytest.raises(RemoteProtocolError, match="100006 frames"):
        decode_frames(frames_of(PARTS, *[b""] * 100_000), SIGNER)


def test_the_depth_holds_for_every_part() -> None:
    limits = Limits(depth=2)
    deep = b'{"text":[[]]}'
    with pytest.raises(RemoteProtocolError, match=r"header .frame 2. nested more than 2 levels"):
        decode_frames(frames_of([b'{"a":[[]]}', *PARTS[1:]]), SIGNER, limits=limits)
    message = decode_frames(frames_of([HEADER, deep, deep, deep]), SIGNER, limits=limits)
    looked_at(message)
    assert [problem.path for problem in message.problems] == ["/parent_header", "/metadata", "/content"]
    assert all("more than 2 levels" in problem.message for problem in message.problems)


# --- views, buffers, replays ----------------------------------------------------------------------


def test_views_are_read_like_bytes() -> None:
    frames = frames_of(PARTS, b"12345678", topic=(b"t",))
    message = decode_frames([memoryview(frame) for frame in frames], SIGNER)
    assert message.content == Stream("stdout", "hi")
    assert isinstance(message.buffers[0], memoryview)
    assert encode_frames(message, SIGNER) == frames
    parts = split_frames(tuple(map(memoryview, frames)))
    assert (parts.identities, parts.signature, list(parts.parts), parts.buffers) == (
        [b"t"],
        frames[2],
        PARTS,
        [b"12345678"],
    )
    assert all(type(part) is bytes for part in (parts.signature, *parts.parts))


def test_views_count_in_bytes() -> None:
    wide = memoryview(bytes(80)).cast("d")
    limits = Limits(max_bytes=sum(map(len, frames_of(PARTS))) + 79)
    with pytest.raises(RemoteProtocolError, match="bytes"):
        decode_frames([*frames_of(PARTS), wide], SIGNER, limits=limits)


def test_buffers_are_not_copied() -> None:
    buffer = bytearray(8)
    message = decode_frames(frames_of(PARTS), SIGNER)
    message.buffers = [memoryview(buffer)]
    written = encode_frames(message, SIGNER)
    buffer[0] = 1
    assert bytes(written[-1])[0] == 1


def released() -> memoryview:
    view = memoryview(b"abc")
    view.release()
    return view


@pytest.mark.parametrize("buffer", ["text", 5, None, memoryview(bytes(8))[::2], released()], ids=type)
def test_what_is_no_buffer_is_refused(buffer: Any) -> None:
    message = decode_frames(frames_of(PARTS), SIGNER)
    message.buffers = [buffer]
    with pytest.raises(LocalProtocolError, match="contiguous"):
        encode_frames(message, SIGNER)
    with pytest.raises(LocalProtocolError, match="contiguous"):
        decode_frames([*frames_of(PARTS), buffer], SIGNER)


@pytest.mark.parametrize("buffer", [(ctypes.c_double * 3 * 0)(), (ctypes.c_double * 0)(), b"abcdef"[:0]])
def test_an_empty_view_of_any_shape_is_an_empty_buffer(buffer: Any) -> None:
    message = decode_frames([*frames_of(PARTS), memoryview(buffer)], SIGNER)
    assert message.buffers == [b""]
    message.buffers = [memoryview(buffer)]
    assert encode_frames(message, SIGNER)[-1] == b""


@pytest.mark.parametrize("identity", [DELIMITER, memoryview(DELIMITER)], ids=type)
def test_the_delimiter_is_no_identity(identity: Any) -> None:
    message = decode_frames(frames_of(PARTS), SIGNER)
    message.identities = [b"topic", identity]
    with pytest.raises(LocalProtocolError, match="an identity must not be the delimiter"):
        encode_frames(message, SIGNER)


def test_a_replay_is_refused_where_a_window_is_given() -> None:
    window = ReplayWindow()
    decode_frames(frames_of(PARTS), SIGNER, replay=window)
    with pytest.raises(RemoteProtocolError, match="replay"):
        decode_frames(frames_of(PARTS), SIGNER, replay=window)
    decode_frames(frames_of(PARTS), SIGNER, replay=ReplayWindow())
    decode_frames(frames_of(PARTS), SIGNER)


def test_without_a_key_nothing_is_remembered() -> None:
    window = ReplayWindow()
    for _ in range(2):
        decode_frames(frames_of(PARTS), NO_KEY, replay=window)
    assert len(window) == 0
