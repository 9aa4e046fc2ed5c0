"""Captures judged in other processes, results in the order of the input.

Of a plain file, workers are told which stretch to read themselves; of what is packed or comes through a pipe,
they are sent the blocks. They have one task at a time: so a pipe never fills at both ends, memory stays
constant, and a worker whose parent is gone reads the end of its pipe and goes, too. Workers ignore Ctrl-C;
the parent stops them.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager
from multiprocessing import connection, get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any, TypeAlias

from kernelwire.captures.capture import Block, CaptureError, Stretch, stretch_blocks
from kernelwire.captures.judge import Judge, Settings
from kernelwire.captures.verdicts import Outcome, Summary

_AHEAD = 4
"""So many blocks a worker, on average, may be under way: results that wait for their turn stay few."""

Pipe: TypeAlias = "Connection[Any, Any]"
Result: TypeAlias = tuple[Summary, list[Outcome]]
Task: TypeAlias = Block | Stretch
Answer: TypeAlias = tuple[Summary, list[Outcome], int]
"""A result, and how many lines it is of, where they were counted from 1."""


def judge_tasks(
    tasks: Iterable[Task], settings: Settings, everything: bool, jobs: int
) -> Generator[Result, None, None]:
    """The results of `Judge.block`, in order; ``jobs`` processes do the work.

    Raises what ``tasks`` raises, after the results of all before that; CaptureError if a worker dies.
    """
    before = 0
    with _started(settings, everything, jobs) as workers:
        for summary, outcomes, lines in _in_order(iter(tasks), workers):
            if before:
                outcomes = [outcome._replace(line=outcome.line + before) for outcome in outcomes]
            before += lines
            yield summary, outcomes


def _in_order(tasks: Iterator[Task], workers: list[Pipe]) -> Iterator[Answer]:
    idle: list[Any] = list(workers)
    busy: dict[Any, int] = {}
    done: dict[int, Answer] = {}
    sent = told = 0
    failure: Exception | None = None
    while True:
        # First of all: whoever takes the results takes his time.
        while idle and failure is None and sent - told < _AHEAD * len(workers):
            try:
                task = next(tasks, None)
            except Exception as error:  # what came before it is judged first
                failure = error
                break
            if task is None:
                break
            worker = idle.pop()
            _send(worker, task)
            busy[worker], sent = sent, sent + 1
        if told in done:
            yield done.pop(told)
            told += 1
        elif not busy:
            break
        for worker in connection.wait(list(busy), 0 if told in done else None) if busy else ():
            done[busy.pop(worker)] = _receive(worker)
            idle.append(worker)
    if failure is not None:
        raise failure


def _send(worker: Pipe, task: Task) -> None:
    try:
        worker.send(task)
    except OSError:
        raise CaptureError("a worker process died; try again with --jobs 1") from None


def _receive(worker: Any) -> Answer:
    try:
        result: Answer = worker.recv()
    except (EOFError, OSError):
        raise CaptureError("a worker process died; try again with --jobs 1") from None
    return result


@contextmanager
def _started(settings: Settings, everything: bool, jobs: int) -> Generator[list[Pipe], None, None]:
    # A fork has everything imported already; but it is unsafe beside threads.
    forks = sys.platform == "linux" and len(os.listdir("/proc/self/task")) == 1
    context = get_context("fork") if forks else get_context("spawn")
    processes: list[BaseProcess] = []
    pipes: list[Pipe] = []
    try:
        for _ in range(jobs):
            ours, theirs = context.Pipe()
            pipes.append(ours)
            inherited = [*pipes] if forks else []
            process = context.Process(
                target=_work, args=(theirs, inherited, settings, everything), daemon=True
            )
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


def _work(pipe: Pipe, inherited: list[Pipe], settings: Settings, everything: bool) -> None:
    """A worker's whole life. The parent's ends of pipes must not live on in it: none would ever end."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for other in inherited:
        other.close()
    judge = Judge(settings)
    try:
        while True:
            pipe.send(_judged(judge, pipe.recv(), everything))
    except (EOFError, OSError):
        pass  # the parent is done, or gone


def _judged(judge: Judge, task: Task, everything: bool) -> Answer:
    if isinstance(task, Block):
        return *judge.block(task, everything), 0
    total, outcomes, lines = Summary(), list[Outcome](), 0
    for block in stretch_blocks(task):
        summary, some = judge.block(block, everything)
        total.add(summary)
        outcomes += some
        lines += block.lines
    return total, outcomes, lines
