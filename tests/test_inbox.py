"""The inbox of the ZeroMQ sockets: who receives goes on within the event that brought something."""

from __future__ import annotations

import asyncio

import pytest

from kernelwire import LocalProtocolError, RemoteProtocolError
from kernelwire.transports.zeromq.inbox import Inbox
from tests.peer import run


class Source:
    """What is to be read, as the loop's callback finds it."""

    def __init__(self, *items: str | RemoteProtocolError) -> None:
        self.items = [*items]

    def read(self) -> str | None:
        item = self.items.pop(0) if self.items else None
        if isinstance(item, RemoteProtocolError):
            raise item
        return item

    def can_read(self) -> bool:
        return bool(self.items)


async def signalled(source: Source) -> tuple[asyncio.Task[str], bool]:
    """A task that was receiving when the source was signalled, and whether it was done at once."""
    loop = asyncio.get_running_loop()
    inbox: Inbox[str] = Inbox(loop)
    task = loop.create_task(inbox.receive())
    await asyncio.sleep(0)
    with pytest.raises(LocalProtocolError, match="one at a time"):
        await inbox.receive()
    seen = loop.create_future()
    loop.call_soon(inbox.signalled, source)
    loop.call_soon(lambda: seen.set_result(task.done()))
    return task, await seen


def test_who_receives_goes_on_at_once() -> None:
    async def main() -> None:
        source = Source("one", "two")
        task, at_once = await signalled(source)
        assert (await task, at_once) == ("one", True)
        assert source.items == ["two"]  # until it is asked for

        task, at_once = await signalled(Source(RemoteProtocolError("no message")))
        assert at_once
        with pytest.raises(RemoteProtocolError, match="no message"):
            await task

    run(main())


def test_a_signal_without_a_message_wakes_nobody() -> None:
    async def main() -> None:
        task, at_once = await signalled(Source())
        assert not at_once
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    run(main())


def test_nothing_is_lost_by_a_receive_that_was_cancelled() -> None:
    async def main() -> None:
        loop = asyncio.get_running_loop()
        inbox: Inbox[str] = Inbox(loop)
        source = Source("one")
        task = loop.create_task(inbox.receive())
        await asyncio.sleep(0)
        task.cancel()
        inbox.signalled(source)
        assert await inbox.receive() == "one"
        with pytest.raises(asyncio.CancelledError):
            await task

    run(main())
