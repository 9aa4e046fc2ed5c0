"""Start a kernel on this machine, talk to it, and leave nothing of it behind."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncGenerator, Mapping
from contextlib import asynccontextmanager
from types import ModuleType
from typing import Any, Literal

import jupyter_messages as emitted
from kernelwire.client.arguments import is_path, refuse_wrong
from kernelwire.client.client import Client
from kernelwire.client.launched import Launched
from kernelwire.client.owners import ATTEMPTS
from kernelwire.client.stdin import OnInput
from kernelwire.client.waiting import within
from kernelwire.errors import KernelDied, LocalProtocolError
from kernelwire.limits import Limits
from kernelwire.local.commands import InstalledKernelspec
from kernelwire.local.kernelspecs import find_kernelspec

_LIMITS = Limits()


@asynccontextmanager
async def launch(
    kernel: str | InstalledKernelspec = "python3",
    *,
    cwd: str | os.PathLike[str] | None = None,
    env: Mapping[str, str] | None = None,
    transport: Literal["tcp", "ipc"] = "tcp",
    encrypt: bool = False,
    on_input: OnInput | None = None,
    messages: ModuleType = emitted,
    limits: Limits = _LIMITS,
    timeout: float | None = 60.0,
) -> AsyncGenerator[Client, None]:
    """A kernel of one's own, for the length of the block: ``async with launch("python3") as client``.

    ``kernel`` is the name of a kernelspec, or one that `kernelwire.list_kernelspecs` gave. It runs in the
    folder ``cwd``; ``env`` is added to its variables. ``transport`` ipc needs no ports, which can be taken,
    but not every kernel has it; ``encrypt`` has all that is said encrypted (CURVE), where the kernelspec says
    that the kernel can. ``on_input`` answers when code asks for input. ``messages`` is the package that types
    contents. ``limits`` bound what the kernel may say at once. ``timeout``, in seconds, is for getting ready.

    At the end, also after an error, what runs is interrupted and the kernel asked to end; if that does not
    help, or if the block was cancelled, it is killed with all that it started. Its connection file is in
    Jupyter's runtime folder until then, so that others can connect, too.

    Raises `KernelNotFound`, `KernelDied` if it dies before it is ready, TimeoutError if it does not get so,
    and `KernelwireError` for a kernelspec that cannot be started, with the cure.
    """
    if not isinstance(kernel, (str, InstalledKernelspec)):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise LocalProtocolError(f"kernel is the name of a kernelspec, or one that was found, not {kernel!r}")
    if transport not in ("tcp", "ipc"):  # pyright: ignore[reportUnnecessaryContains]
        raise LocalProtocolError(f"transport is tcp or ipc, not {transport!r}")
    if not (env is None or isinstance(env, Mapping)):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise LocalProtocolError(f"env is a dict of variables, not {env!r}")
    _refuse_variables(env or {})
    if not (cwd is None or is_path(cwd)):
        raise LocalProtocolError(f"cwd is the path of a folder, not {cwd!r}")
    refuse_wrong(on_input, messages, limits)
    spec = kernel if isinstance(kernel, InstalledKernelspec) else find_kernelspec(kernel)
    launched = Launched(spec, cwd, env, transport, encrypt, limits)
    try:
        client = await _ready(launched, on_input, messages, timeout)
        try:
            yield client
        except asyncio.CancelledError:  # no time for manners
            raise
        except BaseException:
            await launched.shutdown(client)
            raise
        else:
            await launched.shutdown(client)
        finally:
            await client.aclose()
    finally:
        await launched.end()


def _refuse_variables(env: Mapping[Any, Any]) -> None:
    """Raises LocalProtocolError for what no process can have. Values are not shown: some are secrets."""
    for name, value in env.items():
        if not (isinstance(name, str) and name and "=" not in name and "\0" not in name):
            raise LocalProtocolError(f"the names in env are those of variables, not {name!r}")
        if not isinstance(value, str) or "\0" in value:
            raise LocalProtocolError(f"env[{name!r}] is a str without zeros, not this {type(value).__name__}")


async def _ready(
    launched: Launched, on_input: OnInput | None, messages: ModuleType, timeout: float | None
) -> Client:
    """Start the kernel, again if its ports were taken; gives a client that is ready."""
    for attempt in range(1, ATTEMPTS + 1):
        try:
            async with within(timeout, "answer of the kernel"):
                return await _started(launched, on_input, messages)
        except TimeoutError as error:
            why = f"{error}; {launched.refused}" if launched.refused else str(error)
            said = launched.stderr_tail.strip()
            raise TimeoutError(f"{why}; the end of its stderr:\n{said}" if said else why) from None
        except KernelDied as error:
            if attempt == ATTEMPTS or not launched.may_try_again(error):
                raise
    raise AssertionError("the last attempt returns or raises")


async def _started(launched: Launched, on_input: OnInput | None, messages: ModuleType) -> Client:
    """Start the kernel, once; whatever happens, it does not run without its client."""
    client: Client | None = None
    try:
        client = Client(await launched.start(), launched, on_input=on_input, messages=messages)
        client.start()
        launched.watch(client)
        await client.ready()
    except BaseException:
        try:
            if client is not None:
                await client.aclose()
        finally:
            await launched.stop()
        raise
    return client
