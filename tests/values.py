"""Values that JSON has and values that it hardly has, for tests; and how they are compared."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from jupyter_messages import Problem

SCALARS = st.none() | st.booleans() | st.integers(-(2**80), 2**80) | st.floats() | st.text()
ODD_TEXT = st.text(st.characters(exclude_categories=()))
"""With lone surrogates."""
VALUES = st.recursive(
    SCALARS | ODD_TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(ODD_TEXT, inner, max_size=4),
)


def same(left: Any, right: Any) -> bool:
    """Equal, NaN equal to NaN, 1 not to 1.0 or True."""
    return repr(left) == repr(right)


def rules(problems: list[Problem]) -> list[str]:
    return [problem.rule for problem in problems]
