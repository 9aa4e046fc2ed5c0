"""What several tests share."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]

Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def workshop(tmp_path: Path) -> Path:
    """A copy of what the generator needs, to change at will."""
    for name in ("schemas", "templates", "generator", "generated", "runtime"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path


@pytest.fixture
def python() -> Run:
    """Run Python with the code of one folder (a checkout or a workshop); text in, text out."""

    def run(
        home: Path, *arguments: str, cwd: Path | None = None, **environment: str
    ) -> subprocess.CompletedProcess[str]:
        path = os.pathsep.join(str(home / name) for name in ("generated", "runtime", "generator"))
        return subprocess.run(
            [sys.executable, *arguments],
            cwd=cwd or home,
            env={**os.environ, "PYTHONPATH": path, "PYTHONIOENCODING": "utf-8", **environment},
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )

    return run
