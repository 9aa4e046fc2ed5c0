"""A process that behaves as badly as kernels may. Run as a script: processes starts it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

LONGEST = 120.0  # seconds, after which it ends whatever happens


def say(*words: object) -> None:
    os.write(1, (" ".join(map(str, words)) + "\n").encode())  # at once: print may take two writes for it


def leave(code: str) -> None:
    """End with an exit code."""
    sys.exit(int(code))


def die(number: str) -> None:
    """End by a signal."""
    sys.stderr.write("about to die\n")
    sys.stderr.flush()
    os.kill(os.getpid(), int(number))
    time.sleep(LONGEST)


def flood(megabytes: str) -> None:
    """Write much, in the middle of a character at last, and end with 5."""
    for _ in range(int(megabytes)):
        os.write(1, b"o" * (1 << 20))
        os.write(2, b"e" * (1 << 20))
    os.write(2, "the end: é".encode()[:-1])
    sys.exit(5)


def stubborn() -> None:
    """Ignore SIGTERM."""
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    say("ready", os.getpid())
    time.sleep(LONGEST)


def gentle() -> None:
    """End with 7 on SIGTERM, after a word."""

    def end(*_: object) -> None:
        say("bye")
        sys.exit(7)

    signal.signal(signal.SIGTERM, end)
    say("ready")
    time.sleep(LONGEST)


def interruptible() -> None:
    """Say when it is interrupted, and so does a child."""
    child = subprocess.Popen([sys.executable, __file__, "child_of_interruptible"])
    try:
        child.wait(LONGEST)
    except KeyboardInterrupt:
        child.wait(LONGEST)
        say("parent interrupted")
    time.sleep(LONGEST)


def child_of_interruptible() -> None:
    try:
        say("ready")
        time.sleep(LONGEST)
    except KeyboardInterrupt:
        say("child interrupted")


def until(path: str) -> None:
    """End when there is a file."""
    say("ready")
    end = time.monotonic() + LONGEST
    while not Path(path).exists() and time.monotonic() < end:
        time.sleep(0.01)


def parent() -> None:
    """Have a stubborn child, and be stubborn."""
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    subprocess.Popen([sys.executable, __file__, "stubborn"]).wait(LONGEST)


def leaver() -> None:
    """Leave a stubborn child behind, and end with 3 once it is ready."""
    read, write = os.pipe()
    code = f"import os, sys; sys.path.insert(0, {str(Path(__file__).parent)!r}); import unruly;"
    code += f" os.close({write}); unruly.stubborn()"
    subprocess.Popen([sys.executable, "-c", code], pass_fds=[write])
    os.close(write)
    os.read(read, 1)
    os._exit(3)  # Popen would complain of the child


def daemon() -> None:
    """Leave a child behind that is in a session of its own, and holds stdout and stderr."""
    read, write = os.pipe()
    if os.fork() == 0:
        os.setsid()
        if os.fork() == 0:
            say("ready", os.getpid())
            os.close(write)
            os.close(read)
            while True:
                time.sleep(0.01)
                os.write(2, b"still here\n")  # until nobody reads it: then it ends
        os._exit(0)
    os.close(write)
    os.read(read, 1)
    os._exit(0)


def reader() -> None:
    """Say what is on stdin, and which parent is told."""
    say(
        repr(sys.stdin.read()), os.environ["JPY_PARENT_PID"] == str(os.getppid()), os.getsid(0) == os.getpid()
    )


if __name__ == "__main__":
    globals()[sys.argv[1]](*sys.argv[2:])
