# Generated from schemas/ by "make generate". Do not edit: change the schemas and run it again.
"""What is not a message: files, execution payloads and the debugger's bodies, one dataclass each."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

from jupyter_messages.support import Sent


@dataclass(slots=True)
class AskExitPayload:
    """Asks a console to ask its user whether to leave.

    Since 5.0; deprecated since 5.0.
    """

    keepkernel: bool
    """Whether only the client goes and the kernel stays."""
    source: Literal["ask_exit"] = "ask_exit"
    """The kind of action."""
    extra: dict[str, Any] = field(default_factory=dict[str, Any])
    """Fields that this class does not know, as they came; they are written out again."""
    sent: Sent = field(default=(), repr=False, compare=False)
    """Where the message said a field otherwise than it reads (left it out, or null), so that it is written so again."""


@dataclass(slots=True)
class ConnectionFile:
    """Where a kernel listens and how its messages are signed: the file that a kernel is started with.
    For its owner's eyes only.

    Since 5.0.
    """

    transport: str
    """The ZeroMQ transport."""
    ip: str
    """The address to bind to; for ipc the beginning of the sockets' paths, which end in -port."""
    shell_port: int
    """Port (for ipc: number) of the shell channel."""
    control_port: int
    """Port (for ipc: number) of the control channel."""
    stdin_port: int
    """Port (for ipc: number) of the stdin channel."""
    iopub_port: int
    """Port (for ipc: number) of the iopub channel."""
    hb_port: int
    """Port (for ipc: number) of the heartbeat."""
    signature_scheme: str
    """How messages are signed: hmac- and the name of a hash."""
    key: str
    """The secret that signs the messages; empty for no signatures."""
    curve_publickey: str | None = None
    """The kernel's public CurveZMQ key, in Z85; there when the transport is encrypted. Since 5.6.
    """
    curve_secretkey: str | None = None
    """The kernel's secret CurveZMQ key, in Z85; there when the transport is encrypted. Since 5.6.
    """
    extra: dict[str, Any] = field(default_factory=dict[str, Any])
    """Fields that this class does not know, as they came; they are written out again."""
    sent: Sent = field(default=(), repr=False, compare=False)
    """Where the message said a field otherwise than it reads (left it out, or null), so that it is written so again."""


@dataclass(slots=True)
class CopyToGlobalsArguments:
    """Copies a local variable to the global scope, to look at it after debugging.

    Since 5.5.
    """

    srcVariableName: str
    """The variable to copy."""
    srcFrameId: int
    """The stack frame that it is in."""
    dstVariableName: str
    """The copy's name."""
    extra: dict[str, Any] = field(default_factory=dict[str, Any])
    """Fields that this class does not know, as they came; they are written out again."""
    sent: Sent = field(default=(), repr=False, compare=False)
    """Where the message said a field otherwise than it reads (left it out, or null), so that it is written so again."""


@dataclass(slots=True)
class CopyToGlobalsBody:
    """The copied variable.

    Since 5.5.
    """

    value: str
    """Its value as text."""
    type: str
    """Its type as text."""
    variablesReference: int
    """If above 0, the number under which the DAP request variables tells its parts."""
    extra: dict[str, Any] = field(default_factory=dict[str, Any])
    """Fields that this class does not know, as they came; they are written out again."""
    sent: Sent = field(default=(), repr=False, compare=False)
    """Where the message said a field otherwise than it reads (left it out, or null), so that it is written so again."""


@dataclass(slots=True)
class DapEvent:
    """An event of the Debug Adapter Protocol.

    Since 5.5.
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
class DapRequest:
    """A request of the Debug Adapter Protocol.

    Since 5.5.
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
class DapResponse:
    """A response of the Debug Adapter Protocol.

    Since 5.5.
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
class DebugInfoBody:
    """The state of the debugger, for a client that comes later.

    Since 5.5.
    """

    isStarted: bool
    """Whether the debugger runs."""
    hashSeed: str
    """The seed of that hash."""
    tmpFilePrefix: str
    """What cells' file names begin with, before the hash."""
    tmpFileSuffix: str
    """What cells' file names end in, after the hash."""
    breakpoints: list[FileBreakpoints]
    """The breakpoints that are set, file by file."""
    stoppedThreads: list[int]
    """The threads that stand still in the debugger."""
    richRendering: bool
    """Whether richInspectVariables works."""
    exceptionPaths: list[str]
    """Names of exceptions (leaves or nodes of their tree) that one may stop at."""
    hashMethod: str = "Murmur2"
    """The hash that makes file names of cells."""
    copyToGlobals: bool = False
    """Whether copyToGlobals works."""
    extra: dict[str, Any] = field(default_factory=dict[str, Any])
    """Fields that this class does not know, as they came; they are written out again."""
    sent: Sent = field(default=(), repr=False, compare=False)
    """Where the message said a field otherwise than it reads (left it out, or null), so that it is written so again."""


