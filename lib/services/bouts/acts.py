"""One act of the person: an entry in the history, and the records that follow from it, in one transaction."""

from collections.abc import Collection, Iterable, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any, Final, NamedTuple

from lib.model.errors import StoreError
from lib.model.history import BINNED, BOUT, BY_HAND, LEFT_OUT, NO_WORD, RECORD, SET_OF_SOURCE, Change, RecordRef, What
from lib.model.vocabulary import DuplicateVerdict, RecordKind
from lib.services.bouts.relink_near import relink_near
from lib.store.account import Account
from lib.store.database.engine import Connection
from lib.store.own import history
from lib.store.records import links
from lib.store.records.apply_words import Ids, apply_words, ids_of
from lib.store.records.bin import empty_bin
from lib.store.records.duplicate_decisions import words_of
from lib.store.records.listing import read_shown
from lib.store.records.members import NamedRecord
from lib.store.records.overlay import said_of_set, set_of_field

KEPT_IN_BIN: Final = timedelta(days=30)

# Words that decide what counts; after any other one the bouts are what they were.
_DECIDING: Final = (BINNED, LEFT_OUT, RECORD, "sport")


AllWords = Mapping[RecordRef, Mapping[str, Any]]
Shown = Mapping[RecordKind, Mapping[int, Mapping[str, Any]]]


class Said(NamedTuple):
    """What an act says of one field of one record; see lib.model.history.Change."""

    ref: RecordRef
    number: int
    field: str
    value: Any


def of_pair(one: NamedRecord, other: NamedRecord, verdict: DuplicateVerdict | None) -> list[Said]:
    """What two records are to each other, said of both; without a verdict they are left to the rules."""
    numbers = {each.ref: each.number for each in (one, other)}
    return [Said(ref, numbers[ref], field, value) for ref, field, value in words_of(one.ref, other.ref, verdict)]


def act(conn: Connection, athlete_id: int, what: What, said: Iterable[Said], now: datetime | None = None) -> int | None:
    """Keep what the person says and let the records follow; the id of the entry, None where nothing is new in it."""
    told = list(said)
    words = history.read_words(conn, athlete_id, {each.ref for each in told})
    shown = {kind: read_shown(conn, athlete_id, kind, _numbers(told, kind)) for kind in RecordKind}
    changes = [_change(each, words, shown) for each in told if _is_new(each, words, shown)]
    if not changes:
        return None
    moment = now or datetime.now(UTC)
    entry = history.add_entry(conn, athlete_id, what, changes, moment)
    if what is What.BIN:
        empty_bin(conn, athlete_id, moment.astimezone(UTC).replace(tzinfo=None) - KEPT_IN_BIN)
    _follow(conn, athlete_id, entry, changes)
    return entry


def take_back(account: Account, entry_id: int, now: datetime | None = None) -> int:
    """Take an entry back, whichever it is; the id of the entry that says so. StoreError: unknown, or taken back before."""
    with account.write() as conn:
        by_id = {each.id: each for each in history.read_entries(conn, account.athlete_id)}
        entry = by_id.get(entry_id)
        if entry is None:
            raise StoreError(f"There is no entry {entry_id} in the history.")
        if not entry.holds:
            raise StoreError(f"Entry {entry_id} was taken back before; nothing was changed.")
        moment = now or datetime.now(UTC)
        taken = history.add_entry(conn, account.athlete_id, What.TAKE_BACK, (), moment, takes_back=entry_id)
        _follow(conn, account.athlete_id, taken, history.changes_about(entry, by_id))
        return taken


def _follow(conn: Connection, athlete_id: int, entry: int, changes: Collection[Change]) -> None:
    """Let the records say it, and find anew which of them count where that may have changed."""
    refs = history.with_later(conn, athlete_id, {each.record for each in changes})
    decides = any(_decides(each) for each in changes)
    starts = _starts(conn, athlete_id, refs) if decides else []
    changed: Ids = apply_words(conn, athlete_id, refs)
    if decides:
        again = relink_near(conn, athlete_id, changes, [*starts, *_starts(conn, athlete_id, refs)])
        changed = {kind: changed[kind] | again[kind] for kind in RecordKind}
    history.note_touched(conn, athlete_id, entry, changed)


def _starts(conn: Connection, athlete_id: int, refs: Collection[RecordRef]) -> list[datetime]:
    ids = {kind: ids_of(conn, athlete_id, kind, [ref for ref in refs if ref.kind is kind]) for kind in RecordKind}
    return [start for kind in RecordKind for start in links.read_starts(conn, athlete_id, kind, ids[kind].values())]


def _decides(change: Change) -> bool:
    return change.record.source == BY_HAND or change.field in _DECIDING or change.field.startswith(BOUT)


def _is_new(said: Said, words: AllWords, shown: Shown) -> bool:
    """Whether it is another word than before; where there was none, whether the record says otherwise."""
    word = words.get(said.ref, {}).get(said.field, NO_WORD)
    if word is NO_WORD and said.value is not NO_WORD:
        return bool(said.value != shown[said.ref.kind].get(said.number, {}).get(said.field, NO_WORD))
    return bool(said.value != word)


def _change(said: Said, words: AllWords, shown: Shown) -> Change:
    """before: what the record said, for people; what the person said before follows from the earlier entries."""
    word = words.get(said.ref, {}).get(said.field, NO_WORD)
    before = shown[said.ref.kind].get(said.number, {}).get(said.field, word)
    if said.field.startswith(SET_OF_SOURCE) and before is NO_WORD:
        before = said_of_set(set_of_field(said.field)[1])
    return Change(said.ref, said.number, said.field, before, said.value)


def _numbers(told: Iterable[Said], kind: RecordKind) -> list[int]:
    return [each.number for each in told if each.ref.kind is kind]
