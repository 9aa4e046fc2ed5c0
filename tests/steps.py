"""How many steps the interpreter takes for something: seconds depend on the machine, these do not."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from types import FrameType
from typing import Any

Count = Callable[[Callable[[], object]], int]


def steps(work: Callable[[], object]) -> int:
    """The opcodes that are run, in any module; what C code does within one of them is not seen."""
    count = 0

    def trace(frame: FrameType, event: str, _: Any) -> Any:
        nonlocal count
        if event == "call":
            frame.f_trace_opcodes, frame.f_trace_lines = True, False
        count += event == "opcode"
        return trace

    outer = sys.gettrace()
    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(outer)
    return count


def calls(work: Callable[[], object]) -> int:
    """The functions that are called, those written in C included: quicker to count."""
    count = 0

    def told(frame: FrameType, event: str, _: Any) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    outer = sys.getprofile()
    sys.setprofile(told)
    try:
        work()
    finally:
        sys.setprofile(outer)
    return count


def assert_linear(work: Callable[[int], object], least: int, count: Count = steps) -> None:
    """Twice the size, twice the steps, at ``least`` × 2, 4 and 8: as much again takes as many again.

    A quadratic share would take four times as many more.
    """
    count(lambda: work(least))  # CPython 3.12 begins to count where it has been once; caches are filled
    small, middle, large = (count(partial(work, least * times)) for times in (2, 4, 8))
    assert large - middle <= 2.1 * max(middle - small, 0) + 5000, (small, middle, large)
