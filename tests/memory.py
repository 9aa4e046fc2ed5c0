"""A client and, at the other end of its connection, a kernel that says what a test tells it to."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from typing import Any

from jupyter_messages import KernelInfoReply, LanguageInfo
from kernelwire import Client, Message
from kernelwire.client.owners import Attached
from kernelwire.transports.memory import MemoryTransport, memory_pair
from tests.answers import busy, idle, reply

LIMIT = 30.0
INFO = KernelInfoReply("5.5", "kw", "1", LanguageInfo("x", "1", "text/x", ".x"), "")


class Kernel:
    """The other end: it says what it is told to."""

    def __init__(self, end: MemoryTransport) -> None:
        self.end = end

    async def asked(self, kind: type[Any] = object) -> Message[Any]:
        """The next message of the client, which has such a content."""
        message = await asyncio.wait_for(self.end.receive(), LIMIT)
        assert isinstance(message, Message)
        assert isinstance(message.content, kind), message
        return message

    async def say(self, *messages: Message[Any]) -> None:
        for message in messages:
            await self.end.send(message)

    async def answer(self, request: Message[Any], content: Any) -> None:
        await self.say(busy(request), reply(content, request), idle(request))


@asynccontextmanager
async def client_and_kernel(**options: Any) -> AsyncGenerator[tuple[Client, Kernel], None]:
    ours, theirs = memory_pair()
    async with Client(ours, Attached(), **options) as client:
        yield client, Kernel(theirs)


def run(scenario: Any) -> None:
    asyncio.run(asyncio.wait_for(scenario(), LIMIT))


async def failures_of(client: Client) -> list[Any]:
    """How everything that can be waited for ends."""
    waits: list[Any] = [
        client.execute("1").result(),
        client.execute("2").reply(),
        client.execute("3").__anext__(),
        client.kernel_info(),
        client.ready(),
        client.comms.open("x").__anext__(),
    ]
    return await asyncio.gather(*waits, return_exceptions=True)
