"""One rule for all timeouts: seconds, None for no limit, and the built-in TimeoutError on every Python."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

from kernelwire.errors import LocalProtocolError

if sys.version_info >= (3, 11):
    from asyncio import timeout as _timeout
else:
    from async_timeout import timeout as _timeout


@asynccontextmanager
async def within(seconds: float | None, what: str) -> AsyncGenerator[None, None]:
    """Raise TimeoutError, "no ``what`` within … s", if the block takes longer; None lets it take its time.

    What the caller's own task is cancelled with goes through, and so does a TimeoutError of the block's own.
    """
    if not (seconds is None or isinstance(seconds, (int, float))):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise LocalProtocolError(f"timeout is a number of seconds or None, not {seconds!r}")
    own: BaseException | None = None
    try:
        async with _timeout(seconds):
            try:
                yield
            except asyncio.TimeoutError as error:
                own = error
                raise
    except asyncio.TimeoutError as error:
        if error is own:
            raise
        raise TimeoutError(f"no {what} within {seconds:g} s") from None
