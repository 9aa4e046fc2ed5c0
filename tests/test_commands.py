"""What the commands of the generator print and write, what they refuse, and with which exit code."""

from __future__ import annotations

import functools
import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from ruff import find_ruff_bin

from kernelwire_codegen import commands
from kernelwire_codegen.bundle import bundle, resolved
from kernelwire_codegen.diff import difference
from kernelwire_codegen.emit import differences, write
from kernelwire_codegen.errors import SchemaError
from kernelwire_codegen.load import load
from kernelwire_codegen.render import render, render_fast
from tests.conftest import ROOT
from tests.oracle import schemas
from tests.test_loading import folder, loaded

Capture = pytest.CaptureFixture[str]
PLACE = {"package": "acme", "source": "acme/", "command": "make it"}


def ran(capsys: Capture, *arguments: object) -> tuple[int, str, str]:
    """The exit code of a command, and what it printed and complained of."""
    code = commands.main([str(word) for word in arguments])
    return code, *capsys.readouterr()


def test_a_folder_holds_just_what_is_rendered(tmp_path: Path) -> None:
    files = {"a.py": "a", "deep/er/b.py": "é", "deep/er/c.py": "c"}
    home = tmp_path / "not/yet"
    told = [f"missing: {home / name}" for name in files]
    assert differences(files, home) == told
    assert write(files, home) == told
    assert (home / "deep/er/b.py").read_bytes() == "é".encode()
    assert differences(files, home) == []
    (home / "a.py").write_text("b", encoding="utf-8")
    (home / "deep/er/c.py").unlink()
    (home / "deep/d.py").write_text("d", encoding="utf-8")
    (home / "deep/__pycache__").mkdir()
    (home / "deep/__pycache__/d.pyc").write_text("d", encoding="utf-8")
    told = [
        f"missing: {home / 'deep/er/c.py'}",
        f"different: {home / 'a.py'}",
        f"extra: {home / 'deep/d.py'}",
    ]
    os.utime(home / "deep/er/b.py", ns=(5, 5))
    assert write(files, home) == told
    assert write(files, home) == differences(files, home) == []
    assert (home / "deep/er/b.py").stat().st_mtime_ns == 5
    assert (home / "deep/__pycache__/d.pyc").exists()


remembered = functools.cache(load)


