"""Validators of schemas that are made for one test, emitted and loaded without a package around them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from jupyter_messages import Problem
from kernelwire_codegen import assets
from kernelwire_codegen.checks import literal
from kernelwire_codegen.load import Document, Json, Version
from kernelwire_codegen.validators import Functions

ACME = "urn:acme:"


def version(name: str, **documents: Json) -> Version:
    """A version with these documents alone, by the names of their files."""
    found = {
        f"{ACME}{stem}": Document(f"{ACME}{stem}", stem, {"$id": f"{ACME}{stem}", **schema}, (), 0)
        for stem, schema in documents.items()
    }
    return Version(name, "final", {}, found)


def emitted(functions: Functions) -> dict[str, Any]:
    """What a module with these validators holds."""
    environment = Environment(loader=FileSystemLoader(assets.folder("templates")), undefined=StrictUndefined)
    environment.filters["pyrepr"] = literal
    data = {"functions": functions.emitted.values(), "patterns": functions.patterns}
    text = environment.get_template("validators.py.jinja2").render(
        support="jupyter_messages", base=None, borrowed=[], tables=[], **data
    )
    module: dict[str, Any] = {}
    exec(compile(text, "emitted", "exec"), module)
    return module


def problems(judge: Callable[[Any, str, list[Problem]], None], value: Any) -> list[Problem]:
    """What an emitted validator finds."""
    found: list[Problem] = []
    judge(value, "", found)
    return found
