"""Invented training for the tests and scratch pages of charts: 14 months of a runner who lifts, or twenty years."""

from datetime import date

import numpy as np
import pandas as pd

from lib.model.frames.balance import BALANCE_TREND
from lib.model.frames.weeks import CALENDAR, GOAL_WEEKS, MUSCLE_WEEKS, WEEKLY_RUNNING, WEEKLY_SETS
from lib.model.vocabulary import Muscle
from lib.model.weeks import dense_weeks

TODAY = date(2026, 11, 19)
FIRST = date(2025, 9, 22)
_BASE = {
    Muscle.QUADRICEPS: 11.0,
    Muscle.HAMSTRINGS: 6.0,
    Muscle.GLUTES: 9.0,
    Muscle.CALVES: 5.0,
    Muscle.HIP_FLEXORS: 3.0,
    Muscle.CORE: 7.0,
}


def weeks_frame(today: date = TODAY, first: date = FIRST) -> pd.DataFrame:
    """week_start and complete: what every weekly frame starts from."""
    starts = dense_weeks(first, today)
    return pd.DataFrame({"week_start": starts, "complete": starts + pd.Timedelta(days=7) <= pd.Timestamp(today)})


def weekly_running(today: date = TODAY, first: date = FIRST) -> pd.DataFrame:
    """A build, a race, two weeks ill (zero) and an unfinished last week."""
    weeks = weeks_frame(today, first)
    count = len(weeks)
    rng = np.random.default_rng(7)
    shape = 38 + 12 * np.sin(np.arange(count) / 9) + rng.normal(0, 5, count)
    distance = np.clip(shape, 8, None) * 1000
    distance[[30 % count, 31 % count]] = 0
    distance = np.where(weeks["complete"], distance, distance * 0.4)
    frame = weeks.assign(
        runs=np.where(distance > 0, 4.0, 0.0),
        distance_m=distance,
        moving_s=distance * 0.33,
        longest_m=distance * 0.38,
    )
    return WEEKLY_RUNNING.make(frame)


def weekly_sets(today: date = TODAY, first: date = FIRST, unknown_weeks: int = 5) -> pd.DataFrame:
    """All seventeen muscles; the first weeks are not covered by the lifting log."""
    weeks = weeks_frame(today, first)
    rng = np.random.default_rng(11)
    frames = []
    for muscle in Muscle:
        raw = np.round(np.clip(rng.normal(_BASE.get(muscle, 4.0), 2.6, len(weeks)), 0, None) * 2) / 2
        raw[[31 % len(weeks)]] = 0.0
        raw[:unknown_weeks] = np.nan
        sets = np.where(weeks["complete"], raw, np.round(raw) / 2)
        frames.append(weeks.assign(muscle=str(muscle), hard_sets=sets, strict=sets * 0.75, permissive=sets * 1.2))
    return WEEKLY_SETS.make(pd.concat(frames, ignore_index=True))


def muscle_weeks(today: date = TODAY, first: date = FIRST, unknown_weeks: int = 5) -> pd.DataFrame:
    """The hard sets of weekly_sets as the main figure takes them."""
    names = {"hard_sets": "value", "strict": "low", "permissive": "high"}
    sets = weekly_sets(today, first, unknown_weeks).rename(columns=names)
    return MUSCLE_WEEKS.make(sets.assign(missing=0.0))


def balance_trend(today: date = TODAY, days: int = 330) -> pd.DataFrame:
    """Quad-heavy in spring, corrected in autumn, with a gap of too little data."""
    dates = pd.date_range(end=pd.Timestamp(today), periods=days, freq="D")
    turn = np.linspace(0, 9, days)
    first = np.round(30 + 12 * np.sin(turn / 2))
    second = np.round(16 + 7 * np.sin(turn / 2 + 2.4))
    log2 = np.log2((first + 1) / (second + 1))
    shown = ~((np.arange(days) > 150) & (np.arange(days) < 172))
    frame = pd.DataFrame({"date": dates, "first": first, "second": second, "shown": shown})
    frame = frame.assign(log2=log2, low=log2 - 0.6, high=log2 + 0.4)
    frame.loc[~shown, ["log2", "low", "high"]] = np.nan
    return BALANCE_TREND.make(frame)


def calendar(today: date = TODAY, days: int = 420, unknown_days: int = 40) -> pd.DataFrame:
    """Runs on four days a week, lifting on two of which one is also a running day; lifting is unknown at first."""
    dates = pd.date_range(end=pd.Timestamp(today), periods=days, freq="D")
    rng = np.random.default_rng(5)
    running = np.isin(dates.day_of_week, (1, 3, 5, 6)) & (rng.random(days) < 0.9)
    lifting = np.isin(dates.day_of_week, (0, 3)) & (rng.random(days) < 0.85)
    frame = pd.DataFrame(
        {
            "date": dates,
            "distance_m": np.where(running, rng.gamma(6, 1700, days), 0.0),
            "runs": running.astype("float64"),
            "sets_done": np.where(lifting, rng.integers(9, 24, days), 0).astype("float64"),
            "sessions": lifting.astype("float64"),
        }
    )
    frame.loc[: unknown_days - 1, ["sets_done", "sessions"]] = np.nan
    return CALENDAR.make(frame)


def goal_weeks(today: date = TODAY, kind: str = "runs", target: float = 4.0) -> pd.DataFrame:
    """Twenty weeks against one goal, two of them a planned break, the last one unfinished."""
    weeks = weeks_frame(today).tail(20).reset_index(drop=True)
    rng = np.random.default_rng(3)
    done = rng.integers(1, 6, len(weeks)).astype("float64")
    counted = weeks["complete"] & ~weeks.index.isin([6, 7])
    frame = weeks.assign(kind=kind, done=done, target=target, met=done >= target, counted=counted)
    return GOAL_WEEKS.make(frame)
