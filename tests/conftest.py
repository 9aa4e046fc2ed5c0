"""What several tests share."""

from __future__ import annotations

import atexit
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.servers import jupyter as jupyter
from tests.servers import kernel as kernel  # fixtures, both

ROOT = Path(__file__).resolve().parents[1]

# That a machine is busy is no finding.
settings.register_profile("unhurried", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("unhurried")

# Kernels that share a file of IPython's history at times complain of each other in their output.
os.environ["IPYTHONDIR"] = tempfile.mkdtemp(prefix="kernelwire-ipython-")
atexit.register(shutil.rmtree, os.environ["IPYTHONDIR"], ignore_errors=True)
_PROFILE = Path(os.environ["IPYTHONDIR"], "profile_default")
_PROFILE.mkdir()
(_PROFILE / "ipython_config.py").write_text('c.HistoryManager.hist_file = ":memory:"\n', encoding="utf-8")

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


@pytest.fixture(params=["as it is", "without pidfd", "without pidfd and waitid"])
def system(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also as an old Linux, and as macOS."""

    def refuse(pid: int) -> int:
        raise OSError(f"no descriptor for {pid}")

    if request.param != "as it is":
        monkeypatch.setattr(os, "pidfd_open", refuse, raising=False)
    if request.param == "without pidfd and waitid":
        monkeypatch.delattr(os, "waitid", raising=False)


@pytest.fixture
def hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    """Not much time between SIGTERM and SIGKILL."""
    monkeypatch.setattr("kernelwire.local.process._TERMINATION", 0.2)
