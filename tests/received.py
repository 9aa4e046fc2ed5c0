"""Messages as they come off the wire, for tests: parts, frames, and a look at all that a message holds."""

from __future__ import annotations

import json
from typing import Any

from kernelwire.wire import jsonio
from kernelwire.wire.framing import DELIMITER, decode_frames
from kernelwire.wire.message import Message
from kernelwire.wire.signing import Signer

KEY = b"a0436f6c-1916-498b-8eb9-e81ab9368e84"
SIGNER = Signer(KEY)
NO_KEY = Signer(b"")
HEADER = (
    b'{"msg_id":"m1","session":"s","username":"u","date":"2026-01-01T00:00:00Z",'
    b'"msg_type":"stream","version":"5.4"}'
)
PARENT = (
    b'{"msg_id":"p1","session":"s","username":"u","date":"2026-01-01T00:00:00Z",'
    b'"msg_type":"execute_request","version":"5.4"}'
)
CONTENT = b'{ "name": "stdout", "text": "hi", "x_new": [1] }'
PARTS = [HEADER, b'{"msg_id":"p1"}', b"{}", b'{"name":"stdout","text":"hi"}']


def received(
    header: bytes = HEADER, parent: bytes = PARENT, metadata: bytes = b"{ }", content: bytes = CONTENT
) -> Message:
    return Message.received((header, parent, metadata, content), b"", [], [], "iopub")


def typed(msg_type: str, content: bytes) -> Message:
    return received(b'{"msg_id":"m","msg_type":"%s"}' % msg_type.encode(), content=content)


def frames_of(
    parts: list[bytes], *buffers: bytes, key: bytes = KEY, topic: tuple[bytes, ...] = ()
) -> list[bytes]:
    return [*topic, DELIMITER, Signer(key).sign(parts), *parts, *buffers]


def looked_at(message: Message) -> None:
    for name in ("header", "parent_header", "metadata", "content", "problems", "parent_msg_id", "msg_id"):
        getattr(message, name)
    assert repr(message.as_dict()["header"]) == repr(jsonio.decode(message.frames()[0])[0])  # NaN is not NaN


def part(value: Any) -> bytes:
    return value if isinstance(value, bytes) else json.dumps(value).encode()


def right_frames(
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
    return decode_frames(right_frames(**parts), SIGNER)
