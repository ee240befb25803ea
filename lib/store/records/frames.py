"""An athlete's logs as the frames of lib/model/frames/. What is in the bin, left out or a duplicate of another is not in them."""

from collections.abc import Collection
from typing import Any

import pandas as pd
from sqlalchemy import Connection, Select, Table, func, select

from lib.model.frames.hard_days import HEART_RATES
from lib.model.frames.logs import ACTIVITIES, BREATH_NOTES, SESSIONS, SETS
from lib.model.frames.own import ALIASES, BODY_MASS, BREAKS, EVENTS, GOALS, KEPT_AS_WORKING, OWN_CREDITS
from lib.model.frames.spec import COUNT, NUMBER, TEXT, TIME, FrameSpec
from lib.store.database import own_schema, schema
from lib.store.database.bulk import fetch_columns

Ids = Collection[int] | None  # of the records that are read; None: all


def read_activities(conn: Connection, athlete_id: int, ids: Ids = None) -> pd.DataFrame:
    """ACTIVITIES, oldest first."""
    table = schema.activity
    renamed = {"activity_id": table.c.id, "local_start": table.c.start_local}
    return _read(conn, ACTIVITIES, _counted(table, athlete_id, ACTIVITIES, renamed).where(*_among(table, ids)))


def read_sessions(conn: Connection, athlete_id: int, ids: Ids = None) -> pd.DataFrame:
    """SESSIONS, oldest first."""
    table = schema.session
    renamed = {"session_id": table.c.id, "local_start": table.c.start_local}
    return _read(conn, SESSIONS, _counted(table, athlete_id, SESSIONS, renamed).where(*_among(table, ids)))


def read_sets(conn: Connection, athlete_id: int, ids: Ids = None) -> pd.DataFrame:
    """SETS in the order in which they were done. ids: of sessions.

    They are read in the order of the table and put into that of their sessions here: a database takes half as long again
    to sort them, and to write the day beside each.
    """
    session, table = schema.session, schema.strength_set
    counted = select(session.c.id).where(*_counts(session, athlete_id), *_among(session, ids))
    days = fetch_columns(conn, counted.add_columns(session.c.local_date).order_by(session.c.start_local, session.c.id))
    chosen = [table.c[name] for name in SETS.dtypes if name != "local_date"]
    of_those = (table.c.athlete_id == athlete_id, table.c.session_id.in_(counted))
    found = fetch_columns(conn, select(*chosen).where(*of_those).order_by(table.c.session_id, table.c.position))
    place = pd.Index(days["id"]).get_indexer(found["session_id"])
    frame = pd.DataFrame(
        {
            name: _typed(days[name], dtype).take(place).array if name == "local_date" else _typed(found[name], dtype)
            for name, dtype in SETS.dtypes.items()
        }
    )
    return SETS.check(frame.take(place.argsort(kind="stable")).reset_index(drop=True))


def read_breath_notes(conn: Connection, athlete_id: int, ids: Ids = None) -> pd.DataFrame:
    """BREATH_NOTES: the notes of sets that speak of breaths, sessions in any order. ids: of sessions."""
    table, session = schema.strength_set, schema.session
    statement = (
        select(*(table.c[name] for name in BREATH_NOTES.dtypes))
        .join_from(session, table, (table.c.athlete_id == session.c.athlete_id) & (table.c.session_id == session.c.id))
        .where(*_counts(session, athlete_id), *_among(session, ids))
        .where(table.c.note != "", table.c.note.icontains("breath"))
        .order_by(table.c.session_id, table.c.position)
    )
    return _read(conn, BREATH_NOTES, statement)


def read_heart_rates(conn: Connection, athlete_id: int, ids: Ids = None) -> pd.DataFrame:
    """HEART_RATES by activity, its own first. ids: of the records that have them."""
    table = schema.activity
    counts = func.coalesce(table.c.duplicate_of, table.c.id).label("activity_id")
    chosen = select(counts, table.c.id.label("recorded_by"), table.c.heart_rate_seconds)
    known = (table.c.athlete_id == athlete_id, table.c.deleted_at.is_(None), table.c.heart_rate_seconds != "")
    return by_activity(_read(conn, HEART_RATES, chosen.where(*known, *_among(table, ids))))


def by_activity(heart_rates: pd.DataFrame) -> pd.DataFrame:
    """HEART_RATES in their order."""
    lent = heart_rates["activity_id"] != heart_rates["recorded_by"]
    ordered = heart_rates.assign(lent=lent).sort_values(["activity_id", "lent", "recorded_by"], ignore_index=True)
    return ordered.drop(columns="lent")


