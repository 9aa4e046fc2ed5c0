# Generated from schemas/ by "make generate". Do not edit: change the schemas and run it again.
"""Judge JSON by the schemas: one function for each schema and each version that changed it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from .problems import (
    ABSENT,
    Problem,
    advised,
    deprecated,
    fits,
    is_array,
    is_integer,
    is_object,
    is_one_of,
    missing,
    no_alternative,
    no_match,
    not_const,
    not_in_enum,
    not_known,
    out_of_bounds,
    token,
    wrong_type,
)

Validator = Callable[[Any, str, list[Problem]], None]
"""``validator(value, path, found)`` judges ``value``, which stands at ``path``, and appends what it finds to ``found``."""

_pattern_1 = re.compile(
    "^[0-9]{4}-?[0-9]{2}-?[0-9]{2}T[0-9]{2}(:?[0-9]{2}(:?[0-9]{2}([.,][0-9]+)?)?)?(Z|[+-][0-9]{2}(:?[0-9]{2})?)?$"
).search
_pattern_2 = re.compile("^[0-9]+\\.[0-9]+").search


def ask_exit_payload_v5_0(value: Any, path: str, found: list[Problem]) -> None:
    """AskExitPayload, as of 5.0."""
    if not is_object(value):
        found.append(wrong_type(path, "an object", value))
        return
    source = value.get("source", ABSENT)
    if source != "ask_exit":
        found.append(
            missing(path, "source")
            if source is ABSENT
            else not_const(f"{path}/source", "ask_exit", source)
        )
    keepkernel = value.get("keepkernel", ABSENT)
    if not isinstance(keepkernel, bool):
        found.append(
            missing(path, "keepkernel")
            if keepkernel is ABSENT
            else wrong_type(f"{path}/keepkernel", "a boolean", keepkernel)
        )
    found.append(deprecated(path, "5.0"))


def clear_output_v5_0(value: Any, path: str, found: list[Problem]) -> None:
    """ClearOutput, as of 5.0."""
    if not is_object(value):
        found.append(wrong_type(path, "an object", value))
        return
    wait = value.get("wait", ABSENT)
    if not isinstance(wait, bool):
        found.append(
            missing(path, "wait")
            if wait is ABSENT
            else wrong_type(f"{path}/wait", "a boolean", wait)
        )


def comm_close_v5_0(value: Any, path: str, found: list[Problem]) -> None:
    """CommClose, as of 5.0."""
    if not is_object(value):
        found.append(wrong_type(path, "an object", value))
        return
    comm_id = value.get("comm_id", ABSENT)
    if not isinstance(comm_id, str):
        found.append(
            missing(path, "comm_id")
            if comm_id is ABSENT
            else wrong_type(f"{path}/comm_id", "a string", comm_id)
        )
    data = value.get("data", ABSENT)
    if not is_object(data):
        found.append(
            missing(path, "data")
            if data is ABSENT
            else wrong_type(f"{path}/data", "an object", data)
        )


def comm_msg_v5_0(value: Any, path: str, found: list[Problem]) -> None:
    """CommMsg, as of 5.0."""
    if not is_object(value):
        found.append(wrong_type(path, "an object", value))
        return
    comm_id = value.get("comm_id", ABSENT)
    if not isinstance(comm_id, str):
        found.append(
            missing(path, "comm_id")
            if comm_id is ABSENT
            else wrong_type(f"{path}/comm_id", "a string", comm_id)
        )
    data = value.get("data", ABSENT)
    if not is_object(data):
        found.append(
            missing(path, "data")
            if data is ABSENT
            else wrong_type(f"{path}/data", "an object", data)
        )


def comm_open_v5_0(value: Any, path: str, found: list[Problem]) -> None:
    """CommOpen, as of 5.0."""
    if not is_object(value):
        found.append(wrong_type(path, "an object", value))
        return
    comm_id = value.get("comm_id", ABSENT)
    if not isinstance(comm_id, str):
        found.append(
            missing(path, "comm_id")
            if comm_id is ABSENT
            else wrong_type(f"{path}/comm_id", "a string", comm_id)
        )
    target_name = value.get("target_name", ABSENT)
    if not isinstance(target_name, str):
        found.append(
            missing(path, "target_name")
            if target_name is ABSENT
            else wrong_type(f"{path}/target_name", "a string", target_name)
        )
    data = value.get("data", ABSENT)
    if not is_object(data):
        found.append(
            missing(path, "data")
            if data is ABSENT
            else wrong_type(f"{path}/data", "an object", data)
        )


def complete_reply_v5_0(value: Any, path: str, found: list[Problem]) -> None:
    """CompleteReply, as of 5.0."""
    if not is_object(value):
        found.append(wrong_type(path, "an object", value))
        return
    status = value.get("status", ABSENT)
    if status not in ("ok", "error", "aborted"):
        found.append(
            missing(path, "status")
            if status is ABSENT
            else not_in_enum(f"{path}/status", ("ok", "error", "aborted"), status)
        )
    if value.get("status") == "ok":
        complete_reply_CompleteReply_v5_0(value, path, found)
    if value.get("status") == "error":
        defs_ErrorReply_v5_0(value, path, found)
    if value.get("status") == "aborted":
        defs_AbortedReply_v5_0(value, path, found)


def complete_reply_CompleteReply_v5_0(value: Any, path: str, found: list[Problem]) -> None:
    """CompleteReply, as of 5.0."""
    if not is_object(value):
        found.append(wrong_type(path, "an object", value))
        return
    status = value.get("status", ABSENT)
    if status != "ok":
        found.append(
            missing(path, "status")
            if status is ABSENT
            else not_const(f"{path}/status", "ok", status)
        )
    matches = value.get("matches", ABSENT)
    if not is_array(matches):
        found.append(
            missing(path, "matches")
            if matches is ABSENT
            else wrong_type(f"{path}/matches", "an array", matches)
        )
    else:
        for index, item in enumerate(matches):
            if not isinstance(item, str):
                found.append(wrong_type(f"{path}/matches/{index}", "a string", item))
    cursor_start = value.get("cursor_start", ABSENT)
    if type(cursor_start) is not int and not is_integer(cursor_start):
        found.append(
            missing(path, "cursor_start")
            if cursor_start is ABSENT
            else wrong_type(f"{path}/cursor_start", "an integer", cursor_start)
        )
    elif cursor_start < 0:
        found.append(out_of_bounds(f"{path}/cursor_start", "minimum", "at least", 0, cursor_start))
    cursor_end = value.get("cursor_end", ABSENT)
    if type(cursor_end) is not int and not is_integer(cursor_end):
        found.append(
            missing(path, "cursor_end")
            if cursor_end is ABSENT
            else wrong_type(f"{path}/cursor_end", "an integer", cursor_end)
        )
    elif cursor_end < 0:
        found.append(out_of_bounds(f"{path}/cursor_end", "minimum", "at least", 0, cursor_end))
    metadata = value.get("metadata", ABSENT)
    if not is_object(metadata):
        found.append(
            missing(path, "metadata")
            if metadata is ABSENT
            else wrong_type(f"{path}/metadata", "an object", metadata)
        )


def defs_ErrorReply_v5_0(value: Any, path: str, found: list[Problem]) -> None:
    """ErrorReply, as of 5.0."""
    if not is_object(value):
        found.append(wrong_type(path, "an object", value))
        return
    status = value.get("status", ABSENT)
    if status != "error":
        found.append(
            missing(path, "status")
            if status is ABSENT
            else not_const(f"{path}/status", "error", status)
        )
    ename = value.get("ename", ABSENT)
    if not isinstance(ename, str):
        found.append(
            advised(path, "ename")
            if ename is ABSENT
            else wrong_type(f"{path}/ename", "a string", ename)
        )
    evalue = value.get("evalue", ABSENT)
    if not isinstance(evalue, str):
        found.append(
            advised(path, "evalue")
            if evalue is ABSENT
            else wrong_type(f"{path}/evalue", "a string", evalue)
        )
    traceback = value.get("traceback", ABSENT)
    if not is_array(traceback):
        found.append(
            advised(path, "traceback")
            if traceback is ABSENT
            else wrong_type(f"{path}/traceback", "an array", traceback)
        )
    else:
        for index, item in enumerate(traceback):
            if not isinstance(item, str):
                found.append(wrong_type(f"{path}/traceback/{index}", "a string", item))
    execution_count = value.get("execution_count", ABSENT)
    if execution_count is not ABSENT:
        if type(execution_count) is not int and not is_integer(execution_count):
            found.append(wrong_type(f"{path}/execution_count", "an integer", execution_count))


def defs_AbortedReply_v5_0(value: Any, path: str, found: list[Problem]) -> None:
    """AbortedReply, as of 5.0."""
    if not is_object(value):
        found.append(wrong_type(path, "an object", value))
        return
    status = value.get("status", ABSENT)
    if status != "aborted":
        found.append(
            missing(path, "status")
            if status is ABSENT
            else not_const(f"{path}/status", "aborted", status)
        )
    execution_count = value.get("execution_count", ABSENT)
    if execution_count is not ABSENT:
        if type(execution_count) is not int and not is_integer(execution_count):
            found.append(wrong_type(f"{path}/execution_count", "an integer", execution_count))


def complete_request_v5_0(value: Any, path: str, found: list[Problem]) -> None:
    """CompleteRequest, as of 5.0."""
    if not is_object(value):
        found.append(wrong_type(path, "an object", value))
        return
    code = value.get("code", ABSENT)
    if not isinstance(code, str):
        found.append(
            missing(path, "code")
            if code is ABSENT
            else wrong_type(f"{path}/code", "a string", code)
        )
    cursor_pos = value.get("cursor_pos", ABSENT)
    if type(cursor_pos) is not int and not is_integer(cursor_pos):
        found.append(
            missing(path, "cursor_pos")
            if cursor_pos is ABSENT
            else wrong_type(f"{path}/cursor_pos", "an integer", cursor_pos)
        )
    elif cursor_pos < 0:
        found.append(out_of_bounds(f"{path}/cursor_pos", "minimum", "at least", 0, cursor_pos))


def connect_reply_v5_0(value: Any, path: str, found: list[Problem]) -> None:
    """ConnectReply, as of 5.0."""
    if not is_object(value):
        found.append(wrong_type(path, "an object", value))
        return
    status = value.get("status", ABSENT)
    if status not in ("ok", "error", "aborted"):
        found.append(
            missing(path, "status")
            if status is ABSENT
            else not_in_enum(f"{path}/status", ("ok", "error", "aborted"), status)
        )
    if value.get("status") == "ok":
        connect_reply_ConnectReply_v5_0(value, path, found)
    if value.get("status") == "error":
        defs_ErrorReply_v5_0(value, path, found)
    if value.get("status") == "aborted":
        defs_AbortedReply_v5_0(value, path, found)


def connect_reply_ConnectReply_v5_0(value: Any, path: str, found: list[Problem]) -> None:
    """ConnectReply, as of 5.0."""
    if not is_object(value):
        found.append(wrong_type(path, "an object", value))
        return
    status = value.get("status", ABSENT)
    if status != "ok":
        found.append(
            missing(path, "status")
            if status is ABSENT
            else not_const(f"{path}/status", "ok", status)
        )
    shell_port = value.get("shell_port", ABSENT)
    if shell_port is not ABSENT:
        if type(shell_port) is not int and not is_integer(shell_port):
            found.append(wrong_type(f"{path}/shell_port", "an integer", shell_port))
        else:
            if shell_port < 0:
                found.append(
                    out_of_bounds(f"{path}/shell_port", "minimum", "at least", 0, shell_port)
                )
            if shell_port > 65535:
                found.append(
                    out_of_bounds(f"{path}/shell_port", "maximum", "at most", 65535, shell_port)
                )
    iopub_port = value.get("iopub_port", ABSENT)
    if iopub_port is not ABSENT:
        if type(iopub_port) is not int and not is_integer(iopub_port):
            found.append(wrong_type(f"{path}/iopub_port", "an integer", iopub_port))
        else:
            if iopub_port < 0:
                found.append(
                    out_of_bounds(f"{path}/iopub_port", "minimum", "at least", 0, iopub_port)
                )
            if iopub_port > 65535:
                found.append(
                    out_of_bounds(f"{path}/iopub_port", "maximum", "at most", 65535, iopub_port)
                )
    stdin_port = value.get("stdin_port", ABSENT)
    if stdin_port is not ABSENT:
        if type(stdin_port) is not int and not is_integer(stdin_port):
            found.append(wrong_type(f"{path}/stdin_port", "an integer", stdin_port))
        else:
            if stdin_port < 0:
                found.append(
                    out_of_bounds(f"{path}/stdin_port", "minimum", "at least", 0, stdin_port)
                )
            if stdin_port > 65535:
                found.append(
                    out_of_bounds(f"{path}/stdin_port", "maximum", "at most", 65535, stdin_port)
                )
    hb_port = value.get("hb_port", ABSENT)
    if hb_port is not ABSENT:
        if type(hb_port) is not int and not is_integer(hb_port):
            found.append(wrong_type(f"{path}/hb_port", "an integer", hb_port))
        else:
            if hb_port < 0:
                found.append(out_of_bounds(f"{path}/hb_port", "minimum", "at least", 0, hb_port))
            if hb_port > 65535:
                found.append(out_of_bounds(f"{path}/hb_port", "maximum", "at most", 65535, hb_port))
    control_port = value.get("control_port", ABSENT)
    if control_port is not ABSENT:
        if type(control_port) is not int and not is_integer(control_port):
            found.append(wrong_type(f"{path}/control_port", "an integer", control_port))
        else:
            if control_port < 0:
                found.append(
                    out_of_bounds(f"{path}/control_port", "minimum", "at least", 0, control_port)
                )
            if control_port > 65535:
                found.append(
                    out_of_bounds(f"{path}/control_port", "maximum", "at most", 65535, control_port)
                )


def connect_request_v5_0(value: Any, path: str, found: list[Problem]) -> None:
    """ConnectRequest, as of 5.0."""
    if not is_object(value):
        found.append(wrong_type(path, "an object", value))


def connection_file_v5_0(value: Any, path: str, found: list[Problem]) -> None:
    """ConnectionFile, as of 5.0."""
    if not is_object(value):
        found.append(wrong_type(path, "an object", value))
        return
    transport = value.get("transport", ABSENT)
    if not isinstance(transport, str):
        found.append(
            missing(path, "transport")
            if transport is ABSENT
            else wrong_type(f"{path}/transport", "a string", transport)
        )
    elif transport not in ("tcp", "ipc", "inproc"):
        found.append(not_known(f"{path}/transport", ("tcp", "ipc", "inproc"), transport))
    ip = value.get("ip", ABSENT)
    if not isinstance(ip, str):
        found.append(
            missing(path, "ip") if ip is ABSENT else wrong_type(f"{path}/ip", "a string", ip)
        )
    shell_port = value.get("shell_port", ABSENT)
    if type(shell_port) is not int and not is_integer(shell_port):
        found.append(
            missing(path, "shell_port")
            if shell_port is ABSENT
            else wrong_type(f"{path}/shell_port", "an integer", shell_port)
        )
    else:
        if shell_port < 0:
            found.append(out_of_bounds(f"{path}/shell_port", "minimum", "at least", 0, shell_port))
        if shell_port > 65535:
            found.append(
                out_of_bounds(f"{path}/shell_port", "maximum", "at most", 65535, shell_port)
            )
    control_port = value.get("control_port", ABSENT)
    if type(control_port) is not int and not is_integer(control_port):
        found.append(
            missing(path, "control_port")
            if control_port is ABSENT
            else wrong_type(f"{path}/control_port", "an integer", control_port)
        )
    else:
        if control_port < 0:
            found.append(
                out_of_bounds(f"{path}/control_port", "minimum", "at least", 0, control_port)
            )
        if control_port > 65535:
            found.append(
                out_of_bounds(f"{path}/control_port", "maximum", "at most", 65535, control_port)
            )
    stdin_port = value.get("stdin_port", ABSENT)
    if type(stdin_port) is not int and not is_integer(stdin_port):
        found.append(
            missing(path, "stdin_port")
            if stdin_port is ABSENT
            else wrong_type(f"{path}/stdin_port", "an integer", stdin_port)
        )
    else:
        if stdin_port < 0:
            found.append(out_of_bounds(f"{path}/stdin_port", "minimum", "at least", 0, stdin_port))
        if stdin_port > 65535:
            found.append(
                out_of_bounds(f"{path}/stdin_port", "maximum", "at most", 65535, stdin_port)
            )
    iopub_port = value.get("iopub_port", ABSENT)
    if type(iopub_port) is not int and not is_integer(iopub_port):
        found.append(
            missing(path, "iopub_port")
            if iopub_port is ABSENT
            else wrong_type(f"{path}/iopub_port", "an integer", iopub_port)
        )
    else:
        if iopub_port < 0:
            found.append(out_of_bounds(f"{path}/iopub_port", "minimum", "at least", 0, iopub_port))
        if iopub_port > 65535:
            found.append(
                out_of_bounds(f"{path}/iopub_port", "maximum", "at most", 65535, iopub_port)
            )
    hb_port = value.get("hb_port", ABSENT)
    if type(hb_port) is not int and not is_integer(hb_port):
        found.append(
            missing(path, "hb_port")
            if hb_port is ABSENT
            else wrong_type(f"{path}/hb_port", "an integer", hb_port)
        )
    else:
        if hb_port < 0:
            found.append(out_of_bounds(f"{path}/hb_port", "minimum", "at least", 0, hb_port))
        if hb_port > 65535:
            found.append(out_of_bounds(f"{path}/hb_port", "maximum", "at most", 65535, hb_port))
    signature_scheme = value.get("signature_scheme", ABSENT)
    if not isinstance(signature_scheme, str):
        found.append(
            missing(path, "signature_scheme")
            if signature_scheme is ABSENT
            else wrong_type(f"{path}/signature_scheme", "a string", signature_scheme)
        )
    elif signature_scheme not in ("hmac-sha256", "hmac-sha512", "hmac-md5"):
        found.append(
            not_known(
                f"{path}/signature_scheme",
                ("hmac-sha256", "hmac-sha512", "hmac-md5"),
                signature_scheme,
            )
        )
    key = value.get("key", ABSENT)
    if not isinstance(key, str):
        found.append(
            missing(path, "key") if key is ABSENT else wrong_type(f"{path}/key", "a string", key)
        )


def defs_ExpressionResult_v5_0(value: Any, path: str, found: list[Problem]) -> None:
    """ExpressionResult, as of 5.0."""
    if not is_object(value):
        found.append(wrong_type(path, "an object", value))
        return
    status = value.get("status", ABSENT)
    if status != "ok":
        found.append(
            advised(path, "status")
            if status is ABSENT
            else not_const(f"{path}/status", "ok", status)
        )
    data = value.get("data", ABSENT)
    if not is_object(data):
        found.append(
            missing(path, "data")
            if data is ABSENT
            else wrong_type(f"{path}/data", "an object", data)
        )
    metadata = value.get("metadata", ABSENT)
    if not is_object(metadata):
        found.append(
            missing(path, "metadata")
            if metadata is ABSENT
            else wrong_type(f"{path}/metadata", "an object", metadata)
        )


def defs_LanguageInfo_v5_0(value: Any, path: str, found: list[Problem]) -> None:
    """LanguageInfo, as of 5.0."""
    if not is_object(value):
        found.append(wrong_type(path, "an object", value))
        return
    name = value.get("name", ABSENT)
    if not isinstance(name, str):
        found.append(
            missing(path, "name")
            if name is ABSENT
            else wrong_type(f"{path}/name", "a string", name)
        )
    version = value.get("version", ABSENT)
    if not isinstance(version, str):
        found.append(
            missing(path, "version")
            if version is ABSENT
            else wrong_type(f"{path}/version", "a string", version)
        )
    mimetype = value.get("mimetype", ABSENT)
    if not isinstance(mimetype, str):
        found.append(
            missing(path, "mimetype")
            if mimetype is ABSENT
            else wrong_type(f"{path}/mimetype", "a string", mimetype)
        )
    file_extension = value.get("file_extension", ABSENT)
    if not isinstance(file_extension, str):
        found.append(
            missing(path, "file_extension")
            if file_extension is ABSENT
            else wrong_type(f"{path}/file_extension", "a string", file_extension)
        )
    pygments_lexer = value.get("pygments_lexer", ABSENT)
    if pygments_lexer is not ABSENT:
        if not isinstance(pygments_lexer, str):
            found.append(wrong_type(f"{path}/pygments_lexer", "a string", pygments_lexer))
    codemirror_mode = value.get("codemirror_mode", ABSENT)
    if codemirror_mode is not ABSENT:
        if not isinstance(codemirror_mode, str) and not is_object(codemirror_mode):
            found.append(
                wrong_type(f"{path}/codemirror_mode", "a string or an object", codemirror_mode)
            )
    nbconvert_exporter = value.get("nbconvert_exporter", ABSENT)
    if nbconvert_exporter is not ABSENT:
        if not isinstance(nbconvert_exporter, str):
            found.append(wrong_type(f"{path}/nbconvert_exporter", "a string", nbconvert_exporter))


def defs_HelpLink_v5_0(value: Any, path: str, found: list[Problem]) -> None:
    """HelpLink, as of 5.0."""
    if not is_object(value):
        found.append(wrong_type(path, "an object", value))
        return
    text = value.get("text", ABSENT)
    if not isinstance(text, str):
        found.append(
            missing(path, "text")
            if text is ABSENT
            else wrong_type(f"{path}/text", "a string", text)
        )
    url = value.get("url", ABSENT)
    if not isinstance(url, str):
        found.append(
            missing(path, "url") if url is ABSENT else wrong_type(f"{path}/url", "a string", url)
        )


def display_data_v5_0(value: Any, path: str, found: list[Problem]) -> None:
    """DisplayData, as of 5.0."""
    if not is_object(value):
        found.append(wrong_type(path, "an object", value))
        return
    data = value.get("data", ABSENT)
    if not is_object(data):
        found.append(
            missing(path, "data")
            if data is ABSENT
            else wrong_type(f"{path}/data", "an object", data)
        )
    metadata = value.get("metadata", ABSENT)
    if not is_object(metadata):
        found.append(
            missing(path, "metadata")
            if metadata is ABSENT
            else wrong_type(f"{path}/metadata", "an object", metadata)
        )


def edit_magic_payload_v5_0(value: Any, path: str, found: list[Problem]) -> None:
    """EditMagicPayload, as of 5.0."""
    if not is_object(value):
        found.append(wrong_type(path, "an object", value))
        return
    source = value.get("source", ABSENT)
    if source != "edit_magic":
        found.append(
            missing(path, "source")
            if source is ABSENT
            else not_const(f"{path}/source", "edit_magic", source)
        )
    filename = value.get("filename", ABSENT)
    if not isinstance(filename, str):
        found.append(
            missing(path, "filename")
            if filename is ABSENT
            else wrong_type(f"{path}/filename", "a string", filename)
        )
    line_number = value.get("line_number", ABSENT)
    if type(line_number) is not int and not is_integer(line_number):
        found.append(
            missing(path, "line_number")
            if line_number is ABSENT
            else wrong_type(f"{path}/line_number", "an integer", line_number)
        )
    found.append(deprecated(path, "5.0"))


def error_v5_0(value: Any, path: str, found: list[Problem]) -> None:
    """Error, as of 5.0."""
    if not is_object(value):
        found.append(wrong_type(path, "an object", value))
        return
    ename = value.get("ename", ABSENT)
    if not isinstance(ename, str):
        found.append(
            missing(path, "ename")
            if ename is ABSENT
            else wrong_type(f"{path}/ename", "a string", ename)
        )
    evalue = value.get("evalue", ABSENT)
    if not isinstance(evalue, str):
        found.append(
            missing(path, "evalue")
            if evalue is ABSENT
            else wrong_type(f"{path}/evalue", "a string", evalue)
        )
    traceback = value.get("traceback", ABSENT)
    if not is_array(traceback):
        found.append(
            missing(path, "traceback")
            if traceback is ABSENT
            else wrong_type(f"{path}/traceback", "an array", traceback)
        )
    else:
        for index, item in enumerate(traceback):
            if not isinstance(item, str):
                found.append(wrong_type(f"{path}/traceback/{index}", "a string", item))


def execute_input_v5_0(value: Any, path: str, found: list[Problem]) -> None:
    """ExecuteInput, as of 5.0."""
    if not is_object(value):
        found.append(wrong_type(path, "an object", value))
        return
    code = value.get("code", ABSENT)
    if not isinstance(code, str):
        found.append(
            missing(path, "code")
            if code is ABSENT
            else wrong_type(f"{path}/code", "a string", code)
        )
    execution_count = value.get("execution_count", ABSENT)
    if type(execution_count) is not int and not is_integer(execution_count):
        found.append(
            missing(path, "execution_count")
            if execution_count is ABSENT
            else wrong_type(f"{path}/execution_count", "an integer", execution_count)
        )


def execute_reply_v5_0(value: Any, path: str, found: list[Problem]) -> None:
    """ExecuteReply, as of 5.0."""
    if not is_object(value):
        found.append(wrong_type(path, "an object", value))
        return
    status = value.get("status", ABSENT)
    if status not in ("ok", "error", "aborted"):
        found.append(
            missing(path, "status")
            if status is ABSENT
            else not_in_enum(f"{path}/status", ("ok", "error", "aborted"), status)
        )
    if value.get("status") == "ok":
        execute_reply_ExecuteReply_v5_0(value, path, found)
    if value.get("status") == "error":
        defs_ErrorReply_v5_0(value, path, found)
        if "execution_count" not in value:
            found.append(missing(path, "execution_count"))
    if value.get("status") == "aborted":
        defs_AbortedReply_v5_0(value, path, found)
        if "execution_count" not in value:
            found.append(missing(path, "execution_count"))


def execute_reply_ExecuteReply_v5_0(value: Any, path: str, found: list[Problem]) -> None:
    """ExecuteReply, as of 5.0."""
    if not is_object(value):
        found.append(wrong_type(path, "an object", value))
        return
    status = value.get("status", ABSENT)
    if status != "ok":
        found.append(
            missing(path, "status")
            if status is ABSENT
            else not_const(f"{path}/status", "ok", status)
        )
    execution_count = value.get("execution_count", ABSENT)
    if type(execution_count) is not int and not is_integer(execution_count):
        found.append(
            missing(path, "execution_count")
            if execution_count is ABSENT
            else wrong_type(f"{path}/execution_count", "an integer", execution_count)
        )
    payload = value.get("payload", ABSENT)
    if payload is not ABSENT:
        if not is_array(payload):
            found.append(wrong_type(f"{path}/payload", "an array", payload))
        else:
            for index, item in enumerate(payload):
                execute_reply_Payload_v5_0(item, f"{path}/payload/{index}", found)
    user_expressions = value.get("user_expressions", ABSENT)
    if not is_object(user_expressions):
        found.append(
            missing(path, "user_expressions")
            if user_expressions is ABSENT
            else wrong_type(f"{path}/user_expressions", "an object", user_expressions)
        )
    else:
        for key, item_2 in user_expressions.items():
            if not (fits(defs_ExpressionResult_v5_0, item_2) or fits(defs_ErrorReply_v5_0, item_2)):
                found.append(no_alternative(f"{path}/user_expressions/{token(key)}", item_2))


def execute_reply_Payload_v5_0(value: Any, path: str, found: list[Problem]) -> None:
    """Payload, as of 5.0."""
    if not is_object(value):
        found.append(wrong_type(path, "an object", value))
        return
    source = value.get("source", ABSENT)
    if not isinstance(source, str):
        found.append(
            missing(path, "source")
            if source is ABSENT
            else wrong_type(f"{path}/source", "a string", source)
        )
    elif source not in ("page", "set_next_input", "edit_magic", "ask_exit"):
        found.append(
            not_known(
                f"{path}/source", ("page", "set_next_input", "edit_magic", "ask_exit"), source
            )
        )
    if value.get("source") == "page":
        page_payload_v5_0(value, path, found)
    if value.get("source") == "set_next_input":
        set_next_input_payload_v5_0(value, path, found)
    if value.get("source") == "edit_magic":
        edit_magic_payload_v5_0(value, path, found)
    if value.get("source") == "ask_exit":
        ask_exit_payload_v5_0(value, path, found)
    found.append(deprecated(path, "5.0"))


def page_payload_v5_0(value: Any, path: str, found: list[Problem]) -> None:
    """PagePayload, as of 5.0."""
    if not is_object(value):
        found.append(wrong_type(path, "an object", value))
        return
    source = value.get("source", ABSENT)
    if source != "page":
        found.append(
            missing(path, "source")
            if source is ABSENT
            else not_const(f"{path}/source", "page", source)
        )
    data = value.get("data", ABSENT)
    if data is ABSENT:
        found.append(missing(path, "data"))
    else:
        if not is_object(data):
            found.append(wrong_type(f"{path}/data", "an object", data))
        if is_object(data):
            if "text/plain" not in data:
                found.append(missing(f"{path}/data", "text/plain"))
    start = value.get("start", ABSENT)
    if type(start) is not int and not is_integer(start):
        found.append(
            missing(path, "start")
            if start is ABSENT
            else wrong_type(f"{path}/start", "an integer", start)
        )
    found.append(deprecated(path, "5.0"))


def set_next_input_payload_v5_0(value: Any, path: str, found: list[Problem]) -> None:
    """SetNextInputPayload, as of 5.0."""
    if not is_object(value):
        found.append(wrong_type(path, "an object", value))
        return
    source = value.get("source", ABSENT)
    if source != "set_next_input":
        found.append(
            missing(path, "source")
            if source is ABSENT
            else not_const(f"{path}/source", "set_next_input", source)
        )
    text = value.get("text", ABSENT)
    if not isinstance(text, str):
        found.append(
            missing(path, "text")
            if text is ABSENT
            else wrong_type(f"{path}/text", "a string", text)
        )
    replace = value.get("replace", ABSENT)
    if not isinstance(replace, bool):
        found.append(
            missing(path, "replace")
            if replace is ABSENT
            else wrong_type(f"{path}/replace", "a boolean", replace)
        )
    found.append(deprecated(path, "5.0"))


def execute_request_v5_0(value: Any, path: str, found: list[Problem]) -> None:
    """ExecuteRequest, as of 5.0."""
    if not is_object(value):
        found.append(wrong_type(path, "an object", value))
        return
    code = value.get("code", ABSENT)
    if not isinstance(code, str):
        found.append(
            missing(path, "code")
            if code is ABSENT
            else wrong_type(f"{path}/code", "a string", code)
        )
    silent = value.get("silent", ABSENT)
    if silent is not ABSENT:
        if not isinstance(silent, bool):
            found.append(wrong_type(f"{path}/silent", "a boolean", silent))
    store_history = value.get("store_history", ABSENT)
    if store_history is not ABSENT:
        if not isinstance(store_history, bool):
            found.append(wrong_type(f"{path}/store_history", "a boolean", store_history))
    user_expressions = value.get("user_expressions", ABSENT)
    if not is_object(user_expressions):
        found.append(
            missing(path, "user_expressions")
            if user_expressions is ABSENT
            else wrong_type(f"{path}/user_expressions", "an object", user_expressions)
        )
    else:
        for key, item in user_expressions.items():
            if not isinstance(item, str):
                found.append(wrong_type(f"{path}/user_expressions/{token(key)}", "a string", item))
    allow_stdin = value.get("allow_stdin", ABSENT)
    if allow_stdin is not ABSENT:
        if not isinstance(allow_stdin, bool):
            found.append(wrong_type(f"{path}/allow_stdin", "a boolean", allow_stdin))
    stop_on_error = value.get("stop_on_error", ABSENT)
    if stop_on_error is not ABSENT:
        if not isinstance(stop_on_error, bool):
            found.append(wrong_type(f"{path}/stop_on_error", "a boolean", stop_on_error))


def execute_result_v5_0(value: Any, path: str, found: list[Problem]) -> None:
    """ExecuteResult, as of 5.0."""
    if not is_object(value):
        found.append(wrong_type(path, "an object", value))
        return
    display_data_v5_0(value, path, found)
    data = value.get("data", ABSENT)
    if data is not ABSENT:
        if is_object(data):
            if "text/plain" not in data:
                found.append(advised(f"{path}/data", "text/plain"))
    execution_count = value.get("execution_count", ABSENT)
    if type(execution_count) is not int and not is_integer(execution_count):
        found.append(
            missing(path, "execution_count")
            if execution_count is ABSENT
            else wrong_type(f"{path}/execution_count", "an integer", execution_count)
        )


def header_v5_0(value: Any, path: str, found: list[Problem]) -> None:
    """Header, as of 5.0."""
    if not is_object(value):
        found.append(wrong_type(path, "an object", value))
        return
    msg_id = value.get("msg_id", ABSENT)
    if not isinstance(msg_id, str):
        found.append(
            missing(path, "msg_id")
            if msg_id is ABSENT
            else wrong_type(f"{path}/msg_id", "a string", msg_id)
        )
    session = value.get("session", ABSENT)
    if not isinstance(session, str):
        found.append(
            missing(path, "session")
            if session is ABSENT
            else wrong_type(f"{path}/session", "a string", session)
        )
    username = value.get("username", ABSENT)
    if not isinstance(username, str):
        found.append(
            missing(path, "username")
            if username is ABSENT
            else wrong_type(f"{path}/username", "a string", username)
        )
    date = value.get("date", ABSENT)
    if not isinstance(date, str):
        found.append(
            advised(path, "date")
            if date is ABSENT
            else wrong_type(f"{path}/date", "a string", date)
        )
    elif not _pattern_1(date):
        found.append(
            no_match(
                f"{path}/date",
                "^[0-9]{4}-?[0-9]{2}-?[0-9]{2}T[0-9]{2}(:?[0-9]{2}(:?[0-9]{2}([.,][0-9]+)?)?)?(Z|[+-][0-9]{2}(:?[0-9]{2})?)?$",
                date,
            )
        )
    msg_type = value.get("msg_type", ABSENT)
    if not isinstance(msg_type, str):
        found.append(
            missing(path, "msg_type")
            if msg_type is ABSENT
            else wrong_type(f"{path}/msg_type", "a string", msg_type)
        )
    version = value.get("version", ABSENT)
    if not isinstance(version, str):
        found.append(
            missing(path, "version")
            if version is ABSENT
            else wrong_type(f"{path}/version", "a string", version)
        )
    elif not _pattern_2(version):
        found.append(no_match(f"{path}/version", "^[0-9]+\\.[0-9]+", version))


def history_reply_v5_0(value: Any, path: str, found: list[Problem]) -> None:
    """HistoryReply, as of 5.0."""
    if not is_object(value):
        found.append(wrong_type(path, "an object", value))
        return
    status = value.get("status", ABSENT)
    if status not in ("ok", "error", "aborted"):
        found.append(
            missing(path, "status")
            if status is ABSENT
            else not_in_enum(f"{path}/status", ("ok", "error", "aborted"), status)
        )
    if value.get("status") == "ok":
        history_reply_HistoryReply_v5_0(value, path, found)
    if value.get("status") == "error":
        defs_ErrorReply_v5_0(value, path, found)
    if value.get("status") == "aborted":
        defs_AbortedReply_v5_0(value, path, found)


def history_reply_HistoryReply_v5_0(value: Any, path: str, found: list[Problem]) -> None:
    """HistoryReply, as of 5.0."""
    if not is_object(value):
        found.append(wrong_type(path, "an object", value))
        return
    status = value.get("status", ABSENT)
    if status != "ok":
        found.append(
            missing(path, "status")
            if status is ABSENT
            else not_const(f"{path}/status", "ok", status)
        )
    history = value.get("history", ABSENT)
    if not is_array(history):
        found.append(
            missing(path, "history")
            if history is ABSENT
            else wrong_type(f"{path}/history", "an array", history)
        )
    else:
        for index, item in enumerate(history):
            history_reply_HistoryEntry_v5_0(item, f"{path}/history/{index}", found)


def history_reply_HistoryEntry_v5_0(value: Any, path: str, found: list[Problem]) -> None:
    """HistoryEntry, as of 5.0."""
    if not is_array(value):
        found.append(wrong_type(path, "an array", value))
        return
    if len(value) < 3:
        found.append(out_of_bounds(path, "minItems", "at least", 3, value))
    if len(value) > 3:
        found.append(out_of_bounds(path, "maxItems", "at most", 3, value))
    if len(value) > 0:
        item = value[0]
        if type(item) is not int and not is_integer(item):
            found.append(wrong_type(f"{path}/0", "an integer", item))
    if len(value) > 1:
        item_2 = value[1]
        if type(item_2) is not int and not is_integer(item_2):
            found.append(wrong_type(f"{path}/1", "an integer", item_2))
    if len(value) > 2:
        item_3 = value[2]
        if not (
            fits(history_reply_HistoryEntry_v5_0_or, item_3)
            or fits(history_reply_HistoryEntry_v5_0_or_2, item_3)
        ):
            found.append(no_alternative(f"{path}/2", item_3))


def history_reply_HistoryEntry_v5_0_or(value: Any, path: str, found: list[Problem]) -> None:
    """One that history_reply_HistoryEntry_v5_0 may be."""
    if not isinstance(value, str):
        found.append(wrong_type(path, "a string", value))


def history_reply_HistoryEntry_v5_0_or_2(value: Any, path: str, found: list[Problem]) -> None:
    """One that history_reply_HistoryEntry_v5_0 may be."""
    if not is_array(value):
        found.append(wrong_type(path, "an array", value))
        return
    if len(value) < 2:
        found.append(out_of_bounds(path, "minItems", "at least", 2, value))
    if len(value) > 2:
        found.append(out_of_bounds(path, "maxItems", "at most", 2, value))
    if len(value) > 0:
        item = value[0]
        if not isinstance(item, str):
            found.append(wrong_type(f"{path}/0", "a string", item))
    if len(value) > 1:
        item_2 = value[1]
        if not isinstance(item_2, str) and item_2 is not None:
            found.append(wrong_type(f"{path}/1", "a string or null", item_2))


def history_request_v5_0(value: Any, path: str, found: list[Problem]) -> None:
    """HistoryRequest, as of 5.0."""
    if not is_object(value):
        found.append(wrong_type(path, "an object", value))
        return
    output = value.get("output", ABSENT)
    if not isinstance(output, bool):
        found.append(
            missing(path, "output")
            if output is ABSENT
            else wrong_type(f"{path}/output", "a boolean", output)
        )
    raw = value.get("raw", ABSENT)
    if not isinstance(raw, bool):
        found.append(
            missing(path, "raw") if raw is ABSENT else wrong_type(f"{path}/raw", "a boolean", raw)
        )
    hist_access_type = value.get("hist_access_type", ABSENT)
    if not isinstance(hist_access_type, str):
        found.append(
            missing(path, "hist_access_type")
            if hist_access_type is ABSENT
            else wrong_type(f"{path}/hist_access_type", "a string", hist_access_type)
        )
    elif hist_access_type not in ("range", "tail", "search"):
        found.append(
            not_known(f"{path}/hist_access_type", ("range", "tail", "search"), hist_access_type)
        )
    session = value.get("session", ABSENT)
    if session is not ABSENT:
        if type(session) is not int and not is_integer(session):
            found.append(wrong_type(f"{path}/session", "an integer", session))
    start = value.get("start", ABSENT)
    if start is not ABSENT:
        if type(start) is not int and not is_integer(start):
            found.append(wrong_type(f"{path}/start", "an integer", start))
    stop = value.get("stop", ABSENT)
    if stop is not ABSENT:
        if type(stop) is not int and not is_integer(stop):
            found.append(wrong_type(f"{path}/stop", "an integer", stop))
    n = value.get("n", ABSENT)
    if n is not ABSENT:
        if type(n) is not int and not is_integer(n):
            found.append(wrong_type(f"{path}/n", "an integer", n))
    pattern = value.get("pattern", ABSENT)
    if pattern is not ABSENT:
        if not isinstance(pattern, str):
            found.append(wrong_type(f"{path}/pattern", "a string", pattern))
    unique = value.get("unique", ABSENT)
    if unique is not ABSENT:
        if not isinstance(unique, bool):
            found.append(wrong_type(f"{path}/unique", "a boolean", unique))
    if value.get("hist_access_type") == "range":
        if "session" not in value:
            found.append(missing(path, "session"))
        if "start" not in value:
            found.append(missing(path, "start"))
        if "stop" not in value:
            found.append(missing(path, "stop"))
    if value.get("hist_access_type") == "tail":
        if "n" not in value:
            found.append(missing(path, "n"))
    if value.get("hist_access_type") == "search":
        if "pattern" not in value:
            found.append(missing(path, "pattern"))
        if "n" not in value:
            found.append(missing(path, "n"))


def input_reply_v5_0(value: Any, path: str, found: list[Problem]) -> None:
    """InputReply, as of 5.0."""
    if not is_object(value):
        found.append(wrong_type(path, "an object", value))
        return
    value_2 = value.get("value", ABSENT)
    if not isinstance(value_2, str):
        found.append(
            missing(path, "value")
            if value_2 is ABSENT
            else wrong_type(f"{path}/value", "a string", value_2)
        )


def input_request_v5_0(value: Any, path: str, found: list[Problem]) -> None:
    """InputRequest, as of 5.0."""
    if not is_object(value):
        found.append(wrong_type(path, "an object", value))
        return
    prompt = value.get("prompt", ABSENT)
    if not isinstance(prompt, str):
        found.append(
            missing(path, "prompt")
            if prompt is ABSENT
            else wrong_type(f"{path}/prompt", "a string", prompt)
        )
    password = value.get("password", ABSENT)
    if not isinstance(password, bool):
        found.append(
            missing(path, "password")
            if password is ABSENT
            else wrong_type(f"{path}/password", "a boolean", password)
        )


def inspect_reply_v5_0(value: Any, path: str, found: list[Problem]) -> None:
    """InspectReply, as of 5.0."""
    if not is_object(value):
        found.append(wrong_type(path, "an object", value))
        return
    status = value.get("status", ABSENT)
    if status not in ("ok", "error", "aborted"):
        found.append(
            missing(path, "status")
            if status is ABSENT
            else not_in_enum(f"{path}/status", ("ok", "error", "aborted"), status)
        )
    if value.get("status") == "ok":
        inspect_reply_InspectReply_v5_0(value, path, found)
    if value.get("status") == "error":
        defs_ErrorReply_v5_0(value, path, found)
    if value.get("status") == "aborted":
        defs_AbortedReply_v5_0(value, path, found)


def inspect_reply_InspectReply_v5_0(value: Any, path: str, found: list[Problem]) -> None:
    """InspectReply, as of 5.0."""
    if not is_object(value):
        found.append(wrong_type(path, "an object", value))
        return
    status = value.get("status", ABSENT)
    if status != "ok":
        found.append(
            missing(path, "status")
            if status is ABSENT
            else not_const(f"{path}/status", "ok", status)
        )
    found_2 = value.get("found", ABSENT)
    if not isinstance(found_2, bool):
        found.append(
            missing(path, "found")
            if found_2 is ABSENT
            else wrong_type(f"{path}/found", "a boolean", found_2)
        )
    data = value.get("data", ABSENT)
    if not is_object(data):
        found.append(
            missing(path, "data")
            if data is ABSENT
            else wrong_type(f"{path}/data", "an object", data)
        )
    metadata = value.get("metadata", ABSENT)
    if not is_object(metadata):
        found.append(
            missing(path, "metadata")
            if metadata is ABSENT
            else wrong_type(f"{path}/metadata", "an object", metadata)
        )


def inspect_request_v5_0(value: Any, path: str, found: list[Problem]) -> None:
    """InspectRequest, as of 5.0."""
    if not is_object(value):
        found.append(wrong_type(path, "an object", value))
        return
    code = value.get("code", ABSENT)
    if not isinstance(code, str):
        found.append(
            missing(path, "code")
            if code is ABSENT
            else wrong_type(f"{path}/code", "a string", code)
        )
    cursor_pos = value.get("cursor_pos", ABSENT)
    if type(cursor_pos) is not int and not is_integer(cursor_pos):
        found.append(
            missing(path, "cursor_pos")
            if cursor_pos is ABSENT
            else wrong_type(f"{path}/cursor_pos", "an integer", cursor_pos)
        )
    elif cursor_pos < 0:
        found.append(out_of_bounds(f"{path}/cursor_pos", "minimum", "at least", 0, cursor_pos))
    detail_level = value.get("detail_level", ABSENT)
    if detail_level is not ABSENT:
        if not is_one_of(detail_level, (0, 1)):
            found.append(not_in_enum(f"{path}/detail_level", (0, 1), detail_level))


def is_complete_reply_v5_0(value: Any, path: str, found: list[Problem]) -> None:
    """IsCompleteReply, as of 5.0."""
    if not is_object(value):
        found.append(wrong_type(path, "an object", value))
        return
    status = value.get("status", ABSENT)
    if status not in ("complete", "incomplete", "invalid", "unknown", "error", "aborted"):
        found.append(
            missing(path, "status")
            if status is ABSENT
            else not_in_enum(
                f"{path}/status",
                ("complete", "incomplete", "invalid", "unknown", "error", "aborted"),
                status,
            )
        )
    if value.get("status") == "complete":
        is_complete_reply_IsCompleteReply_v5_0(value, path, found)
    if value.get("status") == "incomplete":
        is_complete_reply_IsCompleteReply_v5_0(value, path, found)
    if value.get("status") == "invalid":
        is_complete_reply_IsCompleteReply_v5_0(value, path, found)
    if value.get("status") == "unknown":
        is_complete_reply_IsCompleteReply_v5_0(value, path, found)
    if value.get("status") == "error":
        defs_ErrorReply_v5_0(value, path, found)
    if value.get("status") == "aborted":
        defs_AbortedReply_v5_0(value, path, found)


def is_complete_reply_IsCompleteReply_v5_0(value: Any, path: str, found: list[Problem]) -> None:
    """IsCompleteReply, as of 5.0."""
    if not is_object(value):
        found.append(wrong_type(path, "an object", value))
        return
    status = value.get("status", ABSENT)
    if status not in ("complete", "incomplete", "invalid", "unknown"):
        found.append(
            missing(path, "status")
            if status is ABSENT
            else not_in_enum(
                f"{path}/status", ("complete", "incomplete", "invalid", "unknown"), status
            )
        )
    indent = value.get("indent", ABSENT)
    if indent is not ABSENT:
        if not isinstance(indent, str):
            found.append(wrong_type(f"{path}/indent", "a string", indent))
    if value.get("status") == "incomplete":
        if "indent" not in value:
            found.append(advised(path, "indent"))


def is_complete_request_v5_0(value: Any, path: str, found: list[Problem]) -> None:
    """IsCompleteRequest, as of 5.0."""
    if not is_object(value):
        found.append(wrong_type(path, "an object", value))
        return
    code = value.get("code", ABSENT)
    if not isinstance(code, str):
        found.append(
            missing(path, "code")
            if code is ABSENT
            else wrong_type(f"{path}/code", "a string", code)
        )


def kernel_info_reply_v5_0(value: Any, path: str, found: list[Problem]) -> None:
    """KernelInfoReply, as of 5.0."""
    if not is_object(value):
        found.append(wrong_type(path, "an object", value))
        return
    status = value.get("status", ABSENT)
    if status not in ("ok", "error", "aborted"):
        found.append(
            missing(path, "status")
            if status is ABSENT
            else not_in_enum(f"{path}/status", ("ok", "error", "aborted"), status)
        )
    if value.get("status") == "ok":
        kernel_info_reply_KernelInfoReply_v5_0(value, path, found)
    if value.get("status") == "error":
        defs_ErrorReply_v5_0(value, path, found)
    if value.get("status") == "aborted":
        defs_AbortedReply_v5_0(value, path, found)


def kernel_info_reply_KernelInfoReply_v5_0(value: Any, path: str, found: list[Problem]) -> None:
    """KernelInfoReply, as of 5.0."""
    if not is_object(value):
        found.append(wrong_type(path, "an object", value))
        return
    status = value.get("status", ABSENT)
    if status != "ok":
        found.append(
            missing(path, "status")
            if status is ABSENT
            else not_const(f"{path}/status", "ok", status)
        )
    protocol_version = value.get("protocol_version", ABSENT)
    if not isinstance(protocol_version, str):
        found.append(
            missing(path, "protocol_version")
            if protocol_version is ABSENT
            else wrong_type(f"{path}/protocol_version", "a string", protocol_version)
        )
    elif not _pattern_2(protocol_version):
        found.append(no_match(f"{path}/protocol_version", "^[0-9]+\\.[0-9]+", protocol_version))
    implementation = value.get("implementation", ABSENT)
    if not isinstance(implementation, str):
        found.append(
            missing(path, "implementation")
            if implementation is ABSENT
            else wrong_type(f"{path}/implementation", "a string", implementation)
        )
    implementation_version = value.get("implementation_version", ABSENT)
    if not isinstance(implementation_version, str):
        found.append(
            missing(path, "implementation_version")
            if implementation_version is ABSENT
            else wrong_type(f"{path}/implementation_version", "a string", implementation_version)
        )
    language_info = value.get("language_info", ABSENT)
    if language_info is ABSENT:
        found.append(missing(path, "language_info"))
    else:
        defs_LanguageInfo_v5_0(language_info, f"{path}/language_info", found)
    banner = value.get("banner", ABSENT)
    if not isinstance(banner, str):
        found.append(
            missing(path, "banner")
            if banner is ABSENT
            else wrong_type(f"{path}/banner", "a string", banner)
        )
    help_links = value.get("help_links", ABSENT)
    if help_links is not ABSENT:
        if not is_array(help_links):
            found.append(wrong_type(f"{path}/help_links", "an array", help_links))
        else:
            for index, item in enumerate(help_links):
                defs_HelpLink_v5_0(item, f"{path}/help_links/{index}", found)


def kernel_info_request_v5_0(value: Any, path: str, found: list[Problem]) -> None:
    """KernelInfoRequest, as of 5.0."""
    if not is_object(value):
        found.append(wrong_type(path, "an object", value))


def kernelspec_v5_0(value: Any, path: str, found: list[Problem]) -> None:
    """Kernelspec, as of 5.0."""
    if not is_object(value):
        found.append(wrong_type(path, "an object", value))
        return
    argv = value.get("argv", ABSENT)
    if not is_array(argv):
        found.append(
            missing(path, "argv")
            if argv is ABSENT
            else wrong_type(f"{path}/argv", "an array", argv)
        )
    else:
        if len(argv) < 1:
            found.append(out_of_bounds(f"{path}/argv", "minItems", "at least", 1, argv))
        for index, item in enumerate(argv):
            if not isinstance(item, str):
                found.append(wrong_type(f"{path}/argv/{index}", "a string", item))
    display_name = value.get("display_name", ABSENT)
    if not isinstance(display_name, str):
        found.append(
            missing(path, "display_name")
            if display_name is ABSENT
            else wrong_type(f"{path}/display_name", "a string", display_name)
        )
    language = value.get("language", ABSENT)
    if not isinstance(language, str):
        found.append(
            missing(path, "language")
            if language is ABSENT
            else wrong_type(f"{path}/language", "a string", language)
        )
    env = value.get("env", ABSENT)
    if env is not ABSENT:
        if not is_object(env):
            found.append(wrong_type(f"{path}/env", "an object", env))
        else:
            for key, item_2 in env.items():
                if not isinstance(item_2, str):
                    found.append(wrong_type(f"{path}/env/{token(key)}", "a string", item_2))
    metadata = value.get("metadata", ABSENT)
    if metadata is not ABSENT:
        if not is_object(metadata):
            found.append(wrong_type(f"{path}/metadata", "an object", metadata))


def message_v5_0(value: Any, path: str, found: list[Problem]) -> None:
    """message, as of 5.0."""
    if not is_object(value):
        found.append(wrong_type(path, "an object", value))
        return
    header = value.get("header", ABSENT)
    if header is ABSENT:
        found.append(missing(path, "header"))
    else:
        header_v5_0(header, f"{path}/header", found)
    parent_header = value.get("parent_header", ABSENT)
    if not is_object(parent_header):
        found.append(
            missing(path, "parent_header")
            if parent_header is ABSENT
            else wrong_type(f"{path}/parent_header", "an object", parent_header)
        )
    elif parent_header:
        header_v5_0(parent_header, f"{path}/parent_header", found)
    metadata = value.get("metadata", ABSENT)
    if not is_object(metadata):
        found.append(
            missing(path, "metadata")
            if metadata is ABSENT
            else wrong_type(f"{path}/metadata", "an object", metadata)
        )
    content = value.get("content", ABSENT)
    if not is_object(content):
        found.append(
            missing(path, "content")
            if content is ABSENT
            else wrong_type(f"{path}/content", "an object", content)
        )
    buffers = value.get("buffers", ABSENT)
    if buffers is not ABSENT:
        if not is_array(buffers):
            found.append(wrong_type(f"{path}/buffers", "an array", buffers))
        else:
            for index, item in enumerate(buffers):
                if not isinstance(item, str):
                    found.append(wrong_type(f"{path}/buffers/{index}", "a string", item))
    channel = value.get("channel", ABSENT)
    if channel is not ABSENT:
        if channel not in ("shell", "control", "stdin", "iopub"):
            found.append(
                not_in_enum(f"{path}/channel", ("shell", "control", "stdin", "iopub"), channel)
            )


def message_Reply_v5_0(value: Any, path: str, found: list[Problem]) -> None:
    """Reply, as of 5.0."""
    if not is_object(value):
        found.append(wrong_type(path, "an object", value))
        return
    parent_header = value.get("parent_header", ABSENT)
    if parent_header is not ABSENT:
        if is_object(parent_header):
            if len(parent_header) < 1:
                found.append(
                    out_of_bounds(
                        f"{path}/parent_header", "minProperties", "at least", 1, parent_header
                    )
                )


def shutdown_reply_v5_0(value: Any, path: str, found: list[Problem]) -> None:
    """ShutdownReply, as of 5.0."""
    if not is_object(value):
        found.append(wrong_type(path, "an object", value))
        return
    status = value.get("status", ABSENT)
    if status not in ("ok", "error", "aborted"):
        found.append(
            missing(path, "status")
            if status is ABSENT
            else not_in_enum(f"{path}/status", ("ok", "error", "aborted"), status)
        )
    if value.get("status") == "ok":
        shutdown_reply_ShutdownReply_v5_0(value, path, found)
    if value.get("status") == "error":
        defs_ErrorReply_v5_0(value, path, found)
    if value.get("status") == "aborted":
        defs_AbortedReply_v5_0(value, path, found)


def shutdown_reply_ShutdownReply_v5_0(value: Any, path: str, found: list[Problem]) -> None:
    """ShutdownReply, as of 5.0."""
    if not is_object(value):
        found.append(wrong_type(path, "an object", value))
        return
    status = value.get("status", ABSENT)
    if status != "ok":
        found.append(
            missing(path, "status")
            if status is ABSENT
            else not_const(f"{path}/status", "ok", status)
        )
    restart = value.get("restart", ABSENT)
    if not isinstance(restart, bool):
        found.append(
            missing(path, "restart")
            if restart is ABSENT
            else wrong_type(f"{path}/restart", "a boolean", restart)
        )


def shutdown_request_v5_0(value: Any, path: str, found: list[Problem]) -> None:
    """ShutdownRequest, as of 5.0."""
    if not is_object(value):
        found.append(wrong_type(path, "an object", value))
        return
    restart = value.get("restart", ABSENT)
    if not isinstance(restart, bool):
        found.append(
            missing(path, "restart")
            if restart is ABSENT
            else wrong_type(f"{path}/restart", "a boolean", restart)
        )


def status_v5_0(value: Any, path: str, found: list[Problem]) -> None:
    """Status, as of 5.0."""
    if not is_object(value):
        found.append(wrong_type(path, "an object", value))
        return
    execution_state = value.get("execution_state", ABSENT)
    if not isinstance(execution_state, str):
        found.append(
            missing(path, "execution_state")
            if execution_state is ABSENT
            else wrong_type(f"{path}/execution_state", "a string", execution_state)
        )
    elif execution_state not in ("busy", "idle", "starting"):
        found.append(
            not_known(f"{path}/execution_state", ("busy", "idle", "starting"), execution_state)
        )


def stream_v5_0(value: Any, path: str, found: list[Problem]) -> None:
    """Stream, as of 5.0."""
    if not is_object(value):
        found.append(wrong_type(path, "an object", value))
        return
    name = value.get("name", ABSENT)
    if name not in ("stdout", "stderr"):
        found.append(
            missing(path, "name")
            if name is ABSENT
            else not_in_enum(f"{path}/name", ("stdout", "stderr"), name)
        )
    text = value.get("text", ABSENT)
    if not isinstance(text, str):
        found.append(
            missing(path, "text")
            if text is ABSENT
            else wrong_type(f"{path}/text", "a string", text)
        )


def websocket_message_v5_0(value: Any, path: str, found: list[Problem]) -> None:
    """websocket_message, as of 5.0."""
    if not is_object(value):
        found.append(wrong_type(path, "an object", value))
        return
    message_v5_0(value, path, found)
    channel = value.get("channel", ABSENT)
    if channel not in ("shell", "control", "stdin", "iopub"):
        found.append(
            missing(path, "channel")
            if channel is ABSENT
            else not_in_enum(f"{path}/channel", ("shell", "control", "stdin", "iopub"), channel)
        )


def complete_reply_v5_1(value: Any, path: str, found: list[Problem]) -> None:
    """CompleteReply, as of 5.1."""
    if not is_object(value):
        found.append(wrong_type(path, "an object", value))
        return
    status = value.get("status", ABSENT)
    if status not in ("ok", "error", "aborted"):
        found.append(
            missing(path, "status")
            if status is ABSENT
            else not_in_enum(f"{path}/status", ("ok", "error", "aborted"), status)
        )
    if value.get("status") == "ok":
        complete_reply_CompleteReply_v5_0(value, path, found)
    if value.get("status") == "error":
        defs_ErrorReply_v5_0(value, path, found)
    if value.get("status") == "aborted":
        defs_AbortedReply_v5_1(value, path, found)


def defs_AbortedReply_v5_1(value: Any, path: str, found: list[Problem]) -> None:
    """AbortedReply, as of 5.1."""
    if not is_object(value):
        found.append(wrong_type(path, "an object", value))
        return
    status = value.get("status", ABSENT)
    if status != "aborted":
        found.append(
            missing(path, "status")
            if status is ABSENT
            else not_const(f"{path}/status", "aborted", status)
        )
    execution_count = value.get("execution_count", ABSENT)
    if execution_count is not ABSENT:
        if type(execution_count) is not int and not is_integer(execution_count):
            found.append(wrong_type(f"{path}/execution_count", "an integer", execution_count))
    found.append(deprecated(path, "5.1"))


def connect_reply_v5_1(value: Any, path: str, found: list[Problem]) -> None:
    """ConnectReply, as of 5.1."""
    if not is_object(value):
        found.append(wrong_type(path, "an object", value))
        return
    status = value.get("status", ABSENT)
    if status not in ("ok", "error", "aborted"):
        found.append(
            missing(path, "status")
            if status is ABSENT
            else not_in_enum(f"{path}/status", ("ok", "error", "aborted"), status)
        )
    if value.get("status") == "ok":
        connect_reply_ConnectReply_v5_0(value, path, found)
    if value.get("status") == "error":
        defs_ErrorReply_v5_0(value, path, found)
    if value.get("status") == "aborted":
        defs_AbortedReply_v5_1(value, path, found)


def defs_CommInfo_v5_1(value: Any, path: str, found: list[Problem]) -> None:
    """CommInfo, as of 5.1."""
    if not is_object(value):
        found.append(wrong_type(path, "an object", value))
        return
    target_name = value.get("target_name", ABSENT)
    if not isinstance(target_name, str):
        found.append(
            missing(path, "target_name")
            if target_name is ABSENT
            else wrong_type(f"{path}/target_name", "a string", target_name)
        )


def defs_Transient_v5_1(value: Any, path: str, found: list[Problem]) -> None:
    """Transient, as of 5.1."""
    if not is_object(value):
        found.append(wrong_type(path, "an object", value))
        return
    display_id = value.get("display_id", ABSENT)
    if display_id is not ABSENT:
        if not isinstance(display_id, str):
            found.append(wrong_type(f"{path}/display_id", "a string", display_id))


def display_data_v5_1(value: Any, path: str, found: list[Problem]) -> None:
    """DisplayData, as of 5.1."""
    if not is_object(value):
        found.append(wrong_type(path, "an object", value))
        return
    data = value.get("data", ABSENT)
    if not is_object(data):
        found.append(
            missing(path, "data")
            if data is ABSENT
            else wrong_type(f"{path}/data", "an object", data)
        )
    metadata = value.get("metadata", ABSENT)
    if not is_object(metadata):
        found.append(
            missing(path, "metadata")
            if metadata is ABSENT
            else wrong_type(f"{path}/metadata", "an object", metadata)
        )
    transient = value.get("transient", ABSENT)
    if transient is not ABSENT:
        defs_Transient_v5_1(transient, f"{path}/transient", found)


def execute_reply_v5_1(value: Any, path: str, found: list[Problem]) -> None:
    """ExecuteReply, as of 5.1."""
    if not is_object(value):
        found.append(wrong_type(path, "an object", value))
        return
    status = value.get("status", ABSENT)
    if status not in ("ok", "error", "aborted"):
        found.append(
            missing(path, "status")
            if status is ABSENT
            else not_in_enum(f"{path}/status", ("ok", "error", "aborted"), status)
        )
    if value.get("status") == "ok":
        execute_reply_ExecuteReply_v5_0(value, path, found)
    if value.get("status") == "error":
        defs_ErrorReply_v5_0(value, path, found)
        if "execution_count" not in value:
            found.append(missing(path, "execution_count"))
    if value.get("status") == "aborted":
        defs_AbortedReply_v5_1(value, path, found)
        if "execution_count" not in value:
            found.append(missing(path, "execution_count"))


def execute_result_v5_1(value: Any, path: str, found: list[Problem]) -> None:
    """ExecuteResult, as of 5.1."""
    if not is_object(value):
        found.append(wrong_type(path, "an object", value))
        return
    display_data_v5_1(value, path, found)
    data = value.get("data", ABSENT)
    if data is not ABSENT:
        if is_object(data):
            if "text/plain" not in data:
                found.append(advised(f"{path}/data", "text/plain"))
    execution_count = value.get("execution_count", ABSENT)
    if type(execution_count) is not int and not is_integer(execution_count):
        found.append(
            missing(path, "execution_count")
            if execution_count is ABSENT
            else wrong_type(f"{path}/execution_count", "an integer", execution_count)
        )


def header_v5_1(value: Any, path: str, found: list[Problem]) -> None:
    """Header, as of 5.1."""
    if not is_object(value):
        found.append(wrong_type(path, "an object", value))
        return
    msg_id = value.get("msg_id", ABSENT)
    if not isinstance(msg_id, str):
        found.append(
            missing(path, "msg_id")
            if msg_id is ABSENT
            else wrong_type(f"{path}/msg_id", "a string", msg_id)
        )
    session = value.get("session", ABSENT)
    if not isinstance(session, str):
        found.append(
            missing(path, "session")
            if session is ABSENT
            else wrong_type(f"{path}/session", "a string", session)
        )
    username = value.get("username", ABSENT)
    if not isinstance(username, str):
        found.append(
            missing(path, "username")
            if username is ABSENT
            else wrong_type(f"{path}/username", "a string", username)
        )
    date = value.get("date", ABSENT)
    if not isinstance(date, str):
        found.append(
            missing(path, "date")
            if date is ABSENT
            else wrong_type(f"{path}/date", "a string", date)
        )
    elif not _pattern_1(date):
        found.append(
            no_match(
                f"{path}/date",
                "^[0-9]{4}-?[0-9]{2}-?[0-9]{2}T[0-9]{2}(:?[0-9]{2}(:?[0-9]{2}([.,][0-9]+)?)?)?(Z|[+-][0-9]{2}(:?[0-9]{2})?)?$",
                date,
            )
        )
    msg_type = value.get("msg_type", ABSENT)
    if not isinstance(msg_type, str):
        found.append(
            missing(path, "msg_type")
            if msg_type is ABSENT
            else wrong_type(f"{path}/msg_type", "a string", msg_type)
        )
    version = value.get("version", ABSENT)
    if not isinstance(version, str):
        found.append(
            missing(path, "version")
            if version is ABSENT
            else wrong_type(f"{path}/version", "a string", version)
        )
    elif not _pattern_2(version):
        found.append(no_match(f"{path}/version", "^[0-9]+\\.[0-9]+", version))


def history_reply_v5_1(value: Any, path: str, found: list[Problem]) -> None:
    """HistoryReply, as of 5.1."""
    if not is_object(value):
        found.append(wrong_type(path, "an object", value))
        return
    status = value.get("status", ABSENT)
    if status not in ("ok", "error", "aborted"):
        found.append(
            missing(path, "status")
            if status is ABSENT
            else not_in_enum(f"{path}/status", ("ok", "error", "aborted"), status)
        )
    if value.get("status") == "ok":
        history_reply_HistoryReply_v5_0(value, path, found)
    if value.get("status") == "error":
        defs_ErrorReply_v5_0(value, path, found)
    if value.get("status") == "aborted":
        defs_AbortedReply_v5_1(value, path, found)


def inspect_reply_v5_1(value: Any, path: str, found: list[Problem]) -> None:
    """InspectReply, as of 5.1."""
    if not is_object(value):
        found.append(wrong_type(path, "an object", value))
        return
    status = value.get("status", ABSENT)
    if status not in ("ok", "error", "aborted"):
        found.append(
            missing(path, "status")
            if status is ABSENT
            else not_in_enum(f"{path}/status", ("ok", "error", "aborted"), status)
        )
    if value.get("status") == "ok":
        inspect_reply_InspectReply_v5_0(value, path, found)
    if value.get("status") == "error":
        defs_ErrorReply_v5_0(value, path, found)
    if value.get("status") == "aborted":
        defs_AbortedReply_v5_1(value, path, found)


def is_complete_reply_v5_1(value: Any, path: str, found: list[Problem]) -> None:
    """IsCompleteReply, as of 5.1."""
    if not is_object(value):
        found.append(wrong_type(path, "an object", value))
        return
    status = value.get("status", ABSENT)
    if status not in ("complete", "incomplete", "invalid", "unknown", "error", "aborted"):
        found.append(
            missing(path, "status")
            if status is ABSENT
            else not_in_enum(
                f"{path}/status",
                ("complete", "incomplete", "invalid", "unknown", "error", "aborted"),
                status,
            )
        )
    if value.get("status") == "complete":
        is_complete_reply_IsCompleteReply_v5_0(value, path, found)
    if value.get("status") == "incomplete":
        is_complete_reply_IsCompleteReply_v5_0(value, path, found)
    if value.get("status") == "invalid":
        is_complete_reply_IsCompleteReply_v5_0(value, path, found)
    if value.get("status") == "unknown":
        is_complete_reply_IsCompleteReply_v5_0(value, path, found)
    if value.get("status") == "error":
        defs_ErrorReply_v5_0(value, path, found)
    if value.get("status") == "aborted":
        defs_AbortedReply_v5_1(value, path, found)


def kernel_info_reply_v5_1(value: Any, path: str, found: list[Problem]) -> None:
    """KernelInfoReply, as of 5.1."""
    if not is_object(value):
        found.append(wrong_type(path, "an object", value))
        return
    status = value.get("status", ABSENT)
    if status not in ("ok", "error", "aborted"):
        found.append(
            missing(path, "status")
            if status is ABSENT
            else not_in_enum(f"{path}/status", ("ok", "error", "aborted"), status)
        )
    if value.get("status") == "ok":
        kernel_info_reply_KernelInfoReply_v5_0(value, path, found)
    if value.get("status") == "error":
        defs_ErrorReply_v5_0(value, path, found)
    if value.get("status") == "aborted":
        defs_AbortedReply_v5_1(value, path, found)


def message_v5_1(value: Any, path: str, found: list[Problem]) -> None:
    """message, as of 5.1."""
    if not is_object(value):
        found.append(wrong_type(path, "an object", value))
        return
    header = value.get("header", ABSENT)
    if header is ABSENT:
        found.append(missing(path, "header"))
    else:
        header_v5_1(header, f"{path}/header", found)
    parent_header = value.get("parent_header", ABSENT)
    if not is_object(parent_header):
        found.append(
            missing(path, "parent_header")
            if parent_header is ABSENT
            else wrong_type(f"{path}/parent_header", "an object", parent_header)
        )
    elif parent_header:
        header_v5_1(parent_header, f"{path}/parent_header", found)
    metadata = value.get("metadata", ABSENT)
    if not is_object(metadata):
        found.append(
            missing(path, "metadata")
            if metadata is ABSENT
            else wrong_type(f"{path}/metadata", "an object", metadata)
        )
    content = value.get("content", ABSENT)
    if not is_object(content):
        found.append(
            missing(path, "content")
            if content is ABSENT
            else wrong_type(f"{path}/content", "an object", content)
        )
    buffers = value.get("buffers", ABSENT)
    if buffers is not ABSENT:
        if not is_array(buffers):
            found.append(wrong_type(f"{path}/buffers", "an array", buffers))
        else:
            for index, item in enumerate(buffers):
                if not isinstance(item, str):
                    found.append(wrong_type(f"{path}/buffers/{index}", "a string", item))
    channel = value.get("channel", ABSENT)
    if channel is not ABSENT:
        if channel not in ("shell", "control", "stdin", "iopub"):
            found.append(
                not_in_enum(f"{path}/channel", ("shell", "control", "stdin", "iopub"), channel)
            )


def shutdown_reply_v5_1(value: Any, path: str, found: list[Problem]) -> None:
    """ShutdownReply, as of 5.1."""
    if not is_object(value):
        found.append(wrong_type(path, "an object", value))
        return
    status = value.get("status", ABSENT)
    if status not in ("ok", "error", "aborted"):
        found.append(
            missing(path, "status")
            if status is ABSENT
            else not_in_enum(f"{path}/status", ("ok", "error", "aborted"), status)
        )
    if value.get("status") == "ok":
        shutdown_reply_ShutdownReply_v5_0(value, path, found)
    if value.get("status") == "error":
        defs_ErrorReply_v5_0(value, path, found)
    if value.get("status") == "aborted":
        defs_AbortedReply_v5_1(value, path, found)


def websocket_message_v5_1(value: Any, path: str, found: list[Problem]) -> None:
    """websocket_message, as of 5.1."""
    if not is_object(value):
        found.append(wrong_type(path, "an object", value))
        return
    message_v5_1(value, path, found)
    channel = value.get("channel", ABSENT)
    if channel not in ("shell", "control", "stdin", "iopub"):
        found.append(
            missing(path, "channel")
            if channel is ABSENT
            else not_in_enum(f"{path}/channel", ("shell", "control", "stdin", "iopub"), channel)
        )


def comm_info_reply_v5_1(value: Any, path: str, found: list[Problem]) -> None:
    """CommInfoReply, as of 5.1."""
    if not is_object(value):
        found.append(wrong_type(path, "an object", value))
        return
    status = value.get("status", ABSENT)
    if status not in ("ok", "error", "aborted"):
        found.append(
            missing(path, "status")
            if status is ABSENT
            else not_in_enum(f"{path}/status", ("ok", "error", "aborted"), status)
        )
    if value.get("status") == "ok":
        comm_info_reply_CommInfoReply_v5_1(value, path, found)
    if value.get("status") == "error":
        defs_ErrorReply_v5_0(value, path, found)
    if value.get("status") == "aborted":
        defs_AbortedReply_v5_1(value, path, found)


def comm_info_reply_CommInfoReply_v5_1(value: Any, path: str, found: list[Problem]) -> None:
    """CommInfoReply, as of 5.1."""
    if not is_object(value):
        found.append(wrong_type(path, "an object", value))
        return
    status = value.get("status", ABSENT)
    if status != "ok":
        found.append(
            missing(path, "status")
            if status is ABSENT
            else not_const(f"{path}/status", "ok", status)
        )
    comms = value.get("comms", ABSENT)
    if not is_object(comms):
        found.append(
            missing(path, "comms")
            if comms is ABSENT
            else wrong_type(f"{path}/comms", "an object", comms)
        )
    else:
        for key, item in comms.items():
            defs_CommInfo_v5_1(item, f"{path}/comms/{token(key)}", found)


def comm_info_request_v5_1(value: Any, path: str, found: list[Problem]) -> None:
    """CommInfoRequest, as of 5.1."""
    if not is_object(value):
        found.append(wrong_type(path, "an object", value))
        return
    target_name = value.get("target_name", ABSENT)
    if target_name is not ABSENT:
        if not isinstance(target_name, str):
            found.append(wrong_type(f"{path}/target_name", "a string", target_name))


def update_display_data_v5_1(value: Any, path: str, found: list[Problem]) -> None:
    """UpdateDisplayData, as of 5.1."""
    if not is_object(value):
        found.append(wrong_type(path, "an object", value))
        return
    display_data_v5_1(value, path, found)
    transient = value.get("transient", ABSENT)
    if transient is ABSENT:
        found.append(missing(path, "transient"))
    else:
        defs_Transient_v5_1(transient, f"{path}/transient", found)
        if is_object(transient):
            if "display_id" not in transient:
                found.append(missing(f"{path}/transient", "display_id"))


def kernelspec_v5_3(value: Any, path: str, found: list[Problem]) -> None:
    """Kernelspec, as of 5.3."""
    if not is_object(value):
        found.append(wrong_type(path, "an object", value))
        return
    argv = value.get("argv", ABSENT)
    if not is_array(argv):
        found.append(
            missing(path, "argv")
            if argv is ABSENT
            else wrong_type(f"{path}/argv", "an array", argv)
        )
    else:
        if len(argv) < 1:
            found.append(out_of_bounds(f"{path}/argv", "minItems", "at least", 1, argv))
        for index, item in enumerate(argv):
            if not isinstance(item, str):
                found.append(wrong_type(f"{path}/argv/{index}", "a string", item))
    display_name = value.get("display_name", ABSENT)
    if not isinstance(display_name, str):
        found.append(
            missing(path, "display_name")
            if display_name is ABSENT
            else wrong_type(f"{path}/display_name", "a string", display_name)
        )
    language = value.get("language", ABSENT)
    if not isinstance(language, str):
        found.append(
            missing(path, "language")
            if language is ABSENT
            else wrong_type(f"{path}/language", "a string", language)
        )
    env = value.get("env", ABSENT)
    if env is not ABSENT:
        if not is_object(env):
            found.append(wrong_type(f"{path}/env", "an object", env))
        else:
            for key, item_2 in env.items():
                if not isinstance(item_2, str):
                    found.append(wrong_type(f"{path}/env/{token(key)}", "a string", item_2))
    metadata = value.get("metadata", ABSENT)
    if metadata is not ABSENT:
        if not is_object(metadata):
            found.append(wrong_type(f"{path}/metadata", "an object", metadata))
    interrupt_mode = value.get("interrupt_mode", ABSENT)
    if interrupt_mode is not ABSENT:
        if interrupt_mode not in ("signal", "message"):
            found.append(
                not_in_enum(f"{path}/interrupt_mode", ("signal", "message"), interrupt_mode)
            )


def interrupt_reply_v5_3(value: Any, path: str, found: list[Problem]) -> None:
    """InterruptReply, as of 5.3."""
    if not is_object(value):
        found.append(wrong_type(path, "an object", value))
        return
    status = value.get("status", ABSENT)
    if status not in ("ok", "error", "aborted"):
        found.append(
            missing(path, "status")
            if status is ABSENT
            else not_in_enum(f"{path}/status", ("ok", "error", "aborted"), status)
        )
    if value.get("status") == "ok":
        interrupt_reply_InterruptReply_v5_3(value, path, found)
    if value.get("status") == "error":
        defs_ErrorReply_v5_0(value, path, found)
    if value.get("status") == "aborted":
        defs_AbortedReply_v5_1(value, path, found)


def interrupt_reply_InterruptReply_v5_3(value: Any, path: str, found: list[Problem]) -> None:
    """InterruptReply, as of 5.3."""
    if not is_object(value):
        found.append(wrong_type(path, "an object", value))
        return
    status = value.get("status", ABSENT)
    if status != "ok":
        found.append(
            missing(path, "status")
            if status is ABSENT
            else not_const(f"{path}/status", "ok", status)
        )


def interrupt_request_v5_3(value: Any, path: str, found: list[Problem]) -> None:
    """InterruptRequest, as of 5.3."""
    if not is_object(value):
        found.append(wrong_type(path, "an object", value))


def header_v5_5(value: Any, path: str, found: list[Problem]) -> None:
    """Header, as of 5.5."""
    if not is_object(value):
        found.append(wrong_type(path, "an object", value))
        return
    msg_id = value.get("msg_id", ABSENT)
    if not isinstance(msg_id, str):
        found.append(
            missing(path, "msg_id")
            if msg_id is ABSENT
            else wrong_type(f"{path}/msg_id", "a string", msg_id)
        )
    session = value.get("session", ABSENT)
    if not isinstance(session, str):
        found.append(
            missing(path, "session")
            if session is ABSENT
            else wrong_type(f"{path}/session", "a string", session)
        )
    username = value.get("username", ABSENT)
    if not isinstance(username, str):
        found.append(
            missing(path, "username")
            if username is ABSENT
            else wrong_type(f"{path}/username", "a string", username)
        )
    date = value.get("date", ABSENT)
    if not isinstance(date, str):
        found.append(
            missing(path, "date")
            if date is ABSENT
            else wrong_type(f"{path}/date", "a string", date)
        )
    elif not _pattern_1(date):
        found.append(
            no_match(
                f"{path}/date",
                "^[0-9]{4}-?[0-9]{2}-?[0-9]{2}T[0-9]{2}(:?[0-9]{2}(:?[0-9]{2}([.,][0-9]+)?)?)?(Z|[+-][0-9]{2}(:?[0-9]{2})?)?$",
                date,
            )
        )
    msg_type = value.get("msg_type", ABSENT)
    if not isinstance(msg_type, str):
        found.append(
            missing(path, "msg_type")
            if msg_type is ABSENT
            else wrong_type(f"{path}/msg_type", "a string", msg_type)
        )
    version = value.get("version", ABSENT)
    if not isinstance(version, str):
        found.append(
            missing(path, "version")
            if version is ABSENT
            else wrong_type(f"{path}/version", "a string", version)
        )
    elif not _pattern_2(version):
        found.append(no_match(f"{path}/version", "^[0-9]+\\.[0-9]+", version))
    subshell_id = value.get("subshell_id", ABSENT)
    if subshell_id is not ABSENT:
        if not isinstance(subshell_id, str) and subshell_id is not None:
            found.append(wrong_type(f"{path}/subshell_id", "a string or null", subshell_id))


def kernel_info_reply_v5_5(value: Any, path: str, found: list[Problem]) -> None:
    """KernelInfoReply, as of 5.5."""
    if not is_object(value):
        found.append(wrong_type(path, "an object", value))
        return
    status = value.get("status", ABSENT)
    if status not in ("ok", "error", "aborted"):
        found.append(
            missing(path, "status")
            if status is ABSENT
            else not_in_enum(f"{path}/status", ("ok", "error", "aborted"), status)
        )
    if value.get("status") == "ok":
        kernel_info_reply_KernelInfoReply_v5_5(value, path, found)
    if value.get("status") == "error":
        defs_ErrorReply_v5_0(value, path, found)
    if value.get("status") == "aborted":
        defs_AbortedReply_v5_1(value, path, found)


def kernel_info_reply_KernelInfoReply_v5_5(value: Any, path: str, found: list[Problem]) -> None:
    """KernelInfoReply, as of 5.5."""
    if not is_object(value):
        found.append(wrong_type(path, "an object", value))
        return
    status = value.get("status", ABSENT)
    if status != "ok":
        found.append(
            missing(path, "status")
            if status is ABSENT
            else not_const(f"{path}/status", "ok", status)
        )
    protocol_version = value.get("protocol_version", ABSENT)
    if not isinstance(protocol_version, str):
        found.append(
            missing(path, "protocol_version")
            if protocol_version is ABSENT
            else wrong_type(f"{path}/protocol_version", "a string", protocol_version)
        )
    elif not _pattern_2(protocol_version):
        found.append(no_match(f"{path}/protocol_version", "^[0-9]+\\.[0-9]+", protocol_version))
    implementation = value.get("implementation", ABSENT)
    if not isinstance(implementation, str):
        found.append(
            missing(path, "implementation")
            if implementation is ABSENT
            else wrong_type(f"{path}/implementation", "a string", implementation)
        )
    implementation_version = value.get("implementation_version", ABSENT)
    if not isinstance(implementation_version, str):
        found.append(
            missing(path, "implementation_version")
            if implementation_version is ABSENT
            else wrong_type(f"{path}/implementation_version", "a string", implementation_version)
        )
    language_info = value.get("language_info", ABSENT)
    if language_info is ABSENT:
        found.append(missing(path, "language_info"))
    else:
        defs_LanguageInfo_v5_0(language_info, f"{path}/language_info", found)
    banner = value.get("banner", ABSENT)
    if not isinstance(banner, str):
        found.append(
            missing(path, "banner")
            if banner is ABSENT
            else wrong_type(f"{path}/banner", "a string", banner)
        )
    help_links = value.get("help_links", ABSENT)
    if help_links is not ABSENT:
        if not is_array(help_links):
            found.append(wrong_type(f"{path}/help_links", "an array", help_links))
        else:
            for index, item in enumerate(help_links):
                defs_HelpLink_v5_0(item, f"{path}/help_links/{index}", found)
    debugger = value.get("debugger", ABSENT)
    if debugger is not ABSENT:
        if not isinstance(debugger, bool):
            found.append(wrong_type(f"{path}/debugger", "a boolean", debugger))
        found.append(deprecated(f"{path}/debugger", "5.5"))
    supported_features = value.get("supported_features", ABSENT)
    if supported_features is not ABSENT:
        if not is_array(supported_features):
            found.append(wrong_type(f"{path}/supported_features", "an array", supported_features))
        else:
            for index_2, item_2 in enumerate(supported_features):
                if not isinstance(item_2, str):
                    found.append(
                        wrong_type(f"{path}/supported_features/{index_2}", "a string", item_2)
                    )
                elif item_2 not in ("debugger", "kernel subshells"):
                    found.append(
                        not_known(
                            f"{path}/supported_features/{index_2}",
                            ("debugger", "kernel subshells"),
                            item_2,
                        )
                    )


def message_v5_5(value: Any, path: str, found: list[Problem]) -> None:
    """message, as of 5.5."""
    if not is_object(value):
        found.append(wrong_type(path, "an object", value))
        return
    header = value.get("header", ABSENT)
    if header is ABSENT:
        found.append(missing(path, "header"))
    else:
        header_v5_5(header, f"{path}/header", found)
    parent_header = value.get("parent_header", ABSENT)
    if not is_object(parent_header):
        found.append(
            missing(path, "parent_header")
            if parent_header is ABSENT
            else wrong_type(f"{path}/parent_header", "an object", parent_header)
        )
    elif parent_header:
        header_v5_5(parent_header, f"{path}/parent_header", found)
    metadata = value.get("metadata", ABSENT)
    if not is_object(metadata):
        found.append(
            missing(path, "metadata")
            if metadata is ABSENT
            else wrong_type(f"{path}/metadata", "an object", metadata)
        )
    content = value.get("content", ABSENT)
    if not is_object(content):
        found.append(
            missing(path, "content")
            if content is ABSENT
            else wrong_type(f"{path}/content", "an object", content)
        )
    buffers = value.get("buffers", ABSENT)
    if buffers is not ABSENT:
        if not is_array(buffers):
            found.append(wrong_type(f"{path}/buffers", "an array", buffers))
        else:
            for index, item in enumerate(buffers):
                if not isinstance(item, str):
                    found.append(wrong_type(f"{path}/buffers/{index}", "a string", item))
    channel = value.get("channel", ABSENT)
    if channel is not ABSENT:
        if channel not in ("shell", "control", "stdin", "iopub"):
            found.append(
                not_in_enum(f"{path}/channel", ("shell", "control", "stdin", "iopub"), channel)
            )


def websocket_message_v5_5(value: Any, path: str, found: list[Problem]) -> None:
    """websocket_message, as of 5.5."""
    if not is_object(value):
        found.append(wrong_type(path, "an object", value))
        return
    message_v5_5(value, path, found)
    channel = value.get("channel", ABSENT)
    if channel not in ("shell", "control", "stdin", "iopub"):
        found.append(
            missing(path, "channel")
            if channel is ABSENT
            else not_in_enum(f"{path}/channel", ("shell", "control", "stdin", "iopub"), channel)
        )


def create_subshell_reply_v5_5(value: Any, path: str, found: list[Problem]) -> None:
    """CreateSubshellReply, as of 5.5."""
    if not is_object(value):
        found.append(wrong_type(path, "an object", value))
        return
    status = value.get("status", ABSENT)
    if status not in ("ok", "error", "aborted"):
        found.append(
            missing(path, "status")
            if status is ABSENT
            else not_in_enum(f"{path}/status", ("ok", "error", "aborted"), status)
        )
    if value.get("status") == "ok":
        create_subshell_reply_CreateSubshellReply_v5_5(value, path, found)
    if value.get("status") == "error":
        defs_ErrorReply_v5_0(value, path, found)
    if value.get("status") == "aborted":
        defs_AbortedReply_v5_1(value, path, found)


def create_subshell_reply_CreateSubshellReply_v5_5(
    value: Any, path: str, found: list[Problem]
) -> None:
    """CreateSubshellReply, as of 5.5."""
    if not is_object(value):
        found.append(wrong_type(path, "an object", value))
        return
    status = value.get("status", ABSENT)
    if status != "ok":
        found.append(
            missing(path, "status")
            if status is ABSENT
            else not_const(f"{path}/status", "ok", status)
        )
    subshell_id = value.get("subshell_id", ABSENT)
    if not isinstance(subshell_id, str):
        found.append(
            missing(path, "subshell_id")
            if subshell_id is ABSENT
            else wrong_type(f"{path}/subshell_id", "a string", subshell_id)
        )


def create_subshell_request_v5_5(value: Any, path: str, found: list[Problem]) -> None:
    """CreateSubshellRequest, as of 5.5."""
    if not is_object(value):
        found.append(wrong_type(path, "an object", value))


def dap_DapRequest_v5_5(value: Any, path: str, found: list[Problem]) -> None:
    """DapRequest, as of 5.5."""
    if not is_object(value):
        found.append(wrong_type(path, "an object", value))
        return
    seq = value.get("seq", ABSENT)
    if type(seq) is not int and not is_integer(seq):
        found.append(
            missing(path, "seq") if seq is ABSENT else wrong_type(f"{path}/seq", "an integer", seq)
        )
    type_2 = value.get("type", ABSENT)
    if type_2 != "request":
        found.append(
            missing(path, "type")
            if type_2 is ABSENT
            else not_const(f"{path}/type", "request", type_2)
        )
    command = value.get("command", ABSENT)
    if not isinstance(command, str):
        found.append(
            missing(path, "command")
            if command is ABSENT
            else wrong_type(f"{path}/command", "a string", command)
        )
    elif command not in (
        "dumpCell",
        "debugInfo",
        "inspectVariables",
        "richInspectVariables",
        "copyToGlobals",
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
    ):
        found.append(
            not_known(
                f"{path}/command",
                (
                    "dumpCell",
                    "debugInfo",
                    "inspectVariables",
                    "richInspectVariables",
                    "copyToGlobals",
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
                ),
                command,
            )
        )


def dap_DapResponse_v5_5(value: Any, path: str, found: list[Problem]) -> None:
    """DapResponse, as of 5.5."""
    if not is_object(value):
        found.append(wrong_type(path, "an object", value))
        return
    seq = value.get("seq", ABSENT)
    if type(seq) is not int and not is_integer(seq):
        found.append(
            missing(path, "seq") if seq is ABSENT else wrong_type(f"{path}/seq", "an integer", seq)
        )
    type_2 = value.get("type", ABSENT)
    if type_2 != "response":
        found.append(
            missing(path, "type")
            if type_2 is ABSENT
            else not_const(f"{path}/type", "response", type_2)
        )
    request_seq = value.get("request_seq", ABSENT)
    if type(request_seq) is not int and not is_integer(request_seq):
        found.append(
            missing(path, "request_seq")
            if request_seq is ABSENT
            else wrong_type(f"{path}/request_seq", "an integer", request_seq)
        )
    success = value.get("success", ABSENT)
    if not isinstance(success, bool):
        found.append(
            missing(path, "success")
            if success is ABSENT
            else wrong_type(f"{path}/success", "a boolean", success)
        )
    command = value.get("command", ABSENT)
    if not isinstance(command, str):
        found.append(
            missing(path, "command")
            if command is ABSENT
            else wrong_type(f"{path}/command", "a string", command)
        )
    message = value.get("message", ABSENT)
    if message is not ABSENT:
        if not isinstance(message, str):
            found.append(wrong_type(f"{path}/message", "a string", message))


def dap_DapEvent_v5_5(value: Any, path: str, found: list[Problem]) -> None:
    """DapEvent, as of 5.5."""
    if not is_object(value):
        found.append(wrong_type(path, "an object", value))
        return
    seq = value.get("seq", ABSENT)
    if type(seq) is not int and not is_integer(seq):
        found.append(
            missing(path, "seq") if seq is ABSENT else wrong_type(f"{path}/seq", "an integer", seq)
        )
    type_2 = value.get("type", ABSENT)
    if type_2 != "event":
        found.append(
            missing(path, "type")
            if type_2 is ABSENT
            else not_const(f"{path}/type", "event", type_2)
        )
    event = value.get("event", ABSENT)
    if not isinstance(event, str):
        found.append(
            missing(path, "event")
            if event is ABSENT
            else wrong_type(f"{path}/event", "a string", event)
        )
    elif event not in (
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
    ):
        found.append(
            not_known(
                f"{path}/event",
                (
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
                ),
                event,
            )
        )


def dap_SourceBreakpoint_v5_5(value: Any, path: str, found: list[Problem]) -> None:
    """SourceBreakpoint, as of 5.5."""
    if not is_object(value):
        found.append(wrong_type(path, "an object", value))
        return
    line = value.get("line", ABSENT)
    if type(line) is not int and not is_integer(line):
        found.append(
            missing(path, "line")
            if line is ABSENT
            else wrong_type(f"{path}/line", "an integer", line)
        )
    column = value.get("column", ABSENT)
    if column is not ABSENT:
        if type(column) is not int and not is_integer(column):
            found.append(wrong_type(f"{path}/column", "an integer", column))
    condition = value.get("condition", ABSENT)
    if condition is not ABSENT:
        if not isinstance(condition, str):
            found.append(wrong_type(f"{path}/condition", "a string", condition))
    hitCondition = value.get("hitCondition", ABSENT)
    if hitCondition is not ABSENT:
        if not isinstance(hitCondition, str):
            found.append(wrong_type(f"{path}/hitCondition", "a string", hitCondition))
    logMessage = value.get("logMessage", ABSENT)
    if logMessage is not ABSENT:
        if not isinstance(logMessage, str):
            found.append(wrong_type(f"{path}/logMessage", "a string", logMessage))


def dap_FileBreakpoints_v5_5(value: Any, path: str, found: list[Problem]) -> None:
    """FileBreakpoints, as of 5.5."""
    if not is_object(value):
        found.append(wrong_type(path, "an object", value))
        return
    source = value.get("source", ABSENT)
    if not isinstance(source, str):
        found.append(
            missing(path, "source")
            if source is ABSENT
            else wrong_type(f"{path}/source", "a string", source)
        )
    breakpoints = value.get("breakpoints", ABSENT)
    if not is_array(breakpoints):
        found.append(
            missing(path, "breakpoints")
            if breakpoints is ABSENT
            else wrong_type(f"{path}/breakpoints", "an array", breakpoints)
        )
    else:
        for index, item in enumerate(breakpoints):
            dap_SourceBreakpoint_v5_5(item, f"{path}/breakpoints/{index}", found)


def dap_DumpCellArguments_v5_5(value: Any, path: str, found: list[Problem]) -> None:
    """DumpCellArguments, as of 5.5."""
    if not is_object(value):
        found.append(wrong_type(path, "an object", value))
        return
    code = value.get("code", ABSENT)
    if not isinstance(code, str):
        found.append(
            missing(path, "code")
            if code is ABSENT
            else wrong_type(f"{path}/code", "a string", code)
        )


def dap_DumpCellBody_v5_5(value: Any, path: str, found: list[Problem]) -> None:
    """DumpCellBody, as of 5.5."""
    if not is_object(value):
        found.append(wrong_type(path, "an object", value))
        return
    sourcePath = value.get("sourcePath", ABSENT)
    if not isinstance(sourcePath, str):
        found.append(
            missing(path, "sourcePath")
            if sourcePath is ABSENT
            else wrong_type(f"{path}/sourcePath", "a string", sourcePath)
        )


def dap_DebugInfoBody_v5_5(value: Any, path: str, found: list[Problem]) -> None:
    """DebugInfoBody, as of 5.5."""
    if not is_object(value):
        found.append(wrong_type(path, "an object", value))
        return
    isStarted = value.get("isStarted", ABSENT)
    if not isinstance(isStarted, bool):
        found.append(
            missing(path, "isStarted")
            if isStarted is ABSENT
            else wrong_type(f"{path}/isStarted", "a boolean", isStarted)
        )
    hashMethod = value.get("hashMethod", ABSENT)
    if hashMethod is not ABSENT:
        if not isinstance(hashMethod, str):
            found.append(wrong_type(f"{path}/hashMethod", "a string", hashMethod))
    hashSeed = value.get("hashSeed", ABSENT)
    if not isinstance(hashSeed, str):
        found.append(
            missing(path, "hashSeed")
            if hashSeed is ABSENT
            else wrong_type(f"{path}/hashSeed", "a string", hashSeed)
        )
    tmpFilePrefix = value.get("tmpFilePrefix", ABSENT)
    if not isinstance(tmpFilePrefix, str):
        found.append(
            missing(path, "tmpFilePrefix")
            if tmpFilePrefix is ABSENT
            else wrong_type(f"{path}/tmpFilePrefix", "a string", tmpFilePrefix)
        )
    tmpFileSuffix = value.get("tmpFileSuffix", ABSENT)
    if not isinstance(tmpFileSuffix, str):
        found.append(
            missing(path, "tmpFileSuffix")
            if tmpFileSuffix is ABSENT
            else wrong_type(f"{path}/tmpFileSuffix", "a string", tmpFileSuffix)
        )
    breakpoints = value.get("breakpoints", ABSENT)
    if not is_array(breakpoints):
        found.append(
            missing(path, "breakpoints")
            if breakpoints is ABSENT
            else wrong_type(f"{path}/breakpoints", "an array", breakpoints)
        )
    else:
        for index, item in enumerate(breakpoints):
            dap_FileBreakpoints_v5_5(item, f"{path}/breakpoints/{index}", found)
    stoppedThreads = value.get("stoppedThreads", ABSENT)
    if not is_array(stoppedThreads):
        found.append(
            missing(path, "stoppedThreads")
            if stoppedThreads is ABSENT
            else wrong_type(f"{path}/stoppedThreads", "an array", stoppedThreads)
        )
    else:
        for index_2, item_2 in enumerate(stoppedThreads):
            if type(item_2) is not int and not is_integer(item_2):
                found.append(wrong_type(f"{path}/stoppedThreads/{index_2}", "an integer", item_2))
    richRendering = value.get("richRendering", ABSENT)
    if not isinstance(richRendering, bool):
        found.append(
            missing(path, "richRendering")
            if richRendering is ABSENT
            else wrong_type(f"{path}/richRendering", "a boolean", richRendering)
        )
    exceptionPaths = value.get("exceptionPaths", ABSENT)
    if not is_array(exceptionPaths):
        found.append(
            missing(path, "exceptionPaths")
            if exceptionPaths is ABSENT
            else wrong_type(f"{path}/exceptionPaths", "an array", exceptionPaths)
        )
    else:
        for index_3, item_3 in enumerate(exceptionPaths):
            if not isinstance(item_3, str):
                found.append(wrong_type(f"{path}/exceptionPaths/{index_3}", "a string", item_3))
    copyToGlobals = value.get("copyToGlobals", ABSENT)
    if copyToGlobals is not ABSENT:
        if not isinstance(copyToGlobals, bool):
            found.append(wrong_type(f"{path}/copyToGlobals", "a boolean", copyToGlobals))


def dap_InspectedVariable_v5_5(value: Any, path: str, found: list[Problem]) -> None:
    """InspectedVariable, as of 5.5."""
    if not is_object(value):
        found.append(wrong_type(path, "an object", value))
        return
    name = value.get("name", ABSENT)
    if not isinstance(name, str):
        found.append(
            missing(path, "name")
            if name is ABSENT
            else wrong_type(f"{path}/name", "a string", name)
        )
    variablesReference = value.get("variablesReference", ABSENT)
    if type(variablesReference) is not int and not is_integer(variablesReference):
        found.append(
            missing(path, "variablesReference")
            if variablesReference is ABSENT
            else wrong_type(f"{path}/variablesReference", "an integer", variablesReference)
        )
    value_2 = value.get("value", ABSENT)
    if not isinstance(value_2, str):
        found.append(
            missing(path, "value")
            if value_2 is ABSENT
            else wrong_type(f"{path}/value", "a string", value_2)
        )
    type_2 = value.get("type", ABSENT)
    if not isinstance(type_2, str):
        found.append(
            missing(path, "type")
            if type_2 is ABSENT
            else wrong_type(f"{path}/type", "a string", type_2)
        )


def dap_InspectVariablesBody_v5_5(value: Any, path: str, found: list[Problem]) -> None:
    """InspectVariablesBody, as of 5.5."""
    if not is_object(value):
        found.append(wrong_type(path, "an object", value))
        return
    variables = value.get("variables", ABSENT)
    if not is_array(variables):
        found.append(
            missing(path, "variables")
            if variables is ABSENT
            else wrong_type(f"{path}/variables", "an array", variables)
        )
    else:
        for index, item in enumerate(variables):
            dap_InspectedVariable_v5_5(item, f"{path}/variables/{index}", found)


def dap_RichInspectVariablesArguments_v5_5(value: Any, path: str, found: list[Problem]) -> None:
    """RichInspectVariablesArguments, as of 5.5."""
    if not is_object(value):
        found.append(wrong_type(path, "an object", value))
        return
    variableName = value.get("variableName", ABSENT)
    if not isinstance(variableName, str):
        found.append(
            missing(path, "variableName")
            if variableName is ABSENT
            else wrong_type(f"{path}/variableName", "a string", variableName)
        )
    frameId = value.get("frameId", ABSENT)
    if frameId is not ABSENT:
        if type(frameId) is not int and not is_integer(frameId):
            found.append(wrong_type(f"{path}/frameId", "an integer", frameId))


def dap_RichInspectVariablesBody_v5_5(value: Any, path: str, found: list[Problem]) -> None:
    """RichInspectVariablesBody, as of 5.5."""
    if not is_object(value):
        found.append(wrong_type(path, "an object", value))
        return
    data = value.get("data", ABSENT)
    if not is_object(data):
        found.append(
            missing(path, "data")
            if data is ABSENT
            else wrong_type(f"{path}/data", "an object", data)
        )
    metadata = value.get("metadata", ABSENT)
    if not is_object(metadata):
        found.append(
            missing(path, "metadata")
            if metadata is ABSENT
            else wrong_type(f"{path}/metadata", "an object", metadata)
        )


def dap_CopyToGlobalsArguments_v5_5(value: Any, path: str, found: list[Problem]) -> None:
    """CopyToGlobalsArguments, as of 5.5."""
    if not is_object(value):
        found.append(wrong_type(path, "an object", value))
        return
    srcVariableName = value.get("srcVariableName", ABSENT)
    if not isinstance(srcVariableName, str):
        found.append(
            missing(path, "srcVariableName")
            if srcVariableName is ABSENT
            else wrong_type(f"{path}/srcVariableName", "a string", srcVariableName)
        )
    srcFrameId = value.get("srcFrameId", ABSENT)
    if type(srcFrameId) is not int and not is_integer(srcFrameId):
        found.append(
            missing(path, "srcFrameId")
            if srcFrameId is ABSENT
            else wrong_type(f"{path}/srcFrameId", "an integer", srcFrameId)
        )
    dstVariableName = value.get("dstVariableName", ABSENT)
    if not isinstance(dstVariableName, str):
        found.append(
            missing(path, "dstVariableName")
            if dstVariableName is ABSENT
            else wrong_type(f"{path}/dstVariableName", "a string", dstVariableName)
        )


def dap_CopyToGlobalsBody_v5_5(value: Any, path: str, found: list[Problem]) -> None:
    """CopyToGlobalsBody, as of 5.5."""
    if not is_object(value):
        found.append(wrong_type(path, "an object", value))
        return
    value_2 = value.get("value", ABSENT)
    if not isinstance(value_2, str):
        found.append(
            missing(path, "value")
            if value_2 is ABSENT
            else wrong_type(f"{path}/value", "a string", value_2)
        )
    type_2 = value.get("type", ABSENT)
    if not isinstance(type_2, str):
        found.append(
            missing(path, "type")
            if type_2 is ABSENT
            else wrong_type(f"{path}/type", "a string", type_2)
        )
    variablesReference = value.get("variablesReference", ABSENT)
    if type(variablesReference) is not int and not is_integer(variablesReference):
        found.append(
            missing(path, "variablesReference")
            if variablesReference is ABSENT
            else wrong_type(f"{path}/variablesReference", "an integer", variablesReference)
        )


def debug_event_v5_5(value: Any, path: str, found: list[Problem]) -> None:
    """DebugEvent, as of 5.5."""
    if not is_object(value):
        found.append(wrong_type(path, "an object", value))
        return
    dap_DapEvent_v5_5(value, path, found)


def debug_reply_v5_5(value: Any, path: str, found: list[Problem]) -> None:
    """DebugReply, as of 5.5."""
    if not is_object(value):
        found.append(wrong_type(path, "an object", value))
        return
    dap_DapResponse_v5_5(value, path, found)
    if value.get("command") == "dumpCell" and value.get("success") is True:
        body = value.get("body", ABSENT)
        if body is ABSENT:
            found.append(missing(path, "body"))
        else:
            dap_DumpCellBody_v5_5(body, f"{path}/body", found)
    if value.get("command") == "debugInfo" and value.get("success") is True:
        body_2 = value.get("body", ABSENT)
        if body_2 is ABSENT:
            found.append(missing(path, "body"))
        else:
            dap_DebugInfoBody_v5_5(body_2, f"{path}/body", found)
    if value.get("command") == "inspectVariables" and value.get("success") is True:
        body_3 = value.get("body", ABSENT)
        if body_3 is ABSENT:
            found.append(missing(path, "body"))
        else:
            dap_InspectVariablesBody_v5_5(body_3, f"{path}/body", found)
    if value.get("command") == "richInspectVariables" and value.get("success") is True:
        body_4 = value.get("body", ABSENT)
        if body_4 is ABSENT:
            found.append(missing(path, "body"))
        else:
            dap_RichInspectVariablesBody_v5_5(body_4, f"{path}/body", found)
    if value.get("command") == "copyToGlobals" and value.get("success") is True:
        body_5 = value.get("body", ABSENT)
        if body_5 is ABSENT:
            found.append(missing(path, "body"))
        else:
            dap_CopyToGlobalsBody_v5_5(body_5, f"{path}/body", found)


def debug_request_v5_5(value: Any, path: str, found: list[Problem]) -> None:
    """DebugRequest, as of 5.5."""
    if not is_object(value):
        found.append(wrong_type(path, "an object", value))
        return
    dap_DapRequest_v5_5(value, path, found)
    if value.get("command") == "dumpCell":
        arguments = value.get("arguments", ABSENT)
        if arguments is ABSENT:
            found.append(missing(path, "arguments"))
        else:
            dap_DumpCellArguments_v5_5(arguments, f"{path}/arguments", found)
    if value.get("command") == "richInspectVariables":
        arguments_2 = value.get("arguments", ABSENT)
        if arguments_2 is ABSENT:
            found.append(missing(path, "arguments"))
        else:
            dap_RichInspectVariablesArguments_v5_5(arguments_2, f"{path}/arguments", found)
    if value.get("command") == "copyToGlobals":
        arguments_3 = value.get("arguments", ABSENT)
        if arguments_3 is ABSENT:
            found.append(missing(path, "arguments"))
        else:
            dap_CopyToGlobalsArguments_v5_5(arguments_3, f"{path}/arguments", found)


def delete_subshell_reply_v5_5(value: Any, path: str, found: list[Problem]) -> None:
    """DeleteSubshellReply, as of 5.5."""
    if not is_object(value):
        found.append(wrong_type(path, "an object", value))
        return
    status = value.get("status", ABSENT)
    if status not in ("ok", "error", "aborted"):
        found.append(
            missing(path, "status")
            if status is ABSENT
            else not_in_enum(f"{path}/status", ("ok", "error", "aborted"), status)
        )
    if value.get("status") == "ok":
        delete_subshell_reply_DeleteSubshellReply_v5_5(value, path, found)
    if value.get("status") == "error":
        defs_ErrorReply_v5_0(value, path, found)
    if value.get("status") == "aborted":
        defs_AbortedReply_v5_1(value, path, found)


def delete_subshell_reply_DeleteSubshellReply_v5_5(
    value: Any, path: str, found: list[Problem]
) -> None:
    """DeleteSubshellReply, as of 5.5."""
    if not is_object(value):
        found.append(wrong_type(path, "an object", value))
        return
    status = value.get("status", ABSENT)
    if status != "ok":
        found.append(
            missing(path, "status")
            if status is ABSENT
            else not_const(f"{path}/status", "ok", status)
        )


def delete_subshell_request_v5_5(value: Any, path: str, found: list[Problem]) -> None:
    """DeleteSubshellRequest, as of 5.5."""
    if not is_object(value):
        found.append(wrong_type(path, "an object", value))
        return
    subshell_id = value.get("subshell_id", ABSENT)
    if not isinstance(subshell_id, str):
        found.append(
            missing(path, "subshell_id")
            if subshell_id is ABSENT
            else wrong_type(f"{path}/subshell_id", "a string", subshell_id)
        )


def iopub_welcome_v5_5(value: Any, path: str, found: list[Problem]) -> None:
    """IopubWelcome, as of 5.5."""
    if not is_object(value):
        found.append(wrong_type(path, "an object", value))
        return
    subscription = value.get("subscription", ABSENT)
    if not isinstance(subscription, str):
        found.append(
            missing(path, "subscription")
            if subscription is ABSENT
            else wrong_type(f"{path}/subscription", "a string", subscription)
        )


def list_subshell_reply_v5_5(value: Any, path: str, found: list[Problem]) -> None:
    """ListSubshellReply, as of 5.5."""
    if not is_object(value):
        found.append(wrong_type(path, "an object", value))
        return
    status = value.get("status", ABSENT)
    if status not in ("ok", "error", "aborted"):
        found.append(
            missing(path, "status")
            if status is ABSENT
            else not_in_enum(f"{path}/status", ("ok", "error", "aborted"), status)
        )
    if value.get("status") == "ok":
        list_subshell_reply_ListSubshellReply_v5_5(value, path, found)
    if value.get("status") == "error":
        defs_ErrorReply_v5_0(value, path, found)
    if value.get("status") == "aborted":
        defs_AbortedReply_v5_1(value, path, found)


def list_subshell_reply_ListSubshellReply_v5_5(value: Any, path: str, found: list[Problem]) -> None:
    """ListSubshellReply, as of 5.5."""
    if not is_object(value):
        found.append(wrong_type(path, "an object", value))
        return
    status = value.get("status", ABSENT)
    if status != "ok":
        found.append(
            missing(path, "status")
            if status is ABSENT
            else not_const(f"{path}/status", "ok", status)
        )
    subshell_id = value.get("subshell_id", ABSENT)
    if not is_array(subshell_id):
        found.append(
            missing(path, "subshell_id")
            if subshell_id is ABSENT
            else wrong_type(f"{path}/subshell_id", "an array", subshell_id)
        )
    else:
        for index, item in enumerate(subshell_id):
            if not isinstance(item, str):
                found.append(wrong_type(f"{path}/subshell_id/{index}", "a string", item))


def list_subshell_request_v5_5(value: Any, path: str, found: list[Problem]) -> None:
    """ListSubshellRequest, as of 5.5."""
    if not is_object(value):
        found.append(wrong_type(path, "an object", value))


def connection_file_v5_6(value: Any, path: str, found: list[Problem]) -> None:
    """ConnectionFile, as of 5.6."""
    if not is_object(value):
        found.append(wrong_type(path, "an object", value))
        return
    transport = value.get("transport", ABSENT)
    if not isinstance(transport, str):
        found.append(
            missing(path, "transport")
            if transport is ABSENT
            else wrong_type(f"{path}/transport", "a string", transport)
        )
    elif transport not in ("tcp", "ipc", "inproc"):
        found.append(not_known(f"{path}/transport", ("tcp", "ipc", "inproc"), transport))
    ip = value.get("ip", ABSENT)
    if not isinstance(ip, str):
        found.append(
            missing(path, "ip") if ip is ABSENT else wrong_type(f"{path}/ip", "a string", ip)
        )
    shell_port = value.get("shell_port", ABSENT)
    if type(shell_port) is not int and not is_integer(shell_port):
        found.append(
            missing(path, "shell_port")
            if shell_port is ABSENT
            else wrong_type(f"{path}/shell_port", "an integer", shell_port)
        )
    else:
        if shell_port < 0:
            found.append(out_of_bounds(f"{path}/shell_port", "minimum", "at least", 0, shell_port))
        if shell_port > 65535:
            found.append(
                out_of_bounds(f"{path}/shell_port", "maximum", "at most", 65535, shell_port)
            )
    control_port = value.get("control_port", ABSENT)
    if type(control_port) is not int and not is_integer(control_port):
        found.append(
            missing(path, "control_port")
            if control_port is ABSENT
            else wrong_type(f"{path}/control_port", "an integer", control_port)
        )
    else:
        if control_port < 0:
            found.append(
                out_of_bounds(f"{path}/control_port", "minimum", "at least", 0, control_port)
            )
        if control_port > 65535:
            found.append(
                out_of_bounds(f"{path}/control_port", "maximum", "at most", 65535, control_port)
            )
    stdin_port = value.get("stdin_port", ABSENT)
    if type(stdin_port) is not int and not is_integer(stdin_port):
        found.append(
            missing(path, "stdin_port")
            if stdin_port is ABSENT
            else wrong_type(f"{path}/stdin_port", "an integer", stdin_port)
        )
    else:
        if stdin_port < 0:
            found.append(out_of_bounds(f"{path}/stdin_port", "minimum", "at least", 0, stdin_port))
        if stdin_port > 65535:
            found.append(
                out_of_bounds(f"{path}/stdin_port", "maximum", "at most", 65535, stdin_port)
            )
    iopub_port = value.get("iopub_port", ABSENT)
    if type(iopub_port) is not int and not is_integer(iopub_port):
        found.append(
            missing(path, "iopub_port")
            if iopub_port is ABSENT
            else wrong_type(f"{path}/iopub_port", "an integer", iopub_port)
        )
    else:
        if iopub_port < 0:
            found.append(out_of_bounds(f"{path}/iopub_port", "minimum", "at least", 0, iopub_port))
        if iopub_port > 65535:
            found.append(
                out_of_bounds(f"{path}/iopub_port", "maximum", "at most", 65535, iopub_port)
            )
    hb_port = value.get("hb_port", ABSENT)
    if type(hb_port) is not int and not is_integer(hb_port):
        found.append(
            missing(path, "hb_port")
            if hb_port is ABSENT
            else wrong_type(f"{path}/hb_port", "an integer", hb_port)
        )
    else:
        if hb_port < 0:
            found.append(out_of_bounds(f"{path}/hb_port", "minimum", "at least", 0, hb_port))
        if hb_port > 65535:
            found.append(out_of_bounds(f"{path}/hb_port", "maximum", "at most", 65535, hb_port))
    signature_scheme = value.get("signature_scheme", ABSENT)
    if not isinstance(signature_scheme, str):
        found.append(
            missing(path, "signature_scheme")
            if signature_scheme is ABSENT
            else wrong_type(f"{path}/signature_scheme", "a string", signature_scheme)
        )
    elif signature_scheme not in ("hmac-sha256", "hmac-sha512", "hmac-md5"):
        found.append(
            not_known(
                f"{path}/signature_scheme",
                ("hmac-sha256", "hmac-sha512", "hmac-md5"),
                signature_scheme,
            )
        )
    key = value.get("key", ABSENT)
    if not isinstance(key, str):
        found.append(
            missing(path, "key") if key is ABSENT else wrong_type(f"{path}/key", "a string", key)
        )
    curve_publickey = value.get("curve_publickey", ABSENT)
    if curve_publickey is not ABSENT:
        if not isinstance(curve_publickey, str):
            found.append(wrong_type(f"{path}/curve_publickey", "a string", curve_publickey))
        else:
            if len(curve_publickey) < 40:
                found.append(
                    out_of_bounds(
                        f"{path}/curve_publickey", "minLength", "at least", 40, curve_publickey
                    )
                )
            if len(curve_publickey) > 40:
                found.append(
                    out_of_bounds(
                        f"{path}/curve_publickey", "maxLength", "at most", 40, curve_publickey
                    )
                )
    curve_secretkey = value.get("curve_secretkey", ABSENT)
    if curve_secretkey is not ABSENT:
        if not isinstance(curve_secretkey, str):
            found.append(wrong_type(f"{path}/curve_secretkey", "a string", curve_secretkey))
        else:
            if len(curve_secretkey) < 40:
                found.append(
                    out_of_bounds(
                        f"{path}/curve_secretkey", "minLength", "at least", 40, curve_secretkey
                    )
                )
            if len(curve_secretkey) > 40:
                found.append(
                    out_of_bounds(
                        f"{path}/curve_secretkey", "maxLength", "at most", 40, curve_secretkey
                    )
                )


def kernelspec_v5_6(value: Any, path: str, found: list[Problem]) -> None:
    """Kernelspec, as of 5.6."""
    if not is_object(value):
        found.append(wrong_type(path, "an object", value))
        return
    argv = value.get("argv", ABSENT)
    if not is_array(argv):
        found.append(
            missing(path, "argv")
            if argv is ABSENT
            else wrong_type(f"{path}/argv", "an array", argv)
        )
    else:
        if len(argv) < 1:
            found.append(out_of_bounds(f"{path}/argv", "minItems", "at least", 1, argv))
        for index, item in enumerate(argv):
            if not isinstance(item, str):
                found.append(wrong_type(f"{path}/argv/{index}", "a string", item))
    display_name = value.get("display_name", ABSENT)
    if not isinstance(display_name, str):
        found.append(
            missing(path, "display_name")
            if display_name is ABSENT
            else wrong_type(f"{path}/display_name", "a string", display_name)
        )
    language = value.get("language", ABSENT)
    if not isinstance(language, str):
        found.append(
            missing(path, "language")
            if language is ABSENT
            else wrong_type(f"{path}/language", "a string", language)
        )
    env = value.get("env", ABSENT)
    if env is not ABSENT:
        if not is_object(env):
            found.append(wrong_type(f"{path}/env", "an object", env))
        else:
            for key, item_2 in env.items():
                if not isinstance(item_2, str):
                    found.append(wrong_type(f"{path}/env/{token(key)}", "a string", item_2))
    metadata = value.get("metadata", ABSENT)
    if metadata is not ABSENT:
        if not is_object(metadata):
            found.append(wrong_type(f"{path}/metadata", "an object", metadata))
        else:
            supported_encryption = metadata.get("supported_encryption", ABSENT)
            if supported_encryption is not ABSENT:
                if not is_array(supported_encryption):
                    found.append(
                        wrong_type(
                            f"{path}/metadata/supported_encryption",
                            "an array",
                            supported_encryption,
                        )
                    )
                else:
                    for index_2, item_3 in enumerate(supported_encryption):
                        if not isinstance(item_3, str):
                            found.append(
                                wrong_type(
                                    f"{path}/metadata/supported_encryption/{index_2}",
                                    "a string",
                                    item_3,
                                )
                            )
                        elif item_3 not in ("curve",):
                            found.append(
                                not_known(
                                    f"{path}/metadata/supported_encryption/{index_2}",
                                    ("curve",),
                                    item_3,
                                )
                            )
    interrupt_mode = value.get("interrupt_mode", ABSENT)
    if interrupt_mode is not ABSENT:
        if interrupt_mode not in ("signal", "message"):
            found.append(
                not_in_enum(f"{path}/interrupt_mode", ("signal", "message"), interrupt_mode)
            )
    kernel_protocol_version = value.get("kernel_protocol_version", ABSENT)
    if kernel_protocol_version is not ABSENT:
        if not isinstance(kernel_protocol_version, str):
            found.append(
                wrong_type(f"{path}/kernel_protocol_version", "a string", kernel_protocol_version)
            )
        elif not _pattern_2(kernel_protocol_version):
            found.append(
                no_match(
                    f"{path}/kernel_protocol_version", "^[0-9]+\\.[0-9]+", kernel_protocol_version
                )
            )


def kernel_registration_v5_6(value: Any, path: str, found: list[Problem]) -> None:
    """KernelRegistration, as of 5.6."""
    if not is_object(value):
        found.append(wrong_type(path, "an object", value))
        return
    kernel_id = value.get("kernel_id", ABSENT)
    if not isinstance(kernel_id, str):
        found.append(
            missing(path, "kernel_id")
            if kernel_id is ABSENT
            else wrong_type(f"{path}/kernel_id", "a string", kernel_id)
        )
    control_port = value.get("control_port", ABSENT)
    if not isinstance(control_port, str):
        found.append(
            missing(path, "control_port")
            if control_port is ABSENT
            else wrong_type(f"{path}/control_port", "a string", control_port)
        )
    shell_port = value.get("shell_port", ABSENT)
    if not isinstance(shell_port, str):
        found.append(
            missing(path, "shell_port")
            if shell_port is ABSENT
            else wrong_type(f"{path}/shell_port", "a string", shell_port)
        )
    stdin_port = value.get("stdin_port", ABSENT)
    if not isinstance(stdin_port, str):
        found.append(
            missing(path, "stdin_port")
            if stdin_port is ABSENT
            else wrong_type(f"{path}/stdin_port", "a string", stdin_port)
        )
    iopub_port = value.get("iopub_port", ABSENT)
    if not isinstance(iopub_port, str):
        found.append(
            missing(path, "iopub_port")
            if iopub_port is ABSENT
            else wrong_type(f"{path}/iopub_port", "a string", iopub_port)
        )
    hb_port = value.get("hb_port", ABSENT)
    if not isinstance(hb_port, str):
        found.append(
            missing(path, "hb_port")
            if hb_port is ABSENT
            else wrong_type(f"{path}/hb_port", "a string", hb_port)
        )


def registration_file_v5_6(value: Any, path: str, found: list[Problem]) -> None:
    """RegistrationFile, as of 5.6."""
    if not is_object(value):
        found.append(wrong_type(path, "an object", value))
        return
    kernel_id = value.get("kernel_id", ABSENT)
    if not isinstance(kernel_id, str):
        found.append(
            missing(path, "kernel_id")
            if kernel_id is ABSENT
            else wrong_type(f"{path}/kernel_id", "a string", kernel_id)
        )
    transport = value.get("transport", ABSENT)
    if not isinstance(transport, str):
        found.append(
            missing(path, "transport")
            if transport is ABSENT
            else wrong_type(f"{path}/transport", "a string", transport)
        )
    elif transport not in ("tcp", "ipc", "inproc"):
        found.append(not_known(f"{path}/transport", ("tcp", "ipc", "inproc"), transport))
    registration_ip = value.get("registration_ip", ABSENT)
    if not isinstance(registration_ip, str):
        found.append(
            missing(path, "registration_ip")
            if registration_ip is ABSENT
            else wrong_type(f"{path}/registration_ip", "a string", registration_ip)
        )
    registration_port = value.get("registration_port", ABSENT)
    if type(registration_port) is not int and not is_integer(registration_port):
        found.append(
            missing(path, "registration_port")
            if registration_port is ABSENT
            else wrong_type(f"{path}/registration_port", "an integer", registration_port)
        )
    else:
        if registration_port < 0:
            found.append(
                out_of_bounds(
                    f"{path}/registration_port", "minimum", "at least", 0, registration_port
                )
            )
        if registration_port > 65535:
            found.append(
                out_of_bounds(
                    f"{path}/registration_port", "maximum", "at most", 65535, registration_port
                )
            )
    signature_scheme = value.get("signature_scheme", ABSENT)
    if not isinstance(signature_scheme, str):
        found.append(
            missing(path, "signature_scheme")
            if signature_scheme is ABSENT
            else wrong_type(f"{path}/signature_scheme", "a string", signature_scheme)
        )
    elif signature_scheme not in ("hmac-sha256", "hmac-sha512", "hmac-md5"):
        found.append(
            not_known(
                f"{path}/signature_scheme",
                ("hmac-sha256", "hmac-sha512", "hmac-md5"),
                signature_scheme,
            )
        )
    key = value.get("key", ABSENT)
    if not isinstance(key, str):
        found.append(
            missing(path, "key") if key is ABSENT else wrong_type(f"{path}/key", "a string", key)
        )


_CONTENTS_5_0: dict[str, Validator] = {
    "clear_output": clear_output_v5_0,
    "comm_close": comm_close_v5_0,
    "comm_msg": comm_msg_v5_0,
    "comm_open": comm_open_v5_0,
    "complete_reply": complete_reply_v5_0,
    "complete_request": complete_request_v5_0,
    "connect_reply": connect_reply_v5_0,
    "connect_request": connect_request_v5_0,
    "display_data": display_data_v5_0,
    "error": error_v5_0,
    "execute_input": execute_input_v5_0,
    "execute_reply": execute_reply_v5_0,
    "execute_request": execute_request_v5_0,
    "execute_result": execute_result_v5_0,
    "history_reply": history_reply_v5_0,
    "history_request": history_request_v5_0,
    "input_reply": input_reply_v5_0,
    "input_request": input_request_v5_0,
    "inspect_reply": inspect_reply_v5_0,
    "inspect_request": inspect_request_v5_0,
    "is_complete_reply": is_complete_reply_v5_0,
    "is_complete_request": is_complete_request_v5_0,
    "kernel_info_reply": kernel_info_reply_v5_0,
    "kernel_info_request": kernel_info_request_v5_0,
    "shutdown_reply": shutdown_reply_v5_0,
    "shutdown_request": shutdown_request_v5_0,
    "status": status_v5_0,
    "stream": stream_v5_0,
}

_CONTENTS_5_1: dict[str, Validator] = {
    **_CONTENTS_5_0,
    "complete_reply": complete_reply_v5_1,
    "connect_reply": connect_reply_v5_1,
    "display_data": display_data_v5_1,
    "execute_reply": execute_reply_v5_1,
    "execute_result": execute_result_v5_1,
    "history_reply": history_reply_v5_1,
    "inspect_reply": inspect_reply_v5_1,
    "is_complete_reply": is_complete_reply_v5_1,
    "kernel_info_reply": kernel_info_reply_v5_1,
    "shutdown_reply": shutdown_reply_v5_1,
    "comm_info_reply": comm_info_reply_v5_1,
    "comm_info_request": comm_info_request_v5_1,
    "update_display_data": update_display_data_v5_1,
}

_CONTENTS_5_2: dict[str, Validator] = {
    **_CONTENTS_5_1,
}

_CONTENTS_5_3: dict[str, Validator] = {
    **_CONTENTS_5_2,
    "interrupt_reply": interrupt_reply_v5_3,
    "interrupt_request": interrupt_request_v5_3,
}

_CONTENTS_5_4: dict[str, Validator] = {
    **_CONTENTS_5_3,
}

_CONTENTS_5_5: dict[str, Validator] = {
    **_CONTENTS_5_4,
    "kernel_info_reply": kernel_info_reply_v5_5,
    "create_subshell_reply": create_subshell_reply_v5_5,
    "create_subshell_request": create_subshell_request_v5_5,
    "debug_event": debug_event_v5_5,
    "debug_reply": debug_reply_v5_5,
    "debug_request": debug_request_v5_5,
    "delete_subshell_reply": delete_subshell_reply_v5_5,
    "delete_subshell_request": delete_subshell_request_v5_5,
    "iopub_welcome": iopub_welcome_v5_5,
    "list_subshell_reply": list_subshell_reply_v5_5,
    "list_subshell_request": list_subshell_request_v5_5,
}

_CONTENTS_5_6: dict[str, Validator] = {
    **_CONTENTS_5_5,
}

CONTENTS: Mapping[str, Mapping[str, Validator]] = MappingProxyType(
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
"""By version and message type: who judges the content."""

_DOCUMENTS_5_0: dict[str, Validator] = {
    "ask_exit_payload": ask_exit_payload_v5_0,
    "connection_file": connection_file_v5_0,
    "error_reply": defs_ErrorReply_v5_0,
    "aborted_reply": defs_AbortedReply_v5_0,
    "expression_result": defs_ExpressionResult_v5_0,
    "language_info": defs_LanguageInfo_v5_0,
    "help_link": defs_HelpLink_v5_0,
    "edit_magic_payload": edit_magic_payload_v5_0,
    "header": header_v5_0,
    "kernelspec": kernelspec_v5_0,
    "message": message_v5_0,
    "reply": message_Reply_v5_0,
    "page_payload": page_payload_v5_0,
    "set_next_input_payload": set_next_input_payload_v5_0,
    "websocket_message": websocket_message_v5_0,
}

_DOCUMENTS_5_1: dict[str, Validator] = {
    **_DOCUMENTS_5_0,
    "aborted_reply": defs_AbortedReply_v5_1,
    "comm_info": defs_CommInfo_v5_1,
    "transient": defs_Transient_v5_1,
    "header": header_v5_1,
    "message": message_v5_1,
    "websocket_message": websocket_message_v5_1,
}

_DOCUMENTS_5_2: dict[str, Validator] = {
    **_DOCUMENTS_5_1,
}

_DOCUMENTS_5_3: dict[str, Validator] = {
    **_DOCUMENTS_5_2,
    "kernelspec": kernelspec_v5_3,
}

_DOCUMENTS_5_4: dict[str, Validator] = {
    **_DOCUMENTS_5_3,
}

_DOCUMENTS_5_5: dict[str, Validator] = {
    **_DOCUMENTS_5_4,
    "header": header_v5_5,
    "message": message_v5_5,
    "websocket_message": websocket_message_v5_5,
    "dap_request": dap_DapRequest_v5_5,
    "dap_response": dap_DapResponse_v5_5,
    "dap_event": dap_DapEvent_v5_5,
    "source_breakpoint": dap_SourceBreakpoint_v5_5,
    "file_breakpoints": dap_FileBreakpoints_v5_5,
    "dump_cell_arguments": dap_DumpCellArguments_v5_5,
    "dump_cell_body": dap_DumpCellBody_v5_5,
    "debug_info_body": dap_DebugInfoBody_v5_5,
    "inspected_variable": dap_InspectedVariable_v5_5,
    "inspect_variables_body": dap_InspectVariablesBody_v5_5,
    "rich_inspect_variables_arguments": dap_RichInspectVariablesArguments_v5_5,
    "rich_inspect_variables_body": dap_RichInspectVariablesBody_v5_5,
    "copy_to_globals_arguments": dap_CopyToGlobalsArguments_v5_5,
    "copy_to_globals_body": dap_CopyToGlobalsBody_v5_5,
}

_DOCUMENTS_5_6: dict[str, Validator] = {
    **_DOCUMENTS_5_5,
    "connection_file": connection_file_v5_6,
    "kernelspec": kernelspec_v5_6,
    "kernel_registration": kernel_registration_v5_6,
    "registration_file": registration_file_v5_6,
}

DOCUMENTS: Mapping[str, Mapping[str, Validator]] = MappingProxyType(
    {
        "5.0": MappingProxyType(_DOCUMENTS_5_0),
        "5.1": MappingProxyType(_DOCUMENTS_5_1),
        "5.2": MappingProxyType(_DOCUMENTS_5_2),
        "5.3": MappingProxyType(_DOCUMENTS_5_3),
        "5.4": MappingProxyType(_DOCUMENTS_5_4),
        "5.5": MappingProxyType(_DOCUMENTS_5_5),
        "5.6": MappingProxyType(_DOCUMENTS_5_6),
    }
)
"""By version and name: who judges what is not the content of a message."""
