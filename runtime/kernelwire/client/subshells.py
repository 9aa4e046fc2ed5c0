"""Subshells: more requests at once in one kernel (JEP 91; spec: "Kernel subshells", since 5.5)."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager, suppress
from typing import Any

from jupyter_messages import (
    CreateSubshellReply,
    CreateSubshellRequest,
    DeleteSubshellRequest,
    KernelInfoReply,
)
from kernelwire.client.exchange import Exchange, until
from kernelwire.client.switchboard import Switchboard
from kernelwire.client.verbs import Verbs
from kernelwire.errors import ConnectionClosed, KernelDied, RemoteProtocolError
from kernelwire.session.requests import Request

FEATURE = "kernel subshells"
"""How a kernel_info_reply says, among its ``supported_features``, that a kernel has them."""


@asynccontextmanager
async def subshell(
    board: Switchboard, info: KernelInfoReply | None, timeout: float | None
) -> AsyncGenerator[Verbs, None]:
    """A subshell for the length of the block: see `kernelwire.client.client.Client.subshell`."""
    if info is not None and FEATURE not in (info.supported_features or ()):
        raise RemoteProtocolError("the kernel has no subshells: its supported_features do not name them")
    request = board.send(CreateSubshellRequest())
    try:
        reply = await Exchange[Any](request).reply(timeout=timeout)
    except BaseException:
        board.spawn(_forgotten(board, request))
        raise
    if not isinstance(reply.content, CreateSubshellReply):
        raise RemoteProtocolError(f"the kernel made no subshell: {reply.content}")
    subshell_id = reply.content.subshell_id
    cancelled = False
    try:
        yield Verbs(board, subshell_id)
    except asyncio.CancelledError:
        cancelled = True
        raise
    finally:
        with suppress(KernelDied, ConnectionClosed):  # nothing is left of it then
            deleting = Exchange[Any](board.send(DeleteSubshellRequest(subshell_id)))
            if not cancelled:  # who is, waits for nobody's answer
                await deleting.reply(timeout=timeout)


async def _forgotten(board: Switchboard, request: Request[Any]) -> None:
    """Delete a subshell that is made when nobody waits for it any more."""
    await until(lambda: request.over or request.reply is not None, request)
    if request.reply is not None and isinstance(request.reply.content, CreateSubshellReply):
        with suppress(KernelDied, ConnectionClosed):
            board.send(DeleteSubshellRequest(request.reply.content.subshell_id))
