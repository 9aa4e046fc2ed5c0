"""What each template is given. Which file holds what is decided here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from kernelwire_codegen import shapes
from kernelwire_codegen.load import Json, Schemas, Version
from kernelwire_codegen.model import Class, Message, Model
from kernelwire_codegen.names import snake
from kernelwire_codegen.validators import Functions

Contexts = dict[str, tuple[str, Json]]


@dataclass(frozen=True)
class Package:
    """The package that the emitted one builds on, if any."""

    base: str | None

    @property
    def support(self) -> str:
        """Where emitted modules import the support modules from: the base, or beside them, so that a copy
        of the package works anywhere, under any name.
        """
        return self.base or ""


def contexts(schemas: Schemas, model: Model, package: Package) -> Contexts:
    """``{file: (template, data)}`` for every Python file of the package."""
    split = Split.of(model)
    files: Contexts = {}
    if package.base is None:
        files["problems.py"] = ("problems.py.jinja2", {})
        files["support.py"] = ("support.py.jinja2", {})
        files["mime.py"] = ("mime.py.jinja2", {"base64_patterns": _base64_patterns(schemas)})
    files["messages.py"] = ("messages.py.jinja2", _messages(model, split, package))
    files["converters.py"] = ("converters.py.jinja2", _converters(model, split, package))
    if split.documents:
        files["documents.py"] = ("documents.py.jinja2", _documents(model, split, package))
        files["document_converters.py"] = (
            "converters.py.jinja2",
            _document_converters(model, split, package),
        )
    files["tables.py"] = ("tables.py.jinja2", _tables(schemas, model))
    files["validators.py"] = ("validators.py.jinja2", _validators(schemas, package))
    if package.base is not None:  # ours is not for the standard library alone: see `render_fast`
        files["conforming.py"] = ("conforming.py.jinja2", shapes.context(schemas))
    files["verdict.py"] = ("verdict.py.jinja2", {})
    files["__init__.py"] = ("init.py.jinja2", _init(model, split, package))
    return files


@dataclass(frozen=True)
class Split:
    """The classes by file: what messages need, at once; the rest, on first use."""

    messages: tuple[Class, ...]
    documents: tuple[Class, ...]

    @classmethod
    def of(cls, model: Model) -> Split:
        """The classes of a model."""
        every = {each.name: each for each in model.classes}
        shapes = {name for rows in model.messages.values() for row in rows for _, name in row.shapes}
        waiting = [
            name for name, each in every.items() if each.of_message or name == "Header" or name in shapes
        ]
        needed: set[str] = set()
        while waiting:
            name = waiting.pop()
            if name not in needed and name in every:
                needed.add(name)
                waiting += mentions(every[name])
        return cls(
            tuple(each for each in model.classes if each.name in needed),
            tuple(each for each in model.classes if each.name not in needed),
        )


def mentions(cls: Class) -> list[str]:
    """The classes that a class's fields mention."""
    waiting: list[Any] = [field.kind.schema for field in cls.fields]
    found: list[str] = []
    while waiting:
        part = waiting.pop()
        if isinstance(part, dict):
            if "$ref" in part:
                found.append(part["$ref"].rpartition("/")[2])
            waiting += part.values()
    return found


def newest(model: Model) -> list[Message]:
    """Every own message type, as the newest version that has it describes it."""
    rows: dict[str, Message] = {}
    for messages in model.messages.values():
        rows.update({message.name: message for message in messages})
    return list(rows.values())


def _classes_of(message: Message) -> list[str]:
    """The classes that a message's content may be: its own first."""
    return list(dict.fromkeys([message.cls, *(name for _, name in message.shapes)]))


def _aliases(model: Model) -> list[Json]:
    """The unions of classes that are worth a name: all contents (channel ""), and those of each channel."""
    rows = newest(model)
    aliases: list[Json] = []
    for channel in ("", "shell", "control", "stdin", "iopub"):
        some = [row for row in rows if not channel or channel in row.channels]
        if names := list(dict.fromkeys(name for row in some for name in _classes_of(row))):
            aliases.append({"name": f"{channel.title()}Content", "names": names, "channel": channel})
    return aliases


def _messages(model: Model, split: Split, package: Package) -> Json:
    shapes = {name for row in newest(model) for name in _classes_of(row)}
    needed = _borrowed(model, split.messages) | shapes & _names(model.borrowed)
    return {
        "classes_to_write": split.messages,
        "classes_to_know": model.borrowed,
        "imports": {f"{package.base}.messages": sorted(needed)} if needed else {},
        "aliases": _aliases(model),
    }


def _documents(model: Model, split: Split, package: Package) -> Json:
    used = {name for cls in split.documents for name in mentions(cls)}
    imports = {".messages": sorted(used & _names(split.messages))}
    imports[f"{package.base}.messages"] = sorted(used & _names(model.borrowed))
    return {
        "classes_to_write": split.documents,
        "classes_to_know": [*split.messages, *model.borrowed],
        "imports": {module: names for module, names in imports.items() if names},
    }


def _names(classes: Iterable[Class]) -> set[str]:
    return {cls.name for cls in classes}


def _borrowed(model: Model, classes: Iterable[Class]) -> set[str]:
    return {name for cls in classes for name in mentions(cls)} & _names(model.borrowed)


