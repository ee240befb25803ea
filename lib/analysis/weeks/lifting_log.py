"""The strength log after counting: the frames that most strength metrics start from."""

from dataclasses import dataclass

import pandas as pd

from lib.analysis.counting.count_sets import NOTHING_SAID, CountingPreferences, count_sets
from lib.analysis.counting.coverage import logged_periods
from lib.analysis.muscles.weekly_sets import muscle_sets
from lib.analysis.weeks.strength import strength_sessions


@dataclass(frozen=True, slots=True, eq=False)
class LiftingLog:
    """COUNTED_SETS, MUSCLE_SETS, STRENGTH_SESSIONS and the PERIODS that the lifting logs cover."""

    counted: pd.DataFrame
    muscle_sets: pd.DataFrame
    strength_sessions: pd.DataFrame
    periods: pd.DataFrame


def lifting_log(
    sets: pd.DataFrame,
    sessions: pd.DataFrame,
    names: pd.DataFrame,
    credit_table: pd.DataFrame,
    preferences: CountingPreferences = NOTHING_SAID,
) -> LiftingLog:
    """SETS and SESSIONS counted by NAMES and CREDITS, as the person wants them counted."""
    counted = count_sets(sets, names, sessions, preferences)
    by_muscle = muscle_sets(counted, credit_table)
    return LiftingLog(counted, by_muscle, strength_sessions(counted, by_muscle, sessions), logged_periods(sessions))
