"""Bytes to lines: no line is lost or torn, whatever the blocks; what cannot be read is said in one line."""

from __future__ import annotations

import gzip
import io
import random
import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kernelwire.captures.capture import Block, CaptureError, blocks, open_capture


def numbered(found: list[Block]) -> list[tuple[int, bytes | None]]:
    """Each line with its number; blocks that follow each other without a gap."""
    lines: list[tuple[int, bytes | None]] = []
    for block in found:
        texts = [None] if block.data is None else block.data.split(b"\n")
        assert block.first == len(lines) + 1
        assert len(texts) == block.lines
        lines += [(block.first + index, text) for index, text in enumerate(texts)]
    return lines


@given(
    lines=st.lists(st.binary(max_size=30).map(lambda data: data.replace(b"\n", b" "))),
    end=st.sampled_from([b"", b"\n"]),
    size=st.integers(3, 40),
    limit=st.integers(3, 60),
)
def test_every_line_comes_once_with_its_number(lines: list[bytes], end: bytes, size: int, limit: int) -> None:
    data = b"\n".join(lines) + end
    expected = data.removeprefix(b"\xef\xbb\xbf").split(b"\n")
    if not expected[-1]:
        expected.pop()
    found = numbered(list(blocks(io.BytesIO(data), size=size, max_line=limit)))
    assert found == [
        (number, text if len(text) <= limit else None) for number, text in enumerate(expected, 1)
    ]


def test_a_byte_order_mark_at_the_start_is_dropped() -> None:
    assert numbered(list(blocks(io.BytesIO(b"\xef\xbb\xbfa\nb")))) == [(1, b"a"), (2, b"b")]


class Dribble(io.BytesIO):
    """Gives no more than a few bytes at once, as a pipe may."""

    def __init__(self, data: bytes, most: int) -> None:
        super().__init__(data)
        self._most = most

    def read(self, size: int | None = -1) -> bytes:
        return super().read(self._most if size is None or size < 0 else min(size, self._most))


@pytest.mark.parametrize("most", [1, 2, 3, 4])
@pytest.mark.parametrize("data", [b"\xef\xbb\xbfa\nb", b"\xef\xbb\xbf", b"\xef\xbb", b"\xef\xbb\n", b"a\nb"])
def test_a_byte_order_mark_that_comes_alone_is_no_end(data: bytes, most: int) -> None:
    with open_capture(io.BytesIO(data)) as (whole, _), open_capture(Dribble(data, most)) as (stream, _):
        assert numbered([*blocks(stream)]) == numbered([*blocks(whole)])


class Endless(io.RawIOBase):
    """One line that never ends, and how much of it was asked for."""

    asked = 0

    def read(self, size: int = -1) -> bytes:
        self.asked += size
        return b"x" * size if self.asked < 1 << 26 else b""


def test_a_line_that_is_too_long_is_not_kept() -> None:
    (block,) = blocks(Endless(), size=1 << 20, max_line=1 << 22)  # type: ignore[arg-type]
    assert block == Block(1, None, 1)


@pytest.mark.parametrize("pack", [bytes, gzip.compress], ids=["plain", "gzip"])
@pytest.mark.parametrize("form", ["path", "stream"])
def test_gzip_is_known_by_its_first_bytes(tmp_path: Path, pack: type[bytes], form: str) -> None:
    data = b"one\ntwo\n" * 1000
    path = tmp_path / "misnamed.txt"
    path.write_bytes(pack(data))
    with path.open("rb") as raw, open_capture(path if form == "path" else raw) as (stream, _):
        assert len(numbered(list(blocks(stream, size=700)))) == 2000


@pytest.mark.parametrize("data", [b"", b"\x1f", b"a"])
def test_the_shortest_inputs(data: bytes) -> None:
    with open_capture(io.BytesIO(data)) as (stream, _):
        assert numbered(list(blocks(stream))) == ([(1, data)] if data else [])


def test_a_gzip_stream_that_only_begins() -> None:
    assert torn(b"\x1f\x8b") == (
        0,
        "breaks off before its first line is whole: the end of the gzip stream is missing",
    )


def test_members_of_gzip_one_after_the_other(tmp_path: Path) -> None:
    path = tmp_path / "two.gz"
    path.write_bytes(gzip.compress(b"one\n") + gzip.compress(b"two\n"))
    with open_capture(path) as (stream, _):
        assert numbered(list(blocks(stream))) == [(1, b"one"), (2, b"two")]


def torn(data: bytes) -> tuple[int, str]:
    """How many lines came out of a gzip stream, and the error that ended it."""
    lines = 0
    with open_capture(io.BytesIO(data)) as (stream, _), pytest.raises(CaptureError) as caught:
        for block in blocks(stream):
            lines += block.lines
    return lines, str(caught.value)


LETTERS = random.Random(1)
LINES = b"".join(b"%x\n" % LETTERS.getrandbits(400) for _ in range(2000))
PACKED = gzip.compress(LINES)


@pytest.mark.parametrize("share", [0.01, 0.3, 0.5, 0.99])
def test_all_that_comes_before_the_break_of_a_gzip_stream_is_read(share: float) -> None:
    data = PACKED[: int(len(PACKED) * share)]
    whole = zlib.decompressobj(wbits=31).decompress(data).count(b"\n")
    assert whole
    assert torn(data) == (whole, f"breaks off after line {whole}: the end of the gzip stream is missing")


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (PACKED[:-8] + bytes(8), "CRC check failed"),
        (PACKED + b"more", "Not a gzipped file"),
        (PACKED + b"\x1f\x8b\x09" + bytes(7), "Unknown compression method"),
    ],
)
def test_all_that_comes_before_a_bad_end_of_a_gzip_stream_is_read(data: bytes, why: str) -> None:
    lines, error = torn(data)
    assert lines == 2000
    assert error.startswith(f"cannot be read further after line 2000: {why}")


def test_nearly_all_that_comes_before_damage_in_a_gzip_stream_is_read() -> None:
    half = zlib.compressobj(wbits=31)
    data = half.compress(LINES) + half.flush(zlib.Z_FULL_FLUSH) + b"\xff" * 9
    lines, error = torn(data)
    assert 1800 < lines <= 2000
    assert error.startswith(f"cannot be read further after line {lines}: Error -3")


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("nothing.jsonl", "cannot be opened: No such file or directory"),
        (".", "is a directory"),
        ("a\0b", "cannot be opened"),
        ("x" * 5000, "cannot be opened: File name too long"),
    ],
)
def test_no_capture_at_all(tmp_path: Path, path: str, why: str) -> None:
    with pytest.raises(CaptureError, match=why), open_capture(tmp_path / path):
        pass
