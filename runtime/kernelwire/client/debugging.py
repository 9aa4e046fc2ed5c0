"""Requests to a kernel's debugger (spec: "Debug request"; the Debug Adapter Protocol, DAP)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from jupyter_messages import MESSAGES, DebugReply, DebugRequest, decode_document, encode_document
from kernelwire.client.verbs import Failed
from kernelwire.errors import LocalProtocolError
from kernelwire.wire.message import Message


@dataclass(slots=True)
class DebugResult:
    """What the debugger answered."""

    reply: Message[DebugReply | Failed]
    """The reply as it came."""
    body: Any
    """Its ``body``: as its class where the schemas have one for the command (DumpCellBody, …; `Invalid` if it
    does not fit), else the JSON value. None if there is none."""


def debug_request(seq: int, command: str, arguments: object) -> DebugRequest:
    """A request; ``arguments`` may be of the class that the schemas have for the command.

    Raises LocalProtocolError for arguments that are neither that nor plain JSON.
    """
    plain: Any = arguments
    if arguments is not None and not isinstance(arguments, Mapping):
        try:
            plain = encode_document(arguments)
        except TypeError as error:
            raise LocalProtocolError(f"the arguments of {command} are no document: {error}") from None
    return DebugRequest(seq, command, arguments=plain)


def debug_result(command: str, reply: Message[Any]) -> DebugResult:
    """The reply, and its body typed. The command is that of the request: replies name others at times."""
    body = reply.content.body if isinstance(reply.content, DebugReply) and reply.content.success else None
    if body is not None:
        for _, value, field, document in MESSAGES[reply.msg_type].cases:
            if (value, field) == (command, "body"):
                body = decode_document(document, body)
    return DebugResult(reply, body)
