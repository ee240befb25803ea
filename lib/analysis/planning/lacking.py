"""What the last weeks lacked of the person's own usual, muscle by muscle of the lower body."""

from collections.abc import Mapping
from typing import Final

import pandas as pd

from lib.analysis.your_week.usual import usual
from lib.model.frames.weeks import WeeklySets
from lib.model.vocabulary import LOWER_BODY, Muscle

LAST_WEEKS: Final = 4


def lacking(sets: WeeklySets, week: pd.Timestamp) -> Mapping[Muscle, float]:
    """Sets a week that the last four whole weeks before a week lacked of what the eight before them usually had.

    The largest gap first; muscles that had as much, or of which that is not known, are left out. week: the start of a week.
    """
    since = week - pd.Timedelta(weeks=LAST_WEEKS)
    found = {muscle: _lack(sets[sets["muscle"] == str(muscle)], since, week) for muscle in LOWER_BODY}
    short = {muscle: lack for muscle, lack in found.items() if lack > 0}
    return dict(sorted(short.items(), key=lambda each: -each[1]))


def _lack(of_muscle: pd.DataFrame, since: pd.Timestamp, week: pd.Timestamp) -> float:
    """NaN, which is not above 0, where it is not known."""
    last = of_muscle["week_start"].between(since, week, inclusive="left") & of_muscle["complete"]
    return usual(of_muscle, since, "hard_sets") - float(of_muscle.loc[last, "hard_sets"].mean())
