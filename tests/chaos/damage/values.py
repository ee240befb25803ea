"""One value of one row changed as damage would, past every index and check: a digit of a date, a letter, a number, a row."""

import random
import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def letter_of_a_text(path: Path, chance: random.Random) -> str:
    """Any text gets another letter or digit somewhere."""
    return _change(path, chance, lambda value: isinstance(value, str) and value != "", _other_letter)


def digit_of_a_date(path: Path, chance: random.Random) -> str:
    """Another digit in a date or a moment."""
    return _change(path, chance, lambda value: isinstance(value, str) and bool(_DAY.match(value)), _other_digit)


def number(path: Path, chance: random.Random) -> str:
    """One more, one less, or nothing at all."""
    return _change(path, chance, lambda value: isinstance(value, int | float), _other_number)


def bytes_of_a_file(path: Path, chance: random.Random) -> str:
    """One bit of an imported file as it is kept."""
    return _change(path, chance, lambda value: isinstance(value, bytes) and value != b"", _other_bit)


def value_to_nothing(path: Path, chance: random.Random) -> str:
    """A value that is not known any more."""
    return _change(path, chance, lambda value: value is not None, lambda _value, _chance: None)


def row_gone(path: Path, chance: random.Random) -> str:
    """A whole row is not there any more, with its entries in the indexes: nothing of the structure tells."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA foreign_keys=OFF")
        table, columns, row = _row(connection, chance)
        connection.execute(f'DELETE FROM "{table}" WHERE {_where(columns)}', row)
        connection.commit()
    return f"{table}: a row is gone {row!r:.120}"


def _change(
    path: Path, chance: random.Random, fits: Callable[[Any], bool], other: Callable[[Any, random.Random], Any]
) -> str:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA ignore_check_constraints=ON")
        while True:
            table, columns, row = _row(connection, chance)
            place = chance.randrange(len(columns))
            if not fits(row[place]):
                continue
            new = other(row[place], chance)
            changed = f'UPDATE "{table}" SET "{columns[place]}" = ? WHERE {_where(columns)}'
            try:
                connection.execute(changed, (new, *row))
            except sqlite3.IntegrityError:  # two rows of one key, or no value where one has to be
                continue
            connection.commit()
            return f"{table}.{columns[place]} {row[place]!r:.60} -> {new!r:.60}"


def _row(connection: sqlite3.Connection, chance: random.Random) -> tuple[str, list[str], tuple[Any, ...]]:
    """A row of a table: each table is as likely as another, so that small ones are met as often."""
    tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    while True:
        table = chance.choice(tables)
        rows = connection.execute(f'SELECT * FROM "{table}"')
        columns, found = [each[0] for each in rows.description], rows.fetchall()
        if found:
            return table, columns, chance.choice(found)


def _where(columns: list[str]) -> str:
    return " AND ".join(f'"{name}" IS ?' for name in columns)


def _other_letter(value: str, chance: random.Random) -> str:
    place = chance.randrange(len(value))
    return (
        value[:place]
        + chance.choice([each for each in "0123456789aeghz- X" if each != value[place]])
        + value[place + 1 :]
    )


def _other_digit(value: str, chance: random.Random) -> str:
    place = chance.choice([place for place, each in enumerate(value) if each.isdigit()])
    return value[:place] + chance.choice([each for each in "0123456789" if each != value[place]]) + value[place + 1 :]


def _other_number(value: float, chance: random.Random) -> float | None:
    return chance.choice([value + 1, value - 1, value * 2 + 1, -value - 1])


def _other_bit(value: bytes, chance: random.Random) -> bytes:
    place = chance.randrange(len(value))
    return value[:place] + bytes([value[place] ^ 1 << chance.randrange(8)]) + value[place + 1 :]
