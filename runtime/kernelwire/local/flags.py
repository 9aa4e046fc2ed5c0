"""Something that happens once, said by a thread and awaited in any event loop. No processes here."""

from __future__ import annotations

import asyncio
import threading
from contextlib import suppress


class Flag:
    """As `asyncio.Event`, but bound to no event loop: any thread sets it, and it stays set."""

    __slots__ = ("_lock", "_set", "_waiting")

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._set = False
        self._waiting: set[asyncio.Future[None]] = set()

    def __bool__(self) -> bool:
        return self._set

    def set(self) -> None:
        """Wake all that wait."""
        with self._lock:
            self._set = True
            for future in self._waiting:
                with suppress(RuntimeError):  # its loop is closed: nobody waits there any more
                    future.get_loop().call_soon_threadsafe(_wake, future)

    async def within(self, seconds: float | None) -> bool:
        """Whether it is set, after waiting no longer than that; None: for as long as it takes."""
        future = asyncio.get_running_loop().create_future()
        with self._lock:
            if self._set:
                return True
            self._waiting.add(future)
        try:
            await asyncio.wait([future], timeout=seconds)
        finally:
            with self._lock:
                self._waiting.discard(future)
        return self._set


def _wake(future: asyncio.Future[None]) -> None:
    if not future.done():
        future.set_result(None)
