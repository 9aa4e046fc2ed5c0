# Generated from schemas/ by "make generate". Do not edit: change the schemas and run it again.
"""MIME bundles: one thing in several representations."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterable
from typing import Any

from .problems import is_array

_BASE64 = re.compile(
    r"^image/(?!svg\+xml)"
    r"|"
    r"^(audio|video)/"
    r"|"
    r"^application/(pdf|octet-stream)$"
)
"""The MIME types whose data travel as base64."""

RICHEST_FIRST = (
    "text/html",
    "text/markdown",
    "image/svg+xml",
    "image/png",
    "image/jpeg",
    "text/latex",
    "application/json",
    "text/plain",
)
"""A preference for a front end that can show everything; `MimeBundle.richest` takes any other."""


class MimeBundle(dict[str, Any]):
    """A dict of MIME type to data, in the order in which they were sent: ``MimeBundle(display.data)``.

    One bad entry never spoils the others: each is looked at only when it is asked for.
    """

    def richest(self, preference: Iterable[str] = RICHEST_FIRST) -> str | None:
        """The first type of ``preference`` that the bundle has, or None. ``image/*`` stands for any image."""
        for wanted in preference:
            if wanted in self:
                return wanted
            if wanted.endswith("/*"):
                for mime in self:
                    if mime.startswith(wanted[:-1]):
                        return mime
        return None

    def text(self, mime: str) -> str | None:
        """The data as text, a list of lines (as nbformat writes it) joined; None if absent or not text."""
        data = self.get(mime)
        if is_array(data) and all(isinstance(line, str) for line in data):
            return "".join(data)
        return data if isinstance(data, str) else None

    def data(self, mime: str) -> bytes | None:
        """The data as bytes: base64 kinds decoded, other text in UTF-8; None if absent or not decodable."""
        text = self.text(mime)
        if text is None:
            return None
        try:
            if _BASE64.search(mime):
                return base64.b64decode("".join(text.split()), validate=True)
            return text.encode("utf-8")
        except ValueError:  # no base64, or half a character
            return None
