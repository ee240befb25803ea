"""Jona's fourteen months, week by week: what was planned. Everything that is told here is invented."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random
from typing import Final
from zoneinfo import ZoneInfo

HOME: Final = ZoneInfo("Europe/Berlin")
LAST_DAY: Final = date(2026, 11, 18)
STRAVA_FROM: Final = date(2026, 3, 2)  # Garmin Connect until the day before
HEVY_FROM: Final = date(2026, 4, 21)  # Strong until the day before
HALF_MARATHON: Final = date(2026, 4, 12)
MARATHON: Final = date(2026, 10, 11)

_DAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@dataclass(frozen=True, slots=True)
class Planned:
    """One thing on a day. what: a kind of run or a strength session."""

    day: date
    what: str


@dataclass(frozen=True, slots=True)
class Week:
    """A week's plan.

    km: the sum of its runs; pattern: see RUN_PATTERNS; turned: the runs of Saturday and Sunday change places;
    lifts: the strength sessions.
    """

    start: date
    km: float
    pattern: str
    turned: bool
    lifts: tuple[Planned, ...]


# kind of run, weekday, share of the week's kilometres
RUN_PATTERNS: Final[dict[str, tuple[tuple[str, str, float], ...]]] = {
    "first": (("mon", "easy", 0.18), ("wed", "easy", 0.25), ("fri", "easy", 0.22), ("sun", "long", 0.35)),
    "three": (("tue", "easy", 0.28), ("thu", "tempo", 0.29), ("sun", "long", 0.43)),
    "four": (("tue", "easy", 0.2), ("wed", "intervals", 0.23), ("fri", "easy", 0.19), ("sun", "long", 0.38)),
    "tempo": (("tue", "easy", 0.21), ("thu", "tempo", 0.24), ("sat", "easy", 0.17), ("sun", "long", 0.38)),
    "five": (
        ("tue", "intervals", 0.19),
        ("wed", "easy", 0.16),
        ("thu", "tempo", 0.19),
        ("sat", "easy", 0.12),
        ("sun", "long", 0.34),
    ),
    "marathon": (
        ("tue", "intervals", 0.17),
        ("wed", "easy", 0.14),
        ("thu", "tempo", 0.17),
        ("sat", "easy", 0.09),
        ("sun", "long", 0.43),
    ),
    "race": (("tue", "tempo", 0.5), ("thu", "easy", 0.32), ("sat", "easy", 0.18), ("sun", "race", 0.0)),
    "back": (("wed", "easy", 0.3), ("fri", "easy", 0.3), ("sun", "easy", 0.4)),
    "holiday": (("wed", "easy", 0.45), ("sat", "trail", 0.55)),
    "ending": (("tue", "easy", 0.45), ("wed", "tempo", 0.55)),
    "none": (),
}

# first day, kilometres, pattern (* = the weekend turned round), strength
_PLAN: Final = """
2025-09-22 26 first     mon:article thu:full
2025-09-29 27 three     mon:article fri:full
2025-10-06 30 three*    mon:full thu:article
2025-10-13 24 three     wed:full
2025-10-20 32 tempo     mon:article thu:full
2025-10-27 34 four      tue:full fri:article
2025-11-03 33 tempo     mon:full wed:upper
2025-11-10 26 three*    tue:article fri:full
2025-11-17 35 four      mon:full thu:upper
2025-11-24 38 tempo     mon:full wed:upper fri:article
2025-12-01 37 four      mon:full sat:article
2025-12-08 29 three     tue:full
2025-12-15 40 tempo     tue:full thu:upper
2025-12-22 28 three*    mon:article
2025-12-29 34 tempo     tue:squats fri:upper
2026-01-05 41 four      mon:squats thu:lunges
2026-01-12 43 tempo     mon:squats wed:upper fri:lunges
2026-01-19 33 three*    wed:lunges
2026-01-26 44 four      mon:squats thu:lunges
2026-02-02 46 tempo     mon:squats fri:lunges
2026-02-09 0  none
2026-02-16 0  none
2026-02-23 21 back      thu:full
2026-03-02 34 tempo     mon:squats thu:upper
2026-03-09 42 four*     mon:squats thu:lunges
2026-03-16 47 five      tue:squats fri:lunges
2026-03-23 51 five      mon:squats wed:upper fri:lunges
2026-03-30 37 four      tue:lunges
2026-04-06 15 race
2026-04-13 17 back      thu:upper
2026-04-20 30 three     mon:squats tue:upper fri:lunges
2026-04-27 37 four      mon:squats thu:lunges
2026-05-04 41 tempo*    mon:squats thu:lunges
2026-05-11 33 three     sat:squats
2026-05-18 43 four      mon:squats wed:upper sat:lunges
2026-05-25 45 five*     tue:lunges fri:squats
2026-06-01 48 five      mon:squats thu:lunges
2026-06-08 35 tempo     wed:lunges
2026-06-15 48 five      mon:squats thu:lunges
2026-06-22 44 four      tue:squats sat:upper
2026-06-29 41 tempo*    tue:lunges
2026-07-06 11 holiday
2026-07-13 42 four      mon:squats thu:hinge
2026-07-20 48 five      mon:article fri:squats
2026-07-27 52 marathon  mon:squats fri:curls
2026-08-03 41 five      wed:hinge
2026-08-10 54 marathon* mon:lunges thu:hinge
2026-08-17 57 marathon  mon:squats fri:curls
2026-08-24 45 five      tue:hinge
2026-08-31 58 marathon  mon:hinge thu:curls
2026-09-07 62 marathon  mon:hinge fri:upper
2026-09-14 47 five*     tue:curls fri:hinge
2026-09-21 61 marathon  mon:hinge thu:curls
2026-09-28 43 five      tue:hinge
2026-10-05 14 race
2026-10-12 0  none
2026-10-19 19 back      thu:article
2026-10-26 28 three     tue:hinge sat:curls
2026-11-02 34 tempo*    mon:hinge wed:upper fri:curls
2026-11-09 39 four      mon:hinge thu:curls
2026-11-16 17 ending    mon:hinge wed:upper
"""


def weeks() -> tuple[Week, ...]:
    """The whole plan, oldest week first."""
    return tuple(_week(*line.split(maxsplit=3)) for line in _PLAN.strip().splitlines())


def planned_runs(week: Week) -> tuple[tuple[Planned, float], ...]:
    """The runs of a week with their kilometres, in the order of days; a race brings its own distance."""
    turned = {"sat": "sun", "sun": "sat"} if week.turned else {}
    runs = (
        (Planned(_on(week.start, turned.get(weekday, weekday)), what), week.km * share)
        for weekday, what, share in RUN_PATTERNS[week.pattern]
    )
    return tuple(sorted(runs, key=lambda run: run[0].day))


def weeks_since_start(day: date) -> int:
    """0 in the first week."""
    return (day - date(2025, 9, 22)).days // 7


def along(waypoints: Sequence[tuple[float, float]], week: float) -> float:
    """The value at `week` on the line through the (week, value) points; flat outside."""
    earlier = [point for point in waypoints if point[0] <= week] or [waypoints[0]]
    later = [point for point in waypoints if point[0] > week] or [waypoints[-1]]
    (week_a, value_a), (week_b, value_b) = earlier[-1], later[0]
    return value_a if week_b <= week_a else value_a + (value_b - value_a) * (week - week_a) / (week_b - week_a)


def chance(what: str, day: date) -> Random:
    """The dice of one thing on one day: a change of the plan elsewhere leaves them as they are."""
    return Random(f"Jona {what} {day}")  # noqa: S311


def at(day: date, minutes: float, seconds: int = 0) -> datetime:
    """A wall clock: minutes after midnight."""
    return datetime(day.year, day.month, day.day) + timedelta(minutes=round(minutes), seconds=seconds)  # noqa: DTZ001


def _week(start: str, km: str, pattern: str, lifts: str = "") -> Week:
    monday = date.fromisoformat(start)
    pairs = (lift.split(":") for lift in lifts.split())
    planned = tuple(Planned(_on(monday, weekday), what) for weekday, what in pairs)
    return Week(monday, float(km), pattern.rstrip("*"), pattern.endswith("*"), planned)


def _on(monday: date, weekday: str) -> date:
    return monday + timedelta(days=_DAYS.index(weekday))
