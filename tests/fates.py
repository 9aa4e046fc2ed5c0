"""What becomes of a mutant: one change in a copy of the checkout, generated anew, and the tests. POSIX only.

No choice of mutants here: see `tests.mutants` for what can be changed, `tests.mutate` for the command.
"""

from __future__ import annotations

import ast
import json
import os
import re
import shutil
import signal
import sys
import time
import traceback
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path

from tests.conftest import ROOT
from tests.mutants import Mutant

COPIED = ("schemas", "templates", "generator", "generated", "runtime", "tests")
_JUDGING = ("checks", "functions", "emitted_checks", "validate", "oracle", "own_types")
_CONVERTING = ("fields", "content", "round_trip", "own_types")
_MAKING = ("tables", "removes", "validate", "content", "names", "own_types")
RELEVANT = {
    **{"checks": _JUDGING, "validators": (*_JUDGING, "removes"), "statements": _JUDGING},
    **{"problems": ("problems", "validate", "content"), "verdict": ("verdict", "validate", "judge")},
    **{"converters": ("types", *_CONVERTING, "own_converters"), "support": ("support", "content")},
    **{"dataclass": _CONVERTING, "fields": _CONVERTING, "classes": ("classes", *_CONVERTING)},
    **dict.fromkeys(("init", "messages", "documents"), _MAKING),
    **{"contexts": ("contexts", "mime", *_MAKING), "model": ("model", "fast_readers", *_MAKING)},
    **{"tables": ("tables", "validate", "removes"), "mime": ("mime",), "render": ("commands", *_MAKING)},
    **{"load": ("loading", "merging", "schemas", "schemas_hostile"), "files": ("files", "schemas")},
    **{"merging": ("merging", "shapes", "shortcut"), "within": ("merging", "rules", "schemas", "own_types")},
    **{"bundle": ("bundle", "schemas"), "rules": ("rules",), "names": ("names", "own_types")},
    **dict.fromkeys(("shapes", "scalars"), ("shapes", "own_types", "shortcut")),
    **{"readers": ("fast_readers", "two_roads", "wire_names", "shortcut")},
    **{"conforming": ("conforming", "shapes", "wire_names", "shortcut", "removes")},
    **dict.fromkeys(("commands", "emit"), ("commands",)),
    **{"diff": ("diff",), "protocols": ("protocols", "loading")},
}
"""The tests that must tell, by the mutated file: the quick ones, in this order."""
LEFT_OUT = (
    "tests/test_generate.py::test_what_is_checked_in_is_what_the_schemas_say",
    "tests/test_oracle.py::test_a_small_campaign_finds_nothing",
)
PYTEST = (
    *("-x", "-q", "--tb=no", "--assert=plain", "-p", "no:cacheprovider", "--hypothesis-seed=0"),
    *(f"--deselect={name}" for name in LEFT_OUT),
)
WARM = (
    "datamodel_code_generator.config",
    "jinja2",
    "jsonschema",
    "msgspec",
    "pytest",
)
"""What every step imports and no mutant touches: imported once, before the steps fork off."""


def generate() -> int:
    """Make our package; the exit code."""
    from kernelwire_codegen.commands import main

    return main(["generate"])


def generate_others() -> int:
    """Make a package with message types of a user's own, and one of a version that takes some away."""
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
    failed = main(["generate", str(acme_schemas(Path("probe/acme"))), "-o", "probe/acme_messages"])
    package = render(load(less.parent), Path("templates"), "less_messages", "", "")
    write(package, Path("probe/less_messages"))
    return failed


def relevant(file: Path) -> tuple[str, ...]:
    """`RELEVANT` for a template or a module."""
    return RELEVANT[file.name.partition(".")[0]]


def run_tests(names: Sequence[str]) -> int:
    """Until one fails; the exit code."""
    import pytest

    return int(pytest.main([*PYTEST, *(f"tests/test_{name}.py" for name in names)]))