def read_aliases(conn: Connection, athlete_id: int) -> pd.DataFrame:
    """ALIASES: the person's own mapping of names."""
    return _read_plain(conn, ALIASES, own_schema.exercise_alias, athlete_id)


def read_own_credits(conn: Connection, athlete_id: int) -> pd.DataFrame:
    """OWN_CREDITS: the person's own credits."""
    return _read_plain(conn, OWN_CREDITS, own_schema.exercise_credit, athlete_id)


def read_goals(conn: Connection, athlete_id: int) -> pd.DataFrame:
    """GOALS, oldest first within each kind."""
    return _read_plain(conn, GOALS, own_schema.goal, athlete_id)


def read_breaks(conn: Connection, athlete_id: int) -> pd.DataFrame:
    """BREAKS, oldest first."""
    return _read_plain(conn, BREAKS, own_schema.planned_break, athlete_id)


def read_events(conn: Connection, athlete_id: int) -> pd.DataFrame:
    """EVENTS, oldest first."""
    table = own_schema.event
    last_day = func.coalesce(table.c.to_date, table.c.from_date)
    return _read_plain(conn, EVENTS, table, athlete_id, {"to_date": last_day})


def read_kept_as_working(conn: Connection, athlete_id: int) -> pd.DataFrame:
    """KEPT_AS_WORKING, with the ids of the sessions; words on sessions that are gone are left out."""
    table, session = own_schema.kept_as_working, schema.session
    same = (session.c.source == table.c.source) & (session.c.source_key == table.c.source_key)
    statement = (
        select(session.c.id.label("session_id"), table.c.exercise_name)
        .join_from(table, session, (table.c.athlete_id == session.c.athlete_id) & same)
        .where(table.c.athlete_id == athlete_id)
        .order_by(session.c.id, table.c.exercise_name)
    )
    return _read(conn, KEPT_AS_WORKING, statement)


def read_body_mass(conn: Connection, athlete_id: int) -> pd.DataFrame:
    """BODY_MASS, oldest first."""
    return _read_plain(conn, BODY_MASS, own_schema.body_mass, athlete_id, {"date": own_schema.body_mass.c.on_date})


def read_logged_body_mass(conn: Connection, athlete_id: int) -> pd.DataFrame:
    """BODY_MASS that lifting logs wrote beside their sessions, oldest first; the last one of a day."""
    table = schema.session
    statement = (
        select(table.c.local_date.label("date"), table.c.body_mass_kg)
        .where(*_counts(table, athlete_id), table.c.body_mass_kg > 0)
        .order_by(table.c.start_local, table.c.id)
    )
    return _read(conn, BODY_MASS, statement).drop_duplicates("date", keep="last", ignore_index=True)


def _counted(table: Table, athlete_id: int, spec: FrameSpec[pd.DataFrame], renamed: dict[str, Any]) -> Select[Any]:
    chosen = [renamed[name].label(name) if name in renamed else table.c[name] for name in spec.dtypes]
    return select(*chosen).where(*_counts(table, athlete_id)).order_by(table.c.start_local, table.c.id)


def _counts(table: Table, athlete_id: int) -> tuple[Any, ...]:
    nothing = (table.c.deleted_at.is_(None), table.c.duplicate_of.is_(None), table.c.why_not.is_(None))
    return (table.c.athlete_id == athlete_id, *nothing)


def _among(table: Table, ids: Ids) -> tuple[Any, ...]:
    return () if ids is None else (table.c.id.in_(sorted(ids)),)


def _read_plain(
    conn: Connection,
    spec: FrameSpec[pd.DataFrame],
    table: Table,
    athlete_id: int,
    renamed: dict[str, Any] | None = None,
) -> pd.DataFrame:
    """Columns as they are, in the order of the table's key."""
    names = renamed or {}
    chosen = [names[name].label(name) if name in names else table.c[name] for name in spec.dtypes]
    statement = select(*chosen).where(table.c.athlete_id == athlete_id).order_by(*table.primary_key.columns)
    return _read(conn, spec, statement)


def _read(conn: Connection, spec: FrameSpec[pd.DataFrame], statement: Select[Any]) -> pd.DataFrame:
    found = fetch_columns(conn, statement)
    return spec.check(pd.DataFrame({name: _typed(found[name], dtype) for name, dtype in spec.dtypes.items()}))


def _typed(values: list[Any], dtype: str) -> pd.Series:
    """One column of driver values as pandas keeps it. No text is "", no number NaN."""
    if dtype == TIME:
        return pd.Series(pd.to_datetime(values)).astype(TIME)
    if dtype == TEXT:
        return pd.Series(values, dtype=TEXT).fillna("")
    return pd.Series(values, dtype=COUNT if dtype == COUNT else NUMBER)
