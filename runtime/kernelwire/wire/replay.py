"""Has this message been here before? No hashing, no clock: signatures come in verified, the oldest go.

jupyter_client remembers a digest before verifying it, so that a tampered copy makes the genuine message fail,
and forgets a random tenth of 65,536 at once. Here the caller verifies first
(`kernelwire.wire.framing.decode_frames` does), and one goes out for each that comes in.
"""

from __future__ import annotations

from collections import OrderedDict

from kernelwire.errors import LocalProtocolError


class ReplayWindow:
    """The last ``size`` signatures of one connection (one socket, say), in the order they came.

    Make one for each connection: the same message legitimately arrives once on each. Raises
    `LocalProtocolError` for a ``size`` under 1. About 200 bytes a signature.
    """

    __slots__ = ("_seen", "size")

    def __init__(self, size: int = 65536) -> None:
        if size < 1:
            raise LocalProtocolError(f"a replay window must hold at least one signature, not {size}")
        self.size = size
        # Not a dict: finding its first key walks over all the holes that evictions left.
        self._seen: OrderedDict[bytes, None] = OrderedDict()

    def admit(self, signature: bytes) -> bool:
        """Whether a *verified* signature is new; if so it is remembered. The empty one says nothing: always
        True."""
        if not signature:
            return True
        seen = self._seen
        if signature in seen:
            return False
        seen[signature] = None
        if len(seen) > self.size:
            seen.popitem(last=False)
        return True

    def __len__(self) -> int:
        return len(self._seen)

    def __repr__(self) -> str:
        return f"<ReplayWindow {len(self)} of {self.size}>"
