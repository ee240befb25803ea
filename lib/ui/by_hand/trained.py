"""What an exercise trains, by the person's own table."""

from lib.model.vocabulary import Muscle
from lib.services.queries.training import Training
from lib.ui.shell import queries
from lib.wording import set_words


def trains(training: Training, exercise: str) -> str:
    """The muscles of an exercise, main ones first; "" where it is not known or credits none."""
    return queries.once("trains", lambda: set_words.trains(_credits(training, exercise)), exercise) if exercise else ""


def _credits(training: Training, exercise: str) -> dict[Muscle, float]:
    rows = training.credits[training.credits["exercise"] == exercise]
    rows = rows.sort_values("default", ascending=False, kind="stable")
    return {Muscle(muscle): float(credit) for muscle, credit in zip(rows["muscle"], rows["default"], strict=True)}
