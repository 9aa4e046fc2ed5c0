"""How fast captures are judged: by us, and by others; in one process and in two; and in how much memory.

200,000 messages (20,000 different ones, ten times) in each form of a line; all judges take the same blocks in
turns, in one process; ratios are the median over the rounds. Ours is `Judge.block`, as the command uses it.
"""

from __future__ import annotations

import io
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import NamedTuple

from benchmarks.capture_lines import lines
from benchmarks.capture_peers import Peer, peers
from benchmarks.tables import Table
from kernelwire.captures.capture import Block, blocks
from kernelwire.captures.judge import Judge

OURS = "kernelwire"
LONG = "kernelwire, long road only"
FEW = 100  # lines of a block, for the slowest peers
_COMMAND = """
import resource, subprocess, sys
done = subprocess.run([sys.executable, "-m", "kernelwire", *sys.argv[1:]], stdout=subprocess.DEVNULL)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
sys.exit(done.returncode)
"""
"""A small process between, for a process begins with the memory of the one that starts it."""


class Size(NamedTuple):
    """How much is measured."""

    different: int
    """Messages."""
    times: int
    """How often all of them are judged in a round."""
    rounds: int
    big: int
    """Bytes of the capture that the command judges."""
    turns: int
    """How often it does."""


FULL = Size(20_000, 10, 5, 1 << 30, 3)
QUICK = Size(300, 1, 1, 1 << 20, 1)


def main(quick: bool = False) -> list[Table]:
    """All tables. ``quick`` only shows that they can be made."""
    size = QUICK if quick else FULL
    made = lines(size.different)
    tables = [_compared(form, some, size) for form, some in made.items()]
    return tables if sys.platform == "win32" else [*tables, _in_processes(made["decoded"], size)]


def _compared(form: str, some: list[bytes], size: Size) -> Table:
    parts = [*blocks(io.BytesIO(b"\n".join(some)))]
    ours, long = Judge(), Judge()
    long._shortcut = None  # what the short road is worth
    runs: dict[str, tuple[Callable[[int], object], int]] = {
        OURS: (lambda index: ours.block(parts[index], False), 1),
        LONG: (lambda index: long.block(parts[index], False), 10),
    }
    others, missing = peers(wire=form != "decoded")
    for name, (peer, part) in others.items():
        runs[name] = (_run(peer, parts, part), part)
    speeds: dict[str, list[float]] = {name: [] for name in runs}
    for _ in range(size.rounds):
        for name, speed in _round(runs, parts, size.times).items():
            speeds[name].append(speed)
    rows = [("", "messages/s", "ratio")]
    for name, found in speeds.items():
        ratio = median(theirs / us for theirs, us in zip(found, speeds[OURS], strict=True))
        rows.append((name, f"{max(found):,.0f}", f"{ratio:.2f}"))
    note = f"Not installed here: {', '.join(missing)}." if missing else ""
    return Table(f"Lines, {form}: {sum(map(len, some)) // len(some)} bytes each", rows, note)


def _round(
    runs: dict[str, tuple[Callable[[int], object], int]], parts: list[Block], times: int
) -> dict[str, float]:
    """Messages per second of the processor, by judge."""
    spent = dict.fromkeys(runs, 0.0)
    judged = dict.fromkeys(runs, 0)
    for index in range(len(parts) * times):
        for name, (run, part) in runs.items():  # block by block: what disturbs one, disturbs all
            if index % abs(part) == 0:
                begun = time.process_time()
                run(index % len(parts))
                spent[name] += time.process_time() - begun
                judged[name] += _lines_of(parts[index % len(parts)].lines, part)
    return {name: judged[name] / spent[name] for name in runs}


def _lines_of(lines: int, part: int) -> int:
    """How many lines of a block a peer is put to: all, or, where ``part`` is negative, some."""
    return lines if part > 0 else len(range(0, lines, lines // FEW + 1))


def _run(peer: Peer, parts: list[Block], part: int) -> Callable[[int], object]:
    """What puts a block to a peer: its lines are split within the time that is taken, as ours are."""

    def run(index: int) -> object:
        some = (parts[index].data or b"").split(b"\n")
        return peer(some if part > 0 else some[:: len(some) // FEW + 1])

    return run


def _in_processes(some: list[bytes], size: Size) -> Table:
    """One and two jobs on a big capture, in turns."""
    text = b"\n".join(some) + b"\n"
    spent: dict[int, list[float]] = {1: [], 2: []}
    memory: dict[int, int] = {1: 0, 2: 0}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "session.jsonl"
        with path.open("wb") as file:
            for _ in range(size.big // len(text) + 1):
                file.write(text)
        for _ in range(size.turns):
            for jobs, times in spent.items():
                begun = time.perf_counter()
                memory[jobs] = max(memory[jobs], _validated(path, jobs))
                times.append(time.perf_counter() - begun)
        whole = path.stat().st_size >> 20
    rows = [("", "seconds, best", "times as fast, median", "MB, largest process")]
    for jobs, times in spent.items():
        ratio = median(one / two for one, two in zip(spent[1], times, strict=True))
        rows.append((f"`--jobs {jobs}`", f"{min(times):.1f}", f"{ratio:.2f}", str(memory[jobs])))
    return Table(f"`kernelwire validate` on {whole:,} MB, decoded", rows, "Time on the clock.")


def _validated(path: Path, jobs: int) -> int:
    """Run the command; returns the MB of its largest process."""
    command = [sys.executable, "-c", _COMMAND, "validate", str(path), "--jobs", str(jobs)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1):
        raise RuntimeError(done.stderr)
    return int(done.stdout) * (1 if sys.platform == "darwin" else 1024) >> 20
