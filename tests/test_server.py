"""The REST API of a real jupyter_server, and of servers that are none."""

from __future__ import annotations

import ssl
import subprocess
from collections.abc import Iterator

import pytest

from jupyter_messages import ExecuteResult
from kernelwire.errors import (
    ConnectionClosed,
    KernelNotFound,
    LocalProtocolError,
    ServerError,
)
from kernelwire.server.rest import Server
from tests.channels import answers, contents, execute, run
from tests.servers import JupyterServer

NOBODY = "12345678-1234-1234-1234-123456789012"
SECRET = "s3cr3t-token"


def test_kernels_live_and_die(jupyter: JupyterServer) -> None:
    async def scenario() -> None:
        async with Server(f"{jupyter.url}?token={jupyter.token}") as server:
            specs = await server.kernelspecs()
            assert specs.default in specs.kernelspecs
            assert specs.kernelspecs["python3"].language == "python"
            started = await server.start_kernel("python3")
            assert (started.name, started.connections) == ("python3", 0)
            assert started.id in [kernel.id for kernel in await server.kernels()]
            assert (await server.kernel(started.id)).last_activity.endswith("Z")
            await server.interrupt(started.id)
            assert (await server.restart(started.id)).id == started.id
            await server.shutdown(started.id)
            assert started.id not in [kernel.id for kernel in await server.kernels()]
            with pytest.raises(ServerError, match=f"Kernel does not exist: {started.id} .HTTP 404.") as info:
                await server.kernel(started.id)
            assert info.value.status == 404

    run(scenario())


def test_sessions_have_paths_and_kernels(jupyter: JupyterServer) -> None:
    async def scenario() -> None:
        async with Server(jupyter.url, jupyter.token) as server:
            path = "Größe 100%/a?b#c.ipynb"
            session = await server.start_session(path, kernel_name="python3", name="c", type="console")
            assert (session.path, session.name, session.type) == (path, "c", "console")
            assert session.kernel is not None
            assert session.kernel.name == "python3"
            assert session == (await server.start_session(path))._replace(kernel=session.kernel)
            assert [each.id for each in await server.sessions()] == [session.id]
            await server.delete_session(session.id)
            assert await server.sessions() == []

    run(scenario())


def test_ids_stay_within_the_path(jupyter: JupyterServer) -> None:
    async def scenario() -> None:
        async with Server(jupyter.url, jupyter.token) as server:
            for kernel_id in ("../sessions", "a/b", "?x=1", "#", "%2e", "%2e%2e"):
                with pytest.raises(ServerError, match="HTTP 404"):
                    await server.kernel(kernel_id)
            for no_id in ("", ".", ".."):
                with pytest.raises(LocalProtocolError, match="no id: kernels/"):
                    await server.shutdown(no_id)
            assert server.channels_url("a/?b") == f"ws{jupyter.url[4:]}api/kernels/a%2F%3Fb/channels"
            for call in (server.interrupt, server.restart, server.shutdown, server.delete_session):
                with pytest.raises(ServerError) as info:
                    await call(NOBODY)
                assert info.value.status in (404, 500)  # which is what it says of restarts

    run(scenario())


@pytest.mark.parametrize("slash", ["", "/"])
def test_a_base_path_ends_in_a_slash_or_not(jupyter: JupyterServer, slash: str) -> None:
    async def scenario() -> None:
        async with Server(jupyter.url.rstrip("/") + slash, jupyter.token) as server:
            assert server.url == jupyter.url.rstrip("/")
            await server.kernels()

    run(scenario())


@pytest.mark.parametrize("token", [None, "wrong"])
def test_without_the_token_access_is_refused(jupyter: JupyterServer, token: str | None) -> None:
    async def scenario() -> None:
        async with Server(jupyter.url, token) as server:
            for refused in (server.kernels(), server.start_kernel("python3")):
                with pytest.raises(ServerError, match=r"is refused .*: pass the server's token") as info:
                    await refused
                assert info.value.status == 403
            with pytest.raises(ConnectionClosed, match="access is refused"):
                await server.channels(NOBODY, session_id="s")

    run(scenario())


def test_another_base_path_is_said_to_be_none(jupyter: JupyterServer) -> None:
    async def scenario() -> None:
        async with Server(f"{jupyter.url}lab?token={jupyter.token}") as server:
            with pytest.raises(
                ServerError, match="is that the base path of a Jupyter server, and no page in it"
            ):
                await server.kernels()

    run(scenario())


# --- TLS ------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def certified(tmp_path_factory: pytest.TempPathFactory) -> Iterator[JupyterServer]:
    folder = tmp_path_factory.mktemp("certified")
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-keyout", "key.pem"]
    command += ["-out", "cert.pem", "-subj", "/CN=localhost", "-addext", "subjectAltName=IP:127.0.0.1"]
    try:
        subprocess.run(command, cwd=folder, check=True, capture_output=True)
    except FileNotFoundError:
        pytest.skip("openssl is not installed here")
    files = (f"--ServerApp.certfile={folder / 'cert.pem'}", f"--ServerApp.keyfile={folder / 'key.pem'}")
    with JupyterServer(folder, *files, scheme="https") as server:
        yield server
        server.kill()  # after an attempt to start a kernel that it does not have it cannot end by itself


def trusting(server: JupyterServer) -> ssl.SSLContext:
    return ssl.create_default_context(cafile=str(server.folder / "cert.pem"))


def test_a_certificate_of_ones_own(certified: JupyterServer) -> None:
    async def scenario() -> None:
        async with Server(certified.url, certified.token, ssl=trusting(certified)) as server:
            kernel = (await server.start_kernel("python3")).id
            transport = await server.channels(kernel, session_id="s")
            assert repr(transport).startswith("<WebSocketTransport open, wss://127.0.0.1")
            received = await answers(transport, execute("6 * 7"))
            assert contents(received, ExecuteResult)[0].data == {"text/plain": "42"}
            await transport.aclose()
        async with Server(certified.url, certified.token) as server:
            with pytest.raises(ConnectionClosed, match="pass ssl=, an SSLContext that trusts"):
                await server.kernels()
            with pytest.raises(ConnectionClosed, match="pass ssl=, an SSLContext that trusts"):
                await server.channels(kernel, session_id="s")
        async with Server(certified.url.replace("https", "http"), certified.token) as server:
            with pytest.raises(ConnectionClosed):
                await server.kernels()
            with pytest.raises(ConnectionClosed):
                await server.channels(kernel, session_id="s")

    run(scenario())


def test_a_kernel_that_is_not_there_is_told_with_those_that_are(certified: JupyterServer) -> None:
    async def scenario() -> None:
        async with Server(certified.url, certified.token, ssl=trusting(certified)) as server:
            for missing in (
                server.start_kernel("julia/1.9 ü"),
                server.start_session("x", kernel_name="julia/1.9 ü"),
            ):
                with pytest.raises(KernelNotFound) as info:
                    await missing
                assert info.value.name == "julia/1.9 ü"
                assert "python3" in info.value.available
                assert info.value.searched == (server.url,)

    run(scenario())
