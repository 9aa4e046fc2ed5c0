"""Who asked what, and which answers belong to it. No I/O, no event loop, no clock: dates are passed in.

How it goes, rule by rule:

1. An answer belongs to the request whose ``msg_id`` its parent names. Nothing else in a parent counts:
   kernels rewrite the rest.
2. A request is done when its reply and its idle status are in, in either order, for they come on two sockets;
   one that has no reply (comm_msg) is done when its idle status is.
3. Half of that may never come: some kernels are not idle after what they refuse, some go idle without a
   reply. A `Session.probe` sent then decides: each socket is in order, so what comes behind the probe's own
   answers comes late. Of what was not half done when it was sent, it says nothing: some kernels answer it
   while a cell runs.
4. Some kernels, idle, leave a request lying that came just as they replied. Who waits asks them to look.
5. What comes after a request is done is kept with it, for as long as somebody holds the request.
6. A kernel that dies fails all requests under way. So does the word of a server that it restarts it, or the
   kernel's own that it was asked by somebody to end. A kernel that says that it starts has taken another
   one's place: what that one had begun fails, too.
7. A connection that broke and is back may have lost answers. Each request under way is told; a probe decides
   about those that the kernel has handled meanwhile.
8. What belongs to no request of ours is kept, the newest `OTHERS` of it.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Mapping
from types import ModuleType
from typing import Any
from weakref import WeakValueDictionary

import jupyter_messages as emitted
from jupyter_messages import KernelInfoRequest, ShutdownReply, Status, Unknown
from kernelwire.errors import ConnectionClosed, KernelDied, KernelwireError, RemoteProtocolError
from kernelwire.session.outgoing import Outgoing
from kernelwire.session.requests import Request
from kernelwire.wire.message import Message
from kernelwire.wire.signing import Frame

OTHERS = 10_000
"""So many messages that answer no request of ours are kept for whoever asks for them."""

_GONE = frozenset(("restarting", "autorestarting", "dead"))
"""What a Jupyter server says on a kernel's behalf, without a parent, when the kernel is no more."""


