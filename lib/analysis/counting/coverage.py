"""What the logs cover, and how much of it is mapped: a zero is not a gap (SCIENCE 1.2)."""

from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt
import pandas as pd

from lib.model.frames.logs import EXPORTS, PERIODS
from lib.model.frames.spec import COUNT, TEXT, TIME, FrameSpec
from lib.model.vocabulary import Weekday
from lib.model.weeks import dense_weeks

_UNMAPPED = FrameSpec[pd.DataFrame]("UNMAPPED", {"name": TEXT, "sets": COUNT})
_SIX_DAYS = np.timedelta64(6, "D")
_DAY = np.timedelta64(1, "D")
_NO_EXPORTS = EXPORTS.empty()


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


def logged_periods(frame: pd.DataFrame, exports: pd.DataFrame = _NO_EXPORTS) -> pd.DataFrame:
    """PERIODS: of each source from its first logged day to its last one, or to the day of its export where that is later.

    frame: any with source and local_date. exports: EXPORTS.
    """
    spans = frame.groupby("source", sort=True)["local_date"].agg(["min", "max"]).dropna()
    exported = exports.drop_duplicates("source").set_index("source")["exported"].reindex(spans.index)
    last_day = spans["max"].where(~(exported > spans["max"]), exported)
    return PERIODS.make(
        {
            "source": spans.index,
            "first_day": spans["min"].array,
            "last_day": last_day.array,
            "last_logged": spans["max"].array,
        }
    )


def is_covered(days: pd.Series | pd.DatetimeIndex, periods: pd.DataFrame) -> npt.NDArray[np.bool_]:
    """For each day, whether the log of any source covers it."""
    return covered_days(days, days, periods) > 0


def covered_weeks(weeks: pd.Series | pd.DatetimeIndex, periods: pd.DataFrame) -> npt.NDArray[np.bool_]:
    """For each week start, whether any log covers at least one of its seven days."""
    return covered_days(weeks, weeks + _SIX_DAYS, periods) > 0


def covered_days(
    starts: pd.Series | pd.DatetimeIndex, ends: pd.Series | pd.DatetimeIndex, periods: pd.DataFrame
) -> npt.NDArray[np.int64]:
    """From each start to its end, both included, the number of days that the log of any source covers."""
    first, last = np.asarray(starts, dtype="datetime64[D]"), np.asarray(ends, dtype="datetime64[D]")
    found = np.zeros(len(first), dtype=np.int64)
    for opens, closes in stretches(periods):
        inside = np.minimum(last, closes) - np.maximum(first, opens) + _DAY
        found += np.maximum(inside.astype(np.int64), 0)
    return found


def last_covered(first: date, last: date, periods: pd.DataFrame) -> date | None:
    """The last day from first to last, both included, that the log of any source covers; None without one."""
    ends = [
        min(closes, np.datetime64(last))
        for opens, closes in stretches(periods)
        if opens <= np.datetime64(last) and closes >= np.datetime64(first)
    ]
    return ends[-1].astype(date) if ends else None


def stretches(periods: pd.DataFrame) -> list[tuple[np.datetime64, np.datetime64]]:
    """The covered days of all sources together as first and last days, oldest first; none touches the next."""
    joined: list[tuple[np.datetime64, np.datetime64]] = []
    ordered = periods.sort_values("first_day")
    firsts, lasts = (ordered[name].to_numpy(dtype="datetime64[D]") for name in ("first_day", "last_day"))
    for first, last in zip(firsts, lasts, strict=True):
        if joined and first <= joined[-1][1] + _DAY:
            joined[-1] = (joined[-1][0], max(joined[-1][1], last))
        else:
            joined.append((first, last))
    return joined


def weeks_to_show(
    periods: pd.DataFrame, today: date, first: Weekday = Weekday.MONDAY, since: date | None = None
) -> pd.DatetimeIndex:
    """Dense weeks from the first logged day (or `since`, where earlier) to today's, or to a later logged day."""
    starts = [day for day in (_earliest(periods), since) if day is not None]
    if not starts:
        return pd.DatetimeIndex([], dtype=TIME, name="week_start")
    end = today if periods.empty else max(today, periods["last_logged"].max().date())
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
    return dense.assign(complete=is_complete(weeks, periods, today)).rename_axis("week_start").reset_index()


def is_complete(weeks: pd.Series | pd.DatetimeIndex, periods: pd.DataFrame, today: date) -> npt.NDArray[np.bool_]:
    """For each week start, whether the week is over and not covered in part only.

    A part of a week says nothing about the week: the first and the last one of a log are no more complete than that of
    today. A week that no log covers at all is complete, and its values are missing.
    """
    days = covered_days(weeks, weeks + _SIX_DAYS, periods)
    complete: npt.NDArray[np.bool_] = np.asarray(weeks + _SIX_DAYS < pd.Timestamp(today)) & np.isin(days, (0, 7))
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
