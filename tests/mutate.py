"""Mutation check of our own tests: break templates or generator in one place at a time; does a test tell?

    python -m tests.mutate --sample 40 --seed 1

Works on a copy in a temporary folder, one process at a time: one mutation, everything generated anew, the
fast tests until one fails, everything as it was. Each mutant is then

- ``killed``: a test failed, or nothing could be generated, or it took too long;
- ``survived``: all tests passed. Either the mutant changes nothing that counts, or a test is missing. "same
  output" beside it: what is emitted is the same, only another input or a refusal could tell;
- ``no effect``: a template was changed, and the emitted code is the same (docstrings aside), for our own
  schemas, for message types of a user's own, and for a version that takes some away.

The drift check is left out: it tells of any change of what is emitted, right or wrong.
"""

from __future__ import annotations

import argparse
import ast
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from tests.conftest import ROOT
from tests.mutants import FILES, Mutant, mutants, sampled

COPIED = ("schemas", "templates", "generator", "generated", "runtime", "tests")
QUICK_FIRST = (
    *("fields", "checks", "bundle", "validate", "tables", "mime", "names", "rules"),
    *("schemas", "content", "oracle", "removes", "generate"),
)
DRIFT = "tests/test_generate.py::test_what_is_checked_in_is_what_the_schemas_say"
PYTEST = (
    *("-m", "pytest", "-x", "-q", "--tb=no", "-p", "no:cacheprovider", "--hypothesis-seed=0"),
    *("--deselect", DRIFT, *(f"tests/test_{name}.py" for name in QUICK_FIRST)),
)
GENERATE = """
import json, shutil, sys
from pathlib import Path
from kernelwire_codegen.commands import main
from kernelwire_codegen.emit import write
from kernelwire_codegen.load import load
from kernelwire_codegen.render import render
from tests.test_generate import acme_schemas

less = Path("probe/schemas/v5.99")
shutil.copytree("schemas", less.parent, dirs_exist_ok=True)
less.mkdir(exist_ok=True)
removes = ["urn:kernelwire:stream", "urn:kernelwire:kernelspec"]
facts = {"version": "5.99", "status": "draft", "removes": removes}
(less / "protocol.json").write_text(json.dumps(facts), encoding="utf-8")
own = ["generate", str(acme_schemas(Path("probe/acme"))), "-o", "probe/acme_messages"]
failed = main(["generate"]) or main(own)
write(render(load(less.parent), Path("templates"), "less_messages", "", ""), Path("probe/less_messages"))
sys.exit(failed)
"""
"""Makes our package, one with message types of a user's own, and one of a version that takes some away."""


class Workshop:
    """A copy of the checkout, in which one mutant lives after another; no step takes more than ``timeout``
    seconds.
    """

    def __init__(self, home: Path, timeout: float) -> None:
        self.home, self.timeout = home, timeout
        ignored = shutil.ignore_patterns("__pycache__", "captures", "recording")
        for name in COPIED:
            shutil.copytree(ROOT / name, home / name, ignore=ignored)
        shutil.copy(ROOT / "pyproject.toml", home)
        path = os.pathsep.join(str(home / name) for name in ("generated", "runtime", "generator"))
        self.environment = {**os.environ, "PYTHONPATH": path, "PYTHONIOENCODING": "utf-8"}
        self.emitted: dict[Path, str] = {}

    def run(self, *arguments: str) -> tuple[int | None, str]:
        """Run Python in the copy: the exit code (None: it took too long) and what it said."""
        log = self.home / "said.txt"
        with log.open("wb") as said:
            process = subprocess.Popen(
                [sys.executable, *arguments],
                cwd=self.home,
                env=self.environment,
                stdout=said,
                stderr=said,
                start_new_session=True,
            )
            code: int | None = None
            try:
                code = process.wait(self.timeout)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)  # and what it started
                process.wait()
        return code, log.read_text(encoding="utf-8", errors="replace")

    def baseline(self) -> str:
        """Generate and test without a mutation, to compare with; what is wrong with that, or nothing."""
        for arguments in (("-c", GENERATE), PYTEST):
            code, said = self.run(*arguments)
            if code:
                return said
            if code is None:
                return f"without a mutation it takes more than {self.timeout:.0f} s; see --timeout"
        self.emitted = self._emitted()
        return ""

    def judge(self, mutant: Mutant) -> tuple[str, str]:
        """The fate of one mutant, and how that came. The copy is then as it was before."""
        path = self.home / mutant.file
        path.write_text(mutant.changed, encoding="utf-8")
        try:
            self._forget()
            return self._fate(is_template=path.suffix == ".jinja2")
        finally:
            path.write_text(mutant.text, encoding="utf-8")
            for file, text in self.emitted.items():
                file.write_text(text, encoding="utf-8")
            self._forget()

    def _fate(self, *, is_template: bool) -> tuple[str, str]:
        code, said = self.run("-c", GENERATE)
        if code != 0:
            return "killed", "too slow to generate" if code is None else f"no output: {_last_line(said)}"
        emitted = self._emitted()
        same = {*emitted} == {*self.emitted} and all(
            _meaning(text) == _meaning(self.emitted[file]) for file, text in emitted.items()
        )
        if same and is_template:
            return "no effect", ""
        code, said = self.run(*PYTEST)
        if code == 0:
            return "survived", "same output" if same else ""
        failed = re.search(r"^(?:FAILED|ERROR) (.+?)(?: - .*)?$", said, re.M)
        return "killed", "too slow" if code is None else failed[1] if failed else _last_line(said)

    def _emitted(self) -> dict[Path, str]:
        folders = ("generated/jupyter_messages", "probe/acme_messages", "probe/less_messages")
        paths = (path for folder in folders for path in sorted((self.home / folder).glob("*.py")))
        return {path: path.read_text(encoding="utf-8") for path in paths}

    def _forget(self) -> None:
        """Remove what was compiled or found before: a mutant may be of the same size and second."""
        for cache in [*self.home.rglob("__pycache__"), self.home / ".hypothesis"]:
            if "tests" not in cache.parts:
                shutil.rmtree(cache, ignore_errors=True)


