"""Many requests at once, callers that give up, output that comes late, again, or in masses."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from jupyter_messages import CompleteReply, Error, ErrorReply, ExecuteReply, Stream, Unknown
from kernelwire import Client, LocalProtocolError, RemoteProtocolError
from kernelwire.client.waiting import within
from tests.client import LIMIT, Shared, run_code, stdout, writes

LOSSLESS = """
def lossless(iopub):
    iopub.schedule(lambda: setattr(iopub.socket, "sndhwm", 0))
lossless(get_ipython().kernel.iopub_thread)
"""
"""On a busy machine, ipykernel itself drops what is over 1,000 messages."""


def test_fifty_of_each_at_once_and_each_gets_its_own(ipykernel: Shared) -> None:
    async def scenario(client: Client) -> None:
        async def execution(number: int) -> None:
            result = await client.execute(f"print('cell', {number}); {number} * 1000").result(timeout=LIMIT)
            assert stdout(result) == f"cell {number}\n"
            assert [each["data"]["text/plain"] for each in result.outputs[1:]] == [str(number * 1000)]

        async def completion(number: int) -> None:
            content = (await client.complete(f"distinct_{number}_", timeout=LIMIT)).content
            assert isinstance(content, CompleteReply)
            assert content.matches == [f"distinct_{number}_name"]

        await run_code(client, "for n in range(50): globals()[f'distinct_{n}_name'] = n")
        await asyncio.gather(*(work(number) for number in range(50) for work in (execution, completion)))

    ipykernel.run(scenario)


def test_an_error_drops_the_queue_unless_it_must_not(ipykernel: Shared) -> None:
    async def scenario(client: Client) -> None:
        codes = ["import time; time.sleep(0.3); 1 / 0", "1", "2"]
        results = [client.execute(code) for code in codes]
        assert [(await each.result(timeout=LIMIT)).status for each in results] == [
            "error",
            "aborted",
            "aborted",
        ]
        results = [client.execute(code, stop_on_error=False) for code in codes]
        assert [(await each.result(timeout=LIMIT)).status for each in results] == ["error", "ok", "ok"]

    ipykernel.run(scenario)


def test_who_is_out_of_time_or_cancelled_leaves_the_client_as_it_was(ipykernel: Shared) -> None:
    async def scenario(client: Client) -> None:
        napping = client.execute("import time; time.sleep(1); print('rested')")
        with pytest.raises(TimeoutError, match=r"no end of the request within 0\.1 s"):
            await napping.result(timeout=0.1)
        with pytest.raises(TimeoutError, match=r"no reply within 0\.1 s"):
            await client.complete("a", timeout=0.1)
        waiting = [
            asyncio.ensure_future(work) for work in (client.inspect("a"), client.execute("3").result())
        ]
        await asyncio.sleep(0)
        for task in waiting:
            task.cancel()
        await asyncio.gather(*waiting, return_exceptions=True)
        assert all(task.cancelled() for task in waiting)
        assert await run_code(client, "print('next')") == "next\n"
        assert not client.busy
        parents = {message.parent_msg_id for message in [*client._board.session.others]}
        assert napping.msg_id not in parents, "what it said was still its own"

    ipykernel.run(scenario)


def test_what_loops_for_ever_is_interrupted(ipykernel: Shared) -> None:
    async def scenario(client: Client) -> None:
        looping = client.execute("print('looping', flush=True)\nwhile True: pass")
        queued = client.execute("2")
        await writes(looping, "looping")
        await client.interrupt(timeout=LIMIT)
        result = await looping.result(timeout=LIMIT)
        assert isinstance(result.reply.content, ErrorReply)
        assert result.reply.content.ename == "KeyboardInterrupt"
        assert (await queued.result(timeout=LIMIT)).status == "aborted"
        assert await run_code(client, "print(1)") == "1\n"

    ipykernel.run(scenario)


def test_an_interrupt_does_not_overtake_what_it_is_to_stop(ipykernel: Shared) -> None:
    async def scenario(client: Client) -> None:
        for silent in (False, True) * 3:
            looping = client.execute("while True: pass", silent=silent)
            await client.interrupt(timeout=LIMIT)
            assert (await looping.result(timeout=LIMIT)).status == "error"
        client.execute("while True: pass")
        await client.restart(timeout=LIMIT)
        assert await run_code(client, "print(1)") == "1\n"

    ipykernel.run(scenario)


def test_displays_are_updated_by_other_cells(ipykernel: Shared) -> None:
    async def scenario(client: Client) -> None:
        show = "from IPython.display import display\nhandle = display(1, display_id='it')\nprint('after')"
        first, again = [await client.execute(code).result(timeout=LIMIT) for code in (show, show)]
        await client.execute("handle.update({'a': 2})").done(timeout=LIMIT)
        for result in (first, again):
            assert result.outputs[0]["data"] == {"text/plain": "{'a': 2}"}
            assert result.outputs[1] == {"output_type": "stream", "name": "stdout", "text": "after\n"}

    ipykernel.run(scenario)


def test_output_is_cleared_at_once_or_with_the_next(ipykernel: Shared) -> None:
    async def scenario(client: Client) -> None:
        code = "from IPython.display import clear_output\nprint('a'); clear_output({}); {}"
        for wait, then, left in [
            ("wait=True", "print('b')", "b\n"),
            ("wait=True", "pass", "a\n"),
            ("", "pass", ""),
            ("", "print('b')", "b\n"),
        ]:
            assert await run_code(client, code.format(wait, then)) == left

    ipykernel.run(scenario)


def test_what_threads_say_later_is_the_cells(ipykernel: Shared) -> None:
    async def scenario(client: Client) -> None:
        code = (
            "import threading\ngo = threading.Event()\n"
            "def late(kernel, parent):\n"
            "    go.wait()\n"
            "    content = {'name': 'stdout', 'text': 'late'}\n"
            "    kernel.session.send(kernel.iopub_socket, 'stream', content, parent, ident=b'stream')\n"
            "shell = get_ipython()\n"
            "threading.Thread(target=late, args=(shell.kernel, shell.parent_header)).start()"
        )
        result = await client.execute(code).result(timeout=LIMIT)
        assert result.outputs == []
        await run_code(client, "go.set()")
        async with within(LIMIT, "late output"):
            while not result.outputs:
                await client.kernel_info()
        assert stdout(result) == "late"

    ipykernel.run(scenario)


def test_two_hundred_thousand_lines_in_order_and_not_one_less(ipykernel: Shared) -> None:
    async def scenario(client: Client) -> None:
        code = (
            f"{LOSSLESS}\nimport sys\nfor n in range(200_000):\n"
            "    sys.stdout.write(str(n) + '\\n')\n    if n % 20 == 0: sys.stdout.flush()"
        )
        text = await run_code(client, code)
        assert text == "".join(f"{n}\n" for n in range(200_000))

    ipykernel.run(scenario)


def test_messages_faster_than_they_are_read_are_all_there(ipykernel: Shared) -> None:
    async def scenario(client: Client) -> None:
        execution = client.execute(
            f"{LOSSLESS}\nkernel = get_ipython().kernel\n"
            "session, socket = kernel.session, kernel.iopub_socket\n"
            "for n in range(20_000):\n"
            "    session.send(socket, 'stream', {'name': 'stdout', 'text': f'{n} '},\n"
            "                 get_ipython().parent_header, ident=b'stream')"
        )
        await execution.reply(timeout=LIMIT)  # nobody has looked at the rest yet
        texts = [each.content.text async for each in execution if isinstance(each.content, Stream)]
        assert texts == [f"{n} " for n in range(20_000)]

    ipykernel.run(scenario)


def test_a_subshell_runs_while_the_main_shell_sleeps(ipykernel: Shared) -> None:
    async def scenario(client: Client) -> None:
        code = (
            "import threading\nwake = threading.Event()\n"
            "print('now', end='')\nassert wake.wait(60)\nprint('awake')"
        )
        sleeping = client.execute(code)
        await writes(sleeping, "now")
        async with client.subshell(timeout=LIMIT) as sub:
            assert sub.subshell_id
            result = await sub.execute("print('beside'); wake.set()").result(timeout=LIMIT)
            assert stdout(result) == "beside\n"
            assert (await sub.kernel_info(timeout=LIMIT)).msg_type == "kernel_info_reply"
        assert stdout(await sleeping.result(timeout=LIMIT)) == "awake\n"

    ipykernel.run(scenario)


def test_the_answer_to_a_malformed_request_is_not_waited_for_for_ever(ipykernel: Shared) -> None:
    async def scenario(client: Client) -> None:
        # ipykernel goes busy and idle, and says nothing (PITFALLS: kernels that ignore things).
        exchange = client.request(Unknown("execute_request", {"no": "code"}), channel="shell")
        with pytest.raises(RemoteProtocolError, match="without a reply"):
            await exchange.reply(timeout=LIMIT)
        with pytest.raises(RemoteProtocolError, match="without a reply"):
            await client.request(Unknown("acme_request", {}), channel="control").reply(timeout=LIMIT)
        assert await run_code(client, "print(1)") == "1\n"

    ipykernel.run(scenario)


def test_arguments_that_no_type_checker_has_seen(ipykernel: Shared) -> None:
    """They are named, and nothing is sent."""

    async def scenario(client: Client) -> None:
        execute: Any = client.execute
        for argument, wrong in (
            ("user_expressions", (["a"], [1], "a", 5, {"a": 5})),
            ("metadata", (["a"], 5)),
            ("on_input", ("Ada",)),
            ("store_history", ("no", None)),
            ("silent", (1,)),
        ):
            for value in wrong:
                with pytest.raises(LocalProtocolError, match=argument):
                    execute("1", **{argument: value})
        for name, on_open in ((print, "target"), (["a"], print), ("a", None)):
            with pytest.raises(LocalProtocolError, match="a target has a name and a function"):
                client.comms.register_target(name, on_open)  # type: ignore[arg-type]
        assert not client.busy

    ipykernel.run(scenario)


def test_iterating_and_the_rest_as_a_result(ipykernel: Shared) -> None:
    async def scenario(client: Client) -> None:
        execution = client.execute(
            "print('a', end='', flush=True)\nimport time; time.sleep(0.2)\nprint('b')\n1/0"
        )
        await writes(execution, "a")
        result = await execution.result(timeout=LIMIT)
        assert stdout(result) == "b\n"
        assert result.status == "error"
        kinds = [message.content async for message in client.execute("1/0")]
        assert [type(each) for each in kinds if isinstance(each, (Error, ErrorReply, ExecuteReply))] == [
            Error,
            ErrorReply,
        ]

    ipykernel.run(scenario)
