"""What the tests of this package share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

import kernelwire
from tests.client import Shared

pytest.register_assert_rewrite("tests.client.scenario")


@pytest.fixture(scope="session")
def ipykernel() -> Iterator[Shared]:
    """A client of one ipykernel, for all tests that leave it as it was."""
    shared = Shared(lambda: kernelwire.launch("python3"))
    yield shared
    shared.close()
