"""Processes of kernels: how they start and end, what they say. They are real ones: see unruly."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from kernelwire.errors import KernelDied, KernelwireError, LocalProtocolError
from kernelwire.local.process import KernelProcess
from tests.conftest import ROOT, Run
from tests.processes import LIMIT, UNRULY, gone, pid_said, start, until

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="what is unruly here, is so on POSIX")


@pytest.mark.usefixtures("system")
@pytest.mark.parametrize(
    ("what", "code"), [(("leave", "0"), 0), (("leave", "3"), 3), (("leave", "255"), 255), (("die", "9"), -9)]
)
def test_the_exit_code_is_told(what: tuple[str, ...], code: int) -> None:
    async def run() -> None:
        process = start(*what)
        assert await asyncio.wait_for(process.wait(), LIMIT) == code
        assert (process.exit_code, process.running) == (code, False)
        await process.stop()
        await process.stop()
        assert process.exit_code == code
        assert gone(process.pid)
        assert repr(process) == f"<KernelProcess {process.pid}, ended with {code}>"

    asyncio.run(run())


def test_how_it_died_is_told_with_what_it_said_last() -> None:
    async def run() -> None:
        process = start("die", "6")
        await asyncio.wait_for(process.wait(), LIMIT)
        died = process.died()
        assert isinstance(died, KernelDied)
        assert (died.exit_code, died.stderr_tail) == (-6, "about to die\n")
        await process.stop()
        process = KernelProcess.start(["sh", "-c", "echo on stdout; exit 2"])
        await asyncio.wait_for(process.wait(), LIMIT)
        assert process.died().stderr_tail == "on stdout\n"
        await process.stop()

    asyncio.run(run())


@pytest.mark.usefixtures("system")
def test_much_output_holds_nobody_up_and_only_the_end_is_kept() -> None:
    """Not even while no event loop runs."""
    process = start("flood", "20")
    end = time.monotonic() + LIMIT
    while process.running:
        assert time.monotonic() < end, "the process is held up"
        time.sleep(0.01)
    assert process.exit_code == 5
    assert process.stderr_tail.endswith("eeethe end: \ufffd")
    assert len(process.stderr_tail.encode()) <= 8192 + 3
    assert process.stdout_tail == "o" * 8192
    asyncio.run(process.stop())


def test_all_is_read_before_its_end_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    from kernelwire.local.groups import Group
    from kernelwire.local.watching import Watcher

    monkeypatch.setattr("kernelwire.local.watching._CHUNK", 100)  # much less than there is

    async def run() -> None:
        command = ["sh", "-c", "head -c 50000 /dev/zero >&2; echo the end >&2"]
        group = Group(command, os.environ, None)
        os.waitid(os.P_PID, group.process.pid, os.WEXITED | os.WNOWAIT)
        watcher = Watcher(group)
        assert await watcher.exited.within(LIMIT)
        assert watcher.tails.text(2).endswith("\0the end\n")
        watcher.release()
        assert await watcher.released.within(LIMIT)

    asyncio.run(run())


@pytest.mark.usefixtures("hasty")
def test_who_does_not_listen_is_killed() -> None:
    async def run() -> None:
        process = start("stubborn")
        await pid_said(process)
        await process.stop()
        assert process.exit_code == -signal.SIGKILL
        assert gone(process.pid)

    asyncio.run(run())


def test_who_listens_has_time_to_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kernelwire.local.process._TERMINATION", LIMIT)

    async def run() -> None:
        process = start("gentle")
        await until(lambda: process.stdout_tail)
        await process.stop()
        assert process.exit_code == 7
        assert process.stdout_tail == "ready\nbye\n"

    asyncio.run(run())


def test_who_ends_within_the_grace_is_not_signalled(tmp_path: Path) -> None:
    async def run() -> None:
        process = start("until", str(tmp_path / "file"))
        await until(lambda: process.stdout_tail)
        assert (process.exit_code, process.running) == (None, True)
        stopping = asyncio.create_task(process.stop(grace=LIMIT))
        await asyncio.sleep(0)
        (tmp_path / "file").touch()
        await asyncio.wait_for(stopping, LIMIT)
        assert process.exit_code == 0

    asyncio.run(run())


def test_an_interrupt_reaches_all_of_them() -> None:
    async def run() -> None:
        process = start("interruptible")
        await until(lambda: process.stdout_tail == "ready\n")
        process.interrupt()
        await until(lambda: "parent interrupted\n" in process.stdout_tail)
        assert "child interrupted\n" in process.stdout_tail
        assert process.running
        await process.stop()
        with pytest.raises(KernelDied):
            process.interrupt()

    asyncio.run(run())


def test_nothing_is_on_stdin_and_it_leads_a_session() -> None:
    async def run() -> None:
        process = start("reader")
        await asyncio.wait_for(process.wait(), LIMIT)
        assert process.stdout_tail == "'' True True\n"
        await process.stop()

    asyncio.run(run())


def test_a_wait_that_is_cancelled_disturbs_nobody() -> None:
    async def run() -> None:
        process = start("stubborn")
        with pytest.raises(asyncio.TimeoutError):
            await asyncio.wait_for(process.wait(), 0.05)
        others = [asyncio.create_task(process.wait()) for _ in range(3)]
        await pid_said(process)
        os.kill(process.pid, signal.SIGKILL)
        assert await asyncio.wait_for(asyncio.gather(*others), LIMIT) == [-9, -9, -9]
        await process.stop()

    asyncio.run(run())


def test_it_belongs_to_no_event_loop_or_thread() -> None:
    """Started in one thread, awaited in another one's loop, stopped in a third."""
    started: list[KernelProcess] = []
    codes: list[int | None] = []
    steps: list[Callable[[], object]] = [
        lambda: started.append(start("leave", "4")),
        lambda: codes.append(asyncio.run(started[0].wait())),
        lambda: asyncio.run(started[0].stop()),
    ]
    for step in steps:
        thread = threading.Thread(target=step)
        thread.start()
        thread.join(LIMIT)
    assert codes == [4]
    assert gone(started[0].pid)


