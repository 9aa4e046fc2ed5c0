"""Messages as ZeroMQ multiparts and back (spec: "The Wire Protocol"). No sockets, no clock; JSON and parts:
see message.

::

    [identity or topic, ...]  <IDS|MSG>  signature  header  parent header  metadata  content  [buffer, ...]

Counts come first, then the signature, and only then is anything parsed: nobody without the key gets at a
parser.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from kernelwire.errors import LocalProtocolError, RemoteProtocolError
from kernelwire.limits import Limits
from kernelwire.wire.message import Message
from kernelwire.wire.replay import ReplayWindow
from kernelwire.wire.signing import Frame, RawParts, Signer

DELIMITER = b"<IDS|MSG>"
"""Ends the identities. Only the first one counts: a buffer may hold the same bytes."""

_LIMITS = Limits()
_AFTER = ("signature", "header", "parent header", "metadata", "content")


class Parts(NamedTuple):
    """The frames of a message, told apart; nothing is verified or parsed."""

    identities: list[Frame]
    """What stands before the delimiter."""
    signature: bytes
    """Hex digits, or empty."""
    parts: RawParts
    """Header, parent header, metadata, content: what the signature covers."""
    buffers: list[Frame]
    """What follows, as it came."""


def decode_frames(
    frames: Sequence[Frame],
    signer: Signer,
    *,
    channel: str | None = None,
    replay: ReplayWindow | None = None,
    limits: Limits = _LIMITS,
) -> Message:
    """The message in the frames of one multipart. Verifies first, then remembers, then reads the header.

    The other parts are read when they are asked for. ``channel`` is noted in the message. With ``replay``, a
    signature that verified is remembered, and refused when it comes again. Buffers are given as they came,
    unverified.

    Raises `RemoteProtocolError`, which says which frame (counted from 0) and what is wrong, for anything that
    is no message of a peer that knows the key; and nothing else, whatever the bytes. What is no frame at all
    (a str, a view that was released or is not contiguous) is the caller's mistake: `LocalProtocolError`.
    """
    identities, signature, parts, buffers = _split(frames, limits)
    if not signer.verify(signature, parts):
        at = len(identities) + 1
        what = "does not fit the message" if signature else "is empty, but this connection has a key"
        raise RemoteProtocolError(f"the signature (frame {at}) {what}")
    if replay is not None and signer.authenticates and not replay.admit(signature):
        raise RemoteProtocolError(
            f"the signature (frame {len(identities) + 1}) has been here before: a replay"
        )
    try:
        return Message.received(parts, signature, buffers, identities, channel, limits.depth)
    except RemoteProtocolError as error:
        raise RemoteProtocolError(f"the header (frame {len(identities) + 2}) {error}") from None


def split_frames(frames: Sequence[Frame], limits: Limits = _LIMITS) -> Parts:
    """Tell the frames of a multipart apart, by counting alone.

    Raises `RemoteProtocolError` for more than ``limits`` allow, no delimiter, or less than five frames after
    it.
    """
    return Parts(*_split(frames, limits))


def _split(frames: Sequence[Frame], limits: Limits) -> tuple[list[Frame], bytes, RawParts, list[Frame]]:
    count = len(frames)
    if count > limits.max_parts:
        raise RemoteProtocolError(f"{count} frames, where {limits.max_parts} are allowed")
    plain: list[Any] = list(frames)
    size = 0
    for frame in plain:  # twice as fast as sum(map(bytes.__len__, plain))
        if type(frame) is not bytes:
            size = _make_plain(plain)
            break
        size += len(frame)
    if size > limits.max_bytes:
        raise RemoteProtocolError(f"{size} bytes, where {limits.max_bytes} are allowed")
    if count == 7 and plain[1] == DELIMITER != plain[0]:  # a topic, no buffers: as nearly all are
        identity, _, signature, header, parent, metadata, content = plain
        return [identity], signature, (header, parent, metadata, content), []
    try:
        at = plain.index(DELIMITER)
    except ValueError:
        raise RemoteProtocolError(f"no delimiter <IDS|MSG> among {count} frames") from None
    if count < at + 6:
        lacking = _AFTER[count - at - 1]
        raise RemoteProtocolError(f"{count - at - 1} frames after the delimiter (frame {at}): no {lacking}")
    signature, header, parent, metadata, content = plain[at + 1 : at + 6]
    return plain[:at], signature, (header, parent, metadata, content), plain[at + 6 :]


def _make_plain(frames: list[Any]) -> int:
    """Make views views of bytes, and those before the buffers bytes; returns the bytes of all frames."""
    frames[:] = map(plain_view, frames)
    end = frames.index(DELIMITER) + 6 if DELIMITER in frames else 0
    frames[:end] = map(bytes, frames[:end])
    return sum(map(len, frames))


def encode_frames(message: Message, signer: Signer) -> list[Frame]:
    """The frames of a message, signed.

    One that was received and says what it said has the same bytes again (with an empty key also the signature
    it came with). Buffers are not copied; views of wider items come out as views of bytes. Raises
    `LocalProtocolError` for what cannot be written: content that JSON does not have (it names the place), a
    part that is none, a buffer that is none, or the delimiter among the identities.
    """
    parts = message.frames()
    frames: list[Frame] = [*map(plain_view, message.identities)] if message.identities else []
    if DELIMITER in frames:
        raise LocalProtocolError(
            "an identity must not be the delimiter <IDS|MSG>: it would end the identities"
        )
    if signer.authenticates:
        signature = signer.sign(parts)
    else:
        signature = message.signature if parts == message.raw else b""
    frames += (DELIMITER, signature, *parts)
    if message.buffers:
        frames += map(plain_view, message.buffers)
    return frames


def plain_view(frame: Frame) -> Frame:
    """The frame with bytes for its items, so that its length is in bytes."""
    if type(frame) is bytes:
        return frame
    try:
        view = memoryview(frame)
        return view.cast("B") if view.nbytes else b""  # cast refuses an empty one of several dimensions
    except (TypeError, ValueError) as error:  # the latter where it was released
        raise LocalProtocolError(f"a frame must be bytes or a contiguous memoryview: {error}") from None
