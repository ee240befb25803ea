"""Bouts that came from two sources: which record counts, what the person says of it, what the screen shows."""

from collections.abc import Iterable, Mapping, Sequence

from lib.analysis.strength_links import link_strength
from lib.analysis.twins import TwinGroup, find_twins, why_it_counts
from lib.model.records import Activity
from lib.model.twins import Candidate, RecordName, TwinDecision, TwinPair, candidate_of
from lib.model.vocabulary import TwinVerdict
from lib.services.report import FileReport
from lib.store import links, twin_decisions
from lib.store.engine import Connection, Engine, read, write


def settle(conn: Connection, athlete_id: int) -> list[TwinGroup]:
    """Mark twins and link strength rows anew, from all that is there. At the end of whatever adds or takes records."""
    groups = mark_twins(conn, athlete_id)
    _link_strength(conn, athlete_id)
    return groups


def mark_twins(conn: Connection, athlete_id: int) -> list[TwinGroup]:
    """Say of each activity what it is a twin of: depends on the records and the decisions, not on how they came."""
    states = links.read_twin_states(conn, athlete_id)
    groups = find_twins((each.candidate for each in states), twin_decisions.read_all(conn, athlete_id))
    wanted = {twin.id: group.keeper.id for group in groups for twin in group.twins}
    changed = {each.candidate.id: wanted.get(each.candidate.id) for each in states if _is_new(each, wanted)}
    links.set_twins(conn, athlete_id, changed)
    return groups


def preview_twins(
    conn: Connection, athlete_id: int, new: Iterable[Candidate], changed: Mapping[int, Activity]
) -> list[TwinGroup]:
    """The groups that an import would make. new: with ids of their own; changed: known records by id."""
    stored = [each.candidate for each in links.read_twin_states(conn, athlete_id)]
    known = (candidate_of(each.id, each.source, changed[each.id]) if each.id in changed else each for each in stored)
    return find_twins([*known, *new], twin_decisions.read_all(conn, athlete_id))


def count_twins(groups: Iterable[TwinGroup], new: Mapping[int, FileReport]) -> None:
    """Put the new records that do not add a bout under twins, in the reports of their files.

    Such a row is counted as unchanged as well: of what counts, nothing changes by it. Where a bout is new altogether,
    the record that counts is the one that was added.
    """
    for group in groups:
        members = (group.keeper, *group.twins)
        is_new_bout = all(each.id in new for each in members)
        for each in members:
            if each.id in new and not (is_new_bout and each is group.keeper):
                _count_as_twin(new[each.id])


def pairs_of(groups: Iterable[TwinGroup], decisions: Sequence[TwinDecision]) -> list[TwinPair]:
    """Every twin beside the record that counts in its place, the newest first."""
    pairs = [_pair(group.keeper, twin, decisions) for group in groups for twin in group.twins]
    return sorted(pairs, key=lambda pair: pair.keeper.local, reverse=True)


def list_twins(engine: Engine, athlete_id: int) -> list[TwinPair]:
    """Every twin that is stored, the newest first."""
    with read(engine) as conn:
        decisions = twin_decisions.read_all(conn, athlete_id)
        return pairs_of(_stored_groups(conn, athlete_id), decisions)


def list_counted_apart(engine: Engine, athlete_id: int) -> list[TwinPair]:
    """Pairs that the person said are two bouts, of records that are there; the newest first."""
    with read(engine) as conn:
        said_of = twin_decisions.read_all(conn, athlete_id)
        apart = [said for said in said_of if said.verdict is TwinVerdict.DIFFERENT]
        if not apart:
            return []
        by_name = {each.candidate.name: each.candidate for each in links.read_twin_states(conn, athlete_id)}
    pairs = [_pair(by_name[s.one], by_name[s.other], ()) for s in apart if s.one in by_name and s.other in by_name]
    return sorted(pairs, key=lambda pair: pair.keeper.local, reverse=True)


def decide_twin(engine: Engine, athlete_id: int, record: RecordName, verdict: TwinVerdict) -> None:
    """Say of a record in a group of twins that it is a bout of its own, or that it is the one that counts.

    It holds against every other record of the group, and when the files come again. A record without twins: nothing.
    """
    with write(engine, athlete_id) as conn:
        for other in _others_of(conn, athlete_id, record):
            twin_decisions.keep(conn, athlete_id, TwinDecision(record, other, verdict))
        mark_twins(conn, athlete_id)


def forget_decision(engine: Engine, athlete_id: int, one: RecordName, other: RecordName) -> None:
    """Leave two records to the rules again."""
    with write(engine, athlete_id) as conn:
        twin_decisions.forget(conn, athlete_id, one, other)
        mark_twins(conn, athlete_id)


def _link_strength(conn: Connection, athlete_id: int) -> None:
    states = links.read_link_states(conn, athlete_id)
    if not states:
        return
    wanted = link_strength([each.candidate for each in states], links.read_session_candidates(conn, athlete_id))
    changed = {
        each.candidate.id: wanted.get(each.candidate.id)
        for each in states
        if each.session_id != wanted.get(each.candidate.id)
    }
    links.set_sessions(conn, athlete_id, changed)


def _is_new(state: links.TwinState, wanted: Mapping[int, int]) -> bool:
    return state.twin_of != wanted.get(state.candidate.id)


def _others_of(conn: Connection, athlete_id: int, record: RecordName) -> list[RecordName]:
    for group in _stored_groups(conn, athlete_id):
        names = [group.keeper.name, *(twin.name for twin in group.twins)]
        if record in names:
            return [name for name in names if name != record]
    return []


def _stored_groups(conn: Connection, athlete_id: int) -> list[TwinGroup]:
    """The groups as they are marked."""
    states = links.read_twin_groups(conn, athlete_id)
    by_id = {each.candidate.id: each.candidate for each in states}
    twins: dict[int, list[Candidate]] = {}
    for each in states:
        if each.twin_of in by_id:
            twins.setdefault(each.twin_of, []).append(each.candidate)
    return [TwinGroup(by_id[keeper], tuple(found)) for keeper, found in twins.items()]


def _pair(keeper: Candidate, other: Candidate, decisions: Sequence[TwinDecision]) -> TwinPair:
    day_only = keeper.day_only or other.day_only
    if keeper.certain and other.certain and keeper.utc and other.utc:
        apart = (other.utc - keeper.utc).total_seconds()
    else:
        apart = (other.local - keeper.local).total_seconds()
    lengths = (other.distance_m, keeper.distance_m)
    return TwinPair(
        keeper,
        other,
        start_s=None if day_only else apart,
        distance_m=None if lengths[0] is None or lengths[1] is None else lengths[0] - lengths[1],
        why=why_it_counts(keeper, other, decisions),
    )


def _count_as_twin(report: FileReport) -> None:
    report.added.activities -= 1
    report.added.rows -= 1
    report.unchanged += 1
    report.twins += 1
