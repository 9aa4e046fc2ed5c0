"""What the commands show, without a kernel: outputs of all kinds, and which kernels there are."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from argparse import Namespace
from pathlib import Path
from typing import Any

import pytest

from jupyter_messages import (
    ClearOutput,
    DisplayData,
    Error,
    ErrorReply,
    ExecuteReply,
    ExecuteResult,
    Status,
    Stream,
    Transient,
    UpdateDisplayData,
)
from kernelwire import ConnectionInfo
from kernelwire.errors import LocalProtocolError
from kernelwire.streams import complain
from kernelwire.terminal import connect, run
from kernelwire.terminal.show import Screen
from tests.made import ENVIRONMENT, PYTHON

RED = "\x1b[31mred\x1b[0m"


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def shown(*contents: Any, terminal: bool = False) -> tuple[str, str]:
    """What comes out on stdout and stderr; of a terminal, both on the first."""
    out = Terminal() if terminal else io.StringIO()
    err = out if terminal else io.StringIO()
    screen = Screen(out, err)
    for content in contents:
        screen.show(content)
    return out.getvalue(), "" if terminal else err.getvalue()


@pytest.mark.parametrize(
    ("contents", "out", "err"),
    [
        ([Stream("stdout", "a"), Stream("stdout", "b\r\nc"), Stream("stderr", "!")], "ab\r\nc", "!"),
        ([Stream("stdout", f"{RED}\n")], f"{RED}\n", ""),  # what the code writes is its own affair
        ([ExecuteResult(1, {"text/plain": "42"})], "42\n", ""),
        ([ExecuteResult(1, {"text/plain": f"{RED}\n"})], "red\n", ""),
        ([DisplayData({"image/png": "iVBO", "text/html": "<b>"})], "<b>\n", ""),
        ([DisplayData({"image/png": "iVBO"}), DisplayData({})], "(image/png)\n(nothing)\n", ""),
        ([UpdateDisplayData(Transient("1"), {"text/plain": "50 %"})], "50 %\n", ""),
        ([Error("E", "why", ["Traceback", RED])], "", "Traceback\nred\n"),
        ([Error("E", "why", [])], "", "E: why\n"),
        ([ExecuteReply(1, payload=[{"source": "page", "data": {"text/plain": "help"}}])], "help\n", ""),
        ([ExecuteReply(1, payload=[{"source": "page"}, {"source": "next", "data": {}}, {}])], "", ""),
        ([Status("idle"), ClearOutput(True), ErrorReply("E", "why", [])], "", ""),
        # A paragraph begins a line of its own, on its own stream.
        ([Stream("stdout", "a"), Stream("stderr", "!\n"), DisplayData({"text/plain": "b"})], "a\nb\n", "!\n"),
        ([Stream("stdout", "a"), Error("E", "", [])], "a", "E\n"),
    ],
)  # fmt: skip
def test_what_is_shown(contents: list[Any], out: str, err: str) -> None:
    assert shown(*contents) == (out, err)


def test_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    said = [
        Stream("stdout", "a"),
        Error("E", "", [RED]),
        Stream("stderr", "b\n"),
        ExecuteResult(1, {"text/plain": RED}),
    ]
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert shown(*said, terminal=True)[0] == f"a\n{RED}\nb\n{RED}\n"
    monkeypatch.setenv("NO_COLOR", "1")
    assert shown(*said, terminal=True)[0] == "a\nred\nb\nred\n"


def command(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return ran("import sys; from kernelwire.cli import main; sys.exit(main())", *arguments, **environment)


def ran(code: str, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*PYTHON, "-c", code, *arguments],
        env={**ENVIRONMENT, **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )


def test_the_kernels_are_those_that_jupyter_client_finds(tmp_path: Path) -> None:
    """jupyter_client is the oracle, on all kernels of this environment and two made up ones."""
    for name, spec in {
        "nowhere": {"argv": ["/no/such/program"], "display_name": "Gone \x1b[2J", "language": "none"},
        "odd": {
            "argv": [sys.executable, "{connection_file}"],
            "display_name": "Odd",
            "language": "x",
            "own": 1,
        },
    }.items():
        folder = tmp_path / "kernels" / name
        folder.mkdir(parents=True)
        (folder / "kernel.json").write_text(json.dumps(spec))
    found = json.loads(command("kernels", "--format", "json", JUPYTER_PATH=str(tmp_path)).stdout)
    program = "import json; from jupyter_client.kernelspec import KernelSpecManager as M;"
    said = subprocess.run(
        [sys.executable, "-c", f"{program} print(json.dumps(M().get_all_specs()))"],
        env={**os.environ, "JUPYTER_PATH": str(tmp_path)},
        capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    expected = json.loads(said)
    assert {"python3", "nowhere", "odd"} <= {*found}
    assert {*found} == {*expected}
    for name, theirs in expected.items():
        assert found[name]["resource_dir"] == theirs["resource_dir"]
        assert found[name]["spec"]["argv"] == theirs["spec"]["argv"]
        assert found[name]["spec"]["display_name"] == theirs["spec"]["display_name"]
        assert found[name]["spec"]["language"] == theirs["spec"]["language"]
    assert "/no/such/program" in found["nowhere"]["problem"]
    assert "problem" not in found["odd"]

    done = command("kernels", JUPYTER_PATH=str(tmp_path))
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert lines[0].split() == ["name", "language", "display", "name", "folder"]
    at = next(index for index, line in enumerate(lines) if line.startswith("nowhere "))
    assert str(tmp_path / "kernels" / "nowhere") in lines[at]
    assert "'/no/such/program' is not there" in lines[at + 1]
    assert "\x1b" not in done.stdout


def test_no_kernels(tmp_path: Path) -> None:
    nothing = {name: str(tmp_path) for name in ("JUPYTER_PATH", "JUPYTER_DATA_DIR", "IPYTHONDIR", "HOME")}
    folders = "from kernelwire.local import kernelspecs, paths\n"
    code = (
        f"{folders}paths.kernelspec_folders = kernelspecs.kernelspec_folders = lambda: []\n"
        "kernelspecs._native = lambda: None\n"
        "import sys, kernelwire.terminal.kernels as k; k.kernelspec_folders = lambda: ['here', 'there']\n"
        "from kernelwire.cli import main; sys.exit(main(['kernels']))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**ENVIRONMENT, **nothing},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("kernelwire: no kernel is installed; pip install ipykernel brings one")
    assert "\n  there\n" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["run", "nope", "1"], "no kernel named 'nope'; installed: "),
        (["run", "nope.json", "1"], "no connection file 'nope.json'"),
        (["run", "./nope", "1"], "no connection file './nope'"),
        (["run", "http://127.0.0.1:1/api/kernels/1", "1"], "is the server running?"),
        (["run", "http://127.0.0.1:1/", "1"], "the URL names no kernel"),
        (["run", "ftp://127.0.0.1/api/kernels/1", "1"], "no connection file"),
        (["run", "python3", "{notebook}"], "is a notebook"),
        (["run", "python3", "{latin}"], "cannot be read as UTF-8"),
        (["run", "python3", "no_such_file.py"], "there is no file 'no_such_file.py'"),
        (["run", "python3", "1", "2"], "run does not take 2; see kernelwire run --help"),
        (["connect", "nope"], "no connection file 'nope'"),
        (["connect", "http://127.0.0.1:1/"], "is it running?"),
        (["connect", "http://127.0.0.1:1/api/kernels/1"], "is the server running?"),
        (["connect", "{latin}"], "is no JSON"),
    ],
)
def test_what_cannot_be_done(tmp_path: Path, arguments: list[str], words: str) -> None:
    (tmp_path / "a.ipynb").write_text("{}")
    (tmp_path / "latin.txt").write_bytes(b"x = '\xe9'")
    names = {"{notebook}": str(tmp_path / "a.ipynb"), "{latin}": str(tmp_path / "latin.txt")}
    done = command(*(names.get(word, word) for word in arguments), JUPYTER_RUNTIME_DIR=str(tmp_path))
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("kernelwire: ")
    assert words in done.stderr
    assert "Traceback" not in done.stderr


def test_which_words_are_code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A word that is a folder's name is, and the empty one, which is the current folder's."""
    monkeypatch.chdir(tmp_path)
    Path("tests").mkdir()
    Path("mark.py").write_bytes(b"\xef\xbb\xbf1")
    for word, code in {"": "", "tests": "tests", "x" * 9999: "x" * 9999, "mark.py": "1"}.items():
        assert run._read(word) == code
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"\xef\xbb\xbf2"), encoding="utf-8"))
    assert run._read("-") == "2"


