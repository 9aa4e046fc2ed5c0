"""WebSocket frames that are none: counts and offsets are bounded before anything is read or made."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kernelwire.errors import RemoteProtocolError
from kernelwire.limits import Limits
from kernelwire.wire.websocket_framing import decode_default, decode_v1, encode_default, encode_v1
from tests.received import looked_at
from tests.websocket_frames import PIECES, RAW, default, envelope, message, v1


@pytest.mark.parametrize(
    ("frame", "words"),
    [
        (b"", "0 bytes has 0 offsets: too few"),
        (b"\x06", "1 bytes has 0 offsets"),
        (b"\0" * 8, "8 bytes has 0 offsets"),
        (v1(PIECES[:4]), "has 5 offsets: too few for a message, which has 6"),
        (v1(PIECES, count=2**63), "9223372036854775808 offsets, where 10002 are allowed"),
        (v1(PIECES, count=2**64 - 1), "offsets, where 10002"),
        (v1(PIECES, count=9000), "9000 offsets do not fit into a frame of"),
        (v1(PIECES, count=5), "too few"),
        (v1(PIECES, end=10**6), "says that it ends at 1000000"),
        (v1(PIECES, end=10), "says that it ends at 10"),
        (v1(PIECES)[:-1], "says that it ends at"),
        (v1(PIECES) + b"x", "says that it ends at"),
        (v1(PIECES, at0=0), "offset 0 is 0, where 56 has been read"),
        (v1(PIECES, at2=57), "offset 2 is 57"),
        (v1(PIECES, at3=2**64 - 1), "offset 4 is"),
        (v1([b"heartbeat", *RAW]), 'no channel is called "heartbeat"'),
        (v1([b"", *RAW]), 'no channel is called ""'),
        (v1([b"\xff" * 10**5, *RAW]), "no channel is called"),
        (v1([b"iopub", b"[]", *RAW[1:]]), "the header is no JSON object with a msg_type"),
        (v1([b"iopub", b"{", *RAW[1:]]), "the header no JSON"),
        ("text", "a text frame"),
    ],
)
def test_v1_refuses_what_is_no_frame(frame: Any, words: str) -> None:
    with pytest.raises(RemoteProtocolError, match=words) as info:
        decode_v1(frame)
    assert len(str(info.value)) < 300


@pytest.mark.parametrize(
    ("frame", "words"),
    [
        (b"", "no JSON object"),
        (b"\0", "1 bytes has 0 offsets: too few"),
        (b"\0\0\0\0", "has 0 offsets"),
        (default([envelope()], count=9000), "9000 offsets do not fit"),
        (default([envelope()], count=2**24 - 1), "16777215 offsets, where 9997 are allowed"),
        (default([envelope()], count=2**32 - 1), "no JSON object"),
        (default([envelope()], at0=0), "offset 0 is 0, where 8 has been read"),
        (default([envelope()], at0=10**6), "offset 1 is"),
        (default([envelope(), b"1", b"2"], at1=10), "offset 1 is 10"),
        (default([envelope(), b"1", b"2"], at1=2**32 - 1), "offset 2 is"),
        (default([envelope(), b"1"], at1=30), "no JSON object"),
        (default([b"[]", b"1"]), "no JSON object"),
        ("", "no JSON object"),
        ("[]", "no JSON object"),
        ("null", "no JSON object"),
        ("{}", "the header is no JSON object with a msg_type"),
        ("{}x", "no JSON object"),
        (envelope()[:-1].decode(), "no JSON object"),
        (envelope().decode() + "}", "no JSON object"),
        (envelope(metadata=b'{"a":tru}'), "no JSON object"),
        (envelope(x=b"[" * 100_000), "no JSON object"),
        (b'{"' + b"\\a" * 100_000, "no JSON object"),
        (envelope(header=b""), "the header is no JSON object"),
        (envelope(header=b'{"msg_type":5}'), "the header is no JSON object"),
        (envelope(channel=b'"heartbeat"'), 'no channel is called "heartbeat"'),
        (envelope(channel=b"null"), "no channel is called null"),
        (envelope(channel=b"[1]"), "no channel is called an array"),
        (envelope(channel=b"[NaN]"), "no channel is called an array"),
        (envelope(channel=b'"%b"' % (b"x" * 10**5)), "no channel is called"),
    ],
)
def test_the_default_refuses_what_is_no_frame(frame: Any, words: str) -> None:
    with pytest.raises(RemoteProtocolError, match=words) as info:
        decode_default(frame)
    assert len(str(info.value)) < 300


def test_limits_are_inclusive() -> None:
    with_two = message(buffers=[b"12", b"3"])
    for frame, decode in ((encode_v1(with_two), decode_v1), (encode_default(with_two), decode_default)):
        decode(frame, limits=Limits(max_parts=6, max_bytes=len(frame)))
        with pytest.raises(RemoteProtocolError, match=r"offsets, where \d are allowed"):
            decode(frame, limits=Limits(max_parts=5))
        with pytest.raises(
            RemoteProtocolError, match=f"{len(frame)} bytes, where {len(frame) - 1} are allowed"
        ):
            decode(frame, limits=Limits(max_bytes=len(frame) - 1))


def test_the_depth_of_parts_is_bounded() -> None:
    deep = message()
    deep.header.extra["x"] = [[]]
    for frame, decode in ((encode_v1(deep), decode_v1), (encode_default(deep), decode_default)):
        decode(frame, limits=Limits(depth=3))
        with pytest.raises(RemoteProtocolError, match="the header nested more than 2 levels"):
            decode(frame, limits=Limits(depth=2))


@given(st.binary(max_size=200), st.integers(0, 400), st.booleans())
def test_nothing_but_the_family_escapes(garbage: bytes, at: int, with_buffers: bool) -> None:
    whole = message(buffers=[b"12"] if with_buffers else [])
    for frame, decode in ((encode_v1(whole), decode_v1), (encode_default(whole), decode_default)):
        data = frame if isinstance(frame, bytes) else frame.encode()
        for spoilt in (garbage, data[:at] + garbage, data[:at] + garbage + data[at + len(garbage) :]):
            try:
                read = decode(spoilt)
            except RemoteProtocolError:
                continue
            looked_at(read)
            encode_v1(read)
