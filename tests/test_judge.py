"""A verdict a line: what is judged, how it is counted, and that no line is lost, whatever it is made of."""

from __future__ import annotations

import base64
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kernelwire.captures.capture import MAX_LINE_BYTES, Block
from kernelwire.captures.judge import Judge, Settings, SettingsError
from kernelwire.captures.verdicts import Outcome, Summary
from kernelwire.limits import MAX_PROBLEMS
from tests.made import KEY, frames, header, line, parts, stream, wire


def judged(value: Any, **settings: Any) -> Outcome:
    outcome = Judge(Settings(**settings)).line(line(value))
    assert outcome is not None
    return outcome


def told(value: Any, **settings: Any) -> list[tuple[str, str, str]]:
    return [(problem.severity, problem.rule, problem.path) for problem in judged(value, **settings).problems]


def spoilt(**changed: Any) -> dict[str, Any]:
    """A wire line with a message that was changed before it was signed."""
    return wire(frames(parts(stream(**changed))))


@pytest.mark.parametrize("value", [stream(), wire(), wire(key=None), wire(key="")], ids=str)
def test_without_a_flaw(value: Any) -> None:
    assert judged(value, strict=True) == Outcome(1, "valid", "stream", [])


FLAWS: list[tuple[dict[str, Any], tuple[str, str, str]]] = [
    ({"content": {"name": "stdout"}}, ("error", "required", "/content")),
    ({"content": {"name": "stdwhat", "text": ""}}, ("error", "enum", "/content/name")),
    ({"content": []}, ("error", "type", "/content")),
    ({"metadata": None}, ("error", "type", "/metadata")),
    ({"parent_header": None}, ("error", "type", "/parent_header")),
    ({"parent_header": header("execute_request", msg_id=1)}, ("error", "type", "/parent_header/msg_id")),
    ({"header": header("stream", session=None)}, ("error", "type", "/header/session")),
    ({"header": header("stream", date="yesterday")}, ("error", "pattern", "/header/date")),
    ({"header": header("stream", version="5.99")}, ("warning", "version", "/header/version")),
    ({"header": header("no_such_thing")}, ("warning", "msg_type", "/header/msg_type")),
]


@pytest.mark.parametrize(("changed", "expected"), FLAWS)
def test_both_forms_are_judged_alike(changed: dict[str, Any], expected: tuple[str, str, str]) -> None:
    assert told(stream(**changed)) == [expected]
    assert told(spoilt(**changed)) == [expected]


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"channel": "shell"}, "channel"),
        ({"direction": "to_kernel"}, "sender"),
        ({"channel": "iopub", "direction": "from_kernel"}, None),
        ({"channel": None, "direction": None}, None),
        ({"direction": "sideways"}, "capture"),
        ({"direction": ["to_kernel"]}, "capture"),
    ],
)
def test_channel_and_sender(changed: dict[str, Any], expected: str | None) -> None:
    rules = [rule for _, rule, _ in told(wire(**changed))]
    assert rules == ([expected] if expected else [])
    decoded = {name: value for name, value in {**stream(), **changed}.items() if value is not None}
    assert [rule for _, rule, _ in told(decoded)] == rules


def test_who_sent_it_is_judged_without_a_channel_too() -> None:
    decoded = stream(direction="to_kernel")
    del decoded["channel"]
    assert told(decoded) == [("error", "sender", "/header/msg_type")]
    assert told({**decoded, "direction": "from_kernel"}) == []


def test_the_version_is_the_messages_own_or_as_told() -> None:
    message = stream()
    del message["header"]["date"]
    assert told(message) == [("error", "required", "/header")]
    assert told(message, version="5.0") == [("warning", "recommended", "/header")]
    with pytest.raises(SettingsError, match=r"no protocol version '4\.9'; there are 5\.0, "):
        Judge(Settings(version="4.9"))


def test_strict_makes_errors_of_warnings_and_unknown_types() -> None:
    for changed in ({"version": "5.99"}, {"msg_type": "no_such_thing"}):
        value = stream(header=header(**{"msg_type": "stream", **changed}))
        assert judged(value).kind == ("unknown" if "msg_type" in changed else "valid")
        strict = judged(value, strict=True)
        assert strict.kind == "invalid"
        assert {problem.severity for problem in strict.problems} == {"error"}


def test_an_unknown_type_with_an_error_is_invalid() -> None:
    assert judged(stream(header=header("no_such_thing", session=1))).kind == "invalid"


@pytest.mark.parametrize(
    ("value", "key", "good"),
    [
        (wire(), None, True),
        (wire(key="other"), None, False),
        (wire(key="other"), KEY, False),
        (wire(), "other", True),
        (wire(key=None), "other", False),
        (wire(key=None), KEY, True),
        (wire(key=""), "other", True),
        (wire(frames(parts(), scheme="sha512"), signature_scheme="hmac-sha512"), None, True),
        (wire(signature_scheme="hmac-sha512"), None, False),
        (wire(signature_scheme="hmac-nonsense"), None, False),
        (wire(signature_scheme=7), None, False),
        (wire(frames(parts(), key="")), None, False),
    ],
)
def test_signatures(value: dict[str, Any], key: str | None, good: bool) -> None:
    outcome = judged(value, key=None if key is None else key.encode())
    assert outcome.kind == ("valid" if good else "invalid")
    assert [(problem.rule, problem.path) for problem in outcome.problems] == [("signature", "/frames/2")] * (
        not good
    )
    assert outcome.msg_type == "stream"


