"""What the person said of two records of one bout. Kept by source and key: it outlives imports and undos."""

from typing import Any

from sqlalchemy import Connection, and_, delete, insert, or_, select

from lib.model.duplicates import DuplicateDecision, RecordName
from lib.model.vocabulary import DuplicateVerdict
from lib.store.database import own_schema


def keep(conn: Connection, athlete_id: int, decision: DuplicateDecision) -> None:
    """Keep a decision, in place of everything said of these two before."""
    one, other = decision.one, decision.other
    if decision.verdict is DuplicateVerdict.DIFFERENT:
        one, other = sorted((one, other))
    forget(conn, athlete_id, one, other)
    values = {"source": one[0], "source_key": one[1], "other_source": other[0], "other_source_key": other[1]}
    conn.execute(
        insert(own_schema.duplicate_decision).values(athlete_id=athlete_id, **values, verdict=decision.verdict)
    )


def forget(conn: Connection, athlete_id: int, one: RecordName, other: RecordName) -> None:
    """Leave two records to the rules again."""
    table = own_schema.duplicate_decision
    either = or_(and_(*_names(one, other)), and_(*_names(other, one)))
    conn.execute(delete(table).where(table.c.athlete_id == athlete_id, either))


def read_all(conn: Connection, athlete_id: int) -> list[DuplicateDecision]:
    """Every decision, by the names of the records."""
    table = own_schema.duplicate_decision
    key = (table.c.source, table.c.source_key, table.c.other_source, table.c.other_source_key)
    rows = conn.execute(select(*key, table.c.verdict).where(table.c.athlete_id == athlete_id).order_by(*key))
    return [DuplicateDecision((row[0], row[1]), (row[2], row[3]), DuplicateVerdict(row[4])) for row in rows]


def _names(one: RecordName, other: RecordName) -> tuple[Any, ...]:
    table = own_schema.duplicate_decision
    return (
        table.c.source == one[0],
        table.c.source_key == one[1],
        table.c.other_source == other[0],
        table.c.other_source_key == other[1],
    )
