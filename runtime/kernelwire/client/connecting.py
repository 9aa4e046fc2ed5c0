"""Talk to a kernel that runs already: by its connection file, or through a Jupyter server."""

from __future__ import annotations

import asyncio
import os
import ssl as tls
import time
from collections.abc import AsyncGenerator
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit
from uuid import uuid4

import jupyter_messages as emitted
from kernelwire.client.arguments import is_path, refuse_wrong
from kernelwire.client.client import Client
from kernelwire.client.owners import Attached
from kernelwire.client.stdin import OnInput
from kernelwire.client.waiting import within
from kernelwire.errors import KernelDied, KernelwireError, LocalProtocolError, ServerError
from kernelwire.limits import Limits
from kernelwire.local.connection import ConnectionInfo
from kernelwire.local.paths import runtime_dir

if TYPE_CHECKING:
    from kernelwire.server.rest import Server

_SCHEMES = ("http://", "https://", "ws://", "wss://")
KERNELS = "/api/kernels/"
"""What stands before the id in the URL of a kernel on a Jupyter server."""
_LIMITS = Limits()
_STARTING = 60.0
"""Seconds that a kernel may take, from the time its connection file is written, until it listens."""
_ATTEMPTS, _AGAIN = 20, 0.25
"""So often is looked whether a kernel listens, so many seconds apart, before it is said to be gone."""
_LOOK = 5.0
"""Seconds between questions to a server whether a kernel that has something to do is there."""


@asynccontextmanager
async def connect(
    where: str | os.PathLike[str] | ConnectionInfo,
    *,
    token: str | None = None,
    ssl: tls.SSLContext | None = None,
    default_framing: bool = False,
    on_input: OnInput | None = None,
    messages: ModuleType = emitted,
    limits: Limits = _LIMITS,
    timeout: float | None = 60.0,
) -> AsyncGenerator[Client, None]:
    """A client of a kernel that somebody else has started; the kernel goes on after the block.

    ``where`` is one of

    - a connection file, by its path or, if it is in Jupyter's runtime folder, by its name:
      ``kernel-1234.json``, or ``1234`` for short; or its content, a `ConnectionInfo`;
    - the URL of a kernel on a Jupyter server: ``http://host:8888/base/api/kernels/<id>``, also with
      ``/channels`` at its end, https, ws and wss likewise. `kernelwire.Server` lists and starts kernels.

    ``token`` opens the server; it goes into a header, also when it stands in the URL. ``ssl`` is for servers
    whose certificate is not trusted by default. ``default_framing`` has the server speak the older one of its
    two protocols. The others are as in `kernelwire.launch`.

    Raises `KernelwireError` where there is no such file or kernel (it says what there is), `KernelDied`,
    `ConnectionClosed`, and TimeoutError if the kernel does not answer within ``timeout`` seconds.
    """
    if not (isinstance(where, ConnectionInfo) or is_path(where)):
        raise LocalProtocolError(f"where is a connection file, its content or a URL, not {where!r}")
    refuse_wrong(on_input, messages, limits)
    block: AbstractAsyncContextManager[Client]
    if isinstance(where, str) and where.startswith(_SCHEMES):
        block = _served(where, token, ssl, default_framing, on_input, messages, limits)
    else:
        block = _attached(where, on_input, messages, limits)
    async with AsyncExitStack() as entered:
        async with within(timeout, "answer of the kernel"):
            client = await entered.enter_async_context(block)
            await client.ready()
        yield client


def find_connection_file(where: str | os.PathLike[str]) -> Path:
    """The path of a connection file, which may be named as `connect` has it.

    Raises `KernelwireError` if there is none, with the names of those in the runtime folder.
    """
    name = os.fspath(where)
    if os.path.isfile(name):  # of a pathlib.Path, one that is too long for the system raises
        return Path(name)
    folder = runtime_dir()
    for candidate in (name, f"{name}.json", f"kernel-{name}.json"):
        if os.sep not in candidate and os.path.isfile(folder / candidate):
            return folder / candidate
    known = sorted(each.name for each in folder.glob("kernel-*.json"))
    raise KernelwireError(
        f"no connection file {name!r}, nor in {folder}: {', '.join(known) or 'it has none'}; "
        "kernels are started by launch"
    )