@pytest.fixture(autouse=True)
def loaded_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """It takes its time."""
    monkeypatch.setattr(commands, "load", remembered)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout in which nothing is emitted yet, and a folder ``own`` with a document beside it. What is
    rendered is only what of.
    """

    def rendered(schemas: Any, templates: Path, *told: str, base: str | None = None) -> dict[str, str]:
        assert (templates / "messages.py.jinja2").is_file()
        owner = "ours" if schemas.own == 0 else "own"
        return {"py.typed": "", "here.py": f"# Generated from {owner} {base} {told}\n"}

    monkeypatch.setattr(commands, "render", rendered)
    monkeypatch.setattr(commands, "render_fast", functools.partial(rendered, base="fast"))
    monkeypatch.setattr("kernelwire_codegen.assets.checkout", lambda: tmp_path)
    folder(tmp_path / "own", {"t": {"description": "d"}})
    return tmp_path


OURS = "('jupyter_messages', 'schemas/', 'make generate')"


def test_ours_are_written_where_the_checkout_has_them(home: Path, capsys: Capture) -> None:
    plain, fast = home / "generated/jupyter_messages", home / "generated/jupyter_messages_msgspec"
    done = ran(capsys, "generate")
    assert done == (0, f"{plain}: 2 files, 2 changed\n{fast}: 2 files, 2 changed\n", "")
    assert (plain / "here.py").read_text("utf-8") == f"# Generated from ours None {OURS}\n"
    assert (fast / "here.py").read_text("utf-8") == f"# Generated from ours fast {OURS}\n"
    assert ran(capsys, "generate", "--check") == (0, "", "")
    (fast / "here.py").write_text("# Generated from x", encoding="utf-8")
    cure = f"{fast} is not what the schemas say. Cure: make generate\n"
    assert ran(capsys, "generate", "--check") == (1, f"different: {fast / 'here.py'}\n{cure}", "")
    done = ran(capsys, "generate")
    assert done == (0, f"{plain}: 2 files, 0 changed\n{fast}: 2 files, 1 changed\n", "")


@pytest.mark.parametrize("option", ["-o", "--output"])
def test_ones_own_are_written_where_one_says(home: Path, capsys: Capture, option: str) -> None:
    output = home / "deep/acme"
    done = ran(capsys, "generate", home / "own", option, output)
    assert done == (0, f"{output}: 2 files, 2 changed\n", "")
    own = "# Generated from own jupyter_messages ('acme', 'own/', 'kernelwire generate')\n"
    assert (output / "here.py").read_text("utf-8") == own
    (output / "py.typed").unlink()
    cure = f"kernelwire generate {home / 'own'} -o {output}"
    lines = f"missing: {output / 'py.typed'}\n{output} is not what the schemas say. Cure: {cure}\n"
    assert ran(capsys, "generate", home / "own", option, output, "--check") == (1, lines, "")
    assert not (output / "py.typed").exists()


def test_ours_are_written_elsewhere_without_the_quick_readers(home: Path, capsys: Capture) -> None:
    output = home / "jupyter_messages"
    assert ran(capsys, "generate", "-o", output) == (0, f"{output}: 2 files, 2 changed\n", "")
    assert (output / "here.py").read_text("utf-8") == f"# Generated from ours None {OURS}\n"
    assert not (home / "jupyter_messages_msgspec").exists()


def test_nothing_but_generated_files_is_overwritten(home: Path, capsys: Capture) -> None:
    output = home / "acme"
    (output / "b/__pycache__").mkdir(parents=True)
    for name in ("b/__pycache__/x.pyc", "py.typed", "z.py", "c.py"):
        (output / name).write_text("mine", encoding="utf-8")
    for name in ("c.py", "z.py"):
        why = f"kernelwire: {output / name} was not generated; move it away, or give another folder\n"
        assert ran(capsys, "generate", "-o", output) == (2, "", why)
        (output / name).write_text("# Generated from what was here before", encoding="utf-8")
    assert ran(capsys, "generate", "-o", output)[0] == 0
    assert sorted(path.name for path in output.rglob("*.*")) == ["here.py", "py.typed", "x.pyc"]


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        ("own", "say where to: kernelwire generate FOLDER -o PACKAGE"),
        ("own -o x/jupyter_messages",
         "jupyter_messages is the package that yours builds on; choose another name"),
        ("own -o a-b", "'a-b' is no name for a Python package; use letters, digits and _"),
        ("own -o x/json", "'json' is a module of Python's own; choose another name"),
        ("-o class", "'class' is no name for a Python package; use letters, digits and _"),
        ("none -o acme", "none#: no such folder; give a folder with one JSON Schema per message type"),
        ("own -o own/t.json/acme", "cannot write own/t.json/acme: Not a directory"),
    ],
)  # fmt: skip
def test_what_is_not_generated(
    home: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch, arguments: str, why: str
) -> None:
    monkeypatch.chdir(home)
    assert ran(capsys, "generate", *arguments.split()) == (2, "", f"kernelwire: {why}\n")
    assert [path.name for path in home.iterdir()] == ["own"]


def test_where_there_is_no_checkout(home: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kernelwire_codegen.assets.checkout", lambda: None)
    why = "this is no checkout of kernelwire; give a FOLDER with schemas of your own, and -o PACKAGE"
    assert ran(capsys, "generate") == (2, "", f"kernelwire: {why}\n")
    assert ran(capsys, "generate", "-o", home / "acme")[0] == 0


def test_schemas_are_printed(capsys: Capture) -> None:
    final, newest = schemas().final, schemas().newest
    for words, schema in (
        ((), bundle(final)),
        (("stream",), resolved(final, "stream")),
        (("--spec-version", newest.name), bundle(newest)),
        (("kernelspec", "--spec-version", newest.name), resolved(newest, "kernelspec")),
    ):
        text = json.dumps(schema, indent=2) + "\n"
        assert ran(capsys, "schema", *words) == (0, text, "")


def test_what_is_asked_for_and_not_there(capsys: Capture) -> None:
    names = ", ".join(sorted(document.stem for document in schemas().final.documents.values()))
    why = f"kernelwire: version 5.5 has no 'streem'; it has {names}\n"
    assert ran(capsys, "schema", "streem") == (2, "", why)
    why = f"kernelwire: no version '9.9'; there are {', '.join(schemas().versions)}\n"
    for words in (("schema", "--spec-version", "9.9"), ("diff", "9.9", "5.0"), ("diff", "5.0", "9.9")):
        assert ran(capsys, *words) == (2, "", why)


def test_differences_are_printed(capsys: Capture) -> None:
    lines = difference(schemas().versions["5.3"], schemas().versions["5.5"])
    assert len(lines) > 5
    assert ran(capsys, "diff", "5.3", "5.5") == (0, "\n".join(lines) + "\n", "")


HELP = {
    "": ["usage: kernelwire_codegen [-h] COMMAND ...", "JSON Schemas of Jupyter messages to Python.",
         "generate emit a Python package from JSON Schemas", "schema print a resolved JSON Schema",
         "diff say what changed between two versions of the protocol"],
    "generate": ["usage: kernelwire_codegen generate [-h] [-o PACKAGE] [--check] [FOLDER]",
                 "Emit a Python package from JSON Schemas; without FOLDER, ours: jupyter_messages.",
                 "FOLDER your own message types, one schema a file", "the folder of the package to emit",
                 "write nothing; fail if the package is not what the schemas say"],
    "schema": ["usage: kernelwire_codegen schema [-h] [--spec-version X.Y] [MSG_TYPE]",
               "Print the resolved schema of one message type's content, or of one document; without"
               " MSG_TYPE, one self-contained schema that judges any whole message.",
               "MSG_TYPE a message type, or header, connection_file, kernelspec …",
               "the version of the protocol (default: the newest final one)"],
    "diff": ["usage: kernelwire_codegen diff [-h] OLD NEW"
             " Say in plain words, per type and field, what changed between two versions."],
}  # fmt: skip


@pytest.mark.parametrize("command", HELP)
def test_help(capsys: Capture, monkeypatch: pytest.MonkeyPatch, command: str) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    with pytest.raises(SystemExit) as caught:
        commands.main([*command.split(), "--help"])
    assert caught.value.code == 0
    told = " ".join(capsys.readouterr().out.split())
    for words in HELP[command]:
        assert words in told


def test_a_command_must_be_given(capsys: Capture) -> None:
    with pytest.raises(SystemExit) as caught:
        commands.main([])
    assert caught.value.code == 2
    assert capsys.readouterr().err.endswith("the following arguments are required: COMMAND\n")


MINE: dict[str, Any] = {
    "type": "object",
    "description": "d",
    "x-jupyter": {"channels": ["iopub"], "sender": "kernel"},
}


def rendered(home: Path, schema: dict[str, Any], templates: Path = ROOT / "templates") -> dict[str, str]:
    ours = json.loads((ROOT / "schemas/v5.0/header.json").read_text(encoding="utf-8"))
    files = {"v5.0/header": ours, "v5.0/protocol": {"version": "5.0", "status": "final"}}
    return render(loaded(home, files, {"t": schema}), templates, **PLACE, base="jupyter_messages")


def test_what_is_rendered_says_where_it_is_from_and_is_laid_out(tmp_path: Path, capfd: Any) -> None:
    fast = render_fast(schemas(), ROOT / "templates", **PLACE)
    for name, files in (("plain", rendered(tmp_path, MINE)), ("fast", fast)):
        assert files.pop("py.typed") == ""
        assert "__init__.py" in files
        head = '# Generated from acme/ by "make it". Do not edit: change the schemas and run it again.\n'
        assert all(text.startswith(head) for text in files.values())
        write(files, tmp_path / name)
        known = f"lint.isort.known-first-party={['jupyter_messages' if name == 'plain' else 'acme']!r}"
        options = ["--isolated", "--no-cache", "--line-length=100", "--target-version=py310"]
        for words in (["format", "--check"], ["check", "--quiet", "--select=F401,I,UP", "--config", known]):
            ruff = [find_ruff_bin(), *words, *options, "."]
            assert subprocess.run(ruff, cwd=tmp_path / name, capture_output=True).returncode == 0, words
    describes = '"""Quick ways to read and to judge what `acme` describes; unlike that, they need msgspec."""'
    assert fast["__init__.py"].splitlines()[1:] == [describes]
    assert capfd.readouterr() == ("", "")


def test_what_breaks_a_rule_is_not_rendered(tmp_path: Path) -> None:
    with pytest.raises(SchemaError, match=r"no message type 'x' in version 5\.0"):
        rendered(tmp_path, {**MINE, "x-jupyter": {**MINE["x-jupyter"], "answers": "x"}})


def test_a_template_that_is_no_python_is_told(tmp_path: Path) -> None:
    templates = tmp_path / "templates"
    shutil.copytree(ROOT / "templates", templates)
    with (templates / "messages.py.jinja2").open("a", encoding="utf-8") as file:
        file.write("é = (\n")
    with pytest.raises(
        RuntimeError, match=r"(?s)^the emitted code is not Python; .*template:\n.*messages\.py"
    ):
        rendered(tmp_path, MINE, templates)
