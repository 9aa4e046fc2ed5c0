"""What a Jupyter server's REST API answers, typed; what it leaves out reads as empty. No requests here."""

from __future__ import annotations

from typing import Any, NamedTuple

from jupyter_messages import Invalid, Kernelspec, decode_document
from jupyter_messages.problems import is_array, is_object
from kernelwire.errors import RemoteProtocolError


class ServerKernel(NamedTuple):
    """A kernel that runs on a server."""

    id: str
    """What the server knows it by."""
    name: str
    """Of its kernelspec."""
    last_activity: str = ""
    """A date, as the server spells it."""
    execution_state: str = ""
    """As in a ``status`` message; servers know some more: ``restarting``, ``dead``, ``unknown``."""
    connections: int = 0
    """Clients that are connected through the server."""


class ServerSession(NamedTuple):
    """A kernel together with what it is used for: a notebook, as a rule."""

    id: str
    path: str
    """Of the notebook, or any name that nothing else has."""
    name: str = ""
    type: str = ""
    """``notebook``, ``console``, ``file`` or what a client calls it."""
    kernel: ServerKernel | None = None


class ServerKernelspecs(NamedTuple):
    """The kernels that a server can start."""

    default: str
    """The name of the one that is started when none is named."""
    kernelspecs: dict[str, Kernelspec]
    """By name."""


def read_kernelspecs(answer: Any) -> ServerKernelspecs:
    """Those of an answer that can be read: one that is broken is none to start."""
    found: dict[str, Kernelspec] = {}
    for name, entry in _object(_object(answer).get("kernelspecs")).items():
        spec = decode_document("kernelspec", _object(entry).get("spec"))
        if not isinstance(spec, Invalid):
            found[name] = spec
    return ServerKernelspecs(_text(answer, "default"), found)


def read_kernel(value: Any) -> ServerKernel:
    """One kernel; it has an id."""
    connections = _object(value).get("connections")
    return ServerKernel(
        _id(value, "kernel"),
        _text(value, "name"),
        _text(value, "last_activity"),
        _text(value, "execution_state"),
        connections if isinstance(connections, int) else 0,
    )


def read_session(value: Any) -> ServerSession:
    """One session; it has an id."""
    kernel = _object(value).get("kernel")
    return ServerSession(
        _id(value, "session"),
        _text(value, "path"),
        _text(value, "name"),
        _text(value, "type"),
        read_kernel(kernel) if kernel else None,
    )


def read_array(value: Any) -> list[Any]:
    """The items of an array."""
    if not is_array(value):
        raise RemoteProtocolError(f"{_NOT} no array where one should be")
    return value


_NOT = "the server's answer is not what its API says:"


def _object(value: Any) -> dict[str, Any]:
    if not is_object(value):
        raise RemoteProtocolError(f"{_NOT} no object where one should be")
    return value


def _id(value: Any, what: str) -> str:
    if not _text(value, "id"):
        raise RemoteProtocolError(f"{_NOT} a {what} without an id")
    return _text(value, "id")


def _text(value: Any, name: str) -> str:
    text = _object(value).get(name)
    return text if isinstance(text, str) else ""
