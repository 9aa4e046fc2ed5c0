"""Messages of ours: from a content to a whole message, on the right channel. No I/O, no clock."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from importlib import import_module
from itertools import count
from types import ModuleType
from typing import Any

import jupyter_messages as emitted
from jupyter_messages import LATEST, Header, Invalid, MessageType, Problem, Unknown
from kernelwire.errors import LocalProtocolError
from kernelwire.wire.framing import plain_view
from kernelwire.wire.message import Message
from kernelwire.wire.signing import Frame

_WRONG = frozenset(("type", "enum", "const"))
"""Rules whose breach is refused before it is sent: no kernel can read that; what only lacks, it may take."""

CHANNELS = tuple(channel for (channel, sender), types in emitted.SENT.items() if sender == "client" and types)
"""What a client can send on."""

_REQUEST, _REPLY = "_request", "_reply"
"""How the names of requests and of their replies end (spec: "Request-Reply")."""


class Outgoing:
    """Makes the messages of one client. Each has an identity of its own: the session's, and a number."""

    def __init__(
        self, session_id: str, username: str, now: Callable[[], str], package: ModuleType = emitted
    ) -> None:
        """``now`` gives dates for headers; ``package`` is the emitted one that has the contents' classes."""
        self._session_id, self._username, self._now = session_id, username, now
        self._package = package
        self._types: dict[type[Any], str] = {row.cls: name for name, row in package.MESSAGES.items()}
        self._numbers = count()

    def message(
        self,
        content: Any,
        *,
        channel: str | None = None,
        metadata: Mapping[str, Any] | None = None,
        buffers: Iterable[Frame] = (),
        subshell_id: str | None = None,
        parent: Header | None = None,
    ) -> Message[Any]:
        """A message with this content.

        ``channel`` is the one that its type travels on, unless another is given; `Unknown` content needs one.
        Raises LocalProtocolError where a field is of a wrong type or value, which it names, for what cannot
        be written as JSON or bytes, and for a channel that no client sends on.
        """
        msg_type = self._type_of(content)
        if channel is None:
            channel = self._channel(msg_type)
        elif channel not in CHANNELS:
            raise LocalProtocolError(f"a client sends on {', '.join(CHANNELS)}, not on {channel!r}")
        if not isinstance(content, (Unknown, Invalid)):
            plain = self._package.encode_content(content)
            self._refuse_wrong(msg_type, plain)
            if self._package is not emitted:
                content = emitted.decode_content(msg_type, plain)
        header = Header(
            f"{self._session_id}_{next(self._numbers)}",
            self._session_id,
            self._username,
            self._now(),
            msg_type,
            LATEST,
            subshell_id,
        )
        try:
            message = Message(header, parent, dict(metadata or {}), content, buffers, channel=channel)
        except (TypeError, ValueError) as error:
            raise LocalProtocolError(f"metadata is a dict, buffers are several bytes: {error}") from None
        message.frames()  # what cannot be written is told to who says it: of a comm, nobody waits for more
        for buffer in message.buffers:
            plain_view(buffer)
        return message

    def reply_type(self, msg_type: str) -> str | None:
        """The ``msg_type`` of the reply to a request; None if it has none.

        For a type that is in no table, its name says whether it is a request.
        """
        if msg_type in self._package.MESSAGES:
            reply: str | None = self._package.REPLIES.get(msg_type)
            return reply
        return msg_type[: -len(_REQUEST)] + _REPLY if msg_type.endswith(_REQUEST) else None

    def _type_of(self, content: Any) -> str:
        if isinstance(content, (Unknown, Invalid)):
            return content.msg_type
        kind: Any = content.__class__
        msg_type = self._types.get(kind)
        if msg_type is None:
            raise LocalProtocolError(
                f"{self._package.__name__} has no message type with the content {kind.__name__}; "
                'send others as Unknown("their_msg_type", {...}), or have messages= their package'
            )
        return msg_type

    def _channel(self, msg_type: str) -> str:
        row: MessageType | None = self._package.MESSAGES.get(msg_type)
        if row is None:
            raise LocalProtocolError(f"{msg_type} is in no table: say on which channel it travels")
        old = {channel for channel, _ in row.deprecated_on}
        for channel in sorted(row.channels, key=old.__contains__):
            if msg_type in self._package.SENT.get((channel, "client"), ()):
                return channel
        raise LocalProtocolError(f"{msg_type} is sent by kernels, not by clients")

    def _refuse_wrong(self, msg_type: str, plain: Any) -> None:
        # Not above: the validators take as long to load as all the rest; who only reads needs none.
        verdict = import_module(f"{self._package.__name__}.verdict")
        problems: list[Problem] = verdict.judge_content(msg_type, plain)
        for problem in problems:
            if problem.rule in _WRONG and problem.severity == "error":
                raise LocalProtocolError(f"{msg_type}: {problem.path} {problem.message}")
