"""A client without a kernel: what is sent, and what becomes of requests whatever the other end does."""

from __future__ import annotations

import asyncio
import logging
from typing import Any

import pytest

from jupyter_messages import (
    ErrorReply,
    ExecuteReply,
    ExecuteRequest,
    IsCompleteRequest,
    KernelInfoRequest,
    Status,
)
from kernelwire import (
    Client,
    ConnectionClosed,
    Gap,
    KernelDied,
    Limits,
    LocalProtocolError,
    Message,
    RemoteProtocolError,
)
from kernelwire.client import switchboard
from kernelwire.client.owners import Attached
from kernelwire.transports.memory import MemoryTransport, memory_pair
from tests.answers import idle, reply, said, text
from tests.memory import INFO, Kernel, client_and_kernel, failures_of, run
from tests.peer import request


def test_requests_leave_in_the_order_in_which_they_were_made() -> None:
    async def scenario() -> None:
        async with client_and_kernel() as (client, kernel):
            made = []
            for number in range(100):
                content = IsCompleteRequest(str(number)) if number % 3 else ExecuteRequest(str(number))
                made.append(client.request(content).msg_id)
            assert [(await kernel.asked()).msg_id for _ in made] == made

    run(scenario)


def test_a_gap_is_told_and_a_probe_decides() -> None:
    async def scenario() -> None:
        async with client_and_kernel() as (client, kernel):
            lost, late = client.execute("1"), client.execute("2")
            requests = [await kernel.asked(ExecuteRequest) for _ in range(2)]
            kernel.end.put(Gap("it broke"))
            probe = await kernel.asked(KernelInfoRequest)
            await kernel.say(text("after all", requests[1]))
            await kernel.answer(requests[1], ExecuteReply(1))
            await kernel.answer(probe, INFO)
            with pytest.raises(ConnectionClosed, match="it broke; the reply is lost, output may be missing"):
                await lost.result()
            result = await late.result()
            assert result.gaps == ("it broke",)
            assert result.outputs[0]["text"] == "after all"

    run(scenario)


@pytest.mark.parametrize("missing", ["idle", "reply"])
def test_the_other_half_of_an_answer_is_asked_after(missing: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(switchboard, "_PATIENCE", 0.01)

    async def scenario() -> None:
        async with client_and_kernel() as (client, kernel):
            exchange = client.request(IsCompleteRequest("1"))
            request = await kernel.asked(IsCompleteRequest)
            await kernel.say(reply(ErrorReply(), request) if missing == "idle" else idle(request))
            await kernel.answer(await kernel.asked(KernelInfoRequest), INFO)
            if missing == "idle":
                await exchange.done()
            else:
                with pytest.raises(RemoteProtocolError, match="without a reply"):
                    await exchange.done()
            assert not client.busy

    run(scenario)


def test_messages_that_are_none_are_counted_and_logged_and_that_is_all(
    caplog: pytest.LogCaptureFixture,
) -> None:
    async def scenario() -> None:
        async with client_and_kernel() as (client, kernel):
            for number in range(1000):
                kernel.end.put(RemoteProtocolError(f"bad {number}"))
            asking = asyncio.ensure_future(client.kernel_info())
            await kernel.answer(await kernel.asked(), INFO)
            assert (await asking).content == INFO
            assert client.refused == 1000

    with caplog.at_level(logging.WARNING, "kernelwire"):
        run(scenario)
    assert "a message was refused: bad 0" in caplog.messages
    assert len(caplog.messages) == 10, "a flood is not logged"


def test_a_welcome_is_that_of_one_kernel() -> None:
    """Or a client of the next one would be ready before anything of that is heard."""

    async def scenario() -> None:
        async with client_and_kernel() as (client, kernel):
            for end in (KernelDied(1), Gap("it broke")):
                client._board.welcomed = True
                kernel.end.put(end)
                while client._board.welcomed:
                    await asyncio.sleep(0)

    run(scenario)


@pytest.mark.parametrize("error", [ConnectionClosed("it hung up"), KernelDied(-9, "last words")])
def test_the_end_fails_everything(error: ConnectionClosed | KernelDied) -> None:
    async def scenario() -> None:
        async with client_and_kernel() as (client, kernel):
            failures = asyncio.ensure_future(failures_of(client))
            await kernel.asked()
            kernel.end.put(error)
            assert await failures == [error] * 6
            for verb in (client.execute, client.comms.open, client.complete):
                with pytest.raises(type(error)):
                    result = verb("x")  # type: ignore[operator]  # each takes a text
                    await result
            if isinstance(error, KernelDied):
                while await kernel.asked() is None:  # what was sent before
                    pass
                await kernel.say(said(Status("starting")))
                assert (await client.others().__anext__()).content == Status("starting")
                client.execute("another kernel is there")
            else:
                with pytest.raises(ConnectionClosed, match="it hung up"):
                    await client.others().__anext__()

    run(scenario)


def test_a_servers_word_that_it_restarts_the_kernel_ends_all_but_the_client() -> None:
    async def scenario() -> None:
        async with client_and_kernel() as (client, kernel):
            failures = asyncio.ensure_future(failures_of(client))
            await kernel.asked()
            await kernel.say(said(Status("restarting")))
            assert [type(error) for error in await failures] == [KernelDied] * 6
            client.execute("again")

    run(scenario)


def test_what_cannot_be_sent_fails_alone() -> None:
    class Picky(MemoryTransport):
        async def send(self, message: Message[Any]) -> None:
            if isinstance(message.content, IsCompleteRequest):
                raise LocalProtocolError("not this one")
            await super().send(message)

    async def scenario() -> None:
        inbox: asyncio.Queue[Any] = asyncio.Queue()
        outbox: asyncio.Queue[Any] = asyncio.Queue()
        kernel = Kernel(MemoryTransport(outbox, inbox))
        async with Client(Picky(inbox, outbox), Attached()) as client:
            asking = asyncio.ensure_future(client.kernel_info())
            with pytest.raises(LocalProtocolError, match="not this one"):
                await client.is_complete("1")
            await kernel.answer(await kernel.asked(KernelInfoRequest), INFO)
            assert (await asking).content == INFO

    run(scenario)


def test_what_is_over_a_limit_is_told_to_who_receives_it() -> None:
    async def scenario() -> None:
        ours, theirs = memory_pair()
        await ours.send(request(channel="shell", buffers=[b""] * Limits().max_parts))
        await ours.send(request("next"))
        with pytest.raises(RemoteProtocolError, match="frames, where"):
            await theirs.receive()
        message = await theirs.receive()
        assert isinstance(message, Message)
        assert message.content.code == "next"

    run(scenario)


@pytest.mark.parametrize("which", [0, 1])
def test_nothing_is_sent_to_an_end_that_hung_up(which: int) -> None:
    async def scenario() -> None:
        pair = memory_pair()
        closing, other = pair[which], pair[1 - which]
        await closing.send(request("last"))
        await closing.aclose()
        with pytest.raises(ConnectionClosed, match="the other end hung up"):
            await other.send(request())
        message = await other.receive()
        assert isinstance(message, Message)
        assert message.content.code == "last"
        with pytest.raises(ConnectionClosed, match="the other end hung up"):
            await other.receive()
        with pytest.raises(ConnectionClosed, match="the connection is closed"):
            await closing.send(request())

    run(scenario)
