"""What is hardly JSON, in a capture: a finding with its place, in each part and form; the rest is judged."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest

from kernelwire.captures.judge import Judge, Settings
from kernelwire.captures.judging import judge_capture
from kernelwire.captures.verdicts import Outcome, Summary
from tests.made import PARTS, capture, frames, line, parts, stream, wire

CONTENT = b'{"name": "stdout", "text": %s}'
ODD: list[tuple[str, bytes, str, str]] = [
    # name, content, the rule it breaks, the severity
    ("not UTF-8", CONTENT % b'"R prints \xff"', "utf-8", "error"),
    ("a raw surrogate", CONTENT % b'"\xed\xa0\x80"', "utf-8", "error"),
    ("an escaped lone surrogate", CONTENT % rb'"\ud800"', "surrogate", "error"),
    ("the other half", CONTENT % rb'"\udc00 \ud83d\ude00"', "surrogate", "error"),
    ("NaN", CONTENT % b'"", "x": NaN', "number", "error"),
    ("-Infinity", CONTENT % b'"", "x": [-Infinity]', "number", "error"),
    ("beyond a double", CONTENT % b'"", "x": 1e999', "number", "error"),
    ("more digits than Python reads", CONTENT % (b'"", "x": ' + b"9" * 5000), "number", "error"),
    ("an integer of 65 bits", CONTENT % b'"", "x": 36893488147419103232', "integer", "warning"),
    ("a key twice", CONTENT % b'"", "name": "stdout"', "duplicate", "warning"),
    ("a key twice, deep", CONTENT % b'"", "x": [{"y": {"z": 1, "z": 2}}]', "duplicate", "warning"),
    ("a byte order mark", b"\xef\xbb\xbf" + CONTENT % b'""', "bom", "error"),
]
BROKEN: list[tuple[str, bytes]] = [
    ("10,000 levels of arrays", CONTENT % (b'"", "x": ' + b"[" * 10_000 + b"]" * 10_000)),
    ("10,000 levels of objects", CONTENT % (b'"", "x": ' + b'{"a":' * 10_000 + b"1" + b"}" * 10_000)),
    ("10,000 levels that do not end", b"[" * 10_000),
    ("cut off", CONTENT[:20]),
    ("nothing", b""),
    ("two values", b"{} {}"),
    ("single quotes", b"{'name': 'stdout'}"),
]


def judged(value: Any, **settings: Any) -> Outcome:
    outcome = Judge(Settings(**settings)).line(line(value))
    assert outcome is not None
    return outcome


@pytest.mark.parametrize(("raw", "rule", "severity"), [pytest.param(*case[1:], id=case[0]) for case in ODD])
def test_an_oddity_in_a_frame(raw: bytes, rule: str, severity: str) -> None:
    outcome = judged(wire(frames(parts(content=raw))))
    assert [(problem.severity, problem.rule) for problem in outcome.problems] == [(severity, rule)]
    assert outcome.problems[0].path.startswith("/content")
    assert outcome.msg_type == "stream"
    assert judged(wire(frames(parts(content=raw))), strict=True).kind == "invalid"


@pytest.mark.parametrize(
    ("raw", "rule", "severity"), [pytest.param(*case[1:], id=case[0]) for case in ODD if case[2] != "bom"]
)
def test_an_oddity_in_a_decoded_line(raw: bytes, rule: str, severity: str) -> None:
    data = json.dumps(stream(content="HERE")).encode().replace(b'"HERE"', raw)
    outcome = judged(data)
    assert [(problem.severity, problem.rule) for problem in outcome.problems] == [(severity, rule)]
    assert outcome.msg_type == "stream"


@pytest.mark.parametrize("raw", [pytest.param(case[1], id=case[0]) for case in BROKEN])
@pytest.mark.parametrize("part", PARTS)
def test_a_frame_that_is_no_json_is_one_finding(part: str, raw: bytes) -> None:
    outcome = judged(wire(frames(parts(**{part: raw}))))
    assert [(problem.severity, problem.rule, problem.path) for problem in outcome.problems] == [
        ("error", "json", f"/{part}")
    ]
    assert outcome.kind == "invalid"


def test_one_broken_frame_does_not_hide_the_others() -> None:
    message = stream(content={"name": "stdout"})
    outcome = judged(wire(frames(parts(message, metadata=b"[", parent_header=b"[]"))))
    assert [(problem.rule, problem.path) for problem in outcome.problems] == [
        ("json", "/metadata"),
        ("type", "/parent_header"),
        ("required", "/content"),
    ]


@pytest.mark.parametrize("raw", [pytest.param(case[1], id=case[0]) for case in BROKEN[:3]])
def test_a_decoded_line_too_deep_is_one_finding(raw: bytes) -> None:
    data = json.dumps(stream(content="HERE")).encode().replace(b'"HERE"', raw)
    outcome = judged(data)
    assert [(problem.severity, problem.rule) for problem in outcome.problems] == [("error", "capture")]


@pytest.mark.parametrize("levels", [400, 490, 495, 600, 900, 1100])
@pytest.mark.parametrize("form", ["wire", "decoded"])
def test_depths_about_the_limit_raise_nothing(levels: int, form: str) -> None:
    deep = b"[" * levels + b"]" * levels
    for raw in (CONTENT % deep, CONTENT % (b'"", "x":' + deep), b'{"name": %s, "text": ""}' % deep, deep):
        spoilt = json.dumps(stream(content="HERE")).encode().replace(b'"HERE"', raw)
        judged(wire(frames(parts(content=raw))) if form == "wire" else spoilt)


def test_a_name_given_twice_in_the_line_itself() -> None:
    data = line(wire())
    assert [problem.rule for problem in judged(data[:-1] + b', "key": "4f1b-secret"}').problems] == [
        "duplicate"
    ]
    twice = judged(data[:-1] + b', "time" : 1, "channel" : "iopub"}').problems
    assert sorted(problem.path for problem in twice) == ["/channel", "/time"]


def test_no_oddity_costs_a_line() -> None:
    odd = [wire(frames(parts(content=raw))) for _, raw, *_ in [*ODD, *BROKEN]]
    summary = Summary()
    found = list(judge_capture(io.BytesIO(capture(stream(), *odd, stream())), summary=summary))
    assert [verdict.line for verdict in found] == list(range(1, len(odd) + 3))
    assert summary.valid + summary.invalid == len(odd) + 2
    assert found[-1].kind == "valid"


@pytest.mark.parametrize(
    "text", ["plain", 'a "quoted" : colon', "\\u003a", "é \U0001f600", '{"a": 1, "a": 2}', "::::"]
)
@pytest.mark.parametrize("form", ["wire", "decoded"])
@pytest.mark.parametrize("ascii_only", [True, False])
def test_what_only_looks_odd(text: str, form: str, ascii_only: bool) -> None:
    message = stream(text, metadata={"a": {"b": [{}, {"b": {"a": 2**63}}]}})
    message["content"][f"x {text}"] = text
    if form == "decoded":
        assert judged(json.dumps(message, ensure_ascii=ascii_only).encode()).problems == []
        return
    sent = [json.dumps(message[name], ensure_ascii=ascii_only).encode() for name in PARTS]
    assert judged(wire(frames(sent))).problems == []
