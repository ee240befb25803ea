"""Sets of the lower body by week (SCIENCE S3): of how many sets a main muscle was of the lower body."""

import numpy as np
import pandas as pd

from lib.model.frames.weeks import WEEKLY_LOWER_SETS, WeeklyStrength
from lib.model.vocabulary import Weekday
from lib.model.weeks import week_starts


def weekly_lower_sets(
    strength_sessions: pd.DataFrame, weekly_strength: WeeklyStrength, first: Weekday = Weekday.MONDAY
) -> pd.DataFrame:
    """WEEKLY_LOWER_SETS: Σ hard of lower-body sets in the dense weeks of WEEKLY_STRENGTH, NaN if unknown.

    A set counts once, however many of the muscles it trains. strength_sessions: STRENGTH_SESSIONS.
    """
    sums = strength_sessions.groupby(week_starts(strength_sessions["local_date"], first))["lower_sets"].sum()
    done = sums.reindex(weekly_strength["week_start"], fill_value=0.0).to_numpy()
    known = weekly_strength["sets_done"].notna()
    return WEEKLY_LOWER_SETS.make(
        weekly_strength[["week_start", "complete"]].assign(lower_sets=np.where(known, done, np.nan))
    )
