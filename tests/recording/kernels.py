"""Start a kernel for a recording and leave nothing behind, whatever happens in between.

jupyter_client finds the kernelspec, picks the ports and starts the process; it sends no message.
"""

from __future__ import annotations

import os
import shutil
import signal
import sys
import tempfile
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from jupyter_client.kernelspec import KernelSpec, KernelSpecManager
from jupyter_client.manager import KernelManager

from tests.recording.wire import Json

# Captures are named after the project that makes the kernel, not after its kernelspec.
CAPTURE_NAMES = {
    "python3": "ipykernel",
    "xpython": "xeus-python",
    "xpython-raw": "xeus-python-raw",
    "ir": "irkernel",
}


class Kernel:
    """A running kernel: its connection, and what a recording must ask about its process."""

    def __init__(self, manager: KernelManager, log: Path) -> None:
        self._manager = manager
        self._log = log
        self.connection: Json = dict(manager.get_connection_info())

    @property
    def alive(self) -> bool:
        return bool(self._manager.is_alive())

    def stderr_tail(self, size: int = 2000) -> str:
        """The end of what the process wrote on stdout and stderr: why it died."""
        return self._log.read_text("utf-8", "replace")[-size:]


class KernelSpecs(KernelSpecManager):
    """jupyter_client's search for kernelspecs, where "python" is the Python of the environment a spec is in.

    jupyter_client starts the Python that it runs in instead, which need not have that kernel.
    """

    def get_kernel_spec(self, kernel_name: str) -> KernelSpec:
        with warnings.catch_warnings():
            # Of fields that jupyter_client does not know, such as bash_kernel's codemirror_mode.
            warnings.simplefilter("ignore", DeprecationWarning)
            spec = super().get_kernel_spec(kernel_name)
        # <prefix>/share/jupyter/kernels/<name>
        python = Path(spec.resource_dir).parents[3] / "bin" / spec.argv[0]
        if spec.argv[0].startswith("python") and python.exists():
            spec.argv[0] = str(python)
        return spec


def installed() -> dict[str, str]:
    """Names of the kernels that are found, with their display names."""
    specs: dict[str, Any] = KernelSpecs().get_all_specs()
    return {name: str(entry["spec"].get("display_name", "")) for name, entry in specs.items()}


@contextmanager
def launched(
    kernel_name: str, home: Path | None = None, folders: Sequence[Path] | None = None
) -> Iterator[Kernel]:
    """Run a kernel on loopback TCP for the length of the `with` block.

    It lives in a home of its own: `home`, which must not exist yet, or a temporary folder. Home,
    connection file, temporary files and the whole process group are gone afterwards, also after
    Ctrl-C. `folders`: where to look for its kernelspec, instead of Jupyter's own search path.
    """
    specs = KernelSpecs() if folders is None else KernelSpecs(kernel_dirs=[*map(str, folders)])
    # Raises NoSuchKernel, before anything is made.
    specs.get_kernel_spec(kernel_name)
    if home is None:
        home = Path(tempfile.mkdtemp(prefix="kernelwire-"))
    else:
        home.mkdir(parents=True)
    manager = KernelManager(
        kernel_name=kernel_name,
        kernel_spec_manager=specs,
        connection_file=str(home / "connection.json"),
    )
    log = home / "kernel.log"
    try:
        (home / "tmp").mkdir()
        with log.open("wb") as output:
            manager.start_kernel(cwd=str(home), env=_environment(home), stdout=output, stderr=output)
        yield Kernel(manager, log)
    finally:
        _stop(manager)
        shutil.rmtree(home, ignore_errors=True)


def _environment(home: Path) -> dict[str, str]:
    """Only the search path of the caller: a capture must not show whose machine it was made on."""
    binaries = [str(Path(sys.executable).parent), os.environ.get("PATH", os.defpath)]
    return {
        "HOME": str(home),
        "USER": "jovyan",
        "LANG": "C.UTF-8",
        "TMPDIR": str(home / "tmp"),
        "PATH": os.pathsep.join(binaries),
        # The debugger of ipykernel warns on stderr about frozen modules otherwise.
        "PYDEVD_DISABLE_FILE_VALIDATION": "1",
        "DENO_NO_UPDATE_CHECK": "1",
    }


def _stop(manager: KernelManager) -> None:
    group = getattr(manager.provisioner, "pgid", None)
    with suppress(Exception):
        manager.shutdown_kernel(now=True)
    # A kernel that shut itself down may have left children in its group (it is its own session).
    if group and group != os.getpgrp():
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(group, signal.SIGKILL)
