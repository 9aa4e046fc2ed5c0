# Generated from schemas/ by "make generate". Do not edit: change the schemas and run it again.
"""Headers and contents straight from their bytes, through msgspec: for what is said plainly, as nearly everything is.

A reader takes JSON in which every required field is there, each field is of its type and none is unknown, and gives what
`jupyter_messages.decode_content` makes of it: the same, in a third of the time. To all else it says no, by one of the
exceptions in `NOT_PLAIN`; then it is for the converters to tell what it is.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Literal, NamedTuple

import msgspec
from msgspec import UNSET

from jupyter_messages.messages import (
    ClearOutput,
    CommClose,
    CommInfo,
    CommInfoReply,
    CommInfoRequest,
    CommMsg,
    CommOpen,
    CompleteReply,
    CompleteRequest,
    ConnectReply,
    ConnectRequest,
    CreateSubshellReply,
    CreateSubshellRequest,
    DebugEvent,
    DebugReply,
    DebugRequest,
    DeleteSubshellReply,
    DeleteSubshellRequest,
    DisplayData,
    Error,
    ExecuteInput,
    ExecuteReply,
    ExecuteRequest,
    ExecuteResult,
    Header,
    HelpLink,
    HistoryReply,
    HistoryRequest,
    InputReply,
    InputRequest,
    InspectReply,
    InspectRequest,
    InterruptReply,
    InterruptRequest,
    IopubWelcome,
    IsCompleteReply,
    IsCompleteRequest,
    KernelInfoReply,
    KernelInfoRequest,
    LanguageInfo,
    ListSubshellReply,
    ListSubshellRequest,
    ShutdownReply,
    ShutdownRequest,
    Status,
    Stream,
    Transient,
    UpdateDisplayData,
)
from jupyter_messages.problems import ABSENT
from jupyter_messages.support import Sent, odd

NOT_PLAIN = (msgspec.MsgspecError, ValueError, RecursionError)
"""What a reader raises for what it does not take."""

new = object.__new__
"""Fields are set one by one, which takes two thirds of the time of calling the class: a constructor is a function more."""


class Reader(NamedTuple):
    """How the bytes of one kind of object become an instance: ``make(parse(data))``."""

    parse: Callable[[bytes], Any]
    """From JSON to a struct that is only a step on the way. Raises what is `NOT_PLAIN`."""
    make: Callable[[Any], Any]
    """From the struct to the instance."""
    nesting: Callable[[Any], list[Any]] | None
    """The values of a struct that may be of any depth, at the depth where they are; None if none may."""


class _Plain(msgspec.Struct, forbid_unknown_fields=True, gc=False):
    """An object that has no field but its own. (Without the garbage collector: it does not live long enough.)"""


class _ClearOutput(_Plain):
    wait: bool


def decode_clear_output(raw: _ClearOutput) -> ClearOutput:
    """From the struct to `ClearOutput`."""
    made = new(ClearOutput)
    made.wait = raw.wait
    made.extra = {}
    made.sent = ()
    return made


class _CommClose(_Plain):
    comm_id: str
    data: dict[str, Any]


def decode_comm_close(raw: _CommClose) -> CommClose:
    """From the struct to `CommClose`."""
    made = new(CommClose)
    made.comm_id = raw.comm_id
    made.data = raw.data
    made.extra = {}
    made.sent = ()
    return made


class _CommMsg(_Plain):
    comm_id: str
    data: dict[str, Any]


def decode_comm_msg(raw: _CommMsg) -> CommMsg:
    """From the struct to `CommMsg`."""
    made = new(CommMsg)
    made.comm_id = raw.comm_id
    made.data = raw.data
    made.extra = {}
    made.sent = ()
    return made


class _CommOpen(_Plain):
    comm_id: str
    target_name: str
    data: dict[str, Any]


def decode_comm_open(raw: _CommOpen) -> CommOpen:
    """From the struct to `CommOpen`."""
    made = new(CommOpen)
    made.comm_id = raw.comm_id
    made.target_name = raw.target_name
    made.data = raw.data
    made.extra = {}
    made.sent = ()
    return made


class _CompleteReply(_Plain):
    status: Literal["ok"]
    matches: list[str]
    cursor_start: int
    cursor_end: int
    metadata: dict[str, Any]


def decode_complete_reply(raw: _CompleteReply) -> CompleteReply:
    """From the struct to `CompleteReply`."""
    made = new(CompleteReply)
    made.status = raw.status
    made.matches = raw.matches
    made.cursor_start = raw.cursor_start
    made.cursor_end = raw.cursor_end
    made.metadata = raw.metadata
    made.extra = {}
    made.sent = ()
    return made


class _CompleteRequest(_Plain):
    code: str
    cursor_pos: int


def decode_complete_request(raw: _CompleteRequest) -> CompleteRequest:
    """From the struct to `CompleteRequest`."""
    made = new(CompleteRequest)
    made.code = raw.code
    made.cursor_pos = raw.cursor_pos
    made.extra = {}
    made.sent = ()
    return made


class _ConnectReply(_Plain):
    status: Literal["ok"]
    shell_port: int | None | msgspec.UnsetType = UNSET
    iopub_port: int | None | msgspec.UnsetType = UNSET
    stdin_port: int | None | msgspec.UnsetType = UNSET
    hb_port: int | None | msgspec.UnsetType = UNSET
    control_port: int | None | msgspec.UnsetType = UNSET


def decode_connect_reply(raw: _ConnectReply) -> ConnectReply:
    """From the struct to `ConnectReply`."""
    sent: Sent = ()
    shell_port: Any = raw.shell_port
    if shell_port is UNSET:
        shell_port = None
    elif shell_port is None:
        sent = (*sent, ("shell_port", None, None))
    iopub_port: Any = raw.iopub_port
    if iopub_port is UNSET:
        iopub_port = None
    elif iopub_port is None:
        sent = (*sent, ("iopub_port", None, None))
    stdin_port: Any = raw.stdin_port
    if stdin_port is UNSET:
        stdin_port = None
    elif stdin_port is None:
        sent = (*sent, ("stdin_port", None, None))
    hb_port: Any = raw.hb_port
    if hb_port is UNSET:
        hb_port = None
    elif hb_port is None:
        sent = (*sent, ("hb_port", None, None))
    control_port: Any = raw.control_port
    if control_port is UNSET:
        control_port = None
    elif control_port is None:
        sent = (*sent, ("control_port", None, None))
    made = new(ConnectReply)
    made.status = raw.status
    made.shell_port = shell_port
    made.iopub_port = iopub_port
    made.stdin_port = stdin_port
    made.hb_port = hb_port
    made.control_port = control_port
    made.extra = {}
    made.sent = sent
    return made


class _ConnectRequest(_Plain):
    pass


def decode_connect_request(raw: _ConnectRequest) -> ConnectRequest:
    """From the struct to `ConnectRequest`."""
    made = new(ConnectRequest)
    made.extra = {}
    made.sent = ()
    return made


class _LanguageInfo(_Plain):
    name: str
    version: str
    mimetype: str
    file_extension: str
    pygments_lexer: str | None | msgspec.UnsetType = UNSET
    codemirror_mode: str | dict[str, Any] | None | msgspec.UnsetType = UNSET
    nbconvert_exporter: str | None | msgspec.UnsetType = UNSET


def decode_language_info(raw: _LanguageInfo) -> LanguageInfo:
    """From the struct to `LanguageInfo`."""
    sent: Sent = ()
    pygments_lexer: Any = raw.pygments_lexer
    if pygments_lexer is UNSET:
        pygments_lexer = None
    elif pygments_lexer is None:
        sent = (*sent, ("pygments_lexer", None, None))
    codemirror_mode: Any = raw.codemirror_mode
    if codemirror_mode is UNSET:
        codemirror_mode = None
    elif codemirror_mode is None:
        sent = (*sent, ("codemirror_mode", None, None))
    nbconvert_exporter: Any = raw.nbconvert_exporter
    if nbconvert_exporter is UNSET:
        nbconvert_exporter = None
    elif nbconvert_exporter is None:
        sent = (*sent, ("nbconvert_exporter", None, None))
    made = new(LanguageInfo)
    made.name = raw.name
    made.version = raw.version
    made.mimetype = raw.mimetype
    made.file_extension = raw.file_extension
    made.pygments_lexer = pygments_lexer
    made.codemirror_mode = codemirror_mode
    made.nbconvert_exporter = nbconvert_exporter
    made.extra = {}
    made.sent = sent
    return made


class _HelpLink(_Plain):
    text: str
    url: str


def decode_help_link(raw: _HelpLink) -> HelpLink:
    """From the struct to `HelpLink`."""
    made = new(HelpLink)
    made.text = raw.text
    made.url = raw.url
    made.extra = {}
    made.sent = ()
    return made


class _CommInfo(_Plain):
    target_name: str


def decode_comm_info(raw: _CommInfo) -> CommInfo:
    """From the struct to `CommInfo`."""
    made = new(CommInfo)
    made.target_name = raw.target_name
    made.extra = {}
    made.sent = ()
    return made


class _Transient(_Plain):
    display_id: str | None | msgspec.UnsetType = UNSET


def decode_transient(raw: _Transient) -> Transient:
    """From the struct to `Transient`."""
    sent: Sent = ()
    display_id: Any = raw.display_id
    if display_id is UNSET:
        display_id = None
    elif display_id is None:
        sent = (*sent, ("display_id", None, None))
    made = new(Transient)
    made.display_id = display_id
    made.extra = {}
    made.sent = sent
    return made


class _DisplayData(_Plain):
    data: dict[str, Any]
    metadata: dict[str, Any]
    transient: _Transient | None | msgspec.UnsetType = UNSET


def decode_display_data(raw: _DisplayData) -> DisplayData:
    """From the struct to `DisplayData`."""
    sent: Sent = ()
    transient: Any = raw.transient
    if transient is UNSET:
        transient = None
    elif transient is None:
        sent = (*sent, ("transient", None, None))
    made = new(DisplayData)
    made.data = raw.data
    made.metadata = raw.metadata
    made.transient = None if transient is None else decode_transient(transient)
    made.extra = {}
    made.sent = sent
    return made


class _Error(_Plain):
    ename: str
    evalue: str
    traceback: list[str]


def decode_error(raw: _Error) -> Error:
    """From the struct to `Error`."""
    made = new(Error)
    made.ename = raw.ename
    made.evalue = raw.evalue
    made.traceback = raw.traceback
    made.extra = {}
    made.sent = ()
    return made


class _ExecuteInput(_Plain):
    code: str
    execution_count: int


def decode_execute_input(raw: _ExecuteInput) -> ExecuteInput:
    """From the struct to `ExecuteInput`."""
    made = new(ExecuteInput)
    made.code = raw.code
    made.execution_count = raw.execution_count
    made.extra = {}
    made.sent = ()
    return made


class _ExecuteReply(_Plain):
    status: Literal["ok"]
    execution_count: int
    user_expressions: dict[str, Any]
    payload: list[dict[str, Any]] | None | msgspec.UnsetType = UNSET


def decode_execute_reply(raw: _ExecuteReply) -> ExecuteReply:
    """From the struct to `ExecuteReply`."""
    sent: Sent = ()
    payload: Any = raw.payload
    if payload is UNSET:
        payload = None
    elif payload is None:
        sent = (*sent, ("payload", None, None))
    made = new(ExecuteReply)
    made.status = raw.status
    made.execution_count = raw.execution_count
    made.payload = payload
    made.user_expressions = raw.user_expressions
    made.extra = {}
    made.sent = sent
    return made


class _ExecuteRequest(_Plain):
    code: str
    user_expressions: dict[str, str]
    silent: bool | msgspec.UnsetType = UNSET
    store_history: bool | msgspec.UnsetType = UNSET
    allow_stdin: bool | msgspec.UnsetType = UNSET
    stop_on_error: bool | msgspec.UnsetType = UNSET


def decode_execute_request(raw: _ExecuteRequest) -> ExecuteRequest:
    """From the struct to `ExecuteRequest`."""
    sent: Sent = ()
    silent: Any = raw.silent
    if silent is UNSET:
        silent, sent = odd("silent", ABSENT, False, sent)
    store_history: Any = raw.store_history
    if store_history is UNSET:
        store_history, sent = odd("store_history", ABSENT, True, sent)
    allow_stdin: Any = raw.allow_stdin
    if allow_stdin is UNSET:
        allow_stdin, sent = odd("allow_stdin", ABSENT, True, sent)
    stop_on_error: Any = raw.stop_on_error
    if stop_on_error is UNSET:
        stop_on_error, sent = odd("stop_on_error", ABSENT, True, sent)
    made = new(ExecuteRequest)
    made.code = raw.code
    made.silent = silent
    made.store_history = store_history
    made.user_expressions = raw.user_expressions
    made.allow_stdin = allow_stdin
    made.stop_on_error = stop_on_error
    made.extra = {}
    made.sent = sent
    return made


class _ExecuteResult(_Plain):
    data: dict[str, Any]
    metadata: dict[str, Any]
    execution_count: int
    transient: _Transient | None | msgspec.UnsetType = UNSET


def decode_execute_result(raw: _ExecuteResult) -> ExecuteResult:
    """From the struct to `ExecuteResult`."""
    sent: Sent = ()
    transient: Any = raw.transient
    if transient is UNSET:
        transient = None
    elif transient is None:
        sent = (*sent, ("transient", None, None))
    made = new(ExecuteResult)
    made.data = raw.data
    made.metadata = raw.metadata
    made.transient = None if transient is None else decode_transient(transient)
    made.execution_count = raw.execution_count
    made.extra = {}
    made.sent = sent
    return made


class _Header(_Plain):
    msg_id: str
    session: str
    username: str
    date: str
    msg_type: str
    version: str
    subshell_id: str | None | msgspec.UnsetType = UNSET


def decode_header(raw: _Header) -> Header:
    """From the struct to `Header`."""
    sent: Sent = ()
    subshell_id: Any = raw.subshell_id
    if subshell_id is UNSET:
        subshell_id = None
    elif subshell_id is None:
        sent = (*sent, ("subshell_id", None, None))
    made = new(Header)
    made.msg_id = raw.msg_id
    made.session = raw.session
    made.username = raw.username
    made.date = raw.date
    made.msg_type = raw.msg_type
    made.version = raw.version
    made.subshell_id = subshell_id
    made.extra = {}
    made.sent = sent
    return made


class _HistoryReply(_Plain):
    status: Literal["ok"]
    history: list[list[Any]]


def decode_history_reply(raw: _HistoryReply) -> HistoryReply:
    """From the struct to `HistoryReply`."""
    made = new(HistoryReply)
    made.status = raw.status
    made.history = raw.history
    made.extra = {}
    made.sent = ()
    return made


class _HistoryRequest(_Plain):
    output: bool
    raw: bool
    hist_access_type: str
    session: int | None | msgspec.UnsetType = UNSET
    start: int | None | msgspec.UnsetType = UNSET
    stop: int | None | msgspec.UnsetType = UNSET
    n: int | None | msgspec.UnsetType = UNSET
    pattern: str | None | msgspec.UnsetType = UNSET
    unique: bool | msgspec.UnsetType = UNSET


def decode_history_request(raw: _HistoryRequest) -> HistoryRequest:
    """From the struct to `HistoryRequest`."""
    sent: Sent = ()
    session: Any = raw.session
    if session is UNSET:
        session = None
    elif session is None:
        sent = (*sent, ("session", None, None))
    start: Any = raw.start
    if start is UNSET:
        start = None
    elif start is None:
        sent = (*sent, ("start", None, None))
    stop: Any = raw.stop
    if stop is UNSET:
        stop = None
    elif stop is None:
        sent = (*sent, ("stop", None, None))
    n: Any = raw.n
    if n is UNSET:
        n = None
    elif n is None:
        sent = (*sent, ("n", None, None))
    pattern: Any = raw.pattern
    if pattern is UNSET:
        pattern = None
    elif pattern is None:
        sent = (*sent, ("pattern", None, None))
    unique: Any = raw.unique
    if unique is UNSET:
        unique, sent = odd("unique", ABSENT, False, sent)
    made = new(HistoryRequest)
    made.output = raw.output
    made.raw = raw.raw
    made.hist_access_type = raw.hist_access_type
    made.session = session
    made.start = start
    made.stop = stop
    made.n = n
    made.pattern = pattern
    made.unique = unique
    made.extra = {}
    made.sent = sent
    return made


class _InputReply(_Plain):
    value: str


def decode_input_reply(raw: _InputReply) -> InputReply:
    """From the struct to `InputReply`."""
    made = new(InputReply)
    made.value = raw.value
    made.extra = {}
    made.sent = ()
    return made


class _InputRequest(_Plain):
    prompt: str
    password: bool


def decode_input_request(raw: _InputRequest) -> InputRequest:
    """From the struct to `InputRequest`."""
    made = new(InputRequest)
    made.prompt = raw.prompt
    made.password = raw.password
    made.extra = {}
    made.sent = ()
    return made


class _InspectReply(_Plain):
    status: Literal["ok"]
    found: bool
    data: dict[str, Any]
    metadata: dict[str, Any]


def decode_inspect_reply(raw: _InspectReply) -> InspectReply:
    """From the struct to `InspectReply`."""
    made = new(InspectReply)
    made.status = raw.status
    made.found = raw.found
    made.data = raw.data
    made.metadata = raw.metadata
    made.extra = {}
    made.sent = ()
    return made


class _InspectRequest(_Plain):
    code: str
    cursor_pos: int
    detail_level: Literal[0, 1] | msgspec.UnsetType = UNSET


def decode_inspect_request(raw: _InspectRequest) -> InspectRequest:
    """From the struct to `InspectRequest`."""
    sent: Sent = ()
    detail_level: Any = raw.detail_level
    if detail_level is UNSET:
        detail_level, sent = odd("detail_level", ABSENT, 0, sent)
    made = new(InspectRequest)
    made.code = raw.code
    made.cursor_pos = raw.cursor_pos
    made.detail_level = detail_level
    made.extra = {}
    made.sent = sent
    return made


class _IsCompleteReply(_Plain):
    status: Literal["complete", "incomplete", "invalid", "unknown"]
    indent: str | None | msgspec.UnsetType = UNSET


def decode_is_complete_reply(raw: _IsCompleteReply) -> IsCompleteReply:
    """From the struct to `IsCompleteReply`."""
    sent: Sent = ()
    indent: Any = raw.indent
    if indent is UNSET:
        indent = None
    elif indent is None:
        sent = (*sent, ("indent", None, None))
    made = new(IsCompleteReply)
    made.status = raw.status
    made.indent = indent
    made.extra = {}
    made.sent = sent
    return made


class _IsCompleteRequest(_Plain):
    code: str


def decode_is_complete_request(raw: _IsCompleteRequest) -> IsCompleteRequest:
    """From the struct to `IsCompleteRequest`."""
    made = new(IsCompleteRequest)
    made.code = raw.code
    made.extra = {}
    made.sent = ()
    return made


class _KernelInfoReply(_Plain):
    status: Literal["ok"]
    protocol_version: str
    implementation: str
    implementation_version: str
    language_info: _LanguageInfo
    banner: str
    help_links: list[_HelpLink] | None | msgspec.UnsetType = UNSET
    debugger: bool | None | msgspec.UnsetType = UNSET
    supported_features: list[str] | None | msgspec.UnsetType = UNSET


def decode_kernel_info_reply(raw: _KernelInfoReply) -> KernelInfoReply:
    """From the struct to `KernelInfoReply`."""
    sent: Sent = ()
    help_links: Any = raw.help_links
    if help_links is UNSET:
        help_links = None
    elif help_links is None:
        sent = (*sent, ("help_links", None, None))
    debugger: Any = raw.debugger
    if debugger is UNSET:
        debugger = None
    elif debugger is None:
        sent = (*sent, ("debugger", None, None))
    supported_features: Any = raw.supported_features
    if supported_features is UNSET:
        supported_features = None
    elif supported_features is None:
        sent = (*sent, ("supported_features", None, None))
    made = new(KernelInfoReply)
    made.status = raw.status
    made.protocol_version = raw.protocol_version
    made.implementation = raw.implementation
    made.implementation_version = raw.implementation_version
    made.language_info = decode_language_info(raw.language_info)
    made.banner = raw.banner
    made.help_links = (
        None if help_links is None else [decode_help_link(item) for item in help_links]
    )
    made.debugger = debugger
    made.supported_features = supported_features
    made.extra = {}
    made.sent = sent
    return made


class _KernelInfoRequest(_Plain):
    pass


def decode_kernel_info_request(raw: _KernelInfoRequest) -> KernelInfoRequest:
    """From the struct to `KernelInfoRequest`."""
    made = new(KernelInfoRequest)
    made.extra = {}
    made.sent = ()
    return made


class _ShutdownReply(_Plain):
    status: Literal["ok"]
    restart: bool


def decode_shutdown_reply(raw: _ShutdownReply) -> ShutdownReply:
    """From the struct to `ShutdownReply`."""
    made = new(ShutdownReply)
    made.status = raw.status
    made.restart = raw.restart
    made.extra = {}
    made.sent = ()
    return made


class _ShutdownRequest(_Plain):
    restart: bool


def decode_shutdown_request(raw: _ShutdownRequest) -> ShutdownRequest:
    """From the struct to `ShutdownRequest`."""
    made = new(ShutdownRequest)
    made.restart = raw.restart
    made.extra = {}
    made.sent = ()
    return made


class _Status(_Plain):
    execution_state: str


def decode_status(raw: _Status) -> Status:
    """From the struct to `Status`."""
    made = new(Status)
    made.execution_state = raw.execution_state
    made.extra = {}
    made.sent = ()
    return made


class _Stream(_Plain):
    name: Literal["stdout", "stderr"]
    text: str


def decode_stream(raw: _Stream) -> Stream:
    """From the struct to `Stream`."""
    made = new(Stream)
    made.name = raw.name
    made.text = raw.text
    made.extra = {}
    made.sent = ()
    return made


class _CommInfoReply(_Plain):
    status: Literal["ok"]
    comms: dict[str, _CommInfo]


def decode_comm_info_reply(raw: _CommInfoReply) -> CommInfoReply:
    """From the struct to `CommInfoReply`."""
    made = new(CommInfoReply)
    made.status = raw.status
    made.comms = {key: decode_comm_info(item) for key, item in raw.comms.items()}
    made.extra = {}
    made.sent = ()
    return made


class _CommInfoRequest(_Plain):
    target_name: str | None | msgspec.UnsetType = UNSET


def decode_comm_info_request(raw: _CommInfoRequest) -> CommInfoRequest:
    """From the struct to `CommInfoRequest`."""
    sent: Sent = ()
    target_name: Any = raw.target_name
    if target_name is UNSET:
        target_name = None
    elif target_name is None:
        sent = (*sent, ("target_name", None, None))
    made = new(CommInfoRequest)
    made.target_name = target_name
    made.extra = {}
    made.sent = sent
    return made


class _UpdateDisplayData(_Plain):
    data: dict[str, Any]
    metadata: dict[str, Any]
    transient: _Transient


def decode_update_display_data(raw: _UpdateDisplayData) -> UpdateDisplayData:
    """From the struct to `UpdateDisplayData`."""
    made = new(UpdateDisplayData)
    made.data = raw.data
    made.metadata = raw.metadata
    made.transient = decode_transient(raw.transient)
    made.extra = {}
    made.sent = ()
    return made


class _InterruptReply(_Plain):
    status: Literal["ok"]


def decode_interrupt_reply(raw: _InterruptReply) -> InterruptReply:
    """From the struct to `InterruptReply`."""
    made = new(InterruptReply)
    made.status = raw.status
    made.extra = {}
    made.sent = ()
    return made


class _InterruptRequest(_Plain):
    pass


def decode_interrupt_request(raw: _InterruptRequest) -> InterruptRequest:
    """From the struct to `InterruptRequest`."""
    made = new(InterruptRequest)
    made.extra = {}
    made.sent = ()
    return made


class _CreateSubshellReply(_Plain):
    status: Literal["ok"]
    subshell_id: str


def decode_create_subshell_reply(raw: _CreateSubshellReply) -> CreateSubshellReply:
    """From the struct to `CreateSubshellReply`."""
    made = new(CreateSubshellReply)
    made.status = raw.status
    made.subshell_id = raw.subshell_id
    made.extra = {}
    made.sent = ()
    return made


class _CreateSubshellRequest(_Plain):
    pass


def decode_create_subshell_request(raw: _CreateSubshellRequest) -> CreateSubshellRequest:
    """From the struct to `CreateSubshellRequest`."""
    made = new(CreateSubshellRequest)
    made.extra = {}
    made.sent = ()
    return made


class _DebugEvent(_Plain):
    seq: int
    type: Literal["event"]
    event: str
    body: Any | None | msgspec.UnsetType = UNSET


def decode_debug_event(raw: _DebugEvent) -> DebugEvent:
    """From the struct to `DebugEvent`."""
    sent: Sent = ()
    body: Any = raw.body
    if body is UNSET:
        body = None
    elif body is None:
        sent = (*sent, ("body", None, None))
    made = new(DebugEvent)
    made.seq = raw.seq
    made.type = raw.type
    made.event = raw.event
    made.body = body
    made.extra = {}
    made.sent = sent
    return made


class _DebugReply(_Plain):
    seq: int
    type: Literal["response"]
    request_seq: int
    success: bool
    command: str
    message: str | None | msgspec.UnsetType = UNSET
    body: Any | None | msgspec.UnsetType = UNSET


def decode_debug_reply(raw: _DebugReply) -> DebugReply:
    """From the struct to `DebugReply`."""
    sent: Sent = ()
    message: Any = raw.message
    if message is UNSET:
        message = None
    elif message is None:
        sent = (*sent, ("message", None, None))
    body: Any = raw.body
    if body is UNSET:
        body = None
    elif body is None:
        sent = (*sent, ("body", None, None))
    made = new(DebugReply)
    made.seq = raw.seq
    made.type = raw.type
    made.request_seq = raw.request_seq
    made.success = raw.success
    made.command = raw.command
    made.message = message
    made.body = body
    made.extra = {}
    made.sent = sent
    return made


class _DebugRequest(_Plain):
    seq: int
    type: Literal["request"]
    command: str
    arguments: Any | None | msgspec.UnsetType = UNSET


def decode_debug_request(raw: _DebugRequest) -> DebugRequest:
    """From the struct to `DebugRequest`."""
    sent: Sent = ()
    arguments: Any = raw.arguments
    if arguments is UNSET:
        arguments = None
    elif arguments is None:
        sent = (*sent, ("arguments", None, None))
    made = new(DebugRequest)
    made.seq = raw.seq
    made.type = raw.type
    made.command = raw.command
    made.arguments = arguments
    made.extra = {}
    made.sent = sent
    return made


class _DeleteSubshellReply(_Plain):
    status: Literal["ok"]


def decode_delete_subshell_reply(raw: _DeleteSubshellReply) -> DeleteSubshellReply:
    """From the struct to `DeleteSubshellReply`."""
    made = new(DeleteSubshellReply)
    made.status = raw.status
    made.extra = {}
    made.sent = ()
    return made


class _DeleteSubshellRequest(_Plain):
    subshell_id: str


def decode_delete_subshell_request(raw: _DeleteSubshellRequest) -> DeleteSubshellRequest:
    """From the struct to `DeleteSubshellRequest`."""
    made = new(DeleteSubshellRequest)
    made.subshell_id = raw.subshell_id
    made.extra = {}
    made.sent = ()
    return made


class _IopubWelcome(_Plain):
    subscription: str


def decode_iopub_welcome(raw: _IopubWelcome) -> IopubWelcome:
    """From the struct to `IopubWelcome`."""
    made = new(IopubWelcome)
    made.subscription = raw.subscription
    made.extra = {}
    made.sent = ()
    return made


class _ListSubshellReply(_Plain):
    status: Literal["ok"]
    subshell_id: list[str]


def decode_list_subshell_reply(raw: _ListSubshellReply) -> ListSubshellReply:
    """From the struct to `ListSubshellReply`."""
    made = new(ListSubshellReply)
    made.status = raw.status
    made.subshell_id = raw.subshell_id
    made.extra = {}
    made.sent = ()
    return made


class _ListSubshellRequest(_Plain):
    pass


def decode_list_subshell_request(raw: _ListSubshellRequest) -> ListSubshellRequest:
    """From the struct to `ListSubshellRequest`."""
    made = new(ListSubshellRequest)
    made.extra = {}
    made.sent = ()
    return made


_encode = msgspec.json.Encoder().encode


def plain_header_text(header: Any) -> bytes | None:
    """A header as JSON; None if it is none, has no msg_type, or more than its required fields, all of them strings."""
    if (
        type(header) is not Header
        or not header.msg_type
        or header.extra
        or header.sent
        or header.subshell_id is not None
    ):
        return None
    msg_id = header.msg_id
    session = header.session
    username = header.username
    date = header.date
    msg_type = header.msg_type
    version = header.version
    if (
        type(msg_id)
        is type(session)
        is type(username)
        is type(date)
        is type(msg_type)
        is type(version)
        is str
    ):
        return _encode(
            _Header(
                msg_id,
                session,
                username,
                date,
                msg_type,
                version,
            )
        )
    return None


def _reader(
    struct: type[_Plain],
    make: Callable[[Any], Any],
    nesting: Callable[[Any], list[Any]] | None = None,
) -> Reader:
    return Reader(msgspec.json.Decoder(struct).decode, make, nesting)


HEADER = _reader(_Header, decode_header)
"""How a header is read."""

CONTENTS: Mapping[str, Reader] = MappingProxyType(
    {
        "clear_output": _reader(_ClearOutput, decode_clear_output),
        "comm_close": _reader(_CommClose, decode_comm_close, lambda raw: [raw.data]),
        "comm_msg": _reader(_CommMsg, decode_comm_msg, lambda raw: [raw.data]),
        "comm_open": _reader(_CommOpen, decode_comm_open, lambda raw: [raw.data]),
        "complete_reply": _reader(
            _CompleteReply, decode_complete_reply, lambda raw: [raw.metadata]
        ),
        "complete_request": _reader(_CompleteRequest, decode_complete_request),
        "connect_reply": _reader(_ConnectReply, decode_connect_reply),
        "connect_request": _reader(_ConnectRequest, decode_connect_request),
        "display_data": _reader(
            _DisplayData, decode_display_data, lambda raw: [raw.data, raw.metadata]
        ),
        "error": _reader(_Error, decode_error),
        "execute_input": _reader(_ExecuteInput, decode_execute_input),
        "execute_reply": _reader(
            _ExecuteReply, decode_execute_reply, lambda raw: [raw.payload, raw.user_expressions]
        ),
        "execute_request": _reader(_ExecuteRequest, decode_execute_request),
        "execute_result": _reader(
            _ExecuteResult, decode_execute_result, lambda raw: [raw.data, raw.metadata]
        ),
        "history_reply": _reader(_HistoryReply, decode_history_reply, lambda raw: [raw.history]),
        "history_request": _reader(_HistoryRequest, decode_history_request),
        "input_reply": _reader(_InputReply, decode_input_reply),
        "input_request": _reader(_InputRequest, decode_input_request),
        "inspect_reply": _reader(
            _InspectReply, decode_inspect_reply, lambda raw: [raw.data, raw.metadata]
        ),
        "inspect_request": _reader(_InspectRequest, decode_inspect_request),
        "is_complete_reply": _reader(_IsCompleteReply, decode_is_complete_reply),
        "is_complete_request": _reader(_IsCompleteRequest, decode_is_complete_request),
        "kernel_info_reply": _reader(
            _KernelInfoReply,
            decode_kernel_info_reply,
            lambda raw: [[raw.language_info.codemirror_mode]],
        ),
        "kernel_info_request": _reader(_KernelInfoRequest, decode_kernel_info_request),
        "shutdown_reply": _reader(_ShutdownReply, decode_shutdown_reply),
        "shutdown_request": _reader(_ShutdownRequest, decode_shutdown_request),
        "status": _reader(_Status, decode_status),
        "stream": _reader(_Stream, decode_stream),
        "comm_info_reply": _reader(_CommInfoReply, decode_comm_info_reply),
        "comm_info_request": _reader(_CommInfoRequest, decode_comm_info_request),
        "update_display_data": _reader(
            _UpdateDisplayData, decode_update_display_data, lambda raw: [raw.data, raw.metadata]
        ),
        "interrupt_reply": _reader(_InterruptReply, decode_interrupt_reply),
        "interrupt_request": _reader(_InterruptRequest, decode_interrupt_request),
        "create_subshell_reply": _reader(_CreateSubshellReply, decode_create_subshell_reply),
        "create_subshell_request": _reader(_CreateSubshellRequest, decode_create_subshell_request),
        "debug_event": _reader(_DebugEvent, decode_debug_event, lambda raw: [raw.body]),
        "debug_reply": _reader(_DebugReply, decode_debug_reply, lambda raw: [raw.body]),
        "debug_request": _reader(_DebugRequest, decode_debug_request, lambda raw: [raw.arguments]),
        "delete_subshell_reply": _reader(_DeleteSubshellReply, decode_delete_subshell_reply),
        "delete_subshell_request": _reader(_DeleteSubshellRequest, decode_delete_subshell_request),
        "iopub_welcome": _reader(_IopubWelcome, decode_iopub_welcome),
        "list_subshell_reply": _reader(_ListSubshellReply, decode_list_subshell_reply),
        "list_subshell_request": _reader(_ListSubshellRequest, decode_list_subshell_request),
    }
)
"""How the content of each message type is read; of a reply, where its ``status`` is ``ok``."""
