"""Where the search begins: what the schemas give as examples, what real kernels sent, what is odd."""

from __future__ import annotations

import gzip
import json
from base64 import b64decode
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any

from jupyter_messages import MESSAGES
from kernelwire.errors import LocalProtocolError, RemoteProtocolError
from kernelwire.wire.framing import DELIMITER, decode_frames
from kernelwire.wire.message import Message
from kernelwire.wire.signing import Signer
from kernelwire.wire.websocket_framing import encode_default, encode_v1
from kernelwire_codegen.load import load
from tests.conftest import ROOT
from tests.fuzz.targets import SEPARATOR
from tests.received import HEADER, PARENT

CORPUS = Path(__file__).parent / "corpus"

ODD_PARTS = (
    b"", b"null", b"[]", b" { } ", b"\xef\xbb\xbf{}", b'{"a":1,"a":2}', b'{"text":"\xff\xc3"}',
    b'{"text":NaN}', rb'{"text":"\ud800 \udc00\\"}', b'{"n":1e999,"m":-Infinity,"i":36893488147419103232}',
    b"[" * 520 + b"]" * 520, b'{"a":{"b":{"c":{"d":{"e":{"f":1}}}}}}', b'{"n":' + b"9" * 4400 + b"}",
    b"{'a': 1}", b'{"date":"2026"}',
)  # fmt: skip


def text(value: Any) -> bytes:
    """The value as JSON."""
    return json.dumps(value).encode()


@cache
def _examples() -> list[tuple[str, Any]]:
    messages = load(ROOT / "schemas").newest.messages()
    return [(name, each) for name, doc in messages.items() for each in doc.schema.get("examples", [])]


def _entries() -> Iterator[dict[str, Any]]:
    """The shortest recorded line of each message type, of each kernel."""
    for path in sorted((ROOT / "tests" / "captures").glob("*.jsonl.gz")):
        shortest: dict[str, bytes] = {}
        for entry in gzip.decompress(path.read_bytes()).splitlines():
            name = _msg_type(json.loads(entry))
            if len(entry) < min(2500, len(shortest.get(name, entry + b"."))):
                shortest[name] = entry
        yield from map(json.loads, shortest.values())


def _msg_type(entry: dict[str, Any]) -> str:
    if "header" in entry:
        return str(entry["header"]["msg_type"])
    sent = [*map(b64decode, entry["frames"])]
    at = sent.index(DELIMITER) + 2 if DELIMITER in sent else len(sent)
    return str(json.loads(sent[at])["msg_type"]) if at < len(sent) else ""


def _frames() -> Iterator[bytes]:
    for entry in _entries():
        if "frames" in entry:
            yield SEPARATOR.join(map(b64decode, entry["frames"]))
    for odd in ODD_PARTS:
        for index in range(4):
            parts = [HEADER, PARENT, b"{}", b'{"name":"stdout","text":"hi"}']
            parts[index] = odd
            yield SEPARATOR.join([b"topic", b"<IDS|MSG>", b"", *parts, b"buffer", b""])


def _messages() -> Iterator[dict[str, Any]]:
    for name, example in _examples():
        header = {**json.loads(HEADER), "msg_type": name, "version": "5.5"}
        channel = MESSAGES[name].channels[0]
        yield {
            "header": header, "parent_header": {}, "metadata": {}, "content": example, "channel": channel
        }  # fmt: skip


def _contents() -> Iterator[bytes]:
    for name, example in _examples():
        yield name.encode() + b"\n" + text(example)
        yield name.encode() + b"\n{}"
        yield name.encode() + b"\n" + text(dict.fromkeys(example))
    for odd in ODD_PARTS:
        yield b"stream\n" + odd


def _lines() -> Iterator[bytes]:
    yield from (text(entry) for entry in _entries())
    yield from (text({**message, "direction": "from_kernel"}) for message in _messages())
    yield from ODD_PARTS


def _captures() -> Iterator[bytes]:
    lines = [*map(text, islice(_messages(), 5)), b"", b"{", b"x" * 300]
    yield b"\n".join(lines) + b"\n"
    yield gzip.compress(b"\n".join(lines))
    yield gzip.compress(b"one\n") + gzip.compress(b"two\n")
    yield b"\xef\xbb\xbf" + b"\r\n\n".join(lines[:3])


