# Generated from schemas/ by "make generate". Do not edit: change the schemas and run it again.
"""The contents of all message types, one dataclass each, and the shapes that they share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from .support import Record, Sent


@dataclass(init=False, repr=False, eq=False)
class AbortedReply(Record):
    """The reply to a request that was dropped unprocessed, as those queued behind an error: a failure
    without a word about it.

    Since 5.0; deprecated since 5.1.
    """

    __slots__ = ("status", "execution_count", "extra", "sent")

    status: Literal["aborted"]
    """The request was dropped."""
    execution_count: int | None
    """The kernel's counter; in an execute_reply only, where it stands whatever the status."""
    extra: dict[str, Any]
    sent: Sent

    def __init__(
        self,
        status: Literal["aborted"] = "aborted",
        execution_count: int | None = None,
        extra: dict[str, Any] | None = None,
        sent: Sent = (),
    ) -> None:
        self.status = status
        self.execution_count = execution_count
        self.extra = {} if extra is None else extra
        self.sent = sent


@dataclass(init=False, repr=False, eq=False)
class ClearOutput(Record):
    """Takes away the output that is on display.

    On iopub, from the kernel. Since 5.0.
    """

    __slots__ = ("wait", "extra", "sent")

    wait: bool
    """Whether to wait until there is new output to put in its place, so that nothing flickers."""
    extra: dict[str, Any]
    sent: Sent

    def __init__(
        self,
        wait: bool,
        extra: dict[str, Any] | None = None,
        sent: Sent = (),
    ) -> None:
        self.wait = wait
        self.extra = {} if extra is None else extra
        self.sent = sent


@dataclass(init=False, repr=False, eq=False)
class CommClose(Record):
    """Closes a comm at both ends.

    On shell or iopub, from either side. Since 5.0.
    """

    __slots__ = ("comm_id", "data", "extra", "sent")

    comm_id: str
    """The comm's identity."""
    data: dict[str, Any]
    """Last words to the other end."""
    extra: dict[str, Any]
    sent: Sent

    def __init__(
        self,
        comm_id: str,
        data: dict[str, Any] | None = None,
        extra: dict[str, Any] | None = None,
        sent: Sent = (),
    ) -> None:
        self.comm_id = comm_id
        self.data = {} if data is None else data
        self.extra = {} if extra is None else extra
        self.sent = sent


@dataclass(init=False, repr=False, eq=False)
class CommInfo(Record):
    """An open comm.

    Since 5.1.
    """

    __slots__ = ("target_name", "extra", "sent")

    target_name: str
    """The target that the comm was opened for."""
    extra: dict[str, Any]
    sent: Sent

    def __init__(
        self,
        target_name: str,
        extra: dict[str, Any] | None = None,
        sent: Sent = (),
    ) -> None:
        self.target_name = target_name
        self.extra = {} if extra is None else extra
        self.sent = sent


@dataclass(init=False, repr=False, eq=False)
class CommInfoReply(Record):
    """The comms that are open.

    On shell, from the kernel. Answers ``comm_info_request``. Since 5.1.
    """

    __slots__ = ("status", "comms", "extra", "sent")

    status: Literal["ok"]
    """The request succeeded."""
    comms: dict[str, CommInfo]
    """The comms by their comm_id."""
    extra: dict[str, Any]
    sent: Sent

    def __init__(
        self,
        status: Literal["ok"] = "ok",
        comms: dict[str, CommInfo] | None = None,
        extra: dict[str, Any] | None = None,
        sent: Sent = (),
    ) -> None:
        self.status = status
        self.comms = {} if comms is None else comms
        self.extra = {} if extra is None else extra
        self.sent = sent


@dataclass(init=False, repr=False, eq=False)
class CommInfoRequest(Record):
    """Asks which comms are open.

    On shell, from the client. Since 5.1.
    """

    __slots__ = ("target_name", "extra", "sent")

    target_name: str | None
    """Only comms of this target are wanted."""
    extra: dict[str, Any]
    sent: Sent

    def __init__(
        self,
        target_name: str | None = None,
        extra: dict[str, Any] | None = None,
        sent: Sent = (),
    ) -> None:
        self.target_name = target_name
        self.extra = {} if extra is None else extra
        self.sent = sent


@dataclass(init=False, repr=False, eq=False)
class CommMsg(Record):
    """A message over a comm; both ends have agreed on what it means.

    On shell or iopub, from either side. Since 5.0.
    """

    __slots__ = ("comm_id", "data", "extra", "sent")

    comm_id: str
    """The comm's identity."""
    data: dict[str, Any]
    """Whatever the two ends say to each other."""
    extra: dict[str, Any]
    sent: Sent

    def __init__(
        self,
        comm_id: str,
        data: dict[str, Any] | None = None,
        extra: dict[str, Any] | None = None,
        sent: Sent = (),
    ) -> None:
        self.comm_id = comm_id
        self.data = {} if data is None else data
        self.extra = {} if extra is None else extra
        self.sent = sent


@dataclass(init=False, repr=False, eq=False)
class CommOpen(Record):
    """Opens a comm: the other side makes its end of it.

    On shell or iopub, from either side. Since 5.0.
    """

    __slots__ = ("comm_id", "target_name", "data", "extra", "sent")

    comm_id: str
    """The comm's identity, mostly a UUID, chosen by whoever opens it."""
    target_name: str
    """Who at the other side takes it; a side that knows no such target closes the comm at once."""
    data: dict[str, Any]
    """What the other end needs to begin."""
    extra: dict[str, Any]
    sent: Sent

    def __init__(
        self,
        comm_id: str,
        target_name: str,
        data: dict[str, Any] | None = None,
        extra: dict[str, Any] | None = None,
        sent: Sent = (),
    ) -> None:
        self.comm_id = comm_id
        self.target_name = target_name
        self.data = {} if data is None else data
        self.extra = {} if extra is None else extra
        self.sent = sent


