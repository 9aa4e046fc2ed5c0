"""Frames that were decoded, and looked at, are encoded to the same bytes: recorded ones and any others."""

from __future__ import annotations

import contextlib
import gzip
import json
from base64 import b64decode
from collections.abc import Iterator
from pathlib import Path

from hypothesis import example, given
from hypothesis import strategies as st

from jupyter_messages import Stream
from kernelwire.errors import RemoteProtocolError
from kernelwire.wire.framing import DELIMITER, decode_frames, encode_frames
from kernelwire.wire.replay import ReplayWindow
from kernelwire.wire.signing import Signer
from tests.received import HEADER, NO_KEY, PARTS, SIGNER, frames_of, looked_at


def captured() -> Iterator[tuple[bytes, list[bytes]]]:
    for path in sorted(Path(__file__).parent.glob("captures/*.jsonl.gz")):
        with gzip.open(path) as lines:
            for line in lines:
                entry = json.loads(line)
                if "frames" in entry and entry.get("channel") != "heartbeat":
                    yield entry.get("key", "").encode(), [b64decode(frame) for frame in entry["frames"]]


def test_recorded_messages_come_out_as_they_went_in() -> None:
    count = 0
    for key, frames in captured():
        signer = Signer(key)
        message = decode_frames(frames, signer)
        assert encode_frames(message, signer) == frames
        looked_at(message)
        assert encode_frames(message, signer) == frames
        count += 1
    assert count > 100


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters(exclude_categories=())),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
)
TYPES = st.sampled_from(["stream", "status", "execute_reply", "comm_msg", "my_own"])

HEADERS = st.builds(
    lambda known, extra: json.dumps(extra | known).encode(),
    st.fixed_dictionaries(
        {"msg_type": TYPES}, optional={"msg_id": JSON, "session": JSON, "date": JSON, "subshell_id": JSON}
    ),
    st.dictionaries(st.text(max_size=5), JSON, max_size=2),
)
PART = (
    st.builds(lambda value: json.dumps(value).encode(), JSON)
    | st.binary(max_size=20)
    | st.sampled_from(
        [
            b"null",
            b"{}",
            b" {} ",
            b"[]",
            b'{"text":"\xff","name":"stdout"}',
            b'{"a":1,"a":2}',
            b'{"text": null}',
            b"\xef\xbb\xbf{}",
        ]
    )
)


@given(
    HEADERS,
    PART,
    PART,
    PART,
    st.lists(st.binary(max_size=9).filter(lambda i: i != DELIMITER)),
    st.lists(st.binary(max_size=9)),
)
@example(b'{"":NaN,"msg_type":"stream"}', b"NaN", b'{"a":NaN}', b'{"text":NaN}', [], [])
@example(HEADER, b"null", b"null", b'{"text":"\xff\xc3"}', [], [DELIMITER])
@example(b'{"msg_type":"x","msg_id":5,"subshell_id":[1]}', b'{"msg_id":null}', b"[]", b'"\\ud800"', [], [])
def test_frames_looked_at_come_out_as_they_went_in(
    header: bytes, parent: bytes, metadata: bytes, content: bytes, topic: list[bytes], buffers: list[bytes]
) -> None:
    frames = frames_of([header, parent, metadata, content], *buffers, topic=tuple(topic))
    message = decode_frames(frames, SIGNER)
    assert encode_frames(message, SIGNER) == frames
    looked_at(message)
    assert encode_frames(message, SIGNER) == frames


@given(
    st.lists(
        st.binary(max_size=20) | st.sampled_from([DELIMITER, b"{}", HEADER, b"[]", b"null", b""]), max_size=12
    )
)
@example([DELIMITER])
@example([])
@example([DELIMITER, b"", b"[" * 100_000, b"", b"", b""])
@example([DELIMITER, b"", b'{"msg_type":[]}', b"", b"", b""])
def test_any_frames_are_a_message_or_one_of_our_errors(frames: list[bytes]) -> None:
    for signer in (SIGNER, NO_KEY):
        try:
            message = decode_frames(frames, signer, replay=ReplayWindow())
        except RemoteProtocolError:
            continue
        looked_at(message)
        repr(message)
        with contextlib.suppress(RemoteProtocolError):
            message.sent_at()
        assert encode_frames(message, signer) == frames


def test_with_an_empty_key_the_signature_stays_as_long_as_it_is_true() -> None:
    frames = frames_of(PARTS, key=b"some key")
    message = decode_frames(frames, NO_KEY)
    assert encode_frames(message, NO_KEY) == frames
    message.content = Stream("stdout", "changed")
    assert encode_frames(message, NO_KEY)[1] == b""


def test_another_key_signs_anew() -> None:
    other = Signer(b"other")
    written = encode_frames(decode_frames(frames_of(PARTS), SIGNER), other)
    assert written == frames_of(PARTS, key=b"other")
