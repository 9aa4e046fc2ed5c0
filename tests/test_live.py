"""Real kernels, recorded afresh: they say no worse than what is pinned, and leave nothing behind.

Kernels that are not installed are skipped, except where the environment variable CI is set: there they fail.
Those of another environment are found with JUPYTER_PATH=<its folder>/share/jupyter.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

import psutil
import pytest

from tests import pins
from tests.conftest import ROOT, Run
from tests.recording import MEDIUM, Recorder, launched
from tests.recording.kernels import CAPTURE_NAMES, installed
from tests.recording.player import Player
from tests.recording.steps import Heartbeat
from tests.recording.wire import Received, line_frames, unpack, write_capture

CORE = {
    "complete_reply",
    "comm_info_reply",
    "error",
    "execute_input",
    "execute_reply",
    "inspect_reply",
    "is_complete_reply",
    "kernel_info_reply",
    "shutdown_reply",
    "status",
    "stream",
}
"""What every kernel says in the session."""

KERNELS = {
    "python3": {"comm_msg", "display_data", "execute_result", "input_request", "iopub_welcome"},
    "xpython": {"display_data", "execute_result", "input_request", "iopub_welcome"},
    "xpython-raw": {"comm_close", "display_data", "execute_result", "input_request", "iopub_welcome"},
    "bash": {"display_data", "iopub_welcome"},
    "ir": {"comm_msg", "display_data", "input_request"},
    "deno": {"comm_close", "display_data", "execute_result", "input_request"},
}
"""The kernelspecs, and what is said besides."""


class Session(NamedTuple):
    """What a kernel said, and where it was; it has ended."""

    kernel: str
    capture: Path
    sent: list[Received]
    heard: list[Received]
    echoes: list[bytes]
    home: Path


@pytest.fixture(scope="module", params=[*KERNELS])
def session(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Session:
    """One recorded session with each kernel, for all tests of this module."""
    kernel: str = request.param
    if kernel not in installed():
        reason = f"no kernelspec {kernel!r} is installed here; make kernels does it"
        pytest.fail(reason) if os.environ.get("CI") else pytest.skip(reason)
    folder = tmp_path_factory.mktemp(kernel)
    home, capture = folder / "home", folder / "session.jsonl"
    with launched(kernel, home) as running, Recorder(running.connection) as recorder:
        Player(recorder, kernel, print, lambda: running.alive).play(MEDIUM)
    write_capture(capture, recorder.lines)
    messages: dict[str, list[Received]] = {"to_kernel": [], "from_kernel": []}
    for line in recorder.lines:
        messages[line["direction"]].append(unpack(line["channel"], line_frames(line)))
    return Session(kernel, capture, messages["to_kernel"], messages["from_kernel"], recorder.echoes, home)


def test_every_problem_is_a_pinned_one(session: Session) -> None:
    pinned = pins.expected()[CAPTURE_NAMES.get(session.kernel, session.kernel)]
    judged = pins.judged(session.capture)
    assert {*judged.problems} <= {*pinned.problems}
    assert judged.messages == len(session.sent) + len(session.heard)


def test_the_core_messages_are_there(session: Session) -> None:
    assert CORE | KERNELS[session.kernel] <= {message.msg_type for message in session.heard}
    assert {"shell", "iopub", "control"} <= {message.channel for message in session.heard}


def test_every_execution_is_answered_between_busy_and_idle(session: Session) -> None:
    requests = [message for message in session.sent if message.msg_type == "execute_request"]
    assert len(requests) >= 5
    for request in requests:
        answers = [message for message in session.heard if message.parent_id == request.header["msg_id"]]
        states = [message.content["execution_state"] for message in answers if message.msg_type == "status"]
        assert states == ["busy", "idle"]
        assert [message.msg_type for message in answers if message.channel == "shell"] == ["execute_reply"]


def test_every_heartbeat_came_back_byte_for_byte(session: Session) -> None:
    assert session.echoes == [step.payload for step in MEDIUM if isinstance(step, Heartbeat)]
    assert b"\x00\xff" in b"".join(session.echoes)


def test_nothing_is_left_behind(session: Session) -> None:
    # Home, connection file and temporary files were in one folder; all processes of the kernel, those in
    # sessions of their own included, have it for their home.
    assert not session.home.exists()
    left = [process for process in psutil.process_iter() if _home_of(process) == str(session.home)]
    _, alive = psutil.wait_procs(left, timeout=5)
    assert not alive


def _home_of(process: psutil.Process) -> str | None:
    try:
        home: str | None = process.environ().get("HOME")
    except (psutil.Error, OSError):  # it has ended meanwhile, or it is somebody else's
        return None
    return home


def test_the_demo_runs_on_this_environment_alone(python: Run, tmp_path: Path) -> None:
    nowhere = {"HOME": str(tmp_path), "JUPYTER_PATH": "", "TMPDIR": str(tmp_path), "TEMP": str(tmp_path)}
    done = python(ROOT, "examples/demo.py", **nowhere)
    assert done.returncode == 0, done.stderr
    assert "hello from a real kernel" in done.stdout
    assert "Out[2]: 42" in done.stdout
    assert "ZeroDivisionError: division by zero" in done.stdout
    assert "the spec" in done.stdout or "conforms" in done.stdout
    assert [path.suffix for path in tmp_path.rglob("*.jsonl")] == [".jsonl"]
