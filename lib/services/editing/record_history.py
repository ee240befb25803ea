"""The history of what the person said, for screens and programs."""

from collections.abc import Mapping, Sequence
from typing import Any

from lib.model.errors import TrainingDataError
from lib.model.history import BINNED, BOUT, NO_WORD, RECORD, SET_OF_SOURCE, Change, Entry, RecordRef
from lib.model.record_id import RecordId
from lib.model.vocabulary import RecordKind
from lib.services.editing.fields import FIELDS
from lib.store.account import Account
from lib.store.database.engine import Connection
from lib.store.own import history
from lib.store.records.members import find_members
from lib.store.records.overlay import set_of_field


def list_history(account: Account, record: RecordId | None = None) -> list[Entry]:
    """Every entry, or those about one record; newest first. TrainingDataError where there is no such record."""
    with account.read() as conn:
        return history.read_entries(
            conn, account.athlete_id, _named(conn, account.athlete_id, record) if record else None
        )


def _named(conn: Connection, athlete_id: int, record: RecordId) -> RecordRef:
    """The record of an id, also while its import is undone, as long as the history speaks of it."""
    former = history.former_ids(conn, athlete_id)
    spoken = next((ref for ref, number in former.items() if (ref.kind, number) == record), None)
    try:
        return find_members(conn, athlete_id, [record])[0].ref
    except TrainingDataError:
        if spoken is None:
            raise
        return spoken


def history_json(account: Account, record: RecordId | None = None) -> list[dict[str, Any]]:
    """The same as plain data. of: the records that an entry is about. before, after: by record and field."""
    by_id = {each.id: each for each in list_history(account)}
    return [_json(each, by_id) for each in (list_history(account, record) if record else by_id.values())]


def field_title(kind: RecordKind, field: str) -> str:
    """A field of a change in a few words, as people name it."""
    if field.startswith(SET_OF_SOURCE):
        number, named = set_of_field(field)
        return f"set {number} of {named.exercise_name}"
    if field.startswith(BOUT):
        return "same bout as another record"
    titles = {RECORD: "all of it", BINNED: "in the bin"} | {kept: name for name, kept in FIELDS[kind].items()}
    return titles.get(field, field.replace("_", " "))


def _json(entry: Entry, by_id: Mapping[int, Entry]) -> dict[str, Any]:
    about = history.changes_about(entry, by_id)
    return {
        "id": entry.id,
        "at": entry.at.isoformat() + "Z",
        "what": str(entry.what),
        "of": list(dict.fromkeys(str(_id(each.record, each.record_id)) for each in about)),
        "before": _values(entry.changes, "before"),
        "after": _values(entry.changes, "after"),
        "takes_back": entry.takes_back,
        "holds": entry.holds,
    }


def _values(changes: Sequence[Change], which: str) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    for each in changes:
        value = getattr(each, which)
        if value is not NO_WORD:
            found.setdefault(str(_id(each.record, each.record_id)), {})[each.field] = value
    return found


def _id(record: RecordRef, number: int) -> RecordId:
    return RecordId(record.kind, number)
