"""Which kernels are installed, and how they start: as in jupyter_client, and where we differ."""

from __future__ import annotations

import asyncio
import json
import os
import sys
from pathlib import Path
from typing import Any

import pytest
from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.manager import KernelManager
from jupyter_client.provisioning import LocalProvisioner

from kernelwire import launch
from kernelwire.errors import KernelNotFound, KernelwireError
from kernelwire.local.commands import InstalledKernelspec
from kernelwire.local.kernelspecs import find_kernelspec, list_kernelspecs, read_kernelspec
from kernelwire.local.paths import find_program, kernelspec_folders, runtime_dir
from tests import quick_kernel

SPEC: dict[str, Any] = {"argv": [sys.executable, "{connection_file}"], "display_name": "A", "language": "a"}


def install(folder: Path, name: str, **change: Any) -> Path:
    resource_dir = folder / name
    resource_dir.mkdir(parents=True)
    (resource_dir / "kernel.json").write_text(json.dumps(SPEC | change))
    return resource_dir


def program(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("#!/bin/sh\n")
    path.chmod(0o755)
    return path


@pytest.fixture
def jupyter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of kernelspecs that comes first; the user's own home is empty."""
    (tmp_path / "home").mkdir()
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("JUPYTER_PATH", str(tmp_path / "jupyter"))
    for name in ("IPYTHONDIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "XDG_DATA_HOME"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path / "jupyter" / "kernels"


def test_the_same_are_found_as_by_jupyter_client(jupyter: Path) -> None:
    install(jupyter, "Mixed.Case-1")
    install(jupyter, "bash")  # hides the one of the environment
    install(Path("~/.ipython/kernels").expanduser(), "old")
    install(Path("~/.local/share/jupyter/kernels").expanduser(), "mine")
    (jupyter / "empty").mkdir()
    theirs = KernelSpecManager().find_kernel_specs()
    ours = {name: str(found.resource_dir) for name, found in list_kernelspecs().items()}
    assert ours == theirs
    assert {"mixed.case-1", "bash", "old", "mine", "python3"} <= ours.keys()
    assert list(ours) == sorted(ours)
    assert [*map(str, kernelspec_folders())] == KernelSpecManager().kernel_dirs


def test_the_folder_of_connection_files_is_jupyters(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JUPYTER_RUNTIME_DIR", "/somewhere/else")
    assert runtime_dir() == Path("/somewhere/else")


def test_names_have_no_case_and_python_is_python3(jupyter: Path) -> None:
    install(jupyter, "Mixed")
    assert find_kernelspec("MIXED").resource_dir == jupyter / "Mixed"
    assert find_kernelspec("python").name == "python3"
    install(jupyter, "python")
    assert find_kernelspec("python").name == "python"


def test_one_that_is_not_there_is_told_with_those_that_are(tmp_path: Path) -> None:
    install(tmp_path, "one")
    with pytest.raises(KernelNotFound) as caught:
        find_kernelspec("two", [tmp_path, tmp_path / "none"])
    assert caught.value.name == "two"
    assert caught.value.available == ("one",)
    assert caught.value.searched == (str(tmp_path), str(tmp_path / "none"))


def test_ipykernel_needs_no_kernelspec(
    tmp_path: Path, jupyter: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kernelwire.local.kernelspecs.kernelspec_folders", lambda: [tmp_path])
    native = find_kernelspec("python3")
    assert native.command("/c.json") == [sys.executable, "-m", "ipykernel_launcher", "-f", "/c.json"]
    assert (native.resource_dir / "logo-svg.svg").exists()
    with pytest.raises(KernelNotFound):
        find_kernelspec("python3", [tmp_path])
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    with pytest.raises(KernelNotFound):
        find_kernelspec("python3")


def test_without_jupyter_core_its_cure_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "jupyter_core", None)
    with pytest.raises(KernelwireError, match=r'pip install "kernelwire\[zmq\]"'):
        list_kernelspecs()


@pytest.mark.parametrize(
    ("text", "match"),
    [
        ("", "is empty"),
        ('{"argv": [', "ends in mid-JSON"),
        ('{\n"argv": [],,}', "no JSON: .* in line 2"),
        ("[]", "no JSON object"),
        ('{"argv": "sh", "display_name": "", "language": ""}', "/argv must be an array"),
        ('{"argv": ["a", 1], "display_name": "", "language": ""}', "/argv/1 must be a string, not 1"),
        ('{"argv": ["a"], "env": {"A": 1}}', "/env/A must be a string, not 1"),
        ('{"argv": ["a"], "interrupt_mode": "loud"}', "/interrupt_mode must be one of"),
        ('{"display_name": ""}', "no argv"),
    ],
)
def test_a_broken_one_is_told_and_hides_no_other(tmp_path: Path, text: str, match: str) -> None:
    install(tmp_path, "good")
    path = install(tmp_path, "bad") / "kernel.json"
    path.write_text(text)
    found = list_kernelspecs([tmp_path])
    assert list(found) == ["bad", "good"]
    assert found["good"].problem is None
    with pytest.raises(KernelwireError, match=match) as caught:
        found["bad"].command("/c.json")
    assert str(path) in str(caught.value)
    assert found["bad"].problem


def test_what_lacks_but_its_names_can_be_started(tmp_path: Path) -> None:
    path = install(tmp_path, "nameless") / "kernel.json"
    path.write_text(json.dumps({"argv": [sys.executable]}))
    assert read_kernelspec(path.parent).command("/c.json") == [sys.executable]


def test_one_that_wants_a_provisioner_is_listed_and_refused(tmp_path: Path) -> None:
    wanted = {"kernel_provisioner": {"provisioner_name": "yarn-provisioner", "config": {}}}
    install(tmp_path, "remote", metadata=wanted)
    install(tmp_path, "local", metadata={"kernel_provisioner": {"provisioner_name": "local-provisioner"}})
    install(tmp_path, "odd", metadata={"kernel_provisioner": "x"})
    found = list_kernelspecs([tmp_path])
    with pytest.raises(KernelwireError, match="'yarn-provisioner', a plugin of jupyter_client"):
        found["remote"].command("/c.json")
    assert found["local"].problem is found["odd"].problem is None


def test_fields_are_filled_in_anywhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    run = program(install(tmp_path, "a", argv=[]) / "run")
    argv = ["{resource_dir}/run", "--file={connection_file}", "{prefix}", "{other}", "{}", "~/x", "a~"]
    (run.parent / "kernel.json").write_text(json.dumps(SPEC | {"argv": argv}))
    command = read_kernelspec(run.parent).command(tmp_path / "c {prefix}.json")
    file = f"--file={tmp_path}/c {{prefix}}.json"
    assert command == [str(run), file, sys.prefix, "{other}", "{}", f"{tmp_path}/x", "a~"]


@pytest.mark.filterwarnings(
    "ignore:Passing unrecognized arguments"
)  # jupyter_client, of bash_kernel's fields
def test_commands_are_those_of_jupyter_client(jupyter: Path) -> None:
    """Of all kernels that are installed in this environment."""
    ours = {
        name: found for name, found in list_kernelspecs().items() if sys.prefix in str(found.resource_dir)
    }
    assert "python3" in ours
    for name, found in ours.items():
        manager = KernelManager(kernel_name=name, connection_file="/c.json")
        manager._launch_args = {}
        theirs = manager.format_kernel_cmd()
        command = found.command("/c.json")
        assert command[1:] == theirs[1:]
        assert os.path.realpath(command[0]) == os.path.realpath(find_program(theirs[0]) or "")


@pytest.mark.parametrize("argv0", ["python", "python3", "python3.99"])
def test_python_is_that_of_the_environment_that_the_kernelspec_is_in(tmp_path: Path, argv0: str) -> None:
    theirs = program(tmp_path / "env" / "bin" / argv0)
    resource_dir = install(tmp_path / "env" / "share" / "jupyter" / "kernels", "a", argv=[argv0])
    assert read_kernelspec(resource_dir).command("/c.json") == [str(theirs)]


def test_python_is_ours_where_nothing_else_is_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    program(tmp_path / ".local" / "bin" / "python")  # as uv installs it: not what a user's kernelspec means
    home = install(tmp_path / ".local" / "share" / "jupyter" / "kernels", "a", argv=["python"])
    for resource_dir in (home, install(tmp_path, "b", argv=["python3"])):
        assert read_kernelspec(resource_dir).command("/c.json") == [sys.executable]
    other = program(tmp_path / "bin" / "python2.7")
    resource_dir = install(tmp_path, "c", argv=["python2.7"], env={"PATH": f"{other.parent}:${{PATH}}"})
    assert read_kernelspec(resource_dir).command("/c.json") == [str(other)]


def test_nothing_in_the_current_folder_is_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(tmp_path / "evil")
    program(tmp_path / "bin" / "evil")
    monkeypatch.chdir(tmp_path)
    for search in ("", ".", "bin", f"::{os.curdir}:bin:"):
        assert find_program("evil", {"PATH": search}) is None
    assert find_program("evil", {"PATH": f":{tmp_path}/bin"}) == f"{tmp_path}/bin/evil"
    for name in ("./evil", "bin/evil"):
        assert find_program(name, {"PATH": str(tmp_path)}) is None
        with pytest.raises(KernelwireError, match="a relative path, which is not looked up"):
            read_kernelspec(install(tmp_path / "k", name.replace("/", "_"), argv=[name])).command("/c.json")
    assert find_program("bin", {"PATH": str(tmp_path)}) is None  # a folder is no program


@pytest.mark.parametrize(("argv0", "match"), [("nope", "not on PATH"), ("/nope", "not there, or not exec")])
def test_a_missing_program_is_told_with_the_file_that_names_it(
    tmp_path: Path, argv0: str, match: str
) -> None:
    found = read_kernelspec(install(tmp_path, "a", argv=[argv0]))
    with pytest.raises(KernelwireError, match=match) as caught:
        found.command("/c.json")
    assert str(tmp_path / "a" / "kernel.json") in str(caught.value)
    assert "jupyter kernelspec remove a" in str(caught.value)


def test_variables_are_expanded_as_jupyter_client_does(tmp_path: Path) -> None:
    env = {"PATH": "/opt/bin:${PATH}", "A": "$B-${B}", "B": "own", "C": "${NOT_THERE}", "PS1": "$", "D": "$$"}
    found = read_kernelspec(install(tmp_path, "a", env=env, language="python"))
    base = {"PATH": "/bin", "B": "base", "PYTHONEXECUTABLE": "/other", "KEPT": "1"}
    ours = found.environment(base)
    spec = KernelSpecManager(kernel_dirs=[str(tmp_path)]).get_kernel_spec("a")
    provisioner = LocalProvisioner(kernel_id="1", kernel_spec=spec)
    assert ours == asyncio.run(provisioner.pre_launch(env=dict(base)))["env"]
    assert ours["A"] == "base-base"
    assert base["B"] == "base"


def test_the_variables_of_this_process_are_where_one_begins(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KERNELWIRE_TEST", "here")
    found = read_kernelspec(install(tmp_path, "a", env={"X": "${KERNELWIRE_TEST}"}))
    assert found.environment()["X"] == found.environment()["KERNELWIRE_TEST"] == "here"
    assert "X" not in os.environ


def test_how_it_is_interrupted_has_no_case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As in jupyter_client. The kernel of this test would die of a signal."""
    monkeypatch.setenv("JUPYTER_RUNTIME_DIR", str(tmp_path / "runtime"))
    argv = [sys.executable, str(quick_kernel.__file__), "{connection_file}"]
    found = read_kernelspec(install(tmp_path, "a", argv=argv, interrupt_mode="Message"))
    theirs = KernelSpecManager(kernel_dirs=[str(tmp_path)]).get_kernel_spec("a")
    assert found.spec.interrupt_mode == theirs.interrupt_mode == "message"

    async def interrupted() -> None:
        async with launch(found, timeout=60) as client:
            await client.interrupt(timeout=60)
            await client.kernel_info(timeout=60)

    asyncio.run(interrupted())


@pytest.mark.parametrize(
    ("version", "registers"),
    [(None, False), ("5.5", False), ("5.6", True), ("5.10", True), ("6.0", True), ("5", False), ("x", False)],
)
def test_which_kernels_can_register(tmp_path: Path, version: str | None, registers: bool) -> None:
    found = read_kernelspec(install(tmp_path, "a", kernel_protocol_version=version))
    assert found.registers is registers


@pytest.mark.parametrize(
    ("metadata", "encrypts"),
    [
        (None, False),
        ({}, False),
        ({"supported_encryption": ["curve"]}, True),
        ({"supported_encryption": "Curve "}, True),
        ({"supported_encryption": ["tls"]}, False),
        ({"supported_encryption": {}}, False),
    ],
)
def test_which_kernels_can_encrypt(tmp_path: Path, metadata: Any, encrypts: bool) -> None:
    found = read_kernelspec(install(tmp_path, "a", metadata=metadata))
    assert found.encrypts is encrypts
    manager = KernelManager(
        kernel_name="a", kernel_spec_manager=KernelSpecManager(kernel_dirs=[str(tmp_path)])
    )
    if metadata is not None:
        assert manager._kernel_supports_curve_encryption() is encrypts


def test_it_can_be_made_by_hand(tmp_path: Path) -> None:
    """A kernel of one's own needs no file."""
    from jupyter_messages import Kernelspec

    spec = Kernelspec("Mine", "mine", [sys.executable, "-m", "mine", "{connection_file}"])
    made = InstalledKernelspec("mine", spec, tmp_path)
    assert made.command("/c.json") == [sys.executable, "-m", "mine", "/c.json"]
