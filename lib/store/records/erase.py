"""What a person wants gone for good: everything, all of a source, or the bytes of one file. Unlike the bin, there is no way back.

On SQLite freed bytes are overwritten at once (secure_delete). Whoever calls compacts the file afterwards.
"""

from typing import Any

from sqlalchemy import Connection, Table, delete, func, or_, select, update

from lib.model.athlete import Athlete
from lib.model.errors import StoreError
from lib.model.vocabulary import RecordKind
from lib.store.database import own_schema, schema
from lib.store.database.bulk import fetch_rows
from lib.store.database.person_tables import person_tables
from lib.store.own import athletes, column_mappings, shoes
from lib.store.records import set_aside
from lib.store.records.contents import TABLES
from lib.store.records.undo import remove_records

_OWN_TABLE = "own:"  # and the name of its column mapping
_SPEAK_OF_A_SOURCE = (
    own_schema.remembered_answer,
    own_schema.record_alias,
    own_schema.kept_as_working,
    own_schema.history_change,
    own_schema.duplicate_decision,
)


def erase_everything(conn: Connection, athlete_id: int) -> None:
    """Leave an athlete with the settings of a newcomer and nothing else."""
    for table in reversed(person_tables()):
        if "duplicate_of" in table.c:  # rows of one table that refer to each other
            conn.execute(update(table).where(table.c.athlete_id == athlete_id).values(duplicate_of=None))
        conn.execute(delete(table).where(table.c.athlete_id == athlete_id))
    newcomer = Athlete(id=athlete_id)
    athletes.save_settings(conn, newcomer)
    conn.execute(update(schema.athlete).where(schema.athlete.c.id == athlete_id).values(time_zone=None))


def erase_source(conn: Connection, athlete_id: int, source: str) -> int:
    """Remove all records of a source, what their imports said, their files, and what the person said of them; how many.

    StoreError where there is nothing of that source. Which of the others count is to be found anew afterwards.
    """
    ids = {kind: _ids_of_source(conn, athlete_id, TABLES[kind], source) for kind in RecordKind}
    brought = _shoes(conn, athlete_id, source)
    files = _files_of_source(conn, athlete_id, source)
    if source == set_aside.SOURCE or not (files or any(ids.values())):
        raise StoreError(f"There is nothing of {source!r} here. `legwork coverage` lists the sources.")
    set_aside.forget_source(conn, athlete_id, source, ids)
    for kind, numbers in ids.items():
        remove_records(conn, athlete_id, kind, numbers)
        _forget_imports_of(conn, athlete_id, kind, numbers)
    for table in _SPEAK_OF_A_SOURCE:
        named = [table.c.source == source, *([table.c.other_source == source] if "other_source" in table.c else [])]
        conn.execute(delete(table).where(table.c.athlete_id == athlete_id, or_(*named)))
    if source.startswith(_OWN_TABLE):  # how it is read goes with it
        column_mappings.drop(conn, athlete_id, source.removeprefix(_OWN_TABLE))
    for batch_id, position in files:
        _erase_file(conn, athlete_id, batch_id, position)
    _drop_empty(conn, athlete_id)
    for name in brought - _shoes(conn, athlete_id):
        shoes.forget(conn, athlete_id, name)
    return sum(map(len, ids.values()))


def erase_original(conn: Connection, athlete_id: int, batch_id: int, position: int) -> None:
    """Remove the bytes of an imported file and of every copy of it; its records stay. StoreError where there is none."""
    table = schema.import_file
    mine = table.c.athlete_id == athlete_id
    place = (table.c.batch_id == batch_id, table.c.position == position)
    of_person = table.c.source.is_distinct_from(set_aside.SOURCE)
    found = conn.execute(select(table.c.sha256).where(mine, *place, of_person)).scalar()
    if found is None:
        raise StoreError(f"Import {batch_id} has no file {position}.")
    conn.execute(update(table).where(mine, table.c.sha256 == found).values(content=b""))


def _shoes(conn: Connection, athlete_id: int, source: str | None = None) -> set[str]:
    """The names of shoes that records name, those of one source or all."""
    table = schema.activity
    named = select(table.c.gear).distinct().where(table.c.athlete_id == athlete_id, table.c.gear != "")
    return set(conn.execute(named if source is None else named.where(table.c.source == source)).scalars())


def _ids_of_source(conn: Connection, athlete_id: int, table: Table, source: str) -> list[int]:
    rows = fetch_rows(conn, select(table.c.id).where(table.c.athlete_id == athlete_id, table.c.source == source))
    return [number for (number,) in rows]


def _files_of_source(conn: Connection, athlete_id: int, source: str) -> list[tuple[Any, ...]]:
    table = schema.import_file
    where = (table.c.athlete_id == athlete_id, table.c.source == source)
    return fetch_rows(conn, select(table.c.batch_id, table.c.position).where(*where))


def _forget_imports_of(conn: Connection, athlete_id: int, kind: RecordKind, numbers: list[int]) -> None:
    for table in (schema.import_record, schema.record_version):
        for first in range(0, len(numbers), 500):
            some = table.c.record_id.in_(numbers[first : first + 500])
            conn.execute(delete(table).where(table.c.athlete_id == athlete_id, table.c.kind == kind, some))


def _erase_file(conn: Connection, athlete_id: int, batch_id: int, position: int) -> None:
    problem, file = schema.import_problem, schema.import_file
    of_file = (problem.c.batch_id == batch_id, problem.c.file_position == position)
    conn.execute(delete(problem).where(problem.c.athlete_id == athlete_id, *of_file))
    place = (file.c.batch_id == batch_id, file.c.position == position)
    conn.execute(delete(file).where(file.c.athlete_id == athlete_id, *place))


def _drop_empty(conn: Connection, athlete_id: int) -> None:
    """Entries of the history that say nothing any more, with those that take them back, and imports without files."""
    entry, change = own_schema.history_entry, own_schema.history_change
    while True:
        said = select(change.c.entry_id).where(change.c.athlete_id == athlete_id)
        there = select(entry.c.id).where(entry.c.athlete_id == athlete_id)
        plain = entry.c.takes_back.is_(None) & entry.c.id.not_in(said)
        orphan = entry.c.takes_back.is_not(None) & entry.c.takes_back.not_in(there)
        if not conn.execute(delete(entry).where(entry.c.athlete_id == athlete_id, or_(plain, orphan))).rowcount:
            break
    batch, file, record = schema.import_batch, schema.import_file, schema.import_record
    used = [select(each.c.batch_id).where(each.c.athlete_id == athlete_id) for each in (file, record)]
    conn.execute(delete(batch).where(batch.c.athlete_id == athlete_id, *(batch.c.id.not_in(each) for each in used)))


def sources_of(conn: Connection, athlete_id: int) -> dict[str, int]:
    """Every source that has records or files here, with the number of its records."""
    found: dict[str, int] = {}
    for table in TABLES.values():
        counts = select(table.c.source, func.count()).where(table.c.athlete_id == athlete_id).group_by(table.c.source)
        for source, number in fetch_rows(conn, counts):
            found[source] = found.get(source, 0) + number
    file = schema.import_file
    for (source,) in fetch_rows(conn, select(file.c.source).where(file.c.athlete_id == athlete_id).distinct()):
        if source and source != set_aside.SOURCE:
            found.setdefault(source, 0)
    return dict(sorted(found.items()))