def _converters(model: Model, split: Split, package: Package) -> Json:
    rows = newest(model)
    functions = {cls.name: cls.function for cls in [*model.classes, *model.borrowed]}
    messages: list[Json] = []
    for row in rows:
        by_class: dict[str, list[str]] = {}
        for status, name in row.shapes:
            by_class.setdefault(name, []).append(status)
        messages.append(
            {
                "name": row.name,
                "cls": row.cls,
                "shapes": row.shapes,
                "classes": _classes_of(row),
                "by_class": by_class,
            }
        )
    shapes = {name for row in rows for name in _classes_of(row)} & _names(model.borrowed)
    borrowed = sorted(_borrowed(model, split.messages) | shapes)
    imports = {".messages": ["Content", *(cls.name for cls in split.messages)]}
    if borrowed:
        imports[f"{package.base}.messages"] = borrowed
        imports[f"{package.base}.converters"] = [
            f"{verb}_{functions[name]}" for name in borrowed for verb in ("decode", "encode")
        ]
    return {
        "classes": split.messages,
        "messages": messages,
        "functions": functions,
        "imports": imports,
        "what": "content",
    }


def _document_converters(model: Model, split: Split, package: Package) -> Json:
    functions = {cls.name: cls.function for cls in [*model.classes, *model.borrowed]}
    mentioned = {name for cls in split.documents for name in mentions(cls)}
    imports = {".documents": [cls.name for cls in split.documents]}
    for module, names in (("", _names(split.messages)), (package.base, _names(model.borrowed))):
        if used := sorted(mentioned & names):
            imports[f"{module}.converters"] = [
                f"{verb}_{functions[name]}" for name in used for verb in ("decode", "encode")
            ]
    return {
        "classes": split.documents,
        "messages": [{"name": cls.function, "cls": cls.name, "shapes": ()} for cls in split.documents],
        "functions": functions,
        "imports": imports,
        "what": "document",
    }


def _tables(schemas: Schemas, model: Model) -> Json:
    return {
        "classes": sorted({row.cls for rows in model.messages.values() for row in rows}),
        "versions": [
            {"name": version, "messages": rows, "removed": model.removed[version]}
            for version, rows in model.messages.items()
        ],
        "final": schemas.final.name,
        "drafts": [version.name for version in schemas.versions.values() if version.status == "draft"],
    }


def _validators(schemas: Schemas, package: Package) -> Json:
    functions = Functions(schemas)
    for version in schemas.versions.values():
        _judges(functions, version, own=False)  # so that they are called what the base calls them
    foreign = {*functions.emitted}
    tables: dict[str, list[Json]] = {}
    before: dict[str, dict[str, str]] = {}
    for version in schemas.versions.values():
        for name, now in _judges(functions, version, own=True).items():
            known = before.get(name, {})
            rows = {key: value for key, value in now.items() if known.get(key) != value}
            removed = [key for key in known if key not in now]
            tables.setdefault(name, []).append({"name": version.name, "rows": rows, "removed": removed})
            before[name] = now
    own = [function for name, function in functions.emitted.items() if name not in foreign]
    called = functions.called(own)
    return {
        "functions": own,
        "patterns": {pattern: name for pattern, name in functions.patterns.items() if name in called},
        "borrowed": sorted(foreign & called),
        "tables": [{"name": name, "versions": rows} for name, rows in tables.items()],
    }


def _judges(functions: Functions, version: Version, *, own: bool) -> dict[str, dict[str, str]]:
    """By table and name: who judges the documents of a version, our own or those of the base."""
    found: dict[str, dict[str, str]] = {"CONTENTS": {}, "DOCUMENTS": {}}
    for id, document in version.documents.items():
        judging = {"type", "$ref", "properties"} & {*document.schema}
        if judging and (document.root == functions.schemas.own) is own:
            table = found["CONTENTS" if document.is_message else "DOCUMENTS"]
            table[document.stem] = functions.need(version, id)
            if document.stem == "message":
                table["reply"] = functions.need(version, f"{id}#/$defs/Reply")
        for key, part in document.schema.get("$defs", {}).items():
            if "title" in part and (document.root == functions.schemas.own) is own:
                found["DOCUMENTS"][snake(part["title"])] = functions.need(version, f"{id}#/$defs/{key}")
    return found


def _init(model: Model, split: Split, package: Package) -> Json:
    aliases = [alias["name"] for alias in _aliases(model)]
    exports = {
        f"{package.support}.problems": ["Problem"],
        f"{package.support}.support": ["Invalid", "MessageType", "Unknown"],
        ".messages": [*aliases, *(cls.name for cls in split.messages)],
        ".converters": ["decode_content", "encode_content"],
        ".tables": [
            "DEPRECATED",
            "DRAFTS",
            "FORMAT",
            "LATEST",
            "MESSAGES",
            "REPLIES",
            "REQUESTS",
            "SENT",
            "SINCE",
            "VERSIONS",
        ],
    }
    lazy = {".verdict": ["validate", "validate_document"]}
    if split.documents:
        lazy[".documents"] = [cls.name for cls in split.documents]
        lazy[".document_converters"] = ["decode_document", "encode_document"]
    if package.base is None:
        exports[".converters"] += ["decode_header", "encode_header"]
        lazy[".mime"] = ["MimeBundle"]
    every = sorted(name for names in [*exports.values(), *lazy.values()] for name in names)
    return {"exports": exports, "lazy": lazy, "all": every}


def _base64_patterns(schemas: Schemas) -> list[str]:
    bundle = schemas.newest.documents["urn:kernelwire:defs"].schema["$defs"]["MimeBundle"]
    return [pattern for pattern, part in bundle["patternProperties"].items() if "contentEncoding" in part]
