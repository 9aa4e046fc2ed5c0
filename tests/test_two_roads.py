"""What is plain is read and written on a short road: it says what the long one says, or nothing."""

from __future__ import annotations

import base64
import dataclasses
import gc
import gzip
import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jupyter_messages import (
    MESSAGES,
    Header,
    Invalid,
    decode_content,
    decode_header,
    encode_content,
    encode_header,
)
from jupyter_messages.problems import ABSENT
from jupyter_messages_msgspec.readers import CONTENTS, plain_header_text
from kernelwire.errors import RemoteProtocolError
from kernelwire.limits import MAX_DEPTH
from kernelwire.wire import jsonio
from kernelwire.wire.message import Message
from kernelwire.wire.parts import NOT_PLAIN, built, make_header, parse_header, plain_content
from tests.conftest import ROOT
from tests.oracle import documents
from tests.received import HEADER, PARENT
from tests.spoil import mutants
from tests.values import VALUES

EXAMPLES = [
    (document.stem, example)
    for _, document in documents()
    if document.is_message
    for example in document.schema["examples"]
]
SPELLINGS = [
    lambda value: json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode(
        "utf-8", "surrogatepass"
    ),
    lambda value: json.dumps(value, indent=1).encode(),  # spaces, escapes, and names in another order
    lambda value: json.dumps(dict(reversed(value.items())) if isinstance(value, dict) else value).encode(),
]


def agrees(msg_type: str, frame: bytes, depth: int = MAX_DEPTH) -> bool:
    """Whether the short road took it; that it agrees with the long one is asserted."""
    plain = plain_content(msg_type, frame, depth)
    if plain is None:
        return False
    value, problems = jsonio.decode(frame, depth=depth)
    content = decode_content(msg_type, value)
    assert problems == []
    assert not isinstance(content, Invalid)
    assert type(plain) is type(content)
    assert repr(plain) == repr(content)  # and not ==, to which 1 is True
    assert plain.sent == content.sent
    assert repr(encode_content(plain)) == repr(encode_content(content))
    return True


def header_agrees(frame: bytes) -> bool:
    try:
        plain = parse_header(frame)
    except NOT_PLAIN:
        return False
    header = make_header(plain)
    value, problems = jsonio.decode(frame)
    assert problems == []
    assert plain.msg_type == header.msg_type
    assert (repr(header), header.sent) == (repr(decode_header(value)), decode_header(value).sent)
    return True


def captured() -> Iterator[tuple[str, list[bytes]]]:
    for path in sorted((ROOT / "tests" / "captures").glob("*.jsonl.gz")):
        with gzip.open(path) as lines:
            for line in lines:
                frames = [base64.b64decode(frame) for frame in json.loads(line).get("frames", [])]
                if b"<IDS|MSG>" in frames:
                    parts = frames[frames.index(b"<IDS|MSG>") + 2 :][:4]
                    yield jsonio.decode(parts[0])[0]["msg_type"], parts


@pytest.mark.parametrize("spelled", SPELLINGS)
def test_examples_and_their_mutants(spelled: Any) -> None:
    taken: set[str] = set()
    for msg_type, example in EXAMPLES:
        for value in [example, *mutants(example)]:
            if agrees(msg_type, spelled(value)):
                taken.add(msg_type)
    assert taken == {*MESSAGES} == {*CONTENTS}, "a type whose examples are never plain"


def test_captures() -> None:
    taken = [
        (agrees(msg_type, parts[3]), header_agrees(parts[0]), header_agrees(parts[1]))
        for msg_type, parts in captured()
    ]
    assert len(taken) > 1000
    contents, headers, _ = map(sum, zip(*taken, strict=True))
    assert contents > 0.8 * len(taken)
    assert headers > 0.9 * len(taken)


def test_headers_and_their_mutants() -> None:
    example = {**json.loads(HEADER), "subshell_id": None}
    taken = 0
    for value in [example, {**example, "subshell_id": "s"}, *mutants(example)]:
        for spelled in SPELLINGS:
            taken += header_agrees(spelled(value))
    assert taken > 10


@given(st.sampled_from(sorted(MESSAGES)), st.data())
def test_known_fields_with_any_value(msg_type: str, data: st.DataObject) -> None:
    fields = [field.name for field in dataclasses.fields(MESSAGES[msg_type].cls)]
    right = next(example for name, example in EXAMPLES if name == msg_type)
    changed = data.draw(st.dictionaries(st.sampled_from([*fields, "x_new"]), VALUES, max_size=2))
    frame = json.dumps({**right, **changed}).encode("utf-8", "surrogatepass")
    agrees(msg_type, frame)


