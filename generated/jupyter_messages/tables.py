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
        name="clear_output",
        cls=ClearOutput,
        channels=("iopub",),
        sender="kernel",
        answers=None,
        since="5.0",
        deprecated=None,
        deprecated_on=(),
        summary="Takes away the output that is on display.",
    ),
    "comm_close": MessageType(
        name="comm_close",
        cls=CommClose,
        channels=("shell", "iopub"),
        sender="both",
        answers=None,
        since="5.0",
        deprecated=None,
        deprecated_on=(),
        summary="Closes a comm at both ends.",
    ),
    "comm_msg": MessageType(
        name="comm_msg",
        cls=CommMsg,
        channels=("shell", "iopub"),
        sender="both",
        answers=None,
        since="5.0",
        deprecated=None,
        deprecated_on=(),
        summary="A message over a comm; both ends have agreed on what it means.",
    ),
    "comm_open": MessageType(
        name="comm_open",
        cls=CommOpen,
        channels=("shell", "iopub"),
        sender="both",
        answers=None,
        since="5.0",
        deprecated=None,
        deprecated_on=(),
        summary="Opens a comm: the other side makes its end of it.",
    ),
    "complete_reply": MessageType(
        name="complete_reply",
        cls=CompleteReply,
        channels=("shell",),
        sender="kernel",
        answers="complete_request",
        since="5.0",
        deprecated=None,
        deprecated_on=(),
        summary="What the text at the cursor could become.",
    ),
    "complete_request": MessageType(
        name="complete_request",
        cls=CompleteRequest,
        channels=("shell",),
        sender="client",
        answers=None,
        since="5.0",
        deprecated=None,
        deprecated_on=(),
        summary="Asks how the text at the cursor could go on.",
    ),
    "connect_reply": MessageType(
        name="connect_reply",
        cls=ConnectReply,
        channels=("shell",),
        sender="kernel",
        answers="connect_request",
        since="5.0",
        deprecated=None,
        deprecated_on=(),
        summary="The ports on which the kernel listens; a channel that is not there does not run.",
    ),
    "connect_request": MessageType(
        name="connect_request",
        cls=ConnectRequest,
        channels=("shell",),
        sender="client",
        answers=None,
        since="5.0",
        deprecated=None,
        deprecated_on=(),
        summary="Asks on which ports the kernel listens.",
    ),
    "display_data": MessageType(
        name="display_data",
        cls=DisplayData,
        channels=("iopub",),
        sender="kernel",
        answers=None,
        since="5.0",
        deprecated=None,
        deprecated_on=(),
        summary="Something to display, in several representations of which the front end picks.",
    ),
    "error": MessageType(
        name="error",
        cls=Error,
        channels=("iopub",),
        sender="kernel",
        answers=None,
        since="5.0",
        deprecated=None,
        deprecated_on=(),
        summary="The code that ran raised an exception.",
    ),
    "execute_input": MessageType(
        name="execute_input",
        cls=ExecuteInput,
        channels=("iopub",),
        sender="kernel",
        answers=None,
        since="5.0",
        deprecated=None,
        deprecated_on=(),
        summary="Tells every client which code is being run.",
    ),
    "execute_reply": MessageType(
        name="execute_reply",
        cls=ExecuteReply,
        channels=("shell",),
        sender="kernel",
        answers="execute_request",
        since="5.0",
        deprecated=None,
        deprecated_on=(),
        summary="The code ran to its end without an error.",
    ),
    "execute_request": MessageType(
        name="execute_request",
        cls=ExecuteRequest,
        channels=("shell",),
        sender="client",
        answers=None,
        since="5.0",
        deprecated=None,
        deprecated_on=(),
        summary="Asks the kernel to run code in the user's namespace.",
    ),
    "execute_result": MessageType(
        name="execute_result",
        cls=ExecuteResult,
        channels=("iopub",),
        sender="kernel",
        answers=None,
        since="5.0",
        deprecated=None,
        deprecated_on=(),
        summary="The value of the code that ran: a display with a number.",
    ),
    "history_reply": MessageType(
        name="history_reply",
        cls=HistoryReply,
        channels=("shell",),
        sender="kernel",
        answers="history_request",
        since="5.0",
        deprecated=None,
        deprecated_on=(),
        summary="The part of the history that was asked for.",
    ),
    "history_request": MessageType(
        name="history_request",
        cls=HistoryRequest,
        channels=("shell",),
        sender="client",
        answers=None,
        since="5.0",
        deprecated=None,
        deprecated_on=(),
        summary="Asks for what was run before: a range of it, the end of it, or what matches a pattern.",
    ),
    "input_reply": MessageType(
        name="input_reply",
        cls=InputReply,
        channels=("stdin",),
        sender="client",
        answers="input_request",
        since="5.0",
        deprecated=None,
        deprecated_on=(),
        summary="The line of input that the kernel asked for.",
    ),
    "input_request": MessageType(
        name="input_request",
        cls=InputRequest,
        channels=("stdin",),
        sender="kernel",
        answers=None,
        since="5.0",
        deprecated=None,
        deprecated_on=(),
        summary="Asks the client that ran the code for a line of input.",
    ),
    "inspect_reply": MessageType(
        name="inspect_reply",
        cls=InspectReply,
        channels=("shell",),
        sender="kernel",
        answers="inspect_request",
        since="5.0",
        deprecated=None,
        deprecated_on=(),
        summary="What is known about the thing at the cursor, ready to display.",
    ),
    "inspect_request": MessageType(
        name="inspect_request",
        cls=InspectRequest,
        channels=("shell",),
        sender="client",
        answers=None,
        since="5.0",
        deprecated=None,
        deprecated_on=(),
        summary="Asks what is known about the thing at the cursor.",
    ),
    "is_complete_reply": MessageType(
        name="is_complete_reply",
        cls=IsCompleteReply,
        channels=("shell",),
        sender="kernel",
        answers="is_complete_request",
        since="5.0",
        deprecated=None,
        deprecated_on=(),
        summary="Whether the code typed so far can run.",
    ),
    "is_complete_request": MessageType(
        name="is_complete_request",
        cls=IsCompleteRequest,
        channels=("shell",),
        sender="client",
        answers=None,
        since="5.0",
        deprecated=None,
        deprecated_on=(),
        summary="Asks whether the code typed so far can run, or whether a console should prompt for more.",
    ),
    "kernel_info_reply": MessageType(
        name="kernel_info_reply",
        cls=KernelInfoReply,
        channels=("shell",),
        sender="kernel",
        answers="kernel_info_request",
        since="5.0",
        deprecated=None,
        deprecated_on=(),
        summary="What the kernel is and what it speaks.",
    ),
    "kernel_info_request": MessageType(
        name="kernel_info_request",
        cls=KernelInfoRequest,
        channels=("shell",),
        sender="client",
        answers=None,
        since="5.0",
        deprecated=None,
        deprecated_on=(),
        summary="Asks what the kernel is and what it speaks.",
    ),
    "shutdown_reply": MessageType(
        name="shutdown_reply",
        cls=ShutdownReply,
        channels=("shell", "control"),
        sender="kernel",
        answers="shutdown_request",
        since="5.0",
        deprecated=None,
        deprecated_on=(),
        summary="The kernel ends itself.",
    ),
    "shutdown_request": MessageType(
        name="shutdown_request",
        cls=ShutdownRequest,
        channels=("shell", "control"),
        sender="client",
        answers=None,
        since="5.0",
        deprecated=None,
        deprecated_on=(),
        summary="Asks the kernel to end itself.",
    ),
    "status": MessageType(
        name="status",
        cls=Status,
        channels=("iopub",),
        sender="kernel",
        answers=None,
        since="5.0",
        deprecated=None,
        deprecated_on=(),
        summary="What the kernel is doing: busy before and idle after every request, starting once in its life.",
    ),
    "stream": MessageType(
        name="stream",
        cls=Stream,
        channels=("iopub",),
        sender="kernel",
        answers=None,
        since="5.0",
        deprecated=None,
        deprecated_on=(),
        summary="Text that the running code wrote to one of its standard streams.",
    ),
}

