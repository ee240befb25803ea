"""Many rows into SQLite. To hand a value over takes longer than to store it, and most of those of sets recur."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import chain, islice
from typing import Any, Final

from sqlalchemy import Table

Row = Sequence[Any]

# Of one statement: starting it anew for each row costs a third of the time of a large import.
_ROWS_AT_ONCE: Final = 200


def insert_all(driver: Any, table: Table, columns: Sequence[str], rows: Iterable[Row]) -> None:
    """Insert tuples of these columns, in the open transaction."""
    _insert(driver, f"INSERT INTO {table.name} ({_names(table, tuple(columns))}) {{}}", rows)


def insert_recurring(
    driver: Any, table: Table, own: Sequence[str], shared: Sequence[str], rows: Iterable[Row], values: Iterable[Row]
) -> None:
    """Insert rows, each given as the number of its shared values and the columns of its own.

    values: of the shared columns, in the order of their numbers, which begin with 0. They are handed over once, into a
    table that only the connection sees.
    """
    names = _names(table, tuple(shared))
    driver.execute(f"CREATE TABLE IF NOT EXISTS temp.shared_{table.name} (number INTEGER PRIMARY KEY, {names})")
    # Not dropped: with another schema every statement would be read anew.
    driver.execute(f"DELETE FROM temp.shared_{table.name}")  # noqa: S608 (a name of the schema)
    numbered = ((number, *each) for number, each in enumerate(values))
    _insert(driver, f"INSERT INTO temp.shared_{table.name} {{}}", numbered)
    own_names, own_values = _names(table, tuple(own)), ", ".join(f"row.column{place + 2}" for place in range(len(own)))
    joined = f"({{}}) AS row CROSS JOIN temp.shared_{table.name} ON number = row.column1"
    chosen = f"SELECT {own_values}, {names} FROM {joined}"  # noqa: S608
    _insert(driver, f"INSERT INTO {table.name} ({own_names}, {names}) {chosen}", rows)


def _insert(driver: Any, statement: str, rows: Iterable[Row]) -> None:
    remaining = iter(rows)
    while block := list(islice(remaining, _ROWS_AT_ONCE)):
        width = len(block[0])
        if len(block) == _ROWS_AT_ONCE:
            driver.execute(_for_rows(statement, _ROWS_AT_ONCE, width), list(chain.from_iterable(block)))
        else:  # one by one: the driver keeps every statement, and there would be one for each number of rows
            driver.executemany(_for_rows(statement, 1, width), block)


@lru_cache(maxsize=64)
def _for_rows(statement: str, rows: int, width: int) -> str:
    one = f"({', '.join('?' * width)})"
    return statement.format(f"VALUES {', '.join([one] * rows)}")


@lru_cache(maxsize=64)
def _names(table: Table, columns: tuple[str, ...]) -> str:
    return ", ".join(f'"{table.c[each].name}"' for each in columns)
