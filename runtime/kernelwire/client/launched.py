"""The owner of a kernel that was started here: its process, its files, its ports. See `kernelwire.launch`."""

from __future__ import annotations

import asyncio
import os
import shutil
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Literal
from uuid import uuid4

from jupyter_messages import InterruptRequest, ShutdownRequest
from kernelwire.client.waiting import within
from kernelwire.errors import ConnectionClosed, KernelDied, KernelwireError
from kernelwire.limits import Limits
from kernelwire.local.commands import InstalledKernelspec
from kernelwire.local.connection import ConnectionInfo
from kernelwire.local.handshake import Registration
from kernelwire.local.paths import runtime_dir, socket_folder
from kernelwire.local.process import KernelProcess
from kernelwire.transports.zeromq.transport import ZmqTransport

if TYPE_CHECKING:
    from kernelwire.client.client import Client

_TAKEN = (
    "address already in use",
    "address in use",
    "eaddrinuse",
    "addrinuse",
    "only one usage of each socket",
)
"""How kernels say, as they die, that somebody has their ports."""
_HANGS = 5.0
"""Seconds after which a kernel that has said so and has not died is helped; ipykernel 7 hangs at times."""
_GRACE = 5.0
"""Seconds for a kernel to end once it has been asked to."""
_END = 1.0
"""Seconds after the end of its connections in which a kernel that dies has died."""
_LAST_WORDS = 0.5
"""Seconds after a kernel's end in which what it said last has been read."""


