"""The command ``kernelwire run``: code in a kernel, its outputs as they come. How they look: see show."""

from __future__ import annotations

import argparse
import asyncio
import re
import signal
import sys
from collections.abc import Generator
from contextlib import AbstractAsyncContextManager, contextmanager, suppress
from functools import partial
from getpass import getpass
from pathlib import Path

from jupyter_messages import AbortedReply, ErrorReply, ExecuteReply, InputRequest, Invalid, KernelInfoRequest
from kernelwire.client.client import Client
from kernelwire.client.connecting import connect
from kernelwire.client.launching import launch
from kernelwire.client.loops import in_thread
from kernelwire.client.stdin import END_OF_INPUT
from kernelwire.errors import KernelwireError, LocalProtocolError
from kernelwire.streams import complain
from kernelwire.terminal.opening import WHERE, carried_out, runs_already, token
from kernelwire.terminal.show import Screen

_ABOUT = f"""\
Run code in a kernel and show its outputs as they come.

KERNEL is a name that `kernelwire kernels` lists: such a kernel is started, and nothing of it is left behind.
Or it is one that runs already, and goes on:

{WHERE}
The second word is a file if there is one of that name, else it is the code itself. Without it, or with -,
the code is read from standard input.
"""
_MORE = """\
What the code writes, and the text of its results and displays, goes to stdout; its stderr and tracebacks go
to stderr. Questions of the code are answered from standard input, unless the code came from there.
Ctrl-C interrupts the code. Once more, or while the kernel is still at something else, it gives up; a kernel
that goes on may then still run the code.

exit codes:
  0    it ran
  1    it raised an error, as sys.exit() does in a Python kernel, or was dropped by the kernel
  2    it could not be run: no such kernel or file, or the kernel died, or the connection broke
  130  it was interrupted by Ctrl-C; after SIGTERM 143, after SIGHUP 129
  141  whoever read the output went away; 74: it could not be written

examples:
  kernelwire run python3 '6 * 7'
  kernelwire run ir analysis.R > analysis.txt
  echo 'console.log(Deno.version)' | kernelwire run deno
  kernelwire run kernel-1234.json 'df.describe()'
"""
_PATIENCE = 2.0
"""Seconds that what is said late may take, where the kernel answers nothing else."""
_MOMENT = 0.3
"""Seconds that a question waits for what was written before it."""


