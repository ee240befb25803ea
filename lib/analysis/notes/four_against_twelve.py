"""The last four complete weeks against the twelve before them: what two rules compare."""

from dataclasses import dataclass
from datetime import date

import pandas as pd

from lib.analysis.notes.note import last_day_of

NOW, BEFORE, LEAST_BEFORE = 4, 12, 8


@dataclass(frozen=True, slots=True)
class Compared:
    """Means a week, and the first and last day of the four weeks."""

    now: float
    before: float
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
        float(now[column].mean()), float(earlier.mean()), starts.iloc[0].date(), last_day_of(starts.iloc[-1])
    )
