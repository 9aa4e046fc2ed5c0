"""A TCP proxy on loopback that cuts connections, or lets them freeze, as networks do."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress


class Proxy:
    """Passes on what comes to its ``port``, as long as it is let."""

    def __init__(self, target: int) -> None:
        self._target = target
        self._writers: set[asyncio.StreamWriter] = set()
        self._pumps: set[asyncio.Task[None]] = set()
        self._flow = asyncio.Event()
        self._flow.set()
        self.port = 0
        self.connections = 0
        """That were passed on so far."""
        self.refusing = False
        """Whether new connections are cut at once."""

    def cut(self) -> None:
        """Break all connections, as if a cable was pulled that both ends notice."""
        for writer in self._writers:
            writer.transport.abort()

    def freeze(self) -> None:
        """Pass nothing on any more, on connections that there are; nobody is told."""
        self._flow.clear()
        self._flow = asyncio.Event()  # new ones are not frozen
        self._flow.set()

    async def accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if self.refusing:
            writer.transport.abort()
            return
        self.connections += 1
        there, back = await asyncio.open_connection("127.0.0.1", self._target)
        self._writers |= {writer, back}
        flow = self._flow
        for source, sink in ((reader, back), (there, writer)):
            self._pumps.add(asyncio.create_task(_pump(source, sink, flow)))

    async def close(self) -> None:
        self.cut()
        for pump in self._pumps:
            pump.cancel()
        await asyncio.gather(*self._pumps, return_exceptions=True)
        for writer in self._writers:
            with suppress(OSError):
                await writer.wait_closed()


async def _pump(source: asyncio.StreamReader, sink: asyncio.StreamWriter, flow: asyncio.Event) -> None:
    with suppress(OSError):
        while data := await source.read(1 << 16):
            await flow.wait()
            sink.write(data)
            await sink.drain()
    sink.close()


@asynccontextmanager
async def proxy_to(port: int) -> AsyncIterator[Proxy]:
    proxy = Proxy(port)
    server = await asyncio.start_server(proxy.accept, "127.0.0.1", 0)
    proxy.port = server.sockets[0].getsockname()[1]
    try:
        yield proxy
    finally:
        server.close()
        await proxy.close()