def add_command(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:  # pyright: ignore[reportPrivateUsage]
    """Add ``run`` to a parser; it sets ``run(options) -> exit code``."""
    parser = commands.add_parser(
        "run", description=_ABOUT, epilog=_MORE, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("kernel", metavar="KERNEL", help="a kernelspec's name, a connection file, or a URL")
    parser.add_argument(
        "code", metavar="CODE|FILE|-", nargs="?", default="-", help="what to run (default: -)"
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """``run``: 0 it ran; 1 it raised; 2 it could not be run; 130 it was interrupted."""
    return carried_out(_run(options.kernel, options.code))


def _read(word: str) -> str:
    """The code that a word stands for. Raises LocalProtocolError for what holds none."""
    name = "standard input" if word == "-" else word
    try:
        if word == "-":
            return _said().removeprefix("\ufeff")
        path = Path(word)
        if not _is_file(path):
            return word
        if path.suffix == ".ipynb":
            raise LocalProtocolError(
                f"{word} is a notebook, which `jupyter execute` runs; this takes plain code"
            )
        return path.read_text(encoding="utf-8-sig")  # editors on Windows begin files with a byte order mark
    except UnicodeDecodeError as error:
        raise LocalProtocolError(f"{name} cannot be read as {error.encoding.upper()}: {error}") from None
    except OSError as error:
        raise LocalProtocolError(f"{name} cannot be read: {error.strerror or error}") from None


def _said() -> str:
    """All that is said on standard input."""
    if sys.stdin is None:  # pyright: ignore[reportUnnecessaryComparison] - who starts us may have closed it
        raise LocalProtocolError("standard input is closed: there is no code")
    if sys.stdin.isatty():
        complain("reading code from the terminal, to its end: Ctrl-D, on Windows Ctrl-Z and Enter")
    return sys.stdin.read()


def _is_file(path: Path) -> bool:
    """Whether there is anything to read, a pipe (`<(command)` of a shell) for one; a folder is not."""
    try:
        return path.exists() and not path.is_dir()  # the empty path is the current folder
    except (OSError, ValueError):  # what is too long for a path, or holds a zero
        return False


async def _run(kernel: str, word: str) -> int:
    code = _read(word)
    opened: AbstractAsyncContextManager[Client] = (
        connect(kernel, token=token()) if runs_already(kernel) else launch(kernel)
    )
    screen = Screen(sys.stdout, sys.stderr)
    async with opened as client:
        if code is word:
            _refuse_name_of_file(word, client)
        execution = client.execute(code, on_input=None if word == "-" else partial(_ask, client))
        with _ctrl_c(client) as hit:
            async for message in execution:
                hit.begun = True
                screen.show(message.content)
        reply = (await execution.reply()).content
        screen.show(reply)
        with suppress(KernelwireError, TimeoutError):  # its work is done, whatever becomes of it
            await client.kernel_info(timeout=_PATIENCE)  # some are idle before all is said: it is by then
    for message in execution.late():
        screen.show(message.content)
    if execution.gaps:
        complain(f"output may be missing: {'; '.join(execution.gaps)}")
    if isinstance(reply, ExecuteReply):
        return 0
    if isinstance(reply, ErrorReply) and not screen.failed:
        screen.fail(reply)
    elif isinstance(reply, AbortedReply):
        complain("the kernel dropped it, for an error or an interrupt of what was before it")
    elif isinstance(reply, Invalid) and not hit.attempts:
        complain(f"it did not run to its end; its reply breaks the spec: {reply.problems[0].message}")
    return 130 if hit.attempts else 1


def _refuse_name_of_file(word: str, client: Client) -> None:
    """Say that there is no such file, rather than run its name as code. Raises LocalProtocolError."""
    ending = client.info.language_info.file_extension if client.info else ""
    if ending and word.endswith(ending) and word != ending and not re.search(r"\s", word):
        raise LocalProtocolError(f"there is no file {word!r}")


class _Hit:
    """Ctrl-C, while code runs."""

    def __init__(self) -> None:
        self.begun = False
        """Whether the kernel is at it; else an interrupt would be somebody else's."""
        self.attempts: list[asyncio.Future[None]] = []
        """Of interrupting it."""


@contextmanager
def _ctrl_c(client: Client) -> Generator[_Hit, None, None]:
    """Ctrl-C interrupts what the kernel does for us; once more, or before it has begun, it ends this task."""
    loop, task = asyncio.get_running_loop(), asyncio.current_task()
    hit = _Hit()

    def told(attempt: asyncio.Future[None]) -> None:
        if not attempt.cancelled() and (error := attempt.exception()):
            complain(f"it cannot be interrupted: {error}")

    def act() -> None:
        if task is not None and (hit.attempts or not hit.begun):
            task.cancel()
            return
        complain("interrupting it; Ctrl-C once more gives it up")
        hit.attempts.append(asyncio.ensure_future(client.interrupt()))
        hit.attempts[0].add_done_callback(told)

    def signalled(number: int, frame: object) -> None:
        loop.call_soon_threadsafe(act)

    before = signal.signal(signal.SIGINT, signalled)
    try:
        yield hit
    finally:
        signal.signal(signal.SIGINT, before)


async def _ask(client: Client, question: InputRequest) -> str:
    """Ask whoever sits there; the end of input is what kernels take for it."""
    # What was written before may come later, on another socket: but before this answer does, where the kernel
    # hears anything on control while it waits.
    with suppress(KernelwireError, TimeoutError):
        await client.request(KernelInfoRequest(), channel="control").done(timeout=_MOMENT)
    sys.stdout.flush()
    try:
        return await in_thread(lambda: (getpass if question.password else input)(question.prompt))
    except EOFError:
        return END_OF_INPUT
