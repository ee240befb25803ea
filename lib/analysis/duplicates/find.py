"""Which records are records of one bout, and which of them counts. The same whatever the order of the imports."""

from collections.abc import Iterable, Sequence
from operator import attrgetter
from typing import NamedTuple

from lib.analysis.duplicates.near_in_time import Found, Pair, matching, near_pairs
from lib.analysis.duplicates.primary import DuplicateGroup, by_what_counts
from lib.analysis.duplicates.same_bout import START_S, Match, at_once, may_be_duplicates, same_bout
from lib.analysis.duplicates.same_session import WATCH_START_S, same_session
from lib.analysis.duplicates.together import joined
from lib.analysis.duplicates.unsure import may_be_one_bout, may_be_one_session
from lib.analysis.duplicates.usual_shift import Shifts
from lib.model.duplicates import Candidate, DuplicateDecision, RecordName
from lib.model.traits import KnownTraits
from lib.model.vocabulary import DuplicateVerdict


class FoundDuplicates(NamedTuple):
    """Bouts with more than one record, oldest first; and pairs that may be one bout, which nobody joined."""

    groups: list[DuplicateGroup]
    unsure: list[Pair]


def find_duplicates(
    candidates: Iterable[Candidate], known: KnownTraits, decisions: Iterable[DuplicateDecision] = ()
) -> FoundDuplicates:
    """Every bout with more than one activity. What the person decided comes before everything else."""
    said, records = list(decisions), list(candidates)
    pairs = [pair for pair in near_pairs(records, START_S) if may_be_duplicates(*pair, known)]
    found, shifts = _matches(pairs, known)
    bouts = joined(found, known, _apart(said), _said_same(said, records))
    unsure = matching(pairs, lambda one, other: may_be_one_bout(one, other, known, shifts.proved(one, other)) or None)
    return FoundDuplicates(_groups(bouts, known, said), _open(unsure, bouts, _apart(said)))


def find_session_duplicates(
    candidates: Iterable[Candidate], known: KnownTraits, decisions: Iterable[DuplicateDecision] = ()
) -> FoundDuplicates:
    """The same of strength sessions, which are compared by their sets: those outweigh an odd shift of the clocks."""
    said, records = list(decisions), list(candidates)
    pairs = list(near_pairs(records, WATCH_START_S))
    found = matching(pairs, lambda one, other: same_session(one, other, known))
    bouts = joined(found, known, _apart(said), _said_same(said, records))
    unsure = matching(pairs, lambda one, other: may_be_one_session(one, other) or None)
    return FoundDuplicates(_groups(bouts, known, said), _open(unsure, bouts, _apart(said)))


def near_sessions(candidates: Sequence[Candidate]) -> frozenset[int]:
    """Ids of the sessions that have one of another source near them: only of these the sets need to be known."""
    if len({each.source for each in candidates}) < 2:
        return frozenset()
    pairs = near_pairs(candidates, WATCH_START_S)
    return frozenset(each.id for pair in pairs if pair[0].source != pair[1].source for each in pair)


def _matches(pairs: Sequence[Pair], known: KnownTraits) -> tuple[list[Found[Match]], Shifts]:
    """What agrees by itself, then what overlaps by the shift that those prove."""
    first = matching(pairs, lambda one, other: same_bout(one, other, known))
    shown = Shifts(first)
    plausible = [each for each in first if shown.is_plausible(each)]
    shifts = Shifts(plausible)
    done = {(each.one.name, each.other.name) for each in plausible if each.match.sure}

    def by_proof(one: Candidate, other: Candidate) -> Match | None:
        shift_s = None if (one.name, other.name) in done else shifts.proved(one, other)
        return None if shift_s is None else at_once(one, other, shift_s)

    proved = {(each.one.name, each.other.name): each for each in matching(pairs, by_proof)}
    return [*(each for each in plausible if (each.one.name, each.other.name) not in proved), *proved.values()], shifts


def _groups(
    bouts: Iterable[Sequence[Candidate]], known: KnownTraits, said: Sequence[DuplicateDecision]
) -> list[DuplicateGroup]:
    groups = [group for bout in bouts for group in by_what_counts(bout, known, said)]
    return sorted(groups, key=lambda each: (each.primary.local, each.primary.name))


def _open(
    unsure: Iterable[Found[bool]], bouts: Iterable[Sequence[Candidate]], apart: frozenset[frozenset[RecordName]]
) -> list[Pair]:
    """Of two bouts one pair, the first by time; nothing where the person said that they are two, or they are one."""
    bout_of = {each.name: frozenset(one.name for one in bout) for bout in bouts for each in bout}
    left: dict[frozenset[frozenset[RecordName]], Pair] = {}
    for pair in sorted(unsure, key=attrgetter("one.local", "one.name", "other.name")):
        one, other = (bout_of.get(each.name, frozenset((each.name,))) for each in (pair.one, pair.other))
        said = any(frozenset((left_name, right_name)) in apart for left_name in one for right_name in other)
        if one != other and not said:
            left.setdefault(frozenset((one, other)), (pair.one, pair.other))
    return list(left.values())


def _said_same(decisions: Iterable[DuplicateDecision], records: Iterable[Candidate]) -> list[Pair]:
    """The records of which the person said that one counts in place of the other."""
    said = [each for each in decisions if each.verdict is DuplicateVerdict.COUNTS and not each.is_rule]
    if not said:
        return []
    by_name = {each.name: each for each in records}
    return [(by_name[each.one], by_name[each.other]) for each in said if {each.one, each.other} <= by_name.keys()]


def _apart(decisions: Iterable[DuplicateDecision]) -> frozenset[frozenset[RecordName]]:
    return frozenset(
        frozenset((said.one, said.other)) for said in decisions if said.verdict is DuplicateVerdict.DIFFERENT
    )
