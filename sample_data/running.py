"""Jona's runs: from a planned kind and distance to what the watch shows."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from random import Random
from typing import Final

from sample_data.bouts import Bout
from sample_data.run_kinds import (
    AFTER_MIDNIGHT,
    HILLS,
    INDOORS,
    INTERVALS,
    LONG_ONES,
    OFF_DAY,
    RACES,
    REMARKS,
    RUN_KINDS,
    TEMPOS,
    RunKind,
)
from sample_data.season import STRAVA_FROM, Planned, Week, along, at, chance, planned_runs, weeks_since_start

# Weeks since the start and fitness between 0 and 1: two weeks ill in February, a peak in October.
FITNESS: Final = ((0, 0.0), (19, 0.5), (22, 0.34), (28, 0.62), (41, 0.72), (45, 0.8), (54, 1.0), (57, 0.86), (60, 0.92))
# Weeks that have few runs anyway lose none of them.
KEPT_WHOLE: Final = {"race", "back", "holiday", "ending"}


def runs(week: Week) -> Iterator[Bout]:
    """The runs of a week that were really done, oldest first."""
    busy = chance("week", week.start).gauss(1.0, 0.045)
    for planned, km in planned_runs(week):
        dice = chance("run", planned.day)
        if planned.what == "race":
            yield _race(planned.day, dice)
        elif not _left_out(planned, km, week, dice):
            yield _run(planned, km * busy, dice)


def _left_out(planned: Planned, km: float, week: Week, dice: Random) -> bool:
    """Short easy runs give way now and then."""
    return planned.what == "easy" and km < 7 and week.pattern not in KEPT_WHOLE and dice.random() < 0.12


def _run(planned: Planned, km: float, dice: Random) -> Bout:
    kind = RUN_KINDS[planned.what]
    off_day = planned.what != "trail" and dice.random() < 0.06
    distance_m = round(_as_run(km * (0.85 if off_day else 1.0), dice), 1)
    pace = easy_pace(planned.day) + kind.pace + dice.gauss(0, 5.5) + (14 if off_day else 0)
    moving_s = round(distance_m * pace / 1000)
    beats = round(kind.bpm - 3 * _fitness(planned.day) + 2 * heat(planned.day) + dice.gauss(0, 2.4) + 4 * off_day)
    start = at(planned.day, _minute_of_day(planned, dice), dice.randrange(60))
    bout = Bout(
        start=start,
        kind=planned.what if planned.what == "trail" else "run",
        title=_title(planned, start, dice),
        distance_m=distance_m,
        moving_s=moving_s,
        elapsed_s=moving_s + round(abs(dice.gauss(0, 70))) + (180 if planned.what == "intervals" else 5),
        ascent_m=round(distance_m / 1000 * kind.climb * dice.uniform(0.6, 1.5)),
        heart_rate_bpm=beats,
        heart_rate_max_bpm=beats + kind.top_bpm - kind.bpm + dice.randrange(-3, 5),
        cadence_spm=round(kind.cadence + dice.gauss(0, 1.1), 1),
        calories=round(distance_m * 0.069),
        rpe=_effort(kind, dice) if dice.random() < 0.6 else None,
        notes=dice.choice(OFF_DAY) if off_day else _remark(dice),
        gear="Kestrel Glide 3" if planned.day < date(2026, 6, 1) else "Kestrel Glide 4",
        long=planned.what == "long" and distance_m > 16_000,
    )
    return _unusual(bout, planned.day)


def _remark(dice: Random) -> str:
    return dice.choice(REMARKS) if dice.random() < 0.1 else ""


def _unusual(bout: Bout, day: date) -> Bout:
    """Treadmill, midnight and hill days."""
    if day in INDOORS:
        return replace(bout, kind="treadmill", title="Treadmill Running", ascent_m=0)
    if day in AFTER_MIDNIGHT:
        return replace(bout, start=at(AFTER_MIDNIGHT[day], 12), title="Midsummer midnight loop")
    if day in HILLS:
        return replace(bout, title="Hills 10 × 60 s", ascent_m=bout.ascent_m + 160)
    return bout


def _race(day: date, dice: Random) -> Bout:
    race = RACES[day]
    moving_s = round(race.distance_m * race.pace / 1000)
    return Bout(
        start=at(day, 10 * 60, dice.randrange(20, 55)),
        kind="run",
        title=race.title,
        distance_m=race.distance_m,
        moving_s=moving_s,
        elapsed_s=moving_s + 4,
        ascent_m=round(race.distance_m / 1000 * 4.2),
        heart_rate_bpm=race.bpm,
        heart_rate_max_bpm=race.top_bpm,
        cadence_spm=175.4,
        calories=round(race.distance_m * 0.07),
        rpe=race.rpe,
        notes=race.notes,
        gear="Kestrel Race",
        race=True,
    )


def easy_pace(day: date) -> float:
    """Seconds a kilometre of an easy run: 6:08 in the first week, about 5:34 in the best."""
    return 368 - 34 * _fitness(day) + 5 * heat(day)


def heat(day: date) -> float:
    """1 in high summer, 0 from October to April."""
    return along(((0, 0.0), (32, 0.0), (42, 1.0), (47, 0.8), (54, 0.0)), weeks_since_start(day))


def _fitness(day: date) -> float:
    return along(FITNESS, weeks_since_start(day))


def _as_run(km: float, dice: Random) -> float:
    """Metres: nobody runs a plan to the metre, and some run on until the watch says a round number."""
    metres = max(3.0, km * dice.gauss(1.0, 0.05)) * 1000
    return round(metres / 1000) * 1000 + dice.uniform(4, 40) if dice.random() < 0.3 else metres


def _minute_of_day(planned: Planned, dice: Random) -> float:
    """Before work, after work, or on a weekend morning."""
    if planned.day.weekday() >= 5:
        return dice.gauss(9 * 60 + 10, 25)
    if planned.what == "easy" and dice.random() < 0.55:
        return dice.gauss(6 * 60 + 35, 12)
    return dice.gauss(17 * 60 + 50, 22)


def _effort(kind: RunKind, dice: Random) -> int:
    return max(1, min(10, kind.rpe + dice.choice((-1, 0, 0, 0, 1))))


def _title(planned: Planned, start: datetime, dice: Random) -> str:
    """Garmin names a run after the place, Strava after the time of day; people rename the ones they care about."""
    own = {"tempo": TEMPOS, "intervals": INTERVALS, "long": LONG_ONES, "trail": ("Kieferngrat trail, with a view",)}
    if dice.random() < (0.75 if planned.what in own else 0.0):
        return ("Intervals " if planned.what == "intervals" else "") + dice.choice(own[planned.what])
    if planned.day < STRAVA_FROM:
        return "Birkental Running"
    return "Morning Run" if start.hour < 12 else "Evening Run"
