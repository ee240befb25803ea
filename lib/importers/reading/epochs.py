"""Moments that are counted instead of written: seconds or milliseconds since 1970."""

from datetime import datetime, timedelta
from typing import Final

from lib.importers.reading.cells import bounded
from lib.importers.reading.dates import parse_moment

ORIGIN: Final = datetime(1970, 1, 1)  # noqa: DTZ001 - naive: the caller knows whether it is UTC or a wall clock
# March 1973: below it are seconds since 1970 and the day numbers of spreadsheets, above the end of year 9999 nothing.
_FIRST: Final = 100_000_000_000
_LAST: Final = 253_402_300_799_000


def moment_of_milliseconds(milliseconds: float) -> datetime:
    """The moment without fractions of a second. CellError for a number of something else or in the future."""
    bounded(milliseconds, _FIRST, _LAST, "not a number of milliseconds since 1970")
    moment = ORIGIN + timedelta(milliseconds=milliseconds)
    return parse_moment(f"{moment:%Y-%m-%d %H:%M:%S}").local


def seconds_of(utc: datetime) -> float:
    """Seconds since 1970 of naive UTC."""
    return (utc - ORIGIN).total_seconds()
