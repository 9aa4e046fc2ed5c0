"""The short road and the long one agree: on every line that the first one knows, the second says the same."""

from __future__ import annotations

import base64
import gzip
import json
import random
import re
from collections.abc import Iterator
from typing import Any

import pytest
from msgspec.json import Decoder

from jupyter_messages import LATEST, MESSAGES, VERSIONS
from jupyter_messages_msgspec.conforming import CONTENTS
from kernelwire.captures.judge import Judge, Settings
from kernelwire.captures.shortcut import MAX_BYTES
from tests.conftest import ROOT
from tests.made import KEY, header, parts, stream, wire
from tests.oracle import documents, schemas
from tests.spoil import mutants

CAPTURES = sorted((ROOT / "tests" / "captures").glob("*.jsonl.gz"))
SETTINGS = [Settings(), Settings(version="5.0", strict=True), Settings(version="5.3"), Settings(key=b"other")]


def line(value: Any) -> bytes:
    return json.dumps(value).encode()


class Both:
    """A judge with the shortcut beside one without it."""

    def __init__(self, settings: Settings | None = None) -> None:
        self.short = Judge(settings)
        self.long = Judge(settings)
        self.long._shortcut = None
        self.known = self.lines = 0

    def agree(self, data: bytes) -> None:
        outcome = self.short.line(data)
        assert outcome == self.long.line(data), data
        self.lines += 1
        assert self.short._shortcut is not None
        self.known += self.short._shortcut.judged(data) is not None


def sent(msg_type: str, version: str, content: Any) -> dict[str, Any]:
    row = VERSIONS[version].get(msg_type, MESSAGES[msg_type])
    channel = row.channels[0]
    return {
        "header": header(msg_type, version=version),
        "parent_header": header("execute_request", version=version),
        "metadata": {},
        "content": content,
        "channel": channel,
    }


@pytest.mark.parametrize("settings", SETTINGS, ids=str)
@pytest.mark.parametrize("path", CAPTURES, ids=lambda path: path.name)
def test_recorded_messages(path: Any, settings: Settings) -> None:
    both = Both(settings)
    for data in gzip.decompress(path.read_bytes()).splitlines():
        both.agree(data)
    if settings.key is None:
        assert both.known > 0.95 * both.lines


@pytest.mark.parametrize("version", VERSIONS)
def test_contents_with_one_thing_wrong(version: str) -> None:
    chance = random.Random(version)
    both = Both()
    fit = 0
    for name, document in documents():
        if name != version or not document.is_message:
            continue
        for example in document.schema.get("examples", [{}]):
            some = [*mutants(example)]
            for content in [example, *chance.sample(some, min(len(some), 5))]:
                message = sent(document.stem, version, content)
                both.agree(line(message))
                both.agree(line(wire([b"topic", b"<IDS|MSG>", b"", *parts(message)], key="")))
            fit += fits(version, document.stem, example)
    assert fit >= 20
    assert both.known > 0.5 * both.lines


def fits(version: str, msg_type: str, content: Any) -> bool:
    shape = CONTENTS[version].get(msg_type)
    try:
        return shape is not None and Decoder(shape).decode(json.dumps(content)) is not None
    except ValueError:
        return False


@pytest.mark.parametrize(
    "message", [stream(), sent("execute_reply", "5.5", {"status": "ok"})], ids=["stream", "execute_reply"]
)
def test_messages_with_one_thing_wrong(message: dict[str, Any]) -> None:
    both = Both()
    for mutant in [*mutants(message)][::3]:
        both.agree(line(mutant))
        if isinstance(mutant, dict) and {*mutant} >= {"header", "parent_header", "metadata", "content"}:
            both.agree(line(wire([b"topic", b"<IDS|MSG>", b"", *parts(mutant)], key="")))
    for mutant in mutants(wire()):
        both.agree(line(mutant))
    for msg_type in (*MESSAGES, "acme_ping"):
        for channel in ("shell", "control", "stdin", "iopub", "heartbeat", "x"):
            for direction in ("to_kernel", "from_kernel", None, "x"):
                told = {"channel": channel, "direction": direction}
                both.agree(line({**message, "header": header(msg_type), **told}))
                both.agree(line(wire(**told)))
    assert both.known > 50


ODD = (
    b'{"a":1,"a":2}',
    b'{"a": 1, "a": 2}',
    b'{"a\\u003a":1,"b":1,"b":2}',
    b'{"":":"}',
    b"{ }",
    b'{"a":1e5}',
    b'{"a":1e999}',
    b'{"a":NaN}',
    b'{"a":18446744073709551616}',
    b'{"a":[[{"b":18446744073709551616}]]}',
    b'{"a":"\xff"}',
    b'{"a":"\\ud800"}',
    b'{"\\ud800":1}',
    b'{"a":"\\u00e9\\/"}',
    b'{"a":' + b"[" * 600 + b"]" * 600 + b"}",
    b'{"a":' + b"[" * 9 + b"]" * 9 + b"}",
    b"[]",
    b"",
    b"{}{}",
)


