"""Record what real kernels say: the captures in `tests/captures/` are made by this package.

    python -m tests.recording --kernel python3 --out tests/captures

`record(kernel_name)` does the same from code. `scenario.py` is what is asked, `snippets/` how
each language says it, `player.py` plays it, `recorder.py` keeps the frames, `kernels.py` starts and
stops the kernel, `wire.py` signs and writes, `tap.py` listens to jupyter_client. Nothing of the
runtime under test is used here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from tests.recording.kernels import launched
from tests.recording.player import Player, Report
from tests.recording.recorder import Recorder
from tests.recording.scenario import FULL, MEDIUM, QUICK
from tests.recording.steps import AnyStep
from tests.recording.wire import Json, decoded, read_capture, write_capture

__all__ = [
    "FULL",
    "MEDIUM",
    "QUICK",
    "Recorder",
    "decoded",
    "launched",
    "read_capture",
    "record",
    "write_capture",
]


def record(
    kernel_name: str,
    steps: Iterable[AnyStep] = FULL,
    out: Path | None = None,
    *,
    home: Path | None = None,
    folders: Sequence[Path] | None = None,
    report: Report = lambda line: None,
) -> list[Json]:
    """Start a kernel, play the steps, stop it; returns the capture's lines in the wire form.

    `out`: also write them to this file (`.jsonl` or `.jsonl.gz`). `home`: the kernel's home folder,
    which must not exist and will not exist afterwards; a temporary one by default. `folders`: where
    to look for the kernelspec, instead of Jupyter's own search path. `report` gets progress lines.
    Raises `jupyter_client.kernelspec.NoSuchKernel`, and `RuntimeError` when the
    kernel said nothing at all, `AssertionError` when it does not echo a heartbeat.
    """
    with launched(kernel_name, home, folders) as kernel, Recorder(kernel.connection) as recorder:
        Player(recorder, kernel_name, report, lambda: kernel.alive).play(steps)
        if not any(line["direction"] == "from_kernel" for line in recorder.lines):
            raise RuntimeError(f"{kernel_name} said nothing. It wrote:\n{kernel.stderr_tail()}")
        if out is not None:
            recorder.write(out)
        return recorder.lines
