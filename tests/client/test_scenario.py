"""The scenario with each kernel, over ZeroMQ and, behind a real server, over both framings of WebSocket.

Each kernel is started once for the whole of it.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator, Iterator
from contextlib import asynccontextmanager
from typing import NamedTuple

import pytest

import kernelwire
from kernelwire import Client, Server
from tests.client import Shared, need
from tests.client.scenario import SCENES
from tests.client.snippets import KERNELS, Table, table
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


class Stage(NamedTuple):
    """Where a scene is played."""

    shared: Shared
    kernel: str
    table: Table


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


@pytest.fixture(scope="module")
def stage(request: pytest.FixtureRequest) -> Iterator[Stage]:
    kernel, way = request.param
    need(kernel)
    if way == "zmq":
        shared = Shared(lambda: kernelwire.launch(kernel))
    else:
        server = request.getfixturevalue("jupyter")
        shared = Shared(lambda: served(server, kernel, default=way == "default"))
    yield Stage(shared, kernel, table(kernel))
    shared.close()


# With a scope, what is on one stage comes in a row.
@pytest.mark.parametrize(("stage", "scene"), PLAYED, indirect=["stage"], scope="module")
def test_scene(stage: Stage, scene: str) -> None:
    _, play = SCENES[scene]
    stage.shared.run(lambda client: play(client, stage.table))  # type: ignore[arg-type]  # it is a coroutine
