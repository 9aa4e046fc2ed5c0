"""The blocking face, with a real kernel: the same verbs, the same errors, anywhere."""

from __future__ import annotations

import asyncio
import inspect
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

import kernelwire
from jupyter_messages import CommClose, ExecuteReply, InputRequest, Stream
from kernelwire import ConnectionClosed, KernelDied, KernelNotFound, LocalProtocolError, blocking
from kernelwire.client.client import Client
from kernelwire.client.comms import Comm, Comms
from kernelwire.client.exchange import Execution
from kernelwire.client.verbs import Verbs

LIMIT = 60.0


@pytest.fixture(scope="module")
def client() -> Iterator[blocking.Client]:
    with blocking.launch("python3") as client:
        yield client


def test_it_has_every_verb_of_the_client(client: blocking.Client) -> None:
    def public(of: type) -> set[str]:
        return {name for name in dir(of) if not name.startswith("_")}

    # Blocks open and close it, and owners are asynchronous.
    assert public(Client) - public(blocking.Client) == {"start", "aclose", "begun", "lost", "rewire", "works"}
    assert public(Execution) <= public(blocking.Execution)
    assert public(Comm) - public(blocking.Comm) == {"add", "end"}  # the switchboard's
    assert public(Comms) - public(blocking.Comms) == {"receive", "forget", "end"}


def test_signatures_are_those_of_the_verbs() -> None:
    for name in ("kernel_info", "complete", "inspect", "is_complete", "history", "comm_info", "execute"):
        theirs = inspect.signature(getattr(Verbs, name)).parameters
        assert [*inspect.signature(getattr(blocking.Verbs, name)).parameters] == [*theirs]


def test_replies_and_outputs(client: blocking.Client) -> None:
    assert client.info is not None
    assert client.info.implementation == "ipython"
    contents = [message.content for message in client.execute("print('a'); print('b')")]
    assert "".join(content.text for content in contents if isinstance(content, Stream)) == "a\nb\n"
    result = client.execute("6 * 7").result(timeout=LIMIT)
    assert result.outputs[0]["data"] == {"text/plain": "42"}
    assert isinstance(client.execute("1").reply(timeout=LIMIT).content, ExecuteReply)
    assert "print" in client.complete("pri", timeout=LIMIT).content.matches
    assert client.is_complete("for", timeout=LIMIT).content.status == "invalid"


def test_a_timeout_leaves_the_client_usable(client: blocking.Client) -> None:
    with pytest.raises(TimeoutError, match="within"):
        client.execute("import time; time.sleep(1)").result(timeout=0.01)
    assert client.execute("'go on'").result(timeout=LIMIT).status == "ok"


def test_what_owners_do_and_what_few_ask(client: blocking.Client) -> None:
    looping = client.execute("print('in it', end='', flush=True)\nwhile True: pass")
    assert any(getattr(message.content, "text", "") == "in it" for message in looping)
    client.interrupt(timeout=LIMIT)
    assert looping.result(timeout=LIMIT).status == "error"
    assert client.history(timeout=LIMIT).content.status == "ok"
    assert client.debug("debugInfo", timeout=LIMIT).reply.content.success
    with blocking.connect(client.connection_file, timeout=LIMIT) as other:
        assert other.execute("6 * 7").result(timeout=LIMIT).outputs[0]["data"] == {"text/plain": "42"}
    with blocking.launch("python3") as third:
        third.restart(timeout=LIMIT)
        third.shutdown(timeout=LIMIT)
        with pytest.raises(ConnectionClosed):
            third.execute("1")


def test_input_is_asked_for_elsewhere(client: blocking.Client) -> None:
    asked: list[tuple[str, bool]] = []

    def answer(question: InputRequest) -> str:
        asked.append((question.prompt, threading.current_thread() is threading.main_thread()))
        # The client goes on meanwhile; the shell is busy, control is not.
        return "Ada"

    result = client.execute("input('who? ')", on_input=answer).result(timeout=LIMIT)
    assert result.outputs[0]["data"] == {"text/plain": "'Ada'"}
    assert asked == [("who? ", False)]


def test_comms_and_subshells(client: blocking.Client) -> None:
    comm = client.comms.open("nobody has this target")
    assert [type(message.content) for message in comm] == [CommClose]
    assert comm.closed
    with client.subshell(timeout=LIMIT) as sub:
        assert sub.execute("1 + 1").result(timeout=LIMIT).outputs[0]["data"] == {"text/plain": "2"}


