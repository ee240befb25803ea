"""Moments that are counted instead of written: milliseconds since 1970."""

from datetime import datetime, timedelta
from typing import Final

from lib.importers.cells import bounded
from lib.importers.dates import parse_moment

_ORIGIN: Final = datetime(1970, 1, 1)  # noqa: DTZ001 - naive: the caller knows whether it is UTC or a wall clock
_LAST: Final = 253_402_300_799_000  # the end of year 9999


def moment_of_milliseconds(milliseconds: float) -> datetime:
    """The moment without fractions of a second. CellError before 1970 or in the future."""
    bounded(milliseconds, 0, _LAST, "not a number of milliseconds since 1970")
    moment = _ORIGIN + timedelta(milliseconds=milliseconds)
    return parse_moment(f"{moment:%Y-%m-%d %H:%M:%S}").local
