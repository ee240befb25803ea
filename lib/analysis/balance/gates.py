"""When a balance is shown, and the plain sentence where it is not (SCIENCE B1)."""

import pandas as pd

from lib.model.region import number
from lib.model.vocabulary import MUSCLE_NAMES, Muscle

MIN_SETS = 8.0
MIN_LOWER_SESSIONS = 3
MIN_COVERED_DAYS = 21
MIN_MAPPED_SHARE = 0.9

_ADJECTIVES = {Muscle.QUADRICEPS: "quad", Muscle.HAMSTRINGS: "hamstring", Muscle.GLUTES: "glute"}


def is_shown(totals: pd.DataFrame) -> pd.Series:
    """For each row of window totals, whether there is enough data for a ratio."""
    sides = totals[["first_default", "second_default"]]
    return (
        (sides.sum(axis=1) >= MIN_SETS)
        & (totals["mapped"] >= MIN_MAPPED_SHARE * totals["sets"])
        & (sides.min(axis=1) > 0)
        & (totals["lower_sessions"] >= MIN_LOWER_SESSIONS)
        & (totals["covered_days"] >= MIN_COVERED_DAYS)
    )


def reason_to_withhold(row: pd.Series, days: int, first: Muscle, second: Muscle) -> str:
    """The first condition of `is_shown` that the row of window totals fails, in words; "" if it fails none."""
    total = row["first_default"] + row["second_default"]
    if total < MIN_SETS:
        return f"Not enough {adjective(first)} and {adjective(second)} sets yet ({number(total)} of {number(MIN_SETS)})"
    if row["mapped"] < MIN_MAPPED_SHARE * row["sets"]:
        share = 100 * row["mapped"] // row["sets"]
        return f"{share:.0f} % of the sets have a known exercise, {100 * MIN_MAPPED_SHARE:.0f} % are needed"
    if min(row["first_default"], row["second_default"]) == 0:
        return both_sides(row["first_default"], row["second_default"], first, second)
    if row["lower_sessions"] < MIN_LOWER_SESSIONS:
        return f"Not enough lower-body sessions yet ({row['lower_sessions']:.0f} of {MIN_LOWER_SESSIONS})"
    if row["covered_days"] < MIN_COVERED_DAYS:
        return f"The strength log covers {row['covered_days']:.0f} of these {days} days, {MIN_COVERED_DAYS} are needed"
    return ""


def both_sides(first_sets: float, second_sets: float, first: Muscle, second: Muscle) -> str:
    """13 quad sets, no hamstring sets."""
    return f"{_in_words(first_sets, first)}, {_in_words(second_sets, second)}"


def adjective(muscle: Muscle) -> str:
    """The muscle as it stands before "sets" or "work"."""
    return _ADJECTIVES.get(muscle, MUSCLE_NAMES[muscle].lower())


def _in_words(sets: float, muscle: Muscle) -> str:
    return f"{number(sets) if sets else 'no'} {adjective(muscle)} set{'' if sets == 1 else 's'}"
