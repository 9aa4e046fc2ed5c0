"""One target under atheris, for ``python -m tests.fuzz`` alone: libFuzzer owns the process, and ends it."""

from __future__ import annotations

import sys

import atheris  # type: ignore[import-not-found]  # `make fuzz` installs it; it is on Linux only

with atheris.instrument_imports(include=["jupyter_messages", "kernelwire", "kernelwire_codegen"]):
    from tests.fuzz.targets import TARGETS

if __name__ == "__main__":
    name, *options = sys.argv[1:]
    atheris.Setup([sys.argv[0], *options], TARGETS[name])
    atheris.Fuzz()
