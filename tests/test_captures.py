"""The captures of real kernels: pinned verdicts, nothing lost, jsonschema agrees, the same bytes again."""

from __future__ import annotations

import dataclasses
import itertools
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from jupyter_messages import (
    MESSAGES,
    VERSIONS,
    Invalid,
    Unknown,
    decode_content,
    encode_content,
    validate,
)
from kernelwire import Signer, decode_frames, encode_frames
from tests import oracle, pins, spoil
from tests.recorded import exact, lines, message, pruned, shape
from tests.recording.wire import Json, line_frames

each_capture = pytest.mark.parametrize("name", pins.names())


# --- verdicts ---


def test_every_capture_is_pinned() -> None:
    assert [*pins.expected()] == pins.names()


@each_capture
def test_the_verdict_is_the_pinned_one(name: str) -> None:
    pinned = pins.expected()[name]
    judged = pins.judged(pins.CAPTURES / f"{name}{pins.SUFFIX}")
    # After a new recording: python -m tests.pins, and check what is new against the spec.
    assert judged.problems - pinned.problems == {}, "found more than is pinned"
    assert pinned.problems - judged.problems == {}, "found less than is pinned"
    assert judged.messages == pinned.messages == len(lines(name))


def test_the_pins_are_laid_out_to_be_read() -> None:
    assert pins.EXPECTED.read_text(encoding="utf-8") == pins.laid_out(pins.expected())


# --- docs/kernels.md ---

DOCS = Path(__file__).resolve().parents[1] / "docs" / "kernels.md"
OURS = "What we send wrongly on purpose"
SECTIONS = {
    "ipykernel": "ipykernel 7.4.0",
    "xeus-python": "xeus-python 0.19.0",
    "xeus-python-raw": "xeus-python 0.19.0, raw",
    "bash": "bash_kernel 0.10.0",
    "irkernel": "IRkernel 1.3.2",
    "deno": "Deno 2.9.6",
}
CLIENT = "jupyter_client 8.10.0, as a client"

Row = tuple[str, str, str, str, str]
"""Severity, message type, path, rule, the field that is missing or nothing."""


