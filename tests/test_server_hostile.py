"""REST answers of servers that are none, or mean no good; and what of ours shows in words."""

from __future__ import annotations

import asyncio
import logging
import traceback
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest

from kernelwire import connect
from kernelwire.errors import ConnectionClosed, KernelwireError, RemoteProtocolError, ServerError
from kernelwire.server.rest import Server
from kernelwire.transports.websocket.transport import WebSocketTransport
from tests.channels import run
from tests.conftest import ROOT, Run
from tests.servers import JupyterServer

NOBODY = "12345678-1234-1234-1234-123456789012"
SECRET = "s3cr3t-token"


@asynccontextmanager
async def answering(*said: bytes) -> AsyncIterator[str]:
    """The URL, with a token in it, of a server that says these things, one a connection, to all questions."""
    left = list(said)

    async def accept(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        asked = await reader.readuntil(b"\r\n\r\n")
        first, *_ = asked.split(b"\r\n", 1)
        assert SECRET.encode() not in first
        assert f"Authorization: token {SECRET}".encode() in asked
        writer.write(left.pop(0) if len(left) > 1 else left[0])
        writer.close()

    async with await asyncio.start_server(accept, "127.0.0.1", 0) as server:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/base/?token={SECRET}"


def http(body: bytes, status: str = "200 OK", *headers: str) -> bytes:
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", "Connection: close", *headers, "", ""]
    return "\r\n".join(lines).encode() + body


@pytest.mark.parametrize(
    ("said", "kind", "words"),
    [
        (http(b"<html>"), RemoteProtocolError, "answers, but not as a Jupyter server: no JSON"),
        (http(b"{}"), RemoteProtocolError, "no array where one should be"),
        (http(b"[5]"), RemoteProtocolError, "no object where one should be"),
        (http(b"[{}]"), RemoteProtocolError, "a kernel without an id"),
        (http(b""), RemoteProtocolError, "no array where one should be"),
        (http(b"[" * 100_000), RemoteProtocolError, "nested more than 500 levels"),
        (
            http(b"", "302 Found", "Location: /hub/login?next=%2F"),
            ServerError,
            "sends to '/hub/login', to log in",
        ),
        (
            http(b"", "302 Found", "Location: http://[::1"),
            ConnectionClosed,
            "cannot be reached .Invalid URL in location header",
        ),
        (
            http(b"", "308 Moved", "Location: https://h/base/api/kernels"),
            ServerError,
            "moved: use https://h ",
        ),
        (
            http(b'{"message": "no %b!"}' % SECRET.encode(), "418 I am a teapot"),
            ServerError,
            r"says: no \.\.\.! ",
        ),
        (http(b'{"message": 5}', "500 Oh"), ServerError, r"says: Oh .HTTP 500."),
        (http(b"\xff", "401 No"), ServerError, "without a reason"),
        (b"", ConnectionClosed, "cannot be reached"),
        (b"SSH-2.0-x\r\n", ConnectionClosed, "cannot be reached"),
        (http(b"")[:-9], ConnectionClosed, "cannot be reached"),
        (http(b"[]", "200 OK", "Content-Encoding: gzip"), ConnectionClosed, "cannot be reached"),
    ],
)
def test_what_servers_say_instead(said: bytes, kind: type[KernelwireError], words: str) -> None:
    async def scenario() -> None:
        async with answering(said) as url, Server(url) as server:
            with pytest.raises(kind, match=words) as info:
                await server.kernels()
            assert SECRET not in "".join(traceback.format_exception(info.value)) + repr(server)
            assert len(str(info.value)) < 400

    run(scenario())


def test_fields_that_are_not_there_read_as_empty() -> None:
    async def scenario() -> None:
        async with (
            answering(
                http(b'[{"id": "a", "connections": "x", "name": 5, "new": 1}]'),
                http(b'[{"id": "b", "kernel": null}]'),
                http(b'{"kernelspecs": {"a": {"spec": {"argv": [], "language": "a"}}, "b": {"spec": 5}}}'),
            ) as url,
            Server(url) as server,
        ):
            assert await server.kernels() == [("a", "", "", "", 0)]
            assert await server.sessions() == [("b", "", "", "", None)]
            specs = await server.kernelspecs()
            assert (specs.default, [*specs.kernelspecs]) == ("", ["a"])

    run(scenario())


def test_answers_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kernelwire.server.rest._MAX_BYTES", 1000)

    async def scenario() -> None:
        async with answering(http(b" " * 100_000 + b"[]")) as url, Server(url) as server:
            with pytest.raises(RemoteProtocolError, match="answers with more than 1000 bytes"):
                await server.kernels()

    run(scenario())


def test_who_does_not_answer_in_time() -> None:
    async def scenario() -> None:
        async def accept(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            await reader.read()  # to the end
            writer.close()

        server = await asyncio.start_server(accept, "127.0.0.1", 0)
        url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
        async with server, Server(url, SECRET, timeout=0.3) as silent:
            with pytest.raises(TimeoutError, match=r"no answer from http://127.* within 0\.3 s"):
                await silent.kernels()

    run(scenario())


def test_who_says_a_byte_now_and_then_does_not_answer_in_time() -> None:
    async def scenario() -> None:
        async def accept(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")
            hung_up = asyncio.ensure_future(reader.read())
            while not hung_up.done():
                writer.write(b" ")
                await asyncio.wait([hung_up], timeout=0.05)
            writer.close()

        async with await asyncio.start_server(accept, "127.0.0.1", 0) as server:
            port = server.sockets[0].getsockname()[1]
            async with Server(f"http://127.0.0.1:{port}/", timeout=0.5) as rest:
                with pytest.raises(TimeoutError, match="no answer from"):
                    await rest.kernels()
            with pytest.raises(ConnectionClosed, match="closed here"):
                await rest.kernels()

    run(scenario())


def test_connecting_has_one_time_limit() -> None:
    async def scenario() -> None:
        async def accept(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            await reader.read()  # says nothing, until the other side hangs up
            writer.close()

        async with await asyncio.start_server(accept, "127.0.0.1", 0) as server:
            port = server.sockets[0].getsockname()[1]
            url = f"http://127.0.0.1:{port}/api/kernels/{NOBODY}"
            with pytest.raises(TimeoutError, match="no answer of the kernel within"):
                async with connect(url, timeout=0.5):
                    pass

    run(scenario())


def test_nobody_there() -> None:
    async def scenario(url: str) -> None:
        async with Server(url, SECRET) as server:
            with pytest.raises(ConnectionClosed, match=r"cannot be reached .*: is it running"):
                await server.kernels()
            with pytest.raises(ConnectionClosed, match="is the server running"):
                await server.channels(NOBODY, session_id="s")

    run(scenario("http://127.0.0.1:1"))
    run(scenario("http://nowhere.invalid:8888"))


def test_the_token_is_in_no_log(jupyter: JupyterServer, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)

    async def scenario() -> None:
        async with Server(f"{jupyter.url}?token={jupyter.token}") as server:
            assert jupyter.token not in repr(server) + server.url + server.channels_url(NOBODY)
            await server.kernels()
            shown: dict[str, Any] = vars(server)
            assert jupyter.token not in repr(shown)
            for failing in (server.kernel(NOBODY), server.channels(NOBODY, session_id="s")):
                with pytest.raises(KernelwireError) as info:
                    await failing
                assert jupyter.token not in "".join(traceback.format_exception(info.value))
            url = f"{server.channels_url(NOBODY)}?token={jupyter.token}"
            with pytest.raises(ConnectionClosed) as info:
                await WebSocketTransport.open(url, session_id="s")
            assert jupyter.token not in str(info.value)

    run(scenario())
    assert any(record.name.startswith("http") for record in caplog.records)
    assert jupyter.token not in caplog.text
    assert "Set-Cookie', b'...'" in caplog.text  # it logs in like the token
    assert jupyter.token not in jupyter.log()


@pytest.mark.parametrize(
    ("library", "module"),
    [("httpx", "kernelwire.server.rest"), ("websockets", "kernelwire.transports.websocket.transport")],
)
def test_a_library_that_is_not_there_is_told_with_the_cure(python: Run, library: str, module: str) -> None:
    done = python(ROOT, "-c", f"import sys; sys.modules[{library!r}] = None; import {module}")
    assert done.returncode == 1
    assert 'pip install "kernelwire[websocket]"' in done.stderr
