"""From schemas to files: ``{path: text}``, a pure function of schemas, templates and the pinned tools."""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from ruff import find_ruff_bin

from kernelwire_codegen import classes, readers, rules, shapes
from kernelwire_codegen.checks import literal
from kernelwire_codegen.contexts import Package, contexts
from kernelwire_codegen.load import Schemas
from kernelwire_codegen.model import build

_HEADER = '# Generated from {} by "{}". Do not edit: change the schemas and run it again.\n'
_FAST = '"""Quick ways to read and to judge what `{}` describes; unlike that, they need msgspec."""\n'
_RUFF = ("--isolated", "--no-cache", "--line-length=100", "--target-version=py310")


def render(
    schemas: Schemas, templates: Path, package: str, source: str, command: str, base: str | None = None
) -> dict[str, str]:
    """Every file of the package ``package`` for the documents of the last schema root.

    ``source`` and ``command`` go into the header of each file: where it comes from and how to make it anew.
    ``base`` is the package that holds what earlier roots describe, if there are any. Raises SchemaError.
    """
    rules.check(schemas)
    model = build(schemas)
    names = Package(base)
    header = _HEADER.format(source, command)
    environment = _environment(templates)
    files = {"py.typed": ""}
    for path, (template, data) in contexts(schemas, model, names).items():
        if "classes_to_write" in data:
            data["source"] = classes.source(data["classes_to_write"], data["classes_to_know"], templates)
        text = environment.get_template(template).render(
            package=package, support=names.support, base=base, **data
        )
        files[path] = header + text
    return _formatted(files, first_party=[base] if base else [])


def render_fast(schemas: Schemas, templates: Path, package: str, source: str, command: str) -> dict[str, str]:
    """Every file of the package that stands on msgspec, beside ``package``, which does not."""
    environment = _environment(templates)
    header = _HEADER.format(source, command)
    data = {
        "readers.py": readers.context(build(schemas)),
        "conforming.py": {"base": None, **shapes.context(schemas)},
    }
    files = {"py.typed": "", "__init__.py": header + _FAST.format(package)}
    for path, context in data.items():
        text = environment.get_template(f"{path}.jinja2").render(package=package, **context)
        files[path] = header + text
    return _formatted(files, first_party=[package])


def _environment(templates: Path) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(templates),
        undefined=StrictUndefined,
    )
    environment.filters["pyrepr"] = literal
    return environment


def _formatted(files: dict[str, str], first_party: list[str]) -> dict[str, str]:
    """The Python files as ruff lays them out: unused imports gone, imports sorted, lines of at most 100
    columns.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for path, text in files.items():
            (folder / path).write_text(text, encoding="utf-8", newline="\n")
        known = f"lint.isort.known-first-party={first_party!r}"
        _ruff(folder, "check", "--fix-only", "--select=F401,I,UP", "--config", known)
        _ruff(folder, "format")
        return {path: (folder / path).read_text(encoding="utf-8") for path in files}


def _ruff(folder: Path, *arguments: Any) -> None:
    done = subprocess.run(
        [find_ruff_bin(), arguments[0], *_RUFF, *arguments[1:], "."],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
    )
    if done.returncode:
        raise RuntimeError(
            f"the emitted code is not Python; this is a mistake in a template:\n{done.stdout}{done.stderr}"
        )
