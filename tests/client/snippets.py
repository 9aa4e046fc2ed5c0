"""What each kernel is given in the scenario, and what must come of it.

The code is that of `tests.recording.snippets` where it has the same; a kernel without an entry has no such
thing.
"""

from __future__ import annotations

from typing import Any, TypeAlias

from tests.recording.snippets import snippets_for

Table: TypeAlias = dict[str, Any]

_LANGUAGES = {
    "python3": "python",
    "xpython": "python",
    "xpython-raw": "python",
    "bash": "bash",
    "ir": "R",
    "deno": "typescript",
}
KERNELS = tuple(_LANGUAGES)
"""The kernelspecs that the scenario is for."""

_COMMON: Table = {
    "clear": "from IPython.display import clear_output\n"
    "print('gone'); clear_output(wait=True); print('stays')",
    "nap": "import time; time.sleep(0.5); print('rested')",
    "forever": "import time\nprint('started', flush=True)\nwhile True: time.sleep(0.01)",
    "ename": "ZeroDivisionError",
    "result_is": "42",
    "completes": "answer",
}

_OF: dict[str, Table] = {
    "python3": {**_COMMON, "quick": "%config IPCompleter.use_jedi = False"},
    # SIGINT, which its kernelspec wants for an interrupt, ends it.
    "xpython": {
        **_COMMON,
        "ename": "<class 'ZeroDivisionError'>",
        "forever": None,
        "quick": "%config IPCompleter.use_jedi = False",
    },
    # It says nothing in loops, takes no code for an error, and no notice of SIGINT.
    "xpython-raw": {
        **_COMMON,
        **dict.fromkeys(["clear", "burst", "empty", "forever"]),
        "display_is": ("text/plain", "shown"),
    },
    # Its stderr is its stdout; a line of a megabyte takes minutes.
    "bash": {
        **dict.fromkeys(["stderr", "megabyte"]),
        "nap": "sleep 0.5; echo rested",
        "forever": "echo started; while :; do :; done",
        "ename": "",
        "completes": "echo",
    },
    # A megabyte takes it twenty seconds.
    "ir": {
        "megabyte": None,
        "clear": "cat('gone\\n'); IRdisplay::clear_output(wait = TRUE); cat('stays\\n')",
        "nap": "Sys.sleep(0.5); cat('rested\\n')",
        "forever": "cat('started\\n'); flush.console(); while (TRUE) Sys.sleep(0.05)",
        "ename": "ERROR",
        "result_is": "[1] 42",
        "completes": "answer",
    },
    # SIGINT, which its kernelspec wants for an interrupt, ends it: no "forever".
    "deno": {
        "clear": "console.log('gone'); await Deno.jupyter.broadcast('clear_output', {wait: true});\n"
        "console.log('stays')",
        "nap": "await new Promise(r => setTimeout(r, 500)); console.log('rested')",
        "ename": "Error",
        "result_is": "\x1b[33m42\x1b[39m",
        "completes": "answer",
    },
}


def table(kernel: str) -> Table:
    """All snippets of a kernel, and what is expected of some."""
    own: Table = {"display_is": ("text/html", "<b>bold</b>")}
    return {**own, **snippets_for(kernel, _LANGUAGES[kernel]), **_OF[kernel]}
