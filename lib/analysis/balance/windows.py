"""What lies in the days before a date: the sums that the balance of two muscles is made of."""

from datetime import date

import numpy as np
import numpy.typing as npt
import pandas as pd

from lib.analysis.counting.coverage import is_covered
from lib.analysis.muscles.weekly_sets import SCHEMES
from lib.analysis.weeks.days import on_days
from lib.analysis.weeks.lifting_log import LiftingLog
from lib.model.vocabulary import Muscle

_Days = npt.NDArray[np.float64]


def window_totals(log: LiftingLog, dates: pd.DatetimeIndex, days: int, first: Muscle, second: Muscle) -> pd.DataFrame:
    """For each date the totals of the `days` days that end with it, as one frame with the index `dates`.

    first_*, second_*: hard sets of the muscle in each scheme. glutes: by default credits.
    lower_sessions, covered_days: counts. sets, mapped: logged rows that count, and those with an exercise.
    dates must be sorted and not empty. The cost does not grow with `days`: every window is a difference of two running sums.
    """
    calendar = pd.date_range(dates[0] - pd.Timedelta(days=days - 1), dates[-1], freq="D", unit="us")
    near = on_days(log.muscle_sets, calendar[0].date(), calendar[-1].date())
    daily = _daily_muscles(near, calendar, first, second)
    counted = on_days(log.counted, calendar[0].date(), calendar[-1].date())
    rows = counted[counted["hard"] > 0]
    lower = log.strength_sessions[log.strength_sessions["lower"]]
    daily |= {
        "lower_sessions": _daily(calendar, lower["local_date"]),
        "covered_days": is_covered(calendar, log.periods).astype("float64"),
        "sets": _daily(calendar, rows["local_date"]),
        "mapped": _daily(calendar, rows.loc[rows["mapped"], "local_date"]),
    }
    ends = calendar.get_indexer(dates) + 1
    return pd.DataFrame({name: _difference(values, ends, days) for name, values in daily.items()}, index=dates)


def window_start(on: date, days: int) -> pd.Timestamp:
    """The first of the `days` days that end with `on`."""
    return pd.Timestamp(on) - pd.Timedelta(days=days - 1)


def _daily_muscles(
    muscle_sets: pd.DataFrame, calendar: pd.DatetimeIndex, first: Muscle, second: Muscle
) -> dict[str, _Days]:
    found: dict[str, _Days] = {}
    for side, muscle, schemes in (
        ("first", first, SCHEMES),
        ("second", second, SCHEMES),
        ("glutes", Muscle.GLUTES, SCHEMES[:1]),
    ):
        rows = muscle_sets[muscle_sets["muscle"] == muscle]
        for scheme in schemes:
            name = f"{side}_{scheme}" if len(schemes) > 1 else side
            found[name] = _daily(calendar, rows["local_date"], rows[scheme])
    return found


def _daily(calendar: pd.DatetimeIndex, dates: pd.Series, weights: pd.Series | None = None) -> _Days:
    """The sum of the weights (or the number of rows) on each day of the calendar."""
    places = calendar.get_indexer(pd.DatetimeIndex(dates))
    inside = places >= 0
    values = None if weights is None else weights.to_numpy()[inside]
    return np.bincount(places[inside], weights=values, minlength=len(calendar)).astype("float64")


def _difference(values: _Days, ends: npt.NDArray[np.intp], days: int) -> _Days:
    running = np.concatenate(([0.0], np.cumsum(values)))
    # Rounded: the rest of a difference of sums must not look like a set where there is none.
    return np.asarray(np.round(running[ends] - running[ends - days], 6))
