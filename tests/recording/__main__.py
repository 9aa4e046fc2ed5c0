"""`python -m tests.recording`: record captures from installed kernels."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from jupyter_client.kernelspec import NoSuchKernel

from tests.recording import FULL, QUICK, record
from tests.recording.kernels import CAPTURE_NAMES, installed
from tests.recording.tap import record_jupyter_client
from tests.recording.wire import Json, decoded, write_capture

EPILOG = """\
examples:
  python -m tests.recording --list
  python -m tests.recording --kernel python3 --out tests/captures
        writes tests/captures/ipykernel.jsonl.gz (wire form)
  python -m tests.recording --kernel python3 --decoded
        also writes ipykernel-decoded.jsonl.gz, the form that JupyterLab shows
  python -m tests.recording --client --out tests/captures
        jupyter_client's BlockingKernelClient talks to ipykernel: jupyter-client.jsonl.gz
  python -m tests.recording --kernel deno --quick --out /tmp
        five requests instead of the whole scenario

Run it from the root of the repository with the Python of the environment where the kernels are
installed, or with JUPYTER_PATH=<that environment>/share/jupyter.
Progress: "." done, "?" something did not come by its deadline (recorded as it is), "-" left out, "!" died.
For captures that show no path of this machine: --home /home/jovyan, and kernels installed in
/opt/jupyter."""


def _arguments(argv: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        "python -m tests.recording",
        description="Start real kernels, play the scenario of tests/recording/scenario.py on all "
        "channels, and keep every message of both directions as a capture in its wire form "
        "(docs/captures.md).",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "--kernel",
        action="append",
        default=[],
        metavar="NAME",
        help="kernelspec to record; may be given several times",
    )
    parser.add_argument(
        "--client", action="store_true", help="record jupyter_client driving ipykernel (python3)"
    )
    parser.add_argument(
        "--out",
        type=Path,
        default=Path("tests/captures"),
        metavar="FOLDER",
        help="where captures go (default: %(default)s)",
    )
    parser.add_argument("--quick", action="store_true", help="the short scenario")
    parser.add_argument("--decoded", action="store_true", help="write the decoded form too")
    parser.add_argument(
        "--home",
        type=Path,
        metavar="FOLDER",
        help="the kernel's home while it runs: must not exist, is removed "
        "afterwards (default: a temporary folder)",
    )
    parser.add_argument("--list", action="store_true", help="name the installed kernels and stop")
    arguments = parser.parse_args(argv)
    if not (arguments.kernel or arguments.client or arguments.list):
        parser.error("nothing to record: say --kernel NAME, --client or --list (--help has examples)")
    return arguments


def main(argv: list[str] | None = None) -> int:
    """Exit code 0: recorded; 1: a kernel said nothing or is not installed; 130: Ctrl-C."""
    arguments = _arguments(argv)
    if arguments.list:
        for name, title in sorted(installed().items()):
            print(f"{name:<14} {title}")
        return 0
    try:
        for name in arguments.kernel:
            _say(f"{name}:")
            steps = QUICK if arguments.quick else FULL
            lines = record(name, steps, home=arguments.home, report=_say)
            _write(arguments, CAPTURE_NAMES.get(name, name), lines)
        if arguments.client:
            _say("jupyter_client on python3:")
            _write(arguments, "jupyter-client", record_jupyter_client(home=arguments.home))
    except NoSuchKernel as error:
        _say(f"no kernel named {error.name!r}; installed: {', '.join(sorted(installed()))}")
        return 1
    except (RuntimeError, AssertionError, FileExistsError) as error:
        _say(f"cannot record: {error}")
        return 1
    except KeyboardInterrupt:
        _say("stopped; nothing was written for the kernel in hand")
        return 130
    return 0


def _write(arguments: argparse.Namespace, name: str, lines: list[Json]) -> None:
    path = arguments.out / f"{name}.jsonl.gz"
    write_capture(path, lines)
    _say(f"{path}: {len(lines)} lines, {path.stat().st_size:,} bytes")
    if arguments.decoded:
        write_capture(arguments.out / f"{name}-decoded.jsonl.gz", decoded(lines))


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
