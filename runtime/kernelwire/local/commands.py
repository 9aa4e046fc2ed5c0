"""The command and the variables that start a kernel, from its kernelspec. Nothing is read or started here.

The rules are jupyter_client's, but for two: ``python`` is the Python of the environment that a kernelspec is
in, and programs are never looked for in the current folder.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from string import Template

from jupyter_messages import Kernelspec
from jupyter_messages.problems import is_array
from kernelwire.errors import KernelwireError
from kernelwire.local.paths import find_program

_FIELD = re.compile(r"\{([A-Za-z0-9_]+)\}")
_PYTHON = re.compile(r"python[0-9.]*(\.exe)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class InstalledKernelspec:
    """A kernelspec where it was found."""

    name: str
    """What to ask for it by: the name of its folder, in lower case."""
    spec: Kernelspec
    """The content of its kernel.json; neutral values where that cannot be read."""
    resource_dir: Path
    """Its folder, which has logos and the like, too."""
    problem: str | None = None
    """Why it cannot be started here, if so: its kernel.json is broken, or wants a provisioner."""

    def command(self, connection_file: str | os.PathLike[str]) -> list[str]:
        """The command that starts this kernel with that connection (or registration) file.

        Anywhere in an argument, ``{connection_file}``, ``{resource_dir}`` and ``{prefix}`` (the environment
        that we run in) are filled in; a ``~`` that begins one is the home folder. The program is an
        absolute path. A bare ``python`` is that of the environment which the kernelspec is in, or
        the one that we run in; others are looked for in the PATH of `environment`.

        Raises `KernelwireError` if the kernel cannot be started, naming its kernel.json and what is wrong.
        """
        if self.problem is not None:
            raise KernelwireError(f"the kernel {self.name!r} cannot be started: {self.problem}")
        values = {
            "connection_file": os.path.realpath(connection_file),
            "resource_dir": str(self.resource_dir),
            "prefix": sys.prefix,
        }
        filled = [_FIELD.sub(lambda field: values.get(field[1], field[0]), each) for each in self.spec.argv]
        command = [os.path.expanduser(argument) for argument in filled]
        program = self._python(command[0]) or find_program(command[0], self.environment())
        if program is None:
            raise KernelwireError(
                f"the kernel {self.name!r} cannot be started: its program {command[0]!r} is "
                f"{_missing(command[0])}; argv of {str(self.resource_dir / 'kernel.json')!r} names it: "
                f"install the kernel again, or remove it with `jupyter kernelspec remove {self.name}`"
            )
        return [program, *command[1:]]

    def _python(self, program: str) -> str | None:
        if not _PYTHON.fullmatch(program):
            return None
        home = self._environment()
        if home is not None:
            for folder in (home / "bin", home / "Scripts", home):
                if found := find_program(str(folder / program)) or find_program(f"{folder / program}.exe"):
                    return found
        major, minor = sys.version_info[:2]
        ours = {"python", f"python{major}", f"python{major}.{minor}"}
        return sys.executable if program.lower().removesuffix(".exe") in ours else None

    def _environment(self) -> Path | None:
        """The Python environment that it was installed into: it is in ``<prefix>/share/jupyter/kernels``."""
        folder = self.resource_dir
        prefix = folder.parents[3] if folder.parts[-4:-1] == ("share", "jupyter", "kernels") else None
        # Of a user's own kernelspecs nobody knows which Python installed them.
        return None if prefix == Path("~/.local").expanduser() else prefix

    def environment(self, base: Mapping[str, str] | None = None) -> dict[str, str]:
        """The variables to start this kernel with: ``base`` (those of this process), and its own.

        ``${NAME}`` in a value is that variable of ``base``; of one that is not there, it stays as it is.
        """
        given = dict(os.environ if base is None else base)
        own = self.spec.env or {}
        environment = given | {name: Template(value).safe_substitute(given) for name, value in own.items()}
        if self.spec.language.lower().startswith("python"):
            environment.pop("PYTHONEXECUTABLE", None)  # it makes another Python believe that it is this one
        return environment

    @property
    def registers(self) -> bool:
        """Whether it says that it can start with a registration file and pick its ports itself (5.6).

        The JEP has 5.5 for it, which kernels say that cannot: ipykernel 7, for one. The spec has 5.6.
        """
        version = re.match(r"(\d{1,9})\.(\d{1,9})", self.spec.kernel_protocol_version or "")
        return version is not None and (int(version[1]), int(version[2])) >= (5, 6)

    @property
    def encrypts(self) -> bool:
        """Whether it says that it can encrypt its transport by CURVE (``metadata.supported_encryption``)."""
        kinds = (self.spec.metadata or {}).get("supported_encryption")
        return any(str(kind).strip().lower() == "curve" for kind in _listed(kinds))


def _listed(value: object) -> Iterable[object]:
    return value if is_array(value) else [value]


def _missing(program: str) -> str:
    if os.path.isabs(program):
        return "not there, or not executable"
    if os.path.basename(program) != program:
        return "a relative path, which is not looked up (write {resource_dir}/… or an absolute path)"
    return "not on PATH"
