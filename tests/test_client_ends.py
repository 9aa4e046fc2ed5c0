"""A client without a kernel: closed in every state, and told nonsense."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from jupyter_messages import (
    MESSAGES,
    CommOpen,
    ExecuteReply,
    ExecuteRequest,
    KernelInfoRequest,
    ShutdownReply,
    ShutdownRequest,
    Status,
    Unknown,
)
from kernelwire import (
    Client,
    Comm,
    ConnectionClosed,
    KernelDied,
    Message,
)
from kernelwire.client.owners import Attached
from kernelwire.transports.memory import MemoryTransport, memory_pair
from tests.answers import busy, said
from tests.memory import INFO, Kernel, client_and_kernel, failures_of, run


async def _all(client: Client) -> list[Message[Any]]:
    return [message async for message in client.others()]


def test_another_kernel_that_starts_ends_what_was_begun() -> None:
    """As behind a server, where somebody else restarted it: no connection breaks, no status tells."""

    async def scenario() -> None:
        async with client_and_kernel() as (client, kernel):
            begun, sent = client.execute("1"), client.execute("2")
            requests = [await kernel.asked(ExecuteRequest) for _ in range(2)]
            comm = client.comms.open("target")
            await kernel.asked(CommOpen)
            await kernel.say(busy(requests[0]), said(Status("starting")))
            with pytest.raises(KernelDied):
                await begun.done()
            await kernel.answer(await kernel.asked(KernelInfoRequest), INFO)
            with pytest.raises(ConnectionClosed, match=r"another kernel is in its place; the reply is lost"):
                await sent.reply()
            with pytest.raises(KernelDied):
                await comm.__anext__()
            again = client.execute("3")
            await kernel.answer(await kernel.asked(ExecuteRequest), ExecuteReply(1))
            assert (await again.reply()).content == ExecuteReply(1)

    run(scenario)


def test_a_kernel_that_tells_everybody_that_it_ends() -> None:
    async def scenario() -> None:
        async with client_and_kernel() as (client, kernel):
            execution = client.execute("1")
            await kernel.say(said(ShutdownReply(restart=True), said(ShutdownRequest(restart=True))))
            with pytest.raises(KernelDied):
                await execution.done()

    run(scenario)


@pytest.mark.parametrize("state", ["not started", "idle", "asked", "closed", "gone", "in a handler"])
def test_closing_in_every_state(state: str) -> None:
    async def scenario() -> None:
        before = asyncio.all_tasks()
        ours, theirs = memory_pair()
        client, kernel = Client(ours, Attached()), Kernel(theirs)
        failures: asyncio.Future[list[Any]] | None = None
        if state != "not started":
            client.start()
        if state in ("asked", "in a handler"):
            failures = asyncio.ensure_future(failures_of(client))
            await kernel.asked()
        if state == "gone":
            kernel.end.put(ConnectionClosed("gone"))
            with pytest.raises(ConnectionClosed, match="gone"):
                await client.others().__anext__()
        if state == "in a handler":
            closed = asyncio.Event()

            async def close(comm: Comm, message: Message[Any]) -> None:
                await client.aclose()
                closed.set()

            client.comms.register_target("x", close)
            await kernel.say(said(CommOpen("1", "x", {})))
            await closed.wait()
        else:
            await client.aclose()
        if failures is not None:
            assert [str(error) for error in await failures] == ["the client is closed"] * 6
        if state == "closed":
            await client.aclose()
        with pytest.raises(ConnectionClosed):
            client.execute("1")
        assert await _all(client) == []
        await client.aclose()
        await asyncio.sleep(0)
        assert asyncio.all_tasks() == before, "no task is left"

    run(scenario)


def test_what_was_posted_is_handed_over_before_the_end() -> None:
    async def scenario() -> None:
        async with client_and_kernel() as (client, kernel):
            for number in range(10):
                client.execute(str(number))
        assert [(await kernel.asked()).content.code for _ in range(10)] == [*map(str, range(10))]

    run(scenario)


def test_a_peer_that_takes_nothing_does_not_hold_up_the_end() -> None:
    class Stuck(MemoryTransport):
        async def send(self, message: Message[Any]) -> None:
            await asyncio.Event().wait()

    async def scenario() -> None:
        async with Client(Stuck(asyncio.Queue(), asyncio.Queue()), Attached()) as client:
            client.execute("1")
            await asyncio.sleep(0)

    run(scenario)


ODD = [None, 5, "x", [], {}, [[]], {"a": {}}, 1e300, True]


@pytest.mark.parametrize("msg_type", [name for name, row in MESSAGES.items() if row.sender != "client"])
def test_whatever_a_kernel_says_the_client_goes_on(msg_type: str) -> None:
    async def scenario() -> None:
        async with client_and_kernel(on_input=lambda question: "x") as (client, kernel):
            execution = client.execute("1")
            comm = client.comms.open("x")
            request = await kernel.asked(ExecuteRequest)
            await kernel.asked(CommOpen)
            fields = [*getattr(MESSAGES[msg_type].cls, "__dataclass_fields__", ())]
            for raw in [{}, *({"comm_id": comm.comm_id, field: odd} for field in fields for odd in ODD)]:
                for parent in (request, None):
                    for channel in ("iopub", "shell", "stdin"):
                        if msg_type == "shutdown_reply" and parent is None:
                            continue  # this it may take at its word
                        await kernel.say(said(Unknown(msg_type, raw), parent, channel))
            asking = asyncio.ensure_future(client.kernel_info())
            while not isinstance((asked := await kernel.asked()).content, KernelInfoRequest):
                pass
            await kernel.answer(asked, INFO)
            assert (await asking).content == INFO
            if not execution.request.over:
                await kernel.answer(request, ExecuteReply(1))
            assert await execution.result()

    run(scenario)
