"""Dates of headers: read when somebody asks, for the text is the truth. No clock here.

jupyter_client reads every string that looks like a date, a ``msg_id`` too, and spends most of its time on it.
"""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import datetime

from kernelwire.errors import RemoteProtocolError

_DATE = re.compile(
    r"(\d{4})-?(\d\d?)-?(\d\d?)[Tt ](\d\d?)(?::?(\d\d?)(?::?(\d\d?)(?:[.,](\d+))?)?)?"
    r" ?(?:([Zz])|([+-]\d\d)(?::?(\d\d))?)?",
    re.ASCII,
)


def parse_date(text: str) -> datetime:
    """A header's date: ISO 8601, with or without separators, padding, fraction and offset.

    Naive without an offset, for nobody says whose local time it would be; digits beyond microseconds are cut.
    (xeus writes .58145 for .058145; no reader can know.) Raises `RemoteProtocolError` for what is no date.
    """
    match = _DATE.fullmatch(text.strip())
    if match:
        year, month, day, hour, minute, second, fraction, utc, ahead, more = match.groups("")
        zone = "+00:00" if utc else ahead and f"{ahead}:{more or '00'}"
        date = f"{year}-{month:0>2}-{day:0>2}T{hour:0>2}:{minute:0>2}:{second:0>2}"
        with suppress(ValueError):  # month 13
            return datetime.fromisoformat(f"{date}.{fraction[:6]:0<6}{zone}")
    raise RemoteProtocolError(f"{text[:60]!r} is no date of ISO 8601")
