"""A set of schemas as small as the generator takes, for tests: a header, and message types made by hand."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from types import MappingProxyType
from typing import Any

from kernelwire_codegen import assets
from kernelwire_codegen.load import Schemas, load

HEADER = {
    **{"msg_id": "1", "session": "s", "username": "ada", "date": "2026-03-09T14:05:21Z"},
    **{"msg_type": "one", "version": "5.0"},
}
DIALECT = "https://json-schema.org/draft/2020-12/schema"


def message(name: str, properties: dict[str, Any], **parts: Any) -> dict[str, Any]:
    """The schema of a message type with these fields; ``facts`` go under ``x-jupyter``."""
    title = "".join(part.title() for part in name.split("_"))
    facts = {"channels": ["iopub"], "sender": "kernel", "since": "5.0", **parts.pop("facts", {})}
    return {
        **{"$schema": DIALECT, "$id": f"urn:kernelwire:{name}", "title": title},
        **{"description": f"Of {name}.", "x-jupyter": facts, "type": "object"},
        "properties": described(properties),
        **{key: described(part) if key == "$defs" else part for key, part in parts.items()},
        "examples": parts.get("examples", [{}]),
    }


def definitions(**parts: Any) -> dict[str, Any]:
    """The document that holds them, for any message type to refer to."""
    return {
        **{"$schema": DIALECT, "$id": "urn:kernelwire:defs", "description": "Parts."},
        **{"x-jupyter": {"since": "5.0"}, "$defs": described(parts, {"x-jupyter": {"since": "5.0"}})},
    }


def described(parts: dict[str, Any], facts: Any = MappingProxyType({})) -> dict[str, Any]:
    """Fields or definitions, all of which must have a description."""
    told: dict[str, Any] = {}
    for name, part in parts.items():
        inner = {"properties": described(part["properties"])} if "properties" in part else {}
        told[name] = {"description": f"The {name.lower()}.", **facts, **part, **inner}
    return told


def root(folder: Path, *schemas: dict[str, Any], **later: list[dict[str, Any]]) -> Schemas:
    """Version 5.0 with our header and these schemas, and ``later`` versions (``v5_1``) with changes."""
    shutil.copytree(assets.folder("schemas") / "v5.0", folder / "v5.0", ignore=all_but("header.json"))
    shutil.copy(assets.folder("schemas") / "vocabulary.json", folder)
    for name, changes in {"v5_0": [*schemas], **later}.items():
        path = folder / name.replace("_", ".")
        path.mkdir(exist_ok=True)
        facts = {"version": path.name[1:], "status": "final", "description": "One of ours."}
        for each in changes:
            if "$id" in each:
                stem = each["$id"].rpartition(":")[2]
                (path / f"{stem}.json").write_text(json.dumps(each), encoding="utf-8")
            else:
                facts |= each
        (path / "protocol.json").write_text(json.dumps(facts), encoding="utf-8")
    return load(folder)


def all_but(kept: str) -> Any:
    return lambda _, names: [name for name in names if name != kept]
