# Generated from schemas/ by "make generate". Do not edit: change the schemas and run it again.
"""The contents of all message types, one dataclass each, and the shapes that they share."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias

from jupyter_messages.support import Sent


@dataclass(slots=True)
class AbortedReply:
    """The reply to a request that was dropped unprocessed, as those queued behind an error: a failure
    without a word about it.

    Since 5.0; deprecated since 5.1.
    """

    status: Literal["aborted"] = "aborted"
    """The request was dropped."""
    execution_count: int | None = None
    """The kernel's counter; in an execute_reply only, where it stands whatever the status."""
    extra: dict[str, Any] = field(default_factory=dict[str, Any])
    """Fields that this class does not know, as they came; they are written out again."""
    sent: Sent = field(default=(), repr=False, compare=False)
    """Where the message said a field otherwise than it reads (left it out, or null), so that it is written so again."""


@dataclass(slots=True)
class ClearOutput:
    """Takes away the output that is on display.

    On iopub, from the kernel. Since 5.0.
    """

    wait: bool
    """Whether to wait until there is new output to put in its place, so that nothing flickers."""
    extra: dict[str, Any] = field(default_factory=dict[str, Any])
    """Fields that this class does not know, as they came; they are written out again."""
    sent: Sent = field(default=(), repr=False, compare=False)
    """Where the message said a field otherwise than it reads (left it out, or null), so that it is written so again."""


@dataclass(slots=True)
class CommClose:
    """Closes a comm at both ends.

    On shell or iopub, from either side. Since 5.0.
    """

    comm_id: str
    """The comm's identity."""
    data: dict[str, Any]
    """Last words to the other end."""
    extra: dict[str, Any] = field(default_factory=dict[str, Any])
    """Fields that this class does not know, as they came; they are written out again."""
    sent: Sent = field(default=(), repr=False, compare=False)
    """Where the message said a field otherwise than it reads (left it out, or null), so that it is written so again."""


@dataclass(slots=True)
class CommInfo:
    """An open comm.

    Since 5.1.
    """

    target_name: str
    """The target that the comm was opened for."""
    extra: dict[str, Any] = field(default_factory=dict[str, Any])
    """Fields that this class does not know, as they came; they are written out again."""
    sent: Sent = field(default=(), repr=False, compare=False)
    """Where the message said a field otherwise than it reads (left it out, or null), so that it is written so again."""


@dataclass(slots=True)
class CommInfoReply:
    """The comms that are open.

    On shell, from the kernel. Answers ``comm_info_request``. Since 5.1.
    """

    comms: dict[str, CommInfo]
    """The comms by their comm_id."""
    status: Literal["ok"] = "ok"
    """The request succeeded."""
    extra: dict[str, Any] = field(default_factory=dict[str, Any])
    """Fields that this class does not know, as they came; they are written out again."""
    sent: Sent = field(default=(), repr=False, compare=False)
    """Where the message said a field otherwise than it reads (left it out, or null), so that it is written so again."""


@dataclass(slots=True)
class CommInfoRequest:
    """Asks which comms are open.

    On shell, from the client. Since 5.1.
    """

    target_name: str | None = None
    """Only comms of this target are wanted."""
    extra: dict[str, Any] = field(default_factory=dict[str, Any])
    """Fields that this class does not know, as they came; they are written out again."""
    sent: Sent = field(default=(), repr=False, compare=False)
    """Where the message said a field otherwise than it reads (left it out, or null), so that it is written so again."""


@dataclass(slots=True)
class CommMsg:
    """A message over a comm; both ends have agreed on what it means.

    On shell or iopub, from either side. Since 5.0.
    """

    comm_id: str
    """The comm's identity."""
    data: dict[str, Any]
    """Whatever the two ends say to each other."""
    extra: dict[str, Any] = field(default_factory=dict[str, Any])
    """Fields that this class does not know, as they came; they are written out again."""
    sent: Sent = field(default=(), repr=False, compare=False)
    """Where the message said a field otherwise than it reads (left it out, or null), so that it is written so again."""


