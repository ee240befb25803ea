"""Rows of an archive, of this schema or of an earlier one, in a database file of their own: there they are brought up to date
and checked before anybody's data is touched.
"""

import sqlite3
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, Final

from sqlalchemy import URL, make_url

from lib.model.errors import StoreError
from lib.store.account import Account
from lib.store.archive.cells import ColumnKind, Value, from_cell
from lib.store.database.engine import open_database
from lib.store.database.migrate import revision_of, upgrade
from lib.store.database.temporary import temporary_folder

OWNER: Final = 1
_KINDS: Final[Mapping[str, type[str | int | float]]] = {"TEXT": str, "INTEGER": int, "REAL": float}
_TWICE: Final = "is in it a second time"
_REFUSED: Final = {
    "SQLITE_CONSTRAINT_UNIQUE": _TWICE,
    "SQLITE_CONSTRAINT_PRIMARYKEY": _TWICE,
    "SQLITE_CONSTRAINT_NOTNULL": "lacks a value that it needs",
}

Cells = Sequence[str]


class Loader:
    """The side database while it is filled. Every fault is a StoreError that names table and row."""

    def __init__(self, path: Path, version: int) -> None:
        path.touch(mode=0o600)
        self._row = 0
        self._url = make_url(f"sqlite:///{path}")
        upgrade(self._url, revision_of(version))
        self._file = sqlite3.connect(path, isolation_level=None)
        self._file.execute("PRAGMA foreign_keys=OFF")
        self._file.execute("BEGIN")

    @property
    def tables(self) -> list[str]:
        """The tables of the athlete in this schema, in any order."""
        rows = self._file.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        return [name for (name,) in rows if name == "athlete" or "athlete_id" in self._columns(name)]

    def fill(self, table: str, header: Cells, rows: Iterable[Cells], content: Callable[[Cells], bytes] | None) -> None:
        """Put in all rows of a table. content: the original of a row of import_file."""
        kinds = self._columns(table)
        unknown = [name for name in header if name not in kinds]
        if unknown:
            raise StoreError(f"The archive has a column {unknown[0]!r} in {table}.csv that its schema does not know.")
        extra = ["athlete_id"] * (table != "athlete") + (["content"] if content else [])
        names = ", ".join(f'"{name}"' for name in [*header, *extra])
        marks = ", ".join("?" * (len(header) + len(extra)))
        values = self._values(table, header, [kinds[name] for name in header], rows, content)
        try:
            self._file.executemany(f'INSERT INTO "{table}" ({names}) VALUES ({marks})', values)  # noqa: S608 - names of the schema
        except sqlite3.IntegrityError as error:
            why = _REFUSED.get(error.sqlite_errorname, "cannot be as it is")
            raise StoreError(f"The archive is not whole: row {self._row} of {table}.csv {why}.") from error
        except sqlite3.Error as error:
            raise StoreError(f"A row of {table}.csv does not fit: {error}.") from error

    def finish(self) -> URL:
        """Check that all rows belong together, and bring the file up to date; its URL."""
        orphan = self._file.execute("PRAGMA foreign_key_check").fetchone()
        if orphan:
            raise StoreError(
                f"A row of {orphan[0]}.csv belongs to a row of {orphan[2]}.csv that is not in the archive."
            )
        self._file.execute("COMMIT")
        self._file.close()
        upgrade(self._url)
        return self._url

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()

    def _columns(self, table: str) -> dict[str, ColumnKind]:
        rows = self._file.execute(f'PRAGMA table_info("{table}")')
        return {name: ColumnKind(_KINDS.get(kind, str), not needed) for _, name, kind, needed, _, _ in rows}

    def _values(
        self,
        table: str,
        header: Cells,
        kinds: Sequence[ColumnKind],
        rows: Iterable[Cells],
        content: Callable[[Cells], bytes] | None,
    ) -> Iterator[tuple[Value | bytes, ...]]:
        for number, row in enumerate(rows, start=1):
            self._row = number
            if len(row) != len(header):
                raise StoreError(f"Row {number} of {table}.csv has {len(row)} cells instead of {len(header)}.")
            owner = (OWNER,) if table != "athlete" else ()
            yield (*_read(table, number, header, kinds, row), *owner, *([_packed(content(row))] if content else []))


def _packed(original: bytes) -> bytes:
    """As the table holds it: nothing where an earlier import has the file."""
    return zlib.compress(original, 1) if original else b""


def _read(table: str, number: int, header: Cells, kinds: Sequence[ColumnKind], row: Cells) -> Iterator[Value]:
    for name, kind, cell in zip(header, kinds, row, strict=True):
        if table == "athlete" and name == "id":
            yield OWNER
            continue
        try:
            yield from_cell(cell, kind)
        except ValueError:
            raise StoreError(f"Row {number} of {table}.csv: {name} is {cell[:40]!r}, which is no number.") from None


@contextmanager
def side_database(version: int, fill: Callable[[Loader], Any]) -> Iterator[Account]:
    """The athlete of an archive in a file of its own, which is gone afterwards. StoreError: rows that do not fit.

    version: the schema that the rows are of. fill: puts them in.
    """
    with temporary_folder("archive") as folder:
        loader = Loader(Path(folder) / "archive.db", version)
        with closing(loader):
            fill(loader)
            url = loader.finish()
        engine = open_database(url.render_as_string(hide_password=False))
        try:
            yield Account(engine, OWNER)
        finally:
            engine.dispose()
