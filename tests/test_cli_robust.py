"""``kernelwire validate`` in a rough world: odd terminals, closed pipes, Ctrl-C, captures without an end."""

from __future__ import annotations

import gzip
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import psutil
import pytest

from tests.made import COMMAND, ENVIRONMENT, PYTHON, capture, frames, header, parts, stream, wire

Write = Callable[..., str]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write a capture; gives its path."""

    def write(*values: Any, name: str = "session.jsonl") -> str:
        path = tmp_path / name
        data = capture(*values)
        path.write_bytes(gzip.compress(data) if name.endswith(".gz") else data)
        return str(path)

    return write


def test_an_encoding_that_lacks_characters(write: Write) -> None:
    path = write(stream(header=header("漢字"), content={}), name="naïve.jsonl")
    for encoding in ("ascii", "cp1252", "utf-8"):
        done = subprocess.run(
            [*COMMAND, path, "--lines"],
            env={**ENVIRONMENT, "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"},
            capture_output=True,
            check=False,
        )
        assert done.returncode == 0
        assert done.stderr == b""
        assert b"msg_type" in done.stdout


def test_a_reader_that_goes_away(write: Write) -> None:
    path = write(*[stream(content={})] * 3000)
    with subprocess.Popen(
        [*COMMAND, path, "--lines"], env=ENVIRONMENT, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline().endswith(b"[required]\n")
        process.stdout.close()
        assert process.wait(30) == 141
        assert process.stderr.read() == b""


ENDLESS = "import os, sys\ndata = sys.stdin.buffer.read()\nwhile True: os.write(1, data)"


@pytest.mark.skipif(sys.platform == "win32", reason="sends POSIX signals")
@pytest.mark.parametrize("jobs", [1, 3])
def test_ctrl_c_leaves_nothing_behind(jobs: int) -> None:
    """The capture never ends; Ctrl-C goes to the whole process group, as from a terminal."""
    pipe, quiet = subprocess.PIPE, subprocess.DEVNULL
    with (
        subprocess.Popen([sys.executable, "-c", ENDLESS], stdin=pipe, stdout=pipe, stderr=quiet) as feeder,
        subprocess.Popen(
            [*COMMAND, "-", "--lines", "--jobs", str(jobs)],
            env=ENVIRONMENT, stdin=feeder.stdout, stdout=pipe, stderr=pipe, start_new_session=True,
        ) as process,
    ):  # fmt: skip
        assert feeder.stdin is not None
        assert feeder.stdout is not None
        assert process.stdout is not None
        assert process.stderr is not None
        feeder.stdout.close()
        feeder.stdin.write(capture(*[stream(content={})] * 200))
        feeder.stdin.close()
        assert process.stdout.readline().endswith(b"[required]\n")
        workers = psutil.Process(process.pid).children(recursive=True)
        assert len(workers) >= (jobs if jobs > 1 else 0)
        os.killpg(process.pid, signal.SIGINT)
        process.stdout.read()
        assert process.wait(30) == 130
        assert process.stderr.read() == b"kernelwire: interrupted\n"
        _, alive = psutil.wait_procs(workers, timeout=30)
        assert not alive


@pytest.mark.skipif(sys.platform == "win32", reason="sends POSIX signals")
def test_workers_end_with_a_parent_that_is_killed(write: Write) -> None:
    path = write(*[stream(content={})] * 30_000)
    with subprocess.Popen(
        [*COMMAND, path, "--lines", "--jobs", "2"], env=ENVIRONMENT, stdout=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        process.stdout.readline()
        workers = psutil.Process(process.pid).children(recursive=True)
        assert len(workers) >= 2
        process.kill()
        _, alive = psutil.wait_procs(workers, timeout=30)
        assert not alive


MEASURED = """
import sys
from kernelwire.cli import main
code = main(sys.argv[1:])
status = open("/proc/self/status").read().split()
print(code, int(status[status.index("VmHWM:") + 1]) >> 10, file=sys.stderr)
"""  # not ru_maxrss: Linux lets a process inherit that from the one that started it


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
@pytest.mark.parametrize(
    ("name", "size", "count", "most"),
    [("many lines", 60_000, 3500, 70), ("long lines", 45 << 20, 2, 290), ("problems", 20_000, 2500, 70)],
)
def test_memory_stays_constant(name: str, size: int, count: int, most: int, tmp_path: Path) -> None:
    """In MiB. 210 MB of lines; two of 60 MiB, two that are too long; 50 MB where each line is told of."""
    value = wire(frames(parts(stream("x" * size)))) if name == "long lines" else stream("x" * size)
    if name == "problems":
        value |= {"header": header("stream", version="5.99"), "content": {"x" * size: ""}}
    path = tmp_path / "long.jsonl.gz"
    with gzip.open(path, "wb", compresslevel=1) as packed:
        data = capture(value)
        for _ in range(count):
            packed.write(data)
            if name == "long lines":
                packed.write(b'"')
                packed.writelines([b"y" * (1 << 20)] * 100)
                packed.write(b"\n")
    done = subprocess.run(
        [*PYTHON, "-c", MEASURED, "validate", str(path)],
        env=ENVIRONMENT,
        capture_output=True,
        check=False,
    )
    code, peak = map(int, done.stderr.split()[-2:])
    assert code == (0 if name == "many lines" else 1)
    assert done.stdout.startswith(b"%s: %d message" % (os.fsencode(path), count))
    assert peak < most


@pytest.mark.skipif(sys.platform != "linux", reason="has no /dev/full, or another shell")
@pytest.mark.parametrize(
    ("redirected", "code", "said"),
    [
        ("<&-", 2, b"kernelwire: -: standard input is closed\n"),
        ("</dev/null >&-", 2, b"kernelwire: -: holds no line\n"),
        ("</dev/null 2>&-", 2, b""),
        ("<&- >/dev/full --format json", 74, b"kernelwire: cannot write: No space left on device\n"),
    ],
)
def test_what_is_closed_or_full(redirected: str, code: int, said: bytes) -> None:
    script = f"exec {' '.join(COMMAND)} - {redirected}"
    done = subprocess.run(["sh", "-c", script], env=ENVIRONMENT, capture_output=True, check=False)
    assert done.returncode == code
    assert done.stderr.endswith(said)
    assert b"Traceback" not in done.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="has no /dev/full")
@pytest.mark.parametrize("option", [[], ["--messages", "nobodys_messages"]])
def test_what_stderr_cannot_say_the_exit_code_and_stdout_say(write: Write, option: list[str]) -> None:
    with open("/dev/full", "w") as full:
        done = subprocess.run(
            [*COMMAND, "missing.jsonl", write(stream()), *option],
            env=ENVIRONMENT, stdout=subprocess.PIPE, stderr=full, check=False,
        )  # fmt: skip
    assert done.returncode == 2
    assert option or done.stdout.endswith(b"conforms: 1 message, as far as could be read\n")


INTERRUPTED = """
import sys

class CtrlC:
    def find_spec(self, name, *_):
        if name == sys.argv[1]:
            raise KeyboardInterrupt

sys.modules.pop(sys.argv[1], None)
sys.meta_path.insert(0, CtrlC())
from kernelwire.cli import main
sys.exit(main(["validate", "missing.jsonl"]))
"""


@pytest.mark.parametrize(
    "module", ["argparse", "kernelwire.captures.validating", "kernelwire.wire.framing", "gzip", "rich"]
)
def test_ctrl_c_while_modules_are_loaded(module: str) -> None:
    done = subprocess.run(
        [*PYTHON, "-c", INTERRUPTED, module], env=ENVIRONMENT, capture_output=True, check=False
    )
    assert (done.returncode, done.stderr) == (130, b"kernelwire: interrupted\n")
