"""The commands of the generator: ``generate``, ``schema`` and ``diff``. ``kernelwire`` has them too, through
`add_commands`.
"""

from __future__ import annotations

import argparse
import json
import keyword
import sys
from collections.abc import Sequence
from pathlib import Path

from kernelwire_codegen import assets
from kernelwire_codegen.bundle import bundle, resolved
from kernelwire_codegen.diff import difference
from kernelwire_codegen.emit import differences, found, write
from kernelwire_codegen.errors import SchemaError
from kernelwire_codegen.load import Schemas, Version, load
from kernelwire_codegen.readers import FAST
from kernelwire_codegen.render import render, render_fast

_BASE = "jupyter_messages"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code."""
    parser = argparse.ArgumentParser(
        prog="kernelwire_codegen", description="JSON Schemas of Jupyter messages to Python."
    )
    add_commands(parser.add_subparsers(required=True, metavar="COMMAND"))
    options = parser.parse_args(arguments)
    code: int = options.run(options)
    return code


def add_commands(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the generator's commands to a parser; each sets ``run(options) -> exit code``."""
    generate = commands.add_parser(
        "generate",
        help="emit a Python package from JSON Schemas",
        description="Emit a Python package from JSON Schemas; without FOLDER, ours: jupyter_messages.",
        epilog="example: kernelwire generate acme_schemas/ -o acme_messages",
    )
    generate.add_argument(
        "folder", nargs="?", type=Path, metavar="FOLDER", help="your own message types, one schema a file"
    )
    generate.add_argument(
        "-o", "--output", type=Path, metavar="PACKAGE", help="the folder of the package to emit"
    )
    generate.add_argument(
        "--check", action="store_true", help="write nothing; fail if the package is not what the schemas say"
    )
    generate.set_defaults(run=run_generate)
    schema = commands.add_parser(
        "schema",
        help="print a resolved JSON Schema",
        description="Print the resolved schema of one message type's content, or of one document;"
        " without MSG_TYPE, one self-contained schema that judges any whole message.",
        epilog="example: kernelwire schema execute_reply --spec-version 5.3",
    )
    schema.add_argument(
        "name", nargs="?", metavar="MSG_TYPE", help="a message type, or header, connection_file, kernelspec …"
    )
    schema.add_argument(
        "--spec-version", metavar="X.Y", help="the version of the protocol (default: the newest final one)"
    )
    schema.set_defaults(run=run_schema)
    diff = commands.add_parser(
        "diff",
        help="say what changed between two versions of the protocol",
        description="Say in plain words, per type and field, what changed between two versions.",
        epilog="example: kernelwire diff 5.3 5.5",
    )
    diff.add_argument("old", metavar="OLD")
    diff.add_argument("new", metavar="NEW")
    diff.set_defaults(run=run_diff)


def run_generate(options: argparse.Namespace) -> int:
    """``generate``: 0 done or nothing to do; 1 ``--check`` found a difference; 2 refused."""
    root = assets.checkout()
    if options.output:
        output: Path = options.output
    elif options.folder:
        return _refuse("say where to: kernelwire generate FOLDER -o PACKAGE")
    elif root:
        output = root / "generated" / _BASE
    else:
        return _refuse(
            "this is no checkout of kernelwire; give a FOLDER with schemas of your own, and -o PACKAGE"
        )
    if options.folder and output.name == _BASE:
        return _refuse(f"{_BASE} is the package that yours builds on; choose another name")
    if not output.name.isidentifier() or keyword.iskeyword(output.name):
        return _refuse(f"{output.name!r} is no name for a Python package; use letters, digits and _")
    if output.name in sys.stdlib_module_names:
        return _refuse(f"{output.name!r} is a module of Python's own; choose another name")
    try:
        packages = _packages(options.folder, output, with_fast=not options.output)
    except SchemaError as error:
        return _refuse(str(error))
    if options.check:
        cure = f"kernelwire generate {options.folder} -o {output}" if options.folder else "make generate"
        return max([_check(files, folder, cure) for folder, files in packages.items()])
    for folder in packages:
        if foreign := _foreign(folder):
            return _refuse(f"{foreign} was not generated; move it away, or give another folder")
    try:
        for folder, files in packages.items():
            print(f"{folder}: {len(files)} files, {len(write(files, folder))} changed")
    except OSError as error:
        return _refuse(f"cannot write {error.filename}: {error.strerror}")
    return 0


def _check(files: dict[str, str], folder: Path, cure: str) -> int:
    lines = differences(files, folder)
    if lines:
        print(*lines, f"{folder} is not what the schemas say. Cure: {cure}", sep="\n")
    return 1 if lines else 0


def run_schema(options: argparse.Namespace) -> int:
    """``schema``: 0, or 2 for a name or a version that is not known."""
    schemas = load(assets.folder("schemas"))
    try:
        version = _version(schemas, options.spec_version or schemas.final.name)
    except LookupError as error:
        return _refuse(str(error.args[0]))
    try:
        schema = resolved(version, options.name) if options.name else bundle(version)
    except LookupError:
        names = ", ".join(sorted(document.stem for document in version.documents.values()))
        return _refuse(f"version {version.name} has no {options.name!r}; it has {names}")
    print(json.dumps(schema, indent=2))
    return 0


def run_diff(options: argparse.Namespace) -> int:
    """``diff``: 0, or 2 for a version that is not known."""
    schemas = load(assets.folder("schemas"))
    try:
        print("\n".join(difference(_version(schemas, options.old), _version(schemas, options.new))))
    except LookupError as error:
        return _refuse(str(error.args[0]))
    return 0


def _packages(folder: Path | None, output: Path, with_fast: bool) -> dict[Path, dict[str, str]]:
    templates = assets.folder("templates")
    if folder is not None:
        source = (templates, output.name, f"{folder.name}/", "kernelwire generate")
        return {output: render(load(assets.folder("schemas"), folder), *source, base=_BASE)}
    schemas = load(assets.folder("schemas"))
    packages = {output: render(schemas, templates, output.name, "schemas/", "make generate")}
    if with_fast:
        files = render_fast(schemas, templates, output.name, "schemas/", "make generate")
        packages[output.with_name(FAST)] = files
    return packages


def _foreign(folder: Path) -> Path | None:
    """A file in ``folder`` that is not the generator's: nothing else may be overwritten or removed."""
    for path in sorted(found(folder)):
        if path.name != "py.typed" and not path.read_bytes().startswith(b"# Generated from "):
            return path
    return None


def _version(schemas: Schemas, name: str) -> Version:
    if name not in schemas.versions:
        raise LookupError(f"no version {name!r}; there are {', '.join(schemas.versions)}")
    return schemas.versions[name]


def _refuse(why: str) -> int:
    print(f"kernelwire: {why}", file=sys.stderr)
    return 2
