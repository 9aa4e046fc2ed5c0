"""What `make fuzz` found, again, and more of its kind: the same each time, and without atheris."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fuzz import seeds
from tests.fuzz.mutation import mutated
from tests.fuzz.targets import SEPARATOR, TARGETS
from tests.values import VALUES

MUTATIONS = {"schemas": 20, "capture": 60}
"""How many inputs are made up for each target; for the others `_MANY`."""
_MANY = 300


def known(target: str) -> list[bytes]:
    return [*seeds.made(target), *seeds.kept(target).values()]


@pytest.mark.parametrize("target", TARGETS)
def test_what_is_known(target: str) -> None:
    for data in known(target):
        TARGETS[target](data)


@pytest.mark.parametrize("target", TARGETS)
def test_what_is_nearly_known(target: str) -> None:
    chance, inputs, words = Random(f"{target} 1"), known(target), seeds.words()
    for _ in range(MUTATIONS.get(target, _MANY)):
        data = mutated(chance, inputs, words)
        try:
            TARGETS[target](data)
        except Exception as error:
            raise AssertionError(f"this input breaks {target}: {data!r}") from error


@pytest.mark.parametrize("target", TARGETS)
def test_anything(target: str) -> None:
    piece = st.binary(max_size=30) | VALUES.map(seeds.text) | st.sampled_from(known(target))

    @settings(max_examples=min(25, MUTATIONS.get(target, _MANY)))
    @given(st.lists(piece, max_size=7).map(SEPARATOR.join))
    def check(data: bytes) -> None:
        TARGETS[target](data)

    check()


@pytest.mark.parametrize("target", TARGETS)
def test_no_seed_is_kept_twice(target: str) -> None:
    inputs = known(target)
    assert len({*inputs}) == len(inputs)
    assert all(len(data) < 5000 for data in inputs)
