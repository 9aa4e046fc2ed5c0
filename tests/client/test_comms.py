"""Comms with a real ipykernel, opened from either side, with buffers."""

from __future__ import annotations

import asyncio
from array import array
from typing import Any

import pytest

import kernelwire
from jupyter_messages import CommClose, CommMsg, CommOpen
from kernelwire import Client, Comm, ConnectionClosed, Exchange, Limits, LocalProtocolError, Message
from kernelwire.client.waiting import within
from tests.client import LIMIT, Shared, run_code

ECHO = (
    "from comm import get_comm_manager\n"
    "def opened(comm, message):\n"
    "    comm.on_msg(lambda m: comm.send(m['content']['data'], m['metadata'], m['buffers']))\n"
    "    comm.on_close(lambda m: print('closed', m['content']['data']))\n"
    "    comm.send({'welcome': message['content']['data']}, buffers=message['buffers'])\n"
    "get_comm_manager().register_target('echo', opened)"
)
BUFFERS = [b"<IDS|MSG>", bytes(range(256)), b""]


async def _next(comm: Comm) -> Message[CommMsg]:
    return await asyncio.wait_for(comm.__anext__(), LIMIT)


async def _printed(client: Client, exchange: Exchange[Any]) -> str:
    """A line that a comm's message has printed; on a busy machine, the kernel is idle before it is said."""
    await exchange.done(timeout=LIMIT)
    text = ""
    async with within(LIMIT, "line"):
        while not text.endswith("\n"):
            text += "".join(each.content.text for each in exchange.late() if each.msg_type == "stream")
            await client.kernel_info()
    return text


def test_to_a_target_in_the_kernel(ipykernel: Shared) -> None:
    async def scenario(client: Client) -> None:
        await run_code(client, ECHO)
        comm = client.comms.open("echo", {"from": "here"}, buffers=BUFFERS)
        welcome = await _next(comm)
        assert welcome.content.data == {"welcome": {"from": "here"}}
        assert [*map(bytes, welcome.buffers)] == BUFFERS
        floats = memoryview(array("d", [1.0, 2.0, 3.0]))
        sent = comm.send({"n": 1}, metadata={"m": 2}, buffers=[floats])
        with pytest.raises(LocalProtocolError, match=r"a comm_msg has no reply; await done\(\) instead"):
            await sent.reply(timeout=LIMIT)
        await sent.done(timeout=LIMIT)
        echo = await _next(comm)
        assert (echo.content.data, echo.metadata["m"]) == ({"n": 1}, 2)
        assert [*map(bytes, echo.buffers)] == [floats.tobytes()]
        info = await client.comm_info("echo", timeout=LIMIT)
        assert comm.comm_id in info.content.comms
        assert await _printed(client, comm.close({"why": "done"})) == "closed {'why': 'done'}\n"
        assert comm.closed
        with pytest.raises(ConnectionClosed, match="is closed"):
            comm.send({})
        assert [message async for message in comm] == []

    ipykernel.run(scenario)


def test_from_the_kernel_to_a_target_here(ipykernel: Shared) -> None:
    async def scenario(client: Client) -> None:
        opened: asyncio.Queue[tuple[Comm, Message[CommOpen]]] = asyncio.Queue()

        async def on_open(comm: Comm, message: Message[CommOpen]) -> None:
            comm.send({"heard": message.content.data}, buffers=message.buffers)
            await opened.put((comm, message))

        client.comms.register_target("here", on_open)
        code = (
            "from comm import create_comm\ngot = []\n"
            "comm = create_comm(target_name='here', data={'n': 1}, buffers=[b'\\x00\\xff'])\n"
            "comm.on_msg(got.append)\ncomm.send({'n': 2}, buffers=[memoryview(b'two')])"
        )
        await run_code(client, code)
        comm, message = await asyncio.wait_for(opened.get(), LIMIT)
        assert [*map(bytes, message.buffers)] == [b"\x00\xff"]
        second = await _next(comm)
        assert second.content.data == {"n": 2}
        assert [*map(bytes, second.buffers)] == [b"two"]
        told = await run_code(client, "m = got[0]; print(m['content']['data'], bytes(m['buffers'][0]))")
        assert told == "{'heard': {'n': 1}} b'\\x00\\xff'\n"
        await run_code(client, "comm.close({'bye': 1})")
        rest = [message.content async for message in comm]
        assert [type(each) for each in rest] == [CommClose]
        assert comm.closed
        client.comms.unregister_target("here")
        execution = client.execute("create_comm(target_name='here')")
        assert [each.msg_type async for each in execution if isinstance(each.content, CommOpen)] == [
            "comm_open"
        ]
        assert opened.empty()

    ipykernel.run(scenario)


