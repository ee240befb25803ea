"""What one logged set is worth: 0, ½ or 1 hard set (SCIENCE S1, 1.4 to 1.6). One rule, one function."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from lib.analysis.warm_ups import inferred_warm_ups
from lib.catalog.sides import side_in_name
from lib.model.columns import COUNTED_SETS
from lib.model.vocabulary import CountAs, SetKind, Side

HOLD_S = 15.0
EASY_BELOW_RPE = 6.0
HIGH_REPS = 30
# Nobody holds a position for longer; an unmapped row of more than five minutes is endurance work.
LONGEST_HOLD_S = 300.0
ONE_SIDE = "one_side"

_Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Rule:
    """One counting rule. The first that applies decides; hard: what the set is then worth."""

    name: str
    applies: Callable[[pd.DataFrame], _Mask]
    hard: float
    sentence: str


def count_sets(sets: pd.DataFrame, names: pd.DataFrame, sessions: pd.DataFrame | None = None) -> pd.DataFrame:
    """COUNTED_SETS: each row of SETS with its exercise, its worth and the rule that decided, in the same order.

    names:    NAMES that hold every exercise name of the sets.
    sessions: SESSIONS, for the source of each set: warm-ups are inferred only in a log that marks none. Without it
              all sets are taken for one log.
    """
    if sets.empty:
        return COUNTED_SETS.empty()
    logged = _with_names(sets, names).assign(inferred=inferred_warm_ups(sets, sessions))
    hard, rule = _first_rule(logged)
    one_sided = (logged["side"] != Side.BOTH).to_numpy() & (hard > 0)
    counted = sets.assign(
        exercise=logged["exercise"],
        hard=np.where(one_sided, hard / 2, hard),
        rule=pd.Series(np.where(one_sided, ONE_SIDE, rule), index=sets.index, dtype="str"),
        side=logged["side"],
        mapped=logged["exercise"] != "",
    )
    return counted[list(COUNTED_SETS.dtypes)].astype({"mapped": "bool"})


def is_warm_up(logged: pd.DataFrame) -> _Mask:
    return _equals(logged, "kind", SetKind.WARM_UP)


def is_warm_up_drill(logged: pd.DataFrame) -> _Mask:
    return _equals(logged, "count_as", CountAs.WARM_UP)


def is_plyometric(logged: pd.DataFrame) -> _Mask:
    return _equals(logged, "count_as", CountAs.CONTACTS)


def is_carry(logged: pd.DataFrame) -> _Mask:
    return _equals(logged, "count_as", CountAs.CARRY)


def is_conditioning(logged: pd.DataFrame) -> _Mask:
    """Endurance work: by its exercise, or an unmapped row that has metres or many minutes instead of reps."""
    endless = (logged["distance_m"] > 0) | (logged["duration_s"] > LONGEST_HOLD_S)
    unknown = _mask(endless) & ~_has_reps(logged) & _equals(logged, "exercise", "")
    return _equals(logged, "count_as", CountAs.CONDITIONING) | unknown


def is_failed(logged: pd.DataFrame) -> _Mask:
    """0 reps. Apps that write 0 for "not used" do so in rows with a duration or a distance."""
    measured = (logged["duration_s"] > 0) | (logged["distance_m"] > 0)
    return _mask((logged["reps"] == 0) & ~measured)


def is_short_hold(logged: pd.DataFrame) -> _Mask:
    return _is_timed(logged) & ~_mask(logged["duration_s"] >= HOLD_S)


def is_easy(logged: pd.DataFrame) -> _Mask:
    """A set with more than four reps in reserve. One marked as taken to failure was not, whatever its RPE says."""
    return _mask(logged["set_rpe"] < EASY_BELOW_RPE) & ~is_failure(logged)


def is_inferred_warm_up(logged: pd.DataFrame) -> _Mask:
    return _mask(logged["inferred"])


def is_drop(logged: pd.DataFrame) -> _Mask:
    return _equals(logged, "kind", SetKind.DROP)


def is_failure(logged: pd.DataFrame) -> _Mask:
    return _equals(logged, "kind", SetKind.FAILURE)


def is_hold(logged: pd.DataFrame) -> _Mask:
    return _is_timed(logged) & _mask(logged["duration_s"] >= HOLD_S)


def has_high_reps(logged: pd.DataFrame) -> _Mask:
    return _mask((logged["reps"] > HIGH_REPS) & logged["set_rpe"].isna())


def is_anything(logged: pd.DataFrame) -> _Mask:
    return np.ones(len(logged), dtype=bool)


RULES = (
    Rule("warm_up", is_warm_up, 0.0, "A set marked as a warm-up does not count."),
    Rule("warm_up_drill", is_warm_up_drill, 0.0, "A warm-up drill does not count."),
    Rule("contacts", is_plyometric, 0.0, "Jumps count as ground contacts, not as sets."),
    Rule("carry", is_carry, 0.0, "Carries count as metres or minutes, not as sets."),
    Rule("conditioning", is_conditioning, 0.0, "Endurance work counts as metres or minutes, not as sets."),
    Rule("failed", is_failed, 0.0, "A set of 0 reps does not count."),
    Rule("short_hold", is_short_hold, 0.0, "A hold of less than 15 seconds does not count."),
    Rule("easy", is_easy, 0.0, "A set with a logged RPE below 6 does not count."),
    Rule(
        "inferred_warm_up",
        is_inferred_warm_up,
        0.0,
        "In a log without set types, a set before the heaviest one with less than 60 % of its load is taken for a warm-up.",
    ),
    Rule("drop", is_drop, 0.5, "A drop set counts half."),
    Rule("failure", is_failure, 1.0, "A set taken to failure counts 1."),
    Rule("hold", is_hold, 1.0, "A hold of at least 15 seconds counts 1."),
    Rule("high_reps", has_high_reps, 0.5, "More than 30 reps without a logged RPE count half."),
    Rule("working", is_anything, 1.0, "Any other set counts 1."),
)
ONE_SIDE_SENTENCE = "A set logged for one side counts half of what it would, so that left and right make one set."


def _with_names(sets: pd.DataFrame, names: pd.DataFrame) -> pd.DataFrame:
    """The sets with exercise, count_as and side: looked up once a name, then spread over the rows."""
    codes, distinct = pd.factorize(sets["exercise_name"])
    known = (
        names.drop_duplicates("exercise_name").set_index("exercise_name")[["exercise", "count_as"]].reindex(distinct)
    )
    known = known.fillna({"exercise": "", "count_as": CountAs.HARD_SET})
    named_side = pd.Series([str(side_in_name(name)) for name in distinct], dtype="str").take(codes).set_axis(sets.index)
    spread = known.take(codes).set_axis(sets.index)
    return sets.assign(
        exercise=spread["exercise"],
        count_as=spread["count_as"],
        side=sets["side"].where(sets["side"] != Side.BOTH, named_side),
    )


def _first_rule(logged: pd.DataFrame) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.str_]]:
    """For each row the worth and the name of the first rule that applies."""
    masks = [rule.applies(logged) for rule in RULES]
    chosen = np.argmax(masks, axis=0)
    return np.array([rule.hard for rule in RULES])[chosen], np.array([rule.name for rule in RULES])[chosen]


def _is_timed(logged: pd.DataFrame) -> _Mask:
    """A duration without reps, or an exercise that is held and has no reps logged."""
    held = _mask(logged["duration_s"] > 0) | _equals(logged, "count_as", CountAs.HOLD)
    return held & ~_has_reps(logged)


def _has_reps(logged: pd.DataFrame) -> _Mask:
    return _mask(logged["reps"] > 0)


def _equals(logged: pd.DataFrame, column: str, word: str) -> _Mask:
    return _mask(logged[column] == word)


def _mask(condition: pd.Series) -> _Mask:
    return condition.to_numpy(dtype=bool)
