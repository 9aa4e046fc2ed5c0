"""The scenario with each kernel, over ZeroMQ and, behind a real server, over both framings of WebSocket.

Each kernel is started once for the whole of it.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator, Callable, Iterator
from contextlib import asynccontextmanager

import pytest

import kernelwire
from kernelwire import Client, Server
from tests.client import Shared, need
from tests.client.scenario import SCENES
from tests.client.snippets import KERNELS, table
from tests.servers import JupyterServer

SERVED = ("python3", "xpython")
WAYS = [
    *((kernel, "zmq") for kernel in KERNELS),
    *((kernel, framing) for kernel in SERVED for framing in ("v1", "default")),
]
PLAYED = [
    pytest.param(way, scene, id=f"{'-'.join(way)}-{scene}")
    for way in WAYS
    for scene, (needs, _) in SCENES.items()
    if table(way[0]).get(needs) is not None  # else it is not for this kernel: the table says why
]


@asynccontextmanager
async def served(server: JupyterServer, kernel: str, *, default: bool) -> AsyncGenerator[Client, None]:
    async with Server(server.url, server.token) as rest:
        started = await rest.start_kernel(kernel)
        try:
            url = f"{server.url}api/kernels/{started.id}"
            async with kernelwire.connect(url, token=server.token, default_framing=default) as client:
                yield client
        finally:
            await rest.shutdown(started.id)


class Stage:
    """The kernel that is played with; another one takes its place when another way is asked for."""

    def __init__(self, server: Callable[[], JupyterServer]) -> None:
        self._server = server
        self._way: tuple[str, str] | None = None
        self._shared: Shared | None = None

    def at(self, way: tuple[str, str]) -> Shared:
        need(way[0])
        server = None if way[1] == "zmq" else self._server()
        if way != self._way:
            self.close()
            kernel, transport = self._way = way
            self._shared = Shared(
                (lambda: kernelwire.launch(kernel))
                if server is None
                else (lambda: served(server, kernel, default=transport == "default"))
            )
        if self._shared is None:
            pytest.fail(f"{'-'.join(way)} did not start: see the first scene")
        return self._shared

    def close(self) -> None:
        shared, self._shared = self._shared, None
        if shared is not None:
            shared.close()


@pytest.fixture(scope="module")
def stage(request: pytest.FixtureRequest) -> Iterator[Stage]:
    stage = Stage(lambda: request.getfixturevalue("jupyter"))
    yield stage
    stage.close()


@pytest.mark.parametrize(("way", "scene"), PLAYED)
def test_scene(stage: Stage, way: tuple[str, str], scene: str) -> None:
    _, play = SCENES[scene]
    stage.at(way).run(lambda client: play(client, table(way[0])))
