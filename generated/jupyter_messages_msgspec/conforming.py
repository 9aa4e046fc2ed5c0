# Generated from schemas/ by "make generate". Do not edit: change the schemas and run it again.
"""What surely conforms: types that msgspec checks while it parses, narrower than the schemas, never wider.

What fits has neither an error nor a warning; what does not fit is for the validators to judge, and may conform all the
same. Needs msgspec; nothing else beside it does.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, Any, Literal

from msgspec import UNSET, Meta, Struct, UnsetType, field

Integer = Annotated[int, Meta(ge=-(2**63), le=2**63 - 1)]
_Plain = str | bool | Integer | None
_Flat = _Plain | list[_Plain] | dict[str, _Plain]
_Nested = _Plain | list[_Flat] | dict[str, _Flat]
Free = _Plain | list[_Nested] | dict[str, _Nested]
"""Any JSON, as long as it is not deep and without fractions, which can be written longer than they stood."""


class Header(Struct, kw_only=True, forbid_unknown_fields=True, gc=False):
    msg_id: str
    session: str
    username: str
    date: Annotated[
        str,
        Meta(
            pattern="^[0-9]{4}-?[0-9]{2}-?[0-9]{2}T[0-9]{2}(:?[0-9]{2}(:?[0-9]{2}([.,][0-9]+)?)?)?(Z|[+-][0-9]{2}(:?[0-9]{2})?)?$"
        ),
    ]
    msg_type: str
    version: Annotated[str, Meta(pattern="^[0-9]+\\.[0-9]+")]
    subshell_id: str | None | UnsetType = UNSET


class ClearOutput(Struct, kw_only=True, forbid_unknown_fields=True, gc=False):
    wait: bool


class CommClose(Struct, kw_only=True, forbid_unknown_fields=True, gc=False):
    comm_id: str
    data: dict[str, Free]


class CommOpen(Struct, kw_only=True, forbid_unknown_fields=True, gc=False):
    comm_id: str
    target_name: str
    data: dict[str, Free]


class CompleteReply(
    Struct, kw_only=True, forbid_unknown_fields=True, gc=False, tag_field="status", tag="ok"
):
    matches: list[str]
    cursor_start: Annotated[int, Meta(ge=0, le=2**63 - 1)]
    cursor_end: Annotated[int, Meta(ge=0, le=2**63 - 1)]
    metadata: dict[str, Free]


class ErrorReply(
    Struct, kw_only=True, forbid_unknown_fields=True, gc=False, tag_field="status", tag="error"
):
    ename: str
    evalue: str
    traceback: list[str]
    execution_count: Integer | UnsetType = UNSET


class AbortedReply(
    Struct, kw_only=True, forbid_unknown_fields=True, gc=False, tag_field="status", tag="aborted"
):
    execution_count: Integer | UnsetType = UNSET


class CompleteRequest(Struct, kw_only=True, forbid_unknown_fields=True, gc=False):
    code: str
    cursor_pos: Annotated[int, Meta(ge=0, le=2**63 - 1)]


class ConnectReply(
    Struct, kw_only=True, forbid_unknown_fields=True, gc=False, tag_field="status", tag="ok"
):
    shell_port: Annotated[int, Meta(ge=0, le=65535)] | UnsetType = UNSET
    iopub_port: Annotated[int, Meta(ge=0, le=65535)] | UnsetType = UNSET
    stdin_port: Annotated[int, Meta(ge=0, le=65535)] | UnsetType = UNSET
    hb_port: Annotated[int, Meta(ge=0, le=65535)] | UnsetType = UNSET
    control_port: Annotated[int, Meta(ge=0, le=65535)] | UnsetType = UNSET


class DisplayData(Struct, kw_only=True, forbid_unknown_fields=True, gc=False):
    data: dict[str, Free]
    metadata: dict[str, Free]


class Error(Struct, kw_only=True, forbid_unknown_fields=True, gc=False):
    ename: str
    evalue: str
    traceback: list[str]


class ExecuteInput(Struct, kw_only=True, forbid_unknown_fields=True, gc=False):
    code: str
    execution_count: Integer


class ExpressionResult(Struct, kw_only=True, forbid_unknown_fields=True, gc=False):
    status: Literal["ok"]
    data: dict[str, Free]
    metadata: dict[str, Free]


class ExecuteReply(
    Struct, kw_only=True, forbid_unknown_fields=True, gc=False, tag_field="status", tag="ok"
):
    execution_count: Integer
    payload: Annotated[list[Free], Meta(max_length=0)] | UnsetType = UNSET
    user_expressions: dict[str, ExpressionResult]


class ErrorReply_2(
    Struct, kw_only=True, forbid_unknown_fields=True, gc=False, tag_field="status", tag="error"
):
    ename: str
    evalue: str
    traceback: list[str]
    execution_count: Integer


class AbortedReply_2(
    Struct, kw_only=True, forbid_unknown_fields=True, gc=False, tag_field="status", tag="aborted"
):
    execution_count: Integer


class ExecuteRequest(Struct, kw_only=True, forbid_unknown_fields=True, gc=False):
    code: str
    silent: bool | UnsetType = UNSET
    store_history: bool | UnsetType = UNSET
    user_expressions: dict[str, str]
    allow_stdin: bool | UnsetType = UNSET
    stop_on_error: bool | UnsetType = UNSET


class MimeBundle(Struct, kw_only=True, forbid_unknown_fields=True, gc=False):
    text_plain: Free = field(name="text/plain")


class DisplayData_2(Struct, kw_only=True, forbid_unknown_fields=True, gc=False):
    data: MimeBundle
    metadata: dict[str, Free]
    execution_count: Integer


class HistoryReply(
    Struct, kw_only=True, forbid_unknown_fields=True, gc=False, tag_field="status", tag="ok"
):
    history: list[tuple[Integer, Integer, str]]


class HistoryRequest(
    Struct,
    kw_only=True,
    forbid_unknown_fields=True,
    gc=False,
    tag_field="hist_access_type",
    tag="range",
):
    output: bool
    raw: bool
    session: Integer
    start: Integer
    stop: Integer
    n: Integer | UnsetType = UNSET
    pattern: str | UnsetType = UNSET
    unique: bool | UnsetType = UNSET


class HistoryRequest_2(
    Struct,
    kw_only=True,
    forbid_unknown_fields=True,
    gc=False,
    tag_field="hist_access_type",
    tag="tail",
):
    output: bool
    raw: bool
    session: Integer | UnsetType = UNSET
    start: Integer | UnsetType = UNSET
    stop: Integer | UnsetType = UNSET
    n: Integer
    pattern: str | UnsetType = UNSET
    unique: bool | UnsetType = UNSET


class HistoryRequest_3(
    Struct,
    kw_only=True,
    forbid_unknown_fields=True,
    gc=False,
    tag_field="hist_access_type",
    tag="search",
):
    output: bool
    raw: bool
    session: Integer | UnsetType = UNSET
    start: Integer | UnsetType = UNSET
    stop: Integer | UnsetType = UNSET
    n: Integer
    pattern: str
    unique: bool | UnsetType = UNSET


class InputReply(Struct, kw_only=True, forbid_unknown_fields=True, gc=False):
    value: str


class InputRequest(Struct, kw_only=True, forbid_unknown_fields=True, gc=False):
    prompt: str
    password: bool


class InspectReply(
    Struct, kw_only=True, forbid_unknown_fields=True, gc=False, tag_field="status", tag="ok"
):
    found: bool
    data: dict[str, Free]
    metadata: dict[str, Free]


class InspectRequest(Struct, kw_only=True, forbid_unknown_fields=True, gc=False):
    code: str
    cursor_pos: Annotated[int, Meta(ge=0, le=2**63 - 1)]
    detail_level: Literal[0, 1] | UnsetType = UNSET


class IsCompleteReply(
    Struct, kw_only=True, forbid_unknown_fields=True, gc=False, tag_field="status", tag="complete"
):
    indent: str | UnsetType = UNSET


class IsCompleteReply_2(
    Struct, kw_only=True, forbid_unknown_fields=True, gc=False, tag_field="status", tag="incomplete"
):
    indent: str


class IsCompleteReply_3(
    Struct, kw_only=True, forbid_unknown_fields=True, gc=False, tag_field="status", tag="invalid"
):
    indent: str | UnsetType = UNSET


class IsCompleteReply_4(
    Struct, kw_only=True, forbid_unknown_fields=True, gc=False, tag_field="status", tag="unknown"
):
    indent: str | UnsetType = UNSET


class IsCompleteRequest(Struct, kw_only=True, forbid_unknown_fields=True, gc=False):
    code: str


class LanguageInfo(Struct, kw_only=True, forbid_unknown_fields=True, gc=False):
    name: str
    version: str
    mimetype: str
    file_extension: str
    pygments_lexer: str | UnsetType = UNSET
    codemirror_mode: str | dict[str, Free] | UnsetType = UNSET
    nbconvert_exporter: str | UnsetType = UNSET


class HelpLink(Struct, kw_only=True, forbid_unknown_fields=True, gc=False):
    text: str
    url: str


class KernelInfoReply(
    Struct, kw_only=True, forbid_unknown_fields=True, gc=False, tag_field="status", tag="ok"
):
    protocol_version: Annotated[str, Meta(pattern="^[0-9]+\\.[0-9]+")]
    implementation: str
    implementation_version: str
    language_info: LanguageInfo
    banner: str
    help_links: list[HelpLink] | UnsetType = UNSET


class ShutdownReply(
    Struct, kw_only=True, forbid_unknown_fields=True, gc=False, tag_field="status", tag="ok"
):
    restart: bool


class ShutdownRequest(Struct, kw_only=True, forbid_unknown_fields=True, gc=False):
    restart: bool


class Status(Struct, kw_only=True, forbid_unknown_fields=True, gc=False):
    execution_state: Literal["busy", "idle", "starting"]


class Stream(Struct, kw_only=True, forbid_unknown_fields=True, gc=False):
    name: Literal["stdout", "stderr"]
    text: str


class Transient(Struct, kw_only=True, forbid_unknown_fields=True, gc=False):
    display_id: str | UnsetType = UNSET


class DisplayData_3(Struct, kw_only=True, forbid_unknown_fields=True, gc=False):
    data: dict[str, Free]
    metadata: dict[str, Free]
    transient: Transient | UnsetType = UNSET


class DisplayData_4(Struct, kw_only=True, forbid_unknown_fields=True, gc=False):
    data: MimeBundle
    metadata: dict[str, Free]
    transient: Transient | UnsetType = UNSET
    execution_count: Integer


class CommInfo(Struct, kw_only=True, forbid_unknown_fields=True, gc=False):
    target_name: str


class CommInfoReply(
    Struct, kw_only=True, forbid_unknown_fields=True, gc=False, tag_field="status", tag="ok"
):
    comms: dict[str, CommInfo]


class CommInfoRequest(Struct, kw_only=True, forbid_unknown_fields=True, gc=False):
    target_name: str | UnsetType = UNSET


class Transient_2(Struct, kw_only=True, forbid_unknown_fields=True, gc=False):
    display_id: str


class DisplayData_5(Struct, kw_only=True, forbid_unknown_fields=True, gc=False):
    data: dict[str, Free]
    metadata: dict[str, Free]
    transient: Transient_2


class InterruptReply(
    Struct, kw_only=True, forbid_unknown_fields=True, gc=False, tag_field="status", tag="ok"
):
    pass


class KernelInfoReply_2(
    Struct, kw_only=True, forbid_unknown_fields=True, gc=False, tag_field="status", tag="ok"
):
    protocol_version: Annotated[str, Meta(pattern="^[0-9]+\\.[0-9]+")]
    implementation: str
    implementation_version: str
    language_info: LanguageInfo
    banner: str
    help_links: list[HelpLink] | UnsetType = UNSET
    supported_features: list[Literal["debugger", "kernel subshells"]] | UnsetType = UNSET


class CreateSubshellReply(
    Struct, kw_only=True, forbid_unknown_fields=True, gc=False, tag_field="status", tag="ok"
):
    subshell_id: str


class DapEvent(Struct, kw_only=True, forbid_unknown_fields=True, gc=False):
    seq: Integer
    type: Literal["event"]
    event: Literal[
        "breakpoint",
        "capabilities",
        "continued",
        "exited",
        "initialized",
        "invalidated",
        "loadedSource",
        "memory",
        "module",
        "output",
        "process",
        "progressEnd",
        "progressStart",
        "progressUpdate",
        "stopped",
        "terminated",
        "thread",
    ]
    body: Free | UnsetType = UNSET


class DapResponse(Struct, kw_only=True, forbid_unknown_fields=True, gc=False):
    seq: Integer
    type: Literal["response"]
    request_seq: Integer
    success: bool
    command: Annotated[
        str,
        Meta(
            pattern="^(?!(?:dumpCell|debugInfo|inspectVariables|richInspectVariables|copyToGlobals)$)"
        ),
    ]
    message: str | UnsetType = UNSET
    body: Free | UnsetType = UNSET


class DapRequest(Struct, kw_only=True, forbid_unknown_fields=True, gc=False):
    seq: Integer
    type: Literal["request"]
    command: Literal[
        "debugInfo",
        "inspectVariables",
        "attach",
        "breakpointLocations",
        "cancel",
        "completions",
        "configurationDone",
        "continue",
        "dataBreakpointInfo",
        "disassemble",
        "disconnect",
        "evaluate",
        "exceptionInfo",
        "goto",
        "gotoTargets",
        "initialize",
        "launch",
        "loadedSources",
        "locations",
        "modules",
        "next",
        "pause",
        "readMemory",
        "restart",
        "restartFrame",
        "reverseContinue",
        "runInTerminal",
        "scopes",
        "setBreakpoints",
        "setDataBreakpoints",
        "setExceptionBreakpoints",
        "setExpression",
        "setFunctionBreakpoints",
        "setInstructionBreakpoints",
        "setVariable",
        "source",
        "stackTrace",
        "startDebugging",
        "stepBack",
        "stepIn",
        "stepInTargets",
        "stepOut",
        "terminate",
        "terminateThreads",
        "threads",
        "variables",
        "writeMemory",
    ]
    arguments: Free | UnsetType = UNSET


class DeleteSubshellRequest(Struct, kw_only=True, forbid_unknown_fields=True, gc=False):
    subshell_id: str


class IopubWelcome(Struct, kw_only=True, forbid_unknown_fields=True, gc=False):
    subscription: str


class ListSubshellReply(
    Struct, kw_only=True, forbid_unknown_fields=True, gc=False, tag_field="status", tag="ok"
):
    subshell_id: list[str]


_CONTENTS_5_0: dict[str, Any] = {
    "clear_output": ClearOutput,
    "comm_close": CommClose,
    "comm_msg": CommClose,
    "comm_open": CommOpen,
    "complete_reply": CompleteReply | ErrorReply | AbortedReply,
    "complete_request": CompleteRequest,
    "connect_reply": ConnectReply | ErrorReply | AbortedReply,
    "connect_request": dict[str, Free],
    "display_data": DisplayData,
    "error": Error,
    "execute_input": ExecuteInput,
    "execute_reply": ExecuteReply | ErrorReply_2 | AbortedReply_2,
    "execute_request": ExecuteRequest,
    "execute_result": DisplayData_2,
    "history_reply": HistoryReply | ErrorReply | AbortedReply,
    "history_request": HistoryRequest | HistoryRequest_2 | HistoryRequest_3,
    "input_reply": InputReply,
    "input_request": InputRequest,
    "inspect_reply": InspectReply | ErrorReply | AbortedReply,
    "inspect_request": InspectRequest,
    "is_complete_reply": IsCompleteReply
    | IsCompleteReply_2
    | IsCompleteReply_3
    | IsCompleteReply_4
    | ErrorReply
    | AbortedReply,
    "is_complete_request": IsCompleteRequest,
    "kernel_info_reply": KernelInfoReply | ErrorReply | AbortedReply,
    "kernel_info_request": dict[str, Free],
    "shutdown_reply": ShutdownReply | ErrorReply | AbortedReply,
    "shutdown_request": ShutdownRequest,
    "status": Status,
    "stream": Stream,
}

_CONTENTS_5_1: dict[str, Any] = {
    **_CONTENTS_5_0,
    "complete_reply": CompleteReply | ErrorReply,
    "connect_reply": ConnectReply | ErrorReply,
    "display_data": DisplayData_3,
    "execute_reply": ExecuteReply | ErrorReply_2,
    "execute_result": DisplayData_4,
    "history_reply": HistoryReply | ErrorReply,
    "inspect_reply": InspectReply | ErrorReply,
    "is_complete_reply": IsCompleteReply
    | IsCompleteReply_2
    | IsCompleteReply_3
    | IsCompleteReply_4
    | ErrorReply,
    "kernel_info_reply": KernelInfoReply | ErrorReply,
    "shutdown_reply": ShutdownReply | ErrorReply,
    "comm_info_reply": CommInfoReply | ErrorReply,
    "comm_info_request": CommInfoRequest,
    "update_display_data": DisplayData_5,
}

_CONTENTS_5_2: dict[str, Any] = {
    **_CONTENTS_5_1,
}

_CONTENTS_5_3: dict[str, Any] = {
    **_CONTENTS_5_2,
    "interrupt_reply": InterruptReply | ErrorReply,
    "interrupt_request": dict[str, Free],
}

_CONTENTS_5_4: dict[str, Any] = {
    **_CONTENTS_5_3,
}

_CONTENTS_5_5: dict[str, Any] = {
    **_CONTENTS_5_4,
    "kernel_info_reply": KernelInfoReply_2 | ErrorReply,
    "create_subshell_reply": CreateSubshellReply | ErrorReply,
    "create_subshell_request": dict[str, Free],
    "debug_event": DapEvent,
    "debug_reply": DapResponse,
    "debug_request": DapRequest,
    "delete_subshell_reply": InterruptReply | ErrorReply,
    "delete_subshell_request": DeleteSubshellRequest,
    "iopub_welcome": IopubWelcome,
    "list_subshell_reply": ListSubshellReply | ErrorReply,
    "list_subshell_request": dict[str, Free],
}

_CONTENTS_5_6: dict[str, Any] = {
    **_CONTENTS_5_5,
}

CONTENTS: Mapping[str, Mapping[str, Any]] = MappingProxyType(
    {
        "5.0": MappingProxyType(_CONTENTS_5_0),
        "5.1": MappingProxyType(_CONTENTS_5_1),
        "5.2": MappingProxyType(_CONTENTS_5_2),
        "5.3": MappingProxyType(_CONTENTS_5_3),
        "5.4": MappingProxyType(_CONTENTS_5_4),
        "5.5": MappingProxyType(_CONTENTS_5_5),
        "5.6": MappingProxyType(_CONTENTS_5_6),
    }
)
"""By version and message type: what surely is a right content. Not every type has its row."""
