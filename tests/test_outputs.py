"""What a cell's outputs come to, whatever the order in which results are waited for."""

from __future__ import annotations

from typing import Any

from jupyter_messages import (
    ClearOutput,
    DisplayData,
    ExecuteReply,
    ExecuteRequest,
    Transient,
    UpdateDisplayData,
)
from kernelwire import Message
from kernelwire.client.exchange import Execution
from tests.answers import busy, idle, reply, said
from tests.memory import Kernel, client_and_kernel, run


def shown(text: str, request: Message[Any], display_id: str = "x") -> Message[Any]:
    return said(DisplayData({"text/plain": text}, {}, transient=Transient(display_id)), request)


def updated(text: str, request: Message[Any], display_id: str = "x") -> Message[Any]:
    return said(UpdateDisplayData(Transient(display_id), {"text/plain": text}, {}), request)


async def ends(kernel: Kernel, *requests: Message[Any]) -> None:
    for request in requests:
        await kernel.say(reply(ExecuteReply(1), request), idle(request))


async def texts(execution: Execution[Any]) -> list[str]:
    return [output["data"]["text/plain"] for output in (await execution.result()).outputs]


def test_a_display_is_updated_before_anybody_looks_at_it() -> None:
    async def scenario() -> None:
        async with client_and_kernel() as (client, kernel):
            first, second, third = (client.execute(code) for code in "123")
            one, two, three = [await kernel.asked(ExecuteRequest) for _ in range(3)]
            await kernel.say(shown("one", one), updated("its own", one), shown("other", one, "y"))
            await kernel.say(updated("another cell's", two), shown("shown again", three))
            await ends(kernel, one, two, three)
            await third.done()
            assert await texts(second) == []
            assert await texts(third) == ["shown again"]
            assert await texts(first) == ["another cell's", "other"]

    run(scenario)


def test_what_was_cleared_is_not_what_is_shown_under_the_same_name() -> None:
    async def scenario() -> None:
        async with client_and_kernel() as (client, kernel):
            for wait in (True, False):
                execution, other = client.execute("1"), client.execute("2")
                one, two = [await kernel.asked(ExecuteRequest) for _ in range(2)]
                await kernel.say(shown("a", one), said(ClearOutput(wait), one), shown("b", one))
                await kernel.say(updated("c", two))
                await ends(kernel, one, two)
                await other.done()
                assert await texts(execution) == ["c"]
                await kernel.say(updated("late", two))
                later = client.execute("3")
                await ends(kernel, await kernel.asked(ExecuteRequest))
                await later.done()
                assert await texts(execution) == ["late"]

    run(scenario)


def test_what_somebody_iterated_is_given_as_it_came_and_not_kept() -> None:
    async def scenario() -> None:
        async with client_and_kernel() as (client, kernel):
            execution = client.execute("1")
            request = await kernel.asked(ExecuteRequest)
            await kernel.say(busy(request), shown("a", request), shown("b", request), updated("c", request))
            await anext(execution)
            message = await anext(execution)
            await ends(kernel, request)
            assert message.content.data == {"text/plain": "a"}
            assert await texts(execution) == ["c"]
            assert len(execution._outputs._displays["x"]) == 1
            assert not execution._outputs._foreseen

    run(scenario)
