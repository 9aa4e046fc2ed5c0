"""The generator as its users use it: a spec that moves, message types of one's own, the same bytes
everywhere.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT, Run


def _write(path: Path, data: dict[str, Any]) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(
        json.dumps({"$schema": "https://json-schema.org/draft/2020-12/schema", **data}), encoding="utf-8"
    )


def test_what_is_checked_in_is_what_the_schemas_say(python: Run) -> None:
    done = python(ROOT, "-m", "kernelwire_codegen", "generate", "--check")
    assert (done.returncode, done.stdout) == (0, ""), done.stdout + done.stderr


def test_drift_names_what_differs_and_the_cure(workshop: Path, python: Run) -> None:
    package = workshop / "generated" / "jupyter_messages"
    (package / "mime.py").write_text("# Generated from elsewhere", encoding="utf-8")
    (package / "py.typed").unlink()
    (package / "left_over.py").write_text("", encoding="utf-8")
    done = python(workshop, "-m", "kernelwire_codegen", "generate", "--check")
    assert done.returncode == 1
    lines = done.stdout.splitlines()
    assert [line.partition(":")[0] for line in lines[:3]] == ["missing", "extra", "different"]
    assert [Path(line.partition(": ")[2]).name for line in lines[:3]] == [
        "py.typed",
        "left_over.py",
        "mime.py",
    ]
    assert lines[3].endswith("Cure: make generate")


def test_nothing_but_generated_files_is_ever_overwritten(workshop: Path, python: Run) -> None:
    (workshop / "mine").mkdir()
    (workshop / "mine" / "work.py").write_text("precious = 1\n", encoding="utf-8")
    done = python(workshop, "-m", "kernelwire_codegen", "generate", "-o", "mine")
    assert done.returncode == 2
    assert "not generated" in done.stderr
    assert [path.name for path in (workshop / "mine").iterdir()] == ["work.py"]
    (workshop / "mine" / "work.py").unlink()
    (workshop / "mine" / "folder" / "__pycache__").mkdir(parents=True)
    (workshop / "mine" / "folder" / "__pycache__" / "work.pyc").write_bytes(b"compiled")
    assert python(workshop, "-m", "kernelwire_codegen", "generate", "-o", "mine").returncode == 0


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONHASHSEED": "1"},
        {"PYTHONHASHSEED": "77", "LC_ALL": "C"},
        {"LANG": "tr_TR.UTF-8", "PYTHONUTF8": "0"},
    ],
)
def test_the_same_bytes_under_any_hash_seed_folder_and_locale(
    tmp_path: Path, python: Run, environment: dict[str, str]
) -> None:
    output = tmp_path / "elsewhere" / "jupyter_messages"
    output.parent.mkdir()
    done = python(
        ROOT, "-m", "kernelwire_codegen", "generate", "-o", str(output), cwd=output.parent, **environment
    )
    assert done.returncode == 0, done.stderr
    for path in (ROOT / "generated" / "jupyter_messages").iterdir():
        if path.is_file():
            assert (output / path.name).read_bytes() == path.read_bytes(), path.name


UPDATE = """
import json
from jupyter_messages import *
import jupyter_messages as j
header = {"msg_id": "1", "session": "s", "username": "u", "date": "2026-01-01T00:00:00Z"}
def rules(msg_type, content, version, channel="iopub"):
    head = {**header, "msg_type": msg_type, "version": version}
    message = {"header": head, "parent_header": head, "metadata": {}, "content": content}
    return sorted(p.rule for p in validate(message, channel=channel))
