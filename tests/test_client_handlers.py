"""A client without a kernel: questions, handlers, what is others', and getting ready."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from jupyter_messages import (
    CommMsg,
    CommOpen,
    ErrorReply,
    ExecuteReply,
    ExecuteRequest,
    InputReply,
    InputRequest,
    IopubWelcome,
    KernelInfoRequest,
    Status,
)
from kernelwire import (
    Client,
    Comm,
    KernelDied,
    LocalProtocolError,
    Message,
)
from kernelwire.client.exchange import until
from tests.answers import busy, idle, reply, said, text
from tests.memory import INFO, LIMIT, client_and_kernel, run


@pytest.mark.parametrize("how", ["over", "died", "abandoned", "again"])
def test_a_question_ends_with_its_request(how: str) -> None:
    async def scenario() -> None:
        began, ended = asyncio.Event(), asyncio.Event()
        answers = iter(["first", "second"])

        async def on_input(question: InputRequest) -> str:
            answer = next(answers)
            if answer == "second":
                return answer
            began.set()
            try:
                await asyncio.sleep(2 * LIMIT)
            finally:
                ended.set()
            return answer

        async with client_and_kernel() as (client, kernel):
            waiting = asyncio.ensure_future(client.execute("1", on_input=on_input).result())
            request = await kernel.asked(ExecuteRequest)
            assert request.content.allow_stdin
            question = said(InputRequest("? ", False), request, "stdin")
            await kernel.say(question)
            await began.wait()
            if how == "over":
                await kernel.answer(request, ExecuteReply(1))
            elif how == "died":
                kernel.end.put(KernelDied(1))
            elif how == "abandoned":
                waiting.cancel()
            else:
                await kernel.say(question)
            await ended.wait()
            if how in ("abandoned", "again"):
                answer = await kernel.asked(InputReply)
                assert answer.content.value == ("second" if how == "again" else "\x04")
                assert answer.channel == "stdin"
                assert answer.parent_msg_id == question.msg_id
            await asyncio.gather(waiting if how != "again" else asyncio.sleep(0), return_exceptions=True)

    run(scenario)


def test_mistakes_in_on_input_reach_the_caller_once_the_kernel_has_done() -> None:
    async def scenario() -> None:
        asked: list[str] = []

        def on_input(question: InputRequest) -> str:
            asked.append(question.prompt)
            raise ZeroDivisionError("oh")

        async with client_and_kernel(on_input=on_input) as (client, kernel):
            execution = client.execute("1")
            request = await kernel.asked(ExecuteRequest)
            for prompt in ("? ", "again? "):
                await kernel.say(said(InputRequest(prompt, False), request, "stdin"))
                answer = await kernel.asked(InputReply)
                assert answer.content.value == "\x04", "the kernel is not left waiting"
            waiting = [asyncio.ensure_future(each) for each in (execution.result(), execution.reply())]
            await kernel.say(reply(ErrorReply("EOFError", "", []), request), text("before", request))
            await until(lambda: execution.request.reply is not None, execution.request)
            assert not any(each.done() for each in waiting)
            await kernel.say(idle(request))
            for each in waiting:
                with pytest.raises(
                    LocalProtocolError, match=r"on_input failed: ZeroDivisionError\('oh'\)"
                ) as told:
                    await each
                assert isinstance(told.value.__cause__, ZeroDivisionError)
        assert asked == ["? "], "who failed is not asked again"

    run(scenario)


def test_who_was_told_that_nobody_answers_and_asks_all_the_same_gets_an_end() -> None:
    async def scenario() -> None:
        async with client_and_kernel() as (client, kernel):
            client.execute("1")
            request = await kernel.asked(ExecuteRequest)
            assert not request.content.allow_stdin
            await kernel.say(said(InputRequest("? ", False), request, "stdin"))
            assert (await kernel.asked(InputReply)).content.value == "\x04"

    run(scenario)


def test_mistakes_in_handlers_are_logged(caplog: pytest.LogCaptureFixture) -> None:
    async def scenario() -> None:
        def wrong(comm: Comm, message: Message[CommOpen]) -> None:
            raise ZeroDivisionError("oh")

        async def right(comm: Comm, message: Message[CommOpen]) -> None:
            heard.append(message.content.data)
            done.set()

        heard: list[Any] = []
        done = asyncio.Event()
        async with client_and_kernel() as (client, kernel):
            client.comms.register_target("wrong", wrong)
            client.comms.register_target("right", right)
            await kernel.say(said(CommOpen("1", "wrong", {})), said(CommOpen("2", "right", {"n": 1})))
            await done.wait()
            assert heard == [{"n": 1}]
            await kernel.say(said(CommMsg("3", {"whose": "nobody's"})))
            assert (await client.others().__anext__()).content == CommMsg("3", {"whose": "nobody's"})

    run(scenario)
    assert "failed" in caplog.text
    assert "ZeroDivisionError: oh" in caplog.text


def test_others_are_what_is_nobodys_each_given_once() -> None:
    async def scenario() -> None:
        async with client_and_kernel() as (client, kernel):
            client.execute("1")
            request = await kernel.asked()
            await kernel.say(*(text(str(number)) for number in range(5)), text("mine", request))
            one, two = client.others(), client.others()
            first = [(await each.__anext__()).content.text for each in (one, two, one, two, one)]
            assert first == ["0", "1", "2", "3", "4"]
            waiting = [asyncio.ensure_future(each.__anext__()) for each in (one, two)]
            await kernel.say(text("5"), text("6"))
            assert {(await each).content.text for each in waiting} == {"5", "6"}
            rest = asyncio.ensure_future(_all(client))
        assert await rest == []

    run(scenario)


async def _all(client: Client) -> list[Message[Any]]:
    return [message async for message in client.others()]


@pytest.mark.parametrize("order", ["reply first", "iopub first", "welcome", "late welcome", "an error first"])
def test_ready_is_when_both_were_heard_whatever_comes_first(order: str) -> None:
    async def scenario() -> None:
        async with client_and_kernel() as (client, kernel):
            if order == "welcome":
                await kernel.say(said(IopubWelcome("")))
            ready = asyncio.ensure_future(client.ready())
            request = await kernel.asked(KernelInfoRequest)
            if order == "iopub first":
                await kernel.say(busy(request), reply(INFO, request))
            elif order == "an error first":
                await kernel.answer(request, ErrorReply())
                await kernel.answer(await kernel.asked(KernelInfoRequest), INFO)
            else:
                await kernel.say(reply(INFO, request))
            if order == "reply first":  # what it published then, nobody could hear
                await kernel.answer(await kernel.asked(KernelInfoRequest), INFO)
            elif order == "late welcome":
                again = await kernel.asked(KernelInfoRequest)
                assert not ready.done()
                await kernel.say(said(IopubWelcome("")), said(Status("starting")), reply(INFO, again))
            await ready
            assert client.info == INFO
            if "welcome" in order:
                assert (await client.others().__anext__()).content == IopubWelcome("")

    run(scenario)