@dataclass(slots=True)
class DumpCellArguments:
    """Hands the code of a cell to the debugger, so that breakpoints can be set in it.

    Since 5.5.
    """

    code: str
    """The text of the cell."""
    extra: dict[str, Any] = field(default_factory=dict[str, Any])
    """Fields that this class does not know, as they came; they are written out again."""
    sent: Sent = field(default=(), repr=False, compare=False)
    """Where the message said a field otherwise than it reads (left it out, or null), so that it is written so again."""


@dataclass(slots=True)
class DumpCellBody:
    """Where the debugger put the code of the cell.

    Since 5.5.
    """

    sourcePath: str
    """Path of the file that stands for the cell."""
    extra: dict[str, Any] = field(default_factory=dict[str, Any])
    """Fields that this class does not know, as they came; they are written out again."""
    sent: Sent = field(default=(), repr=False, compare=False)
    """Where the message said a field otherwise than it reads (left it out, or null), so that it is written so again."""


@dataclass(slots=True)
class EditMagicPayload:
    """Asks the front end to open a file for editing.

    Since 5.0; deprecated since 5.0.
    """

    filename: str
    """The file."""
    line_number: int
    """The line to start at."""
    source: Literal["edit_magic"] = "edit_magic"
    """The kind of action."""
    extra: dict[str, Any] = field(default_factory=dict[str, Any])
    """Fields that this class does not know, as they came; they are written out again."""
    sent: Sent = field(default=(), repr=False, compare=False)
    """Where the message said a field otherwise than it reads (left it out, or null), so that it is written so again."""


@dataclass(slots=True)
class ExpressionResult:
    """The value of one user expression, represented as in display_data.

    Since 5.0.
    """

    data: dict[str, Any]
    """The value in several representations."""
    metadata: dict[str, Any]
    """More about the value, in general or by MIME type."""
    status: Literal["ok"] = "ok"
    """The expression has a value; one that failed is an ErrorReply instead."""
    extra: dict[str, Any] = field(default_factory=dict[str, Any])
    """Fields that this class does not know, as they came; they are written out again."""
    sent: Sent = field(default=(), repr=False, compare=False)
    """Where the message said a field otherwise than it reads (left it out, or null), so that it is written so again."""


@dataclass(slots=True)
class FileBreakpoints:
    """The breakpoints in one file.

    Since 5.5.
    """

    source: str
    """Path of the file."""
    breakpoints: list[SourceBreakpoint]
    """Its breakpoints."""
    extra: dict[str, Any] = field(default_factory=dict[str, Any])
    """Fields that this class does not know, as they came; they are written out again."""
    sent: Sent = field(default=(), repr=False, compare=False)
    """Where the message said a field otherwise than it reads (left it out, or null), so that it is written so again."""


@dataclass(slots=True)
class InspectVariablesBody:
    """The variables that the kernel has defined.

    Since 5.5.
    """

    variables: list[InspectedVariable]
    """One entry for each."""
    extra: dict[str, Any] = field(default_factory=dict[str, Any])
    """Fields that this class does not know, as they came; they are written out again."""
    sent: Sent = field(default=(), repr=False, compare=False)
    """Where the message said a field otherwise than it reads (left it out, or null), so that it is written so again."""


@dataclass(slots=True)
class InspectedVariable:
    """A variable that the kernel has defined.

    Since 5.5.
    """

    name: str
    """Its name."""
    variablesReference: int
    """If above 0, the number under which the DAP request variables tells its parts."""
    value: str
    """Its value as text."""
    type: str
    """Its type as text."""
    extra: dict[str, Any] = field(default_factory=dict[str, Any])
    """Fields that this class does not know, as they came; they are written out again."""
    sent: Sent = field(default=(), repr=False, compare=False)
    """Where the message said a field otherwise than it reads (left it out, or null), so that it is written so again."""


@dataclass(slots=True)
class KernelRegistration:
    """The ports that a kernel picked, which it sends to the registration socket: the one frame after
    the signature. It is no message, with neither header nor parent.

    Since 5.6.
    """

    kernel_id: str
    """The kernel_id of the registration file."""
    control_port: str
    """Port of the control channel, as text."""
    shell_port: str
    """Port of the shell channel, as text."""
    stdin_port: str
    """Port of the stdin channel, as text."""
    iopub_port: str
    """Port of the iopub channel, as text."""
    hb_port: str
    """Port of the heartbeat, as text."""
    extra: dict[str, Any] = field(default_factory=dict[str, Any])
    """Fields that this class does not know, as they came; they are written out again."""
    sent: Sent = field(default=(), repr=False, compare=False)
    """Where the message said a field otherwise than it reads (left it out, or null), so that it is written so again."""


