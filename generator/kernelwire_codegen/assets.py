"""Where the schemas and templates are: beside the code in a checkout, inside the package in a wheel."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_CHECKOUT = _PACKAGE.parents[1]


def folder(name: str) -> Path:
    """The folder ``schemas`` or ``templates``."""
    packaged = _PACKAGE / name
    return packaged if packaged.is_dir() else _CHECKOUT / name


def checkout() -> Path | None:
    """The root of the checkout this code runs from, or None for an installed wheel."""
    return None if (_PACKAGE / "schemas").is_dir() else _CHECKOUT
