"""The scenario, as data: what is asked of every kernel, in order. `player.py` plays it.

Read `FULL` from top to bottom; each line is one message and what to wait for. The words used here
are defined in `steps.py`, the code that each kernel is given in `snippets/`.
"""

from __future__ import annotations

from tests.recording.steps import (
    AnyStep,
    Code,
    Heartbeat,
    Ref,
    Settle,
    Step,
    ask,
    at_end,
    comm,
    dap,
    history,
    run,
)

START: list[AnyStep] = [
    # The first echo shows that the kernel is up. Asked before, kernels that publish without
    # iopub_welcome would lose their first status messages: our subscription would come too late.
    Heartbeat(b"are you there?", patience=60.0),
    Step("kernel_info", "kernel_info_request", patience=60.0),
    Step("kernel_info on control", "kernel_info_request", channel="control", patience=3.0),
    Heartbeat(b"ping \x00\xff kernelwire"),
]

OUTPUT: list[AnyStep] = [
    run("stdout"),
    run("stderr"),
    run("result"),
    run("nothing"),
    run("empty"),
    run("astral"),
    run("display"),
    run("rich"),
    run("rich_result"),
    run("image"),
    run("json"),
    run("javascript"),
    run("plot"),
    run("update"),
    run("update_later"),
    run("clear"),
    run("warning"),
    run("error"),
    run("throw_text"),
    run("syntax_error"),
    run("trailing_backslash"),
    run("odd_text"),
    run("raw_byte"),
    run("odd_characters"),
    run("odd_json"),
    run("big_json"),
    run("late"),
    Settle(quiet=1.0),
    run("page"),
    run("set_next_input"),
    run("load"),
    run("edit"),
    run("ask_exit"),
]

EXECUTE_OPTIONS: list[AnyStep] = [
    run("result", how={"user_expressions": Code("expressions")}),
    run("stdout", how={"silent": True, "store_history": False}),
    run("error", how={"silent": True, "store_history": False}),
    run("result", how={"store_history": False}),
    # A queue behind an error: what waits is aborted …
    run("slow_error", until="sent"),
    run("result", until="sent"),
    run("stdout", until="sent"),
    run("nothing", until="sent"),
    Step("kernel_info in the queue", "kernel_info_request", patience=5.0),
    Settle(patience=5.0),
    # … unless the request says that it should go on.
    run("slow_error", how={"stop_on_error": False}, until="sent"),
    run("result"),
    Settle(),
]

INPUT: list[AnyStep] = [
    run("input", how={"allow_stdin": True}, answers=("Ada 🐱",)),
    run("password", how={"allow_stdin": True}, answers=("s3cret",)),
    run("input"),
]

QUESTIONS: list[AnyStep] = [
    at_end("complete_request", "complete"),
    at_end("complete_request", "complete_attribute"),
    at_end("complete_request", "complete_astral"),
    at_end("complete_request", "complete_nothing"),
    Step(
        "complete at 0",
        "complete_request",
        {"code": Code("complete"), "cursor_pos": 0},
        patience=3.0,
    ),
    at_end("inspect_request", "inspect", detail_level=0),
    at_end("inspect_request", "inspect_own", detail_level=1),
    at_end("inspect_request", "inspect_nothing", detail_level=0),
    ask("is_complete_request", name="is_complete complete", code=Code("is_complete")),
    ask("is_complete_request", name="is_complete incomplete", code=Code("is_incomplete")),
    ask("is_complete_request", name="is_complete invalid", code=Code("is_invalid")),
    history("tail", n=5),
    history("tail", n=3, output=True),
    history("range", session=0, start=1, stop=4),
    history("search", n=3, pattern=Code("history_pattern"), unique=True),
    Step("connect", "connect_request", patience=3.0),
]

COMMS: list[AnyStep] = [
    ask("comm_info_request", name="comm_info"),
    comm("comm_open", "kw-unknown", {}, target="kernelwire.nobody"),
    run("comm_echo"),
    comm("comm_open", "kw-echo", {"hello": 1}, target="kernelwire.echo"),
    ask("comm_info_request", name="comm_info of a target", target_name="kernelwire.echo"),
    comm("comm_msg", "kw-echo", {"n": 1}, buffers=(b"\x00\x01\x02", b"<IDS|MSG>", b"")),
    comm("comm_close", "kw-echo", {}),
    comm("comm_msg", "kw-echo", {"to": "nobody"}),
    run("comm_kernel"),
    ask("comm_info_request", name="comm_info of all"),
    run("comm_kernel_close"),
]

WIDGETS: list[AnyStep] = [
    run("slider", keep={"slider": "comm_open comm_id"}),
    comm("comm_msg", Ref("slider"), {"method": "update", "state": {"value": 42}, "buffer_paths": []}),
    comm("comm_msg", Ref("slider"), {"method": "request_state"}),
    run("slider_value"),
    run("button", keep={"button": "comm_open comm_id"}),
    comm("comm_msg", Ref("button"), {"method": "custom", "content": {"event": "click"}}),
    run("picture", keep={"picture": "comm_open comm_id"}),
    comm(
        "comm_msg",
        Ref("picture"),
        {"method": "update", "state": {}, "buffer_paths": [["value"]]},
        buffers=(b"\x89PNG\r\n\x1a\n",),
    ),
    comm("comm_close", Ref("slider"), {}),
]

