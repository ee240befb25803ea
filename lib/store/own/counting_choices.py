"""The person's own word on counting: values of conventions, exercises that count otherwise, sets that are no warm-ups."""

from sqlalchemy import Connection, select

from lib.model.vocabulary import CountAs
from lib.store.database import own_schema
from lib.store.own import keyed


def set_choice(conn: Connection, athlete_id: int, name: str, value: float) -> None:
    """Keep the value of a convention, in place of an earlier one."""
    keyed.put(conn, own_schema.counting_choice, athlete_id, {"name": name}, value=value)


def reset_choice(conn: Connection, athlete_id: int, name: str) -> None:
    """Back to the value of the convention itself."""
    keyed.drop(conn, own_schema.counting_choice, athlete_id, {"name": name})


def read_choices(conn: Connection, athlete_id: int) -> dict[str, float]:
    """The values that the person set, by name of the convention."""
    table = own_schema.counting_choice
    return {row.name: row.value for row in conn.execute(select(table).where(table.c.athlete_id == athlete_id))}


def set_count_as(conn: Connection, athlete_id: int, exercise: str, count_as: CountAs) -> None:
    """Count every set of an exercise of the catalog in another way than the catalog says."""
    keyed.put(conn, own_schema.exercise_count_as, athlete_id, {"exercise": exercise}, count_as=count_as)


def reset_count_as(conn: Connection, athlete_id: int, exercise: str) -> None:
    """Count it as the catalog says again."""
    keyed.drop(conn, own_schema.exercise_count_as, athlete_id, {"exercise": exercise})


def read_count_as(conn: Connection, athlete_id: int) -> dict[str, CountAs]:
    """Exercises that the person counts otherwise, by key."""
    table = own_schema.exercise_count_as
    rows = conn.execute(select(table).where(table.c.athlete_id == athlete_id).order_by(table.c.exercise))
    return {row.exercise: CountAs(row.count_as) for row in rows}


def keep_as_working(conn: Connection, athlete_id: int, source: str, source_key: str, exercise_name: str) -> None:
    """The unmarked ramp-up sets of an exercise in one session are working sets."""
    key = {"source": source, "source_key": source_key, "exercise_name": exercise_name}
    keyed.put(conn, own_schema.kept_as_working, athlete_id, key)


def take_for_warm_ups(conn: Connection, athlete_id: int, source: str, source_key: str, exercise_name: str) -> None:
    """Let the rule decide about them again."""
    key = {"source": source, "source_key": source_key, "exercise_name": exercise_name}
    keyed.drop(conn, own_schema.kept_as_working, athlete_id, key)
