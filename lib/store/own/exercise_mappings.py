"""The person's own mapping: which exercise a name is, exercises of their own, and which muscles an exercise trains."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict

from sqlalchemy import Connection, RowMapping, Table, insert, select

from lib.model.exercise_mapping import OwnExercise, OwnMapping
from lib.model.vocabulary import CountAs, Muscle
from lib.store.database import own_schema
from lib.store.own import counting_choices, keyed, taught_words


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
    tables = (
        own_schema.own_exercise,
        own_schema.exercise_credit,
        own_schema.exercise_alias,
        own_schema.exercise_count_as,
    )
    for table in tables:
        keyed.drop(conn, table, athlete_id, {"exercise": exercise})


def read_own_exercises(conn: Connection, athlete_id: int) -> list[OwnExercise]:
    """The person's own exercises by key."""
    return [
        OwnExercise(
            exercise=row["exercise"],
            name=row["name"],
            pattern=row["pattern"],
            count_as=CountAs(row["count_as"]),
            unilateral=bool(row["unilateral"]),
            bodyweight_fraction=row["bodyweight_fraction"],
        )
        for row in _rows(conn, own_schema.own_exercise, athlete_id)
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


def read_mapping(conn: Connection, athlete_id: int) -> OwnMapping:
    """All that the person said about exercises and counting, each part in the order of its keys."""
    credit: dict[str, dict[Muscle, float]] = {}
    for row in _rows(conn, own_schema.exercise_credit, athlete_id):
        credit.setdefault(row["exercise"], {})[Muscle(row["muscle"])] = row["credit"]
    return OwnMapping(
        names={row["exercise_name"]: row["exercise"] for row in _rows(conn, own_schema.exercise_alias, athlete_id)},
        exercises={own.exercise: own for own in read_own_exercises(conn, athlete_id)},
        credits=credit,
        count_as=counting_choices.read_count_as(conn, athlete_id),
        conventions=counting_choices.read_choices(conn, athlete_id),
        taught=taught_words.read_taught(conn, athlete_id),
    )


def add_mapping(conn: Connection, athlete_id: int, mapping: OwnMapping) -> None:
    """Say all of this at once. What was said before stays where the mapping says nothing about it."""
    for own in mapping.exercises.values():
        set_own_exercise(conn, athlete_id, own)
    for name, exercise in mapping.names.items():
        set_alias(conn, athlete_id, name, exercise)
    for exercise, credit in mapping.credits.items():
        set_credits(conn, athlete_id, exercise, credit)
    for exercise, count_as in mapping.count_as.items():
        counting_choices.set_count_as(conn, athlete_id, exercise, count_as)
    for name, value in mapping.conventions.items():
        counting_choices.set_choice(conn, athlete_id, name, value)
    for word, means in mapping.taught.items():
        taught_words.set_taught(conn, athlete_id, word, means)


def _rows(conn: Connection, table: Table, athlete_id: int) -> Iterable[RowMapping]:
    statement = select(table).where(table.c.athlete_id == athlete_id).order_by(*table.primary_key.columns)
    return conn.execute(statement).mappings()
