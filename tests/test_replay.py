"""The window of signatures seen: ordered, bounded, one out for one in."""

from __future__ import annotations

from collections import deque
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kernelwire.errors import LocalProtocolError, RemoteProtocolError
from kernelwire.wire.framing import decode_frames
from kernelwire.wire.replay import ReplayWindow
from tests.received import HEADER, SIGNER, frames_of
from tests.steps import steps


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


FLOOD = 100_000  # a million take ten times as long, and no other way


def test_a_flood_of_forged_signatures_neither_evicts_nor_blocks() -> None:
    """Among them genuine signatures, seen and not yet seen, with other contents."""
    window = ReplayWindow(3)
    genuine = [frames_of([HEADER, b"{}", b"{}", b"%d" % number]) for number in range(4)]
    for sent in genuine[:3]:
        decode_frames(sent, SIGNER, replay=window)
    forged = [[*sent[:5], b"[]"] for sent in genuine] + [frames_of([HEADER, b"{}", b"{}", b"{}"], key=b"no")]
    refused = 0
    for index in range(FLOOD):
        try:
            decode_frames(forged[index % 5], SIGNER, replay=window)
        except RemoteProtocolError as error:
            refused += "does not fit" in str(error)
    assert refused == FLOOD
    assert len(window) == 3
    decode_frames(genuine[3], SIGNER, replay=window)  # its signature was in many a forged message
    for sent in genuine[1:]:
        with pytest.raises(RemoteProtocolError, match="replay"):
            decode_frames(sent, SIGNER, replay=window)
    decode_frames(genuine[0], SIGNER, replay=window)  # the oldest went, for one that came


def test_a_message_costs_the_same_however_many_were_before() -> None:
    window = ReplayWindow(1000)
    counted = [steps(lambda: window.admit(b"warm"))]
    for fill in (10, 900, 1500, 9000):
        while len(window) < min(fill, 1000):
            window.admit(b"fill %d %d" % (fill, len(window)))
        counted += [steps(partial(window.admit, b"new %d %d" % (fill, number))) for number in range(3)]
        counted.append(steps(partial(window.admit, b"new %d 0" % fill)))
    assert max(counted) <= 60, "opcodes"
