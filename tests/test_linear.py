"""The work for an input grows as the input does, on each surface, whatever the input is made of.

Steps of the interpreter are counted at twice, four and eight times a size. What regular expressions and
parsers written in C do is no step: `test_bounds` lets them loose on so much that its square would take days.
"""

from __future__ import annotations

import io
import json
from base64 import b64encode
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from jupyter_messages import decode_content, encode_content, validate
from kernelwire.captures.capture import CaptureError, blocks, open_capture
from kernelwire.captures.judge import Judge
from kernelwire.errors import KernelwireError
from kernelwire.wire import jsonio
from kernelwire.wire.framing import decode_frames, encode_frames
from kernelwire.wire.message import Message
from kernelwire.wire.websocket_framing import decode_default, decode_v1, encode_default, encode_v1
from kernelwire_codegen import rules
from kernelwire_codegen.load import load
from tests.conftest import ROOT
from tests.received import HEADER, PARENT, SIGNER, frames_of, looked_at
from tests.steps import assert_linear, calls

# --- what a part is made of, by size --------------------------------------------------------------

_LONG = b"x" * 2100  # short texts go other ways in places
_IN = b'{"name":"stdout","text":"' + _LONG + b'","x":%s}'
SHAPES: dict[str, Callable[[int], bytes]] = {
    "a long text": lambda n: _IN % (b'"%s"' % (b"x" * n)),
    "backslashes": lambda n: _IN % (b'"%s"' % (rb"\\" * n)),
    "quotes": lambda n: _IN % (b'"%s"' % (rb"\"" * n)),
    "half characters": lambda n: _IN % (b'"%s"' % (rb"\ud800x" * n)),
    "bytes that are no UTF-8": lambda n: _IN % (b'"%s"' % (b"\xffx" * n)),
    "NaN": lambda n: _IN % (b"[%sNaN]" % (b"NaN," * n)),
    "numbers too large": lambda n: _IN % (b"[%s1e999]" % (b"1e999," * n)),
    "long integers": lambda n: _IN % (b"[%s1]" % (b"36893488147419103232," * n)),
    "arrays side by side": lambda n: _IN % (b"[%s[]]" % (b"[]," * n)),
    "objects side by side": lambda n: _IN % (b"[%s{}]" % (b'{"a":{}},' * n)),
    "names given twice": lambda n: _IN % (b'{%s"a":1}' % (b'"a":1,' * n)),
    "objects with a name twice": lambda n: _IN % (b"[%s0]" % (b'{"a":1,"a":1},' * n)),
    "many names": lambda n: (_IN % b"0")[:-1] + b"".join(b',"x%d":0' % i for i in range(n)) + b"}",
    "as deep as allowed": lambda n: _IN % (b"[%s0]" % (b"%s%s," % (b"[" * 40, b"]" * 40) * (n // 4))),
    "too deep": lambda n: b"[" * (600 + n) + b"]" * (600 + n),
    "deep without an end": lambda n: b"[" * (600 + n),
    "a text without an end": lambda n: b'{"name":"' + rb"\"[" * n,
    "no JSON at the end": lambda n: _IN % (b"[%s1]" % (b"1," * n)) + b"x",
    "nulls": lambda n: _IN % (b"[%s0]" % (b"null," * n)),
    "a long name": lambda n: _IN % (b'{"%s":[%s0]}' % (b"n" * n, b"{}," * n)),
    "colons": lambda n: _IN % (b'"%s"' % (rb":\u003a" * n)),
}
# More of the same where the schemas look inside: (message type, content).
LISTS: dict[str, tuple[str, Callable[[int], Any]]] = {
    "wrong items": ("error", lambda n: {"ename": "", "evalue": "", "traceback": [0] * n}),
    "wrong values": ("comm_info_reply", lambda n: {"status": "ok", "comms": {f"c{i}": 0 for i in range(n)}}),
    "wrong pairs": ("history_reply", lambda n: {"status": "ok", "history": [[0]] * n}),
    "right pairs": ("history_reply", lambda n: {"status": "ok", "history": [[1, 2, "x"]] * n}),
    "data": ("display_data", lambda n: {"data": {f"a/{i}": 0 for i in range(n)}, "metadata": {}}),
    "no object": ("status", lambda n: [0] * n),
    "payloads": ("execute_reply", lambda n: {"status": "ok", "execution_count": 1, "payload": [{}] * n}),
    "an open value": ("status", lambda n: {"execution_state": "x" * n}),
}


def read(sent: list[bytes]) -> None:
    """All that one does with frames that were received, and as a message of a WebSocket."""
    with suppress(KernelwireError):
        message: Message[Any] = decode_frames(sent, SIGNER, channel="iopub")
        looked_at(message)
        encode_frames(message, SIGNER)
        decode_v1(encode_v1(message))
        decode_default(encode_default(message))


def judged(sent: list[bytes]) -> None:
    Judge().line(json.dumps({"channel": "iopub", "frames": [b64encode(f).decode() for f in sent]}).encode())


def line_of(sent: list[bytes]) -> bytes:
    """The decoded form, the parts as they are."""
    return b'{"header":%s,"parent_header":%s,"metadata":%s,"content":%s}' % tuple(sent[-4:])


@pytest.mark.parametrize("name", SHAPES)
def test_messages(name: str) -> None:
    def work(size: int) -> None:
        data = SHAPES[name](size)
        for sent in (frames_of([HEADER, data, data, b"{}"]), frames_of([HEADER, PARENT, b"{}", data])):
            read(sent)
            judged(sent)
            Judge().line(line_of(sent))

    assert_linear(work, 12)


@pytest.mark.parametrize("name", ["half characters", "names given twice", "many names", "NaN", "too deep"])
def test_the_header(name: str) -> None:
    def work(size: int) -> None:
        sent = frames_of(
            [SHAPES[name](size).replace(b'"name"', b'"msg_type":"x","name"'), PARENT, b"{}", b"{}"]
        )
        read(sent)
        judged(sent)

    assert_linear(work, 12)


@pytest.mark.parametrize("name", LISTS)
def test_contents(name: str) -> None:
    msg_type, make = LISTS[name]

    def work(size: int) -> None:
        value = make(size)
        content = decode_content(msg_type, value)
        assert encode_content(content) == value
        assert encode_content(content) is not None
        header = {**json.loads(HEADER), "msg_type": msg_type, "x": _LONG.decode()}
        message = {"header": header, "parent_header": {}, "metadata": {}, "content": value}
        validate(message)
        Judge().line(jsonio.encode(message))

    assert_linear(work, 12)


@pytest.mark.parametrize("at", [0, 6])
def test_frames(at: int) -> None:
    def work(size: int) -> None:
        sent = frames_of([HEADER, PARENT, b"{}", b"{}"])
        sent[at:at] = [b"frame"] * size
        read(sent)
        judged(sent)

    assert_linear(work, 50)


# --- captures and schemas -------------------------------------------------------------------------

CAPTURES: dict[str, Callable[[int], bytes]] = {
    "blank lines": lambda n: b"\n" * n,
    "one long line": lambda n: b"x" * (20 * n),
    "lines": lambda n: b'{"header":{}}\n' * n,
    "members of gzip": lambda n: _MEMBER * n,
}
_MEMBER = bytes.fromhex("1f8b08000000000000034b e402007a7a6fed02000000")  # of "a\n"


@pytest.mark.parametrize("name", CAPTURES)
def test_captures(name: str) -> None:
    def work(size: int) -> None:
        judge = Judge()
        with suppress(CaptureError), open_capture(io.BytesIO(CAPTURES[name](size))) as (stream, _):
            for block in blocks(stream, size=16, max_line=15 * size):
                judge.block(block, everything=True)

    assert_linear(work, 40)


_FIELD = {"description": "d", "type": "string", "pattern": "^a", "default": "a"}
_TYPE = {
    "description": "d", "x-jupyter": {"channels": ["iopub"], "sender": "kernel"}, "type": "object",
    "properties": {"f": _FIELD}, "examples": [{"f": "a"}],
}  # fmt: skip


def _named(count: int, value: Any) -> dict[str, Any]:
    return {f"X{i}": value for i in range(count)}


SCHEMAS: dict[str, Callable[[int], dict[str, Any]]] = {
    "files": lambda n: {f"t{i}": _TYPE for i in range(n)},
    "fields": lambda n: {"t": {**_TYPE, "properties": {"f": _FIELD, **_named(n, _FIELD)}}},
    "required fields": lambda n: {
        "t": {**_TYPE, "properties": _named(n, _FIELD), "required": [*_named(n, 0)],
              "examples": [_named(n, "a")]}
    },
    "definitions": lambda n: {"t": {**_TYPE, "$defs": _named(n, _FIELD)}},
    "examples": lambda n: {"t": {**_TYPE, "examples": [{"f": "a"}] * n}},
    "values": lambda n: {"t": {**_TYPE, "$defs": {"E": {"description": "d", "enum": [*map(str, range(n))]}}}},
    "references": lambda n: {
        "t": {**_TYPE, "properties": _named(n, {"description": "d", "$ref": "#/$defs/D"}), "examples": [{}],
              "$defs": {"D": _FIELD}}
    },
    "ways through few references": lambda n: {
        "t": {**_TYPE, "$defs": {
            "X0": _FIELD,
            **{f"X{i}": {"description": "d", "anyOf": [{"$ref": f"#/$defs/X{i - 1}"}] * 2}
               for i in range(1, n)},
        }}
    },
    "references to references": lambda n: {
        "t": {**_TYPE, "$defs": {
            "X0": _FIELD, **{f"X{i}": {"description": "d", "$ref": f"#/$defs/X{i - 1}"} for i in range(1, n)}
        }}
    },
}  # fmt: skip


@pytest.mark.parametrize("name", SCHEMAS)
def test_schemas(tmp_path: Path, name: str) -> None:
    def work(size: int) -> None:
        folder = tmp_path / str(size)
        folder.mkdir(exist_ok=True)
        (folder / "vocabulary.json").write_bytes((ROOT / "schemas" / "vocabulary.json").read_bytes())
        facts = {"version": "5.0", "status": "final"}
        (folder / "protocol.json").write_text(json.dumps(facts))
        own = folder / "own"
        own.mkdir(exist_ok=True)
        for stem, schema in SCHEMAS[name](size).items():
            (own / f"{stem}.json").write_text(json.dumps(schema))
        (folder / "header.json").write_bytes((ROOT / "schemas" / "v5.0" / "header.json").read_bytes())
        rules.check(load(folder, own))

    assert_linear(work, 1 if name == "files" else 6, calls)
