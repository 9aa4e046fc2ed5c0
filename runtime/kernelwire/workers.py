"""Blocks judged in other processes, results in the order of the input.

The blocks go through pipes, one at a time to each worker: so a pipe never fills at both ends, memory stays
constant, and a worker whose parent is gone reads the end of its pipe and goes, too. Workers ignore Ctrl-C;
the parent stops them.
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager
from multiprocessing import connection, get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any, TypeAlias

from kernelwire.capture import Block, CaptureError
from kernelwire.judge import Judge, Settings
from kernelwire.verdicts import Outcome, Summary

_AHEAD = 4
"""So many blocks a worker, on average, may be under way: results that wait for their turn stay few."""

Pipe: TypeAlias = "Connection[Any, Any]"
Result: TypeAlias = tuple[Summary, list[Outcome]]


def judge_blocks(
    blocks: Iterable[Block], settings: Settings, everything: bool, jobs: int
) -> Iterator[Result]:
    """The results of `Judge.block`, in order; ``jobs`` processes do the work.

    Raises what ``blocks`` raises, after the results of all blocks before that; CaptureError if a worker dies.
    """
    with _started(settings, everything, jobs) as workers:
        yield from _in_order(iter(blocks), workers)


def _in_order(blocks: Iterator[Block], workers: list[Pipe]) -> Iterator[Result]:
    idle: list[Any] = list(workers)
    busy: dict[Any, int] = {}
    done: dict[int, Result] = {}
    sent = told = 0
    failure: Exception | None = None
    block = None
    while True:
        if block is None and failure is None:
            try:
                block = next(blocks, None)
            except Exception as error:  # the blocks before it are judged first
                failure = error
        if block is None and not busy:
            break
        if block is not None and idle and sent - told < _AHEAD * len(workers):
            worker = idle.pop()
            _send(worker, block)
            busy[worker], sent, block = sent, sent + 1, None
            continue
        for worker in connection.wait(list(busy)):
            done[busy.pop(worker)] = _receive(worker)
            idle.append(worker)
        while told in done:
            yield done.pop(told)
            told += 1
    if failure is not None:
        raise failure


def _send(worker: Pipe, block: Block) -> None:
    try:
        worker.send(block)
    except OSError:
        raise CaptureError("a worker process died; try again with --jobs 1") from None


def _receive(worker: Any) -> Result:
    try:
        result: Result = worker.recv()
    except (EOFError, OSError):
        raise CaptureError("a worker process died; try again with --jobs 1") from None
    return result


@contextmanager
def _started(settings: Settings, everything: bool, jobs: int) -> Generator[list[Pipe], None, None]:
    context = get_context("spawn")  # the same on every system, and safe beside threads
    processes: list[BaseProcess] = []
    pipes: list[Pipe] = []
    try:
        for _ in range(jobs):
            ours, theirs = context.Pipe()
            pipes.append(ours)
            process = context.Process(target=_work, args=(theirs, settings, everything), daemon=True)
            with _deaf():
                process.start()
            processes.append(process)
            theirs.close()
        yield pipes
    finally:
        for pipe in pipes:
            pipe.close()
        for started in processes:
            started.terminate()
        for started in processes:
            started.join()


@contextmanager
def _deaf() -> Generator[None, None, None]:
    """Ignore Ctrl-C for a moment: a process started meanwhile ignores it from its first breath on."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _work(pipe: Pipe, settings: Settings, everything: bool) -> None:
    """A worker's whole life."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    judge = Judge(settings)
    try:
        while True:
            pipe.send(judge.block(pipe.recv(), everything))
    except (EOFError, OSError):
        pass  # the parent is done, or gone
