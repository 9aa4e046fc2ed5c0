"""What is built in Python is legal once it is written; messages come out of frames as they went in."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jupyter_messages import (
    MESSAGES,
    AbortedReply,
    ErrorReply,
    Header,
    Invalid,
    decode_content,
    decode_document,
    encode_content,
    encode_document,
    encode_header,
    validate,
)
from kernelwire import Message, decode_frames, encode_frames
from kernelwire_codegen.bundle import shapes
from kernelwire_codegen.load import Document
from tests import drawn, oracle
from tests.received import SIGNER
from tests.recorded import exact

NEWEST = oracle.schemas().newest
NARROWED = (
    *("history_request", "is_complete_reply", "debug_request", "debug_reply"),
    "update_display_data",
)
"""Where one field decides on another, or a part must have what it need not have elsewhere: no type tells."""
PLAIN = [
    pytest.param(document, id=document.stem)
    for document in NEWEST.documents.values()
    if "title" in document.schema
    and document.stem not in (*NARROWED, "message", "websocket_message", "header")
]
quickly = settings(max_examples=15, suppress_health_check=[*HealthCheck], database=None)


def clean(name: str, value: Any) -> None:
    """No schema of the newest version has anything against it, nor has the emitted validator."""
    assert oracle.failing(NEWEST.name, name, value) == set()
    assert oracle.found(NEWEST.name, name, value) == set()


def class_of(document: Document) -> type[Any]:
    if document.is_message:
        return MESSAGES[document.stem].cls
    example = document.schema["examples"][0]
    return type(decode_document(document.stem, example))


@pytest.mark.parametrize("document", PLAIN)
def test_what_is_built_of_the_types_of_its_fields_is_legal(document: Document) -> None:
    built = drawn.built(class_of(document), document.schema, NEWEST.name, document.id)

    @quickly
    @given(built)
    def check(content: Any) -> None:
        encode: Any = encode_content if document.is_message else encode_document
        decode: Any = decode_content if document.is_message else decode_document
        value = encode(content)
        clean(document.stem, value)
        again = decode(document.stem, value)
        assert type(again) is type(content)
        assert exact(encode(again)) == exact(value)

    check()


@pytest.mark.parametrize("name", NARROWED)
def test_what_is_built_of_legal_values_is_legal(name: str) -> None:
    built = 0
    for value in drawn.sample(drawn.legal(NEWEST.name, name), 8, 1):
        content = decode_content(name, value)
        assert not isinstance(content, Invalid)
        cls: Any = type(content)
        fields = [field.name for field in dataclasses.fields(cls)][:-2]
        fresh = encode_content(cls(**{field: getattr(content, field) for field in fields}))
        clean(name, fresh)
        built += isinstance(content, MESSAGES[name].cls)
    assert built


REPLIES = [
    pytest.param(document, id=name)
    for name, document in NEWEST.messages().items()
    if len(shapes(NEWEST, document)) > 1
]


@pytest.mark.parametrize("document", REPLIES)
@pytest.mark.parametrize("cls", [ErrorReply, AbortedReply])
def test_the_other_shapes_of_a_reply_are_legal(document: Document, cls: Any) -> None:
    owner, schema = oracle.titled(cls.__name__)
    counted = "execution_count" in document.schema["x-jupyter"].get("always", [])

    @quickly
    @given(drawn.built(cls, schema, NEWEST.name, owner.id), st.integers())
    def check(content: Any, count: int) -> None:
        if counted:
            content.execution_count = count
        value = encode_content(content)
        clean(document.stem, value)
        assert decode_content(document.stem, value) == content

    check()


HEADERS = drawn.built(
    Header, NEWEST.documents["urn:kernelwire:header"].schema, NEWEST.name, "urn:kernelwire:header"
)
OBJECTS = st.dictionaries(st.text(max_size=5), drawn.JSON, max_size=3)


@settings(max_examples=40, suppress_health_check=[*HealthCheck])
@given(
    HEADERS,
    HEADERS,
    st.sampled_from(["stream", "comm_msg", "execute_request", "error"]),
    st.data(),
    OBJECTS,
    st.lists(st.binary(max_size=20), max_size=3),
    st.lists(st.binary(max_size=5).filter(lambda frame: frame != b"<IDS|MSG>"), max_size=2),
)
def test_a_message_comes_out_of_its_frames_as_it_went_in(
    header: Header,
    parent: Header,
    msg_type: str,
    data: st.DataObject,
    metadata: dict[str, Any],
    buffers: list[bytes],
    identities: list[bytes],
) -> None:
    header.msg_type = msg_type
    document = NEWEST.messages()[msg_type]
    content = data.draw(drawn.built(MESSAGES[msg_type].cls, document.schema, NEWEST.name, document.id))
    message = Message(header, parent, metadata, content, buffers=buffers, identities=identities)
    frames = encode_frames(message, SIGNER)
    again = decode_frames(frames, SIGNER)
    assert (again.header, again.parent_header, again.content) == (header, parent, content)
    assert exact(again.metadata) == exact(metadata)
    assert ([*again.buffers], [*again.identities]) == (buffers, identities)
    assert encode_frames(again, SIGNER) == frames
    errors = [p for p in validate(again.as_dict(), version=NEWEST.name) if p.severity == "error"]
    assert errors == []
    assert exact(again.as_dict()["header"]) == exact(encode_header(header))
