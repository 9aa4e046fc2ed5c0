"""A kernel that is quick to start and to end, for tests of launching: a script, plain pyzmq.

It answers kernel_info and shutdown, and starts a process of its own that would outlive it. With
``--deaf`` it does not end when it is asked to.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import signal
import subprocess
import sys
from itertools import count

import zmq

_numbers = count()


def main(file: str, *flags: str) -> None:
    with open(file, encoding="utf-8") as opened:
        info = json.load(opened)
    if "--child" in flags:
        subprocess.Popen(["sleep", "600"])
    if "--deaf" in flags:
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        signal.signal(signal.SIGINT, signal.SIG_IGN)
    context = zmq.Context()
    kinds = {"shell": zmq.ROUTER, "control": zmq.ROUTER, "stdin": zmq.ROUTER, "iopub": zmq.PUB, "hb": zmq.REP}
    sockets = {name: context.socket(kind) for name, kind in kinds.items()}
    poller = zmq.Poller()
    for name, socket in sockets.items():
        socket.bind(f"tcp://{info['ip']}:{info[name + '_port']}")
        if name != "iopub":
            poller.register(socket, zmq.POLLIN)
    while True:
        for socket, _ in poller.poll():
            frames = socket.recv_multipart()
            if socket is sockets["hb"]:
                socket.send_multipart(frames)
            elif answer(info["key"].encode(), sockets["iopub"], socket, frames) and "--deaf" not in flags:
                context.destroy(linger=1000)
                return


def answer(key: bytes, iopub: zmq.Socket[bytes], socket: zmq.Socket[bytes], frames: list[bytes]) -> bool:
    """Answer between busy and idle; whether it was a request to end."""
    start = frames.index(b"<IDS|MSG>")
    header = json.loads(frames[start + 2])
    msg_type = header["msg_type"]

    def send(to: zmq.Socket[bytes], routes: list[bytes], name: str, content: object) -> None:
        mine = {**header, "msg_id": f"{os.getpid()}-{next(_numbers)}", "msg_type": name}
        parts = [json.dumps(part).encode() for part in (mine, header, {}, content)]
        signature = hmac.new(key, b"".join(parts), hashlib.sha256).hexdigest().encode()
        to.send_multipart([*routes, b"<IDS|MSG>", signature, *parts])

    language = {"name": "none", "version": "0", "mimetype": "text/plain", "file_extension": ".txt"}
    content = {
        "kernel_info_request": {
            "status": "ok",
            "protocol_version": "5.4",
            "implementation": "quick",
            "implementation_version": "0",
            "language_info": language,
            "banner": "",
        },
        "shutdown_request": {"status": "ok", "restart": False},
    }.get(msg_type, {"status": "error", "ename": "Unknown", "evalue": msg_type, "traceback": []})
    send(iopub, [b"status"], "status", {"execution_state": "busy"})
    if msg_type != "execute_request":  # that runs for ever
        send(socket, frames[:start], msg_type.replace("_request", "_reply"), content)
        send(iopub, [b"status"], "status", {"execution_state": "idle"})
    return bool(msg_type == "shutdown_request")


if __name__ == "__main__":
    main(*sys.argv[1:])
