"""Fast for its length: faster than nine in ten of the person's own runs of about that length. That is not hard (SCIENCE X2)."""

from typing import Final

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from lib.analysis.hard_runs.telling import Telling
from lib.analysis.weeks.running import time_of
from lib.model.vocabulary import RunVerdict

DAYS_BEFORE: Final = np.timedelta64(90, "D")
LENGTH: Final = 0.30
LEAST_RUNS: Final = 15
FASTER_THAN: Final = 0.90


def by_speed(runs: pd.DataFrame, asked: NDArray[np.bool_]) -> Telling:
    """Of runs (ACTIVITIES, oldest first): `fast` where a run is faster than 90 % of at least 15 of ± 30 % length in 90 days.

    asked: the runs to tell; the others are compared with.
    """
    slower, compared = _compared(runs, asked)
    fast = asked & (compared >= LEAST_RUNS) & (slower >= FASTER_THAN * compared)
    return Telling.of(
        (RunVerdict.FAST if each else "", f"faster than {below} of {of} runs" if each else "")
        for each, below, of in zip(fast.tolist(), slower.tolist(), compared.tolist(), strict=True)
    )


def _compared(runs: pd.DataFrame, asked: NDArray[np.bool_]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """How many earlier runs of about its length were slower than each run, and how many there are.

    One step for each place back in time: as many as the busiest 90 days have runs.
    """
    starts, distance = runs["local_start"].to_numpy(), runs["distance_m"].to_numpy()
    with np.errstate(invalid="ignore", divide="ignore"):
        speed = distance / time_of(runs).to_numpy()
    slower, compared = np.zeros(len(runs), np.int64), np.zeros(len(runs), np.int64)
    first = np.searchsorted(starts, starts - DAYS_BEFORE)
    places = np.flatnonzero(asked & np.isfinite(speed))
    for back in range(1, int((np.arange(len(runs)) - first).max(initial=0)) + 1):
        places = places[places - back >= first[places]]
        other = places - back
        alike = np.abs(distance[other] - distance[places]) <= LENGTH * distance[places]
        alike &= np.isfinite(speed[other])
        compared[places] += alike
        slower[places] += alike & (speed[other] < speed[places])
    return slower, compared
