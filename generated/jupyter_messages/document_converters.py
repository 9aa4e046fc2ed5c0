# Generated from schemas/ by "make generate". Do not edit: change the schemas and run it again.

"""From the JSON of what is not a message to its class and back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Literal, overload

from .documents import (
    AskExitPayload,
    ConnectionFile,
    CopyToGlobalsArguments,
    CopyToGlobalsBody,
    DapEvent,
    DapRequest,
    DapResponse,
    DebugInfoBody,
    DumpCellArguments,
    DumpCellBody,
    EditMagicPayload,
    ExpressionResult,
    FileBreakpoints,
    InspectedVariable,
    InspectVariablesBody,
    KernelRegistration,
    Kernelspec,
    PagePayload,
    RegistrationFile,
    RichInspectVariablesArguments,
    RichInspectVariablesBody,
    SetNextInputPayload,
    SourceBreakpoint,
)
from .problems import ABSENT, is_object
from .support import Invalid, Sent, Unreadable, holds, odd, restore

_ASK_EXIT_PAYLOAD: frozenset[str] = frozenset(("source", "keepkernel"))


def decode_ask_exit_payload(raw: dict[str, Any]) -> AskExitPayload:
    """From JSON to `AskExitPayload`. Raises Unreadable."""
    sent: Sent = ()
    source = raw.get("source", ABSENT)
    if source != "ask_exit":
        source, sent = odd("source", source, "ask_exit", sent)
    keepkernel = raw.get("keepkernel", ABSENT)
    if not isinstance(keepkernel, bool):
        keepkernel, sent = odd("keepkernel", keepkernel, False, sent)
    known = _ASK_EXIT_PAYLOAD
    extra = {} if known.issuperset(raw) else {key: raw[key] for key in raw if key not in known}
    return AskExitPayload(
        keepkernel,
        source,
        extra,
        sent,
    )


def encode_ask_exit_payload(content: AskExitPayload) -> dict[str, Any]:
    """From `AskExitPayload` to JSON."""
    raw: dict[str, Any] = {
        "source": content.source,
        "keepkernel": content.keepkernel,
    }
    if content.extra:
        raw.update(content.extra)
    if content.sent:
        restore(raw, content.sent)
    return raw


_CONNECTION_FILE: frozenset[str] = frozenset(
    (
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
    )
)


def decode_connection_file(raw: dict[str, Any]) -> ConnectionFile:
    """From JSON to `ConnectionFile`. Raises Unreadable."""
    sent: Sent = ()
    transport = raw.get("transport", ABSENT)
    if not isinstance(transport, str):
        transport, sent = odd("transport", transport, "tcp", sent)
    ip = raw.get("ip", ABSENT)
    if not isinstance(ip, str):
        ip, sent = odd("ip", ip, "", sent)
    shell_port = raw.get("shell_port", ABSENT)
    if type(shell_port) is not int:
        shell_port, sent = odd("shell_port", shell_port, 0, sent, whole=True)
    control_port = raw.get("control_port", ABSENT)
    if type(control_port) is not int:
        control_port, sent = odd("control_port", control_port, 0, sent, whole=True)
    stdin_port = raw.get("stdin_port", ABSENT)
    if type(stdin_port) is not int:
        stdin_port, sent = odd("stdin_port", stdin_port, 0, sent, whole=True)
    iopub_port = raw.get("iopub_port", ABSENT)
    if type(iopub_port) is not int:
        iopub_port, sent = odd("iopub_port", iopub_port, 0, sent, whole=True)
    hb_port = raw.get("hb_port", ABSENT)
    if type(hb_port) is not int:
        hb_port, sent = odd("hb_port", hb_port, 0, sent, whole=True)
    signature_scheme = raw.get("signature_scheme", ABSENT)
    if not isinstance(signature_scheme, str):
        signature_scheme, sent = odd("signature_scheme", signature_scheme, "hmac-sha256", sent)
    key = raw.get("key", ABSENT)
    if not isinstance(key, str):
        key, sent = odd("key", key, "", sent)
    curve_publickey = raw.get("curve_publickey", ABSENT)
    if not isinstance(curve_publickey, str):
        curve_publickey, sent = odd("curve_publickey", curve_publickey, None, sent)
    curve_secretkey = raw.get("curve_secretkey", ABSENT)
    if not isinstance(curve_secretkey, str):
        curve_secretkey, sent = odd("curve_secretkey", curve_secretkey, None, sent)
    known = _CONNECTION_FILE
    extra = {} if known.issuperset(raw) else {key: raw[key] for key in raw if key not in known}
    return ConnectionFile(
        transport,
        ip,
        shell_port,
        control_port,
        stdin_port,
        iopub_port,
        hb_port,
        signature_scheme,
        key,
        curve_publickey,
        curve_secretkey,
        extra,
        sent,
    )


def encode_connection_file(content: ConnectionFile) -> dict[str, Any]:
    """From `ConnectionFile` to JSON."""
    raw: dict[str, Any] = {
        "transport": content.transport,
        "ip": content.ip,
        "shell_port": content.shell_port,
        "control_port": content.control_port,
        "stdin_port": content.stdin_port,
        "iopub_port": content.iopub_port,
        "hb_port": content.hb_port,
        "signature_scheme": content.signature_scheme,
        "key": content.key,
    }
    if content.curve_publickey is not None:
        raw["curve_publickey"] = content.curve_publickey
    if content.curve_secretkey is not None:
        raw["curve_secretkey"] = content.curve_secretkey
    if content.extra:
        raw.update(content.extra)
    if content.sent:
        restore(raw, content.sent)
    return raw


_EXPRESSION_RESULT: frozenset[str] = frozenset(("status", "data", "metadata"))


def decode_expression_result(raw: dict[str, Any]) -> ExpressionResult:
    """From JSON to `ExpressionResult`. Raises Unreadable."""
    sent: Sent = ()
    status = raw.get("status", ABSENT)
    if status != "ok":
        status, sent = odd("status", status, "ok", sent)
    data = raw.get("data", ABSENT)
    if not is_object(data):
        data, sent = odd("data", data, {}, sent)
    metadata = raw.get("metadata", ABSENT)
    if not is_object(metadata):
        metadata, sent = odd("metadata", metadata, {}, sent)
    known = _EXPRESSION_RESULT
    extra = {} if known.issuperset(raw) else {key: raw[key] for key in raw if key not in known}
    return ExpressionResult(
        status,
        data,
        metadata,
        extra,
        sent,
    )


def encode_expression_result(content: ExpressionResult) -> dict[str, Any]:
    """From `ExpressionResult` to JSON."""
    raw: dict[str, Any] = {
        "status": content.status,
        "data": content.data,
        "metadata": content.metadata,
    }
    if content.extra:
        raw.update(content.extra)
    if content.sent:
        restore(raw, content.sent)
    return raw


_EDIT_MAGIC_PAYLOAD: frozenset[str] = frozenset(("source", "filename", "line_number"))


def decode_edit_magic_payload(raw: dict[str, Any]) -> EditMagicPayload:
    """From JSON to `EditMagicPayload`. Raises Unreadable."""
    sent: Sent = ()
    source = raw.get("source", ABSENT)
    if source != "edit_magic":
        source, sent = odd("source", source, "edit_magic", sent)
    filename = raw.get("filename", ABSENT)
    if not isinstance(filename, str):
        filename, sent = odd("filename", filename, "", sent)
    line_number = raw.get("line_number", ABSENT)
    if type(line_number) is not int:
        line_number, sent = odd("line_number", line_number, 0, sent, whole=True)
    known = _EDIT_MAGIC_PAYLOAD
    extra = {} if known.issuperset(raw) else {key: raw[key] for key in raw if key not in known}
    return EditMagicPayload(
        filename,
        line_number,
        source,
        extra,
        sent,
    )


def encode_edit_magic_payload(content: EditMagicPayload) -> dict[str, Any]:
    """From `EditMagicPayload` to JSON."""
    raw: dict[str, Any] = {
        "source": content.source,
        "filename": content.filename,
        "line_number": content.line_number,
    }
    if content.extra:
        raw.update(content.extra)
    if content.sent:
        restore(raw, content.sent)
    return raw


_KERNELSPEC: frozenset[str] = frozenset(
    (
        "argv",
        "display_name",
        "language",
        "env",
        "metadata",
        "interrupt_mode",
        "kernel_protocol_version",
    )
)


def decode_kernelspec(raw: dict[str, Any]) -> Kernelspec:
    """From JSON to `Kernelspec`. Raises Unreadable."""
    sent: Sent = ()
    argv = raw.get("argv", ABSENT)
    if not holds(argv, list, str):
        argv, sent = odd("argv", argv, [], sent)
    display_name = raw.get("display_name", ABSENT)
    if not isinstance(display_name, str):
        display_name, sent = odd("display_name", display_name, "", sent)
    language = raw.get("language", ABSENT)
    if not isinstance(language, str):
        language, sent = odd("language", language, "", sent)
    env = raw.get("env", ABSENT)
    if not holds(env, dict, str):
        env, sent = odd("env", env, None, sent)
    metadata = raw.get("metadata", ABSENT)
    if not is_object(metadata):
        metadata, sent = odd("metadata", metadata, None, sent)
    interrupt_mode = raw.get("interrupt_mode", ABSENT)
    if interrupt_mode not in ("signal", "message"):
        interrupt_mode, sent = odd("interrupt_mode", interrupt_mode, "signal", sent)
    kernel_protocol_version = raw.get("kernel_protocol_version", ABSENT)
    if not isinstance(kernel_protocol_version, str):
        kernel_protocol_version, sent = odd(
            "kernel_protocol_version", kernel_protocol_version, None, sent
        )
    known = _KERNELSPEC
    extra = {} if known.issuperset(raw) else {key: raw[key] for key in raw if key not in known}
    return Kernelspec(
        display_name,
        language,
        argv,
        interrupt_mode,
        env,
        metadata,
        kernel_protocol_version,
        extra,
        sent,
    )


def encode_kernelspec(content: Kernelspec) -> dict[str, Any]:
    """From `Kernelspec` to JSON."""
    raw: dict[str, Any] = {
        "argv": content.argv,
        "display_name": content.display_name,
        "language": content.language,
        "interrupt_mode": content.interrupt_mode,
    }
    if content.env is not None:
        raw["env"] = content.env
    if content.metadata is not None:
        raw["metadata"] = content.metadata
    if content.kernel_protocol_version is not None:
        raw["kernel_protocol_version"] = content.kernel_protocol_version
    if content.extra:
        raw.update(content.extra)
    if content.sent:
        restore(raw, content.sent)
    return raw


_PAGE_PAYLOAD: frozenset[str] = frozenset(("source", "data", "start"))


def decode_page_payload(raw: dict[str, Any]) -> PagePayload:
    """From JSON to `PagePayload`. Raises Unreadable."""
    sent: Sent = ()
    source = raw.get("source", ABSENT)
    if source != "page":
        source, sent = odd("source", source, "page", sent)
    data = raw.get("data", ABSENT)
    if not is_object(data):
        data, sent = odd("data", data, {}, sent)
    start = raw.get("start", ABSENT)
    if type(start) is not int:
        start, sent = odd("start", start, 0, sent, whole=True)
    known = _PAGE_PAYLOAD
    extra = {} if known.issuperset(raw) else {key: raw[key] for key in raw if key not in known}
    return PagePayload(
        start,
        source,
        data,
        extra,
        sent,
    )


def encode_page_payload(content: PagePayload) -> dict[str, Any]:
    """From `PagePayload` to JSON."""
    raw: dict[str, Any] = {
        "source": content.source,
        "data": content.data,
        "start": content.start,
    }
    if content.extra:
        raw.update(content.extra)
    if content.sent:
        restore(raw, content.sent)
    return raw


_SET_NEXT_INPUT_PAYLOAD: frozenset[str] = frozenset(("source", "text", "replace"))


def decode_set_next_input_payload(raw: dict[str, Any]) -> SetNextInputPayload:
    """From JSON to `SetNextInputPayload`. Raises Unreadable."""
    sent: Sent = ()
    source = raw.get("source", ABSENT)
    if source != "set_next_input":
        source, sent = odd("source", source, "set_next_input", sent)
    text = raw.get("text", ABSENT)
    if not isinstance(text, str):
        text, sent = odd("text", text, "", sent)
    replace = raw.get("replace", ABSENT)
    if not isinstance(replace, bool):
        replace, sent = odd("replace", replace, False, sent)
    known = _SET_NEXT_INPUT_PAYLOAD
    extra = {} if known.issuperset(raw) else {key: raw[key] for key in raw if key not in known}
    return SetNextInputPayload(
        text,
        replace,
        source,
        extra,
        sent,
    )


def encode_set_next_input_payload(content: SetNextInputPayload) -> dict[str, Any]:
    """From `SetNextInputPayload` to JSON."""
    raw: dict[str, Any] = {
        "source": content.source,
        "text": content.text,
        "replace": content.replace,
    }
    if content.extra:
        raw.update(content.extra)
    if content.sent:
        restore(raw, content.sent)
    return raw


_DAP_REQUEST: frozenset[str] = frozenset(("seq", "type", "command", "arguments"))


def decode_dap_request(raw: dict[str, Any]) -> DapRequest:
    """From JSON to `DapRequest`. Raises Unreadable."""
    sent: Sent = ()
    seq = raw.get("seq", ABSENT)
    if type(seq) is not int:
        seq, sent = odd("seq", seq, 0, sent, whole=True)
    type_ = raw.get("type", ABSENT)
    if type_ != "request":
        type_, sent = odd("type", type_, "request", sent)
    command = raw.get("command", ABSENT)
    if not isinstance(command, str):
        command, sent = odd("command", command, "", sent)
    arguments = raw.get("arguments")
    if arguments is None:
        arguments, sent = odd("arguments", raw.get("arguments", ABSENT), None, sent)
    known = _DAP_REQUEST
    extra = {} if known.issuperset(raw) else {key: raw[key] for key in raw if key not in known}
    return DapRequest(
        seq,
        command,
        type_,
        arguments,
        extra,
        sent,
    )


def encode_dap_request(content: DapRequest) -> dict[str, Any]:
    """From `DapRequest` to JSON."""
    raw: dict[str, Any] = {
        "seq": content.seq,
        "type": content.type,
        "command": content.command,
    }
    if content.arguments is not None:
        raw["arguments"] = content.arguments
    if content.extra:
        raw.update(content.extra)
    if content.sent:
        restore(raw, content.sent)
    return raw


_DAP_RESPONSE: frozenset[str] = frozenset(
    ("seq", "type", "request_seq", "success", "command", "message", "body")
)


def decode_dap_response(raw: dict[str, Any]) -> DapResponse:
    """From JSON to `DapResponse`. Raises Unreadable."""
    sent: Sent = ()
    seq = raw.get("seq", ABSENT)
    if type(seq) is not int:
        seq, sent = odd("seq", seq, 0, sent, whole=True)
    type_ = raw.get("type", ABSENT)
    if type_ != "response":
        type_, sent = odd("type", type_, "response", sent)
    request_seq = raw.get("request_seq", ABSENT)
    if type(request_seq) is not int:
        request_seq, sent = odd("request_seq", request_seq, 0, sent, whole=True)
    success = raw.get("success", ABSENT)
    if not isinstance(success, bool):
        success, sent = odd("success", success, False, sent)
    command = raw.get("command", ABSENT)
    if not isinstance(command, str):
        command, sent = odd("command", command, "", sent)
    message = raw.get("message", ABSENT)
    if not isinstance(message, str):
        message, sent = odd("message", message, None, sent)
    body = raw.get("body")
    if body is None:
        body, sent = odd("body", raw.get("body", ABSENT), None, sent)
    known = _DAP_RESPONSE
    extra = {} if known.issuperset(raw) else {key: raw[key] for key in raw if key not in known}
    return DapResponse(
        seq,
        request_seq,
        success,
        command,
        type_,
        message,
        body,
        extra,
        sent,
    )


def encode_dap_response(content: DapResponse) -> dict[str, Any]:
    """From `DapResponse` to JSON."""
    raw: dict[str, Any] = {
        "seq": content.seq,
        "type": content.type,
        "request_seq": content.request_seq,
        "success": content.success,
        "command": content.command,
    }
    if content.message is not None:
        raw["message"] = content.message
    if content.body is not None:
        raw["body"] = content.body
    if content.extra:
        raw.update(content.extra)
    if content.sent:
        restore(raw, content.sent)
    return raw


_DAP_EVENT: frozenset[str] = frozenset(("seq", "type", "event", "body"))


def decode_dap_event(raw: dict[str, Any]) -> DapEvent:
    """From JSON to `DapEvent`. Raises Unreadable."""
    sent: Sent = ()
    seq = raw.get("seq", ABSENT)
    if type(seq) is not int:
        seq, sent = odd("seq", seq, 0, sent, whole=True)
    type_ = raw.get("type", ABSENT)
    if type_ != "event":
        type_, sent = odd("type", type_, "event", sent)
    event = raw.get("event", ABSENT)
    if not isinstance(event, str):
        event, sent = odd("event", event, "", sent)
    body = raw.get("body")
    if body is None:
        body, sent = odd("body", raw.get("body", ABSENT), None, sent)
    known = _DAP_EVENT
    extra = {} if known.issuperset(raw) else {key: raw[key] for key in raw if key not in known}
    return DapEvent(
        seq,
        event,
        type_,
        body,
        extra,
        sent,
    )


def encode_dap_event(content: DapEvent) -> dict[str, Any]:
    """From `DapEvent` to JSON."""
    raw: dict[str, Any] = {
        "seq": content.seq,
        "type": content.type,
        "event": content.event,
    }
    if content.body is not None:
        raw["body"] = content.body
    if content.extra:
        raw.update(content.extra)
    if content.sent:
        restore(raw, content.sent)
    return raw


_SOURCE_BREAKPOINT: frozenset[str] = frozenset(
    ("line", "column", "condition", "hitCondition", "logMessage")
)


def decode_source_breakpoint(raw: dict[str, Any]) -> SourceBreakpoint:
    """From JSON to `SourceBreakpoint`. Raises Unreadable."""
    sent: Sent = ()
    line = raw.get("line", ABSENT)
    if type(line) is not int:
        line, sent = odd("line", line, 0, sent, whole=True)
    column = raw.get("column", ABSENT)
    if type(column) is not int:
        column, sent = odd("column", column, None, sent, whole=True)
    condition = raw.get("condition", ABSENT)
    if not isinstance(condition, str):
        condition, sent = odd("condition", condition, None, sent)
    hitCondition = raw.get("hitCondition", ABSENT)
    if not isinstance(hitCondition, str):
        hitCondition, sent = odd("hitCondition", hitCondition, None, sent)
    logMessage = raw.get("logMessage", ABSENT)
    if not isinstance(logMessage, str):
        logMessage, sent = odd("logMessage", logMessage, None, sent)
    known = _SOURCE_BREAKPOINT
    extra = {} if known.issuperset(raw) else {key: raw[key] for key in raw if key not in known}
    return SourceBreakpoint(
        line,
        column,
        condition,
        hitCondition,
        logMessage,
        extra,
        sent,
    )


def encode_source_breakpoint(content: SourceBreakpoint) -> dict[str, Any]:
    """From `SourceBreakpoint` to JSON."""
    raw: dict[str, Any] = {
        "line": content.line,
    }
    if content.column is not None:
        raw["column"] = content.column
    if content.condition is not None:
        raw["condition"] = content.condition
    if content.hitCondition is not None:
        raw["hitCondition"] = content.hitCondition
    if content.logMessage is not None:
        raw["logMessage"] = content.logMessage
    if content.extra:
        raw.update(content.extra)
    if content.sent:
        restore(raw, content.sent)
    return raw


_FILE_BREAKPOINTS: frozenset[str] = frozenset(("source", "breakpoints"))


def decode_file_breakpoints(raw: dict[str, Any]) -> FileBreakpoints:
    """From JSON to `FileBreakpoints`. Raises Unreadable."""
    sent: Sent = ()
    source = raw.get("source", ABSENT)
    if not isinstance(source, str):
        source, sent = odd("source", source, "", sent)
    breakpoints = raw.get("breakpoints", ABSENT)
    if not holds(breakpoints, list, dict):
        breakpoints, sent = odd("breakpoints", breakpoints, [], sent)
    known = _FILE_BREAKPOINTS
    extra = {} if known.issuperset(raw) else {key: raw[key] for key in raw if key not in known}
    return FileBreakpoints(
        source,
        [decode_source_breakpoint(item) for item in breakpoints],
        extra,
        sent,
    )


def encode_file_breakpoints(content: FileBreakpoints) -> dict[str, Any]:
    """From `FileBreakpoints` to JSON."""
    raw: dict[str, Any] = {
        "source": content.source,
        "breakpoints": [encode_source_breakpoint(item) for item in content.breakpoints],
    }
    if content.extra:
        raw.update(content.extra)
    if content.sent:
        restore(raw, content.sent)
    return raw


_DUMP_CELL_ARGUMENTS: frozenset[str] = frozenset(("code",))


def decode_dump_cell_arguments(raw: dict[str, Any]) -> DumpCellArguments:
    """From JSON to `DumpCellArguments`. Raises Unreadable."""
    sent: Sent = ()
    code = raw.get("code", ABSENT)
    if not isinstance(code, str):
        code, sent = odd("code", code, "", sent)
    known = _DUMP_CELL_ARGUMENTS
    extra = {} if known.issuperset(raw) else {key: raw[key] for key in raw if key not in known}
    return DumpCellArguments(
        code,
        extra,
        sent,
    )


def encode_dump_cell_arguments(content: DumpCellArguments) -> dict[str, Any]:
    """From `DumpCellArguments` to JSON."""
    raw: dict[str, Any] = {
        "code": content.code,
    }
    if content.extra:
        raw.update(content.extra)
    if content.sent:
        restore(raw, content.sent)
    return raw


_DUMP_CELL_BODY: frozenset[str] = frozenset(("sourcePath",))


def decode_dump_cell_body(raw: dict[str, Any]) -> DumpCellBody:
    """From JSON to `DumpCellBody`. Raises Unreadable."""
    sent: Sent = ()
    sourcePath = raw.get("sourcePath", ABSENT)
    if not isinstance(sourcePath, str):
        sourcePath, sent = odd("sourcePath", sourcePath, "", sent)
    known = _DUMP_CELL_BODY
    extra = {} if known.issuperset(raw) else {key: raw[key] for key in raw if key not in known}
    return DumpCellBody(
        sourcePath,
        extra,
        sent,
    )


def encode_dump_cell_body(content: DumpCellBody) -> dict[str, Any]:
    """From `DumpCellBody` to JSON."""
    raw: dict[str, Any] = {
        "sourcePath": content.sourcePath,
    }
    if content.extra:
        raw.update(content.extra)
    if content.sent:
        restore(raw, content.sent)
    return raw


_DEBUG_INFO_BODY: frozenset[str] = frozenset(
    (
        "isStarted",
        "hashMethod",
        "hashSeed",
        "tmpFilePrefix",
        "tmpFileSuffix",
        "breakpoints",
        "stoppedThreads",
        "richRendering",
        "exceptionPaths",
        "copyToGlobals",
    )
)


def decode_debug_info_body(raw: dict[str, Any]) -> DebugInfoBody:
    """From JSON to `DebugInfoBody`. Raises Unreadable."""
    sent: Sent = ()
    isStarted = raw.get("isStarted", ABSENT)
    if not isinstance(isStarted, bool):
        isStarted, sent = odd("isStarted", isStarted, False, sent)
    hashMethod = raw.get("hashMethod", ABSENT)
    if not isinstance(hashMethod, str):
        hashMethod, sent = odd("hashMethod", hashMethod, "Murmur2", sent)
    hashSeed = raw.get("hashSeed", ABSENT)
    if not isinstance(hashSeed, str):
        hashSeed, sent = odd("hashSeed", hashSeed, "", sent)
    tmpFilePrefix = raw.get("tmpFilePrefix", ABSENT)
    if not isinstance(tmpFilePrefix, str):
        tmpFilePrefix, sent = odd("tmpFilePrefix", tmpFilePrefix, "", sent)
    tmpFileSuffix = raw.get("tmpFileSuffix", ABSENT)
    if not isinstance(tmpFileSuffix, str):
        tmpFileSuffix, sent = odd("tmpFileSuffix", tmpFileSuffix, "", sent)
    breakpoints = raw.get("breakpoints", ABSENT)
    if not holds(breakpoints, list, dict):
        breakpoints, sent = odd("breakpoints", breakpoints, [], sent)
    stoppedThreads = raw.get("stoppedThreads", ABSENT)
    if not holds(stoppedThreads, list, int):
        stoppedThreads, sent = odd("stoppedThreads", stoppedThreads, [], sent)
    richRendering = raw.get("richRendering", ABSENT)
    if not isinstance(richRendering, bool):
        richRendering, sent = odd("richRendering", richRendering, False, sent)
    exceptionPaths = raw.get("exceptionPaths", ABSENT)
    if not holds(exceptionPaths, list, str):
        exceptionPaths, sent = odd("exceptionPaths", exceptionPaths, [], sent)
    copyToGlobals = raw.get("copyToGlobals", ABSENT)
    if not isinstance(copyToGlobals, bool):
        copyToGlobals, sent = odd("copyToGlobals", copyToGlobals, False, sent)
    known = _DEBUG_INFO_BODY
    extra = {} if known.issuperset(raw) else {key: raw[key] for key in raw if key not in known}
    return DebugInfoBody(
        isStarted,
        hashSeed,
        tmpFilePrefix,
        tmpFileSuffix,
        richRendering,
        hashMethod,
        [decode_file_breakpoints(item) for item in breakpoints],
        stoppedThreads,
        exceptionPaths,
        copyToGlobals,
        extra,
        sent,
    )


def encode_debug_info_body(content: DebugInfoBody) -> dict[str, Any]:
    """From `DebugInfoBody` to JSON."""
    raw: dict[str, Any] = {
        "isStarted": content.isStarted,
        "hashMethod": content.hashMethod,
        "hashSeed": content.hashSeed,
        "tmpFilePrefix": content.tmpFilePrefix,
        "tmpFileSuffix": content.tmpFileSuffix,
        "breakpoints": [encode_file_breakpoints(item) for item in content.breakpoints],
        "stoppedThreads": content.stoppedThreads,
        "richRendering": content.richRendering,
        "exceptionPaths": content.exceptionPaths,
        "copyToGlobals": content.copyToGlobals,
    }
    if content.extra:
        raw.update(content.extra)
    if content.sent:
        restore(raw, content.sent)
    return raw


_INSPECTED_VARIABLE: frozenset[str] = frozenset(("name", "variablesReference", "value", "type"))


def decode_inspected_variable(raw: dict[str, Any]) -> InspectedVariable:
    """From JSON to `InspectedVariable`. Raises Unreadable."""
    sent: Sent = ()
    name = raw.get("name", ABSENT)
    if not isinstance(name, str):
        name, sent = odd("name", name, "", sent)
    variablesReference = raw.get("variablesReference", ABSENT)
    if type(variablesReference) is not int:
        variablesReference, sent = odd(
            "variablesReference", variablesReference, 0, sent, whole=True
        )
    value = raw.get("value", ABSENT)
    if not isinstance(value, str):
        value, sent = odd("value", value, "", sent)
    type_ = raw.get("type", ABSENT)
    if not isinstance(type_, str):
        type_, sent = odd("type", type_, "", sent)
    known = _INSPECTED_VARIABLE
    extra = {} if known.issuperset(raw) else {key: raw[key] for key in raw if key not in known}
    return InspectedVariable(
        name,
        variablesReference,
        value,
        type_,
        extra,
        sent,
    )


def encode_inspected_variable(content: InspectedVariable) -> dict[str, Any]:
    """From `InspectedVariable` to JSON."""
    raw: dict[str, Any] = {
        "name": content.name,
        "variablesReference": content.variablesReference,
        "value": content.value,
        "type": content.type,
    }
    if content.extra:
        raw.update(content.extra)
    if content.sent:
        restore(raw, content.sent)
    return raw


_INSPECT_VARIABLES_BODY: frozenset[str] = frozenset(("variables",))


def decode_inspect_variables_body(raw: dict[str, Any]) -> InspectVariablesBody:
    """From JSON to `InspectVariablesBody`. Raises Unreadable."""
    sent: Sent = ()
    variables = raw.get("variables", ABSENT)
    if not holds(variables, list, dict):
        variables, sent = odd("variables", variables, [], sent)
    known = _INSPECT_VARIABLES_BODY
    extra = {} if known.issuperset(raw) else {key: raw[key] for key in raw if key not in known}
    return InspectVariablesBody(
        [decode_inspected_variable(item) for item in variables],
        extra,
        sent,
    )


def encode_inspect_variables_body(content: InspectVariablesBody) -> dict[str, Any]:
    """From `InspectVariablesBody` to JSON."""
    raw: dict[str, Any] = {
        "variables": [encode_inspected_variable(item) for item in content.variables],
    }
    if content.extra:
        raw.update(content.extra)
    if content.sent:
        restore(raw, content.sent)
    return raw


_RICH_INSPECT_VARIABLES_ARGUMENTS: frozenset[str] = frozenset(("variableName", "frameId"))


def decode_rich_inspect_variables_arguments(raw: dict[str, Any]) -> RichInspectVariablesArguments:
    """From JSON to `RichInspectVariablesArguments`. Raises Unreadable."""
    sent: Sent = ()
    variableName = raw.get("variableName", ABSENT)
    if not isinstance(variableName, str):
        variableName, sent = odd("variableName", variableName, "", sent)
    frameId = raw.get("frameId", ABSENT)
    if type(frameId) is not int:
        frameId, sent = odd("frameId", frameId, None, sent, whole=True)
    known = _RICH_INSPECT_VARIABLES_ARGUMENTS
    extra = {} if known.issuperset(raw) else {key: raw[key] for key in raw if key not in known}
    return RichInspectVariablesArguments(
        variableName,
        frameId,
        extra,
        sent,
    )


def encode_rich_inspect_variables_arguments(
    content: RichInspectVariablesArguments,
) -> dict[str, Any]:
    """From `RichInspectVariablesArguments` to JSON."""
    raw: dict[str, Any] = {
        "variableName": content.variableName,
    }
    if content.frameId is not None:
        raw["frameId"] = content.frameId
    if content.extra:
        raw.update(content.extra)
    if content.sent:
        restore(raw, content.sent)
    return raw


_RICH_INSPECT_VARIABLES_BODY: frozenset[str] = frozenset(("data", "metadata"))


def decode_rich_inspect_variables_body(raw: dict[str, Any]) -> RichInspectVariablesBody:
    """From JSON to `RichInspectVariablesBody`. Raises Unreadable."""
    sent: Sent = ()
    data = raw.get("data", ABSENT)
    if not is_object(data):
        data, sent = odd("data", data, {}, sent)
    metadata = raw.get("metadata", ABSENT)
    if not is_object(metadata):
        metadata, sent = odd("metadata", metadata, {}, sent)
    known = _RICH_INSPECT_VARIABLES_BODY
    extra = {} if known.issuperset(raw) else {key: raw[key] for key in raw if key not in known}
    return RichInspectVariablesBody(
        data,
        metadata,
        extra,
        sent,
    )


def encode_rich_inspect_variables_body(content: RichInspectVariablesBody) -> dict[str, Any]:
    """From `RichInspectVariablesBody` to JSON."""
    raw: dict[str, Any] = {
        "data": content.data,
        "metadata": content.metadata,
    }
    if content.extra:
        raw.update(content.extra)
    if content.sent:
        restore(raw, content.sent)
    return raw


_COPY_TO_GLOBALS_ARGUMENTS: frozenset[str] = frozenset(
    ("srcVariableName", "srcFrameId", "dstVariableName")
)


def decode_copy_to_globals_arguments(raw: dict[str, Any]) -> CopyToGlobalsArguments:
    """From JSON to `CopyToGlobalsArguments`. Raises Unreadable."""
    sent: Sent = ()
    srcVariableName = raw.get("srcVariableName", ABSENT)
    if not isinstance(srcVariableName, str):
        srcVariableName, sent = odd("srcVariableName", srcVariableName, "", sent)
    srcFrameId = raw.get("srcFrameId", ABSENT)
    if type(srcFrameId) is not int:
        srcFrameId, sent = odd("srcFrameId", srcFrameId, 0, sent, whole=True)
    dstVariableName = raw.get("dstVariableName", ABSENT)
    if not isinstance(dstVariableName, str):
        dstVariableName, sent = odd("dstVariableName", dstVariableName, "", sent)
    known = _COPY_TO_GLOBALS_ARGUMENTS
    extra = {} if known.issuperset(raw) else {key: raw[key] for key in raw if key not in known}
    return CopyToGlobalsArguments(
        srcVariableName,
        srcFrameId,
        dstVariableName,
        extra,
        sent,
    )


def encode_copy_to_globals_arguments(content: CopyToGlobalsArguments) -> dict[str, Any]:
    """From `CopyToGlobalsArguments` to JSON."""
    raw: dict[str, Any] = {
        "srcVariableName": content.srcVariableName,
        "srcFrameId": content.srcFrameId,
        "dstVariableName": content.dstVariableName,
    }
    if content.extra:
        raw.update(content.extra)
    if content.sent:
        restore(raw, content.sent)
    return raw


_COPY_TO_GLOBALS_BODY: frozenset[str] = frozenset(("value", "type", "variablesReference"))


def decode_copy_to_globals_body(raw: dict[str, Any]) -> CopyToGlobalsBody:
    """From JSON to `CopyToGlobalsBody`. Raises Unreadable."""
    sent: Sent = ()
    value = raw.get("value", ABSENT)
    if not isinstance(value, str):
        value, sent = odd("value", value, "", sent)
    type_ = raw.get("type", ABSENT)
    if not isinstance(type_, str):
        type_, sent = odd("type", type_, "", sent)
    variablesReference = raw.get("variablesReference", ABSENT)
    if type(variablesReference) is not int:
        variablesReference, sent = odd(
            "variablesReference", variablesReference, 0, sent, whole=True
        )
    known = _COPY_TO_GLOBALS_BODY
    extra = {} if known.issuperset(raw) else {key: raw[key] for key in raw if key not in known}
    return CopyToGlobalsBody(
        value,
        type_,
        variablesReference,
        extra,
        sent,
    )


def encode_copy_to_globals_body(content: CopyToGlobalsBody) -> dict[str, Any]:
    """From `CopyToGlobalsBody` to JSON."""
    raw: dict[str, Any] = {
        "value": content.value,
        "type": content.type,
        "variablesReference": content.variablesReference,
    }
    if content.extra:
        raw.update(content.extra)
    if content.sent:
        restore(raw, content.sent)
    return raw


_KERNEL_REGISTRATION: frozenset[str] = frozenset(
    ("kernel_id", "control_port", "shell_port", "stdin_port", "iopub_port", "hb_port")
)


def decode_kernel_registration(raw: dict[str, Any]) -> KernelRegistration:
    """From JSON to `KernelRegistration`. Raises Unreadable."""
    sent: Sent = ()
    kernel_id = raw.get("kernel_id", ABSENT)
    if not isinstance(kernel_id, str):
        kernel_id, sent = odd("kernel_id", kernel_id, "", sent)
    control_port = raw.get("control_port", ABSENT)
    if not isinstance(control_port, str):
        control_port, sent = odd("control_port", control_port, "", sent)
    shell_port = raw.get("shell_port", ABSENT)
    if not isinstance(shell_port, str):
        shell_port, sent = odd("shell_port", shell_port, "", sent)
    stdin_port = raw.get("stdin_port", ABSENT)
    if not isinstance(stdin_port, str):
        stdin_port, sent = odd("stdin_port", stdin_port, "", sent)
    iopub_port = raw.get("iopub_port", ABSENT)
    if not isinstance(iopub_port, str):
        iopub_port, sent = odd("iopub_port", iopub_port, "", sent)
    hb_port = raw.get("hb_port", ABSENT)
    if not isinstance(hb_port, str):
        hb_port, sent = odd("hb_port", hb_port, "", sent)
    known = _KERNEL_REGISTRATION
    extra = {} if known.issuperset(raw) else {key: raw[key] for key in raw if key not in known}
    return KernelRegistration(
        kernel_id,
        control_port,
        shell_port,
        stdin_port,
        iopub_port,
        hb_port,
        extra,
        sent,
    )


def encode_kernel_registration(content: KernelRegistration) -> dict[str, Any]:
    """From `KernelRegistration` to JSON."""
    raw: dict[str, Any] = {
        "kernel_id": content.kernel_id,
        "control_port": content.control_port,
        "shell_port": content.shell_port,
        "stdin_port": content.stdin_port,
        "iopub_port": content.iopub_port,
        "hb_port": content.hb_port,
    }
    if content.extra:
        raw.update(content.extra)
    if content.sent:
        restore(raw, content.sent)
    return raw


_REGISTRATION_FILE: frozenset[str] = frozenset(
    ("kernel_id", "transport", "registration_ip", "registration_port", "signature_scheme", "key")
)


def decode_registration_file(raw: dict[str, Any]) -> RegistrationFile:
    """From JSON to `RegistrationFile`. Raises Unreadable."""
    sent: Sent = ()
    kernel_id = raw.get("kernel_id", ABSENT)
    if not isinstance(kernel_id, str):
        kernel_id, sent = odd("kernel_id", kernel_id, "", sent)
    transport = raw.get("transport", ABSENT)
    if not isinstance(transport, str):
        transport, sent = odd("transport", transport, "tcp", sent)
    registration_ip = raw.get("registration_ip", ABSENT)
    if not isinstance(registration_ip, str):
        registration_ip, sent = odd("registration_ip", registration_ip, "", sent)
    registration_port = raw.get("registration_port", ABSENT)
    if type(registration_port) is not int:
        registration_port, sent = odd("registration_port", registration_port, 0, sent, whole=True)
    signature_scheme = raw.get("signature_scheme", ABSENT)
    if not isinstance(signature_scheme, str):
        signature_scheme, sent = odd("signature_scheme", signature_scheme, "hmac-sha256", sent)
    key = raw.get("key", ABSENT)
    if not isinstance(key, str):
        key, sent = odd("key", key, "", sent)
    known = _REGISTRATION_FILE
    extra = {} if known.issuperset(raw) else {key: raw[key] for key in raw if key not in known}
    return RegistrationFile(
        kernel_id,
        transport,
        registration_ip,
        registration_port,
        signature_scheme,
        key,
        extra,
        sent,
    )


def encode_registration_file(content: RegistrationFile) -> dict[str, Any]:
    """From `RegistrationFile` to JSON."""
    raw: dict[str, Any] = {
        "kernel_id": content.kernel_id,
        "transport": content.transport,
        "registration_ip": content.registration_ip,
        "registration_port": content.registration_port,
        "signature_scheme": content.signature_scheme,
        "key": content.key,
    }
    if content.extra:
        raw.update(content.extra)
    if content.sent:
        restore(raw, content.sent)
    return raw


DECODERS: Mapping[str, Callable[[dict[str, Any]], Any]] = MappingProxyType(
    {
        "ask_exit_payload": decode_ask_exit_payload,
        "connection_file": decode_connection_file,
        "expression_result": decode_expression_result,
        "edit_magic_payload": decode_edit_magic_payload,
        "kernelspec": decode_kernelspec,
        "page_payload": decode_page_payload,
        "set_next_input_payload": decode_set_next_input_payload,
        "dap_request": decode_dap_request,
        "dap_response": decode_dap_response,
        "dap_event": decode_dap_event,
        "source_breakpoint": decode_source_breakpoint,
        "file_breakpoints": decode_file_breakpoints,
        "dump_cell_arguments": decode_dump_cell_arguments,
        "dump_cell_body": decode_dump_cell_body,
        "debug_info_body": decode_debug_info_body,
        "inspected_variable": decode_inspected_variable,
        "inspect_variables_body": decode_inspect_variables_body,
        "rich_inspect_variables_arguments": decode_rich_inspect_variables_arguments,
        "rich_inspect_variables_body": decode_rich_inspect_variables_body,
        "copy_to_globals_arguments": decode_copy_to_globals_arguments,
        "copy_to_globals_body": decode_copy_to_globals_body,
        "kernel_registration": decode_kernel_registration,
        "registration_file": decode_registration_file,
    }
)
"""How each document is read, by name."""

ENCODERS: Mapping[type[Any], Callable[[Any], dict[str, Any]]] = MappingProxyType(
    {
        AskExitPayload: encode_ask_exit_payload,
        ConnectionFile: encode_connection_file,
        ExpressionResult: encode_expression_result,
        EditMagicPayload: encode_edit_magic_payload,
        Kernelspec: encode_kernelspec,
        PagePayload: encode_page_payload,
        SetNextInputPayload: encode_set_next_input_payload,
        DapRequest: encode_dap_request,
        DapResponse: encode_dap_response,
        DapEvent: encode_dap_event,
        SourceBreakpoint: encode_source_breakpoint,
        FileBreakpoints: encode_file_breakpoints,
        DumpCellArguments: encode_dump_cell_arguments,
        DumpCellBody: encode_dump_cell_body,
        DebugInfoBody: encode_debug_info_body,
        InspectedVariable: encode_inspected_variable,
        InspectVariablesBody: encode_inspect_variables_body,
        RichInspectVariablesArguments: encode_rich_inspect_variables_arguments,
        RichInspectVariablesBody: encode_rich_inspect_variables_body,
        CopyToGlobalsArguments: encode_copy_to_globals_arguments,
        CopyToGlobalsBody: encode_copy_to_globals_body,
        KernelRegistration: encode_kernel_registration,
        RegistrationFile: encode_registration_file,
    }
)
"""How an instance of each class is written."""


@overload
def decode_document(name: Literal["ask_exit_payload"], value: Any) -> AskExitPayload | Invalid: ...
@overload
def decode_document(name: Literal["connection_file"], value: Any) -> ConnectionFile | Invalid: ...
@overload
def decode_document(
    name: Literal["expression_result"], value: Any
) -> ExpressionResult | Invalid: ...
@overload
def decode_document(
    name: Literal["edit_magic_payload"], value: Any
) -> EditMagicPayload | Invalid: ...
@overload
def decode_document(name: Literal["kernelspec"], value: Any) -> Kernelspec | Invalid: ...
@overload
def decode_document(name: Literal["page_payload"], value: Any) -> PagePayload | Invalid: ...
@overload
def decode_document(
    name: Literal["set_next_input_payload"], value: Any
) -> SetNextInputPayload | Invalid: ...
@overload
def decode_document(name: Literal["dap_request"], value: Any) -> DapRequest | Invalid: ...
@overload
def decode_document(name: Literal["dap_response"], value: Any) -> DapResponse | Invalid: ...
@overload
def decode_document(name: Literal["dap_event"], value: Any) -> DapEvent | Invalid: ...
@overload
def decode_document(
    name: Literal["source_breakpoint"], value: Any
) -> SourceBreakpoint | Invalid: ...
@overload
def decode_document(name: Literal["file_breakpoints"], value: Any) -> FileBreakpoints | Invalid: ...
@overload
def decode_document(
    name: Literal["dump_cell_arguments"], value: Any
) -> DumpCellArguments | Invalid: ...
@overload
def decode_document(name: Literal["dump_cell_body"], value: Any) -> DumpCellBody | Invalid: ...
@overload
def decode_document(name: Literal["debug_info_body"], value: Any) -> DebugInfoBody | Invalid: ...
@overload
def decode_document(
    name: Literal["inspected_variable"], value: Any
) -> InspectedVariable | Invalid: ...
@overload
def decode_document(
    name: Literal["inspect_variables_body"], value: Any
) -> InspectVariablesBody | Invalid: ...
@overload
def decode_document(
    name: Literal["rich_inspect_variables_arguments"], value: Any
) -> RichInspectVariablesArguments | Invalid: ...
@overload
def decode_document(
    name: Literal["rich_inspect_variables_body"], value: Any
) -> RichInspectVariablesBody | Invalid: ...
@overload
def decode_document(
    name: Literal["copy_to_globals_arguments"], value: Any
) -> CopyToGlobalsArguments | Invalid: ...
@overload
def decode_document(
    name: Literal["copy_to_globals_body"], value: Any
) -> CopyToGlobalsBody | Invalid: ...
@overload
def decode_document(
    name: Literal["kernel_registration"], value: Any
) -> KernelRegistration | Invalid: ...
@overload
def decode_document(
    name: Literal["registration_file"], value: Any
) -> RegistrationFile | Invalid: ...
@overload
def decode_document(name: str, value: Any) -> Any: ...
def decode_document(name: str, value: Any) -> Any:
    """What is not a message, as a JSON parser gives it, as an instance of its class; `Invalid` where that cannot be.

    Raises KeyError for a name that is not known. `encode_document` is the exact inverse.
    """
    decode = DECODERS[name]
    try:
        if is_object(value):
            return decode(value)
    except Unreadable:
        pass
    from .verdict import validate_document

    return Invalid(name, value, validate_document(name, value))


def encode_document(document: object) -> dict[str, Any]:
    """The JSON of what `decode_document` gave, or of an instance built in Python. Raises TypeError for any other class."""
    encode = ENCODERS.get(type(document))
    if encode is None:
        raise TypeError(f"{type(document).__name__!r} is not the class of any document")
    return encode(document)