_V5_1: dict[str, MessageType] = {
    **_V5_0,
    "connect_reply": MessageType(
        name="connect_reply",
        cls=ConnectReply,
        channels=("shell",),
        sender="kernel",
        answers="connect_request",
        since="5.0",
        deprecated="5.1",
        deprecated_on=(),
        summary="The ports on which the kernel listens; a channel that is not there does not run.",
    ),
    "connect_request": MessageType(
        name="connect_request",
        cls=ConnectRequest,
        channels=("shell",),
        sender="client",
        answers=None,
        since="5.0",
        deprecated="5.1",
        deprecated_on=(),
        summary="Asks on which ports the kernel listens.",
    ),
    "comm_info_reply": MessageType(
        name="comm_info_reply",
        cls=CommInfoReply,
        channels=("shell",),
        sender="kernel",
        answers="comm_info_request",
        since="5.1",
        deprecated=None,
        deprecated_on=(),
        summary="The comms that are open.",
    ),
    "comm_info_request": MessageType(
        name="comm_info_request",
        cls=CommInfoRequest,
        channels=("shell",),
        sender="client",
        answers=None,
        since="5.1",
        deprecated=None,
        deprecated_on=(),
        summary="Asks which comms are open.",
    ),
    "update_display_data": MessageType(
        name="update_display_data",
        cls=UpdateDisplayData,
        channels=("iopub",),
        sender="kernel",
        answers=None,
        since="5.1",
        deprecated=None,
        deprecated_on=(),
        summary="Changes what is on display under a display_id, wherever it is shown.",
    ),
}

_V5_2: dict[str, MessageType] = {
    **_V5_1,
}