def _meaning(text: str) -> str:
    """Emitted code without what only people read."""
    tree = ast.parse(text)
    for node in ast.walk(tree):
        for block in ("body", "orelse"):
            statements = getattr(node, block, None)
            if isinstance(statements, list):
                said = [each for each in statements if not _is_text(each)]
                setattr(node, block, said)
    return ast.dump(tree)


def _is_text(statement: ast.AST) -> bool:
    return isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)


def _last_line(said: str) -> str:
    lines = said.strip().splitlines()
    return lines[-1][:120] if lines else "nothing was said"


def main(arguments: Sequence[str] | None = None) -> int:
    """The command line; the exit code is 0 whatever survives, 2 if the tests fail without a mutation."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.mutate",
        description=(__doc__ or "").partition("\n\n")[0],
        epilog="All of them take hours; a sample of 40 takes about 15 minutes.",
    )
    parser.add_argument("--sample", type=int, metavar="N", help="only N mutants, the files in turn")
    parser.add_argument("--seed", type=int, default=0, metavar="S", help="which sample (default: 0)")
    parser.add_argument("--only", default="", metavar="TEXT", help="only files with TEXT in their path")
    parser.add_argument("--line", type=int, metavar="L", help="only mutants of this line; goes with --only")
    parser.add_argument(
        "--timeout", type=float, default=150, metavar="SECONDS", help="for each step of a mutant (150)"
    )
    parser.add_argument("--minutes", type=float, metavar="M", help="begin no mutant after so many minutes")
    parser.add_argument("--list", action="store_true", help="print the mutants, run nothing")
    options = parser.parse_args(arguments)

    with tempfile.TemporaryDirectory(prefix="mutants-") as name:
        workshop = Workshop(Path(name), options.timeout)
        # Of the copy, since somebody may be working on the checkout.
        found = {file: mutants(workshop.home, file) for file in FILES if options.only in file}
        if options.line:
            found = {
                file: [each for each in some if each.line == options.line] for file, some in found.items()
            }
        chosen = [each for some in found.values() for each in some]
        total = len(chosen)
        if options.sample is not None:
            chosen = sampled(found, options.sample, options.seed)
        if not options.list:
            return _run(workshop, chosen, total, options.minutes)
        print(*chosen, f"{len(chosen)} of {total} mutants", sep="\n")
    return 0


def _run(workshop: Workshop, chosen: list[Mutant], total: int, minutes: float | None) -> int:
    began = time.monotonic()
    if wrong := workshop.baseline():
        print(wrong, "The tests must pass before they are tried.", sep="\n", file=sys.stderr)
        return 2
    print(f"{len(chosen)} of {total} mutants; all tests pass in {time.monotonic() - began:.0f} s", flush=True)
    fates: Counter[str] = Counter()
    survivors: list[Mutant] = []
    for number, mutant in enumerate(chosen, 1):
        if minutes is not None and time.monotonic() - began > 60 * minutes:
            print(f"time is up after {number - 1} mutants")
            break
        start = time.monotonic()
        fate, how = workshop.judge(mutant)
        fates[fate] += 1
        if fate == "survived":
            survivors.append(mutant)
        took = time.monotonic() - start
        print(f"[{number}/{len(chosen)} {took:.0f} s] {fate}{how and f' ({how})'}: {mutant}", flush=True)
    judged = fates["killed"] + fates["survived"]
    print("\nSurvivors:" if survivors else "\nNo survivors.", *survivors, sep="\n")
    print(
        f"\n{fates['killed']} of {judged} killed ({fates['killed'] / max(judged, 1):.0%}),"
        f" {fates['survived']} survived, {fates['no effect']} without effect;"
        f" {(time.monotonic() - began) / 60:.0f} min"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
