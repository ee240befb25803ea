"""Weekly sums that stay what they were while those of a few weeks are worked out anew."""

from collections.abc import Collection

import numpy as np
import pandas as pd

from lib.model.frames.spec import Frame
from lib.model.vocabulary import Muscle


def carried(part: Frame, before: Frame, weeks: Collection[pd.Timestamp], sums: tuple[str, ...]) -> Frame:
    """A weekly frame made from the rows of some weeks alone, with the sums of all others from before.

    sums: columns that are NaN just where no log covers the week. Frames: dense weeks, or dense weeks × muscles.
    A week that no log covered had no sets: it has 0 where one covers it now, and so has `part`.
    """
    if before.empty:
        return part
    rows, known = len(Muscle) if "muscle" in part else 1, sums[0]
    places = pd.Index(before["week_start"].iloc[::rows]).get_indexer(part["week_start"])
    earlier = before.take(np.maximum(places, 0) * rows + np.arange(len(part)) % rows).set_axis(part.index)
    same = (places >= 0) & ~part["week_start"].isin(list(weeks)) & part[known].notna() & earlier[known].notna()
    return part.assign(**{name: earlier[name].where(same, part[name]) for name in sums})
