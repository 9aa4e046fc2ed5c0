"""Run one line of code in a Python kernel, step by step, with nothing but the low-level parts.

The counterpart of the Rust crates' example ``tokio-launch-kernel``: the same steps in the same order. Whoever
only wants the output writes ``async with kernelwire.launch("python3") as client`` instead.
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
import uuid
from datetime import datetime, timezone

from jupyter_messages import LATEST, ExecuteRequest, Header, Status
from kernelwire import (
    ConnectionInfo,
    KernelProcess,
    Message,
    find_ports,
    list_kernelspecs,
    open_channel,
    runtime_dir,
)
from kernelwire.transports.zeromq.channels import Channel


async def main() -> None:
    """All of it."""
    # Which kernels are installed, and the one for Python among them.
    kernelspec = list_kernelspecs()["python3"]

    # Five ports that are free now, one for each channel, and a key to sign messages with.
    # (`ConnectionInfo.new()` does these two steps.)
    shell_port, control_port, stdin_port, iopub_port, hb_port = find_ports("127.0.0.1", 5)
    info = ConnectionInfo(
        transport="tcp",
        ip="127.0.0.1",
        shell_port=shell_port,
        control_port=control_port,
        stdin_port=stdin_port,
        iopub_port=iopub_port,
        hb_port=hb_port,
        signature_scheme="hmac-sha256",
        key=str(uuid.uuid4()),
    )

    # The kernel reads all that from a file, in the folder where Jupyter keeps such files.
    connection_file = runtime_dir() / f"kernel-{uuid.uuid4()}.json"
    info.write(connection_file)
    try:
        # Start the kernel with the command of its kernelspec.
        process = KernelProcess.start(
            kernelspec.command(connection_file), env=kernelspec.environment(), cwd=tempfile.gettempdir()
        )
        try:
            await asyncio.wait_for(talk(info), timeout=60)
        except asyncio.TimeoutError:
            sys.exit(f"{process} does not answer; it said: {process.stderr_tail}")
        finally:
            await process.stop()  # and all that it started
    finally:
        connection_file.unlink()


async def talk(info: ConnectionInfo) -> None:
    """Say one thing to the kernel, and listen."""
    # Open two of its channels. ZeroMQ waits for the kernel to be there.
    session_id = uuid.uuid4().hex
    async with (
        open_channel(info, "iopub") as iopub,
        open_channel(info, "shell", identity=session_id.encode()) as shell,
    ):
        # A request to execute code.
        header = Header(
            msg_id=uuid.uuid4().hex,
            session=session_id,
            username="example",
            date=datetime.now(timezone.utc).isoformat(),
            msg_type="execute_request",
            version=LATEST,
        )
        request = Message(header, content=ExecuteRequest("print('Hello, World!')"))

        # Print what comes on iopub, until the kernel says that it is idle after our request.
        connected = asyncio.Event()
        output = asyncio.create_task(show(iopub, request.msg_id, connected))

        # What is said before iopub is connected is lost; this kernel says iopub_welcome when it is. (Of those
        # that do not, one asks for kernel_info until something is heard: `kernelwire.launch` does.)
        await connected.wait()
        await shell.send(request)
        await output


async def show(iopub: Channel[Message], request_id: str, connected: asyncio.Event) -> None:
    """Print what the kernel says, until it is done with the request."""
    while True:
        message = await iopub.receive()
        connected.set()
        match message.content:
            case Status(execution_state="idle") if message.parent_msg_id == request_id:
                print("Execution finalized, exiting...")
                return
            case Status():
                pass
            case content:
                print(content)


if __name__ == "__main__":
    asyncio.run(main())
