"""Which bouts have a clock: a source that writes midnight beside most of its bouts knows their days alone (SCIENCE X1)."""

from datetime import time
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from lib.model.vocabulary import Precision

_MOST: Final = 0.5
_MIDNIGHT: Final = time()


def has_clock(bouts: pd.DataFrame) -> npt.NDArray[np.bool_]:
    """For each bout whether the time of its start is known. bouts: ACTIVITIES or STRENGTH_SESSIONS, all of their sources.

    Bare days say of themselves that they have no time, so a source is judged by its other bouts.
    """
    start, said = bouts["local_start"], bouts["precision"] != Precision.DATE
    midnight = (start == start.dt.normalize()).where(said)
    of_source: pd.Series = midnight.astype("float64").groupby(bouts["source"]).transform("mean")
    known: npt.NDArray[np.bool_] = (said & (of_source <= _MOST)).to_numpy(dtype=bool)
    return known
