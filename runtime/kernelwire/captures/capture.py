"""Captures as files: where their bytes come from, and how these become lines.

Plain or gzip, by path or from standard input, read in blocks of whole lines, so that memory stays constant
and a block can go to another process as it is. What a line holds is not known here: see `lines`. Whether it
is legal: see `judge`.
"""

from __future__ import annotations

import gzip
import os
import sys
import zlib
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from typing import BinaryIO, NamedTuple, Protocol

from kernelwire.errors import KernelwireError

STDIN = "-"
"""The path that stands for standard input."""

BLOCK_BYTES = 1 << 19
"""How much is read at once."""

MAX_LINE_BYTES = 64 << 20
"""The longest line that is judged. One that is longer is passed over and told: memory stays below 300 MB that
way."""

STRETCH_BYTES = 1 << 20
"""How much of a file is judged at a time where several processes read it."""

_PIECE_BYTES = 1 << 14
"""How much is unpacked at once: so much may be lost where packed bytes turn out to be damaged."""

_GZIP = b"\x1f\x8b"
_BOM = b"\xef\xbb\xbf"


class CaptureError(KernelwireError):
    """The input cannot be read as a capture, wholly or from some line on."""


class Readable(Protocol):
    """Where bytes come from: a file, a pipe, a socket's file, what gzip packed."""

    def read(self, size: int, /) -> bytes:
        """Up to so many bytes; none at the end."""
        ...


class Block(NamedTuple):
    """Some whole lines of a capture."""

    first: int
    """The number of the first line, counted from 1."""
    data: bytes | None
    """The lines, newlines between them; None stands for one line that is too long to be held."""
    lines: int
    """How many lines these are."""


class Stretch(NamedTuple):
    """The lines of a file that begin between two places in it."""

    path: str
    start: int
    end: int


@contextmanager
def open_capture(path: str | os.PathLike[str] | BinaryIO) -> Generator[tuple[Readable, BinaryIO], None, None]:
    """Open a capture: a path, ``"-"`` for standard input, or a binary stream; gzip is known by its first
    bytes.

    Gives the stream to read and, to tell how far it has come, the one below it (the same where there is no
    gzip). Closes what it opened, and that only. Raises CaptureError, in one line, if there is no such file or
    if it is a directory.
    """
    if not isinstance(path, (str, os.PathLike)):
        with _unpacked(path) as stream:
            yield stream, path
    elif os.fspath(path) == STDIN:
        if sys.stdin is None:  # pyright: ignore[reportUnnecessaryComparison] - it is, where it was closed
            raise CaptureError("standard input is closed")
        with _unpacked(sys.stdin.buffer) as stream:
            yield stream, sys.stdin.buffer
    else:
        with _file(path) as raw, _unpacked(raw) as stream:
            yield stream, raw


def blocks(
    stream: Readable, *, size: int = BLOCK_BYTES, max_line: int = MAX_LINE_BYTES, bom: bytes = _BOM
) -> Iterator[Block]:
    """A stream's lines, in order and block by block; at most ``max_line`` + ``size`` bytes are held at any
    time.

    A byte order mark at the start is dropped, an end of the last line is not asked for. Raises CaptureError
    where the stream breaks off, after all lines that are whole; it says the number of the last one.
    """
    size = min(size, max_line)
    number = 1
    pieces: list[bytes] = []  # of the line that is not whole yet, unless it is too long
    held = 0  # its length so far
    data = _start(stream, size, bom)
    while data:
        cut = data.find(b"\n") + 1
        if held and cut:  # the end of that line; a block of its own, so that a long one is not copied again
            held += cut - 1
            pieces.append(data[: cut - 1])
            yield Block(number, b"".join(pieces) if held <= max_line else None, 1)
            number, held, data = number + 1, 0, data[cut:]
            pieces.clear()
        end = data.rfind(b"\n") + 1
        if end:
            count = data.count(b"\n")
            yield Block(number, data[: end - 1], count)
            number += count
        if end < len(data):
            held += len(data) - end
            pieces.append(data[end:])
            if held > max_line:
                pieces.clear()
        data = _read(stream, size, number - 1)
    if held:
        yield Block(number, b"".join(pieces) if held <= max_line else None, 1)


def stretches(path: str, stream: Readable) -> Iterator[Stretch] | None:
    """The stretches of an open capture; None if others cannot read it as it is, or if it is short."""
    if isinstance(stream, _Unpacked) or not os.path.isfile(path):
        return None
    size = os.path.getsize(path)
    if size <= STRETCH_BYTES:
        return None
    return (Stretch(path, start, min(start + STRETCH_BYTES, size)) for start in range(0, size, STRETCH_BYTES))


