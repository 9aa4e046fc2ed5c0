"""Inputs that are nearly right: what is known, broken at random in a few places. Needs no atheris."""

from __future__ import annotations

import re
from collections.abc import Sequence
from random import Random

_TOKEN = re.compile(rb'"(?:[^"\\\\]|\\\\.)*"|-?[0-9][0-9.eE+-]*|true|false|null|[][{}]')
_VALUES = (
    b"null", b"true", b"0", b"-1", b"1.0", b"1e999", b"NaN", b'""', b'"a"', b"[]", b"{}", b'{"a":1}', b"[1]",
    rb'"\ud800"', b'"\xff"', b"36893488147419103232", b'[["a"]]', b'{"$ref":"#/$defs/P"}',
)  # fmt: skip


def mutated(chance: Random, inputs: Sequence[bytes], words: Sequence[str]) -> bytes:
    """One of ``inputs``, changed in one to four places."""
    data = chance.choice(inputs)
    for _ in range(chance.randint(1, 4)):
        data = chance.choice((_value, _value, _value, _word, _cut, _doubled, _byte))(chance, data, words)
    return data if chance.random() < 0.9 else _spliced(chance, data, chance.choice(inputs))


def _value(chance: Random, data: bytes, words: Sequence[str]) -> bytes:
    """A JSON value, or a bracket, becomes another."""
    found = [*_TOKEN.finditer(data)]
    if not found:
        return data
    token = chance.choice(found)
    name = b'"%b"' % chance.choice(words).encode()
    return (
        data[: token.start()] + chance.choice((*_VALUES, name, chance.choice(found)[0])) + data[token.end() :]
    )


def _word(chance: Random, data: bytes, words: Sequence[str]) -> bytes:
    at = chance.randint(0, len(data))
    return data[:at] + chance.choice(words).encode() + data[at:]


def _cut(chance: Random, data: bytes, words: Sequence[str]) -> bytes:
    start, end = _slice(chance, data)
    return data[:start] + data[end:]


def _doubled(chance: Random, data: bytes, words: Sequence[str]) -> bytes:
    start, end = _slice(chance, data)
    return data[:end] + data[start:end] * chance.choice((1, 1, 2, 20)) + data[end:]


def _byte(chance: Random, data: bytes, words: Sequence[str]) -> bytes:
    at = chance.randint(0, len(data))
    return data[:at] + bytes([chance.randrange(256)]) + data[at + chance.randint(0, 1) :]


def _spliced(chance: Random, data: bytes, other: bytes) -> bytes:
    return data[: chance.randint(0, len(data))] + other[chance.randint(0, len(other)) :]


def _slice(chance: Random, data: bytes) -> tuple[int, int]:
    start = chance.randint(0, len(data))
    return start, min(len(data), start + chance.choice((1, 2, 4, 8, 30, 100)))
