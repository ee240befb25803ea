"""Which bouts have a clock, and when it was by their clock at home.

A source that writes midnight beside most of its bouts knows their days alone (SCIENCE X1).
"""

from datetime import time
from typing import Final
from zoneinfo import ZoneInfo

import numpy as np
import numpy.typing as npt
import pandas as pd

from lib.model.clock import HomeZones
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


def at_home(local: pd.Series, zones: HomeZones) -> pd.Series:
    """The instants, in UTC, at which clocks at home showed these times.

    Of an hour that a clock shows twice the first one; a time that it leaves out is that of the hour after it.
    """
    found = _instants(local, zones.first)
    for move in zones.moves:
        there = local >= pd.Timestamp(move.from_date)
        found = found.mask(there, _instants(local, move.zone))
    return found


def _instants(local: pd.Series, zone: ZoneInfo) -> pd.Series:
    first = np.ones(len(local), dtype=bool)
    placed = local.dt.tz_localize(zone, ambiguous=first, nonexistent="shift_forward")
    instants: pd.Series = placed.dt.tz_convert(None)
    return instants
