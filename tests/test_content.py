"""Contents go in and come out the same; classes are typed, tolerant to read, and written whole."""

from __future__ import annotations

import copy
import dataclasses
import inspect
import pickle
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jupyter_messages import (
    MESSAGES,
    AbortedReply,
    ErrorReply,
    ExecuteReply,
    ExecuteRequest,
    Invalid,
    KernelInfoReply,
    Stream,
    Unknown,
    decode_content,
    decode_document,
    decode_header,
    encode_content,
    encode_document,
    encode_header,
    validate_document,
)
from jupyter_messages.verdict import judge_content
from kernelwire_codegen.load import Document
from tests.oracle import documents, schemas, titled
from tests.spoil import mutants

NEWEST = schemas().newest.messages()
EXAMPLES = [
    pytest.param(document.stem, example, id=f"{version}-{document.stem}-{index}")
    for version, document in documents()
    if document.is_message
    for index, example in enumerate(document.schema["examples"])
]


@pytest.mark.parametrize(("msg_type", "content"), EXAMPLES)
def test_what_is_decoded_is_encoded_the_same(msg_type: str, content: Any) -> None:
    for value in [content, *mutants(content)]:
        before = copy.deepcopy(value)
        decoded = decode_content(msg_type, value)
        assert encode_content(decoded) == before
        assert value == before, "decoding changed what it was given"
        assert decode_content(msg_type, encode_content(decoded)) == decoded
    assert not isinstance(decode_content(msg_type, content), (Unknown, Invalid))


@pytest.mark.parametrize(("msg_type", "content"), EXAMPLES)
def test_unknown_fields_survive_an_edit(msg_type: str, content: Any) -> None:
    more = {**content, "x_new": {"deep": [1]}}
    edited = dataclasses.replace(decode_content(msg_type, more))
    assert encode_content(edited) == more
    assert pickle.loads(pickle.dumps(edited)) == edited
    assert encode_content(copy.deepcopy(edited)) == more


@pytest.mark.parametrize("document", [pytest.param(doc, id=doc.stem) for doc in NEWEST.values()])
def test_what_is_legal_is_readable(document: Document) -> None:
    """A legal content never gives Invalid: whatever the validator lets pass, the class can hold."""
    for example in document.schema["examples"]:
        for value in mutants(example):
            legal = not [p for p in judge_content(document.stem, value, "5.6") if p.severity == "error"]
            assert not (legal and isinstance(decode_content(document.stem, value), Invalid)), value


def test_the_contract_of_the_design() -> None:
    stream = decode_content("stream", {"name": "stdout", "text": "hi", "x_new": 1})
    assert repr(stream) == "Stream(name='stdout', text='hi', extra={'x_new': 1})"
    assert stream == Stream(name="stdout", text="hi", extra={"x_new": 1})
    assert stream != Stream(name="stdout", text="hi")
    assert not hasattr(stream, "__dict__")


def test_a_field_that_was_absent_is_absent_again_and_written_once_it_is_set() -> None:
    request = decode_content("execute_request", {"code": "1"})
    assert isinstance(request, ExecuteRequest)
    assert (request.silent, request.user_expressions) == (False, {})
    assert encode_content(request) == {"code": "1"}
    request.silent = True
    request.user_expressions["a"] = "b"
    assert encode_content(request) == {"code": "1", "silent": True, "user_expressions": {"a": "b"}}
    assert encode_content(dataclasses.replace(request, code="2", silent=False)) == {
        "code": "2",
        "user_expressions": {"a": "b"},
    }


def test_equal_is_what_is_of_one_class_and_says_the_same() -> None:
    class Everything:
        def __eq__(self, other: object) -> bool:
            return True

    text = Stream("stdout", "a")
    assert text == Stream("stdout", "a")
    assert text not in (Stream("stderr", "a"), Stream("stdout", "b"), 5)
    assert text == Everything(), "who compares differently is asked"


def test_what_is_built_in_python_is_written_whole() -> None:
    assert encode_content(ExecuteRequest("1")) == {
        "code": "1",
        "silent": False,
        "store_history": True,
        "user_expressions": {},
        "allow_stdin": True,
        "stop_on_error": True,
    }


def test_null_and_the_empty_list_for_an_empty_object_are_read_and_kept() -> None:
    reply = {"status": "ok", "execution_count": 1.0, "payload": None, "user_expressions": []}
    content = decode_content("execute_reply", reply)
    assert content == ExecuteReply(execution_count=1, user_expressions={})
    assert type(content.execution_count) is int
    assert encode_content(content) == reply
    assert type(encode_content(content)["execution_count"]) is float


def test_a_reply_is_one_of_three_shapes() -> None:
    assert isinstance(decode_content("inspect_reply", {"status": "error"}), ErrorReply)
    assert isinstance(decode_content("inspect_reply", {"status": "aborted"}), AbortedReply)
    assert isinstance(decode_content("execute_reply", {}), ExecuteReply)
    assert isinstance(decode_content("execute_reply", {"status": "abort"}), Invalid)