@dataclass(init=False, repr=False, eq=False)
class CompleteReply(Record):
    """What the text at the cursor could become.

    On shell, from the kernel. Answers ``complete_request``. Since 5.0.
    """

    __slots__ = ("cursor_start", "cursor_end", "status", "matches", "metadata", "extra", "sent")

    cursor_start: int
    """Where the range to replace begins, in code points."""
    cursor_end: int
    """Where the range to replace ends, in code points; mostly the cursor_pos of the request."""
    status: Literal["ok"]
    """The request succeeded."""
    matches: list[str]
    """The texts that may replace the range, best first."""
    metadata: dict[str, Any]
    """More about the matches, for front-end plugins."""
    extra: dict[str, Any]
    sent: Sent

    def __init__(
        self,
        cursor_start: int,
        cursor_end: int,
        status: Literal["ok"] = "ok",
        matches: list[str] | None = None,
        metadata: dict[str, Any] | None = None,
        extra: dict[str, Any] | None = None,
        sent: Sent = (),
    ) -> None:
        self.cursor_start = cursor_start
        self.cursor_end = cursor_end
        self.status = status
        self.matches = [] if matches is None else matches
        self.metadata = {} if metadata is None else metadata
        self.extra = {} if extra is None else extra
        self.sent = sent


@dataclass(init=False, repr=False, eq=False)
class CompleteRequest(Record):
    """Asks how the text at the cursor could go on.

    On shell, from the client. Since 5.0.
    """

    __slots__ = ("code", "cursor_pos", "extra", "sent")

    code: str
    """The text around the cursor, up to a whole cell."""
    cursor_pos: int
    """The cursor's place in the code, in code points."""
    extra: dict[str, Any]
    sent: Sent

    def __init__(
        self,
        code: str,
        cursor_pos: int,
        extra: dict[str, Any] | None = None,
        sent: Sent = (),
    ) -> None:
        self.code = code
        self.cursor_pos = cursor_pos
        self.extra = {} if extra is None else extra
        self.sent = sent


@dataclass(init=False, repr=False, eq=False)
class ConnectReply(Record):
    """The ports on which the kernel listens; a channel that is not there does not run.

    On shell, from the kernel. Answers ``connect_request``. Since 5.0; deprecated since 5.1.
    """

    __slots__ = (
        "status",
        "shell_port",
        "iopub_port",
        "stdin_port",
        "hb_port",
        "control_port",
        "extra",
        "sent",
    )

    status: Literal["ok"]
    """The request succeeded."""
    shell_port: int | None
    """Port of the shell channel."""
    iopub_port: int | None
    """Port of the iopub channel."""
    stdin_port: int | None
    """Port of the stdin channel."""
    hb_port: int | None
    """Port of the heartbeat."""
    control_port: int | None
    """Port of the control channel."""
    extra: dict[str, Any]
    sent: Sent

    def __init__(
        self,
        status: Literal["ok"] = "ok",
        shell_port: int | None = None,
        iopub_port: int | None = None,
        stdin_port: int | None = None,
        hb_port: int | None = None,
        control_port: int | None = None,
        extra: dict[str, Any] | None = None,
        sent: Sent = (),
    ) -> None:
        self.status = status
        self.shell_port = shell_port
        self.iopub_port = iopub_port
        self.stdin_port = stdin_port
        self.hb_port = hb_port
        self.control_port = control_port
        self.extra = {} if extra is None else extra
        self.sent = sent


@dataclass(init=False, repr=False, eq=False)
class ConnectRequest(Record):
    """Asks on which ports the kernel listens.

    On shell, from the client. Since 5.0; deprecated since 5.1.
    """

    __slots__ = ("extra", "sent")

    extra: dict[str, Any]
    sent: Sent

    def __init__(
        self,
        extra: dict[str, Any] | None = None,
        sent: Sent = (),
    ) -> None:
        self.extra = {} if extra is None else extra
        self.sent = sent


@dataclass(init=False, repr=False, eq=False)
class CreateSubshellReply(Record):
    """The subshell is there.

    On control, from the kernel. Answers ``create_subshell_request``. Since 5.5.
    """

    __slots__ = ("subshell_id", "status", "extra", "sent")

    subshell_id: str
    """The new subshell's identity, unique within the kernel."""
    status: Literal["ok"]
    """The request succeeded."""
    extra: dict[str, Any]
    sent: Sent

    def __init__(
        self,
        subshell_id: str,
        status: Literal["ok"] = "ok",
        extra: dict[str, Any] | None = None,
        sent: Sent = (),
    ) -> None:
        self.subshell_id = subshell_id
        self.status = status
        self.extra = {} if extra is None else extra
        self.sent = sent


@dataclass(init=False, repr=False, eq=False)
class CreateSubshellRequest(Record):
    """Asks for a new subshell, a thread of its own for shell requests; for kernels with the feature
    'kernel subshells'.

    On control, from the client. Since 5.5.
    """

    __slots__ = ("extra", "sent")

    extra: dict[str, Any]
    sent: Sent

    def __init__(
        self,
        extra: dict[str, Any] | None = None,
        sent: Sent = (),
    ) -> None:
        self.extra = {} if extra is None else extra
        self.sent = sent


@dataclass(init=False, repr=False, eq=False)
class DebugEvent(Record):
    """Something happened in the debugger, in the words of the Debug Adapter Protocol.

    On iopub, from the kernel. Since 5.5.
    """

    __slots__ = ("seq", "event", "type", "body", "extra", "sent")

    seq: int
    """Number of this message among all that its sender sent."""
    event: str
    """What happened."""
    type: Literal["event"]
    """The kind of message."""
    body: Any | None
    """More about it: any JSON value."""
    extra: dict[str, Any]
    sent: Sent

    def __init__(
        self,
        seq: int,
        event: str,
        type: Literal["event"] = "event",
        body: Any | None = None,
        extra: dict[str, Any] | None = None,
        sent: Sent = (),
    ) -> None:
        self.seq = seq
        self.event = event
        self.type = type
        self.body = body
        self.extra = {} if extra is None else extra
        self.sent = sent


