"""Read schema files: strict JSON, one document a file, one folder a version. No meaning here."""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kernelwire_codegen.errors import SchemaError

_VERSION_FOLDER = re.compile(r"v(\d+)\.(\d+)")

_MAX_DEPTH = 64
"""Levels of arrays and objects in a file. Ours have 10; at some 140 jsonschema runs out of stack."""

_TOO_DEEP = f"is nested more than {_MAX_DEPTH} levels deep"
"""Whoever finds it: json itself, on some Pythons, or we."""


@dataclass(frozen=True)
class File:
    """One JSON file as it was read. ``shown`` is how errors name it: its path below the schema folder's
    parent.
    """

    stem: str
    shown: str
    data: dict[str, Any]


@dataclass(frozen=True)
class Folder:
    """What one folder holds for one version; ``protocol`` is the file that describes the version, if it is
    there. ``shown`` as for a `File`.
    """

    version: str
    shown: str
    documents: tuple[File, ...]
    protocol: File | None


def read(path: Path, shown: str) -> File:
    """Read one file. Raises SchemaError for what is not a JSON object, or says a key twice."""

    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        data = dict(pairs)
        if len(data) != len(pairs):
            [(twice, _)] = Counter(name for name, _ in pairs).most_common(1)
            raise SchemaError(shown, "", f"the key {twice!r} stands twice in one object; remove one")
        return data

    def integer(text: str) -> int:
        try:
            return int(text)
        except ValueError:  # the interpreter converts no more than some thousand digits
            raise SchemaError(shown, "", f"an integer of {len(text)} digits is too long") from None

    def finite(text: str) -> float:
        value = float(text)
        if not math.isfinite(value):
            raise SchemaError(shown, "", f"{text} is no number that Python can hold")
        return value

    try:
        data = json.loads(
            path.read_bytes().decode("utf-8"),
            object_pairs_hook=once,
            parse_int=integer,
            parse_float=finite,
            parse_constant=finite,
        )
    except UnicodeDecodeError as error:
        raise SchemaError(shown, "", f"not UTF-8 (byte {error.start}); save the file as UTF-8") from None
    except json.JSONDecodeError as error:
        raise SchemaError(
            shown, "", f"not JSON: {error.msg} in line {error.lineno}, column {error.colno}"
        ) from None
    except RecursionError:
        raise SchemaError(shown, "", _TOO_DEEP) from None
    except OSError as error:
        raise SchemaError(shown, "", f"cannot be read: {error.strerror}") from None
    if _is_deep(data):
        raise SchemaError(shown, "", _TOO_DEEP)
    if not isinstance(data, dict):
        raise SchemaError(shown, "", "a schema file holds one JSON object")
    return File(path.stem, shown, data)


def _is_deep(data: Any) -> bool:
    level: list[Any] = [data]
    for _ in range(_MAX_DEPTH):
        level = [
            child
            for node in level
            if isinstance(node, (dict, list))
            for child in (node.values() if isinstance(node, dict) else node)
        ]
    return any(isinstance(node, (dict, list)) for node in level)


def folders(root: Path, oldest: str) -> Iterator[Folder]:
    """The version folders of a schema root, oldest first; files that stand in the root itself count for
    ``oldest``.

    Raises SchemaError where there is nothing to read.
    """
    if not root.is_dir():
        raise SchemaError(root, "", "no such folder; give a folder with one JSON Schema per message type")
    found: dict[str, Path] = {}
    for path in root.iterdir():
        if (match := _VERSION_FOLDER.fullmatch(path.name)) and path.is_dir():
            found[f"{int(match[1])}.{int(match[2])}"] = path
    flat = [path for path in root.glob("*.json") if path.name != "vocabulary.json"]
    if not found and not flat:
        raise SchemaError(
            root, "", "holds neither *.json nor vX.Y folders; put one schema per message type there"
        )
    versions = {*found, oldest} if flat else {*found}
    for version in sorted(versions, key=number):
        paths = sorted(found[version].glob("*.json") if version in found else [])
        if version == oldest:
            paths = sorted([*paths, *flat], key=lambda path: path.stem)
        files = [read(path, path.relative_to(root.parent).as_posix()) for path in paths]
        protocol = next((file for file in files if file.stem == "protocol"), None)
        shown = found.get(version, root).relative_to(root.parent).as_posix()
        yield Folder(version, shown, tuple(file for file in files if file is not protocol), protocol)


def number(version: str) -> tuple[int, int]:
    """``"5.10"`` → ``(5, 10)``, to sort by."""
    major, _, minor = version.partition(".")
    return int(major), int(minor)
