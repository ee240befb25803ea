"""What finding out which records count starts from and ends with, for all records or for those of some days."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Final

from lib.analysis.duplicates.primary import DuplicateGroup
from lib.analysis.duplicates.strength_links import link_strength
from lib.model.duplicates import Candidate, candidate_of
from lib.model.history import BY_HAND, START, RecordRef, Words
from lib.model.vocabulary import RecordKind, WhyNot
from lib.store.database.engine import Connection
from lib.store.records import contents, links
from lib.store.records.links import Days, DuplicateState, LinkState
from lib.store.records.overlay import about_sets
from lib.store.records.recompute import read_histories

_COMPARED: Final = frozenset({START, "sport", "distance_m", "moving_s", "elapsed_s", "heart_rate_bpm", "title"})

AllWords = Mapping[RecordRef, Words]


def duplicate_states(
    conn: Connection,
    athlete_id: int,
    kind: RecordKind,
    words: AllWords,
    ids: Mapping[RecordRef, int],
    days: Days | None = None,
) -> list[DuplicateState]:
    """Every record as its sources have it, whatever the person made of it: else an edit would part it from its copies.

    ids: of the records that have words. days: only of what starts on these days by the word of its sources.
    """
    edited = {ids[ref] for ref, said in words.items() if ref in ids and ref.source != BY_HAND and _is_compared(said)}
    states = links.read_duplicate_states(conn, athlete_id, kind, with_moved=True, days=days, also=edited)
    if edited:
        states = _by_sources(conn, athlete_id, kind, states, edited)
    return [each for each in states if days is None or days.has(each.candidate.local)]


def primaries(groups: Iterable[DuplicateGroup]) -> dict[int, int]:
    """What each duplicate is a duplicate of, by id."""
    return {duplicate.id: group.primary.id for group in groups for duplicate in group.duplicates}


def other_primaries(states: Iterable[DuplicateState], primary_of: Mapping[int, int]) -> dict[int, int | None]:
    """What each record that is marked otherwise is a duplicate of; None: of none."""
    return {
        each.candidate.id: primary_of.get(each.candidate.id)
        for each in states
        if each.duplicate_of != primary_of.get(each.candidate.id)
    }


def why_not(left_out: Collection[int], moved: Collection[int], groups: Iterable[DuplicateGroup]) -> dict[int, WhyNot]:
    """Where one record of a bout is left out, all of it is: otherwise another one would count in its place."""
    found = dict.fromkeys(left_out, WhyNot.LEFT_OUT) | dict.fromkeys(moved, WhyNot.MOVED)
    for group in groups:
        members = [each.id for each in (group.primary, *group.duplicates)]
        if any(each in left_out for each in members):
            found |= dict.fromkeys(members, WhyNot.LEFT_OUT)
    return found


def other_sessions(
    states: Sequence[LinkState], sessions: Sequence[Candidate], primary_of: Mapping[int, int]
) -> dict[int, int | None]:
    """Which session each strength activity that is linked otherwise has; None: none.

    A row that fits a session which does not count belongs to the one that counts in its place.
    """
    if not states:
        return {}
    nearest = link_strength([each.candidate for each in states], sessions)
    wanted = {activity: primary_of.get(session, session) for activity, session in nearest.items()}
    return {
        each.candidate.id: wanted.get(each.candidate.id)
        for each in states
        if each.session_id != wanted.get(each.candidate.id)
    }


def _by_sources(
    conn: Connection, athlete_id: int, kind: RecordKind, states: Sequence[DuplicateState], edited: Collection[int]
) -> list[DuplicateState]:
    histories = read_histories(conn, athlete_id, kind, edited)
    said = {number: contents.record_of(each.stored.source_key, each.by_sources()) for number, each in histories.items()}
    return [
        each._replace(candidate=candidate_of(each.candidate.id, each.candidate.source, said[each.candidate.id]))
        if each.candidate.id in said
        else each
        for each in states
    ]


def _is_compared(words: Words) -> bool:
    return bool(_COMPARED & words.keys()) or about_sets(words)
