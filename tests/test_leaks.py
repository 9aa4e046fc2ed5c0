"""Nothing is left behind, however a launch ends: counted in processes of their own (`tests.leaks`)."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.leaks import ENDINGS, left

LIMIT = 120.0


@contextmanager
def started(folder: Path, *arguments: str) -> Iterator[subprocess.Popen[str]]:
    source = [*(str(ROOT / name) for name in ("generated", "runtime", "generator")), str(ROOT)]
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(source),
        "JUPYTER_RUNTIME_DIR": str(folder / "runtime"),
    }
    command = [sys.executable, "-m", "tests.leaks", *arguments]
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        try:
            yield process
        finally:
            process.kill()


@pytest.mark.parametrize("kind", ENDINGS)
def test_nothing_is_left(kind: str, tmp_path: Path) -> None:
    with started(tmp_path, "--launches", "8", "--kind", kind) as process:
        told, complaints = process.communicate(timeout=LIMIT)
        assert told, complaints
    counted = json.loads(told)
    assert counted["after"] == counted["before"], counted
    assert counted["left"] == []
    assert counted["after"] | {"descriptors": 0} == {
        "descriptors": 0,
        "threads": 1,
        "tasks": 1,
        "files": 0,
        "processes": 0,
        "children": 0,
    }
    assert not complaints


@pytest.mark.skipif(sys.platform == "win32", reason="SIGINT is POSIX's")
@pytest.mark.parametrize("flags", [(), ("--deaf",)], ids=["", "deaf"])
def test_ctrl_c_leaves_nothing(flags: tuple[str, ...], tmp_path: Path) -> None:
    with started(tmp_path, "--wait", *flags) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        assert len(left(str(tmp_path / "runtime"))) >= 3, "itself, the kernel, and the kernel's child"
        process.send_signal(signal.SIGINT)
        _, complaints = process.communicate(timeout=LIMIT)
        assert "KeyboardInterrupt" in complaints
    assert left(str(tmp_path / "runtime")) == []
    assert [*(tmp_path / "runtime").iterdir()] == []
