"""Muscles in tables and sentences, in the person's words. Pure: no Streamlit here."""

import pandas as pd

from lib.analysis.muscles.coverage import MuscleCoverage
from lib.catalog.exercises import exercises
from lib.catalog.muscles import MuscleGroup
from lib.model.vocabulary import MUSCLE_NAMES, Muscle
from lib.wording.detail_tables import exercise_name
from lib.wording.format import between, count, counted, of_weeks, share
from lib.wording.text import plain

_MOST_NAMED = 4


def window_table(window: pd.DataFrame, *, relative: bool) -> pd.DataFrame:
    """What the body map shows, in figures. window: MUSCLE_WINDOW. relative: with the shares of the own highest."""
    shares = {"Of highest": window["share"].map(share)} if relative else {}
    return pd.DataFrame(
        {
            "Muscle": [MUSCLE_NAMES[Muscle(muscle)] for muscle in window["muscle"]],
            **shares,
            "Sets": window["hard_sets"].round(1),
            "Range": [
                None if pd.isna(low) else between(round(low, 1), round(high, 1))
                for low, high in zip(window["strict"], window["permissive"], strict=True)
            ],
            "Before": window["before"].round(1),
        }
    )


def weekly_words(found: MuscleCoverage) -> str:
    """The mean with its range and how many weeks had a set: "8.5 sets a week (6–9), a set in 11 of 12 weeks"."""
    if not found.known:
        return "No strength log covers these weeks."
    span = between(round(found.strict, 1), round(found.permissive, 1))
    other_ways = "" if span == count(round(found.mean, 1)) else f" ({span})"
    return (
        f"**{count(round(found.mean, 1))}** sets a week{other_ways}, a set in {of_weeks(found.with_a_set, found.known)}"
    )


def own_exercises(sets: pd.Series | None) -> str:
    """The exercises that gave a muscle the most sets. sets: exercise → sets, the most first."""
    if sets is None:
        return "none of your exercises"
    named = [
        f"{plain(exercise_name(str(exercise)))} {count(value)}" for exercise, value in sets.head(_MOST_NAMED).items()
    ]
    rest = len(sets) - len(named)
    return ", ".join(named) + (f" and {counted(rest, 'other', 'others')}" if rest else "")


def typical_exercises(group: MuscleGroup) -> str:
    """A few exercises that have the muscle as a main muscle."""
    return ", ".join(plain(exercises()[key].name) for key in group.typical)
