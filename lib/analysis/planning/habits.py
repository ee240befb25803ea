"""What the person usually does, from the log: when they lift, how long a leg session takes, on which days they lift and run hard."""

from collections.abc import Callable
from datetime import date, time, timedelta
from statistics import median
from typing import Final

import pandas as pd

from lib.analysis.planning.week import DEFAULT_RUN_MINUTES, HardRun, LiftHours
from lib.analysis.spacing.clocks import has_clock
from lib.analysis.weeks.days import on_days

WEEKS: Final = 8
LEAST_WEEKS: Final = 4  # half of them
HALF_YEAR: Final = timedelta(weeks=26)
LEAST_SESSIONS: Final = 3
_QUARTER: Final = 15  # minutes to which an hour of the person is rounded
_NOON: Final = 12 * 60
_MIDNIGHT: Final = 24 * 60


def lift_hours(sessions: pd.DataFrame, today: date) -> LiftHours:
    """The median start of the morning and of the evening sessions of half a year, and the median length of the leg sessions.

    sessions: STRENGTH_SESSIONS. Of fewer than three the default stands: 07:00, 18:00, an hour.
    """
    recent = on_days(sessions.assign(timed=has_clock(sessions)), today - HALF_YEAR, today)
    starts = recent.loc[recent["timed"], "local_start"]
    minutes = [each.hour * 60 + each.minute for each in starts]
    usual = LiftHours()
    lengths = recent.loc[recent["lower"] & (recent["elapsed_s"] > 0), "elapsed_s"] / 60
    return LiftHours(
        _clock([each for each in minutes if each < _NOON], before=_NOON) or usual.am,
        _clock([each for each in minutes if each >= _NOON]) or usual.pm,
        round(float(lengths.median())) if len(lengths) >= LEAST_SESSIONS else usual.minutes,
    )


def usual_days(sessions: pd.DataFrame, before: date) -> frozenset[int]:
    """The weekdays with a leg session in at least four of the eight weeks before a day; 0 is Monday. sessions: STRENGTH_SESSIONS."""
    legs = _recent(sessions[sessions["lower"]], before)
    return frozenset(_often(legs["local_date"], before))


def usual_hard_runs(runs: pd.DataFrame, before: date) -> Callable[[date], HardRun | None]:
    """What hard or long run a day usually brings: of weekdays that had one in at least four of the eight weeks before a day.

    runs: HARD_RUNS. At the median hour and of the median length of those runs; without a clock where most have none.
    """
    recent = _recent(runs[runs["known"]], before)
    found = {weekday: _usual_run(recent, weekday) for weekday in _often(recent["local_date"], before)}

    def on(day: date) -> HardRun | None:
        run = found.get(day.weekday())
        return run and HardRun(day, run.at, run.minutes, run.title, run.long)

    return on


def _usual_run(recent: pd.DataFrame, weekday: int) -> HardRun:
    on_day = recent[recent["local_date"].dt.day_of_week == weekday]
    timed = on_day.loc[on_day["timed"], "local_start"]
    at = _clock([each.hour * 60 + each.minute for each in timed]) if 2 * len(timed) > len(on_day) else None
    minutes = on_day["minutes"].median()
    length = DEFAULT_RUN_MINUTES if pd.isna(minutes) else round(float(minutes))
    return HardRun(date.min, at, length, long=bool(on_day["long"].mean() > 0.5))


def _often(days: pd.Series, before: date) -> list[int]:
    """The weekdays of days in at least four different weeks before a day."""
    weeks = (pd.Timestamp(before) - days).dt.days.sub(1) // 7
    seen = pd.DataFrame({"weekday": days.dt.day_of_week, "week": weeks}).drop_duplicates().groupby("weekday").size()
    return [int(weekday) for weekday in seen[seen >= LEAST_WEEKS].index]


def _recent(frame: pd.DataFrame, before: date) -> pd.DataFrame:
    return on_days(frame, before - timedelta(weeks=WEEKS), before - timedelta(days=1))


def _clock(minutes: list[int], before: int = _MIDNIGHT) -> time | None:
    """The median of minutes of the day, to a quarter of an hour that is before a minute of it; None of too few."""
    if len(minutes) < LEAST_SESSIONS:
        return None
    quarters = round(median(minutes) / _QUARTER)
    hours, rest = divmod(min(quarters * _QUARTER, before - _QUARTER), 60)
    return time(hours, rest)