@pytest.mark.parametrize("odd", ODD, ids=repr)
@pytest.mark.parametrize("part", ["header", "parent_header", "metadata", "content", "buffers", "time"])
def test_json_that_is_odd(part: str, odd: bytes) -> None:
    both = Both()
    message = {**sent("comm_msg", "5.3", {"comm_id": "x", "data": {}}), part: {}}
    for separators in ((",", ":"), (", ", ": ")):
        text = json.dumps(message, separators=separators).encode()
        hole = json.dumps(part).encode() + separators[1].encode() + b"{}"
        assert hole in text
        name = hole.removesuffix(b"{}")
        both.agree(text.replace(hole, name + odd))
        both.agree(text.replace(hole, name + odd + b"," + name + odd))
        both.agree(text.replace(b'"data"' + separators[1].encode() + b"{}", b'"data":' + odd))
        for inner in (b'"username":"ada","username":"ada"', b'"msg_id":"","msg_id":"b"', b'"x":' + odd):
            both.agree(text.replace(b'"username"', inner + b',"username"'))
    if part in ("header", "parent_header", "metadata", "content"):
        frames = [b"topic", b"<IDS|MSG>", b"", *parts(message, **{part: odd})]
        both.agree(line(wire(frames, key="")))


def test_lines_that_are_damaged() -> None:
    chance = random.Random(1)
    both = Both()
    for path in CAPTURES:
        for data in chance.sample(gzip.decompress(path.read_bytes()).splitlines(), 5):
            if len(data) < 5000:
                for damaged in damages(data, chance):
                    both.agree(damaged)
                if data.startswith(b'{"channel"'):
                    for damaged in damaged_frames(json.loads(data), chance):
                        both.agree(damaged)
    assert both.known > 50


def damages(data: bytes, chance: random.Random) -> Iterator[bytes]:
    for _ in range(4):
        start, end = sorted(chance.choices(range(len(data)), k=2))
        end = min(end, start + 20)
        yield data[:start] + data[end:]
        yield data[:end] + data[start:end] + data[end:]
        yield (
            data[:start] + chance.choice((b" ", b'"', b"\\", b"0", b"\xff", b",", b"{", b":")) + data[start:]
        )
        names = [*re.finditer(rb'"\w+": ?("[^"\\]*"|\d+|\{\}),', data)]
        if names:
            name = chance.choice(names)
            yield data[: name.start()] + name[0] + data[name.start() :]


def damaged_frames(value: dict[str, Any], chance: random.Random) -> Iterator[bytes]:
    frames = [base64.b64decode(frame) for frame in value["frames"]]
    value.pop("key", None)
    for index, frame in enumerate(frames):
        for damaged in [b"", *(damages(frame, chance) if frame else ())]:
            changed = [*frames[:index], damaged, *frames[index + 1 :]]
            yield line({**value, "frames": [base64.b64encode(each).decode() for each in changed]})
    yield line({**value, "frames": [base64.b64encode(each).decode() for each in frames[1:]]})


def test_signatures() -> None:
    both = Both(Settings(key=KEY.encode()))
    for changed in ({}, {"key": "wrong"}, {"key": ""}, {"key": None}, {"signature_scheme": "hmac-md5"}):
        both.agree(line(wire(**changed)))
    unsigned = {name: value for name, value in wire().items() if name != "key"}
    both.agree(line(unsigned))
    assert both.known >= 3


def test_every_shape_can_be_read_and_none_is_of_a_type_that_is_not_there() -> None:
    for version, shapes in CONTENTS.items():
        assert {*shapes} <= {*VERSIONS[version]}
        for shape in shapes.values():
            Decoder(shape)
    assert len(CONTENTS[LATEST]) > 25


def test_all_digits_of_a_date_are_alike() -> None:
    """The shortcut remembers forms of dates: right as long as patterns speak of any digit, or of none."""
    for version in schemas().versions.values():
        told = version.documents["urn:kernelwire:header"].schema["properties"]["date"]
        assert not re.search(r"[0-9\\]", re.sub(r"\[0-9\]|\{[0-9]+\}", "", told["pattern"]))


def test_long_lines_take_the_long_road() -> None:
    both = Both()
    both.agree(line(stream("x" * (MAX_BYTES + 1))))
    judge = Judge()
    del judge._reader
    with pytest.raises(AttributeError):
        judge.line(line(stream("x" * MAX_BYTES)))
    assert judge.line(line(stream("x"))) is not None