def test_a_message_with_a_bad_signature_is_judged_all_the_same() -> None:
    value = wire(frames(parts(stream(content={})), key="other"))
    assert [rule for _, rule, _ in told(value)] == ["signature", "required", "required"]


def test_a_key_that_is_no_string_is_told() -> None:
    assert told(wire(key=12)) == [("warning", "capture", "/key")]


@pytest.mark.parametrize(
    "sent",
    [[], [b"<IDS|MSG>"], [b"no", b"delimiter"], frames(parts())[:-1], frames(parts())[2:]],
    ids=["none", "delimiter only", "no delimiter", "one short", "cut off"],
)
def test_frames_that_are_no_message(sent: list[bytes]) -> None:
    outcome = judged(wire(sent))
    assert outcome.kind == "invalid"
    assert [(problem.rule, problem.path) for problem in outcome.problems] == [("frames", "/frames")]


@pytest.mark.parametrize(
    "text", ["a", "QQ=", "Q!Q=", "QQ==QQ==", "QUJD!", "=", "====", "QQ==\n", "é", 7, None, ["QQ=="]]
)
def test_what_is_no_base64(text: Any) -> None:
    value = wire()
    value["frames"].append(text)
    expected = ("error", "base64", f"/frames/{len(value['frames']) - 1}")
    assert told(value) == [expected]
    assert told(stream(buffers=["", "QQ==", text]))[0] == ("error", "base64", "/buffers/2")


@given(st.binary())
def test_all_that_is_base64_passes(data: bytes) -> None:
    assert told(stream(buffers=[base64.b64encode(data).decode()])) == []


@pytest.mark.parametrize(
    "value",
    [
        b"{",
        b"nonsense",
        b"\xff\xfe",
        b"[]",
        b"7",
        b"null",
        b'"text"',
        {},
        {"channel": "iopub"},
        {"frames": 7},
        {"frames": {}},
    ],
)
def test_a_line_without_a_message_is_one_finding(value: Any) -> None:
    outcome = judged(value)
    assert outcome.kind == "none"
    assert outcome.msg_type is None
    assert [(problem.severity, problem.rule) for problem in outcome.problems] == [("error", "capture")]


def test_a_heartbeat_is_no_message() -> None:
    assert (
        judged({"channel": "heartbeat", "direction": "to_kernel", "frames": ["cGluZw=="]}).kind == "heartbeat"
    )
    assert judged({"channel": "heartbeat", "frames": ["cGluZw"]}).kind == "invalid"


@pytest.mark.parametrize("blank", [b"", b" ", b"\r", b"\t \r"])
def test_a_blank_line_is_nothing(blank: bytes) -> None:
    assert Judge().line(blank) is None


def test_the_problems_of_one_line_are_bounded() -> None:
    found = judged(stream(buffers=[7] * 5000, channel="shell")).problems
    assert len(found) == MAX_PROBLEMS + 1
    assert found[-1].message.startswith("has more problems")
    assert all(problem.severity == "error" for problem in found)


def test_a_part_that_comes_again_is_told_again() -> None:
    judge = Judge()
    bad = line(wire(frames(parts(parent_header=b"{nonsense"))))
    odd = line(wire(frames(parts(parent_header=json.dumps(header("x")).encode()[:-1] + b', "msg_id": ""}'))))
    for data, rule in ((bad, "json"), (bad, "json"), (odd, "duplicate"), (odd, "duplicate"), (bad, "json")):
        outcome = judge.line(data)
        assert outcome is not None
        assert [(problem.rule, problem.path.split("/")[1]) for problem in outcome.problems] == [
            (rule, "parent_header")
        ]


def test_a_line_that_is_too_long_is_told_and_the_rest_goes_on() -> None:
    judge = Judge()
    counted, (outcome,) = judge.block(Block(7, None, 1), everything=False)
    assert counted == Summary(strays=1, errors=1)
    assert (outcome.line, outcome.kind) == (7, "none")
    assert f"{MAX_LINE_BYTES >> 20} MiB" in outcome.problems[0].message


def test_another_package_can_judge(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "acme_messages.py").write_text(
        "from jupyter_messages import FORMAT, MESSAGES, VERSIONS, validate as judge\n"
        "MESSAGES = {**MESSAGES, 'acme_ping': None}\n"
        "def validate(message, **told): return [p for p in judge(message, **told) if p.rule != 'msg_type']\n"
    )
    monkeypatch.syspath_prepend(str(tmp_path))
    value = stream(header=header("acme_ping"))
    assert judged(value, package="acme_messages") == Outcome(1, "valid", "acme_ping", [])
    for name, why in (
        ("nobodys_messages", "no package 'nobodys_messages' can be imported"),
        *((odd, f"'{odd}' is no import name; give the package's") for odd in ("", "./x", "acme_messages/")),
    ):
        with pytest.raises(SettingsError, match=why):
            Judge(Settings(package=name))
    with pytest.raises(SettingsError, match="'json' is no package that kernelwire generate made"):
        Judge(Settings(package="json"))


@pytest.mark.parametrize(
    ("code", "why"),
    [
        ("(", "SyntaxError: "),
        ("raise RuntimeError('boom')", "RuntimeError: boom"),
        ("raise SystemExit(3)", "SystemExit: 3"),
        ("import json; json.nothing", "AttributeError: "),
    ],
)
def test_a_package_may_fail_to_load_in_any_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: str, why: str
) -> None:
    (tmp_path / "broken_messages.py").write_text(code)
    monkeypatch.syspath_prepend(str(tmp_path))
    with pytest.raises(SettingsError, match=f"no package 'broken_messages' can be imported: {why}"):
        Judge(Settings(package="broken_messages"))