print(json.dumps({
    "row": MESSAGES["profile_reply"][2:6] if "profile_reply" in MESSAGES else None,
    "reply": REPLIES.get("profile_request"),
    "class": repr(decode_content("profile_reply", {"status": "ok", "seconds": 2.5})),
    "field": repr(decode_content("stream", {"name": "stdlog", "text": "", "level": 3})),
    "new": [rules("stream", {"name": "stdlog", "text": "", "level": level}, "5.99") for level in (3, "3")],
    "old": [rules("stream", {"name": "stdlog", "text": "", "level": level}, "5.5") for level in (3, "3")],
    "profile": [rules("profile_reply", {"status": "ok"}, version, "shell") for version in ("5.99", "5.5")],
    "deprecated": [rules("clear_output", {"wait": True}, version) for version in ("5.99", "5.5")],
}))
"""


def test_a_new_version_of_the_spec_is_a_folder_and_one_run(workshop: Path, python: Run) -> None:
    folder = workshop / "schemas" / "v5.99"
    _write(folder / "protocol.json", {"version": "5.99", "status": "draft", "description": "A throw-away."})
    level = {"description": "How loud.", "type": "integer", "x-jupyter": {"since": "5.99"}}
    name = {"enum": ["stdout", "stderr", "stdlog"]}
    _write(
        folder / "stream.json", {"$id": "urn:kernelwire:stream", "properties": {"name": name, "level": level}}
    )
    _write(
        folder / "clear_output.json",
        {"$id": "urn:kernelwire:clear_output", "x-jupyter": {"deprecated": "5.99"}},
    )
    for word, facts, fields in (
        ("request", {"sender": "client"}, {}),
        (
            "reply",
            {"sender": "kernel", "answers": "profile_request"},
            {"seconds": {"description": "How long.", "type": "number", "default": 0}},
        ),
    ):
        status = {"status": {"description": "It went well.", "const": "ok"}} if fields else {}
        _write(
            folder / f"profile_{word}.json",
            {
                "$id": f"urn:kernelwire:profile_{word}",
                "title": f"Profile{word.title()}",
                "description": "How long things take.",
                "x-jupyter": {"channels": ["shell"], "since": "5.99", **facts},
                "type": "object",
                "required": [*status, *fields],
                "properties": {**status, **fields},
                "examples": [{"status": "ok", "seconds": 0.5} if fields else {}],
            },
        )
    assert python(workshop, "-m", "kernelwire_codegen", "generate").returncode == 0
    done = python(workshop, "-c", UPDATE)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == {
        "row": [["shell"], "kernel", "profile_request", "5.99"],
        "reply": "profile_reply",
        "class": "ProfileReply(seconds=2.5, status='ok', extra={})",
        "field": "Stream(name='stdlog', text='', level=3, extra={})",
        "new": [[], ["type"]],
        "old": [["enum"], ["enum"]],
        "profile": [["required"], ["required", "since"]],
        "deprecated": [["deprecated"], []],
    }


ACME = """
import json
import acme_messages as acme, jupyter_messages
from acme_messages import validators as new
from jupyter_messages import VERSIONS, validators as old
from acme_messages import MESSAGES, UsageReply, decode_content, encode_content, validate
header = {"msg_id": "1", "session": "s", "username": "u", "date": "2026-01-01T00:00:00Z", "version": "5.3"}
def rules(msg_type, content, channel, judge=validate):
    head = {**header, "msg_type": msg_type}
    message = {"header": head, "parent_header": head, "metadata": {}, "content": content}
    return [(p.path, p.rule) for p in judge(message, channel=channel)]
spark = {"job": 7, "stages": {"1": {"done": 3}}, "more": None}
print(json.dumps({
    "merged": {*jupyter_messages.MESSAGES} < {*MESSAGES},
    "same": all(acme.VERSIONS[v][name] == row for v, rows in VERSIONS.items() for name, row in rows.items()),
    "judged": all(
        {**ours} == {name: judge for name, judge in theirs.items() if name in ours}
        for table in ("CONTENTS", "DOCUMENTS")
        for ours, theirs in zip(getattr(old, table).values(), getattr(new, table).values(), strict=True)
    ),
    "own": sorted({*MESSAGES} - {*jupyter_messages.MESSAGES}),
    "class": repr(decode_content("spark_monitor_msg", spark)),
    "back": encode_content(decode_content("spark_monitor_msg", spark)) == spark,
    "ours": repr(decode_content("stream", {"name": "stdout", "text": ""})),
    "error": type(decode_content("usage_reply", {"status": "error"})).__name__,
    "good": rules("usage_reply", {"status": "ok", "kernel_cpu": 1.5}, "control"),
    "wrong": rules("usage_reply", {"status": "ok", "kernel_cpu": "1"}, "shell"),
    "orphan": rules("spark_monitor_msg", {"job": None, "stages": {}}, "iopub"),
    "stream": rules("stream", {"name": "out", "text": ""}, "iopub"),
    "unknown": rules("usage_reply", {}, "control", jupyter_messages.validate),
    "sent": sorted(acme.SENT["control", "client"] - jupyter_messages.SENT["control", "client"]),
    "reply": acme.REPLIES["usage_request"],
    "written": encode_content(UsageReply(kernel_cpu=0.5)),
}))
"""


def acme_schemas(folder: Path) -> Path:
    """A user's own message types: one on iopub, a request and its reply on control."""
    stage = {"title": "SparkStage", "description": "A stage.", "type": "object", "required": ["done"]}
    stage["properties"] = {"done": {"description": "Tasks done.", "type": "integer", "default": 0}}
    parts: dict[str, tuple[dict[str, Any], dict[str, Any], dict[str, Any]]] = {
        "spark_monitor_msg": (
            {"channels": ["iopub"], "sender": "kernel", "since": "5.0"},
            {
                "job": {"description": "The job.", "type": "integer", "default": 0},
                "stages": {
                    "description": "By number.",
                    "type": "object",
                    "additionalProperties": {"$ref": "#/$defs/SparkStage"},
                    "default": {},
                },
            },
            {"job": 1, "stages": {"1": {"done": 2}}},
        ),
        "usage_request": ({"channels": ["control"], "sender": "client", "since": "5.0"}, {}, {}),
        "usage_reply": (
            {"channels": ["control"], "sender": "kernel", "since": "5.0", "answers": "usage_request"},
            {
                "status": {"description": "It went well.", "const": "ok"},
                "kernel_cpu": {"description": "Load.", "type": "number", "default": 0},
            },
            {"status": "ok", "kernel_cpu": 12.5},
        ),
    }
    for name, (facts, fields, example) in parts.items():
        title = "".join(part.title() for part in name.split("_"))
        data = {
            "$id": f"urn:acme:{name}",
            "title": title,
            "description": "Ours.",
            "x-jupyter": facts,
            "type": "object",
        }
        more = {"required": [*fields], "properties": fields, "examples": [example]}
        defs = {"$defs": {"SparkStage": stage}} if name == "spark_monitor_msg" else {}
        _write(folder / f"{name}.json", {**data, **more, **defs})
    return folder