@dataclass(slots=True)
class Kernelspec:
    """A kernel.json: what kernel this is and how to start it.

    Since 5.0.
    """

    argv: list[str]
    """The command that starts the kernel. {connection_file}, wherever it stands in an argument, is
    replaced by the path of that file.
    """
    display_name: str
    """The name to show to people."""
    language: str
    """The language of the kernel; a notebook whose own kernel is missing is offered one of the same
    language.
    """
    interrupt_mode: Literal["signal", "message"] = "signal"
    """How a client interrupts the kernel: by a signal of the operating system, or by an
    interrupt_request on the control channel. Since 5.3.
    """
    env: dict[str, str] | None = None
    """Environment variables to add for the kernel; ${NAME} in a value stands for a variable that is
    already there.
    """
    metadata: dict[str, Any] | None = None
    """More about the kernel, for clients to choose by; each tool under a key of its own."""
    kernel_protocol_version: str | None = None
    """The version of this protocol that the kernel speaks. Since 5.6."""
    extra: dict[str, Any] = field(default_factory=dict[str, Any])
    """Fields that this class does not know, as they came; they are written out again."""
    sent: Sent = field(default=(), repr=False, compare=False)
    """Where the message said a field otherwise than it reads (left it out, or null), so that it is written so again."""


@dataclass(slots=True)
class PagePayload:
    """Asks the front end to show something in a pager, beside the document.

    Since 5.0; deprecated since 5.0.
    """

    data: dict[str, Any]
    """What to show; plain text is always among it."""
    start: int
    """The line to start from."""
    source: Literal["page"] = "page"
    """The kind of action."""
    extra: dict[str, Any] = field(default_factory=dict[str, Any])
    """Fields that this class does not know, as they came; they are written out again."""
    sent: Sent = field(default=(), repr=False, compare=False)
    """Where the message said a field otherwise than it reads (left it out, or null), so that it is written so again."""


@dataclass(slots=True)
class RegistrationFile:
    """Where a kernel reports the ports that it picked for itself: what it is started with instead of
    a connection file. For its owner's eyes only.

    Since 5.6.
    """

    kernel_id: str
    """Tells the kernels apart that register at one socket."""
    transport: str
    """The ZeroMQ transport."""
    registration_ip: str
    """The address of the registration socket."""
    registration_port: int
    """Its port."""
    signature_scheme: str
    """How messages are signed: hmac- and the name of a hash."""
    key: str
    """The secret that signs the messages; empty for no signatures."""
    extra: dict[str, Any] = field(default_factory=dict[str, Any])
    """Fields that this class does not know, as they came; they are written out again."""
    sent: Sent = field(default=(), repr=False, compare=False)
    """Where the message said a field otherwise than it reads (left it out, or null), so that it is written so again."""


@dataclass(slots=True)
class RichInspectVariablesArguments:
    """Asks for a variable in rich representations.

    Since 5.5.
    """

    variableName: str
    """The variable."""
    frameId: int | None = None
    """The stack frame to look in; only where the debugger stands at a breakpoint."""
    extra: dict[str, Any] = field(default_factory=dict[str, Any])
    """Fields that this class does not know, as they came; they are written out again."""
    sent: Sent = field(default=(), repr=False, compare=False)
    """Where the message said a field otherwise than it reads (left it out, or null), so that it is written so again."""


@dataclass(slots=True)
class RichInspectVariablesBody:
    """A variable in rich representations.

    Since 5.5.
    """

    data: dict[str, Any]
    """Its value in several representations."""
    metadata: dict[str, Any]
    """More about the value, in general or by MIME type."""
    extra: dict[str, Any] = field(default_factory=dict[str, Any])
    """Fields that this class does not know, as they came; they are written out again."""
    sent: Sent = field(default=(), repr=False, compare=False)
    """Where the message said a field otherwise than it reads (left it out, or null), so that it is written so again."""


@dataclass(slots=True)
class SetNextInputPayload:
    """Asks the front end for a new cell, or for new text at the next prompt.

    Since 5.0; deprecated since 5.0.
    """

    text: str
    """What the cell or the prompt holds."""
    replace: bool
    """Whether it takes the place of the current cell; no matter in a console."""
    source: Literal["set_next_input"] = "set_next_input"
    """The kind of action."""
    extra: dict[str, Any] = field(default_factory=dict[str, Any])
    """Fields that this class does not know, as they came; they are written out again."""
    sent: Sent = field(default=(), repr=False, compare=False)
    """Where the message said a field otherwise than it reads (left it out, or null), so that it is written so again."""


@dataclass(slots=True)
class SourceBreakpoint:
    """A breakpoint in a source file, as the Debug Adapter Protocol has it.

    Since 5.5.
    """

    line: int
    """The line."""
    column: int | None = None
    """The column, in UTF-16 units."""
    condition: str | None = None
    """Stop only where this expression holds."""
    hitCondition: str | None = None
    """How many passes to ignore, as the debugger understands it."""
    logMessage: str | None = None
    """Log this instead of stopping."""
    extra: dict[str, Any] = field(default_factory=dict[str, Any])
    """Fields that this class does not know, as they came; they are written out again."""
    sent: Sent = field(default=(), repr=False, compare=False)
    """Where the message said a field otherwise than it reads (left it out, or null), so that it is written so again."""
