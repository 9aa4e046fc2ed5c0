"""What must hold of any bytes, surface by surface: a target takes an input, and raises where it does not."""

from __future__ import annotations

import gzip
import io
import json
import re
import tempfile
from base64 import b64encode
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import is_dataclass, replace
from pathlib import Path
from typing import Any, get_args

from jupyter_messages import MESSAGES, VERSIONS, Invalid, Problem, decode_content, encode_content, validate
from kernelwire.captures.capture import CaptureError, blocks, open_capture
from kernelwire.captures.judge import Judge, Settings
from kernelwire.captures.report import JsonReport
from kernelwire.captures.verdicts import Kind, Outcome, Verdict
from kernelwire.errors import LocalProtocolError, RemoteProtocolError
from kernelwire.limits import MAX_PROBLEMS, Limits
from kernelwire.wire import jsonio
from kernelwire.wire.framing import DELIMITER, decode_frames, encode_frames
from kernelwire.wire.message import Message
from kernelwire.wire.replay import ReplayWindow
from kernelwire.wire.signing import Frame, Signer
from kernelwire.wire.websocket_framing import decode_default, decode_v1, encode_default, encode_v1
from kernelwire_codegen import rules
from kernelwire_codegen.errors import SchemaError
from kernelwire_codegen.load import load
from tests.conftest import ROOT
from tests.received import NO_KEY, SIGNER

Target = Callable[[bytes], None]

SEPARATOR = b"\x1e"
"""Between the frames, or the files, of an input: ASCII's record separator, which no JSON text holds."""
LONGEST_TEXT, LONGEST_PATH = 1500, 2200
"""Characters of a problem's words and of its path, at most."""

_TIGHT = Limits(max_parts=9, max_bytes=600, depth=5)
_KINDS = get_args(Kind)


def frames(data: bytes) -> None:
    """The frames of a multipart, with `SEPARATOR` between them; also with the right signature put in."""
    sent: list[Frame] = [*data.split(SEPARATOR)]
    _received(sent, NO_KEY, Limits() if len(data) % 3 else _TIGHT)
    at = sent.index(DELIMITER) if DELIMITER in sent else len(sent)
    if len(sent) < at + 6:
        return
    sent[at + 1] = SIGNER.sign(sent[at + 2 : at + 6])
    message = _received(sent, SIGNER, Limits())
    if message is not None:
        message.metadata = {**message.metadata, "tests": [1]}
        again = decode_frames(encode_frames(message, SIGNER), SIGNER)
        assert again.metadata["tests"] == [1]
        assert again.raw is not None
        assert message.raw is not None
        assert again.raw[:2] + again.raw[3:] == message.raw[:2] + message.raw[3:]


def _received(sent: list[Frame], signer: Signer, limits: Limits) -> Message[Any] | None:
    window = ReplayWindow(2)
    try:
        message = decode_frames(sent, signer, channel="iopub", replay=window, limits=limits)
    except RemoteProtocolError as error:
        _short(error)
        return None
    assert len(window) == signer.authenticates
    assert encode_frames(message, signer) == sent
    _looked_at(message)
    assert encode_frames(message, signer) == sent
    return message


def _looked_at(message: Message[Any]) -> None:
    """All that a message says, and what was wrong with it."""
    assert message.msg_type == message.header.msg_type
    assert message.msg_id == message.header.msg_id
    assert message.parent_msg_id == (message.parent_header.msg_id if message.parent_header else "")
    assert isinstance(message.metadata, dict)
    content = message.content
    if message.msg_type not in MESSAGES:
        assert content.msg_type == message.msg_type
    _bounded(message.problems)
    repr(message)
    with suppress(RemoteProtocolError):
        message.sent_at()
    plain = message.as_dict()
    _bounded(message.problems)
    _bounded(validate(plain, channel=message.channel, sender="kernel", limit=MAX_PROBLEMS))


