"""How many rows a damaged file had, as far as it still tells: an index has an entry for each row, and imports name records."""

import sqlite3
from collections.abc import Iterator

from lib.store.database.schema import import_record

_INDEXES = "SELECT name FROM sqlite_master WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL"
_NAMED = """
SELECT count(DISTINCT record_id) FROM {seen} AS seen WHERE kind = ?
AND NOT EXISTS (SELECT 1 FROM {kind} AS r WHERE r.athlete_id = seen.athlete_id AND r.id = seen.record_id)
"""


def rows_by_index(source: sqlite3.Connection, target: sqlite3.Connection, table: str) -> int | None:
    """The rows of a table that cannot be read in whole, by an index that can; None where none can.

    target: a database of the same schema that is whole.
    """
    return max(_counts(source, [name for (name,) in target.execute(_INDEXES, (table,))], table), default=None)


def named_but_lost(target: sqlite3.Connection, kind: str) -> int:
    """How many records of a kind an import brought that are not among those that were read."""
    (number,) = target.execute(_NAMED.format(seen=import_record.name, kind=kind), (kind,)).fetchone()
    return int(number)


def _counts(source: sqlite3.Connection, indexes: list[str], table: str) -> Iterator[int]:
    for name in indexes:
        try:
            yield source.execute(f'SELECT count(*) FROM "{table}" INDEXED BY "{name}"').fetchone()[0]  # noqa: S608 - names of the schema
        except (sqlite3.Error, OverflowError):
            continue
