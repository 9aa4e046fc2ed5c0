"""The debugger of a real kernel: bodies are typed where the schemas type them."""

from __future__ import annotations

import pytest

from jupyter_messages import DebugReply, DumpCellArguments, DumpCellBody, Invalid
from kernelwire import Client, LocalProtocolError
from tests.client import LIMIT, Shared


def test_commands_of_jupyter_are_typed_and_those_of_dap_are_json(ipykernel: Shared) -> None:
    async def scenario(client: Client) -> None:
        info = await client.debug("debugInfo", timeout=LIMIT)
        assert isinstance(info.reply.content, DebugReply)
        assert isinstance(info.body, Invalid), "its hashSeed is a number: docs/kernels.md"
        assert [(each.path, each.rule) for each in info.body.problems] == [("/hashSeed", "type")]
        assert info.body.raw["isStarted"] is False
        arguments = {"clientID": "kernelwire", "adapterID": "", "pathFormat": "path"}
        started = await client.debug("initialize", arguments, timeout=LIMIT)
        assert started.body["supportsSetVariable"] is True
        for code in (DumpCellArguments("x = 1"), {"code": "x = 1"}):
            dumped = await client.debug("dumpCell", code, timeout=LIMIT)
            assert isinstance(dumped.body, DumpCellBody)
            assert dumped.body.sourcePath.endswith(".py")
        with pytest.raises(LocalProtocolError, match="no document"):
            await client.debug("dumpCell", object(), timeout=LIMIT)

    ipykernel.run(scenario)