@dataclass(slots=True)
class CommOpen:
    """Opens a comm: the other side makes its end of it.

    On shell or iopub, from either side. Since 5.0.
    """

    comm_id: str
    """The comm's identity, mostly a UUID, chosen by whoever opens it."""
    target_name: str
    """Who at the other side takes it; a side that knows no such target closes the comm at once."""
    data: dict[str, Any]
    """What the other end needs to begin."""
    extra: dict[str, Any] = field(default_factory=dict[str, Any])
    """Fields that this class does not know, as they came; they are written out again."""
    sent: Sent = field(default=(), repr=False, compare=False)
    """Where the message said a field otherwise than it reads (left it out, or null), so that it is written so again."""


@dataclass(slots=True)
class CompleteReply:
    """What the text at the cursor could become.

    On shell, from the kernel. Answers ``complete_request``. Since 5.0.
    """

    matches: list[str]
    """The texts that may replace the range, best first."""
    cursor_start: int
    """Where the range to replace begins, in code points."""
    cursor_end: int
    """Where the range to replace ends, in code points; mostly the cursor_pos of the request."""
    metadata: dict[str, Any]
    """More about the matches, for front-end plugins."""
    status: Literal["ok"] = "ok"
    """The request succeeded."""
    extra: dict[str, Any] = field(default_factory=dict[str, Any])
    """Fields that this class does not know, as they came; they are written out again."""
    sent: Sent = field(default=(), repr=False, compare=False)
    """Where the message said a field otherwise than it reads (left it out, or null), so that it is written so again."""


@dataclass(slots=True)
class CompleteRequest:
    """Asks how the text at the cursor could go on.

    On shell, from the client. Since 5.0.
    """

    code: str
    """The text around the cursor, up to a whole cell."""
    cursor_pos: int
    """The cursor's place in the code, in code points."""
    extra: dict[str, Any] = field(default_factory=dict[str, Any])
    """Fields that this class does not know, as they came; they are written out again."""
    sent: Sent = field(default=(), repr=False, compare=False)
    """Where the message said a field otherwise than it reads (left it out, or null), so that it is written so again."""


@dataclass(slots=True)
class ConnectReply:
    """The ports on which the kernel listens; a channel that is not there does not run.

    On shell, from the kernel. Answers ``connect_request``. Since 5.0; deprecated since 5.1.
    """

    status: Literal["ok"] = "ok"
    """The request succeeded."""
    shell_port: int | None = None
    """Port of the shell channel."""
    iopub_port: int | None = None
    """Port of the iopub channel."""
    stdin_port: int | None = None
    """Port of the stdin channel."""
    hb_port: int | None = None
    """Port of the heartbeat."""
    control_port: int | None = None
    """Port of the control channel."""
    extra: dict[str, Any] = field(default_factory=dict[str, Any])
    """Fields that this class does not know, as they came; they are written out again."""
    sent: Sent = field(default=(), repr=False, compare=False)
    """Where the message said a field otherwise than it reads (left it out, or null), so that it is written so again."""


@dataclass(slots=True)
class ConnectRequest:
    """Asks on which ports the kernel listens.

    On shell, from the client. Since 5.0; deprecated since 5.1.
    """

    extra: dict[str, Any] = field(default_factory=dict[str, Any])
    """Fields that this class does not know, as they came; they are written out again."""
    sent: Sent = field(default=(), repr=False, compare=False)
    """Where the message said a field otherwise than it reads (left it out, or null), so that it is written so again."""


@dataclass(slots=True)
class CreateSubshellReply:
    """The subshell is there.

    On control, from the kernel. Answers ``create_subshell_request``. Since 5.5.
    """

    subshell_id: str
    """The new subshell's identity, unique within the kernel."""
    status: Literal["ok"] = "ok"
    """The request succeeded."""
    extra: dict[str, Any] = field(default_factory=dict[str, Any])
    """Fields that this class does not know, as they came; they are written out again."""
    sent: Sent = field(default=(), repr=False, compare=False)
    """Where the message said a field otherwise than it reads (left it out, or null), so that it is written so again."""


