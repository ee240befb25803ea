"""Acts of a person from the history of an archive, added to a history that has acts of its own."""

from collections.abc import Mapping, Sequence
from typing import Any

from lib.model.history import NO_WORD, RECORD, Change, Entry, RecordRef, What
from lib.model.vocabulary import RecordKind
from lib.store.database.engine import Connection
from lib.store.own import history
from lib.store.records import records
from lib.store.records.apply_words import ids_of

_Act = tuple[object, ...]


def add_acts(source: Connection, source_id: int, target: Connection, target_id: int) -> int:
    """Append every act that holds in the archive and that the target never had; how many.

    An act that the target took back stays taken back. Records are named by source and key, so their numbers are those of
    the target; one that is not there gets a free one, and has it when it comes.
    """
    known = {_as_act(each) for each in history.read_entries(target, target_id)}
    entries = [
        each for each in history.read_entries(source, source_id) if each.holds and each.what is not What.TAKE_BACK
    ]
    new = [each for each in reversed(entries) if _as_act(each) not in known]
    numbers = _Numbers(target, target_id, new)
    for each in new:
        history.add_entry(
            target, target_id, each.what, [numbers.renumbered(change) for change in each.changes], each.at
        )
    return len(new)


def _as_act(entry: Entry) -> _Act:
    said = tuple(sorted((*each.record, each.field, _said(each)) for each in entry.changes))
    return (entry.at, entry.what, said)


def _said(change: Change) -> str:
    """What is said, whatever the number of the record."""
    after = change.after
    if change.field == RECORD and isinstance(after, dict):
        after = after["content"]
    return repr(NO_WORD if after is NO_WORD else after)


class _Numbers:
    """The numbers that the records of acts have, or will have, in the target."""

    def __init__(self, conn: Connection, athlete_id: int, entries: Sequence[Entry]) -> None:
        refs = {change.record for entry in entries for change in entry.changes}
        known = {
            kind: ids_of(conn, athlete_id, kind, sorted(ref for ref in refs if ref.kind is kind)) for kind in RecordKind
        }
        former = history.former_ids(conn, athlete_id)
        self._numbers: dict[RecordRef, int] = {**former, **known[RecordKind.ACTIVITY], **known[RecordKind.SESSION]}
        self._next = {kind: records.next_id(conn, athlete_id, kind) for kind in RecordKind}

    def renumbered(self, change: Change) -> Change:
        number = self._number(change.record)
        said: Mapping[str, Any] | Any = change.after
        if change.field == RECORD and isinstance(said, dict):
            said = {**said, "id": number}
        return change._replace(record_id=number, after=said)

    def _number(self, record: RecordRef) -> int:
        if record not in self._numbers:
            self._numbers[record] = self._next[record.kind]
            self._next[record.kind] += 1
        return self._numbers[record]
