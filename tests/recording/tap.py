"""What jupyter_client's own `BlockingKernelClient` says to a kernel, and hears.

The bytes are taken at the sockets: the client gets a ZeroMQ context whose sockets keep a copy of
each multipart message. Heartbeats are not started. The client opens a session and asks what a
console or a notebook runner asks.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

import zmq
from jupyter_client.blocking.client import BlockingKernelClient
from jupyter_client.connect import KernelConnectionInfo

from tests.recording.kernels import launched
from tests.recording.recorder import USERNAME
from tests.recording.snippets import PYTHON
from tests.recording.wire import Json, capture_line, write_capture

Keep = Callable[[str, str, list[bytes]], None]
PATIENCE = 20.0


def record_jupyter_client(
    kernel_name: str = "python3", out: Path | None = None, *, home: Path | None = None
) -> list[Json]:
    """Drive a Python kernel with jupyter_client; returns the capture's lines in the wire form.

    `out` and `home` as in `record`. Raises `RuntimeError` when the kernel does not answer.
    """
    lines: list[Json] = []
    began = time.monotonic()
    with launched(kernel_name, home) as kernel:
        key = bytes(kernel.connection["key"])

        def keep(channel: str, direction: str, frames: list[bytes]) -> None:
            lines.append(capture_line(channel, direction, time.monotonic() - began, key, frames))

        client = BlockingKernelClient(context=_tapped_context(kernel.connection, keep))
        client.load_connection_info(cast(KernelConnectionInfo, kernel.connection))
        client.session.username = USERNAME
        client.start_channels(hb=False)
        try:
            client.wait_for_ready(timeout=60)
            _converse(client)
        finally:
            client.stop_channels()
            client.context.destroy(linger=0)
    if out is not None:
        write_capture(out, lines)
    return lines


def _converse(client: BlockingKernelClient) -> None:
    """A session from kernel_info to shutdown, all by the client's public methods."""
    asking: dict[str, Any] = {"reply": True, "timeout": PATIENCE}
    client.kernel_info(**asking)
    for snippet in ("stdout", "result", "astral", "rich", "error", "comm_echo"):
        _execute(client, PYTHON[snippet])
    _execute(client, "6 * 7", user_expressions=PYTHON["expressions"], store_history=False)
    _execute(client, PYTHON["input"], allow_stdin=True)
    client.complete("pri", 3, **asking)
    client.inspect("len", 3, detail_level=1, **asking)
    client.is_complete("for i in range(5):")
    client.get_shell_msg(timeout=PATIENCE)
    client.history(raw=True, output=True, hist_access_type="tail", n=3, **asking)
    client.comm_info("kernelwire.echo", **asking)
    _talk_on_a_comm(client)
    client.shutdown(restart=False, **asking)


def _execute(client: BlockingKernelClient, code: str, **options: Any) -> None:
    def answer(request: dict[str, Any]) -> None:
        client.input(f"an answer to {request['content']['prompt']}")

    client.execute_interactive(
        code, timeout=PATIENCE, stdin_hook=answer, output_hook=lambda message: None, **options
    )


def _talk_on_a_comm(client: BlockingKernelClient) -> None:
    """Comms have no method in jupyter_client; its Session builds and sends the messages."""
    comm = {"comm_id": "kw-jupyter-client", "data": {}}
    _say(client, "comm_open", {**comm, "target_name": "kernelwire.echo"}, [])
    _say(client, "comm_msg", {**comm, "data": {"n": 1}}, [b"\x00\x01", memoryview(b"<IDS|MSG>")])
    _say(client, "comm_close", comm, [])


def _say(client: BlockingKernelClient, msg_type: str, content: Json, buffers: list[Any]) -> None:
    message = client.session.msg(msg_type, content)
    socket = client.shell_channel.socket
    client.session.send(socket, message, buffers=buffers)
    parent = message["header"]["msg_id"]
    while True:
        heard = client.get_iopub_msg(timeout=PATIENCE)
        idle = heard["content"].get("execution_state") == "idle"
        if idle and heard["parent_header"].get("msg_id") == parent:
            return


def _tapped_context(connection: Json, keep: Keep) -> zmq.Context[zmq.Socket[bytes]]:
    """A context whose sockets report each multipart message; the channel follows from the port."""
    channels = {connection[f"{name}_port"]: name for name in ("shell", "control", "stdin", "iopub")}

    class TappedSocket(zmq.Socket[bytes]):
        # pyzmq takes unknown attributes for socket options unless the class declares them.
        channel = ""

        def connect(self, addr: str) -> Any:
            self.channel = channels[int(addr.rsplit(":", 1)[1])]
            return super().connect(addr)

        def send_multipart(self, msg_parts: Any, *args: Any, **options: Any) -> Any:
            keep(self.channel, "to_kernel", [bytes(part) for part in msg_parts])
            return super().send_multipart(msg_parts, *args, **options)

        def recv_multipart(self, *args: Any, **options: Any) -> Any:
            frames = super().recv_multipart(*args, **options)
            keep(self.channel, "from_kernel", [bytes(frame) for frame in frames])
            return frames

    class TappedContext(zmq.Context[zmq.Socket[bytes]]):
        _socket_class = TappedSocket

    return TappedContext()
