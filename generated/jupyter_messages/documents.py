# Generated from schemas/ by "make generate". Do not edit: change the schemas and run it again.
"""What is not a message: files, execution payloads and the debugger's bodies, one dataclass each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from .support import Record, Sent


@dataclass(init=False, repr=False, eq=False)
class AskExitPayload(Record):
    """Asks a console to ask its user whether to leave.

    Since 5.0; deprecated since 5.0.
    """

    __slots__ = ("keepkernel", "source", "extra", "sent")

    keepkernel: bool
    """Whether only the client goes and the kernel stays."""
    source: Literal["ask_exit"]
    """The kind of action."""
    extra: dict[str, Any]
    sent: Sent

    def __init__(
        self,
        keepkernel: bool,
        source: Literal["ask_exit"] = "ask_exit",
        extra: dict[str, Any] | None = None,
        sent: Sent = (),
    ) -> None:
        self.keepkernel = keepkernel
        self.source = source
        self.extra = {} if extra is None else extra
        self.sent = sent


@dataclass(init=False, repr=False, eq=False)
class ConnectionFile(Record):
    """Where a kernel listens and how its messages are signed: the file that a kernel is started with.
    For its owner's eyes only.

    Since 5.0.
    """

    __slots__ = (
        "transport",
        "ip",
        "shell_port",
        "control_port",
        "stdin_port",
        "iopub_port",
        "hb_port",
        "signature_scheme",
        "key",
        "curve_publickey",
        "curve_secretkey",
        "extra",
        "sent",
    )

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
    curve_publickey: str | None
    """The kernel's public CurveZMQ key, in Z85; there when the transport is encrypted. Since 5.6.
    """
    curve_secretkey: str | None
    """The kernel's secret CurveZMQ key, in Z85; there when the transport is encrypted. Since 5.6.
    """
    extra: dict[str, Any]
    sent: Sent

    def __init__(
        self,
        transport: str,
        ip: str,
        shell_port: int,
        control_port: int,
        stdin_port: int,
        iopub_port: int,
        hb_port: int,
        signature_scheme: str,
        key: str,
        curve_publickey: str | None = None,
        curve_secretkey: str | None = None,
        extra: dict[str, Any] | None = None,
        sent: Sent = (),
    ) -> None:
        self.transport = transport
        self.ip = ip
        self.shell_port = shell_port
        self.control_port = control_port
        self.stdin_port = stdin_port
        self.iopub_port = iopub_port
        self.hb_port = hb_port
        self.signature_scheme = signature_scheme
        self.key = key
        self.curve_publickey = curve_publickey
        self.curve_secretkey = curve_secretkey
        self.extra = {} if extra is None else extra
        self.sent = sent


@dataclass(init=False, repr=False, eq=False)
class CopyToGlobalsArguments(Record):
    """Copies a local variable to the global scope, to look at it after debugging.

    Since 5.5.
    """

    __slots__ = ("srcVariableName", "srcFrameId", "dstVariableName", "extra", "sent")

    srcVariableName: str
    """The variable to copy."""
    srcFrameId: int
    """The stack frame that it is in."""
    dstVariableName: str
    """The copy's name."""
    extra: dict[str, Any]
    sent: Sent

    def __init__(
        self,
        srcVariableName: str,
        srcFrameId: int,
        dstVariableName: str,
        extra: dict[str, Any] | None = None,
        sent: Sent = (),
    ) -> None:
        self.srcVariableName = srcVariableName
        self.srcFrameId = srcFrameId
        self.dstVariableName = dstVariableName
        self.extra = {} if extra is None else extra
        self.sent = sent


@dataclass(init=False, repr=False, eq=False)
class CopyToGlobalsBody(Record):
    """The copied variable.

    Since 5.5.
    """

    __slots__ = ("value", "type", "variablesReference", "extra", "sent")

    value: str
    """Its value as text."""
    type: str
    """Its type as text."""
    variablesReference: int
    """If above 0, the number under which the DAP request variables tells its parts."""
    extra: dict[str, Any]
    sent: Sent

    def __init__(
        self,
        value: str,
        type: str,
        variablesReference: int,
        extra: dict[str, Any] | None = None,
        sent: Sent = (),
    ) -> None:
        self.value = value
        self.type = type
        self.variablesReference = variablesReference
        self.extra = {} if extra is None else extra
        self.sent = sent


