"""What each logged set is worth: 0, ½ or 1 hard set (SCIENCE S1). The rules themselves are in counting_rules."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
import pandas as pd

from lib.analysis.counting.holds import find_holds
from lib.analysis.counting.rules import RULES
from lib.analysis.counting.usual_loads import easy_at_usual_load
from lib.analysis.counting.warm_ups import inferred_warm_ups
from lib.catalog.sides import side_in_name
from lib.model.conventions import DEFAULTS, Conventions
from lib.model.frames.counting import COUNTED_SETS
from lib.model.frames.logs import BREATH_NOTES
from lib.model.frames.own import KEPT_AS_WORKING
from lib.model.vocabulary import CountAs, Side


@dataclass(frozen=True, slots=True, eq=False)
class CountingPreferences:
    """What the person and their notes say about counting.

    count_as:     exercises by key that count otherwise than the catalog says.
    kept:         KEPT_AS_WORKING. breath_notes: BREATH_NOTES.
    """

    conventions: Conventions = DEFAULTS
    count_as: Mapping[str, CountAs] = field(default_factory=dict)
    kept: pd.DataFrame = field(default_factory=KEPT_AS_WORKING.empty)
    breath_notes: pd.DataFrame = field(default_factory=BREATH_NOTES.empty)


NOTHING_SAID = CountingPreferences()


def count_sets(
    sets: pd.DataFrame,
    names: pd.DataFrame,
    sessions: pd.DataFrame | None = None,
    preferences: CountingPreferences = NOTHING_SAID,
    typed: Collection[str] | None = None,
) -> pd.DataFrame:
    """COUNTED_SETS: each row of SETS with its exercise, its worth and the rule that decided, in the same order.

    names:    NAMES that hold every exercise name of the sets.
    sessions: SESSIONS, for the source of each set: warm-ups are inferred only in a log that marks none. Without it
              all sets are taken for one log.
    typed:    the sources that mark set types, where the sets are only some sessions of a log. Beyond that only usual_loads
              looks at other sessions.
    """
    if sets.empty:
        return COUNTED_SETS.empty()
    logged = _prepared(sets, names, sessions, preferences, typed)
    hard, rule = _first_rule(logged, preferences.conventions)
    one_sided = (logged["side"] != Side.BOTH).to_numpy()
    counted = logged.assign(
        hard=np.where(one_sided, hard / 2, hard),
        rule=pd.Series(rule, index=sets.index, dtype="str"),
        mapped=logged["exercise"] != "",
    )
    return counted[list(COUNTED_SETS.dtypes)].astype({"mapped": "bool"})


def _prepared(
    sets: pd.DataFrame,
    names: pd.DataFrame,
    sessions: pd.DataFrame | None,
    preferences: CountingPreferences,
    typed: Collection[str] | None,
) -> pd.DataFrame:
    """The sets with all that the rules look at: exercise, count_as, side, held, hold_s, inferred, easy_at_usual_load."""
    logged = _with_names(sets, names, preferences.count_as)
    holds = find_holds(logged, preferences.breath_notes, preferences.conventions.breath_s)
    inferred = inferred_warm_ups(sets, sessions, preferences.kept, preferences.conventions, typed)
    few = easy_at_usual_load(sets, preferences.conventions)
    return logged.assign(held=holds.held, hold_s=holds.hold_s, inferred=inferred, easy_at_usual_load=few)


def _with_names(sets: pd.DataFrame, names: pd.DataFrame, count_as: Mapping[str, CountAs]) -> pd.DataFrame:
    """The sets with exercise, count_as and side: looked up once a name, then spread over the rows."""
    codes, distinct = pd.factorize(sets["exercise_name"])
    known = (
        names.drop_duplicates("exercise_name").set_index("exercise_name")[["exercise", "count_as"]].reindex(distinct)
    )
    known = known.fillna({"exercise": "", "count_as": CountAs.HARD_SET})
    known["count_as"] = [
        str(count_as.get(key, was)) for key, was in zip(known["exercise"], known["count_as"], strict=True)
    ]
    named_side = pd.Series([str(side_in_name(name)) for name in distinct], dtype="str").take(codes).set_axis(sets.index)
    spread = known.take(codes).set_axis(sets.index)
    return sets.assign(
        exercise=spread["exercise"],
        count_as=spread["count_as"],
        side=sets["side"].where(sets["side"] != Side.BOTH, named_side),
    )


def _first_rule(logged: pd.DataFrame, conventions: Conventions) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.str_]]:
    """For each row the worth and the name of the first rule that applies."""
    masks = [rule.applies(logged, conventions) for rule in RULES]
    chosen = np.argmax(masks, axis=0)
    return np.array([rule.hard(conventions) for rule in RULES])[chosen], np.array([rule.name for rule in RULES])[chosen]
