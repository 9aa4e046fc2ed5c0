"""Where Jupyter keeps things, and where programs are. Nothing is read here, and nothing run.

jupyter_core knows the folders; it is imported when they are asked for.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from types import ModuleType

from kernelwire.errors import KernelwireError

SOCKET_PATH_BYTES = 103
"""As long as the path of a socket may be: macOS has room for 104 bytes with the zero at the end, Linux for
108."""


def runtime_dir() -> Path:
    """The folder of connection files (``JUPYTER_RUNTIME_DIR``). It need not exist yet.

    Raises `KernelwireError` where jupyter_core is not installed.
    """
    return Path(_core().jupyter_runtime_dir())


def kernelspec_folders() -> list[Path]:
    """The folders that hold kernelspecs, in the order in which they are searched; not all of them exist.

    They are those of jupyter_client: Jupyter's data folders (``JUPYTER_PATH``, the environment's, the user's,
    the system's) and, last, IPython's. Raises `KernelwireError` where jupyter_core is not installed.
    """
    folders = [Path(folder) for folder in _core().jupyter_path("kernels")]
    ipython = os.environ.get("IPYTHONDIR") or os.path.join("~", ".ipython")
    return [*folders, Path(ipython).expanduser() / "kernels"]


def _core() -> ModuleType:
    try:
        from jupyter_core import paths
    except ImportError:
        cure = 'pip install "kernelwire[zmq]"'
        raise KernelwireError(f"jupyter_core, which knows Jupyter's folders, is missing: {cure}") from None
    return paths


def socket_folder() -> Path:
    """Make a folder for the sockets of one kernel that only its owner can enter (0700), with a short path.

    It is for the caller to remove. Raises `KernelwireError` if every place for it is too deep down.
    """
    candidates = [os.environ.get("XDG_RUNTIME_DIR"), tempfile.gettempdir(), "/tmp"]
    room = SOCKET_PATH_BYTES - len("/kernelwire-12345678/kernel-5")
    for candidate in candidates:
        if candidate and os.path.isabs(candidate) and len(os.fsencode(candidate)) <= room:
            with suppress(OSError):
                return Path(tempfile.mkdtemp(prefix="kernelwire-", dir=candidate))
    tried = ", ".join(repr(candidate) for candidate in candidates if candidate)
    raise KernelwireError(
        f"no folder for sockets can be made: their paths have at most {SOCKET_PATH_BYTES} bytes; "
        f"tried {tried}; set TMPDIR to a writable folder with a short path, or use tcp"
    )


def find_program(name: str, environment: Mapping[str, str] | None = None) -> str | None:
    """The absolute path of a program, by the PATH of ``environment``, without one that of this process.

    Unlike a shell's, this search never looks into the current folder, wherever that happens to be: empty and
    relative entries of PATH are passed over, and so is a name that is a relative path (CVE-2022-39286).
    """
    if os.path.isabs(name):
        return name if _runs(name) else None
    if os.path.basename(name) != name:
        return None
    search = (os.environ if environment is None else environment).get("PATH", os.defpath)
    for folder in filter(os.path.isabs, search.split(os.pathsep)):
        for ending in _endings(name):
            if _runs(path := os.path.join(folder, name + ending)):
                return path
    return None


def _runs(path: str) -> bool:
    return os.path.isfile(path) and os.access(path, os.X_OK)


def _endings(name: str) -> list[str]:
    if sys.platform != "win32":
        return [""]
    known = os.environ.get("PATHEXT", ".COM;.EXE;.BAT;.CMD").split(";")
    return ["", *known] if os.path.splitext(name)[1].upper() in map(str.upper, known) else known
