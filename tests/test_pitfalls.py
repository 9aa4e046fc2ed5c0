"""PITFALLS 1 to 12, one after another: what breaks others, and what real kernels really send.

Number 8, the heartbeat that must echo its payload, needs a socket: the live tests assert it.
"""

from __future__ import annotations

import json
import struct
from typing import Any

import pytest
from jupyter_client.session import Session

from jupyter_messages import Invalid, Stream, validate
from kernelwire import jsonio, signing
from kernelwire.errors import RemoteProtocolError
from kernelwire.framing import DELIMITER, decode_frames, encode_frames
from kernelwire.message import Message
from kernelwire.replay import ReplayWindow
from kernelwire.signing import Signer

KEY = b"the key of this connection"
SIGNER = Signer(KEY)
NO_KEY = Signer(b"")


def part(value: Any) -> bytes:
    return value if isinstance(value, bytes) else json.dumps(value).encode()


def frames_of(
    header: Any = None, parent: Any = None, metadata: Any = None, content: Any = None, signer: Signer = SIGNER
) -> list[bytes]:
    """A right message of a kernel, signed, but for what is given."""
    right = {"msg_id": "m1", "session": "s", "username": "u", "msg_type": "stream", "version": "5.4"}
    right["date"] = "2026-03-09T14:05:21.058145Z"
    values = [
        right if header is None else header,
        {**right, "msg_id": "p1"} if parent is None else parent,
        {} if metadata is None else metadata,
        {"name": "stdout", "text": "hi"} if content is None else content,
    ]
    parts = [part(value) for value in values]
    return [b"stream.stdout", DELIMITER, signer.sign(parts), *parts]


def decoded(**parts: Any) -> Message:
    return decode_frames(frames_of(**parts), SIGNER)


# --- framing and signing ----------------------------------------------------------------------------


@pytest.mark.parametrize("signer", [SIGNER, NO_KEY])
@pytest.mark.parametrize("topic", [[], [b"topic"], [b"a", b"b", b"c"]])
def test_01_delimiter_last_frame(signer: Signer, topic: list[bytes]) -> None:
    with pytest.raises(RemoteProtocolError, match="0 frames after the delimiter"):
        decode_frames([*topic, DELIMITER], signer)


@pytest.mark.parametrize("signer", [SIGNER, NO_KEY])
@pytest.mark.parametrize("count", range(4))
def test_01_a_signed_message_with_fewer_than_four_parts(signer: Signer, count: int) -> None:
    parts = [b"{}"] * count
    with pytest.raises(RemoteProtocolError, match="after the delimiter"):
        decode_frames([DELIMITER, signer.sign(parts), *parts], signer)


def test_02_a_tampered_copy_does_not_make_the_genuine_one_fail() -> None:
    window = ReplayWindow()
    genuine = frames_of()
    tampered = [*genuine[:-1], genuine[-1].replace(b"hi", b"ho")]
    with pytest.raises(RemoteProtocolError, match="does not fit"):
        decode_frames(tampered, SIGNER, replay=window)
    assert decode_frames(genuine, SIGNER, replay=window).content == Stream("stdout", "hi")
    with pytest.raises(RemoteProtocolError, match="replay"):
        decode_frames(genuine, SIGNER, replay=window)
    theirs = Session(key=KEY)
    for frames, error in ((tampered, "Invalid Signature"), (genuine, "Duplicate Signature")):
        with pytest.raises(ValueError, match=error):
            theirs.deserialize(frames[2:])


def test_02_forgeries_evict_nothing() -> None:
    window = ReplayWindow(4)
    genuine = frames_of()
    decode_frames(genuine, SIGNER, replay=window)
    for number in range(100):
        with pytest.raises(RemoteProtocolError, match="does not fit"):
            decode_frames([*genuine[:2], b"%064x" % number, *genuine[3:]], SIGNER, replay=window)
    assert len(window) == 1
    with pytest.raises(RemoteProtocolError, match="replay"):
        decode_frames(genuine, SIGNER, replay=window)


def test_02_the_oldest_goes_first_and_alone() -> None:
    window = ReplayWindow(3)
    signatures = [b"%064x" % number for number in range(4)]
    assert all(map(window.admit, signatures))
    assert [window.admit(signature) for signature in signatures[1:]] == [False] * 3
    assert window.admit(signatures[0])


@pytest.mark.parametrize("signature", [b"", b"0" * 64, Signer(b"some").sign([b"x"]), b"\xff"])
def test_03_an_empty_key_accepts_signed_and_unsigned(signature: bytes) -> None:
    frames = frames_of()
    frames[2] = signature
    window = ReplayWindow()
    for _ in range(2):
        assert decode_frames(frames, NO_KEY, replay=window).content == Stream("stdout", "hi")
    with pytest.raises(RemoteProtocolError, match="signature"):
        decode_frames(frames, SIGNER)


def test_03_with_an_empty_key_nothing_is_signed() -> None:
    assert NO_KEY.sign([b"{}"]) == b""
    built = Message(decoded().header, content=Stream("stdout", "hi"))
    assert encode_frames(built, NO_KEY)[1] == b""


DEEP = b"[" * 200_000 + b"]" * 200_000


