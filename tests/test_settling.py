"""When a probe is due, and a look of the kernel's, and what a probe decides: rules 3, 4, 7 of `session`."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from jupyter_messages import (
    AbortedReply,
    ErrorReply,
    ExecuteReply,
    ExecuteRequest,
    InterruptRequest,
)
from kernelwire import ConnectionClosed, KernelDied, Message, RemoteProtocolError
from kernelwire.client import switchboard
from kernelwire.session.requests import Request
from kernelwire.session.session import Session
from kernelwire.transports.memory import MemoryTransport
from tests.answers import busy, idle, reply
from tests.memory import INFO, client_and_kernel, run
from tests.test_session import asked, session


def anothers() -> Request[Any]:
    """A request of another client's."""
    return asked(Session("s2", "bob", lambda: "2026-01-01T00:00:00Z"))


def halves(request: Request[Any]) -> list[Message[Any]]:
    return [reply(AbortedReply(), request.message), idle(request.message)]


@pytest.mark.parametrize("index", [0, 1])
def test_a_probe_decides_about_halves(index: int) -> None:
    it = session()
    request, running = asked(it), asked(it)
    it.receive(busy(running.message))
    it.receive(halves(request)[index])
    assert it.unsettled() == {request.msg_id}
    probe = it.probe()
    later = asked(it)
    it.receive(halves(later)[index])
    assert it.probing
    for answer in (reply(ErrorReply(), probe.message), idle(probe.message)):
        assert not request.over
        it.receive(answer)
    assert not it.probing
    assert request.over
    if index:
        assert isinstance(request.error, RemoteProtocolError)
        assert "without a reply" in str(request.error)
    else:
        assert request.error is None
    assert not running.over, "it may go on for long"
    assert not later.over, "it was asked after the probe"


def test_a_gap_and_a_probe_decide_about_what_was_lost() -> None:
    it = session()
    lost, elsewhere = asked(it), asked(it, subshell_id="other")
    half = asked(it)
    it.receive(reply(ExecuteReply(1), half.message))
    it.gap("the connection broke")
    probe = it.probe()
    assert lost.gaps == ["the connection broke"]
    for answer in (reply(ErrorReply(), probe.message), idle(probe.message)):
        it.receive(answer)
    assert isinstance(lost.error, ConnectionClosed)
    assert "the connection broke; the reply is lost, output may be missing" in str(lost.error)
    assert half.over
    assert half.error is None
    assert not elsewhere.over, "a subshell may still be at it"


def test_a_gap_resolves_what_is_answered_after_all() -> None:
    it = session()
    request = asked(it)
    late = asked(it)
    it.gap("broke")
    probe = it.probe()
    for answer in (reply(ExecuteReply(1), request.message), idle(request.message)):
        it.receive(answer)
    for answer in (reply(ExecuteReply(2), late.message), idle(probe.message), reply(INFO, probe.message)):
        it.receive(answer)
    assert request.error is None
    assert request.gaps
    assert not late.over, "its idle status comes on another socket"


@pytest.mark.parametrize("index", [0, 1])
def test_a_probe_says_nothing_of_what_was_not_half_done_before_it(index: int) -> None:
    # xeus-python answers it while a cell runs: that one's halves come on two sockets, one of them later.
    it = session()
    running = asked(it)
    it.receive(busy(running.message))
    probe = it.probe()
    first, second = halves(running)[index], halves(running)[1 - index]
    for answer in (busy(probe.message), idle(probe.message), first, reply(INFO, probe.message)):
        it.receive(answer)
    assert probe.over
    assert not running.over
    it.receive(second)
    assert running.over
    assert running.error is None


@pytest.mark.parametrize("whose", ["ours", "another client's"])
def test_an_idle_kernel_may_have_left_lying_what_was_asked(whose: str) -> None:
    it = session()
    first = asked(it) if whose == "ours" else anothers()
    lying = asked(it)
    it.receive(busy(first.message))
    assert not it.unsettled()
    status = idle(first.message)
    it.receive(reply(ExecuteReply(1), first.message))
    it.receive(status)
    assert it.unsettled() == {status.msg_id}
    it.receive(busy(lying.message))
    assert not it.unsettled()


def test_a_kernel_that_is_idle_elsewhere_has_left_nothing_lying() -> None:
    it = session()
    asked(it)
    for elsewhere in (it.request(InterruptRequest()), asked(it, subshell_id="other")):
        it.receive(reply(ErrorReply(), elsewhere.message))
        it.receive(idle(elsewhere.message))
        assert not it.unsettled(), "the main line may be at work"
    it = session()
    it.request(InterruptRequest())
    it.receive(idle(anothers().message))
    assert not it.unsettled(), "control is another line"


@pytest.mark.parametrize("over", [lambda it: it.gap("broke"), lambda it: it.fail(KernelDied(1))])
def test_nothing_lies_after_a_gap_or_an_end(over: Any) -> None:
    it = session()
    first = asked(it)
    for answer in (reply(ExecuteReply(1), first.message), idle(first.message)):
        it.receive(answer)
    over(it)
    asked(it)
    assert not it.unsettled()


def test_a_kernel_that_left_something_lying_is_told_to_look(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(switchboard, "_PATIENCE", 0.01)

    async def scenario() -> None:
        looks = asyncio.Event()
        monkeypatch.setattr(MemoryTransport, "knock", lambda _: looks.set())
        async with client_and_kernel() as (client, kernel):
            lying = client.execute("1")
            request = await kernel.asked(ExecuteRequest)
            await kernel.say(idle(anothers().message))  # another client's
            await looks.wait()
            await kernel.answer(request, ExecuteReply(1))
            await lying.done()

    run(scenario)


def test_a_kernel_at_work_is_not_disturbed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(switchboard, "_PATIENCE", 0.01)

    async def scenario() -> None:
        async with client_and_kernel() as (client, kernel):
            for code in ("1", "2"):
                client.execute(code)
            requests = [await kernel.asked(ExecuteRequest) for _ in range(2)]
            await kernel.say(busy(requests[0]))
            await asyncio.sleep(0.1)
            last = client.execute("3")
            assert (await kernel.asked()).msg_id == last.msg_id, "and no probe before it"

    run(scenario)
