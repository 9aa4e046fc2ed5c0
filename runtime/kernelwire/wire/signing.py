"""Signatures of messages (spec: "The Wire Protocol"). No frames, no JSON, no memory: see replay.

**Buffers are not covered**: the HMAC is over header, parent header, metadata and content. Whoever can write
to the socket can exchange the buffers of a signed message; only encryption (CURVE, TLS) keeps them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import partial
from hmac import compare_digest
from typing import TYPE_CHECKING, Protocol, TypeAlias

from kernelwire.errors import LocalProtocolError

if TYPE_CHECKING:
    from collections.abc import Callable

Frame: TypeAlias = bytes | memoryview
"""One frame of a message. A memoryview must be contiguous."""
RawParts: TypeAlias = tuple[bytes, bytes, bytes, bytes]
"""Header, parent header, metadata and content, as they travel: what a signature covers."""

_INNER_PAD = bytes(byte ^ 0x36 for byte in range(256))
_OUTER_PAD = bytes(byte ^ 0x5C for byte in range(256))


class _Hash(Protocol):
    @property
    def block_size(self) -> int: ...
    @property
    def digest_size(self) -> int: ...
    def update(self, data: Frame, /) -> None: ...
    def digest(self) -> bytes: ...
    def hexdigest(self) -> str: ...
    def copy(self) -> _Hash: ...


class Signer:
    """Signs and verifies with the key of a connection file and its ``signature_scheme``, ``hmac-<hash>``.

    An empty ``key`` turns authentication off: nothing is signed and everything verifies, signed or not, for
    some kernels (xeus-python, IRkernel) sign with the empty key. Raises `LocalProtocolError` for a scheme
    that is not at hand.

    The key itself is not kept, and is in no repr and no error.
    """

    __slots__ = ("_inner", "_outer", "authenticates", "scheme")

    scheme: str
    """The ``signature_scheme`` of the connection file."""
    authenticates: bool
    """Whether there is a key."""

    def __init__(self, key: bytes, scheme: str = "hmac-sha256") -> None:
        # Callers without a type checker pass str, whose error would come late and show the key.
        if not isinstance(key, (bytes, bytearray, memoryview)):  # pyright: ignore[reportUnnecessaryIsInstance]
            raise LocalProtocolError(f"the key must be bytes, not {type(key).__name__}")
        make = _hash_of(scheme)
        self.scheme = scheme
        self.authenticates = len(key) > 0
        # RFC 2104: H(key ^ opad, H(key ^ ipad, message)). The two halves that depend on the key alone are
        # hashed once and copied for each message: 0.8 µs for 500 bytes, where hmac.digest takes 1.7.
        block = make().block_size
        secret = bytes(key)
        if len(secret) > block:
            secret = _hashed(make, secret).digest()
        secret = secret.ljust(block, b"\0")
        self._inner = _hashed(make, secret.translate(_INNER_PAD))
        self._outer = _hashed(make, secret.translate(_OUTER_PAD))

    def sign(self, parts: Iterable[Frame]) -> bytes:
        """The signature of the four serialized parts (header, parent header, metadata, content): hex digits
        in lower case.

        Empty if the key is empty.
        """
        if not self.authenticates:
            return b""
        inner, outer = self._inner.copy(), self._outer.copy()
        for part in parts:  # joining them would copy a long one
            inner.update(part)
        outer.update(inner.digest())
        return outer.hexdigest().encode()

    def verify(self, signature: Frame, parts: Iterable[Frame]) -> bool:
        """Whether the signature is that of the parts. Takes the same time wherever they differ. True if the
        key is empty.

        Upper case hex digits do not verify: one message has one signature, or a replay could be dressed up as
        new.
        """
        return not self.authenticates or compare_digest(self.sign(parts), signature)

    def __repr__(self) -> str:
        return f"<Signer {self.scheme}>" if self.authenticates else "<Signer without a key>"


def schemes() -> list[str]:
    """The signature schemes that work here: one for each hash of hashlib with a digest of fixed length."""
    return sorted(f"hmac-{name}" for name in hashlib.algorithms_available if _usable(name))


def _usable(name: str) -> bool:
    try:
        digest = hashlib.new(name)
    except (ValueError, TypeError):  # listed, but switched off (OpenSSL's legacy hashes, FIPS)
        return False
    return digest.digest_size > 0  # the shake_* have no length of their own


def _hash_of(scheme: str) -> Callable[[], _Hash]:
    kind, dash, name = scheme.partition("-")
    if kind + dash != "hmac-" or name not in hashlib.algorithms_available or not _usable(name):
        raise LocalProtocolError(f"no signature scheme {scheme!r}; there are {', '.join(schemes())}")
    return partial(hashlib.new, name)


def _hashed(make: Callable[[], _Hash], data: bytes) -> _Hash:
    state = make()
    state.update(data)
    return state
