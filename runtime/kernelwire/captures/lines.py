"""A line of a capture and the message it holds: the two forms, and all that can be wrong before a message is
there.

wire     {"channel", "direction", "time", "key", "signature_scheme", "frames": ["base64", …]}: known by
``frames`` decoded  {"header", "parent_header", "metadata", "content", "buffers", "channel", "direction"}:
known by any of the first four

What else stands in a line is ignored. Whether a message is legal is not known here: see `judge`. No I/O.
"""

from __future__ import annotations

from binascii import a2b_base64
from typing import Any, NamedTuple

from jupyter_messages import Problem
from jupyter_messages.problems import is_array, is_object, shown
from kernelwire.errors import KernelwireError, RemoteProtocolError
from kernelwire.limits import MAX_PROBLEMS, MORE, Limits
from kernelwire.wire import framing, jsonio
from kernelwire.wire.signing import Signer

HEARTBEAT = "heartbeat"
"""The one channel that carries no messages; what a capture has of it is counted, and that is all."""

_PARTS = ("header", "parent_header", "metadata", "content")
SENDERS = {"to_kernel": "client", "from_kernel": "kernel"}
"""Who sends, by the ``direction`` of a line."""
_LIMITS = Limits()
_NOTHING: list[Problem] = []
_KEPT_BYTES = 4096  # of a parent header; a real one has 300


class NoMessage(Exception):
    """The line holds no message; says why. Never leaves this package."""


class Read(NamedTuple):
    """A message as its line told it."""

    message: dict[str, Any] | None
    """Its parts, and ``channel`` where the line names it; None if it cannot be put together."""
    sender: Any
    """"client", "kernel", or None where the line does not say."""
    found: list[Problem]
    """What is wrong so far."""
    unread: tuple[str, ...]
    """The parts that could not be read: an empty object stands for each, and is not to be judged."""


