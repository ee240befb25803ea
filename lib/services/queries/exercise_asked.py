"""Which exercise somebody means who types its key, its title or a name of their log."""

from lib.catalog.folding import fold
from lib.catalog.resolve import resolve_names
from lib.catalog.suggestions import suggest
from lib.model.errors import TrainingDataError
from lib.services.queries.exercise_list import exercise_of, exercise_titles
from lib.services.queries.training import Training


def exercise_asked(training: Training, text: str) -> str:
    """The key of the exercise. TrainingDataError with what may be meant, or with what to do where a name of the log has none."""
    asked = text.strip()
    if not fold(asked):
        raise TrainingDataError(f"Say which exercise you mean. {_suggested(training, asked)}")
    if exercise_of(training, asked):
        return asked
    logged = _of_log(training, asked)
    if logged == "":
        raise TrainingDataError(
            f"{asked} is a name of your log that no exercise is known for; say which one it is on the page Exercises."
        )
    found = logged or _by_title(training, asked) or _by_rules(training, asked)
    if not found:
        raise TrainingDataError(f"There is no exercise {asked}. {_suggested(training, asked)}")
    return found


def _of_log(training: Training, asked: str) -> str | None:
    """What a name of the log means, "" where nobody knows; None for no name of the log."""
    names = training.names
    same = names[names["exercise_name"].map(fold) == fold(asked)]
    return None if same.empty else max(same["exercise"])


def _by_title(training: Training, asked: str) -> str:
    titles = {fold(title.removesuffix(" (yours)")): key for key, title in exercise_titles(training).items()}
    return titles.get(fold(asked), "")


def _by_rules(training: Training, asked: str) -> str:
    """By the rules that find an exercise for a name of a log."""
    own = training.own
    return str(resolve_names([asked], None, own.exercises, own.taught)["exercise"].iloc[0])


def _suggested(training: Training, asked: str) -> str:
    names = [each.name for each in suggest(asked)] if fold(asked) else []
    if names:
        return f"Did you mean {' or '.join(names)}?"
    done = training.lifting.counted
    most = done.loc[done["mapped"], "exercise"].value_counts().index[:3]
    titles = exercise_titles(training)
    listed = ", ".join(titles.get(key, key) for key in most)
    return (
        f"Yours are, among others: {listed}."
        if listed
        else "Your log has no exercise yet: import a lifting app's file."
    )
