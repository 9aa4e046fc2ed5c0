"""What README and the pages for users show works as shown."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from kernelwire.blocking import launch
from kernelwire.cli import main
from tests.conftest import ROOT

TEXT = (ROOT / "README.md").read_text(encoding="utf-8")
SHOWING = ("README.md", "docs/clients.md", "docs/transports.md", "docs/security.md")
COMMANDS = [line[2:] for line in TEXT.splitlines() if line.startswith("$ kernelwire ")]


def blocks(page: str) -> list[str]:
    text = (ROOT / page).read_text(encoding="utf-8")
    return re.findall(r"^```python\n(.*?)^```", text, re.MULTILINE | re.DOTALL)


EXAMPLES = [
    pytest.param(page, code, id=f"{page}-{number}")
    for page in SHOWING
    for number, code in enumerate(blocks(page))
]


@pytest.mark.parametrize(("page", "code"), EXAMPLES)
def test_examples_run(page: str, code: str) -> None:
    exec(compile(code, page, "exec"), {"__name__": "readme"})


def test_the_first_example_prints_what_it_says(capsys: pytest.CaptureFixture[str]) -> None:
    said = re.search(r"^```python\n(.*?)^```\n\n```\n(.*?)^```", TEXT, re.MULTILINE | re.DOTALL)
    assert said is not None
    test_examples_run("README.md", said[1])
    assert capsys.readouterr().out == said[2]


def test_there_are_examples() -> None:
    assert len(blocks("README.md")) >= 3
    assert all(map(blocks, SHOWING))
    assert len(COMMANDS) >= 4


@pytest.fixture(scope="module")
def runtime(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A runtime folder with the connection file of a kernel that runs, kernel-1234.json."""
    folder = tmp_path_factory.mktemp("runtime")
    with launch("python3") as client:
        assert client.connection_file is not None
        (folder / "kernel-1234.json").write_bytes(client.connection_file.read_bytes())
        yield folder


@pytest.mark.parametrize("command", [line for line in COMMANDS if "acme" not in line])
def test_commands_run(command: str, runtime: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JUPYTER_RUNTIME_DIR", str(runtime))
    first = (ROOT / "tests" / "captures" / "jupyter-client.jsonl.gz").read_bytes()
    (tmp_path / "session.jsonl").write_bytes(first)
    (tmp_path / "tests").symlink_to(ROOT / "tests") if "tests/" in command else None
    monkeypatch.chdir(tmp_path)
    assert main(shlex.split(command, comments=True)[1:]) in (0, 1)


PAGES = ["README.md", "CONTRIBUTING.md", *(f"docs/{path.name}" for path in (ROOT / "docs").glob("*.md"))]


@pytest.mark.parametrize("page", PAGES)
def test_links_lead_somewhere(page: str) -> None:
    path = ROOT / page
    for target in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", path.read_text(encoding="utf-8")):
        if "://" not in target:
            assert (path.parent / target).exists(), f"{page}: {target}"
