"""What is usual: the median of the last whole weeks, up to the end of the same weekday where a week is not over yet.

A Saturday is not compared with a whole week, and one race week does not move what is usual, as it would a mean.
"""

from typing import Final

import pandas as pd

WEEKS: Final = 8
LEAST: Final = 3  # of fewer whole weeks nothing is usual yet. A convention.


def usual_weeks(frame: pd.DataFrame, week: pd.Timestamp, column: str) -> pd.DatetimeIndex:
    """The starts of the whole weeks whose median is usual: of the eight calendar weeks before `week` those that are known.

    frame: a row a week with week_start, complete and the column, NaN where no log covers the week. Empty where they are
    fewer than three.
    """
    near = frame["week_start"].between(week - pd.Timedelta(weeks=WEEKS), week, inclusive="left")
    known = frame.loc[near & frame["complete"] & frame[column].notna(), "week_start"]
    return pd.DatetimeIndex(known if len(known) >= LEAST else known.iloc[:0])


def usual(frame: pd.DataFrame, week: pd.Timestamp, column: str) -> float:
    """The median of a column over `usual_weeks`; NaN where they are too few."""
    starts = usual_weeks(frame, week, column)
    return float(frame.loc[frame["week_start"].isin(starts), column].median())


def usual_by(days: pd.Series, starts: pd.DatetimeIndex, offset: int) -> float:
    """The median over weeks of what was done from their first day to `offset` days later, that day included.

    days: amounts by day; days without a row are 0. starts: of `usual_weeks`. NaN without weeks.
    """
    spans = [days[(days.index >= start) & (days.index <= start + pd.Timedelta(days=offset))] for start in starts]
    return float(pd.Series([span.sum() for span in spans], dtype="float64").median())