@dataclass(init=False, repr=False, eq=False)
class DapEvent(Record):
    """An event of the Debug Adapter Protocol.

    Since 5.5.
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
class DapRequest(Record):
    """A request of the Debug Adapter Protocol.

    Since 5.5.
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
class DapResponse(Record):
    """A response of the Debug Adapter Protocol.

    Since 5.5.
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
class DebugInfoBody(Record):
    """The state of the debugger, for a client that comes later.

    Since 5.5.
    """

    __slots__ = (
        "isStarted",
        "hashSeed",
        "tmpFilePrefix",
        "tmpFileSuffix",
        "richRendering",
        "hashMethod",
        "breakpoints",
        "stoppedThreads",
        "exceptionPaths",
        "copyToGlobals",
        "extra",
        "sent",
    )

    isStarted: bool
    """Whether the debugger runs."""
    hashSeed: str
    """The seed of that hash."""
    tmpFilePrefix: str
    """What cells' file names begin with, before the hash."""
    tmpFileSuffix: str
    """What cells' file names end in, after the hash."""
    richRendering: bool
    """Whether richInspectVariables works."""
    hashMethod: str
    """The hash that makes file names of cells."""
    breakpoints: list[FileBreakpoints]
    """The breakpoints that are set, file by file."""
    stoppedThreads: list[int]
    """The threads that stand still in the debugger."""
    exceptionPaths: list[str]
    """Names of exceptions (leaves or nodes of their tree) that one may stop at."""
    copyToGlobals: bool
    """Whether copyToGlobals works."""
    extra: dict[str, Any]
    sent: Sent

    def __init__(
        self,
        isStarted: bool,
        hashSeed: str,
        tmpFilePrefix: str,
        tmpFileSuffix: str,
        richRendering: bool,
        hashMethod: str = "Murmur2",
        breakpoints: list[FileBreakpoints] | None = None,
        stoppedThreads: list[int] | None = None,
        exceptionPaths: list[str] | None = None,
        copyToGlobals: bool = False,
        extra: dict[str, Any] | None = None,
        sent: Sent = (),
    ) -> None:
        self.isStarted = isStarted
        self.hashSeed = hashSeed
        self.tmpFilePrefix = tmpFilePrefix
        self.tmpFileSuffix = tmpFileSuffix
        self.richRendering = richRendering
        self.hashMethod = hashMethod
        self.breakpoints = [] if breakpoints is None else breakpoints
        self.stoppedThreads = [] if stoppedThreads is None else stoppedThreads
        self.exceptionPaths = [] if exceptionPaths is None else exceptionPaths
        self.copyToGlobals = copyToGlobals
        self.extra = {} if extra is None else extra
        self.sent = sent


@dataclass(init=False, repr=False, eq=False)
class DumpCellArguments(Record):
    """Hands the code of a cell to the debugger, so that breakpoints can be set in it.

    Since 5.5.
    """

    __slots__ = ("code", "extra", "sent")

    code: str
    """The text of the cell."""
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
class DumpCellBody(Record):
    """Where the debugger put the code of the cell.

    Since 5.5.
    """

    __slots__ = ("sourcePath", "extra", "sent")

    sourcePath: str
    """Path of the file that stands for the cell."""
    extra: dict[str, Any]
    sent: Sent

    def __init__(
        self,
        sourcePath: str,
        extra: dict[str, Any] | None = None,
        sent: Sent = (),
    ) -> None:
        self.sourcePath = sourcePath
        self.extra = {} if extra is None else extra
        self.sent = sent


