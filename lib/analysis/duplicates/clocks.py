"""Do the clocks of two records agree, how far is one ahead of the other, and how much of them is at the same time?"""

from typing import Final, NamedTuple

from lib.model.duplicates import Candidate
from lib.model.history import BY_HAND
from lib.model.vocabulary import Precision

ZONE_STEP_S: Final = 1800
FARTHEST_ZONE_S: Final = 14 * 3600
TOUCH_S: Final = 120.0
PARTS: Final = 0.1  # a watch is stopped some seconds after the next one was started


class Overlap(NamedTuple):
    """What two records have at the same time: as a share of the shorter one, and of all that they cover together."""

    of_shorter: float
    of_both: float


def clocks_agree(one: Candidate, other: Candidate) -> bool:
    """Whether no zone can be in the way: two instants, one source, the same second in the home zone, or the person's word."""
    if one.day_only or other.day_only:
        return False
    if both_certain(one, other) or one.source == other.source or BY_HAND in (one.source, other.source):
        return True
    to_the_second = one.precision == other.precision == Precision.SECOND
    return to_the_second and one.local == other.local


def both_certain(one: Candidate, other: Candidate) -> bool:
    """Whether the instants of both are known."""
    return one.certain and other.certain


def ahead_s(one: Candidate, other: Candidate, shift_s: int = 0) -> float:
    """Seconds from the start of the first to that of the second; shift_s: what the second clock is ahead of the first."""
    if one.certain and other.certain and one.utc and other.utc:
        return (other.utc - one.utc).total_seconds()
    return (other.local - one.local).total_seconds() - shift_s


def length_s(each: Candidate) -> float:
    """Seconds from start to end as far as the record says, 0 where it does not."""
    return max(each.moving_s or 0.0, each.elapsed_s or 0.0)


def overlap(one: Candidate, other: Candidate, shift_s: int = 0) -> Overlap | None:
    """What two records have at the same time; None where a length is not known."""
    ahead, first, second = ahead_s(one, other, shift_s), length_s(one), length_s(other)
    if not first or not second:
        return None
    common = max(0.0, min(first, ahead + second) - max(0.0, ahead))
    return Overlap(common / min(first, second), common / (first + second - common))


def are_parts(one: Candidate, other: Candidate) -> bool:
    """Whether two records were made one after the other, as halves of a longer one are. Unknown clocks: no."""
    found = overlap(one, other) if clocks_agree(one, other) else None
    return found is not None and found.of_shorter <= PARTS


def follow_each_other(one: Candidate, other: Candidate) -> bool:
    """Whether by the clocks as they are one starts within two minutes of the end of the other."""
    ahead = ahead_s(one, other)
    earlier = length_s(one if ahead >= 0 else other)
    return bool(earlier) and abs(abs(ahead) - earlier) <= TOUCH_S
