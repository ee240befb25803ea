"""Pairs that may be one bout and are not certain enough to be joined: the person is told of them."""

from typing import Final

from lib.analysis.duplicates.clocks import ahead_s, clocks_agree, length_s, overlap
from lib.analysis.duplicates.kinds import is_lifting_beside_another
from lib.analysis.duplicates.same_bout import SHARED, START_S, may_be_duplicates, share, within_limits
from lib.analysis.duplicates.same_session import ALIKE, BY_HAND_START_S, agreement
from lib.analysis.duplicates.usual_shift import SAME_DEVICE_S
from lib.model.duplicates import Candidate
from lib.model.history import BY_HAND
from lib.model.traits import KnownTraits

TOUCHING: Final = 0.1  # two watches that touch for some seconds are nothing to ask about
DAY_DISTANCE: Final = 0.12
DAY_SETS: Final = 0.6  # of two sessions of which only the day is known


def may_be_one_bout(one: Candidate, other: Candidate, known: KnownTraits, shift_s: int | None) -> bool:
    """Whether a person should look at two records. shift_s: what the bouts around prove of their clocks, None: nothing."""
    if not may_be_duplicates(one, other, known) or is_lifting_beside_another(one, other):
        return False
    if one.day_only or other.day_only:
        return one.sport == other.sport and _alike_on_a_day(one, other)
    sure = shift_s is not None or clocks_agree(one, other)
    if _at_once(one, other, shift_s or 0, TOUCHING if sure else SHARED):
        return True
    found = within_limits(one, other) if one.sport == other.sport else None
    if found is None or not sure:
        return found is not None
    # A journey of a single run looks like this: the same recording in another zone than the bouts around show.
    another_zone = shift_s is not None and found.shift_s not in (0, shift_s)
    return another_zone and found.is_copy and (found.start_s or 0.0) <= SAME_DEVICE_S


def may_be_one_session(one: Candidate, other: Candidate) -> bool:
    """Whether a person should look at two sessions of two sources: at the same time, whatever their sets; or by their sets.

    Nobody lifts twice at once. Where only the day is known, or one was logged by hand and from memory, the sets must tell.
    """
    if one.source == other.source or not one.works or not other.works:
        return False
    by_hand = BY_HAND in (one.source, other.source)
    if one.day_only or other.day_only:
        return one.local.date() == other.local.date() and agreement(one.works, other.works) >= DAY_SETS
    if _at_once(one, other, 0, SHARED) or (by_hand and abs(ahead_s(one, other)) <= BY_HAND_START_S):
        return True
    return by_hand and one.local.date() == other.local.date() and agreement(one.works, other.works) >= ALIKE


def _at_once(one: Candidate, other: Candidate, shift_s: int, least: float) -> bool:
    """Whether they have so much in common; of a record without a length the start is all that there is."""
    common, ahead = overlap(one, other, shift_s), ahead_s(one, other, shift_s)
    if common is not None:
        return common.of_shorter >= least
    return -length_s(other) < ahead < length_s(one) or abs(ahead) <= START_S


def _alike_on_a_day(one: Candidate, other: Candidate) -> bool:
    if one.source == other.source or one.local.date() != other.local.date():
        return False
    apart = share(one.distance_m, other.distance_m)
    if apart is None:
        apart = share(length_s(one), length_s(other))
    return apart is not None and apart <= DAY_DISTANCE
