"""Warm-up sets that a log does not mark (SCIENCE 1.4)."""

from collections.abc import Collection

import numpy as np
import numpy.typing as npt
import pandas as pd

from lib.model.conventions import DEFAULTS, Conventions
from lib.model.frames.own import KEPT_AS_WORKING
from lib.model.slips import LEAST_OTHERS, SLIP
from lib.model.vocabulary import LoadMode, SetKind

Mask = npt.NDArray[np.bool_]


def inferred_warm_ups(
    sets: pd.DataFrame,
    sessions: pd.DataFrame | None = None,
    kept: pd.DataFrame | None = None,
    conventions: Conventions = DEFAULTS,
    typed: Collection[str] | None = None,
) -> Mask:
    """For each row of SETS: a ramp-up set in a log that marks no set types at all, and that the person leaves so.

    sessions: SESSIONS, tells which source a set is from; without it all sets are one log.
    kept:     KEPT_AS_WORKING, where the person said that they were working sets.
    typed:    the sources that mark set types, where the sets are not all that there are of them.
    """
    if not conventions.infer_warm_ups:
        return np.zeros(len(sets), dtype=bool)
    ramped = ramp_up_sets(sets, sessions, conventions.warm_up_share, typed)
    return ramped & ~is_kept(sets, KEPT_AS_WORKING.empty() if kept is None else kept)


def ramp_up_sets(
    sets: pd.DataFrame, sessions: pd.DataFrame | None, share: float, typed: Collection[str] | None = None
) -> Mask:
    """For each row of SETS: before the heaviest of its exercise and session with less than this share of its load.

    Only external loads are compared: of an added or assisted load the body is the larger part. A load ten times those
    around it was mistyped, and real sets are not warm-ups for it.
    """
    loads = sets[["session_id", "exercise_name", "position"]].assign(load=compared_loads(sets, sessions, typed))
    bout = loads.groupby(["session_id", "exercise_name"], sort=False)
    top = bout["load"].transform("max")
    first_top = loads["position"].where(loads["load"] == top)
    before_top = loads["position"] < first_top.groupby([loads["session_id"], loads["exercise_name"]]).transform("min")
    found: Mask = np.asarray(before_top & (loads["load"] < share * top), dtype=bool)
    return found


def compared_loads(
    sets: pd.DataFrame, sessions: pd.DataFrame | None, typed: Collection[str] | None = None
) -> pd.Series:
    """For each row of SETS its kg, where it is compared with the heaviest: of logs without set types, mistyped ones left out."""
    lifted = (sets["load_kg"] > 0) & (sets["load_mode"] == LoadMode.EXTERNAL) & _in_untyped_log(sets, sessions, typed)
    return _without_slips(sets, lifted)


def _without_slips(sets: pd.DataFrame, lifted: pd.Series) -> pd.Series:
    """The loads that are compared, unknown where one is far above every other of its exercise and session."""
    loads = sets["load_kg"].where(lifted)
    keys = [sets["session_id"], sets["exercise_name"]]
    bout = loads.groupby(keys, sort=False)
    # Few bouts have loads so far apart; the costly look for the second heaviest is for them alone.
    far = (loads >= SLIP * bout.transform("min")).groupby(keys, sort=False).transform("any")
    if not far.any():
        return loads
    others = loads[far].groupby([key[far] for key in keys], sort=False)
    slipped = (loads[far] >= SLIP * others.transform(_second)) & (others.transform("count") > LEAST_OTHERS)
    return loads.mask(slipped.reindex(loads.index, fill_value=False))


def _second(loads: pd.Series) -> float:
    """The second heaviest load; as heavy as the heaviest where two sets had that one."""
    two = loads.nlargest(2)
    return float(two.iloc[-1]) if len(two) else float("nan")


def is_kept(sets: pd.DataFrame, kept: pd.DataFrame) -> Mask:
    """For each row of SETS, whether the person keeps the sets of its exercise in its session as working sets."""
    found = sets["session_id"].isin(kept["session_id"]).to_numpy(copy=True)
    # Only a few sessions have any: the costly comparison of names is for them alone.
    keys = sets.loc[found, ["session_id", "exercise_name"]]
    found[found] = pd.MultiIndex.from_frame(keys).isin(pd.MultiIndex.from_frame(kept[list(keys)]))
    return found


def typed_sources(sets: pd.DataFrame, sessions: pd.DataFrame) -> frozenset[str]:
    """The sources that mark at least one set as anything but working: one such set changes what all their others mean."""
    marked = sets.loc[sets["kind"] != SetKind.WORKING, "session_id"].unique()
    return frozenset(sessions.loc[sessions["session_id"].isin(marked), "source"])


def _in_untyped_log(
    sets: pd.DataFrame, sessions: pd.DataFrame | None, typed: Collection[str] | None = None
) -> pd.Series:
    """For each set, whether its source marks no set as anything but working."""
    if sessions is None:
        return pd.Series(not (sets["kind"] != SetKind.WORKING).any(), index=sets.index)
    marking = typed_sources(sets, sessions) if typed is None else typed
    return ~sets["session_id"].isin(sessions.loc[sessions["source"].isin(list(marking)), "session_id"])
