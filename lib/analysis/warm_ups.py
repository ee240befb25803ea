"""Warm-up sets that a log does not mark (SCIENCE 1.4)."""

import numpy as np
import numpy.typing as npt
import pandas as pd

from lib.model.vocabulary import LoadMode, SetKind

# A set before the session's heaviest with less than this share of its load is taken for a warm-up.
WARM_UP_SHARE = 0.6


def inferred_warm_ups(sets: pd.DataFrame, sessions: pd.DataFrame | None = None) -> npt.NDArray[np.bool_]:
    """For each row of SETS: an unmarked ramp-up set, in a log that knows no set types at all.

    sessions: SESSIONS, tells which source a set is from; without it all sets are one log. Only external loads are
    compared: of an added or assisted load the body is the larger part.
    """
    lifted = (sets["load_kg"] > 0) & (sets["load_mode"] == LoadMode.EXTERNAL) & _in_untyped_log(sets, sessions)
    loads = sets[["session_id", "exercise_name", "position"]].assign(load=sets["load_kg"].where(lifted))
    bout = loads.groupby(["session_id", "exercise_name"], sort=False)
    top = bout["load"].transform("max")
    first_top = loads["position"].where(loads["load"] == top)
    before_top = loads["position"] < first_top.groupby([loads["session_id"], loads["exercise_name"]]).transform("min")
    found: npt.NDArray[np.bool_] = np.asarray(before_top & (loads["load"] < WARM_UP_SHARE * top), dtype=bool)
    return found


def _in_untyped_log(sets: pd.DataFrame, sessions: pd.DataFrame | None) -> pd.Series:
    """For each set, whether its source marks no set as anything but working."""
    typed = sets["kind"] != SetKind.WORKING
    if sessions is None:
        return pd.Series(not typed.any(), index=sets.index)
    source = sets["session_id"].map(sessions.drop_duplicates("session_id").set_index("session_id")["source"])
    return ~source.isin(source[typed].unique())
