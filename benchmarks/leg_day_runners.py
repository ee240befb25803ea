"""Invented runners who lift, with and without an effect of leg days: does the interval hold the truth? `python benchmarks/leg_day_runners.py 2000`.

Each has their own plan of fixed weekdays with slips, fitness that trends, waves and wanders, days that are alike, noise with heavy
tails, hills, length, a cost of the day after a hard run, a heart rate that is measured with error, an own worth of a beat, and one of
three ways to run: by feel; by feel but easier after leg days; at a steady pace, so that the effect is in the heart rate. The truth is
how much slower the same heart rate carries them. Runs that come out fast for their length are left out, as the rule for hard runs does.
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

PROJECT = Path(__file__).resolve().parents[1]
if str(PROJECT) not in sys.path:  # a script sees only its own folder; its imports name the project's
    sys.path.insert(0, str(PROJECT))

from lib.analysis.leg_days.answer import LegDays, leg_days  # noqa: E402
from lib.model.frames.progress import EASY_RUNS  # noqa: E402

Values = npt.NDArray[np.float64]
Marks = npt.NDArray[np.bool_]
WAYS: Final = {"by feel": 0.5, "easier after leg days": 0.25, "steady pace": 0.25}
_FIRST: Final = pd.Timestamp("2020-01-06")
_SPEED: Final = np.log(2.9)  # metres a second at 140 beats


@dataclass(frozen=True, slots=True)
class Runner:
    """EASY_RUNS with the truth: shares of a pace that the same heart rate carries them slower, one and two days after."""

    runs: pd.DataFrame
    truth: tuple[float, float]
    way: str


@dataclass(frozen=True, slots=True)
class _Plan:
    """By day: whether they lifted, ran easily, and whether a hard or long run was done."""

    lifted: Marks
    easy: Marks
    hard: Marks


def a_runner(seed: int, *, effect: bool) -> Runner:
    """One runner of three months to four years. effect: their legs feel it on the first, and less on the second day."""
    dice = np.random.default_rng(seed)
    days = int(dice.integers(13, 209)) * 7
    plan = _plan(dice, days)
    since = _since(plan.lifted)
    first = float(dice.uniform(0.005, 0.045)) if effect else 0.0
    truth = (first, first * float(dice.uniform(0.2, 0.8)))
    way = str(dice.choice(list(WAYS), p=list(WAYS.values())))
    runs = _runs(dice, plan, since, np.select([since == 1, since == 2], truth), way)
    return Runner(_without_fast(runs[plan.easy & (since <= 14)]), truth, way)


def _plan(dice: np.random.Generator, days: int) -> _Plan:
    weekdays = dice.choice(7, int(dice.integers(3, 7)), replace=False)
    legs = dice.choice(7, int(dice.integers(1, 3)), replace=False)
    lifted = _done(dice, days, legs, whole_weeks_off=0.1)
    ran = _done(dice, days, weekdays, whole_weeks_off=0.0)
    hard = ran & np.isin((np.arange(days)) % 7, dice.choice(weekdays, 2, replace=False))
    return _Plan(lifted, ran & ~hard, hard)


def _done(dice: np.random.Generator, days: int, weekdays: npt.NDArray[np.int64], whole_weeks_off: float) -> Marks:
    """Planned weekdays, of which a tenth is skipped and a third moved by a day."""
    found = np.zeros(days, dtype=bool)
    for week in range(0, days, 7):
        off = dice.random() < whole_weeks_off
        for weekday in weekdays:
            day = week + int(weekday) + (int(dice.integers(-1, 2)) if dice.random() < 0.33 else 0)
            if not off and dice.random() < 0.9 and 0 <= day < days:
                found[day] = True
    return found


def _since(lifted: Marks) -> npt.NDArray[np.int64]:
    """Days since the last leg session, 0 on its day."""
    days = np.arange(len(lifted))
    last = np.maximum.accumulate(np.where(lifted, days, -999))
    return days - last


def _runs(
    dice: np.random.Generator, plan: _Plan, since: npt.NDArray[np.int64], slower: Values, way: str
) -> pd.DataFrame:
    """A row a day, as if they ran on each."""
    days = len(since)
    climb, km = np.abs(dice.normal(8, 6, days)), np.exp(dice.normal(np.log(9), 0.25, days))
    after_hard = np.r_[False, plan.hard[:-1]]
    cost = dice.uniform(0, 0.006) * climb + dice.uniform(0, 0.03) * np.log(km / 9) + dice.uniform(0, 0.02) * after_hard
    fitness = _fitness(dice, days)
    able = fitness + _noise(dice, days) - cost - slower
    beat = float(dice.uniform(0.008, 0.014))
    effort = dice.normal(0, dice.uniform(3, 8), days)
    if way == "easier after leg days":
        effort -= dice.uniform(1, 4) * (since == 1)
    if way == "steady pace":
        effort = 0.6 * effort - dice.uniform(0.5, 1.0) * (able - able.mean() - (fitness - fitness.mean())) / beat
    measured = 140 + effort + dice.normal(0, dice.uniform(1.5, 4.5), days)
    return pd.DataFrame(
        {
            "activity_id": np.arange(days),
            "local_date": _FIRST + pd.to_timedelta(np.arange(days), unit="D"),
            "days_since": since,
            "pace_s": 1000 / np.exp(_SPEED + able + beat * effort),
            "heart_rate_bpm": measured,
            "climb": climb,
            "distance_m": km * 1000,
            "after_hard": after_hard,
        }
    )


def _fitness(dice: np.random.Generator, days: int) -> Values:
    """A trend, a wave of the year, and weeks that wander."""
    day = np.arange(days)
    wave = dice.uniform(0, 0.03) * np.sin(2 * np.pi * day / 365 + dice.uniform(0, 6.3))
    steps = np.cumsum(dice.normal(0, dice.uniform(0, 0.004), days // 7))
    found: Values = dice.uniform(-0.03, 0.06) * day / days + wave + np.interp(day, np.arange(days // 7) * 7, steps)
    return found


def _noise(dice: np.random.Generator, days: int) -> Values:
    """Days that are like the day before, and noise of each with heavy tails."""
    like, size = dice.uniform(0, 0.7), dice.uniform(0.005, 0.02)
    shocks, alike = dice.normal(0, size * np.sqrt(1 - like**2), days), np.zeros(days)
    for day in range(1, days):
        alike[day] = like * alike[day - 1] + shocks[day]
    found: Values = alike + dice.standard_t(5, days) / np.sqrt(5 / 3) * dice.uniform(0.012, 0.035)
    return found


def _without_fast(runs: pd.DataFrame) -> pd.DataFrame:
    """Without those of the fastest tenth of 15 or more runs of like length in 90 days."""
    day, length, pace = (runs[name].to_numpy() for name in ("activity_id", "distance_m", "pace_s"))
    keep = np.ones(len(runs), dtype=bool)
    for at in range(len(runs)):
        near = (day <= day[at]) & (day > day[at] - 90) & (np.abs(length / length[at] - 1) <= 0.3)
        keep[at] = near.sum() < 15 or pace[at] > np.quantile(pace[near], 0.1)
    return EASY_RUNS.make(runs[keep].reset_index(drop=True))


def coverage(runners: int) -> pd.DataFrame:
    """A row per runner and day after, of those that are told: way, effect, n (the smaller group), held, word, width in %."""
    return pd.DataFrame([row for seed in range(runners) for row in _rows(a_runner(seed, effect=seed % 2 == 0))])


def _rows(runner: Runner) -> Iterator[dict[str, object]]:
    found: LegDays = leg_days(runner.runs)
    for each, true in zip(found.after, runner.truth, strict=True):
        if each.share is not None and each.low is not None and each.high is not None:
            yield {
                "way": runner.way,
                "effect": true > 0,
                "day": each.days,
                "n": min(each.runs, found.later),
                "held": each.low <= np.expm1(true) <= each.high,
                "word": str(each.word),
                "off": 100 * (each.share - np.expm1(true)),
                "width": 100 * (each.high - each.low),
            }


def told(rows: pd.DataFrame) -> str:
    """What was measured, in all and by group. rows: as of coverage."""
    sizes = pd.cut(rows["n"], [0, 30, 50, 100, 10_000], right=False)
    parts = [
        rows.groupby(by, observed=True)[["held", "off"]].agg(["size", "mean"]) for by in ("way", "effect", "day", sizes)
    ]
    head = (
        f"{len(rows)} intervals, {rows['held'].mean():.1%} hold the truth, median width {rows['width'].median():.1f} %"
    )
    words = pd.crosstab(rows["effect"], rows["word"], normalize="index").round(3)
    return "\n\n".join([head, *(part.to_string() for part in parts), words.to_string()])


if __name__ == "__main__":
    sys.stdout.write(told(coverage(int(sys.argv[1]) if len(sys.argv) > 1 else 2000)) + "\n")
