# Generated from schemas/ by "make generate". Do not edit: change the schemas and run it again.
"""What the protocol says of each message type, version by version. Data, and immutable."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from .messages import (
    ClearOutput,
    CommClose,
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
    ListSubshellReply,
    ListSubshellRequest,
    ShutdownReply,
    ShutdownRequest,
    Status,
    Stream,
    UpdateDisplayData,
)
from .support import MessageType

_V5_0: dict[str, MessageType] = {
    "clear_output": MessageType(
        "clear_output",
        ClearOutput,
        ("iopub",),
        "kernel",
        None,
        "5.0",
        None,
        (),
        "Takes away the output that is on display.",
    ),
    "comm_close": MessageType(
        "comm_close",
        CommClose,
        ("shell", "iopub"),
        "both",
        None,
        "5.0",
        None,
        (),
        "Closes a comm at both ends.",
    ),
    "comm_msg": MessageType(
        "comm_msg",
        CommMsg,
        ("shell", "iopub"),
        "both",
        None,
        "5.0",
        None,
        (),
        "A message over a comm; both ends have agreed on what it means.",
    ),
    "comm_open": MessageType(
        "comm_open",
        CommOpen,
        ("shell", "iopub"),
        "both",
        None,
        "5.0",
        None,
        (),
        "Opens a comm: the other side makes its end of it.",
    ),
    "complete_reply": MessageType(
        "complete_reply",
        CompleteReply,
        ("shell",),
        "kernel",
        "complete_request",
        "5.0",
        None,
        (),
        "What the text at the cursor could become.",
    ),
    "complete_request": MessageType(
        "complete_request",
        CompleteRequest,
        ("shell",),
        "client",
        None,
        "5.0",
        None,
        (),
        "Asks how the text at the cursor could go on.",
    ),
    "connect_reply": MessageType(
        "connect_reply",
        ConnectReply,
        ("shell",),
        "kernel",
        "connect_request",
        "5.0",
        None,
        (),
        "The ports on which the kernel listens; a channel that is not there does not run.",
    ),
    "connect_request": MessageType(
        "connect_request",
        ConnectRequest,
        ("shell",),
        "client",
        None,
        "5.0",
        None,
        (),
        "Asks on which ports the kernel listens.",
    ),
    "display_data": MessageType(
        "display_data",
        DisplayData,
        ("iopub",),
        "kernel",
        None,
        "5.0",
        None,
        (),
        "Something to display, in several representations of which the front end picks.",
    ),
    "error": MessageType(
        "error",
        Error,
        ("iopub",),
        "kernel",
        None,
        "5.0",
        None,
        (),
        "The code that ran raised an exception.",
    ),
    "execute_input": MessageType(
        "execute_input",
        ExecuteInput,
        ("iopub",),
        "kernel",
        None,
        "5.0",
        None,
        (),
        "Tells every client which code is being run.",
    ),
    "execute_reply": MessageType(
        "execute_reply",
        ExecuteReply,
        ("shell",),
        "kernel",
        "execute_request",
        "5.0",
        None,
        (),
        "The code ran to its end without an error.",
    ),
    "execute_request": MessageType(
        "execute_request",
        ExecuteRequest,
        ("shell",),
        "client",
        None,
        "5.0",
        None,
        (),
        "Asks the kernel to run code in the user's namespace.",
    ),
    "execute_result": MessageType(
        "execute_result",
        ExecuteResult,
        ("iopub",),
        "kernel",
        None,
        "5.0",
        None,
        (),
        "The value of the code that ran: a display with a number.",
    ),
    "history_reply": MessageType(
        "history_reply",
        HistoryReply,
        ("shell",),
        "kernel",
        "history_request",
        "5.0",
        None,
        (),
        "The part of the history that was asked for.",
    ),
    "history_request": MessageType(
        "history_request",
        HistoryRequest,
        ("shell",),
        "client",
        None,
        "5.0",
        None,
        (),
        "Asks for what was run before: a range of it, the end of it, or what matches a pattern.",
    ),
    "input_reply": MessageType(
        "input_reply",
        InputReply,
        ("stdin",),
        "client",
        "input_request",
        "5.0",
        None,
        (),
        "The line of input that the kernel asked for.",
    ),
    "input_request": MessageType(
        "input_request",
        InputRequest,
        ("stdin",),
        "kernel",
        None,
        "5.0",
        None,
        (),
        "Asks the client that ran the code for a line of input.",
    ),
    "inspect_reply": MessageType(
        "inspect_reply",
        InspectReply,
        ("shell",),
        "kernel",
        "inspect_request",
        "5.0",
        None,
        (),
        "What is known about the thing at the cursor, ready to display.",
    ),
    "inspect_request": MessageType(
        "inspect_request",
        InspectRequest,
        ("shell",),
        "client",
        None,
        "5.0",
        None,
        (),
        "Asks what is known about the thing at the cursor.",
    ),
    "is_complete_reply": MessageType(
        "is_complete_reply",
        IsCompleteReply,
        ("shell",),
        "kernel",
        "is_complete_request",
        "5.0",
        None,
        (),
        "Whether the code typed so far can run.",
    ),
    "is_complete_request": MessageType(
        "is_complete_request",
        IsCompleteRequest,
        ("shell",),
        "client",
        None,
        "5.0",
        None,
        (),
        "Asks whether the code typed so far can run, or whether a console should prompt for more.",
    ),
    "kernel_info_reply": MessageType(
        "kernel_info_reply",
        KernelInfoReply,
        ("shell",),
        "kernel",
        "kernel_info_request",
        "5.0",
        None,
        (),
        "What the kernel is and what it speaks.",
    ),
    "kernel_info_request": MessageType(
        "kernel_info_request",
        KernelInfoRequest,
        ("shell",),
        "client",
        None,
        "5.0",
        None,
        (),
        "Asks what the kernel is and what it speaks.",
    ),
    "shutdown_reply": MessageType(
        "shutdown_reply",
        ShutdownReply,
        ("shell", "control"),
        "kernel",
        "shutdown_request",
        "5.0",
        None,
        (),
        "The kernel ends itself.",
    ),
    "shutdown_request": MessageType(
        "shutdown_request",
        ShutdownRequest,
        ("shell", "control"),
        "client",
        None,
        "5.0",
        None,
        (),
        "Asks the kernel to end itself.",
    ),
    "status": MessageType(
        "status",
        Status,
        ("iopub",),
        "kernel",
        None,
        "5.0",
        None,
        (),
        "What the kernel is doing: busy before and idle after every request, starting once in its life.",
    ),
    "stream": MessageType(
        "stream",
        Stream,
        ("iopub",),
        "kernel",
        None,
        "5.0",
        None,
        (),
        "Text that the running code wrote to one of its standard streams.",
    ),
}

_V5_1: dict[str, MessageType] = {
    **_V5_0,
    "connect_reply": MessageType(
        "connect_reply",
        ConnectReply,
        ("shell",),
        "kernel",
        "connect_request",
        "5.0",
        "5.1",
        (),
        "The ports on which the kernel listens; a channel that is not there does not run.",
    ),
    "connect_request": MessageType(
        "connect_request",
        ConnectRequest,
        ("shell",),
        "client",
        None,
        "5.0",
        "5.1",
        (),
        "Asks on which ports the kernel listens.",
    ),
    "comm_info_reply": MessageType(
        "comm_info_reply",
        CommInfoReply,
        ("shell",),
        "kernel",
        "comm_info_request",
        "5.1",
        None,
        (),
        "The comms that are open.",
    ),
    "comm_info_request": MessageType(
        "comm_info_request",
        CommInfoRequest,
        ("shell",),
        "client",
        None,
        "5.1",
        None,
        (),
        "Asks which comms are open.",
    ),
    "update_display_data": MessageType(
        "update_display_data",
        UpdateDisplayData,
        ("iopub",),
        "kernel",
        None,
        "5.1",
        None,
        (),
        "Changes what is on display under a display_id, wherever it is shown.",
    ),
}

_V5_2: dict[str, MessageType] = {
    **_V5_1,
}

_V5_3: dict[str, MessageType] = {
    **_V5_2,
    "interrupt_reply": MessageType(
        "interrupt_reply",
        InterruptReply,
        ("control",),
        "kernel",
        "interrupt_request",
        "5.3",
        None,
        (),
        "The kernel was interrupted.",
    ),
    "interrupt_request": MessageType(
        "interrupt_request",
        InterruptRequest,
        ("control",),
        "client",
        None,
        "5.3",
        None,
        (),
        "Asks the kernel to stop what it is running; sent to kernels whose kernelspec wants a message rather than a signal.",
    ),
}

_V5_4: dict[str, MessageType] = {
    **_V5_3,
    "shutdown_request": MessageType(
        "shutdown_request",
        ShutdownRequest,
        ("shell", "control"),
        "client",
        None,
        "5.0",
        None,
        (("shell", "5.4"),),
        "Asks the kernel to end itself.",
    ),
}

_V5_5: dict[str, MessageType] = {
    **_V5_4,
    "kernel_info_reply": MessageType(
        "kernel_info_reply",
        KernelInfoReply,
        ("shell", "control"),
        "kernel",
        "kernel_info_request",
        "5.0",
        None,
        (),
        "What the kernel is and what it speaks.",
    ),
    "kernel_info_request": MessageType(
        "kernel_info_request",
        KernelInfoRequest,
        ("shell", "control"),
        "client",
        None,
        "5.0",
        None,
        (),
        "Asks what the kernel is and what it speaks.",
    ),
    "create_subshell_reply": MessageType(
        "create_subshell_reply",
        CreateSubshellReply,
        ("control",),
        "kernel",
        "create_subshell_request",
        "5.5",
        None,
        (),
        "The subshell is there.",
    ),
    "create_subshell_request": MessageType(
        "create_subshell_request",
        CreateSubshellRequest,
        ("control",),
        "client",
        None,
        "5.5",
        None,
        (),
        "Asks for a new subshell, a thread of its own for shell requests; for kernels with the feature 'kernel subshells'.",
    ),
    "debug_event": MessageType(
        "debug_event",
        DebugEvent,
        ("iopub",),
        "kernel",
        None,
        "5.5",
        None,
        (),
        "Something happened in the debugger, in the words of the Debug Adapter Protocol.",
    ),
    "debug_reply": MessageType(
        "debug_reply",
        DebugReply,
        ("control",),
        "kernel",
        "debug_request",
        "5.5",
        None,
        (),
        "The debugger's response to a debug_request, in the words of the Debug Adapter Protocol: what tells success is its own field and not a status.",
    ),
    "debug_request": MessageType(
        "debug_request",
        DebugRequest,
        ("control",),
        "client",
        None,
        "5.5",
        None,
        (),
        "A request to the debugger, in the words of the Debug Adapter Protocol and of Jupyter's additions to it.",
    ),
    "delete_subshell_reply": MessageType(
        "delete_subshell_reply",
        DeleteSubshellReply,
        ("control",),
        "kernel",
        "delete_subshell_request",
        "5.5",
        None,
        (),
        "The subshell is gone.",
    ),
    "delete_subshell_request": MessageType(
        "delete_subshell_request",
        DeleteSubshellRequest,
        ("control",),
        "client",
        None,
        "5.5",
        None,
        (),
        "Asks the kernel to end a subshell.",
    ),
    "iopub_welcome": MessageType(
        "iopub_welcome",
        IopubWelcome,
        ("iopub",),
        "kernel",
        None,
        "5.5",
        None,
        (),
        "Tells a subscriber that its subscription has arrived; it has no parent. Others' welcomes arrive too.",
    ),
    "list_subshell_reply": MessageType(
        "list_subshell_reply",
        ListSubshellReply,
        ("control",),
        "kernel",
        "list_subshell_request",
        "5.5",
        None,
        (),
        "The subshells there are.",
    ),
    "list_subshell_request": MessageType(
        "list_subshell_request",
        ListSubshellRequest,
        ("control",),
        "client",
        None,
        "5.5",
        None,
        (),
        "Asks which subshells there are.",
    ),
}

_V5_6: dict[str, MessageType] = {
    **_V5_5,
}

VERSIONS: Mapping[str, Mapping[str, MessageType]] = MappingProxyType(
    {
        "5.0": MappingProxyType(_V5_0),
        "5.1": MappingProxyType(_V5_1),
        "5.2": MappingProxyType(_V5_2),
        "5.3": MappingProxyType(_V5_3),
        "5.4": MappingProxyType(_V5_4),
        "5.5": MappingProxyType(_V5_5),
        "5.6": MappingProxyType(_V5_6),
    }
)
"""The message types of each version of the protocol, oldest version first."""

FORMAT = 1
"""Changes when packages emitted before and after no longer fit together; kernelwire looks at it."""

LATEST = "5.5"
"""The newest version that is final: by it a message is judged that does not say its version."""

DRAFTS = frozenset(["5.6"])
"""Versions that are not final."""

MESSAGES: Mapping[str, MessageType] = MappingProxyType(
    {name: row for rows in VERSIONS.values() for name, row in rows.items()}
)
"""Every message type, as the newest version that has it describes it."""

REPLIES: Mapping[str, str] = MappingProxyType(
    {row.answers: name for name, row in MESSAGES.items() if row.answers}
)
"""The reply of each request."""

REQUESTS: Mapping[str, str] = MappingProxyType(
    {reply: request for request, reply in REPLIES.items()}
)
"""The request of each reply."""

DEPRECATED: Mapping[str, str] = MappingProxyType(
    {name: row.deprecated for name, row in MESSAGES.items() if row.deprecated}
)
"""The message types that are deprecated, and since which version."""

SINCE: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        version: tuple(name for name, row in MESSAGES.items() if row.since == version)
        for version in VERSIONS
    }
)
"""The message types that each version brought."""


def senders(row: MessageType, channel: str) -> tuple[str, ...]:
    """Who may send a message type on a channel: ``("client",)``, ``("kernel",)``, or nobody."""
    if channel not in row.channels:
        return ()
    if row.sender != "both":
        return (row.sender,)
    return ("kernel",) if channel == "iopub" else ("client",)


SENT: Mapping[tuple[str, str], frozenset[str]] = MappingProxyType(
    {
        (channel, sender): frozenset(
            name for name, row in MESSAGES.items() if sender in senders(row, channel)
        )
        for channel in ("shell", "control", "stdin", "iopub")
        for sender in ("client", "kernel")
    }
)
"""The message types by channel and sender: ``SENT["iopub", "kernel"]``."""
