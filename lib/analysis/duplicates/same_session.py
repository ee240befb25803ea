"""Are two strength sessions the same bout, logged in two apps or counted by a watch beside an app?

Two apps: start within two minutes (a whole or half hour more or less where not both know their zone, the same day where
only that is known; half an hour where the person logged one of them by hand, from memory), and at least 80 % of the sets agree in repetitions and load, in their order. Names of exercises decide
nothing: each app has its own. A watch counts repetitions with errors and often knows no load, so beside an app the two
must overlap and have a similar number of sets with similar repetitions; what is unclear stays apart.
"""

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from lib.analysis.duplicates.same_bout import START_S, start_difference
from lib.model.duplicates import Candidate, Work
from lib.model.history import BY_HAND
from lib.model.traits import KnownTraits, traits_of

ALIKE: Final = 0.8
LOAD_KG: Final = 0.5  # an app that shows whole kilograms after a conversion; whole pounds are nearer
FEW_SETS: Final = 4
_MOST_SETS: Final = 500
_ROUNDING: Final = 1e-6

WATCH_START_S: Final = 1800.0
BY_HAND_START_S: Final = 1800.0
WATCH_OVERLAP: Final = 0.5
WATCH_SETS: Final = 0.7
WATCH_ALIKE: Final = 0.6
WATCH_REPS: Final = 2


class SessionMatch(NamedTuple):
    """How well two sessions agree. start_s: what is left of the difference after the zone, None where only the day is
    known; differing: share of the sets that do not agree. shift_s: whole or half hours that the second clock is ahead.
    """

    shift_s: int
    start_s: float | None
    differing: float
    sure: bool = False  # one source never has two sessions of a bout

    @property
    def cost(self) -> tuple[bool, int, float]:
        """The smaller, the surer: no shift before any, a clock before a day, then the differences."""
        start = 0.0 if self.start_s is None else self.start_s / WATCH_START_S
        return self.shift_s != 0, int(self.start_s is None), round(self.differing + start, 6)


def same_session(one: Candidate, other: Candidate, known: KnownTraits) -> SessionMatch | None:
    """How the two agree; None where they are different bouts. But for the sign of the shift either may come first."""
    if one.source == other.source or not one.works or not other.works:
        return None
    if traits_of(one.source, known).watch != traits_of(other.source, known).watch:
        return _beside_a_watch(one, other)
    clock = start_difference(one, other)
    slack_s = BY_HAND_START_S if BY_HAND in (one.source, other.source) else START_S
    if clock is None or (clock[1] is not None and clock[1] > slack_s):
        return None
    match = SessionMatch(*clock, 1 - agreement(one.works, other.works))
    return match if _is_convincing(match, min(len(one.works), len(other.works))) else None


def same_work(one: Work, other: Work) -> bool:
    """Whether two sets of two apps agree in what was done and with which load."""
    return one.amount == other.amount and abs(one.load_kg - other.load_kg) <= LOAD_KG + _ROUNDING


def agreement(one: Sequence[Work], other: Sequence[Work], alike: Callable[[Work, Work], bool] = same_work) -> float:
    """Share of the sets of the longer session that have their like in the other, in the same order, 0 to 1."""
    most = max(len(one), len(other))
    if min(len(one), len(other)) < most * min(ALIKE, WATCH_ALIKE):
        return 0.0
    return _in_order(one[:_MOST_SETS], other[:_MOST_SETS], alike) / min(most, _MOST_SETS)


def _is_convincing(match: SessionMatch, sets: int) -> bool:
    """A handful of sets is done again soon: then all of them must agree, and the clocks as they are."""
    if sets < FEW_SETS and (match.shift_s or match.start_s is None or match.differing):
        return False
    return match.differing <= 1 - ALIKE + _ROUNDING


def _beside_a_watch(one: Candidate, other: Candidate) -> SessionMatch | None:
    if one.day_only or other.day_only:
        return None
    start_s = _seconds_apart(one, other)
    fewer, more = sorted((len(one.works), len(other.works)))
    if fewer < FEW_SETS or fewer < WATCH_SETS * more or not _overlap(one, other, start_s):
        return None
    differing = 1 - agreement(one.works, other.works, _similar_reps)
    return SessionMatch(0, start_s, differing) if differing <= 1 - WATCH_ALIKE + _ROUNDING else None


def _overlap(one: Candidate, other: Candidate, start_s: float) -> bool:
    """Whether half of the shorter session lies within the other; a length that is not known is none."""
    shorter = min(one.elapsed_s or 0.0, other.elapsed_s or 0.0)
    return start_s <= WATCH_START_S and start_s <= shorter * WATCH_OVERLAP


def _seconds_apart(one: Candidate, other: Candidate) -> float:
    if one.certain and other.certain and one.utc and other.utc:
        return abs((one.utc - other.utc).total_seconds())
    return abs((one.local - other.local).total_seconds())


def _similar_reps(one: Work, other: Work) -> bool:
    return one.amount is not None and other.amount is not None and abs(one.amount - other.amount) <= WATCH_REPS


def _in_order(one: Sequence[Work], other: Sequence[Work], alike: Callable[[Work, Work], bool]) -> int:
    """Length of the longest common subsequence."""
    before = [0] * (len(other) + 1)
    for each in one:
        now = [0]
        for place, against in enumerate(other):
            now.append(before[place] + 1 if alike(each, against) else max(before[place + 1], now[place]))
        before = now
    return before[-1]
