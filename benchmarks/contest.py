"""Who is faster, and by how much: contestants take turns, so that what disturbs one disturbs all."""

from __future__ import annotations

import gc
import math
import statistics
import time
from collections.abc import Callable, Sequence
from typing import NamedTuple

Contestant = Callable[[], object]


class Times(NamedTuple):
    """Seconds of one turn: the best of all rounds, and the median."""

    best: float
    median: float


def contest(
    contestants: Sequence[Contestant], rounds: int, clock: Callable[[], float] = time.thread_time
) -> list[Times]:
    """Let each take its turn, ``rounds`` times over, without the garbage collector. One turn is a warm-up.

    By default the time of the processor counts: on a machine with other things to do, who takes longer would
    be interrupted more often.
    """
    times: list[list[float]] = [[] for _ in contestants]
    for contestant in contestants:
        contestant()
    gc.collect()
    gc.disable()
    try:
        for _ in range(rounds):
            for contestant, taken in zip(contestants, times, strict=True):
                start = clock()
                contestant()
                taken.append(clock() - start)
    finally:
        gc.enable()
    return [Times(min(taken), statistics.median(taken)) for taken in times]


def mean(ratios: Sequence[float]) -> float:
    """The geometric mean."""
    return math.exp(sum(map(math.log, ratios)) / len(ratios))
