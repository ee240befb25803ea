"""Pace as it would have been at the person's usual heart rate: what running costs them."""

from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from lib.model.frames.progress import COST_OF_RUNNING

WINDOW_DAYS: Final = 28
LEAST_RUNS: Final = 3
# Per cent of pace a beat, as a share of one. 1 / (heart rate − that of standing still) of easy running is 0.009 to 0.013.
LEAST_SLOPE: Final = 0.009
MOST_SLOPE: Final = 0.013

Values = npt.NDArray[np.float64]
Places = npt.NDArray[np.intp]


def windows_of(runs: pd.DataFrame) -> Places:
    """The 28 days that each of EASY_RUNS lies in, numbered from 0 without those that have none."""
    if runs.empty:
        return np.zeros(0, dtype=np.intp)
    days = (runs["local_date"] - runs["local_date"].min()).dt.days.to_numpy()
    places: Places = np.unique(days // WINDOW_DAYS, return_inverse=True)[1]
    return places


def less_window_means(values: Values, windows: Places) -> Values:
    """Values, rows by run, less their mean of the window: what season and fitness made of them is gone."""
    counts = np.bincount(windows)
    table = values.reshape(len(values), -1)
    means = np.stack([np.bincount(windows, column) / counts for column in table.T], axis=1)
    less: Values = (table - means[windows]).reshape(values.shape)
    return less


def slope(log_pace: Values, heart_rate: Values, windows: Places) -> float:
    """How much of a pace one beat is worth to this person: the ratio of both spreads within windows, kept within bounds.

    Neither regression would do: who runs by heart rate has the noise in the pace, who keeps a pace has it in the heart rate,
    and each would hide the effect of a day from the other.
    """
    spread_of_rate = float(less_window_means(heart_rate, windows).std())
    if spread_of_rate == 0.0:
        return (LEAST_SLOPE + MOST_SLOPE) / 2
    ratio = float(less_window_means(log_pace, windows).std()) / spread_of_rate
    return min(max(ratio, LEAST_SLOPE), MOST_SLOPE)


def at_equal_heart_rate(runs: pd.DataFrame) -> Values:
    """For each of EASY_RUNS the logarithm of its pace, as it would have been at the median heart rate of all."""
    rate: Values = runs["heart_rate_bpm"].to_numpy(dtype=float)
    log_pace: Values = np.log(runs["pace_s"].to_numpy(dtype=float))
    if not len(runs):
        return log_pace
    adjusted: Values = log_pace + slope(log_pace, rate, windows_of(runs)) * (rate - np.median(rate))
    return adjusted


def cost_of_running(runs: pd.DataFrame) -> pd.DataFrame:
    """COST_OF_RUNNING of EASY_RUNS. Windows without a run have a row, too."""
    if runs.empty:
        return COST_OF_RUNNING.empty()
    begin = runs["local_date"].min()
    numbers = (runs["local_date"] - begin).dt.days // WINDOW_DAYS
    paces = pd.Series(np.exp(at_equal_heart_rate(runs))).groupby(numbers.to_numpy()).agg(["median", "size"])
    dense = paces.reindex(range(int(numbers.max()) + 1))
    starts = begin + pd.to_timedelta(dense.index * WINDOW_DAYS, unit="D")
    counts = dense["size"].fillna(0).astype("int64").to_numpy()
    rows = {
        "first_day": starts,
        "last_day": starts + pd.Timedelta(days=WINDOW_DAYS - 1),
        "pace_s": dense["median"].where(dense["size"] >= LEAST_RUNS).to_numpy(),
        "runs": counts,
    }
    return COST_OF_RUNNING.make(rows)
