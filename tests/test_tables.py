"""The tables say what the schemas say, and nobody can change them."""

from __future__ import annotations

from typing import Any

import pytest

import jupyter_messages
from jupyter_messages import (
    DEPRECATED,
    DRAFTS,
    FORMAT,
    LATEST,
    MESSAGES,
    REPLIES,
    REQUESTS,
    SENT,
    SINCE,
    VERSIONS,
    documents,
)
from kernelwire_codegen.names import snake
from tests.conftest import ROOT, Run
from tests.oracle import schemas


def test_every_version_has_the_types_of_its_schemas() -> None:
    assert [*VERSIONS] == [*schemas().versions]
    for name, version in schemas().versions.items():
        assert {*VERSIONS[name]} == {*version.messages()}
        for msg_type, document in version.messages().items():
            row, facts = VERSIONS[name][msg_type], document.schema["x-jupyter"]
            assert (row.name, row.cls.__name__) == (msg_type, document.schema["title"])
            assert (list(row.channels), row.sender, row.answers) == (
                facts["channels"],
                facts["sender"],
                facts.get("answers"),
            )
            assert row.since == facts["since"]
            assert row.summary == document.schema["description"]


def test_what_a_command_of_the_debugger_says_is_said_by_its_document() -> None:
    """(field, its value, the other field, the document that judges that)"""
    for msg_type, other in (("debug_request", "arguments"), ("debug_reply", "body")):
        cases = MESSAGES[msg_type].cases
        assert ("command", "dumpCell", other, f"dump_cell_{other}") in cases
        assert ("command", "richInspectVariables", other, f"rich_inspect_variables_{other}") in cases
        for field, value, held, document in cases:
            assert (field, held) == ("command", other)
            assert document == f"{snake(value)}_{other}"
            assert hasattr(documents, f"{value[0].upper()}{value[1:]}{other.title()}")
    assert {name for name, row in MESSAGES.items() if row.cases} == {"debug_request", "debug_reply"}


def test_a_name_that_is_not_there() -> None:
    with pytest.raises(AttributeError, match="'jupyter_messages' has no attribute 'Streem'"):
        jupyter_messages.__getattr__("Streem")


def test_what_it_has_is_listed() -> None:
    assert {"Stream", "validate", "decode_content", "MESSAGES"} < {*jupyter_messages.__all__}
    assert dir(jupyter_messages) == sorted(jupyter_messages.__all__)


def test_what_not_everybody_needs_is_loaded_when_it_is_asked_for(python: Run) -> None:
    """It would take half as long again to import."""
    code = (
        "import sys, jupyter_messages as j\n"
        "late = {'documents', 'document_converters', 'mime', 'validators', 'verdict'}\n"
        "print([name for name in late if f'jupyter_messages.{name}' in sys.modules])\n"
        "print(*(each.__name__ for each in (j.Kernelspec, j.MimeBundle, j.validate)))\n"
        "print(sorted(name for name in late if f'jupyter_messages.{name}' in sys.modules))"
    )
    before, first, after = python(ROOT, "-c", code).stdout.splitlines()
    assert before == "[]"
    assert first == "Kernelspec MimeBundle validate"
    assert "documents" in after
    assert "verdict" in after


def test_look_ups() -> None:
    assert len(MESSAGES) == 43
    assert all(REQUESTS[reply] == request for request, reply in REPLIES.items())
    assert REPLIES["execute_request"] == "execute_reply"
    assert DEPRECATED == {"connect_request": "5.1", "connect_reply": "5.1"}
    assert SINCE["5.3"] == ("interrupt_reply", "interrupt_request")
    assert sum(map(len, SINCE.values())) == 43
    assert {"stream", "comm_msg"} <= SENT["iopub", "kernel"]
    assert SENT["iopub", "client"] == frozenset()
    assert SENT["stdin", "kernel"] == {"input_request"}
    assert VERSIONS["5.4"]["shutdown_request"].deprecated_on == (("shell", "5.4"),)
    assert VERSIONS["5.3"]["shutdown_request"].deprecated_on == ()
    assert (LATEST, {*DRAFTS}) == ("5.5", {"5.6"})


def test_what_is_sent_on_a_channel_is_what_its_schemas_say() -> None:
    facts = {name: each.schema["x-jupyter"] for name, each in schemas().newest.messages().items()}
    assert {*SENT} == {(c, s) for c in ("shell", "control", "stdin", "iopub") for s in ("client", "kernel")}
    for (channel, sender), names in SENT.items():
        who = {"both": "kernel" if channel == "iopub" else "client"}
        assert names == {
            name
            for name, each in facts.items()
            if channel in each["channels"] and sender == who.get(each["sender"], each["sender"])
        }


def test_the_format_is_not_changed_by_chance() -> None:
    assert FORMAT == 2, "kernelwire would refuse the packages that its users emitted"


@pytest.mark.parametrize(
    "table", [MESSAGES, VERSIONS, VERSIONS["5.0"], REPLIES, REQUESTS, SENT, SINCE, DEPRECATED]
)
def test_tables_are_immutable(table: Any) -> None:
    with pytest.raises(TypeError):
        table["stream"] = None
    with pytest.raises(AttributeError):
        MESSAGES["stream"].name = "streem"  # type: ignore[misc]
