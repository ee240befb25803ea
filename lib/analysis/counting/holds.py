"""Which rows are holds and how long they lasted (SCIENCE 1.6), also where they are counted in breaths."""

import re
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from lib.model.vocabulary import CountAs

# The article's hold on a ball, prescribed in deep breaths: its reps without a duration are breaths.
COUNTED_IN_BREATHS = frozenset({"stability_ball_front_plank"})
_DEEP = r"(?:(?:deep|slow|full)\s+)*"
# "5 deep breaths", "breaths": but neither "breathe out on the way up" nor "out of breath".
_IN_NOTE = re.compile(rf"(?:(\d{{1,3}})\s*{_DEEP}breaths?|^\W*{_DEEP}breaths)\b", re.IGNORECASE)
_IN_NAME = re.compile(r"\bbreaths\b", re.IGNORECASE)


class Holds(NamedTuple):
    """For each row whether it is a hold, and its seconds: NaN where it is none or its length is unknown."""

    held: pd.Series
    hold_s: pd.Series


def find_holds(logged: pd.DataFrame, breath_notes: pd.DataFrame, breath_s: float) -> Holds:
    """The holds among SETS with their exercise and count_as. A row with a duration and reps is counted in reps.

    breath_notes: BREATH_NOTES. breath_s: seconds of one deep breath.
    """
    reps, seconds = logged["reps"] > 0, logged["duration_s"].where(logged["duration_s"] > 0)  # 0: none was taken
    timed = (seconds.notna() | (logged["count_as"] == CountAs.HOLD)) & ~reps
    breaths = _breaths(logged, breath_notes).where(seconds.isna())
    return Holds(timed | breaths.notna(), seconds.where(timed).fillna(breaths * breath_s))


def _breaths(logged: pd.DataFrame, breath_notes: pd.DataFrame) -> pd.Series:
    """The breaths of each row: its reps where exercise, name or note says so, else the number in the note; NaN: none."""
    noted = _noted(logged, breath_notes)
    told = ~np.isnan(noted) | _says_breaths(logged["exercise_name"]) | logged["exercise"].isin(COUNTED_IN_BREATHS)
    counts = pd.Series(noted, index=logged.index)
    return logged["reps"].where(logged["reps"] > 0).fillna(counts.where(counts > 0)).where(told)


def _noted(logged: pd.DataFrame, breath_notes: pd.DataFrame) -> npt.NDArray[np.float64]:
    """For each row how many breaths its note says: 0 where it counts in breaths without a number, NaN: says nothing."""
    counts = np.full(len(logged), np.nan)
    found = [(*key, _IN_NOTE.search(note)) for *key, note in breath_notes.itertuples(index=False)]
    said = {(session, position): float(match[1] or 0) for session, position, match in found if match}
    if said:
        near = np.flatnonzero(logged["session_id"].isin({session for session, _ in said}))
        keys = logged[["session_id", "position"]].iloc[near].itertuples(index=False, name=None)
        counts[near] = [said.get(key, np.nan) for key in keys]
    return counts


def _says_breaths(names: pd.Series) -> npt.NDArray[np.bool_]:
    """For each row, whether its name counts in breaths; each name is read once."""
    codes, distinct = pd.factorize(names)
    says = np.array([bool(_IN_NAME.search(name)) for name in distinct], dtype=bool)
    found: npt.NDArray[np.bool_] = says[codes]
    return found
