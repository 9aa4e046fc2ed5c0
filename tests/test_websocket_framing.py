"""WebSocket frames: every part as it came. Oracle, both ways: jupyter_server's own functions."""

from __future__ import annotations

import json
import struct
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jupyter_server.services.kernels.connection.base import (
    deserialize_binary_message,
    deserialize_msg_from_ws_v1,
    serialize_binary_message,
    serialize_msg_to_ws_v1,
)

from jupyter_messages import MESSAGES, CommMsg, ExecuteRequest, Header, InputReply, Invalid, Stream
from kernelwire.errors import KernelwireError, LocalProtocolError
from kernelwire.wire.message import Message
from kernelwire.wire.websocket_framing import CHANNELS, decode_default, decode_v1, encode_default, encode_v1
from tests.received import CONTENT, HEADER, PARENT, looked_at
from tests.websocket_frames import NAMES, PIECES, RAW, default, envelope, message, v1

few = settings(max_examples=40)
json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False)
    | st.text(st.characters(codec="utf-8")),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)
objects = st.dictionaries(st.text(max_size=8), json_values, max_size=4)
channels = st.sampled_from(sorted(CHANNELS))
many_buffers = st.lists(st.binary(max_size=40), max_size=5)


# --- both directions against jupyter_server -------------------------------------------------------


@few
@given(st.tuples(objects, objects, objects), channels, many_buffers)
def test_v1_is_read_and_written_as_jupyter_server_does(
    values: Any, channel: str, buffers: list[bytes]
) -> None:
    parts = [HEADER, *(json.dumps(value).encode() for value in values)]
    frame = serialize_msg_to_ws_v1([*parts, *buffers], channel)
    read = decode_v1(frame)
    assert (list(read.frames()), read.buffers, read.channel) == (parts, buffers, channel)
    assert encode_v1(read) == frame
    assert deserialize_msg_from_ws_v1(encode_v1(read)) == (channel, [*parts, *buffers])


@few
@given(st.tuples(objects, objects, objects), channels, many_buffers)
def test_the_default_is_read_and_written_as_jupyter_server_does(
    values: Any, channel: str, buffers: list[bytes]
) -> None:
    theirs = {"channel": channel, "header": json.loads(HEADER), **dict(zip(NAMES[1:], values, strict=True))}
    theirs["parent_header"].pop("date", None)  # which they would make a datetime of
    if buffers:
        frame: str | bytes = serialize_binary_message({**theirs, "buffers": buffers})
    else:
        frame = json.dumps({**theirs, "buffers": []})
    read = decode_default(frame)
    assert [json.loads(part) for part in read.frames()] == [theirs[name] for name in NAMES]
    assert (read.buffers, read.channel) == (buffers, channel)
    written = encode_default(read)
    assert isinstance(written, bytes) == bool(buffers)
    back = deserialize_binary_message(written) if isinstance(written, bytes) else json.loads(written)
    assert {name: back[name] for name in ("channel", *NAMES[1:])} == {
        name: theirs[name] for name in ("channel", *NAMES[1:])
    }
    assert back["header"]["msg_id"] == "m1"
    assert back.get("buffers", []) == buffers
    assert decode_default(written).frames() == read.frames()


def test_what_is_built_here_is_read_there() -> None:
    header = Header("m1", "s", "u", "2026-03-09T14:05:21.058145Z", "execute_request", "5.4")
    built = Message(header, None, {"a": 1}, ExecuteRequest(code="print('hé')", silent=False), channel="shell")
    channel, parts = deserialize_msg_from_ws_v1(encode_v1(built))
    assert (channel, json.loads(parts[3])["code"], json.loads(parts[2])) == ("shell", "print('hé')", {"a": 1})
    text = encode_default(built)
    assert isinstance(text, str)
    assert json.loads(text)["content"]["code"] == "print('hé')"
    assert decode_v1(encode_v1(built)).frames() == decode_default(text).frames() == built.frames()


# --- content: whatever it is, it comes through ----------------------------------------------------

ODD = {
    "NaN": b'{"name": "stdout", "text": "hi", "x": [NaN, -Infinity, 1e999]}',
    "half a character": rb'{"name": "stdout", "text": "\ud800"}',
    "no UTF-8": b'{"name": "stdout", "text": "\xff\xed\xa0\x80"}',
    "long integers": b'{"name": "stdout", "text": "", "x": %b}' % (b"9" * 5000),
    "a name twice": b'{"name": "stdout", "name": "stderr", "text": "", "x": NaN}',
    "no object": b"[1, 2]",
    "null": b"null",
    "of another shape": b'{"name": 5, "text": {}}',
    "brackets in texts": rb'{"name": "stdout", "text": "}\"],\\", "x": [NaN]}',
}


@pytest.mark.parametrize("content", ODD.values(), ids=ODD)
@pytest.mark.parametrize("buffers", [[], [b"", b"12345678"]], ids=["alone", "with buffers"])
def test_odd_content_comes_through_byte_for_byte(content: bytes, buffers: list[bytes]) -> None:
    for encode, decode in ((encode_v1, decode_v1), (encode_default, decode_default)):
        sent = message(content, buffers)
        read = decode(encode(sent))  # type: ignore[operator]  # mypy joins the two pairs
        assert (read.raw, read.buffers, read.channel) == ((HEADER, PARENT, b"{}", content), buffers, "iopub")
        looked_at(read)
        assert repr(read.content) == repr(sent.content)  # NaN is not NaN
        assert read.problems == sent.problems
        assert read.frames() == sent.frames()


