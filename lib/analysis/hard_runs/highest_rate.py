"""The highest heart rate that a person reaches: what they typed, else of what their runs show, without spikes (SCIENCE X2)."""

from typing import Final

import numpy as np
import pandas as pd
from numpy.typing import NDArray

QUANTILE: Final = 0.98
LEAST_RUNS: Final = 15
# It falls with the years: only the runs of the year before and of the year after are asked.
_WINDOW: Final = "731D"


def highest_rates(runs: pd.DataFrame, typed: float | None) -> NDArray[np.float64]:
    """Beats a minute that hold at each run: `typed`, else the 98th percentile of the runs' maxima, NaN below 15 of them.

    runs: ACTIVITIES that are runs, oldest first. The percentile is a rate that a run had, the lower of two: so the
    highest one alone, which may be a spike, never decides.
    """
    if typed is not None:
        return np.full(len(runs), typed)
    maxima = pd.Series(runs["heart_rate_max_bpm"].to_numpy(), index=pd.DatetimeIndex(runs["local_start"]))
    window = maxima.rolling(_WINDOW, center=True, min_periods=LEAST_RUNS)
    return window.quantile(QUANTILE, interpolation="lower").to_numpy()
