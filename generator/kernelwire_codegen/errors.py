"""The one error of the generator."""

from __future__ import annotations

from pathlib import Path

_LONGEST = 600


class SchemaError(Exception):
    """A schema that cannot be turned into code: which file, where in it, what is wrong.

    ``str()`` gives all three in one line: ``schemas/v5.0/stream.json#/properties/name: …``.
    """

    def __init__(self, file: Path | str, pointer: str, problem: str) -> None:
        pointer, problem = _short(pointer), _short(problem)
        super().__init__(f"{file}#{pointer}: {problem}")
        self.file = file
        self.pointer = pointer
        self.problem = problem


def _short(text: str) -> str:
    """What a schema says may be as long as the schema."""
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]} ..."
