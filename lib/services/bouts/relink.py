"""Which records count, found anew from all that is there: at the end of whatever adds, takes or decides.

Depends on the records and on what the person said, not on how they came.
"""

from collections.abc import Mapping
from typing import NamedTuple

from lib.model.history import LEFT_OUT
from lib.model.vocabulary import RecordKind
from lib.services.bouts.find import Found, find_all
from lib.services.bouts.linking import duplicate_states, other_primaries, other_sessions, primaries, why_not
from lib.services.bouts.moves import Moves, find_moves
from lib.store.database.engine import Connection
from lib.store.own import history
from lib.store.records import duplicate_decisions, links
from lib.store.records.apply_words import Ids, apply_words
from lib.store.records.missing import Reach


class Relinked(NamedTuple):
    """The bouts that were found, and the ids of the records that are not what they were before."""

    bouts: Found
    changed: Ids


def relink(conn: Connection, athlete_id: int, latest: Mapping[str, Reach] | None = None) -> Relinked:
    """Mark moved records, duplicates, what is left out, and link strength rows.

    latest: files of the import that is under way, by source.
    """
    return relink_all(conn, athlete_id, find_moves(conn, athlete_id, latest or {}))


def relink_all(conn: Connection, athlete_id: int, moves: Moves) -> Relinked:
    """The same where it is known what moved."""
    now, news = moves
    changed = apply_words(conn, athlete_id, news) if news else {kind: set[int]() for kind in RecordKind}
    words = history.read_words(conn, athlete_id)
    ids = {kind: links.read_ids(conn, athlete_id, kind) if words or now else {} for kind in RecordKind}
    moved = {kind: {ids[kind][ref] for ref in now if ref in ids[kind]} for kind in RecordKind}
    states = {kind: duplicate_states(conn, athlete_id, kind, words, ids[kind]) for kind in RecordKind}
    here = {
        kind: [each.candidate for each in states[kind] if each.candidate.id not in moved[kind]] for kind in RecordKind
    }
    bouts = find_all(conn, athlete_id, here, duplicate_decisions.read_all(conn, athlete_id))
    for kind in RecordKind:
        others = other_primaries(states[kind], primaries(bouts[kind].groups))
        links.set_duplicates(conn, athlete_id, kind, others)
        left_out = {ids[kind][ref] for ref, said in words.items() if said.get(LEFT_OUT) and ref in ids[kind]}
        why = why_not(left_out, moved[kind], bouts[kind].groups)
        changed[kind] |= {*others, *links.set_why_not(conn, athlete_id, kind, why)}
    primary_of = primaries(bouts[RecordKind.SESSION].groups)
    linked = other_sessions(links.read_link_states(conn, athlete_id), here[RecordKind.SESSION], primary_of)
    links.set_sessions(conn, athlete_id, linked)
    changed[RecordKind.ACTIVITY] |= set(linked)
    return Relinked(bouts, changed)
