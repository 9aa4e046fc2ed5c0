"""The short road: lines of captures that are as they should be, known while msgspec parses them.

Most lines of a capture are right, and to know that takes no list of problems: msgspec parses them straight
into types that are narrower than the schemas (`jupyter_messages_msgspec.conforming`); what fits has no
problem. Where only a content does not fit, its validator judges it. Whatever else is odd is left to the long
road (`lines`, ``validate``). The tests compare the two; a line takes a third of the time or less this way.

What parses but would be told (see `jsonio.oddities`) must not slip through: integers are bounded by the
types; a name that stood twice is missed because, written again, the line is shorter or has fewer colons.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Literal, NamedTuple

from msgspec import UNSET, Raw, Struct, UnsetType, convert, to_builtins
from msgspec.json import Decoder, Encoder

from jupyter_messages import Problem
from jupyter_messages.problems import Bounded, Full, is_object
from jupyter_messages_msgspec.conforming import Free, Header, Integer
from kernelwire.captures.lines import SENDERS, topic_problem
from kernelwire.errors import RemoteProtocolError
from kernelwire.wire import jsonio
from kernelwire.wire.framing import DELIMITER
from kernelwire.wire.signing import Signer

MAX_BYTES = 1 << 20
"""Longer lines take the long road: it keeps fewer copies."""

Validators = Mapping[str, Mapping[str, Callable[[Any, str, list[Problem]], None]]]
Shapes = Mapping[str, Mapping[str, Any]]
Known = tuple[str, list[Problem]]
"""The ``msg_type`` of a line, and all that is wrong with it."""

_MANY = 1000  # of each kind of thing that is remembered
_LONG_PARENT = 4096
_SHAPE = bytes(ord("0") if chr(byte).isdecimal() else byte for byte in range(256))
_EMPTY = b"{}"
_FORESEEN = {"/channel", "/header/msg_type"}
_TOLD_FIRST = "since", "/header/msg_type"  # before what is wrong with the content; the rest comes after it


class _Header(Header, kw_only=True, forbid_unknown_fields=True, gc=False):
    """A header whose patterns are not looked at: there are few versions, and dates come in few forms."""

    date: str
    version: str


class _Line(Struct, kw_only=True, forbid_unknown_fields=True, gc=False):
    """A line of either form."""

    header: _Header | UnsetType = UNSET
    parent_header: Raw = Raw(b"")
    metadata: dict[str, Free] | UnsetType = UNSET
    content: Raw = Raw(b"")
    buffers: list[bytes] | UnsetType = UNSET
    channel: Literal["shell", "control", "stdin", "iopub"] | UnsetType = UNSET
    direction: Literal["to_kernel", "from_kernel"] | UnsetType = UNSET
    time: Integer | float | UnsetType = UNSET
    key: str | UnsetType = UNSET
    frames: list[bytes] | UnsetType = UNSET


class _Road(NamedTuple):
    """What is known of all messages of one type, version, channel and sender."""

    decode: Callable[[bytes | Raw], Any]
    """Reads contents that surely conform; raises ValueError for others."""
    parents: set[bytes]
    """Parent headers that were seen to be right; the empty one, if such messages need none."""
    always: list[Problem]
    """What is wrong with each of them, whatever it says."""
    first: int
    """So many of these are told before what is wrong with the content."""
    validator: Callable[[Any, str, list[Problem]], None]
    """Judges contents that may not conform."""


_line = Decoder(_Line).decode
_header = Decoder(_Header).decode
_object = Decoder(dict[str, Free]).decode
_encode = Encoder().encode
_encode_into = Encoder().encode_into


class Shortcut:
    """Judges what is easily judged. Remembers parent headers, forms of dates, signers: only so many."""

    def __init__(
        self,
        validate: Callable[..., list[Problem]],
        validators: Validators,
        shapes: Shapes,
        version: str | None,
        key: bytes | None,
    ) -> None:
        """``validate``, ``validators`` and ``shapes`` are of an emitted package (the latter ``CONTENTS`` of
        its modules), ``version`` and ``key`` as in `Settings`."""
        self._validate = validate
        self._validators = validators
        self._shapes = shapes
        self._version = version
        self._key = key or b""
        self._roads: dict[tuple[Any, ...], _Road] = {}
        self._parents: set[bytes] = set()
        self._last: bytes | None = (
            None  # the newest of them: output comes in bursts, and to compare is quicker than to hash
        )
        self._parents_or_none: set[bytes] = {_EMPTY}
        self._dates: set[bytes] = set()
        self._versions: set[str] = set()
        self._again = bytearray(4096)
        self._signers: dict[bytes, Signer] = {}

    def judged(self, data: bytes) -> Known | None:
        """What a line is, and all that is wrong with it; None where that takes the long road.

        One straight piece for the common case: each call less is a fiftieth of its time.
        """
        try:
            line = _line(data)
            header = line.header
            if header is UNSET:
                return None if line.frames is UNSET else self._wire(line, line.frames, data)
            if line.metadata is UNSET or line.frames is not UNSET:
                return None
            kind = header.version, header.msg_type, line.channel, line.direction
            road = self._roads.get(kind) or self._road(kind)
            decode, parents, found, _, _ = road
            parent = bytes(line.parent_header)
            if parent != self._last and parent not in parents and not self._is_right(parent):
                return None
            if header.date.encode().translate(_SHAPE) not in self._dates:
                self._learn(header)
            try:
                line.content = decode(line.content)
            except ValueError:
                odd, found = _judged_content(road, bytes(line.content))
                if odd:  # a place in the content is not one in the line
                    return None
            again = self._again
            _encode_into(line, again)
            # Texts and integers are never written longer than they stood: at the same length, all is there.
            if (len(again) != len(data) or line.time is not UNSET) and not _says_all(again, data):
                return None
            return header.msg_type, found
        except (ValueError, RecursionError):
            return None

    def _wire(self, line: _Line, frames: list[bytes], data: bytes) -> Known | None:
        if line.channel is UNSET or line.direction is UNSET or line.time is UNSET or len(frames) > _MANY:
            return None
        # A colon for each name. Where there are few, cutting them out is twice as fast as counting them.
        if len(data) - len(data.replace(b":", b"")) != (4 if line.key is UNSET else 5):
            return None
        at = frames.index(DELIMITER)
        signature, raw, parent, metadata, content = frames[at + 1 : at + 6]
        key = self._key if line.key is UNSET else line.key.encode()
        if key and not self._signer(key).verify(signature, (raw, parent, metadata, content)):
            return None
        header = _header(raw)
        kind = header.version, header.msg_type, line.channel, line.direction
        road = self._roads.get(kind) or self._road(kind)
        decode, parents, found, _, _ = road
        if parent != self._last and parent not in parents and not self._is_right(parent):
            return None
        if header.date.encode().translate(_SHAPE) not in self._dates:
            self._learn(header)
        if not _says_header(header, raw):
            return None
        if metadata != _EMPTY and not _says_all(_encode(_object(metadata)), metadata):
            return None
        try:
            again = _encode(decode(content))
            if again != content and not _says_all(again, content):
                raise ValueError
        except ValueError:
            odd, found = _judged_content(road, content)
            found = odd + found
        if at != 1 and line.channel == "iopub":
            found = [topic_problem(at), *found]
        return header.msg_type, found

    def _road(self, kind: tuple[Any, ...]) -> _Road:
        """What is known of messages of a kind: asked of ``validate``, with empty messages of that kind.

        Where that does not tell all but the content's problems, the road refuses every content.
        """
        version, msg_type, channel, direction = kind
        header = {"msg_id": "", "session": "", "username": "", "date": "2000-01-01T00:00:00Z"}
        header |= {"msg_type": msg_type, "version": version}
        probe = {"header": header, "parent_header": header, "metadata": {}, "content": {}}
        probe |= {} if channel is UNSET else {"channel": channel}
        sender = SENDERS.get(direction)

        def told(message: dict[str, Any]) -> list[Problem]:
            found = self._validate(message, version=self._version, sender=sender)
            return [problem for problem in found if not problem.path.startswith("/content")]

        judged = self._version or version
        holders = [name for name, types in self._validators.items() if msg_type in types]
        if judged in holders:
            holders = [judged]
        # A type that the version lacks is judged by another: by which does not matter if all say the same.
        validators = {self._validators[name][msg_type] for name in holders} or {_content_of_any_kind}
        always = told(probe)
        if len(validators) > 1 or not {problem.path for problem in always} <= _FORESEEN:
            validators = {_refuse}
        shape = self._shapes[holders[0]].get(msg_type) if holders else None
        orphan = told(probe | {"parent_header": {}}) == always
        road = _Road(
            decode=_refuse if shape is None or _refuse in validators else Decoder(shape).decode,
            parents=self._parents_or_none if orphan else self._parents,
            always=always,
            first=sum((problem.rule, problem.path) == _TOLD_FIRST for problem in always),
            validator=validators.pop(),
        )
        if len(self._roads) >= _MANY:
            self._roads.clear()
        self._roads[kind] = road
        return road

    def _is_right(self, parent: bytes) -> bool:
        """Whether it is a parent header as it should be, and not an empty one."""
        header = _header(parent)
        if header.version not in self._versions or header.date.encode().translate(_SHAPE) not in self._dates:
            self._learn(header)
        right = _says_header(header, parent)
        if right and len(parent) <= _LONG_PARENT:
            if len(self._parents) >= _MANY:
                self._parents.clear()
                self._parents_or_none.clear()
                self._parents_or_none.add(_EMPTY)
            self._parents.add(parent)
            self._parents_or_none.add(parent)
            self._last = parent
        return right

    def _learn(self, header: _Header) -> None:
        """Remember a right version, and the form of a right date, all digits being alike.

        Raises ValueError where one of them is wrong.
        """
        convert(to_builtins(header), Header)
        if len(self._dates) < _MANY:
            self._dates.add(header.date.encode().translate(_SHAPE))
        if len(self._versions) < _MANY:
            self._versions.add(header.version)

    def _signer(self, key: bytes) -> Signer:
        signer = self._signers.get(key)
        if signer is None:
            if len(self._signers) >= _MANY:
                self._signers.clear()
            signer = self._signers[key] = Signer(key)
        return signer


def _judged_content(road: _Road, content: bytes) -> tuple[list[Problem], list[Problem]]:
    """What is wrong with the JSON of a content, and all that is wrong with its message besides.

    Raises ValueError for what is no content at all, or has very many problems.
    """
    try:
        value, odd = jsonio.decode(content)
        found = Bounded(_MANY)
        if not is_object(value):
            raise ValueError
        odd = [*odd, *jsonio.oddities(content, value)]
        road.validator(value, "/content", found)
    except (RemoteProtocolError, Full):
        raise ValueError from None
    odd = [problem._replace(path=f"/content{problem.path}") for problem in odd]
    return odd, [*road.always[: road.first], *found, *road.always[road.first :]]


def _says_header(header: Header, data: bytes) -> bool:
    """Whether no name stood twice in a header: six names and six texts have 24 quotes."""
    if header.subshell_id is UNSET and b"\\" not in data and data.count(b'"') == 24:
        return True
    return _says_all(_encode(header), data)


def _says_all(again: bytes | bytearray, data: bytes) -> bool:
    """Whether what was written again surely says all that the first text did: see `jsonio.oddities`."""
    return again.count(b":") == data.count(b":") and b"\\u003" not in data


def _refuse(*_: Any) -> Any:
    raise ValueError


def _content_of_any_kind(value: Any, path: str, found: list[Problem]) -> None:
    """The validator of messages that nobody knows."""
