"""A process and those that it starts, as one group: how it is made, signalled and let go. Nothing waits here.

On POSIX, the kernel leads a session of its own. Whoever leaves that, as daemons do, is out of reach, and is
meant to be. See windows for what is done there.
"""

from __future__ import annotations

import os
import signal
import subprocess
import threading
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import IO


class Group:
    """The processes of one kernel. Signals may be sent from any thread."""

    def __init__(self, command: Sequence[str], env: Mapping[str, str], cwd: str | None) -> None:
        """Start it, with nothing on stdin. Raises OSError, ValueError."""
        self._lock = threading.Lock()
        self._reaped = False
        self.process = subprocess.Popen(
            command,
            env={**env, "JPY_PARENT_PID": str(os.getpid())},  # ipykernel ends when we do, however that came
            cwd=cwd,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
            bufsize=0,
        )

    @property
    def pipes(self) -> dict[int, IO[bytes]]:
        """What the leader's stdout (1) and stderr (2) are read from."""
        assert self.process.stdout is not None
        assert self.process.stderr is not None
        return {1: self.process.stdout, 2: self.process.stderr}

    def interrupt(self) -> None:
        """Do what Ctrl-C in a terminal does."""
        self._signal(signal.SIGINT)

    def terminate(self) -> None:
        """Ask all of them to end."""
        self._signal(signal.SIGTERM)

    def kill(self) -> None:
        """End all of them."""
        self._signal(signal.SIGKILL)

    def _signal(self, number: signal.Signals) -> None:
        # Once the leader is reaped, its number may be that of another group.
        with self._lock:
            if not self._reaped:
                with suppress(ProcessLookupError, PermissionError):  # the latter for zombies, on macOS
                    os.killpg(self.process.pid, number)

    def reap(self) -> None:
        """Let go of the leader, which has ended; from now on nobody is signalled."""
        with self._lock:
            self._reaped = True
            self.process.wait()
