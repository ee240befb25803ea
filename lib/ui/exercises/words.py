"""What the parts of the exercises page share: the names of the log, cached, and the words for credits and counting."""

from collections.abc import Mapping
from typing import Final

from lib.model.region import number
from lib.model.vocabulary import MUSCLE_NAMES, CountAs, Muscle
from lib.services.queries.exercise_list import NameRow, exercise_titles, name_rows
from lib.services.queries.training import Training
from lib.ui.shell import queries

VIEW: Final = "exercises_view"
TO_MAP, NAMES, EXERCISES, TAKE_ALONG = "To map", "All names", "Exercises", "Save and load"
CHOSEN_NAME: Final = "exercise_name"
SELECTED_EXERCISE: Final = "exercise"
NEW_FOR: Final = "new_exercise_for"
OPEN_NEXT: Final = "exercise_to_open"  # the key of a widget cannot be set once the widget is drawn

COUNTED_AS: Final = {
    CountAs.HARD_SET: "as sets",
    CountAs.HOLD: "as holds",
    CountAs.WARM_UP: "as a warm-up drill: 0 sets",
    CountAs.CONTACTS: "as ground contacts: 0 sets",
    CountAs.CARRY: "as a carry: 0 sets",
    CountAs.CONDITIONING: "as endurance work: 0 sets",
}
_ROLES: Final = {0.0: "–", 0.5: "helper ½", 1.0: "main 1"}


def rows(training: Training) -> list[NameRow]:
    """Every name of the log, most sets first."""
    return queries.once("exercise names", lambda: name_rows(training))


def titles(training: Training) -> dict[str, str]:
    """Every exercise by key, in the order of their names."""
    return queries.once("exercise titles", lambda: exercise_titles(training))


def role(credit: float | str) -> str:
    """A credit in words: "main 1", "helper ½", "0.25"; what was typed stays as it is."""
    return credit if isinstance(credit, str) else _ROLES.get(credit, number(credit))


def typed_credit(typed: float | str) -> float | None:
    """The credit that a role or a typed number means; None where it is no number from 0 to 1."""
    by_word = {word: credit for credit, word in _ROLES.items()}
    if typed in by_word:
        return by_word[str(typed)]
    try:
        credit = float(str(typed).replace(",", ".").replace("½", ".5"))
    except ValueError:
        return None
    return credit if 0 <= credit <= 1 else None


def muscles(given: Mapping[Muscle, float], *, main: bool) -> str:
    """The main muscles, or the helpers, of an exercise; a credit that is neither 1 nor ½ with its number."""
    chosen = {muscle: credit for muscle, credit in given.items() if credit > 0 and (credit >= 1) == main}
    return ", ".join(
        MUSCLE_NAMES[muscle] + ("" if credit in _ROLES else f" {number(credit)}") for muscle, credit in chosen.items()
    )


def likeness(score: float) -> str:
    """How alike two spellings are, from a score that is worth showing: at least suggestions.LEAST_LIKENESS."""
    return "very alike" if score >= 90 else "alike"
