"""Watches one process from a thread of its own: keeps the end of what it writes, notices when it ends.

A thread, so that a kernel whose output nobody awaits is never held up: an event loop may be busy, or gone. No
signals are sent here, and no handlers installed. For POSIX; see windows.
"""

from __future__ import annotations

import os
import selectors
import subprocess
import threading
from contextlib import ExitStack, suppress

from kernelwire.local.flags import Flag
from kernelwire.local.groups import Group
from kernelwire.local.tails import Tails

_CHUNK = 65536
_LAST_BYTES = 1 << 20  # the most that a pipe holds: whoever writes on after the end is not waited for


class Watcher:
    """What becomes of a process that was just started.

    Raises OSError, RuntimeError where descriptors or threads are used up.
    """

    def __init__(self, group: Group, *, echo: bool = False) -> None:
        self.exited = Flag()
        """It ended; its exit code is known, and the tails are complete."""
        self.released = Flag()
        """It is reaped and its pipes are closed: nothing is left of it here."""
        self.exit_code: int | None = None
        self.tails = Tails(echo)
        self._group = group
        self._pipes = {each.fileno(): number for number, each in group.pipes.items()}
        with ExitStack() as opened:
            self._selector = opened.enter_context(selectors.DefaultSelector())
            self._end = _descriptor_of_end(group.process, opened)
            read, write = os.pipe()
            opened.callback(os.close, read)
            self._to_release = [write]
            opened.callback(self.release)
            for descriptor in (*self._pipes, self._end, read):
                os.set_blocking(descriptor, False)
                self._selector.register(descriptor, selectors.EVENT_READ)
            self._opened = opened.pop_all()
        try:
            threading.Thread(target=self._watch, name=f"kernel {group.process.pid}", daemon=True).start()
        except RuntimeError:
            self._opened.close()
            raise

    def release(self) -> None:
        """Once it has ended, let go of it; `released` tells when. Until then, its output is still read."""
        while self._to_release:
            os.close(self._to_release.pop())

    def _watch(self) -> None:
        try:
            while self._to_release or not self.exited:
                for key, _ in self._selector.select():
                    self._look(key.fd)
        finally:
            if not self.exited:  # watching it failed: nobody would notice its end
                self._group.kill()
            self._group.reap()
            with self._opened:
                for pipe in self._group.pipes.values():
                    pipe.close()
            self.exited.set()
            self.released.set()

    def _look(self, descriptor: int) -> None:
        if descriptor in self._pipes and self._read(descriptor) != 0:
            return
        self._selector.unregister(descriptor)
        if descriptor == self._end:
            self.exit_code = exit_code(self._group.process)
            for pipe in self._pipes:
                left = _LAST_BYTES
                while left > 0 and (count := self._read(pipe)) > 0:
                    left -= count
            self.exited.set()

    def _read(self, descriptor: int) -> int:
        """How many bytes there were; 0 at the end, -1 if there are none for now."""
        try:
            data = os.read(descriptor, _CHUNK)
        except BlockingIOError:
            return -1
        except OSError:  # no pipe is known to do it, but it would be the end
            return 0
        self.tails.add(self._pipes[descriptor], data)
        return len(data)


def _descriptor_of_end(process: subprocess.Popen[bytes], opened: ExitStack) -> int:
    """A descriptor that can be read from once the process has ended."""
    if hasattr(os, "pidfd_open"):
        with suppress(OSError):  # an old Linux, or a sandbox that forbids it
            descriptor = os.pidfd_open(process.pid)
            opened.callback(os.close, descriptor)
            return descriptor
    read, write = os.pipe()
    opened.callback(os.close, read)

    def wait() -> None:
        exit_code(process)
        os.close(write)

    try:
        threading.Thread(target=wait, name=f"end of kernel {process.pid}", daemon=True).start()
    except RuntimeError:
        os.close(write)
        raise
    return read


def exit_code(process: subprocess.Popen[bytes]) -> int | None:
    """Wait for the end; negative for a signal, None if somebody else reaped it.

    It is not reaped where that can be helped (everywhere but on macOS before Python 3.13): as long as it
    is a zombie, its number cannot be that of a new group, which would be signalled in its place.
    """
    if not hasattr(os, "waitid"):
        return process.wait()
    try:
        end = os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOWAIT)
    except ChildProcessError:
        return process.returncode
    assert end is not None
    return end.si_status if end.si_code == os.CLD_EXITED else -end.si_status
