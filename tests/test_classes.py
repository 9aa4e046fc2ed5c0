"""The emitted classes are easily found, and say what the schemas say of them."""

from __future__ import annotations

import ast
import inspect

import pytest

from kernelwire_codegen.classes import docstring
from kernelwire_codegen.model import build
from tests.conftest import ROOT
from tests.oracle import schemas

FITS = "x " * 44 + "x"
"""As long as one line may be."""


@pytest.mark.parametrize(
    "text",
    [
        *("Short.", FITS, FITS + "x", FITS + "xxx xxx", FITS + "xxx xxxx", "x" * 95),
        *('Says "so"', 'Says """so"""', FITS[:-1] + '"', FITS + '"', "A \\ and a \\n.", "\\"),
        *("One.\n\nTwo.", f"{FITS} {FITS}\n\n{FITS} {FITS}\n\nThree.", f"{FITS}\n\n{FITS}x"),
    ],
)
def test_a_docstring_says_the_text(text: str) -> None:
    """Within 99 columns, in paragraphs, and in one line if there is room for it and its quotes. Quotes before
    the first line, or between it and what ends in one, may be beyond."""
    source = f'class Any:\n    """{docstring(text)}"""\n'
    first, *others = source.splitlines()[1:]
    assert len(first) <= 102
    assert all(len(line) <= 99 for line in others)
    assert all(line[:4].isspace() for line in source.splitlines()[1:] if line)
    assert not any(line.endswith(" ") for line in source.splitlines())
    [cls] = ast.parse(source).body
    assert isinstance(cls, ast.ClassDef)
    said = ast.get_docstring(cls)
    assert said is not None
    told = text.replace('"""', "'''").split("\n\n")
    assert [paragraph.split() for paragraph in said.split("\n\n")] == [part.split() for part in told]
    assert (source.count("\n") == 2) == (len(text) <= len(FITS) and len(told) == 1)


def test_lines_of_a_docstring_are_filled() -> None:
    assert docstring("x" * 47 + " " + "x" * 47 + " y").splitlines()[1:] == ["    y", "    "]
    assert docstring("x" * 47 + " " + "x" * 48 + " y").splitlines()[1:] == ["    " + "x" * 48 + " y", "    "]


def test_emitted_classes_are_those_of_the_schemas_and_say_what_these_say() -> None:
    emitted: dict[str, ast.ClassDef] = {}
    for module in ("messages", "documents"):
        path = ROOT / "generated" / "jupyter_messages" / f"{module}.py"
        body = ast.parse(path.read_text("utf-8")).body
        found = {each.name: each for each in body if isinstance(each, ast.ClassDef)}
        assert [*found] == sorted(found)
        names = [ast.unparse(each.target) for each in body if isinstance(each, ast.AnnAssign)]
        assert all(name.endswith("Content") for name in names)
        emitted |= found
    model = build(schemas())
    assert {*emitted} == {cls.name for cls in model.classes}
    for cls in model.classes:
        node = emitted[cls.name]
        assert (ast.get_docstring(node) or "").split() == cls.doc.split()
        docs = {
            each.target.id: ast.literal_eval(after.value)
            for each, after in zip(node.body, node.body[1:], strict=False)
            if isinstance(each, ast.AnnAssign)
            and isinstance(each.target, ast.Name)
            and isinstance(after, ast.Expr)
        }
        assert {name: inspect.cleandoc(doc).split() for name, doc in docs.items()} == {
            field.name: field.doc.replace('"""', "'''").split() for field in cls.fields
        }
