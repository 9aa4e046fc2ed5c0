"""What captures are measured against: other libraries judging the same lines, as well as they can.

Each peer takes some lines and returns what it found. Header and content are judged, and nothing else: not the
envelope, the parent header, channel, sender, names given twice, or what a version deprecates or recommends.
What is not installed is left out: the peers are in the dependency group ``bench``.
"""

from __future__ import annotations

from binascii import a2b_base64
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from importlib import import_module
from typing import Any

import jsonschema
import orjson

from kernelwire_codegen import assets
from kernelwire_codegen.bundle import resolved
from kernelwire_codegen.load import load

Peer = Callable[[list[bytes]], list[Any]]
Check = Callable[[dict[str, Any], list[Any]], None]
Judge = Callable[[Any, list[Any]], None]
USUAL = "5.4"  # judges what names no version


def peers(wire: bool) -> tuple[dict[str, tuple[Peer, int]], list[str]]:
    """By name: the peer, and how much it is put to: every n-th block, where negative some lines of these.

    Then the names of those that are not installed.
    """
    makers: dict[str, tuple[Callable[[], Check], int]] = {
        "orjson + jsonschema_rs": (lambda: _by_schema(_rust()), 1),
        "orjson + fastjsonschema": (lambda: _by_schema(_fast()), 20),
        "orjson + pydantic": (_pydantic, 20),
        "orjson + jsonschema": (lambda: _by_schema(_plain), -100),
        "orjson + jupyter_kernel_test": (_kernel_test, -100),
    }
    read = _wire if wire else orjson.loads
    found: dict[str, tuple[Peer, int]] = {}
    for name, (make, part) in makers.items():
        with suppress(ImportError):
            found[name] = _peer(read, make()), part
    return found, [name.rpartition(" ")[2] for name in makers if name not in found]


def _peer(read: Callable[[bytes], Any], check: Check) -> Peer:
    def judge(lines: list[bytes]) -> list[Any]:
        found: list[Any] = []
        for data in lines:
            try:
                message = read(data)
            except ValueError as error:
                found.append(error)
                continue
            check(message, found)
        return found

    return judge


def _wire(data: bytes) -> dict[str, Any]:
    line = orjson.loads(data)
    frames = [*map(a2b_base64, line["frames"])]
    at = frames.index(b"<IDS|MSG>")
    header, parent, metadata, content = map(orjson.loads, frames[at + 2 : at + 6])
    return {"header": header, "parent_header": parent, "metadata": metadata, "content": content}


def _by_schema(compiled: Callable[[Any], Judge]) -> Check:
    """Judges header and content by the resolved schemas of the header's version."""
    versions = _versions()
    judges: dict[tuple[str, str], Judge | None] = {}

    def judge(version: str, name: str) -> Judge | None:
        if (version, name) not in judges:
            whole = versions.get(version, versions[USUAL])
            known = name == "header" or name in whole.messages()
            judges[version, name] = compiled(resolved(whole, name)) if known else None
        return judges[version, name]

    def check(message: dict[str, Any], found: list[Any]) -> None:
        header = message["header"]
        version = header.get("version", USUAL)
        of_header, of_content = judge(version, "header"), judge(version, header.get("msg_type"))
        if of_header is not None:
            of_header(header, found)
        if of_content is not None:
            of_content(message["content"], found)

    return check


@cache
def _versions() -> Any:
    return load(assets.folder("schemas")).versions


def _rust() -> Callable[[Any], Judge]:
    library: Any = import_module("jsonschema_rs")

    def compiled(schema: Any) -> Judge:
        validator = library.Draft202012Validator(schema)
        is_valid, errors = validator.is_valid, validator.iter_errors

        def judge(value: Any, found: list[Any]) -> None:
            if not is_valid(value):
                found += [(error.instance_path, error.message) for error in errors(value)]

        return judge

    return compiled


def _plain(schema: Any) -> Judge:
    errors = jsonschema.Draft202012Validator(schema).iter_errors

    def judge(value: Any, found: list[Any]) -> None:
        found += [(error.absolute_path, error.message) for error in errors(value)]

    return judge


def _fast() -> Callable[[Any], Judge]:
    library: Any = import_module("fastjsonschema")

    def compiled(schema: Any) -> Judge:
        parts = {part["$id"]: part for part in schema.get("$defs", {}).values() if "$id" in part}
        handlers = {"urn": lambda uri: parts[uri.partition("#")[0]]}
        validate = library.compile(schema, handlers=handlers)

        def judge(value: Any, found: list[Any]) -> None:
            try:
                validate(value)
            except library.JsonSchemaException as error:  # the first problem only
                found.append(error)

        return judge

    return compiled


def _pydantic() -> Check:
    """The header and the four most frequent types, by models made by hand."""
    pydantic: Any = import_module("pydantic")
    text, whole = (str, ...), (int, ...)
    made = pydantic.create_model
    header = made("Header", msg_id=text, session=text, username=text, date=text, msg_type=text, version=text)
    models = {
        "status": made("Status", execution_state=text),
        "stream": made("Stream", name=text, text=text),
        "execute_request": made("ExecuteRequest", code=text, user_expressions=(dict[str, str], ...)),
        "execute_input": made("ExecuteInput", code=text, execution_count=whole),
    }

    def check(message: dict[str, Any], found: list[Any]) -> None:
        try:
            header.model_validate(message["header"])
            if model := models.get(message["header"].get("msg_type")):
                model.model_validate(message["content"])
        except pydantic.ValidationError as error:
            found += error.errors()

    return check


def _kernel_test() -> Check:
    library: Any = import_module("jupyter_kernel_test.msgspec_v5")

    def check(message: dict[str, Any], found: list[Any]) -> None:
        try:
            library.validate_message({**message, **message["header"]})
        except (jsonschema.ValidationError, AssertionError, KeyError) as error:
            found.append(error)

    return check