@dataclass(init=False, repr=False, eq=False)
class DebugReply(Record):
    """The debugger's response to a debug_request, in the words of the Debug Adapter Protocol: what
    tells success is its own field and not a status.

    On control, from the kernel. Answers ``debug_request``. Since 5.5.
    """

    __slots__ = (
        "seq",
        "request_seq",
        "success",
        "command",
        "type",
        "message",
        "body",
        "extra",
        "sent",
    )

    seq: int
    """Number of this message among all that its sender sent."""
    request_seq: int
    """The seq of the request."""
    success: bool
    """Whether the request succeeded."""
    command: str
    """The command of the request."""
    type: Literal["response"]
    """The kind of message."""
    message: str | None
    """What went wrong, in short, if the request failed."""
    body: Any | None
    """The result, or more about the failure: any JSON value."""
    extra: dict[str, Any]
    sent: Sent

    def __init__(
        self,
        seq: int,
        request_seq: int,
        success: bool,
        command: str,
        type: Literal["response"] = "response",
        message: str | None = None,
        body: Any | None = None,
        extra: dict[str, Any] | None = None,
        sent: Sent = (),
    ) -> None:
        self.seq = seq
        self.request_seq = request_seq
        self.success = success
        self.command = command
        self.type = type
        self.message = message
        self.body = body
        self.extra = {} if extra is None else extra
        self.sent = sent


@dataclass(init=False, repr=False, eq=False)
class DebugRequest(Record):
    """A request to the debugger, in the words of the Debug Adapter Protocol and of Jupyter's
    additions to it.

    On control, from the client. Since 5.5.
    """

    __slots__ = ("seq", "command", "type", "arguments", "extra", "sent")

    seq: int
    """Number of this message among all that its sender sent."""
    command: str
    """What is asked for."""
    type: Literal["request"]
    """The kind of message."""
    arguments: Any | None
    """What the command takes: any JSON value, an object for all known commands."""
    extra: dict[str, Any]
    sent: Sent

    def __init__(
        self,
        seq: int,
        command: str,
        type: Literal["request"] = "request",
        arguments: Any | None = None,
        extra: dict[str, Any] | None = None,
        sent: Sent = (),
    ) -> None:
        self.seq = seq
        self.command = command
        self.type = type
        self.arguments = arguments
        self.extra = {} if extra is None else extra
        self.sent = sent


@dataclass(init=False, repr=False, eq=False)
class DeleteSubshellReply(Record):
    """The subshell is gone.

    On control, from the kernel. Answers ``delete_subshell_request``. Since 5.5.
    """

    __slots__ = ("status", "extra", "sent")

    status: Literal["ok"]
    """The request succeeded."""
    extra: dict[str, Any]
    sent: Sent

    def __init__(
        self,
        status: Literal["ok"] = "ok",
        extra: dict[str, Any] | None = None,
        sent: Sent = (),
    ) -> None:
        self.status = status
        self.extra = {} if extra is None else extra
        self.sent = sent


@dataclass(init=False, repr=False, eq=False)
class DeleteSubshellRequest(Record):
    """Asks the kernel to end a subshell.

    On control, from the client. Since 5.5.
    """

    __slots__ = ("subshell_id", "extra", "sent")

    subshell_id: str
    """The subshell to end."""
    extra: dict[str, Any]
    sent: Sent

    def __init__(
        self,
        subshell_id: str,
        extra: dict[str, Any] | None = None,
        sent: Sent = (),
    ) -> None:
        self.subshell_id = subshell_id
        self.extra = {} if extra is None else extra
        self.sent = sent


@dataclass(init=False, repr=False, eq=False)
class DisplayData(Record):
    """Something to display, in several representations of which the front end picks.

    On iopub, from the kernel. Since 5.0.
    """

    __slots__ = ("data", "metadata", "transient", "extra", "sent")

    data: dict[str, Any]
    """The thing in several representations."""
    metadata: dict[str, Any]
    """More about the thing: keys for the whole, or an object under a MIME type for that
    representation (an image's width and height).
    """
    transient: Transient | None
    """What is not kept in documents, as the display's name. Since 5.1."""
    extra: dict[str, Any]
    sent: Sent

    def __init__(
        self,
        data: dict[str, Any] | None = None,
        metadata: dict[str, Any] | None = None,
        transient: Transient | None = None,
        extra: dict[str, Any] | None = None,
        sent: Sent = (),
    ) -> None:
        self.data = {} if data is None else data
        self.metadata = {} if metadata is None else metadata
        self.transient = transient
        self.extra = {} if extra is None else extra
        self.sent = sent


@dataclass(init=False, repr=False, eq=False)
class Error(Record):
    """The code that ran raised an exception.

    On iopub, from the kernel. Since 5.0.
    """

    __slots__ = ("ename", "evalue", "traceback", "extra", "sent")

    ename: str
    """Name of the exception."""
    evalue: str
    """Its message."""
    traceback: list[str]
    """Its traceback, a list of frames as text, which may hold terminal colour codes."""
    extra: dict[str, Any]
    sent: Sent

    def __init__(
        self,
        ename: str,
        evalue: str,
        traceback: list[str] | None = None,
        extra: dict[str, Any] | None = None,
        sent: Sent = (),
    ) -> None:
        self.ename = ename
        self.evalue = evalue
        self.traceback = [] if traceback is None else traceback
        self.extra = {} if extra is None else extra
        self.sent = sent


