"""Records that look wrong: to be looked at. Runs that nobody ran are set aside as well (plausible.py)."""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from lib.analysis.records.plausible import why_implausible
from lib.model.limits import MAX_SPEED
from lib.model.slips import LEAST_OTHERS, SLIP
from lib.model.vocabulary import Sport

_LONGEST_SESSION_S = 6 * 3600.0
_SLOWEST_S_PER_KM = 900.0
_CLIMB_AS_WAY = 10.0  # a metre of ascent takes about as long as ten metres on the flat


def doubtful_activities(activities: pd.DataFrame) -> pd.Series:
    """Why a record looks wrong, "" where it does not, by the index of ACTIVITIES or LISTED_ACTIVITIES.

    A run that is set aside or was, or is faster than any runner; one slower than a walk, which may be one and counts; a run
    that has a distance and no time.
    """
    why = pd.Series("", index=activities.index, dtype="str")
    seconds = activities["moving_s"].fillna(activities["elapsed_s"])
    is_run = activities["sport"] == Sport.RUN
    why = why.mask(is_run & (activities["distance_m"] > 0) & ~(seconds > 0), "a distance without a time")
    why = why.mask(is_run & (activities["distance_m"] > seconds * MAX_SPEED), "very fast")
    why = why.mask(is_run & _is_slow(activities), "very slow")
    found = why_implausible(activities)
    return why.mask(found != "", found)


def _is_slow(activities: pd.DataFrame) -> pd.Series:
    """Slower than 15 minutes a kilometre in motion, ascent taken for way: in time with pauses the pauses may be slow."""
    way = activities["distance_m"] + _CLIMB_AS_WAY * activities["ascent_m"].fillna(0.0)
    return activities["moving_s"] > way.where(way > 0) / 1000 * _SLOWEST_S_PER_KM


def doubtful_sessions(sessions: pd.DataFrame, loads: Mapping[str, str]) -> pd.Series:
    """The same of LISTED_SESSIONS: longer than six hours, no set, or a load that looks mistyped. loads: why, by id."""
    why = pd.Series([loads.get(each, "") for each in sessions["id"]], index=sessions.index, dtype="str")
    why = why.mask((why == "") & (sessions["elapsed_s"] > _LONGEST_SESSION_S), "very long")
    return why.mask((why == "") & (sessions["sets"] == 0), "no sets")


def mistyped_loads(sets: pd.DataFrame) -> pd.DataFrame:
    """The sets whose load is many times that of every other one of the exercise in the session. sets: SETS."""
    loads = sets["load_kg"].where(sets["load_kg"] > 0)
    keys = [sets["session_id"], sets["exercise_name"]]
    grouped = loads.groupby(keys, sort=False)
    top = grouped.transform("max")
    second = loads.mask(loads == top).groupby(keys, sort=False).transform("max")
    alone = (loads == top).groupby(keys, sort=False).transform("sum") == 1
    enough = grouped.transform("count") > LEAST_OTHERS
    slipped = np.asarray((loads == top) & alone & enough & (top >= SLIP * second))
    return sets[slipped]
