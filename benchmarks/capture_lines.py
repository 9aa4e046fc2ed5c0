"""Captures to measure with: the recorded sessions, played again and again, each with other ids and dates.

Every replay has message ids, sessions and dates of its own, in the spelling of the kernel that sent them; the
order, the bursts and the problems are those of the recording. The same seed gives the same bytes.
"""

from __future__ import annotations

import gzip
import hmac
import json
import random
import re
from binascii import a2b_base64, b2a_base64
from collections.abc import Iterator
from pathlib import Path
from typing import Any

CAPTURES = Path(__file__).resolve().parents[1] / "tests" / "captures"
SIZES = range(400, 1500)
"""Bytes of a decoded line; 600 in the middle."""

_ID = re.compile(rb'"(?:msg_id|session)": ?"([^"\\]{6,})"')
_DATE = re.compile(rb'("date": ?"[0-9]{4}-[0-9]{2}-)[0-9]{2}(T)[0-9]{2}:[0-9]{2}:[0-9]{2}')
_PARTS = ("header", "parent_header", "metadata", "content")


def lines(count: int, *, seed: int = 1) -> dict[str, list[bytes]]:
    """``count`` messages in three spellings: decoded, wire, and wire with a key and right signatures."""
    found: dict[str, list[bytes]] = {"decoded": [], "wire": [], "wire, signed": []}
    for line, frames in _messages(count, seed):
        decoded = _decoded(line, frames)
        found["decoded"].append(json.dumps(decoded, separators=(",", ":"), ensure_ascii=False).encode())
        told = {name: line[name] for name in ("channel", "direction", "time")}
        found["wire"].append(_wire(told, frames))
        found["wire, signed"].append(_wire({**told, "key": line["key"]}, _signed(line["key"], frames)))
    return found


def _wire(told: dict[str, Any], frames: list[bytes]) -> bytes:
    texts = [b2a_base64(frame, newline=False).decode() for frame in frames]
    return json.dumps({**told, "frames": texts}, separators=(",", ":")).encode()


def _decoded(line: dict[str, Any], frames: list[bytes]) -> dict[str, Any]:
    at = frames.index(b"<IDS|MSG>")
    parts = {name: json.loads(frame) for name, frame in zip(_PARTS, frames[at + 2 : at + 6], strict=True)}
    buffers = [b2a_base64(frame, newline=False).decode() for frame in frames[at + 6 :]]
    return {**parts, "buffers": buffers, "channel": line["channel"]}


def _signed(key: str, frames: list[bytes]) -> list[bytes]:
    at = frames.index(b"<IDS|MSG>")
    digest = hmac.digest(key.encode(), b"".join(frames[at + 2 : at + 6]), "sha256").hex().encode()
    return [*frames[: at + 1], digest, *frames[at + 2 :]]


def _messages(count: int, seed: int) -> Iterator[tuple[dict[str, Any], list[bytes]]]:
    chance = random.Random(seed)
    sessions = [_session(path) for path in sorted(CAPTURES.glob("*.jsonl.gz")) if "decoded" not in path.name]
    while True:
        for session in chance.sample(sessions, len(sessions)):
            ids: dict[bytes, bytes] = {}
            day = b"%02d" % chance.randint(1, 28)
            clock = chance.randint(0, 80000)
            for line, frames in session:
                clock += chance.random() < 0.1
                time = b"%02d:%02d:%02d" % (clock // 3600 % 24, clock // 60 % 60, clock % 60)
                yield line, [_changed(frame, ids, day, time, chance) for frame in frames]
                count -= 1
                if not count:
                    return


def _session(path: Path) -> list[tuple[dict[str, Any], list[bytes]]]:
    found: list[tuple[dict[str, Any], list[bytes]]] = []
    for text in gzip.decompress(path.read_bytes()).splitlines():
        line = json.loads(text)
        frames = [a2b_base64(frame) for frame in line["frames"]]
        try:
            size = len(json.dumps(_decoded(line, frames)))
        except ValueError:  # heartbeats, and what is not UTF-8
            continue
        if size in SIZES:
            found.append((line, frames))
    return found


def _changed(frame: bytes, ids: dict[bytes, bytes], day: bytes, time: bytes, chance: random.Random) -> bytes:
    """The frame with other ids of the same length and form, the same for each id of a replay, and dates."""

    def other(match: re.Match[bytes]) -> bytes:
        old = match[1]
        if old not in ids:
            ids[old] = bytes(
                ord(chance.choice("0123456789abcdef")) if chr(byte) in "0123456789abcdef" else byte
                for byte in old
            )
        return match[0].replace(old, ids[old])

    return _DATE.sub(rb"\g<1>" + day + rb"\g<2>" + time, _ID.sub(other, frame))
