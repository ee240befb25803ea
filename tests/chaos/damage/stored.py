"""Everything that a file holds, read by SQLite alone: what `check` says is compared with this, and not with itself."""

import sqlite3
from contextlib import closing
from hashlib import sha256
from pathlib import Path

_COLUMNS = "SELECT name FROM pragma_table_info(?)"
_KEYS = "SELECT name FROM pragma_index_info(?) WHERE name IS NOT NULL"


def stored_values(path: Path) -> object:
    """Header, schema, every value of every table with its type, and every index by what it says; None where one cannot be read.

    Texts are read as bytes, so that what is no text is compared as well.
    """
    try:
        with closing(sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)) as connection:
            connection.text_factory = bytes
            marks = [connection.execute(f"PRAGMA {name}").fetchone() for name in ("application_id", "user_version")]
            schema = connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_master").fetchall()
            named = [(kind, name.decode(), table.decode()) for kind, name, table, _ in schema]
            tables = {name: _rows(connection, name) for kind, name, _ in named if kind == b"table"}
            indexes = {name: _entries(connection, name, table) for kind, name, table in named if kind == b"index"}
            return marks, schema, tables, indexes
    except (sqlite3.Error, UnicodeDecodeError, MemoryError, OverflowError):
        return None


def _rows(connection: sqlite3.Connection, table: str) -> str:
    names = [f'"{name.decode()}"' for (name,) in connection.execute(_COLUMNS, (table,))]
    typed = ", ".join(f"typeof({name}), {name}" for name in names)
    return _digest(connection.execute(f'SELECT {typed} FROM "{table}" NOT INDEXED'))


def _entries(connection: sqlite3.Connection, index: str, table: str) -> str:
    """What an index says of its columns. An automatic one of a table without row ids is the table itself."""
    names = ", ".join(f'"{name.decode()}"' for (name,) in connection.execute(_KEYS, (index,)))
    try:
        return _digest(connection.execute(f'SELECT {names} FROM "{table}" INDEXED BY "{index}"'))
    except sqlite3.OperationalError as error:
        if "no query solution" in str(error) or "no such index" in str(error):
            return "cannot be read alone"
        raise


def _digest(rows: sqlite3.Cursor) -> str:
    return sha256("\n".join(sorted(map(repr, rows))).encode()).hexdigest()
