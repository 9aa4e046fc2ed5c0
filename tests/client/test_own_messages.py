"""Message types of one's own, from schemas to a real kernel that answers them, and back."""

from __future__ import annotations

import importlib
import json
import sys
from collections.abc import Iterator
from types import ModuleType
from typing import Any

import pytest

import kernelwire
from jupyter_messages import ErrorReply, ExecuteReply, Stream, Unknown
from kernelwire import LocalProtocolError
from kernelwire_codegen import assets
from kernelwire_codegen.emit import write
from kernelwire_codegen.load import load
from kernelwire_codegen.render import render
from tests.client import LIMIT, run, run_code

SCHEMAS: dict[str, Any] = {
    "weather_request": {
        "description": "Asks for the weather.",
        "x-jupyter": {"channels": ["shell"], "sender": "client"},
        "type": "object",
        "required": ["place"],
        "properties": {"place": {"description": "Where.", "type": "string"}},
    },
    "weather_reply": {
        "description": "Tells it.",
        "x-jupyter": {"channels": ["shell"], "sender": "kernel", "answers": "weather_request"},
        "type": "object",
        "required": ["status", "degrees"],
        "properties": {
            "status": {"description": "It is known.", "const": "ok"},
            "degrees": {"description": "How warm it is.", "type": "number"},
        },
    },
    "weather_note": {
        "description": "A word about it.",
        "x-jupyter": {"channels": ["iopub"], "sender": "kernel"},
        "type": "object",
        "properties": {"word": {"description": "It.", "type": "string"}},
    },
}
"""A request with a reply, and something that is published meanwhile."""

ANSWER = """
kernel = get_ipython().kernel
async def weather_request(socket, ident, parent):
    place = parent["content"]["place"]
    kernel.session.send(kernel.iopub_socket, "weather_note", {"word": f"sunny in {place}", "more": 1}, parent)
    if place == "nowhere":
        content = {"status": "error", "ename": "NoSuchPlace", "evalue": place, "traceback": []}
    else:
        content = {"status": "ok", "degrees": 21.5}
    kernel.session.send(socket, "weather_reply", content, parent, ident)
kernel.shell_handlers["weather_request"] = weather_request
"""


@pytest.fixture(scope="module")
def acme(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    folder = tmp_path_factory.mktemp("acme")
    (folder / "schemas").mkdir()
    for name, rest in SCHEMAS.items():
        schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **rest}
        (folder / "schemas" / f"{name}.json").write_text(json.dumps(schema), encoding="utf-8")
    schemas = load(assets.folder("schemas"), folder / "schemas")
    files = render(
        schemas, assets.folder("templates"), "acme_weather", "schemas/", "make", base="jupyter_messages"
    )
    write(files, folder / "acme_weather")
    sys.path.insert(0, str(folder))
    yield importlib.import_module("acme_weather")
    sys.path.remove(str(folder))


def test_a_package_of_ones_own(acme: ModuleType) -> None:
    async def scenario() -> None:
        async with kernelwire.launch("python3", messages=acme) as client:
            await run_code(client, ANSWER)
            messages = [message async for message in client.request(acme.WeatherRequest("Oslo"))]
            contents = [message.content for message in messages]
            [note] = [each for each in contents if isinstance(each, acme.WeatherNote)]
            assert (note.word, note.extra) == ("sunny in Oslo", {"more": 1})
            reply = await client.request(acme.WeatherRequest("Oslo")).reply(timeout=LIMIT)
            assert reply.content == acme.WeatherReply(21.5)
            assert reply.channel == "shell"
            failed = await client.request(acme.WeatherRequest("nowhere")).reply(timeout=LIMIT)
            assert failed.content.ename == "NoSuchPlace"
            with pytest.raises(LocalProtocolError, match="/content/place must be a string"):
                client.request(acme.WeatherRequest(5))
            # What is ours is there as well, and of our classes.
            messages = [message async for message in client.execute("print(1)")]
            kinds = [type(message.content) for message in messages]
            assert {Stream, ExecuteReply} <= {*kinds}
            assert isinstance((await client.execute("1 / 0").result(timeout=LIMIT)).reply.content, ErrorReply)

    run(scenario())


def test_types_that_nobody_knows() -> None:
    async def scenario() -> None:
        async with kernelwire.launch("python3") as client:
            await run_code(client, ANSWER)
            exchange = client.request(Unknown("weather_request", {"place": "Oslo"}), channel="shell")
            contents = [message.content async for message in exchange]
            note = {"word": "sunny in Oslo", "more": 1}
            assert Unknown("weather_note", note) in contents
            assert Unknown("weather_reply", {"status": "ok", "degrees": 21.5}) in contents
            with pytest.raises(LocalProtocolError, match="say on which channel"):
                client.request(Unknown("weather_request", {}))

    run(scenario())
