"""Runs that nobody ran: set aside until the person decides (SCIENCE R1). What a log says is not dropped, and does not count."""

from collections.abc import Collection
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from lib.analysis.weeks.running import only_runs, time_of
from lib.model.frames.logs import ACTIVITIES
from lib.model.frames.spec import TEXT, FrameSpec

# ACTIVITIES that are set aside, and why.
SET_ASIDE: Final = FrameSpec[pd.DataFrame]("SET_ASIDE", {**ACTIVITIES.dtypes, "why": TEXT})

NO_WAY: Final = "no distance"
LONGEST_M: Final = 120_000.0
# Metres and seconds of the fastest runs of mankind, men's world records of 2025; between them the speed goes with the
# logarithm of the distance.
_RECORDS: Final = (
    (100.0, 9.58),
    (400.0, 43.03),
    (800.0, 100.91),
    (1500.0, 206.0),
    (5000.0, 755.36),
    (10_000.0, 1571.0),
    (21_097.5, 3402.0),
    (42_195.0, 7235.0),
    (100_000.0, 21_935.0),
)
_MARGIN: Final = 1.02  # a watch that measures two percent too much, and records to come


def why_implausible(activities: pd.DataFrame) -> pd.Series:
    """Why each row can hardly be a run, "" where it can or is none, by the index of ACTIVITIES or LISTED_ACTIVITIES."""
    why = pd.Series("", index=activities.index, dtype="str")
    runs = only_runs(activities)
    metres, seconds = runs["distance_m"].to_numpy(), time_of(runs).to_numpy()
    still = np.isnan(metres) & (runs["moving_s"].to_numpy() == 0)  # of a recording none of which can have been run
    cases = [metres > LONGEST_M, (metres > 0) & (metres > seconds * _MARGIN * _record_speed(metres)), still]
    found = np.select(cases, ["very long", "very fast", NO_WAY], default="")
    why.loc[runs.index] = pd.Series(found, index=runs.index, dtype="str")
    return why


def set_aside(activities: pd.DataFrame, counted_anyway: Collection[int] = ()) -> tuple[pd.DataFrame, pd.DataFrame]:
    """ACTIVITIES that count, and SET_ASIDE. counted_anyway: ids of those of which the person said that they count."""
    why = why_implausible(activities)
    aside = (why != "") & ~activities["activity_id"].isin(list(counted_anyway))
    kept = activities[~aside].reset_index(drop=True)
    return kept, SET_ASIDE.make(activities[aside].assign(why=why[aside]).reset_index(drop=True))


def _record_speed(metres: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """The speed of the world record over each distance in m/s; that of the nearest one beyond the shortest and longest."""
    distances, times = np.array(_RECORDS).T
    speeds: npt.NDArray[np.float64] = np.interp(np.log(np.maximum(metres, 1.0)), np.log(distances), distances / times)
    return speeds
