"""Processes of kernels: that nothing is left of them, nor of what they started."""

from __future__ import annotations

import asyncio
import sys

import pytest

from tests.conftest import ROOT, Run
from tests.processes import LIMIT, gone, pid_said, start, until

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="what is unruly here, is so on POSIX")


@pytest.mark.usefixtures("system", "hasty")
def test_grandchildren_end_with_it() -> None:
    async def run() -> None:
        process = start("parent")
        child = await pid_said(process)
        await process.stop()
        await until(lambda: gone(child))

    asyncio.run(run())


@pytest.mark.usefixtures("system")
def test_grandchildren_end_when_their_parent_is_long_gone() -> None:
    """They hold its stdout and stderr: nothing waits for that."""

    async def run() -> None:
        process = start("leaver")
        child = await pid_said(process)
        assert await asyncio.wait_for(process.wait(), LIMIT) == 3
        assert not gone(child)
        await asyncio.wait_for(process.stop(), LIMIT)
        await until(lambda: gone(child))

    asyncio.run(run())


@pytest.mark.usefixtures("system")
def test_who_left_the_session_holds_nothing_up() -> None:
    """It is out of reach; what it writes goes nowhere, of which it dies here."""

    async def run() -> None:
        process = start("daemon")
        daemon = await pid_said(process)
        assert await asyncio.wait_for(process.wait(), LIMIT) == 0
        await until(lambda: process.stderr_tail.count("still here") > 3)  # its output is read all the while
        await asyncio.wait_for(process.stop(), LIMIT)
        await until(lambda: gone(daemon))

    asyncio.run(run())


@pytest.mark.usefixtures("hasty")
@pytest.mark.parametrize("turns", [0, 1, 2, 3, 50])
@pytest.mark.parametrize("grace", [0.0, LIMIT])
def test_cancelled_at_any_point_it_leaves_nothing(turns: int, grace: float) -> None:
    async def run() -> None:
        process = start("parent")
        child = await pid_said(process)
        stopping = asyncio.create_task(process.stop(grace=grace))
        for _ in range(turns):
            await asyncio.sleep(0.005 if turns > 3 else 0)
        stopping.cancel()
        await asyncio.wait([stopping], timeout=LIMIT)
        if turns == 0:  # it never began
            await process.stop()
        await until(lambda: gone(process.pid) and gone(child))

    asyncio.run(run())


COUNTING = """
import asyncio, psutil, signal, sys, threading, time
from kernelwire.local.process import KernelProcess
from kernelwire.errors import KernelwireError

async def once(what):
    process = KernelProcess.start(what)
    if what[0] == "sleep":
        stopping = asyncio.create_task(process.stop(grace=60))
        await asyncio.sleep(0)
        stopping.cancel()
        await asyncio.wait([stopping])
    else:
        await process.wait()
        await process.stop()

def left():
    me = psutil.Process()
    threads = [thread.name for thread in threading.enumerate() if thread is not threading.main_thread()]
    return me.num_fds(), len(me.children()), len(threads)

def failing():
    for command, cwd in ((["nope"], None), (["sh"], "/nope"), (["sh", "\\0"], None)):
        try: KernelProcess.start(command, cwd=cwd)
        except KernelwireError: pass
    start = threading.Thread.start
    threading.Thread.start = lambda self: (_ for _ in ()).throw(RuntimeError("can't start new thread"))
    try: KernelProcess.start(["sleep", "100"])
    except KernelwireError as error: assert "can't start new thread" in str(error)
    finally: threading.Thread.start = start

async def all():
    for _ in range(100):
        await once(["true"])
        await once(["sleep", "100"])
        if not sys.argv[1:]: failing()  # Popen itself is at a loss there

if sys.argv[1:]: signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # the system reaps
asyncio.run(once(["true"])); before = left(); asyncio.run(all())
for _ in range(1000):  # the watchers' threads are done with everything when they say so, but still end
    if left() == before: break
    time.sleep(0.01)
print(before, left())
"""


@pytest.mark.parametrize("reaped", [[], ["by the system"]])
def test_nothing_is_left_behind(python: Run, reaped: list[str]) -> None:
    done = python(ROOT, "-W", "error", "-c", COUNTING, *reaped)
    assert done.returncode == 0, done.stderr
    before, after = done.stdout.strip()[1:-1].split(") (")
    assert before == after
    assert done.stderr == ""
