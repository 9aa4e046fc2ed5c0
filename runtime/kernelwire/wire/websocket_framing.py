"""Messages as WebSocket frames and back, in both framings that Jupyter servers speak (jupyter_server:
"WebSocket kernel wire protocols"). No sockets, no clock; JSON and parts: see message.

``v1.kernel.websocket.jupyter.org``, all binary, 64 bits little-endian::

    count  offset × count  channel  header  parent header  metadata  content  [buffer, ...]

Offsets are bytes from the start of the frame, the last one is its end. The default framing is one JSON
object, ``{"channel", "header", "parent_header", "metadata", "content"}``: a text frame, or with buffers a
binary one, 32 bits big-endian, where the frame's end is not among the offsets::

    count  offset × count  JSON object  [buffer, ...]

Which of the two it is, the negotiated subprotocol says. Nothing is signed: the server does that, towards the
kernel; towards the server it is TLS that protects a message.
"""

from __future__ import annotations

import json
import re
import struct
from collections.abc import Sequence
from itertools import accumulate, pairwise
from operator import gt
from typing import Any, NoReturn

import msgspec

from jupyter_messages import SENT
from jupyter_messages.problems import shown
from kernelwire.errors import LocalProtocolError, RemoteProtocolError
from kernelwire.limits import Limits
from kernelwire.wire import jsonio
from kernelwire.wire.framing import plain_view
from kernelwire.wire.message import Message
from kernelwire.wire.signing import Frame, RawParts

SUBPROTOCOL = "v1.kernel.websocket.jupyter.org"
"""What a client offers, and a server names if it will speak v1; else it is the default framing."""

CHANNELS = frozenset(channel for channel, _ in SENT)
"""The channels that one connection carries, all of them together."""

_LIMITS = Limits()
_PARTS = ("header", "parent_header", "metadata", "content")
_V1_LEAST = 6  # offsets: of the channel, of the four parts, and of the end


class _Envelope(msgspec.Struct):
    """What the default framing wraps up; the parts stay the bytes that they are. What is missing reads as the
    schemas say (websocket_message, message); a header needs more than that."""

    channel: Any = "shell"
    header: msgspec.Raw = msgspec.Raw(b"{}")
    parent_header: msgspec.Raw = msgspec.Raw(b"{}")
    metadata: msgspec.Raw = msgspec.Raw(b"{}")
    content: msgspec.Raw = msgspec.Raw(b"{}")


_parse = msgspec.json.Decoder(_Envelope).decode
_skip = msgspec.json.Decoder(msgspec.Raw).decode
_scan = json.JSONDecoder(parse_int=bool, parse_float=bool, parse_constant=bool).raw_decode
"""The standard library's parser, for where a value ends: numbers are not converted."""
_MEMBER = re.compile(r'[ \t\n\r]*([{,])[ \t\n\r]*("[^"\\]*(?:\\.[^"\\]*)*")[ \t\n\r]*:[ \t\n\r]*', re.DOTALL)
_END = re.compile(r"[ \t\n\r]*\}[ \t\n\r]*\Z")


def decode_v1(data: str | Frame, *, limits: Limits = _LIMITS) -> Message:
    """The message in one frame of the v1 framing. Reads the header; the other parts when they are asked for.

    Its buffers are views into ``data``, not copies. Raises `RemoteProtocolError` for what is no such frame,
    and nothing else, whatever the bytes; a text frame (a str) is none.
    """
    if isinstance(data, str):
        raise RemoteProtocolError(f"a text frame, where {SUBPROTOCOL} has binary ones alone")
    frame = _bounded(data, limits)
    size = len(frame)
    count = int.from_bytes(frame[:8], "little") if size >= 8 else 0
    _check_count(count, _V1_LEAST, size, 8, limits.max_parts + 2)
    offsets = struct.unpack_from(f"<{count}Q", frame, 8)
    if offsets[-1] != size:
        raise RemoteProtocolError(f"a frame of {size} bytes says that it ends at {offsets[-1]}")
    _check_offsets(offsets, 8 * (count + 1))
    channel, header, parent, metadata, content = [
        bytes(frame[start:end]) for start, end in pairwise(offsets[:_V1_LEAST])
    ]
    name = channel[:100].decode("utf-8", "backslashreplace")
    buffers = _views(frame, offsets[_V1_LEAST - 1 :])
    return _message(name, (header, parent, metadata, content), buffers, limits)


def decode_default(data: str | Frame, *, limits: Limits = _LIMITS) -> Message:
    """The message in one frame of the default framing, text or binary. Reads the header, and of the other
    parts where they end.

    Bytes can be those of either: JSON never begins with a zero byte, a count of buffers that is allowed
    always does. The parts are the very bytes that stand in the frame; of the envelope the channel is kept,
    what else some servers write there (``msg_id``, ``msg_type``) they say twice. Buffers are views into
    ``data``, not copies. Raises `RemoteProtocolError` for what is no such frame, and nothing else, whatever
    the bytes.
    """
    if isinstance(data, str):
        data = data.encode("utf-8", "surrogatepass")
    frame = _bounded(data, limits)
    buffers: list[Frame] = []
    size = len(frame)
    if size and frame[0] == 0:
        count = int.from_bytes(frame[:4], "big") if size >= 4 else 0
        _check_count(count, 1, size, 4, limits.max_parts - 3)
        offsets = (*struct.unpack_from(f">{count}I", frame, 4), size)
        _check_offsets(offsets, 4 * (count + 1))
        frame, *buffers = _views(frame, offsets)
    envelope = _open(frame)
    raw = (envelope.header, envelope.parent_header, envelope.metadata, envelope.content)
    header, parent, metadata, content = map(bytes, raw)
    return _message(envelope.channel, (header, parent, metadata, content), buffers, limits)


