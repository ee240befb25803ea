"""What can be read of a damaged SQLite file, row by row, into a new one of the same schema. The damaged file is never changed."""

import sqlite3
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Final, NamedTuple

from sqlalchemy import URL

from lib.model.errors import StoreError
from lib.store.archive import schema_pages
from lib.store.archive.readable_rows import Row, readable_rows
from lib.store.archive.stored_rows import named_but_lost, rows_by_index
from lib.store.checking.columns import fault
from lib.store.checking.values import name_of
from lib.store.database.connections import connect_file
from lib.store.database.migrate import revision_of, upgrade, upgrade_file
from lib.store.database.person_tables import person_tables
from lib.store.database.schema import SCHEMA_VERSION, athlete, import_record, record_version
from lib.store.database.sqlite_file import damage, private_copy
from lib.store.database.temporary import temporary_folder

# What follows from the rest, or is found out again: without it a row is as good.
_MADE_ANEW: Final = {"seals": "", "set_lines": None, "payload_hash": ""}
# A record whose duplicate or session is lost stands alone.
_LINKS: Final = ("twin_of", "session_id")
_NEWER: Final = (
    "{path} was written by a newer Legwork (schema {version}, this one knows {known}). It was left as it is; install the newer "
    "release, whose `legwork rescue` reads it."
)
_NAMES_A_NEWER: Final = "The header says that a newer Legwork (schema {}) wrote the file, its tables are of schema {}."
_SCHEMA_LOST: Final = (
    "The pages that say where each table begins are lost. They were taken from a new database; compare what was read with what "
    "you know."
)
_UNSEALED: Final = (
    "athlete 1: its seals are lost, so that nothing tells whether goals, plans and marks are as they were."
)
_NOTHING: Final = "Nothing could be read from {path}. It was left as it is; restore a backup."
# Import records of which nothing is left: their record, or what they say of it.
_ORPHANS: Final = """
DELETE FROM {seen} WHERE NOT EXISTS (SELECT 1 FROM {kind} AS r WHERE r.athlete_id = {seen}.athlete_id
  AND r.id = {seen}.record_id AND (r.content_hash = {seen}.content_hash OR instr({seen}.content_hash, '@')))
AND NOT EXISTS (SELECT 1 FROM {kept} AS s WHERE s.athlete_id = {seen}.athlete_id AND s.kind = {seen}.kind
  AND s.record_id = {seen}.record_id AND s.content_hash = {seen}.content_hash) AND kind = '{kind}'
"""


# Import records that said something else of a record which is there, where that is not kept.
_WITHOUT_VERSION: Final = """
SELECT 1 FROM {seen} WHERE kind = '{kind}' AND NOT instr({seen}.content_hash, '@') AND EXISTS (SELECT 1 FROM {kind} AS r
  WHERE r.athlete_id = {seen}.athlete_id AND r.id = {seen}.record_id AND r.content_hash != {seen}.content_hash)
AND NOT EXISTS (SELECT 1 FROM {kept} AS s WHERE s.athlete_id = {seen}.athlete_id AND s.kind = {seen}.kind
  AND s.record_id = {seen}.record_id AND s.content_hash = {seen}.content_hash) LIMIT 1
"""


class Salvaged(NamedTuple):
    """path: of the new database. lost: by table, how many rows were left out. named: a sentence for each that does not fit.
    at_least: tables of which more may be lost than that. counted: how many rows were left out by an index that could be read.
    broken: whether SQLite finds the structure of the file damaged.
    """

    path: Path
    lost: dict[str, int]
    named: list[str]
    at_least: list[str]
    counted: dict[str, int]
    broken: bool


class _Lost(Counter[str]):
    """Rows by table that were left out. broken: tables that could not be read in whole. unknown: of which no count is known.
    counted: by an index, how many were left out.
    """

    def __init__(self) -> None:
        super().__init__()
        self.named: list[str] = []
        self.broken: set[str] = set()
        self.unknown: set[str] = set()
        self.counted: dict[str, int] = {}

    def note_break(self, table: str) -> None:
        """Rows could not be read: at least one is lost."""
        self.broken.add(table)
        self[table] += 1


