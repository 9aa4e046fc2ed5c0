"""What a kernel asks its user, and who answers (spec: "Messages on the stdin (ROUTER/DEALER) channel")."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from functools import partial
from inspect import isawaitable
from typing import Any, TypeAlias
from weakref import WeakKeyDictionary

from jupyter_messages import InputRequest
from kernelwire.errors import LocalProtocolError
from kernelwire.session.requests import Request
from kernelwire.wire.message import Message

OnInput: TypeAlias = Callable[[InputRequest], str | Awaitable[str]]
"""Answers what the kernel asks its user: an `InputRequest` has ``prompt`` and ``password``."""

END_OF_INPUT = "\x04"
"""What is answered where nobody can, or the kernel would wait for ever; ipykernel makes EOFError of it."""


class Questions:
    """The questions of one kernel; each request has one at most."""

    def __init__(
        self,
        on_input: OnInput | None,
        answer: Callable[[Message[Any], str], None],
    ) -> None:
        """``on_input`` answers for requests without one of their own; ``answer`` sends what it says."""
        self._on_input, self._answer = on_input, answer
        self._own: WeakKeyDictionary[Request[Any], OnInput] = WeakKeyDictionary()
        self._asked: dict[Request[Any], tuple[asyncio.Task[None], Message[Any]]] = {}

    def answered_by(self, on_input: OnInput | None) -> bool:
        """Whether somebody would answer a request with this ``on_input``."""
        return (on_input or self._on_input) is not None

    def expect(self, request: Request[Any], on_input: OnInput) -> None:
        """Answer for this request by ``on_input``."""
        self._own[request] = on_input

    def ask(self, request: Request[Any], question: Message[Any]) -> None:
        """The kernel asks on behalf of a request. Another question takes the place of one before."""
        self._drop(request)
        on_input = self._own.get(request, self._on_input)
        if on_input is None or not request.kept or request.failure is not None:
            self._answer(question, END_OF_INPUT)
            return
        task = asyncio.ensure_future(self._ask(request, question, on_input))
        self._asked[request] = task, question
        watch = partial(self._look, request)
        request.listeners.append(watch)
        task.add_done_callback(lambda _: request.listeners.remove(watch))

    async def _ask(self, request: Request[Any], question: Message[Any], on_input: OnInput) -> None:
        try:
            value = on_input(question.content)
            if isawaitable(value):
                value = await value
            if self._asks(request):
                self._answer(question, value)
        except (Exception, asyncio.CancelledError) as error:  # anybody's code; who waits is told at the end
            if not self._asks(request):
                return
            request.failure = LocalProtocolError(f"on_input failed: {error!r}")
            request.failure.__cause__ = error
            self._answer(question, END_OF_INPUT)
        finally:
            if self._asks(request):
                del self._asked[request]

    def _asks(self, request: Request[Any]) -> bool:
        """Whether the current task still is to answer for it: else nobody waits for what it says."""
        return self._asked.get(request, (None,))[0] is asyncio.current_task()

    def _look(self, request: Request[Any]) -> None:
        """Nobody is asked for a request that is over, or that nobody waits for."""
        if request.over:
            self._drop(request)
        elif not request.kept and (question := self._drop(request)) is not None:
            self._answer(question, END_OF_INPUT)

    def _drop(self, request: Request[Any]) -> Message[Any] | None:
        task, question = self._asked.pop(request, (None, None))
        if task is not None and task is not asyncio.current_task():
            task.cancel()
        return question

    def close(self) -> None:
        """Nobody waits for answers any more."""
        for request in [*self._asked]:
            self._drop(request)
