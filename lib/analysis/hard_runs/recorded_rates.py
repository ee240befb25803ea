"""Seconds per heart rate of the runs that have them, as numbers."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import pandas as pd
from numpy.typing import NDArray

Numbers = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class RecordedRates:
    """frame: HEART_RATES (lib/model/frames/hard_days.py)."""

    frame: pd.DataFrame

    def of(self, ids: NDArray[np.int64], lines: Numbers) -> tuple[Numbers, Numbers, Numbers]:
        """Of each activity: seconds at its line (beats a minute) and above, seconds, mean rate. NaN where not recorded."""
        recorded = self.frame.drop_duplicates("activity_id")
        places = pd.Index(recorded["activity_id"]).get_indexer(ids)
        known = np.flatnonzero(places >= 0)
        near, total, beats = (np.full(len(ids), np.nan) for _ in range(3))
        if len(known):
            texts = recorded["heart_rate_seconds"].to_numpy(dtype=object)[places[known]]
            pairs = [_pairs(text) for text in texts]
            rates, held = np.concatenate(pairs).T
            owner = np.repeat(np.arange(len(known)), [len(each) for each in pairs])
            near[known] = np.bincount(owner, held * (rates >= lines[known][owner]), len(known))
            total[known] = np.bincount(owner, held, len(known))
            beats[known] = np.bincount(owner, held * rates, len(known))
        with np.errstate(invalid="ignore", divide="ignore"):
            return near, total, beats / total


@lru_cache(maxsize=16_384)
def _pairs(text: str) -> Numbers:
    """Rows of rate and seconds."""
    numbers = text.replace(":", " ").split()
    return np.array(numbers, dtype=np.float64).reshape(-1, 2)
