"""Whole messages: envelope, version, channel, sender, and what only the tables know."""

from __future__ import annotations

import json
from typing import Any

import pytest

from jupyter_messages import LATEST, VERSIONS, validate
from jupyter_messages.problems import shown

HEADER = {
    "msg_id": "1",
    "session": "s",
    "username": "u",
    "date": "2026-01-01T00:00:00Z",
    "msg_type": "status",
    "version": "5.5",
}


def message(msg_type: str, content: Any, version: str = "5.5", **parts: Any) -> dict[str, Any]:
    header = {**HEADER, "msg_type": msg_type, "version": version}
    return {"header": header, "parent_header": header, "metadata": {}, "content": content, **parts}


def told(*arguments: Any, **options: Any) -> list[tuple[str, str, str]]:
    return [(p.severity, p.path, p.rule) for p in validate(*arguments, **options)]


def test_a_legal_message() -> None:
    good = message("stream", {"name": "stdout", "text": ""}, buffers=[], channel="iopub")
    assert validate(good) == []
    assert validate(good, version="5.0", channel="iopub", sender="kernel") == []


@pytest.mark.parametrize("value", [None, [], "x", 1, {}])
def test_what_is_no_message(value: Any) -> None:
    assert told(value)


def test_all_problems_are_found_at_once() -> None:
    bad = message("stream", {"name": "out"}, parent_header=None)
    del bad["metadata"]
    bad["header"]["msg_id"] = 7
    assert sorted(told(bad)) == [
        ("error", "", "required"),
        ("error", "/content", "required"),
        ("error", "/content/name", "enum"),
        ("error", "/header/msg_id", "type"),
        ("error", "/parent_header", "type"),
    ]


@pytest.mark.parametrize(
    ("msg_type", "content", "channel", "sender", "expected"),
    [
        ("stream", {"name": "stdout", "text": ""}, "shell", None, [("error", "/channel", "channel")]),
        (
            "shutdown_reply",
            {"status": "aborted"},
            "iopub",
            "kernel",
            [("error", "/channel", "channel"), ("warning", "/content", "deprecated")],
        ),
        ("interrupt_request", {}, "control", "kernel", [("error", "/channel", "sender")]),
        ("interrupt_request", {}, "control", "client", []),
        ("comm_msg", {"comm_id": "1", "data": {}}, "iopub", "kernel", []),
        ("comm_msg", {"comm_id": "1", "data": {}}, "iopub", "client", [("error", "/channel", "sender")]),
        ("comm_msg", {"comm_id": "1", "data": {}}, "shell", "client", []),
        ("comm_msg", {"comm_id": "1", "data": {}}, "shell", "kernel", [("error", "/channel", "sender")]),
        ("shutdown_request", {"restart": False}, "shell", "client", [("warning", "/channel", "deprecated")]),
        ("stream", {"name": "stdout", "text": ""}, "telepathy", None, [("error", "/channel", "channel")]),
    ],
)
def test_channel_and_sender(
    msg_type: str, content: Any, channel: str, sender: Any, expected: list[tuple[str, str, str]]
) -> None:
    assert sorted(told(message(msg_type, content), channel=channel, sender=sender)) == expected


def test_the_channel_that_the_message_names_counts() -> None:
    assert told(message("stream", {"name": "stdout", "text": ""}, channel="shell")) == [
        ("error", "/channel", "channel")
    ]


def test_what_is_newer_than_the_version_is_told_and_judged() -> None:
    assert told(message("debug_event", {}, "5.4"))[0] == ("warning", "/header/msg_type", "since")
    assert ("error", "/content", "required") in told(message("debug_event", {}, "5.4"))
    assert told(message("kernel_info_request", {}, "5.4"), channel="control") == [
        ("warning", "/channel", "since")
    ]
    assert told(message("kernel_info_request", {}, "5.5"), channel="control") == []


def test_a_type_that_came_later_is_told_with_its_version() -> None:
    problems = validate(message("create_subshell_request", {}, "5.0"))
    assert "create_subshell_request came with 5.5; the message is of 5.0" in [
        each.message for each in problems
    ]


def test_the_header_names_the_version() -> None:
    undated = message("status", {"execution_state": "idle"}, "5.0")
    del undated["header"]["date"]
    assert told(undated) == [
        ("warning", "/header", "recommended"),
        ("warning", "/parent_header", "recommended"),
    ]
    assert ("error", "/header", "required") in told(undated, version="5.1")
    for version in ("5.5.0", "5.6"):
        assert told(message("status", {"execution_state": "idle"}, version)) == []
    for version in ("9.1", "4.1", "5.99"):
        assert told(message("status", {"execution_state": "idle"}, version)) == [
            ("warning", "/header/version", "version")
        ]
    assert LATEST == "5.5"


@pytest.mark.parametrize(
    ("said", "judge"),
    [*((after, [*VERSIONS][-1]) for after in ("9.1", "5.99", "5.99.1")), ("4.1", "5.0"), ("0.0", "5.0")],
)
def test_a_version_that_is_not_known_is_judged_by_the_last_before_it(said: str, judge: str) -> None:
    (problem,) = validate(message("status", {"execution_state": "idle"}, said))
    assert problem.message == f'no protocol version "{said}" is known; judged by {judge}'


def test_a_version_that_is_not_known_is_an_error_of_the_caller() -> None:
    with pytest.raises(ValueError, match=r"5\.0, 5\.1"):
        validate(message("status", {"execution_state": "idle"}), version="6.0")


def test_unknown_types_and_growing_sets_are_warnings() -> None:
    assert told(message("usage_request", {})) == [("warning", "/header/msg_type", "msg_type")]
    assert told(message("status", {"execution_state": "restarting"})) == [
        ("warning", "/content/execution_state", "open")
    ]


def test_a_reply_has_a_parent_and_a_side_effect_need_not() -> None:
    assert told(message("interrupt_reply", {"status": "ok"}, parent_header={})) == [
        ("error", "/parent_header", "minProperties")
    ]
    assert told(message("status", {"execution_state": "starting"}, parent_header={})) == []


def test_deprecated_types() -> None:
    assert told(message("connect_request", {}, "5.1")) == [("warning", "/header/msg_type", "deprecated")]
    assert told(message("connect_request", {}, "5.0")) == []


def test_paths_are_json_pointers() -> None:
    content = {"status": "ok", "comms": {"a/b~c": {"target_name": 3}}}
    assert ("error", "/content/comms/a~1b~0c/target_name", "type") in told(
        message("comm_info_reply", content)
    )


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("x" * 60, f'"{"x" * 60}"'),
        ("x" * 61, f'"{"x" * 56} ..."'),
        ("é", '"é"'),
        (b"x" * 81, json.dumps(repr(b"x" * 80))[:76] + " ..."),
        (10**80, "1" + "0" * 75 + " ..."),
        (1.5, "1.5"),
        (None, "null"),
        ([], "an array"),
        ({}, "an object"),
    ],
)
def test_values_are_shown_as_json_says_them_and_cut_short(value: Any, text: str) -> None:
    assert shown(value) == text


def test_no_more_problems_are_looked_for_than_wanted() -> None:
    many = message("status", {}, buffers=[1] * 1000)
    assert len(validate(many)) == 1001
    assert validate(many, limit=10) == validate(many)[:10]


def test_a_channel_that_is_none_is_told_once() -> None:
    odd = message("status", {"execution_state": "idle"}, channel="telepathy")
    assert told(odd) == [("error", "/channel", "enum")]
