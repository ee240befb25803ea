"""Athletes and their settings."""

from datetime import UTC, datetime

from sqlalchemy import Connection, Engine, RowMapping, insert, select, text, update

from lib.model.athlete import Athlete
from lib.model.errors import StoreError
from lib.model.vocabulary import DistanceUnit, Weekday, WeightUnit
from lib.store.database import moments, schema
from lib.store.database.transactions import read_any, write_any
from lib.store.own import home_zones

_SETTINGS = (
    "name",
    "time_zone",
    "distance_unit",
    "weight_unit",
    "first_weekday",
    "one_sided_reps_are_per_side",
    "region",
    "max_heart_rate_bpm",
    "equipment",
)


def athlete_ids(conn: Connection) -> list[int]:
    """Every athlete of the database, oldest first."""
    return list(conn.execute(select(schema.athlete.c.id).order_by(schema.athlete.c.id)).scalars())


def ensure_athlete(engine: Engine) -> Athlete:
    """The first athlete of the database, made with the settings of a newcomer if there is none. StoreError."""
    with read_any(engine) as conn:
        ids = athlete_ids(conn)
        if ids:
            return load_athlete(conn, ids[0])
    with write_any(engine) as conn:
        return _first_athlete(conn)


def load_athlete(conn: Connection, athlete_id: int) -> Athlete:
    """One athlete. StoreError when there is none of that id."""
    table = schema.athlete
    row = conn.execute(select(table).where(table.c.id == athlete_id)).mappings().first()
    if row is None:
        raise StoreError(f"There is no athlete {athlete_id} in this database.")
    return _athlete(row)


def save_settings(conn: Connection, athlete: Athlete) -> None:
    """Keep name, units, first weekday and the rest, but not the home zone: `change_home_zone` moves days with it."""
    values = {name: getattr(athlete, name) for name in _SETTINGS if name != "time_zone"}
    values["one_sided_reps_are_per_side"] = int(athlete.one_sided_reps_are_per_side)
    conn.execute(update(schema.athlete).where(schema.athlete.c.id == athlete.id).values(**values))


def change_home_zone(conn: Connection, athlete_id: int, zone: str) -> int:
    """Set the home zone of the beginning (an IANA name); what came in UTC moves with it.

    Gives the number of records whose local date changed.
    """
    return home_zones.set_first_zone(conn, athlete_id, zone)


def _first_athlete(conn: Connection) -> Athlete:
    """Two processes may start at once: the second one waits here and finds the athlete of the first."""
    if conn.dialect.name == "postgresql":
        conn.execute(text("LOCK TABLE athlete IN SHARE ROW EXCLUSIVE MODE"))
    ids = athlete_ids(conn)
    if ids:
        return load_athlete(conn, ids[0])
    newcomer = Athlete(id=1)
    row = {name: getattr(newcomer, name) for name in ("id", *_SETTINGS, "revision")}
    row["one_sided_reps_are_per_side"] = int(newcomer.one_sided_reps_are_per_side)
    conn.execute(insert(schema.athlete).values(**row, created_at=moments.to_text(datetime.now(UTC))))
    return newcomer


def _athlete(row: RowMapping) -> Athlete:
    return Athlete(
        max_heart_rate_bpm=row["max_heart_rate_bpm"],
        equipment=row["equipment"],
        id=row["id"],
        name=row["name"],
        time_zone=row["time_zone"],
        distance_unit=DistanceUnit(row["distance_unit"]),
        weight_unit=WeightUnit(row["weight_unit"]),
        first_weekday=Weekday(row["first_weekday"]),
        one_sided_reps_are_per_side=bool(row["one_sided_reps_are_per_side"]),
        region=row["region"],
        revision=row["revision"],
        commits=tuple(row["commits"].split()),
    )
