"""Twenty years of one athlete, generated: what tests and benchmarks use where size matters. `python benchmarks/twenty_years.py FOLDER`."""

import sys
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Final, NamedTuple
from zoneinfo import ZoneInfo

PROJECT = Path(__file__).resolve().parents[1]
if str(PROJECT) not in sys.path:  # a script sees only its own folder; its imports name the project's
    sys.path.insert(0, str(PROJECT))

from sample_data.bouts import Bout, LoggedSession, LoggedSet  # noqa: E402
from sample_data.layouts import hevy, strava  # noqa: E402
from sample_data.layouts.text import write_lines  # noqa: E402
from sample_data.programme import EXERCISES, Exercise  # noqa: E402

LAST_DAY: Final = date(2026, 11, 20)
DAYS: Final = 20 * 365
SETS_PER_SESSION: Final = 25
ZONE: Final = ZoneInfo("Europe/Berlin")
NAMES: Final = tuple(EXERCISES)


class TwentyYears(NamedTuple):
    """The two files."""

    strava: Path
    hevy: Path


def write_twenty_years(folder: Path, runs: int = 8_000, sets: int = 150_000, days: int = DAYS) -> TwentyYears:
    """A Strava file of `runs` runs and a Hevy file of `sets` sets in `folder`, evenly over twenty years, always the same.

    days: fewer of them, with as many bouts a year.
    """
    share = days / DAYS
    return TwentyYears(
        write_runs(folder / "activities.csv", round(runs * share), days),
        write_sets(folder / "workouts.csv", round(sets * share), days),
    )


def write_runs(path: Path, runs: int, days: int = DAYS) -> Path:
    """Strava's activities.csv, oldest first."""
    return write_lines(path, strava.HEADER, (strava.strava_line(bout, ZONE) for bout in _runs(runs, days)))


def write_sets(path: Path, sets: int, days: int = DAYS) -> Path:
    """Hevy's export, newest session first."""
    return write_lines(path, hevy.HEADER, (line for each in _sessions(sets, days) for line in hevy.hevy_lines(each)))


def _runs(count: int, days: int) -> Iterator[Bout]:
    dice = Random(20)  # noqa: S311
    for number in range(count):
        metres = dice.uniform(5_000, 26_000 if number % 5 == 0 else 14_000)
        seconds = round(metres * dice.uniform(0.29, 0.38))
        beats = dice.randrange(132, 168)
        yield Bout(
            start=_evenly(number, count, days, hour=6),
            kind="run",
            title=("Morning Run", "Intervals 6 × 800 m", "Evening Run", "Tempo 25 min", "Long run")[number % 5],
            distance_m=round(metres, 1),
            moving_s=seconds,
            elapsed_s=seconds + dice.randrange(300),
            ascent_m=round(metres / 120),
            heart_rate_bpm=beats,
            heart_rate_max_bpm=beats + 16,
            cadence_spm=round(dice.uniform(162, 178), 1),
            rpe=dice.randrange(2, 10) if number % 2 else None,
        )


def _sessions(sets: int, days: int) -> Iterator[LoggedSession]:
    dice = Random(150)  # noqa: S311
    count = -(-sets // SETS_PER_SESSION)
    for number in reversed(range(count)):
        yield LoggedSession(
            start=_evenly(number, count, days, hour=17),
            elapsed_s=3_600,
            title=("Lower A", "Upper", "Lower B")[number % 3],
            sets=tuple(_sets(min(SETS_PER_SESSION, sets - number * SETS_PER_SESSION), number / count, dice)),
            notes="" if number % 9 else 'Easy, "just moving",\nthen home',
        )


def _sets(count: int, progress: float, dice: Random) -> Iterator[LoggedSet]:
    """Five sets an exercise, the first a warm-up. progress: 0-1 over the twenty years."""
    names = dice.sample(NAMES, -(-count // 5))
    for number in range(count):
        name = names[number // 5]
        held = EXERCISES[name].hold_s is not None
        yield LoggedSet(
            name,
            kind="normal" if number % 5 else "warm_up",
            load_kg=_load_kg(EXERCISES[name], progress, dice),
            reps=None if held else dice.randrange(4, 16),
            seconds=dice.randrange(20, 91) if held else None,
            rpe=None if number % 3 else dice.randrange(12, 21) / 2,
        )


def _load_kg(exercise: Exercise, progress: float, dice: Random) -> float | None:
    """Between the first and the last load of the exercise, on plates of 2.5 kg; None for body weight."""
    if exercise.first_kg is None or exercise.last_kg is None:
        return None
    typical = exercise.first_kg + (exercise.last_kg - exercise.first_kg) * progress
    return max(2.5, 2.5 * round(typical * dice.uniform(0.8, 1.1) / 2.5))


def _evenly(number: int, count: int, days: int, hour: int) -> datetime:
    """The start of one of `count` bouts spread over all the days, between `hour` and four hours later."""
    day, minute = divmod(number * days * 1440 // count, 1440)
    first = datetime(LAST_DAY.year, LAST_DAY.month, LAST_DAY.day, hour)  # noqa: DTZ001 (a wall clock)
    return first + timedelta(days=day + 1 - days, minutes=minute // 6)


if __name__ == "__main__":
    print(*write_twenty_years(Path(sys.argv[1])), sep="\n")  # noqa: T201