def content(data: bytes) -> None:
    """A message type, a newline, and a JSON text."""
    name, _, text = data.partition(b"\n")
    msg_type = name.decode("utf-8", "surrogateescape")
    value = _parsed(text)
    if value is _NO_JSON:
        return
    before = _canonical(value)
    decoded = decode_content(msg_type, value)
    assert _canonical(encode_content(decoded)) == before
    assert _canonical(value) == before, "it was changed by being read"
    assert repr(decode_content(msg_type, value)) == repr(decoded)
    if isinstance(decoded, Invalid):
        assert any(problem.severity == "error" for problem in decoded.problems)
        _bounded(decoded.problems)
    elif is_dataclass(decoded):
        assert _canonical(encode_content(replace(decoded))) == before


def verdict(data: bytes) -> None:
    """A JSON text: a message, or anything else. By the version it names, and by another one."""
    value = _parsed(data)
    if value is _NO_JSON:
        return
    before = _canonical(value)
    found = validate(value)
    assert _canonical(value) == before, "it was changed by being judged"
    _bounded(found)
    for problem in found:
        _resolve(value, problem.path)
    assert [*validate(value, limit=3)] == found[:3]
    version = [*VERSIONS][len(data) % len(VERSIONS)]
    _bounded(validate(value, version=version, channel=("shell", "iopub")[len(data) % 2], sender="client"))


def line(data: bytes) -> None:
    """A line of a capture, in whatever form."""
    data = data.replace(b"\n", b" ")
    outcome = Judge().line(data, 7)
    if outcome is not None:
        _legible(outcome)
    assert Judge(Settings(strict=True, version="5.3", key=b"k")).line(data, 7) is None or outcome is not None


def wire(data: bytes) -> None:
    """Frames as for `frames`, in a line of the wire form: what can be decoded is judged, and nothing else."""
    sent = data.split(SEPARATOR)
    texts = [b64encode(frame).decode() for frame in sent]
    outcome = _JUDGE.line(json.dumps({"channel": "iopub", "frames": texts}).encode())
    assert outcome is not None
    _legible(outcome)
    told = {problem.rule for problem in outcome.problems}
    try:
        message: Message[Any] = decode_frames(sent, NO_KEY)
    except RemoteProtocolError:
        assert outcome.kind == "invalid" or not outcome.msg_type, outcome
        return
    assert "frames" not in told
    assert outcome.msg_type == message.msg_type or (
        outcome.msg_type.endswith(" ...") and message.msg_type.startswith(outcome.msg_type[:-4])
    )
    message.as_dict()
    for problem in message.problems:
        assert problem in outcome.problems or len(outcome.problems) > MAX_PROBLEMS


def capture(data: bytes) -> None:
    """A file, gzip or not: the same lines whatever is read at once, and as many with gzip around them."""
    lines, broken = _read(data, 1 << 19)
    for size in (3, 50):
        fewer, more = sorted((lines, _read(data, size)[0]), key=len)
        assert fewer == more or (broken and fewer == more[: len(fewer)]), (
            "but where gzip breaks off, all of it"
        )
    if not data.startswith(b"\x1f\x8b"):
        assert not broken
        assert _read(gzip.compress(data, 1), 64) == (lines, broken)
        assert b"\n".join(lines) == data.removeprefix(b"\xef\xbb\xbf").removesuffix(b"\n")
    for each in lines[:20]:
        if outcome := _JUDGE.line(each):
            _legible(outcome)


def _read(data: bytes, size: int) -> tuple[list[bytes], bool]:
    lines: list[bytes] = []
    try:
        with open_capture(io.BytesIO(data)) as (stream, _):
            for block in blocks(stream, size=size, max_line=1 << 20):
                assert block.first == len(lines) + 1
                assert block.data is not None
                lines += block.data.split(b"\n")
                assert len(lines) == block.first + block.lines - 1
    except CaptureError as error:
        _short(error)
        return lines, True
    return lines, False


