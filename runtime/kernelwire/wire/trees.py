"""The values within a JSON value, with the places where they stand: spelled only where they are told."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from typing import Any, TypeGuard

from jupyter_messages.problems import is_object, token

_MAX_PATH = 1000
"""Characters of a path. Names may be as long as the text, and each problem below one has a path."""


class Pairs(list[tuple[str, Any]]):
    """An object with all its names, also those given twice."""

    __slots__ = ()


def walk(tree: Any) -> Iterator[tuple[list[Any], Any]]:
    """Each value, in the order of the text, after the keys that lead to it: `pointer` spells them.

    The keys are one list that changes from value to value. Members of an Enum are their value.
    """
    keys: list[Any] = []
    levels: list[Iterator[tuple[Any, Any]]] = []  # what is left of each: not all children at once
    node = tree
    while True:
        if isinstance(node, Enum):
            node = node.value
        yield keys, node
        keys.append(None)
        levels.append(_items(node))
        while (item := next(levels[-1], None)) is None:
            keys.pop()
            levels.pop()
            if not levels:
                return
        keys[-1], node = item


def _items(node: Any) -> Iterator[tuple[Any, Any]]:
    if is_object(node):
        return iter(node.items())
    if isinstance(node, Pairs):
        return iter(node)
    return enumerate(node if _is_array(node) else ())


def _is_array(value: Any) -> TypeGuard[list[Any] | tuple[Any, ...]]:
    return isinstance(value, (list, tuple))


def pointer(keys: list[Any]) -> str:
    """The JSON pointer (RFC 6901) of what the keys lead to, cut short beyond a thousand characters."""
    path = "".join(f"/{token(str(key)[:_MAX_PATH])}" for key in keys)
    return path if len(path) <= _MAX_PATH else f"{path[:_MAX_PATH]} ..."
