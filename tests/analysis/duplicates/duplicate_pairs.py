"""Invented pairs of records for the duplicate finder: one bout from two sources, and bouts that only look like one."""

from datetime import datetime, timedelta
from random import Random

from lib.model.duplicates import Candidate
from lib.model.vocabulary import Precision, Sport, TimeBasis

FIRST_DAY = datetime(2015, 1, 3)
PACES = {Sport.RUN: 330.0, Sport.RIDE: 130.0, Sport.WALK: 650.0, Sport.SWIM: 1300.0}


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


def true_pair(number: int, random: Random) -> tuple[Candidate, Candidate]:
    """One bout twice: ± 120 s, ± 2 %, ± 3 %, and in a third of the cases clocks that are whole or half hours apart."""
    sport = random.choices(list(PACES), weights=[8, 2, 1, 1])[0]
    distance = random.uniform(1500, 30000)
    moving = distance / 1000 * PACES[sport] * random.uniform(0.85, 1.2)
    start = _start(number, random)
    first = _record(2 * number, "strava", sport, start, distance, moving)
    jitter = timedelta(seconds=random.randint(-120, 120))
    again = (distance * random.uniform(0.98, 1.02), moving * random.uniform(0.97, 1.03))
    if random.random() < 1 / 3:
        shift = timedelta(minutes=30 * random.randint(-28, 28))
        return first, _bare(_record(2 * number + 1, "garmin", sport, start + shift + jitter, *again))
    other = _record(2 * number + 1, random.choice(["garmin-account", "fit"]), sport, start + jitter, *again)
    return first, other if random.random() < 0.5 else _bare(other._replace(source="garmin"))


def near_miss(number: int, random: Random) -> list[Candidate]:
    """Bouts of one day or two that must stay apart. The sources differ, as if each had only one of them."""
    start, distance = _start(number, random), random.uniform(4000, 12000)
    moving = distance / 1000 * PACES[Sport.RUN] * random.uniform(0.85, 1.2)
    first = _record(10 * number, "strava", Sport.RUN, start, distance, moving)
    again = (distance * random.uniform(0.98, 1.02), moving * random.uniform(0.97, 1.03))
    later = {
        "jog home": timedelta(minutes=55),
        "next day": timedelta(days=1, seconds=random.randint(-120, 120)),
        "double": timedelta(hours=random.uniform(5, 11)),
    }
    kind = random.choice([*later, "lift", "laps", "warm-up"])
    if kind in later:
        lengths = (
            again if kind != "double" else (distance * random.uniform(0.5, 1.1), moving * random.uniform(0.5, 1.1))
        )
        return [first, _bare(_record(10 * number + 1, "garmin", Sport.RUN, start + later[kind], *lengths))]
    if kind == "lift":
        lift = _record(10 * number + 1, "garmin", Sport.STRENGTH, start, None, moving)
        return [first, _bare(lift)]
    if kind == "warm-up":
        return [first, _bare(_record(10 * number + 1, "garmin", Sport.RUN, start, 1500.0, 540.0))]
    return [
        _laps(10 * number + lap, "strava" if lap % 2 else "garmin", start + timedelta(seconds=150 * lap))
        for lap in range(6)
    ]


def _laps(record_id: int, source: str, start: datetime) -> Candidate:
    lap = _record(record_id, source, Sport.RUN, start, 400.0, 88.0)
    return _bare(lap) if source == "garmin" else lap


def _start(number: int, random: Random) -> datetime:
    """Three days apart, so that no pair meets another one; any second of the day."""
    return FIRST_DAY + timedelta(days=3 * number, seconds=random.randint(5 * 3600, 20 * 3600))


def _record(record_id, source, sport, start, distance_m, moving_s) -> Candidate:
    return candidate(record_id, source, start, sport=sport, distance_m=distance_m, moving_s=moving_s)


def _bare(each: Candidate) -> Candidate:
    return each._replace(basis=TimeBasis.WALL_CLOCK, utc=None)
