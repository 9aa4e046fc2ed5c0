"""Jupyter messages as frames, and frames as capture lines. No sockets, no clock.

Everything here is standard library, on purpose: the recordings are the material that the runtime is
tested with, so nothing of the runtime may have touched them. What a capture is: docs/captures.md.
"""

from __future__ import annotations

import base64
import gzip
import hashlib
import hmac
import io
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias

Json: TypeAlias = dict[str, Any]

DELIMITER = b"<IDS|MSG>"
CHANNELS = ("shell", "control", "stdin", "iopub", "heartbeat")


@dataclass(frozen=True)
class Received:
    """A message from the kernel, parsed as far as a scenario needs (unreadable parts are `{}`)."""

    channel: str
    header: Json
    parent: Json
    content: Json
    frames: list[bytes] = field(repr=False)

    @property
    def msg_type(self) -> str:
        return str(self.header.get("msg_type", ""))

    @property
    def parent_id(self) -> str:
        return str(self.parent.get("msg_id", ""))


def pack(key: bytes, parts: Sequence[Mapping[str, Any]], buffers: Iterable[bytes] = ()) -> list[bytes]:
    """Header, parent, metadata and content as signed frames, delimiter first (HMAC-SHA256)."""
    bodies = [json.dumps(part, ensure_ascii=False).encode("utf-8") for part in parts]
    signature = b""
    if key:
        signature = hmac.new(key, b"".join(bodies), hashlib.sha256).hexdigest().encode("ascii")
    return [DELIMITER, signature, *bodies, *buffers]


def unpack(channel: str, frames: list[bytes]) -> Received:
    """Read what can be read. Never raises: a recorder keeps what it does not understand.

    Only the *first* delimiter counts, a buffer may hold the same bytes.
    """
    start = frames.index(DELIMITER) + 2 if DELIMITER in frames else len(frames)
    parts = [_loads(frame) for frame in frames[start : start + 4]]
    parts += [{}] * (4 - len(parts))
    return Received(channel, parts[0], parts[1], parts[3], frames)


def _loads(frame: bytes) -> Json:
    try:
        # Kernels do send bytes that are no UTF-8 (R's "\xff"); the rest of the part is still good.
        value = json.loads(frame.decode("utf-8", "replace"))
    except (ValueError, RecursionError):
        return {}
    return value if isinstance(value, dict) else {}


def capture_line(channel: str, direction: str, time: float, key: bytes, frames: Sequence[bytes]) -> Json:
    """One line of a capture in its wire form. `time` is in seconds since the recording began."""
    return {
        "channel": channel,
        "direction": direction,
        "time": round(time, 6),
        "key": key.decode("ascii"),
        "frames": [base64.b64encode(frame).decode("ascii") for frame in frames],
    }


def line_frames(line: Mapping[str, Any]) -> list[bytes]:
    """The frames of a wire line as bytes."""
    return [base64.b64decode(frame) for frame in line["frames"]]


def decoded(lines: Iterable[Mapping[str, Any]]) -> Iterator[Json]:
    """The same messages in the decoded form, as JupyterLab and the legacy WebSocket show them.

    Text that is not UTF-8 has its bad bytes replaced: the decoded form is JSON text and has no place
    for them.
    """
    for line in lines:
        frames = line_frames(line)
        start = frames.index(DELIMITER) + 2
        header, parent, metadata, content = (
            json.loads(frame.decode("utf-8", "replace")) for frame in frames[start : start + 4]
        )
        yield {
            "header": header,
            "parent_header": parent,
            "metadata": metadata,
            "content": content,
            "buffers": [base64.b64encode(frame).decode("ascii") for frame in frames[start + 4 :]],
            "channel": line["channel"],
        }


def write_capture(path: Path, lines: Iterable[Mapping[str, Any]]) -> None:
    """Write lines as JSON Lines, gzipped where the name ends in `.gz`.

    The same lines give the same bytes: no file name, time or operating system goes into the gzip header.
    """
    text = "".join(json.dumps(line, separators=(",", ":")) + "\n" for line in lines)
    data = text.encode("ascii")
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.suffix == ".gz":
        # gzip.compress is shorter, but what it writes for the operating system depends on Python's version.
        packed = io.BytesIO()
        with gzip.GzipFile("", "wb", 9, packed, mtime=0) as stream:
            stream.write(data)
        data = packed.getvalue()
    path.write_bytes(data)


def read_capture(path: Path) -> list[Json]:
    """The lines of a capture file, in either form."""
    data = path.read_bytes()
    text = gzip.decompress(data) if path.suffix == ".gz" else data
    return [json.loads(line) for line in text.splitlines()]
