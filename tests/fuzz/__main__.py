"""``python -m tests.fuzz [TARGET …]``: search with atheris, keep what is new, print how much was tried.

An input that breaks what must hold is kept as ``corpus/<target>/broken-…``, and the exit code is 1: mend
the code, then give the file a name that says what it was. Needs atheris, which `make fuzz` installs.
"""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.fuzz.kept import worth_keeping
from tests.fuzz.seeds import CORPUS, kept, made, words
from tests.fuzz.targets import TARGETS

_COMMAND = (sys.executable, "-m", "tests.fuzz.search")
_OPTIONS = ("-max_len=1500", "-timeout=20", "-rss_limit_mb=1500", "-print_final_stats=1")


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description="Fuzz, guided by coverage.")
    parser.add_argument(
        "targets", nargs="*", metavar="TARGET", help=f"of {', '.join(TARGETS)} (default: all)"
    )
    parser.add_argument("--seconds", type=int, default=30, metavar="N", help="of each target (default: 30)")
    parser.add_argument("--runs", type=int, default=-1, metavar="N", help="of each target, at most")
    parser.add_argument(
        "--seed", type=int, default=time.time_ns() % 10**9, help="(default: another each time)"
    )
    options = parser.parse_args()
    if odd := [name for name in options.targets if name not in TARGETS]:
        parser.error(f"no target {odd[0]!r}; there are {', '.join(TARGETS)}")
    total, broken = 0, False
    for name in options.targets or TARGETS:
        runs, failed = fuzz(name, options.seconds, options.runs, options.seed)
        total += runs
        broken |= failed
        print(f"{name:9}{runs:>12,} executions{'  BROKEN' * failed}", flush=True)
    print(f"{'in sum':9}{total:>12,} executions, seed {options.seed}")
    return int(broken)


def fuzz(name: str, seconds: int, runs: int, seed: int) -> tuple[int, bool]:
    """Search one target; gives the executions, and whether it failed."""
    with tempfile.TemporaryDirectory() as folder:
        found, dictionary = Path(folder, "found"), Path(folder, "words")
        found.mkdir()
        dictionary.write_text("".join(f'"{_quoted(word)}"\n' for word in words()))
        for index, data in enumerate([*made(name), *kept(name).values()]):
            (found / f"seed-{index}").write_bytes(data)
        log = Path(folder, "log")
        with log.open("wb") as out:
            done = subprocess.run(
                [
                    *_COMMAND, name, *_OPTIONS, f"-max_total_time={seconds}", f"-runs={runs}", found,
                    f"-seed={seed % 2**32}", f"-dict={dictionary}", f"-artifact_prefix={folder}/broken-",
                ],
                stdout=out, stderr=out, check=False,
            )  # fmt: skip
        said = log.read_text(errors="replace")
        home = CORPUS / name
        home.mkdir(parents=True, exist_ok=True)
        if done.returncode:
            print(said[-6000:])
            for path in Path(folder).glob("broken-*"):
                shutil.copy(path, home / path.name[:23])
        for new, data in worth_keeping(name, [path.read_bytes() for path in found.glob("*")]).items():
            (home / new).write_bytes(data)
        counted = re.findall(r"number_of_executed_units: (\d+)", said) or re.findall(r"^#(\d+)", said, re.M)
        return int(counted[-1]) if counted else 0, bool(done.returncode)


def _quoted(word: str) -> str:
    return word.replace("\\", "\\\\").replace('"', '\\"')


if __name__ == "__main__":
    sys.exit(main())