@dataclass(init=False, repr=False, eq=False)
class EditMagicPayload(Record):
    """Asks the front end to open a file for editing.

    Since 5.0; deprecated since 5.0.
    """

    __slots__ = ("filename", "line_number", "source", "extra", "sent")

    filename: str
    """The file."""
    line_number: int
    """The line to start at."""
    source: Literal["edit_magic"]
    """The kind of action."""
    extra: dict[str, Any]
    sent: Sent

    def __init__(
        self,
        filename: str,
        line_number: int,
        source: Literal["edit_magic"] = "edit_magic",
        extra: dict[str, Any] | None = None,
        sent: Sent = (),
    ) -> None:
        self.filename = filename
        self.line_number = line_number
        self.source = source
        self.extra = {} if extra is None else extra
        self.sent = sent


@dataclass(init=False, repr=False, eq=False)
class ExpressionResult(Record):
    """The value of one user expression, represented as in display_data.

    Since 5.0.
    """

    __slots__ = ("status", "data", "metadata", "extra", "sent")

    status: Literal["ok"]
    """The expression has a value; one that failed is an ErrorReply instead."""
    data: dict[str, Any]
    """The value in several representations."""
    metadata: dict[str, Any]
    """More about the value, in general or by MIME type."""
    extra: dict[str, Any]
    sent: Sent

    def __init__(
        self,
        status: Literal["ok"] = "ok",
        data: dict[str, Any] | None = None,
        metadata: dict[str, Any] | None = None,
        extra: dict[str, Any] | None = None,
        sent: Sent = (),
    ) -> None:
        self.status = status
        self.data = {} if data is None else data
        self.metadata = {} if metadata is None else metadata
        self.extra = {} if extra is None else extra
        self.sent = sent


@dataclass(init=False, repr=False, eq=False)
class FileBreakpoints(Record):
    """The breakpoints in one file.

    Since 5.5.
    """

    __slots__ = ("source", "breakpoints", "extra", "sent")

    source: str
    """Path of the file."""
    breakpoints: list[SourceBreakpoint]
    """Its breakpoints."""
    extra: dict[str, Any]
    sent: Sent

    def __init__(
        self,
        source: str,
        breakpoints: list[SourceBreakpoint] | None = None,
        extra: dict[str, Any] | None = None,
        sent: Sent = (),
    ) -> None:
        self.source = source
        self.breakpoints = [] if breakpoints is None else breakpoints
        self.extra = {} if extra is None else extra
        self.sent = sent


@dataclass(init=False, repr=False, eq=False)
class InspectVariablesBody(Record):
    """The variables that the kernel has defined.

    Since 5.5.
    """

    __slots__ = ("variables", "extra", "sent")

    variables: list[InspectedVariable]
    """One entry for each."""
    extra: dict[str, Any]
    sent: Sent

    def __init__(
        self,
        variables: list[InspectedVariable] | None = None,
        extra: dict[str, Any] | None = None,
        sent: Sent = (),
    ) -> None:
        self.variables = [] if variables is None else variables
        self.extra = {} if extra is None else extra
        self.sent = sent


@dataclass(init=False, repr=False, eq=False)
class InspectedVariable(Record):
    """A variable that the kernel has defined.

    Since 5.5.
    """

    __slots__ = ("name", "variablesReference", "value", "type", "extra", "sent")

    name: str
    """Its name."""
    variablesReference: int
    """If above 0, the number under which the DAP request variables tells its parts."""
    value: str
    """Its value as text."""
    type: str
    """Its type as text."""
    extra: dict[str, Any]
    sent: Sent

    def __init__(
        self,
        name: str,
        variablesReference: int,
        value: str,
        type: str,
        extra: dict[str, Any] | None = None,
        sent: Sent = (),
    ) -> None:
        self.name = name
        self.variablesReference = variablesReference
        self.value = value
        self.type = type
        self.extra = {} if extra is None else extra
        self.sent = sent


