"""Shifts between the clocks of two sources that their other pairs contradict.

The clock of a source is ahead of that of another by a constant, or for as long as a journey lasts. Where three of four
pairs around a date show the same shift, a single pair with another one is more likely a different bout: the same loop at
another hour. It stays only if the lengths agree like those of a copy, or if another pair of the same week shows it, too.
"""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Final, NamedTuple

from lib.analysis.duplicates.near_in_time import Found
from lib.analysis.duplicates.same_bout import Match
from lib.model.duplicates import RecordName

SEASON: Final = timedelta(days=60)
JOURNEY: Final = timedelta(days=7)
ENOUGH: Final = 5
USUAL: Final = 0.75

Sources = tuple[str, str]


class _Shown(NamedTuple):
    """A shift that a pair of records shows which can have no other partner."""

    at: datetime
    shift_s: int
    names: tuple[RecordName, RecordName]


def without_odd_shifts(found: Sequence[Found[Match]]) -> list[Found[Match]]:
    """Those whose shift is 0, or not contradicted by the other pairs of their sources."""
    if not any(each.match.shift_s for each in found):
        return list(found)
    shown = _shown(found)
    return [each for each in found if not each.match.shift_s or _is_plausible(each, shown[_sources(each)])]


def _shown(found: Sequence[Found[Match]]) -> Mapping[Sources, list[_Shown]]:
    """By pair of sources, in the order of time."""
    partners = Counter(
        (each.name, against.source)
        for pair in found
        for each, against in ((pair.one, pair.other), (pair.other, pair.one))
    )
    shown = defaultdict(list)
    for pair in found:
        single = partners[pair.one.name, pair.other.source] == partners[pair.other.name, pair.one.source] == 1
        if single and pair.match.start_s is not None and not (pair.one.certain and pair.other.certain):
            names = (pair.one.name, pair.other.name)
            shown[_sources(pair)].append(_Shown(pair.one.local, pair.match.shift_s, names))
    for each in shown.values():
        each.sort()
    return shown


def _is_plausible(pair: Found[Match], shown: Sequence[_Shown]) -> bool:
    around = _around(pair, shown, SEASON)
    if pair.match.is_copy or len(around) < ENOUGH:
        return True
    usual, times = min(Counter(each.shift_s for each in around).items(), key=lambda each: (-each[1], each[0]))
    if times < USUAL * len(around) or pair.match.shift_s == usual:
        return True
    return any(each.shift_s == pair.match.shift_s for each in _around(pair, around, JOURNEY))


def _around(pair: Found[Match], shown: Sequence[_Shown], within: timedelta) -> list[_Shown]:
    """What other pairs show around the date of this one."""
    at, names = pair.one.local, (pair.one.name, pair.other.name)
    first = bisect_left(shown, at - within, key=lambda each: each.at)
    last = bisect_right(shown, at + within, key=lambda each: each.at)
    return [each for each in shown[first:last] if each.names != names]


def _sources(pair: Found[Match]) -> Sources:
    return pair.one.source, pair.other.source
