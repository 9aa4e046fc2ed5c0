"""What a version's ``protocol.json`` may say of it. No documents here."""

from __future__ import annotations

from kernelwire_codegen.errors import SchemaError
from kernelwire_codegen.files import File

_FACTS = ("version", "status", "description", "removes", "reply_shapes")


def check_facts(protocol: File, name: str, status: str | None) -> None:
    """Raises SchemaError for what cannot be said of the version ``name``, of which ``status`` is known if the
    file is one's own: then it need not say more than what it removes.
    """
    data = protocol.data
    for key in data:
        if key not in _FACTS and not key.startswith("$"):  # $schema, $comment: for editors and readers
            raise SchemaError(protocol.shown, "", f"{key!r} is not known; there are {', '.join(_FACTS)}")
    if (told := data.get("version", name if status else None)) != name:
        raise SchemaError(protocol.shown, "/version", f"says {told!r}, its folder says {name!r}")
    told = data.get("status", status)
    if told not in ("final", "draft"):
        raise SchemaError(protocol.shown, "/status", "must be 'final' or 'draft'")
    if status and told != status:
        raise SchemaError(protocol.shown, "/status", f"{name} is {status!r}; say that, or leave it out")
    removes, shapes = data.get("removes", []), data.get("reply_shapes", {})
    if not isinstance(removes, list) or not all(isinstance(gone, str) for gone in removes):
        raise SchemaError(protocol.shown, "/removes", "must be a list of $ids")
    if not isinstance(shapes, dict) or not all(isinstance(ref, str) for ref in shapes.values()):
        raise SchemaError(protocol.shown, "/reply_shapes", "must be an object: a $ref by status")
