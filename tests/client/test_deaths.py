"""Kernels that die: at start, at work, and again; and those that are started again."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import time
from collections.abc import AsyncGenerator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path

import pytest

import kernelwire
from jupyter_messages import KernelInfoReply
from kernelwire import Client, ConnectionClosed, ConnectionInfo, KernelDied, KernelwireError
from kernelwire.client.waiting import within
from kernelwire.transports import Gap
from tests.client import LIMIT, run, run_code, writes

LISTEN = (
    "from comm import get_comm_manager as them; them().register_target('listener', lambda *_: None); kept = 1"
)
LAST_WORDS = "import os; os.write(2, b'last words\\n')"


@contextmanager
def running(file: Path) -> Iterator[subprocess.Popen[bytes]]:
    """An ipykernel on the ports that a connection file names."""
    command = [sys.executable, "-m", "ipykernel_launcher", "-f", str(file)]
    environment = {**os.environ, "PYDEVD_DISABLE_FILE_VALIDATION": "1"}
    with subprocess.Popen(command, env=environment, start_new_session=True) as process:
        try:
            yield process
        finally:
            process.kill()


@asynccontextmanager
async def attached(file: Path) -> AsyncGenerator[Client, None]:
    async with kernelwire.connect(file, timeout=LIMIT) as client:
        yield client


async def _all_die(client: Client, pid: int) -> list[KernelDied]:
    """Kill a kernel that has much to do; what each request came to."""
    running = client.execute("print('running', flush=True)\nimport time\ntime.sleep(600)")
    waiting = [asyncio.ensure_future(client.execute(str(n)).result()) for n in range(3)]
    waiting.append(asyncio.ensure_future(client.complete("a")))
    comm = client.comms.open("nobody")
    others = asyncio.ensure_future(comm.__anext__())
    await writes(running, "running")
    start = time.monotonic()
    os.kill(pid, signal.SIGKILL)
    died = await asyncio.wait_for(
        asyncio.gather(*waiting, running.done(), others, return_exceptions=True), LIMIT
    )
    print(f"all failed after {time.monotonic() - start:.2f} s")
    with pytest.raises(KernelDied):
        client.execute("1")
    return died  # type: ignore[return-value]  # asserted below


def test_a_killed_kernel_fails_all_that_is_under_way() -> None:
    async def scenario() -> None:
        async with kernelwire.launch("python3") as client:
            await run_code(client, LAST_WORDS)
            died = await _all_die(client, int(await run_code(client, "import os; print(os.getpid())")))
            assert [type(error) for error in died] == [KernelDied] * 6
            assert {error.exit_code for error in died} == {-9}
            assert all(error.stderr_tail.endswith("last words\n") for error in died)
            await client.restart(timeout=LIMIT)
            assert await run_code(client, "print('again')") == "again\n"

    run(scenario())


def test_a_restart_that_somebody_gave_up_goes_on() -> None:
    async def scenario() -> None:
        async with kernelwire.launch("python3") as client:
            for give_up in (0, 0.05):
                pid = await run_code(client, "import os; print(os.getpid())")
                with pytest.raises(TimeoutError, match="no restart within"):
                    await client.restart(timeout=give_up)
                await client.ready(timeout=LIMIT)
                assert await run_code(client, "import os; print(os.getpid())") != pid
            cancelled = asyncio.ensure_future(client.restart())
            await asyncio.sleep(0)
            cancelled.cancel()
            with pytest.raises(asyncio.CancelledError):
                await cancelled
            await client.ready(timeout=LIMIT)
            restarting = asyncio.ensure_future(client.restart())
            await asyncio.sleep(0)
        with pytest.raises(ConnectionClosed, match="closed"):
            await restarting

    run(scenario())


def test_a_killed_kernel_of_somebody_else_fails_all_and_the_next_one_is_talked_to(tmp_path: Path) -> None:
    file = tmp_path / "connection.json"
    ConnectionInfo.new().write(file)

    async def scenario() -> None:
        with running(file) as first:
            async with attached(file) as client:
                died = await _all_die(client, first.pid)
                assert [type(error) for error in died] == [KernelDied] * 6
                assert {error.exit_code for error in died} == {None}
                with running(file):
                    await _until_usable(client)
                    assert await run_code(client, "print('another one')") == "another one\n"
                    assert isinstance((await client.kernel_info(timeout=LIMIT)).content, KernelInfoReply)

    run(scenario())


def test_a_cell_of_somebody_else_is_interrupted_before_the_end(tmp_path: Path) -> None:
    ended = tmp_path / "ended"

    async def scenario() -> None:
        async with kernelwire.launch("python3") as client:
            assert client.connection_file
            async with attached(client.connection_file) as other:
                code = f"import atexit, pathlib; atexit.register(pathlib.Path({str(ended)!r}).touch)"
                await run_code(client, code)
                busy = other.execute("print('busy', flush=True)\nimport time\ntime.sleep(600)")
                await writes(busy, "busy")
                await writes(client.others(), "busy")
                await client.shutdown(timeout=LIMIT)

    run(scenario())
    assert ended.exists(), "it was terminated, and could not clean up"


async def _until_usable(client: Client) -> None:
    async with within(LIMIT, "other kernel"):
        while True:
            try:
                await client.ready()
            except KernelDied:
                await asyncio.sleep(0.05)
            else:
                return


def test_a_kernel_that_comes_back_is_one_gap(tmp_path: Path) -> None:
    from kernelwire.transports.zeromq.transport import ZmqTransport

    file = tmp_path / "connection.json"
    ConnectionInfo.new().write(file)

    async def scenario() -> None:
        transport = ZmqTransport(ConnectionInfo.read(file))
        try:
            for number in range(2):
                with running(file) as kernel:
                    seen = [await transport.receive()]
                    kernel.kill()
                    while True:
                        try:
                            seen.append(await transport.receive())
                        except KernelDied:
                            break
                assert [isinstance(each, Gap) for each in seen].count(True) == number
        finally:
            await transport.aclose()

    run(scenario())


def test_a_restart_fails_what_is_under_way_and_the_client_goes_on() -> None:
    async def scenario() -> None:
        async with kernelwire.launch("python3") as client:
            await run_code(client, LISTEN)
            comm = client.comms.open("listener")
            busy = client.execute("print('busy', flush=True)\nimport time\ntime.sleep(600)")
            queued = client.execute("1")
            await writes(busy, "busy")
            waiting = asyncio.ensure_future(comm.__anext__())
            await client.restart(timeout=LIMIT)
            with pytest.raises(KernelDied):
                await waiting
            # It was interrupted first, so it may have answered before it ended.
            assert busy.request.over
            assert queued.request.over
            assert client.info is not None
            result = await client.execute("kept", stop_on_error=False).result(timeout=LIMIT)
            assert result.outputs[0]["ename"] == "NameError"
            first = await client.execute("1").result(timeout=LIMIT)
            assert first.execution_count == 2
            await client.interrupt(timeout=LIMIT)
            assert await run_code(client, "print('on')") == "on\n"

    run(scenario())


def test_a_kernel_that_ends_itself_is_dead_with_its_exit_code() -> None:
    async def scenario() -> None:
        async with kernelwire.launch("python3") as client:
            with pytest.raises(KernelDied) as died:
                await client.execute("import os; os._exit(7)").result(timeout=LIMIT)
            assert died.value.exit_code == 7

    run(scenario())


def test_shutdown_ends_it_and_closes_the_client() -> None:
    async def scenario() -> None:
        async with kernelwire.launch("python3") as client:
            others = [message async for message in _shut(client)]
            assert others
            with pytest.raises(KernelwireError):
                client.execute("1")

    run(scenario())


async def _shut(client: Client):  # type: ignore[no-untyped-def]  # an async generator of messages
    await client.shutdown(timeout=LIMIT)
    async for message in client.others():
        yield message