def test_who_takes_comms_has_them_before_the_cell_has_ended(
    ipykernel: Shared, caplog: pytest.LogCaptureFixture
) -> None:
    def raised() -> list[type[BaseException] | None]:
        return [record.exc_info[0] for record in caplog.records if record.exc_info]

    async def scenario(client: Client) -> None:
        order: list[object] = []
        failures: list[type[BaseException]] = [ZeroDivisionError, asyncio.CancelledError]

        def on_open(comm: Comm, message: Message[CommOpen]) -> None:
            order.append(message.content.data["n"])
            if failures:
                raise failures.pop()

        async def and_waits(comm: Comm, message: Message[CommOpen]) -> None:
            order.append(message.content.data["n"])
            await client.kernel_info()
            order.append("waited")
            raise ZeroDivisionError

        client.comms.register_target("now", on_open)
        client.comms.register_target("beside", and_waits)
        code = "from comm import create_comm\nfor n in range(20): create_comm('now', data={'n': n})"
        await run_code(client, code)
        assert order == [*range(20)]
        assert raised() == [asyncio.CancelledError, ZeroDivisionError]
        await run_code(client, "create_comm('beside', data={'n': 20})")
        while "waited" not in order:
            await client.kernel_info()
        assert (order[20:], raised()[2:]) == ([20, "waited"], [ZeroDivisionError])
        client.comms.unregister_target("now")
        client.comms.unregister_target("beside")

    ipykernel.run(scenario)


def test_a_target_that_the_kernel_does_not_know_closes_the_comm(ipykernel: Shared) -> None:
    async def scenario(client: Client) -> None:
        comm = client.comms.open("nobody.here")
        assert isinstance((await _next(comm)).content, CommClose)
        assert [message async for message in comm] == []
        assert comm.closed

    ipykernel.run(scenario)


def test_a_widget_and_its_picture(ipykernel: Shared) -> None:
    async def scenario(client: Client) -> None:
        comms: list[Comm] = []
        client.comms.register_target("jupyter.widget", lambda comm, _: comms.append(comm))
        await run_code(
            client,
            "import ipywidgets\npicture = ipywidgets.Image(value=b'\\x89PNG', format='png')\n"
            "picture.observe(lambda change: print('now', bytes(change['new'])), 'value')",
        )
        picture = comms[-1]
        exchange = picture.send(
            {"method": "update", "state": {}, "buffer_paths": [["value"]]}, buffers=[memoryview(b"new bytes")]
        )
        assert await _printed(client, exchange) == "now b'new bytes'\n"
        client.comms.unregister_target("jupyter.widget")

    ipykernel.run(scenario)


def test_what_cannot_be_sent_is_told_at_once(ipykernel: Shared) -> None:
    """Nobody waits for a comm's message; without a word it would be lost."""

    async def scenario(client: Client) -> None:
        await run_code(client, ECHO)
        comm = client.comms.open("echo")
        await _next(comm)
        for data, buffers, words in (
            ({"n": object()}, (), "/n"),
            ({"n": float("nan")}, (), "/n"),
            ([1], (), "the data of a comm are a dict, not list"),
            ({}, ["text"], "a frame must be bytes"),
            ({}, b"raw", "a frame must be bytes"),
            ({}, 5, "buffers are several bytes"),
        ):
            with pytest.raises(LocalProtocolError, match=words):
                comm.send(data, buffers=buffers)  # type: ignore[arg-type]
            with pytest.raises(LocalProtocolError, match=words):
                client.comms.open("echo", data, buffers=buffers)  # type: ignore[arg-type]
        comm.send({"n": 1})
        assert (await _next(comm)).content.data == {"n": 1}
        await comm.close().done(timeout=LIMIT)

    ipykernel.run(scenario)


def test_more_than_the_limits_allow(ipykernel: Shared) -> None:
    """Of a second client, which has limits of its own; it goes on after what is over them."""

    async def scenario(client: Client) -> None:
        await run_code(client, ECHO)
        file = client.connection_file
        assert file is not None
        async with kernelwire.connect(file, limits=Limits(max_parts=10)) as bounded:
            assert bounded.connection_file == file
            comm = bounded.comms.open("echo")
            assert (await _next(comm)).content.data == {"welcome": {}}
            for count in (20, 2):
                comm.send({"buffers": count}, buffers=[b"x"] * count)
            assert (await _next(comm)).content.data == {"buffers": 2}
            assert bounded.refused == 1
            await comm.close().done(timeout=LIMIT)

    ipykernel.run(scenario)
