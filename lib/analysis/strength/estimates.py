"""The estimated one-repetition maximum of each set, and of which sets there is one (SCIENCE S5)."""

from typing import Final

import numpy as np
import pandas as pd

from lib.analysis.loads.effective_load import body_load, facts_of_names, spread
from lib.analysis.records.doubtful import mistyped_loads
from lib.analysis.strength.formulas import one_rep_max
from lib.model.conventions import DEFAULTS, Conventions
from lib.model.frames.progress import E1RM_SETS
from lib.model.vocabulary import LoadMode, NoEstimate, SetKind, Side

MOST_REPS: Final = 10.0
MOST_TO_FAILURE: Final = 12.0
LEAST_RPE: Final = 7.0
_FAILURE: Final = 10.0
_WARM_UPS: Final = ("warm_up", "warm_up_drill", "inferred_warm_up")
_NO_SETS: Final = ("carry", "conditioning", "failed")


def estimates(
    counted: pd.DataFrame, names: pd.DataFrame, body_mass: pd.DataFrame, conventions: Conventions = DEFAULTS
) -> pd.DataFrame:
    """E1RM_SETS, in the order of the sets. counted: COUNTED_SETS, names: NAMES, body_mass: BODY_MASS.

    Loads are as logged, a dumbbell that of one. A lift of the body itself takes what of it moves into the formulas and leaves
    it out of what they give.
    """
    facts = spread(facts_of_names(names), counted)
    of_body = facts["body_alone"] & (facts["fraction"] > 0)
    body = body_load(counted, facts, body_mass).where(of_body, 0.0)
    load = counted["load_kg"].where(counted["load_kg"] > 0).mask(of_body & ~(counted["load_kg"] > 0), 0.0)
    effort = known_effort(counted)
    to_failure = counted["reps"] + (_FAILURE - effort).fillna(0.0)
    excluded = _why_excluded(counted, facts, load, body, conventions)
    usable = excluded == ""
    estimated = one_rep_max((load + body).where(usable), to_failure.where(usable)) - body
    loads = {"load_kg": load, "lifted_kg": load + body, "body_kg": body, "to_failure": to_failure}
    told = counted.assign(**loads, at_least=effort.isna(), e1rm_kg=estimated, excluded=excluded)
    return E1RM_SETS.make(told[list(E1RM_SETS.dtypes)])


def known_effort(counted: pd.DataFrame) -> pd.Series:
    """The RPE of each set, 10 of one that was taken to failure; NaN where none is logged."""
    return counted["set_rpe"].mask(counted["kind"] == SetKind.FAILURE, _FAILURE)


def _why_excluded(
    counted: pd.DataFrame, facts: pd.DataFrame, load: pd.Series, body: pd.Series, conventions: Conventions
) -> pd.Series:
    """The first word of NoEstimate that holds, "" where there is an estimate."""
    conditions = _by_exercise(counted, facts, conventions) | _by_set(counted, load, body)
    order = [word for word in NoEstimate if word in conditions]
    masks = [conditions[word].to_numpy(dtype=bool) for word in order]
    return pd.Series(np.select(masks, [str(word) for word in order], default=""), index=counted.index, dtype="str")


def _by_exercise(counted: pd.DataFrame, facts: pd.DataFrame, conventions: Conventions) -> dict[NoEstimate, pd.Series]:
    """What the exercise and the way of logging rule out. One-sided reps that are typed in total could be of either side."""
    of_both = facts["unilateral"] & (counted["side"] == Side.BOTH)
    return {
        NoEstimate.UNMAPPED: facts["fraction"].isna(),
        NoEstimate.WARM_UP: counted["rule"].isin(_WARM_UPS),
        NoEstimate.JUMP: counted["rule"] == "contacts",
        NoEstimate.NOT_A_SET: counted["rule"].isin(_NO_SETS),
        NoEstimate.HOLD: counted["hold_s"].notna() | (counted["rule"] == "short_hold"),
        NoEstimate.BAND: facts["band"] | (counted["load_mode"] == LoadMode.BAND),
        NoEstimate.ASSISTED: facts["assisted"] | (counted["load_mode"] == LoadMode.ASSISTED),
        NoEstimate.CORE: facts["core"],
        NoEstimate.SIDES: of_both & (not conventions.one_sided_reps_are_per_side),
    }


def _by_set(counted: pd.DataFrame, load: pd.Series, body: pd.Series) -> dict[NoEstimate, pd.Series]:
    effort = known_effort(counted)
    too_many = (counted["reps"] > MOST_REPS).where(effort.isna(), counted["reps"] + _FAILURE - effort > MOST_TO_FAILURE)
    return {
        NoEstimate.NO_REPS: ~(counted["reps"] >= 1),
        NoEstimate.NO_LOAD: load.isna(),
        NoEstimate.NO_BODY_MASS: body.isna(),
        NoEstimate.LOOKS_MISTYPED: pd.Series(counted.index.isin(mistyped_loads(counted).index), index=counted.index),
        NoEstimate.DROP: counted["kind"] == SetKind.DROP,
        NoEstimate.EASY: effort < LEAST_RPE,
        NoEstimate.MANY_REPS: too_many,
    }
