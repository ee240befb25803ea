"""Which records are records of one bout, and which of them counts. The same whatever the order of the imports."""

from collections.abc import Iterable, Sequence
from operator import attrgetter
from typing import Final, NamedTuple

from lib.analysis.duplicates.near_in_time import Found, Pair, matching, near_pairs
from lib.analysis.duplicates.same_bout import START_S, Match, same_bout
from lib.analysis.duplicates.same_session import WATCH_START_S, SessionMatch, same_session
from lib.analysis.duplicates.usual_shift import without_odd_shifts
from lib.model.duplicates import EVERY_RECORD, Candidate, DuplicateDecision, RecordName
from lib.model.traits import KnownTraits, traits_of
from lib.model.vocabulary import DuplicateVerdict, Precision, TimeBasis

_PRECISIONS: Final = (Precision.SECOND, Precision.MINUTE, Precision.DATE)
_BASES: Final = (TimeBasis.OFFSET, TimeBasis.UTC, TimeBasis.WALL_CLOCK)


class DuplicateGroup(NamedTuple):
    """Records of one bout: the one that counts, and the others."""

    primary: Candidate
    duplicates: tuple[Candidate, ...]


def find_duplicates(
    candidates: Iterable[Candidate], known: KnownTraits, decisions: Iterable[DuplicateDecision] = ()
) -> list[DuplicateGroup]:
    """Every bout with more than one activity, oldest first. What the person decided comes before everything else."""
    pairs = near_pairs(candidates, START_S)
    found = without_odd_shifts(matching(pairs, lambda one, other: same_bout(one, other, known)))
    return _groups(found, known, decisions)


def find_session_duplicates(
    candidates: Iterable[Candidate], known: KnownTraits, decisions: Iterable[DuplicateDecision] = ()
) -> list[DuplicateGroup]:
    """The same of strength sessions, which are compared by their sets: those outweigh an odd shift of the clocks."""
    pairs = near_pairs(candidates, WATCH_START_S)
    return _groups(matching(pairs, lambda one, other: same_session(one, other, known)), known, decisions)


def near_sessions(candidates: Sequence[Candidate]) -> frozenset[int]:
    """Ids of the sessions that have one of another source near them: only of these the sets need to be known."""
    if len({each.source for each in candidates}) < 2:
        return frozenset()
    pairs = near_pairs(candidates, WATCH_START_S)
    return frozenset(each.id for pair in pairs if pair[0].source != pair[1].source for each in pair)


def why_it_counts(
    primary: Candidate, other: Candidate, known: KnownTraits, decisions: Iterable[DuplicateDecision] = ()
) -> str:
    """The reason why one record counts in place of another, in a few words."""
    said = frozenset(decisions)
    reasons = (
        (DuplicateDecision(primary.name, other.name, DuplicateVerdict.COUNTS) in said, "you chose it"),
        (_rule(primary.source, other.source) in said, "you let this source count"),
        (
            _counted_by_watch(primary, known) < _counted_by_watch(other, known),
            "its sets were logged, not counted by a watch",
        ),
        (primary.filled > other.filled, f"it says more ({primary.filled} fields against {other.filled})"),
        (_certainty(primary) < _certainty(other), "its start is known more exactly"),
        (_rank(primary, known) < _rank(other, known), "both say as much; this source is nearer to the device"),
    )
    return next((why for holds, why in reasons if holds), "both say as much; the first by name counts")


def _groups(
    found: Sequence[Found[Match | SessionMatch]], known: KnownTraits, decisions: Iterable[DuplicateDecision]
) -> list[DuplicateGroup]:
    said = list(decisions)
    surest_first = sorted(found, key=lambda each: (each.match.cost, each.one.name, each.other.name))
    groups = _joined(((each.one, each.other) for each in surest_first), known, _apart(said))
    return sorted(
        (_with_primary(each, known, said) for each in groups), key=lambda each: (each.primary.local, each.primary.name)
    )


def _joined(
    pairs: Iterable[Pair], known: KnownTraits, apart: frozenset[frozenset[RecordName]]
) -> list[list[Candidate]]:
    """Groups of pairs, the surest joined first. A source has one record of a bout, unless it collects from several."""
    group_of: dict[RecordName, list[Candidate]] = {}
    for one, other in pairs:
        left = group_of.setdefault(one.name, [one])
        right = group_of.setdefault(other.name, [other])
        if left is right or not _may_join(left, right, known, apart):
            continue
        left += right
        for each in right:
            group_of[each.name] = left
    distinct = {id(group): group for group in group_of.values()}
    return [group for group in distinct.values() if len(group) > 1]


def _may_join(
    left: list[Candidate], right: list[Candidate], known: KnownTraits, apart: frozenset[frozenset[RecordName]]
) -> bool:
    both = {each.source for each in left} & {each.source for each in right}
    if not all(traits_of(source, known).collects for source in both):
        return False
    return not apart or not any(frozenset((one.name, other.name)) in apart for one in left for other in right)


def _apart(decisions: Iterable[DuplicateDecision]) -> frozenset[frozenset[RecordName]]:
    return frozenset(
        frozenset((said.one, said.other)) for said in decisions if said.verdict is DuplicateVerdict.DIFFERENT
    )


def _with_primary(group: list[Candidate], known: KnownTraits, decisions: Sequence[DuplicateDecision]) -> DuplicateGroup:
    """What the person chose, else the record that says most, knows its start best, is nearest to the device."""
    names = {each.name for each in group}
    chosen = [
        said
        for said in decisions
        if said.verdict is DuplicateVerdict.COUNTS and said.one in names and said.other in names
    ]
    won, lost = {said.one for said in chosen}, {said.other for said in chosen}
    behind = _behind(group, frozenset(decisions))

    def rank(each: Candidate) -> tuple[object, ...]:
        by_choice = (each.name in lost, each.name not in won, each.source in behind)
        watched = _counted_by_watch(each, known)
        return (*by_choice, watched, -each.filled, _certainty(each), _rank(each, known), each.name)

    ordered = sorted(group, key=rank)
    return DuplicateGroup(ordered[0], tuple(sorted(ordered[1:], key=attrgetter("name"))))


def _behind(group: Sequence[Candidate], decisions: frozenset[DuplicateDecision]) -> frozenset[str]:
    """Sources that the person set behind another one of the group."""
    sources = {each.source for each in group}
    return frozenset(each for each in sources if any(_rule(before, each) in decisions for before in sources))


def _rule(source: str, other: str) -> DuplicateDecision:
    return DuplicateDecision((source, EVERY_RECORD), (other, EVERY_RECORD), DuplicateVerdict.COUNTS)


def _counted_by_watch(each: Candidate, known: KnownTraits) -> bool:
    """A person who logs knows what was done; a watch guesses the exercise and the repetitions."""
    return bool(each.works) and traits_of(each.source, known).watch


def _certainty(each: Candidate) -> tuple[int, int]:
    """The smaller, the more is known about the start."""
    return _PRECISIONS.index(Precision(each.precision)), _BASES.index(TimeBasis(each.basis))


def _rank(each: Candidate, known: KnownTraits) -> int:
    return traits_of(each.source, known).rank