@dataclass(slots=True)
class CreateSubshellRequest:
    """Asks for a new subshell, a thread of its own for shell requests; for kernels with the feature
    'kernel subshells'.

    On control, from the client. Since 5.5.
    """

    extra: dict[str, Any] = field(default_factory=dict[str, Any])
    """Fields that this class does not know, as they came; they are written out again."""
    sent: Sent = field(default=(), repr=False, compare=False)
    """Where the message said a field otherwise than it reads (left it out, or null), so that it is written so again."""


@dataclass(slots=True)
class DebugEvent:
    """Something happened in the debugger, in the words of the Debug Adapter Protocol.

    On iopub, from the kernel. Since 5.5.
    """

    seq: int
    """Number of this message among all that its sender sent."""
    event: str
    """What happened."""
    type: Literal["event"] = "event"
    """The kind of message."""
    body: Any | None = None
    """More about it: any JSON value."""
    extra: dict[str, Any] = field(default_factory=dict[str, Any])
    """Fields that this class does not know, as they came; they are written out again."""
    sent: Sent = field(default=(), repr=False, compare=False)
    """Where the message said a field otherwise than it reads (left it out, or null), so that it is written so again."""


@dataclass(slots=True)
class DebugReply:
    """The debugger's response to a debug_request, in the words of the Debug Adapter Protocol: what
    tells success is its own field and not a status.

    On control, from the kernel. Answers ``debug_request``. Since 5.5.
    """

    seq: int
    """Number of this message among all that its sender sent."""
    request_seq: int
    """The seq of the request."""
    success: bool
    """Whether the request succeeded."""
    command: str
    """The command of the request."""
    type: Literal["response"] = "response"
    """The kind of message."""
    message: str | None = None
    """What went wrong, in short, if the request failed."""
    body: Any | None = None
    """The result, or more about the failure: any JSON value."""
    extra: dict[str, Any] = field(default_factory=dict[str, Any])
    """Fields that this class does not know, as they came; they are written out again."""
    sent: Sent = field(default=(), repr=False, compare=False)
    """Where the message said a field otherwise than it reads (left it out, or null), so that it is written so again."""


@dataclass(slots=True)
class DebugRequest:
    """A request to the debugger, in the words of the Debug Adapter Protocol and of Jupyter's
    additions to it.

    On control, from the client. Since 5.5.
    """

    seq: int
    """Number of this message among all that its sender sent."""
    command: str
    """What is asked for."""
    type: Literal["request"] = "request"
    """The kind of message."""
    arguments: Any | None = None
    """What the command takes: any JSON value, an object for all known commands."""
    extra: dict[str, Any] = field(default_factory=dict[str, Any])
    """Fields that this class does not know, as they came; they are written out again."""
    sent: Sent = field(default=(), repr=False, compare=False)
    """Where the message said a field otherwise than it reads (left it out, or null), so that it is written so again."""


@dataclass(slots=True)
class DeleteSubshellReply:
    """The subshell is gone.

    On control, from the kernel. Answers ``delete_subshell_request``. Since 5.5.
    """

    status: Literal["ok"] = "ok"
    """The request succeeded."""
    extra: dict[str, Any] = field(default_factory=dict[str, Any])
    """Fields that this class does not know, as they came; they are written out again."""
    sent: Sent = field(default=(), repr=False, compare=False)
    """Where the message said a field otherwise than it reads (left it out, or null), so that it is written so again."""


@dataclass(slots=True)
class DeleteSubshellRequest:
    """Asks the kernel to end a subshell.

    On control, from the client. Since 5.5.
    """

    subshell_id: str
    """The subshell to end."""
    extra: dict[str, Any] = field(default_factory=dict[str, Any])
    """Fields that this class does not know, as they came; they are written out again."""
    sent: Sent = field(default=(), repr=False, compare=False)
    """Where the message said a field otherwise than it reads (left it out, or null), so that it is written so again."""


