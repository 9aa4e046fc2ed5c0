"""Capture lines made by hand, for tests: legal ones, to be spoilt in one place each."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
KEY = "4f1b-secret"
ENVIRONMENT = {
    **os.environ,
    "PYTHONPATH": os.pathsep.join(str(ROOT / name) for name in ("generated", "runtime")),
}
"""Of a process that runs the code of this checkout."""
PYTHON = [sys.executable, "-W", "error"]
"""Warnings are errors, but not those of kernels that it starts: they would take over a variable."""
COMMAND = [*PYTHON, "-m", "kernelwire", "validate"]
PARTS = ("header", "parent_header", "metadata", "content")


def header(msg_type: str, **changed: Any) -> dict[str, Any]:
    plain = {"msg_id": "b9c4_7", "session": "b9c4", "username": "ada", "msg_type": msg_type, "version": "5.3"}
    return {**plain, "date": "2026-03-09T14:05:21.058145Z", **changed}


def stream(text: str = "hi\n", **changed: Any) -> dict[str, Any]:
    """A message without a flaw, in the decoded form."""
    return {
        "header": header("stream", msg_id="4e0d"),
        "parent_header": header("execute_request"),
        "metadata": {},
        "content": {"name": "stdout", "text": text},
        "channel": "iopub",
        **changed,
    }


def frames(parts: Sequence[bytes], key: str = KEY, scheme: str = "sha256") -> list[bytes]:
    signature = (
        hmac.new(key.encode(), b"".join(parts), getattr(hashlib, scheme)).hexdigest().encode() if key else b""
    )
    return [b"kernel.stream", b"<IDS|MSG>", signature, *parts]


def parts(message: dict[str, Any] | None = None, **replaced: bytes) -> list[bytes]:
    """The four JSON frames of a message; some of them as told."""
    message = message or stream()
    return [replaced[name] if name in replaced else json.dumps(message[name]).encode() for name in PARTS]


def wire(sent: Sequence[bytes] | None = None, **changed: Any) -> dict[str, Any]:
    """A line of the wire form, with the right signature and its key."""
    sent = frames(parts()) if sent is None else sent
    plain = {"channel": "iopub", "direction": "from_kernel", "time": 1.5, "key": KEY}
    plain["frames"] = [base64.b64encode(frame).decode() for frame in sent]
    return {name: value for name, value in {**plain, **changed}.items() if value is not None}


def line(value: Any) -> bytes:
    return value if isinstance(value, bytes) else json.dumps(value, ensure_ascii=False).encode()


def capture(*values: Any) -> bytes:
    """The bytes of a capture; each value a line, bytes as they are."""
    return b"".join(line(value) + b"\n" for value in values)
