"""What the person said of two records of one bout. Kept by source and key: it outlives imports and undos.

Rules for whole sources stand in a table of their own, with what was said of single records before there was a history.
"""

import json
from typing import Any, Final

from sqlalchemy import Connection, and_, delete, insert, or_, select

from lib.model.duplicates import DuplicateDecision, RecordName
from lib.model.history import BOUT, RecordRef
from lib.model.vocabulary import DuplicateVerdict
from lib.store.database import own_schema
from lib.store.own import history

_YIELDS: Final = "yields"  # the other one of the two counts


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
    earlier = [DuplicateDecision((row[0], row[1]), (row[2], row[3]), DuplicateVerdict(row[4])) for row in rows]
    said = _in_history(conn, athlete_id)
    left = [each for each in earlier if frozenset((each.one, each.other)) not in said]
    return sorted({*left, *(each for each in said.values() if each)})


def field_of(other: RecordRef) -> str:
    """Where in the history a word on a record and this other one stands."""
    return BOUT + json.dumps([other.source, other.source_key], ensure_ascii=False)


def words_of(
    one: RecordRef, other: RecordRef, verdict: DuplicateVerdict | None
) -> tuple[tuple[RecordRef, str, Any], ...]:
    """The same word on each of two records, as (record, field, value); without a verdict they are left to the rules."""
    counts = verdict is DuplicateVerdict.COUNTS
    return (
        (one, field_of(other), str(verdict) if verdict else None),
        (other, field_of(one), _YIELDS if counts else str(verdict) if verdict else None),
    )


def _in_history(conn: Connection, athlete_id: int) -> dict[frozenset[RecordName], DuplicateDecision | None]:
    """What the history says of pairs; None: that they are left to the rules."""
    found: dict[frozenset[RecordName], DuplicateDecision | None] = {}
    for record, words in history.read_words(conn, athlete_id).items():
        for field, value in words.items():
            if field.startswith(BOUT):
                source, key = json.loads(field.removeprefix(BOUT))
                one, other = (record.source, record.source_key), (source, key)
                found[frozenset((one, other))] = _decision(one, other, value)
    return found


def _decision(one: RecordName, other: RecordName, word: str | None) -> DuplicateDecision | None:
    if word is None:
        return None
    if word == _YIELDS:
        return DuplicateDecision(other, one, DuplicateVerdict.COUNTS)
    if word == DuplicateVerdict.DIFFERENT:
        one, other = sorted((one, other))
    return DuplicateDecision(one, other, DuplicateVerdict(word))


def _names(one: RecordName, other: RecordName) -> tuple[Any, ...]:
    table = own_schema.duplicate_decision
    return (
        table.c.source == one[0],
        table.c.source_key == one[1],
        table.c.other_source == other[0],
        table.c.other_source_key == other[1],
    )
