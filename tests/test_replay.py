"""The window of signatures seen: ordered, bounded, one out for one in."""

from __future__ import annotations

from collections import deque

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kernelwire.errors import LocalProtocolError
from kernelwire.replay import ReplayWindow


def test_a_signature_is_new_once() -> None:
    window = ReplayWindow()
    assert window.admit(b"a")
    assert not window.admit(b"a")
    assert window.admit(b"b")


def test_the_empty_signature_is_never_remembered() -> None:
    window = ReplayWindow()
    assert window.admit(b"")
    assert window.admit(b"")
    assert len(window) == 0


@given(st.integers(1, 5), st.lists(st.integers(0, 9), max_size=60))
def test_it_is_the_last_few_that_were_admitted(size: int, numbers: list[int]) -> None:
    window = ReplayWindow(size)
    model: deque[bytes] = deque(maxlen=size)
    for number in numbers:
        signature = b"%d" % number
        assert window.admit(signature) is (signature not in model)
        if signature not in model:
            model.append(signature)
        assert len(window) == len(model)


def test_being_refused_does_not_make_it_younger() -> None:
    window = ReplayWindow(2)
    for signature in (b"a", b"b", b"a", b"c"):  # the second "a" is refused, and is not what "c" follows
        window.admit(signature)
    assert not window.admit(b"b")
    assert window.admit(b"a")


def test_windows_share_nothing() -> None:
    assert ReplayWindow().admit(b"a")
    assert ReplayWindow().admit(b"a")


@pytest.mark.parametrize("size", [0, -1])
def test_it_holds_at_least_one(size: int) -> None:
    with pytest.raises(LocalProtocolError, match=str(size)):
        ReplayWindow(size)


def test_its_repr_shows_no_signature() -> None:
    window = ReplayWindow(3)
    window.admit(b"abcdef")
    assert repr(window) == "<ReplayWindow 1 of 3>"
