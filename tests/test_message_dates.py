"""Dates: read in every spelling that kernels use, and one error for what is none."""

from __future__ import annotations

import contextlib
from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kernelwire.errors import RemoteProtocolError
from kernelwire.wire.dates import parse_date
from tests.received import received, typed

UTC = timezone.utc


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2026-03-09T14:05:21.058145Z", datetime(2026, 3, 9, 14, 5, 21, 58145, UTC)),
        ("2026-03-09T14:05:21.058145+00:00", datetime(2026, 3, 9, 14, 5, 21, 58145, UTC)),
        (
            "2026-03-09T14:05:21-0330",
            datetime(2026, 3, 9, 14, 5, 21, 0, timezone(-timedelta(hours=3, minutes=30))),
        ),
        ("2026-03-09T14:05:21+02", datetime(2026, 3, 9, 14, 5, 21, 0, timezone(timedelta(hours=2)))),
        ("2026-03-09T14:05:21.058145", datetime(2026, 3, 9, 14, 5, 21, 58145)),
        ("2026-03-09 14:05", datetime(2026, 3, 9, 14, 5)),
        ("2026-3-9T4:5:1.5z", datetime(2026, 3, 9, 4, 5, 1, 500000, UTC)),
        ("2026-03-09T14:05:21.58145Z", datetime(2026, 3, 9, 14, 5, 21, 581450, UTC)),
        ("2026-03-09T14:05:21,123456789Z", datetime(2026, 3, 9, 14, 5, 21, 123456, UTC)),
        ("20260309T140521Z", datetime(2026, 3, 9, 14, 5, 21, 0, UTC)),
    ],
)
def test_dates_are_read(text: str, date: datetime) -> None:
    parsed = parse_date(text)
    assert (parsed, parsed.tzinfo is None) == (date, date.tzinfo is None)


@given(st.datetimes(timezones=st.none() | st.just(UTC)))
def test_what_isoformat_writes_is_read(date: datetime) -> None:
    assert parse_date(date.isoformat()) == date


@given(st.text() | st.from_regex(r"[0-9]{4}-?[0-9]{1,2}-?[0-9]{1,2}T[0-9]{1,4}.*", fullmatch=True))
def test_other_texts_are_one_error(text: str) -> None:
    with contextlib.suppress(RemoteProtocolError):
        assert isinstance(parse_date(text), datetime)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "now",
        "2026-13-01T00:00:00Z",
        "2026-02-30T00:00:00Z",
        "2026-01-01T25:00:00Z",
        "0000-01-01T00:00:00",
        "2026-01-01T00:00:00+25:00",
        "٢٠٢٦-01-01T00:00:00Z",
        "2026-01-01",
    ],
)
def test_what_is_no_date_is_said(text: str) -> None:
    with pytest.raises(RemoteProtocolError, match="no date"):
        parse_date(text)


def test_a_message_without_a_date_has_none() -> None:
    assert typed("status", b"{}").sent_at() is None
    assert received().sent_at() == datetime(2026, 1, 1, tzinfo=UTC)
