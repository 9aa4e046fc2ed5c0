"""What can be broken in the templates and in the generator: each mutant is one small change of one file.

A template is changed line by line, where it holds emitted code or a condition. A module of the generator is
changed in its syntax tree, and in the emitted code that its strings hold. Words for people are let alone.
`tests.mutate` looks whether a test tells.
"""

from __future__ import annotations

import ast
import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

FOLDERS = {"templates": "*.jinja2", "generator/kernelwire_codegen": "*.py"}
"""What is broken: all files of these folders, but for those that say nothing."""
SPARED = ("__init__", "__main__", "assets", "errors")

# What may be done to emitted code: (what it is called, pattern, replacement).
OPERATORS: tuple[tuple[str, str, str | Callable[[re.Match[str]], str]], ...] = (
    ("comparison", r"==", "!="),
    ("comparison", r"!=", "=="),
    ("comparison", r"(?<= )is(?! not)(?= )", "is not"),
    ("comparison", r"(?<= )is not(?= )", "is"),
    ("comparison", r"(?<= )not in(?= )", "in"),
    ("bound", r"<=|>=", lambda match: match[0][0]),
    ("bound", r"(?<= )[<>](?= )", lambda match: match[0] + "="),
    ("and/or", r"(?<= )and(?= )", "or"),
    ("and/or", r"(?<= )or(?= )", "and"),
    ("not", r"(?<!is )\bnot (?!in )", ""),
    ("absent", r"\bABSENT\b(?! =)", "None"),
    ("quantifier", r"\b(any|all)\(", lambda match: "all(" if match[1] == "any" else "any("),
    ("bool", r"\b(True|False)\b", lambda match: "False" if match[1] == "True" else "True"),
    ("number", r"(?<![\w.\"])\d+(?![\w.\"])", lambda match: str(int(match[0]) + 1)),
)
# What may be done to lines of a template besides.
LINES: tuple[tuple[str, str, str | Callable[[re.Match[str]], str]], ...] = (
    ("severity", r'"(error|warning)"', lambda m: '"warning"' if m[1] == "error" else '"error"'),
    ("constant", r'"(?!error"|warning")([\w/.-]+)"', r'"\1x"'),
    # A comparison alone is turned round above already.
    (
        "condition",
        r"\bif (?!not |\{%)((?:(?! and | or |%).)+ (?:and|or) [^%]+?|(?:(?! is | in |[=<>%]).)+?)"
        r"(?=:$| -?%\}| else )",
        r"if not (\1)",
    ),
    ("return", r"\breturn (?!None$)[^:]+$", "return None"),
    ("drop", r"^( +)(?:[\w.]+\(.*\)|continue|raise .*|[\w.]+\[\w+\] = .*)$", r"\1pass"),
    ("drop report", r"found\.append\(.*\)", "pass"),
    ("lose extra", r"^( +)extra,$|(extra = \{\}) if .*$", lambda m: m[2] or m[1] + "{},"),
    ("lose sent", r"^( +)sent,$|\(\*sent, .*\)(?=\)?$)", lambda m: m[1] + "()," if m[1] else "sent"),
)
SWAPPED: dict[type[ast.AST], type[ast.cmpop]] = {
    **{ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.In: ast.NotIn},
    **{ast.NotIn: ast.In, ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt},
}


@dataclass(frozen=True)
class Mutant:
    """One change: ``text[start:end]`` of a file becomes ``new``."""

    file: str
    text: str
    start: int
    end: int
    new: str
    operator: str

    @property
    def changed(self) -> str:
        """The whole file, mutated."""
        return self.text[: self.start] + self.new + self.text[self.end :]

    @property
    def line(self) -> int:
        """Where it begins, from 1."""
        return self.text.count("\n", 0, self.start) + 1

    def __str__(self) -> str:
        first, last = self.text.rfind("\n", 0, self.start) + 1, self.text.find("\n", self.end)
        before, after = self.text[first : self.start], self.text[self.end : last]
        old, new = (
            " ".join((before + x + after).split())[:150] for x in (self.text[self.start : self.end], self.new)
        )
        return f"{Path(self.file).name}:{self.line} ({self.operator})\n    - {old}\n    + {new}"


def of_template(file: str, text: str) -> Iterator[Mutant]:
    """The mutants of a template, line by line; comments, docstrings and the inside of strings stay."""
    quoted = False
    offset = 0
    for line in text.splitlines(keepends=True):
        marks = line.count('"""')
        code = (
            "" if quoted or marks else re.sub(r"(^|  )#.*|^(from|import) .*|.*Literal\[.*", "", line).rstrip()
        )
        if code:
            for operator, pattern, new in (*OPERATORS, *LINES):
                for match in re.finditer(pattern, code):
                    if line.count('"', 0, match.start()) % 2 == 0:
                        told = new(match) if callable(new) else match.expand(new)
                        yield Mutant(file, text, offset + match.start(), offset + match.end(), told, operator)
        quoted ^= marks % 2 == 1
        offset += len(line)


