"""Which kernels are installed (kernels.rst: "Kernel specs"). How they are started: see commands, process.

Where and in which order is looked is as jupyter_client does it, down to IPython's folder and to ipykernel
without a kernelspec.
"""

from __future__ import annotations

import importlib.util
import os
import sys
from collections.abc import Iterable
from pathlib import Path

from jupyter_messages import Invalid, Kernelspec, decode_document
from jupyter_messages.problems import is_object
from kernelwire.errors import KernelNotFound, KernelwireError
from kernelwire.local.commands import InstalledKernelspec
from kernelwire.local.files import read_object, refuse
from kernelwire.local.paths import kernelspec_folders

_NATIVE = "python3"  # the name that jupyter_client gives to ipykernel where no kernelspec has it
_OURS = "local-provisioner"  # jupyter_client's name for what starts a process on this machine


def list_kernelspecs(
    folders: Iterable[str | os.PathLike[str]] | None = None,
) -> dict[str, InstalledKernelspec]:
    """All kernelspecs of this machine by their names, in alphabetical order, broken ones among them.

    ``folders`` are searched in their order, and the first of a name counts; those of Jupyter unless they are
    given (see paths). Names are in lower case. Where no kernelspec is called
    ``python3``, but ipykernel can be imported, that is it. Raises `KernelwireError` without jupyter_core.
    """
    found: dict[str, InstalledKernelspec] = {}
    for folder in kernelspec_folders() if folders is None else map(Path, folders):
        for resource_dir in _kernels_in(folder):
            if (name := resource_dir.name.lower()) not in found:
                found[name] = read_kernelspec(resource_dir)
    if folders is None and _NATIVE not in found and (native := _native()):
        found[_NATIVE] = native
    return dict(sorted(found.items()))


def _kernels_in(folder: Path) -> list[Path]:
    try:
        return sorted(each for each in folder.iterdir() if (each / "kernel.json").is_file())
    except OSError:  # most of them do not exist, and some are not for everyone
        return []


def find_kernelspec(
    name: str, folders: Iterable[str | os.PathLike[str]] | None = None
) -> InstalledKernelspec:
    """The kernelspec of that name, whatever the case of its letters; ``python`` may be ``python3``.

    ``folders`` as in `list_kernelspecs`. Raises `KernelNotFound`, which has the names that there are and the
    folders searched. Of one that is there but broken, the ``problem`` says so.
    """
    searched = kernelspec_folders() if folders is None else [Path(folder) for folder in folders]
    available = list_kernelspecs(None if folders is None else searched)
    for wanted in (name.lower(), _NATIVE if name == "python" else None):
        if wanted in available:
            return available[wanted]
    raise KernelNotFound(name, available, searched)


def read_kernelspec(resource_dir: str | os.PathLike[str]) -> InstalledKernelspec:
    """The kernelspec in a folder, wherever that is. Raises nothing: ``problem`` says what is wrong."""
    folder = Path(resource_dir).absolute()
    path = folder / "kernel.json"
    name = folder.name.lower()
    try:
        raw = read_object(path, "kernelspec")
        if isinstance(mode := raw.get("interrupt_mode"), str):
            raw["interrupt_mode"] = mode.lower()  # as jupyter_client reads it
        spec = decode_document("kernelspec", raw)
        if isinstance(spec, Invalid):
            refuse(path, "kernelspec", spec.problems, set())
    except KernelwireError as error:
        return InstalledKernelspec(name, Kernelspec("", ""), folder, str(error))
    assert not isinstance(spec, Invalid), "an invalid document has problems"
    return InstalledKernelspec(name, spec, folder, _problem(spec, path))


def _problem(spec: Kernelspec, path: Path) -> str | None:
    if not spec.argv:
        return f"the kernelspec {str(path)!r} has no argv, the command to start it with"
    wanted = (spec.metadata or {}).get("kernel_provisioner")
    provisioner = wanted.get("provisioner_name", _OURS) if is_object(wanted) else _OURS
    if provisioner != _OURS:
        return (
            f"the kernelspec {str(path)!r} wants to be started by the provisioner {provisioner!r}, a plugin "
            "of jupyter_client; start it with that (`jupyter kernel`, a Jupyter server), and connect to it"
        )
    return None


def _native() -> InstalledKernelspec | None:
    """ipykernel where it has no kernelspec, as in a folder of `pip install --target`. It is not imported."""
    module = importlib.util.find_spec("ipykernel")
    if module is None or module.origin is None:
        return None
    argv = [sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}"]
    spec = Kernelspec("Python 3 (ipykernel)", "python", argv)
    return InstalledKernelspec(_NATIVE, spec, Path(module.origin).parent / "resources")