CELL = {"path": Ref("cell")}
DEBUGGER: list[AnyStep] = [
    # Some kernels say that they have a debugger and then never answer it: ask no more of those.
    dap("debugInfo", needs="debugger", patience=3.0, keep={"debugging": "debug_reply success"}),
    dap(
        "initialize",
        {
            "clientID": "kernelwire",
            "adapterID": "",
            "pathFormat": "path",
            "linesStartAt1": True,
            "columnsStartAt1": True,
            "supportsVariableType": True,
            "locale": "en",
        },
    ),
    # The reply to attach comes only after configurationDone in some debuggers.
    dap("attach"),
    dap("dumpCell", {"code": Code("debug_cell")}, keep={"cell": "debug_reply body.sourcePath"}),
    dap("setBreakpoints", {"source": CELL, "breakpoints": [{"line": 3}], "sourceModified": False}),
    dap("setExceptionBreakpoints", {"filters": []}),
    dap("configurationDone"),
    dap("source", {"source": CELL, "sourceReference": 0}),
    dap("debugInfo", keep={"started": "debug_reply body.isStarted"}),
    dap("inspectVariables"),
    dap("richInspectVariables", {"variableName": Code("debug_variable")}),
    dap("modules", {"startModule": 0, "moduleCount": 3}),
    run(
        "debug_cell",
        until="debug_event/stopped",
        needs="debugging",
        keep={"thread": "debug_event body.threadId"},
    ),
    dap("threads"),
    dap(
        "stackTrace",
        {"threadId": Ref("thread")},
        keep={"frame": "debug_reply body.stackFrames.0.id"},
    ),
    dap(
        "scopes",
        {"frameId": Ref("frame")},
        keep={"scope": "debug_reply body.scopes.0.variablesReference"},
    ),
    dap("variables", {"variablesReference": Ref("scope")}),
    dap("evaluate", {"expression": "loud", "frameId": Ref("frame"), "context": "repl"}),
    dap("richInspectVariables", {"variableName": "loud", "frameId": Ref("frame")}),
    dap(
        "copyToGlobals",
        {"srcVariableName": "loud", "dstVariableName": "loud_copy", "srcFrameId": Ref("frame")},
    ),
    dap("debugInfo"),
    dap("next", {"threadId": Ref("thread")}, until="debug_event/stopped"),
    dap("continue", {"threadId": Ref("thread")}),
    dap("noSuchCommand", patience=3.0),
    dap("disconnect", {"restart": False, "terminateDebuggee": False}),
    Settle(),
]

ON_SUBSHELL = {"subshell_id": Ref("subshell")}
SUBSHELLS: list[AnyStep] = [
    Step(
        "create_subshell",
        "create_subshell_request",
        channel="control",
        needs="kernel subshells",
        keep={"subshell": "create_subshell_reply subshell_id"},
    ),
    Step("list_subshell", "list_subshell_request", channel="control", needs="kernel subshells"),
    run("long", until="stream", needs="kernel subshells"),
    run("result", header=ON_SUBSHELL, needs="kernel subshells", until="execute_reply"),
    Settle(),
    Step(
        "delete_subshell",
        "delete_subshell_request",
        ON_SUBSHELL,
        "control",
        needs="kernel subshells",
    ),
    Step(
        "delete_subshell again",
        "delete_subshell_request",
        ON_SUBSHELL,
        "control",
        needs="kernel subshells",
        patience=3.0,
    ),
]

LOAD: list[AnyStep] = [
    run("megabyte", patience=30.0),
    run("burst"),
]

# Last, because some kernels never recover from it.
HOSTILE: list[AnyStep] = [
    Step("unknown type", "kernelwire_unknown_request", {"what": "is this"}, patience=2.0),
    Step("unknown type on control", "kernelwire_unknown_request", channel="control", patience=2.0),
    Step("kernel_info after that", "kernel_info_request", patience=5.0),
    Step("execute without code", "execute_request", {"silent": False}, patience=2.0),
    Step("complete without cursor_pos", "complete_request", {"code": Code("hostile")}, patience=2.0),
    Step("kernel_info after that", "kernel_info_request", patience=5.0),
    # Kernels without interrupt_request end the cell by themselves after four seconds.
    run("long", until="stream"),
    Step("interrupt", "interrupt_request", channel="control", until="interrupt_reply", patience=3.0),
    Settle(quiet=2.0),
    Step("kernel_info after interrupt", "kernel_info_request", patience=5.0),
]

END: list[AnyStep] = [
    Heartbeat(b""),
    Step("shutdown", "shutdown_request", {"restart": False}, "control", until="shutdown_reply"),
    Settle(quiet=1.0, patience=2.0),
]

FULL: list[AnyStep] = [
    *START,
    *OUTPUT,
    *EXECUTE_OPTIONS,
    *INPUT,
    *QUESTIONS,
    *COMMS,
    *WIDGETS,
    *DEBUGGER,
    *SUBSHELLS,
    *LOAD,
    *HOSTILE,
    *END,
]

MEDIUM: list[AnyStep] = [
    *START,
    *map(run, ("stdout", "stderr", "result", "display", "rich", "astral", "error")),
    run("input", how={"allow_stdin": True}, answers=("Ada 🐱",)),
    at_end("complete_request", "complete"),
    at_end("inspect_request", "inspect", detail_level=0),
    ask("is_complete_request", code=Code("is_complete")),
    run("comm_echo"),
    comm("comm_open", "kw-echo", {"hello": 1}, target="kernelwire.echo"),
    comm("comm_msg", "kw-echo", {"n": 1}, buffers=(b"\x00\x01\x02", b"<IDS|MSG>", b"")),
    ask("comm_info_request"),
    *END,
]

QUICK: list[AnyStep] = [
    *START[:2],
    *map(run, ("stdout", "result", "error", "display")),
    *END[1:],
]
