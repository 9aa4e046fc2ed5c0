"""The one error of the generator."""

from __future__ import annotations

from pathlib import Path


class SchemaError(Exception):
    """A schema that cannot be turned into code: which file, where in it, what is wrong.

    ``str()`` gives all three in one line: ``schemas/v5.0/stream.json#/properties/name: …``.
    """

    def __init__(self, file: Path | str, pointer: str, problem: str) -> None:
        super().__init__(f"{file}#{pointer}: {problem}")
        self.file = file
        self.pointer = pointer
        self.problem = problem
