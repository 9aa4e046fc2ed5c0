"""What the commands that talk to a kernel share: how it is named, and what becomes of errors."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import Coroutine
from typing import Any

from kernelwire.errors import KernelwireError
from kernelwire.local.paths import runtime_dir
from kernelwire.streams import complain

TOKEN = "JUPYTER_TOKEN"
"""The variable that holds a server's token. An option would be seen by all users of the machine."""
WHERE = """\
  1234, kernel-1234.json  the connection file of a kernel that runs, in Jupyter's runtime folder;
                          or the path of one
  http://host:8888/base/api/kernels/ID
                          a kernel on a Jupyter server; https, ws and wss likewise. The server's token comes
                          from the variable JUPYTER_TOKEN, or stands in the URL (?token=…)
"""
"""How a kernel that runs can be named, for helps."""


def is_url(where: str) -> bool:
    """Whether that is a place on a server, and no file."""
    return "://" in where


def runs_already(kernel: str) -> bool:
    """Whether that is a connection file or a URL, and no name of a kernelspec."""
    if kernel.endswith(".json") or is_url(kernel) or os.path.basename(kernel) != kernel:
        return True
    return any(os.path.isfile(runtime_dir() / f"{name}.json") for name in (kernel, f"kernel-{kernel}"))


def token() -> str | None:
    """The server's token, where it is not in its URL."""
    return os.environ.get(TOKEN) or None


def carried_out(work: Coroutine[Any, Any, int]) -> int:
    """The exit code of a command's work; 2 after what goes wrong, which is told; 128 and its number after a
    signal that ends it: what it started is ended first.
    """
    ended: list[int] = []
    try:
        return asyncio.run(_ending(work, ended))
    except asyncio.CancelledError:
        if ended:
            return 128 + ended[0]
        raise KeyboardInterrupt from None
    except (KernelwireError, TimeoutError, ImportError) as error:
        complain(str(error))
        return 2


async def _ending(work: Coroutine[Any, Any, int], ended: list[int]) -> int:
    """Do the work; SIGTERM and SIGHUP cancel it, and are noted."""
    loop, task = asyncio.get_running_loop(), asyncio.current_task()
    assert task is not None, "a coroutine runs in a task"

    def end(number: int) -> None:
        ended.append(number)
        task.cancel()

    if sys.platform != "win32":
        for number in (signal.SIGTERM, signal.SIGHUP):
            loop.add_signal_handler(number, end, number)
    return await work
