"""What GPX and TCX write between their tags: times and numbers."""

import math
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from lib.importers.reading.epochs import seconds_of


class XmlMoment(NamedTuple):
    """A time of a track. at: seconds since 1970, UTC. offset: where one is written other than Z; naive: none was."""

    at: float
    offset: timedelta | None = None
    naive: bool = False


def moment(text: str) -> XmlMoment | None:
    """The time in an element, read as UTC where it says no offset; None where it is none."""
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    offset = found.utcoffset()
    plain = found.replace(tzinfo=None)
    try:
        return XmlMoment(seconds_of(plain - offset if offset else plain), offset or None, offset is None)
    except OverflowError:
        return None


def number(text: str | None) -> float | None:
    """A finite number; None where it is none."""
    if not text or not text.isascii() or "_" in text:
        return None
    try:
        value = float(text)
    except ValueError:
        return None
    return value if math.isfinite(value) else None


def naive_utc(at: float) -> datetime:
    """Naive UTC of seconds since 1970."""
    return datetime.fromtimestamp(at, UTC).replace(tzinfo=None)
