"""Muscles without any set for weeks, although they were trained before."""

from typing import Final

import pandas as pd

from lib.analysis.notes.note import Note, Weeks, last_day_of
from lib.model.vocabulary import RUNNERS_NINE

NAME: Final = "muscles_left_out"
LEAST_WEEKS: Final = 6  # of four a note was seen in every tenth week of exercises chosen at random
LOOK_BACK: Final = 26


def find(weeks: Weeks) -> Note | None:
    """Those of the runner's nine without a set in the last six or more complete weeks and with one in the 26 before.

    numbers: the weeks without a set by muscle. The days behind it start with the last week that had sets of the muscle
    left out longest.
    """
    complete = weeks.sets[weeks.sets["complete"]]
    gaps = {muscle: gap for muscle in RUNNERS_NINE if (gap := _gap(complete[complete["muscle"] == muscle]))}
    if not gaps:
        return None
    longest_first = sorted(gaps, key=lambda muscle: -gaps[muscle])
    starts = complete.drop_duplicates("week_start")["week_start"]
    first = starts.iloc[-1 - gaps[longest_first[0]]]
    numbers = {str(muscle): float(gaps[muscle]) for muscle in longest_first}
    return Note(NAME, numbers, tuple(longest_first), first.date(), last_day_of(starts.iloc[-1]))


def _gap(of_muscle: pd.DataFrame) -> int:
    """How many complete weeks up to the last one had no set; 0 if too few, not covered, or never any before."""
    sets = of_muscle["hard_sets"].iloc[::-1].reset_index(drop=True)
    trained = sets[sets > 0]
    gap = int(trained.index[0]) if len(trained) else 0
    inside = LEAST_WEEKS <= gap <= LOOK_BACK
    return gap if inside and sets.iloc[:gap].notna().all() else 0
