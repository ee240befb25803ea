"""Bouts that came from two sources: which record counts, and what an import says of it."""

from collections.abc import Iterable, Mapping, Sequence

from lib.analysis.duplicates.find import (
    FoundDuplicates,
    find_duplicates,
    find_session_duplicates,
    near_sessions,
)
from lib.analysis.duplicates.near_in_time import Pair
from lib.analysis.duplicates.primary import DuplicateGroup, why_it_counts
from lib.analysis.duplicates.strength_links import link_strength
from lib.importers.base import known_traits
from lib.model.duplicates import Candidate, DuplicateDecision, DuplicatePair
from lib.model.vocabulary import RecordKind
from lib.services.importing.receipt import NewRecord
from lib.store.database.engine import Connection
from lib.store.records import duplicate_decisions, links

Found = Mapping[RecordKind, FoundDuplicates]
Candidates = Mapping[RecordKind, Mapping[int, Candidate]]


def relink(conn: Connection, athlete_id: int) -> Found:
    """Mark duplicates and link strength rows anew, from all that is there. At the end of whatever adds, takes or decides.

    Depends on the records and the decisions, not on how they came.
    """
    decisions = duplicate_decisions.read_all(conn, athlete_id)
    states = {kind: links.read_duplicate_states(conn, athlete_id, kind) for kind in RecordKind}
    found = {kind: [each.candidate for each in states[kind]] for kind in RecordKind}
    bouts = _find(conn, athlete_id, found, decisions)
    for kind in RecordKind:
        primary_of = _primaries(bouts[kind].groups)
        changed = {
            each.candidate.id: primary_of.get(each.candidate.id) for each in states[kind] if _is_new(each, primary_of)
        }
        links.set_duplicates(conn, athlete_id, kind, changed)
    _link_strength(conn, athlete_id, found[RecordKind.SESSION], _primaries(bouts[RecordKind.SESSION].groups))
    return bouts


def preview_duplicates(conn: Connection, athlete_id: int, new: Candidates, changed: Candidates) -> Found:
    """What an import would find. new: with ids of their own, below 0; changed: known records by id."""
    found = {kind: [*_as_changed(conn, athlete_id, kind, changed[kind]), *new[kind].values()] for kind in RecordKind}
    return _find(conn, athlete_id, found, duplicate_decisions.read_all(conn, athlete_id))


def count_duplicates(groups: Iterable[DuplicateGroup], new: Mapping[int, NewRecord]) -> None:
    """Put the new records that do not add a bout under duplicates, in the receipts of their files.

    Their rows are counted as unchanged as well: of what counts, nothing changes by them. Where a bout is new altogether,
    the record that counts is the one that was added.
    """
    for group in groups:
        members = (group.primary, *group.duplicates)
        is_new_bout = all(each.id in new for each in members)
        for each in members:
            if each.id in new and not (is_new_bout and each is group.primary):
                _count_as_duplicate(new[each.id])


def count_overlaps(pairs: Iterable[Pair], new: Mapping[int, NewRecord]) -> list[Pair]:
    """Count the pairs that may be one bout in the receipts of the files that brought one of them; these pairs."""
    with_new = [pair for pair in pairs if any(each.id in new for each in pair)]
    for pair in with_new:
        receipts = {id(receipt): receipt for each in pair if each.id in new for receipt in [new[each.id].receipt]}
        for receipt in receipts.values():
            receipt.overlaps += 1
    return with_new


def pairs_of(groups: Iterable[DuplicateGroup], decisions: Sequence[DuplicateDecision]) -> list[DuplicatePair]:
    """Every duplicate beside the record that counts in its place, the newest first."""
    pairs = [pair_of(group.primary, duplicate, decisions) for group in groups for duplicate in group.duplicates]
    return sorted(pairs, key=lambda pair: pair.primary.local, reverse=True)


def pair_of(primary: Candidate, other: Candidate, decisions: Sequence[DuplicateDecision] = ()) -> DuplicatePair:
    """Two records beside each other."""
    day_only = primary.day_only or other.day_only
    if primary.certain and other.certain and primary.utc and other.utc:
        apart = (other.utc - primary.utc).total_seconds()
    else:
        apart = (other.local - primary.local).total_seconds()
    lengths = (other.distance_m, primary.distance_m)
    return DuplicatePair(
        primary,
        other,
        start_s=None if day_only else apart,
        distance_m=None if lengths[0] is None or lengths[1] is None else lengths[0] - lengths[1],
        why=why_it_counts(primary, other, known_traits(), decisions),
    )


def _find(
    conn: Connection,
    athlete_id: int,
    found: Mapping[RecordKind, Sequence[Candidate]],
    decisions: Sequence[DuplicateDecision],
) -> dict[RecordKind, FoundDuplicates]:
    sessions = _with_sets(conn, athlete_id, found[RecordKind.SESSION])
    of_sessions = find_session_duplicates(sessions, known_traits(), decisions)
    return {
        RecordKind.ACTIVITY: find_duplicates(found[RecordKind.ACTIVITY], known_traits(), decisions),
        RecordKind.SESSION: FoundDuplicates(of_sessions, []),
    }


def _with_sets(conn: Connection, athlete_id: int, sessions: Sequence[Candidate]) -> list[Candidate]:
    """Those that could have a duplicate, with their sets: of most logs none, so that a million sets are not read for nothing."""
    near = near_sessions(sessions)
    stored = [each for each in sessions if each.id in near and not each.works]
    at_hand = [each for each in sessions if each.id in near and each.works]
    return [*links.read_sets_of(conn, athlete_id, stored), *at_hand]


def _as_changed(
    conn: Connection, athlete_id: int, kind: RecordKind, changed: Mapping[int, Candidate]
) -> Iterable[Candidate]:
    """What is stored, as the files would change it."""
    for state in links.read_duplicate_states(conn, athlete_id, kind):
        stored = state.candidate
        yield changed[stored.id]._replace(source=stored.source) if stored.id in changed else stored


def _primaries(groups: Iterable[DuplicateGroup]) -> dict[int, int]:
    """What each duplicate is a duplicate of, by id."""
    return {duplicate.id: group.primary.id for group in groups for duplicate in group.duplicates}


def _link_strength(
    conn: Connection, athlete_id: int, sessions: Sequence[Candidate], primary_of: Mapping[int, int]
) -> None:
    """A row that fits a session which does not count belongs to the one that counts in its place."""
    states = links.read_link_states(conn, athlete_id)
    if not states:
        return
    nearest = link_strength([each.candidate for each in states], sessions)
    wanted = {activity: primary_of.get(session, session) for activity, session in nearest.items()}
    changed = {
        each.candidate.id: wanted.get(each.candidate.id)
        for each in states
        if each.session_id != wanted.get(each.candidate.id)
    }
    links.set_sessions(conn, athlete_id, changed)


def _is_new(state: links.DuplicateState, wanted: Mapping[int, int]) -> bool:
    return state.duplicate_of != wanted.get(state.candidate.id)


def _count_as_duplicate(new: NewRecord) -> None:
    receipt = new.receipt
    receipt.added.rows -= new.rows
    receipt.unchanged += new.rows
    receipt.duplicates += 1
    receipt.duplicate_rows += new.rows
    if new.sets:
        receipt.added.sessions -= 1
        receipt.added.sets -= new.sets
    else:
        receipt.added.activities -= 1
