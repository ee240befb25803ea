"""The person's own word on exercises: what a name means, and which muscles it trains. The past follows at once."""

from collections.abc import Mapping
from dataclasses import replace

from lib.catalog.exercises import exercises
from lib.catalog.resolve import own_exercise_key
from lib.model.errors import TrainingDataError
from lib.model.exercise_mapping import OwnExercise
from lib.model.vocabulary import Muscle
from lib.store.account import Account
from lib.store.own import exercise_mappings

Credits = Mapping[Muscle, float]


def map_name(account: Account, name: str, exercise: str) -> None:
    """A name of the log means this exercise from now on, in all of the past, too."""
    map_names(account, {name: exercise})


def map_names(account: Account, chosen: Mapping[str, str]) -> None:
    """Several names at once: name → exercise key."""
    with account.write() as conn:
        for name, exercise in chosen.items():
            exercise_mappings.set_alias(conn, account.athlete_id, name, exercise)


def unmap_name(account: Account, name: str) -> None:
    """Forget what the person said about a name; the catalog's rules decide again."""
    with account.write() as conn:
        exercise_mappings.reset_alias(conn, account.athlete_id, name)


def give_credits(account: Account, exercise: str, given: Credits) -> None:
    """Which muscles one hard set trains (1 main, ½ helper), in place of all that was said before."""
    with account.write() as conn:
        exercise_mappings.set_credits(conn, account.athlete_id, exercise, _whole(given))


def reset_credits(account: Account, exercise: str) -> None:
    """Back to the credits of the catalog."""
    with account.write() as conn:
        exercise_mappings.reset_credits(conn, account.athlete_id, exercise)


def create_exercise(account: Account, own: OwnExercise, given: Credits, for_name: str = "") -> OwnExercise:
    """An exercise of the person's own; its key is made of its name. TrainingDataError where the name is taken.

    for_name: a name of the log that means it from now on.
    """
    made = replace(own, exercise=own_exercise_key(own.name))
    with account.write() as conn:
        taken = {each.exercise for each in exercise_mappings.read_own_exercises(conn, account.athlete_id)}
        _check_name(made, taken)
        exercise_mappings.set_own_exercise(conn, account.athlete_id, made)
        exercise_mappings.set_credits(conn, account.athlete_id, made.exercise, _whole(given))
        if for_name:
            exercise_mappings.set_alias(conn, account.athlete_id, for_name, made.exercise)
    return made


def change_exercise(account: Account, own: OwnExercise) -> None:
    """Another name, pattern or count for an exercise of the person's own; names and credits stay with it."""
    if not own.name.strip():
        raise TrainingDataError("The exercise needs a name.")
    with account.write() as conn:
        exercise_mappings.set_own_exercise(conn, account.athlete_id, own)


def delete_exercise(account: Account, exercise: str) -> None:
    """Take out an exercise of the person's own; the names that led to it are left to the catalog again."""
    with account.write() as conn:
        exercise_mappings.remove_own_exercise(conn, account.athlete_id, exercise)


def _check_name(own: OwnExercise, taken: set[str]) -> None:
    """TrainingDataError for a name without a letter or digit, and for one that the catalog or the person has already."""
    if own.exercise == own_exercise_key(""):
        raise TrainingDataError("The exercise needs a name.")
    if own.exercise in taken or own.name in {each.name for each in exercises().values()}:
        raise TrainingDataError(f"There is an exercise called {own.name} already; give yours another name.")


def _whole(given: Credits) -> Credits:
    """Zeros are kept, too: "trains nothing" is an answer, no credits at all would mean the catalog's."""
    return {muscle: given.get(muscle, 0.0) for muscle in Muscle}