def test_v1_carries_what_is_no_json_and_the_default_refuses_to() -> None:
    for content in (b"", b"{", b'{}, "channel": "control"', b"\xff", b"[" * 100_000):
        read = decode_v1(encode_v1(message(content)))
        assert read.frames()[3] == content
        assert isinstance(read.content, Invalid)
        with pytest.raises(
            LocalProtocolError, match="default framing cannot carry the content of <Message stream"
        ):
            encode_default(read)


def test_a_byte_order_mark_stays_outside_of_the_text() -> None:
    written = encode_default(message(b"\xef\xbb\xbf" + CONTENT))
    assert decode_default(written).frames()[3] == CONTENT
    assert decode_default(b"\xef\xbb\xbf" + envelope()).frames() == RAW


def test_text_can_be_bytes() -> None:
    assert decode_default(envelope()).frames() == decode_default(envelope().decode()).frames() == RAW
    assert decode_default(memoryview(envelope())).frames() == RAW


def test_a_text_frame_with_half_characters_is_read() -> None:
    read = decode_default(envelope(content=b'{"name":"stdout","text":"?"}').decode().replace("?", "\ud800"))
    assert isinstance(read.content, Stream)
    assert [problem.rule for problem in read.problems] == ["utf-8"]


def test_what_the_envelope_lacks_reads_as_the_schemas_say() -> None:
    read = decode_default(envelope(channel=b"", parent_header=b"", metadata=b"", content=b""))
    assert read.frames() == (HEADER, b"{}", b"{}", b"{}")
    assert read.channel == "shell"


@pytest.mark.parametrize("slow", [b"", b"NaN"])
def test_of_names_given_twice_the_last_counts_and_unknown_ones_are_passed_over(slow: bytes) -> None:
    text = (
        envelope(x_new=b'{"channel": [1]}', x_slow=slow)[:-1]
        + b',"metadata":{"a":1},"cha\\u006enel":"control"}'
    )
    read = decode_default(text)
    assert (read.metadata, read.channel) == ({"a": 1}, "control")


# --- buffers --------------------------------------------------------------------------------------


def test_buffers_count_in_bytes() -> None:
    wide = memoryview(struct.pack("3d", 1, 2, 3)).cast("d")
    for encode, decode in ((encode_v1, decode_v1), (encode_default, decode_default)):
        [first, second] = decode(encode(message(buffers=[wide, b"end"]))).buffers  # type: ignore[operator]
        assert struct.unpack("3d", first) == (1.0, 2.0, 3.0)
        assert second == b"end"


def test_buffers_that_are_read_are_views() -> None:
    big = bytes(1000)
    for frame, decode in ((v1([*PIECES, big]), decode_v1), (default([envelope(), big]), decode_default)):
        [buffer] = decode(frame).buffers
        assert isinstance(buffer, memoryview)
        assert buffer.obj is frame


@pytest.mark.parametrize("buffer", ["text", 5, None, memoryview(bytes(8))[::2]], ids=type)
@pytest.mark.parametrize("encode", [encode_v1, encode_default])
def test_what_is_no_buffer_is_refused(encode: Any, buffer: Any) -> None:
    with pytest.raises(LocalProtocolError, match="contiguous"):
        encode(message(buffers=[buffer]))


def test_the_default_counts_up_to_4_gib(monkeypatch: pytest.MonkeyPatch) -> None:
    huge = memoryview(bytes(1)).cast("b")

    class Huge(bytes):
        def __len__(self) -> int:
            return 1 << 32

    monkeypatch.setattr("kernelwire.wire.websocket_framing.plain_view", lambda _: Huge())
    with pytest.raises(LocalProtocolError, match=r"counts up to 4 GiB; v1\.kernel"):
        encode_default(message(buffers=[huge]))


# --- channels -------------------------------------------------------------------------------------


@pytest.mark.parametrize("channel", [None, "heartbeat", ""])
@pytest.mark.parametrize("encode", [encode_v1, encode_default])
def test_a_message_to_send_names_its_channel(encode: Any, channel: str | None) -> None:
    with pytest.raises(
        LocalProtocolError, match=r"set message\.channel to one of control, iopub, shell, stdin"
    ):
        encode(message(channel=channel))


def test_an_input_reply_goes_where_the_schemas_say() -> None:
    header = Header("m1", "s", "u", "2026-03-09T14:05:21.058145Z", "input_reply", "5.4")
    [channel] = MESSAGES["input_reply"].channels
    reply = Message(header, content=InputReply(value="x"), channel=channel)
    assert deserialize_msg_from_ws_v1(encode_v1(reply))[0] == "stdin"
    assert json.loads(encode_default(reply))["channel"] == "stdin"


def test_what_cannot_be_written_is_refused_in_the_same_words() -> None:
    header = Header("m1", "s", "u", "", "comm_msg", "5.4")
    bad = Message(header, content=CommMsg("c", {"a": {1, 2}}), channel="shell")
    for encode in (encode_v1, encode_default):
        with pytest.raises(KernelwireError, match="at /data/a: set is nothing that JSON has"):
            encode(bad)


def test_a_built_message_with_content_that_came_as_no_json() -> None:
    header = Header("m1", "s", "u", "", "stream", "5.4")
    relayed = Message(header, content=Invalid("stream", b'{},"channel":"control"', []), channel="iopub")
    with pytest.raises(LocalProtocolError, match="cannot carry the content"):
        encode_default(relayed)
