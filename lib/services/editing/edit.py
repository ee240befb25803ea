"""Changing fields of a record."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from lib.model.errors import StoreError
from lib.model.history import START, What
from lib.model.record_id import RecordId
from lib.model.vocabulary import RecordKind
from lib.services.bouts.acts import Said, act
from lib.services.editing.fields import FIELDS, read_field
from lib.store.account import Account
from lib.store.database.engine import Connection
from lib.store.own import athletes, home_zones
from lib.store.records.listing import read_rows
from lib.store.records.members import NamedRecord, find_members


class ChangedElsewhere(StoreError):
    """Somebody changed the record since it was shown; nothing was stored. changes: field → (shown, now)."""

    def __init__(self, changes: Mapping[str, tuple[Any, Any]]) -> None:
        told = "; ".join(
            f"{name} was {shown or 'empty'} and is {now or 'empty'} now" for name, (shown, now) in changes.items()
        )
        super().__init__(
            f"This record was changed elsewhere: {told}. What you typed is still here; save again to keep it."
        )
        self.changes = changes


def edit(
    account: Account,
    record: RecordId,
    typed: Mapping[str, str],
    *,
    seen: Mapping[str, Any] | None = None,
    now: datetime | None = None,
) -> int | None:
    """Change fields by what was typed (see fields.FIELDS); the id of the entry, None where nothing is new in it.

    seen: what the record said of these fields when it was shown. ChangedElsewhere where it says something else by now;
    TrainingDataError for what cannot be read, or a record that is not there.
    """
    moment = now or datetime.now(UTC)
    with account.write() as conn:
        [named] = find_members(conn, account.athlete_id, [record])
        athlete, local = athletes.load_athlete(conn, account.athlete_id), local_now(conn, account.athlete_id, moment)
        values = dict(read_field(record.kind, name, text, athlete, local) for name, text in typed.items())
        if seen is not None:
            _refuse_changed(conn, account.athlete_id, named, typed, seen)
        said = [Said(named.ref, named.number, field, value) for field, value in values.items()]
        return act(conn, account.athlete_id, What.EDIT, said, moment)


def local_now(conn: Connection, athlete_id: int, now: datetime) -> datetime:
    """The wall clock at home; that of UTC where home is not known. now: with its zone."""
    naive = now.astimezone(UTC).replace(tzinfo=None)
    zones = home_zones.read_home_zones(conn, athlete_id)
    return zones.local(naive) if zones else naive


def shown_fields(row: Mapping[str, Any], kind: RecordKind) -> dict[str, Any]:
    """What a record says of the fields that can be changed, by the names that people use."""
    start = row["start_local"][:10] if row["precision"] == "date" else row["start_local"]
    return {name: start if field == START else row.get(field) for name, field in FIELDS[kind].items()}


def _refuse_changed(
    conn: Connection, athlete_id: int, named: NamedRecord, typed: Mapping[str, str], seen: Mapping[str, Any]
) -> None:
    row = read_rows(conn, athlete_id, named.ref.kind, [named.number])[named.number]
    now = shown_fields(row, named.ref.kind)
    changed = {name: (seen[name], now[name]) for name in typed if name in seen and seen[name] != now[name]}
    if changed:
        raise ChangedElsewhere(changed)
