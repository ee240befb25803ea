"""Long stretches without an entry inside a log (SCIENCE 1.2): a break, or not logged? Only the person knows."""

from datetime import date
from typing import Final

import numpy as np
import pandas as pd

from lib.analysis.counting.coverage import stretches
from lib.model.frames.logs import LOG_GAPS

LONGEST_UNNAMED: Final = 28


def log_gaps(days: pd.Series, periods: pd.DataFrame, today: date) -> pd.DataFrame:
    """LOG_GAPS, oldest first: more than 28 days in a row that logs cover and in which nothing was logged.

    days: local_date of all that was logged of one kind. periods: PERIODS of that kind. Days after today are in none.
    """
    logged = np.unique(days.to_numpy(dtype="datetime64[D]"))
    found = [gap for stretch in stretches(periods) for gap in _gaps(logged, *stretch, np.datetime64(today))]
    return LOG_GAPS.make(
        [
            {"from_date": first, "to_date": last, "days": days, "sources": _sources(periods, first, last)}
            for first, last, days in found
        ]
    )


def _gaps(
    logged: np.ndarray, first: np.datetime64, last: np.datetime64, today: np.datetime64
) -> list[tuple[np.datetime64, np.datetime64, int]]:
    """First and last day and number of the days between two entries of a stretch, and of those after its last one."""
    inside = logged[(logged >= first) & (logged <= last)]
    ends = np.append(inside, min(last, today) + 1)
    between = np.diff(ends).astype(np.int64) - 1
    long = np.flatnonzero(between > LONGEST_UNNAMED)
    return [(ends[place] + 1, ends[place + 1] - 1, int(between[place])) for place in long]


def _sources(periods: pd.DataFrame, first: np.datetime64, last: np.datetime64) -> str:
    covering = periods[(periods["first_day"] <= last) & (periods["last_day"] >= first)]
    return ", ".join(covering["source"])
