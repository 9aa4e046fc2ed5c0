"""Real Jupyter servers for tests: each a process, on loopback, with a home, a token and a base path."""

from __future__ import annotations

import asyncio
import os
import secrets
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from kernelwire.server.rest import Server

LIMIT = 60.0
"""Seconds that anything may take before a test fails."""
_UNLIMITED = ("--ServerApp.iopub_data_rate_limit=1e12", "--ServerApp.iopub_msg_rate_limit=1e9")


class JupyterServer:
    """A jupyter_server that can be killed and started again at the same address. Use it with ``with``."""

    def __init__(self, folder: Path, *arguments: str, base: str = "/base/", scheme: str = "http") -> None:
        if sys.version_info < (3, 11):
            pytest.skip("ipykernel 7.3, the last one for Python 3.10, may leave lying what a server hands on")
        self.folder, self._arguments = folder, arguments
        self.token = secrets.token_hex(24)
        with socket.create_server(("127.0.0.1", 0)) as taken:
            self.port: int = taken.getsockname()[1]
        self._base = base
        self.url = f"{scheme}://127.0.0.1:{self.port}{base}"
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> JupyterServer:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._end(signal.SIGTERM)  # which ends its kernels, too

    def start(self) -> None:
        """Start it, and wait until it listens."""
        (self.folder / "notebooks").mkdir(exist_ok=True)
        places = {f"JUPYTER_{name}_DIR": str(self.folder / name) for name in ("CONFIG", "DATA", "RUNTIME")}
        environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith("JUPYTER_")},
            **{name: value for name, value in os.environ.items() if name == "JUPYTER_PATH"},
            **places,
            "HOME": str(self.folder),
            "JUPYTER_TOKEN": self.token,
            "PYDEVD_DISABLE_FILE_VALIDATION": "1",
        }
        command = [sys.executable, "-m", "jupyter_server", "--no-browser", "--allow-root", "--ip=127.0.0.1"]
        command += [f"--port={self.port}", "--port-retries=0", f"--ServerApp.base_url={self._base}"]
        command += [f"--ServerApp.root_dir={self.folder / 'notebooks'}", "--ServerApp.jpserver_extensions={}"]
        with (self.folder / "log").open("ab") as log:
            self._process = subprocess.Popen(
                [*command, *self._arguments],
                cwd=self.folder,
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        self._wait()

    def kill(self) -> None:
        """End it so that it has no time for anything."""
        self._end(signal.SIGKILL)

    def log(self) -> str:
        return (self.folder / "log").read_text("utf-8", "replace")

    def _wait(self) -> None:
        end = time.monotonic() + LIMIT
        while time.monotonic() < end:
            assert self._process is not None
            assert self._process.poll() is None, self.log()
            with suppress(OSError), socket.create_connection(("127.0.0.1", self.port), 1):
                return
            time.sleep(0.05)
        raise AssertionError(self.log())

    def _end(self, how: signal.Signals) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        process.send_signal(how)
        with suppress(subprocess.TimeoutExpired):  # it stays if it cannot find a kernel that it wants to end
            process.wait(20)
        process.kill()  # a kernel that is left sees that, and ends
        process.wait()


@pytest.fixture(scope="session")
def jupyter(tmp_path_factory: pytest.TempPathFactory) -> Iterator[JupyterServer]:
    """One server for all tests that do it no harm, without limits for what goes through."""
    with JupyterServer(tmp_path_factory.mktemp("jupyter"), *_UNLIMITED) as server:
        yield server


@pytest.fixture(scope="session")
def kernel(jupyter: JupyterServer) -> str:
    """The id of an ipykernel there, for all tests that do it no harm."""

    async def start() -> str:
        async with Server(jupyter.url, jupyter.token) as server:
            return (await server.start_kernel("python3")).id

    return asyncio.run(start())
