"""The shared time axis: weeks or, over long ranges, months; and the running mean of complete weeks."""

from math import ceil
from typing import Final

import pandas as pd

from lib.model import region

MOST_COLUMNS: Final = 110
MOST_COLUMNS_NARROW: Final = 56  # a year; a week is then six pixels wide
_SIX_DAYS: Final = pd.Timedelta(days=6)
_WEEK: Final = pd.Timedelta(weeks=1)


def is_long(weeks: pd.Series, *, narrow: bool = False) -> bool:
    """Whether a range has too many weeks to draw each of them."""
    return weeks.nunique() > (MOST_COLUMNS_NARROW if narrow else MOST_COLUMNS)


def of_range(
    frame: pd.DataFrame, values: list[str], keys: list[str] | None = None, *, narrow: bool = False
) -> pd.DataFrame:
    """The columns of a time axis: the weeks as they are or, where they are too many, months. See months_of_weeks."""
    if is_long(frame["week_start"], narrow=narrow):
        return months_of_weeks(frame, values, keys)
    return weeks_as_periods(frame)


def months_of_weeks(frame: pd.DataFrame, values: list[str], keys: list[str] | None = None) -> pd.DataFrame:
    """Weekly values as their mean a week over the weeks that start in a month, so that the scale stays "a week".

    frame:   dense weeks (week_start, complete, values), one row per week and key.
    returns: week_start (the first of the month), first and last (the days of its complete weeks), keys, values, complete,
             width (days of the month). Unfinished weeks are left out of the mean; a month of unknown weeks stays NaN.
    """
    known = frame[frame["complete"]].assign(first=lambda weeks: weeks["week_start"])
    known["week_start"] = known["week_start"].dt.to_period("M").dt.to_timestamp().astype("datetime64[us]")
    grouped = known.groupby([*(keys or []), "week_start"], as_index=False, sort=False)
    days = grouped["first"].agg(["min", "max"])
    columns = grouped[values].mean() if values else days[[*(keys or []), "week_start"]]
    return columns.assign(
        first=days["min"], last=days["max"] + _SIX_DAYS, complete=True, width=columns["week_start"].dt.days_in_month
    )


def last_weeks(frame: pd.DataFrame, weeks: int | None, until: pd.Timestamp | None = None) -> pd.DataFrame:
    """The rows of the last weeks of a dense weekly frame, or of those up to the week of `until`; all without a number."""
    if weeks is None or frame.empty:
        return frame
    last = frame["week_start"].max() if until is None else until
    return frame[frame["week_start"].between(last - pd.Timedelta(weeks=weeks - 1), last)]


def until_for(week: pd.Timestamp, starts: pd.Series, weeks: int | None) -> pd.Timestamp:
    """The last week to draw of so many, so that `week` is one of them: the newest where that does.

    Further back the range moves by half its length at once: the weeks on both sides of one are seen, and who goes
    from week to week looks at a figure that stands still. starts: of all weeks that there are.
    """
    newest: pd.Timestamp = starts.max()
    oldest: pd.Timestamp = starts.min()
    if weeks is None:
        return newest
    hidden, half = (newest - week) // _WEEK - (weeks - 1), weeks // 2
    moved = newest - _WEEK * half * max(0, ceil(hidden / half))
    return min(newest, max(moved, oldest + _WEEK * (weeks - 1)))


def weeks_as_periods(frame: pd.DataFrame) -> pd.DataFrame:
    """The same weeks with their first and last day and their width in days, so that weeks and months are drawn alike."""
    return frame.assign(first=frame["week_start"], last=frame["week_start"] + _SIX_DAYS, width=7)


def are_months(drawn: pd.DataFrame) -> bool:
    """Whether the columns are months, not weeks."""
    return bool((drawn["width"] > 7).any())


def day_texts(days: pd.Series) -> pd.Series:
    """Days as they stand in the address and in customdata: "2026-11-09"."""
    texts: pd.Series = days.dt.strftime("%Y-%m-%d")
    return texts


def in_words(drawn: pd.DataFrame) -> pd.Series:
    """What the hover text says of each column: "week of 9 Nov 2026", "November 2026, mean a week".

    The newest week that is not complete is told so far; an earlier one is known in part, as where a log begins.
    """
    starts = drawn["week_start"]
    if are_months(drawn):
        months: pd.Series = starts.dt.strftime("%B %Y, mean a week")
        return months
    days = starts.map({start: region.day(start) for start in starts.unique()}).astype("str")
    partly = (starts == starts.max()).map({True: " so far", False: ", known in part"})
    weeks: pd.Series = "week of " + days + partly.where(~drawn["complete"].astype(bool), "")
    return weeks


def middles(frame: pd.DataFrame) -> pd.Series:
    """The middle of each period, where its bar stands. datetime64."""
    return frame["week_start"] + pd.to_timedelta(frame["width"] / 2, unit="D")


def widths_ms(frame: pd.DataFrame, share: float) -> pd.Series:
    """Bar widths in milliseconds, as plotly wants them on a date axis. share: of the period."""
    return frame["width"] * share * 86_400_000


def mean_of_weeks(values: pd.Series, complete: pd.Series, weeks: int = 4) -> pd.Series:
    """The mean of each complete week and the ones before it; NaN until there are enough known ones.

    Missing weeks are not zeros: a window with one of them has no mean. Unfinished weeks have none either.
    """
    return values.where(complete).rolling(weeks, min_periods=weeks).mean().where(complete)


def month_axis(first: pd.Timestamp, last: pd.Timestamp, *, narrow: bool) -> dict[str, object]:
    """Ticks of a date axis: months with the year below where it changes, years over long ranges, days over short ones."""
    months = (last - first).days / 30.4
    if months <= 2:  # of a young log no month may begin within the axis
        weeks = 2 if narrow else 1
        # Shifted below its week: at its first day the first label would lie on the zero of the distances.
        every = {"tick0": first, "dtick": weeks * 7 * 86_400_000, "ticklabelmode": "instant"}
        return every | {"tickformat": region.plotly_day(), "ticklabelshift": 40}
    room = 7 if narrow else 15
    if months > room * 4:
        return {"dtick": f"M{12 * max(1, round(months / 12 / room))}", "tickformat": "%Y", "ticklabelmode": "period"}
    step = next(step for step in (1, 2, 3, 6) if months / step <= room or step == 6)
    return {"dtick": f"M{step}", "tickformat": "%b\n%Y", "ticklabelmode": "period" if step == 1 else "instant"}


def end_of(frame: pd.DataFrame) -> pd.Timestamp:
    """The end of the last period."""
    last: pd.Timestamp = (frame["week_start"] + pd.to_timedelta(frame["width"], unit="D")).max()
    return last