_V5_3: dict[str, MessageType] = {
    **_V5_2,
    "interrupt_reply": MessageType(
        name="interrupt_reply",
        cls=InterruptReply,
        channels=("control",),
        sender="kernel",
        answers="interrupt_request",
        since="5.3",
        deprecated=None,
        deprecated_on=(),
        summary="The kernel was interrupted.",
    ),
    "interrupt_request": MessageType(
        name="interrupt_request",
        cls=InterruptRequest,
        channels=("control",),
        sender="client",
        answers=None,
        since="5.3",
        deprecated=None,
        deprecated_on=(),
        summary="Asks the kernel to stop what it is running; sent to kernels whose kernelspec wants a message rather than a signal.",
    ),
}

_V5_4: dict[str, MessageType] = {
    **_V5_3,
    "shutdown_request": MessageType(
        name="shutdown_request",
        cls=ShutdownRequest,
        channels=("shell", "control"),
        sender="client",
        answers=None,
        since="5.0",
        deprecated=None,
        deprecated_on=(("shell", "5.4"),),
        summary="Asks the kernel to end itself.",
    ),
}

_V5_5: dict[str, MessageType] = {
    **_V5_4,
    "kernel_info_reply": MessageType(
        name="kernel_info_reply",
        cls=KernelInfoReply,
        channels=("shell", "control"),
        sender="kernel",
        answers="kernel_info_request",
        since="5.0",
        deprecated=None,
        deprecated_on=(),
        summary="What the kernel is and what it speaks.",
    ),
    "kernel_info_request": MessageType(
        name="kernel_info_request",
        cls=KernelInfoRequest,
        channels=("shell", "control"),
        sender="client",
        answers=None,
        since="5.0",
        deprecated=None,
        deprecated_on=(),
        summary="Asks what the kernel is and what it speaks.",
    ),
    "create_subshell_reply": MessageType(
        name="create_subshell_reply",
        cls=CreateSubshellReply,
        channels=("control",),
        sender="kernel",
        answers="create_subshell_request",
        since="5.5",
        deprecated=None,
        deprecated_on=(),
        summary="The subshell is there.",
    ),
    "create_subshell_request": MessageType(
        name="create_subshell_request",
        cls=CreateSubshellRequest,
        channels=("control",),
        sender="client",
        answers=None,
        since="5.5",
        deprecated=None,
        deprecated_on=(),
        summary="Asks for a new subshell, a thread of its own for shell requests; for kernels with the feature 'kernel subshells'.",
    ),
    "debug_event": MessageType(
        name="debug_event",
        cls=DebugEvent,
        channels=("iopub",),
        sender="kernel",
        answers=None,
        since="5.5",
        deprecated=None,
        deprecated_on=(),
        summary="Something happened in the debugger, in the words of the Debug Adapter Protocol.",
    ),
    "debug_reply": MessageType(
        name="debug_reply",
        cls=DebugReply,
        channels=("control",),
        sender="kernel",
        answers="debug_request",
        since="5.5",
        deprecated=None,
        deprecated_on=(),
        summary="The debugger's response to a debug_request, in the words of the Debug Adapter Protocol: what tells success is its own field and not a status.",
    ),
    "debug_request": MessageType(
        name="debug_request",
        cls=DebugRequest,
        channels=("control",),
        sender="client",
        answers=None,
        since="5.5",
        deprecated=None,
        deprecated_on=(),
        summary="A request to the debugger, in the words of the Debug Adapter Protocol and of Jupyter's additions to it.",
    ),
    "delete_subshell_reply": MessageType(
        name="delete_subshell_reply",
        cls=DeleteSubshellReply,
        channels=("control",),
        sender="kernel",
        answers="delete_subshell_request",
        since="5.5",
        deprecated=None,
        deprecated_on=(),
        summary="The subshell is gone.",
    ),
    "delete_subshell_request": MessageType(
        name="delete_subshell_request",
        cls=DeleteSubshellRequest,
        channels=("control",),
        sender="client",
        answers=None,
        since="5.5",
        deprecated=None,
        deprecated_on=(),
        summary="Asks the kernel to end a subshell.",
    ),
    "iopub_welcome": MessageType(
        name="iopub_welcome",
        cls=IopubWelcome,
        channels=("iopub",),
        sender="kernel",
        answers=None,
        since="5.5",
        deprecated=None,
        deprecated_on=(),
        summary="Tells a subscriber that its subscription has arrived; it has no parent. Others' welcomes arrive too.",
    ),
    "list_subshell_reply": MessageType(
        name="list_subshell_reply",
        cls=ListSubshellReply,
        channels=("control",),
        sender="kernel",
        answers="list_subshell_request",
        since="5.5",
        deprecated=None,
        deprecated_on=(),
        summary="The subshells there are.",
    ),
    "list_subshell_request": MessageType(
        name="list_subshell_request",
        cls=ListSubshellRequest,
        channels=("control",),
        sender="client",
        answers=None,
        since="5.5",
        deprecated=None,
        deprecated_on=(),
        summary="Asks which subshells there are.",
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