def stretch_blocks(stretch: Stretch) -> Iterator[Block]:
    """As `blocks`, for a stretch; its lines are counted from 1."""
    with _file(stretch.path) as raw:
        left = stretch.end - stretch.start
        if stretch.start:
            raw.seek(stretch.start - 1)
            passed = 0
            while passed <= left:  # the line that began before it
                piece = raw.readline(min(_PIECE_BYTES, left + 1 - passed))
                passed += len(piece)
                if not piece or piece.endswith(b"\n"):
                    break
            else:
                return
            left -= passed - 1
        if left > 0:
            yield from blocks(_Lines(raw, left), bom=b"" if stretch.start else _BOM)


class _Lines:
    """So many bytes of a file, and what comes after them up to the end of the line."""

    def __init__(self, raw: BinaryIO, left: int) -> None:
        self._raw = raw
        self._left = left
        self._whole = False

    def read(self, size: int, /) -> bytes:
        if self._left > 0:
            data = self._raw.read(min(size, self._left))
            self._left -= len(data) or self._left
            self._whole = data.endswith(b"\n")
            return data
        if self._whole:
            return b""
        data = self._raw.readline(min(size, _PIECE_BYTES))
        self._whole = data.endswith(b"\n")
        return data


def _start(stream: Readable, size: int, bom: bytes) -> bytes:
    """What comes first, without the byte order mark, be it that a read gives no more than that, or less."""
    data = _read(stream, size, 0)
    while data and bom.startswith(data) and (more := _read(stream, size, 0)):
        data += more
    return data.removeprefix(bom)


def _read(stream: Readable, size: int, last: int) -> bytes:
    where = f"after line {last}" if last else "before its first line is whole"
    try:
        return stream.read(size)
    except EOFError:
        raise CaptureError(f"breaks off {where}: the end of the gzip stream is missing") from None
    except (OSError, zlib.error) as error:
        raise CaptureError(f"cannot be read further {where}: {_reason(error)}") from None


@contextmanager
def _file(path: str | os.PathLike[str]) -> Generator[BinaryIO, None, None]:
    if os.path.isdir(path):  # some systems open directories, and fail at the first read
        raise CaptureError("is a directory; give the captures in it one by one")
    try:
        raw = open(path, "rb")  # noqa: SIM115 - an error of the body is not one of opening
    except (OSError, ValueError) as error:
        raise CaptureError(f"cannot be opened: {_reason(error)}") from None
    with raw:
        yield raw


@contextmanager
def _unpacked(raw: BinaryIO) -> Generator[Readable, None, None]:
    """The stream, or what gzip packed into it."""
    start = _Peeked(raw)
    if start.head != _GZIP:
        yield start
        return
    with gzip.GzipFile(fileobj=start, mode="rb") as packed:  # type: ignore[call-overload]
        yield _Unpacked(packed)


class _Unpacked:
    """What gzip packed, all that comes before a break included: `GzipFile.read` would lose it."""

    def __init__(self, packed: gzip.GzipFile) -> None:
        self._packed = packed
        self._failure: Exception | None = None

    def read(self, size: int, /) -> bytes:
        data = bytearray()
        while len(data) < size and self._failure is None:
            try:
                piece = self._packed.read1(min(size - len(data), _PIECE_BYTES))
            except (EOFError, OSError, zlib.error) as error:
                self._failure = error
                break
            if not piece:
                break
            data += piece
        if self._failure is not None and not data:
            raise self._failure
        return bytes(data)


class _Peeked:
    """A stream whose first two bytes were looked at. Asks for nothing but ``read``: a pipe or a socket's file
    will do."""

    def __init__(self, raw: BinaryIO) -> None:
        self._raw = raw
        first = _read(raw, 2, 0)
        self.head = self._unread = first if len(first) != 1 else first + _read(raw, 1, 0)

    def read(self, size: int = -1, /) -> bytes:
        if size < 0 or not self._unread:
            head, self._unread = self._unread, b""
            return head + self._raw.read(size)
        head, self._unread = self._unread[:size], self._unread[size:]
        return head if len(head) == size else head + self._raw.read(size - len(head))


def _reason(error: Exception) -> str:
    return (error.strerror or str(error)) if isinstance(error, OSError) else str(error)
