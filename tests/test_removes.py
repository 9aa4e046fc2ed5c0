"""What a version takes away is gone from it, and stays in those before it."""

from __future__ import annotations

import json
from pathlib import Path

from tests.conftest import Run

LOOK = """
import json
import jupyter_messages as j
from jupyter_messages.validators import CONTENTS, DOCUMENTS
from jupyter_messages_msgspec import conforming
header = {"msg_id": "1", "session": "s", "username": "u", "date": "2026-01-01T00:00:00Z"}
def told(version):
    head = {**header, "msg_type": "clear_output", "version": version}
    message = {"header": head, "parent_header": head, "metadata": {}, "content": {"wait": True}}
    return [p.path for p in j.validate(message, channel="iopub")]
print(json.dumps({
    "tables": [v for v in ("5.6", "5.99") if "clear_output" in j.VERSIONS[v]],
    "contents": [v for v in ("5.6", "5.99") if "clear_output" in CONTENTS[v]],
    "shapes": [v for v in ("5.6", "5.99") if "clear_output" in conforming.CONTENTS[v]],
    "documents": [v for v in ("5.6", "5.99") if "kernelspec" in DOCUMENTS[v]],
    "known": "clear_output" in j.MESSAGES,
    "class": repr(j.decode_content("clear_output", {"wait": True})),
    "told": [told("5.6"), told("5.99")],
}))
"""


def test_a_version_may_take_away_a_message_type_and_a_document(workshop: Path, python: Run) -> None:
    folder = workshop / "schemas" / "v5.99"
    folder.mkdir()
    removes = ["urn:kernelwire:clear_output", "urn:kernelwire:kernelspec"]
    (folder / "protocol.json").write_text(
        json.dumps({"version": "5.99", "status": "draft", "description": "Less.", "removes": removes}),
        encoding="utf-8",
    )
    done = python(workshop, "-m", "kernelwire_codegen", "generate")
    assert done.returncode == 0, done.stderr
    done = python(workshop, "-c", LOOK)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == {
        "tables": ["5.6"],
        "contents": ["5.6"],
        "shapes": ["5.6"],
        "documents": ["5.6"],
        "known": True,
        "class": "ClearOutput(wait=True, extra={})",
        "told": [[], ["/header/msg_type"]],
    }
