"""Which records the person said count, whatever the rules say."""

from collections.abc import Collection

from sqlalchemy import Connection, select

from lib.model.history import LEFT_OUT, RecordRef
from lib.model.vocabulary import RecordKind
from lib.store.database import schema
from lib.store.database.bulk import fetch_rows
from lib.store.own import history

_AT_ONCE = 500  # ids in one statement


def counted_anyway(conn: Connection, athlete_id: int, activities: Collection[int]) -> frozenset[int]:
    """Those of some activities, by their ids. Of none nothing is read."""
    table, ids = schema.activity, sorted(activities)
    refs: dict[RecordRef, int] = {}
    for first in range(0, len(ids), _AT_ONCE):
        where = (table.c.athlete_id == athlete_id, table.c.id.in_(ids[first : first + _AT_ONCE]))
        rows = fetch_rows(conn, select(table.c.id, table.c.source, table.c.source_key).where(*where))
        refs |= {RecordRef(RecordKind.ACTIVITY, source, key): number for number, source, key in rows}
    words = history.read_words(conn, athlete_id, refs.keys())
    return frozenset(number for ref, number in refs.items() if words.get(ref, {}).get(LEFT_OUT) is False)
