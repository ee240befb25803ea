"""Acts of a person from the history of an archive, added to a history that has acts of its own."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from lib.model.history import NO_WORD, RECORD, Change, Entry, RecordRef, What
from lib.model.vocabulary import RecordKind
from lib.store.database.engine import Connection
from lib.store.own import history
from lib.store.records import records
from lib.store.records.apply_words import ids_of

_Act = tuple[object, ...]


class AddedActs(NamedTuple):
    """added: how many acts came along. overruled: how many did not, or in part, as another one holds here."""

    added: int
    overruled: int


def add_acts(source: Connection, source_id: int, target: Connection, target_id: int) -> AddedActs:
    """Append every act that holds in the archive and that the target never had, but for what was said otherwise here.

    That is what an act that holds here, and that the archive does not have, says of the same field of the same record. An
    act that the target took back stays taken back. Records are named by source and key, so their numbers are those of
    the target; one that is not there gets a free one, and has it when it comes.
    """
    here, there = history.read_entries(target, target_id), history.read_entries(source, source_id)
    known, theirs = set(map(_as_act, here)), set(map(_as_act, there))
    own = [each for each in here if _speaks(each) and _as_act(each) not in theirs]
    said_here = {_about(change): _said(change) for each in reversed(own) for change in each.changes}
    missing = [each for each in reversed(there) if _speaks(each) and _as_act(each) not in known]
    free = [tuple(change for change in each.changes if _about(change) not in said_here) for each in missing]
    new = [each._replace(changes=changes) for each, changes in zip(missing, free, strict=True) if changes]
    numbers = _Numbers(target, target_id, new)
    for each in new:
        history.add_entry(
            target, target_id, each.what, [numbers.renumbered(change) for change in each.changes], each.at
        )
    overruled = sum(
        any(said_here.get(_about(change), _said(change)) != _said(change) for change in each.changes)
        for each in missing
    )
    return AddedActs(len(new), overruled)


def _speaks(entry: Entry) -> bool:
    return entry.holds and entry.what is not What.TAKE_BACK


def _about(change: Change) -> tuple[RecordRef, str]:
    return change.record, change.field


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
