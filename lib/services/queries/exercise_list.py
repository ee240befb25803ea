"""Every name of the log with its exercise, its credits and how it was found; every exercise there is."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from lib.catalog.exercises import Exercise, exercises
from lib.model.exercise_mapping import OwnExercise
from lib.model.vocabulary import CountAs, Muscle, SetKind
from lib.services.queries.training import Training

FOUND_IN_WORDS: Final = {
    "exact": "by name",
    "alias": "by another name of it",
    "words": "by the same words",
    "spelling": "with the spelling put right",
    "without_details": "without tempo, grip or posture",
    "without_equipment": "without the equipment",
    "translated": "by its words in another language",
    "own": "as you said",
    "unmapped": "not known",
}


@dataclass(frozen=True, slots=True)
class NameRow:
    """One name of the log. exercise, title: key and name of its exercise, "" where it is not known.

    credits: what one hard set gives by default, muscles without credit left out. sets: logged sets, warm-ups left out.
    changed: whether the name, its credits or its way of counting is the person's own word.
    """

    name: str
    exercise: str
    title: str
    how: str
    sets: int
    credits: Mapping[Muscle, float]
    changed: bool


def name_rows(training: Training) -> list[NameRow]:
    """All names, most sets first."""
    sets = training.sets.loc[training.sets["kind"] != SetKind.WARM_UP, "exercise_name"].value_counts()
    titles, given = exercise_titles(training), credits_by_exercise(training)
    own = training.own
    touched = {*own.exercises, *own.credits, *own.count_as}
    rows = [
        NameRow(
            name=name,
            exercise=exercise,
            title=titles.get(exercise, ""),
            how=how,
            sets=int(sets.get(name, 0)),
            credits=given.get(exercise, {}),
            changed=how == "own" or exercise in touched,
        )
        for name, exercise, how in training.names[["exercise_name", "exercise", "how"]].itertuples(index=False)
    ]
    return sorted(rows, key=lambda row: (-row.sets, row.name))


def exercise_titles(training: Training) -> dict[str, str]:
    """The name of every exercise by key, by name: those of the catalog, and the person's own marked as such."""
    own = {key: f"{each.name} (yours)" for key, each in training.own.exercises.items()}
    titles = {key: each.name for key, each in exercises().items()} | own
    return dict(sorted(titles.items(), key=lambda pair: pair[1].casefold()))


def credits_by_exercise(training: Training) -> dict[str, dict[Muscle, float]]:
    """What one hard set gives by default, above 0 only; by key, muscles in the order of Muscle."""
    found: dict[str, dict[Muscle, float]] = {}
    given = training.credits[training.credits["default"] > 0]
    for key, muscle, credit in given[["exercise", "muscle", "default"]].itertuples(index=False):
        found.setdefault(key, {})[Muscle(muscle)] = float(credit)
    return {key: {muscle: credit[muscle] for muscle in Muscle if muscle in credit} for key, credit in found.items()}


def exercise_of(training: Training, key: str) -> Exercise | OwnExercise | None:
    """The exercise of the catalog or of the person's own; None where there is none (any more)."""
    return exercises().get(key) or training.own.exercises.get(key)


def counted_as(training: Training, key: str) -> CountAs:
    """How sets of an exercise are counted: by the person's word, else by the catalog's."""
    known = exercise_of(training, key)
    return training.own.count_as.get(key) or (known.count_as if known else CountAs.HARD_SET)


def patterns() -> list[str]:
    """The patterns of movement that the catalog knows, by name."""
    return sorted({each.pattern for each in exercises().values()})


def exercises_json(training: Training) -> dict[str, Any]:
    """Every name as plain data, most sets first; exercise is null where the name is not known."""
    return {
        "exercises": [
            {
                "name": row.name,
                "exercise": row.exercise or None,
                "title": row.title or None,
                "credits": {str(muscle): credit for muscle, credit in row.credits.items()},
                "sets": row.sets,
                "how": row.how,
                "changed": row.changed,
            }
            for row in name_rows(training)
        ]
    }
