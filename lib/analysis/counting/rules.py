"""The rules that say what a logged set is worth (SCIENCE S1, 1.4 to 1.6). One rule, one function, one sentence.

Each predicate takes sets as lib.analysis.counting.count_sets prepares them, with the conventions in force, and gives a mask.
"""

from collections.abc import Callable
from dataclasses import dataclass
from operator import attrgetter

import numpy as np
import numpy.typing as npt
import pandas as pd

from lib.model.conventions import Conventions, values_of
from lib.model.region import number
from lib.model.vocabulary import CountAs, SetKind

# Nobody holds a position for longer; an unmapped row of more than five minutes is endurance work.
LONGEST_HOLD_S = 300.0

Mask = npt.NDArray[np.bool_]


def _always(hard: float) -> Callable[[Conventions], float]:
    return lambda _: hard


@dataclass(frozen=True, slots=True)
class Rule:
    """One counting rule. The first that applies decides; hard: what the set is then worth, in sets.

    sentence: with the conventions' names in braces. grade: how well the rule is supported, A to D.
    """

    name: str
    title: str
    applies: Callable[[pd.DataFrame, Conventions], Mask]
    hard: Callable[[Conventions], float]
    grade: str
    sentence: str

    def says(self, conventions: Conventions) -> str:
        """The sentence with the values in force."""
        return _said(self.sentence, conventions)


def is_warm_up(logged: pd.DataFrame, _: Conventions) -> Mask:
    return _equals(logged, "kind", SetKind.WARM_UP)


def is_warm_up_drill(logged: pd.DataFrame, _: Conventions) -> Mask:
    return _equals(logged, "count_as", CountAs.WARM_UP)


def is_plyometric(logged: pd.DataFrame, _: Conventions) -> Mask:
    return _equals(logged, "count_as", CountAs.CONTACTS)


def is_carry(logged: pd.DataFrame, _: Conventions) -> Mask:
    return _equals(logged, "count_as", CountAs.CARRY)


def is_conditioning(logged: pd.DataFrame, _: Conventions) -> Mask:
    """Endurance work: by its exercise, or an unmapped row that has metres or many minutes instead of reps."""
    endless = (logged["distance_m"] > 0) | (logged["duration_s"] > LONGEST_HOLD_S)
    unknown = _mask(endless) & ~_mask(logged["reps"] > 0) & _equals(logged, "exercise", "")
    return _equals(logged, "count_as", CountAs.CONDITIONING) | unknown


def is_failed(logged: pd.DataFrame, _: Conventions) -> Mask:
    """0 reps. Apps that write 0 for "not used" do so in rows with a duration or a distance."""
    measured = (logged["duration_s"] > 0) | (logged["distance_m"] > 0)
    return _mask((logged["reps"] == 0) & ~measured)


def is_short_hold(logged: pd.DataFrame, conventions: Conventions) -> Mask:
    return _mask(logged["held"]) & ~_mask(logged["hold_s"] >= conventions.shortest_hold_s)


def is_easy(logged: pd.DataFrame, conventions: Conventions) -> Mask:
    """A set with many reps in reserve. One marked as taken to failure was not, whatever its RPE says."""
    return _mask(logged["set_rpe"] < conventions.easy_below_rpe) & ~is_failure(logged, conventions)


def is_easy_at_usual_load(logged: pd.DataFrame, _: Conventions) -> Mask:
    return _mask(logged["easy_at_usual_load"])


def is_inferred_warm_up(logged: pd.DataFrame, _: Conventions) -> Mask:
    return _mask(logged["inferred"])


def is_drop(logged: pd.DataFrame, _: Conventions) -> Mask:
    return _equals(logged, "kind", SetKind.DROP)


def is_failure(logged: pd.DataFrame, _: Conventions) -> Mask:
    return _equals(logged, "kind", SetKind.FAILURE)


def is_hold(logged: pd.DataFrame, conventions: Conventions) -> Mask:
    return _mask(logged["held"]) & _mask(logged["hold_s"] >= conventions.shortest_hold_s)


def has_high_reps(logged: pd.DataFrame, conventions: Conventions) -> Mask:
    return _mask((logged["reps"] > conventions.high_reps) & logged["set_rpe"].isna())


def is_anything(logged: pd.DataFrame, _: Conventions) -> Mask:
    return np.ones(len(logged), dtype=bool)


