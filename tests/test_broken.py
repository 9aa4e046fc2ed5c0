"""What once broke the client: each test is a counterexample that was found by attacking it."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from jupyter_messages import (
    CommOpen,
    CreateSubshellReply,
    CreateSubshellRequest,
    DeleteSubshellRequest,
    ErrorReply,
    ExecuteReply,
    ExecuteRequest,
    InputReply,
    InputRequest,
    KernelInfoRequest,
)
from kernelwire import KernelDied, LocalProtocolError
from kernelwire.client import switchboard
from tests.answers import reply, said, text
from tests.memory import INFO, client_and_kernel, run


def test_a_time_limit_of_somebody_elses_comes_out_as_it_is() -> None:
    class Server:
        async def restart(self, client: Any) -> None:
            raise TimeoutError("no answer from the server")

    async def scenario() -> None:
        async with client_and_kernel() as (client, _):
            client._owner = Server()  # type: ignore[assignment]  # of an owner, only what is asked of it here
            for timeout in (None, 30.0):
                with pytest.raises(TimeoutError, match="no answer from the server"):
                    await client.restart(timeout=timeout)

    run(scenario)


def test_half_of_a_probes_answer_may_be_lost_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(switchboard, "_PATIENCE", 0.01)

    async def scenario() -> None:
        async with client_and_kernel() as (client, kernel):
            result = asyncio.ensure_future(client.execute("1").result())
            await kernel.say(reply(ExecuteReply(1), await kernel.asked(ExecuteRequest)))
            await kernel.say(reply(INFO, await kernel.asked(KernelInfoRequest)))
            await kernel.answer(await kernel.asked(KernelInfoRequest), INFO)
            assert (await result).status == "ok"
            await asyncio.sleep(0)
            assert not client._board.session.pending(), "the first probe is over, too"

    run(scenario)


def test_a_kernel_that_refuses_is_not_asked_as_quickly_as_it_can() -> None:
    async def scenario() -> None:
        async with client_and_kernel() as (client, kernel):
            asked = 0

            async def refuse() -> None:
                nonlocal asked
                while True:
                    request = await kernel.asked(KernelInfoRequest)
                    asked += 1
                    await kernel.say(reply(ErrorReply(), request))

            refusing = asyncio.ensure_future(refuse())
            with pytest.raises(TimeoutError):
                await client.ready(timeout=1)
            refusing.cancel()
            assert asked < 20

    run(scenario)


def test_on_input_that_awaits_what_was_cancelled_is_a_mistake_as_others() -> None:
    async def on_input(question: InputRequest) -> str:
        gone: asyncio.Future[str] = asyncio.get_running_loop().create_future()
        gone.cancel()
        return await gone

    async def scenario() -> None:
        async with client_and_kernel() as (client, kernel):
            execution = client.execute("1", on_input=on_input)
            request = await kernel.asked()
            await kernel.say(said(InputRequest("? ", False), request, "stdin"))
            assert (await kernel.asked(InputReply)).content.value == "\x04"
            await kernel.answer(request, ErrorReply("EOFError", "", []))
            with pytest.raises(LocalProtocolError, match="on_input failed: CancelledError"):
                await execution.result()

    run(scenario)


@pytest.mark.parametrize("stubborn", [True, False])
def test_what_is_said_to_a_question_that_was_dropped_is_said_to_nobody(stubborn: bool) -> None:
    async def scenario() -> None:
        began = asyncio.Event()

        async def on_input(question: InputRequest) -> str:
            if question.prompt == "second":
                return "2"
            try:
                began.set()
                await asyncio.Event().wait()
            except asyncio.CancelledError:
                if not stubborn:
                    raise ZeroDivisionError from None
            return "1"

        async with client_and_kernel() as (client, kernel):
            execution = client.execute("1", on_input=on_input)
            request = await kernel.asked()
            await kernel.say(said(InputRequest("first", False), request, "stdin"))
            await began.wait()
            await kernel.say(said(InputRequest("second", False), request, "stdin"))
            assert (await kernel.asked(InputReply)).content.value == "2"
            await kernel.answer(request, ExecuteReply(1))
            await execution.result()

    run(scenario)


def test_who_is_cancelled_in_a_subshell_does_not_wait_for_the_kernel() -> None:
    async def scenario() -> None:
        async with client_and_kernel() as (client, kernel):
            inside = asyncio.Event()

            async def work() -> None:
                async with client.subshell():
                    inside.set()
                    await asyncio.Event().wait()

            working = asyncio.ensure_future(work())
            await kernel.answer(await kernel.asked(CreateSubshellRequest), CreateSubshellReply("s"))
            await inside.wait()
            working.cancel()
            with pytest.raises(asyncio.CancelledError):
                await working
            assert (await kernel.asked(DeleteSubshellRequest)).content.subshell_id == "s"

    run(scenario)


def test_a_comm_that_cannot_be_opened_is_told_of() -> None:
    async def scenario() -> None:
        async with client_and_kernel() as (client, kernel):
            with pytest.raises(LocalProtocolError, match="/data/a"):
                client.comms.open("x", {"a": object()})
            client.comms.open("y")
            assert (await kernel.asked(CommOpen)).content.target_name == "y"

    run(scenario)


def test_what_a_dead_kernel_left_does_not_revive_it() -> None:
    async def scenario() -> None:
        async with client_and_kernel() as (client, kernel):
            client.lost(KernelDied(-9))  # its owner saw it
            await kernel.say(text("said before"))
            assert await client.others().__anext__()
            with pytest.raises(KernelDied):
                await client.kernel_info()

    run(scenario)


def test_outputs_that_were_not_kept_are_not_said_to_be_none() -> None:
    async def scenario() -> None:
        async with client_and_kernel() as (client, kernel):
            execution = client.execute("print('hi')")
            with pytest.raises(TimeoutError):
                await execution.reply(timeout=0)
            request = await kernel.asked()
            await kernel.say(text("hi", request))
            await kernel.answer(request, ExecuteReply(1))
            with pytest.raises(LocalProtocolError, match="not kept"):
                await execution.result()
            assert (await execution.reply()).content == ExecuteReply(1)

    run(scenario)
