"""How much of a peer's message is looked at before it is refused. Enforced elsewhere: framing, jsonio."""

from __future__ import annotations

from dataclasses import dataclass

MAX_DEPTH = 500
"""Levels of arrays and objects in one part: half of what CPython's recursion limit is by default.

What is built here is written no deeper, for who reads by these limits would refuse it. What was received is
written again as deep as somebody allowed it to be read, up to 1,000 levels (`Limits.depth`).
"""

MAX_PROBLEMS = 1000
"""As many problems of one message are told; one more, `MORE`, says that there are others."""
MORE = "has more problems than are told"


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds for one message; what has more parts or bytes is a `RemoteProtocolError`.

    They are looked at before anything is copied, hashed or parsed (``depth``: right after parsing, which
    bounds itself).
    """

    max_parts: int = 10_000
    """Frames of one message, identities and buffers included. ipywidgets sends a frame per array: hundreds
    occur."""

    max_bytes: int = 1 << 30
    """Bytes of one message, all frames together. The frames are in memory already: to bound what is
    *received*, tell the transport too (ZMQ_MAXMSGSIZE)."""

    depth: int = MAX_DEPTH
    """Levels of nested arrays and objects in the JSON of one part. A deeper header is an error, too; a deeper
    content is `Invalid`, other parts read as empty, and `Message.problems` tells of it.

    Where the interpreter's recursion limit allows less, less is what it is; over 1,000 can be read, but not
    be written anew."""
