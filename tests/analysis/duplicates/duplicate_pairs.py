"""Invented records for the duplicate finder, and the day that each bout of a series has to itself."""

from datetime import datetime, timedelta
from random import Random

from lib.model.duplicates import Candidate
from lib.model.vocabulary import Precision, Sport, TimeBasis

FIRST_DAY = datetime(2015, 1, 3)


def candidate(record_id: int, source: str = "strava", start: datetime = FIRST_DAY, **given) -> Candidate:
    """A run of 8 km in 44 minutes at an instant, by a clock one hour ahead of UTC unless something else is given."""
    row = {
        "id": record_id,
        "source": source,
        "source_key": f"{source} {record_id}",
        "sport": Sport.RUN,
        "basis": TimeBasis.UTC,
        "precision": Precision.SECOND,
        "local": start,
        "utc": start - timedelta(hours=1),
        "title": "Run",
        "distance_m": 8000.0,
        "moving_s": 2640.0,
        "filled": 5,
    }
    return Candidate(**{**row, **given})


def wall_clock(record_id: int, source: str = "garmin", start: datetime = FIRST_DAY, **given) -> Candidate:
    """The same from a source that writes a bare wall clock."""
    return candidate(record_id, source, start, **{"basis": TimeBasis.WALL_CLOCK, "utc": None, **given})


def day_of(number: int, random: Random) -> datetime:
    """Three days apart, so that no pair meets another one; any second of the day."""
    return FIRST_DAY + timedelta(days=3 * number, seconds=random.randint(5 * 3600, 20 * 3600))
