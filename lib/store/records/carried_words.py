"""What a person said of records, carried over where reading a file anew gave a record another key."""

from collections.abc import Collection, Mapping
from typing import NamedTuple

from sqlalchemy import Connection, select

from lib.model.history import BY_HAND, RecordRef
from lib.model.vocabulary import RecordKind
from lib.store.database.bulk import fetch_rows
from lib.store.own import aliases, history
from lib.store.records.contents import TABLES


class _Place(NamedTuple):
    """Where a record is known by, whatever its key."""

    source: str
    start_utc: str | None
    start_local: str


Spoken = Mapping[RecordRef, _Place]


def read_spoken(conn: Connection, athlete_id: int) -> Spoken:
    """The records of files that the person said something of, as far as they are there."""
    refs = {ref for ref in history.read_words(conn, athlete_id) if ref.source != BY_HAND}
    places = {ref: place for kind in RecordKind for ref, (_, place) in _places(conn, athlete_id, kind).items()}
    return {ref: places[ref] for ref in refs & places.keys()}


def carry_over(
    conn: Connection, athlete_id: int, before: Spoken, new: Mapping[RecordKind, Collection[int]]
) -> dict[RecordRef, RecordRef]:
    """Let the keys of records that are gone lead to the new ones of the same source and start; those that do."""
    found: dict[RecordRef, RecordRef] = {}
    for kind in RecordKind:
        there = _places(conn, athlete_id, kind) if before else {}
        heirs = {place: ref for ref, (number, place) in there.items() if number in new[kind]}
        gone = {ref: place for ref, place in before.items() if ref.kind is kind and ref not in there}
        found |= {ref: heirs[place] for ref, place in gone.items() if place in heirs}
    aliases.add_aliases(conn, athlete_id, found, moved=False)
    return found


def _places(conn: Connection, athlete_id: int, kind: RecordKind) -> dict[RecordRef, tuple[int, _Place]]:
    table = TABLES[kind]
    chosen = (table.c.id, table.c.source, table.c.source_key, table.c.start_utc, table.c.start_local)
    rows = fetch_rows(conn, select(*chosen).where(table.c.athlete_id == athlete_id))
    return {
        RecordRef(kind, source, key): (number, _Place(source, utc, local)) for number, source, key, utc, local in rows
    }
