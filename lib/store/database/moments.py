"""Moments as the database keeps them: TEXT that sorts, to the second."""

from datetime import UTC, date, datetime

from lib.model.clock import HomeZones


def to_text(moment: datetime) -> str:
    """`2026-04-08 16:50:00`. An aware moment becomes UTC; fractions of a second are dropped."""
    naive = moment if moment.tzinfo is None else moment.astimezone(UTC).replace(tzinfo=None)
    return naive.isoformat(" ", "seconds")


def to_text_or_none(moment: datetime | None) -> str | None:
    return None if moment is None else to_text(moment)


def from_text(text: str) -> datetime:
    """The naive moment that `to_text` wrote."""
    return datetime.fromisoformat(text)


def from_text_or_none(text: str | None) -> datetime | None:
    return None if text is None else from_text(text)


def day_to_text(day: date) -> str:
    """`2026-04-08`; of a datetime its date."""
    return day.isoformat()[:10]


def localised(utc: str, zones: HomeZones) -> str:
    """The wall clock at home at a stored instant."""
    return zones.local(from_text(utc)).isoformat(" ", "seconds")
