"""What a set moved: the load outside the body and the share of the body that goes with it (SCIENCE 1.5, 1.7, 1.8)."""

from typing import Final

import numpy as np
import pandas as pd

from lib.analysis.loads.body_mass import body_mass_on
from lib.catalog.dumbbells import uses_a_pair
from lib.catalog.exercises import exercises
from lib.catalog.log_language import language_of
from lib.catalog.sides import says_one_arm
from lib.model.conventions import DEFAULTS, Conventions
from lib.model.frames.counting import MOVED_LOADS
from lib.model.vocabulary import LoadMode, NoTonnage, Side

# Without a logged load the body is what moves; with other equipment the load was left out.
_BODY_ALONE: Final = frozenset({"bodyweight", "bodyweight_assisted", "suspension", "box", "none"})
_CORE: Final = ("core_", "trunk_flexion", "rotation", "lateral_flexion")


def moved_loads(
    counted: pd.DataFrame, names: pd.DataFrame, body_mass: pd.DataFrame, conventions: Conventions = DEFAULTS
) -> pd.DataFrame:
    """MOVED_LOADS of the sets that count, in their order. counted: COUNTED_SETS, names: NAMES, body_mass: BODY_MASS."""
    done = counted[counted["hard"] > 0]
    facts = spread(facts_of_names(names), done)
    sides, dumbbells = sides_of(done, facts, conventions), dumbbells_of(facts, conventions)
    loads = pd.DataFrame(
        {
            "sides": sides,
            "dumbbells": dumbbells,
            "reps_moved": done["reps"].where((done["reps"] > 0) & done["hold_s"].isna()) * sides,
            "external_kg": external_load(done, dumbbells),
            "body_kg": body_load(done, facts, body_mass),
        }
    )
    loads["system_kg"] = system_load(loads)
    excluded = why_excluded(done, facts, loads)
    return MOVED_LOADS.make(done.assign(**loads, excluded=excluded)[list(MOVED_LOADS.dtypes)])


def sides_of(done: pd.DataFrame, facts: pd.DataFrame, conventions: Conventions) -> pd.Series:
    """2 where the reps of a one-sided exercise are those of each side, else 1."""
    both = facts["unilateral"] & (done["side"] == Side.BOTH)
    return (both & conventions.one_sided_reps_are_per_side).astype("int64") + 1


def dumbbells_of(facts: pd.DataFrame, conventions: Conventions) -> pd.Series:
    """2 where the exercise takes a pair and the person types the weight of one, else 1."""
    return (facts["pair"] & conventions.dumbbells_doubled).astype("int64") + 1


def external_load(done: pd.DataFrame, dumbbells: pd.Series) -> pd.Series:
    """The kg outside the body of one rep; NaN without a load. Help is no load, and a band has no known one."""
    lifted = ~done["load_mode"].isin([LoadMode.ASSISTED, LoadMode.BAND]) & (done["load_kg"] > 0)
    return done["load_kg"].where(lifted) * dumbbells


def body_load(done: pd.DataFrame, facts: pd.DataFrame, body_mass: pd.DataFrame) -> pd.Series:
    """The kg of the body in one rep: fraction × mass, less the assistance; NaN where the mass is needed and not known."""
    mass = body_mass_on(done["local_date"], body_mass).where(facts["fraction"] != 0, 0.0)
    helped = done["load_kg"].fillna(0.0).where(done["load_mode"] == LoadMode.ASSISTED, 0.0)
    return facts["fraction"] * mass - helped


def system_load(loads: pd.DataFrame) -> pd.Series:
    """The kg of one rep with the body; NaN where nothing is left to lift or a part is not known."""
    whole = loads["external_kg"].fillna(0.0) + loads["body_kg"]
    return whole.where(whole > 0)


def why_excluded(done: pd.DataFrame, facts: pd.DataFrame, loads: pd.DataFrame) -> pd.Series:
    """The first word of NoTonnage that holds, "" where the set has a tonnage."""
    unknown_load = loads["external_kg"].isna() & (done["load_mode"] != LoadMode.ASSISTED)
    conditions = {
        NoTonnage.UNMAPPED: facts["fraction"].isna(),
        NoTonnage.HOLD: done["hold_s"].notna(),
        NoTonnage.BAND: facts["band"] | (done["load_mode"] == LoadMode.BAND),
        NoTonnage.CORE: facts["core"],
        NoTonnage.NO_REPS: loads["reps_moved"].isna(),
        NoTonnage.NO_LOAD: unknown_load & (~facts["body_alone"] | (facts["fraction"] == 0)),
        NoTonnage.NO_BODY_MASS: loads["system_kg"].isna(),
    }
    masks = [mask.to_numpy(dtype=bool) for mask in conditions.values()]
    words = np.select(masks, [str(word) for word in conditions], default="")
    return pd.Series(words, index=done.index, dtype="str")


def facts_of_names(names: pd.DataFrame) -> pd.DataFrame:
    """What loads depend on, once a name. fraction: NaN where it is not known how much of the body moves."""
    known = names.drop_duplicates("exercise_name")
    language = language_of(known["exercise_name"])
    # Of an exercise of one's own only the share of the body is known.
    equipment = [exercises()[key].equipment if key in exercises() else "none" for key in known["exercise"]]
    return pd.DataFrame(
        {
            "unilateral": known["unilateral"].to_numpy(),
            "fraction": known["bodyweight_fraction"].to_numpy(),
            "core": known["pattern"].str.startswith(_CORE).to_numpy(dtype=bool),
            "band": [each == "band" for each in equipment],
            "assisted": [each == "bodyweight_assisted" for each in equipment],
            "body_alone": [each in _BODY_ALONE for each in equipment],
            "pair": [
                uses_a_pair(key, one_arm=says_one_arm(name, language))
                for name, key in zip(known["exercise_name"], known["exercise"], strict=True)
            ],
        },
        index=pd.Index(known["exercise_name"], name="exercise_name"),
    ).astype(dict.fromkeys(("unilateral", "core", "band", "assisted", "body_alone", "pair"), "bool"))


def spread(facts: pd.DataFrame, done: pd.DataFrame) -> pd.DataFrame:
    """The facts of each set's name, by the index of the sets."""
    places = facts.index.get_indexer(pd.Index(done["exercise_name"]))
    return facts.take(places).set_axis(done.index)
