"""Who gets the credit for a set: exercise × muscle in the three schemes (SCIENCE S2, B1)."""

from collections.abc import Iterator
from functools import cache

import pandas as pd

from lib.catalog.exercises import Exercise, exercises
from lib.model.frames.logs import CREDITS
from lib.model.vocabulary import Muscle

MAIN = 1.0
HELPER = 0.5
# What a contested credit loses in the strict scheme: a main muscle becomes a helper, a helper gets nothing.
CONTESTED = 0.5

_Row = tuple[str, str, float, float, float, bool]


def credit_table(own: pd.DataFrame | None = None) -> pd.DataFrame:
    """CREDITS of every exercise. OWN_CREDITS replace all credits of the exercises that they name, in all schemes."""
    table = _catalog_credits()
    if own is None or own.empty:
        return table.copy()
    kept = table[~table["exercise"].isin(own["exercise"])]
    return CREDITS.make(pd.concat([kept, _own_credits(own)], ignore_index=True))


@cache
def _catalog_credits() -> pd.DataFrame:
    return CREDITS.make([row for exercise in exercises().values() for row in _exercise_credits(exercise)])


def _exercise_credits(exercise: Exercise) -> Iterator[_Row]:
    for muscle in exercise.primary:
        yield _credit(exercise, muscle, MAIN)
    for muscle in exercise.secondary:
        yield _credit(exercise, muscle, HELPER)
    for muscle in exercise.permissive_extra:
        yield exercise.key, muscle, 0.0, 0.0, HELPER, False


def _credit(exercise: Exercise, muscle: Muscle, default: float) -> _Row:
    strict = default - CONTESTED if muscle in exercise.contested else default
    return exercise.key, muscle, default, strict, default, default == MAIN


def _own_credits(own: pd.DataFrame) -> pd.DataFrame:
    """A person's credits hold in every scheme: who states them does not contest them. A 0 takes a credit away."""
    given = own[own["credit"] > 0]
    return CREDITS.make(
        {
            "exercise": given["exercise"],
            "muscle": given["muscle"],
            "default": given["credit"],
            "strict": given["credit"],
            "permissive": given["credit"],
            "primary": given["credit"] >= MAIN,
        }
    )