class Workshop:
    """A copy of the checkout, in which one mutant lives after another; no step takes more than ``timeout``
    seconds.
    """

    def __init__(self, home: Path, timeout: float) -> None:
        self.home, self.timeout = home, timeout
        names = ("", "generated", "runtime", "generator")
        self.ours = {"", *(str(ROOT / name).rstrip("/") for name in names)}
        ignored = shutil.ignore_patterns("__pycache__")
        for name in COPIED:
            shutil.copytree(ROOT / name, home / name, ignore=ignored)
        shutil.copy(ROOT / "pyproject.toml", home)
        self.emitted: dict[Path, str] = {}

    def run(self, step: Callable[[], int], patience: float = 1) -> tuple[int | None, str]:
        """Do a step in the copy, in a process of its own: its exit code and what it said. None: it took
        longer than ``patience`` times what it may.
        """
        log = self.home / "said.txt"
        child = os.fork()
        if not child:
            self._in_the_copy(log, step)
        ended = time.monotonic() + self.timeout * patience
        done = status = 0
        try:
            while not done and time.monotonic() < ended:
                time.sleep(0.02)
                done, status = os.waitpid(child, os.WNOHANG)
        finally:
            if not done:
                os.killpg(child, signal.SIGKILL)  # and what it started
                os.waitpid(child, 0)
        if not done:
            return None, ""
        code = os.waitstatus_to_exitcode(status)
        return code, log.read_text(encoding="utf-8", errors="replace")

    def _in_the_copy(self, log: Path, step: Callable[[], int]) -> None:
        """The rest of a forked process: nothing of the checkout is imported, nothing returns."""
        code = 3
        try:
            os.setsid()
            os.chdir(self.home)
            said = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
            os.dup2(said, 1)
            os.dup2(said, 2)
            paths = [str(self.home / name) for name in ("generated", "runtime", "generator")]
            os.environ.update(PYTHONPATH=os.pathsep.join(paths), PYTHONIOENCODING="utf-8")
            emitted = os.listdir("generated")
            ours = ("tests", "kernelwire", "kernelwire_codegen", *emitted)
            for name in [name for name in sys.modules if name.partition(".")[0] in ours]:
                del sys.modules[name]
            sys.path[:] = [*paths, str(self.home), *(path for path in sys.path if path not in self.ours)]
            code = step()
        except BaseException:  # whatever a mutant raises ends here
            traceback.print_exc()
        finally:
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(code if isinstance(code, int) else 3)  # what a mutant returns may be anything

    def baseline(self, files: Iterable[str]) -> str:
        """Generate and test without a mutation of ``files``, to compare with; what is wrong, or nothing."""
        every = [*dict.fromkeys(name for file in files for name in relevant(Path(file)))]
        for step in (generate, generate_others, partial(run_tests, every)):
            code, said = self.run(step, patience=5)
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
            return self._fate(path)
        finally:
            path.write_text(mutant.text, encoding="utf-8")
            for file, text in self.emitted.items():
                file.write_text(text, encoding="utf-8")
            self._forget()

    def _fate(self, path: Path) -> tuple[str, str]:
        is_template = path.suffix == ".jinja2"
        steps = (generate, generate_others)
        for step in steps:
            code, said = self.run(step)
            if code != 0:
                return "killed", "too slow to generate" if code is None else f"no output: {_last_line(said)}"
            emitted = self._emitted()
            same = {*emitted} == {*self.emitted} and all(
                _meaning(text) == _meaning(self.emitted[file]) for file, text in emitted.items()
            )
            if not (same and is_template):
                break
        else:
            return "no effect", ""
        code, said = self.run(partial(run_tests, relevant(path)))
        if code == 0:
            return "survived", "same output" if same else ""
        failed = re.search(r"^(?:FAILED|ERROR) (.+?)(?: - .*)?$", said, re.M)
        return "killed", "too slow" if code is None else failed[1] if failed else _last_line(said)

    def _emitted(self) -> dict[Path, str]:
        patterns = ("generated/*/*.py", "probe/*_messages/*.py")
        paths = (path for pattern in patterns for path in sorted(self.home.glob(pattern)))
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