@dataclass(init=False, repr=False, eq=False)
class KernelRegistration(Record):
    """The ports that a kernel picked, which it sends to the registration socket: the one frame after
    the signature. It is no message, with neither header nor parent.

    Since 5.6.
    """

    __slots__ = (
        "kernel_id",
        "control_port",
        "shell_port",
        "stdin_port",
        "iopub_port",
        "hb_port",
        "extra",
        "sent",
    )

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
    extra: dict[str, Any]
    sent: Sent

    def __init__(
        self,
        kernel_id: str,
        control_port: str,
        shell_port: str,
        stdin_port: str,
        iopub_port: str,
        hb_port: str,
        extra: dict[str, Any] | None = None,
        sent: Sent = (),
    ) -> None:
        self.kernel_id = kernel_id
        self.control_port = control_port
        self.shell_port = shell_port
        self.stdin_port = stdin_port
        self.iopub_port = iopub_port
        self.hb_port = hb_port
        self.extra = {} if extra is None else extra
        self.sent = sent


@dataclass(init=False, repr=False, eq=False)
class Kernelspec(Record):
    """A kernel.json: what kernel this is and how to start it.

    Since 5.0.
    """

    __slots__ = (
        "display_name",
        "language",
        "argv",
        "interrupt_mode",
        "env",
        "metadata",
        "kernel_protocol_version",
        "extra",
        "sent",
    )

    display_name: str
    """The name to show to people."""
    language: str
    """The language of the kernel; a notebook whose own kernel is missing is offered one of the same
    language.
    """
    argv: list[str]
    """The command that starts the kernel. {connection_file}, wherever it stands in an argument, is
    replaced by the path of that file.
    """
    interrupt_mode: Literal["signal", "message"]
    """How a client interrupts the kernel: by a signal of the operating system, or by an
    interrupt_request on the control channel. Since 5.3.
    """
    env: dict[str, str] | None
    """Environment variables to add for the kernel; ${NAME} in a value stands for a variable that is
    already there.
    """
    metadata: dict[str, Any] | None
    """More about the kernel, for clients to choose by; each tool under a key of its own."""
    kernel_protocol_version: str | None
    """The version of this protocol that the kernel speaks. Since 5.6."""
    extra: dict[str, Any]
    sent: Sent

    def __init__(
        self,
        display_name: str,
        language: str,
        argv: list[str] | None = None,
        interrupt_mode: Literal["signal", "message"] = "signal",
        env: dict[str, str] | None = None,
        metadata: dict[str, Any] | None = None,
        kernel_protocol_version: str | None = None,
        extra: dict[str, Any] | None = None,
        sent: Sent = (),
    ) -> None:
        self.display_name = display_name
        self.language = language
        self.argv = [] if argv is None else argv
        self.interrupt_mode = interrupt_mode
        self.env = env
        self.metadata = metadata
        self.kernel_protocol_version = kernel_protocol_version
        self.extra = {} if extra is None else extra
        self.sent = sent


@dataclass(init=False, repr=False, eq=False)
class PagePayload(Record):
    """Asks the front end to show something in a pager, beside the document.

    Since 5.0; deprecated since 5.0.
    """

    __slots__ = ("start", "source", "data", "extra", "sent")

    start: int
    """The line to start from."""
    source: Literal["page"]
    """The kind of action."""
    data: dict[str, Any]
    """What to show; plain text is always among it."""
    extra: dict[str, Any]
    sent: Sent

    def __init__(
        self,
        start: int,
        source: Literal["page"] = "page",
        data: dict[str, Any] | None = None,
        extra: dict[str, Any] | None = None,
        sent: Sent = (),
    ) -> None:
        self.start = start
        self.source = source
        self.data = {} if data is None else data
        self.extra = {} if extra is None else extra
        self.sent = sent


