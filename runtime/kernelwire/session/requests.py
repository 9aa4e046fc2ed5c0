"""One request, and what has come of it so far. No I/O; which answers belong to it, `session` knows."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import Any, Generic

from jupyter_messages import Status
from kernelwire.errors import KernelwireError
from kernelwire.wire.message import ContentT, Message


class Request(Generic[ContentT]):
    """A request under way, or done. Generic in the content of its reply."""

    # fmt: off
    __slots__ = (
        "__weakref__", "begun", "error", "failure", "gaps", "idle", "kept", "listeners", "message", "number",
        "over", "reply", "reply_type", "taker", "unread", "watcher",
    )
    # fmt: on

    message: Message[Any]
    """As it is sent."""
    number: int
    """How many requests its session made before it."""
    reply_type: str | None
    """The ``msg_type`` of its reply; None if it has none."""
    reply: Message[ContentT] | None
    """The reply, once it is there."""
    begun: bool
    """Whether any answer has come."""
    idle: bool
    """Whether the kernel has said that it is done with it."""
    over: bool
    """Whether nothing more is waited for: it is done, or `error` says why it never will be."""
    error: KernelwireError | None
    """Why it will never be done."""
    failure: KernelwireError | None
    """What will have gone wrong on our side, once it is done."""
    unread: deque[Message[Any]]
    """What answers it, reply and status messages included, in the order it came, until somebody takes it."""
    watcher: Callable[[Message[Any]], None] | None
    """Who sees each answer that goes to `unread`."""
    taker: Callable[[Message[Any]], None] | None
    """Who takes each answer as it comes, in place of `unread`."""
    kept: bool
    """Whether answers are kept: not for somebody who waits no more."""
    gaps: list[str]
    """The breaks of the connection while it was under way, in words: answers may be missing."""
    listeners: list[Callable[[], None]]
    """Called whenever something of this has changed."""

    def __init__(self, message: Message[Any], number: int, reply_type: str | None) -> None:
        self.message, self.number, self.reply_type = message, number, reply_type
        self.reply = self.error = self.failure = None
        self.begun = self.idle = self.over = False
        self.watcher = self.taker = None
        self.kept = True
        self.unread, self.gaps, self.listeners = deque(), [], []

    @property
    def msg_id(self) -> str:
        """Its identity: answers name it as their parent."""
        return self.message.msg_id

    @property
    def done(self) -> bool:
        """Whether all is there that must come: the reply, if it has one, and the idle status."""
        return self.idle and (self.reply is not None or self.reply_type is None)

    @property
    def half(self) -> bool:
        """Whether one of the two is there and the other is not."""
        return self.reply_type is not None and self.idle is (self.reply is None)

    def add(self, message: Message[Any]) -> None:
        """Take a message that answers it."""
        self.begun = True
        if message.channel == "iopub":
            content = message.content
            if isinstance(content, Status) and content.execution_state == "idle":
                self.idle = True
        elif self.reply is None and message.msg_type == self.reply_type:
            self.reply = message
        if self.taker is not None:
            self.taker(message)
        elif self.kept:
            self.unread.append(message)
            if self.watcher is not None:
                self.watcher(message)
        self.changed()

    def finish(self, error: KernelwireError | None = None) -> None:
        """Nothing more is waited for."""
        self.over, self.error = True, error or self.failure
        self.changed()

    def abandon(self) -> None:
        """Nobody waits for its answers any more: they are still its own, but are not kept."""
        self.kept, self.taker = False, None
        self.unread.clear()
        self.changed()

    def changed(self) -> None:
        """Tell the listeners."""
        for listener in tuple(self.listeners):
            listener()

    def __repr__(self) -> str:
        state = "over" if self.over else "half done" if self.half else "under way"
        return f"<Request {self.message.msg_type} {self.msg_id!r}, {state}>"
