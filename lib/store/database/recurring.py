"""Rows most of whose values recur, as people repeat sets, into SQLite.

To hand a value over takes longer than to store it. So what recurs is handed over once, into a table that only the
connection sees, and every row names it there by a number.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import chain, islice
from typing import Any, Final

from sqlalchemy import Table

from lib.store.database.tables import between_own_numbers

Row = Sequence[Any]

# Of one statement, which is started anew for as many.
_ROWS_AT_ONCE: Final = 200


class _Numbers(dict[Row, int]):
    """A number, from 1, for each of some values."""

    def __missing__(self, values: Row) -> int:
        number = self[values] = len(self) + 1
        return number


def insert_recurring(driver: Any, table: Table, columns: Sequence[str], rows: Sequence[Row]) -> bool:
    """Insert tuples of these columns, in the open transaction; nothing, and False, where too little of them recurs."""
    first, last = between_own_numbers([table.c[name] for name in columns])
    numbers = _Numbers()
    own = [(numbers[row[first:last]], *row[:first], *row[last:]) for row in rows]
    if len(numbers) * 2 > len(own):
        return False
    # Emptied, not dropped: with another schema SQLite would read every statement anew.
    names = ", ".join(columns[first:last])
    driver.execute(f"CREATE TABLE IF NOT EXISTS temp.recurring_{table.name} (number INTEGER PRIMARY KEY, {names})")
    driver.execute(f"DELETE FROM temp.recurring_{table.name}")  # noqa: S608 (a name of the schema)
    said = ((number, *values) for values, number in numbers.items())
    _insert(driver, f"INSERT INTO temp.recurring_{table.name} {{}}", said)  # noqa: S608
    _insert(driver, _joining(table.name, tuple(columns), first, last), own)
    return True


@lru_cache
def _joining(table: str, columns: tuple[str, ...], first: int, last: int) -> str:
    """Puts rows together, in their order, of their own numbers and what recurs."""
    own = [f"own.column{place}" for place in range(2, 2 + first + len(columns) - last)]
    chosen = (*own[:first], *columns[first:last], *own[first:])
    return (
        f"INSERT INTO {table} ({', '.join(columns)}) SELECT {', '.join(chosen)} "  # noqa: S608
        f"FROM ({{}}) AS own CROSS JOIN temp.recurring_{table} ON number = own.column1"
    )


def _insert(driver: Any, statement: str, rows: Iterable[Row]) -> None:
    remaining = iter(rows)
    while block := list(islice(remaining, _ROWS_AT_ONCE)):
        driver.execute(_for_rows(statement, len(block), len(block[0])), list(chain.from_iterable(block)))


@lru_cache(maxsize=256)
def _for_rows(statement: str, rows: int, width: int) -> str:
    one = f"({', '.join('?' * width)})"
    return statement.format(f"VALUES {', '.join([one] * rows)}")