@dataclass(slots=True)
class DisplayData:
    """Something to display, in several representations of which the front end picks.

    On iopub, from the kernel. Since 5.0.
    """

    data: dict[str, Any]
    """The thing in several representations."""
    metadata: dict[str, Any]
    """More about the thing: keys for the whole, or an object under a MIME type for that
    representation (an image's width and height).
    """
    transient: Transient | None = None
    """What is not kept in documents, as the display's name. Since 5.1."""
    extra: dict[str, Any] = field(default_factory=dict[str, Any])
    """Fields that this class does not know, as they came; they are written out again."""
    sent: Sent = field(default=(), repr=False, compare=False)
    """Where the message said a field otherwise than it reads (left it out, or null), so that it is written so again."""


@dataclass(slots=True)
class Error:
    """The code that ran raised an exception.

    On iopub, from the kernel. Since 5.0.
    """

    ename: str
    """Name of the exception."""
    evalue: str
    """Its message."""
    traceback: list[str]
    """Its traceback, a list of frames as text, which may hold terminal colour codes."""
    extra: dict[str, Any] = field(default_factory=dict[str, Any])
    """Fields that this class does not know, as they came; they are written out again."""
    sent: Sent = field(default=(), repr=False, compare=False)
    """Where the message said a field otherwise than it reads (left it out, or null), so that it is written so again."""


@dataclass(slots=True)
class ErrorReply:
    """The reply to any request that failed: what was raised.

    Since 5.0.
    """

    status: Literal["error"] = "error"
    """The request failed."""
    ename: str = ""
    """Name of the exception."""
    evalue: str = ""
    """Its message."""
    traceback: list[str] = field(default_factory=list[str])
    """Its traceback, a list of frames as text, which may hold terminal colour codes."""
    execution_count: int | None = None
    """The kernel's counter; in an execute_reply only, where it stands whatever the status."""
    extra: dict[str, Any] = field(default_factory=dict[str, Any])
    """Fields that this class does not know, as they came; they are written out again."""
    sent: Sent = field(default=(), repr=False, compare=False)
    """Where the message said a field otherwise than it reads (left it out, or null), so that it is written so again."""


@dataclass(slots=True)
class ExecuteInput:
    """Tells every client which code is being run.

    On iopub, from the kernel. Since 5.0.
    """

    code: str
    """The code as the execute_request brought it."""
    execution_count: int
    """The kernel's counter: the number of this run."""
    extra: dict[str, Any] = field(default_factory=dict[str, Any])
    """Fields that this class does not know, as they came; they are written out again."""
    sent: Sent = field(default=(), repr=False, compare=False)
    """Where the message said a field otherwise than it reads (left it out, or null), so that it is written so again."""


@dataclass(slots=True)
class ExecuteReply:
    """The code ran to its end without an error.

    On shell, from the kernel. Answers ``execute_request``. Since 5.0.
    """

    execution_count: int
    """The kernel's counter: the number of this run, or the current count if the run stored no
    history.
    """
    user_expressions: dict[str, Any]
    """What each of the request's user_expressions came to, under the same names."""
    status: Literal["ok"] = "ok"
    """The request succeeded."""
    payload: list[dict[str, Any]] | None = None
    """Actions that the kernel asks of the front end. Deprecated since 5.0."""
    extra: dict[str, Any] = field(default_factory=dict[str, Any])
    """Fields that this class does not know, as they came; they are written out again."""
    sent: Sent = field(default=(), repr=False, compare=False)
    """Where the message said a field otherwise than it reads (left it out, or null), so that it is written so again."""


@dataclass(slots=True)
class ExecuteRequest:
    """Asks the kernel to run code in the user's namespace.

    On shell, from the client. Since 5.0.
    """

    code: str
    """The source code to run: any number of lines."""
    user_expressions: dict[str, str]
    """Expressions to evaluate after the code, under names of the client's choosing."""
    silent: bool = False
    """Whether to run as quietly as possible: nothing on iopub, no result, no history."""
    store_history: bool = True
    """Whether the code enters the history and counts; never when silent."""
    allow_stdin: bool = True
    """Whether the kernel may ask for input with input_request."""
    stop_on_error: bool = True
    """Whether an exception drops the requests that are queued behind this one."""
    extra: dict[str, Any] = field(default_factory=dict[str, Any])
    """Fields that this class does not know, as they came; they are written out again."""
    sent: Sent = field(default=(), repr=False, compare=False)
    """Where the message said a field otherwise than it reads (left it out, or null), so that it is written so again."""


