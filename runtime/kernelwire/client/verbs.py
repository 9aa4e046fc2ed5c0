"""What one can ask of a kernel, a method for each request; a client and a subshell have them alike.

No rule of the conversation is here: see `session`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Literal, TypeAlias

from jupyter_messages import (
    AbortedReply,
    CommInfoReply,
    CommInfoRequest,
    CompleteReply,
    CompleteRequest,
    ErrorReply,
    ExecuteReply,
    ExecuteRequest,
    HistoryReply,
    HistoryRequest,
    InspectReply,
    InspectRequest,
    Invalid,
    IsCompleteReply,
    IsCompleteRequest,
    KernelInfoReply,
    KernelInfoRequest,
)
from kernelwire.client.arguments import refuse_no_function
from kernelwire.client.exchange import Exchange, Execution
from kernelwire.client.stdin import OnInput
from kernelwire.client.switchboard import Switchboard
from kernelwire.errors import LocalProtocolError
from kernelwire.wire.message import Message
from kernelwire.wire.signing import Frame

Failed: TypeAlias = ErrorReply | AbortedReply | Invalid
"""The shapes that any reply may have: the request failed, was dropped, or the answer cannot be read."""


class Verbs:
    """The requests of the protocol (spec: "Messages on the shell (ROUTER/DEALER) channel").

    Each gives the reply as it came; ``match reply.content`` tells its shapes apart. ``timeout`` is in
    seconds, None for none: after it TimeoutError is raised, and the client is as usable as before. They raise
    KernelDied or ConnectionClosed where no reply will ever come, RemoteProtocolError where the kernel goes
    on without one, and LocalProtocolError for an argument of a wrong type.
    """

    def __init__(self, board: Switchboard, subshell_id: str | None = None) -> None:
        """``board`` sends; None stands for the kernel's main shell."""
        self._board, self.subshell_id = board, subshell_id

    def request(
        self,
        content: Any,
        *,
        channel: str | None = None,
        metadata: Mapping[str, Any] | None = None,
        buffers: Iterable[Frame] = (),
    ) -> Exchange[Any]:
        """Send any content and go through what answers it.

        ``content`` is of a class of `jupyter_messages`, or of the package that the client was given as
        ``messages``; or `Unknown`, with the ``channel`` that it travels on. It is sent whether or not
        anybody awaits an answer; requests of one client leave in the order in which they were made.
        """
        return Exchange(self._board.send(content, channel, metadata, buffers, subshell_id=self.subshell_id))

    def execute(
        self,
        code: str,
        *,
        silent: bool = False,
        store_history: bool = True,
        user_expressions: Mapping[str, str] | None = None,
        stop_on_error: bool = True,
        on_input: OnInput | None = None,
        metadata: Mapping[str, Any] | None = None,
    ) -> Execution[ExecuteReply | Failed]:
        """Run code (spec: "Execute"): ``async for message in client.execute(…)``, or ``await ….result()``.

        ``on_input`` answers when the code asks for input; without it, nor one of the client, the kernel is
        told that there is none. ``stop_on_error``: an error drops what is queued behind.
        """
        refuse_no_function(on_input)
        if not (user_expressions is None or isinstance(user_expressions, Mapping)):  # pyright: ignore[reportUnnecessaryIsInstance]
            raise LocalProtocolError(f"user_expressions is a dict of code, not {user_expressions!r}")
        content = ExecuteRequest(
            code,
            silent,
            False if silent else store_history,
            dict(user_expressions or {}),
            self._board.questions.answered_by(on_input),
            stop_on_error,
        )
        request = self._board.send(
            content, metadata=metadata, on_input=on_input, subshell_id=self.subshell_id
        )
        return Execution(request, self._board.new_outputs())

    async def kernel_info(self, *, timeout: float | None = None) -> Message[KernelInfoReply | Failed]:
        """What kernel this is (spec: "Kernel info")."""
        return await self.request(KernelInfoRequest()).reply(timeout=timeout)

    async def complete(
        self, code: str, cursor_pos: int | None = None, *, timeout: float | None = None
    ) -> Message[CompleteReply | Failed]:
        """What could stand at ``cursor_pos``, counted in code points; None: the end (spec: "Completion")."""
        position = _position(code, cursor_pos)
        return await self.request(CompleteRequest(code, position)).reply(timeout=timeout)

    async def inspect(
        self,
        code: str,
        cursor_pos: int | None = None,
        *,
        detail_level: Literal[0, 1] = 0,
        timeout: float | None = None,
    ) -> Message[InspectReply | Failed]:
        """What stands at ``cursor_pos``, as `complete` counts it (spec: "Introspection")."""
        position = _position(code, cursor_pos)
        return await self.request(InspectRequest(code, position, detail_level)).reply(timeout=timeout)

    async def is_complete(
        self, code: str, *, timeout: float | None = None
    ) -> Message[IsCompleteReply | Failed]:
        """Whether the code can be run, or wants another line (spec: "Code completeness")."""
        return await self.request(IsCompleteRequest(code)).reply(timeout=timeout)

    async def history(
        self,
        hist_access_type: Literal["tail", "range", "search"] = "tail",
        *,
        n: int | None = None,
        session: int | None = None,
        start: int | None = None,
        stop: int | None = None,
        pattern: str | None = None,
        unique: bool = False,
        output: bool = False,
        raw: bool = True,
        timeout: float | None = None,
    ) -> Message[HistoryReply | Failed]:
        """What was run before: the last ``n``, a range of a session, what fits a pattern (spec: "History").

        ``tail`` takes ``n``; ``range`` takes ``session`` (0: this one), ``start`` and ``stop``; ``search``
        takes ``pattern`` (a glob), ``n`` and ``unique``. Where the spec wants an ``n``, it is 10 unless told.
        """
        if n is None and hist_access_type != "range":
            n = 10
        content = HistoryRequest(output, raw, hist_access_type, unique, session, start, stop, n, pattern)
        return await self.request(content).reply(timeout=timeout)

    async def comm_info(
        self, target_name: str | None = None, *, timeout: float | None = None
    ) -> Message[CommInfoReply | Failed]:
        """The comms that are open in the kernel, or those of one target (spec: "Comm info")."""
        return await self.request(CommInfoRequest(target_name)).reply(timeout=timeout)


def _position(code: str, cursor_pos: int | None) -> int:
    """Where the cursor is; the end of the code unless it is told."""
    if not isinstance(code, str):  # pyright: ignore[reportUnnecessaryIsInstance] - not all have a type checker
        raise LocalProtocolError(f"code is a str, not {type(code).__name__}")
    known = isinstance(cursor_pos, int)
    if cursor_pos is not None and not (known and 0 <= cursor_pos <= len(code)):
        raise LocalProtocolError(
            f"cursor_pos is from 0 to {len(code)}, the end of the code; not {cursor_pos!r}"
        )
    return len(code) if cursor_pos is None else cursor_pos
