"""How long it takes to start: to import, and to generate, also with many more schemas than there are."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from functools import partial
from pathlib import Path

from benchmarks.contest import contest
from benchmarks.tables import Table
from kernelwire_codegen import assets
from kernelwire_codegen.load import load
from kernelwire_codegen.render import render

if sys.platform != "win32":
    import resource

ROUNDS = 10
MORE = (0, 40, 80)
"""How many schemas are added to those there are."""
_IMPORTS = (
    "import dataclasses, enum, re, typing",  # what the next one needs of the standard library
    "import jupyter_messages",
    "import kernelwire",
    "from kernelwire import Signer, decode_frames",
    "from kernelwire import launch",
    "import jupyter_client",
)


def main(quick: bool = False) -> list[Table]:
    """All tables. ``quick`` only shows that they can be made, and generates nothing."""
    return [_imports(1)] if quick else [_imports(ROUNDS), _generating(MORE)]


def _imports(rounds: int) -> Table:
    # With the bytecode at hand, as it is for users: the first turn writes it, and does not count.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}

    def run(code: str) -> None:
        subprocess.run([sys.executable, "-c", code], check=True, env=environment)

    found = contest([partial(run, code) for code in ("pass", *_IMPORTS)], rounds, _time_of_children)
    alone = found[0]
    rows = [
        ("", "best, ms", "median, ms"),
        ("the interpreter", f"{alone.best * 1e3:.0f}", f"{alone.median * 1e3:.0f}"),
    ]
    for code, times in zip(_IMPORTS, found[1:], strict=True):
        best, median = times.best - alone.best, times.median - alone.median
        rows.append((f"`{code}`, beyond it", f"{best * 1e3:.0f}", f"{median * 1e3:.0f}"))
    return Table(
        "Imports", rows, "Time on the clock." if sys.platform == "win32" else "Time of the processor."
    )


def _generating(counts: tuple[int, ...]) -> Table:
    rows = [("schemas added", "seconds", "per added schema, ms")]
    first = 0.0
    for count in counts:
        taken = _generate(count)
        first = first or taken
        rows.append((str(count), f"{taken:.2f}", f"{(taken - first) / count * 1e3:.0f}" if count else ""))
    return Table("Generating the package", rows, "Time of the processor, without that of ruff.")


def _time_of_children() -> float:
    if sys.platform == "win32":  # where nothing tells of children that have ended
        return time.perf_counter()
    used = resource.getrusage(resource.RUSAGE_CHILDREN)  # os.times counts in hundredths of a second
    return used.ru_utime + used.ru_stime


def _generate(count: int) -> float:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "schemas"
        shutil.copytree(assets.folder("schemas"), folder)
        template = json.loads((folder / "v5.0" / "execute_result.json").read_text(encoding="utf-8"))
        for number in range(count):
            more = {**template, "$id": f"urn:kernelwire:more{number}_result", "title": f"More{number}Result"}
            (folder / "v5.0" / f"more{number}_result.json").write_text(json.dumps(more), encoding="utf-8")
        start = time.process_time()
        render(load(folder), assets.folder("templates"), "jupyter_messages", "schemas/", "make generate")
        return time.process_time() - start
