"""What only a verdict knows: which version judges, what it says to the letter, and where it stops."""

from __future__ import annotations

from typing import Any

import pytest

from jupyter_messages import LATEST, VERSIONS, Invalid, Problem, decode_document, validate, verdict
from jupyter_messages.document_converters import DECODERS
from jupyter_messages.validators import CONTENTS
from jupyter_messages.verdict import judge_content, judged_by
from tests.test_validate import message

STREAM = {"name": "stdout", "text": ""}


@pytest.mark.parametrize(
    ("named", "judge", "told"),
    [
        *((version, version, False) for version in VERSIONS),
        *(
            (odd, LATEST, False)
            for odd in (None, 5.3, ["5.3"], "", "x", "5", "5.", "5.x", "5.3x", "1234567890.1")
        ),
        *(("5.3.1", "5.3", False), ("5.3.", "5.3", False), ("05.03", "5.3", False)),
        *((after, [*VERSIONS][-1], True) for after in ("5.98", "6.0", "123456789.0")),
        *(("4.9", "5.0", True), ("0.5", "5.0", True)),
    ],
)
def test_which_version_judges(named: Any, judge: str, told: bool) -> None:
    found: list[Problem] = []
    assert judged_by(named, found) == judge
    text = f'no protocol version "{named}" is known; judged by {judge}'
    assert found == [Problem("warning", "/header/version", "version", text)] * told


def test_between_versions_the_one_before_judges(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verdict, "VERSIONS", {"5.0": {}, "5.2": {}, "5.10": {}})
    judges = [judged_by(f"5.{minor}", []) for minor in (1, 2, 9, 10, 11)]
    assert judges == ["5.0", "5.2", "5.2", "5.10", "5.10"]


@pytest.mark.parametrize(
    ("sent", "judged", "said"),
    [
        (
            message("no/such~type", {}),
            {},
            ("warning", "/header/msg_type", "msg_type", '"no/such~type" is no message type of the protocol'),
        ),
        (
            message("interrupt_request", {}, "5.2"),
            {},
            (
                *("warning", "/header/msg_type", "since"),
                "interrupt_request came with 5.3; the message is of 5.2",
            ),
        ),
        (
            message("connect_request", {}, "5.2"),
            {},
            ("warning", "/header/msg_type", "deprecated", "connect_request is deprecated since 5.1"),
        ),
        (
            message("kernel_info_request", {}, "5.0"),
            {"channel": "control"},
            (
                *("warning", "/channel", "since"),
                "kernel_info_request travels on control since 5.5; the message is of 5.0",
            ),
        ),
        (
            message("comm_msg", {"comm_id": "", "data": {}}),
            {"channel": "stdin"},
            ("error", "/channel", "channel", 'comm_msg travels on shell or iopub, not on "stdin"'),
        ),
        (
            message("stream", STREAM),
            {"channel": "iopub", "sender": "client"},
            ("error", "/channel", "sender", "on iopub, stream is sent by the kernel, not by the client"),
        ),
        (
            message("stream", STREAM, channel="iopub"),
            {"sender": "client"},
            ("error", "/channel", "sender", "on iopub, stream is sent by the kernel, not by the client"),
        ),
        (
            message("stream", STREAM),
            {"sender": "client"},
            ("error", "/header/msg_type", "sender", "stream is sent by the kernel, not by the client"),
        ),
        (
            message("interrupt_request", {}),
            {"sender": "kernel"},
            (
                "error",
                "/header/msg_type",
                "sender",
                "interrupt_request is sent by the client, not by the kernel",
            ),
        ),
        (
            message("shutdown_request", {"restart": True}, "5.4"),
            {"channel": "shell"},
            ("warning", "/channel", "deprecated", "shutdown_request on shell is deprecated since 5.4"),
        ),
    ],
)
def test_what_the_tables_know_is_said_in_full(sent: Any, judged: Any, said: tuple[str, ...]) -> None:
    assert validate(sent, **judged) == [said]


