"""The schemas as Python will say them: classes, fields, message types. Every decision is taken here;
templates only lay out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from kernelwire_codegen.bundle import shapes
from kernelwire_codegen.fields import Kind, Kinds
from kernelwire_codegen.load import Document, Json, Schemas, Version
from kernelwire_codegen.names import Clash, class_name, field_name, local_name, snake, title_of


@dataclass(frozen=True)
class Field:
    """One field of a class. ``default`` is the source of its default, None where a value must be given;
    ``fallback`` the source of what a tolerant reader takes when the message has none, be it ``required`` by
    the schema or not."""

    name: str
    wire: str
    doc: str
    kind: Kind
    default: str | None
    fallback: str
    required: bool

    @property
    def local(self) -> str:
        """The variable that holds it while it is read."""
        return local_name(self.name)

    @property
    def optional(self) -> bool:
        """Whether it reads as None, and is not written, when it is not there. Required ones are null."""
        return self.fallback == "None" and not self.required


@dataclass(frozen=True)
class Class:
    """One dataclass. ``function`` is what its converters are called after, ``decode_`` or ``encode_`` before
    it; what is ``lax`` can be read whatever its fields hold: without its header a message cannot be told
    of at all.
    """

    name: str
    function: str
    doc: str
    fields: tuple[Field, ...]
    place: str
    of_message: bool
    lax: bool

    @property
    def arguments(self) -> tuple[Field, ...]:
        """The fields as the constructor takes them: what must be given comes first, what may be None last."""
        return tuple(sorted(self.fields, key=lambda field: (field.default is not None, field.optional)))


@dataclass(frozen=True)
class Message:
    """A message type in one version: what the tables say of it. ``shapes`` is its classes by ``status``, its
    own first.
    """

    name: str
    cls: str
    channels: tuple[str, ...]
    sender: str
    answers: str | None
    since: str
    deprecated: str | None
    deprecated_on: tuple[tuple[str, str], ...]
    shapes: tuple[tuple[str, str], ...]
    cases: tuple[tuple[str, str, str, str], ...]
    summary: str


@dataclass(frozen=True)
class Model:
    """All that is emitted, own documents only. ``messages`` has, per version, the types that the version
    added or changed; ``documents`` the names and classes of what is not a message.
    """

    classes: tuple[Class, ...]
    borrowed: tuple[Class, ...]
    messages: dict[str, tuple[Message, ...]]
    removed: dict[str, tuple[str, ...]]
    documents: tuple[tuple[str, str], ...]


def build(schemas: Schemas) -> Model:
    """The model of the documents of the last root. Raises SchemaError for what Python cannot say."""
    newest = _newest_documents(schemas)
    classes, borrowed = _classes(schemas, newest)
    messages: dict[str, tuple[Message, ...]] = {}
    removed: dict[str, tuple[str, ...]] = {}
    before: dict[str, Message] = {}
    for version in schemas.versions.values():
        now = {
            name: _message(version, doc, before[name].since if name in before else version.name)
            for name, doc in version.messages().items()
            if doc.root == schemas.own
        }
        messages[version.name] = tuple(
            message for name, message in now.items() if before.get(name) != message
        )
        removed[version.name] = tuple(name for name in before if name not in now)
        before = now
    documents = tuple(
        (doc.stem, doc.schema["title"])
        for _, doc in newest.values()
        if doc.root == schemas.own and not doc.is_message and "title" in doc.schema
    )
    return Model(classes, borrowed, messages, removed, documents)


def _newest_documents(schemas: Schemas) -> dict[str, tuple[Version, Document]]:
    """Each document as the newest version that has it sees it."""
    return {
        id: (version, doc) for version in schemas.versions.values() for id, doc in version.documents.items()
    }


def _classes(
    schemas: Schemas, newest: dict[str, tuple[Version, Document]]
) -> tuple[tuple[Class, ...], tuple[Class, ...]]:
    taken: set[str] = set()
    places: dict[str, tuple[Version, Document, str, Json]] = {}
    titles: dict[str, str] = {}
    for id, (version, document) in newest.items():
        parts: list[tuple[str, tuple[str, ...], Json]] = [(id, (), document.schema)]
        parts += [
            (f"{id}#/$defs/{key}", ("$defs", key), part)
            for key, part in document.schema.get("$defs", {}).items()
        ]
        for place, path, schema in parts:
            if "title" not in schema:
                if document.is_message and not path:
                    raise document.error((), f"a message type needs a title: {title_of(document.stem)!r}")
                continue
            of_message = document.is_message and not path
            if of_message and schema["title"] != title_of(document.stem):
                raise document.error(
                    ("title",), f"must be {title_of(document.stem)!r}, after the message type"
                )
            try:
                titles[place] = class_name(schema["title"], taken)
            except Clash as clash:
                cure = "; a message type's follows from its name" if of_message else ""
                raise document.error((*path, "title"), f"{clash}{cure}") from None
            if "$ref" not in schema and schema.get("type") != "object":
                raise document.error(path, 'has a title, and so a class: it needs "type": "object"')
            places[place] = (version, document, place, schema)
    made = [
        (doc, _class(version, doc, place, schema, titles)) for version, doc, place, schema in places.values()
    ]
    own = tuple(cls for doc, cls in made if doc.root == schemas.own)
    return own, tuple(cls for doc, cls in made if doc.root != schemas.own)


def _class(version: Version, document: Document, place: str, schema: Json, titles: dict[str, str]) -> Class:
    def absolute(ref: str) -> str:
        return document.id + ref if ref.startswith("#") else ref

    kinds = Kinds(
        follow=lambda ref: version.lookup(ref, document.id)[1],
        class_of=lambda ref: titles.get(absolute(ref)),
        function=snake,
    )
    flat = extended(version, document, schema)
    path = tuple(place.partition("#")[2].split("/")[1:])
    taken: set[str] = set()
    fields: list[Field] = []
    facts = schema.get("x-jupyter", {})
    born = facts.get("since")
    for wire, part in flat["properties"].items():
        try:
            fields.append(
                _field(wire, part, wire in flat["required"], kinds, taken, born, strict=not document.root)
            )
        except Clash as clash:
            raise document.error((*path, "properties", wire), str(clash)) from None
    doc = schema["description"] + _facts(facts)
    return Class(
        name=schema["title"],
        function=snake(schema["title"]),
        doc=doc,
        fields=tuple(fields),
        place=place,
        of_message=document.is_message and not path,
        lax=place == "urn:kernelwire:header",
    )


def extended(version: Version, document: Document, schema: Json) -> Json:
    """The properties and required fields of an object schema, those of its root ``$ref`` included."""
    base: Json = {"properties": {}, "required": []}
    if "$ref" in schema:
        other, target = version.lookup(schema["$ref"], document.id)
        base = extended(version, other, target)
    properties = {**base["properties"]}
    for name, part in schema.get("properties", {}).items():
        properties[name] = {**properties.get(name, {}), **part}
    return {"properties": properties, "required": [*base["required"], *schema.get("required", [])]}


def _field(
    wire: str, schema: Json, required: bool, kinds: Kinds, taken: set[str], born: str | None, strict: bool
) -> Field:
    name = field_name(wire, taken)
    kind = kinds.of(schema)
    if kind.schema == {"type": "null"}:
        kind = Kind({})  # it reads like a field that is not there; to tell them apart it is noted
    neutral: Any = schema.get("const", schema.get("default"))
    facts = schema.get("x-jupyter", {})
    made = kind.wrong and not kind.null and "$ref" not in kind.schema and (kind.read == "{v}" or not neutral)
    if not required and ("deprecated" in facts or (isinstance(neutral, (dict, list)) and not made)):
        neutral = None  # whoever builds a message need not say what is deprecated, or no constructor makes
    if required and neutral is None and kind.wrong and not kind.null:
        if strict:
            raise Clash("is required: give it the 'default' that a tolerant reader takes when it is missing")
        neutral = kind.neutral
    if kind.null and (required or neutral is not None):
        kind = replace(kind, wrong=f"{{v}} is not None and ({kind.wrong})")
    # Where there is no neutral value, null and absent read alike, and the reader notes which it was.
    fallback = repr(neutral)
    default: str | None = fallback
    if isinstance(neutral, (dict, list)):
        # An empty object or list is what one would write anyway; it is no instance, and is not null.
        default = "factory" if made else None
    elif required and "const" not in schema and facts.get("since", born) == born:
        default = None  # what came later than its class has one: code that builds without it goes on
    doc = schema["description"] + _facts(facts, of_field=True)
    return Field(name, wire, doc, kind, default, fallback, required)


def _facts(facts: Json, *, of_field: bool = False) -> str:
    """What the docstring adds to a description: who sends it where, and since when."""
    said: list[str] = []
    if "channels" in facts:
        sender = {"client": "the client", "kernel": "the kernel", "both": "either side"}[facts["sender"]]
        said.append(f"On {' or '.join(facts['channels'])}, from {sender}.")
    if "answers" in facts:
        said.append(f"Answers ``{facts['answers']}``.")
    deprecated = facts.get("deprecated")
    if isinstance(deprecated, dict):
        deprecated = f"{deprecated['since']} on {' and '.join(deprecated['channels'])}"
    dates = [
        f"since {facts['since']}" if "since" in facts else "",
        f"deprecated since {deprecated}" if deprecated else "",
    ]
    if known := "; ".join(date for date in dates if date):
        said.append(known[0].upper() + known[1:] + ".")
    return ("" if not said else " " if of_field else "\n\n") + " ".join(said)


def _message(version: Version, document: Document, born: str) -> Message:
    """The row of a type that is there since ``born``, unless its schema says ``since``."""
    facts = document.schema["x-jupyter"]
    deprecated = facts.get("deprecated")
    on = (
        tuple((channel, deprecated["since"]) for channel in deprecated["channels"])
        if isinstance(deprecated, dict)
        else ()
    )
    told = {
        status: document.schema["title"]
        if ref.startswith("#")
        else version.lookup(ref, document.id)[1]["title"]
        for status, ref in shapes(version, document).items()
    }
    return Message(
        name=document.stem,
        cls=document.schema["title"],
        channels=tuple(facts["channels"]),
        sender=facts["sender"],
        answers=facts.get("answers"),
        since=facts.get("since", born),
        deprecated=deprecated if isinstance(deprecated, str) else None,
        deprecated_on=on,
        shapes=tuple(told.items()),
        cases=tuple(_cases(version, document)),
        summary=document.schema["description"],
    )


def _cases(version: Version, document: Document) -> Iterator[tuple[str, str, str, str]]:
    """Where one field says what another one holds: (field, its value, the other, its document)."""
    for part in document.schema.get("allOf", ()):
        for field, value in part.get("if", {}).get("properties", {}).items():
            for other, schema in part.get("then", {}).get("properties", {}).items():
                if "$ref" in schema and field in part["if"]["required"] and isinstance(value["const"], str):
                    target = version.lookup(schema["$ref"], document.id)[1]
                    if "title" in target:
                        yield field, value["const"], other, snake(target["title"])
