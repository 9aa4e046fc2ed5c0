"""What a JSON value becomes when something in it goes wrong: systematically, and by chance.

No schemas here: what is changed is decided by the value alone. Values share what they do not change; nothing
that is given or made may be edited in place.
"""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Iterator, Sequence
from typing import Any

Path = tuple[Any, ...]

_LEAVES: tuple[Any, ...] = (
    *(None, True, False, 0, 1, -1, 1.0, 1.5, 65536, 2**70, "", "ok", "error", "aborted", "5.3", "x"),
    *("\ud800", [], [None], ["x"], {}, {"": 0}),
)
"""What is tried everywhere: each JSON type, its empty value, the words that tell shapes apart."""

_RARE: tuple[Any, ...] = (
    *(math.nan, math.inf, -0.0, 1e308, 5e-324, 2**4000, -(2**63), 65535, 65536.0, 1e16),
    *("é", "e\u0301", "\u202e", "\U0001f40d", "\x00", "\ufeff", " ", "\n", "5.3\n", "٣.٣", "a/b~c", "ＯＫ"),
    *("x" * 5_000, "\U0001f40d" * 1_000, "2026-01-01T00:00:00Z\n", "2026-13-45", "true", "null", "0", "[]"),
    *([[]] * 3, [[[[[]]]]], ["x"] * 500, {"a": {"b": {"c": {}}}}, {"": ""}, {"status": "ok"}),
    *({str(index): index for index in range(300)}, [0, 0], [1, "x", ["a", "b"]], [1, 2, 3, 4], True, False),
)
"""What is tried by chance: numbers at their ends, text in all scripts and of all lengths, many, deep."""


def mutants(value: Any) -> Iterator[Any]:
    """``value`` with one thing changed: each field dropped, renamed, doubled, retyped, null, out of its enum,
    a step too deep or too high, or one too many.
    """
    yield from _LEAVES
    yield from _elsewhere(value)
    for path in paths(value):
        old = at(value, path)
        if isinstance(path[-1], str):
            yield edited(value, path, drop)
            yield edited(value, path, rename)
        for new in (*_LEAVES, *_elsewhere(old)):
            yield put(value, path, new)


def _elsewhere(old: Any) -> Iterator[Any]:
    """The same, otherwise: what is in it alone, it in something, of another type, with more or less in it."""
    yield [old]
    yield {"value": old}
    if isinstance(old, dict):
        yield from (old[key] for key in [*old][:3])
        yield {**old, "an/extra~field": [{}]}
        yield [[key, item] for key, item in old.items()]
    elif isinstance(old, list):
        yield from old[:1]
        yield [*old, {"more": None}]
        yield [*old, *old]
        yield {str(index): item for index, item in enumerate(old)}
    elif isinstance(old, str):
        yield old + "\n"
        yield old.upper()
        yield " " + old
    elif isinstance(old, (int, float)) and abs(old) < 1e300:
        yield from (float(old), bool(old), str(old), -old, old + 0.5)


def spoilt(value: Any, chance: random.Random, pool: Sequence[Any]) -> Any:
    """``value`` with one to four things changed by chance; ``pool`` has values to put into it, too."""
    for _ in range(chance.choice((1, 1, 1, 2, 2, 3, 4))):
        places = [(), *paths(value)] if chance.random() < 0.05 else [*paths(value)] or [()]
        path = chance.choice(places)
        change = chance.choice(_CHANGES)
        value = (
            edited(value, path, change)
            if path and change in (drop, rename)
            else _changed(value, path, chance, pool)
        )
    return value


def _changed(value: Any, path: Path, chance: random.Random, pool: Sequence[Any]) -> Any:
    old = at(value, path)
    kind = chance.randrange(6)
    if kind == 0:
        new = chance.choice(_RARE)
    elif kind == 1:
        new = chance.choice(_LEAVES)
    elif kind == 2:  # what stands elsewhere in this value, or in another one
        source = value if chance.random() < 0.5 else chance.choice(pool)
        new = at(source, chance.choice([(), *paths(source)]))
    elif kind == 3 and isinstance(old, dict):
        new = {**old, chance.choice(_KEYS): chance.choice((*_LEAVES, *_RARE))}
    elif kind == 4 and isinstance(old, (dict, list)) and old:
        items = [*(old.items() if isinstance(old, dict) else old)]
        chance.shuffle(items)
        kept = items[: chance.randint(0, len(items))]
        new = dict(kept) if isinstance(old, dict) else kept
    else:
        new = chance.choice([*_elsewhere(old)])
    return put(value, path, new)


_KEYS = ("", "x_new", "status", "data", "metadata", "name", "a/b~c", "é", "\ud800", "0", "extra", "sent")


def drop(parent: dict[str, Any], key: str) -> None:
    """A field is not there."""
    del parent[key]


def rename(parent: dict[str, Any], key: str) -> None:
    """A field is called otherwise."""
    parent[f"{key}~/x"] = parent.pop(key)


_CHANGES: tuple[Any, ...] = (drop, rename, None, None, None, None)


def paths(value: Any, path: Path = ()) -> Iterator[Path]:
    """The places of all that is in ``value``, itself left out."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in items:
        yield (*path, key)
        yield from paths(item, (*path, key))


def at(value: Any, path: Path) -> Any:
    """What stands there."""
    for key in path:
        value = value[key]
    return value


def put(value: Any, path: Path, new: Any) -> Any:
    """``value`` with ``new`` there."""
    if not path:
        return new
    copied = value.copy()
    copied[path[0]] = put(value[path[0]], path[1:], new)
    return copied


def edited(value: Any, path: Path, change: Callable[[dict[str, Any], str], None]) -> Any:
    """``value`` with one field changed; an item of a list is left as it is."""
    parent = at(value, path[:-1])
    if not isinstance(parent, dict):
        return value
    parent = parent.copy()
    change(parent, path[-1])
    return put(value, path[:-1], parent)


def shrunk(value: Any, wrong: Callable[[Any], bool]) -> Any:
    """``value`` with all left out that it can do without and still be ``wrong``."""
    for path in sorted(paths(value), key=len):
        if isinstance(at(value, path[:-1]), dict):
            smaller = edited(value, path, drop)
        else:
            items = at(value, path[:-1])
            smaller = put(value, path[:-1], items[: path[-1]] + items[path[-1] + 1 :])
        if wrong(smaller):
            return shrunk(smaller, wrong)
    return value
