"""Signatures, against the standard library's hmac and against jupyter_client."""

from __future__ import annotations

import hashlib
import hmac

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from jupyter_client.session import Session

from kernelwire.errors import LocalProtocolError
from kernelwire.wire.signing import Signer, schemes

PARTS = [b'{"msg_id":"1"}', b"{}", b"{}", b'{"text":"h\xc3\xa9"}']


@pytest.mark.parametrize("scheme", schemes())
@example(key=b"k" * 65, parts=[])  # around the block lengths of all the hashes
@example(key=b"k" * 129, parts=[b"x"])
@example(key=b"k" * 200, parts=[b"x"])
@given(key=st.binary(min_size=1, max_size=300), parts=st.lists(st.binary(max_size=200), max_size=5))
def test_every_scheme_signs_as_the_standard_library_does(scheme: str, key: bytes, parts: list[bytes]) -> None:
    expected = hmac.new(key, b"".join(parts), scheme.removeprefix("hmac-")).hexdigest().encode()
    signer = Signer(key, scheme)
    assert signer.sign(parts) == expected
    assert signer.verify(expected, parts)


def test_every_hash_with_a_length_is_a_scheme() -> None:
    """Those that the standard library's hmac can use, and no other."""
    usable = set()
    for name in hashlib.algorithms_available:
        try:
            usable.add(f"hmac-{name}" if hmac.new(b"key", b"", name).digest() else None)
        except (ValueError, TypeError):
            continue
    assert set(schemes()) == usable - {None}
    assert {"hmac-sha256", "hmac-md5", "hmac-sha3_256", "hmac-blake2b"} <= usable


@pytest.mark.parametrize("scheme", ["hmac-sha256", "hmac-sha512", "hmac-md5", "hmac-sha3_256"])
def test_jupyter_client_signs_alike(scheme: str) -> None:
    session = Session(key=b"a key", signature_scheme=scheme)
    assert Signer(b"a key", scheme).sign(PARTS) == session.sign(PARTS)


@pytest.mark.parametrize(
    "scheme", ["hmac-shake_128", "hmac-none", "sha256", "hmac", "", "hmac-", "HMAC-sha256"]
)
def test_other_schemes_are_refused_and_the_right_ones_named(scheme: str) -> None:
    with pytest.raises(LocalProtocolError, match="hmac-sha256") as info:
        Signer(b"the secret", scheme)
    assert "the secret" not in str(info.value)


def test_the_key_must_be_bytes() -> None:
    with pytest.raises(LocalProtocolError, match="must be bytes") as info:
        Signer("the secret")  # type: ignore[arg-type]
    assert "the secret" not in str(info.value)


@pytest.mark.parametrize(
    "wrong",
    [b"", b"0", b"\xff" * 64, Signer(b"other").sign(PARTS), Signer(b"key").sign(PARTS).upper()],
)
def test_what_does_not_fit_does_not_verify(wrong: bytes) -> None:
    assert not Signer(b"key").verify(wrong, PARTS)


@given(place=st.integers(0, sum(map(len, PARTS)) - 1))
def test_any_changed_byte_shows(place: int) -> None:
    signature = Signer(b"key").sign(PARTS)
    joined = bytearray(b"".join(PARTS))
    joined[place] ^= 1
    assert not Signer(b"key").verify(signature, [bytes(joined)])


def test_views_are_signed_as_bytes() -> None:
    signer = Signer(b"key")
    views = [memoryview(part) for part in PARTS]
    assert signer.verify(memoryview(signer.sign(PARTS)), views)


def test_the_key_is_in_no_repr() -> None:
    assert repr(Signer(b"secret-key")) == "<Signer hmac-sha256>"
    assert repr(Signer(b"")) == "<Signer without a key>"
    assert not any("secret" in repr(getattr(Signer(b"secret-key"), name)) for name in Signer.__slots__)


def test_comparing_takes_constant_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """That is: it is done by compare_digest, on the whole of both."""
    compared: list[tuple[bytes, bytes]] = []
    monkeypatch.setattr(
        "kernelwire.wire.signing.compare_digest", lambda a, b: compared.append((a, b)) or False
    )
    signer = Signer(b"key")
    assert not signer.verify(b"x", PARTS)
    assert compared == [(signer.sign(PARTS), b"x")]
