"""A real kernel: run code in it and show what comes, keep every message, then judge them all.

    make demo

starts the ipykernel of this environment, gives it four cells and ends it again: a few seconds. Nothing leaves
this machine. To keep the very frames of a session with any kernel: python -m tests.recording --help
"""

from __future__ import annotations

import asyncio
import json
import sys
import tempfile
from pathlib import Path

import kernelwire
from jupyter_messages import DisplayData, Error, ExecuteInput, ExecuteResult, Stream
from kernelwire import Client, Message
from kernelwire.cli import main as command

CELLS = [
    "print('hello from a real kernel')",
    "6 * 7",
    "from IPython.display import HTML\ndisplay(HTML('<b>bold</b>'))",
    "1 / 0",
]

# Jupyter would also look into your home folder, and might find the kernel of another environment.
KERNELSPECS = [Path(sys.prefix) / "share" / "jupyter" / "kernels"]


def show(message: Message) -> None:
    """Print a message if a reader of notebooks would want to see it."""
    match message.content:
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
            pass  # the reply, and the status that says busy and idle


async def run(client: Client) -> list[Message]:
    """Run the cells; gives all that was said."""
    said: list[Message] = []
    for code in CELLS:
        execution = client.execute(code)
        said.append(execution.request.message)
        async for message in execution:
            show(message)
            said.append(message)
    return said


async def main() -> None:
    """Run, keep, judge."""
    print("1. Run: ipykernel starts, and what it says is typed Python, told apart by pattern matching.")
    async with kernelwire.launch(kernelwire.find_kernelspec("python3", KERNELSPECS)) as client:
        assert client.info is not None, "a client that is ready knows its kernel"
        print(f"   {client.info.implementation} {client.info.implementation_version} is ready")
        said = await run(client)

    capture = Path(tempfile.mkdtemp(prefix="kernelwire-demo-")) / "session.jsonl"
    lines = [json.dumps({**message.as_dict(), "channel": message.channel}) for message in said]
    capture.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"\n2. Keep: {len(said)} messages, one a line, in {capture}")

    print(f"\n3. Judge: kernelwire validate {capture}", flush=True)
    command(["validate", str(capture)])
    print("   Real kernels depart from the spec here and there: docs/kernels.md tells where.")


if __name__ == "__main__":
    asyncio.run(main())
