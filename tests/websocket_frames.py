"""WebSocket frames made by hand, for tests: right ones, to be spoilt in one place each."""

from __future__ import annotations

import struct
from itertools import accumulate
from typing import Any

from kernelwire.wire.message import Message
from tests.received import CONTENT, HEADER, PARENT

RAW = (HEADER, PARENT, b"{}", CONTENT)
NAMES = ("header", "parent_header", "metadata", "content")


def message(
    content: bytes = CONTENT, buffers: Any = (), channel: str | None = "iopub", **parts: bytes
) -> Message:
    raw = (parts.get("header", HEADER), parts.get("parent", PARENT), parts.get("metadata", b"{}"), content)
    return Message.received(raw, b"", list(buffers), [], channel)


def v1(pieces: list[bytes], **changed: int) -> bytes:
    """A frame of the v1 framing, with some offsets (``at0`` ...), the ``count`` or the ``end`` as told."""
    at = 8 * (len(pieces) + 2)
    ends = accumulate(map(len, pieces), initial=at)
    offsets = [changed.get(f"at{index}", offset) for index, offset in enumerate(ends)]
    offsets[-1] = changed.get("end", offsets[-1])
    return struct.pack(f"<{len(offsets) + 1}Q", changed.get("count", len(offsets)), *offsets) + b"".join(
        pieces
    )


def default(pieces: list[bytes], **changed: int) -> bytes:
    """A binary frame of the default framing, likewise."""
    at = 4 * (len(pieces) + 1)
    offsets = []
    for index, piece in enumerate(pieces):
        offsets.append(changed.get(f"at{index}", at))
        at += len(piece)
    return struct.pack(f">{len(offsets) + 1}I", changed.get("count", len(offsets)), *offsets) + b"".join(
        pieces
    )


def envelope(**fields: bytes) -> bytes:
    """The JSON object of the default framing; fields are JSON texts, empty: left out."""
    whole = {"channel": b'"iopub"', **dict(zip(NAMES, RAW, strict=True)), **fields}
    return b"{%b}" % b",".join(b'"%b":%b' % (name.encode(), text) for name, text in whole.items() if text)


PIECES = [b"iopub", *RAW]
