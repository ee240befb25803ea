"""Are two activities the same bout, recorded by two sources? (RELIABILITY I5)

Nobody runs twice at once: where the clocks agree, what overlaps by half of the shorter record is one bout, whatever each
says of its length. Where they are not known to agree, a zone may be in the way (a whole or half hour more or less) and
the lengths decide: start within two minutes, distance within 2 %, duration within 3 %; without any shift a distance within
25 % will do. What one of them does not say must be made up for by the rest, which then has to agree twice as well.
"""

from typing import Final, NamedTuple

from lib.analysis.duplicates.clocks import FARTHEST_ZONE_S, ZONE_STEP_S, Overlap, ahead_s, clocks_agree, overlap
from lib.analysis.duplicates.kinds import may_be_one_kind
from lib.model.duplicates import Candidate
from lib.model.traits import KnownTraits, traits_of

START_S: Final = 120.0
SHARED: Final = 0.5
DISTANCE: Final = 0.02
DURATION: Final = 0.03
TIGHT: Final = 0.5
LOOSE_DISTANCE: Final = 0.25
COPIED: Final = 0.005
SAME_HEART_RATE_BPM: Final = 5.0
_ROUNDING: Final = 1e-9


class Match(NamedTuple):
    """How well two activities agree. start_s: what is left of the difference after the zone; distance, duration: shares
    of the larger one; None is "one of them does not say". shift_s: whole or half hours that the clock of the second one
    is ahead of that of the first. sure: whether the clocks agree, so that what they have in common decides.
    """

    shift_s: int
    start_s: float | None
    distance: float | None
    duration: float | None
    common: Overlap | None = None
    sure: bool = False

    @property
    def cost(self) -> tuple[bool, int, float]:
        """The smaller, the surer: clocks that agree, no shift before any, nothing missing, then the differences."""
        shares = ((self.start_s, START_S), (self.distance, DISTANCE), (self.duration, DURATION))
        known = [value / most for value, most in shares if value is not None]
        if self.sure and self.common:
            return False, int(self.shift_s != 0), round(1 - self.common.of_both + sum(known) / 1000, 6)
        return True, len(shares) * (self.shift_s != 0) + len(shares) - len(known), round(sum(known), 6)

    @property
    def is_copy(self) -> bool:
        """Whether the lengths agree as they do where one source got the recording from the other."""
        return all(share is not None and share <= COPIED for share in (self.distance, self.duration))


def same_bout(one: Candidate, other: Candidate, known: KnownTraits) -> Match | None:
    """How the two agree; None where they are different bouts. But for the sign of the shift either may come first."""
    if not may_be_duplicates(one, other, known) or not may_be_one_kind(one, other):
        return None
    if clocks_agree(one, other) and overlap(one, other):
        return at_once(one, other)
    return within_limits(one, other)


def may_be_duplicates(one: Candidate, other: Candidate, known: KnownTraits) -> bool:
    """Whether the sources can have the same bout: each has it once, unless it collects what several apps wrote."""
    if one.source != other.source:
        return True
    return traits_of(one.source, known).collects and one.source_key != other.source_key


def at_once(one: Candidate, other: Candidate, shift_s: int = 0) -> Match | None:
    """The match of two records whose clocks agree after the shift: half of the shorter one lies within the other."""
    common = overlap(one, other, shift_s)
    if common is None or common.of_shorter < SHARED - _ROUNDING or not may_be_one_kind(one, other):
        return None
    start_s = abs(ahead_s(one, other, shift_s))
    return Match(shift_s, start_s, _distance(one, other), _duration(one, other), common, sure=True)


def within_limits(one: Candidate, other: Candidate) -> Match | None:
    """The match of two records by their lengths, where the clocks may be in different zones."""
    clock = start_difference(one, other)
    if clock is None or (one.sport != other.sport and (clock[0] or clock[1] is None)):
        return None
    shift_s, start_s = clock
    common = None if start_s is None else overlap(one, other, shift_s)
    match = Match(shift_s, start_s, _distance(one, other), _duration(one, other), common)
    if common and common.of_shorter < SHARED:  # laps that were logged one by one
        return None
    if not _is_close(match) and not _is_loose(match):
        return None
    return None if shift_s and _heart_rates_differ(one, other) else match


def start_difference(one: Candidate, other: Candidate) -> tuple[int, float | None] | None:
    """Shift and what is left of the difference in seconds, which is None where only the day is known; None: too far."""
    if one.day_only or other.day_only:
        return (0, None) if one.local.date() == other.local.date() and one.source != other.source else None
    if clocks_agree(one, other):
        return 0, abs(ahead_s(one, other))
    ahead = ahead_s(one, other)
    shift = round(ahead / ZONE_STEP_S) * ZONE_STEP_S
    return None if abs(shift) > FARTHEST_ZONE_S else (shift, abs(ahead - shift))


def share(a: float | None, b: float | None) -> float | None:
    """By how much two lengths differ, as a share of the larger one; None where one is not known."""
    return abs(a - b) / max(a, b) if a and b else None


def _distance(one: Candidate, other: Candidate) -> float | None:
    return share(one.distance_m, other.distance_m)


def _duration(one: Candidate, other: Candidate) -> float | None:
    """The best agreement of their times: what one source calls moving time another calls elapsed time."""
    shares = [share(a, b) for a in (one.moving_s, one.elapsed_s) for b in (other.moving_s, other.elapsed_s)]
    return min((each for each in shares if each is not None), default=None)


def _is_close(match: Match) -> bool:
    """Every known difference within its limit; one may be missing, then the others must be tight and unshifted."""
    found = ((match.start_s, START_S), (match.distance, DISTANCE), (match.duration, DURATION))
    missing = sum(value is None for value, _ in found)
    if missing > 1 or (missing and match.shift_s):
        return False
    factor = TIGHT if missing else 1.0
    return all(value is None or value <= most * factor + _ROUNDING for value, most in found)


def _is_loose(match: Match) -> bool:
    """A start within two minutes by the clocks as they are: pauses and the ways to measure make the rest."""
    if match.shift_s or match.start_s is None or match.distance is None or match.common is None:
        return False
    return match.start_s <= START_S and match.distance <= LOOSE_DISTANCE


def _heart_rates_differ(one: Candidate, other: Candidate) -> bool:
    """The same loop at another hour looks like a bout in another zone; its heart rate tells them apart."""
    if one.heart_rate_bpm is None or other.heart_rate_bpm is None:
        return False
    return abs(one.heart_rate_bpm - other.heart_rate_bpm) > SAME_HEART_RATE_BPM
