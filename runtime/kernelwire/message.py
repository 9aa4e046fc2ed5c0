"""One message: its parts, typed, each read when it is first asked for, and written as it came unless it says
something else by now. No frames, no signatures: see framing.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from datetime import datetime
from functools import lru_cache, partial
from typing import Any, TypeAlias, cast

import jupyter_messages as emitted
from jupyter_messages import Content, Header, Invalid, Problem, Unknown
from jupyter_messages.problems import ABSENT
from kernelwire import jsonio
from kernelwire.errors import LocalProtocolError, RemoteProtocolError
from kernelwire.limits import MAX_DEPTH
from kernelwire.signing import Frame, RawParts

AnyContent: TypeAlias = Content | Unknown | Invalid

_Convert: TypeAlias = Callable[[Any], Any]
_PARTS = ("header", "parent_header", "metadata", "content")
_UNREAD: Any = ABSENT  # survives copy and pickle, where an object() would not
_DATE = re.compile(
    r"(\d{4})-?(\d\d?)-?(\d\d?)[Tt ](\d\d?)(?::?(\d\d?)(?::?(\d\d?)(?:[.,](\d+))?)?)?"
    r" ?(?:([Zz])|([+-]\d\d)(?::?(\d\d))?)?",
    re.ASCII,
)


class Message:
    """A message of the protocol (spec: "General Message Format").

    Built in Python, it is written whole. The parts of a received one are read on first use; that never
    raises, and what was wrong with their JSON is in `problems` then. All can be changed, in place or anew.
    """

    # fmt: off
    __slots__ = (
        "_content", "_depth", "_fields", "_found", "_header", "_metadata", "_parent_header",
        "buffers", "channel", "identities", "raw", "signature",
    )
    # fmt: on

    raw: RawParts | None
    """The four parts as they came; None if the message was built here."""
    signature: bytes
    """The signature it came with."""
    identities: list[Frame]
    """The frames in front: ROUTER identities, or IOPub's topic. None, one or more."""
    buffers: list[Frame]
    """Raw binary data that travels along. The signature does not cover it."""
    channel: str | None
    """``shell``, ``control``, ``stdin`` or ``iopub``, where somebody noted it; it does not travel."""

    def __init__(
        self,
        header: Header,
        parent_header: Header | None = None,
        metadata: dict[str, Any] | None = None,
        content: AnyContent | None = None,
        buffers: Iterable[Frame] = (),
        identities: Iterable[Frame] = (),
        channel: str | None = None,
    ) -> None:
        """Without ``content``, it is the empty object, as in many a request."""
        self._header, self._parent_header = header, parent_header
        self._metadata = {} if metadata is None else metadata
        self._content = emitted.decode_content(header.msg_type, {}) if content is None else content
        self.raw, self.signature, self._depth = None, b"", MAX_DEPTH
        self.buffers, self.identities, self.channel = list(buffers), list(identities), channel
        self._fields: dict[str, Any] = {}
        self._found: dict[str, list[Problem]] = {}

    @classmethod
    def received(
        cls,
        raw: RawParts,
        signature: bytes,
        buffers: list[Frame],
        identities: list[Frame],
        channel: str | None,
        depth: int = MAX_DEPTH,
    ) -> Message:
        """A message out of its four parts as they came; only the header is read now.

        Raises `RemoteProtocolError` if the header is no JSON object with a ``msg_type``.
        """
        fields, problems = jsonio.decode(raw[0], depth=depth)
        msg_type = fields.get("msg_type") if jsonio.is_object(fields) else None
        if not isinstance(msg_type, str) or not msg_type:
            raise RemoteProtocolError("is no JSON object with a msg_type")
        self = cls.__new__(cls)
        self.raw, self.signature, self._depth = raw, signature, depth
        self.buffers, self.identities, self.channel = buffers, identities, channel
        self._header = self._parent_header = self._metadata = self._content = _UNREAD
        self._fields = fields
        self._found = {"header": _located("header", problems)} if problems else {}
        return self

    @property
    def header(self) -> Header:
        """What the message is, who sent it and when. Fields that are no strings read as empty ones."""
        if self._header is _UNREAD:
            self._header = emitted.decode_header(self._fields)
        return self._header

    @header.setter
    def header(self, header: Header) -> None:
        self._header = header

    @property
    def parent_header(self) -> Header | None:
        """The header of the message that caused this one; None if it is empty, null or no object."""
        if self._parent_header is _UNREAD:
            self._parent_header = _read_parent(self._value(1))
        return self._parent_header

    @parent_header.setter
    def parent_header(self, parent: Header | None) -> None:
        self._parent_header = parent

    @property
    def metadata(self) -> dict[str, Any]:
        """More about the message, apart from its content. Empty also if it is null or no object at all."""
        if self._metadata is _UNREAD:
            self._metadata = _read_metadata(self._value(2))
        return self._metadata

    @metadata.setter
    def metadata(self, metadata: dict[str, Any]) -> None:
        self._metadata = metadata

    @property
    def content(self) -> AnyContent:
        """What the message says, as the class of its ``msg_type``; `Unknown` for a type that is not known.

        `Invalid` for what the class cannot hold and, with the frame's bytes as ``raw``, for what is no JSON.
        """
        if self._content is _UNREAD:
            self._content = self._read_content(self._value(3))
        return self._content

    @content.setter
    def content(self, content: AnyContent) -> None:
        self._content = content

    @property
    def msg_type(self) -> str:
        """The header's ``msg_type``."""
        return self._fields["msg_type"] if self._header is _UNREAD else self._header.msg_type

    @property
    def msg_id(self) -> str:
        """The header's ``msg_id``; empty if there is none."""
        return _id_of(self._fields) if self._header is _UNREAD else self._header.msg_id

    @property
    def parent_msg_id(self) -> str:
        """The parent's ``msg_id``, or empty. Answers find their request by it: kernels rewrite the rest."""
        if self._parent_header is _UNREAD:
            frame = cast("RawParts", self.raw)[1]
            if len(frame) <= 4096:  # what is remembered stays small, whatever comes
                return _parent_msg_id(frame, self._depth)
        return "" if self.parent_header is None else self.parent_header.msg_id

    @property
    def problems(self) -> list[Problem]:
        """What was wrong with the JSON of the parts read so far (`as_dict`: all); not whether it is legal."""
        return [problem for part in _PARTS for problem in self._found.get(part, ())]

    def sent_at(self) -> datetime | None:
        """The header's date, None if it has none. Raises `RemoteProtocolError` if it is no date."""
        return parse_date(self.header.date) if self.header.date else None

    def as_dict(self) -> dict[str, Any]:
        """The message as plain JSON values, as it would be written now: for `jupyter_messages.validate`.

        Shape: ``{"header", "parent_header", "metadata", "content", "buffers": [base64]}``. A part that is no
        JSON is its bytes. Raises LocalProtocolError where something was put in that JSON does not have.
        """
        parts = {_PARTS[index]: self._value(index, frame) for index, frame in enumerate(self.frames())}
        return parts | {"buffers": [b64encode(buffer).decode("ascii") for buffer in self.buffers]}

    def frames(self) -> RawParts:
        """The four parts as bytes: those that came, where they say the same. Raises LocalProtocolError."""
        return (
            self._written(0, self._header, _plain_header, emitted.decode_header),
            self._written(1, self._parent_header, _plain_parent, _read_parent),
            self._written(2, self._metadata, _plain_metadata, _read_metadata),
            self._written(3, self._content, _plain_content, self._read_content),
        )

    def _written(self, index: int, part: Any, plain: _Convert, read: _Convert) -> bytes:
        """A part as bytes. What came is kept where the part says what reading it again would say."""
        if self.raw is None:
            return _text(plain(part), strict=True)
        if part is _UNREAD:
            return self.raw[index]
        now = _text(plain(part))
        return self.raw[index] if now == _text(plain(read(self._value(index)))) else now

    def _value(self, index: int, frame: bytes | None = None) -> Any:
        """The JSON value of a part, or its bytes where it has none; remembers what was wrong."""
        frame = cast("RawParts", self.raw)[index] if frame is None else frame
        try:
            value, problems = jsonio.decode(frame, depth=self._depth)
        except RemoteProtocolError as error:
            value, problems = frame, [Problem("error", "", "json", str(error))]
        if problems:
            self._found[_PARTS[index]] = _located(_PARTS[index], problems)
        return value

    def _read_content(self, value: Any) -> AnyContent:
        msg_type: str = self._fields["msg_type"]
        if isinstance(value, bytes):
            return Invalid(msg_type, value, self._found.get("content", []))
        return emitted.decode_content(msg_type, value)

    def __repr__(self) -> str:
        return f"<Message {self.msg_type} {self.msg_id!r}, parent {self.parent_msg_id!r}, on {self.channel}>"


