"""What kernels say, made of contents: for tests without a kernel."""

from __future__ import annotations

from itertools import count
from typing import Any

from jupyter_messages import MESSAGES, REPLIES, Header, Status, Stream
from kernelwire import Message

_numbers = count()
_TYPES = {row.cls: name for name, row in MESSAGES.items()}


def said(
    content: Any,
    parent: Message[Any] | None = None,
    channel: str = "iopub",
    msg_type: str | None = None,
    buffers: tuple[bytes, ...] = (),
) -> Message[Any]:
    """A message of a kernel's; ``parent`` is what it answers."""
    name = msg_type or getattr(content, "msg_type", None) or _TYPES[type(content)]
    header = Header(f"k{next(_numbers)}", "kernel", "", "2026-01-01T00:00:00Z", name, "5.5")
    return Message(header, parent and parent.header, {}, content, buffers, channel=channel)


def reply(content: Any, request: Message[Any]) -> Message[Any]:
    """The reply to a request, on the channel that it came on."""
    return said(content, request, request.channel or "shell", REPLIES[request.msg_type])


def busy(request: Message[Any]) -> Message[Any]:
    return said(Status("busy"), request)


def idle(request: Message[Any]) -> Message[Any]:
    return said(Status("idle"), request)


def text(what: str, request: Message[Any] | None = None, name: Any = "stdout") -> Message[Any]:
    return said(Stream(name, what), request)