def _schemas() -> Iterator[bytes]:
    protocol = b'protocol\n{"version":"5.0","status":"final","reply_shapes":{}}'
    own = {
        "description": "d", "x-jupyter": {"channels": ["iopub"], "sender": "kernel"}, "type": "object",
        "required": ["a"], "properties": {
            "a": {"description": "x", "type": "integer", "default": 0, "minimum": 1},
            "b": {"description": "x", "anyOf": [{"type": "string", "pattern": "^a+$"}, {"type": "null"}]},
            "c": {"description": "x", "type": "array", "items": {"$ref": "#/$defs/P"}},
        },
        "$defs": {"P": {
            "description": "x", "title": "P", "type": "object", "additionalProperties": {"$ref": "#/$defs/P"}
        }},
        "examples": [{"a": 1}],
    }  # fmt: skip
    draft = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    ours = {**draft, "$id": "urn:kernelwire:usage", "title": "Usage", **own}
    ours["x-jupyter"] = {**own["x-jupyter"], "since": "5.0"}  # type: ignore[dict-item]
    small = {**draft, "$id": "urn:kernelwire:a", "description": "d"}
    yield SEPARATOR.join([protocol, b"usage\n" + text(ours)])
    yield SEPARATOR.join([b"v5.0/" + protocol, b"v5.0/usage\n" + text(ours)])
    yield SEPARATOR.join([protocol, b"a\n" + text(small), b"own/usage\n" + text(own)])
    yield SEPARATOR.join(
        [
            protocol,
            b"a\n" + text({**small, "$ref": "#/$defs/B", "$defs": {"B": {"$ref": "urn:kernelwire:b"}}}),
        ]
    )
    for odd in ODD_PARTS:
        yield SEPARATOR.join([protocol, b"a\n" + odd])
        yield SEPARATOR.join([b"protocol\n" + odd, b"a\n" + text(small)])
    level = {"level": {"description": "How loud.", "type": "integer", "x-jupyter": {"since": "5.1"}}}
    later = b'v5.1/protocol\n{"version":"5.1","status":"draft","description":"x","removes":[]}'
    for properties in (level, {"b": None}):
        patch = {**draft, "$id": "urn:kernelwire:usage", "properties": properties}
        yield SEPARATOR.join([protocol, b"usage\n" + text(ours), later, b"v5.1/usage\n" + text(patch)])


def _websocket() -> Iterator[bytes]:
    for data in _frames():
        try:
            message: Message[Any] = decode_frames(data.split(SEPARATOR), Signer(b""))
        except RemoteProtocolError:
            continue
        message.channel = "iopub"
        yield encode_v1(message)
        with suppress(LocalProtocolError):
            frame = encode_default(message)
            yield frame.encode() if isinstance(frame, str) else frame


_MADE: Mapping[str, Callable[[], Iterator[bytes]]] = {
    "frames": _frames,
    "wire": _frames,
    "content": _contents,
    "verdict": lambda: map(text, _messages()),
    "line": _lines,
    "capture": _captures,
    "websocket": _websocket,
    "schemas": _schemas,
}


@cache
def made(target: str) -> tuple[bytes, ...]:
    """What need not be kept: it follows from schemas, captures and the code above."""
    return (*dict.fromkeys(_MADE[target]()),)


def kept(target: str) -> dict[str, bytes]:
    """What was found and kept, by its file's name."""
    return {path.name: path.read_bytes() for path in sorted((CORPUS / target).glob("*"))}


def words() -> list[str]:
    """What means something to the readers: field names, message types, bits of JSON."""
    told = {
        *MESSAGES,
        "null",
        "true",
        "NaN",
        "1e999",
        "\\ud800",
        "<IDS|MSG>",
        "https://json-schema.org/draft/2020-12/schema",
    }
    waiting: list[Any] = [json.loads(HEADER), *(example for _, example in _examples())]
    waiting += [json.loads(path.read_bytes()) for path in (ROOT / "schemas").rglob("*.json")]
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            told.update(value)
            waiting += value.values()
        elif isinstance(value, list):
            waiting += value
    return sorted(word for word in told if word.isascii() and word.isprintable() and len(word) < 50)
