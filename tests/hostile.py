"""WebSocket servers in this process, for tests: what they say is up to a handler."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from typing import Any

from websockets.asyncio.server import ServerConnection, serve
from websockets.typing import Subprotocol

from kernelwire.transports import Gap
from kernelwire.transports.websocket.transport import WebSocketTransport
from kernelwire.wire.message import Message
from kernelwire.wire.websocket_framing import SUBPROTOCOL
from tests.servers import LIMIT

SECRET = "s3cr3t-token"
Handler = Callable[[ServerConnection], Awaitable[None]]


@asynccontextmanager
async def served(handler: Handler, *, v1: bool = True, **options: Any) -> AsyncIterator[str]:
    """The URL of a server's channels, with a token in it; what it does is up to the handler."""

    def select(_socket: ServerConnection, offered: Sequence[Subprotocol]) -> Subprotocol | None:
        return Subprotocol(SUBPROTOCOL) if v1 and SUBPROTOCOL in offered else None

    async with serve(handler, "127.0.0.1", 0, select_subprotocol=select, **options) as server:
        port = server.sockets[0].getsockname()[1]
        yield f"http://127.0.0.1:{port}/api/kernels/1-2-3-4-5/channels?token={SECRET}"


@asynccontextmanager
async def connected(url: str, **options: Any) -> AsyncIterator[WebSocketTransport]:
    transport = await WebSocketTransport.open(url, session_id="s", **options)
    try:
        yield transport
    finally:
        await transport.aclose()


async def received(transport: WebSocketTransport) -> Message | Gap:
    return await asyncio.wait_for(transport.receive(), LIMIT)
