"""Whether a socket's connection is up, by libzmq's own events. What follows from it: transports.zeromq."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from typing import Any

import zmq
from zmq.utils.monitor import parse_monitor_message

from kernelwire.transports.zeromq.descriptors import Watcher
from kernelwire.transports.zeromq.sockets import Socket, descriptor

_UP = int(zmq.EVENT_HANDSHAKE_SUCCEEDED)
_LOST = int(zmq.EVENT_DISCONNECTED)
_NEVER_UP = int(zmq.EVENT_HANDSHAKE_FAILED_NO_DETAIL)
_numbers = itertools.count()


class Monitor:
    """Tells when a connection is made, and when it ends so that its socket is of no more use.

    To be made before the socket connects.

    libzmq connects again by itself, but not after a peer broke the ZeroMQ protocol, as by a frame over
    ZMQ_MAXMSGSIZE; and what was queued for the one peer goes to the next. So every end is told, but that of a
    connection that never got through its handshake: that one libzmq tries again.
    """

    def __init__(
        self, socket: Socket, watcher: Watcher, up: Callable[[], None], lost: Callable[[], None]
    ) -> None:
        self._up, self._lost, self._watcher = up, lost, watcher
        # socket.get_monitor_socket names it after the descriptor, which may have been that of a socket which
        # is still closing.
        address = f"inproc://monitor-{next(_numbers)}"
        socket.monitor(address, _UP | _LOST | _NEVER_UP)
        untyped: Any = socket
        self._events: Any = untyped.context.socket(zmq.PAIR)
        self._events.connect(address)
        self._fd = descriptor(self._events)
        self._failed = self._closed = False
        watcher.add(self._fd, self._read)
        self._read()  # of a socket that was never looked at, nothing is signalled

    def _read(self) -> None:
        while not self._closed:
            try:
                event = parse_monitor_message(self._events.recv_multipart(zmq.NOBLOCK))["event"]
            except zmq.Again:
                return
            if event == _UP:
                self._up()
            elif event == _NEVER_UP:
                self._failed = True
            elif self._failed:
                self._failed = False  # the DISCONNECTED that follows it
            else:
                self._lost()

    def close(self) -> None:
        """Before its socket is closed. Again: nothing."""
        if not self._closed:
            self._closed = True
            self._watcher.remove(self._fd)
            self._events.close(0)
