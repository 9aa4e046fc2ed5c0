"""Launch a quick kernel over and over, end it in every way, and tell what is left: ``python -m tests.leaks``.

Prints one JSON object; exits with 1 if anything is left behind that one launch of each kind had not left.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import signal
import sys
import tempfile
import threading
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import psutil

import kernelwire
from kernelwire import ConnectionClosed, InstalledKernelspec, KernelDied
from kernelwire.local.kernelspecs import read_kernelspec

_KERNEL = Path(__file__).with_name("quick_kernel.py")
_SECONDS = 60.0


def spec(folder: Path, *flags: str) -> InstalledKernelspec:
    """The kernelspec of the quick kernel; it starts a child that would outlive it."""
    home = folder / "-".join(("quick", *(flag.strip("-") for flag in flags)))
    home.mkdir(exist_ok=True)
    argv = [sys.executable, "-S", "-c", _run(), "{connection_file}", "--child", *flags]
    content = {"argv": argv, "display_name": "Quick", "language": "none"}
    (home / "kernel.json").write_text(json.dumps(content), encoding="utf-8")
    return read_kernelspec(home)


def _run() -> str:
    # Without site, which takes longer than all the rest.
    import zmq

    packages = str(Path(zmq.__file__).parents[1])
    return (
        f"import sys, runpy; sys.path.append({packages!r}); sys.argv[0] = {str(_KERNEL)!r}; "
        f"runpy.run_path({str(_KERNEL)!r}, run_name='__main__')"
    )


async def _normally(kernel: InstalledKernelspec) -> None:
    async with kernelwire.launch(kernel, timeout=_SECONDS) as client:
        assert client.info is not None


async def _busy(kernel: InstalledKernelspec) -> None:
    async with kernelwire.launch(kernel, timeout=_SECONDS) as client:
        client.execute("for ever")


async def _by_an_error(kernel: InstalledKernelspec) -> None:
    with suppress(ZeroDivisionError):
        async with kernelwire.launch(kernel, timeout=_SECONDS):
            raise ZeroDivisionError


async def _by_cancellation(kernel: InstalledKernelspec) -> None:
    ready = asyncio.Event()

    async def work() -> None:
        async with kernelwire.launch(kernel, timeout=_SECONDS) as client:
            ready.set()
            await client.execute("for ever").result()

    await _cancelled(work(), ready)


async def _at_start(kernel: InstalledKernelspec) -> None:
    """Cancelled while it is started."""

    async def work() -> None:
        async with kernelwire.launch(kernel, timeout=_SECONDS):
            pass

    started = asyncio.Event()
    asyncio.get_running_loop().call_later(0.02, started.set)
    await _cancelled(work(), started)


async def _cancelled(work: Any, when: asyncio.Event) -> None:
    task = asyncio.ensure_future(work)
    await when.wait()
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task


async def _by_death(kernel: InstalledKernelspec) -> None:
    with suppress(KernelDied):
        async with kernelwire.launch(kernel, timeout=_SECONDS) as client:
            running = client.execute("for ever")
            [leader, *_] = [each for each in psutil.Process().children() if _is_kernel(each)]
            leader.kill()
            await running.done()


async def _with_another_client(kernel: InstalledKernelspec) -> None:
    async with kernelwire.launch(kernel, timeout=_SECONDS):
        [file] = kernelwire.runtime_dir().glob("kernel-*.json")
        async with kernelwire.connect(file, timeout=_SECONDS) as other:
            await other.kernel_info()


async def _restarted(kernel: InstalledKernelspec) -> None:
    async with kernelwire.launch(kernel, timeout=_SECONDS) as client:
        await client.restart()


async def _restarted_by_two(kernel: InstalledKernelspec) -> None:
    async with kernelwire.launch(kernel, timeout=_SECONDS) as client:
        await asyncio.gather(client.restart(), client.restart())
        await client.kernel_info(timeout=_SECONDS)


async def _while_it_restarts(kernel: InstalledKernelspec) -> None:
    restarts: list[asyncio.Task[None]] = []

    async def work() -> None:
        async with kernelwire.launch(kernel, timeout=_SECONDS) as client:
            restarts.append(asyncio.ensure_future(client.restart()))
            await asyncio.sleep(0)
            raise asyncio.CancelledError  # without manners, so while the old kernel is still ending

    with suppress(asyncio.CancelledError):
        await asyncio.ensure_future(work())
    with suppress(ConnectionClosed):
        await restarts[0]


ENDINGS: dict[str, Callable[[InstalledKernelspec], Awaitable[None]]] = {
    "normally": _normally,
    "busy": _busy,
    "by an error": _by_an_error,
    "by cancellation": _by_cancellation,
    "at start": _at_start,
    "by death": _by_death,
    "with another client": _with_another_client,
    "restarted": _restarted,
    "restarted by two": _restarted_by_two,
    "while it restarts": _while_it_restarts,
}


def _is_kernel(process: psutil.Process) -> bool:
    with suppress(psutil.Error):
        return str(_KERNEL) in " ".join(process.cmdline())
    return False


def _descriptors() -> int:
    return psutil.Process().num_fds() if os.name == "posix" else psutil.Process().num_handles()


def left(marker: str) -> list[str]:
    """The processes that belong to this run: they have its runtime folder among their variables."""
    found = []
    for process in psutil.process_iter():
        with suppress(psutil.Error, OSError):
            if process.pid != os.getpid() and process.environ().get("JUPYTER_RUNTIME_DIR") == marker:
                found.append(f"{process.pid} {' '.join(process.cmdline())[:80]}")
    return found


async def _count(runtime: Path) -> dict[str, int]:
    """What there is now, once what ends by itself has ended."""
    now: dict[str, int] = {}
    for _ in range(100):
        now = {
            "descriptors": _descriptors(),
            "threads": threading.active_count(),
            "tasks": len(asyncio.all_tasks()),
            "files": len([*runtime.iterdir()]) if runtime.exists() else 0,
            "processes": len(left(str(runtime))),
            "children": len(psutil.Process().children(recursive=True)),
        }
        if (now["threads"], now["tasks"], now["processes"]) == (1, 1, 0):
            break
        await asyncio.sleep(0.05)  # a thread that has done its work is still ending
    return now


async def measure(launches: int, folder: Path, kinds: list[str]) -> dict[str, Any]:
    """Launch so often, the ways to end in turn; what there was after the first round and at the end."""
    kernel = spec(folder)
    runtime = folder / "runtime"
    for kind in kinds:
        await ENDINGS[kind](kernel)
    before = await _count(runtime)
    start = time.monotonic()
    for number in range(launches):
        await ENDINGS[kinds[number % len(kinds)]](kernel)
    after = await _count(runtime)
    return {
        "launches": launches,
        "seconds": round(time.monotonic() - start, 1),
        "before": before,
        "after": after,
        "left": left(str(runtime)),
    }


async def wait(folder: Path, flags: list[str]) -> None:
    """Launch one, say that it is ready, and wait for Ctrl-C."""
    async with kernelwire.launch(spec(folder, *flags), timeout=_SECONDS):
        print("ready", flush=True)
        await asyncio.sleep(600)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--launches", type=int, default=1000)
    parser.add_argument("--kind", choices=ENDINGS, action="append")
    parser.add_argument("--wait", action="store_true", help="launch one and wait for Ctrl-C")
    parser.add_argument("--deaf", action="store_const", const=["--deaf"], default=[])
    arguments = parser.parse_args()
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a background job of a shell ignores it
    with tempfile.TemporaryDirectory(prefix="kernelwire-leaks-") as name:
        folder = Path(os.environ.get("JUPYTER_RUNTIME_DIR", f"{name}/runtime")).parent
        os.environ["JUPYTER_RUNTIME_DIR"] = str(folder / "runtime")
        if arguments.wait:
            asyncio.run(wait(folder, arguments.deaf))
            return 0
        told = asyncio.run(measure(arguments.launches, folder, arguments.kind or [*ENDINGS]))
    print(json.dumps(told))
    return int(told["before"] != told["after"] or bool(told["left"]))


if __name__ == "__main__":
    sys.exit(main())
