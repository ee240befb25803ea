"""What somebody said of a run: the person by a tag, the source by the type of the workout, the person by a rating."""

from typing import Final

import pandas as pd

from lib.analysis.hard_runs.telling import Telling
from lib.model.vocabulary import Effort, RunVerdict, WorkoutType

HARD_RPE: Final = 7.0
MODERATE_RPE: Final = 5.0

EFFORTS: Final[dict[str, str]] = {
    Effort.EASY: RunVerdict.EASY,
    Effort.MODERATE: RunVerdict.MODERATE,
    Effort.HARD: RunVerdict.HARD,
    Effort.RACE: RunVerdict.HARD,
    Effort.LONG: RunVerdict.LONG,
}
_TYPES: Final[dict[str, str]] = {
    WorkoutType.RACE: RunVerdict.HARD,
    WorkoutType.WORKOUT: RunVerdict.HARD,
    WorkoutType.LONG: RunVerdict.LONG,
}


def by_tag(runs: pd.DataFrame) -> Telling:
    """The person's own tag; a race is hard. runs: ACTIVITIES that are runs, as in every rule."""
    return Telling.of((EFFORTS.get(each, ""), each) for each in runs["effort"].tolist())


def by_workout_type(runs: pd.DataFrame) -> Telling:
    """The type that the source gives: race, workout or long."""
    return Telling.of((_TYPES.get(each, ""), each) for each in runs["workout_type"].tolist())


def by_rpe(runs: pd.DataFrame) -> Telling:
    """Session RPE: 7 and more is hard, 5 to below 7 moderate, less is easy (Sanders 2017)."""
    return Telling.of((_of_rpe(each), f"RPE {each:g}") for each in runs["session_rpe"].tolist())


def _of_rpe(rpe: float) -> str:
    if rpe >= HARD_RPE:
        return RunVerdict.HARD
    if rpe >= MODERATE_RPE:
        return RunVerdict.MODERATE
    return RunVerdict.EASY if rpe < MODERATE_RPE else ""  # not a number is neither
