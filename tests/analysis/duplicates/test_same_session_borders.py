"""The limits of one session in two logs, each on both sides: the last value that is one, and the first that is none."""

from datetime import timedelta

import pytest
from duplicate_pairs import FIRST_DAY
from session_pairs import logged, watched

from lib.analysis.duplicates.same_session import SessionMatch, agreement, same_session, same_work
from lib.importers.base import known_traits
from lib.model.duplicates import Work
from lib.model.history import BY_HAND
from lib.model.vocabulary import Precision

KNOWN = known_traits()
SETS = [(reps, 40.0 + reps) for reps in range(10, 110, 10)]
UNLIKE = [(reps + 1000, kg) for reps, kg in SETS]


def after(seconds):
    return FIRST_DAY + timedelta(seconds=seconds)


def joined(other, one=None):
    return same_session(one or logged(1, works=SETS), other, KNOWN) is not None


@pytest.mark.parametrize(
    ("last", "beyond"),
    [
        (logged(2, "strong", after(120), SETS), logged(2, "strong", after(121), SETS)),
        (logged(2, "strong", after(3480), SETS), logged(2, "strong", after(3479), SETS)),
        (logged(2, BY_HAND, after(1800), SETS), logged(2, BY_HAND, after(1801), SETS)),
        (
            logged(2, "strong", works=[*SETS[:8], *UNLIKE[8:]]),
            logged(2, "strong", works=[*SETS[:7], *UNLIKE[7:]]),
        ),
        (watched(2, works=[*SETS[:6], *UNLIKE[6:]]), watched(2, works=[*SETS[:5], *UNLIKE[5:]])),
        (
            watched(2, works=[(reps + 2, 0.0) for reps, _ in SETS]),
            watched(2, works=[(reps + 3, 0.0) for reps, _ in SETS]),
        ),
        (watched(2, after(600), SETS, elapsed_s=1200.0), watched(2, after(601), SETS, elapsed_s=1200.0)),
        (watched(2, after(0), SETS, elapsed_s=None), watched(2, after(1), SETS, elapsed_s=None)),
        (watched(2, works=SETS), watched(2, works=SETS, precision=Precision.DATE)),
    ],
)
def test_two_sessions_are_one_up_to_the_limits(last, beyond):
    assert joined(last)
    assert not joined(beyond)


@pytest.mark.parametrize(("seconds", "found"), [(1800, True), (1801, False), (-1800, True), (-1801, False)])
def test_a_watch_starts_within_half_an_hour_of_a_log_however_long_both_are(seconds, found):
    long = logged(1, works=SETS, elapsed_s=7200.0)
    assert joined(watched(2, after(seconds), SETS, elapsed_s=7200.0), long) == found


def test_two_instants_are_compared_as_such_whatever_the_clocks_show():
    one = watched(1, works=SETS)._replace(source="hevy")
    far = watched(2, works=SETS)._replace(local=after(7200))
    assert joined(far, one)
    assert not joined(far._replace(utc=one.utc + timedelta(seconds=1801)), one)
    assert not joined(far, one._replace(utc=None))


@pytest.mark.parametrize(("sets", "found"), [(4, True), (3, False)])
def test_four_sets_are_enough_for_another_zone_for_a_day_and_for_a_watch(sets, found):
    one = logged(1, works=SETS[:sets])
    assert joined(logged(2, "strong", after(3600), SETS[:sets]), one) == found
    assert joined(logged(2, "strong", works=SETS[:sets], precision=Precision.DATE), one) == found
    assert joined(watched(2, works=SETS[:sets]), one) == found


def test_seven_of_ten_sets_are_enough_for_a_watch():
    assert joined(watched(2, works=SETS[:7]))
    assert not joined(watched(2, works=[(reps, 0.0) for reps, _ in SETS] + UNLIKE[:5]))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (Work(8, 60.0), Work(8, 60.5), True),
        (Work(8, 60.5), Work(8, 60.0), True),
        (Work(8, 60.0), Work(8, 60.51), False),
        (Work(8, 60.0), Work(9, 60.0), False),
        (Work(None, 60.0), Work(None, 60.0), True),
    ],
)
def test_a_set_is_the_same_with_as_many_repetitions_and_half_a_kilogram_more_or_less(one, other, same):
    assert same_work(one, other) == same


def test_two_logs_that_agree_in_all_are_not_sure_all_the_same():
    found = same_session(logged(1, works=SETS), logged(2, "strong", works=SETS), KNOWN)
    assert found == (0, 0.0, 0.0, False)


def test_one_source_and_a_session_without_sets_have_no_match():
    assert not joined(logged(2, works=SETS))
    assert not joined(logged(2, "strong", works=[]))
    assert not joined(logged(2, "strong", works=SETS), logged(1, works=[]))


def test_a_watch_that_counted_nothing_in_a_set_is_like_no_set():
    nothing = [(None, 0.0)] * 10
    assert not joined(watched(2, works=nothing), logged(1, works=nothing))


def works(count):
    return [Work(number, 0.0) for number in range(count)]


def test_agreement_is_the_share_of_the_longer_session_in_order():
    assert agreement(works(8), works(10)) == agreement(works(10), works(8)) == 0.8
    assert agreement(works(6), works(10)) == 0.6
    assert agreement(works(5), works(10)) == 0.0  # too few to agree at all
    assert agreement(works(4), works(4)[::-1]) == 0.25


def test_of_endless_sessions_the_first_five_hundred_sets_are_compared():
    many, last = works(501), Work(-1, 0.0)
    assert agreement(many, [*many[:500], last]) == 1.0
    assert agreement(many, [*many[:499], last, many[500]]) == 0.998
    late, early = [*many[:499], Work(-2, 0.0), last], [*many[:499], last, Work(-3, 0.0)]
    assert agreement(late, early) == agreement(early, late) == 0.998


@pytest.mark.parametrize(
    ("match", "cost"),
    [
        (SessionMatch(0, 900.0, 0.1), (False, 0, 0.6)),
        (SessionMatch(-1800, 0.0, 0.0), (True, 0, 0.0)),
        (SessionMatch(0, None, 0.2), (False, 1, 0.2)),
    ],
)
def test_the_cost_of_a_match_of_sessions_is_its_shift_a_missing_clock_and_the_differences(match, cost):
    assert match.cost == cost
