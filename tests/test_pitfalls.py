"""What breaks other implementations, first half, one point after another: how messages are framed and signed.

Number 8, the heartbeat that must echo its payload, needs a socket: the live tests assert it.
"""

from __future__ import annotations

import struct

import pytest
from jupyter_client.session import Session

from jupyter_messages import Invalid, Stream
from kernelwire.errors import RemoteProtocolError
from kernelwire.wire import jsonio, signing
from kernelwire.wire.framing import DELIMITER, decode_frames, encode_frames
from kernelwire.wire.message import Message
from kernelwire.wire.replay import ReplayWindow
from kernelwire.wire.signing import Signer
from tests.received import KEY, NO_KEY, SIGNER, decoded, right_frames


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
    genuine = right_frames()
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
    genuine = right_frames()
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
    frames = right_frames()
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
        right_frames(header=["a", "list"]),  # theirs: TypeError
        right_frames(header=DEEP),  # theirs: RecursionError
        right_frames(header={"msg_id": "m1"}),
        right_frames(header=b"{"),
        right_frames(header=b"\xff"),
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
    frames = right_frames(parent=DEEP, metadata=DEEP, content=DEEP)
    message = decode_frames(frames, SIGNER)
    assert (message.parent_header, message.parent_msg_id, message.metadata) == (None, "", {})
    assert isinstance(message.content, Invalid)
    assert ["levels deep" in problem.message for problem in message.problems] == [True] * 3
    assert encode_frames(message, SIGNER) == frames


def test_05_verified_before_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    frames = right_frames(header=DEEP, signer=Signer(b"a stranger's key"))
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
    frames = right_frames(signer=md5)
    assert len(frames[2]) == 32
    assert decode_frames(frames, md5).msg_id == "m1"
    with pytest.raises(RemoteProtocolError, match="signature"):
        decode_frames(frames, SIGNER)


def test_06_buffers_are_not_signed_and_that_is_said() -> None:
    frames = right_frames()
    assert decode_frames([*frames, b"anything"], SIGNER).buffers == [b"anything"]
    assert "Buffers are not covered" in str(signing.__doc__)
    assert "unverified" in str(decode_frames.__doc__)


def test_06_only_the_first_delimiter_splits() -> None:
    frames = [*right_frames(), b"a", DELIMITER, b"b", DELIMITER]
    message = decode_frames(frames, SIGNER)
    assert message.identities == [b"stream.stdout"]
    assert message.buffers == [b"a", DELIMITER, b"b", DELIMITER]
    assert encode_frames(message, SIGNER) == frames


@pytest.mark.parametrize("topic", [[], [b""], [b"stream"], [b"a", b"b"]])
def test_07_any_number_of_topic_frames(topic: list[bytes]) -> None:
    frames = [*topic, *right_frames()[1:]]
    message = decode_frames(frames, SIGNER)
    assert message.identities == topic
    assert encode_frames(message, SIGNER) == frames
