"""The person's own word on exercises: what a name means, and which muscles it trains. The past follows at once."""

from collections.abc import Mapping

from lib.catalog.resolve import own_exercise_key
from lib.catalog.sides import says_one_sided
from lib.model.vocabulary import Muscle
from lib.store import mappings
from lib.store.engine import Engine, write
from lib.store.mappings import OwnExercise


def map_name(engine: Engine, athlete_id: int, name: str, exercise: str) -> None:
    """A name of the log means this exercise from now on, in all of the past, too."""
    with write(engine, athlete_id) as conn:
        mappings.set_alias(conn, athlete_id, name, exercise)


def map_names(engine: Engine, athlete_id: int, chosen: Mapping[str, str]) -> None:
    """Several names at once: name → exercise key."""
    with write(engine, athlete_id) as conn:
        for name, exercise in chosen.items():
            mappings.set_alias(conn, athlete_id, name, exercise)


def unmap_name(engine: Engine, athlete_id: int, name: str) -> None:
    """Forget what the person said about a name; the catalog's rules decide again."""
    with write(engine, athlete_id) as conn:
        mappings.reset_alias(conn, athlete_id, name)


def give_credits(engine: Engine, athlete_id: int, name: str, exercise: str, given: Mapping[Muscle, float]) -> str:
    """Which muscles one hard set trains (1 main, ½ helper); the key of the exercise.

    exercise: a key of the catalog, or "" for an exercise of the person's own, which is made from the name.
    """
    key = exercise or own_exercise_key(name)
    with write(engine, athlete_id) as conn:
        if not exercise:
            mappings.set_own_exercise(conn, athlete_id, OwnExercise(key, name, unilateral=says_one_sided(name)))
            mappings.set_alias(conn, athlete_id, name, key)
        # Zeros are kept, too: "trains nothing" is an answer, no credits at all would mean the catalog's.
        mappings.set_credits(conn, athlete_id, key, {muscle: given.get(muscle, 0.0) for muscle in Muscle})
    return key


def reset_credits(engine: Engine, athlete_id: int, exercise: str) -> None:
    """Back to the credits of the catalog."""
    with write(engine, athlete_id) as conn:
        mappings.reset_credits(conn, athlete_id, exercise)
