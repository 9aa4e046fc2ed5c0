"""What a scenario is made of: steps, placeholders, and short ways to write the common ones.

Two kinds of placeholder stand in contents: `Code("stdout")` is replaced by the kernel's own snippet
(`snippets/`), `Ref("slider")` by something that an earlier step kept. A step whose placeholder
has no value is left out.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias


@dataclass(frozen=True)
class Code:
    """The kernel's snippet of that name."""

    snippet: str


@dataclass(frozen=True)
class Ref:
    """What an earlier step kept under that name."""

    name: str


@dataclass(frozen=True)
class Step:
    """One message to send, and when to go on.

    `until`: `done` = its reply (if it is a request) and its idle; `sent` = do not wait (a later
    `Settle` does); otherwise a message of that type must come, `type/value` = one with that value
    in its content.
    `keep`: name → `"msg_type path.in.content"`, taken from the last such message that came during
    the step.
    `needs`: a feature that the kernel must have named in its kernel_info_reply, or something kept.
    `answers`: what to type when the kernel asks for input.
    """

    name: str
    msg_type: str
    content: Mapping[str, Any] = field(default_factory=dict)
    channel: str = "shell"
    until: str = "done"
    patience: float = 10.0
    needs: str = ""
    keep: Mapping[str, str] = field(default_factory=dict)
    answers: tuple[str, ...] = ()
    header: Mapping[str, Any] = field(default_factory=dict)
    buffers: tuple[bytes, ...] = ()


@dataclass(frozen=True)
class Heartbeat:
    """Send a payload on the heartbeat channel; the kernel must echo it."""

    payload: bytes
    patience: float = 3.0
    name: str = "heartbeat"


@dataclass(frozen=True)
class Settle:
    """Wait until every unfinished step is done, and what follows within `quiet` seconds is in."""

    quiet: float = 0.0
    patience: float = 10.0
    name: str = "settle"


AnyStep: TypeAlias = Step | Heartbeat | Settle


def run(snippet: str, *, how: Mapping[str, Any] | None = None, **step: Any) -> Step:
    """An execute_request for a snippet; `how` overrides fields of its content."""
    content = {
        "code": Code(snippet),
        "silent": False,
        "store_history": True,
        "user_expressions": {},
        "allow_stdin": False,
        "stop_on_error": True,
        **(how or {}),
    }
    return Step(f"execute {snippet}", "execute_request", content, **step)


def at_end(msg_type: str, snippet: str, **extra: Any) -> Step:
    """A completion or inspection, the cursor at the end of the snippet, in code points."""
    content = {"code": Code(snippet), "cursor_pos": Ref("len"), **extra}
    return Step(f"{msg_type} {snippet}", msg_type, content)


def ask(msg_type: str, *, name: str = "", channel: str = "shell", **content: Any) -> Step:
    """Any other request."""
    return Step(name or f"{msg_type} on {channel}", msg_type, content, channel)


def history(access: str, **extra: Any) -> Step:
    content = {"output": False, "raw": True, "hist_access_type": access, **extra}
    return Step(f"history {access}", "history_request", content)


def comm(msg_type: str, comm_id: str | Ref, data: Mapping[str, Any], **step: Any) -> Step:
    """A comm message from the client. No reply is due, the kernel goes busy and idle."""
    content: dict[str, Any] = {"comm_id": comm_id, "data": data}
    if "target" in step:
        content["target_name"] = step.pop("target")
    return Step(
        f"{msg_type} {comm_id if isinstance(comm_id, str) else comm_id.name}",
        msg_type,
        content,
        patience=3.0,
        **step,
    )


def dap(command: str, arguments: Mapping[str, Any] | None = None, **step: Any) -> Step:
    """A debug_request: a request of the Debug Adapter Protocol on control."""
    content: dict[str, Any] = {"seq": Ref("seq"), "type": "request", "command": command}
    content["arguments"] = arguments or {}
    options = {"needs": "debugging", "patience": 5.0, **step}
    return Step(f"debug {command}", "debug_request", content, "control", **options)