@dataclass(init=False, repr=False, eq=False)
class ErrorReply(Record):
    """The reply to any request that failed: what was raised.

    Since 5.0.
    """

    __slots__ = ("status", "ename", "evalue", "traceback", "execution_count", "extra", "sent")

    status: Literal["error"]
    """The request failed."""
    ename: str
    """Name of the exception."""
    evalue: str
    """Its message."""
    traceback: list[str]
    """Its traceback, a list of frames as text, which may hold terminal colour codes."""
    execution_count: int | None
    """The kernel's counter; in an execute_reply only, where it stands whatever the status."""
    extra: dict[str, Any]
    sent: Sent

    def __init__(
        self,
        status: Literal["error"] = "error",
        ename: str = "",
        evalue: str = "",
        traceback: list[str] | None = None,
        execution_count: int | None = None,
        extra: dict[str, Any] | None = None,
        sent: Sent = (),
    ) -> None:
        self.status = status
        self.ename = ename
        self.evalue = evalue
        self.traceback = [] if traceback is None else traceback
        self.execution_count = execution_count
        self.extra = {} if extra is None else extra
        self.sent = sent


@dataclass(init=False, repr=False, eq=False)
class ExecuteInput(Record):
    """Tells every client which code is being run.

    On iopub, from the kernel. Since 5.0.
    """

    __slots__ = ("code", "execution_count", "extra", "sent")

    code: str
    """The code as the execute_request brought it."""
    execution_count: int
    """The kernel's counter: the number of this run."""
    extra: dict[str, Any]
    sent: Sent

    def __init__(
        self,
        code: str,
        execution_count: int,
        extra: dict[str, Any] | None = None,
        sent: Sent = (),
    ) -> None:
        self.code = code
        self.execution_count = execution_count
        self.extra = {} if extra is None else extra
        self.sent = sent


@dataclass(init=False, repr=False, eq=False)
class ExecuteReply(Record):
    """The code ran to its end without an error.

    On shell, from the kernel. Answers ``execute_request``. Since 5.0.
    """

    __slots__ = ("execution_count", "status", "user_expressions", "payload", "extra", "sent")

    execution_count: int
    """The kernel's counter: the number of this run, or the current count if the run stored no
    history.
    """
    status: Literal["ok"]
    """The request succeeded."""
    user_expressions: dict[str, Any]
    """What each of the request's user_expressions came to, under the same names."""
    payload: list[dict[str, Any]] | None
    """Actions that the kernel asks of the front end; each is deprecated, an empty list asks nothing.
    """
    extra: dict[str, Any]
    sent: Sent

    def __init__(
        self,
        execution_count: int,
        status: Literal["ok"] = "ok",
        user_expressions: dict[str, Any] | None = None,
        payload: list[dict[str, Any]] | None = None,
        extra: dict[str, Any] | None = None,
        sent: Sent = (),
    ) -> None:
        self.execution_count = execution_count
        self.status = status
        self.user_expressions = {} if user_expressions is None else user_expressions
        self.payload = payload
        self.extra = {} if extra is None else extra
        self.sent = sent


@dataclass(init=False, repr=False, eq=False)
class ExecuteRequest(Record):
    """Asks the kernel to run code in the user's namespace.

    On shell, from the client. Since 5.0.
    """

    __slots__ = (
        "code",
        "silent",
        "store_history",
        "user_expressions",
        "allow_stdin",
        "stop_on_error",
        "extra",
        "sent",
    )

    code: str
    """The source code to run: any number of lines."""
    silent: bool
    """Whether to run as quietly as possible: nothing on iopub, no result, no history."""
    store_history: bool
    """Whether the code enters the history and counts; never when silent."""
    user_expressions: dict[str, str]
    """Expressions to evaluate after the code, under names of the client's choosing."""
    allow_stdin: bool
    """Whether the kernel may ask for input with input_request."""
    stop_on_error: bool
    """Whether an exception drops the requests that are queued behind this one."""
    extra: dict[str, Any]
    sent: Sent

    def __init__(
        self,
        code: str,
        silent: bool = False,
        store_history: bool = True,
        user_expressions: dict[str, str] | None = None,
        allow_stdin: bool = True,
        stop_on_error: bool = True,
        extra: dict[str, Any] | None = None,
        sent: Sent = (),
    ) -> None:
        self.code = code
        self.silent = silent
        self.store_history = store_history
        self.user_expressions = {} if user_expressions is None else user_expressions
        self.allow_stdin = allow_stdin
        self.stop_on_error = stop_on_error
        self.extra = {} if extra is None else extra
        self.sent = sent


@dataclass(init=False, repr=False, eq=False)
class ExecuteResult(Record):
    """The value of the code that ran: a display with a number.

    On iopub, from the kernel. Since 5.0.
    """

    __slots__ = ("execution_count", "data", "metadata", "transient", "extra", "sent")

    execution_count: int
    """The kernel's counter: the number of the run that brought this value."""
    data: dict[str, Any]
    """The thing in several representations, plain text among them."""
    metadata: dict[str, Any]
    """More about the thing: keys for the whole, or an object under a MIME type for that
    representation (an image's width and height).
    """
    transient: Transient | None
    """What is not kept in documents, as the display's name. Since 5.1."""
    extra: dict[str, Any]
    sent: Sent

    def __init__(
        self,
        execution_count: int,
        data: dict[str, Any] | None = None,
        metadata: dict[str, Any] | None = None,
        transient: Transient | None = None,
        extra: dict[str, Any] | None = None,
        sent: Sent = (),
    ) -> None:
        self.execution_count = execution_count
        self.data = {} if data is None else data
        self.metadata = {} if metadata is None else metadata
        self.transient = transient
        self.extra = {} if extra is None else extra
        self.sent = sent


