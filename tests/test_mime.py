"""MIME bundles keep their order, and one bad entry spoils nothing."""

from __future__ import annotations

import pytest

from jupyter_messages import MimeBundle
from jupyter_messages.mime import RICHEST_FIRST

BUNDLE = MimeBundle(
    {
        "text/plain": ["<Figure ", "640x480>"],
        "image/png": "iVBO\nRw0=",
        "image/svg+xml": "<svg/>",
        "text/html": None,
        "application/json": {"a": 1},
        "image/jpeg": "not base64!",
        "image/gif": "aG!k=",
        "application/pdf": "JVBERg==",
    }
)


def test_order_is_kept() -> None:
    assert list(BUNDLE)[:2] == ["text/plain", "image/png"]


def test_the_richest_by_preference() -> None:
    assert BUNDLE.richest(("text/latex", "image/svg+xml", "image/png")) == "image/svg+xml"
    assert BUNDLE.richest(("image/*", "text/plain")) == "image/png"
    assert BUNDLE.richest(("video/*", "text/latex")) is None
    assert MimeBundle({"text/plain": "x", "text/html": "<b>x</b>"}).richest() == "text/html"
    assert MimeBundle({"imagery/x": "", "image": ""}).richest(("image/*",)) is None
    assert MimeBundle({"video/mp4": ""}).richest() is None


@pytest.mark.parametrize(
    ("richer", "mime"),
    [
        ("text/html", "text/markdown"),
        ("text/markdown", "image/svg+xml"),
        ("image/svg+xml", "image/png"),
        ("image/png", "image/jpeg"),
        ("image/jpeg", "text/latex"),
        ("text/latex", "application/json"),
        ("application/json", "text/plain"),
        ("text/plain", "video/mp4"),
    ],
)
def test_what_is_richer_comes_first(richer: str, mime: str) -> None:
    assert MimeBundle({mime: "", richer: ""}).richest() == richer
    assert MimeBundle(dict.fromkeys([*reversed(RICHEST_FIRST)])).richest() == RICHEST_FIRST[0]


def test_markdown_is_richer_than_a_picture() -> None:
    assert (
        MimeBundle({"image/png": "", "text/markdown": "*x*", "text/plain": "x"}).richest() == "text/markdown"
    )


def test_text_joins_lines() -> None:
    assert BUNDLE.text("text/plain") == "<Figure 640x480>"
    assert BUNDLE.text("text/html") is None
    assert BUNDLE.text("application/json") is None
    assert BUNDLE.text("no/such") is None
    assert MimeBundle({"text/plain": ["a", 1]}).text("text/plain") is None
    assert MimeBundle({"text/plain": []}).text("text/plain") == ""


def test_base64_kinds_become_bytes_on_request() -> None:
    assert BUNDLE.data("image/png") == b"\x89PNG\r"
    assert BUNDLE.data("application/pdf") == b"%PDF"
    assert BUNDLE.data("image/svg+xml") == b"<svg/>"
    assert BUNDLE.data("text/plain") == b"<Figure 640x480>"
    assert BUNDLE.data("image/jpeg") is None
    assert BUNDLE.data("image/gif") is None  # not even where it would do without what is no base64
    assert BUNDLE.data("text/html") is None
    half = MimeBundle({"text/plain": "\ud800", "image/png": "é"})
    assert half.data("text/plain") is half.data("image/png") is None
