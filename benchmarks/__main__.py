"""``python -m benchmarks [NAME ...] [--quick] [--write]``: measure, print, and write docs/performance.md."""

from __future__ import annotations

import argparse
from importlib import import_module

from benchmarks.tables import Table, machine, write

NAMES = ("codecs", "zeromq", "starting", "captures")
"""The modules that measure: each has ``main(quick) -> list[Table]``."""


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="Measure, next to the peers.")
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"what to measure: {', '.join(NAMES)}")
    parser.add_argument("--quick", action="store_true", help="see that it runs; the numbers mean nothing")
    parser.add_argument("--write", action="store_true", help="put the tables into docs/performance.md")
    options = parser.parse_args()
    if unknown := {*options.names} - {*NAMES}:
        parser.error(f"no benchmark {', '.join(sorted(unknown))}; there are {', '.join(NAMES)}")
    print(machine())
    for name in options.names or NAMES:
        tables: list[Table] = import_module(f"benchmarks.{name}").main(options.quick)
        print("", *(table.text() for table in tables), sep="\n\n", flush=True)
        if options.write:
            write(name, tables)


if __name__ == "__main__":
    main()