@dataclass(init=False, repr=False, eq=False)
class Header(Record):
    """What a message is, who sent it and when.

    Since 5.0.
    """

    __slots__ = (
        "msg_id",
        "session",
        "username",
        "date",
        "msg_type",
        "version",
        "subshell_id",
        "extra",
        "sent",
    )

    msg_id: str
    """The message's identity, mostly a UUID: no two messages share one."""
    session: str
    """The sender's identity, mostly a UUID: one client process, or one life of a kernel."""
    username: str
    """Name of the user whose process sent it; may be empty."""
    date: str
    """When the message was made, ISO 8601."""
    msg_type: str
    """The type of the message, which says what its content is."""
    version: str
    """The version of this protocol that the sender speaks."""
    subshell_id: str | None
    """The subshell that is to handle this shell message; none or null for the main shell. Since 5.5.
    """
    extra: dict[str, Any]
    sent: Sent

    def __init__(
        self,
        msg_id: str,
        session: str,
        username: str,
        date: str,
        msg_type: str,
        version: str,
        subshell_id: str | None = None,
        extra: dict[str, Any] | None = None,
        sent: Sent = (),
    ) -> None:
        self.msg_id = msg_id
        self.session = session
        self.username = username
        self.date = date
        self.msg_type = msg_type
        self.version = version
        self.subshell_id = subshell_id
        self.extra = {} if extra is None else extra
        self.sent = sent


@dataclass(init=False, repr=False, eq=False)
class HelpLink(Record):
    """An entry for the help menu of a front end.

    Since 5.0.
    """

    __slots__ = ("text", "url", "extra", "sent")

    text: str
    """What the entry says."""
    url: str
    """Where it leads."""
    extra: dict[str, Any]
    sent: Sent

    def __init__(
        self,
        text: str,
        url: str,
        extra: dict[str, Any] | None = None,
        sent: Sent = (),
    ) -> None:
        self.text = text
        self.url = url
        self.extra = {} if extra is None else extra
        self.sent = sent


@dataclass(init=False, repr=False, eq=False)
class HistoryReply(Record):
    """The part of the history that was asked for.

    On shell, from the kernel. Answers ``history_request``. Since 5.0.
    """

    __slots__ = ("status", "history", "extra", "sent")

    status: Literal["ok"]
    """The request succeeded."""
    history: list[list[Any]]
    """The entries, oldest first."""
    extra: dict[str, Any]
    sent: Sent

    def __init__(
        self,
        status: Literal["ok"] = "ok",
        history: list[list[Any]] | None = None,
        extra: dict[str, Any] | None = None,
        sent: Sent = (),
    ) -> None:
        self.status = status
        self.history = [] if history is None else history
        self.extra = {} if extra is None else extra
        self.sent = sent


@dataclass(init=False, repr=False, eq=False)
class HistoryRequest(Record):
    """Asks for what was run before: a range of it, the end of it, or what matches a pattern.

    On shell, from the client. Since 5.0.
    """

    __slots__ = (
        "output",
        "raw",
        "hist_access_type",
        "unique",
        "session",
        "start",
        "stop",
        "n",
        "pattern",
        "extra",
        "sent",
    )

    output: bool
    """Whether outputs are wanted along with the inputs."""
    raw: bool
    """Whether inputs are wanted as typed, rather than as the kernel transformed them."""
    hist_access_type: str
    """Which way to select."""
    unique: bool
    """For search: whether to leave out repetitions."""
    session: int | None
    """For a range: the number of the session, counted up with every start of the kernel; a negative
    one counts back from the current session.
    """
    start: int | None
    """For a range: its first line (cell) in that session."""
    stop: int | None
    """For a range: the line where it ends."""
    n: int | None
    """For tail and search: how many entries, the last ones."""
    pattern: str | None
    """For search: a glob in which * and ? are wildcards."""
    extra: dict[str, Any]
    sent: Sent

    def __init__(
        self,
        output: bool,
        raw: bool,
        hist_access_type: str,
        unique: bool = False,
        session: int | None = None,
        start: int | None = None,
        stop: int | None = None,
        n: int | None = None,
        pattern: str | None = None,
        extra: dict[str, Any] | None = None,
        sent: Sent = (),
    ) -> None:
        self.output = output
        self.raw = raw
        self.hist_access_type = hist_access_type
        self.unique = unique
        self.session = session
        self.start = start
        self.stop = stop
        self.n = n
        self.pattern = pattern
        self.extra = {} if extra is None else extra
        self.sent = sent


@dataclass(init=False, repr=False, eq=False)
class InputReply(Record):
    """The line of input that the kernel asked for.

    On stdin, from the client. Answers ``input_request``. Since 5.0.
    """

    __slots__ = ("value", "extra", "sent")

    value: str
    """What was typed, without the line end."""
    extra: dict[str, Any]
    sent: Sent

    def __init__(
        self,
        value: str,
        extra: dict[str, Any] | None = None,
        sent: Sent = (),
    ) -> None:
        self.value = value
        self.extra = {} if extra is None else extra
        self.sent = sent


@dataclass(init=False, repr=False, eq=False)
class InputRequest(Record):
    """Asks the client that ran the code for a line of input.

    On stdin, from the kernel. Since 5.0.
    """

    __slots__ = ("prompt", "password", "extra", "sent")

    prompt: str
    """The text to show before the input."""
    password: bool
    """Whether a secret is asked for, which must not be shown."""
    extra: dict[str, Any]
    sent: Sent

    def __init__(
        self,
        prompt: str,
        password: bool,
        extra: dict[str, Any] | None = None,
        sent: Sent = (),
    ) -> None:
        self.prompt = prompt
        self.password = password
        self.extra = {} if extra is None else extra
        self.sent = sent


