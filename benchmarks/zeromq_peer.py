"""The other side of the ZeroMQ benchmark: a process of its own, plain pyzmq, and the same for all."""

from __future__ import annotations

import hashlib
import hmac
import json
import multiprocessing
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import zmq

from kernelwire.local.connection import ConnectionInfo

HEARERS = 3
"""How many subscribe to its output."""
Send = Callable[[str], None]


@contextmanager
def peer(info: ConnectionInfo, outputs: int) -> Iterator[Send]:
    """A process that echoes what comes on shell, and publishes ``outputs`` messages whenever told to.

    Given is what tells it to, with another name each time; it waits until all `HEARERS` have subscribed.
    """
    spawn = multiprocessing.get_context("spawn")
    here, there = spawn.Pipe()
    process = spawn.Process(
        target=_serve, args=(there, info.shell_url, info.iopub_url, info.key, outputs), daemon=True
    )
    process.start()
    here.recv()

    def tell(turn: str) -> None:
        here.send(turn)
        here.recv()

    try:
        yield tell
    finally:
        here.send("")
        process.join(10)
        process.kill()


def _serve(pipe: Any, shell_url: str, iopub_url: str, key: str, outputs: int) -> None:
    context = zmq.Context()
    router, pub = context.socket(zmq.ROUTER), context.socket(zmq.XPUB)
    router.bind(shell_url)
    pub.setsockopt(zmq.SNDHWM, 0)
    pub.setsockopt(zmq.XPUB_VERBOSE, 1)
    pub.bind(iopub_url)
    hearers = 0
    pipe.send("ready")
    poller = zmq.Poller()
    poller.register(router, zmq.POLLIN)
    poller.register(pipe.fileno(), zmq.POLLIN)
    while True:
        ready = dict(poller.poll())
        if router in ready:
            router.send_multipart(router.recv_multipart())
        elif turn := pipe.recv():
            while hearers < HEARERS:
                hearers += pub.recv().startswith(b"\1")
            for index in range(outputs):
                pub.send_multipart(_output(key, f"{turn}-{index}"))
            time.sleep(1)  # until it has arrived
            pipe.send("sent")
        else:
            context.destroy(0)
            return


def _output(key: str, name: str) -> list[bytes]:
    header = {
        "msg_id": f"4b1d5a7e-{name}",
        "msg_type": "stream",
        "username": "ada",
        "session": "4b1d5a7e-0c4c5f8b",
        "date": "2026-03-09T14:05:21.058145Z",
        "version": "5.4",
    }
    parent = {**header, "msg_id": "9c0f2b66-1", "msg_type": "execute_request"}
    content = {"name": "stdout", "text": "a line of output, as long as many of them are: 60 bytes\n"}
    parts = [json.dumps(part).encode() for part in (header, parent, {}, content)]
    signature = hmac.new(key.encode(), b"".join(parts), hashlib.sha256).hexdigest().encode()
    return [b"kernel.4b1d5a7e.stream.stdout", b"<IDS|MSG>", signature, *parts]
