"""An event loop in a thread of its own, for callers that wait: `kernelwire.blocking` stands on it."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Coroutine
from concurrent.futures import Future
from contextlib import suppress
from typing import Any, ParamSpec, TypeVar, cast

from kernelwire.errors import ConnectionClosed, LocalProtocolError

P = ParamSpec("P")
T = TypeVar("T")


async def in_thread(function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Call a function that may wait for ever, for somebody at the keyboard, say.

    `asyncio.to_thread` does the same, but then neither the loop nor the interpreter ends before the function.
    """
    loop = asyncio.get_running_loop()
    future: asyncio.Future[T] = loop.create_future()

    def settle(result: T | None, error: BaseException | None) -> None:
        if not future.done():
            future.set_exception(error) if error else future.set_result(cast("T", result))

    def call() -> None:
        result: T | None = None
        error: BaseException | None = None
        try:
            result = function(*args, **kwargs)
        except StopIteration as raised:  # which no future can hold
            error = RuntimeError(f"{function!r} raised {raised!r}")
        except BaseException as raised:  # whatever it is, it belongs to who waits
            error = raised
        with suppress(RuntimeError):  # the loop is closed: nobody waits any more
            loop.call_soon_threadsafe(settle, result, error)

    threading.Thread(target=call, name="kernelwire-handler", daemon=True).start()
    return await future


class LoopThread:
    """Runs coroutines for other threads until it is closed; also for one that runs an event loop itself."""

    def __init__(self) -> None:
        self._loop = asyncio.new_event_loop()
        self._lock, self._closed = threading.Lock(), False
        self._thread = threading.Thread(target=self._serve, name="kernelwire", daemon=True)
        self._thread.start()

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        """Wait for a coroutine. Whoever gives up (Ctrl-C) cancels it.

        Raises ConnectionClosed after `close`, LocalProtocolError within the loop's own thread: it would wait
        for itself.
        """
        try:
            if threading.current_thread() is self._thread:
                raise LocalProtocolError("a coroutine of yours waits for its own event loop: use a function")
            with self._lock:
                if self._closed:
                    raise ConnectionClosed("the client is closed")
                future: Future[T] = asyncio.run_coroutine_threadsafe(work, self._loop)
        except BaseException:
            work.close()
            raise
        try:
            return future.result()
        except BaseException:
            future.cancel()
            raise

    def call(self, function: Callable[[], T]) -> T:
        """Call a function there: what belongs to an event loop is touched in its own thread alone."""

        async def called() -> T:
            return function()

        return self.run(called())

    def close(self) -> None:
        """Cancel what still runs, and end the thread."""
        with self._lock:  # whatever was begun before is seen, and cancelled, at the end
            if not self._closed:
                self._closed = True
                self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()

    def _serve(self) -> None:
        asyncio.set_event_loop(self._loop)
        try:
            self._loop.run_forever()
            left = asyncio.all_tasks(self._loop)
            for task in left:
                task.cancel()
            self._loop.run_until_complete(asyncio.gather(*left, return_exceptions=True))
            self._loop.run_until_complete(self._loop.shutdown_asyncgens())
            self._loop.run_until_complete(self._loop.shutdown_default_executor())
        finally:
            self._loop.close()
