"""The pinned verdicts on captures, `tests/captures/expected.json`: how they are read, gathered, laid out.

    python -m tests.pins

prints what the file would say today, for a look at the difference after a new recording. It writes nothing:
each line of the file was checked against the spec by hand, and a new one has to be, too.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from kernelwire import judge_capture
from tests.recording.wire import read_capture

CAPTURES = Path(__file__).with_name("captures")
EXPECTED = CAPTURES / "expected.json"
SUFFIX = ".jsonl.gz"

_INDEX = re.compile(r"/\d+(?=/|$)")
_LACKING = re.compile(r"lacks '(.+)', which")


class Finding(NamedTuple):
    """Problems that differ in no more than their place in an array, and in the words."""

    direction: str | None
    """to_kernel or from_kernel; None in captures of the decoded form, which do not tell."""
    severity: str
    msg_type: str | None
    path: str
    """With `*` for indices."""
    rule: str
    lacks: str | None
    """The field that is not there, where the rule is `required` or `recommended`."""


class Pinned(NamedTuple):
    """What there is to say of a capture."""

    messages: int
    problems: Counter[Finding]


def names() -> list[str]:
    """The captures there are, without their suffix."""
    return sorted(path.name.removesuffix(SUFFIX) for path in CAPTURES.glob(f"*{SUFFIX}"))


def expected() -> dict[str, Pinned]:
    """The pins, by the name of the capture."""
    pins: dict[str, Pinned] = {}
    for name, pin in json.loads(EXPECTED.read_text(encoding="utf-8")).items():
        problems: Counter[Finding] = Counter()
        for row in pin["problems"]:
            count = row.pop("count")
            problems[Finding(**{"lacks": None, **row})] += count
        pins[name] = Pinned(pin["messages"], problems)
    return pins


def judged(path: Path) -> Pinned:
    """What `kernelwire validate` finds in a capture."""
    directions = [line.get("direction") for line in read_capture(path)]
    problems: Counter[Finding] = Counter()
    messages = 0
    for verdict in judge_capture(path):
        messages += verdict.kind in ("valid", "invalid", "unknown")
        for severity, place, rule, message in verdict.problems:
            lacking = _LACKING.search(message) if rule in ("required", "recommended") else None
            finding = Finding(
                direction=directions[verdict.line - 1],
                severity=severity,
                msg_type=verdict.msg_type,
                path=_INDEX.sub("/*", place),
                rule=rule,
                lacks=lacking[1] if lacking else None,
            )
            problems[finding] += 1
    return Pinned(messages, problems)


def laid_out(pins: dict[str, Pinned]) -> str:
    """The text of `expected.json`: a problem a line, errors first."""
    return "{\n" + ",\n".join(_pin(name, pin) for name, pin in pins.items()) + "\n}\n"


def _pin(name: str, pin: Pinned) -> str:
    ranked = sorted(pin.problems, key=lambda finding: tuple(map(str, finding)))
    rows = [_row(finding, pin.problems[finding]) for finding in ranked]
    return f'"{name}": {{"messages": {pin.messages}, "problems": [\n' + ",\n".join(rows) + "\n]}"


def _row(finding: Finding, count: int) -> str:
    row = {name: value for name, value in finding._asdict().items() if name != "lacks" or value}
    return "  " + json.dumps({**row, "count": count})


if __name__ == "__main__":
    print(laid_out({name: judged(CAPTURES / f"{name}{SUFFIX}") for name in names()}), end="")
