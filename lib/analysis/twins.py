"""Which activities are records of one bout, and which of them counts. The same whatever the order of the imports."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from itertools import groupby
from operator import attrgetter
from typing import Final, NamedTuple

from lib.analysis.same_bout import COLLECTORS, FARTHEST_ZONE_S, START_S, Match, same_bout
from lib.model.twins import Candidate, RecordName, TwinDecision
from lib.model.vocabulary import Precision, TimeBasis, TwinVerdict

# Recordings of the device itself first, then the clouds that keep them, then what collects from all of them.
PREFERRED: Final = (
    "fit",
    "garmin",
    "garmin-account",
    "polar-json",
    "polar-csv",
    "strava",
    "intervals.icu",
    "trainingpeaks",
    "runkeeper",
    "mapmyrun",
    "tcx",
    "gpx",
    "samsung-health",
    "apple-health",
    "health-auto-export",
    "health-export",
)
_PRECISIONS: Final = (Precision.SECOND, Precision.MINUTE, Precision.DATE)
_BASES: Final = (TimeBasis.OFFSET, TimeBasis.UTC, TimeBasis.WALL_CLOCK)

Pair = tuple[Candidate, Candidate]


class TwinGroup(NamedTuple):
    """Records of one bout: the one that counts, and the others."""

    keeper: Candidate
    twins: tuple[Candidate, ...]


def find_twins(candidates: Iterable[Candidate], decisions: Iterable[TwinDecision] = ()) -> list[TwinGroup]:
    """Every bout with more than one record, oldest first. What the person decided comes before everything else."""
    said = list(decisions)
    groups = _joined(_surest_first(candidates), _apart(said))
    found = [_with_keeper(group, said) for group in groups]
    return sorted(found, key=lambda group: (group.keeper.local, group.keeper.name))


def why_it_counts(keeper: Candidate, other: Candidate, decisions: Iterable[TwinDecision] = ()) -> str:
    """The reason why one record counts in place of another, in a few words."""
    if TwinDecision(keeper.name, other.name, TwinVerdict.COUNTS) in set(decisions):
        return "you chose it"
    if keeper.filled > other.filled:
        return f"it says more ({keeper.filled} fields against {other.filled})"
    if _certainty(keeper) < _certainty(other):
        return "its start is known more exactly"
    if _preference(keeper) < _preference(other):
        return "both say as much; this source is nearer to the device"
    return "both say as much; the first by name counts"


def _surest_first(candidates: Iterable[Candidate]) -> list[tuple[Candidate, Candidate]]:
    """Pairs that are the same bout, those that agree best first."""
    matches: dict[tuple[RecordName, RecordName], tuple[Match, Candidate, Candidate]] = {}
    for first, second in _near_pairs(candidates):
        one, other = (first, second) if first.name <= second.name else (second, first)
        match = same_bout(one, other)
        if match is not None:
            matches[one.name, other.name] = (match, one, other)
    ordered = sorted(matches.items(), key=lambda each: (each[1][0].cost, each[0]))
    return [(one, other) for _, (_, one, other) in ordered]


def _near_pairs(candidates: Iterable[Candidate]) -> Iterator[Pair]:
    """Pairs of a sport that are near enough in time to be looked at: a window over the sorted starts."""
    by_sport = defaultdict(list)
    for each in candidates:
        by_sport[each.sport].append(each)
    for same_sport in by_sport.values():
        timed = [each for each in same_sport if not each.day_only]
        yield from _within([each for each in timed if each.certain], _instant, START_S)
        around = FARTHEST_ZONE_S + START_S
        yield from (pair for pair in _within(timed, _clock, around) if not (pair[0].certain and pair[1].certain))
        yield from _of_one_day(same_sport)


def _within(candidates: Sequence[Candidate], moment: Callable[[Candidate], datetime], seconds: float) -> Iterator[Pair]:
    ordered = sorted(candidates, key=moment)
    window, first = timedelta(seconds=seconds), 0
    for place, each in enumerate(ordered):
        while moment(each) - moment(ordered[first]) > window:
            first += 1
        for earlier in range(first, place):
            yield ordered[earlier], each


def _of_one_day(candidates: Sequence[Candidate]) -> Iterator[Pair]:
    """Pairs of which one has a day and no clock."""
    days = {each.local.date() for each in candidates if each.day_only}
    of_those = sorted((each for each in candidates if each.local.date() in days), key=attrgetter("local"))
    for _, group in groupby(of_those, key=lambda each: each.local.date()):
        members = list(group)
        for place, each in enumerate(members):
            yield from ((earlier, each) for earlier in members[:place] if earlier.day_only or each.day_only)


def _joined(pairs: Iterable[Pair], apart: frozenset[frozenset[RecordName]]) -> list[list[Candidate]]:
    """Groups of pairs, the surest joined first. A source has one record of a bout, unless it collects from several."""
    group_of: dict[RecordName, list[Candidate]] = {}
    for one, other in pairs:
        left = group_of.setdefault(one.name, [one])
        right = group_of.setdefault(other.name, [other])
        if left is right or not _may_join(left, right, apart):
            continue
        left += right
        for each in right:
            group_of[each.name] = left
    distinct = {id(group): group for group in group_of.values()}
    return [group for group in distinct.values() if len(group) > 1]


def _may_join(left: list[Candidate], right: list[Candidate], apart: frozenset[frozenset[RecordName]]) -> bool:
    both = {each.source for each in left} & {each.source for each in right}
    if both - COLLECTORS:
        return False
    return not apart or not any(frozenset((one.name, other.name)) in apart for one in left for other in right)


def _apart(decisions: Iterable[TwinDecision]) -> frozenset[frozenset[RecordName]]:
    return frozenset(frozenset((said.one, said.other)) for said in decisions if said.verdict is TwinVerdict.DIFFERENT)


def _with_keeper(group: list[Candidate], decisions: Sequence[TwinDecision]) -> TwinGroup:
    """What the person chose, else the record that says most, knows its start best, is nearest to the device."""
    names = {each.name for each in group}
    chosen = [
        said for said in decisions if said.verdict is TwinVerdict.COUNTS and said.one in names and said.other in names
    ]
    won, lost = {said.one for said in chosen}, {said.other for said in chosen}

    def rank(each: Candidate) -> tuple[object, ...]:
        by_choice = (each.name in lost, each.name not in won)
        return (*by_choice, -each.filled, _certainty(each), _preference(each), each.name)

    ordered = sorted(group, key=rank)
    return TwinGroup(ordered[0], tuple(sorted(ordered[1:], key=attrgetter("name"))))


def _certainty(each: Candidate) -> tuple[int, int]:
    """The smaller, the more is known about the start."""
    return _PRECISIONS.index(Precision(each.precision)), _BASES.index(TimeBasis(each.basis))


def _preference(each: Candidate) -> int:
    return PREFERRED.index(each.source) if each.source in PREFERRED else len(PREFERRED)


def _instant(each: Candidate) -> datetime:
    return each.utc or each.local


def _clock(each: Candidate) -> datetime:
    return each.local
