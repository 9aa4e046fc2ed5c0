"""What groups and watching are on Windows: a job for the group, an event for interrupts, a thread a pipe.

By construction: the tests run where there is no Windows. Not imported elsewhere.
"""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence
from typing import IO, Any

from kernelwire.local.flags import Flag
from kernelwire.local.tails import Tails

_CHUNK = 65536
_CREATE_NEW_PROCESS_GROUP = 0x200
_EXTENDED_LIMITS = 9  # JobObjectExtendedLimitInformation
_KILL_ON_JOB_CLOSE = 0x2000
_PATIENCE = 2.0  # seconds for the rest of a pipe that somebody else may still hold


class _Limits(ctypes.Structure):
    """JOBOBJECT_EXTENDED_LIMIT_INFORMATION, of which only the flags matter here."""

    _fields_ = (
        ("times", ctypes.c_int64 * 2),
        ("flags", ctypes.c_uint32),
        ("sizes", ctypes.c_size_t * 2),
        ("active", ctypes.c_uint32),
        ("affinity", ctypes.c_size_t),
        ("priorities", ctypes.c_uint32 * 2),
        ("counters", ctypes.c_uint64 * 6),
        ("memory", ctypes.c_size_t * 4),
    )


class Group:
    """The processes of one kernel, in a job that ends with this process."""

    def __init__(self, command: Sequence[str], env: Mapping[str, str], cwd: str | None) -> None:
        """Start it, with nothing on stdin. Raises OSError, ValueError."""
        self._lock = threading.Lock()
        self._system = _system()
        self._job = self._system.CreateJobObjectW(None, None)
        limits = _Limits(flags=_KILL_ON_JOB_CLOSE)
        size = ctypes.sizeof(limits)
        self._system.SetInformationJobObject(self._job, _EXTENDED_LIMITS, ctypes.byref(limits), size)
        # ipykernel waits for this event, and takes it for Ctrl-C; there are no signals to send.
        self._event = self._system.CreateEventW(None, False, False, None)
        try:
            self.process = self._start(command, env, cwd)
        except BaseException:
            self._close()
            raise

    def _start(self, command: Sequence[str], env: Mapping[str, str], cwd: str | None) -> Any:
        if sys.platform != "win32":
            raise OSError("this is not Windows")
        os.set_handle_inheritable(self._event, True)
        process: Any = subprocess.Popen(
            command,
            env={**env, "JPY_INTERRUPT_EVENT": str(self._event)},
            cwd=cwd,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            creationflags=_CREATE_NEW_PROCESS_GROUP,
            startupinfo=subprocess.STARTUPINFO(lpAttributeList={"handle_list": [self._event]}),
            bufsize=0,
        )
        self._system.AssignProcessToJobObject(self._job, int(process._handle))
        return process

    @property
    def pipes(self) -> dict[int, IO[bytes]]:
        """What the leader's stdout (1) and stderr (2) are read from."""
        return {1: self.process.stdout, 2: self.process.stderr}

    def interrupt(self) -> None:
        """Interrupt a kernel that listens to ``JPY_INTERRUPT_EVENT``, as ipykernel does."""
        with self._lock:
            if self._event is not None:
                self._system.SetEvent(self._event)

    def terminate(self) -> None:
        """End all of them: there is no way of asking."""
        self.kill()

    def kill(self) -> None:
        """End all of them."""
        with self._lock:
            if self._job is not None:
                self._system.TerminateJobObject(self._job, 1)
                self.process.kill()  # should it not have got into the job

    def reap(self) -> None:
        """Let go of the leader, which has ended."""
        self.process.wait()
        self._close()

    def _close(self) -> None:
        with self._lock:
            for handle in (self._job, self._event):
                if handle is not None:
                    self._system.CloseHandle(handle)
            self._job = self._event = None


def _system() -> Any:
    system: Any = ctypes.__dict__["WinDLL"]("kernel32", use_last_error=True)
    handle = ctypes.c_void_p
    for name in ("CreateJobObjectW", "CreateEventW"):
        getattr(system, name).restype = handle
    system.SetInformationJobObject.argtypes = (handle, ctypes.c_int, handle, ctypes.c_uint32)
    system.AssignProcessToJobObject.argtypes = (handle, handle)
    system.TerminateJobObject.argtypes = (handle, ctypes.c_uint)
    system.SetEvent.argtypes = system.CloseHandle.argtypes = (handle,)
    return system


class Watcher:
    """As `kernelwire.local.watching.Watcher`; a thread for each pipe, since pipes cannot be polled there."""

    def __init__(self, group: Group, *, echo: bool = False) -> None:
        self.exited = Flag()
        self.released = Flag()
        self.exit_code: int | None = None
        self.tails = Tails(echo)
        self._group = group
        self._to_release = threading.Event()
        self._readers = [
            threading.Thread(target=self._read, args=item, daemon=True) for item in group.pipes.items()
        ]
        for thread in (*self._readers, threading.Thread(target=self._watch, daemon=True)):
            thread.start()

    def release(self) -> None:
        """Once it has ended, let go of it; `released` tells when."""
        self._to_release.set()

    def _read(self, number: int, pipe: IO[bytes]) -> None:
        while data := pipe.read(_CHUNK):
            self.tails.add(number, data)
        pipe.close()

    def _watch(self) -> None:
        self.exit_code = self._group.process.wait()
        self._await_readers()
        self.exited.set()
        self._to_release.wait()
        self._await_readers()  # the job was ended: nobody holds the pipes any more
        self._group.reap()
        self.released.set()

    def _await_readers(self) -> None:
        for reader in self._readers:
            reader.join(_PATIENCE)