@dataclass(slots=True)
class ExecuteResult:
    """The value of the code that ran: a display with a number.

    On iopub, from the kernel. Since 5.0.
    """

    data: dict[str, Any]
    """The thing in several representations."""
    metadata: dict[str, Any]
    """More about the thing: keys for the whole, or an object under a MIME type for that
    representation (an image's width and height).
    """
    execution_count: int
    """The kernel's counter: the number of the run that brought this value."""
    transient: Transient | None = None
    """What is not kept in documents, as the display's name. Since 5.1."""
    extra: dict[str, Any] = field(default_factory=dict[str, Any])
    """Fields that this class does not know, as they came; they are written out again."""
    sent: Sent = field(default=(), repr=False, compare=False)
    """Where the message said a field otherwise than it reads (left it out, or null), so that it is written so again."""


@dataclass(slots=True)
class Header:
    """What a message is, who sent it and when.

    Since 5.0.
    """

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
    subshell_id: str | None = None
    """The subshell that is to handle this shell message; none or null for the main shell. Since 5.5.
    """
    extra: dict[str, Any] = field(default_factory=dict[str, Any])
    """Fields that this class does not know, as they came; they are written out again."""
    sent: Sent = field(default=(), repr=False, compare=False)
    """Where the message said a field otherwise than it reads (left it out, or null), so that it is written so again."""


@dataclass(slots=True)
class HelpLink:
    """An entry for the help menu of a front end.

    Since 5.0.
    """

    text: str
    """What the entry says."""
    url: str
    """Where it leads."""
    extra: dict[str, Any] = field(default_factory=dict[str, Any])
    """Fields that this class does not know, as they came; they are written out again."""
    sent: Sent = field(default=(), repr=False, compare=False)
    """Where the message said a field otherwise than it reads (left it out, or null), so that it is written so again."""


@dataclass(slots=True)
class HistoryReply:
    """The part of the history that was asked for.

    On shell, from the kernel. Answers ``history_request``. Since 5.0.
    """

    history: list[list[Any]]
    """The entries, oldest first."""
    status: Literal["ok"] = "ok"
    """The request succeeded."""
    extra: dict[str, Any] = field(default_factory=dict[str, Any])
    """Fields that this class does not know, as they came; they are written out again."""
    sent: Sent = field(default=(), repr=False, compare=False)
    """Where the message said a field otherwise than it reads (left it out, or null), so that it is written so again."""


@dataclass(slots=True)
class HistoryRequest:
    """Asks for what was run before: a range of it, the end of it, or what matches a pattern.

    On shell, from the client. Since 5.0.
    """

    output: bool
    """Whether outputs are wanted along with the inputs."""
    raw: bool
    """Whether inputs are wanted as typed, rather than as the kernel transformed them."""
    hist_access_type: str
    """Which way to select."""
    unique: bool = False
    """For search: whether to leave out repetitions."""
    session: int | None = None
    """For a range: the number of the session, counted up with every start of the kernel; a negative
    one counts back from the current session.
    """
    start: int | None = None
    """For a range: its first line (cell) in that session."""
    stop: int | None = None
    """For a range: the line where it ends."""
    n: int | None = None
    """For tail and search: how many entries, the last ones."""
    pattern: str | None = None
    """For search: a glob in which * and ? are wildcards."""
    extra: dict[str, Any] = field(default_factory=dict[str, Any])
    """Fields that this class does not know, as they came; they are written out again."""
    sent: Sent = field(default=(), repr=False, compare=False)
    """Where the message said a field otherwise than it reads (left it out, or null), so that it is written so again."""


