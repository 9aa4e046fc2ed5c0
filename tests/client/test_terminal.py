"""``kernelwire run`` and ``connect`` with real kernels and a server: outputs, exit codes, Ctrl-C, pipes."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil
import pytest

from tests.client import LIMIT, Shared, need, run_code, writes
from tests.client.snippets import KERNELS, table
from tests.made import ENVIRONMENT, PYTHON
from tests.servers import JupyterServer

COMMAND = (*PYTHON, "-m", "kernelwire")
HELLO = "hello from kernelwire\n"
RAISED = {"ir": "no division today", "deno": "no division today", "bash": "1"}


def command(*arguments: str, said: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    """Call it with that on its standard input; it takes not for ever."""
    return subprocess.run(
        [*COMMAND, *arguments], env={**ENVIRONMENT, **environment}, input=said,
        capture_output=True, text=True, encoding="utf-8", check=False, timeout=2 * LIMIT,
    )  # fmt: skip


@pytest.mark.parametrize("kernel", KERNELS)
def test_each_kernel(kernel: str) -> None:
    need(kernel)
    snippets = table(kernel)
    done = command("run", kernel, snippets["stdout"])
    assert (done.returncode, done.stdout) == (0, HELLO)
    done = command("run", kernel, "-", said=snippets["error"])
    assert done.returncode == 1
    assert RAISED.get(kernel, "ZeroDivisionError") in done.stderr
    if snippets.get("result"):
        done = command("run", kernel, said=snippets["result"])
        assert done.returncode == 0
        assert done.stdout == re.sub(r"\x1b\[\d+m", "", snippets["result_is"]) + "\n"


def test_a_file_whose_code_asks(tmp_path: Path) -> None:
    path = tmp_path / "ask.py"
    path.write_text(
        "import sys, getpass\nprint('to err', file=sys.stderr)\n"
        "for prompt in '?!':\n    print('got', input(prompt))\n"
        "try: input('...')\nexcept EOFError: print('the end')",
        encoding="utf-8",
    )
    done = command("run", "python3", str(path), said="Ada\nGrace")
    assert done.returncode == 0
    # As a rule they take turns; where the machine is too busy, a question may come before what was written.
    assert re.sub(r"[?!.]", "", done.stdout) == "got Ada\ngot Grace\nthe end\n"
    assert re.sub(r"[^?!.]", "", done.stdout) == "?!..."
    assert done.stderr == "to err\n"
    # Where the code is what was said, nobody is left to answer.
    done = command("run", "python3", said="input('?')")
    assert done.returncode == 1
    assert "StdinNotImplementedError" in done.stderr


def test_code_of_nothing_and_of_an_editor_on_windows(tmp_path: Path) -> None:
    done = command("run", "python3", "")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    path = tmp_path / "mark.py"
    path.write_bytes(b"\xef\xbb\xbfprint('after a byte order mark')")
    done = command("run", "python3", str(path))
    assert (done.returncode, done.stdout, done.stderr) == (0, "after a byte order mark\n", "")


def test_help_late_output_and_death() -> None:
    done = command("run", "python3", "print?")
    assert done.returncode == 0
    assert "Prints the values to a stream" in done.stdout
    done = command("run", "python3", "import os, sys\nprint('last words')\nsys.stdout.flush()\nos._exit(7)")
    assert done.returncode == 2
    assert "the kernel died with exit code 7" in done.stderr


def test_another_kernel_that_runs(ipykernel: Shared) -> None:
    """By its file: from within the folder of such files, by its name alone."""
    file = ipykernel.client.connection_file
    assert file is not None
    places = {"JUPYTER_RUNTIME_DIR": str(file.parent)}
    short = file.name.removeprefix("kernel-").removesuffix(".json")
    for where in (str(file), file.name, short):
        assert command("run", where, "_kernelwire = 5; _kernelwire + 1", **places).stdout == "6\n"
    assert ipykernel.run(lambda client: run_code(client, "print(_kernelwire); del _kernelwire")) == "5\n"

    shown = command("connect", short, **places)
    assert (shown.returncode, shown.stderr) == (0, "")
    lines = dict(
        line.split(None, 1) for line in shown.stdout.splitlines() if line[:1].strip() and " " in line
    )
    assert lines["language"].startswith("python 3.")
    assert lines["security"] == "signed (hmac-sha256), not encrypted"
    assert re.fullmatch(r"within [\d.]+ ms", lines["answers"])
    told = json.loads(command("connect", short, "--format", "json", **places).stdout)
    info = ipykernel.client.info
    assert info is not None
    assert told["kernel_info"]["implementation_version"] == info.implementation_version
    assert told["channels"]["shell"] == f"tcp://127.0.0.1:{json.loads(file.read_text())['shell_port']}"
    assert json.loads(file.read_text())["key"] not in json.dumps(told) + shown.stdout


def test_one_that_is_busy(ipykernel: Shared) -> None:
    """It is known by control (5.5), and told to be busy."""
    file = ipykernel.client.connection_file
    code = "print('busy', flush=True)\nimport time\nfor _ in range(6000): time.sleep(0.01)"
    sleeping = ipykernel.client.execute(code)
    ipykernel.run(lambda client: writes(sleeping, "busy"))
    try:
        done = command("connect", str(file))
        assert done.returncode == 0
        assert "it is busy" in done.stdout
    finally:
        ipykernel.run(lambda client: client.interrupt())
    ipykernel.run(lambda client: sleeping.result(timeout=LIMIT))


def test_on_a_server(jupyter: JupyterServer, kernel: str) -> None:
    """The token comes from a variable, or in the URL, and is shown nowhere."""
    token = {"JUPYTER_TOKEN": jupyter.token}
    shown = command("connect", jupyter.url, **token)
    assert shown.returncode == 0
    [line] = [line for line in shown.stdout.splitlines() if kernel in line]
    url = next(word for word in line.split() if kernel in word)
    assert command("run", url, "6 * 7", **token).stdout == "42\n"
    assert command("run", f"{url}?token={jupyter.token}", "6 * 7").stdout == "42\n"
    told = command("connect", url, "--format", "json", **token)
    assert json.loads(told.stdout)["kernel_info"]["language_info"]["name"] == "python"
    known = json.loads(command("connect", jupyter.url, "--format", "json", **token).stdout)
    assert kernel in {each["id"] for each in known["running"]}
    assert "python3" in known["installed"]
    refused = command("run", url, "6 * 7", JUPYTER_TOKEN="wrong")
    assert refused.returncode == 2
    assert "token" in refused.stderr
    for done in (shown, told, refused):
        assert jupyter.token not in done.stdout + done.stderr


@contextmanager
def running(*arguments: str) -> Iterator[subprocess.Popen[str]]:
    """A command that has written its first line, in a process group of its own, as of a terminal."""
    with subprocess.Popen(
        [*COMMAND, *arguments], env=ENVIRONMENT, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
        stderr=subprocess.PIPE, text=True, encoding="utf-8", start_new_session=True,
    ) as process:  # fmt: skip
        try:
            assert process.stdout is not None
            assert process.stdout.readline() == "started\n"
            yield process
        finally:
            process.kill()


STUBBORN = """
import signal, time
signal.signal(signal.SIGINT, lambda *_: print('no', flush=True))
print('started', flush=True)
while True:
    time.sleep(600)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="sends POSIX signals")
