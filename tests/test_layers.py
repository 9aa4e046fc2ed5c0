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
ARROWS = {
    "errors": "",
    "limits": "",
    "streams": "",
    "wire": "errors limits",
    "session": "errors wire",
    "local": "errors wire",
    "transports": "errors limits wire local",
    "server": "errors limits wire transports",
    "client": "errors limits wire session local transports server",
    "blocking": "wire session client",
    "captures": "errors limits streams wire",
    "terminal": "errors streams local client server",
    "cli": "streams captures terminal",
    "__main__": "cli",
}
"""Which rooms of the runtime each one may import, besides itself; what the root gives, it gives on demand."""

LIBRARIES = {
    "session": "",
    "wire": "msgspec orjson",
    "captures": "msgspec rich",
    "local": "jupyter_core zmq",
    "server": "httpx",
    "client": "async_timeout",
    "terminal": "",
    "transports/memory.py": "",
    "transports/zeromq": "zmq",
    "transports/websocket": "websockets",
}
"""The libraries of each, besides the standard one and what is emitted."""

SANS_IO = {
    "asyncio",
    "multiprocessing",
    "os",
    "random",
    "secrets",
    "select",
    "socket",
    "subprocess",
    "threading",
    "time",
}
"""What the wire and the session know nothing of."""


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


@pytest.mark.parametrize("path", modules("generated/jupyter_messages"), ids=lambda path: path.stem)
def test_the_emitted_package_stands_on_the_standard_library_alone(path: Path) -> None:
    assert roots(path) <= {*sys.stdlib_module_names, "jupyter_messages"}


def test_what_stands_on_msgspec_is_beside_it_and_used_in_two_places() -> None:
    for path in modules("generated/jupyter_messages_msgspec"):
        assert roots(path) <= {*sys.stdlib_module_names, "jupyter_messages", "msgspec"}
    users = {each.stem for each in modules("runtime") if "jupyter_messages_msgspec" in roots(each)}
    assert users == {"parts", "shortcut"}


@pytest.mark.parametrize("path", modules("generator"), ids=lambda path: path.stem)
def test_the_generator_knows_neither_what_it_emits_nor_the_runtime(path: Path) -> None:
    tools = {"jinja2", "jsonschema", "referencing", "datamodel_code_generator", "ruff"}
    assert roots(path) <= {*sys.stdlib_module_names, "kernelwire_codegen", *tools}


def room(path: Path) -> str:
    """The room of the runtime that a module is in."""
    return path.relative_to(RUNTIME).parts[0].removesuffix(".py")


@pytest.mark.parametrize("path", modules("runtime"), ids=lambda path: str(path.relative_to(RUNTIME)))
def test_the_runtime_looks_one_way(path: Path) -> None:
    names = imported(path)
    if room(path) not in ("cli", "__init__"):
        assert "kernelwire_codegen" not in {name.partition(".")[0] for name in names}
    if room(path) != "__init__":
        others = {name.split(".")[1] for name in names if name.startswith("kernelwire.")} - {room(path)}
        assert others <= {*ARROWS[room(path)].split()} | ({"launch", "connect"} & others)


@pytest.mark.parametrize("where", LIBRARIES)
def test_each_room_has_its_libraries(where: str) -> None:
    home = RUNTIME / where
    ours = {"jupyter_messages", "jupyter_messages_msgspec", "kernelwire", "typing_extensions"}
    for path in sorted(home.rglob("*.py")) if home.is_dir() else [home]:
        assert roots(path) <= {*sys.stdlib_module_names, *ours, *LIBRARIES[where].split()}, path


@pytest.mark.parametrize("where", ["wire", "session"])
def test_the_protocol_does_no_io(where: str) -> None:
    for path in sorted((RUNTIME / where).rglob("*.py")):
        assert not roots(path) & SANS_IO, path


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
