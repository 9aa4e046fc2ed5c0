"""Kernels on a real Jupyter server that are interrupted, restarted and killed."""

from __future__ import annotations

import asyncio
import os
import signal
from contextlib import suppress

import pytest

import kernelwire
from kernelwire import Client, ConnectionClosed, KernelDied, RemoteProtocolError, Server
from kernelwire.client.waiting import within
from tests.client import LIMIT, need, run, run_code, writes
from tests.client.test_deaths import LISTEN
from tests.client.test_scenario import served
from tests.servers import JupyterServer


async def _usable(client: Client) -> None:
    async with within(LIMIT, "kernel in its place"):
        while True:
            try:
                await client.ready()
                await client.execute("1").done()
            except KernelDied:
                continue
            return


@pytest.mark.parametrize("default", [False, True], ids=["v1", "default"])
def test_interrupted_restarted_and_killed(jupyter: JupyterServer, default: bool) -> None:
    async def scenario() -> None:
        async with served(jupyter, "python3", default=default) as client:
            looping = client.execute("print('looping', flush=True)\nwhile True: pass")
            await writes(looping, "looping")
            await client.interrupt(timeout=LIMIT)
            assert (await looping.result(timeout=LIMIT)).status == "error"

            busy = client.execute("print('busy', flush=True)\nimport time\ntime.sleep(600)")
            await writes(busy, "busy")
            await client.restart(timeout=LIMIT)
            assert busy.request.over
            assert await run_code(client, "print('restarted')") == "restarted\n"

            await run_code(client, LISTEN)
            comm = client.comms.open("listener")
            pid = int(await run_code(client, "import os; print(os.getpid())"))
            busy = client.execute("print('busy', flush=True)\nimport time\ntime.sleep(600)")
            await writes(busy, "busy")
            waiting = [asyncio.ensure_future(work) for work in (busy.done(), comm.__anext__())]
            os.kill(pid, signal.SIGKILL)  # the server sees it, says so, and starts another one
            died = await asyncio.wait_for(asyncio.gather(*waiting, return_exceptions=True), LIMIT)
            assert [type(error) for error in died] == [KernelDied] * 2
            await _usable(client)
            assert int(await run_code(client, "import os; print(os.getpid())")) != pid

    run(scenario())


def test_by_the_address_that_front_ends_use(jupyter: JupyterServer) -> None:
    async def scenario() -> None:
        async with Server(jupyter.url, jupyter.token) as server:
            kernel = await server.start_kernel("python3")
            url = f"{jupyter.url.replace('http', 'ws', 1)}api/kernels/{kernel.id}/channels"
            async with kernelwire.connect(url, token=jupyter.token, timeout=LIMIT) as client:
                assert await run_code(client, "print('hi')") == "hi\n"
            await server.shutdown(kernel.id)

    run(scenario())


@pytest.mark.parametrize("kernel", ["python3", "xpython"])
def test_what_somebody_else_does_to_it_ends_what_is_under_way(jupyter: JupyterServer, kernel: str) -> None:
    need(kernel)

    async def scenario() -> None:
        async with Server(jupyter.url, jupyter.token) as server:
            kernel_id = (await server.start_kernel(kernel)).id
            url = f"{jupyter.url}api/kernels/{kernel_id}"
            async with kernelwire.connect(url, token=jupyter.token, timeout=LIMIT) as client:
                for end in (server.restart, server.shutdown) if kernel == "python3" else (server.shutdown,):
                    busy = client.execute("print('busy', flush=True)\nimport time\ntime.sleep(600)")
                    await writes(busy, "busy")
                    queued = client.execute("1")
                    await end(kernel_id)
                    with suppress(KernelDied, RemoteProtocolError):  # the server interrupts it first
                        assert (await busy.result(timeout=LIMIT)).status == "error"
                    with pytest.raises((KernelDied, ConnectionClosed)):
                        await queued.result(timeout=LIMIT)
                    if end == server.restart:
                        assert await run_code(client, "print('again')") == "again\n"
                with pytest.raises(KernelDied):
                    await client.execute("1").done(timeout=LIMIT)

    run(scenario())