def websocket(data: bytes) -> None:
    """A frame of a WebSocket, in either framing, and the default one as a text, too."""
    for decode in (decode_v1, decode_default):
        for limits in (Limits(), _TIGHT):
            try:
                message: Message[Any] = decode(data, limits=limits)
            except RemoteProtocolError as error:
                _short(error)
                continue
            _looked_at(message)
            again: Message[Any] = decode_v1(encode_v1(message))
            assert (again.raw, again.buffers, again.channel) == (
                message.raw,
                message.buffers,
                message.channel,
            )
            try:
                again = decode_default(encode_default(message))
            except LocalProtocolError as error:
                _short(error)  # a part that is no JSON, which came by v1
                assert decode is decode_v1
                continue
            assert message.raw is not None
            assert again.raw == tuple(raw.removeprefix(b"\xef\xbb\xbf").strip() for raw in message.raw)
            assert (again.buffers, again.channel) == (message.buffers, message.channel)
    with suppress(RemoteProtocolError, UnicodeDecodeError):
        _looked_at(decode_default(data.decode("utf-8", "surrogatepass")))


def schemas(data: bytes) -> None:
    """Files of a schema folder, with `SEPARATOR` between them; each a name, a newline, and what is in it.

    Names that begin with ``own/`` are those of a second folder, of message types of one's own.
    """
    with tempfile.TemporaryDirectory() as folder:
        root, own = Path(folder, "schemas"), Path(folder, "own")
        root.mkdir()
        (root / "vocabulary.json").write_bytes(_VOCABULARY)
        for record in data.split(SEPARATOR):
            name, _, text = record.partition(b"\n")
            if _FILE_NAME.fullmatch(name) and name != b"vocabulary":
                path = Path(folder if name.startswith(b"own/") else root, name.decode() + ".json")
                path.parent.mkdir(exist_ok=True)
                path.write_bytes(text)
        try:
            rules.check(load(root, own) if own.exists() else load(root))
        except SchemaError as error:
            _short(error, 2500)


_FILE_NAME = re.compile(rb"(own/|v[0-9]{1,3}\.[0-9]{1,3}/)?[A-Za-z0-9_.-]{1,40}")
_VOCABULARY = (ROOT / "schemas" / "vocabulary.json").read_bytes()
_JUDGE = Judge()
_NO_JSON = object()


def _parsed(text: bytes) -> Any:
    """The value of a JSON text, which is written as it was read."""
    try:
        value, problems = jsonio.decode(text)
    except RemoteProtocolError as error:
        _short(error)
        return _NO_JSON
    _bounded(problems)
    _bounded(jsonio.oddities(text, value))
    assert _canonical(jsonio.decode(jsonio.encode(value))[0]) == _canonical(value)
    return value


def _canonical(value: Any) -> str:
    """Equal for equal JSON alone: 1 is neither 1.0 nor true, NaN is NaN, the order of fields is none."""
    return json.dumps(value, sort_keys=True)


def _short(error: Exception, most: int = LONGEST_TEXT) -> None:
    assert len(str(error)) <= most, str(error)[:200]


def _bounded(found: list[Problem]) -> None:
    for problem in found[:MAX_PROBLEMS]:
        assert len(problem.message) <= LONGEST_TEXT, problem.message[:200]
        assert len(problem.path) <= LONGEST_PATH, problem.path[:200]


def _resolve(value: Any, path: str) -> None:
    """The place is there. Of those cut short, nobody knows."""
    if path.endswith(" ..."):
        return
    for part in path.split("/")[1:]:
        key = part.replace("~1", "/").replace("~0", "~")
        value = value[int(key)] if isinstance(value, list) else value[key]


def _legible(outcome: Outcome) -> None:
    """Few enough problems, each of bounded length, that can be written as JSON in ASCII."""
    assert outcome.kind in _KINDS
    assert len(outcome.problems) <= MAX_PROBLEMS + 1
    _bounded(outcome.problems)
    out = io.StringIO()
    JsonReport(out).verdict(Verdict("-", *outcome))
    assert out.getvalue().isascii()


TARGETS: Mapping[str, Target] = {
    target.__name__: target for target in (frames, content, verdict, line, wire, capture, websocket, schemas)
}