def test_what_no_class_can_hold_is_kept_with_the_reason() -> None:
    content = decode_content("stream", {"name": "stdout", "text": 5})
    assert isinstance(content, Invalid)
    assert content.raw == {"name": "stdout", "text": 5}
    assert [(p.path, p.rule) for p in content.problems] == [("/content/text", "type")]
    assert decode_content("no_such", [1]) == Unknown("no_such", [1])
    nested = decode_content("kernel_info_reply", {"status": "ok", "language_info": {"name": 3}})
    assert isinstance(nested, Invalid)


def test_a_missing_nested_object_reads_as_its_neutral_self() -> None:
    content = decode_content("kernel_info_reply", {"status": "ok"})
    assert isinstance(content, KernelInfoReply)
    assert content.language_info.name == ""
    assert encode_content(content) == {"status": "ok"}
    content.language_info.name = "python"
    assert encode_content(content)["language_info"] == {"name": "python"}


def test_only_contents_are_encoded() -> None:
    with pytest.raises(TypeError, match="dict"):
        encode_content({})  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="dict"):
        encode_document({})


@pytest.mark.parametrize("name", MESSAGES)
def test_a_class_says_of_itself_and_its_fields_what_the_schema_says(name: str) -> None:
    """In paragraphs, wrapped; what is emitted is read by people, too."""
    cls = MESSAGES[name].cls
    source = inspect.getsource(cls)
    schema = titled(cls.__name__)[1]
    said = inspect.cleandoc(str(cls.__doc__))
    assert said.split("\n\n")[0].replace("\n", " ") == schema["description"].split("\n\n")[0]
    assert "\n\n\n" not in said
    assert all(line == line.rstrip() for line in source.splitlines())
    for doc in re.findall(r'""".*?"""', source, re.DOTALL):
        lines = doc[3:-3].strip().splitlines()
        assert len(lines) > 1 or len(lines[0]) > 85 or "\n" not in doc
        assert all(len(line) <= 100 for line in lines)
    plain = " ".join(source.split())
    for field in schema.get("properties", {}).values():
        [first, *_] = field["description"].split("\n\n")
        assert " ".join(first.replace("\\", "\\\\").split()) in plain


def fields_of(document: Document, schema: dict[str, Any]) -> set[str]:
    """Those of an object, with those of the schema that it refers to as a whole."""
    found = {*schema.get("properties", {})}
    if "$ref" in schema:
        found |= fields_of(*schemas().newest.lookup(schema["$ref"], document.id))
    return found


@pytest.mark.parametrize("cls", [row.cls for row in MESSAGES.values()], ids=MESSAGES)
def test_a_class_has_a_field_for_each_of_its_schema(cls: type) -> None:
    """What it had not would be kept among the extra ones, and nobody would notice."""
    names = {name.rstrip("_") for name in cls.__match_args__}
    assert names == {*fields_of(*titled(cls.__name__)), "extra", "sent"}


@pytest.mark.parametrize("cls", [row.cls for row in MESSAGES.values()], ids=MESSAGES)
def test_nothing_of_a_class_is_written_when_it_is_imported(cls: Any) -> None:
    """That would take half of the time of an import: see `Record`."""
    told = cls.__dataclass_params__
    assert (told.init, told.repr, told.eq) == (False, False, False)


def test_headers_and_documents() -> None:
    header = {"msg_id": "1", "session": "", "username": "u", "msg_type": "status", "version": "5.0", "x": [1]}
    for value in mutants({**header, "date": "x", "subshell_id": None}):
        if isinstance(value, dict):
            assert encode_header(decode_header(value)) == value
    for version, document in documents():
        if document.is_message or "title" not in document.schema or document.stem == "header":
            continue
        for example in document.schema.get("examples", []):
            problems = validate_document(document.stem, example, version=version)
            assert not [problem for problem in problems if problem.severity == "error"]
            assert encode_document(decode_document(document.stem, example)) == example
    invalid = decode_document("connection_file", {"shell_port": "x"})
    assert isinstance(invalid, Invalid)
    assert invalid.problems
    with pytest.raises(KeyError):
        decode_document("no_such", {})


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


@given(st.sampled_from(sorted(MESSAGES)), JSON)
def test_anything_goes_in_and_comes_out(msg_type: str, value: Any) -> None:
    assert encode_content(decode_content(msg_type, value)) == value


@given(st.data())
def test_known_fields_with_any_value(data: st.DataObject) -> None:
    msg_type = data.draw(st.sampled_from(sorted(NEWEST)))
    fields = sorted(NEWEST[msg_type].schema.get("properties", {"x": {}}) or {"x": {}})
    value = data.draw(st.dictionaries(st.sampled_from([*fields, "extra", "sent"]), JSON))
    assert encode_content(decode_content(msg_type, value)) == value