@pytest.mark.parametrize(
    ("held", "version", "judge", "said"),
    [
        (("5.0", "5.1"), "5.2", "5.1", "went after 5.1"),
        (("5.0", "5.1"), "5.6", "5.1", "went after 5.1"),
        (("5.2", "5.3"), "5.0", "5.2", "came with 5.2"),
        (("5.6",), "5.5", "5.6", "came with 5.6"),
        (("5.0", "5.1", "5.4", "5.5"), "5.2", "5.4", "came with 5.4"),
        (("5.0", "5.1", "5.4", "5.5"), "5.6", "5.5", "went after 5.5"),
    ],
)
def test_a_type_that_the_version_lacks_is_judged_by_the_next_that_has_it(
    monkeypatch: pytest.MonkeyPatch, held: tuple[str, ...], version: str, judge: str, said: str
) -> None:
    bare = {name: {} if name not in held else rows for name, rows in VERSIONS.items()}
    monkeypatch.setattr(verdict, "VERSIONS", bare)
    monkeypatch.setattr(verdict, "CONTENTS", {judge: CONTENTS[judge]})  # nobody else is asked
    text = f"stream {said}; the message is of {version}"
    found = validate(message("stream", STREAM, version))
    assert found == [("warning", "/header/msg_type", "since", text)]


def test_a_channel_is_not_allowed_for_having_been_so_once(monkeypatch: pytest.MonkeyPatch) -> None:
    row = VERSIONS["5.5"]["stream"]
    once = row._replace(channels=("iopub", "shell"))
    every = {"5.0": {"stream": once}, "5.4": {"stream": row}, "5.5": {}, "5.6": {"stream": once}}
    for versions, rule in ((every, "since"), ({**every, "5.6": {}}, "channel")):
        monkeypatch.setattr(verdict, "VERSIONS", versions)
        [problem] = validate(message("stream", STREAM, "5.4"), channel="shell")
        assert problem.rule == rule
    assert problem.message == 'stream travels on iopub, not on "shell"'


@pytest.mark.parametrize("sender", ["client", "kernel"])
def test_what_both_send_may_come_from_either_where_no_channel_is_told(sender: Any) -> None:
    assert validate(message("comm_msg", {"comm_id": "", "data": {}}), sender=sender) == []
    assert validate(message("interrupt_request", {}), sender="client") == []


def test_what_cannot_be_asked_for() -> None:
    nobody: Any = "frontend"
    with pytest.raises(ValueError, match=r"^the sender is 'client' or 'kernel', not 'frontend'$"):
        validate(message("stream", STREAM), sender=nobody)
    with pytest.raises(ValueError, match=r"^no protocol version '6'; there are 5\.0, .*"):
        validate(message("stream", STREAM), version="6")


@pytest.mark.parametrize("channel", [None, 7, [], {}, "", "heartbeat"])
def test_a_channel_that_is_none_is_for_the_schema_alone(channel: Any) -> None:
    found = validate(message("stream", STREAM, channel=channel), sender="kernel")
    assert {problem.path for problem in found} == {"/channel"}
    assert {problem.rule for problem in found} <= {"type", "enum"}


@pytest.mark.parametrize("msg_type", [None, 7, [], {}])
def test_a_message_without_a_type_is_judged_as_far_as_it_goes(msg_type: Any) -> None:
    sent = message("stream", {"name": 7}, channel="shell")
    sent["header"] = {**sent["header"], "msg_type": msg_type}
    assert [(problem.path, problem.rule) for problem in validate(sent)] == [("/header/msg_type", "type")]


def test_the_content_is_judged_by_the_version_and_stands_where_it_stands() -> None:
    sent = message("display_data", {"data": {}, "metadata": {}, "transient": 7}, "5.0")
    before, after = ([*validate(sent, version=version)] for version in ("5.0", "5.1"))
    assert [problem.path for problem in before] == []
    assert [problem.path for problem in after] == ["/content/transient"]


def test_a_content_alone_is_judged_as_in_a_message() -> None:
    [problem] = judge_content("stream", {**STREAM, "name": 7})
    assert (problem.path, problem.rule) == ("/content/name", "enum")
    [problem] = judge_content("interrupt_request", [], "5.0")
    assert (problem.path, problem.rule) == ("/content", "type")
    payload = {"status": "ok", "execution_count": 1, "payload": [7] * 5000}
    assert len(judge_content("execute_reply", payload)) == 1000
    with pytest.raises(KeyError):
        judge_content("no_such_type", {})


def test_documents_are_judged_by_the_newest_version_that_has_them() -> None:
    for name in DECODERS:
        invalid = decode_document(name, 7)
        assert isinstance(invalid, Invalid)
        assert [problem.path for problem in invalid.problems] == [""]
        assert verdict.validate_document(name, 7) == invalid.problems
    with pytest.raises(KeyError, match="no_such"):
        verdict.validate_document("no_such", {})
    with pytest.raises(KeyError, match="registration_file"):
        verdict.validate_document("registration_file", {}, version="5.5")
