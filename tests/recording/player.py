"""Plays a scenario on a `Recorder`: fills in placeholders, sends, waits, answers input requests.

Waits end when what was waited for has come, or at a deadline; then the next step follows in any
case, because a kernel that does not answer is something to record, not a reason to stop.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from tests.recording.recorder import Recorder
from tests.recording.snippets import Snippets, snippets_for
from tests.recording.steps import AnyStep, Code, Heartbeat, Ref, Settle, Step
from tests.recording.wire import Received

Report = Callable[[str], None]


class Missing(LookupError):
    """A placeholder has no value for this kernel, so the step is left out."""


@dataclass
class Pending:
    """A message that was sent and is not done: what is still due for it."""

    name: str
    reply: bool
    idle: bool = True

    @property
    def due(self) -> str:
        return " and ".join(["no reply"] * self.reply + ["no idle"] * self.idle)


@dataclass
class Player:
    """One scenario on one kernel. `report` gets one line for each step."""

    recorder: Recorder
    kernel_name: str
    report: Report
    alive: Callable[[], bool]
    language: str = ""
    features: set[str] = field(default_factory=set)
    kept: dict[str, Any] = field(default_factory=dict)
    pending: dict[str, Pending] = field(default_factory=dict)
    _seq: int = 0
    _answers: list[str] = field(default_factory=list)
    _seen: list[Received] = field(default_factory=list)

    @property
    def snippets(self) -> Snippets:
        return snippets_for(self.kernel_name, self.language)

    def play(self, steps: Iterable[AnyStep]) -> None:
        """All steps, or those before the kernel died."""
        for step in steps:
            if not self.alive():
                self.report(f"  ! {self.kernel_name} is gone before step “{step.name}”")
                break
            self._seen.clear()
            match step:
                case Heartbeat():
                    self._heartbeat(step)
                case Settle():
                    self._settle(step)
                case Step():
                    self._step(step)

    def _step(self, step: Step) -> None:
        if step.needs and step.needs not in self.features and step.needs not in self.kept:
            self.report(f"  - {step.name}: left out, no feature “{step.needs}”")
            return
        try:
            content = self.fill(step.content)
            header = self.fill(step.header)
        except Missing as missing:
            self.report(f"  - {step.name}: left out, no {missing}")
            return
        self._answers = list(step.answers)
        began = time.monotonic()
        msg_id = self.recorder.send(step.channel, step.msg_type, content, buffers=step.buffers, header=header)
        self.pending[msg_id] = Pending(step.name, reply=step.msg_type.endswith("_request"))
        done = self._wait(self._condition(step.until, msg_id), step.patience)
        self._keep(step)
        if step.msg_type == "kernel_info_request":
            self._learn()
        took = time.monotonic() - began
        self.report(f"  {'.' if done else '?'} {step.name} {took:.2f} s{self._open_ends(done)}")

    def _open_ends(self, done: bool) -> str:
        if done:
            return ""
        due = [f"{entry.name}: {entry.due}" for entry in self.pending.values()]
        # What did not come by its deadline is not waited for again.
        self.pending.clear()
        return f"  ({'; '.join(due) or 'it did not come'})"

    def _condition(self, until: str, msg_id: str) -> Callable[[], bool]:
        if until == "sent":
            return lambda: True
        if until == "done":
            return lambda: msg_id not in self.pending
        msg_type, _, value = until.partition("/")

        def came() -> bool:
            return any(
                message.msg_type == msg_type and (not value or value in message.content.values())
                for message in self._seen
                if msg_type == "debug_event" or message.parent_id == msg_id
            )

        return came

    def _wait(self, condition: Callable[[], bool], patience: float) -> bool:
        deadline = time.monotonic() + patience
        while not condition():
            remaining = deadline - time.monotonic()
            if remaining <= 0 or not self.alive():
                # One last look: the kernel's last words may have come while it went.
                return self._take(0.1) and condition()
            self._take(min(remaining, 0.5))
        return True

    def _take(self, timeout: float) -> bool:
        message = self.recorder.receive(timeout)
        if message is None:
            return False
        self._seen.append(message)
        entry = self.pending.get(message.parent_id)
        if message.msg_type == "input_request":
            value = self._answers.pop(0) if self._answers else ""
            self.recorder.send("stdin", "input_reply", {"value": value}, parent=message.header)
        elif entry is not None:
            if message.channel == "iopub":
                is_idle = message.content.get("execution_state") == "idle"
                entry.idle = entry.idle and not is_idle
            elif message.msg_type.endswith("_reply"):
                entry.reply = False
            if not entry.reply and not entry.idle:
                del self.pending[message.parent_id]
        return True

    def _settle(self, step: Settle) -> None:
        done = self._wait(lambda: not self.pending, step.patience)
        deadline = time.monotonic() + step.quiet
        while (remaining := deadline - time.monotonic()) > 0:
            self._take(remaining)
        if not done:
            self.report(f"  ? {step.name}{self._open_ends(done)}")

    def _heartbeat(self, step: Heartbeat) -> None:
        self.recorder.ping(step.payload)
        echoed = self._wait(
            lambda: any(m.channel == "heartbeat" and m.frames == [step.payload] for m in self._seen),
            step.patience,
        )
        self.report(f"  {'.' if echoed else '?'} heartbeat {step.payload!r}")
        # A dead kernel is no broken echo; `play` stops at the next step and says so.
        if not echoed and self.alive():
            answers = [m.frames for m in self._seen if m.channel == "heartbeat"]
            raise AssertionError(f"heartbeat not echoed: sent {step.payload!r}, got {answers}")

    def _learn(self) -> None:
        for message in self._seen:
            info = message.content
            if message.msg_type == "kernel_info_reply" and "language_info" in info:
                self.language = info["language_info"]["name"]
                self.features = set(info.get("supported_features") or [])
                if info.get("debugger"):
                    self.features.add("debugger")

    def _keep(self, step: Step) -> None:
        for name, source in step.keep.items():
            msg_type, path = source.split(" ")
            for message in self._seen:
                value = _dig(message.content, path)
                if message.msg_type == msg_type and value is not None:
                    self.kept[name] = value

    def fill(self, value: Any, code: str = "") -> Any:
        """`value` with its placeholders replaced. Raises `Missing`."""
        match value:
            case Code(snippet):
                found = self.snippets.get(snippet)
                if found is None:
                    raise Missing(f"snippet “{snippet}”")
                return found
            case Ref("len"):
                return len(code)
            case Ref("seq"):
                self._seq += 1
                return self._seq
            case Ref(name):
                if name not in self.kept:
                    raise Missing(f"“{name}” kept")
                return self.kept[name]
            case Mapping():
                code = self.fill(value["code"]) if "code" in value else ""
                return {key: self.fill(item, code) for key, item in value.items()}
            case list():
                return [self.fill(item) for item in value]
        return value


def _dig(content: Any, path: str) -> Any:
    """The value at a dotted path, or None."""
    for key in path.split("."):
        if isinstance(content, list):
            content = content[int(key)] if int(key) < len(content) else None
        else:
            content = content.get(key) if isinstance(content, dict) else None
    return content