@dataclass(slots=True)
class InputReply:
    """The line of input that the kernel asked for.

    On stdin, from the client. Answers ``input_request``. Since 5.0.
    """

    value: str
    """What was typed, without the line end."""
    extra: dict[str, Any] = field(default_factory=dict[str, Any])
    """Fields that this class does not know, as they came; they are written out again."""
    sent: Sent = field(default=(), repr=False, compare=False)
    """Where the message said a field otherwise than it reads (left it out, or null), so that it is written so again."""


@dataclass(slots=True)
class InputRequest:
    """Asks the client that ran the code for a line of input.

    On stdin, from the kernel. Since 5.0.
    """

    prompt: str
    """The text to show before the input."""
    password: bool
    """Whether a secret is asked for, which must not be shown."""
    extra: dict[str, Any] = field(default_factory=dict[str, Any])
    """Fields that this class does not know, as they came; they are written out again."""
    sent: Sent = field(default=(), repr=False, compare=False)
    """Where the message said a field otherwise than it reads (left it out, or null), so that it is written so again."""


@dataclass(slots=True)
class InspectReply:
    """What is known about the thing at the cursor, ready to display.

    On shell, from the kernel. Answers ``inspect_request``. Since 5.0.
    """

    found: bool
    """Whether there is anything to tell."""
    data: dict[str, Any]
    """The findings in several representations; empty if there are none."""
    metadata: dict[str, Any]
    """More about the findings, in general or by MIME type."""
    status: Literal["ok"] = "ok"
    """The request succeeded, even if nothing was found."""
    extra: dict[str, Any] = field(default_factory=dict[str, Any])
    """Fields that this class does not know, as they came; they are written out again."""
    sent: Sent = field(default=(), repr=False, compare=False)
    """Where the message said a field otherwise than it reads (left it out, or null), so that it is written so again."""


@dataclass(slots=True)
class InspectRequest:
    """Asks what is known about the thing at the cursor.

    On shell, from the client. Since 5.0.
    """

    code: str
    """The text around the cursor, up to a whole cell."""
    cursor_pos: int
    """The cursor's place in the code, in code points."""
    detail_level: Literal[0, 1] = 0
    """How much to tell: 0 for the usual, 1 for more (in IPython the source code). The difference is
    up to the kernel.
    """
    extra: dict[str, Any] = field(default_factory=dict[str, Any])
    """Fields that this class does not know, as they came; they are written out again."""
    sent: Sent = field(default=(), repr=False, compare=False)
    """Where the message said a field otherwise than it reads (left it out, or null), so that it is written so again."""


@dataclass(slots=True)
class InterruptReply:
    """The kernel was interrupted.

    On control, from the kernel. Answers ``interrupt_request``. Since 5.3.
    """

    status: Literal["ok"] = "ok"
    """The request succeeded."""
    extra: dict[str, Any] = field(default_factory=dict[str, Any])
    """Fields that this class does not know, as they came; they are written out again."""
    sent: Sent = field(default=(), repr=False, compare=False)
    """Where the message said a field otherwise than it reads (left it out, or null), so that it is written so again."""


@dataclass(slots=True)
class InterruptRequest:
    """Asks the kernel to stop what it is running; sent to kernels whose kernelspec wants a message
    rather than a signal.

    On control, from the client. Since 5.3.
    """

    extra: dict[str, Any] = field(default_factory=dict[str, Any])
    """Fields that this class does not know, as they came; they are written out again."""
    sent: Sent = field(default=(), repr=False, compare=False)
    """Where the message said a field otherwise than it reads (left it out, or null), so that it is written so again."""


@dataclass(slots=True)
class IopubWelcome:
    """Tells a subscriber that its subscription has arrived; it has no parent. Others' welcomes arrive
    too.

    On iopub, from the kernel. Since 5.5.
    """

    subscription: str
    """The topic that was subscribed to; empty for all of them."""
    extra: dict[str, Any] = field(default_factory=dict[str, Any])
    """Fields that this class does not know, as they came; they are written out again."""
    sent: Sent = field(default=(), repr=False, compare=False)
    """Where the message said a field otherwise than it reads (left it out, or null), so that it is written so again."""