@contextmanager
def salvaged(path: Path) -> Iterator[Salvaged]:
    """A new database with what can be read and fits, seals and sums as they were stored.

    StoreError: nothing can be read, or it is of a newer release.
    """
    _refuse_newer(path)
    with temporary_folder("rescue") as folder, private_copy(path) as copy:
        side = Path(folder) / "whole.db"
        version, broken = _version(copy), _is_broken(copy)
        side.touch(mode=0o600)
        upgrade(URL.create("sqlite", database=str(side)), revision_of(version))
        kept, lost = Counter[str](), _Lost()
        said = _said_version(copy)
        if schema_pages.put_back(copy, side):
            lost.named.append(_SCHEMA_LOST)
        elif said > SCHEMA_VERSION:
            lost.named.append(_NAMES_A_NEWER.format(said, _table_says(copy)))
        with closing(connect_file(side)) as target:
            _mend_schema(copy, target)
            with closing(connect_file(copy)) as source:
                _read_all(source, target, kept, lost)
            target.commit()
        if not kept:
            raise StoreError(_NOTHING.format(path=path))
        upgrade_file(side)
        yield Salvaged(side, dict(lost), lost.named, sorted(lost.unknown), lost.counted, broken)


def forget_sums(side: Path) -> None:
    """Let what follows from the rest be made anew, where rows of it may be lost."""
    with closing(connect_file(side)) as target:
        target.execute("UPDATE athlete SET seals = ''")
        target.execute("UPDATE session SET set_lines = NULL")
        target.commit()


def _refuse_newer(path: Path) -> None:
    """By its header and its tables: a header alone may be damaged."""
    said = _said_version(path)
    if said > SCHEMA_VERSION and (_table_says(path) or 0) > SCHEMA_VERSION:
        raise StoreError(_NEWER.format(path=path, version=said, known=SCHEMA_VERSION))


def _table_says(path: Path) -> int | None:
    """The schema by the table of migrations; None where it cannot be read."""
    try:
        with closing(connect_file(path, "ro&immutable=1")) as connection:
            (version,) = connection.execute("SELECT version_num FROM alembic_version").fetchone()
        return int(version)
    except (sqlite3.Error, UnicodeDecodeError, ValueError, TypeError):
        return None


def _is_broken(copy: Path) -> bool:
    try:
        with closing(connect_file(copy)) as connection:
            return bool(damage(connection, thorough=True))
    except sqlite3.Error:
        return True


def _said_version(copy: Path) -> int:
    with copy.open("rb") as stream:
        return int.from_bytes(stream.read(64)[60:64])


def _version(copy: Path) -> int:
    """What the header says, this release's where that can not be."""
    said = _said_version(copy)
    return said if 1 <= said <= SCHEMA_VERSION else SCHEMA_VERSION


def _mend_schema(copy: Path, target: sqlite3.Connection) -> None:
    """Put right the definitions of tables in the copy: what they say is known from the schema. Indexes are not needed."""
    with suppress(sqlite3.Error), closing(connect_file(copy)) as damaged:
        damaged.isolation_level = None
        damaged.execute("PRAGMA writable_schema=ON")
        for name, sql in target.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'"):
            with suppress(sqlite3.Error):
                damaged.execute(
                    "UPDATE sqlite_master SET sql = ?, type = 'table', tbl_name = name WHERE name = ?", (sql, name)
                )


