"""Calls a function when a file descriptor can be read, on any event loop. No ZeroMQ here.

Selector loops (and uvloop) do it themselves. Windows' default loop, the proactor, cannot: there a thread
selects in its place.
"""

from __future__ import annotations

import asyncio
import select
import socket
import threading
from collections.abc import Callable
from typing import Any


class Watcher:
    """The descriptors that one owner watches on the running loop. To be closed by `close`.

    A callback must read what makes its descriptor readable, or it is called again at once.
    """

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self._loop = loop
        self._thread: _SelectThread | None = None

    def add(self, fd: int, callback: Callable[[], None]) -> None:
        """Call back whenever ``fd`` can be read."""
        if self._thread is None:
            try:
                self._loop.add_reader(fd, callback)
                return
            except NotImplementedError:
                self._thread = _SelectThread(self._loop)
        self._thread.add(fd, callback)

    def remove(self, fd: int) -> None:
        """Never again; to be called before ``fd`` is closed."""
        if self._thread is not None:
            self._thread.remove(fd)
        elif not self._loop.is_closed():
            self._loop.remove_reader(fd)

    def close(self) -> None:
        """End the thread, if there is one."""
        if self._thread is not None:
            self._thread.close()


class _SelectThread:
    """One thread that waits where the loop cannot; callbacks run on the loop, and it waits for their end."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self._loop = loop
        self._callbacks: dict[int, Callable[[], None]] = {}
        self._seen = threading.Event()
        self._closed = False
        self._wake, self._waker = socket.socketpair()
        self._wake.setblocking(False)
        threading.Thread(target=self._run, name="kernelwire-select", daemon=True).start()

    def add(self, fd: int, callback: Callable[[], None]) -> None:
        self._callbacks[fd] = callback
        self._waker.send(b"\0")

    def remove(self, fd: int) -> None:
        self._callbacks.pop(fd, None)
        self._waker.send(b"\0")

    def close(self) -> None:
        if not self._closed:
            self._closed = True
            self._seen.set()
            self._waker.close()  # ends the wait of the thread, which closes the rest

    def _run(self) -> None:
        with self._wake:
            while not self._closed:
                try:
                    wanted: list[Any] = [self._wake, *self._callbacks.copy()]
                    ready = select.select(wanted, (), ())[0]
                    if self._wake in ready:
                        self._wake.recv(4096)
                    self._seen.clear()
                    self._loop.call_soon_threadsafe(self._call, ready)
                except (OSError, ValueError):
                    continue  # one was closed meanwhile: look again, without it
                except RuntimeError:
                    return  # the loop is closed
                while not self._closed and not self._seen.wait(1):
                    if self._loop.is_closed():
                        return

    def _call(self, ready: list[Any]) -> None:
        try:
            for fd in ready:
                callback = self._callbacks.get(fd)
                if callback is not None:
                    callback()
        finally:
            self._seen.set()
