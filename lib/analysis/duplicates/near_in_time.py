"""Pairs of records that may be one bout: a window over the sorted starts, not every pair, and of these what agrees."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from itertools import groupby
from operator import attrgetter
from typing import Final, Generic, NamedTuple, TypeVar

from lib.analysis.duplicates.clocks import FARTHEST_ZONE_S, length_s
from lib.model.duplicates import Candidate, RecordName

_LONGEST_S: Final = 7 * 86_400.0  # what says more was not stopped

Pair = tuple[Candidate, Candidate]
M_co = TypeVar("M_co", covariant=True)  # how well two records agree


class Found(NamedTuple, Generic[M_co]):
    """Two records that agree; `one` is the first by name."""

    match: M_co
    one: Candidate
    other: Candidate


def matching(pairs: Iterable[Pair], same: Callable[[Candidate, Candidate], M_co | None]) -> list[Found[M_co]]:
    """Those that are the same bout, each once."""
    found: dict[tuple[RecordName, RecordName], Found[M_co]] = {}
    for first, second in pairs:
        one, other = (first, second) if first.name <= second.name else (second, first)
        match = same(one, other)
        if match is not None:
            found[one.name, other.name] = Found(match, one, other)
    return list(found.values())


def near_pairs(candidates: Iterable[Candidate], apart_s: float) -> Iterator[Pair]:
    """Pairs that may be at the same time: they overlap or start so many seconds apart, clocks of different zones included.

    A pair can come twice.
    """
    every = list(candidates)
    timed = [each for each in every if not each.day_only]
    yield from _at_once([each for each in timed if each.certain], apart_s)
    around = _within(timed, _clock, FARTHEST_ZONE_S + apart_s)
    yield from (pair for pair in around if not (pair[0].certain and pair[1].certain))
    yield from _of_one_day(every)


def _at_once(certain: Sequence[Candidate], apart_s: float) -> Iterator[Pair]:
    """Pairs of which the first has not ended, or started just before, when the second starts."""
    going: list[tuple[datetime, Candidate]] = []
    for each in sorted(certain, key=_instant):
        start = _instant(each)
        going = [(until, earlier) for until, earlier in going if until >= start]
        yield from ((earlier, each) for _, earlier in going)
        going.append((start + timedelta(seconds=min(max(apart_s, length_s(each)), _LONGEST_S)), each))


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


def _instant(each: Candidate) -> datetime:
    return each.utc or each.local


def _clock(each: Candidate) -> datetime:
    return each.local
