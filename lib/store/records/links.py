"""How records of different sources belong together."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from itertools import groupby
from operator import itemgetter
from sys import intern
from typing import Any, Final, NamedTuple

from sqlalchemy import ColumnElement, Connection, Table, bindparam, func, literal, select, update

from lib.model.duplicates import RICH_FIELDS, RICH_SESSION_FIELDS, Candidate, count_filled, with_sets
from lib.model.history import RecordRef
from lib.model.vocabulary import RecordKind, Sport, WhyNot
from lib.store.database import schema
from lib.store.database.bulk import each_row, fetch_rows
from lib.store.database.moments import day_to_text, from_text, from_text_or_none
from lib.store.records.contents import TABLES
from lib.store.records.rows import SET_CONTENT

_COMPARED: Final = ("title", "distance_m", "moving_s", "elapsed_s", "heart_rate_bpm")
_FIELDS: Final = {RecordKind.ACTIVITY: RICH_FIELDS, RecordKind.SESSION: RICH_SESSION_FIELDS}
_KEY: Final = ("id", "source", "source_key", "time_basis", "precision", "start_local", "start_utc")
_FIRST_FIELD: Final = len(_KEY) + 1  # the sport stands before them
_AT_ONCE: Final = 500  # ids in one statement


class DuplicateState(NamedTuple):
    """A record and what it is a duplicate of at present, by id; None: it counts."""

    candidate: Candidate
    duplicate_of: int | None


class Days(NamedTuple):
    """From one wall clock to another, both included."""

    first: datetime
    last: datetime

    def wider(self, by: timedelta) -> "Days":
        """The same and so much before and after it."""
        return Days(self.first - by, self.last + by)

    def has(self, moment: datetime) -> bool:
        """Whether a wall clock lies within."""
        return self.first <= moment <= self.last


class LinkState(NamedTuple):
    """A strength activity and the session that it is linked to at present, by id; None: to none."""

    candidate: Candidate
    session_id: int | None


def set_duplicates(conn: Connection, athlete_id: int, kind: RecordKind, duplicate_of: Mapping[int, int | None]) -> None:
    """Say of many records which other one counts in their place."""
    _point(conn, athlete_id, TABLES[kind], "duplicate_of", duplicate_of)


def set_sessions(conn: Connection, athlete_id: int, session_of: Mapping[int, int | None]) -> None:
    """Say of many strength activities which session has their sets."""
    _point(conn, athlete_id, schema.activity, "session_id", session_of)


def set_why_not(
    conn: Connection, athlete_id: int, kind: RecordKind, why: Mapping[int, WhyNot], among: Collection[int] | None = None
) -> set[int]:
    """Say of every record of a kind, or of those among some, why it does not count, or that it does; ids of those that change."""
    table = TABLES[kind]
    rows = fetch_rows(
        conn, select(table.c.id, table.c.why_not).where(table.c.athlete_id == athlete_id, table.c.why_not.is_not(None))
    )
    before: dict[int, str] = dict(rows)
    about = before.keys() | why.keys() if among is None else among
    changed = {each: why.get(each) for each in about if why.get(each) != before.get(each)}
    _point(conn, athlete_id, table, "why_not", changed)
    return set(changed)


def read_ids(conn: Connection, athlete_id: int, kind: RecordKind) -> dict[RecordRef, int]:
    """The id of every record of a kind."""
    table = TABLES[kind]
    rows = fetch_rows(
        conn, select(table.c.id, table.c.source, table.c.source_key).where(table.c.athlete_id == athlete_id)
    )
    return {RecordRef(kind, source, key): number for number, source, key in rows}


def read_duplicate_states(
    conn: Connection,
    athlete_id: int,
    kind: RecordKind,
    *,
    with_moved: bool = False,
    days: Days | None = None,
    also: Collection[int] = (),
) -> list[DuplicateState]:
    """Every record of a kind that is not in the bin, as far as its duplicates are concerned; sessions without their sets.

    with_moved: also what its source moved. days: only what starts on one of them, and some others by their ids.
    """
    table = TABLES[kind]
    on_days = () if days is None else (_starts_on(table, days) | table.c.id.in_(also),)
    return _states(conn, athlete_id, kind, on_days if with_moved else (_has_not_moved(table), *on_days))


def read_duplicate_groups(conn: Connection, athlete_id: int, kind: RecordKind) -> list[DuplicateState]:
    """Only the records that are marked as duplicates, and those that count in their place; sessions with their sets."""
    table = TABLES[kind]
    primaries = select(table.c.duplicate_of).where(table.c.athlete_id == athlete_id, table.c.duplicate_of.is_not(None))
    states = _states(conn, athlete_id, kind, (table.c.duplicate_of.is_not(None) | table.c.id.in_(primaries),))
    if kind is RecordKind.ACTIVITY:
        return states
    with_their_sets = read_sets_of(conn, athlete_id, [each.candidate for each in states])
    return [each._replace(candidate=full) for each, full in zip(states, with_their_sets, strict=True)]


def read_sets_of(conn: Connection, athlete_id: int, sessions: Collection[Candidate]) -> list[Candidate]:
    """The same sessions, each with its sets."""
    ids = sorted(each.id for each in sessions)
    chunks = (ids[first : first + _AT_ONCE] for first in range(0, len(ids), _AT_ONCE))
    sets = {session_id: rows for chunk in chunks for session_id, rows in _sets(conn, athlete_id, chunk)}
    return [with_sets(each, sets.get(each.id, [])) for each in sessions]


def read_link_states(conn: Connection, athlete_id: int, days: Days | None = None) -> list[LinkState]:
    """Every strength activity that is not in the bin. days: only what starts on one of them."""
    table = schema.activity
    on_days = () if days is None else (_starts_on(table, days),)
    of_strength = (table.c.sport == Sport.STRENGTH, _has_not_moved(table), *on_days)
    rows = _read(conn, athlete_id, RecordKind.ACTIVITY, table.c.session_id, of_strength)
    return [LinkState(*each) for each in rows]


def read_starts(conn: Connection, athlete_id: int, kind: RecordKind, record_ids: Collection[int]) -> list[datetime]:
    """The wall clocks at which these records start."""
    table, ids = TABLES[kind], sorted(record_ids)
    chunks = (ids[first : first + _AT_ONCE] for first in range(0, len(ids), _AT_ONCE))
    where = (table.c.athlete_id == athlete_id,)
    texts = [
        row[0]
        for chunk in chunks
        for row in fetch_rows(conn, select(table.c.start_local).where(*where, table.c.id.in_(chunk)))
    ]
    return [from_text(each) for each in texts]


def duplicates_of(conn: Connection, athlete_id: int, kind: RecordKind, record_ids: Collection[int]) -> set[int]:
    """Ids of the records in whose place one of these counts."""
    table = TABLES[kind]
    where = (table.c.athlete_id == athlete_id, table.c.duplicate_of.in_(sorted(record_ids)))
    return {row[0] for row in fetch_rows(conn, select(table.c.id).where(*where))} if record_ids else set()


def linked_activities(conn: Connection, athlete_id: int) -> frozenset[int]:
    """Ids of the strength activities whose sets a session has."""
    table = schema.activity
    statement = select(table.c.id).where(table.c.athlete_id == athlete_id, table.c.session_id.is_not(None))
    return frozenset(row[0] for row in fetch_rows(conn, statement))


def _point(conn: Connection, athlete_id: int, table: Table, column: str, targets: Mapping[int, Any]) -> None:
    if targets:
        where = (table.c.athlete_id == athlete_id, table.c.id == bindparam("pointing"))
        statement = update(table).where(*where).values({column: bindparam("target")})
        conn.execute(statement, [{"pointing": each, "target": target} for each, target in targets.items()])


def _states(
    conn: Connection, athlete_id: int, kind: RecordKind, conditions: tuple[Any, ...] = ()
) -> list[DuplicateState]:
    rows = _read(conn, athlete_id, kind, TABLES[kind].c.duplicate_of, conditions)
    return [DuplicateState(*each) for each in rows]


def _sets(conn: Connection, athlete_id: int, ids: Collection[int]) -> Iterator[tuple[int, list[tuple[Any, ...]]]]:
    table = schema.strength_set
    of_those = (table.c.athlete_id == athlete_id, table.c.session_id.in_(ids))
    chosen = (table.c.session_id, *(table.c[name] for name in SET_CONTENT))
    rows = fetch_rows(conn, select(*chosen).where(*of_those).order_by(table.c.session_id, table.c.position))
    for session_id, group in groupby(rows, key=itemgetter(0)):
        yield session_id, [row[1:] for row in group]


def _read(
    conn: Connection, athlete_id: int, kind: RecordKind, beside: ColumnElement[Any], conditions: tuple[Any, ...] = ()
) -> Iterator[tuple[Candidate, Any]]:
    """Each record of a kind and what stands in one column more.

    Row by row, as those of a log of a million sets together would take more memory than all else.
    """
    table, fields = TABLES[kind], _FIELDS[kind]
    sport = table.c.sport if kind is RecordKind.ACTIVITY else literal(Sport.STRENGTH.value)
    chosen = (beside, sport, *(table.c[name] for name in (*_KEY, *fields)))
    where = (table.c.athlete_id == athlete_id, table.c.deleted_at.is_(None), *conditions)
    compared = [(name, fields.index(name)) for name in _COMPARED if name in fields]
    for more, *row in each_row(conn, select(*chosen).where(*where)):
        yield _candidate(row, compared), more


def _starts_on(table: Table, days: Days) -> Any:
    return table.c.local_date.between(day_to_text(days.first), day_to_text(days.last))


def _has_not_moved(table: Table) -> Any:
    return func.coalesce(table.c.why_not, "") != WhyNot.MOVED


def _candidate(row: Sequence[Any], compared: Sequence[tuple[str, int]]) -> Candidate:
    """Of the sport, the columns of _KEY and the fields that say how much is known. compared: fields of its own, by place."""
    sport, record_id, source, source_key, basis, precision, start_local, start_utc = row[:_FIRST_FIELD]
    said = row[_FIRST_FIELD:]
    return Candidate(
        id=record_id,
        source=intern(source),
        source_key=source_key,
        sport=sport,
        basis=intern(basis),
        precision=intern(precision),
        local=from_text(start_local),
        utc=from_text_or_none(start_utc),
        filled=count_filled(said),
        **{name: said[place] for name, place in compared},
    )
