"""Records by their ids, and the other records of their bouts."""

from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import Connection, or_, select

from lib.model.errors import TrainingDataError
from lib.model.history import RecordRef
from lib.model.record_id import RecordId
from lib.store.database.bulk import fetch_rows
from lib.store.records.contents import TABLES


class NamedRecord(NamedTuple):
    """A record: its name, which outlives everything, and its number at present."""

    ref: RecordRef
    number: int

    @property
    def id(self) -> RecordId:
        """As people write it."""
        return RecordId(self.ref.kind, self.number)


def find_members(conn: Connection, athlete_id: int, records: Sequence[RecordId]) -> list[NamedRecord]:
    """Each of these records, once, in their order, those in the bin included. TrainingDataError for one that is not there."""
    found = [_find(conn, athlete_id, each) for each in dict.fromkeys(records)]
    missing = [str(each) for each, member in zip(dict.fromkeys(records), found, strict=True) if member is None]
    if missing:
        raise TrainingDataError(
            f"There is no {', '.join(missing)}. legwork runs and legwork sessions list what there is."
        )
    return [each for each in found if each]


def bout_of(conn: Connection, athlete_id: int, member: NamedRecord) -> list[NamedRecord]:
    """The other records of a bout: what it is a duplicate of, and what is one of it or of that."""
    table = TABLES[member.ref.kind]
    mine = (table.c.athlete_id == athlete_id,)
    own = select(table.c.duplicate_of).where(*mine, table.c.id == member.number)
    primary = conn.execute(own).scalar() or member.number
    chosen = select(table.c.id, table.c.source, table.c.source_key).where(
        *mine, or_(table.c.id == primary, table.c.duplicate_of == primary), table.c.id != member.number
    )
    kind = member.ref.kind
    return [NamedRecord(RecordRef(kind, source, key), number) for number, source, key in fetch_rows(conn, chosen)]


def _find(conn: Connection, athlete_id: int, record: RecordId) -> NamedRecord | None:
    table = TABLES[record.kind]
    where = (table.c.athlete_id == athlete_id, table.c.id == record.number)
    row = conn.execute(select(table.c.source, table.c.source_key).where(*where)).first()
    return NamedRecord(RecordRef(record.kind, row[0], row[1]), record.number) if row else None