@dataclass(init=False, repr=False, eq=False)
class InspectReply(Record):
    """What is known about the thing at the cursor, ready to display.

    On shell, from the kernel. Answers ``inspect_request``. Since 5.0.
    """

    __slots__ = ("found", "status", "data", "metadata", "extra", "sent")

    found: bool
    """Whether there is anything to tell."""
    status: Literal["ok"]
    """The request succeeded, even if nothing was found."""
    data: dict[str, Any]
    """The findings in several representations; empty if there are none."""
    metadata: dict[str, Any]
    """More about the findings, in general or by MIME type."""
    extra: dict[str, Any]
    sent: Sent

    def __init__(
        self,
        found: bool,
        status: Literal["ok"] = "ok",
        data: dict[str, Any] | None = None,
        metadata: dict[str, Any] | None = None,
        extra: dict[str, Any] | None = None,
        sent: Sent = (),
    ) -> None:
        self.found = found
        self.status = status
        self.data = {} if data is None else data
        self.metadata = {} if metadata is None else metadata
        self.extra = {} if extra is None else extra
        self.sent = sent


@dataclass(init=False, repr=False, eq=False)
class InspectRequest(Record):
    """Asks what is known about the thing at the cursor.

    On shell, from the client. Since 5.0.
    """

    __slots__ = ("code", "cursor_pos", "detail_level", "extra", "sent")

    code: str
    """The text around the cursor, up to a whole cell."""
    cursor_pos: int
    """The cursor's place in the code, in code points."""
    detail_level: Literal[0, 1]
    """How much to tell: 0 for the usual, 1 for more (in IPython the source code). The difference is
    up to the kernel.
    """
    extra: dict[str, Any]
    sent: Sent

    def __init__(
        self,
        code: str,
        cursor_pos: int,
        detail_level: Literal[0, 1] = 0,
        extra: dict[str, Any] | None = None,
        sent: Sent = (),
    ) -> None:
        self.code = code
        self.cursor_pos = cursor_pos
        self.detail_level = detail_level
        self.extra = {} if extra is None else extra
        self.sent = sent


@dataclass(init=False, repr=False, eq=False)
class InterruptReply(Record):
    """The kernel was interrupted.

    On control, from the kernel. Answers ``interrupt_request``. Since 5.3.
    """

    __slots__ = ("status", "extra", "sent")

    status: Literal["ok"]
    """The request succeeded."""
    extra: dict[str, Any]
    sent: Sent

    def __init__(
        self,
        status: Literal["ok"] = "ok",
        extra: dict[str, Any] | None = None,
        sent: Sent = (),
    ) -> None:
        self.status = status
        self.extra = {} if extra is None else extra
        self.sent = sent


@dataclass(init=False, repr=False, eq=False)
class InterruptRequest(Record):
    """Asks the kernel to stop what it is running; sent to kernels whose kernelspec wants a message
    rather than a signal.

    On control, from the client. Since 5.3.
    """

    __slots__ = ("extra", "sent")

    extra: dict[str, Any]
    sent: Sent

    def __init__(
        self,
        extra: dict[str, Any] | None = None,
        sent: Sent = (),
    ) -> None:
        self.extra = {} if extra is None else extra
        self.sent = sent


@dataclass(init=False, repr=False, eq=False)
class IopubWelcome(Record):
    """Tells a subscriber that its subscription has arrived; it has no parent. Others' welcomes arrive
    too.

    On iopub, from the kernel. Since 5.5.
    """

    __slots__ = ("subscription", "extra", "sent")

    subscription: str
    """The topic that was subscribed to; empty for all of them."""
    extra: dict[str, Any]
    sent: Sent

    def __init__(
        self,
        subscription: str,
        extra: dict[str, Any] | None = None,
        sent: Sent = (),
    ) -> None:
        self.subscription = subscription
        self.extra = {} if extra is None else extra
        self.sent = sent


@dataclass(init=False, repr=False, eq=False)
class IsCompleteReply(Record):
    """Whether the code typed so far can run.

    On shell, from the kernel. Answers ``is_complete_request``. Since 5.0.
    """

    __slots__ = ("status", "indent", "extra", "sent")

    status: Literal["complete", "incomplete", "invalid", "unknown"]
    """It can run, it wants another line, it will never run (run it, so that the error shows), or the
    kernel cannot tell.
    """
    indent: str | None
    """When incomplete: a hint what the next line could start with."""
    extra: dict[str, Any]
    sent: Sent

    def __init__(
        self,
        status: Literal["complete", "incomplete", "invalid", "unknown"],
        indent: str | None = None,
        extra: dict[str, Any] | None = None,
        sent: Sent = (),
    ) -> None:
        self.status = status
        self.indent = indent
        self.extra = {} if extra is None else extra
        self.sent = sent


@dataclass(init=False, repr=False, eq=False)
class IsCompleteRequest(Record):
    """Asks whether the code typed so far can run, or whether a console should prompt for more.

    On shell, from the client. Since 5.0.
    """

    __slots__ = ("code", "extra", "sent")

    code: str
    """Everything typed so far."""
    extra: dict[str, Any]
    sent: Sent

    def __init__(
        self,
        code: str,
        extra: dict[str, Any] | None = None,
        sent: Sent = (),
    ) -> None:
        self.code = code
        self.extra = {} if extra is None else extra
        self.sent = sent


