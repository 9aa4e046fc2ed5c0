"""A real kernel, listened to: record a session, judge each of its messages, then read what was said.

    make demo

starts the ipykernel of this environment, gives it four cells to run and stops it again: a few seconds.
Nothing leaves this machine. To do it with another kernel: python -m tests.recording --help
"""

from __future__ import annotations

import json
import sys
import tempfile
from base64 import b64decode
from collections.abc import Iterator
from pathlib import Path

from jupyter_messages import DisplayData, Error, ExecuteInput, ExecuteResult, KernelInfoReply, Stream
from kernelwire import Message, Signer, decode_frames
from kernelwire.cli import main as kernelwire

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # the recorder lives with the tests

from tests.recording import record
from tests.recording.steps import AnyStep, Heartbeat, Step

# An echoed heartbeat shows that the kernel is up; who asks earlier may miss its first messages.
UP = Heartbeat(b"are you there?", patience=60.0)
START = Step("kernel_info", "kernel_info_request")
CELLS = [
    "print('hello from a real kernel')",
    "6 * 7",
    "from IPython.display import HTML\ndisplay(HTML('<b>bold</b>'))",
    "1 / 0",
]
END = Step("shutdown", "shutdown_request", {"restart": False}, channel="control")

# Jupyter would also look into your home folder, and might find the kernel of another environment.
KERNELSPECS = [Path(sys.prefix) / "share" / "jupyter" / "kernels"]


def execute(code: str) -> Step:
    """One request; the recorder waits until the kernel has answered it and is idle again."""
    content = {"code": code, "silent": False, "user_expressions": {}, "allow_stdin": False}
    return Step(code, "execute_request", content)


def messages(capture: Path) -> Iterator[Message]:
    """The messages of a capture: signature checked, content typed. Those to the kernel are among them."""
    for text in capture.read_text(encoding="utf-8").splitlines():
        line = json.loads(text)
        frames = [b64decode(frame) for frame in line["frames"]]
        yield decode_frames(frames, Signer(line["key"].encode()), channel=line["channel"])


def show(message: Message) -> None:
    """Print a message if a reader of notebooks would want to see it."""
    match message.content:
        case KernelInfoReply(implementation=name, implementation_version=version, language_info=language):
            print(f"{name} {version} runs {language.name} {language.version}")
        case ExecuteInput(code=code, execution_count=count):
            print(f"\nIn [{count}]:", code.replace("\n", "\n        "))
        case Stream(name="stdout", text=text):
            print(text, end="")
        case ExecuteResult(data={"text/plain": text}, execution_count=count):
            print(f"Out[{count}]: {text}")
        case DisplayData(data={"text/html": html}):
            print(f"(a display in HTML: {html})")
        case Error(ename=ename, evalue=evalue):
            print(f"{ename}: {evalue}")
        case _:
            pass  # requests, replies, and the status that says busy and idle


def main() -> None:
    """Record, judge, read."""
    capture = Path(tempfile.mkdtemp(prefix="kernelwire-demo-")) / "session.jsonl"
    print("1. Record: ipykernel starts, and every message on its sockets is kept.")
    steps: list[AnyStep] = [UP, START, *map(execute, CELLS), END]
    lines = record("python3", steps, capture, folders=KERNELSPECS)
    print(f"   {len(lines)} messages in {capture}\n")

    print(f"2. Judge: kernelwire validate {capture}", flush=True)
    kernelwire(["validate", str(capture)])
    print("   Real kernels depart from the spec here and there: docs/kernels.md tells where.\n")

    print("3. Read: the same messages as typed Python, told apart by pattern matching.")
    for message in messages(capture):
        show(message)


if __name__ == "__main__":
    main()
