"""The command ``kernelwire kernels``: the installed kernels. How they are found: see local.kernelspecs."""

from __future__ import annotations

import argparse
import json

from jupyter_messages import encode_document
from kernelwire.errors import KernelwireError
from kernelwire.local.commands import InstalledKernelspec
from kernelwire.local.kernelspecs import list_kernelspecs
from kernelwire.local.paths import kernelspec_folders
from kernelwire.streams import complain, printable

_ABOUT = """\
List the kernels that are installed here: the name to ask for each by, its language, its folder.

They are looked for where Jupyter does (`jupyter --paths` shows the data folders; JUPYTER_PATH adds some).
"""
_MORE = """\
exit codes:
  0  there are some; one that cannot be started is told with the reason
  1  there is none

examples:
  kernelwire kernels
  kernelwire kernels --format json | jq -r 'to_entries[] | select(.value.spec.language == "R") | .key'
"""


def add_command(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:  # pyright: ignore[reportPrivateUsage]
    """Add ``kernels`` to a parser; it sets ``run(options) -> exit code``."""
    parser = commands.add_parser(
        "kernels", description=_ABOUT, epilog=_MORE, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--format",
        choices=("text", "json"),
        default="text",
        help="for people, or one JSON object: name to spec, resource_dir and problem (default: text)",
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """``kernels``: 0 there are some, 1 there is none."""
    try:
        found = list_kernelspecs()
    except KernelwireError as error:
        complain(str(error))
        return 2
    if options.format == "json":
        print(json.dumps({name: _as_json(kernel) for name, kernel in found.items()}, indent=2))
    elif found:
        print(*_table(found), sep="\n")
    else:
        folders = "".join(f"\n  {folder}" for folder in kernelspec_folders())
        complain(f"no kernel is installed; pip install ipykernel brings one; looked in:{folders}")
    return 0 if found else 1


def _table(found: dict[str, InstalledKernelspec]) -> list[str]:
    rows = [("name", "language", "display name", "folder")]
    for name, kernel in found.items():
        rows.append((name, kernel.spec.language, kernel.spec.display_name, str(kernel.resource_dir)))
    cells = [[printable(cell) for cell in row] for row in rows]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    lines = ["  ".join(map(str.ljust, row, widths)).rstrip() for row in cells]
    for index, kernel in reversed([*enumerate(found.values(), 1)]):
        if problem := _problem(kernel):
            lines.insert(index + 1, f"  {printable(problem)}")
    return lines


def _problem(kernel: InstalledKernelspec) -> str | None:
    """Why it cannot be started, if so; the program it names may be gone."""
    try:
        kernel.command("kernel.json")
    except KernelwireError as error:
        return str(error)
    return None


def _as_json(kernel: InstalledKernelspec) -> dict[str, object]:
    problem = _problem(kernel)
    return {
        "spec": encode_document(kernel.spec),
        "resource_dir": str(kernel.resource_dir),
        **({"problem": problem} if problem else {}),
    }
