"""The arrows between the parts (docs/architecture.md), read off the import statements."""

from __future__ import annotations

import ast
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

RUNTIME = ROOT / "runtime" / "kernelwire"
PURE = ("errors", "limits", "signing", "replay", "trees", "jsonio", "framing", "message", "session")


def imported(path: Path) -> set[str]:
    """The modules that a file imports anywhere, under their full names."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            if node.level == 1 and "generated" in path.parts:
                names.add(
                    "jupyter_messages"
                )  # emitted packages can be copied: they import what is beside them
                continue
            assert node.level == 0, f"{path}: imports are absolute here"
            names.add(node.module or "")
            names.update(f"{node.module}.{alias.name}" for alias in node.names)
    return names


def roots(path: Path) -> set[str]:
    return {name.partition(".")[0] for name in imported(path)}


def modules(folder: str) -> list[Path]:
    return sorted((ROOT / folder).rglob("*.py"))


@pytest.mark.parametrize("path", modules("generated"), ids=lambda path: path.stem)
def test_the_emitted_package_stands_on_the_standard_library_alone(path: Path) -> None:
    assert roots(path) <= {*sys.stdlib_module_names, "jupyter_messages"}


@pytest.mark.parametrize("path", modules("generator"), ids=lambda path: path.stem)
def test_the_generator_knows_neither_what_it_emits_nor_the_runtime(path: Path) -> None:
    tools = {"jinja2", "jsonschema", "referencing", "datamodel_code_generator", "ruff"}
    assert roots(path) <= {*sys.stdlib_module_names, "kernelwire_codegen", *tools}


@pytest.mark.parametrize("path", modules("runtime"), ids=lambda path: path.stem)
def test_the_runtime_looks_one_way(path: Path) -> None:
    names = imported(path)
    if path.stem != "cli":
        assert "kernelwire_codegen" not in {name.partition(".")[0] for name in names}
        if path.stem != "__main__":
            assert "kernelwire.cli" not in names


@pytest.mark.parametrize("name", PURE)
def test_the_protocol_does_no_io(name: str) -> None:
    path = RUNTIME / f"{name}.py"
    if path.exists():
        assert not roots(path) & {
            "asyncio",
            "zmq",
            "websockets",
            "time",
            "random",
            "socket",
            "threading",
            "rich",
        }


def test_errors_stand_on_nothing() -> None:
    assert roots(RUNTIME / "errors.py") <= {"__future__", "collections", "typing"}


def test_modules_written_by_hand_are_small() -> None:
    paths = [
        *modules("runtime"),
        *modules("generator"),
        *modules("tests"),
        *modules("benchmarks"),
        *modules("examples"),
    ]
    sizes = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in paths}
    assert {path: size for path, size in sizes.items() if size > 300} == {}
    code = sorted(size for path, size in sizes.items() if "tests" not in path.parts)
    assert code[len(code) // 2] <= 150


def test_importing_the_emitted_package_loads_nothing_else() -> None:
    code = "import sys; before = {*sys.modules}; import jupyter_messages; print(*({*sys.modules} - before))"
    done = subprocess.run(
        [sys.executable, "-S", "-c", code], cwd=ROOT / "generated", capture_output=True, text=True, check=True
    )
    loaded = {name.partition(".")[0] for name in done.stdout.split()}
    assert loaded <= {*sys.stdlib_module_names, "jupyter_messages"}
    assert "jupyter_messages.validators" not in done.stdout.split()


def test_a_copy_of_the_emitted_package_works_under_any_name(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "generated" / "jupyter_messages", tmp_path / "app" / "vendored")
    code = "from app.vendored import MESSAGES, MimeBundle, decode_document, validate; validate({})"
    done = subprocess.run(
        [sys.executable, "-S", "-c", code], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
