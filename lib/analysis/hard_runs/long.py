"""Long: at least 90 minutes, and longer than the person's usual long run (SCIENCE X2)."""

from typing import Final

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from lib.analysis.hard_runs.telling import Telling
from lib.analysis.weeks.running import time_of
from lib.model.vocabulary import RunVerdict

LEAST_SECONDS: Final = 90 * 60.0
WEEKS: Final = 8
LEAST_WEEKS: Final = 4  # with a run among those eight; with fewer no long run is usual yet, and 90 minutes alone decide
_WEEK: Final = np.timedelta64(7, "D")


def by_length(runs: pd.DataFrame) -> Telling:
    """`long` for runs of 90 minutes and more that are above the usual long run. runs: ACTIVITIES, oldest first.

    The usual long run is the median of the longest run, in time, of each of the eight weeks (of seven days) before it.
    """
    seconds = time_of(runs).to_numpy()
    usual = np.full(len(runs), np.nan)
    candidates = np.flatnonzero(seconds >= LEAST_SECONDS)
    usual[candidates] = _usual(runs["local_start"].to_numpy(), seconds, candidates)
    long = (seconds >= LEAST_SECONDS) & ~(seconds <= usual)
    return Telling.of(
        (RunVerdict.LONG if each else "", _why(length, before) if each else "")
        for each, length, before in zip(long.tolist(), seconds.tolist(), usual.tolist(), strict=True)
    )


def _usual(
    starts: NDArray[np.datetime64], seconds: NDArray[np.float64], asked: NDArray[np.int64]
) -> NDArray[np.float64]:
    """Seconds of the usual long run before each of the runs asked about; NaN where it is not known yet."""
    longest = np.full((len(asked), WEEKS), np.nan)
    rows = np.arange(len(asked))
    back = 0
    while len(rows):
        back += 1
        rows = rows[asked[rows] - back >= 0]
        other = asked[rows] - back
        week = (starts[asked[rows]] - starts[other]) // _WEEK
        rows, other, week = (each[week < WEEKS] for each in (rows, other, week))
        longest[rows, week] = np.fmax(longest[rows, week], seconds[other])
    known = np.isfinite(longest).sum(axis=1) >= LEAST_WEEKS
    found = np.full(len(asked), np.nan)
    found[known] = np.nanmedian(longest[known], axis=1)
    return found


def _why(seconds: float, usual: float) -> str:
    length = f"{round(seconds / 60)} min"
    return length if np.isnan(usual) else f"{length}, usual long run {round(usual / 60)} min"
