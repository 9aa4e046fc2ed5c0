"""`judge_capture`: from a path to verdicts, as a library call. The command line stands on it: see `cli`."""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Iterator
from contextlib import closing
from typing import BinaryIO

from kernelwire.captures.capture import STDIN, Block, CaptureError, Stretch, blocks, open_capture, stretches
from kernelwire.captures.judge import Judge, Settings
from kernelwire.captures.verdicts import Outcome, Summary, Verdict

_HELD = 1000
"""How many findings are held back before the first message is seen: without any, the input is no capture at
all."""


def judge_capture(
    source: str | os.PathLike[str] | BinaryIO,
    settings: Settings | None = None,
    *,
    jobs: int = 1,
    summary: Summary | None = None,
    everything: bool = True,
    progress: Callable[[int], object] | None = None,
) -> Iterator[Verdict]:
    """Judge a capture, line by line, in its order and in constant memory.

    ``source`` is a path, ``"-"`` for standard input, or a binary stream; gzip is known by its first bytes.
    Gives a verdict for each line that is not blank, or, if not ``everything``, where there is a problem.
    Counts go to ``summary``. ``jobs`` processes judge. ``progress`` is told how many bytes have been read.

    Raises SettingsError for settings that cannot be met; CaptureError if the source cannot be read, or not
    further (all lines before have been judged), or if no line of it holds a message (nothing was given
    then, unless it was more than a thousand findings).

    >>> for verdict in judge_capture("session.jsonl.gz", everything=False):
    ...     print(verdict.line, verdict.msg_type, verdict.problems)
    """
    settings = settings or Settings()
    file = os.fspath(source) if isinstance(source, (str, os.PathLike)) else "-"
    counted = summary if summary is not None else Summary()
    before = counted.messages + counted.heartbeats
    held: list[Verdict] | None = []
    with open_capture(source) as (stream, below):
        judge = Judge(settings)  # settings that cannot be met are told before any process starts
        by_name = isinstance(source, (str, os.PathLike)) and file != STDIN
        parts = stretches(file, stream) if jobs > 1 and by_name else None
        if parts is not None:
            results = _judged_by_others(_so_far(parts, progress), settings, everything, jobs)
        elif jobs > 1:
            results = _judged_by_others(_told(blocks(stream), below, progress), settings, everything, jobs)
        else:
            told = _told(blocks(stream), below, progress)
            results = (judge.block(block, everything) for block in told)
        with closing(results):  # at once, not when this frame is dropped: workers are to end
            for part, outcomes in results:
                counted.add(part)
                if held is not None:
                    held += [Verdict(file, *outcome) for outcome in outcomes]
                    if counted.messages + counted.heartbeats > before or len(held) > _HELD:
                        yield from held
                        held = None
                    continue
                for outcome in outcomes:
                    yield Verdict(file, *outcome)
    if counted.messages + counted.heartbeats == before:
        raise CaptureError("no line of it is a message" if held or held is None else "holds no line")


def _judged_by_others(
    tasks: Iterator[Block] | Iterator[Stretch], settings: Settings, everything: bool, jobs: int
) -> Generator[tuple[Summary, list[Outcome]], None, None]:
    from kernelwire.captures.workers import judge_tasks  # multiprocessing, only for those who ask for it

    return judge_tasks(tasks, settings, everything, jobs)


def _so_far(parts: Iterator[Stretch], progress: Callable[[int], object] | None) -> Iterator[Stretch]:
    """The same, telling how far the file has been given out."""
    for part in parts:
        yield part
        if progress is not None:
            progress(part.end)


def _told(
    lines: Iterator[Block], below: BinaryIO, progress: Callable[[int], object] | None
) -> Iterator[Block]:
    """The same, telling how far the file has been read."""
    for block in lines:
        yield block
        if progress is not None and below.seekable():
            progress(below.tell())
