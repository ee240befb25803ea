"""The person's own mapping: which exercise a name is, exercises of their own, and which muscles an exercise trains."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass

from sqlalchemy import Connection, insert, select

from lib.model.vocabulary import CountAs, Muscle
from lib.store import keyed, own_schema


@dataclass(frozen=True, slots=True)
class OwnExercise:
    """An exercise that the catalog does not have. bodyweight_fraction: share of the body that is lifted, 0 to 1."""

    exercise: str
    name: str
    pattern: str = ""
    count_as: CountAs = CountAs.HARD_SET
    unilateral: bool = False
    bodyweight_fraction: float = 0.0


def set_alias(conn: Connection, athlete_id: int, exercise_name: str, exercise: str) -> None:
    """Say which exercise a name of the log is."""
    keyed.put(conn, own_schema.exercise_alias, athlete_id, {"exercise_name": exercise_name}, exercise=exercise)


def reset_alias(conn: Connection, athlete_id: int, exercise_name: str) -> None:
    """Leave a name to the catalog again."""
    keyed.drop(conn, own_schema.exercise_alias, athlete_id, {"exercise_name": exercise_name})


def set_own_exercise(conn: Connection, athlete_id: int, own: OwnExercise) -> None:
    """Keep an exercise of the person's own, in place of an earlier one with the same key."""
    values = {**asdict(own), "unilateral": int(own.unilateral)}
    key = {"exercise": values.pop("exercise")}
    keyed.put(conn, own_schema.own_exercise, athlete_id, key, **values)


def remove_own_exercise(conn: Connection, athlete_id: int, exercise: str) -> None:
    """Take out an exercise of the person's own, with its credits and the names that lead to it."""
    for table in (own_schema.own_exercise, own_schema.exercise_credit, own_schema.exercise_alias):
        keyed.drop(conn, table, athlete_id, {"exercise": exercise})


def read_own_exercises(conn: Connection, athlete_id: int) -> list[OwnExercise]:
    """The person's own exercises by key."""
    table = own_schema.own_exercise
    rows = conn.execute(select(table).where(table.c.athlete_id == athlete_id).order_by(table.c.exercise)).mappings()
    return [
        OwnExercise(
            exercise=row["exercise"],
            name=row["name"],
            pattern=row["pattern"],
            count_as=CountAs(row["count_as"]),
            unilateral=bool(row["unilateral"]),
            bodyweight_fraction=row["bodyweight_fraction"],
        )
        for row in rows
    ]


def set_credits(conn: Connection, athlete_id: int, exercise: str, credit: Mapping[Muscle, float]) -> None:
    """Say what one hard set of an exercise gives to each muscle, 0 to 1, in place of everything said before."""
    reset_credits(conn, athlete_id, exercise)
    key = {"athlete_id": athlete_id, "exercise": exercise}
    rows = [{**key, "muscle": muscle, "credit": share} for muscle, share in credit.items()]
    if rows:
        conn.execute(insert(own_schema.exercise_credit), rows)


def reset_credits(conn: Connection, athlete_id: int, exercise: str) -> None:
    """Leave the credits of an exercise to the catalog again."""
    keyed.drop(conn, own_schema.exercise_credit, athlete_id, {"exercise": exercise})
