"""Talking to a kernel by raw messages, for tests of transports: requests, and what belongs to them."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar
from uuid import uuid4

from jupyter_messages import MESSAGES, ExecuteRequest, Header, Status
from kernelwire.transports import Gap, Transport
from kernelwire.wire.message import Message
from tests.servers import LIMIT

ResultT = TypeVar("ResultT")
NAMES = {row.cls: name for name, row in MESSAGES.items()}


def run(scenario: Coroutine[Any, Any, ResultT]) -> ResultT:
    """Run it in an event loop of its own, not for ever."""
    return asyncio.run(asyncio.wait_for(scenario, 2 * LIMIT))


def request(content: Any, session: str = "s", buffers: Any = (), channel: str | None = None) -> Message[Any]:
    """A message of a client, on the first channel that the schemas name."""
    name = NAMES[type(content)]
    header = Header(uuid4().hex, session, "ada", "2026-03-09T14:05:21.058145Z", name, "5.4")
    return Message(header, content=content, buffers=buffers, channel=channel or MESSAGES[name].channels[0])


def execute(code: str, **fields: Any) -> Message[Any]:
    return request(ExecuteRequest(code=code, **fields))


async def until(transport: Transport, last: Callable[[Any], bool]) -> list[Any]:
    """What is received, up to the first message, or gap, that is the ``last``."""
    received: list[Any] = []
    while not received or not last(received[-1]):
        received.append(await asyncio.wait_for(transport.receive(), LIMIT))
    return received


async def answers(transport: Transport, asked: Message[Any], *, sent: bool = False) -> list[Any]:
    """Send a request, unless it is ``sent``; what belongs to it, and gaps, until reply and idle are in."""
    if not sent:
        await transport.send(asked)
    wanted = {"reply", "idle"}

    def is_last(each: Any) -> bool:
        if not isinstance(each, Gap) and each.parent_msg_id == asked.msg_id:
            if each.channel == asked.channel:
                wanted.discard("reply")
            elif each.content == Status("idle"):
                wanted.discard("idle")
        return not wanted

    received = await until(transport, is_last)
    return [each for each in received if isinstance(each, Gap) or each.parent_msg_id == asked.msg_id]


def contents(messages: list[Any], kind: type[ResultT]) -> list[ResultT]:
    return [each.content for each in messages if not isinstance(each, Gap) and isinstance(each.content, kind)]