def failing(tmp_path: Path) -> list[tuple[list[str], str | None, str]]:
    """Commands that cannot be started, in which folder, and what is said."""
    no_interpreter = tmp_path / "no_interpreter"
    no_interpreter.write_text("#!/no/such/interpreter\n")
    no_format = tmp_path / "no_format"
    no_format.write_bytes(b"\x00\x01")
    for path in (no_interpreter, no_format):
        path.chmod(0o755)
    return [
        (["no-such-program"], None, "cannot start 'no-such-program': no such program"),
        (["./no_format"], str(tmp_path), "no such program"),
        ([str(tmp_path)], None, "no such program"),
        ([sys.executable], str(tmp_path / "none"), f"there is no folder '{tmp_path}/none'"),
        ([str(no_interpreter)], None, "the interpreter that its first line names"),
        ([str(no_format)], None, "Exec format error"),
        ([sys.executable, "a\0b"], None, "null"),
    ]


def test_what_cannot_be_started_is_told(tmp_path: Path) -> None:
    for command, cwd, said in failing(tmp_path):
        with pytest.raises(KernelwireError) as caught:
            KernelProcess.start(command, cwd=cwd)
        assert said in str(caught.value)
    with pytest.raises(LocalProtocolError, match="no command"):
        KernelProcess.start([])


def test_the_program_is_looked_for_where_its_own_variables_say(tmp_path: Path) -> None:
    (tmp_path / "special").symlink_to("/bin/sh")

    async def run() -> None:
        process = KernelProcess.start(["special", "-c", "exit 9"], env={"PATH": str(tmp_path)})
        assert await asyncio.wait_for(process.wait(), LIMIT) == 9
        await process.stop()

    asyncio.run(run())


def test_what_it_says_can_be_passed_on(python: Run) -> None:
    code = (
        "import asyncio; from kernelwire.local.process import KernelProcess\n"
        "process = KernelProcess.start(['sh', '-c', 'echo out; echo err >&2'], echo=True)\n"
        "asyncio.run(process.wait()); asyncio.run(process.stop()); print(process.stdout_tail)"
    )
    done = python(ROOT, "-c", code)
    assert (done.stdout, done.stderr) == ("out\nout\n\n", "err\n")


def test_windows_threads_tell_the_same() -> None:
    """The half of it that is not Windows' own."""
    from kernelwire.local.groups import Group
    from kernelwire.local.windows import Watcher

    async def run() -> None:
        group = Group([sys.executable, UNRULY, "flood", "2"], os.environ, None)
        watcher = Watcher(group)  # type: ignore[arg-type]  # the group of the other system
        assert await watcher.exited.within(LIMIT)
        assert watcher.exit_code == 5
        assert watcher.tails.text(2).endswith("the end: \ufffd")
        watcher.release()
        assert await watcher.released.within(LIMIT)
        assert all(pipe.closed for pipe in group.pipes.values())

    asyncio.run(run())
