"""``kernelwire validate`` as a user has it: exit codes, formats, stdin, gzip, processes, Ctrl-C, memory."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kernelwire.cli import main
from tests.made import COMMAND, ENVIRONMENT, KEY, PYTHON, capture, frames, header, parts, stream, wire

ROOT = Path(__file__).resolve().parents[1]
CAPTURES = sorted((ROOT / "tests" / "captures").glob("*.jsonl.gz"))
MADE = capture(stream(), wire(), b"nonsense", stream(content={}), stream(header=header("no_such_thing")))

WORDS = ("kernels", "run", "connect", "validate", "generate", "schema", "diff")

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


def validate(*arguments: str) -> int:
    return main(["validate", *arguments])


def command(*arguments: str, **options: Any) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*COMMAND, *arguments], env=ENVIRONMENT, capture_output=True, check=False, timeout=60, **options
    )


@pytest.mark.parametrize(
    ("value", "options", "code"),
    [
        (stream(), [], 0),
        (stream(), ["--strict"], 0),
        (stream(header=header("no_such_thing")), [], 0),
        (stream(header=header("no_such_thing")), ["--strict"], 1),
        (stream(header=header("stream", version="5.99")), [], 0),
        (stream(header=header("stream", version="5.99")), ["--strict"], 1),
        (stream(header=header("stream", version="5.99")), ["--strict", "--spec-version", "5.4"], 0),
        (stream(header=header("stream", version="5.99")), ["--strict", "--spec-version", "auto"], 1),
        (stream(content={}), [], 1),
        (wire(key="wrong"), [], 1),
        (wire(key=None), ["--key", "wrong"], 1),
        (wire(key=None), ["--key", KEY], 0),
        (wire(frames(parts(), key="schlüssel"), key=None), ["--key", "schlüssel"], 0),
    ],
)
@pytest.mark.parametrize("form", ["text", "json"])
def test_exit_codes(write: Write, value: Any, options: list[str], code: int, form: str) -> None:
    assert validate(write(value), "--format", form, *options) == code


def test_a_line_without_a_message_is_an_error(write: Write) -> None:
    assert validate(write(stream(), b"nonsense")) == 1


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (None, "cannot be opened: No such file or directory"),
        (b"", "holds no line"),
        (b"\n\n", "holds no line"),
        (b"# Readme\n\nThis is no capture.\n", "no line of it is a message"),
        (bytes(range(256)) * 50, "no line of it is a message"),
        (
            gzip.compress(MADE, mtime=0)[:20],
            "breaks off before its first line is whole: the end of the gzip stream is missing",
        ),
    ],
)
@pytest.mark.parametrize("form", ["text", "json"])
def test_what_is_no_capture(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], data: bytes | None, why: str, form: str
) -> None:
    path = tmp_path / "input"
    if data is not None:
        path.write_bytes(data)
    assert validate(str(path), "--format", form) == 2
    out, err = capsys.readouterr()
    assert err.startswith(f"kernelwire: {path}: {why}")
    assert err.count("\n") == 1
    if form == "json":
        assert json.loads(out) == {"messages": 0, "valid": 0, "invalid": 0, "unknown": 0, "problems": []}
    else:
        assert out == ""


def test_a_directory_is_no_capture(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert validate(str(tmp_path)) == 2
    assert (
        capsys.readouterr().err
        == f"kernelwire: {tmp_path}: is a directory; give the captures in it one by one\n"
    )


@pytest.mark.parametrize(
    ("options", "why"),
    [
        (["--spec-version", "4.1"], "no protocol version '4.1'; there are 5.0, "),
        (["--messages", "nobodys_messages"], "no package 'nobodys_messages' can be imported"),
    ],
)
def test_settings_that_cannot_be_met(
    write: Write, capsys: pytest.CaptureFixture[str], options: list[str], why: str
) -> None:
    assert validate(write(stream()), *options) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(f"kernelwire: {why}")
    assert err.count("\n") == 1


def test_a_package_that_cannot_be_loaded_is_told_in_one_line(
    write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "torn_messages.py").write_text("raise SystemExit('one\\ntwo \\x1b[31m')\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    assert validate(write(stream()), "--messages", "torn_messages") == 2
    assert capsys.readouterr() == (
        "",
        "kernelwire: no package 'torn_messages' can be imported: SystemExit: one\\ntwo \\x1b[31m\n",
    )


@pytest.mark.parametrize("options", [["--jobs", "0"], ["--jobs", "x"], ["--format", "xml"], []])
def test_options_that_are_wrong(options: list[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        validate(*options, *(["x"] if options else []))
    assert caught.value.code == 2


def test_json_of_mixed_forms(write: Write, capsys: pytest.CaptureFixture[str]) -> None:
    path = write(MADE.rstrip(b"\n"))
    assert validate(path, "--format", "json") == 1
    told = json.loads(capsys.readouterr().out)
    assert set(told) == {"messages", "valid", "invalid", "unknown", "problems"}
    assert [told[name] for name in ("messages", "valid", "invalid", "unknown")] == [4, 2, 1, 1]
    assert {problem["file"] for problem in told["problems"]} == {path}
    assert [(problem["line"], problem["msg_type"], problem["rule"]) for problem in told["problems"]] == [
        (3, None, "capture"),
        (4, "stream", "required"),
        (4, "stream", "required"),
        (5, "no_such_thing", "msg_type"),
    ]
    assert set(told["problems"][0]) == {"file", "line", "msg_type", "severity", "path", "rule", "message"}


def test_what_cannot_be_read_does_not_hide_the_rest(write: Write, capsys: pytest.CaptureFixture[str]) -> None:
    good, more = write(stream(), name="good.jsonl"), write(stream(), stream(content={}), name="more.jsonl.gz")
    long = "x" * 5000
    assert validate(good, "missing.jsonl", long, more, "--format", "json") == 2
    out, err = capsys.readouterr()
    assert json.loads(out)["messages"] == 3
    assert err.splitlines() == [
        "kernelwire: missing.jsonl: cannot be opened: No such file or directory",
        f"kernelwire: {long}: cannot be opened: File name too long",
    ]


def test_what_breaks_off_is_judged_until_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "torn.jsonl.gz"
    data = gzip.compress(capture(*(stream(str(number)) for number in range(5000))))
    path.write_bytes(data[: len(data) // 2])
    assert validate(str(path), "--format", "json") == 2
    out, err = capsys.readouterr()
    lines = json.loads(out)["valid"]
    assert 0 < lines < 5000
    assert (
        err == f"kernelwire: {path}: breaks off after line {lines}: the end of the gzip stream is missing\n"
    )
    assert validate(str(path)) == 2
    assert capsys.readouterr().out.endswith("as far as could be read\n")


@pytest.mark.parametrize("pack", [bytes, gzip.compress], ids=["plain", "gzip"])
def test_standard_input(pack: Callable[[bytes], bytes]) -> None:
    done = command("-", "--format", "json", input=pack(MADE))
    assert done.returncode == 1
    assert done.stderr == b""
    told = json.loads(done.stdout)
    assert told["messages"] == 4
    assert {problem["file"] for problem in told["problems"]} == {"-"}


@pytest.mark.parametrize("form", [["--format", "json"], ["--format", "text", "--lines"]])
def test_processes_change_nothing(capsys: pytest.CaptureFixture[str], form: list[str], write: Write) -> None:
    paths = [*map(str, CAPTURES), write(*[stream(), b"?", wire(key="wrong"), b""] * 2000)]
    code = validate(*paths, *form)
    alone = capsys.readouterr()
    assert validate(*paths, *form, "--jobs", "2") == code
    assert capsys.readouterr() == alone
    assert len(alone.out) > 1000


def test_text_for_people(write: Write, capsys: pytest.CaptureFixture[str]) -> None:
    validate(write(stream(), *[stream(content={"name": "stdout"})] * 5), "--lines")
    text = capsys.readouterr().out
    assert "session.jsonl:2: error: stream /content: lacks 'text', which is required [required]\n" in text
    assert "session.jsonl:2, 3, 4, …" in text
    assert text.endswith("5 of 6 messages break the spec\n")
    assert "\x1b" not in text


def test_help_teaches(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="0"):
        main(["--help"])
    overview = capsys.readouterr().out
    with pytest.raises(SystemExit, match="0"):
        main(["validate", "--help"])
    details = capsys.readouterr().out
    assert details.startswith("usage: kernelwire validate [-h]")
    assert all(f"\n  {word} " in overview for word in WORDS)
    for word in ("exit codes:", "examples:", "wire", "decoded", "heartbeat", "64 MiB"):
        assert word in details
    assert main([]) == 0
    assert capsys.readouterr().out == overview


def test_a_command_that_is_not_there(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["validated", "session.jsonl"]) == 2
    expected = f"kernelwire: no command 'validated'; there are {', '.join(WORDS)}\n"
    assert capsys.readouterr().err == expected


def test_the_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert "Jupyter protocol 5.0, 5.1, " in capsys.readouterr().out


def test_commands_of_the_generator_say_what_is_missing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "kernelwire_codegen.commands", None)
    assert main(["diff", "5.0", "5.1"]) == 2
    assert capsys.readouterr().err.endswith('pip install "kernelwire[generate]"\n')


def test_the_command_is_light() -> None:
    heavy = "import sys, kernelwire.cli; print(*{'rich', 'multiprocessing', 'asyncio'} & set(sys.modules))"
    done = subprocess.run([*PYTHON, "-c", heavy], env=ENVIRONMENT, capture_output=True, check=True)
    assert done.stdout.split() == []