@pytest.mark.parametrize("kernel", ["python3", "ir"])
def test_ctrl_c_interrupts(kernel: str) -> None:
    need(kernel)
    with running("run", kernel, table(kernel)["forever"]) as process:
        started = psutil.Process(process.pid).children(recursive=True)
        os.killpg(process.pid, signal.SIGINT)
        _, said = process.communicate(timeout=LIMIT)
        assert process.returncode == 130
        assert said.startswith("kernelwire: interrupting it")
        assert "KeyboardInterrupt" in said or kernel == "ir"
        assert psutil.wait_procs(started, timeout=LIMIT)[1] == []


@pytest.mark.skipif(sys.platform == "win32", reason="sends POSIX signals")
def test_ctrl_c_once_more_gives_up() -> None:
    with running("run", "python3", STUBBORN) as process:
        assert process.stdout is not None
        started = psutil.Process(process.pid).children(recursive=True)
        assert started
        os.killpg(process.pid, signal.SIGINT)
        assert process.stdout.readline() == "no\n"
        os.killpg(process.pid, signal.SIGINT)
        _, said = process.communicate(timeout=LIMIT)
        assert process.returncode == 130
        assert said.endswith("kernelwire: interrupted\n")
        assert "Traceback" not in said
        assert psutil.wait_procs(started, timeout=LIMIT)[1] == []


@pytest.mark.skipif(sys.platform == "win32", reason="sends POSIX signals")
@pytest.mark.parametrize("number", ["SIGTERM", "SIGHUP"])
def test_signals_that_end_it_end_the_kernel(
    tmp_path: Path, number: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(ENVIRONMENT, "JUPYTER_RUNTIME_DIR", str(tmp_path))
    with running("run", "python3", STUBBORN) as process:
        started = psutil.Process(process.pid).children(recursive=True)
        assert started
        process.send_signal(getattr(signal, number))
        assert process.wait(LIMIT) == 128 + getattr(signal, number)
        assert psutil.wait_procs(started, timeout=LIMIT)[1] == []
    assert [*tmp_path.iterdir()] == []


QUEUED = """
import asyncio, os, signal, sys
from kernelwire.terminal import run
class Client:
    async def interrupt(self): print("interrupted", flush=True)
async def main(begun):
    with run._ctrl_c(Client()) as hit:
        hit.begun = begun
        os.kill(os.getpid(), signal.SIGINT)
        await asyncio.sleep(0.2)
        print("went on", flush=True)
for begun in (False, True):
    try: asyncio.run(main(begun))
    except asyncio.CancelledError: print("gave up", flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="sends POSIX signals")
def test_ctrl_c_while_the_kernel_is_at_something_else() -> None:
    """What it is at is somebody else's: that is not interrupted."""
    done = subprocess.run(
        [*PYTHON, "-c", QUEUED], env=ENVIRONMENT, capture_output=True, text=True, check=True
    )
    assert done.stdout.split("\n") == ["gave up", "interrupted", "went on", ""]


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such signal")
def test_a_reader_that_goes_away() -> None:
    code = "print('started')\nimport time\nwhile True: time.sleep(0.01); print('more', flush=True)"
    with running("run", "python3", code) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        started = psutil.Process(process.pid).children(recursive=True)
        process.stdout.close()
        assert process.wait(LIMIT) == 141
        assert process.stderr.read() == ""
        assert psutil.wait_procs(started, timeout=LIMIT)[1] == []
