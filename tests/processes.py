"""Starting and awaiting the processes of test_process and test_leftovers."""

from __future__ import annotations

import asyncio
import sys
import time
from collections.abc import Callable
from pathlib import Path

import psutil

from kernelwire.local.process import KernelProcess

UNRULY = str(Path(__file__).with_name("unruly.py"))
LIMIT = 60.0  # seconds: far more than anything here takes


def start(*what: str) -> KernelProcess:
    return KernelProcess.start([sys.executable, UNRULY, *what])


async def until(condition: Callable[[], object]) -> None:
    end = time.monotonic() + LIMIT
    while not condition():
        assert time.monotonic() < end, "it took too long"
        await asyncio.sleep(0.01)


async def pid_said(process: KernelProcess) -> int:
    """What follows "ready"."""
    await until(lambda: "\n" in process.stdout_tail)
    return int(process.stdout_tail.split()[1])


def gone(pid: int) -> bool:
    """Whether it is no more; what became of a zombie that is nobody's is up to the system."""
    try:
        return bool(psutil.Process(pid).status() == psutil.STATUS_ZOMBIE)
    except psutil.NoSuchProcess:
        return True
