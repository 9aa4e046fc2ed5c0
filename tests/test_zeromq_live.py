"""The transport and single channels with real ipykernel: over TCP, IPC, CURVE; killed, and started again."""

from __future__ import annotations

import asyncio
import shutil
import subprocess
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from jupyter_messages import ExecuteReply, IopubWelcome, Status, Stream
from kernelwire import KernelDied, Message
from kernelwire.local.connection import ConnectionInfo
from kernelwire.local.kernelspecs import find_kernelspec
from kernelwire.local.paths import socket_folder
from kernelwire.local.process import KernelProcess
from kernelwire.transports import Gap
from kernelwire.transports.zeromq.transport import ZmqTransport
from tests.conftest import ROOT
from tests.made import ENVIRONMENT, PYTHON
from tests.peer import request, run

LINES = 20_000


@asynccontextmanager
async def kernel(info: ConnectionInfo, file: Path) -> AsyncIterator[KernelProcess]:
    """Real ipykernel, listening where ``info`` says."""
    info.write(file)
    spec = find_kernelspec("python3")
    process = KernelProcess.start(spec.command(file), env=spec.environment())
    try:
        yield process
    finally:
        await process.stop()


async def executed(transport: ZmqTransport, code: str) -> list[Message[Any]]:
    """All that comes until a request is done."""
    asked = request(code)
    await transport.send(asked)
    messages: list[Message[Any]] = []
    idle = replied = False
    while not (idle and replied):
        message = await transport.receive()
        assert isinstance(message, Message)
        messages.append(message)
        if message.parent_msg_id == asked.msg_id:
            replied = replied or message.channel == "shell"
            idle = idle or message.content == Status("idle")
    return messages


def text(messages: list[Message[Any]]) -> str:
    # On stderr, the debugger has its own opinion of frozen modules.
    streams = [message.content for message in messages if isinstance(message.content, Stream)]
    return "".join(stream.text for stream in streams if stream.name == "stdout")


@pytest.mark.parametrize("way", ["tcp", "ipc", "curve"])
def test_a_real_kernel_runs_and_dies_and_comes_again(tmp_path: Path, way: str) -> None:
    async def main(info: ConnectionInfo) -> None:
        transport = ZmqTransport(info)
        async with kernel(info, tmp_path / "kernel.json") as process:
            message = await transport.receive()
            while message.content != IopubWelcome(""):  # type: ignore[union-attr]
                message = await transport.receive()
            messages = await executed(transport, f"for line in range({LINES}): print(line)")
            assert text(messages) == "".join(f"{line}\n" for line in range(LINES))
            assert any(isinstance(message.content, ExecuteReply) for message in messages)
            while not transport.beating:
                await asyncio.sleep(0.1)
            await transport.send(request("import os; os.kill(os.getpid(), 9)"))
            with pytest.raises(KernelDied) as died:
                while True:
                    await transport.receive()
            assert died.value.exit_code is None
            assert await process.wait() == -9
        async with kernel(info, tmp_path / "kernel.json"):
            assert isinstance(await transport.receive(), Gap)
            message = await transport.receive()
            while message.content != IopubWelcome(""):  # type: ignore[union-attr]
                message = await transport.receive()
            assert text(await executed(transport, "print('again')")) == "again\n"
        await transport.aclose()

    folder = socket_folder()
    try:
        ipc = way == "ipc"
        run(main(ConnectionInfo.new_ipc(folder) if ipc else ConnectionInfo.new(curve=way == "curve")))
    finally:
        shutil.rmtree(folder)


def test_who_has_not_the_key_is_not_heard(tmp_path: Path) -> None:
    async def main() -> None:
        info = ConnectionInfo.new(curve=True)
        plain = without_curve(info)
        async with kernel(info, tmp_path / "kernel.json"):
            encrypted, open_one = ZmqTransport(info), ZmqTransport(plain)
            await executed_when_ready(encrypted)
            await open_one.send(request("leak = 1"))
            assert "NameError" in str([each.content for each in await executed(encrypted, "leak")])
            await open_one.aclose()
            await encrypted.aclose()

    run(main())


def without_curve(info: ConnectionInfo) -> ConnectionInfo:
    return ConnectionInfo(
        info.transport,
        info.ip,
        info.shell_port,
        info.control_port,
        info.stdin_port,
        info.iopub_port,
        info.hb_port,
        info.signature_scheme,
        info.key,
    )


async def executed_when_ready(transport: ZmqTransport) -> None:
    while True:
        message = await transport.receive()
        assert isinstance(message, Message)
        if message.content == IopubWelcome(""):
            await executed(transport, "pass")
            return


def test_the_example(tmp_path: Path) -> None:
    done = subprocess.run(
        [*PYTHON, str(ROOT / "examples" / "hello_kernel.py")],
        env={**ENVIRONMENT, "JUPYTER_RUNTIME_DIR": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    lines = done.stdout.splitlines()
    assert lines[0].startswith("IopubWelcome(")
    assert lines[-1] == "Execution finalized, exiting..."
    assert any("Hello, World!" in line for line in lines if line.startswith("Stream("))  # in one piece or two
    assert any(line.startswith("ExecuteInput(") for line in lines)
    assert [*tmp_path.iterdir()] == []