@dataclass(init=False, repr=False, eq=False)
class RegistrationFile(Record):
    """Where a kernel reports the ports that it picked for itself: what it is started with instead of
    a connection file. For its owner's eyes only.

    Since 5.6.
    """

    __slots__ = (
        "kernel_id",
        "transport",
        "registration_ip",
        "registration_port",
        "signature_scheme",
        "key",
        "extra",
        "sent",
    )

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
    extra: dict[str, Any]
    sent: Sent

    def __init__(
        self,
        kernel_id: str,
        transport: str,
        registration_ip: str,
        registration_port: int,
        signature_scheme: str,
        key: str,
        extra: dict[str, Any] | None = None,
        sent: Sent = (),
    ) -> None:
        self.kernel_id = kernel_id
        self.transport = transport
        self.registration_ip = registration_ip
        self.registration_port = registration_port
        self.signature_scheme = signature_scheme
        self.key = key
        self.extra = {} if extra is None else extra
        self.sent = sent


@dataclass(init=False, repr=False, eq=False)
class RichInspectVariablesArguments(Record):
    """Asks for a variable in rich representations.

    Since 5.5.
    """

    __slots__ = ("variableName", "frameId", "extra", "sent")

    variableName: str
    """The variable."""
    frameId: int | None
    """The stack frame to look in; only where the debugger stands at a breakpoint."""
    extra: dict[str, Any]
    sent: Sent

    def __init__(
        self,
        variableName: str,
        frameId: int | None = None,
        extra: dict[str, Any] | None = None,
        sent: Sent = (),
    ) -> None:
        self.variableName = variableName
        self.frameId = frameId
        self.extra = {} if extra is None else extra
        self.sent = sent


@dataclass(init=False, repr=False, eq=False)
class RichInspectVariablesBody(Record):
    """A variable in rich representations.

    Since 5.5.
    """

    __slots__ = ("data", "metadata", "extra", "sent")

    data: dict[str, Any]
    """Its value in several representations."""
    metadata: dict[str, Any]
    """More about the value, in general or by MIME type."""
    extra: dict[str, Any]
    sent: Sent

    def __init__(
        self,
        data: dict[str, Any] | None = None,
        metadata: dict[str, Any] | None = None,
        extra: dict[str, Any] | None = None,
        sent: Sent = (),
    ) -> None:
        self.data = {} if data is None else data
        self.metadata = {} if metadata is None else metadata
        self.extra = {} if extra is None else extra
        self.sent = sent


@dataclass(init=False, repr=False, eq=False)
class SetNextInputPayload(Record):
    """Asks the front end for a new cell, or for new text at the next prompt.

    Since 5.0; deprecated since 5.0.
    """

    __slots__ = ("text", "replace", "source", "extra", "sent")

    text: str
    """What the cell or the prompt holds."""
    replace: bool
    """Whether it takes the place of the current cell; no matter in a console."""
    source: Literal["set_next_input"]
    """The kind of action."""
    extra: dict[str, Any]
    sent: Sent

    def __init__(
        self,
        text: str,
        replace: bool,
        source: Literal["set_next_input"] = "set_next_input",
        extra: dict[str, Any] | None = None,
        sent: Sent = (),
    ) -> None:
        self.text = text
        self.replace = replace
        self.source = source
        self.extra = {} if extra is None else extra
        self.sent = sent


@dataclass(init=False, repr=False, eq=False)
class SourceBreakpoint(Record):
    """A breakpoint in a source file, as the Debug Adapter Protocol has it.

    Since 5.5.
    """

    __slots__ = ("line", "column", "condition", "hitCondition", "logMessage", "extra", "sent")

    line: int
    """The line."""
    column: int | None
    """The column, in UTF-16 units."""
    condition: str | None
    """Stop only where this expression holds."""
    hitCondition: str | None
    """How many passes to ignore, as the debugger understands it."""
    logMessage: str | None
    """Log this instead of stopping."""
    extra: dict[str, Any]
    sent: Sent

    def __init__(
        self,
        line: int,
        column: int | None = None,
        condition: str | None = None,
        hitCondition: str | None = None,
        logMessage: str | None = None,
        extra: dict[str, Any] | None = None,
        sent: Sent = (),
    ) -> None:
        self.line = line
        self.column = column
        self.condition = condition
        self.hitCondition = hitCondition
        self.logMessage = logMessage
        self.extra = {} if extra is None else extra
        self.sent = sent
