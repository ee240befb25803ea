"""Which records count, found anew from all that is there: at the end of whatever adds, takes or decides.

Depends on the records and on what the person said, not on how they came.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from lib.analysis.duplicates.primary import DuplicateGroup
from lib.analysis.duplicates.strength_links import link_strength
from lib.model.duplicates import Candidate, candidate_of
from lib.model.history import BY_HAND, LEFT_OUT, START, RecordRef, Words
from lib.model.vocabulary import RecordKind, WhyNot
from lib.services.bouts.find import Found, find_all
from lib.services.bouts.moves import find_moves
from lib.store.database.engine import Connection
from lib.store.own import history
from lib.store.records import contents, duplicate_decisions, links
from lib.store.records.apply_words import Ids, apply_words
from lib.store.records.links import DuplicateState
from lib.store.records.missing import Reach
from lib.store.records.overlay import about_sets
from lib.store.records.recompute import read_histories

_COMPARED: Final = frozenset({START, "sport", "distance_m", "moving_s", "elapsed_s", "heart_rate_bpm", "title"})

States = Mapping[RecordKind, Sequence[DuplicateState]]


class Relinked(NamedTuple):
    """The bouts that were found, and the ids of the records that are not what they were before."""

    bouts: Found
    changed: Ids


def relink(conn: Connection, athlete_id: int, latest: Mapping[str, Reach] | None = None) -> Relinked:
    """Mark moved records, duplicates, what is left out, and link strength rows.

    latest: files of the import that is under way, by source.
    """
    now, news = find_moves(conn, athlete_id, latest or {})
    changed = apply_words(conn, athlete_id, news) if news else {kind: set[int]() for kind in RecordKind}
    words = history.read_words(conn, athlete_id)
    ids = {kind: links.read_ids(conn, athlete_id, kind) if words or now else {} for kind in RecordKind}
    moved = {kind: {ids[kind][ref] for ref in now if ref in ids[kind]} for kind in RecordKind}
    states = {kind: _states(conn, athlete_id, kind, words, ids[kind]) for kind in RecordKind}
    here = {
        kind: [each.candidate for each in states[kind] if each.candidate.id not in moved[kind]] for kind in RecordKind
    }
    bouts = find_all(conn, athlete_id, here, duplicate_decisions.read_all(conn, athlete_id))
    for kind in RecordKind:
        changed[kind] |= _mark_duplicates(conn, athlete_id, kind, states[kind], bouts[kind].groups)
        left_out = {ids[kind][ref] for ref, said in words.items() if said.get(LEFT_OUT) and ref in ids[kind]}
        why = _why_not(left_out, moved[kind], bouts[kind].groups)
        changed[kind] |= links.set_why_not(conn, athlete_id, kind, why)
    sessions = bouts[RecordKind.SESSION].groups
    changed[RecordKind.ACTIVITY] |= _link_strength(conn, athlete_id, here[RecordKind.SESSION], _primaries(sessions))
    return Relinked(bouts, changed)


def _states(
    conn: Connection, athlete_id: int, kind: RecordKind, words: Mapping[RecordRef, Words], ids: Mapping[RecordRef, int]
) -> list[DuplicateState]:
    """Every record as its sources have it, whatever the person made of it: else an edit would part it from its copies."""
    states = links.read_duplicate_states(conn, athlete_id, kind, with_moved=True)
    edited = {ids[ref] for ref, said in words.items() if ref in ids and ref.source != BY_HAND and _is_compared(said)}
    if not edited:
        return states
    histories = read_histories(conn, athlete_id, kind, edited)
    said = {number: contents.record_of(each.stored.source_key, each.by_sources()) for number, each in histories.items()}
    return [
        each._replace(candidate=_by_sources(each.candidate, said[each.candidate.id]))
        if each.candidate.id in said
        else each
        for each in states
    ]


def _by_sources(stored: Candidate, said: contents.Bout) -> Candidate:
    return candidate_of(stored.id, stored.source, said)


def _is_compared(words: Words) -> bool:
    return bool(_COMPARED & words.keys()) or about_sets(words)


def _mark_duplicates(
    conn: Connection,
    athlete_id: int,
    kind: RecordKind,
    states: Iterable[DuplicateState],
    groups: Iterable[DuplicateGroup],
) -> set[int]:
    primary_of = _primaries(groups)
    changed = {
        each.candidate.id: primary_of.get(each.candidate.id)
        for each in states
        if each.duplicate_of != primary_of.get(each.candidate.id)
    }
    links.set_duplicates(conn, athlete_id, kind, changed)
    return set(changed)


def _why_not(left_out: Collection[int], moved: Collection[int], groups: Iterable[DuplicateGroup]) -> dict[int, WhyNot]:
    """Where one record of a bout is left out, all of it is: otherwise another one would count in its place."""
    found = dict.fromkeys(left_out, WhyNot.LEFT_OUT) | dict.fromkeys(moved, WhyNot.MOVED)
    for group in groups:
        members = [each.id for each in (group.primary, *group.duplicates)]
        if any(each in left_out for each in members):
            found |= dict.fromkeys(members, WhyNot.LEFT_OUT)
    return found


def _primaries(groups: Iterable[DuplicateGroup]) -> dict[int, int]:
    """What each duplicate is a duplicate of, by id."""
    return {duplicate.id: group.primary.id for group in groups for duplicate in group.duplicates}


def _link_strength(
    conn: Connection, athlete_id: int, sessions: Sequence[Candidate], primary_of: Mapping[int, int]
) -> set[int]:
    """A row that fits a session which does not count belongs to the one that counts in its place."""
    states = links.read_link_states(conn, athlete_id)
    if not states:
        return set()
    nearest = link_strength([each.candidate for each in states], sessions)
    wanted = {activity: primary_of.get(session, session) for activity, session in nearest.items()}
    changed = {
        each.candidate.id: wanted.get(each.candidate.id)
        for each in states
        if each.session_id != wanted.get(each.candidate.id)
    }
    links.set_sessions(conn, athlete_id, changed)
    return set(changed)
