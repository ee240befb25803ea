"""Changing, adding and taking out sets of a session; splitting a session and merging several."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, NamedTuple

from lib.model.errors import TrainingDataError
from lib.model.history import ADDED_SET, LEFT_OUT, NO_WORD, RECORD, What, Words
from lib.model.record_id import RecordId
from lib.model.records import LiftingSet
from lib.model.vocabulary import DuplicateVerdict, RecordKind
from lib.services.bouts.acts import Said, act, of_pair
from lib.services.editing.edit import ChangedElsewhere
from lib.services.editing.log import Logged, new_record, word_of_record
from lib.store.account import Account
from lib.store.database.engine import Connection
from lib.store.records.members import NamedRecord, bout_of, find_members
from lib.store.records.overlay import FIRST, GONE, PlacedSet, Sets, next_added, place_sets, said_of_set
from lib.store.records.recompute import History, read_histories
from lib.store.records.rows import session_from_row


class EditedSet(NamedTuple):
    """A set as the person wants it. field: that of the PlacedSet it was made from; None for a new one."""

    field: str | None
    set: LiftingSet


def sets_of(account: Account, session: RecordId) -> Sets:
    """The sets of a session as they count, each with the field by which `save_sets` knows it."""
    with account.read() as conn:
        [named] = find_members(conn, account.athlete_id, [session])
        return _sets(_history(conn, account.athlete_id, named))


def save_sets(
    account: Account,
    session: RecordId,
    wanted: Sequence[EditedSet],
    *,
    seen: Sequence[PlacedSet] | None = None,
    now: datetime | None = None,
) -> int | None:
    """Let a session have these sets in this order of the new ones; the id of the entry, None where nothing changes.

    What is not among them is taken out. seen: the sets as they were shown; ChangedElsewhere where they are others by now.
    """
    with account.write() as conn:
        [named] = find_members(conn, account.athlete_id, [session])
        said = _history(conn, account.athlete_id, named)
        placed = _sets(said).placed
        if seen is not None and tuple(seen) != placed:
            raise ChangedElsewhere({"sets": (f"{len(seen)} sets", f"{len(placed)} other sets")})
        words = _words(said, placed, wanted)
        told = [Said(named.ref, named.number, field, value) for field, value in words.items()]
        return act(conn, account.athlete_id, What.EDIT, told, now or datetime.now(UTC))


def split_session(account: Account, session: RecordId, first_sets: int, now: datetime | None = None) -> Logged:
    """Make a session of its own of all sets after the first ones; what came of it. TrainingDataError where one has none."""
    moment = now or datetime.now(UTC)
    with account.write() as conn:
        [named] = find_members(conn, account.athlete_id, [session])
        said = _history(conn, account.athlete_id, named)
        placed = _sets(said).placed
        if not 0 < first_sets < len(placed):
            raise TrainingDataError(f"{session} has {len(placed)} sets; both parts need at least one.")
        ref, number = new_record(conn, account.athlete_id, RecordKind.SESSION)
        rest = placed[first_sets:]
        row = {**said.stored.content, "source_key": ref.source_key, "elapsed_s": None, "session_rpe": None}
        part = session_from_row(row, tuple(each.set._replace(line=line) for line, each in enumerate(rest, start=1)))
        told = [Said(named.ref, named.number, each.field, GONE) for each in rest]
        told.append(Said(ref, number, RECORD, word_of_record(part, number)))
        told += _apart(NamedRecord(ref, number), [named, *bout_of(conn, account.athlete_id, named)])
        entry = act(conn, account.athlete_id, What.SPLIT, told, moment)
    return Logged(RecordId(RecordKind.SESSION, number), len(rest), entry or 0)


def merge_sessions(account: Account, sessions: Sequence[RecordId], now: datetime | None = None) -> int | None:
    """Put the sets of all sessions into the first one; the others are left out of the counts."""
    if len(set(sessions)) < 2 or any(each.kind is not RecordKind.SESSION for each in sessions):
        raise TrainingDataError("Name at least two different sessions; the sets of all go into the first one.")
    with account.write() as conn:
        first, *others = find_members(conn, account.athlete_id, sessions)
        said = _history(conn, account.athlete_id, first)
        words: dict[str, Any] = dict(said.words)
        told: list[Said] = []
        after = placed[-1].field if (placed := _sets(said).placed) else None
        for other in others:
            for each in _sets(_history(conn, account.athlete_id, other)).placed:
                field = next_added(words)
                words[field] = {"set": said_of_set(each.set), "after": after}
                told.append(Said(first.ref, first.number, field, words[field]))
                after = field
            told.append(Said(other.ref, other.number, LEFT_OUT, True))
        return act(conn, account.athlete_id, What.MERGE, told, now or datetime.now(UTC))


def _apart(part: NamedRecord, whole: Sequence[NamedRecord]) -> list[Said]:
    """Both parts count: without the word the sources' sets, which are those of both, would make them one bout."""
    return [said for other in whole for said in of_pair(part, other, DuplicateVerdict.DIFFERENT)]


def _history(conn: Connection, athlete_id: int, named: NamedRecord) -> History:
    if named.ref.kind is not RecordKind.SESSION:
        raise TrainingDataError(f"{named.id} is no strength session, so it has no sets.")
    return read_histories(conn, athlete_id, RecordKind.SESSION, [named.number])[named.number]


def _sets(said: History) -> Sets:
    return place_sets(said.by_sources()["sets"], said.words)


def _words(said: History, placed: Sequence[PlacedSet], wanted: Sequence[EditedSet]) -> dict[str, Any]:
    """The words that make the sets those that are wanted; the same word as before where nothing changes.

    An added set stays where it was said to be, unless that is another place than the wanted one.
    """
    there = {each.field: each for each in placed}
    named = _named(there, wanted, said.words)
    words: dict[str, Any] = dict.fromkeys(there, GONE)
    words |= {field: _word(field, each, there, said.words, after) for field, each, after in named}
    if _order(said, words) != [field for field, _, _ in named]:
        words |= {field: words[field] | {"after": after} for field, _, after in named if field.startswith(ADDED_SET)}
    return words


def _named(
    there: Mapping[str, PlacedSet], wanted: Sequence[EditedSet], words: Words
) -> list[tuple[str, LiftingSet, str]]:
    """Each wanted set with its field, and that of the one before it."""
    taken, after, named = dict(words), FIRST, []
    for each in wanted:
        field = each.field if each.field and each.field in there else next_added(taken)
        taken[field] = True
        named.append((field, each.set, after))
        after = field
    return named


def _word(field: str, wanted: LiftingSet, there: Mapping[str, PlacedSet], words: Words, after: str) -> Any:
    if not field.startswith(ADDED_SET):
        return _difference(there[field].source or wanted, wanted)
    before = words.get(field)
    return {"set": said_of_set(wanted), "after": before["after"] if isinstance(before, Mapping) else after}


def _order(said: History, words: Words) -> list[str]:
    """The fields of the sets as they would be placed with these words."""
    spoken = {field: word for field, word in {**said.words, **words}.items() if word is not NO_WORD}
    return [each.field for each in place_sets(said.by_sources()["sets"], spoken).placed]


def _difference(source: LiftingSet, wanted: LiftingSet) -> Any:
    changed = {
        name: getattr(wanted, name)
        for name in LiftingSet._fields
        if name != "line" and getattr(wanted, name) != getattr(source, name)
    }
    return changed or NO_WORD
