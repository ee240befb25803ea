"""What the logs cover, and how much of it is mapped: a zero is not a gap (SCIENCE 1.2)."""

from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt
import pandas as pd

from lib.model.frames.logs import PERIODS
from lib.model.frames.spec import COUNT, TEXT, TIME, FrameSpec
from lib.model.vocabulary import Weekday
from lib.model.weeks import dense_weeks

_UNMAPPED = FrameSpec[pd.DataFrame]("UNMAPPED", {"name": TEXT, "sets": COUNT})
_SIX_DAYS = np.timedelta64(6, "D")


@dataclass(frozen=True, slots=True)
class MappingCoverage:
    """How many of the logged sets that count belong to a known exercise.

    sets, mapped: logged rows worth more than 0 sets (a drop set is one row).
    share:        mapped / sets; None without sets.
    unmapped:     name, sets; the most frequent first.
    """

    sets: int
    mapped: int
    share: float | None
    unmapped: pd.DataFrame


def logged_periods(frame: pd.DataFrame) -> pd.DataFrame:
    """PERIODS: first and last logged day of each source. Takes any frame with source and local_date."""
    spans = frame.groupby("source", sort=True)["local_date"].agg(["min", "max"]).dropna().reset_index()
    return PERIODS.make(spans.set_axis(list(PERIODS.dtypes), axis=1))


def is_covered(days: pd.Series | pd.DatetimeIndex, periods: pd.DataFrame) -> npt.NDArray[np.bool_]:
    """For each day, whether the log of any source covers it."""
    return _overlaps(days, days, periods)


def covered_weeks(weeks: pd.Series | pd.DatetimeIndex, periods: pd.DataFrame) -> npt.NDArray[np.bool_]:
    """For each week start, whether any log covers at least one of its seven days."""
    return _overlaps(weeks, weeks + _SIX_DAYS, periods)


def weeks_to_show(
    periods: pd.DataFrame, today: date, first: Weekday = Weekday.MONDAY, since: date | None = None
) -> pd.DatetimeIndex:
    """Dense weeks from the first logged day (or `since`, where earlier) to today's, or to a later logged day."""
    starts = [day for day in (_earliest(periods), since) if day is not None]
    if not starts:
        return pd.DatetimeIndex([], dtype=TIME, name="week_start")
    end = today if periods.empty else max(today, periods["last_day"].max().date())
    return dense_weeks(min(starts), end, first)


def over_weeks(
    sums: pd.DataFrame, periods: pd.DataFrame, today: date, first: Weekday = Weekday.MONDAY, since: date | None = None
) -> pd.DataFrame:
    """week_start, the columns of sums, complete: dense weeks, 0 where nothing was done, NaN where no log covers the week.

    sums: a row per week, by its first day. Weeks as in weeks_to_show.
    """
    weeks = weeks_to_show(periods, today, first, since)
    dense = sums.astype("float64").reindex(weeks).fillna(0.0)
    dense.loc[~covered_weeks(weeks, periods)] = np.nan
    return dense.assign(complete=is_complete(weeks, today)).rename_axis("week_start").reset_index()


def is_complete(weeks: pd.Series | pd.DatetimeIndex, today: date) -> npt.NDArray[np.bool_]:
    """For each week start, whether the week's last day is before today."""
    complete: npt.NDArray[np.bool_] = np.asarray(weeks + _SIX_DAYS < pd.Timestamp(today))
    return complete


def mapping_coverage(counted: pd.DataFrame) -> MappingCoverage:
    """The share of COUNTED_SETS rows that have an exercise. Rows worth 0 sets (warm-ups, cardio) are left out."""
    rows = counted.loc[counted["hard"] > 0, ["exercise_name", "mapped"]]
    names = rows.loc[~rows["mapped"], "exercise_name"].value_counts(sort=False)
    unmapped = pd.DataFrame({"name": names.index, "sets": names.to_numpy()})
    unmapped = unmapped.sort_values(["sets", "name"], ascending=[False, True], ignore_index=True)
    mapped = int(rows["mapped"].sum())
    return MappingCoverage(len(rows), mapped, mapped / len(rows) if len(rows) else None, _UNMAPPED.make(unmapped))


def _earliest(periods: pd.DataFrame) -> date | None:
    return None if periods.empty else periods["first_day"].min().date()


def _overlaps(
    starts: pd.Series | pd.DatetimeIndex, ends: pd.Series | pd.DatetimeIndex, periods: pd.DataFrame
) -> npt.NDArray[np.bool_]:
    found = np.zeros(len(starts), dtype=bool)
    for first_day, last_day in zip(periods["first_day"], periods["last_day"], strict=True):
        found |= np.asarray((starts <= last_day) & (ends >= first_day))
    return found
