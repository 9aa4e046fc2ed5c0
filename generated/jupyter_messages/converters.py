# Generated from schemas/ by "make generate". Do not edit: change the schemas and run it again.

"""From the JSON of a content to its class and back, in straight-line code."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Literal, overload

from .messages import (
    AbortedReply,
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
    Content,
    CreateSubshellReply,
    CreateSubshellRequest,
    DebugEvent,
    DebugReply,
    DebugRequest,
    DeleteSubshellReply,
    DeleteSubshellRequest,
    DisplayData,
    Error,
    ErrorReply,
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
from .problems import ABSENT, is_object
from .support import Invalid, Sent, Unknown, Unreadable, holds, lax, odd, restore

_CLEAR_OUTPUT: frozenset[str] = frozenset(("wait",))


def decode_clear_output(raw: dict[str, Any]) -> ClearOutput:
    """From JSON to `ClearOutput`. Raises Unreadable."""
    sent: Sent = ()
    wait = raw.get("wait", ABSENT)
    if not isinstance(wait, bool):
        wait, sent = odd("wait", wait, False, sent)
    known = _CLEAR_OUTPUT
    extra = {} if known.issuperset(raw) else {key: raw[key] for key in raw if key not in known}
    return ClearOutput(
        wait,
        extra,
        sent,
    )


def encode_clear_output(content: ClearOutput) -> dict[str, Any]:
    """From `ClearOutput` to JSON."""
    raw: dict[str, Any] = {
        "wait": content.wait,
    }
    if content.extra:
        raw.update(content.extra)
    if content.sent:
        restore(raw, content.sent)
    return raw


_COMM_CLOSE: frozenset[str] = frozenset(("comm_id", "data"))


def decode_comm_close(raw: dict[str, Any]) -> CommClose:
    """From JSON to `CommClose`. Raises Unreadable."""
    sent: Sent = ()
    comm_id = raw.get("comm_id", ABSENT)
    if not isinstance(comm_id, str):
        comm_id, sent = odd("comm_id", comm_id, "", sent)
    data = raw.get("data", ABSENT)
    if not is_object(data):
        data, sent = odd("data", data, {}, sent)
    known = _COMM_CLOSE
    extra = {} if known.issuperset(raw) else {key: raw[key] for key in raw if key not in known}
    return CommClose(
        comm_id,
        data,
        extra,
        sent,
    )


def encode_comm_close(content: CommClose) -> dict[str, Any]:
    """From `CommClose` to JSON."""
    raw: dict[str, Any] = {
        "comm_id": content.comm_id,
        "data": content.data,
    }
    if content.extra:
        raw.update(content.extra)
    if content.sent:
        restore(raw, content.sent)
    return raw


_COMM_MSG: frozenset[str] = frozenset(("comm_id", "data"))


def decode_comm_msg(raw: dict[str, Any]) -> CommMsg:
    """From JSON to `CommMsg`. Raises Unreadable."""
    sent: Sent = ()
    comm_id = raw.get("comm_id", ABSENT)
    if not isinstance(comm_id, str):
        comm_id, sent = odd("comm_id", comm_id, "", sent)
    data = raw.get("data", ABSENT)
    if not is_object(data):
        data, sent = odd("data", data, {}, sent)
    known = _COMM_MSG
    extra = {} if known.issuperset(raw) else {key: raw[key] for key in raw if key not in known}
    return CommMsg(
        comm_id,
        data,
        extra,
        sent,
    )


def encode_comm_msg(content: CommMsg) -> dict[str, Any]:
    """From `CommMsg` to JSON."""
    raw: dict[str, Any] = {
        "comm_id": content.comm_id,
        "data": content.data,
    }
    if content.extra:
        raw.update(content.extra)
    if content.sent:
        restore(raw, content.sent)
    return raw


_COMM_OPEN: frozenset[str] = frozenset(("comm_id", "target_name", "data"))


def decode_comm_open(raw: dict[str, Any]) -> CommOpen:
    """From JSON to `CommOpen`. Raises Unreadable."""
    sent: Sent = ()
    comm_id = raw.get("comm_id", ABSENT)
    if not isinstance(comm_id, str):
        comm_id, sent = odd("comm_id", comm_id, "", sent)
    target_name = raw.get("target_name", ABSENT)
    if not isinstance(target_name, str):
        target_name, sent = odd("target_name", target_name, "", sent)
    data = raw.get("data", ABSENT)
    if not is_object(data):
        data, sent = odd("data", data, {}, sent)
    known = _COMM_OPEN
    extra = {} if known.issuperset(raw) else {key: raw[key] for key in raw if key not in known}
    return CommOpen(
        comm_id,
        target_name,
        data,
        extra,
        sent,
    )


def encode_comm_open(content: CommOpen) -> dict[str, Any]:
    """From `CommOpen` to JSON."""
    raw: dict[str, Any] = {
        "comm_id": content.comm_id,
        "target_name": content.target_name,
        "data": content.data,
    }
    if content.extra:
        raw.update(content.extra)
    if content.sent:
        restore(raw, content.sent)
    return raw


_COMPLETE_REPLY: frozenset[str] = frozenset(
    ("status", "matches", "cursor_start", "cursor_end", "metadata")
)


def decode_complete_reply(raw: dict[str, Any]) -> CompleteReply:
    """From JSON to `CompleteReply`. Raises Unreadable."""
    sent: Sent = ()
    status = raw.get("status", ABSENT)
    if status != "ok":
        status, sent = odd("status", status, "ok", sent)
    matches = raw.get("matches", ABSENT)
    if not holds(matches, list, str):
        matches, sent = odd("matches", matches, [], sent)
    cursor_start = raw.get("cursor_start", ABSENT)
    if type(cursor_start) is not int:
        cursor_start, sent = odd("cursor_start", cursor_start, 0, sent, whole=True)
    cursor_end = raw.get("cursor_end", ABSENT)
    if type(cursor_end) is not int:
        cursor_end, sent = odd("cursor_end", cursor_end, 0, sent, whole=True)
    metadata = raw.get("metadata", ABSENT)
    if not is_object(metadata):
        metadata, sent = odd("metadata", metadata, {}, sent)
    known = _COMPLETE_REPLY
    extra = {} if known.issuperset(raw) else {key: raw[key] for key in raw if key not in known}
    return CompleteReply(
        cursor_start,
        cursor_end,
        status,
        matches,
        metadata,
        extra,
        sent,
    )


def encode_complete_reply(content: CompleteReply) -> dict[str, Any]:
    """From `CompleteReply` to JSON."""
    raw: dict[str, Any] = {
        "status": content.status,
        "matches": content.matches,
        "cursor_start": content.cursor_start,
        "cursor_end": content.cursor_end,
        "metadata": content.metadata,
    }
    if content.extra:
        raw.update(content.extra)
    if content.sent:
        restore(raw, content.sent)
    return raw


_COMPLETE_REQUEST: frozenset[str] = frozenset(("code", "cursor_pos"))


def decode_complete_request(raw: dict[str, Any]) -> CompleteRequest:
    """From JSON to `CompleteRequest`. Raises Unreadable."""
    sent: Sent = ()
    code = raw.get("code", ABSENT)
    if not isinstance(code, str):
        code, sent = odd("code", code, "", sent)
    cursor_pos = raw.get("cursor_pos", ABSENT)
    if type(cursor_pos) is not int:
        cursor_pos, sent = odd("cursor_pos", cursor_pos, 0, sent, whole=True)
    known = _COMPLETE_REQUEST
    extra = {} if known.issuperset(raw) else {key: raw[key] for key in raw if key not in known}
    return CompleteRequest(
        code,
        cursor_pos,
        extra,
        sent,
    )


def encode_complete_request(content: CompleteRequest) -> dict[str, Any]:
    """From `CompleteRequest` to JSON."""
    raw: dict[str, Any] = {
        "code": content.code,
        "cursor_pos": content.cursor_pos,
    }
    if content.extra:
        raw.update(content.extra)
    if content.sent:
        restore(raw, content.sent)
    return raw


_CONNECT_REPLY: frozenset[str] = frozenset(
    ("status", "shell_port", "iopub_port", "stdin_port", "hb_port", "control_port")
)


def decode_connect_reply(raw: dict[str, Any]) -> ConnectReply:
    """From JSON to `ConnectReply`. Raises Unreadable."""
    sent: Sent = ()
    status = raw.get("status", ABSENT)
    if status != "ok":
        status, sent = odd("status", status, "ok", sent)
    shell_port = raw.get("shell_port", ABSENT)
    if type(shell_port) is not int:
        shell_port, sent = odd("shell_port", shell_port, None, sent, whole=True)
    iopub_port = raw.get("iopub_port", ABSENT)
    if type(iopub_port) is not int:
        iopub_port, sent = odd("iopub_port", iopub_port, None, sent, whole=True)
    stdin_port = raw.get("stdin_port", ABSENT)
    if type(stdin_port) is not int:
        stdin_port, sent = odd("stdin_port", stdin_port, None, sent, whole=True)
    hb_port = raw.get("hb_port", ABSENT)
    if type(hb_port) is not int:
        hb_port, sent = odd("hb_port", hb_port, None, sent, whole=True)
    control_port = raw.get("control_port", ABSENT)
    if type(control_port) is not int:
        control_port, sent = odd("control_port", control_port, None, sent, whole=True)
    known = _CONNECT_REPLY
    extra = {} if known.issuperset(raw) else {key: raw[key] for key in raw if key not in known}
    return ConnectReply(
        status,
        shell_port,
        iopub_port,
        stdin_port,
        hb_port,
        control_port,
        extra,
        sent,
    )


def encode_connect_reply(content: ConnectReply) -> dict[str, Any]:
    """From `ConnectReply` to JSON."""
    raw: dict[str, Any] = {
        "status": content.status,
    }
    if content.shell_port is not None:
        raw["shell_port"] = content.shell_port
    if content.iopub_port is not None:
        raw["iopub_port"] = content.iopub_port
    if content.stdin_port is not None:
        raw["stdin_port"] = content.stdin_port
    if content.hb_port is not None:
        raw["hb_port"] = content.hb_port
    if content.control_port is not None:
        raw["control_port"] = content.control_port
    if content.extra:
        raw.update(content.extra)
    if content.sent:
        restore(raw, content.sent)
    return raw


_CONNECT_REQUEST: frozenset[str] = frozenset(())


def decode_connect_request(raw: dict[str, Any]) -> ConnectRequest:
    """From JSON to `ConnectRequest`. Raises Unreadable."""
    sent: Sent = ()
    known = _CONNECT_REQUEST
    extra = {} if known.issuperset(raw) else {key: raw[key] for key in raw if key not in known}
    return ConnectRequest(
        extra,
        sent,
    )


def encode_connect_request(content: ConnectRequest) -> dict[str, Any]:
    """From `ConnectRequest` to JSON."""
    raw: dict[str, Any] = {}
    if content.extra:
        raw.update(content.extra)
    if content.sent:
        restore(raw, content.sent)
    return raw


_ERROR_REPLY: frozenset[str] = frozenset(
    ("status", "ename", "evalue", "traceback", "execution_count")
)


def decode_error_reply(raw: dict[str, Any]) -> ErrorReply:
    """From JSON to `ErrorReply`. Raises Unreadable."""
    sent: Sent = ()
    status = raw.get("status", ABSENT)
    if status != "error":
        status, sent = odd("status", status, "error", sent)
    ename = raw.get("ename", ABSENT)
    if not isinstance(ename, str):
        ename, sent = odd("ename", ename, "", sent)
    evalue = raw.get("evalue", ABSENT)
    if not isinstance(evalue, str):
        evalue, sent = odd("evalue", evalue, "", sent)
    traceback = raw.get("traceback", ABSENT)
    if not holds(traceback, list, str):
        traceback, sent = odd("traceback", traceback, [], sent)
    execution_count = raw.get("execution_count", ABSENT)
    if type(execution_count) is not int:
        execution_count, sent = odd("execution_count", execution_count, None, sent, whole=True)
    known = _ERROR_REPLY
    extra = {} if known.issuperset(raw) else {key: raw[key] for key in raw if key not in known}
    return ErrorReply(
        status,
        ename,
        evalue,
        traceback,
        execution_count,
        extra,
        sent,
    )


def encode_error_reply(content: ErrorReply) -> dict[str, Any]:
    """From `ErrorReply` to JSON."""
    raw: dict[str, Any] = {
        "status": content.status,
        "ename": content.ename,
        "evalue": content.evalue,
        "traceback": content.traceback,
    }
    if content.execution_count is not None:
        raw["execution_count"] = content.execution_count
    if content.extra:
        raw.update(content.extra)
    if content.sent:
        restore(raw, content.sent)
    return raw


_ABORTED_REPLY: frozenset[str] = frozenset(("status", "execution_count"))


def decode_aborted_reply(raw: dict[str, Any]) -> AbortedReply:
    """From JSON to `AbortedReply`. Raises Unreadable."""
    sent: Sent = ()
    status = raw.get("status", ABSENT)
    if status != "aborted":
        status, sent = odd("status", status, "aborted", sent)
    execution_count = raw.get("execution_count", ABSENT)
    if type(execution_count) is not int:
        execution_count, sent = odd("execution_count", execution_count, None, sent, whole=True)
    known = _ABORTED_REPLY
    extra = {} if known.issuperset(raw) else {key: raw[key] for key in raw if key not in known}
    return AbortedReply(
        status,
        execution_count,
        extra,
        sent,
    )


def encode_aborted_reply(content: AbortedReply) -> dict[str, Any]:
    """From `AbortedReply` to JSON."""
    raw: dict[str, Any] = {
        "status": content.status,
    }
    if content.execution_count is not None:
        raw["execution_count"] = content.execution_count
    if content.extra:
        raw.update(content.extra)
    if content.sent:
        restore(raw, content.sent)
    return raw


_LANGUAGE_INFO: frozenset[str] = frozenset(
    (
        "name",
        "version",
        "mimetype",
        "file_extension",
        "pygments_lexer",
        "codemirror_mode",
        "nbconvert_exporter",
    )
)


def decode_language_info(raw: dict[str, Any]) -> LanguageInfo:
    """From JSON to `LanguageInfo`. Raises Unreadable."""
    sent: Sent = ()
    name = raw.get("name", ABSENT)
    if not isinstance(name, str):
        name, sent = odd("name", name, "", sent)
    version = raw.get("version", ABSENT)
    if not isinstance(version, str):
        version, sent = odd("version", version, "", sent)
    mimetype = raw.get("mimetype", ABSENT)
    if not isinstance(mimetype, str):
        mimetype, sent = odd("mimetype", mimetype, "", sent)
    file_extension = raw.get("file_extension", ABSENT)
    if not isinstance(file_extension, str):
        file_extension, sent = odd("file_extension", file_extension, "", sent)
    pygments_lexer = raw.get("pygments_lexer", ABSENT)
    if not isinstance(pygments_lexer, str):
        pygments_lexer, sent = odd("pygments_lexer", pygments_lexer, None, sent)
    codemirror_mode = raw.get("codemirror_mode", ABSENT)
    if not isinstance(codemirror_mode, str) and not is_object(codemirror_mode):
        codemirror_mode, sent = odd("codemirror_mode", codemirror_mode, None, sent)
    nbconvert_exporter = raw.get("nbconvert_exporter", ABSENT)
    if not isinstance(nbconvert_exporter, str):
        nbconvert_exporter, sent = odd("nbconvert_exporter", nbconvert_exporter, None, sent)
    known = _LANGUAGE_INFO
    extra = {} if known.issuperset(raw) else {key: raw[key] for key in raw if key not in known}
    return LanguageInfo(
        name,
        version,
        mimetype,
        file_extension,
        pygments_lexer,
        codemirror_mode,
        nbconvert_exporter,
        extra,
        sent,
    )


def encode_language_info(content: LanguageInfo) -> dict[str, Any]:
    """From `LanguageInfo` to JSON."""
    raw: dict[str, Any] = {
        "name": content.name,
        "version": content.version,
        "mimetype": content.mimetype,
        "file_extension": content.file_extension,
    }
    if content.pygments_lexer is not None:
        raw["pygments_lexer"] = content.pygments_lexer
    if content.codemirror_mode is not None:
        raw["codemirror_mode"] = content.codemirror_mode
    if content.nbconvert_exporter is not None:
        raw["nbconvert_exporter"] = content.nbconvert_exporter
    if content.extra:
        raw.update(content.extra)
    if content.sent:
        restore(raw, content.sent)
    return raw


_HELP_LINK: frozenset[str] = frozenset(("text", "url"))


def decode_help_link(raw: dict[str, Any]) -> HelpLink:
    """From JSON to `HelpLink`. Raises Unreadable."""
    sent: Sent = ()
    text = raw.get("text", ABSENT)
    if not isinstance(text, str):
        text, sent = odd("text", text, "", sent)
    url = raw.get("url", ABSENT)
    if not isinstance(url, str):
        url, sent = odd("url", url, "", sent)
    known = _HELP_LINK
    extra = {} if known.issuperset(raw) else {key: raw[key] for key in raw if key not in known}
    return HelpLink(
        text,
        url,
        extra,
        sent,
    )


def encode_help_link(content: HelpLink) -> dict[str, Any]:
    """From `HelpLink` to JSON."""
    raw: dict[str, Any] = {
        "text": content.text,
        "url": content.url,
    }
    if content.extra:
        raw.update(content.extra)
    if content.sent:
        restore(raw, content.sent)
    return raw


_COMM_INFO: frozenset[str] = frozenset(("target_name",))


def decode_comm_info(raw: dict[str, Any]) -> CommInfo:
    """From JSON to `CommInfo`. Raises Unreadable."""
    sent: Sent = ()
    target_name = raw.get("target_name", ABSENT)
    if not isinstance(target_name, str):
        target_name, sent = odd("target_name", target_name, "", sent)
    known = _COMM_INFO
    extra = {} if known.issuperset(raw) else {key: raw[key] for key in raw if key not in known}
    return CommInfo(
        target_name,
        extra,
        sent,
    )


def encode_comm_info(content: CommInfo) -> dict[str, Any]:
    """From `CommInfo` to JSON."""
    raw: dict[str, Any] = {
        "target_name": content.target_name,
    }
    if content.extra:
        raw.update(content.extra)
    if content.sent:
        restore(raw, content.sent)
    return raw


_TRANSIENT: frozenset[str] = frozenset(("display_id",))


def decode_transient(raw: dict[str, Any]) -> Transient:
    """From JSON to `Transient`. Raises Unreadable."""
    sent: Sent = ()
    display_id = raw.get("display_id", ABSENT)
    if not isinstance(display_id, str):
        display_id, sent = odd("display_id", display_id, None, sent)
    known = _TRANSIENT
    extra = {} if known.issuperset(raw) else {key: raw[key] for key in raw if key not in known}
    return Transient(
        display_id,
        extra,
        sent,
    )


def encode_transient(content: Transient) -> dict[str, Any]:
    """From `Transient` to JSON."""
    raw: dict[str, Any] = {}
    if content.display_id is not None:
        raw["display_id"] = content.display_id
    if content.extra:
        raw.update(content.extra)
    if content.sent:
        restore(raw, content.sent)
    return raw


_DISPLAY_DATA: frozenset[str] = frozenset(("data", "metadata", "transient"))


def decode_display_data(raw: dict[str, Any]) -> DisplayData:
    """From JSON to `DisplayData`. Raises Unreadable."""
    sent: Sent = ()
    data = raw.get("data", ABSENT)
    if not is_object(data):
        data, sent = odd("data", data, {}, sent)
    metadata = raw.get("metadata", ABSENT)
    if not is_object(metadata):
        metadata, sent = odd("metadata", metadata, {}, sent)
    transient = raw.get("transient", ABSENT)
    if not is_object(transient):
        transient, sent = odd("transient", transient, None, sent)
    known = _DISPLAY_DATA
    extra = {} if known.issuperset(raw) else {key: raw[key] for key in raw if key not in known}
    return DisplayData(
        data,
        metadata,
        None if transient is None else decode_transient(transient),
        extra,
        sent,
    )


def encode_display_data(content: DisplayData) -> dict[str, Any]:
    """From `DisplayData` to JSON."""
    raw: dict[str, Any] = {
        "data": content.data,
        "metadata": content.metadata,
    }
    if content.transient is not None:
        raw["transient"] = encode_transient(content.transient)
    if content.extra:
        raw.update(content.extra)
    if content.sent:
        restore(raw, content.sent)
    return raw


_ERROR: frozenset[str] = frozenset(("ename", "evalue", "traceback"))


def decode_error(raw: dict[str, Any]) -> Error:
    """From JSON to `Error`. Raises Unreadable."""
    sent: Sent = ()
    ename = raw.get("ename", ABSENT)
    if not isinstance(ename, str):
        ename, sent = odd("ename", ename, "", sent)
    evalue = raw.get("evalue", ABSENT)
    if not isinstance(evalue, str):
        evalue, sent = odd("evalue", evalue, "", sent)
    traceback = raw.get("traceback", ABSENT)
    if not holds(traceback, list, str):
        traceback, sent = odd("traceback", traceback, [], sent)
    known = _ERROR
    extra = {} if known.issuperset(raw) else {key: raw[key] for key in raw if key not in known}
    return Error(
        ename,
        evalue,
        traceback,
        extra,
        sent,
    )


def encode_error(content: Error) -> dict[str, Any]:
    """From `Error` to JSON."""
    raw: dict[str, Any] = {
        "ename": content.ename,
        "evalue": content.evalue,
        "traceback": content.traceback,
    }
    if content.extra:
        raw.update(content.extra)
    if content.sent:
        restore(raw, content.sent)
    return raw


_EXECUTE_INPUT: frozenset[str] = frozenset(("code", "execution_count"))


def decode_execute_input(raw: dict[str, Any]) -> ExecuteInput:
    """From JSON to `ExecuteInput`. Raises Unreadable."""
    sent: Sent = ()
    code = raw.get("code", ABSENT)
    if not isinstance(code, str):
        code, sent = odd("code", code, "", sent)
    execution_count = raw.get("execution_count", ABSENT)
    if type(execution_count) is not int:
        execution_count, sent = odd("execution_count", execution_count, 0, sent, whole=True)
    known = _EXECUTE_INPUT
    extra = {} if known.issuperset(raw) else {key: raw[key] for key in raw if key not in known}
    return ExecuteInput(
        code,
        execution_count,
        extra,
        sent,
    )


def encode_execute_input(content: ExecuteInput) -> dict[str, Any]:
    """From `ExecuteInput` to JSON."""
    raw: dict[str, Any] = {
        "code": content.code,
        "execution_count": content.execution_count,
    }
    if content.extra:
        raw.update(content.extra)
    if content.sent:
        restore(raw, content.sent)
    return raw


_EXECUTE_REPLY: frozenset[str] = frozenset(
    ("status", "execution_count", "payload", "user_expressions")
)


def decode_execute_reply(raw: dict[str, Any]) -> ExecuteReply:
    """From JSON to `ExecuteReply`. Raises Unreadable."""
    sent: Sent = ()
    status = raw.get("status", ABSENT)
    if status != "ok":
        status, sent = odd("status", status, "ok", sent)
    execution_count = raw.get("execution_count", ABSENT)
    if type(execution_count) is not int:
        execution_count, sent = odd("execution_count", execution_count, 0, sent, whole=True)
    payload = raw.get("payload", ABSENT)
    if not holds(payload, list, dict):
        payload, sent = odd("payload", payload, None, sent)
    user_expressions = raw.get("user_expressions", ABSENT)
    if not is_object(user_expressions):
        user_expressions, sent = odd("user_expressions", user_expressions, {}, sent)
    known = _EXECUTE_REPLY
    extra = {} if known.issuperset(raw) else {key: raw[key] for key in raw if key not in known}
    return ExecuteReply(
        execution_count,
        status,
        user_expressions,
        payload,
        extra,
        sent,
    )


def encode_execute_reply(content: ExecuteReply) -> dict[str, Any]:
    """From `ExecuteReply` to JSON."""
    raw: dict[str, Any] = {
        "status": content.status,
        "execution_count": content.execution_count,
        "user_expressions": content.user_expressions,
    }
    if content.payload is not None:
        raw["payload"] = content.payload
    if content.extra:
        raw.update(content.extra)
    if content.sent:
        restore(raw, content.sent)
    return raw


_EXECUTE_REQUEST: frozenset[str] = frozenset(
    ("code", "silent", "store_history", "user_expressions", "allow_stdin", "stop_on_error")
)


def decode_execute_request(raw: dict[str, Any]) -> ExecuteRequest:
    """From JSON to `ExecuteRequest`. Raises Unreadable."""
    sent: Sent = ()
    code = raw.get("code", ABSENT)
    if not isinstance(code, str):
        code, sent = odd("code", code, "", sent)
    silent = raw.get("silent", ABSENT)
    if not isinstance(silent, bool):
        silent, sent = odd("silent", silent, False, sent)
    store_history = raw.get("store_history", ABSENT)
    if not isinstance(store_history, bool):
        store_history, sent = odd("store_history", store_history, True, sent)
    user_expressions = raw.get("user_expressions", ABSENT)
    if not holds(user_expressions, dict, str):
        user_expressions, sent = odd("user_expressions", user_expressions, {}, sent)
    allow_stdin = raw.get("allow_stdin", ABSENT)
    if not isinstance(allow_stdin, bool):
        allow_stdin, sent = odd("allow_stdin", allow_stdin, True, sent)
    stop_on_error = raw.get("stop_on_error", ABSENT)
    if not isinstance(stop_on_error, bool):
        stop_on_error, sent = odd("stop_on_error", stop_on_error, True, sent)
    known = _EXECUTE_REQUEST
    extra = {} if known.issuperset(raw) else {key: raw[key] for key in raw if key not in known}
    return ExecuteRequest(
        code,
        silent,
        store_history,
        user_expressions,
        allow_stdin,
        stop_on_error,
        extra,
        sent,
    )


def encode_execute_request(content: ExecuteRequest) -> dict[str, Any]:
    """From `ExecuteRequest` to JSON."""
    raw: dict[str, Any] = {
        "code": content.code,
        "silent": content.silent,
        "store_history": content.store_history,
        "user_expressions": content.user_expressions,
        "allow_stdin": content.allow_stdin,
        "stop_on_error": content.stop_on_error,
    }
    if content.extra:
        raw.update(content.extra)
    if content.sent:
        restore(raw, content.sent)
    return raw


_EXECUTE_RESULT: frozenset[str] = frozenset(("data", "metadata", "transient", "execution_count"))


def decode_execute_result(raw: dict[str, Any]) -> ExecuteResult:
    """From JSON to `ExecuteResult`. Raises Unreadable."""
    sent: Sent = ()
    data = raw.get("data", ABSENT)
    if not is_object(data):
        data, sent = odd("data", data, {}, sent)
    metadata = raw.get("metadata", ABSENT)
    if not is_object(metadata):
        metadata, sent = odd("metadata", metadata, {}, sent)
    transient = raw.get("transient", ABSENT)
    if not is_object(transient):
        transient, sent = odd("transient", transient, None, sent)
    execution_count = raw.get("execution_count", ABSENT)
    if type(execution_count) is not int:
        execution_count, sent = odd("execution_count", execution_count, 0, sent, whole=True)
    known = _EXECUTE_RESULT
    extra = {} if known.issuperset(raw) else {key: raw[key] for key in raw if key not in known}
    return ExecuteResult(
        execution_count,
        data,
        metadata,
        None if transient is None else decode_transient(transient),
        extra,
        sent,
    )


def encode_execute_result(content: ExecuteResult) -> dict[str, Any]:
    """From `ExecuteResult` to JSON."""
    raw: dict[str, Any] = {
        "data": content.data,
        "metadata": content.metadata,
        "execution_count": content.execution_count,
    }
    if content.transient is not None:
        raw["transient"] = encode_transient(content.transient)
    if content.extra:
        raw.update(content.extra)
    if content.sent:
        restore(raw, content.sent)
    return raw


_HEADER: frozenset[str] = frozenset(
    ("msg_id", "session", "username", "date", "msg_type", "version", "subshell_id")
)


def decode_header(raw: dict[str, Any]) -> Header:
    """From JSON to `Header`, whatever its fields hold."""
    sent: Sent = ()
    msg_id = raw.get("msg_id", ABSENT)
    if not isinstance(msg_id, str):
        msg_id, sent = lax("msg_id", msg_id, "", sent)
    session = raw.get("session", ABSENT)
    if not isinstance(session, str):
        session, sent = lax("session", session, "", sent)
    username = raw.get("username", ABSENT)
    if not isinstance(username, str):
        username, sent = lax("username", username, "", sent)
    date = raw.get("date", ABSENT)
    if not isinstance(date, str):
        date, sent = lax("date", date, "", sent)
    msg_type = raw.get("msg_type", ABSENT)
    if not isinstance(msg_type, str):
        msg_type, sent = lax("msg_type", msg_type, "", sent)
    version = raw.get("version", ABSENT)
    if not isinstance(version, str):
        version, sent = lax("version", version, "", sent)
    subshell_id = raw.get("subshell_id", ABSENT)
    if not isinstance(subshell_id, str):
        subshell_id, sent = lax("subshell_id", subshell_id, None, sent)
    known = _HEADER
    extra = {} if known.issuperset(raw) else {key: raw[key] for key in raw if key not in known}
    return Header(
        msg_id,
        session,
        username,
        date,
        msg_type,
        version,
        subshell_id,
        extra,
        sent,
    )


def encode_header(content: Header) -> dict[str, Any]:
    """From `Header` to JSON."""
    raw: dict[str, Any] = {
        "msg_id": content.msg_id,
        "session": content.session,
        "username": content.username,
        "date": content.date,
        "msg_type": content.msg_type,
        "version": content.version,
    }
    if content.subshell_id is not None:
        raw["subshell_id"] = content.subshell_id
    if content.extra:
        raw.update(content.extra)
    if content.sent:
        restore(raw, content.sent)
    return raw


_HISTORY_REPLY: frozenset[str] = frozenset(("status", "history"))


def decode_history_reply(raw: dict[str, Any]) -> HistoryReply:
    """From JSON to `HistoryReply`. Raises Unreadable."""
    sent: Sent = ()
    status = raw.get("status", ABSENT)
    if status != "ok":
        status, sent = odd("status", status, "ok", sent)
    history = raw.get("history", ABSENT)
    if not holds(history, list, list):
        history, sent = odd("history", history, [], sent)
    known = _HISTORY_REPLY
    extra = {} if known.issuperset(raw) else {key: raw[key] for key in raw if key not in known}
    return HistoryReply(
        status,
        history,
        extra,
        sent,
    )


def encode_history_reply(content: HistoryReply) -> dict[str, Any]:
    """From `HistoryReply` to JSON."""
    raw: dict[str, Any] = {
        "status": content.status,
        "history": content.history,
    }
    if content.extra:
        raw.update(content.extra)
    if content.sent:
        restore(raw, content.sent)
    return raw


_HISTORY_REQUEST: frozenset[str] = frozenset(
    ("output", "raw", "hist_access_type", "session", "start", "stop", "n", "pattern", "unique")
)


def decode_history_request(raw: dict[str, Any]) -> HistoryRequest:
    """From JSON to `HistoryRequest`. Raises Unreadable."""
    sent: Sent = ()
    output = raw.get("output", ABSENT)
    if not isinstance(output, bool):
        output, sent = odd("output", output, False, sent)
    raw_ = raw.get("raw", ABSENT)
    if not isinstance(raw_, bool):
        raw_, sent = odd("raw", raw_, False, sent)
    hist_access_type = raw.get("hist_access_type", ABSENT)
    if not isinstance(hist_access_type, str):
        hist_access_type, sent = odd("hist_access_type", hist_access_type, "", sent)
    session = raw.get("session", ABSENT)
    if type(session) is not int:
        session, sent = odd("session", session, None, sent, whole=True)
    start = raw.get("start", ABSENT)
    if type(start) is not int:
        start, sent = odd("start", start, None, sent, whole=True)
    stop = raw.get("stop", ABSENT)
    if type(stop) is not int:
        stop, sent = odd("stop", stop, None, sent, whole=True)
    n = raw.get("n", ABSENT)
    if type(n) is not int:
        n, sent = odd("n", n, None, sent, whole=True)
    pattern = raw.get("pattern", ABSENT)
    if not isinstance(pattern, str):
        pattern, sent = odd("pattern", pattern, None, sent)
    unique = raw.get("unique", ABSENT)
    if not isinstance(unique, bool):
        unique, sent = odd("unique", unique, False, sent)
    known = _HISTORY_REQUEST
    extra = {} if known.issuperset(raw) else {key: raw[key] for key in raw if key not in known}
    return HistoryRequest(
        output,
        raw_,
        hist_access_type,
        unique,
        session,
        start,
        stop,
        n,
        pattern,
        extra,
        sent,
    )


def encode_history_request(content: HistoryRequest) -> dict[str, Any]:
    """From `HistoryRequest` to JSON."""
    raw: dict[str, Any] = {
        "output": content.output,
        "raw": content.raw,
        "hist_access_type": content.hist_access_type,
        "unique": content.unique,
    }
    if content.session is not None:
        raw["session"] = content.session
    if content.start is not None:
        raw["start"] = content.start
    if content.stop is not None:
        raw["stop"] = content.stop
    if content.n is not None:
        raw["n"] = content.n
    if content.pattern is not None:
        raw["pattern"] = content.pattern
    if content.extra:
        raw.update(content.extra)
    if content.sent:
        restore(raw, content.sent)
    return raw


_INPUT_REPLY: frozenset[str] = frozenset(("value",))


def decode_input_reply(raw: dict[str, Any]) -> InputReply:
    """From JSON to `InputReply`. Raises Unreadable."""
    sent: Sent = ()
    value = raw.get("value", ABSENT)
    if not isinstance(value, str):
        value, sent = odd("value", value, "", sent)
    known = _INPUT_REPLY
    extra = {} if known.issuperset(raw) else {key: raw[key] for key in raw if key not in known}
    return InputReply(
        value,
        extra,
        sent,
    )


def encode_input_reply(content: InputReply) -> dict[str, Any]:
    """From `InputReply` to JSON."""
    raw: dict[str, Any] = {
        "value": content.value,
    }
    if content.extra:
        raw.update(content.extra)
    if content.sent:
        restore(raw, content.sent)
    return raw


_INPUT_REQUEST: frozenset[str] = frozenset(("prompt", "password"))


def decode_input_request(raw: dict[str, Any]) -> InputRequest:
    """From JSON to `InputRequest`. Raises Unreadable."""
    sent: Sent = ()
    prompt = raw.get("prompt", ABSENT)
    if not isinstance(prompt, str):
        prompt, sent = odd("prompt", prompt, "", sent)
    password = raw.get("password", ABSENT)
    if not isinstance(password, bool):
        password, sent = odd("password", password, False, sent)
    known = _INPUT_REQUEST
    extra = {} if known.issuperset(raw) else {key: raw[key] for key in raw if key not in known}
    return InputRequest(
        prompt,
        password,
        extra,
        sent,
    )


def encode_input_request(content: InputRequest) -> dict[str, Any]:
    """From `InputRequest` to JSON."""
    raw: dict[str, Any] = {
        "prompt": content.prompt,
        "password": content.password,
    }
    if content.extra:
        raw.update(content.extra)
    if content.sent:
        restore(raw, content.sent)
    return raw


_INSPECT_REPLY: frozenset[str] = frozenset(("status", "found", "data", "metadata"))


def decode_inspect_reply(raw: dict[str, Any]) -> InspectReply:
    """From JSON to `InspectReply`. Raises Unreadable."""
    sent: Sent = ()
    status = raw.get("status", ABSENT)
    if status != "ok":
        status, sent = odd("status", status, "ok", sent)
    found = raw.get("found", ABSENT)
    if not isinstance(found, bool):
        found, sent = odd("found", found, False, sent)
    data = raw.get("data", ABSENT)
    if not is_object(data):
        data, sent = odd("data", data, {}, sent)
    metadata = raw.get("metadata", ABSENT)
    if not is_object(metadata):
        metadata, sent = odd("metadata", metadata, {}, sent)
    known = _INSPECT_REPLY
    extra = {} if known.issuperset(raw) else {key: raw[key] for key in raw if key not in known}
    return InspectReply(
        found,
        status,
        data,
        metadata,
        extra,
        sent,
    )


def encode_inspect_reply(content: InspectReply) -> dict[str, Any]:
    """From `InspectReply` to JSON."""
    raw: dict[str, Any] = {
        "status": content.status,
        "found": content.found,
        "data": content.data,
        "metadata": content.metadata,
    }
    if content.extra:
        raw.update(content.extra)
    if content.sent:
        restore(raw, content.sent)
    return raw


_INSPECT_REQUEST: frozenset[str] = frozenset(("code", "cursor_pos", "detail_level"))


def decode_inspect_request(raw: dict[str, Any]) -> InspectRequest:
    """From JSON to `InspectRequest`. Raises Unreadable."""
    sent: Sent = ()
    code = raw.get("code", ABSENT)
    if not isinstance(code, str):
        code, sent = odd("code", code, "", sent)
    cursor_pos = raw.get("cursor_pos", ABSENT)
    if type(cursor_pos) is not int:
        cursor_pos, sent = odd("cursor_pos", cursor_pos, 0, sent, whole=True)
    detail_level = raw.get("detail_level", ABSENT)
    if type(detail_level) is not int or detail_level not in (0, 1):
        detail_level, sent = odd("detail_level", detail_level, 0, sent, whole=True)
    known = _INSPECT_REQUEST
    extra = {} if known.issuperset(raw) else {key: raw[key] for key in raw if key not in known}
    return InspectRequest(
        code,
        cursor_pos,
        detail_level,
        extra,
        sent,
    )


def encode_inspect_request(content: InspectRequest) -> dict[str, Any]:
    """From `InspectRequest` to JSON."""
    raw: dict[str, Any] = {
        "code": content.code,
        "cursor_pos": content.cursor_pos,
        "detail_level": content.detail_level,
    }
    if content.extra:
        raw.update(content.extra)
    if content.sent:
        restore(raw, content.sent)
    return raw


_IS_COMPLETE_REPLY: frozenset[str] = frozenset(("status", "indent"))


def decode_is_complete_reply(raw: dict[str, Any]) -> IsCompleteReply:
    """From JSON to `IsCompleteReply`. Raises Unreadable."""
    sent: Sent = ()
    status = raw.get("status", ABSENT)
    if status not in ("complete", "incomplete", "invalid", "unknown"):
        status, sent = odd("status", status, "unknown", sent)
    indent = raw.get("indent", ABSENT)
    if not isinstance(indent, str):
        indent, sent = odd("indent", indent, None, sent)
    known = _IS_COMPLETE_REPLY
    extra = {} if known.issuperset(raw) else {key: raw[key] for key in raw if key not in known}
    return IsCompleteReply(
        status,
        indent,
        extra,
        sent,
    )


def encode_is_complete_reply(content: IsCompleteReply) -> dict[str, Any]:
    """From `IsCompleteReply` to JSON."""
    raw: dict[str, Any] = {
        "status": content.status,
    }
    if content.indent is not None:
        raw["indent"] = content.indent
    if content.extra:
        raw.update(content.extra)
    if content.sent:
        restore(raw, content.sent)
    return raw


_IS_COMPLETE_REQUEST: frozenset[str] = frozenset(("code",))


def decode_is_complete_request(raw: dict[str, Any]) -> IsCompleteRequest:
    """From JSON to `IsCompleteRequest`. Raises Unreadable."""
    sent: Sent = ()
    code = raw.get("code", ABSENT)
    if not isinstance(code, str):
        code, sent = odd("code", code, "", sent)
    known = _IS_COMPLETE_REQUEST
    extra = {} if known.issuperset(raw) else {key: raw[key] for key in raw if key not in known}
    return IsCompleteRequest(
        code,
        extra,
        sent,
    )


def encode_is_complete_request(content: IsCompleteRequest) -> dict[str, Any]:
    """From `IsCompleteRequest` to JSON."""
    raw: dict[str, Any] = {
        "code": content.code,
    }
    if content.extra:
        raw.update(content.extra)
    if content.sent:
        restore(raw, content.sent)
    return raw


_KERNEL_INFO_REPLY: frozenset[str] = frozenset(
    (
        "status",
        "protocol_version",
        "implementation",
        "implementation_version",
        "language_info",
        "banner",
        "help_links",
        "debugger",
        "supported_features",
    )
)


def decode_kernel_info_reply(raw: dict[str, Any]) -> KernelInfoReply:
    """From JSON to `KernelInfoReply`. Raises Unreadable."""
    sent: Sent = ()
    status = raw.get("status", ABSENT)
    if status != "ok":
        status, sent = odd("status", status, "ok", sent)
    protocol_version = raw.get("protocol_version", ABSENT)
    if not isinstance(protocol_version, str):
        protocol_version, sent = odd("protocol_version", protocol_version, "", sent)
    implementation = raw.get("implementation", ABSENT)
    if not isinstance(implementation, str):
        implementation, sent = odd("implementation", implementation, "", sent)
    implementation_version = raw.get("implementation_version", ABSENT)
    if not isinstance(implementation_version, str):
        implementation_version, sent = odd(
            "implementation_version", implementation_version, "", sent
        )
    language_info = raw.get("language_info", ABSENT)
    if not is_object(language_info):
        language_info, sent = odd("language_info", language_info, {}, sent)
    banner = raw.get("banner", ABSENT)
    if not isinstance(banner, str):
        banner, sent = odd("banner", banner, "", sent)
    help_links = raw.get("help_links", ABSENT)
    if not holds(help_links, list, dict):
        help_links, sent = odd("help_links", help_links, None, sent)
    debugger = raw.get("debugger", ABSENT)
    if not isinstance(debugger, bool):
        debugger, sent = odd("debugger", debugger, None, sent)
    supported_features = raw.get("supported_features", ABSENT)
    if not holds(supported_features, list, str):
        supported_features, sent = odd("supported_features", supported_features, None, sent)
    known = _KERNEL_INFO_REPLY
    extra = {} if known.issuperset(raw) else {key: raw[key] for key in raw if key not in known}
    return KernelInfoReply(
        protocol_version,
        implementation,
        implementation_version,
        decode_language_info(language_info),
        banner,
        status,
        None if help_links is None else [decode_help_link(item) for item in help_links],
        debugger,
        supported_features,
        extra,
        sent,
    )


def encode_kernel_info_reply(content: KernelInfoReply) -> dict[str, Any]:
    """From `KernelInfoReply` to JSON."""
    raw: dict[str, Any] = {
        "status": content.status,
        "protocol_version": content.protocol_version,
        "implementation": content.implementation,
        "implementation_version": content.implementation_version,
        "language_info": encode_language_info(content.language_info),
        "banner": content.banner,
    }
    if content.help_links is not None:
        raw["help_links"] = [encode_help_link(item) for item in content.help_links]
    if content.debugger is not None:
        raw["debugger"] = content.debugger
    if content.supported_features is not None:
        raw["supported_features"] = content.supported_features
    if content.extra:
        raw.update(content.extra)
    if content.sent:
        restore(raw, content.sent)
    return raw


_KERNEL_INFO_REQUEST: frozenset[str] = frozenset(())


def decode_kernel_info_request(raw: dict[str, Any]) -> KernelInfoRequest:
    """From JSON to `KernelInfoRequest`. Raises Unreadable."""
    sent: Sent = ()
    known = _KERNEL_INFO_REQUEST
    extra = {} if known.issuperset(raw) else {key: raw[key] for key in raw if key not in known}
    return KernelInfoRequest(
        extra,
        sent,
    )


def encode_kernel_info_request(content: KernelInfoRequest) -> dict[str, Any]:
    """From `KernelInfoRequest` to JSON."""
    raw: dict[str, Any] = {}
    if content.extra:
        raw.update(content.extra)
    if content.sent:
        restore(raw, content.sent)
    return raw


_SHUTDOWN_REPLY: frozenset[str] = frozenset(("status", "restart"))


def decode_shutdown_reply(raw: dict[str, Any]) -> ShutdownReply:
    """From JSON to `ShutdownReply`. Raises Unreadable."""
    sent: Sent = ()
    status = raw.get("status", ABSENT)
    if status != "ok":
        status, sent = odd("status", status, "ok", sent)
    restart = raw.get("restart", ABSENT)
    if not isinstance(restart, bool):
        restart, sent = odd("restart", restart, False, sent)
    known = _SHUTDOWN_REPLY
    extra = {} if known.issuperset(raw) else {key: raw[key] for key in raw if key not in known}
    return ShutdownReply(
        restart,
        status,
        extra,
        sent,
    )


def encode_shutdown_reply(content: ShutdownReply) -> dict[str, Any]:
    """From `ShutdownReply` to JSON."""
    raw: dict[str, Any] = {
        "status": content.status,
        "restart": content.restart,
    }
    if content.extra:
        raw.update(content.extra)
    if content.sent:
        restore(raw, content.sent)
    return raw


_SHUTDOWN_REQUEST: frozenset[str] = frozenset(("restart",))


def decode_shutdown_request(raw: dict[str, Any]) -> ShutdownRequest:
    """From JSON to `ShutdownRequest`. Raises Unreadable."""
    sent: Sent = ()
    restart = raw.get("restart", ABSENT)
    if not isinstance(restart, bool):
        restart, sent = odd("restart", restart, False, sent)
    known = _SHUTDOWN_REQUEST
    extra = {} if known.issuperset(raw) else {key: raw[key] for key in raw if key not in known}
    return ShutdownRequest(
        restart,
        extra,
        sent,
    )


def encode_shutdown_request(content: ShutdownRequest) -> dict[str, Any]:
    """From `ShutdownRequest` to JSON."""
    raw: dict[str, Any] = {
        "restart": content.restart,
    }
    if content.extra:
        raw.update(content.extra)
    if content.sent:
        restore(raw, content.sent)
    return raw


_STATUS: frozenset[str] = frozenset(("execution_state",))


def decode_status(raw: dict[str, Any]) -> Status:
    """From JSON to `Status`. Raises Unreadable."""
    sent: Sent = ()
    execution_state = raw.get("execution_state", ABSENT)
    if not isinstance(execution_state, str):
        execution_state, sent = odd("execution_state", execution_state, "", sent)
    known = _STATUS
    extra = {} if known.issuperset(raw) else {key: raw[key] for key in raw if key not in known}
    return Status(
        execution_state,
        extra,
        sent,
    )


def encode_status(content: Status) -> dict[str, Any]:
    """From `Status` to JSON."""
    raw: dict[str, Any] = {
        "execution_state": content.execution_state,
    }
    if content.extra:
        raw.update(content.extra)
    if content.sent:
        restore(raw, content.sent)
    return raw


_STREAM: frozenset[str] = frozenset(("name", "text"))


def decode_stream(raw: dict[str, Any]) -> Stream:
    """From JSON to `Stream`. Raises Unreadable."""
    sent: Sent = ()
    name = raw.get("name", ABSENT)
    if name not in ("stdout", "stderr"):
        name, sent = odd("name", name, "stdout", sent)
    text = raw.get("text", ABSENT)
    if not isinstance(text, str):
        text, sent = odd("text", text, "", sent)
    known = _STREAM
    extra = {} if known.issuperset(raw) else {key: raw[key] for key in raw if key not in known}
    return Stream(
        name,
        text,
        extra,
        sent,
    )


def encode_stream(content: Stream) -> dict[str, Any]:
    """From `Stream` to JSON."""
    raw: dict[str, Any] = {
        "name": content.name,
        "text": content.text,
    }
    if content.extra:
        raw.update(content.extra)
    if content.sent:
        restore(raw, content.sent)
    return raw


_COMM_INFO_REPLY: frozenset[str] = frozenset(("status", "comms"))


def decode_comm_info_reply(raw: dict[str, Any]) -> CommInfoReply:
    """From JSON to `CommInfoReply`. Raises Unreadable."""
    sent: Sent = ()
    status = raw.get("status", ABSENT)
    if status != "ok":
        status, sent = odd("status", status, "ok", sent)
    comms = raw.get("comms", ABSENT)
    if not holds(comms, dict, dict):
        comms, sent = odd("comms", comms, {}, sent)
    known = _COMM_INFO_REPLY
    extra = {} if known.issuperset(raw) else {key: raw[key] for key in raw if key not in known}
    return CommInfoReply(
        status,
        {key: decode_comm_info(item) for key, item in comms.items()},
        extra,
        sent,
    )


def encode_comm_info_reply(content: CommInfoReply) -> dict[str, Any]:
    """From `CommInfoReply` to JSON."""
    raw: dict[str, Any] = {
        "status": content.status,
        "comms": {key: encode_comm_info(item) for key, item in content.comms.items()},
    }
    if content.extra:
        raw.update(content.extra)
    if content.sent:
        restore(raw, content.sent)
    return raw


_COMM_INFO_REQUEST: frozenset[str] = frozenset(("target_name",))


def decode_comm_info_request(raw: dict[str, Any]) -> CommInfoRequest:
    """From JSON to `CommInfoRequest`. Raises Unreadable."""
    sent: Sent = ()
    target_name = raw.get("target_name", ABSENT)
    if not isinstance(target_name, str):
        target_name, sent = odd("target_name", target_name, None, sent)
    known = _COMM_INFO_REQUEST
    extra = {} if known.issuperset(raw) else {key: raw[key] for key in raw if key not in known}
    return CommInfoRequest(
        target_name,
        extra,
        sent,
    )


def encode_comm_info_request(content: CommInfoRequest) -> dict[str, Any]:
    """From `CommInfoRequest` to JSON."""
    raw: dict[str, Any] = {}
    if content.target_name is not None:
        raw["target_name"] = content.target_name
    if content.extra:
        raw.update(content.extra)
    if content.sent:
        restore(raw, content.sent)
    return raw


_UPDATE_DISPLAY_DATA: frozenset[str] = frozenset(("data", "metadata", "transient"))


def decode_update_display_data(raw: dict[str, Any]) -> UpdateDisplayData:
    """From JSON to `UpdateDisplayData`. Raises Unreadable."""
    sent: Sent = ()
    data = raw.get("data", ABSENT)
    if not is_object(data):
        data, sent = odd("data", data, {}, sent)
    metadata = raw.get("metadata", ABSENT)
    if not is_object(metadata):
        metadata, sent = odd("metadata", metadata, {}, sent)
    transient = raw.get("transient", ABSENT)
    if not is_object(transient):
        transient, sent = odd("transient", transient, {}, sent)
    known = _UPDATE_DISPLAY_DATA
    extra = {} if known.issuperset(raw) else {key: raw[key] for key in raw if key not in known}
    return UpdateDisplayData(
        decode_transient(transient),
        data,
        metadata,
        extra,
        sent,
    )


def encode_update_display_data(content: UpdateDisplayData) -> dict[str, Any]:
    """From `UpdateDisplayData` to JSON."""
    raw: dict[str, Any] = {
        "data": content.data,
        "metadata": content.metadata,
        "transient": encode_transient(content.transient),
    }
    if content.extra:
        raw.update(content.extra)
    if content.sent:
        restore(raw, content.sent)
    return raw


_INTERRUPT_REPLY: frozenset[str] = frozenset(("status",))


def decode_interrupt_reply(raw: dict[str, Any]) -> InterruptReply:
    """From JSON to `InterruptReply`. Raises Unreadable."""
    sent: Sent = ()
    status = raw.get("status", ABSENT)
    if status != "ok":
        status, sent = odd("status", status, "ok", sent)
    known = _INTERRUPT_REPLY
    extra = {} if known.issuperset(raw) else {key: raw[key] for key in raw if key not in known}
    return InterruptReply(
        status,
        extra,
        sent,
    )


def encode_interrupt_reply(content: InterruptReply) -> dict[str, Any]:
    """From `InterruptReply` to JSON."""
    raw: dict[str, Any] = {
        "status": content.status,
    }
    if content.extra:
        raw.update(content.extra)
    if content.sent:
        restore(raw, content.sent)
    return raw


_INTERRUPT_REQUEST: frozenset[str] = frozenset(())


def decode_interrupt_request(raw: dict[str, Any]) -> InterruptRequest:
    """From JSON to `InterruptRequest`. Raises Unreadable."""
    sent: Sent = ()
    known = _INTERRUPT_REQUEST
    extra = {} if known.issuperset(raw) else {key: raw[key] for key in raw if key not in known}
    return InterruptRequest(
        extra,
        sent,
    )


def encode_interrupt_request(content: InterruptRequest) -> dict[str, Any]:
    """From `InterruptRequest` to JSON."""
    raw: dict[str, Any] = {}
    if content.extra:
        raw.update(content.extra)
    if content.sent:
        restore(raw, content.sent)
    return raw


_CREATE_SUBSHELL_REPLY: frozenset[str] = frozenset(("status", "subshell_id"))


def decode_create_subshell_reply(raw: dict[str, Any]) -> CreateSubshellReply:
    """From JSON to `CreateSubshellReply`. Raises Unreadable."""
    sent: Sent = ()
    status = raw.get("status", ABSENT)
    if status != "ok":
        status, sent = odd("status", status, "ok", sent)
    subshell_id = raw.get("subshell_id", ABSENT)
    if not isinstance(subshell_id, str):
        subshell_id, sent = odd("subshell_id", subshell_id, "", sent)
    known = _CREATE_SUBSHELL_REPLY
    extra = {} if known.issuperset(raw) else {key: raw[key] for key in raw if key not in known}
    return CreateSubshellReply(
        subshell_id,
        status,
        extra,
        sent,
    )


def encode_create_subshell_reply(content: CreateSubshellReply) -> dict[str, Any]:
    """From `CreateSubshellReply` to JSON."""
    raw: dict[str, Any] = {
        "status": content.status,
        "subshell_id": content.subshell_id,
    }
    if content.extra:
        raw.update(content.extra)
    if content.sent:
        restore(raw, content.sent)
    return raw


_CREATE_SUBSHELL_REQUEST: frozenset[str] = frozenset(())


def decode_create_subshell_request(raw: dict[str, Any]) -> CreateSubshellRequest:
    """From JSON to `CreateSubshellRequest`. Raises Unreadable."""
    sent: Sent = ()
    known = _CREATE_SUBSHELL_REQUEST
    extra = {} if known.issuperset(raw) else {key: raw[key] for key in raw if key not in known}
    return CreateSubshellRequest(
        extra,
        sent,
    )


def encode_create_subshell_request(content: CreateSubshellRequest) -> dict[str, Any]:
    """From `CreateSubshellRequest` to JSON."""
    raw: dict[str, Any] = {}
    if content.extra:
        raw.update(content.extra)
    if content.sent:
        restore(raw, content.sent)
    return raw


_DEBUG_EVENT: frozenset[str] = frozenset(("seq", "type", "event", "body"))


def decode_debug_event(raw: dict[str, Any]) -> DebugEvent:
    """From JSON to `DebugEvent`. Raises Unreadable."""
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
    known = _DEBUG_EVENT
    extra = {} if known.issuperset(raw) else {key: raw[key] for key in raw if key not in known}
    return DebugEvent(
        seq,
        event,
        type_,
        body,
        extra,
        sent,
    )


def encode_debug_event(content: DebugEvent) -> dict[str, Any]:
    """From `DebugEvent` to JSON."""
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


_DEBUG_REPLY: frozenset[str] = frozenset(
    ("seq", "type", "request_seq", "success", "command", "message", "body")
)


def decode_debug_reply(raw: dict[str, Any]) -> DebugReply:
    """From JSON to `DebugReply`. Raises Unreadable."""
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
    known = _DEBUG_REPLY
    extra = {} if known.issuperset(raw) else {key: raw[key] for key in raw if key not in known}
    return DebugReply(
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


def encode_debug_reply(content: DebugReply) -> dict[str, Any]:
    """From `DebugReply` to JSON."""
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


_DEBUG_REQUEST: frozenset[str] = frozenset(("seq", "type", "command", "arguments"))


def decode_debug_request(raw: dict[str, Any]) -> DebugRequest:
    """From JSON to `DebugRequest`. Raises Unreadable."""
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
    known = _DEBUG_REQUEST
    extra = {} if known.issuperset(raw) else {key: raw[key] for key in raw if key not in known}
    return DebugRequest(
        seq,
        command,
        type_,
        arguments,
        extra,
        sent,
    )


def encode_debug_request(content: DebugRequest) -> dict[str, Any]:
    """From `DebugRequest` to JSON."""
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


_DELETE_SUBSHELL_REPLY: frozenset[str] = frozenset(("status",))


def decode_delete_subshell_reply(raw: dict[str, Any]) -> DeleteSubshellReply:
    """From JSON to `DeleteSubshellReply`. Raises Unreadable."""
    sent: Sent = ()
    status = raw.get("status", ABSENT)
    if status != "ok":
        status, sent = odd("status", status, "ok", sent)
    known = _DELETE_SUBSHELL_REPLY
    extra = {} if known.issuperset(raw) else {key: raw[key] for key in raw if key not in known}
    return DeleteSubshellReply(
        status,
        extra,
        sent,
    )


def encode_delete_subshell_reply(content: DeleteSubshellReply) -> dict[str, Any]:
    """From `DeleteSubshellReply` to JSON."""
    raw: dict[str, Any] = {
        "status": content.status,
    }
    if content.extra:
        raw.update(content.extra)
    if content.sent:
        restore(raw, content.sent)
    return raw


_DELETE_SUBSHELL_REQUEST: frozenset[str] = frozenset(("subshell_id",))


def decode_delete_subshell_request(raw: dict[str, Any]) -> DeleteSubshellRequest:
    """From JSON to `DeleteSubshellRequest`. Raises Unreadable."""
    sent: Sent = ()
    subshell_id = raw.get("subshell_id", ABSENT)
    if not isinstance(subshell_id, str):
        subshell_id, sent = odd("subshell_id", subshell_id, "", sent)
    known = _DELETE_SUBSHELL_REQUEST
    extra = {} if known.issuperset(raw) else {key: raw[key] for key in raw if key not in known}
    return DeleteSubshellRequest(
        subshell_id,
        extra,
        sent,
    )


def encode_delete_subshell_request(content: DeleteSubshellRequest) -> dict[str, Any]:
    """From `DeleteSubshellRequest` to JSON."""
    raw: dict[str, Any] = {
        "subshell_id": content.subshell_id,
    }
    if content.extra:
        raw.update(content.extra)
    if content.sent:
        restore(raw, content.sent)
    return raw


_IOPUB_WELCOME: frozenset[str] = frozenset(("subscription",))


def decode_iopub_welcome(raw: dict[str, Any]) -> IopubWelcome:
    """From JSON to `IopubWelcome`. Raises Unreadable."""
    sent: Sent = ()
    subscription = raw.get("subscription", ABSENT)
    if not isinstance(subscription, str):
        subscription, sent = odd("subscription", subscription, "", sent)
    known = _IOPUB_WELCOME
    extra = {} if known.issuperset(raw) else {key: raw[key] for key in raw if key not in known}
    return IopubWelcome(
        subscription,
        extra,
        sent,
    )


def encode_iopub_welcome(content: IopubWelcome) -> dict[str, Any]:
    """From `IopubWelcome` to JSON."""
    raw: dict[str, Any] = {
        "subscription": content.subscription,
    }
    if content.extra:
        raw.update(content.extra)
    if content.sent:
        restore(raw, content.sent)
    return raw


_LIST_SUBSHELL_REPLY: frozenset[str] = frozenset(("status", "subshell_id"))


def decode_list_subshell_reply(raw: dict[str, Any]) -> ListSubshellReply:
    """From JSON to `ListSubshellReply`. Raises Unreadable."""
    sent: Sent = ()
    status = raw.get("status", ABSENT)
    if status != "ok":
        status, sent = odd("status", status, "ok", sent)
    subshell_id = raw.get("subshell_id", ABSENT)
    if not holds(subshell_id, list, str):
        subshell_id, sent = odd("subshell_id", subshell_id, [], sent)
    known = _LIST_SUBSHELL_REPLY
    extra = {} if known.issuperset(raw) else {key: raw[key] for key in raw if key not in known}
    return ListSubshellReply(
        status,
        subshell_id,
        extra,
        sent,
    )


def encode_list_subshell_reply(content: ListSubshellReply) -> dict[str, Any]:
    """From `ListSubshellReply` to JSON."""
    raw: dict[str, Any] = {
        "status": content.status,
        "subshell_id": content.subshell_id,
    }
    if content.extra:
        raw.update(content.extra)
    if content.sent:
        restore(raw, content.sent)
    return raw


_LIST_SUBSHELL_REQUEST: frozenset[str] = frozenset(())


def decode_list_subshell_request(raw: dict[str, Any]) -> ListSubshellRequest:
    """From JSON to `ListSubshellRequest`. Raises Unreadable."""
    sent: Sent = ()
    known = _LIST_SUBSHELL_REQUEST
    extra = {} if known.issuperset(raw) else {key: raw[key] for key in raw if key not in known}
    return ListSubshellRequest(
        extra,
        sent,
    )


def encode_list_subshell_request(content: ListSubshellRequest) -> dict[str, Any]:
    """From `ListSubshellRequest` to JSON."""
    raw: dict[str, Any] = {}
    if content.extra:
        raw.update(content.extra)
    if content.sent:
        restore(raw, content.sent)
    return raw


def _decode_any_complete_reply(raw: dict[str, Any]) -> CompleteReply | ErrorReply | AbortedReply:
    status = raw.get("status")
    if status is None or status == "ok":
        return decode_complete_reply(raw)
    if status == "error":
        return decode_error_reply(raw)
    if status == "aborted":
        return decode_aborted_reply(raw)
    raise Unreadable("status")


def _decode_any_connect_reply(raw: dict[str, Any]) -> ConnectReply | ErrorReply | AbortedReply:
    status = raw.get("status")
    if status is None or status == "ok":
        return decode_connect_reply(raw)
    if status == "error":
        return decode_error_reply(raw)
    if status == "aborted":
        return decode_aborted_reply(raw)
    raise Unreadable("status")


def _decode_any_execute_reply(raw: dict[str, Any]) -> ExecuteReply | ErrorReply | AbortedReply:
    status = raw.get("status")
    if status is None or status == "ok":
        return decode_execute_reply(raw)
    if status == "error":
        return decode_error_reply(raw)
    if status == "aborted":
        return decode_aborted_reply(raw)
    raise Unreadable("status")


def _decode_any_history_reply(raw: dict[str, Any]) -> HistoryReply | ErrorReply | AbortedReply:
    status = raw.get("status")
    if status is None or status == "ok":
        return decode_history_reply(raw)
    if status == "error":
        return decode_error_reply(raw)
    if status == "aborted":
        return decode_aborted_reply(raw)
    raise Unreadable("status")


def _decode_any_inspect_reply(raw: dict[str, Any]) -> InspectReply | ErrorReply | AbortedReply:
    status = raw.get("status")
    if status is None or status == "ok":
        return decode_inspect_reply(raw)
    if status == "error":
        return decode_error_reply(raw)
    if status == "aborted":
        return decode_aborted_reply(raw)
    raise Unreadable("status")


def _decode_any_is_complete_reply(
    raw: dict[str, Any],
) -> IsCompleteReply | ErrorReply | AbortedReply:
    status = raw.get("status")
    if status is None or status in ("complete", "incomplete", "invalid", "unknown"):
        return decode_is_complete_reply(raw)
    if status == "error":
        return decode_error_reply(raw)
    if status == "aborted":
        return decode_aborted_reply(raw)
    raise Unreadable("status")


def _decode_any_kernel_info_reply(
    raw: dict[str, Any],
) -> KernelInfoReply | ErrorReply | AbortedReply:
    status = raw.get("status")
    if status is None or status == "ok":
        return decode_kernel_info_reply(raw)
    if status == "error":
        return decode_error_reply(raw)
    if status == "aborted":
        return decode_aborted_reply(raw)
    raise Unreadable("status")


def _decode_any_shutdown_reply(raw: dict[str, Any]) -> ShutdownReply | ErrorReply | AbortedReply:
    status = raw.get("status")
    if status is None or status == "ok":
        return decode_shutdown_reply(raw)
    if status == "error":
        return decode_error_reply(raw)
    if status == "aborted":
        return decode_aborted_reply(raw)
    raise Unreadable("status")


def _decode_any_comm_info_reply(raw: dict[str, Any]) -> CommInfoReply | ErrorReply | AbortedReply:
    status = raw.get("status")
    if status is None or status == "ok":
        return decode_comm_info_reply(raw)
    if status == "error":
        return decode_error_reply(raw)
    if status == "aborted":
        return decode_aborted_reply(raw)
    raise Unreadable("status")


def _decode_any_interrupt_reply(raw: dict[str, Any]) -> InterruptReply | ErrorReply | AbortedReply:
    status = raw.get("status")
    if status is None or status == "ok":
        return decode_interrupt_reply(raw)
    if status == "error":
        return decode_error_reply(raw)
    if status == "aborted":
        return decode_aborted_reply(raw)
    raise Unreadable("status")


def _decode_any_create_subshell_reply(
    raw: dict[str, Any],
) -> CreateSubshellReply | ErrorReply | AbortedReply:
    status = raw.get("status")
    if status is None or status == "ok":
        return decode_create_subshell_reply(raw)
    if status == "error":
        return decode_error_reply(raw)
    if status == "aborted":
        return decode_aborted_reply(raw)
    raise Unreadable("status")


def _decode_any_delete_subshell_reply(
    raw: dict[str, Any],
) -> DeleteSubshellReply | ErrorReply | AbortedReply:
    status = raw.get("status")
    if status is None or status == "ok":
        return decode_delete_subshell_reply(raw)
    if status == "error":
        return decode_error_reply(raw)
    if status == "aborted":
        return decode_aborted_reply(raw)
    raise Unreadable("status")


def _decode_any_list_subshell_reply(
    raw: dict[str, Any],
) -> ListSubshellReply | ErrorReply | AbortedReply:
    status = raw.get("status")
    if status is None or status == "ok":
        return decode_list_subshell_reply(raw)
    if status == "error":
        return decode_error_reply(raw)
    if status == "aborted":
        return decode_aborted_reply(raw)
    raise Unreadable("status")


DECODERS: Mapping[str, Callable[[dict[str, Any]], Any]] = MappingProxyType(
    {
        "clear_output": decode_clear_output,
        "comm_close": decode_comm_close,
        "comm_msg": decode_comm_msg,
        "comm_open": decode_comm_open,
        "complete_reply": _decode_any_complete_reply,
        "complete_request": decode_complete_request,
        "connect_reply": _decode_any_connect_reply,
        "connect_request": decode_connect_request,
        "display_data": decode_display_data,
        "error": decode_error,
        "execute_input": decode_execute_input,
        "execute_reply": _decode_any_execute_reply,
        "execute_request": decode_execute_request,
        "execute_result": decode_execute_result,
        "history_reply": _decode_any_history_reply,
        "history_request": decode_history_request,
        "input_reply": decode_input_reply,
        "input_request": decode_input_request,
        "inspect_reply": _decode_any_inspect_reply,
        "inspect_request": decode_inspect_request,
        "is_complete_reply": _decode_any_is_complete_reply,
        "is_complete_request": decode_is_complete_request,
        "kernel_info_reply": _decode_any_kernel_info_reply,
        "kernel_info_request": decode_kernel_info_request,
        "shutdown_reply": _decode_any_shutdown_reply,
        "shutdown_request": decode_shutdown_request,
        "status": decode_status,
        "stream": decode_stream,
        "comm_info_reply": _decode_any_comm_info_reply,
        "comm_info_request": decode_comm_info_request,
        "update_display_data": decode_update_display_data,
        "interrupt_reply": _decode_any_interrupt_reply,
        "interrupt_request": decode_interrupt_request,
        "create_subshell_reply": _decode_any_create_subshell_reply,
        "create_subshell_request": decode_create_subshell_request,
        "debug_event": decode_debug_event,
        "debug_reply": decode_debug_reply,
        "debug_request": decode_debug_request,
        "delete_subshell_reply": _decode_any_delete_subshell_reply,
        "delete_subshell_request": decode_delete_subshell_request,
        "iopub_welcome": decode_iopub_welcome,
        "list_subshell_reply": _decode_any_list_subshell_reply,
        "list_subshell_request": decode_list_subshell_request,
    }
)
"""How each content is read, by message type."""

ENCODERS: Mapping[type[Any], Callable[[Any], Any]] = MappingProxyType(
    {
        Unknown: lambda content: content.raw,
        Invalid: lambda content: content.raw,
        ClearOutput: encode_clear_output,
        CommClose: encode_comm_close,
        CommMsg: encode_comm_msg,
        CommOpen: encode_comm_open,
        CompleteReply: encode_complete_reply,
        CompleteRequest: encode_complete_request,
        ConnectReply: encode_connect_reply,
        ConnectRequest: encode_connect_request,
        ErrorReply: encode_error_reply,
        AbortedReply: encode_aborted_reply,
        LanguageInfo: encode_language_info,
        HelpLink: encode_help_link,
        CommInfo: encode_comm_info,
        Transient: encode_transient,
        DisplayData: encode_display_data,
        Error: encode_error,
        ExecuteInput: encode_execute_input,
        ExecuteReply: encode_execute_reply,
        ExecuteRequest: encode_execute_request,
        ExecuteResult: encode_execute_result,
        Header: encode_header,
        HistoryReply: encode_history_reply,
        HistoryRequest: encode_history_request,
        InputReply: encode_input_reply,
        InputRequest: encode_input_request,
        InspectReply: encode_inspect_reply,
        InspectRequest: encode_inspect_request,
        IsCompleteReply: encode_is_complete_reply,
        IsCompleteRequest: encode_is_complete_request,
        KernelInfoReply: encode_kernel_info_reply,
        KernelInfoRequest: encode_kernel_info_request,
        ShutdownReply: encode_shutdown_reply,
        ShutdownRequest: encode_shutdown_request,
        Status: encode_status,
        Stream: encode_stream,
        CommInfoReply: encode_comm_info_reply,
        CommInfoRequest: encode_comm_info_request,
        UpdateDisplayData: encode_update_display_data,
        InterruptReply: encode_interrupt_reply,
        InterruptRequest: encode_interrupt_request,
        CreateSubshellReply: encode_create_subshell_reply,
        CreateSubshellRequest: encode_create_subshell_request,
        DebugEvent: encode_debug_event,
        DebugReply: encode_debug_reply,
        DebugRequest: encode_debug_request,
        DeleteSubshellReply: encode_delete_subshell_reply,
        DeleteSubshellRequest: encode_delete_subshell_request,
        IopubWelcome: encode_iopub_welcome,
        ListSubshellReply: encode_list_subshell_reply,
        ListSubshellRequest: encode_list_subshell_request,
    }
)
"""How an instance of each class is written."""


@overload
def decode_content(msg_type: Literal["clear_output"], content: Any) -> ClearOutput | Invalid: ...
@overload
def decode_content(msg_type: Literal["comm_close"], content: Any) -> CommClose | Invalid: ...
@overload
def decode_content(msg_type: Literal["comm_msg"], content: Any) -> CommMsg | Invalid: ...
@overload
def decode_content(msg_type: Literal["comm_open"], content: Any) -> CommOpen | Invalid: ...
@overload
def decode_content(
    msg_type: Literal["complete_reply"], content: Any
) -> CompleteReply | ErrorReply | AbortedReply | Invalid: ...
@overload
def decode_content(
    msg_type: Literal["complete_request"], content: Any
) -> CompleteRequest | Invalid: ...
@overload
def decode_content(
    msg_type: Literal["connect_reply"], content: Any
) -> ConnectReply | ErrorReply | AbortedReply | Invalid: ...
@overload
def decode_content(
    msg_type: Literal["connect_request"], content: Any
) -> ConnectRequest | Invalid: ...
@overload
def decode_content(msg_type: Literal["display_data"], content: Any) -> DisplayData | Invalid: ...
@overload
def decode_content(msg_type: Literal["error"], content: Any) -> Error | Invalid: ...
@overload
def decode_content(msg_type: Literal["execute_input"], content: Any) -> ExecuteInput | Invalid: ...
@overload
def decode_content(
    msg_type: Literal["execute_reply"], content: Any
) -> ExecuteReply | ErrorReply | AbortedReply | Invalid: ...
@overload
def decode_content(
    msg_type: Literal["execute_request"], content: Any
) -> ExecuteRequest | Invalid: ...
@overload
def decode_content(
    msg_type: Literal["execute_result"], content: Any
) -> ExecuteResult | Invalid: ...
@overload
def decode_content(
    msg_type: Literal["history_reply"], content: Any
) -> HistoryReply | ErrorReply | AbortedReply | Invalid: ...
@overload
def decode_content(
    msg_type: Literal["history_request"], content: Any
) -> HistoryRequest | Invalid: ...
@overload
def decode_content(msg_type: Literal["input_reply"], content: Any) -> InputReply | Invalid: ...
@overload
def decode_content(msg_type: Literal["input_request"], content: Any) -> InputRequest | Invalid: ...
@overload
def decode_content(
    msg_type: Literal["inspect_reply"], content: Any
) -> InspectReply | ErrorReply | AbortedReply | Invalid: ...
@overload
def decode_content(
    msg_type: Literal["inspect_request"], content: Any
) -> InspectRequest | Invalid: ...
@overload
def decode_content(
    msg_type: Literal["is_complete_reply"], content: Any
) -> IsCompleteReply | ErrorReply | AbortedReply | Invalid: ...
@overload
def decode_content(
    msg_type: Literal["is_complete_request"], content: Any
) -> IsCompleteRequest | Invalid: ...
@overload
def decode_content(
    msg_type: Literal["kernel_info_reply"], content: Any
) -> KernelInfoReply | ErrorReply | AbortedReply | Invalid: ...
@overload
def decode_content(
    msg_type: Literal["kernel_info_request"], content: Any
) -> KernelInfoRequest | Invalid: ...
@overload
def decode_content(
    msg_type: Literal["shutdown_reply"], content: Any
) -> ShutdownReply | ErrorReply | AbortedReply | Invalid: ...
@overload
def decode_content(
    msg_type: Literal["shutdown_request"], content: Any
) -> ShutdownRequest | Invalid: ...
@overload
def decode_content(msg_type: Literal["status"], content: Any) -> Status | Invalid: ...
@overload
def decode_content(msg_type: Literal["stream"], content: Any) -> Stream | Invalid: ...
@overload
def decode_content(
    msg_type: Literal["comm_info_reply"], content: Any
) -> CommInfoReply | ErrorReply | AbortedReply | Invalid: ...
@overload
def decode_content(
    msg_type: Literal["comm_info_request"], content: Any
) -> CommInfoRequest | Invalid: ...
@overload
def decode_content(
    msg_type: Literal["update_display_data"], content: Any
) -> UpdateDisplayData | Invalid: ...
@overload
def decode_content(
    msg_type: Literal["interrupt_reply"], content: Any
) -> InterruptReply | ErrorReply | AbortedReply | Invalid: ...
@overload
def decode_content(
    msg_type: Literal["interrupt_request"], content: Any
) -> InterruptRequest | Invalid: ...
@overload
def decode_content(
    msg_type: Literal["create_subshell_reply"], content: Any
) -> CreateSubshellReply | ErrorReply | AbortedReply | Invalid: ...
@overload
def decode_content(
    msg_type: Literal["create_subshell_request"], content: Any
) -> CreateSubshellRequest | Invalid: ...
@overload
def decode_content(msg_type: Literal["debug_event"], content: Any) -> DebugEvent | Invalid: ...
@overload
def decode_content(msg_type: Literal["debug_reply"], content: Any) -> DebugReply | Invalid: ...
@overload
def decode_content(msg_type: Literal["debug_request"], content: Any) -> DebugRequest | Invalid: ...
@overload
def decode_content(
    msg_type: Literal["delete_subshell_reply"], content: Any
) -> DeleteSubshellReply | ErrorReply | AbortedReply | Invalid: ...
@overload
def decode_content(
    msg_type: Literal["delete_subshell_request"], content: Any
) -> DeleteSubshellRequest | Invalid: ...
@overload
def decode_content(msg_type: Literal["iopub_welcome"], content: Any) -> IopubWelcome | Invalid: ...
@overload
def decode_content(
    msg_type: Literal["list_subshell_reply"], content: Any
) -> ListSubshellReply | ErrorReply | AbortedReply | Invalid: ...
@overload
def decode_content(
    msg_type: Literal["list_subshell_request"], content: Any
) -> ListSubshellRequest | Invalid: ...
@overload
def decode_content(msg_type: str, content: Any) -> Content | Unknown | Invalid: ...
def decode_content(msg_type: str, content: Any) -> Any:
    """The content of a message, as a JSON parser gives it, as an instance of its class.

    Never raises and never forgets: fields the class does not know are kept in ``extra``, a message type that is not known
    gives `Unknown`, a content that its class cannot hold `Invalid`. A required field that is missing reads as its neutral
    value; `validate` tells of it. `encode_content` is the exact inverse.
    """
    decode = DECODERS.get(msg_type)
    if decode is None:
        return Unknown(msg_type, content)
    try:
        if is_object(content):
            return decode(content)
    except Unreadable:
        pass
    from .verdict import judge_content

    return Invalid(msg_type, content, judge_content(msg_type, content))


def encode_content(content: Content | Unknown | Invalid) -> Any:
    """The JSON of a content, unknown fields included: what was decoded comes out as it went in, what was built in Python
    is written whole. Raises TypeError for what is no content."""
    encode = ENCODERS.get(type(content))
    if encode is None:
        raise TypeError(f"{type(content).__name__!r} is not the class of any message's content")
    return encode(content)
