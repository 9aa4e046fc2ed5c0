"""The benchmarks run, so that they cannot rot. How fast anything is, is not asserted."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from benchmarks import captures, codecs, starting, zeromq
from benchmarks.__main__ import NAMES
from benchmarks.capture_peers import peers
from benchmarks.samples import SAMPLES, SMALL
from benchmarks.tables import PAGE, Table, write
from jupyter_messages import validate
from kernelwire import Signer, decode_frames
from tests.conftest import ROOT


def test_codecs_are_measured() -> None:
    reading, writing, floor = codecs.main(quick=True)
    for table in (reading, writing):
        assert [row[0] for row in table.rows[1:10]] == [*SAMPLES]
        assert [row[0] for row in table.rows[10:]] == ["geometric mean", "of the six small ones"]
        assert all(float(row[3]) > 0 for row in table.rows[1:])
    assert len(floor.rows) == 10
    assert {*SMALL} < {*SAMPLES}


@pytest.mark.parametrize("name", SAMPLES)
def test_what_is_measured_is_legal(name: str) -> None:
    for frames in codecs.samples(name):
        message = decode_frames(frames, Signer(codecs.KEY))
        assert [problem for problem in validate(message.as_dict()) if problem.severity == "error"] == []
        assert message.parent_msg_id


def test_starting_is_measured() -> None:
    [imports] = starting.main(quick=True)
    assert len(imports.rows) == 8


def test_zeromq_is_measured() -> None:
    trips, outputs = zeromq.main(quick=True)
    assert {"pyzmq", "kernelwire", "jupyter_client"} < {row[0] for row in trips.rows}
    assert [row[0] for row in outputs.rows[1:]] == ["pyzmq", "kernelwire", "jupyter_client"]


def test_captures_are_measured() -> None:
    forms = captures.main(quick=True)
    for table in forms[:3]:
        assert [row[0] for row in table.rows[1:3]] == [captures.OURS, captures.LONG]
        assert all(float(row[2]) > 0 for row in table.rows[1:])


def test_peers_find_what_is_wrong() -> None:
    [right] = captures.lines(1)["decoded"]
    wrong = right.replace(b'"msg_id":"', b'"msg_id":1,"was":"', 1)
    for name, (peer, _) in peers(wire=False)[0].items():
        assert (peer([right]), len(peer([wrong]))) == ([], 1), name


def test_peers_that_are_not_installed_are_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "fastjsonschema", None)
    found, missing = peers(wire=False)
    assert "fastjsonschema" in missing
    assert "orjson + fastjsonschema" not in found
    assert "orjson + jsonschema" in found


def test_tables_are_written_between_their_markers(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("before\n<!-- x: make bench writes this -->\nold\n<!-- /x -->\nafter\n", encoding="utf-8")
    for _ in range(2):
        write("x", [Table("Title", [("", "n"), ("one", "1")], "A note.")], page)
    text = page.read_text(encoding="utf-8")
    assert text.startswith("before\n<!-- x: make bench writes this -->\n\n")
    assert text.endswith(
        "\n### Title\n\n|     | n |\n|-----|--:|\n| one | 1 |\n\nA note.\n\n<!-- /x -->\nafter\n"
    )
    assert "old" not in text
    with pytest.raises(ValueError, match=r"page.md has no .* y"):
        write("y", [], page)


def test_the_page_has_a_place_for_each() -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert [name for name in NAMES if f"<!-- {name}: make bench writes this -->" not in text] == []
    assert [name for name in NAMES if not (ROOT / "benchmarks" / f"{name}.py").is_file()] == []
