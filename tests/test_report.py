"""What was found, as people and programs read it: bounded, parseable, and harmless to a terminal."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest

from jupyter_messages import Problem
from kernelwire.captures.kinds import FIRST_PLACES, MAX_KINDS, Kinds
from kernelwire.captures.report import JsonReport, Report, TextReport, conclusion, counts
from kernelwire.captures.verdicts import Summary, Verdict
from kernelwire.streams import printable


def verdict(
    number: int, *problems: Problem, msg_type: str | None = "stream", file: str = "a/s.jsonl"
) -> Verdict:
    return Verdict(file, number, "invalid", msg_type, list(problems))


def error(path: str = "/content", rule: str = "required", message: str = "lacks 'text'") -> Problem:
    return Problem("error", path, rule, message)


WARNING = Problem("warning", "/header/version", "version", "no protocol version '5.99' is known")
SUMMARY = Summary(valid=800, invalid=3, unknown=9, errors=4, warnings=1)


def write(report: Report, *verdicts: Verdict, summary: Summary = SUMMARY, unreadable: int = 0) -> None:
    for each in verdicts:
        report.verdict(each)
    report.file("a/s.jsonl", summary)
    report.end(summary, unreadable)


def as_text(*verdicts: Verdict, **options: Any) -> str:
    out = io.StringIO()
    lines = options.pop("lines", False)
    write(TextReport(out, lines=lines), *verdicts, **options)
    return out.getvalue()


def test_json_is_what_the_contract_says() -> None:
    out = io.StringIO()
    write(JsonReport(out), verdict(3, error(), WARNING), verdict(9, error(""), msg_type=None, file="\ud800"))
    assert out.getvalue().isascii()
    assert json.loads(out.getvalue()) == {
        "messages": 812,
        "valid": 800,
        "invalid": 3,
        "unknown": 9,
        "problems": [
            {"file": "a/s.jsonl", "line": 3, "msg_type": "stream", **error()._asdict()},
            {"file": "a/s.jsonl", "line": 3, "msg_type": "stream", **WARNING._asdict()},
            {"file": "\ud800", "line": 9, "msg_type": None, **error("")._asdict()},
        ],
    }


def test_json_without_a_problem() -> None:
    out = io.StringIO()
    write(JsonReport(out), summary=Summary())
    assert json.loads(out.getvalue()) == {
        "messages": 0,
        "valid": 0,
        "invalid": 0,
        "unknown": 0,
        "problems": [],
    }


def test_problems_of_one_kind_are_counted_together() -> None:
    kinds = Kinds()
    for number in range(1, 9):
        kinds.add(
            verdict(
                number, error(f"/content/data/{number}", "type", f"must be a string, not '{number}'"), WARNING
            )
        )
    kinds.add(verdict(9, error("/content/data/1", "type", "must be a string, not 'x'"), msg_type="status"))
    first, second = kinds.ranked("error")
    assert (first.count, first.path, first.message) == (8, "/content/data/*", "must be a string, not '1'")
    assert first.places == [("a/s.jsonl", number) for number in range(1, FIRST_PLACES + 1)]
    assert (second.count, second.msg_type) == (1, "status")
    assert [kind.count for kind in kinds.ranked("warning")] == [8]


def test_a_line_is_one_place_however_many_problems_it_has() -> None:
    kinds = Kinds()
    kinds.add(verdict(4, error("/content/0"), error("/content/1")))
    (kind,) = kinds.ranked("error")
    assert (kind.count, kind.lines, kind.places) == (2, 1, [("a/s.jsonl", 4)])


def test_kinds_are_bounded() -> None:
    kinds = Kinds()
    for number in range(3 * MAX_KINDS):
        kinds.add(verdict(1, error(f"/content/{chr(0x4E00 + number)}"), msg_type="x" * 10_000))
    assert len(kinds.ranked("error")) == MAX_KINDS
    assert kinds.others == 2 * MAX_KINDS
    assert all(len(kind.msg_type or "") < 1000 for kind in kinds.ranked("error"))


def test_text_tells_counts_places_and_the_verdict() -> None:
    text = as_text(*(verdict(number, error()) for number in (3, 7, 12, 40)), verdict(41, WARNING))
    rows = text.splitlines()
    assert rows[0] == "a/s.jsonl: 812 messages, 3 invalid, 9 of unknown type, 4 errors, 1 warning"
    assert rows[-1] == "3 of 812 messages break the spec"
    assert text.index("Errors") < text.index("lacks 'text'") < text.index("Warnings") < text.index("5.99")
    (row,) = [row for row in rows if "lacks" in row]
    assert row.split()[:3] == ["4", "stream", "/content"]
    assert row.rstrip().endswith("s.jsonl:3, 7, 12, …")
    assert "\x1b" not in text


def test_a_line_a_problem_on_demand() -> None:
    shown = as_text(
        verdict(3, error(), WARNING), verdict(5, error(""), msg_type=None), lines=True
    ).splitlines()
    assert shown[:3] == [
        "a/s.jsonl:3: error: stream /content: lacks 'text' [required]",
        "a/s.jsonl:3: warning: stream /header/version: no protocol version '5.99' is known [version]",
        "a/s.jsonl:5: error: lacks 'text' [required]",
    ]
    assert "a/s.jsonl:3: error" not in as_text(verdict(3, error()))


@pytest.mark.parametrize("lines", [True, False])
def test_nothing_in_a_message_reaches_the_terminal_raw(lines: bool) -> None:
    evil = "\x1b]0;owned\x07\r\n\u202e[bold]\ud800\x9b31m"
    text = as_text(verdict(1, error(f"/{evil}", "type", evil), msg_type=evil, file=evil), lines=lines)
    assert not {"\x1b", "\x07", "\r", "\u202e", "\ud800", "\x9b"} & set(text)
    assert "[bold]" in text


def test_what_is_printable_stays() -> None:
    assert printable("naïve 漢字 \U0001f600 'x' [y]") == "naïve 漢字 \U0001f600 'x' [y]"
    assert printable("a\nb\x00") == r"a\nb\x00"


@pytest.mark.parametrize(
    ("summary", "said"),
    [
        (Summary(valid=1), "conforms: 1 message"),
        (Summary(valid=2, warnings=1), "conforms: 2 messages, with 1 warning"),
        (Summary(valid=2, invalid=1, errors=7), "1 of 3 messages breaks the spec"),
        (Summary(valid=2, strays=2, errors=2), "does not conform: 2 lines without a message"),
        (
            Summary(valid=1, invalid=2, strays=1, errors=3),
            "2 of 3 messages break the spec; 1 line without a message",
        ),
    ],
)
def test_the_verdict(summary: Summary, said: str) -> None:
    assert conclusion(summary) == said


def test_the_verdict_on_what_broke_off() -> None:
    assert as_text(summary=Summary(valid=2), unreadable=1).endswith(
        "conforms: 2 messages, as far as could be read\n"
    )
    assert counts(Summary(heartbeats=2, strays=1)) == "0 messages, 1 line without a message, 2 heartbeats"