def parse_date(text: str) -> datetime:
    """A header's date: ISO 8601, with or without separators, padding, fraction and offset.

    Naive without an offset, for nobody says whose local time it would be; digits beyond microseconds are cut.
    (xeus writes .58145 for .058145; no reader can know.) Raises `RemoteProtocolError` for what is no date.
    """
    match = _DATE.fullmatch(text.strip())
    if match:
        year, month, day, hour, minute, second, fraction, utc, ahead, more = match.groups("")
        zone = "+00:00" if utc else ahead and f"{ahead}:{more or '00'}"
        date = f"{year}-{month:0>2}-{day:0>2}T{hour:0>2}:{minute:0>2}:{second:0>2}"
        with suppress(ValueError):  # month 13
            return datetime.fromisoformat(f"{date}.{fraction[:6]:0<6}{zone}")
    raise RemoteProtocolError(f"{text[:60]!r} is no date of ISO 8601")


def _located(part: str, problems: list[Problem]) -> list[Problem]:
    return [problem._replace(path=f"/{part}{problem.path}") for problem in problems]


def _id_of(fields: Any) -> str:
    msg_id = fields.get("msg_id") if jsonio.is_object(fields) else None
    return msg_id if isinstance(msg_id, str) else ""


@lru_cache(maxsize=64)
def _parent_msg_id(frame: bytes, depth: int) -> str:
    """Remembered by its bytes, for all the output of a request has one parent; a str cannot be changed."""
    try:
        return _id_of(jsonio.decode(frame, depth=depth)[0])
    except RemoteProtocolError:
        return ""