@dataclass(init=False, repr=False, eq=False)
class KernelInfoReply(Record):
    """What the kernel is and what it speaks.

    On shell or control, from the kernel. Answers ``kernel_info_request``. Since 5.0.
    """

    __slots__ = (
        "protocol_version",
        "implementation",
        "implementation_version",
        "language_info",
        "banner",
        "status",
        "help_links",
        "debugger",
        "supported_features",
        "extra",
        "sent",
    )

    protocol_version: str
    """The version of this protocol that the kernel speaks, major number first."""
    implementation: str
    """Name of the kernel's implementation."""
    implementation_version: str
    """Version of the kernel's implementation."""
    language_info: LanguageInfo
    """The programming language that the kernel runs."""
    banner: str
    """A greeting that a console may show."""
    status: Literal["ok"]
    """The request succeeded."""
    help_links: list[HelpLink] | None
    """Entries for the help menu of a front end."""
    debugger: bool | None
    """Whether the kernel has a debugger; 'debugger' among the supported_features says the same. Since
    5.5; deprecated since 5.5.
    """
    supported_features: list[str] | None
    """The optional parts of the protocol that the kernel has. Since 5.5."""
    extra: dict[str, Any]
    sent: Sent

    def __init__(
        self,
        protocol_version: str,
        implementation: str,
        implementation_version: str,
        language_info: LanguageInfo,
        banner: str,
        status: Literal["ok"] = "ok",
        help_links: list[HelpLink] | None = None,
        debugger: bool | None = None,
        supported_features: list[str] | None = None,
        extra: dict[str, Any] | None = None,
        sent: Sent = (),
    ) -> None:
        self.protocol_version = protocol_version
        self.implementation = implementation
        self.implementation_version = implementation_version
        self.language_info = language_info
        self.banner = banner
        self.status = status
        self.help_links = help_links
        self.debugger = debugger
        self.supported_features = supported_features
        self.extra = {} if extra is None else extra
        self.sent = sent


@dataclass(init=False, repr=False, eq=False)
class KernelInfoRequest(Record):
    """Asks what the kernel is and what it speaks.

    On shell or control, from the client. Since 5.0.
    """

    __slots__ = ("extra", "sent")

    extra: dict[str, Any]
    sent: Sent

    def __init__(
        self,
        extra: dict[str, Any] | None = None,
        sent: Sent = (),
    ) -> None:
        self.extra = {} if extra is None else extra
        self.sent = sent


@dataclass(init=False, repr=False, eq=False)
class LanguageInfo(Record):
    """The programming language that a kernel runs.

    Since 5.0.
    """

    __slots__ = (
        "name",
        "version",
        "mimetype",
        "file_extension",
        "pygments_lexer",
        "codemirror_mode",
        "nbconvert_exporter",
        "extra",
        "sent",
    )

    name: str
    """Name of the language."""
    version: str
    """Version of the language, as its own people write it."""
    mimetype: str
    """MIME type of a script in this language."""
    file_extension: str
    """Ending of a script's file name, dot included."""
    pygments_lexer: str | None
    """Name of the Pygments lexer, where it is not the language's name."""
    codemirror_mode: str | dict[str, Any] | None
    """CodeMirror mode, where it is not the language's name: its name, or a configuration object.
    """
    nbconvert_exporter: str | None
    """Name of the nbconvert exporter for notebooks in this language, where it is not the general
    script exporter.
    """
    extra: dict[str, Any]
    sent: Sent

    def __init__(
        self,
        name: str,
        version: str,
        mimetype: str,
        file_extension: str,
        pygments_lexer: str | None = None,
        codemirror_mode: str | dict[str, Any] | None = None,
        nbconvert_exporter: str | None = None,
        extra: dict[str, Any] | None = None,
        sent: Sent = (),
    ) -> None:
        self.name = name
        self.version = version
        self.mimetype = mimetype
        self.file_extension = file_extension
        self.pygments_lexer = pygments_lexer
        self.codemirror_mode = codemirror_mode
        self.nbconvert_exporter = nbconvert_exporter
        self.extra = {} if extra is None else extra
        self.sent = sent


@dataclass(init=False, repr=False, eq=False)
class ListSubshellReply(Record):
    """The subshells there are.

    On control, from the kernel. Answers ``list_subshell_request``. Since 5.5.
    """

    __slots__ = ("status", "subshell_id", "extra", "sent")

    status: Literal["ok"]
    """The request succeeded."""
    subshell_id: list[str]
    """The subshells' identities; the main shell is not among them."""
    extra: dict[str, Any]
    sent: Sent

    def __init__(
        self,
        status: Literal["ok"] = "ok",
        subshell_id: list[str] | None = None,
        extra: dict[str, Any] | None = None,
        sent: Sent = (),
    ) -> None:
        self.status = status
        self.subshell_id = [] if subshell_id is None else subshell_id
        self.extra = {} if extra is None else extra
        self.sent = sent


@dataclass(init=False, repr=False, eq=False)
class ListSubshellRequest(Record):
    """Asks which subshells there are.

    On control, from the client. Since 5.5.
    """

    __slots__ = ("extra", "sent")

    extra: dict[str, Any]
    sent: Sent

    def __init__(
        self,
        extra: dict[str, Any] | None = None,
        sent: Sent = (),
    ) -> None:
        self.extra = {} if extra is None else extra
        self.sent = sent


@dataclass(init=False, repr=False, eq=False)
class ShutdownReply(Record):
    """The kernel ends itself.

    On shell or control, from the kernel. Answers ``shutdown_request``. Since 5.0.
    """

    __slots__ = ("restart", "status", "extra", "sent")

    restart: bool
    """As in the request: whether the kernel will be started again."""
    status: Literal["ok"]
    """The request succeeded."""
    extra: dict[str, Any]
    sent: Sent

    def __init__(
        self,
        restart: bool,
        status: Literal["ok"] = "ok",
        extra: dict[str, Any] | None = None,
        sent: Sent = (),
    ) -> None:
        self.restart = restart
        self.status = status
        self.extra = {} if extra is None else extra
        self.sent = sent


@dataclass(init=False, repr=False, eq=False)
class ShutdownRequest(Record):
    """Asks the kernel to end itself.

    On shell or control, from the client. Since 5.0; deprecated since 5.4 on shell.
    """

    __slots__ = ("restart", "extra", "sent")

    restart: bool
    """Whether it will be started again; false if this is the end."""
    extra: dict[str, Any]
    sent: Sent

    def __init__(
        self,
        restart: bool,
        extra: dict[str, Any] | None = None,
        sent: Sent = (),
    ) -> None:
        self.restart = restart
        self.extra = {} if extra is None else extra
        self.sent = sent


