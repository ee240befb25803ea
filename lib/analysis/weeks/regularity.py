"""What a typical week looks like, and how much weeks differ (SCIENCE C3)."""

from dataclasses import dataclass

import pandas as pd

MIN_WEEKS = 8


@dataclass(frozen=True, slots=True)
class TypicalWeek:
    """Quartiles of the weekly values in the unit of their column; cv: SD / mean; weeks: how many they are."""

    low: float
    median: float
    high: float
    cv: float
    weeks: int


def typical_week(frame: pd.DataFrame, column: str, last: int | None = None) -> TypicalWeek | None:
    """The middle half of the complete, covered weeks of any weekly frame; None below eight weeks or a mean of 0.

    last: only so many of the latest complete weeks.
    """
    complete = frame.loc[frame["complete"], column]
    values = (complete if last is None else complete.tail(last)).dropna()
    if len(values) < MIN_WEEKS or values.mean() <= 0:
        return None
    low, median, high = values.quantile([0.25, 0.5, 0.75])
    return TypicalWeek(float(low), float(median), float(high), coefficient_of_variation(values), len(values))


def coefficient_of_variation(values: pd.Series) -> float:
    """Sample SD (ddof 1) over mean."""
    return float(values.std(ddof=1) / values.mean())
