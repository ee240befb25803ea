"""Are two activities the same bout, recorded by two sources? (RELIABILITY I5)

Same sport, start within two minutes, distance within 2 %, duration within 3 %. Where a source wrote a bare wall clock
its zone may be wrong, so a whole or half hour more or less is allowed. What one of them does not say must be made up for
by the rest, which then has to agree twice as well.
"""

from typing import Final, NamedTuple

from lib.model.duplicates import Candidate
from lib.model.traits import KnownTraits, traits_of

START_S: Final = 120.0
DISTANCE: Final = 0.02
DURATION: Final = 0.03
TIGHT: Final = 0.5
ZONE_STEP_S: Final = 1800
FARTHEST_ZONE_S: Final = 14 * 3600
COPIED: Final = 0.005
SAME_HEART_RATE_BPM: Final = 5.0
_ROUNDING: Final = 1e-9


class Match(NamedTuple):
    """How well two activities agree. start_s: what is left of the difference after the zone; distance, duration: shares
    of the larger one; None is "one of them does not say". shift_s: whole or half hours that the clock of the second one
    is ahead of that of the first.
    """

    shift_s: int
    start_s: float | None
    distance: float | None
    duration: float | None

    @property
    def cost(self) -> tuple[bool, int, float]:
        """The smaller, the surer: no shift before any, nothing missing before something, then the differences."""
        shares = (
            (self.start_s, START_S),
            (self.distance, DISTANCE),
            (self.duration, DURATION),
        )
        known = [value / most for value, most in shares if value is not None]
        return self.shift_s != 0, len(shares) - len(known), round(sum(known), 6)

    @property
    def is_copy(self) -> bool:
        """Whether the lengths agree as they do where one source got the recording from the other."""
        return all(share is not None and share <= COPIED for share in (self.distance, self.duration))


def same_bout(one: Candidate, other: Candidate, known: KnownTraits) -> Match | None:
    """How the two agree; None where they are different bouts. But for the sign of the shift either may come first."""
    if one.sport != other.sport or not _may_be_duplicates(one, other, known):
        return None
    clock = start_difference(one, other)
    if clock is None:
        return None
    shift_s, start_s = clock
    match = Match(shift_s, start_s, _distance(one, other), _duration(one, other))
    if not _is_close(match) or _is_apart(match, one, other):
        return None
    if shift_s and _heart_rates_differ(one, other):
        return None
    return match


def _may_be_duplicates(one: Candidate, other: Candidate, known: KnownTraits) -> bool:
    if one.source != other.source:
        return True
    return traits_of(one.source, known).collects and one.source_key != other.source_key


def start_difference(one: Candidate, other: Candidate) -> tuple[int, float | None] | None:
    """Shift and what is left of the difference in seconds, which is None where only the day is known; None: too far."""
    if one.day_only or other.day_only:
        return (0, None) if one.local.date() == other.local.date() and one.source != other.source else None
    if one.certain and other.certain and one.utc and other.utc:
        return 0, abs((one.utc - other.utc).total_seconds())
    ahead = (other.local - one.local).total_seconds()
    shift = 0 if one.source == other.source else round(ahead / ZONE_STEP_S) * ZONE_STEP_S
    return None if abs(shift) > FARTHEST_ZONE_S else (shift, abs(ahead - shift))


def _distance(one: Candidate, other: Candidate) -> float | None:
    if not one.distance_m or not other.distance_m:
        return None
    return _share(one.distance_m, other.distance_m)


def _duration(one: Candidate, other: Candidate) -> float | None:
    """The best agreement of their times: what one source calls moving time another calls elapsed time."""
    shares = [_share(a, b) for a in (one.moving_s, one.elapsed_s) if a for b in (other.moving_s, other.elapsed_s) if b]
    return min(shares, default=None)


def _share(a: float, b: float) -> float:
    return abs(a - b) / max(a, b)


def _is_close(match: Match) -> bool:
    """Every known difference within its limit; one may be missing, then the others must be tight and unshifted."""
    found = ((match.start_s, START_S), (match.distance, DISTANCE), (match.duration, DURATION))
    missing = sum(value is None for value, _ in found)
    if missing > 1 or (missing and match.shift_s):
        return False
    factor = TIGHT if missing else 1.0
    return all(value is None or value <= most * factor + _ROUNDING for value, most in found)


def _is_apart(match: Match, one: Candidate, other: Candidate) -> bool:
    """Whether less than half of the shorter bout lies within the other: laps that were logged one by one."""
    shorter = min(_longest(one), _longest(other))
    return match.start_s is not None and shorter > 0 and match.start_s > shorter / 2


def _longest(each: Candidate) -> float:
    return max(each.moving_s or 0.0, each.elapsed_s or 0.0)


def _heart_rates_differ(one: Candidate, other: Candidate) -> bool:
    """The same loop at another hour looks like a bout in another zone; its heart rate tells them apart."""
    if one.heart_rate_bpm is None or other.heart_rate_bpm is None:
        return False
    return abs(one.heart_rate_bpm - other.heart_rate_bpm) > SAME_HEART_RATE_BPM
