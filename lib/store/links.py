"""How records of different sources belong together."""

from collections.abc import Mapping
from typing import Any, Final, NamedTuple

from sqlalchemy import Connection, Table, bindparam, select, update

from lib.model.twins import RICH_FIELDS, Candidate, count_filled
from lib.model.vocabulary import RecordKind, Sport
from lib.store import schema
from lib.store.bulk import fetch_rows
from lib.store.contents import TABLES
from lib.store.moments import from_text, from_text_or_none

_COMPARED: Final = ("title", "distance_m", "moving_s", "elapsed_s", "heart_rate_bpm")


class TwinState(NamedTuple):
    """An activity and what it is a twin of at present, by id; None: it counts."""

    candidate: Candidate
    twin_of: int | None


class LinkState(NamedTuple):
    """A strength activity and the session that it is linked to at present, by id; None: to none."""

    candidate: Candidate
    session_id: int | None


def set_twin(conn: Connection, athlete_id: int, kind: RecordKind, record_id: int, twin_of: int | None) -> None:
    """Say that a record is the same bout as another one, which counts in its place; None: it counts itself."""
    _point(conn, athlete_id, TABLES[kind], "twin_of", {record_id: twin_of})


def set_session(conn: Connection, athlete_id: int, activity_id: int, session_id: int | None) -> None:
    """Say which session has the sets of a strength activity; None: no known one."""
    set_sessions(conn, athlete_id, {activity_id: session_id})


def set_twins(conn: Connection, athlete_id: int, twin_of: Mapping[int, int | None]) -> None:
    """Say of many activities which other one counts in their place."""
    _point(conn, athlete_id, schema.activity, "twin_of", twin_of)


def set_sessions(conn: Connection, athlete_id: int, session_of: Mapping[int, int | None]) -> None:
    """Say of many strength activities which session has their sets."""
    _point(conn, athlete_id, schema.activity, "session_id", session_of)


def read_twin_states(conn: Connection, athlete_id: int) -> list[TwinState]:
    """Every activity that is not in the bin, as far as its twins are concerned."""
    table = schema.activity
    rows = _read(conn, athlete_id, table, (table.c.sport, table.c.twin_of), RICH_FIELDS)
    return [TwinState(_candidate(row, row["sport"]), row["twin_of"]) for row in rows]


def read_twin_groups(conn: Connection, athlete_id: int) -> list[TwinState]:
    """Only the activities that are marked as twins, and those that count in their place."""
    table = schema.activity
    keepers = select(table.c.twin_of).where(table.c.athlete_id == athlete_id, table.c.twin_of.is_not(None))
    marked = (table.c.twin_of.is_not(None) | table.c.id.in_(keepers),)
    rows = _read(conn, athlete_id, table, (table.c.sport, table.c.twin_of), RICH_FIELDS, marked)
    return [TwinState(_candidate(row, row["sport"]), row["twin_of"]) for row in rows]


def read_link_states(conn: Connection, athlete_id: int) -> list[LinkState]:
    """Every strength activity that is not in the bin."""
    table = schema.activity
    of_strength = (table.c.sport == Sport.STRENGTH,)
    rows = _read(conn, athlete_id, table, (table.c.sport, table.c.session_id), RICH_FIELDS, of_strength)
    return [LinkState(_candidate(row, row["sport"]), row["session_id"]) for row in rows]


def read_session_candidates(conn: Connection, athlete_id: int) -> list[Candidate]:
    """Every session that is not in the bin, as a strength bout of its source."""
    rows = _read(conn, athlete_id, schema.session, (), ("title", "elapsed_s"))
    return [_candidate(row, Sport.STRENGTH) for row in rows]


def linked_activities(conn: Connection, athlete_id: int) -> frozenset[int]:
    """Ids of the strength activities whose sets a session has."""
    table = schema.activity
    statement = select(table.c.id).where(table.c.athlete_id == athlete_id, table.c.session_id.is_not(None))
    return frozenset(row[0] for row in fetch_rows(conn, statement))


def _point(conn: Connection, athlete_id: int, table: Table, column: str, targets: Mapping[int, int | None]) -> None:
    if targets:
        where = (table.c.athlete_id == athlete_id, table.c.id == bindparam("pointing"))
        statement = update(table).where(*where).values({column: bindparam("target")})
        conn.execute(statement, [{"pointing": each, "target": target} for each, target in targets.items()])


def _read(
    conn: Connection,
    athlete_id: int,
    table: Table,
    more: tuple[Any, ...],
    fields: tuple[str, ...],
    conditions: tuple[Any, ...] = (),
) -> list[dict[str, Any]]:
    key = ("id", "source", "source_key", "time_basis", "precision", "start_local", "start_utc")
    chosen = [*(table.c[name] for name in (*key, *fields)), *more]
    where = (table.c.athlete_id == athlete_id, table.c.deleted_at.is_(None), *conditions)
    names = [column.name for column in chosen]
    return [dict(zip(names, row, strict=True)) for row in fetch_rows(conn, select(*chosen).where(*where))]


def _candidate(row: dict[str, Any], sport: str) -> Candidate:
    return Candidate(
        id=row["id"],
        source=row["source"],
        source_key=row["source_key"],
        sport=sport,
        basis=row["time_basis"],
        precision=row["precision"],
        local=from_text(row["start_local"]),
        utc=from_text_or_none(row["start_utc"]),
        filled=count_filled(row[name] for name in RICH_FIELDS if name in row),
        **{name: row[name] for name in _COMPARED if name in row},
    )
