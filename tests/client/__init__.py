"""Clients of real kernels: what the tests of this package share."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable, Coroutine
from contextlib import AbstractAsyncContextManager, AsyncExitStack
from typing import Any, TypeVar

import pytest

from jupyter_messages import Stream
from kernelwire import Client, Message, Result
from kernelwire.client.verbs import Verbs
from kernelwire.client.waiting import within
from tests.recording.kernels import installed

LIMIT = 60.0
"""Seconds that anything may take before a test fails."""
T = TypeVar("T")


def run(scenario: Coroutine[Any, Any, T], limit: float = 2 * LIMIT) -> T:
    """Run it in an event loop of its own, not for ever."""
    return asyncio.run(asyncio.wait_for(scenario, limit))


def need(kernel: str) -> None:
    """Skip a test whose kernel is not installed; where CI is set, it fails."""
    if kernel not in installed():
        reason = f"no kernelspec {kernel!r} is installed here; make kernels does it"
        pytest.fail(reason) if os.environ.get("CI") else pytest.skip(reason)


class Shared:
    """One client and the event loop that it lives in, for several tests. To be closed."""

    def __init__(self, opened: Callable[[], AbstractAsyncContextManager[Client]]) -> None:
        self._loop = asyncio.new_event_loop()
        self._stack = AsyncExitStack()
        try:
            self.client = self._wait(self._stack.enter_async_context(opened()))
        except BaseException:
            self._loop.close()
            raise

    def run(self, scenario: Callable[[Client], Coroutine[Any, Any, T]]) -> T:
        """Have a test talk to it."""
        return self._wait(scenario(self.client))

    def close(self) -> None:
        try:
            self._wait(self._stack.aclose())
        finally:
            self._loop.close()

    def _wait(self, work: Coroutine[Any, Any, T]) -> T:
        return self._loop.run_until_complete(asyncio.wait_for(work, 2 * LIMIT))


def stdout(result: Result) -> str:
    return "".join(output["text"] for output in result.outputs if output.get("name") == "stdout")


async def run_code(client: Verbs, code: str, *, wanted: str = "", **options: Any) -> str:
    """Run code that is all right; what it wrote on stdout, which has what is ``wanted`` sooner or later."""
    result = await client.execute(code, **options).result(timeout=LIMIT)
    assert result.status == "ok", result
    await late(client, result, wanted)
    return stdout(result)


async def late(client: Verbs, result: Result, wanted: str) -> None:
    """Wait until it is in a text, or elsewhere: some kernels, as Deno, are idle before all is said."""
    async with within(LIMIT, f"{wanted!r} among the outputs"):
        while wanted not in "".join(output.get("text", "") for output in result.outputs):
            if wanted in repr(result.outputs):
                return
            await client.kernel_info()


async def until(messages: Any, wanted: Callable[[Message[Any]], bool]) -> list[Message[Any]]:
    """What is given, up to the first message that is wanted; that is the last one."""
    seen: list[Message[Any]] = []

    async def collect() -> None:
        async for message in messages:
            seen.append(message)
            if wanted(message):
                return
        raise AssertionError(f"it never came, but {seen}")

    await asyncio.wait_for(collect(), LIMIT)
    return seen


async def writes(messages: Any, text: str) -> list[Message[Any]]:
    """What is given, up to a stream that has this text."""
    return await until(
        messages, lambda message: isinstance(message.content, Stream) and text in message.content.text
    )
