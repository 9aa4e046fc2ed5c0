"""What a real ipykernel asks its user: who answers, and what becomes of questions nobody waits for."""

from __future__ import annotations

import asyncio

import pytest

import kernelwire
from jupyter_messages import InputRequest
from kernelwire import Client, Execution, LocalProtocolError
from tests.client import LIMIT, Shared, run, run_code

ASK = "print('got', repr(input('name? ')))"
TOLERANT = (
    "try: print('got', input('? '))\nexcept (EOFError, KeyboardInterrupt) as e: print(type(e).__name__)"
)


def test_a_function_answers(ipykernel: Shared) -> None:
    async def scenario(client: Client) -> None:
        questions: list[InputRequest] = []

        def on_input(question: InputRequest) -> str:
            questions.append(question)
            return "Ada 🐱"

        assert await run_code(client, ASK, on_input=on_input) == "got 'Ada 🐱'\n"
        await run_code(client, "from getpass import getpass; getpass('secret? ')", on_input=on_input)
        assert [(each.prompt, each.password) for each in questions] == [("name? ", False), ("secret? ", True)]

    ipykernel.run(scenario)


def test_a_coroutine_function_answers_and_may_ask_the_kernel(ipykernel: Shared) -> None:
    async def scenario(client: Client) -> None:
        async def on_input(question: InputRequest) -> str:
            async with client.subshell(timeout=LIMIT) as sub:
                return await run_code(sub, "print(6 * 7, end='')")

        assert await run_code(client, ASK, on_input=on_input) == "got '42'\n"

    ipykernel.run(scenario)


def test_without_anybody_to_ask_input_raises(ipykernel: Shared) -> None:
    async def scenario(client: Client) -> None:
        result = await client.execute(ASK).result(timeout=LIMIT)
        assert result.outputs[-1]["ename"] == "StdinNotImplementedError"

    ipykernel.run(scenario)


@pytest.mark.parametrize("answer", [None, 5, ValueError("no")])
def test_answers_that_are_none_fail_the_request_and_not_the_kernel(ipykernel: Shared, answer: object) -> None:
    async def scenario(client: Client) -> None:
        def on_input(question: InputRequest) -> str:
            if isinstance(answer, Exception):
                raise answer
            return answer  # type: ignore[return-value]  # somebody's mistake

        for code in (TOLERANT, ASK):
            for end in (Execution.result, Execution.reply, Execution.done):
                with pytest.raises(LocalProtocolError, match="on_input failed") as caught:
                    await end(client.execute(code, on_input=on_input), timeout=LIMIT)
                if isinstance(answer, Exception):
                    assert caught.value.__cause__ is answer
                assert await run_code(client, "print(1)") == "1\n", "the kernel had done with it"

    ipykernel.run(scenario)


def test_a_question_of_a_request_that_was_given_up_is_nobodys(ipykernel: Shared) -> None:
    async def scenario(client: Client) -> None:
        asked, cancelled = asyncio.Event(), asyncio.Event()

        async def on_input(question: InputRequest) -> str:
            asked.set()
            try:
                await asyncio.sleep(LIMIT)
            except asyncio.CancelledError:
                cancelled.set()
                raise
            return "too late"

        waiting = asyncio.ensure_future(client.execute(TOLERANT, on_input=on_input).result())
        await asyncio.wait_for(asked.wait(), LIMIT)
        waiting.cancel()
        with pytest.raises(asyncio.CancelledError):
            await waiting
        await asyncio.wait_for(cancelled.wait(), LIMIT)
        assert await run_code(client, "print(1)") == "1\n", "the kernel was told that nobody answers"

    ipykernel.run(scenario)


def test_an_interrupt_ends_the_question(ipykernel: Shared) -> None:
    async def scenario(client: Client) -> None:
        asked, cancelled = asyncio.Event(), asyncio.Event()

        async def on_input(question: InputRequest) -> str:
            asked.set()
            try:
                await asyncio.sleep(LIMIT)
            finally:
                cancelled.set()
            return "too late"

        execution = client.execute(TOLERANT, on_input=on_input)
        await asyncio.wait_for(asked.wait(), LIMIT)
        await client.interrupt()
        result = await execution.result(timeout=LIMIT)
        assert "KeyboardInterrupt" in str(result.outputs)
        await asyncio.wait_for(cancelled.wait(), LIMIT)

    ipykernel.run(scenario)


def test_a_client_may_have_one_answer_for_all() -> None:
    async def scenario() -> None:
        async with kernelwire.launch("python3", on_input=lambda question: question.prompt.upper()) as client:
            assert await run_code(client, ASK) == "got 'NAME? '\n"
            both = [
                client.execute(ASK, on_input=lambda _, n=n: str(n)).result(timeout=LIMIT) for n in range(5)
            ]
            texts = [result.outputs[0]["text"] for result in await asyncio.gather(*both)]
            assert texts == [f"got '{n}'\n" for n in range(5)]

    run(scenario())
