"""Bouts that came from two sources: which records are records of one."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from lib.analysis.duplicates.find import (
    FoundDuplicates,
    find_duplicates,
    find_session_duplicates,
    near_sessions,
)
from lib.analysis.duplicates.primary import DuplicateGroup, why_it_counts
from lib.importers.base import known_traits
from lib.model.duplicates import Candidate, DuplicateDecision, DuplicatePair, RecordName
from lib.model.vocabulary import RecordKind
from lib.store.database.engine import Connection
from lib.store.records import duplicate_decisions, links

Found = Mapping[RecordKind, FoundDuplicates]
Candidates = Mapping[RecordKind, Mapping[int, Candidate]]


def preview_duplicates(conn: Connection, athlete_id: int, new: Candidates, changed: Candidates) -> Found:
    """What an import would find. new: with ids of their own, below 0; changed: known records by id."""
    found = {kind: [*_as_changed(conn, athlete_id, kind, changed[kind]), *new[kind].values()] for kind in RecordKind}
    return find_all(conn, athlete_id, found, duplicate_decisions.read_all(conn, athlete_id))


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


def find_all(
    conn: Connection,
    athlete_id: int,
    found: Mapping[RecordKind, Sequence[Candidate]],
    decisions: Sequence[DuplicateDecision],
) -> dict[RecordKind, FoundDuplicates]:
    """Every bout with more than one record. found: all records by kind, sessions with or without their sets."""
    sessions = _with_sets(
        conn, athlete_id, found[RecordKind.SESSION], {name for said in decisions for name in said[:2]}
    )
    return {
        RecordKind.ACTIVITY: find_duplicates(found[RecordKind.ACTIVITY], known_traits(), decisions),
        RecordKind.SESSION: find_session_duplicates(sessions, known_traits(), decisions),
    }


def _with_sets(
    conn: Connection, athlete_id: int, sessions: Sequence[Candidate], said: Collection[RecordName]
) -> list[Candidate]:
    """Those that could have a duplicate, with their sets: of most logs none, so that a million sets are not read for nothing.

    said: records that the person decided about, however far they are apart.
    """
    near = near_sessions(sessions) | {each.id for each in sessions if each.name in said}
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
