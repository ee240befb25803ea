"""All that there is to know of one record: what counts, what each source said, what the person said of it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from lib.model.history import Entry, Words
from lib.model.record_id import RecordId
from lib.model.vocabulary import RecordKind
from lib.services.editing.edit import shown_fields
from lib.store.account import Account
from lib.store.database.engine import Connection
from lib.store.own import history
from lib.store.records import batches, listing
from lib.store.records.members import bout_of, find_members
from lib.store.records.merging import Content
from lib.store.records.overlay import Sets, place_sets
from lib.store.records.recompute import History, read_histories


class Saying(NamedTuple):
    """What one import says of a record. files: their names; at: naive UTC."""

    batch: int
    at: datetime
    files: str
    content: Content


@dataclass(frozen=True, slots=True)
class RecordView:
    """One record.

    fields:  what it says now of the fields that can be changed, by the names of editing.fields.FIELDS.
    row:     every column of the listing, ids as numbers. by_sources: its content without the person's words.
    sets:    of a session; None of an activity.
    bout:    the other records of the same bout, of any source.
    entries: of the history, newest first.
    """

    id: RecordId
    fields: dict[str, Any]
    row: dict[str, Any]
    by_sources: Content
    sayings: tuple[Saying, ...]
    words: Words
    sets: Sets | None
    bout: tuple[RecordId, ...]
    entries: tuple[Entry, ...]


def view_record(account: Account, record: RecordId) -> RecordView:
    """TrainingDataError where there is no such record."""
    with account.read() as conn:
        return _view(conn, account.athlete_id, record)


def _view(conn: Connection, athlete_id: int, record: RecordId) -> RecordView:
    [named] = find_members(conn, athlete_id, [record])
    row = listing.read_rows(conn, athlete_id, record.kind, [record.number])[record.number]
    said = read_histories(conn, athlete_id, record.kind, [record.number])[record.number]
    by_sources = said.by_sources()
    return RecordView(
        id=record,
        fields=shown_fields(row, record.kind),
        row=row,
        by_sources=by_sources,
        sayings=_sayings(conn, athlete_id, said),
        words=said.words,
        sets=place_sets(by_sources["sets"], said.words) if record.kind is RecordKind.SESSION else None,
        bout=tuple(each.id for each in bout_of(conn, athlete_id, named)),
        entries=tuple(history.read_entries(conn, athlete_id, named.ref)),
    )


def _sayings(conn: Connection, athlete_id: int, said: History) -> tuple[Saying, ...]:
    imports = {each.id: each for each in batches.list_batches(conn, athlete_id)}
    return tuple(
        Saying(version.batch_id, found.created_at, ", ".join(file.name for file in found.files), content)
        for version, content in said.versions
        if (found := imports.get(version.batch_id))
    )