def encode_v1(message: Message[Any]) -> bytes:
    """The message as one binary frame of the v1 framing, for the channel that it names.

    The parts of one that was received and says what it said are the same bytes again. Raises
    `LocalProtocolError` as `kernelwire.wire.framing.encode_frames` does, and for a channel that is none.
    """
    parts: list[Frame] = [_channel(message).encode(), *message.frames(), *map(plain_view, message.buffers)]
    start = 8 * (len(parts) + 2)
    offsets = accumulate(map(len, parts), initial=start)
    return b"".join([struct.pack(f"<{len(parts) + 2}Q", len(parts) + 1, *offsets), *parts])


def encode_default(message: Message[Any]) -> str | bytes:
    """The message as one frame of the default framing: text (a str), or with buffers binary (bytes).

    A part that came with bytes that are no UTF-8 is not fit for a text frame, and makes it a binary one,
    too. Raises `LocalProtocolError` as `encode_v1` does, and for a part that came as no JSON: it would spoil
    the others.
    """
    fields = [b'{"channel":"%b"' % _channel(message).encode()]
    for name, part in zip(_PARTS, message.frames(), strict=True):
        fields.append(b',"%b":%b' % (name.encode(), _json(name, part, message)))
    text = b"".join([*fields, b"}"])
    if not message.buffers:
        try:
            return text.decode()
        except UnicodeDecodeError:
            pass
    parts: list[Frame] = [text, *map(plain_view, message.buffers)]
    offsets = list(accumulate(map(len, parts), initial=4 * (len(parts) + 1)))
    if offsets[-1] >= 1 << 32:
        raise LocalProtocolError(
            f"{offsets[-1]} bytes, where the default framing counts up to 4 GiB; {SUBPROTOCOL} takes more"
        )
    return b"".join([struct.pack(f">{len(offsets)}I", len(parts), *offsets[:-1]), *parts])


def _bounded(data: Frame, limits: Limits) -> Frame:
    frame = plain_view(data)
    if len(frame) > limits.max_bytes:
        raise RemoteProtocolError(f"{len(frame)} bytes, where {limits.max_bytes} are allowed")
    return frame


def _check_count(count: int, least: int, size: int, width: int, most: int) -> None:
    """Refuse a count of offsets that is too small, too large, or more than the frame has room for."""
    if count < least:
        raise RemoteProtocolError(
            f"a frame of {size} bytes has {count} offsets: too few for a message, which has {least}"
        )
    if count > most:
        raise RemoteProtocolError(f"{count} offsets, where {most} are allowed")
    if width * (count + 1) > size:
        raise RemoteProtocolError(f"{count} offsets do not fit into a frame of {size} bytes")


def _check_offsets(offsets: Sequence[int], least: int) -> None:
    """Refuse offsets that go back, or into their own table."""
    if offsets[0] >= least and not any(map(gt, offsets, offsets[1:])):
        return
    for index, (before, at) in enumerate(pairwise((least, *offsets))):
        if at < before:
            raise RemoteProtocolError(f"offset {index} is {at}, where {before} has been read already")


def _views(frame: Frame, offsets: Sequence[int]) -> list[Frame]:
    view = memoryview(frame)
    return [view[start:end] for start, end in pairwise(offsets)]


def _message(channel: Any, parts: RawParts, buffers: list[Frame], limits: Limits) -> Message:
    if not isinstance(channel, str) or channel not in CHANNELS:
        raise RemoteProtocolError(f"no channel is called {shown(channel)}")
    try:
        return Message.received(parts, b"", buffers, [], channel, limits.depth)
    except RemoteProtocolError as error:
        raise RemoteProtocolError(f"the header {error}") from None


def _open(data: Frame) -> _Envelope:
    try:
        return _parse(data)
    except (ValueError, RecursionError):  # NaN, half characters, a byte order mark: JSON of a sort
        return _open_slowly(bytes(data))


def _open_slowly(data: bytes) -> _Envelope:
    """The same by the standard library's parser, which takes what real kernels write."""
    text = data.decode("utf-8", "surrogateescape").removeprefix("\ufeff")
    members: dict[Any, Any] = {}
    at = 0
    while (member := _MEMBER.match(text, at)) and member[1] == ("," if at else "{"):
        try:
            name, _ = _scan(member[2])
            value, at = _scan(text, member.end())
        except (ValueError, RecursionError) as error:
            _refuse(error)
        piece = text[member.end() : at].encode("utf-8", "surrogateescape")
        members[name] = value if name == "channel" else msgspec.Raw(piece)
    if not _END.match(text, at):
        _refuse(f"no member or end of it at character {at}")
    return _Envelope(**{name: members[name] for name in ("channel", *_PARTS) if name in members})


def _refuse(why: Exception | str) -> NoReturn:
    raise RemoteProtocolError(f"the message is no JSON object: {why}") from None


def _json(name: str, part: bytes, message: Message[Any]) -> bytes:
    """A part, if it is JSON. What is not would come out as other members of the envelope, or as none."""
    try:
        _skip(part)
    except (ValueError, RecursionError):
        try:
            jsonio.decode(part)
        except RemoteProtocolError as error:
            raise LocalProtocolError(
                f"the default framing cannot carry the {name} of {message!r}: it came as {error}"
            ) from None
        return part.removeprefix(b"\xef\xbb\xbf")  # no byte order mark within a text
    return part


def _channel(message: Message[Any]) -> str:
    if message.channel not in CHANNELS:
        named = "no channel" if message.channel is None else f"a channel {message.channel!r}"
        raise LocalProtocolError(
            f"{message!r} names {named}: set message.channel to one of {', '.join(sorted(CHANNELS))}"
        )
    return message.channel
