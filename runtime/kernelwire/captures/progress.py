"""A progress bar on stderr, for files that take a while, where somebody is there to see it."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Generator
from contextlib import contextmanager

LONG = 8 << 20
"""From how many bytes on a file takes a while."""


@contextmanager
def progress_bar(path: str, wanted: bool) -> Generator[Callable[[int], object] | None, None, None]:
    """Gives what to tell how many bytes of the file are read; None where no bar is shown."""
    size = os.path.getsize(path) if os.path.isfile(path) else 0
    if not wanted or size < LONG or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}", markup=False), BarColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(os.path.basename(path), total=size)
        yield lambda done: bar.update(task, completed=done)
