"""What the snippets of all languages share: their type and two small pictures."""

from __future__ import annotations

from typing import Any, TypeAlias

Snippets: TypeAlias = dict[str, Any]

# One red pixel.
PNG = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg=="
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><circle r="4"/></svg>'