def test_message_types_of_ones_own(tmp_path: Path, python: Run) -> None:
    folder = acme_schemas(tmp_path / "acme_schemas")
    output = tmp_path / "acme_messages"
    done = python(ROOT, "-m", "kernelwire_codegen", "generate", str(folder), "-o", str(output))
    assert done.returncode == 0, done.stderr
    again = python(ROOT, "-m", "kernelwire_codegen", "generate", str(folder), "-o", str(output), "--check")
    assert again.returncode == 0, again.stdout
    done = python(ROOT, "-c", f"import sys; sys.path.insert(0, {str(tmp_path)!r})\n{ACME}")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == {
        "merged": True,
        "same": True,
        "judged": True,
        "own": ["spark_monitor_msg", "usage_reply", "usage_request"],
        "class": "SparkMonitorMsg(job=7, stages={'1': SparkStage(done=3, extra={})}, extra={'more': None})",
        "back": True,
        "ours": "Stream(name='stdout', text='', extra={})",
        "error": "ErrorReply",
        "good": [],
        "wrong": [["/content/kernel_cpu", "type"], ["/channel", "channel"]],
        "orphan": [["/content/job", "type"]],
        "stream": [["/content/name", "enum"]],
        "unknown": [["/header/msg_type", "msg_type"]],
        "sent": ["usage_request"],
        "reply": "usage_reply",
        "written": {"status": "ok", "kernel_cpu": 0.5},
    }


def test_ones_own_types_may_not_take_our_names(tmp_path: Path, python: Run) -> None:
    folder = acme_schemas(tmp_path / "acme_schemas")
    data = json.loads((folder / "usage_request.json").read_text(encoding="utf-8"))
    _write(folder / "stream.json", {**data, "$id": "urn:acme:stream", "title": "Stream"})
    done = python(
        ROOT, "-m", "kernelwire_codegen", "generate", str(folder), "-o", str(tmp_path / "acme_messages")
    )
    assert done.returncode == 2
    assert "acme_schemas/stream.json" in done.stderr
    assert "taken by schemas/v5.0/stream.json" in done.stderr


def test_schema_prints_what_was_asked_for(python: Run) -> None:
    done = python(ROOT, "-m", "kernelwire_codegen", "schema", "header", "--spec-version", "5.0")
    assert "subshell_id" not in json.loads(done.stdout)["properties"]
    assert (
        "subshell_id"
        in json.loads(python(ROOT, "-m", "kernelwire_codegen", "schema", "header").stdout)["properties"]
    )
    whole = json.loads(python(ROOT, "-m", "kernelwire_codegen", "schema").stdout)
    assert {"stream", "execute_reply", "kernelspec"} <= {*whole["$defs"]}
    wrong = python(ROOT, "-m", "kernelwire_codegen", "schema", "streem")
    assert (wrong.returncode, "it has" in wrong.stderr) == (2, True)
    assert python(ROOT, "-m", "kernelwire_codegen", "schema", "--spec-version", "9.9").returncode == 2


def test_diff_says_what_changed(python: Run) -> None:
    lines = python(ROOT, "-m", "kernelwire_codegen", "diff", "5.3", "5.5").stdout.splitlines()
    assert "message shutdown_request: deprecated on shell" in lines
    assert any(line.startswith("document header.subshell_id: added, optional.") for line in lines)
    assert any(line.startswith("message iopub_welcome: added.") for line in lines)
    assert any(
        line.startswith("message kernel_info_request: now travels on shell, control") for line in lines
    )
    assert (
        python(ROOT, "-m", "kernelwire_codegen", "diff", "5.3", "5.3").stdout == "5.3 and 5.3 say the same\n"
    )
