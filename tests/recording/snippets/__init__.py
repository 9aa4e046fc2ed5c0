"""What each language is asked to run, by the name that the scenario calls it.

A kernel takes the snippets of its language, and those under its own name come on top. A step whose
snippet is missing (or `None`) is left out: that language has no such thing, or the kernel would
hang on it.
"""

from __future__ import annotations

from tests.recording.snippets.bash import BASH
from tests.recording.snippets.common import Snippets
from tests.recording.snippets.python import PYTHON, RAW_PYTHON
from tests.recording.snippets.r import R
from tests.recording.snippets.typescript import TYPESCRIPT

__all__ = ["KERNELS", "LANGUAGES", "PYTHON", "Snippets", "snippets_for"]

LANGUAGES: dict[str, Snippets] = {
    "python": PYTHON,
    "R": R,
    "bash": BASH,
    "typescript": TYPESCRIPT,
}

KERNELS: dict[str, Snippets] = {
    # No %edit either: "XPythonShell has no attribute editor".
    "xpython": {"edit": None, "ask_exit": None},
    "xpython-raw": RAW_PYTHON,
}


def snippets_for(kernel_name: str, language: str) -> Snippets:
    """The snippets of a kernel: those of its language, then what is special to it."""
    return {**LANGUAGES.get(language, {}), **KERNELS.get(kernel_name, {})}
