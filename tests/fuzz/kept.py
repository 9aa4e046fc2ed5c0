"""Which inputs are worth keeping: the shortest that get to lines of the code in an order nobody else does."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from types import FrameType
from typing import Any

from tests.conftest import ROOT
from tests.fuzz.seeds import kept, made
from tests.fuzz.targets import TARGETS

_OURS = tuple(str(ROOT / name) for name in ("generated", "runtime", "generator"))
Steps = set[tuple[str, int, int]]
"""Lines that followed each other: file, line before, line."""


def worth_keeping(name: str, inputs: list[bytes]) -> dict[str, bytes]:
    """Those of ``inputs`` that take a step which neither seeds, nor what is kept, nor shorter ones take."""
    taken: Steps = set()
    for data in (*made(name), *kept(name).values()):
        taken |= steps(name, data)
    new: dict[str, bytes] = {}
    for data in sorted(inputs, key=lambda data: (len(data), data)):
        more = steps(name, data)
        if not more <= taken:
            taken |= more
            new[sha256(data).hexdigest()[:10]] = data
    return new


def steps(name: str, data: bytes) -> Steps:
    """What an input runs through, whether or not what must hold does."""
    with _traced() as taken, suppress(Exception):  # one that is broken is kept by name
        TARGETS[name](data)
    return taken


@contextmanager
def _traced() -> Iterator[Steps]:
    taken: Steps = set()

    def called(frame: FrameType, event: str, _: Any) -> Any:
        file = frame.f_code.co_filename
        if not file.startswith(_OURS):
            return None
        before = 0

        def stepped(frame: FrameType, event: str, _: Any) -> Any:
            nonlocal before
            if event == "line":
                taken.add((file, before, frame.f_lineno))
                before = frame.f_lineno
            return stepped

        return stepped

    outer = sys.gettrace()
    sys.settrace(called)
    try:
        yield taken
    finally:
        sys.settrace(outer)
