"""Whole captures to verdicts: counts, order, processes, breaks; and no line is lost, whatever it is."""

from __future__ import annotations

import gzip
import io
import json
import multiprocessing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kernelwire.captures.capture import BLOCK_BYTES, CaptureError
from kernelwire.captures.judge import Judge
from kernelwire.captures.judging import judge_capture
from kernelwire.captures.verdicts import Summary, Verdict
from tests.made import PARTS, capture, frames, header, line, parts, stream, wire

CAPTURES = sorted((Path(__file__).parent / "captures").glob("*.jsonl.gz"))


def verdicts(data: bytes, **options: Any) -> tuple[Summary, list[Verdict]]:
    summary = Summary()
    return summary, list(judge_capture(io.BytesIO(data), summary=summary, **options))


def test_lines_are_counted_from_one_and_blank_ones_too() -> None:
    unknown = stream(header=header("no_such_thing"))
    data = capture(
        stream(), b"", b"nonsense", unknown, stream(content=[]), b" ", {"channel": "heartbeat", "frames": []}
    )
    summary, found = verdicts(data)
    assert [(verdict.line, verdict.kind) for verdict in found] == [
        (1, "valid"), (3, "none"), (4, "unknown"), (5, "invalid"), (7, "heartbeat"),
    ]  # fmt: skip
    assert summary == Summary(valid=1, invalid=1, unknown=1, heartbeats=1, strays=1, errors=2, warnings=1)
    assert summary.messages == 3
    assert [verdict.line for verdict in verdicts(data, everything=False)[1]] == [3, 4, 5]


@pytest.mark.parametrize(
    "data", [b"", b"\n\n", b"nonsense\n{}\n", gzip.compress(b"", mtime=0), b"x" * 3000, b"[]\n" * 3000]
)
def test_what_holds_no_message_is_no_capture(data: bytes) -> None:
    with pytest.raises(CaptureError, match=r"no line of it is a message|holds no line"):
        verdicts(data)


@pytest.mark.parametrize("path", CAPTURES, ids=lambda path: path.name)
def test_what_processes_find_is_what_one_finds(path: Path) -> None:
    data = gzip.decompress(path.read_bytes())
    summary, found = verdicts(data)
    assert len(found) == len(data.splitlines())
    assert summary.messages > 50
    assert verdicts(data, jobs=2) == (summary, found)


def test_processes_keep_the_order_of_unlike_blocks() -> None:
    size = BLOCK_BYTES // 50
    data = capture(*(stream("x" * size if number % 97 < 40 else "") for number in range(1500)), b"nonsense")
    summary, found = verdicts(data, jobs=3)
    assert [verdict.line for verdict in found] == list(range(1, 1502))
    assert summary.valid == 1500


def test_processes_end_with_whoever_stops_asking() -> None:
    for _ in judge_capture(io.BytesIO(capture(*[stream()] * 5000)), jobs=2):
        assert multiprocessing.active_children()
        break
    for process in multiprocessing.active_children():
        process.join(30)
    assert not multiprocessing.active_children()


def test_what_came_before_a_break_is_judged_by_processes_too() -> None:
    data = gzip.compress(capture(*[stream(str(number)) for number in range(20000)]))[:-9]
    summary = Summary()
    with pytest.raises(CaptureError, match="breaks off after line "):
        list(judge_capture(io.BytesIO(data), jobs=2, summary=summary))
    assert summary.valid > 10000


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda children: st.lists(children) | st.dictionaries(st.text() | st.sampled_from(PARTS), children),
    max_leaves=8,
)
TEXTS = st.text(alphabet=st.characters(exclude_categories=[])).map(lambda text: json.dumps(text).encode())
RAW = st.binary() | JSON.map(lambda value: json.dumps(value).encode()) | TEXTS
KNOWN = ["frames", "channel", "direction", "key", "signature_scheme", "buffers", *PARTS]
LINES = st.one_of(
    st.binary().map(lambda data: data.replace(b"\n", b"")),
    st.dictionaries(st.sampled_from(KNOWN), JSON).map(line),
    st.builds(lambda **raw: line(wire(frames(parts(**raw)))), **dict.fromkeys(PARTS, RAW)),
    st.lists(st.binary(), max_size=9).map(lambda sent: line(wire(sent))),
)


@given(st.lists(LINES, max_size=6))
def test_whatever_comes_no_line_is_lost(lines: list[bytes]) -> None:
    judge = Judge()
    expected = [number for number, data in enumerate(lines, 2) if data.strip()]
    summary, found = verdicts(capture(stream(), *lines))
    assert [verdict.line for verdict in found] == [1, *expected]
    assert summary.messages + summary.heartbeats + summary.strays == len(found)
    for verdict in found[1:]:
        outcome = judge.line(lines[verdict.line - 2], verdict.line)
        assert outcome is not None
        assert repr(tuple(outcome)) == repr(tuple(verdict)[1:])