def _read_metadata(value: Any) -> dict[str, Any]:
    return value if jsonio.is_object(value) else {}


def _read_parent(value: Any) -> Header | None:
    return emitted.decode_header(value) if jsonio.is_object(value) and value else None


def _plain_header(header: Any) -> Any:
    fields = _plain("header", Header, emitted.encode_header, header)
    msg_type = fields.get("msg_type")
    if not isinstance(msg_type, str) or not msg_type:
        raise LocalProtocolError("the header needs a msg_type: a str that is not empty")
    return fields


def _plain_parent(parent: Any) -> Any:
    return {} if parent is None else _plain("parent_header", Header, emitted.encode_header, parent)


def _plain(name: str, expected: type, convert: _Convert, part: Any) -> Any:
    """A part as JSON values. Whatever was put in, LocalProtocolError is all that it raises."""
    if not isinstance(part, expected):
        raise LocalProtocolError(f"the {name} must be a {expected.__name__}, not {type(part).__name__}")
    try:
        return convert(part)
    except (TypeError, AttributeError, ValueError) as error:
        raise LocalProtocolError(f"the {name} cannot be written: {error}") from None


_plain_metadata = partial(_plain, "metadata", Mapping, dict)
_plain_content = partial(_plain, "content", object, emitted.encode_content)


def _text(value: Any, strict: bool = False) -> bytes:
    return value if isinstance(value, bytes) else jsonio.encode(value, strict=strict)  # bytes: no JSON anyway
