"""The error family."""

from __future__ import annotations

import ast
import pickle
from pathlib import Path

import pytest

from kernelwire import errors
from kernelwire.errors import (
    ConnectionClosed,
    KernelDied,
    KernelNotFound,
    KernelwireError,
    LocalProtocolError,
    RemoteProtocolError,
    ServerError,
)


def test_the_docstring_draws_every_error() -> None:
    assert errors.__doc__ is not None
    classes = [
        each for each in vars(errors).values() if isinstance(each, type) and issubclass(each, Exception)
    ]
    assert len(classes) == 7
    for each in classes:
        assert issubclass(each, KernelwireError)
        assert each.__name__ in errors.__doc__


def test_it_imports_nothing_of_ours() -> None:
    tree = ast.parse(Path(errors.__file__).read_text(encoding="utf-8"))
    modules = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert modules == {"__future__", "collections.abc"}


def test_kernel_not_found_names_what_there_is_and_where_it_looked() -> None:
    error = KernelNotFound("julia", ["bash", "python3"], [Path("/usr/share/jupyter/kernels")])
    assert (error.name, error.available) == ("julia", ("bash", "python3"))
    assert error.searched == ("/usr/share/jupyter/kernels",)
    for word in ("'julia'", "bash, python3", "/usr/share/jupyter/kernels"):
        assert word in str(error)
    assert "none" in str(KernelNotFound("julia"))


@pytest.mark.parametrize(
    ("exit_code", "words"),
    [(1, "exit code 1"), (-9, "signal 9"), (None, "the kernel died"), (0, "exit code 0")],
)
def test_kernel_died_says_how(exit_code: int | None, words: str) -> None:
    error = KernelDied(exit_code, "Traceback\nImportError: no module named x\n")
    assert words in str(error)
    assert "ImportError" in str(error)
    assert error.exit_code == exit_code


@pytest.mark.parametrize(
    "error",
    [
        KernelNotFound("a", ["b"], ["/c"]),
        KernelDied(-9, "tail"),
        ServerError(404, "no such kernel"),
        ConnectionClosed("gone"),
        LocalProtocolError("ours"),
        RemoteProtocolError("theirs"),
    ],
)
def test_errors_travel_between_processes(error: KernelwireError) -> None:
    copy = pickle.loads(pickle.dumps(error))
    assert type(copy) is type(error)
    assert str(copy) == str(error)
    assert vars(copy) == vars(error)