@dataclass(init=False, repr=False, eq=False)
class Status(Record):
    """What the kernel is doing: busy before and idle after every request, starting once in its life.

    On iopub, from the kernel. Since 5.0.
    """

    __slots__ = ("execution_state", "extra", "sent")

    execution_state: str
    """At work on the request in the parent header, done with it and with all its output, or just
    started.
    """
    extra: dict[str, Any]
    sent: Sent

    def __init__(
        self,
        execution_state: str,
        extra: dict[str, Any] | None = None,
        sent: Sent = (),
    ) -> None:
        self.execution_state = execution_state
        self.extra = {} if extra is None else extra
        self.sent = sent


@dataclass(init=False, repr=False, eq=False)
class Stream(Record):
    """Text that the running code wrote to one of its standard streams.

    On iopub, from the kernel. Since 5.0.
    """

    __slots__ = ("name", "text", "extra", "sent")

    name: Literal["stdout", "stderr"]
    """Which stream the text was written to."""
    text: str
    """The text as written: any string, with or without line ends."""
    extra: dict[str, Any]
    sent: Sent

    def __init__(
        self,
        name: Literal["stdout", "stderr"],
        text: str,
        extra: dict[str, Any] | None = None,
        sent: Sent = (),
    ) -> None:
        self.name = name
        self.text = text
        self.extra = {} if extra is None else extra
        self.sent = sent


@dataclass(init=False, repr=False, eq=False)
class Transient(Record):
    """What matters about a display while the kernel lives, and is not kept in documents.

    Since 5.1.
    """

    __slots__ = ("display_id", "extra", "sent")

    display_id: str | None
    """Names the display, so that update_display_data can change it later."""
    extra: dict[str, Any]
    sent: Sent

    def __init__(
        self,
        display_id: str | None = None,
        extra: dict[str, Any] | None = None,
        sent: Sent = (),
    ) -> None:
        self.display_id = display_id
        self.extra = {} if extra is None else extra
        self.sent = sent


@dataclass(init=False, repr=False, eq=False)
class UpdateDisplayData(Record):
    """Changes what is on display under a display_id, wherever it is shown.

    On iopub, from the kernel. Since 5.1.
    """

    __slots__ = ("transient", "data", "metadata", "extra", "sent")

    transient: Transient
    """Names the display to change. Since 5.1."""
    data: dict[str, Any]
    """The thing in several representations."""
    metadata: dict[str, Any]
    """More about the thing: keys for the whole, or an object under a MIME type for that
    representation (an image's width and height).
    """
    extra: dict[str, Any]
    sent: Sent

    def __init__(
        self,
        transient: Transient,
        data: dict[str, Any] | None = None,
        metadata: dict[str, Any] | None = None,
        extra: dict[str, Any] | None = None,
        sent: Sent = (),
    ) -> None:
        self.transient = transient
        self.data = {} if data is None else data
        self.metadata = {} if metadata is None else metadata
        self.extra = {} if extra is None else extra
        self.sent = sent


Content: TypeAlias = (
    ClearOutput
    | CommClose
    | CommMsg
    | CommOpen
    | CompleteReply
    | ErrorReply
    | AbortedReply
    | CompleteRequest
    | ConnectReply
    | ConnectRequest
    | DisplayData
    | Error
    | ExecuteInput
    | ExecuteReply
    | ExecuteRequest
    | ExecuteResult
    | HistoryReply
    | HistoryRequest
    | InputReply
    | InputRequest
    | InspectReply
    | InspectRequest
    | IsCompleteReply
    | IsCompleteRequest
    | KernelInfoReply
    | KernelInfoRequest
    | ShutdownReply
    | ShutdownRequest
    | Status
    | Stream
    | CommInfoReply
    | CommInfoRequest
    | UpdateDisplayData
    | InterruptReply
    | InterruptRequest
    | CreateSubshellReply
    | CreateSubshellRequest
    | DebugEvent
    | DebugReply
    | DebugRequest
    | DeleteSubshellReply
    | DeleteSubshellRequest
    | IopubWelcome
    | ListSubshellReply
    | ListSubshellRequest
)
"""Any content that a message of a known type may have."""

ShellContent: TypeAlias = (
    CommClose
    | CommMsg
    | CommOpen
    | CompleteReply
    | ErrorReply
    | AbortedReply
    | CompleteRequest
    | ConnectReply
    | ConnectRequest
    | ExecuteReply
    | ExecuteRequest
    | HistoryReply
    | HistoryRequest
    | InspectReply
    | InspectRequest
    | IsCompleteReply
    | IsCompleteRequest
    | KernelInfoReply
    | KernelInfoRequest
    | ShutdownReply
    | ShutdownRequest
    | CommInfoReply
    | CommInfoRequest
)
"""Any content that travels on shell."""

ControlContent: TypeAlias = (
    KernelInfoReply
    | ErrorReply
    | AbortedReply
    | KernelInfoRequest
    | ShutdownReply
    | ShutdownRequest
    | InterruptReply
    | InterruptRequest
    | CreateSubshellReply
    | CreateSubshellRequest
    | DebugReply
    | DebugRequest
    | DeleteSubshellReply
    | DeleteSubshellRequest
    | ListSubshellReply
    | ListSubshellRequest
)
"""Any content that travels on control."""

StdinContent: TypeAlias = InputReply | InputRequest
"""Any content that travels on stdin."""

IopubContent: TypeAlias = (
    ClearOutput
    | CommClose
    | CommMsg
    | CommOpen
    | DisplayData
    | Error
    | ExecuteInput
    | ExecuteResult
    | Status
    | Stream
    | UpdateDisplayData
    | DebugEvent
    | IopubWelcome
)
"""Any content that travels on iopub."""