class LineReader:
    """Takes lines apart; remembers signers, and the last parent header, which a burst of output shares."""

    def __init__(self, key: bytes | None = None, limits: Limits = _LIMITS) -> None:
        """``key`` checks the signatures of lines without a key of their own; None or empty checks nothing."""
        self._key = key
        self._limits = limits
        self._signers: dict[tuple[bytes, str], Signer] = {}
        self._parent: tuple[bytes, Any, list[Problem], bool] = (b"{}", {}, _NOTHING, True)

    def read(self, data: bytes) -> Read | None:
        """The message of a line; None for one of the heartbeat. Raises NoMessage."""
        try:
            value, found = jsonio.decode(
                data, depth=self._limits.depth + 1
            )  # that of a part, and the line's own
        except RemoteProtocolError as error:
            raise NoMessage(str(error)) from None
        if not is_object(value):
            raise NoMessage("the line is JSON, but no object")
        found = [*found]
        frames = value.get("frames", found)
        if frames is not found:
            if data.count(b":") != len(value):  # else no name stands twice, for want of colons
                found += jsonio.oddities(data, value)
            return self._wire(value, frames, found)
        if "header" not in value and value.keys().isdisjoint(_PARTS):
            raise NoMessage(f"the line has neither 'frames' nor any of {', '.join(map(repr, _PARTS))}")
        found += jsonio.oddities(data, value)
        buffers = value.get("buffers")
        if is_array(buffers):
            unpacked(buffers, "/buffers", found)
        return Read(value, _sender(value, found), found, ())

    def _wire(self, value: dict[str, Any], texts: Any, found: list[Problem]) -> Read | None:
        channel = value.get("channel")
        sender = _sender(value, found)
        if not is_array(texts):
            raise NoMessage("its 'frames' are no list")
        before = len(found)
        frames = unpacked(texts, "/frames", found)
        texts.clear()  # as long as the line itself: gone before more is made of it
        if len(found) != before:
            return Read(None, sender, found, ())
        if channel == HEARTBEAT:
            return None
        try:
            split = framing.split_frames(frames, self._limits)
        except RemoteProtocolError as error:
            found.append(Problem("error", "/frames", "frames", str(error)))
            return Read(None, sender, found, ())
        if channel == "iopub" and len(split.identities) != 1:
            found.append(topic_problem(len(split.identities)))
        self._verify(value, split, found)
        header, parent, metadata, content = split.parts
        message: dict[str, Any] = {}
        unread: list[str] = []
        self._part("header", header, message, found, unread)
        self._parent_header(parent, message, found, unread)
        self._part("metadata", metadata, message, found, unread)
        self._part("content", content, message, found, unread)
        if channel is not None:
            message["channel"] = channel
        return Read(message, sender, found, tuple(unread))

    def _part(
        self, name: str, data: bytes, message: dict[str, Any], found: list[Problem], unread: list[str]
    ) -> None:
        """Read one part into ``message``."""
        if data == b"{}":
            message[name] = {}
            return
        try:
            value, odd = jsonio.decode(data, depth=self._limits.depth)
            odd = [*odd, *jsonio.oddities(data, value)]
        except RemoteProtocolError as error:
            odd, value = [Problem("error", "", "json", str(error))], {}
            unread.append(name)
        message[name] = value
        if odd:
            found += [problem._replace(path=f"/{name}{problem.path}") for problem in odd]

    def _parent_header(
        self, data: bytes, message: dict[str, Any], found: list[Problem], unread: list[str]
    ) -> None:
        """As `_part`, for the one part that comes again and again with the same bytes."""
        name = "parent_header"
        last, value, odd, readable = self._parent
        if data != last:
            odd = list[Problem]()
            lost: list[str] = []
            self._part(name, data, message, odd, lost)
            value, readable = message[name], not lost
            if len(data) <= _KEPT_BYTES:
                self._parent = data, value, odd, readable
        message[name] = value
        if odd:
            found += odd
        if not readable:
            unread.append(name)

    def _verify(self, value: dict[str, Any], split: framing.Parts, found: list[Problem]) -> None:
        """Check the signature where a key is known; the line's own goes first."""
        told = value.get("key")
        key = self._key if told is None else told.encode(errors="replace") if type(told) is str else None
        if told is not None and key is None:
            found.append(
                Problem("warning", "/key", "capture", "the key is no string; the signature was not checked")
            )
        if not key:
            return
        path = f"/frames/{len(split.identities) + 1}"
        scheme = value.get("signature_scheme")
        signer = self._signer(key, "hmac-sha256" if scheme is None else scheme)
        if signer is None:
            text = f"cannot be checked: no signature scheme {shown(scheme)} is known"
        elif signer.verify(split.signature, split.parts):
            return
        else:
            text = "is not that of the message under the key given"
        found.append(Problem("error", path, "signature", text))

    def _signer(self, key: bytes, scheme: Any) -> Signer | None:
        if type(scheme) is not str:
            return None
        signer = self._signers.get((key, scheme))
        if signer is None:
            try:
                signer = Signer(key, scheme)
            except (KernelwireError, ValueError):
                return None
            if len(self._signers) >= 64:  # as many kernels as one capture may reasonably mix
                self._signers.clear()
            self._signers[key, scheme] = signer
        return signer


def unpacked(texts: list[Any], path: str, found: list[Problem]) -> list[bytes]:
    """Bytes out of base64 texts; each that is none is told at ``path`` and left out. It ends with the first
    problem that is too many (`MAX_PROBLEMS`): the frames are of no use then.

    The decoder of the standard library skips whatever does not belong (Python 3.10 has no strict mode): so
    the lengths are compared. Of a right text, three times its length less four times that of its bytes is 0,
    or 4 for each "=".
    """
    frames: list[bytes] = []
    room = len(found) + MAX_PROBLEMS
    for index, text in enumerate(texts):
        try:
            frame = a2b_base64(text)
            if len(text) * 3 - len(frame) * 4 in (0, 4, 8):
                frames.append(frame)
                continue
            why = "is no base64: it holds what does not belong there"
        except TypeError:
            why = "must be a string of base64"
        except ValueError as error:  # binascii.Error is one
            why = f"is no base64: {error}"
        if len(found) == room:
            found.append(Problem("error", "", "capture", MORE))
            break
        found.append(Problem("error", f"{path}/{index}", "base64", why))
    return frames


def topic_problem(count: int) -> Problem:
    """What is told of so many frames before the delimiter on iopub."""
    text = f"on iopub just one frame, the topic, should stand before the delimiter, not {count}"
    return Problem("warning", "/frames", "topic", text)


def _sender(value: dict[str, Any], found: list[Problem]) -> Any:
    direction = value.get("direction")
    if direction is None:
        return None
    sender = SENDERS.get(direction) if type(direction) is str else None
    if sender is None:
        text = f"must be one of {', '.join(map(repr, SENDERS))}; who sent it was not judged"
        found.append(Problem("warning", "/direction", "capture", text))
    return sender