def test_comms_that_the_kernel_opens(client: blocking.Client) -> None:
    opened = threading.Event()

    def on_open(comm: blocking.Comm, message: kernelwire.Message) -> None:
        comm.send({"got": message.content.data}, buffers=[b"xyz"]).done(timeout=LIMIT)
        opened.set()

    client.comms.register_target("here", on_open)
    code = (
        "from comm import create_comm\n"
        "seen = []\n"
        "comm = create_comm(target_name='here', data={'n': 1})\n"
        "comm.on_msg(lambda msg: seen.append((msg['content']['data'], bytes(msg['buffers'][0]))))\n"
    )
    assert client.execute(code).result(timeout=LIMIT).status == "ok"
    assert opened.wait(LIMIT)
    seen = client.execute("seen").result(timeout=LIMIT).outputs[0]["data"]["text/plain"]
    assert seen == "[({'got': {'n': 1}}, b'xyz')]"


def test_from_several_threads_at_once(client: blocking.Client) -> None:
    results: dict[int, str] = {}

    def ask(number: int) -> None:
        outputs = client.execute(f"{number} * 2").result(timeout=LIMIT).outputs
        results[number] = outputs[0]["data"]["text/plain"]

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert results == {number: str(number * 2) for number in range(8)}


def test_within_a_running_event_loop(client: blocking.Client) -> None:
    async def from_a_notebook() -> str:
        text: str = client.execute("'loop'").result(timeout=LIMIT).outputs[0]["data"]["text/plain"]
        return text

    assert asyncio.run(from_a_notebook()) == "'loop'"


def test_errors_come_out_as_they_are() -> None:
    with pytest.raises(KernelNotFound, match="no kernel named 'nope'"), blocking.launch("nope"):
        pass
    with blocking.launch("python3") as client, pytest.raises(KernelDied):
        client.execute("import os; os._exit(3)").result(timeout=LIMIT)
    with pytest.raises(ZeroDivisionError), blocking.launch("python3"):
        1 / 0  # noqa: B018 - what is raised in the block


def test_who_never_answers_does_not_hold_up_the_end() -> None:
    asked, never = threading.Event(), threading.Event()

    def wait(question: InputRequest) -> str:
        asked.set()
        never.wait()
        return ""

    with blocking.launch("python3", on_input=wait) as client:
        client.execute("input()")
        assert asked.wait(LIMIT)
    never.set()


def test_handlers_that_run_out_or_wait_for_their_own_loop_are_told(client: blocking.Client) -> None:
    def out(question: InputRequest) -> str:
        return next(iter(()))

    async def own(question: InputRequest) -> str:
        return str(client.kernel_info())

    with pytest.raises(LocalProtocolError, match="on_input is a function"):
        client.execute("1", on_input="Ada")  # type: ignore[arg-type]
    with pytest.raises(LocalProtocolError, match="a function that takes comms"):
        client.comms.register_target("here", "Ada")  # type: ignore[arg-type]
    for on_input, why in ((out, "StopIteration"), (own, "waits for its own event loop")):
        with pytest.raises(LocalProtocolError, match=why):
            client.execute("input()", on_input=on_input, stop_on_error=False).result(timeout=LIMIT)


def test_after_its_block_a_client_is_closed() -> None:
    with blocking.launch("python3") as client:
        execution, comm = client.execute("1"), client.comms.open("x")
    for ask in (
        client.kernel_info,
        client.restart,
        execution.reply,
        lambda: list(comm),
        client.others().__next__,
    ):
        with pytest.raises(ConnectionClosed, match="the client is closed"):
            ask()


@pytest.mark.skipif(sys.platform == "win32", reason="signals are POSIX's here")
def test_ctrl_c_ends_it_and_the_kernel(tmp_path: Path) -> None:
    code = (
        "import os\n"
        "from kernelwire.blocking import launch\n"
        "with launch('python3') as client:\n"
        "    pid = client.execute('import os; os.getpid()').result().outputs[0]['data']['text/plain']\n"
        "    print(pid, flush=True)\n"
        "    client.execute('while True: pass').result()\n"
    )
    environment = {**os.environ, "JUPYTER_RUNTIME_DIR": str(tmp_path)}
    process = subprocess.Popen(
        [sys.executable, "-c", code],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment,
    )
    try:
        assert process.stdout is not None
        kernel = int(process.stdout.readline())
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=LIMIT)
    finally:
        process.kill()
    assert "KeyboardInterrupt" in said
    with pytest.raises(ProcessLookupError):
        os.kill(kernel, 0)
    assert [*tmp_path.iterdir()] == []