def of_module(file: str, text: str) -> Iterator[Mutant]:
    """The mutants of a module of the generator: of its syntax tree, and of the code that its strings emit."""
    lines = text.splitlines(keepends=True)
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line))

    def place(line: int, column: int) -> int:
        return starts[line - 1] + len(lines[line - 1].encode()[:column].decode())

    for node in _nodes(ast.parse(text)):
        for target, new, operator in _edits(node, text):
            start = place(target.lineno, target.col_offset)
            end = place(target.end_lineno or target.lineno, target.end_col_offset or 0)
            yield Mutant(file, text, start, end, new, operator)


def _nodes(node: ast.AST) -> Iterator[ast.AST]:
    """What is worth mutating: no docstrings, no annotations, no words of errors."""
    for name, value in ast.iter_fields(node):
        if name in ("annotation", "returns", "decorator_list", "format_spec"):
            continue
        for child in value if isinstance(value, list) else [value]:
            if not isinstance(child, ast.AST) or (
                isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant)
            ):
                continue
            yield child
            if not isinstance(child, (ast.Raise, ast.JoinedStr)):
                yield from _nodes(child)


def _edits(node: ast.AST, text: str) -> Iterator[tuple[ast.expr | ast.stmt, str, str]]:
    """What may be done to one node: (what is replaced, by which text, how that is called)."""
    if isinstance(node, ast.Compare):
        for index, operator in enumerate(node.ops):
            ops = [*node.ops[:index], SWAPPED[type(operator)](), *node.ops[index + 1 :]]
            yield node, ast.unparse(ast.Compare(node.left, ops, node.comparators)), "comparison"
    elif isinstance(node, ast.BoolOp):
        other = ast.Or() if isinstance(node.op, ast.And) else ast.And()
        yield node, f"({ast.unparse(ast.BoolOp(other, node.values))})", "and/or"
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield node, f"({ast.unparse(node.operand)})", "not"
    elif isinstance(node, ast.Return) and not (
        node.value is None or (isinstance(node.value, ast.Constant) and node.value.value is None)
    ):
        yield node, "return None", "return"
    elif isinstance(node, (ast.Raise, ast.Continue, ast.AugAssign, ast.Delete)) or (
        isinstance(node, ast.Expr) and isinstance(node.value, ast.Call)
    ):
        yield node, "pass", "drop"
    elif isinstance(node, ast.Constant) and isinstance(node.value, (bool, int)):
        yield node, repr(not node.value if isinstance(node.value, bool) else node.value + 1), "constant"
    elif isinstance(node, ast.Constant) and isinstance(node.value, str) and " " not in node.value:
        yield node, repr(node.value + "x"), "constant"
    elif isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Constant) and isinstance(node.value, str)):
        source = ast.get_source_segment(text, node) or ""
        for name, pattern, new in (*OPERATORS, ("words", r"at (least|most)", "at all")):
            for match in re.finditer(pattern, source):
                told = new(match) if callable(new) else new
                yield node, source[: match.start()] + told + source[match.end() :], f"emitted {name}"
    if isinstance(node, (ast.If, ast.IfExp)) and not isinstance(node.test, (ast.Compare, ast.UnaryOp)):
        yield node.test, f"(not ({ast.unparse(node.test)}))", "condition"


def files(root: Path, only: str = "") -> list[str]:
    """What can be broken in a checkout, of the paths from there with ``only`` in them."""
    found = [path for folder, kind in FOLDERS.items() for path in sorted((root / folder).glob(kind))]
    names = [path.relative_to(root).as_posix() for path in found if path.stem not in SPARED]
    return [name for name in names if only in name]


def mutants(root: Path, file: str) -> list[Mutant]:
    """All mutants of one of its `files`, in the order of its text."""
    text = (root / file).read_text(encoding="utf-8")
    made = of_module(file, text) if file.endswith(".py") else of_template(file, text)
    return sorted(dict.fromkeys(made), key=lambda each: (each.start, each.end, each.new))


def sampled(found: dict[str, list[Mutant]], count: int, seed: int) -> list[Mutant]:
    """``count`` mutants: the files in turn, and of each file the operators in turn."""
    chance = random.Random(seed)

    def in_turn(groups: list[list[Mutant]]) -> list[Mutant]:
        return [mutant for row in zip_longest(*groups) for mutant in row if mutant]

    def mixed(some: list[Mutant]) -> list[Mutant]:
        some = chance.sample(some, len(some))
        operators = dict.fromkeys(mutant.operator for mutant in some)
        return in_turn([[each for each in some if each.operator == name] for name in operators])

    return in_turn([mixed(some) for some in found.values()])[:count]