class Session:
    """One client's side of the conversation with one kernel."""

    def __init__(
        self,
        session_id: str,
        username: str,
        now: Callable[[], str],
        *,
        package: ModuleType = emitted,
    ) -> None:
        """``now`` gives dates for headers. ``package`` is the emitted package that types contents."""
        self.session_id = session_id
        self.others: deque[Message] = deque(maxlen=OTHERS)
        self._outgoing = Outgoing(session_id, username, now, package)
        self._package = package
        self._pending: dict[str, Request[Any]] = {}
        self._done: WeakValueDictionary[str, Request[Any]] = WeakValueDictionary()
        self._probes: dict[str, frozenset[str]] = {}
        """By its msg_id, what a probe under way decides about."""
        self._idle: str | None = None
        """The status by which the kernel is idle, if it is: its msg_id."""
        self.busy = False
        """Whether the kernel last said that it is busy, with whomever's request."""
        self._made = 0

    def request(
        self,
        content: Any,
        *,
        channel: str | None = None,
        metadata: Mapping[str, Any] | None = None,
        buffers: Iterable[Frame] = (),
        subshell_id: str | None = None,
    ) -> Request[Any]:
        """A new request; its ``message`` is to be sent. Raises LocalProtocolError: see `Outgoing.message`."""
        message = self._outgoing.message(
            content, channel=channel, metadata=metadata, buffers=buffers, subshell_id=subshell_id
        )
        request = Request[Any](message, self._made, self._outgoing.reply_type(message.msg_type))
        self._made += 1
        self._pending[message.msg_id] = request
        return request

    def answer(self, question: Message[Any], content: Any) -> Message[Any]:
        """The message that answers one of the kernel's (input_reply), on the channel that it came on."""
        return self._outgoing.message(content, channel=question.channel, parent=question.header)

    def probe(self) -> Request[Any]:
        """A kernel_info_request that decides about the requests before it (rules 3 and 7)."""
        half = frozenset(request.msg_id for request in self._pending.values() if request.half)
        request = self.request(KernelInfoRequest())
        self._probes[request.msg_id] = half
        return request

    @property
    def probing(self) -> bool:
        """Whether a probe is under way. Of one that is half done, the rest may be lost: another decides."""
        return any(not self._pending[msg_id].half for msg_id in self._probes)

    def unsettled(self) -> set[str]:
        """What should not last, by msg_id: requests half done; a status idle while one lies (rules 3, 4)."""
        pending = self._pending.values()
        unsettled = {request.msg_id for request in pending if request.half}
        if self._idle is not None and any(in_main_line(each) and not each.begun for each in pending):
            unsettled.add(self._idle)
        return unsettled

    def pending(self) -> list[Request[Any]]:
        """The requests under way, oldest first."""
        return list(self._pending.values())

    def asked(self) -> list[Request[Any]]:
        """The requests under way but for kernel_info, which is asked from here, too."""
        return [each for each in self.pending() if not isinstance(each.message.content, KernelInfoRequest)]

    def receive(self, message: Message[Any], *, taken: bool = False) -> Request[Any] | None:
        """Take a message to where it belongs. Gives the request that it answers, None if it is not ours.

        One that somebody has ``taken`` (a comm, say) is not among the `others`.
        """
        self._type(message)
        msg_id = message.parent_msg_id
        request = self._pending.get(msg_id)
        if isinstance(message.content, Status) and (request is None or in_main_line(request)):
            self._idle = message.msg_id if message.content.execution_state == "idle" else None
            self.busy = message.content.execution_state == "busy"
        if request is None:
            late = self._done.get(msg_id)
            if late is not None:
                late.add(message)
                return late
            if not taken:
                self.others.append(message)
            if tells_end(message):
                self.fail(KernelDied(None))
            elif tells_start(message):
                for begun in self.asked():
                    if begun.begun and begun.reply is None:  # a reply may overtake what is said on iopub
                        self._finish(begun, KernelDied(None))
            return None
        request.add(message)
        if request.done:
            half = self._probes.get(msg_id)
            self._finish(request)
            if half is not None:
                self._settle(request, half)
        return request

    def gap(self, reason: str) -> None:
        """The connection was broken, and is back (rule 7): send a `probe` next."""
        self._idle = None
        for request in self._pending.values():
            request.gaps.append(reason)
        self._probes.clear()  # what they asked may be lost

    def fail(self, error: KernelwireError) -> None:
        """The kernel died, or the connection ended: no request under way will be answered."""
        self._idle, self.busy = None, False
        for request in self.pending():
            self._finish(request, error)

    def refuse(self, request: Request[Any], error: KernelwireError) -> None:
        """A request that could not be sent, or that nobody can go on with. Nothing if it is over."""
        if request.over:
            return
        self._finish(request, error)

    def _finish(self, request: Request[Any], error: KernelwireError | None = None) -> None:
        del self._pending[request.msg_id]
        self._probes.pop(request.msg_id, None)
        self._done[request.msg_id] = request
        request.finish(error)

    def _settle(self, probe: Request[Any], half: frozenset[str]) -> None:
        """Decide about what was asked, and what was half done, before a probe that has been answered."""
        for request in self.pending():
            if request.number > probe.number:
                break
            if request.msg_id in half:
                lost = RemoteProtocolError("the kernel went idle without a reply") if request.idle else None
                self._finish(request, lost)
            elif request.gaps and not request.half and _in_line(request, probe):
                why = f"{request.gaps[-1]}; the reply is lost, output may be missing"
                self._finish(request, ConnectionClosed(why))

    def _type(self, message: Message[Any]) -> None:
        """Content of a type of one's own, as the class of its package."""
        if self._package is not emitted and isinstance(message.content, Unknown):
            message.content = self._package.decode_content(message.msg_type, message.content.raw)


def tells_end(message: Message[Any]) -> bool:
    """Whether a server says that the kernel is no more, or the kernel that it ends (rule 6)."""
    content = message.content
    if isinstance(content, ShutdownReply):
        return message.channel == "iopub"  # where ipykernel tells everybody
    return isinstance(content, Status) and content.execution_state in _GONE and not message.parent_msg_id


def tells_start(message: Message[Any]) -> bool:
    """Whether a kernel says that it starts: its first word (spec: "Kernel status")."""
    content = message.content
    return isinstance(content, Status) and content.execution_state == "starting" and not message.parent_msg_id


def in_main_line(request: Request[Any]) -> bool:
    """Whether the kernel handles it where most is: on shell, in no subshell."""
    message = request.message
    return message.channel == "shell" and message.header.subshell_id is None


def _in_line(first: Request[Any], then: Request[Any]) -> bool:
    """Whether a kernel handles one after the other: on one channel and in one subshell."""
    one, other = first.message, then.message
    return one.channel == other.channel and one.header.subshell_id == other.header.subshell_id
