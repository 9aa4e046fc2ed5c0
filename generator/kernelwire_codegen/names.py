"""Python names for wire names. A wire name is never respelled; what Python cannot say gets the nearest it
can.
"""

from __future__ import annotations

import builtins
import keyword
import re

TITLES = {
    *("Annotated", "Any", "Callable", "Free", "Integer", "Invalid", "Literal", "Mapping"),
    *("MappingProxyType", "MessageType", "Meta", "MimeBundle", "NamedTuple", "Problem", "Reader", "Record"),
    *("Sent", "Struct", "TypeAlias", "Unknown", "Unreadable", "UnsetType"),
    *("ABSENT", "CONTENTS", "DECODERS", "DEPRECATED", "DRAFTS", "ENCODERS", "FORMAT", "HEADER", "LATEST"),
    *("MESSAGES", "REPLIES", "REQUESTS", "SENT", "SINCE", "UNSET", "VERSIONS"),
}
"""Names that emitted modules with classes use for themselves, besides those of unions (`IopubContent`)."""
RESERVED = {"extra", "sent"}
"""Fields that every emitted class has of its own."""
_EMITTED = {
    *("header", "holds", "is_array", "is_object", "known", "lax", "made", "new", "odd", "raw"),
    *dir(builtins),
}
"""Names that emitted readers use for themselves, besides those, classes, constants and other readers."""


class Clash(Exception):
    """Two things want one name, or a name that is taken; the text says which."""


def field_name(wire: str, taken: set[str]) -> str:
    """The attribute for a field: the wire name, with ``_`` after a keyword and for what no identifier may
    hold.
    """
    name = re.sub(r"\W", "_", wire)
    if not name or name[0].isdigit() or name[0] == "_":
        name = "field_" + name.strip("_")
    if keyword.iskeyword(name) or name == "self":
        name += "_"
    if name in RESERVED:
        raise Clash(f"the field {wire!r} would hide {name!r}, which every class has; it needs another name")
    if name in taken:
        raise Clash(f"the field {wire!r} would be the attribute {name!r}, which another field is already")
    taken.add(name)
    return name


def local_name(field: str) -> str:
    """The variable that holds a field while it is read."""
    taken = field.rstrip("_") in _EMITTED or field[0].isupper() or field.startswith("decode_")
    return field + "_" if taken else field


def class_name(title: str, taken: set[str]) -> str:
    """The class for a title; titles are unique over everything that is emitted together."""
    if keyword.iskeyword(title) or hasattr(builtins, title) or title in TITLES or title.endswith("Content"):
        raise Clash(f"the title {title!r} is a name that Python or emitted code has already; choose another")
    if snake(title) in taken:
        raise Clash(
            f"the title {title!r} is taken by another schema; titles become class names and must be unique"
        )
    taken.add(snake(title))
    return title


def title_of(msg_type: str) -> str:
    """``execute_request`` → ``ExecuteRequest``."""
    return "".join(part[:1].upper() + part[1:] for part in msg_type.split("_"))


def snake(title: str) -> str:
    """``ExecuteRequest`` → ``execute_request``, ``DAPRequest`` → ``dap_request``."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_", title).lower()