@dataclass(slots=True)
class IsCompleteReply:
    """Whether the code typed so far can run.

    On shell, from the kernel. Answers ``is_complete_request``. Since 5.0.
    """

    status: Literal["complete", "incomplete", "invalid", "unknown"]
    """It can run, it wants another line, it will never run (run it, so that the error shows), or the
    kernel cannot tell.
    """
    indent: str | None = None
    """When incomplete: a hint what the next line could start with."""
    extra: dict[str, Any] = field(default_factory=dict[str, Any])
    """Fields that this class does not know, as they came; they are written out again."""
    sent: Sent = field(default=(), repr=False, compare=False)
    """Where the message said a field otherwise than it reads (left it out, or null), so that it is written so again."""


@dataclass(slots=True)
class IsCompleteRequest:
    """Asks whether the code typed so far can run, or whether a console should prompt for more.

    On shell, from the client. Since 5.0.
    """

    code: str
    """Everything typed so far."""
    extra: dict[str, Any] = field(default_factory=dict[str, Any])
    """Fields that this class does not know, as they came; they are written out again."""
    sent: Sent = field(default=(), repr=False, compare=False)
    """Where the message said a field otherwise than it reads (left it out, or null), so that it is written so again."""


@dataclass(slots=True)
class KernelInfoReply:
    """What the kernel is and what it speaks.

    On shell or control, from the kernel. Answers ``kernel_info_request``. Since 5.0.
    """

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
    status: Literal["ok"] = "ok"
    """The request succeeded."""
    help_links: list[HelpLink] | None = None
    """Entries for the help menu of a front end."""
    debugger: bool | None = None
    """Whether the kernel has a debugger; 'debugger' among the supported_features says the same. Since
    5.5; deprecated since 5.5.
    """
    supported_features: list[str] | None = None
    """The optional parts of the protocol that the kernel has. Since 5.5."""
    extra: dict[str, Any] = field(default_factory=dict[str, Any])
    """Fields that this class does not know, as they came; they are written out again."""
    sent: Sent = field(default=(), repr=False, compare=False)
    """Where the message said a field otherwise than it reads (left it out, or null), so that it is written so again."""


@dataclass(slots=True)
class KernelInfoRequest:
    """Asks what the kernel is and what it speaks.

    On shell or control, from the client. Since 5.0.
    """

    extra: dict[str, Any] = field(default_factory=dict[str, Any])
    """Fields that this class does not know, as they came; they are written out again."""
    sent: Sent = field(default=(), repr=False, compare=False)
    """Where the message said a field otherwise than it reads (left it out, or null), so that it is written so again."""


@dataclass(slots=True)
class LanguageInfo:
    """The programming language that a kernel runs.

    Since 5.0.
    """

    name: str
    """Name of the language."""
    version: str
    """Version of the language, as its own people write it."""
    mimetype: str
    """MIME type of a script in this language."""
    file_extension: str
    """Ending of a script's file name, dot included."""
    pygments_lexer: str | None = None
    """Name of the Pygments lexer, where it is not the language's name."""
    codemirror_mode: str | dict[str, Any] | None = None
    """CodeMirror mode, where it is not the language's name: its name, or a configuration object.
    """
    nbconvert_exporter: str | None = None
    """Name of the nbconvert exporter for notebooks in this language, where it is not the general
    script exporter.
    """
    extra: dict[str, Any] = field(default_factory=dict[str, Any])
    """Fields that this class does not know, as they came; they are written out again."""
    sent: Sent = field(default=(), repr=False, compare=False)
    """Where the message said a field otherwise than it reads (left it out, or null), so that it is written so again."""


@dataclass(slots=True)
class ListSubshellReply:
    """The subshells there are.

    On control, from the kernel. Answers ``list_subshell_request``. Since 5.5.
    """

    subshell_id: list[str]
    """The subshells' identities; the main shell is not among them."""
    status: Literal["ok"] = "ok"
    """The request succeeded."""
    extra: dict[str, Any] = field(default_factory=dict[str, Any])
    """Fields that this class does not know, as they came; they are written out again."""
    sent: Sent = field(default=(), repr=False, compare=False)
    """Where the message said a field otherwise than it reads (left it out, or null), so that it is written so again."""