def _read_all(source: sqlite3.Connection, target: sqlite3.Connection, kept: Counter[str], lost: _Lost) -> None:
    source.text_factory = bytes
    with suppress(sqlite3.Error):
        source.execute("PRAGMA writable_schema=ON")  # definitions that cannot be read hide no other table
    target.execute("PRAGMA foreign_keys=ON")
    there = {name for (name,) in target.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    for table in (athlete, *person_tables()):
        if table.name in there:
            _read_table(source, target, table.name, kept, lost)
        if table is athlete and not kept["athlete"]:
            lost.named.append(_UNSEALED)
            _make_athlete(target)
    for kind in ("activity", "session"):
        if kind in lost.unknown:
            lost[kind] = max(lost[kind], named_but_lost(target, kind))
        if target.execute(
            _WITHOUT_VERSION.format(kind=kind, seen=import_record.name, kept=record_version.name)
        ).fetchone():
            lost.unknown.add(record_version.name)
        orphans = _ORPHANS.format(kind=kind, seen=import_record.name, kept=record_version.name)
        lost[import_record.name] += target.execute(orphans).rowcount


def _make_athlete(target: sqlite3.Connection) -> None:
    """Where the settings are lost, those of a newcomer, so that the rest has an owner."""
    names = "id, name, distance_unit, weight_unit, first_weekday, one_sided_reps_are_per_side, revision, created_at"
    target.execute(f"INSERT INTO athlete ({names}) VALUES (1, '', 'km', 'kg', 'monday', 1, 0, '2000-01-01 00:00:00')")  # noqa: S608


def _read_table(
    source: sqlite3.Connection, target: sqlite3.Connection, table: str, kept: Counter[str], lost: _Lost
) -> None:
    names = [row[1] for row in target.execute(f'PRAGMA table_info("{table}")')]
    marks = ", ".join("?" * len(names))
    listed = ", ".join(f'"{name}"' for name in names)
    insert = f'INSERT INTO "{table}" ({listed}) VALUES ({marks})'  # noqa: S608 - names of the schema
    again: list[Row] = []
    for row in readable_rows(source, target, table, names, lambda: lost.note_break(table)):
        if table == "import_file":
            row = _with_original(names, row, lost)  # noqa: PLW2901 - the row as it can be kept
        values = _fitting(table, names, row)
        if isinstance(values, str):
            lost.named.append(values)
            lost[table] += 1
        elif _put(target, insert, values):
            kept[table] += 1
        else:
            again.append(values)
    for values in again:  # records that refer to a later one, then without what they refer to
        alone = tuple(None if name in _LINKS else value for name, value in zip(names, values, strict=True))
        stored = _put(target, insert, values) or (table in ("activity", "session") and _put(target, insert, alone))
        (kept if stored else lost)[table] += 1
    known = rows_by_index(source, target, table)
    if known is not None:
        lost.counted[table] = known - kept[table]
    if table in lost.broken:  # each break was counted as a row until here
        if known is None:
            lost.unknown.add(table)
        else:
            lost[table] = max(lost[table], known - kept[table])


def _with_original(names: Sequence[str], row: Row, lost: _Lost) -> Row:
    """A file whose bytes are damaged goes along without them, as one that an earlier import has."""
    content = dict(zip(names, row, strict=True))["content"]
    try:
        zlib.decompress(content) if content else None
    except (zlib.error, TypeError):
        lost["original"] += 1
        return tuple(b"" if name == "content" else value for name, value in zip(names, row, strict=True))
    return row


def _put(target: sqlite3.Connection, insert: str, values: Row) -> bool:
    try:
        target.execute(insert, values)
    except (sqlite3.Error, OverflowError):
        return False
    return True


def _fitting(table: str, names: Sequence[str], row: Row) -> Row | str:
    """The values as they can be stored; where one does not fit its column, a sentence with table, key and value."""
    by_name = {column.name: column for column in athlete.metadata.tables[table].c}
    values = dict(zip(names, row, strict=True))
    for name in by_name.keys() & values.keys():
        wrong = fault(by_name[name], values[name])
        if wrong and name not in _MADE_ANEW:
            return f"{name_of(athlete.metadata.tables[table], values)}: {name} {wrong}."
        values[name] = _MADE_ANEW[name] if wrong else values[name]
    return tuple(
        value.decode() if isinstance(value, bytes) and (table, name) != ("import_file", "content") else value
        for name, value in values.items()
    )