_NOTHING, _HALF, _ONE = _always(0.0), _always(0.5), _always(1.0)

RULES = (
    Rule("warm_up", "Warm-up", is_warm_up, _NOTHING, "A", "A set that the log marks as a warm-up counts 0."),
    Rule(
        "warm_up_drill",
        "Warm-up drill",
        is_warm_up_drill,
        _NOTHING,
        "D",
        "A warm-up drill or mobility work counts 0, unless you count the exercise as training.",
    ),
    Rule("contacts", "Jump", is_plyometric, _NOTHING, "D", "Jumps count as ground contacts, one a rep, not as sets."),
    Rule("carry", "Carry", is_carry, _NOTHING, "D", "Carries count as metres or minutes, not as sets."),
    Rule(
        "conditioning",
        "Endurance work",
        is_conditioning,
        _NOTHING,
        "D",
        "Endurance work in a lifting log counts as minutes or metres, not as sets.",
    ),
    Rule("failed", "Failed set", is_failed, _NOTHING, "A", "A set of 0 reps counts 0."),
    Rule(
        "short_hold",
        "Short hold",
        is_short_hold,
        _NOTHING,
        "D",
        "A hold of less than {shortest_hold_s} seconds, or of unknown length, counts 0.",
    ),
    Rule(
        "easy_few_reps",
        "Few reps, far from failure",
        is_easy_at_usual_load,
        attrgetter("easy_few_reps_worth"),
        "D",
        "A set of 1 to 6 reps with a logged RPE below {easy_below_rpe} counts {few_words} where its load is at least 80 % of "
        "your usual one, the median of your heaviest of the last 90 days: strength hardly needs closeness to failure.",
    ),
    Rule(
        "easy", "Easy set", is_easy, _NOTHING, "C", "Any other set with a logged RPE below {easy_below_rpe} counts 0."
    ),
    Rule(
        "inferred_warm_up",
        "Unmarked warm-up",
        is_inferred_warm_up,
        _NOTHING,
        "D",
        "In a log that marks no set types, a set before the heaviest one of its exercise and session with less than "
        "{warm_up_percent} % of its load counts 0.",
    ),
    Rule(
        "drop",
        "Drop set",
        is_drop,
        attrgetter("drop_set_worth"),
        "D",
        "A drop set counts {drop_words}; the set before it counts by itself.",
    ),
    Rule(
        "failure",
        "To failure",
        is_failure,
        _ONE,
        "D",
        "A set taken to failure, or with as many reps as possible, counts 1.",
    ),
    Rule(
        "hold",
        "Hold",
        is_hold,
        _ONE,
        "D",
        "A hold of at least {shortest_hold_s} seconds counts 1, however long; counted in breaths, one is {breath_s} seconds.",
    ),
    Rule(
        "high_reps",
        "Many reps",
        has_high_reps,
        _HALF,
        "D",
        "More than {high_reps} reps without a logged RPE count ½: how hard they were is not known.",
    ),
    Rule("working", "Working set", is_anything, _ONE, "D", "Any other set counts 1, also without a logged effort."),
)

# Halves what another rule gives: it decides no row by itself.
ONE_SIDE = "one_side"
ONE_SIDE_TITLE = "One side only"
ONE_SIDE_SENTENCE = (
    "A row of one side counts half of what it would, so that left and right make one set. "
    "A row that is typed “per side” is one set, not two."
)


def worth_words(hard: float) -> str:
    """What a set counts: "0", "½", "1"."""
    return {0.0: "0", 0.5: "½", 1.0: "1"}.get(hard, number(hard))


def _said(sentence: str, conventions: Conventions) -> str:
    """A sentence with the values of the conventions in it."""
    derived = {
        "warm_up_percent": number(100 * conventions.warm_up_share),
        "drop_words": worth_words(conventions.drop_set_worth),
        "few_words": worth_words(conventions.easy_few_reps_worth),
    }
    values = {name: number(value) for name, value in values_of(conventions).items()}
    return sentence.format(**values, **derived)


def _equals(logged: pd.DataFrame, column: str, word: str) -> Mask:
    return _mask(logged[column] == word)


def _mask(condition: pd.Series) -> Mask:
    return condition.to_numpy(dtype=bool)