class Launched:
    """One kernel, which may be started again and again; `end` must come last."""

    def __init__(
        self,
        spec: InstalledKernelspec,
        cwd: str | os.PathLike[str] | None,
        env: Mapping[str, str] | None,
        transport: Literal["tcp", "ipc"],
        encrypt: bool,
        limits: Limits,
    ) -> None:
        """Nothing is started yet. Raises KernelwireError if the kernel cannot ``encrypt`` what it says."""
        if encrypt and not spec.encrypts:
            raise KernelwireError(
                f"the kernel {spec.name!r} cannot encrypt what it says: "
                "its kernelspec has no curve among metadata.supported_encryption"
            )
        self._spec, self._cwd, self._env = spec, cwd, {**os.environ, **(env or {})}
        self._transport, self._encrypt, self._limits = transport, encrypt, limits
        self.connection_file = runtime_dir() / f"kernel-{uuid4()}.json"
        self._sockets: Path | None = None
        self._info: ConnectionInfo | None = None
        self._process: KernelProcess | None = None
        self._registration: Registration | None = None
        self._watching: asyncio.Task[None] | None = None
        self._over = False  # whether nothing may be started any more

    @property
    def stderr_tail(self) -> str:
        """What the kernel said last on stderr, outside of all messages."""
        return self._process.stderr_tail if self._process else ""

    @property
    def refused(self) -> KernelwireError | None:
        """Why the kernel could not register, if it tried to."""
        return self._registration.refused if self._registration else None

    async def start(self) -> ZmqTransport:
        """Start the process; gives the connection to it. With the ports that it had, unless they were taken.

        Raises KernelwireError if it cannot be started, KernelDied if it ends before it has told its ports.
        """
        if self._spec.registers and self._transport == "tcp" and not self._encrypt:
            self._info = await self._register()
        else:
            if self._info is None:
                self._info = self._new_info()
            self._info.write(self.connection_file)
            self._run()
        return ZmqTransport(self._info, limits=self._limits)

    def watch(self, client: Client) -> None:
        """Tell this client when the process ends."""
        self._watching = asyncio.ensure_future(self._watch(client))

    async def stop(self, grace: float = 0) -> None:
        """End the process, and all that it started, after so many seconds in which it may end by itself."""
        if self._watching is not None:
            self._watching.cancel()
        if self._process is not None:
            await self._process.stop(grace=grace)

    async def end(self) -> None:
        """Leave nothing behind: no process, no file."""
        self._over = True
        try:
            await self.stop()
        finally:
            with suppress(FileNotFoundError):
                self.connection_file.unlink()
            self._forget_ports()

    def may_try_again(self, error: KernelDied) -> bool:
        """If somebody had its ports: the next start takes others (`kernelwire.client.owners.Owner`)."""
        taken = _taken(error.stderr_tail)
        if taken:
            self._forget_ports()
        return taken

    def _forget_ports(self) -> None:
        self._info = None
        if self._sockets is not None:
            shutil.rmtree(self._sockets, ignore_errors=True)
            self._sockets = None

    async def interrupt(self, client: Client) -> None:
        """By a signal or by a message, as the kernelspec has it (`kernelwire.client.owners.Owner`)."""
        if self._process is None:
            raise ConnectionClosed("the kernel has ended")
        if self._spec.spec.interrupt_mode == "message":
            await client.request(InterruptRequest()).reply()
        else:
            self._process.interrupt()

    async def restart(self, client: Client) -> None:
        """End it and start it again, in its old place where it can be (`kernelwire.client.owners.Owner`)."""
        await self._ask_to_end(client, restart=True)
        try:
            await self.stop(_GRACE)
            if self._over:
                raise ConnectionClosed("the kernel was ended for good meanwhile")
            await client.rewire(await self.start())
        except BaseException:
            client.lost(KernelDied(None))  # nobody watches it any more
            raise
        self.watch(client)  # not before: one that dies at once dies before the client has its connection

    async def shutdown(self, client: Client) -> None:
        """Interrupt what runs, ask it to end, and see to it (`kernelwire.client.owners.Owner`)."""
        await self._ask_to_end(client, restart=False)
        await self.stop(_GRACE)

    async def cause(self, error: KernelDied) -> KernelDied | None:
        """How the process ended; None if it lives: then it is not the kernel that was lost."""
        process = self._process
        if process is None:
            return error
        with suppress(TimeoutError):
            async with within(_END, "end of the process"):
                await process.wait()
        return None if process.running else process.died()

    async def _ask_to_end(self, client: Client, *, restart: bool) -> None:
        process = self._process
        if process is None or not process.running:
            return
        with suppress(KernelDied, ConnectionClosed):
            if client.works:
                await client.begun()
                if self._spec.spec.interrupt_mode == "message":
                    client.request(InterruptRequest())
                else:
                    process.interrupt()
            client.request(ShutdownRequest(restart=restart))

    async def _register(self) -> ConnectionInfo:
        """Have the kernel pick its ports and tell them (5.6): nobody can take them first."""
        registration = self._registration = Registration()
        try:
            registration.file.write(self.connection_file)
            process = self._run()
            told = asyncio.ensure_future(registration.registered())
            ended = asyncio.ensure_future(process.wait())
            try:
                await asyncio.wait([told, ended], return_when=asyncio.FIRST_COMPLETED)
                if not told.done():
                    raise process.died()
                info = told.result()
            finally:
                told.cancel()
                ended.cancel()
        finally:
            registration.close()
        info.write(self.connection_file)  # for other clients
        return info

    def _new_info(self) -> ConnectionInfo:
        if self._transport == "ipc":
            self._sockets = socket_folder()
            return ConnectionInfo.new_ipc(self._sockets, curve=self._encrypt)
        return ConnectionInfo.new(curve=self._encrypt)

    def _run(self) -> KernelProcess:
        command = self._spec.command(self.connection_file)
        environment = self._spec.environment(self._env)
        self._process = KernelProcess.start(command, env=environment, cwd=self._cwd)
        return self._process

    async def _watch(self, client: Client) -> None:
        process = self._process
        assert process is not None, "it was started"
        while client.info is None and process.running:
            with suppress(TimeoutError):
                async with within(_HANGS, "end of the process"):
                    await process.wait()
            if client.info is None and _taken(process.stderr_tail):
                await process.stop()
        await process.wait()
        # The transport sees the end, too, once it has read all; this is for one that never was connected, or
        # whose connections a process that it forked holds open.
        if client.info is not None:
            await asyncio.sleep(_LAST_WORDS)
        client.lost(process.died())


def _taken(said: str) -> bool:
    """Whether that is what a kernel says whose ports somebody has."""
    return any(words in said.lower() for words in _TAKEN)
