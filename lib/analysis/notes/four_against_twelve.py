"""The last four complete weeks against the twelve before them: what two rules compare."""

from dataclasses import dataclass
from datetime import date
from math import sqrt

import pandas as pd

from lib.analysis.notes.note import last_day_of

NOW, BEFORE, LEAST_BEFORE = 4, 12, 8


@dataclass(frozen=True, slots=True)
class Compared:
    """Means a week, the first and last day of the four weeks, and how far weeks before differ: their sample SD."""

    now: float
    before: float
    scatter: float
    from_date: date
    to_date: date


def compare(weeks: pd.DataFrame, column: str) -> Compared | None:
    """The two means of a weekly frame, oldest week first; None unless all four and at least eight of the twelve are known.

    Weeks without coverage are no zeros: they are in neither mean.
    """
    complete = weeks[weeks["complete"]]
    now, earlier = complete.tail(NOW), complete.iloc[:-NOW].tail(BEFORE)[column].dropna()
    if len(now) < NOW or now[column].isna().any() or len(earlier) < LEAST_BEFORE:
        return None
    starts = now["week_start"]
    return Compared(
        now=float(now[column].mean()),
        before=float(earlier.mean()),
        scatter=float(earlier.std(ddof=1)),
        from_date=starts.iloc[0].date(),
        to_date=last_day_of(starts.iloc[-1]),
    )


def beyond_scatter(means: Compared, times: float, least_scatter: float = 0.0) -> bool:
    """Whether the means differ by more than so many standard errors of such a difference: more than weeks that differ by
    chance would give. least_scatter: the SD of weeks that are more alike than that.
    """
    standard_error = max(means.scatter, least_scatter) * sqrt(1 / NOW + 1 / BEFORE)
    return abs(means.now - means.before) > times * standard_error
