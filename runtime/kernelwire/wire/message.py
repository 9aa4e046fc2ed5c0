"""One message: its parts, typed, each read when it is first asked for, and written as it came unless it says
something else by now. No frames, no signatures: see framing.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Any, Generic, TypeAlias, cast

import jupyter_messages as emitted
from jupyter_messages import Content, Header, Invalid, Problem, Unknown
from jupyter_messages.problems import ABSENT
from kernelwire.errors import RemoteProtocolError
from kernelwire.limits import MAX_DEPTH
from kernelwire.wire import jsonio, parts
from kernelwire.wire.dates import parse_date
from kernelwire.wire.parts import make_header, parent_msg_id, parse_header, plain_content
from kernelwire.wire.signing import Frame, RawParts

AnyContent: TypeAlias = Content | Unknown | Invalid

if TYPE_CHECKING:
    from typing_extensions import TypeVar

    ContentT = TypeVar("ContentT", default=AnyContent)
else:  # before Python 3.13 a TypeVar has no default; only type checkers need it
    from typing import TypeVar

    ContentT = TypeVar("ContentT")

_PARTS = ("header", "parent_header", "metadata", "content")
_new = object.__new__
_UNREAD: Any = ABSENT  # survives copy and pickle, where an object() would not


class Message(Generic[ContentT]):
    """A message of the protocol (spec: "General Message Format").

    Generic in its content, where that is known beforehand: the reply to a request, say.

    Built in Python, it is written whole. The parts of a received one are read on first use; that never
    raises, and what was wrong with their JSON is in `problems` then. All can be changed, in place or anew.
    """

    # fmt: off
    __slots__ = (
        "_content", "_depth", "_found", "_header", "_metadata", "_msg_type", "_parent_header", "_plain",
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
    _msg_type: str
    _plain: Any  # what the header is made of when it is asked for

    def __init__(
        self,
        header: Header,
        parent_header: Header | None = None,
        metadata: dict[str, Any] | None = None,
        content: ContentT | None = None,
        buffers: Iterable[Frame] = (),
        identities: Iterable[Frame] = (),
        channel: str | None = None,
    ) -> None:
        """Without ``content``, it is the empty object, as in many a request."""
        # One by one, as below: of four at once, Python makes a tuple first.
        self._header = header
        self._parent_header = parent_header
        self._metadata = {} if metadata is None else metadata
        self._content: Any = emitted.decode_content(header.msg_type, {}) if content is None else content
        self.buffers = [*buffers] if buffers else []
        self.identities = [*identities] if identities else []
        self.channel = channel
        self.raw = None
        self.signature = b""
        self._depth = MAX_DEPTH
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
    ) -> Message[ContentT]:
        """A message out of its four parts as they came; only the header is read now.

        Raises `RemoteProtocolError` if the header is no JSON object with a ``msg_type``.
        """
        self = _new(cls)
        self.raw = raw
        self.signature = signature
        self.buffers = buffers
        self.identities = identities
        self.channel = channel
        self._depth = depth
        self._header = self._parent_header = self._metadata = self._content = _UNREAD
        self._found = {}
        try:
            self._plain = plain = parse_header(raw[0])
            self._msg_type = plain.msg_type or self._read_odd_header()
        except parts.NOT_PLAIN:
            self._msg_type = self._read_odd_header()
        return self

    def _read_odd_header(self) -> str:
        """Read a header that is not plain, or raise `RemoteProtocolError`; returns its msg_type."""
        raw: Any = self.raw
        fields, problems = jsonio.decode(raw[0], depth=self._depth)
        msg_type = fields.get("msg_type") if jsonio.is_object(fields) else None
        if not isinstance(msg_type, str) or not msg_type:
            raise RemoteProtocolError("is no JSON object with a msg_type")
        self._header = emitted.decode_header(fields)
        if problems:
            self._found["header"] = _located("header", problems)
        return msg_type

    @property
    def header(self) -> Header:
        """What the message is, who sent it and when. Fields that are no strings read as empty ones."""
        if self._header is _UNREAD:
            self._header = make_header(self._plain)
        return self._header

    @header.setter
    def header(self, header: Header) -> None:
        self._header = header

    @property
    def parent_header(self) -> Header | None:
        """The header of the message that caused this one; None if it is empty, null or no object."""
        if self._parent_header is _UNREAD:
            self._parent_header = parts.read_parent(self._value(1))
        return self._parent_header

    @parent_header.setter
    def parent_header(self, parent: Header | None) -> None:
        self._parent_header = parent

    @property
    def metadata(self) -> dict[str, Any]:
        """More about the message, apart from its content. Empty also if it is null or no object at all."""
        if self._metadata is _UNREAD:
            self._metadata = parts.read_metadata(self._value(2))
        return self._metadata

    @metadata.setter
    def metadata(self, metadata: dict[str, Any]) -> None:
        self._metadata = metadata

    @property
    def content(self) -> ContentT:
        """What the message says, as the class of its ``msg_type``; `Unknown` for a type that is not known.

        `Invalid` for what the class cannot hold and, with the frame's bytes as ``raw``, for what is no JSON.
        """
        if self._content is _UNREAD:
            raw: Any = self.raw
            self._content = plain_content(self._msg_type, raw[3], self._depth)
            if self._content is None:
                self._content = self._read_content(self._value(3))
        content: ContentT = self._content
        return content

    @content.setter
    def content(self, content: ContentT) -> None:
        self._content = content

    @property
    def msg_type(self) -> str:
        """The header's ``msg_type``."""
        return self._msg_type if self._header is _UNREAD else self._header.msg_type

    @property
    def msg_id(self) -> str:
        """The header's ``msg_id``; empty if there is none."""
        return self.header.msg_id

    @property
    def parent_msg_id(self) -> str:
        """The parent's ``msg_id``, or empty. Answers find their request by it: kernels rewrite the rest."""
        if self._parent_header is _UNREAD:
            raw: Any = self.raw
            if len(raw[1]) <= 4096:  # what is remembered stays small, whatever comes
                return parent_msg_id(raw[1], self._depth)
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
        if self.raw is None:
            return parts.built(self._header, self._parent_header, self._metadata, self._content)
        return (
            self._written(0, self._header, parts.header_value, emitted.decode_header),
            self._written(1, self._parent_header, parts.parent_value, parts.read_parent),
            self._written(2, self._metadata, parts.metadata_value, parts.read_metadata),
            self._written(3, self._content, parts.content_value, self._read_content),
        )

    def _written(self, index: int, part: Any, value_of: parts.Convert, read: parts.Convert) -> bytes:
        """A part as bytes. What came is kept where the part says what reading it again would say.

        Else it is as strict as what came: a gateway passes on a NaN of somebody else's, but adds none.
        """
        raw = cast("RawParts", self.raw)
        if part is _UNREAD:
            return raw[index]
        now = value_of(part)
        if parts.text(now) == parts.text(value_of(read(self._value(index)))):
            return raw[index]
        return parts.text(now, strict=_PARTS[index] not in self._found)

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

    def _read_content(self, value: Any) -> Any:
        if isinstance(value, bytes):
            return Invalid(self._msg_type, value, self._found.get("content", []))
        return emitted.decode_content(self._msg_type, value)

    def __repr__(self) -> str:
        return f"<Message {self.msg_type} {self.msg_id!r}, parent {self.parent_msg_id!r}, on {self.channel}>"


def _located(part: str, problems: list[Problem]) -> list[Problem]:
    return [problem._replace(path=f"/{part}{problem.path}") for problem in problems]