def told() -> dict[str, set[Row]]:
    """The deviations in the page's tables, by heading; a cell that names several things stands for each."""
    rows: dict[str, set[Row]] = {}
    for section in re.split(r"^## ", DOCS.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        heading, _, body = section.partition("\n")
        for line in re.findall(r"^\| ((?:error|warning) \|.*)", body, flags=re.MULTILINE):
            severity, types, paths, rule = (re.split(r" \| ", line) + [""] * 4)[:4]
            name, *fields = re.findall(r"`([^`]+)`", rule)
            named = (re.findall(r"`([^`]+)`", cell) for cell in (types, paths))
            found = itertools.product([severity], *named, [name], fields or [""])
            rows.setdefault(heading, set()).update(found)
    return rows


def pinned() -> dict[str, set[Row]]:
    """The pins, by the heading that they belong under: who sent the message."""
    rows: dict[str, set[Row]] = {}
    for name, pin in pins.expected().items():
        if name not in SECTIONS:
            # The decoded form of a capture says nothing new; what jupyter_client talked to is ipykernel.
            continue
        for finding in pin.problems:
            heading = OURS if finding.direction == "to_kernel" else SECTIONS[name]
            rows.setdefault(heading, set()).add(_row(finding))
    for finding in pins.expected()["jupyter-client"].problems:
        heading = CLIENT if finding.direction == "to_kernel" else SECTIONS["ipykernel"]
        rows.setdefault(heading, set()).add(_row(finding))
    return rows


def _row(finding: pins.Finding) -> Row:
    return finding.severity, finding.msg_type or "", finding.path, finding.rule, finding.lacks or ""


@pytest.mark.parametrize("heading", [*SECTIONS.values(), CLIENT, OURS])
def test_the_page_on_kernels_tells_every_deviation_and_no_other(heading: str) -> None:
    assert told().get(heading) == pinned().get(heading)


def test_the_page_has_no_table_of_deviations_elsewhere() -> None:
    assert {*told()} == {*pinned()}


# --- contents ---


@each_capture
def test_contents_are_lossless(name: str) -> None:
    for line in map(message, lines(name)):
        msg_type, content = line["header"]["msg_type"], line["content"]
        decoded = decode_content(msg_type, content)
        again = encode_content(decoded)
        assert exact(again) == exact(content)
        if isinstance(content.get("data"), dict):
            assert [*again["data"]] == [*content["data"]], (
                "the order of a MIME bundle is the kernel's preference"
            )
        if not isinstance(decoded, (Unknown, Invalid)):
            assert exact(encode_content(dataclasses.replace(decoded))) == exact(content)


@each_capture
def test_unknown_fields_survive_an_edit(name: str) -> None:
    edited = 0
    for line in map(message, lines(name)):
        content = {**line["content"], "x_new": [1]}
        decoded = decode_content(line["header"]["msg_type"], content)
        field = _text_field(decoded)
        if field:
            changed = dataclasses.replace(decoded, **{field: "edited"})
            assert exact(encode_content(changed)) == exact({**content, field: "edited"})
            edited += 1
    assert edited, "nothing was edited: this test could not have failed"


def _text_field(decoded: Any) -> str | None:
    """A field of a content that holds text and is called the same in Python and in JSON."""
    if isinstance(decoded, (Unknown, Invalid)):
        return None
    names = ("code", "text", "evalue", "comm_id", "prompt", "value", "banner", "subshell_id")
    return next((name for name in names if isinstance(getattr(decoded, name, None), str)), None)


@each_capture
def test_readable_contents_are_typed(name: str) -> None:
    invalid = {line["header"]["msg_type"] for line in map(message, lines(name)) if _is_invalid(line)}
    # bash_kernel's status "abort", and R's `code: {}`: no class can hold these.
    assert invalid == {"bash": {"execute_reply"}, "irkernel": {"execute_input"}}.get(name, set())


def _is_invalid(line: Json) -> bool:
    return isinstance(decode_content(line["header"]["msg_type"], line["content"]), Invalid)


# --- frames ---


@each_capture
def test_frames_come_out_as_the_same_bytes(name: str) -> None:
    for line in lines(name):
        if "frames" not in line:
            continue
        frames = line_frames(line)
        signer = Signer(line["key"].encode())
        decoded = decode_frames(frames, signer)
        assert encode_frames(decoded, signer) == frames, "unread"
        assert decoded.as_dict()["content"] is not None
        assert encode_frames(decoded, signer) == frames, "read"


# --- jsonschema as the oracle ---


def recorded() -> Iterator[tuple[str, Json]]:
    """Each message with the version that judges its content: its header's, or the first with its type."""
    for name in pins.names():
        for line in map(message, lines(name)):
            version, msg_type = line["header"]["version"], line["header"]["msg_type"]
            if msg_type not in VERSIONS[version] and msg_type in MESSAGES:
                version = MESSAGES[msg_type].since
            yield version, line


def test_jsonschema_agrees_on_every_message() -> None:
    wrong = 0
    for version, line in recorded():
        msg_type, content = line["header"]["msg_type"], line["content"]
        failing = oracle.failing(version, "message", line)
        assert oracle.found(version, "message", line) == failing, line
        if msg_type in MESSAGES:
            in_content = oracle.failing(version, msg_type, content)
            assert oracle.found(version, msg_type, content) == in_content, line
            wrong += bool(in_content)
    assert wrong > 40, "hardly a content was illegal: this comparison could not have failed"


def test_jsonschema_agrees_on_whole_messages() -> None:
    wrong: set[oracle.Failure] = set()
    one_of_each = {
        repr((version, line["header"]["msg_type"], shape(line))): line for version, line in recorded()
    }
    for line in one_of_each.values():
        version = line["header"]["version"]
        problems = validate(line, version=version)
        # Channels and senders are in tables: no schema tells them.
        found = {failure for failure in oracle.told(problems) if failure[0] != "/channel"}
        failing = oracle.failing(version, oracle.WHOLE, line)
        if line["header"]["msg_type"] in VERSIONS[version]:
            assert found == failing, line
        wrong |= failing
    assert {"/parent_header", "/content", "/content/status"} <= {path for path, _ in wrong}


def test_jsonschema_agrees_on_mutants_of_every_shape() -> None:
    compared = wrong = 0
    for number, (version, document, value) in enumerate(shapes()):
        for mutant in itertools.islice(spoil.mutants(value), number % STRIDE, None, STRIDE):
            failing = oracle.failing(version, document, mutant)
            assert oracle.found(version, document, mutant) == failing, f"{version} {document} {mutant!r}"
            compared += 1
            wrong += bool(failing)
    assert compared > 10_000
    assert compared / 4 < wrong < compared


STRIDE = 3
"""Each shape is tried with every third of its mutants, like shapes with other thirds: that takes seconds."""


def shapes() -> list[tuple[str, str, Json]]:
    """One content of each shape, and one message: version, document, value."""
    found: dict[str, tuple[str, str, Json]] = {}
    for version, line in recorded():
        msg_type = line["header"]["msg_type"]
        cases = [(version, "message", {**pruned(line), "content": {}})]
        if msg_type in MESSAGES:
            cases.append((version, msg_type, pruned(line["content"])))
        for case in cases:
            found.setdefault(repr((*case[:2], shape(case[2]))), case)
    return [*found.values()]
