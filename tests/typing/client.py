"""What type checkers know of the client. Not run: mypy and pyright read it (``make types``)."""

from __future__ import annotations

from typing import Any, Literal

from typing_extensions import assert_type

import kernelwire
from jupyter_messages import (
    AbortedReply,
    CompleteReply,
    ErrorReply,
    ExecuteReply,
    Invalid,
    IsCompleteReply,
    KernelInfoReply,
    Stream,
)
from kernelwire import Client, Message, Result, blocking
from kernelwire.client.exchange import Exchange, Execution
from kernelwire.client.verbs import Failed


async def asynchronous() -> None:
    async with kernelwire.launch("python3") as client:
        assert_type(client, Client)
        execution = client.execute("1")
        assert_type(execution, Execution[ExecuteReply | ErrorReply | AbortedReply | Invalid])
        async for message in execution:
            assert_type(message, Message)
        assert_type(await execution.result(), Result)
        assert_type(await client.complete("a"), Message[CompleteReply | Failed])
        assert_type(client.request(Stream("stdout", "")), Exchange[Any])
        match (await client.is_complete("1")).content:
            case IsCompleteReply(status=status):
                assert_type(status, Literal["complete", "incomplete", "invalid", "unknown"])
            case ErrorReply(ename=ename):
                assert_type(ename, str)
            case AbortedReply() | Invalid():
                pass
    async with kernelwire.connect("kernel-1.json") as other:
        assert_type(other, Client)


def waiting() -> None:
    with blocking.launch("python3") as client:
        assert_type(client.kernel_info(timeout=1), Message[KernelInfoReply | Failed])
        assert_type(client.complete("a", 1), Message[CompleteReply | Failed])
        assert_type(client.execute("1", on_input=lambda question: question.prompt).result(), Result)
        for message in client.execute("1"):
            assert_type(message, Message)
