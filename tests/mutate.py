"""Mutation check of our own tests: break templates or generator in one place at a time; does a test tell?

    python -m tests.mutate --sample 40 --seed 1

Works on a copy in a temporary folder, one process at a time (POSIX only): one mutation, our package
generated anew, the quick tests until one fails, those of the mutated file first, everything as it was. Each
mutant is then

- ``killed``: a test failed, or nothing could be generated, or it took too long;
- ``survived``: all tests passed. Either the mutant changes nothing that counts, or a test is missing. "same
  output" beside it: what is emitted is the same, only another input or a refusal could tell;
- ``no effect``: a template was changed, and the emitted code is the same (docstrings aside), for our own
  schemas, for message types of a user's own, and for a version that takes some away.

The drift check is left out: it tells of any change of what is emitted, right or wrong.
"""

from __future__ import annotations

import argparse
import importlib
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from tests.fates import WARM, Workshop
from tests.mutants import Mutant, files, mutants, sampled


def main(arguments: Sequence[str] | None = None) -> int:
    """The command line; the exit code is 0 whatever survives, 2 if the tests fail without a mutation."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.mutate",
        description=(__doc__ or "").partition("\n\n")[0],
        epilog="All of them take hours; a sample of 40 takes about 15 minutes.",
    )
    parser.add_argument("--sample", type=int, metavar="N", help="only N mutants, the files in turn")
    parser.add_argument("--seed", type=int, default=0, metavar="S", help="which sample (default: 0)")
    parser.add_argument("--only", default="", metavar="TEXT", help="only files with TEXT in their path")
    parser.add_argument("--line", type=int, metavar="L", help="only mutants of this line; goes with --only")
    parser.add_argument(
        "--timeout", type=float, default=300, metavar="SECONDS", help="for each step of a mutant (300)"
    )
    parser.add_argument("--minutes", type=float, metavar="M", help="begin no mutant after so many minutes")
    parser.add_argument("--list", action="store_true", help="print the mutants, run nothing")
    options = parser.parse_args(arguments)

    with tempfile.TemporaryDirectory(prefix="mutants-") as name:
        workshop = Workshop(Path(name), options.timeout)
        # Of the copy, since somebody may be working on the checkout.
        found = {file: mutants(workshop.home, file) for file in files(workshop.home, options.only)}
        if options.line:
            found = {
                file: [each for each in some if each.line == options.line] for file, some in found.items()
            }
        chosen = [each for some in found.values() for each in some]
        total = len(chosen)
        if options.sample is not None:
            chosen = sampled(found, options.sample, options.seed)
        if not options.list:
            return _run(workshop, chosen, total, options.minutes)
        print(*chosen, f"{len(chosen)} of {total} mutants", sep="\n")
    return 0


def _run(workshop: Workshop, chosen: list[Mutant], total: int, minutes: float | None) -> int:
    for name in WARM:
        importlib.import_module(name)
    began = time.monotonic()
    if wrong := workshop.baseline(mutant.file for mutant in chosen):
        print(wrong, "The tests must pass before they are tried.", sep="\n", file=sys.stderr)
        return 2
    print(f"{len(chosen)} of {total} mutants; all tests pass in {time.monotonic() - began:.0f} s", flush=True)
    fates: Counter[str] = Counter()
    survivors: list[Mutant] = []
    for number, mutant in enumerate(chosen, 1):
        if minutes is not None and time.monotonic() - began > 60 * minutes:
            print(f"time is up after {number - 1} mutants")
            break
        start = time.monotonic()
        fate, how = workshop.judge(mutant)
        fates[fate] += 1
        if fate == "survived":
            survivors.append(mutant)
        took = time.monotonic() - start
        print(f"[{number}/{len(chosen)} {took:.0f} s] {fate}{how and f' ({how})'}: {mutant}", flush=True)
    judged = fates["killed"] + fates["survived"]
    print("\nSurvivors:" if survivors else "\nNo survivors.", *survivors, sep="\n")
    print(
        f"\n{fates['killed']} of {judged} killed ({fates['killed'] / max(judged, 1):.0%}),"
        f" {fates['survived']} survived, {fates['no effect']} without effect;"
        f" {(time.monotonic() - began) / 60:.0f} min"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
