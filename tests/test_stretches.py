"""A file read in stretches, by several processes, is the file read at once."""

from __future__ import annotations

import gzip
import random
from pathlib import Path

import pytest

from kernelwire.captures import capture
from kernelwire.captures.capture import Stretch, blocks, open_capture, stretch_blocks, stretches
from kernelwire.captures.judging import judge_capture
from kernelwire.captures.verdicts import Summary
from tests.made import line, stream


def lines_at_once(path: Path) -> list[bytes]:
    with open_capture(path) as (stream_, _):
        return [each for block in blocks(stream_) for each in (block.data or b"").split(b"\n")]


def lines_in_stretches(path: Path, size: int) -> list[bytes]:
    found: list[bytes] = []
    total = path.stat().st_size
    for start in range(0, total, size):
        last = 0
        for block in stretch_blocks(Stretch(str(path), start, min(start + size, total))):
            assert block.data is not None
            assert block.first == last + 1
            some = block.data.split(b"\n")
            assert len(some) == block.lines
            last += block.lines
            found += some
    return found


@pytest.mark.parametrize("ending", [b"", b"\n", b"\n\n", b"\r\n"])
@pytest.mark.parametrize("start", [b"", b"\n", b"\xef\xbb\xbf"])
def test_no_line_is_lost_or_read_twice(tmp_path: Path, start: bytes, ending: bytes) -> None:
    chance = random.Random(1)
    path = tmp_path / "session.jsonl"
    text = b"\n".join(b"%d" % index * chance.choice((0, 1, 1, 2, 9, 40)) for index in range(60))
    path.write_bytes(start + text + ending)
    for size in range(5, 90, 2):
        assert lines_in_stretches(path, size) == lines_at_once(path), size


def test_lines_longer_than_stretches_and_pieces(tmp_path: Path) -> None:
    path = tmp_path / "session.jsonl"
    path.write_bytes(b"\n".join((b"a" * 100_000, b"\xef\xbb\xbfb", b"c" * 40_000, b"", b"d")))
    for size in (10, 16_384, 16_385, 99_999, 100_000, 100_001):
        assert lines_in_stretches(path, size) == lines_at_once(path), size


def test_verdicts_and_their_order_are_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(capture, "STRETCH_BYTES", 10_000)
    path = tmp_path / "session.jsonl"
    made = [stream(), stream(content={"name": "x"}), b"", b"no JSON", stream("x" * 30_000)]
    chance = random.Random(1)
    path.write_bytes(b"\n".join(line(chance.choice(made)) for _ in range(500)))
    for everything in (True, False):
        one, two = Summary(), Summary()
        told: list[int] = []
        expected = [*judge_capture(path, summary=one, everything=everything)]
        found = [*judge_capture(path, jobs=2, summary=two, everything=everything, progress=told.append)]
        assert found == expected
        assert one == two
        assert told[-1] == path.stat().st_size
        assert told == sorted(told)


def test_what_is_not_read_in_stretches(tmp_path: Path) -> None:
    short = tmp_path / "short.jsonl"
    short.write_bytes(line(stream()))
    with open_capture(short) as (stream_, _):
        assert stretches(str(short), stream_) is None
    long = tmp_path / "long.jsonl"
    long.write_bytes(b"\n" * (capture.STRETCH_BYTES + 1))
    with open_capture(long) as (stream_, _):
        parts = stretches(str(long), stream_)
        assert parts is not None
        assert [part.start for part in parts] == [0, capture.STRETCH_BYTES]

    packed = tmp_path / "packed.jsonl.gz"
    packed.write_bytes(gzip.compress(random.Random(1).randbytes(capture.STRETCH_BYTES + 1)))
    with open_capture(packed) as (stream_, _):
        assert stretches(str(packed), stream_) is None
