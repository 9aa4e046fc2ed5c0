"""`Recorder`: a raw client of one running kernel that keeps every message of both directions.

It opens its own sockets and signs with the standard library. It knows nothing of scenarios, starts
no process and writes no file unless told to.
"""

from __future__ import annotations

import time
import uuid
from collections import deque
from collections.abc import Iterable, Mapping
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

import zmq

from tests.recording.wire import Json, Received, capture_line, pack, unpack, write_capture

PROTOCOL_VERSION = "5.5"
USERNAME = "kernelwire"


class Recorder:
    """All five channels of one kernel.

    `lines` grows by one capture line for each message of the other four; heartbeats are no messages, what
    came back of them is in `echoes`.

    `connection` is the content of a connection file (TCP or IPC). Use as a context manager, or call
    `close()`. Not thread-safe: one thread sends and receives.
    """

    def __init__(self, connection: Mapping[str, Any], *, session: str | None = None) -> None:
        self.lines: list[Json] = []
        self.echoes: list[bytes] = []
        self.session = session or uuid.uuid4().hex
        key = connection.get("key", "")
        self._key = key if isinstance(key, bytes) else str(key).encode("ascii")
        self._began = time.monotonic()
        self._inbox: deque[Received] = deque()
        self._context = zmq.Context()
        self._poller = zmq.Poller()
        self._names: dict[zmq.Socket[bytes], str] = {}
        self._sockets: dict[str, zmq.Socket[bytes]] = {}
        # An input request finds its client by the identity of the shell socket, so stdin must share
        # it.
        identity = self.session.encode("ascii")
        for channel in ("shell", "control", "stdin"):
            self._open(channel, zmq.DEALER, connection, {zmq.IDENTITY: identity})
        # The default high-water mark drops output silently when a kernel prints a lot.
        self._open("iopub", zmq.SUB, connection, {zmq.SUBSCRIBE: b"", zmq.RCVHWM: 0})
        self._open("heartbeat", zmq.REQ, connection, {})

    def _open(
        self, channel: str, kind: int, connection: Mapping[str, Any], options: Mapping[int, Any]
    ) -> None:
        socket: zmq.Socket[bytes] = self._context.socket(kind)
        socket.setsockopt(zmq.LINGER, 0)
        # The kernel binds after we connect; the default of 100 ms would lose the first status
        # messages.
        socket.setsockopt(zmq.RECONNECT_IVL, 10)
        for option, value in options.items():
            socket.setsockopt(option, value)
        port = connection["hb_port" if channel == "heartbeat" else f"{channel}_port"]
        separator = "-" if connection["transport"] == "ipc" else ":"
        socket.connect(f"{connection['transport']}://{connection['ip']}{separator}{port}")
        self._poller.register(socket, zmq.POLLIN)
        self._names[socket] = channel
        self._sockets[channel] = socket

    def __enter__(self) -> Recorder:
        return self

    def __exit__(self, *exc_info: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the sockets; what was recorded stays in `lines`."""
        self._context.destroy(linger=0)

    def send(
        self,
        channel: str,
        msg_type: str,
        content: Mapping[str, Any],
        *,
        parent: Mapping[str, Any] | None = None,
        buffers: Iterable[bytes] = (),
        header: Mapping[str, Any] | None = None,
    ) -> str:
        """Send one message with a complete header (spec 5.5); returns its msg_id.

        `header` holds additions such as `subshell_id`.
        """
        msg_id = uuid.uuid4().hex
        full = {
            "msg_id": msg_id,
            "session": self.session,
            "username": USERNAME,
            "date": datetime.now(timezone.utc).isoformat(),
            "msg_type": msg_type,
            "version": PROTOCOL_VERSION,
            **(header or {}),
        }
        frames = pack(self._key, [full, parent or {}, {}, content], buffers)
        self._sockets[channel].send_multipart(frames)
        self._keep(channel, "to_kernel", frames)
        return msg_id

    def _keep(self, channel: str, direction: str, frames: list[bytes]) -> None:
        elapsed = time.monotonic() - self._began
        self.lines.append(capture_line(channel, direction, elapsed, self._key, frames))

    def receive(self, timeout: float) -> Received | None:
        """The next message from any channel, or None when there is none within `timeout` seconds.

        Heartbeats come as a `Received` with nothing but `frames`.
        """
        if not self._inbox:
            ready = self._poller.poll(max(0, round(timeout * 1000)))
            for socket, _ in ready:
                channel = self._names[socket]
                frames = socket.recv_multipart()
                if channel == "heartbeat":
                    self.echoes += frames
                else:
                    self._keep(channel, "from_kernel", frames)
                self._inbox.append(unpack(channel, frames))
        return self._inbox.popleft() if self._inbox else None

    def ping(self, payload: bytes) -> None:
        """Send a heartbeat; the echo comes through `receive`. One at a time (REQ socket)."""
        self._sockets["heartbeat"].send(payload)

    def write(self, path: Path) -> None:
        """Write what was recorded so far as a capture in the wire form."""
        write_capture(path, self.lines)
