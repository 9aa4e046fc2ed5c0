"""The command ``kernelwire``: its words, options and exit codes. What each command does is elsewhere.

Light to import: a command loads what it needs. ``generate``, ``schema`` and ``diff`` are the generator's;
that may not be installed, and they are only listed here.
"""

from __future__ import annotations

import os
import sys
from contextlib import redirect_stderr, redirect_stdout
from importlib import import_module
from typing import TYPE_CHECKING

from kernelwire.streams import complain, forget, show_anything

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Sequence

_OVERVIEW = """\
The Jupyter messaging protocol: run code in any kernel, and ask of any message whether it is legal, and if
not, where not.

commands:
  kernels      list the installed kernels
  run          run code in a kernel
  connect      show what answers at a connection file or URL
  validate     judge captures of Jupyter messages
  generate     emit a Python package from JSON Schemas
  schema       print a resolved JSON Schema
  diff         say what changed between two versions of the protocol
"""

_EXAMPLES = """\
examples:
  kernelwire run python3 '6 * 7'
  kernelwire validate session.jsonl
  kernelwire validate --help
  kernelwire diff 5.3 5.5

Talking to kernels needs more packages: pip install "kernelwire[all]"
The last three commands need others: pip install "kernelwire[generate]"
"""

_OURS = {
    "kernels": "terminal.kernels",
    "run": "terminal.run",
    "connect": "terminal.connect",
    "validate": "captures.validating",
}
"""In which module each command is; it is loaded when the command is called."""

_GENERATOR = ("generate", "schema", "diff")

INTERRUPTED = 130
"""Exit code after Ctrl-C, as shells have it."""

_CLOSED_PIPE = 141
"""Exit code where nobody reads the output any more, as shells have it."""

_CANNOT_WRITE = 74
"""Exit code where the output cannot be written: EX_IOERR of sysexits.h."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line; returns the exit code. Raises SystemExit for ``--help`` and for wrong options."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    if not (sys.stdout and sys.stderr):  # Python has None for what was closed when it began
        with (
            open(os.devnull, "w") as nowhere,
            redirect_stdout(sys.stdout or nowhere),
            redirect_stderr(sys.stderr or nowhere),
        ):
            return main(arguments)
    try:
        show_anything()
        code = _run(arguments)
        sys.stdout.flush()
    except KeyboardInterrupt:
        complain("interrupted")
        return INTERRUPTED
    except BrokenPipeError:
        forget(sys.stdout)
        return _CLOSED_PIPE
    except OSError as error:  # all others are told where they occur; what is left is a disk that is full
        forget(sys.stdout)
        complain(f"cannot write: {error.strerror or error}")
        return _CANNOT_WRITE
    return code


def _run(arguments: list[str]) -> int:
    import argparse  # here, as all that takes a while: Ctrl-C may come meanwhile

    parser = argparse.ArgumentParser(
        prog="kernelwire",
        usage="kernelwire COMMAND …",
        description=_OVERVIEW,
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "--version", action="store_true", help="print the version and the protocol's versions known"
    )
    commands = parser.add_subparsers(prog="kernelwire", metavar="COMMAND", help=argparse.SUPPRESS)
    word = arguments[0] if arguments else ""
    if word in _GENERATOR:
        try:
            import_module("kernelwire_codegen.commands").add_commands(commands)
        except ModuleNotFoundError as error:
            return _refuse(f'{word} needs {error.name}: pip install "kernelwire[generate]"')
    elif word in _OURS:
        try:
            import_module(f"kernelwire.{_OURS[word]}").add_command(commands)
        except ImportError as error:
            missing = f'{word} needs {error.name}: pip install "kernelwire[all]"'
            return _refuse(missing if isinstance(error, ModuleNotFoundError) else str(error))
    elif word and not word.startswith("-"):
        return _refuse(f"no command {word!r}; there are {', '.join((*_OURS, *_GENERATOR))}")
    options, rest = parser.parse_known_args(arguments)
    if rest:  # argparse takes what follows PATH... and an option for unknown words
        if word != "validate" or any(word.startswith("-") and word != "-" for word in rest):
            return _refuse(f"{word} does not take {' '.join(rest)}; see kernelwire {word} --help")
        options.paths += rest
    if options.version:
        print(_version())
        return 0
    run: Callable[[argparse.Namespace], int] | None = getattr(options, "run", None)
    if run is None:
        parser.print_help()
        return 0
    return run(options)


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    from jupyter_messages import DRAFTS, VERSIONS

    try:
        ours = version("kernelwire")
    except PackageNotFoundError:
        ours = "(not installed)"
    known = ", ".join(f"{name} (draft)" if name in DRAFTS else name for name in VERSIONS)
    return f"kernelwire {ours}, Jupyter protocol {known}"


def _refuse(why: str) -> int:
    complain(why)
    return 2
