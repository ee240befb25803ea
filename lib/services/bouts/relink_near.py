"""Which records count, found anew around what an act was about. It ends in what `relink` would end in.

A record is compared with those of the same hours alone; what these show of the clocks of their sources counts for the
pairs of sixty days around, and that once more for what is proved by it. So an act changes nothing beyond half a year, and
a year more around it is all that has to be read. Were a chain of copies to reach farther, records between these borders
would come out otherwise than they are marked: then everything is found anew.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, NamedTuple

from lib.model.duplicates import Candidate, DuplicateDecision
from lib.model.history import BINNED, BY_HAND, LEFT_OUT, START, Change, RecordRef
from lib.model.vocabulary import DuplicateVerdict, RecordKind, WhyNot
from lib.services.bouts.find import find_all
from lib.services.bouts.linking import AllWords, duplicate_states, other_primaries, other_sessions, primaries, why_not
from lib.services.bouts.moves import Moves, find_moves
from lib.services.bouts.relink import relink_all
from lib.store.database.engine import Connection
from lib.store.own import aliases, history
from lib.store.records import duplicate_decisions, links
from lib.store.records.apply_words import Ids, ids_of
from lib.store.records.links import Days


class _Borders(NamedTuple):
    """Time around the act: where records may change, up to where none may, and what has to be known for that."""

    may_change: timedelta
    must_not: timedelta
    read: timedelta


_BORDERS: Final = {
    RecordKind.ACTIVITY: _Borders(timedelta(days=160), timedelta(days=240), timedelta(days=400)),
    RecordKind.SESSION: _Borders(timedelta(days=20), timedelta(days=40), timedelta(days=60)),
}
SURROUNDINGS: Final = {
    kind: each.read for kind, each in _BORDERS.items()
}  # what can matter to a record, before and after it
_JOINED_WITHIN: Final = timedelta(days=7)  # where more was joined by hand, everything is found anew
_LINKED_WITHIN: Final = timedelta(days=3)


@dataclass(frozen=True, slots=True)
class _Act:
    """What the person did. days: from the first to the last start of its records; moved: keys that lead to others."""

    conn: Connection
    athlete_id: int
    days: Days
    refs: frozenset[RecordRef]
    words: AllWords
    moved: frozenset[RecordRef]
    decisions: Sequence[DuplicateDecision]


class _Found(NamedTuple):
    """What is to be written of a kind. among: the records that may be left out or not by it."""

    here: Sequence[Candidate]
    primary_of: Mapping[int, int]
    others: Mapping[int, int | None]
    why: Mapping[int, WhyNot]
    among: Collection[int]


def relink_near(conn: Connection, athlete_id: int, changes: Collection[Change], starts: Collection[datetime]) -> Ids:
    """Mark duplicates, what is left out, and link strength rows after an act; the ids of the records that change by it.

    starts: the wall clocks at which the records of the act started, before it and after it.
    """
    words = history.read_words(conn, athlete_id)
    moves, refs = _moves(conn, athlete_id, changes), frozenset(each.record for each in changes)
    if moves.news or not starts or any(ref.source != BY_HAND and START in words.get(ref, {}) for ref in refs):
        return relink_all(conn, athlete_id, moves).changed
    decisions = duplicate_decisions.read_all(conn, athlete_id)
    days = Days(min(starts), max(starts))
    act = _Act(conn, athlete_id, days, refs, words, frozenset(moves.now), decisions)
    found = {kind: _find(act, kind) for kind in RecordKind if kind is RecordKind.SESSION or _is_about(refs, kind)}
    sure = {kind: each for kind, each in found.items() if each}
    return _write(act, sure) if len(sure) == len(found) else relink_all(conn, athlete_id, moves).changed


def _moves(conn: Connection, athlete_id: int, changes: Iterable[Change]) -> Moves:
    """What moved at its source depends on the person only by what has left the bin for good."""
    if any(each.field == BINNED for each in changes):
        return find_moves(conn, athlete_id, {})
    return Moves(aliases.read_aliases(conn, athlete_id, moved=True), frozenset())


def _is_about(refs: Iterable[RecordRef], kind: RecordKind) -> bool:
    return any(each.kind is kind for each in refs)


def _find(act: _Act, kind: RecordKind) -> _Found | None:
    """None where a record beyond the border of what may change would come out otherwise than it is marked."""
    borders = _BORDERS[kind]
    named = [ref for ref in {*act.words, *act.moved, *act.refs} if ref.kind is kind]
    ids = ids_of(act.conn, act.athlete_id, kind, named)
    moved = {ids[ref] for ref in act.moved if ref in ids}
    days = act.days.wider(borders.read)
    states = duplicate_states(act.conn, act.athlete_id, kind, act.words, ids, days)
    here = [each.candidate for each in states if each.candidate.id not in moved]
    if _joined_afar(act, kind, here):
        return None
    records = {other: here if other is kind else [] for other in RecordKind}
    groups = find_all(act.conn, act.athlete_id, records, act.decisions)[kind].groups
    primary_of = primaries(groups)
    others = other_primaries(states, primary_of)
    near, border = act.days.wider(borders.may_change), act.days.wider(borders.must_not)
    starts = {each.candidate.id: each.candidate.local for each in states}
    if any(border.has(starts[each]) and not near.has(starts[each]) for each in others):
        return None
    inside = {each for each, start in starts.items() if near.has(start)}
    left_out = {ids[ref] for ref, said in act.words.items() if said.get(LEFT_OUT) and ref in ids}
    return _Found(
        here,
        primary_of,
        {each: primary for each, primary in others.items() if each in inside},
        why_not(left_out, moved, groups),
        inside | {ids[ref] for ref in act.refs if ref in ids},
    )


def _joined_afar(act: _Act, kind: RecordKind, here: Sequence[Candidate]) -> bool:
    """Whether the person joined a record of these days with one that starts long before or after it."""
    starts = {each.name: each.local for each in here}
    for said in act.decisions:
        known = [starts[name] for name in (said.one, said.other) if name in starts]
        if said.is_rule or said.verdict is not DuplicateVerdict.COUNTS or not known:
            continue
        if abs(known[-1] - known[0]) > _JOINED_WITHIN:
            return True
        missing = [RecordRef(kind, *name) for name in (said.one, said.other) if name not in starts]
        if ids_of(act.conn, act.athlete_id, kind, missing):
            return True
    return False


def _write(act: _Act, found: Mapping[RecordKind, _Found]) -> Ids:
    changed: Ids = {kind: set() for kind in RecordKind}
    for kind, each in found.items():
        links.set_duplicates(act.conn, act.athlete_id, kind, each.others)
        among = links.set_why_not(act.conn, act.athlete_id, kind, each.why, each.among)
        changed[kind] |= {*each.others, *among}
    sessions = found[RecordKind.SESSION]
    days = act.days.wider(_BORDERS[RecordKind.SESSION].may_change + _LINKED_WITHIN)
    strength = links.read_link_states(act.conn, act.athlete_id, days)
    linked = other_sessions(strength, sessions.here, sessions.primary_of)
    links.set_sessions(act.conn, act.athlete_id, linked)
    changed[RecordKind.ACTIVITY] |= set(linked)
    return changed