class Served:
    """The owner of a kernel on a Jupyter server: that server."""

    def __init__(self, server: Server, kernel_id: str) -> None:
        """See `connect`."""
        self.connection_file: Path | None = None
        self._server, self._kernel_id = server, kernel_id

    async def watch(self, client: Client) -> None:
        """Tell this client when somebody else has shut the kernel down: a server says so if asked only."""
        while True:
            await asyncio.sleep(_LOOK)
            if not client.busy:
                continue
            try:
                await self._server.kernel(self._kernel_id)
            except ServerError as error:
                if error.status == 404:
                    client.lost(KernelDied(None))
                    return
            except (KernelwireError, TimeoutError):
                pass  # what becomes of the connection, the transport knows

    async def interrupt(self, client: Client) -> None:
        """See `kernelwire.client.owners.Owner`."""
        await self._server.interrupt(self._kernel_id)

    async def restart(self, client: Client) -> None:
        """See `kernelwire.client.owners.Owner`."""
        await self._server.restart(self._kernel_id)

    def may_try_again(self, error: KernelDied) -> bool:
        """See `kernelwire.client.owners.Owner`; ports are the server's business."""
        return False

    async def shutdown(self, client: Client) -> None:
        """See `kernelwire.client.owners.Owner`."""
        await self._server.shutdown(self._kernel_id)

    async def cause(self, error: KernelDied) -> KernelDied | None:
        """See `kernelwire.client.owners.Owner`; a server tells no more."""
        return error


@asynccontextmanager
async def _attached(
    where: str | os.PathLike[str] | ConnectionInfo,
    on_input: OnInput | None,
    messages: ModuleType,
    limits: Limits,
) -> AsyncGenerator[Client, None]:
    from kernelwire.transports.zeromq.transport import ZmqTransport

    if isinstance(where, ConnectionInfo):
        path, info = None, where
    else:
        path = find_connection_file(where)
        info = ConnectionInfo.read(path)
        await _refuse_abandoned(path, info)
    transport = ZmqTransport(info, limits=limits)
    async with Client(transport, Attached(path), on_input=on_input, messages=messages) as client:
        yield client


@asynccontextmanager
async def _served(
    url: str,
    token: str | None,
    ssl: tls.SSLContext | None,
    default_framing: bool,
    on_input: OnInput | None,
    messages: ModuleType,
    limits: Limits,
) -> AsyncGenerator[Client, None]:
    from kernelwire.server.rest import Server

    base, kernels, rest = url.partition(KERNELS)
    rest, question, query = rest.partition("?")
    kernel_id = unquote(rest.removesuffix("/").removesuffix("/channels"))
    if not kernels or not kernel_id or "/" in kernel_id:
        raise LocalProtocolError(
            f"the URL names no kernel: its path must end in {KERNELS}<id>; "
            "kernelwire.Server lists and starts them"
        )
    session_id = uuid4().hex
    async with Server(base + question + query, token, ssl=ssl) as server:
        transport = await server.channels(
            kernel_id, session_id=session_id, default_framing=default_framing, limits=limits
        )
        owner = Served(server, kernel_id)
        async with Client(
            transport, owner, session_id=session_id, on_input=on_input, messages=messages
        ) as client:
            watching = asyncio.ensure_future(owner.watch(client))
            try:
                yield client
            finally:
                watching.cancel()


async def _refuse_abandoned(path: Path, info: ConnectionInfo) -> None:
    """Say so where nobody listens, unless the file is so new that its kernel may be starting."""
    if time.time() - path.stat().st_mtime < _STARTING:
        return
    url = urlsplit(info.shell_url)
    for attempt in range(_ATTEMPTS):
        try:
            if info.transport == "tcp":
                _, writer = await asyncio.open_connection(url.hostname, url.port)
            else:
                _, writer = await asyncio.open_unix_connection(info.shell_url.removeprefix("ipc://"))
        except (ConnectionRefusedError, FileNotFoundError):
            if attempt < _ATTEMPTS - 1:  # one that is being restarted is there again in a moment
                await asyncio.sleep(_AGAIN)
        except OSError:
            return
        else:
            writer.close()
            return
    raise KernelwireError(
        f"nobody listens at {info.shell_url}: the kernel of {path} is gone; remove the file"
    )