def test_code_that_cannot_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only what is no UTF-8 is said to be none."""
    (tmp_path / "a").touch()

    def denied(*_: object, **__: object) -> str:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_text", denied)
    with pytest.raises(LocalProtocolError, match=r"a cannot be read: Permission denied$"):
        run._read(str(tmp_path / "a"))
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"\xff"), encoding="utf-8"))
    with pytest.raises(LocalProtocolError, match="standard input cannot be read as UTF-8"):
        run._read("-")
    monkeypatch.setattr("sys.stdin", None)
    with pytest.raises(LocalProtocolError, match="standard input is closed"):
        run._read("-")


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such files")
def test_code_from_a_pipe() -> None:
    """As of a shell's <(command), whose name is a file's that is no regular one."""
    read, write = os.pipe()
    os.write(write, b"6 * 7")
    os.close(write)
    try:
        assert run._read(f"/dev/fd/{read}") == "6 * 7"
    finally:
        os.close(read)


def test_a_file_whose_kernel_is_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is told at once, and not waited for."""
    monkeypatch.setattr("kernelwire.client.connecting._AGAIN", 0.01)
    file = tmp_path / "kernel-1.json"
    ConnectionInfo.new().write(file)
    os.utime(file, (1e9, 1e9))
    assert connect.run(Namespace(where=str(file), format="text")) == 2
    assert "nobody listens at tcp://127.0.0.1:" in (said := capsys.readouterr().err)
    assert f"the kernel of {file} is gone; remove the file" in said


def test_errors_are_shown_without_what_a_terminal_would_obey(capsys: pytest.CaptureFixture[str]) -> None:
    complain("it said:\n\x1b[2Jnothing\r")
    assert capsys.readouterr().err == "kernelwire: it said:\n\\x1b[2Jnothing\n"


def test_without_what_talks_to_kernels() -> None:
    """The command says what is missing."""
    code = (
        "import sys\nfor name in ('zmq', 'jupyter_core', 'websockets', 'httpx'): sys.modules[name] = None\n"
        "from kernelwire.cli import main\nsys.exit(main(sys.argv[1:]))"
    )
    for arguments, extra in {
        ("kernels",): "zmq",
        ("run", "python3", "1"): "all",
        ("connect", "x"): "zmq",
        ("connect", "http://127.0.0.1:1"): "websocket",
        ("connect", "http://127.0.0.1:1/api/kernels/1"): "websocket",
    }.items():
        done = subprocess.run(
            [*PYTHON, "-c", code, *arguments],
            env=ENVIRONMENT,
            capture_output=True,
            text=True,
            check=False,
        )
        assert (done.returncode, done.stdout) == (2, ""), arguments
        assert f'pip install "kernelwire[{extra}]"' in done.stderr
        assert "Traceback" not in done.stderr