@pytest.mark.parametrize(
    "frames",
    [
        [DELIMITER],  # theirs: IndexError
        frames_of(header=["a", "list"]),  # theirs: TypeError
        frames_of(header=DEEP),  # theirs: RecursionError
        frames_of(header={"msg_id": "m1"}),
        frames_of(header=b"{"),
        frames_of(header=b"\xff"),
    ],
)
def test_04_only_our_errors_come_out(frames: list[bytes]) -> None:
    with pytest.raises(RemoteProtocolError):
        decode_frames(frames, SIGNER)


def test_04_no_msg_id_is_no_reason_to_fail() -> None:  # theirs: KeyError
    message = decoded(header={"msg_type": "stream"})
    assert (message.msg_id, message.header.msg_id) == ("", "")


def test_04_month_13_fails_only_who_asks_for_the_date() -> None:  # theirs: ValueError
    message = decoded(header={"msg_type": "stream", "date": "2026-13-01T00:00:00Z"})
    assert message.header.date == "2026-13-01T00:00:00Z"
    with pytest.raises(RemoteProtocolError, match="2026-13-01"):
        message.sent_at()


def test_04_deep_json_anywhere_is_a_problem() -> None:
    frames = frames_of(parent=DEEP, metadata=DEEP, content=DEEP)
    message = decode_frames(frames, SIGNER)
    assert (message.parent_header, message.parent_msg_id, message.metadata) == (None, "", {})
    assert isinstance(message.content, Invalid)
    assert ["levels deep" in problem.message for problem in message.problems] == [True] * 3
    assert encode_frames(message, SIGNER) == frames


def test_05_verified_before_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    frames = frames_of(header=DEEP, signer=Signer(b"a stranger's key"))
    monkeypatch.setattr(jsonio, "decode", None)
    with pytest.raises(RemoteProtocolError, match="signature"):
        decode_frames(frames, SIGNER)


def test_05_buffers_count_in_bytes() -> None:
    numbers = memoryview(struct.pack("3d", 1.0, 2.0, 3.0)).cast("d")
    assert len(numbers) == 3
    message = decoded()
    message.buffers = [numbers]
    (*_, written) = encode_frames(message, SIGNER)
    assert len(written) == 24
    assert struct.unpack("3d", written) == (1.0, 2.0, 3.0)


def test_05_the_signature_scheme_is_heeded() -> None:
    md5 = Signer(KEY, "hmac-md5")
    frames = frames_of(signer=md5)
    assert len(frames[2]) == 32
    assert decode_frames(frames, md5).msg_id == "m1"
    with pytest.raises(RemoteProtocolError, match="signature"):
        decode_frames(frames, SIGNER)


def test_06_buffers_are_not_signed_and_that_is_said() -> None:
    frames = frames_of()
    assert decode_frames([*frames, b"anything"], SIGNER).buffers == [b"anything"]
    assert "Buffers are not covered" in str(signing.__doc__)
    assert "unverified" in str(decode_frames.__doc__)


def test_06_only_the_first_delimiter_splits() -> None:
    frames = [*frames_of(), b"a", DELIMITER, b"b", DELIMITER]
    message = decode_frames(frames, SIGNER)
    assert message.identities == [b"stream.stdout"]
    assert message.buffers == [b"a", DELIMITER, b"b", DELIMITER]
    assert encode_frames(message, SIGNER) == frames


@pytest.mark.parametrize("topic", [[], [b""], [b"stream"], [b"a", b"b"]])
def test_07_any_number_of_topic_frames(topic: list[bytes]) -> None:
    frames = [*topic, *frames_of()[1:]]
    message = decode_frames(frames, SIGNER)
    assert message.identities == topic
    assert encode_frames(message, SIGNER) == frames


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
    frames = frames_of(content=content)
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
    frames = frames_of(header={"msg_type": "stream", "date": date})
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
    frames = frames_of(parent=parent)
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
    frames = frames_of(parent=parent)
    message = decode_frames(frames, SIGNER)
    assert message.parent_msg_id == msg_id
    assert message.parent_header is not None
    assert message.parent_header.msg_id == message.parent_msg_id == msg_id
    assert message.as_dict()["parent_header"] == parent
    assert encode_frames(message, SIGNER) == frames


@pytest.mark.parametrize("metadata", [b"null", b"[]", b"{}", b"", b"5"])
def test_11_metadata_that_is_null_reads_as_empty(metadata: bytes) -> None:
    frames = frames_of(metadata=metadata)
    message = decode_frames(frames, SIGNER)
    assert message.metadata == {}
    assert encode_frames(message, SIGNER) == frames


def test_11_a_session_may_be_empty() -> None:
    assert decoded(header={"msg_type": "stream", "session": ""}).header.session == ""


@pytest.mark.parametrize("lacking", ["username", "session", "version", "msg_id", "date"])
def test_12_a_header_may_lack_what_it_must_have(lacking: str) -> None:
    header = json.loads(frames_of()[3])
    del header[lacking]
    frames = frames_of(header=header)
    message = decode_frames(frames, SIGNER)
    assert getattr(message.header, lacking) == ""
    assert encode_frames(message, SIGNER) == frames
    assert lacking in " ".join(problem.message for problem in validate(message.as_dict()))


def test_12_versions_that_disagree_are_both_kept() -> None:
    header = {**json.loads(frames_of()[3]), "msg_type": "kernel_info_reply", "version": "5.4"}
    message = decoded(header=header, content={"status": "ok", "protocol_version": "5.3"})
    plain = message.as_dict()
    assert (plain["header"]["version"], plain["content"]["protocol_version"]) == ("5.4", "5.3")
