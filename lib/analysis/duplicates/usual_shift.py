"""What the other bouts of two sources say of their clocks: which shift is proved, and which one is contradicted.

The clock of a source is ahead of that of another by a constant, or for as long as a journey lasts. Where three of four
pairs around a date show the same shift, it is proved for the records of that date, and a single pair with another shift is
more likely a different bout: the same loop at another hour. It stays only if the lengths and the second of the start agree
like those of a copy, or if another pair of the same week shows it, too. A shift that is not proved must leave no more than
some seconds, as one device does in two apps, whose clock differs by nothing but the zone: whoever runs the same treadmill
session twice a day hardly ever begins it twice at the same second of an hour. Nor is it a zone that makes one record begin where
the other ends: these are the two halves of an hour.
"""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Final, NamedTuple

from lib.analysis.duplicates.clocks import both_certain, follow_each_other
from lib.analysis.duplicates.near_in_time import Found
from lib.analysis.duplicates.same_bout import Match
from lib.model.duplicates import Candidate, RecordName

SEASON: Final = timedelta(days=60)
JOURNEY: Final = timedelta(days=7)
SAME_DAY: Final = timedelta(hours=12)
ENOUGH: Final = 3
ENOUGH_ON_JOURNEY: Final = 2
USUAL: Final = 0.75
SAME_DEVICE_S: Final = 10.0
SAME_SECOND_S: Final = 2.0  # of a copy: its clock may have been rounded

Sources = tuple[str, str]


class _Shown(NamedTuple):
    """A shift that a pair of records shows which can have no other partner."""

    at: datetime
    shift_s: int
    names: tuple[RecordName, RecordName]
    sure: bool


class Shifts:
    """The shifts that matches show, by their sources and dates. Of a pair the first record is the first by name."""

    def __init__(self, found: Sequence[Found[Match]]) -> None:
        self._shown = _shown(found)

    def is_plausible(self, pair: Found[Match]) -> bool:
        """Whether a match has no shift, or one that the others do not contradict."""
        match, shown = pair.match, self._of(pair.one, pair.other)
        if not match.shift_s:
            return True
        around = _around(pair.one, pair.other, shown, SEASON)
        usual = _usual(around) if len(around) >= ENOUGH else None
        if usual == match.shift_s:
            return True
        if match.start_s is None or match.start_s > SAME_DEVICE_S or follow_each_other(pair.one, pair.other):
            return False
        if usual is None or (match.is_copy and match.start_s <= SAME_SECOND_S):
            return True
        return any(each.shift_s == match.shift_s for each in _around(pair.one, pair.other, around, JOURNEY))

    def proved(self, one: Candidate, other: Candidate) -> int | None:
        """Seconds that the second clock is ahead by, as a same second of that day shows, else the bouts of that week, season."""
        if one.day_only or other.day_only or both_certain(one, other):
            return None
        shown = self._of(one, other)
        of_the_day = next((each for each in _around(one, other, shown, SAME_DAY) if each.sure), None)
        if of_the_day is not None:
            return of_the_day.shift_s
        for within, enough in ((JOURNEY, ENOUGH_ON_JOURNEY), (SEASON, ENOUGH)):
            around = _around(one, other, shown, within)
            usual = _usual(around) if len(around) >= enough else None
            if usual is not None:
                return usual
        return None

    def _of(self, one: Candidate, other: Candidate) -> Sequence[_Shown]:
        return self._shown.get((one.source, other.source), ())


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
        if single and pair.match.start_s is not None and not both_certain(pair.one, pair.other):
            names = (pair.one.name, pair.other.name)
            each = _Shown(pair.one.local, pair.match.shift_s, names, pair.match.sure)
            shown[pair.one.source, pair.other.source].append(each)
    for of_two in shown.values():
        of_two.sort()
    return shown


def _usual(around: Sequence[_Shown]) -> int | None:
    """The shift that three of four show."""
    ranked = sorted(Counter(each.shift_s for each in around).items(), key=lambda each: (-each[1], each[0]))
    return ranked[0][0] if ranked and ranked[0][1] >= USUAL * len(around) else None


def _around(one: Candidate, other: Candidate, shown: Sequence[_Shown], within: timedelta) -> list[_Shown]:
    """What other pairs show around the date of this one."""
    names = (one.name, other.name)
    first = bisect_left(shown, one.local - within, key=lambda each: each.at)
    last = bisect_right(shown, one.local + within, key=lambda each: each.at)
    return [each for each in shown[first:last] if each.names != names]
