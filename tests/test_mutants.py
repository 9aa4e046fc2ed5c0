"""What `tests.mutate` breaks is all there is to break, and each has tests that must tell."""

from __future__ import annotations

from pathlib import Path

from tests.conftest import ROOT
from tests.fates import RELEVANT, relevant
from tests.mutants import files, mutants

NOTHING_TO_BREAK = ("templates/documents", "templates/messages")  # they hold names alone


def test_each_file_has_its_tests() -> None:
    found = [Path(file) for file in files(ROOT)]
    assert {path.name.partition(".")[0] for path in found} == {*RELEVANT}
    for name in {name for path in found for name in relevant(path)}:
        assert (ROOT / "tests" / f"test_{name}.py").is_file(), name


def test_each_file_can_be_broken() -> None:
    for file in files(ROOT):
        assert mutants(ROOT, file) or file.startswith(NOTHING_TO_BREAK), file
