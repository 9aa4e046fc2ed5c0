"""The process of a kernel on this machine: started, watched, interrupted, ended. No messages, no files.

It belongs to no event loop: a thread watches it, so it can be started, awaited and stopped from any.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence

from kernelwire.errors import KernelDied, KernelwireError, LocalProtocolError
from kernelwire.local.paths import find_program

if sys.platform == "win32":
    from kernelwire.local.windows import Group, Watcher
else:
    from kernelwire.local.groups import Group
    from kernelwire.local.watching import Watcher

_TERMINATION = 2.0  # seconds that a kernel has to end after SIGTERM, before it is killed
_AFTER_KILL = 10.0  # seconds; only a process that hangs in the system's kernel takes so long


class KernelProcess:
    """A kernel that was started with `start`, and all that it starts; `stop` must come at the end."""

    def __init__(self, group: Group, watcher: Watcher) -> None:
        self._group = group
        self._watcher = watcher

    @classmethod
    def start(
        cls,
        command: Sequence[str],
        *,
        env: Mapping[str, str] | None = None,
        cwd: str | os.PathLike[str] | None = None,
        echo: bool = False,
    ) -> KernelProcess:
        """Start a command (`kernelwire.InstalledKernelspec.command` gives one), in its own session.

        ``env`` are all its variables (those of this process, if not given), ``cwd`` its folder. Nothing
        comes on its stdin; the last 8 kB of its stdout and stderr are kept, and with ``echo`` both go on to
        those of this process, too. Programs are never looked for in the current folder.

        Raises `KernelwireError` if it cannot be started, `LocalProtocolError` for an empty command; nothing
        is left behind then. It takes as long as the system takes to load a program, and awaits nothing.
        """
        if not command:
            raise LocalProtocolError("there is no command to start")
        environment = os.environ if env is None else env
        program = find_program(command[0], environment)
        if program is None:
            raise KernelwireError(f"cannot start {command[0]!r}: {_NOT_FOUND}")
        folder = None if cwd is None else os.fspath(cwd)
        try:
            group = Group([program, *command[1:]], environment, folder)
        except (OSError, ValueError) as error:  # the latter for zero bytes in arguments
            raise KernelwireError(f"cannot start {program!r}: {_why(error, folder)}") from None
        try:
            return cls(group, Watcher(group, echo=echo))
        except BaseException as error:
            group.kill()
            group.reap()
            for pipe in group.pipes.values():
                pipe.close()
            if not isinstance(error, (OSError, RuntimeError)):  # no descriptors, no threads left
                raise
            raise KernelwireError(f"cannot watch {program!r}: {error}") from None

    @property
    def pid(self) -> int:
        """Its number; on POSIX, that of its session and process group, too."""
        return int(self._group.process.pid)

    @property
    def exit_code(self) -> int | None:
        """None while it runs, negative for a signal. After its end, None if somebody else reaped it."""
        return self._watcher.exit_code

    @property
    def running(self) -> bool:
        """Whether it has not ended yet."""
        return not self._watcher.exited

    @property
    def stdout_tail(self) -> str:
        """The last 8 kB of what it wrote on stdout; complete once it ended."""
        return self._watcher.tails.text(1)

    @property
    def stderr_tail(self) -> str:
        """The last 8 kB of what it wrote on stderr; complete once it ended."""
        return self._watcher.tails.text(2)

    async def wait(self) -> int | None:
        """Its exit code, when it ends by itself. What it started may live on: `stop` ends that, too."""
        await self._watcher.exited.within(None)
        return self.exit_code

    def died(self) -> KernelDied:
        """The error that says how it ended, with what it said last on stderr (or, if nothing, on stdout)."""
        return KernelDied(self.exit_code, self.stderr_tail or self.stdout_tail)

    def interrupt(self) -> None:
        """Interrupt what it does, for kernels whose kernelspec says ``"interrupt_mode": "signal"``: SIGINT to
        its group.

        Raises `KernelDied` if it has ended.
        """
        if not self.running:
            raise self.died()
        self._group.interrupt()

    async def stop(self, *, grace: float = 0) -> None:
        """End it and all that it started, and release what it took here.

        It has ``grace`` seconds to end by itself (it was asked to, by a message), some more after SIGTERM,
        and is killed then. What it leaves behind in its group is killed as soon as it has ended. After
        this, and also after it was cancelled at any point, no process, pipe or zombie is left; calling it
        again does nothing.
        """
        try:
            if not await self._watcher.exited.within(grace):
                self._group.terminate()
                await self._watcher.exited.within(_TERMINATION)
        finally:
            self._group.kill()
            self._watcher.release()
            # Cancelled here, the watcher still does it all, a moment later.
            await self._watcher.released.within(_AFTER_KILL)

    def __repr__(self) -> str:
        state = "running" if self.running else f"ended with {self.exit_code}"
        return f"<KernelProcess {self.pid}, {state}>"


_NOT_FOUND = "no such program, or not executable; it is an absolute path, or a name to look up in PATH"


def _why(error: Exception, folder: str | None) -> str:
    if folder is not None and not os.path.isdir(folder):
        return f"there is no folder {folder!r} to start it in"
    if isinstance(error, FileNotFoundError):
        return "the interpreter that its first line names is not there"
    return (isinstance(error, OSError) and error.strerror) or str(error)