@pytest.mark.parametrize("twice", [b'"stdout"', b'"stderr"', b"5", b"null"])
def test_a_name_given_twice(twice: bytes) -> None:
    agrees("stream", b'{"name":"stdout","text":"","name":%s}' % twice)
    agrees("stream", b'{"name":%s,"text":"","name":"stdout"}' % twice)


@pytest.mark.parametrize("depth", [1, 2, 3, 4, 5, 10, 100, MAX_DEPTH])
@pytest.mark.parametrize("levels", [1, 2, 3, 4, 6, 9, 98, 99, 100, 498, 499, 500, 3000])
def test_what_is_too_deep_is_not_plain(levels: int, depth: int) -> None:
    deep = b"[" * levels + b"]" * levels
    info = (
        b'{"status":"ok","protocol_version":"","implementation":"","implementation_version":"","banner":"%s",'
        b'"language_info":{"name":"","version":"","mimetype":"","file_extension":"","codemirror_mode":{"a":%s}}}'
    )
    reply = b'{"status":"ok","execution_count":1,"user_expressions":{},"payload":[{"a":%s}]}'
    for msg_type, frame in (
        ("comm_msg", b'{"comm_id":"","data":{"a":%s}}' % deep),
        ("debug_event", b'{"type":"event","event":"","body":%s}' % deep),
        ("execute_reply", reply % deep),
        ("kernel_info_reply", info % (b"x" * 2 * depth, deep)),
    ):
        try:
            jsonio.decode(frame, depth=depth)
        except RemoteProtocolError:
            assert plain_content(msg_type, frame, depth) is None
        else:
            agrees(msg_type, frame, depth)


TEXT = st.text(st.characters(exclude_categories=()), max_size=20)


@given(st.builds(Header, *[TEXT | st.sampled_from([5, None, 1.5, True])] * 6, st.none() | TEXT))
def test_headers_are_written_alike(header: Header) -> None:
    try:
        plain = plain_header_text(header)
    except ValueError:  # half a character
        return
    if plain is not None:
        assert jsonio.decode(plain) == (encode_header(header), [])
        assert plain == jsonio.encode(encode_header(header), strict=True)


@pytest.mark.parametrize(
    "changed",
    [
        *(
            {name: value}
            for name in ("msg_id", "session", "username", "date", "version")
            for value in (5, None)
        ),
        *({"msg_type": value} for value in ("", None, 5)),
        *({"extra": {"x": 1}}, {"sent": (("date", ABSENT, ""),)}, {"subshell_id": "s"}, {"subshell_id": ""}),
    ],
    ids=repr,
)
def test_a_header_that_is_not_plain_is_written_by_the_long_road(changed: dict[str, Any]) -> None:
    header = decode_header(json.loads(HEADER))
    assert plain_header_text(header) == HEADER
    assert plain_header_text(dataclasses.replace(header, **changed)) is None


@pytest.mark.parametrize("header", [None, {}, json.loads(HEADER), HEADER, Message(decode_header({}))])
def test_what_is_no_header_is_not_plain(header: Any) -> None:
    assert plain_header_text(header) is None


def test_what_is_read_is_no_burden_to_the_garbage_collector() -> None:
    """Which would look through each step on the way, however short it lives."""
    step = CONTENTS["comm_msg"].parse(b'{"comm_id":"","data":{"a":[]}}')
    assert (gc.is_tracked(step.data), gc.is_tracked(step)) == (True, False)


def test_a_parent_that_changed_is_written_anew() -> None:
    parent = decode_header(json.loads(PARENT))
    header = decode_header(json.loads(HEADER))
    message = Message(header, parent)
    for _ in range(2):
        assert message.frames()[1] == PARENT
    parent.username = "new"
    assert json.loads(message.frames()[1])["username"] == "new"
    parent.username = "u"
    assert message.frames()[1] == PARENT
    parent.extra["x"] = 1
    assert json.loads(message.frames()[1])["x"] == 1
    assert built(header, decode_header(json.loads(PARENT)), {}, message.content)[1] == PARENT
    parent.extra.clear()
    parent.subshell_id = "s"
    assert json.loads(message.frames()[1])["subshell_id"] == "s"
