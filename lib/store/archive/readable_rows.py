"""The rows of a table in a damaged SQLite file, as far as they can be read: around its bad pages."""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final

Row = tuple[Any, ...]
Key = tuple[Any, ...]

_STEPS: Final = (*range(1, 3_000), *(2**power for power in range(12, 40)))
_HOPELESS: Final = ("not a database", "no such table")


def readable_rows(
    source: sqlite3.Connection,
    target: sqlite3.Connection,
    table: str,
    names: Sequence[str],
    broken: Callable[[], None],
) -> Iterator[Row]:
    """Every row that can be read, in the order of the key; around pages that cannot.

    target: a whole database of the same schema. broken: called wherever rows cannot be read.
    """
    keys = _keys(target, table)
    chosen = ", ".join([*keys, *(f'"{name}"' for name in names)])
    order, marks = ", ".join(keys), ", ".join("?" * len(keys))
    start = f'SELECT {chosen} FROM "{table}" NOT INDEXED'  # noqa: S608 - names of the schema
    last: Key | None = None
    while True:
        try:
            where, values = ("", ()) if last is None else (f" WHERE ({order}) > ({marks})", last)
            for row in source.execute(f"{start}{where} ORDER BY {order}", values):
                last = row[: len(keys)]
                yield row[len(keys) :]
        except (sqlite3.Error, OverflowError) as error:
            broken()
            if any(words in str(error) for words in _HOPELESS):
                return
            last = _beyond(source, table, order, marks, last or _before_all(keys))
            if last is None:
                return
        else:
            return


def _beyond(source: sqlite3.Connection, table: str, order: str, marks: str, last: Key) -> Key | None:
    """A key behind what cannot be read, from which on rows can be read again; None where there is none."""
    statement = f'SELECT {order} FROM "{table}" NOT INDEXED WHERE ({order}) > ({marks}) ORDER BY {order} LIMIT 1'  # noqa: S608
    row = f'SELECT * FROM "{table}" NOT INDEXED WHERE ({order}) > ({marks}) ORDER BY {order} LIMIT 1'  # noqa: S608
    for key in _later(last):
        try:
            if source.execute(statement, key).fetchone() is None:
                return None
            source.execute(row, key).fetchone()
        except (sqlite3.Error, OverflowError):
            continue
        return key
    return None


def _before_all(keys: Sequence[str]) -> Key:
    """A key before every row of the first athlete."""
    firsts = [b"activity" if name == "kind" else 1 for name in keys]
    return (*firsts[:-1], 0)


def _later(last: Key) -> Iterator[Key]:
    """Keys after one, nearest first: its last part a little higher, then the parts before it."""
    for place in range(len(last) - 1, -1, -1):
        value = last[place]
        rest = tuple(b"" if isinstance(each, bytes) else 0 for each in last[place + 1 :])
        if isinstance(value, bytes):  # a kind of record
            yield (*last[:place], b"b", *rest)
        else:
            yield from ((*last[:place], value + step, *rest) for step in _STEPS)


def _keys(target: sqlite3.Connection, table: str) -> list[str]:
    (sql,) = target.execute("SELECT sql FROM sqlite_master WHERE name = ?", (table,)).fetchone()
    if "WITHOUT ROWID" not in sql.upper():
        return ["rowid"]
    rows = [row for row in target.execute(f'PRAGMA table_info("{table}")') if row[5]]
    return [row[1] for row in sorted(rows, key=lambda row: row[5])]