@dataclass(slots=True)
class ListSubshellRequest:
    """Asks which subshells there are.

    On control, from the client. Since 5.5.
    """

    extra: dict[str, Any] = field(default_factory=dict[str, Any])
    """Fields that this class does not know, as they came; they are written out again."""
    sent: Sent = field(default=(), repr=False, compare=False)
    """Where the message said a field otherwise than it reads (left it out, or null), so that it is written so again."""


@dataclass(slots=True)
class ShutdownReply:
    """The kernel ends itself.

    On shell or control, from the kernel. Answers ``shutdown_request``. Since 5.0.
    """

    restart: bool
    """As in the request: whether the kernel will be started again."""
    status: Literal["ok"] = "ok"
    """The request succeeded."""
    extra: dict[str, Any] = field(default_factory=dict[str, Any])
    """Fields that this class does not know, as they came; they are written out again."""
    sent: Sent = field(default=(), repr=False, compare=False)
    """Where the message said a field otherwise than it reads (left it out, or null), so that it is written so again."""


@dataclass(slots=True)
class ShutdownRequest:
    """Asks the kernel to end itself.

    On shell or control, from the client. Since 5.0; deprecated since 5.4 on shell.
    """

    restart: bool
    """Whether it will be started again; false if this is the end."""
    extra: dict[str, Any] = field(default_factory=dict[str, Any])
    """Fields that this class does not know, as they came; they are written out again."""
    sent: Sent = field(default=(), repr=False, compare=False)
    """Where the message said a field otherwise than it reads (left it out, or null), so that it is written so again."""


@dataclass(slots=True)
class Status:
    """What the kernel is doing: busy before and idle after every request, starting once in its life.

    On iopub, from the kernel. Since 5.0.
    """

    execution_state: str
    """At work on the request in the parent header, done with it and with all its output, or just
    started.
    """
    extra: dict[str, Any] = field(default_factory=dict[str, Any])
    """Fields that this class does not know, as they came; they are written out again."""
    sent: Sent = field(default=(), repr=False, compare=False)
    """Where the message said a field otherwise than it reads (left it out, or null), so that it is written so again."""


@dataclass(slots=True)
class Stream:
    """Text that the running code wrote to one of its standard streams.

    On iopub, from the kernel. Since 5.0.
    """

    name: Literal["stdout", "stderr"]
    """Which stream the text was written to."""
    text: str
    """The text as written: any string, with or without line ends."""
    extra: dict[str, Any] = field(default_factory=dict[str, Any])
    """Fields that this class does not know, as they came; they are written out again."""
    sent: Sent = field(default=(), repr=False, compare=False)
    """Where the message said a field otherwise than it reads (left it out, or null), so that it is written so again."""


@dataclass(slots=True)
class Transient:
    """What matters about a display while the kernel lives, and is not kept in documents.

    Since 5.1.
    """

    display_id: str | None = None
    """Names the display, so that update_display_data can change it later."""
    extra: dict[str, Any] = field(default_factory=dict[str, Any])
    """Fields that this class does not know, as they came; they are written out again."""
    sent: Sent = field(default=(), repr=False, compare=False)
    """Where the message said a field otherwise than it reads (left it out, or null), so that it is written so again."""


@dataclass(slots=True)
class UpdateDisplayData:
    """Changes what is on display under a display_id, wherever it is shown.

    On iopub, from the kernel. Since 5.1.
    """

    data: dict[str, Any]
    """The thing in several representations."""
    metadata: dict[str, Any]
    """More about the thing: keys for the whole, or an object under a MIME type for that
    representation (an image's width and height).
    """
    transient: Transient
    """Names the display to change. Since 5.1."""
    extra: dict[str, Any] = field(default_factory=dict[str, Any])
    """Fields that this class does not know, as they came; they are written out again."""
    sent: Sent = field(default=(), repr=False, compare=False)
    """Where the message said a field otherwise than it reads (left it out, or null), so that it is written so again."""


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
