"""The limits of one bout, each on both sides: the last value that is one, and the first that is none (RELIABILITY I5)."""

from datetime import timedelta

import pytest
from duplicate_pairs import FIRST_DAY, candidate, wall_clock

from lib.analysis.duplicates.clocks import Overlap, are_parts, clocks_agree, follow_each_other, overlap
from lib.analysis.duplicates.same_bout import Match, at_once, same_bout, share, start_difference, within_limits
from lib.importers.base import known_traits
from lib.model.history import BY_HAND
from lib.model.vocabulary import Precision, Sport

KNOWN = known_traits()
HOUR_S = 3600


def after(seconds):
    return FIRST_DAY + timedelta(seconds=seconds)


def in_another_zone(**given):
    return wall_clock(2, start=after(HOUR_S), **given)


def of_a_day(**given):
    return wall_clock(2, "own", precision=Precision.DATE, **given)


@pytest.mark.parametrize(
    ("last", "beyond"),
    [
        (wall_clock(2, start=after(120)), wall_clock(2, start=after(121))),
        (wall_clock(2, start=after(HOUR_S + 120)), wall_clock(2, start=after(HOUR_S + 121))),
        (wall_clock(2, start=after(HOUR_S - 120)), wall_clock(2, start=after(HOUR_S - 121))),
        (in_another_zone(distance_m=7840.0), in_another_zone(distance_m=7839.0)),
        (in_another_zone(moving_s=2560.8), in_another_zone(moving_s=2560.0)),
        (wall_clock(2, start=after(60), distance_m=6000.0), wall_clock(2, start=after(60), distance_m=5999.0)),
        (wall_clock(2, start=after(120), distance_m=7000.0), wall_clock(2, start=after(121), distance_m=7000.0)),
        (wall_clock(2, start=after(60), distance_m=None), wall_clock(2, start=after(61), distance_m=None)),
        (wall_clock(2, start=after(60), moving_s=None), wall_clock(2, start=after(61), moving_s=None)),
        (
            wall_clock(2, start=after(1), moving_s=None, distance_m=7920.0),
            wall_clock(2, start=after(1), moving_s=None, distance_m=7919.0),
        ),
        (
            wall_clock(2, start=after(1), distance_m=None, moving_s=2600.4),
            wall_clock(2, start=after(1), distance_m=None, moving_s=2600.0),
        ),
        (of_a_day(distance_m=7920.0), of_a_day(distance_m=7919.0)),
        (of_a_day(moving_s=2600.4), of_a_day(moving_s=2600.0)),
        (of_a_day(), of_a_day(sport=Sport.WALK)),
        (of_a_day(), of_a_day(moving_s=None)),
        (in_another_zone(), in_another_zone(distance_m=None)),
    ],
)
def test_by_their_lengths_two_records_are_one_bout_up_to_the_limits(last, beyond):
    assert within_limits(candidate(1), last) is not None
    assert within_limits(candidate(1), beyond) is None


def test_records_of_which_less_than_half_is_common_are_laps():
    lap = candidate(1, distance_m=400.0, moving_s=120.0)
    assert within_limits(lap, wall_clock(2, start=after(60), distance_m=400.0, moving_s=120.0)) is not None
    assert within_limits(lap, wall_clock(2, start=after(61), distance_m=400.0, moving_s=120.0)) is None


@pytest.mark.parametrize(("seconds", "one_bout"), [(1320, True), (1321, False), (-1320, True), (-1321, False)])
def test_clocks_that_agree_need_half_of_the_shorter_record(seconds, one_bout):
    assert (at_once(candidate(1), candidate(2, "fit", after(seconds))) is not None) == one_bout


def test_what_clocks_that_agree_say_of_two_records():
    found = same_bout(candidate(1), candidate(2, "fit", after(660), distance_m=7600.0), KNOWN)
    assert found == Match(0, 660.0, 0.05, 0.0, Overlap(0.75, 0.6), sure=True)


@pytest.mark.parametrize(
    ("rates", "one_bout"),
    [((141.0, 146.0), True), ((141.0, 146.5), False), ((146.5, 141.0), False), ((None, 180.0), True),
     ((180.0, None), True)],
)  # fmt: skip
def test_in_another_zone_heart_rates_may_differ_by_five_beats(rates, one_bout):
    one = candidate(1, heart_rate_bpm=rates[0])
    assert (within_limits(one, in_another_zone(heart_rate_bpm=rates[1])) is not None) == one_bout


def test_in_one_zone_heart_rates_decide_nothing():
    near = wall_clock(2, start=after(30), heart_rate_bpm=180.0)
    assert within_limits(candidate(1, heart_rate_bpm=120.0), near) is not None


@pytest.mark.parametrize(
    ("seconds", "found"),
    [
        (0, (0, 0.0)),
        (899, (0, 899.0)),
        (901, (1800, 899.0)),
        (-3550, (-3600, 50.0)),
        (14 * HOUR_S + 899, (14 * HOUR_S, 899.0)),
        (14 * HOUR_S + 901, None),
        (-14 * HOUR_S - 901, None),
    ],
)
def test_a_difference_of_clocks_is_half_hours_up_to_fourteen_and_a_rest(seconds, found):
    assert start_difference(candidate(1), wall_clock(2, start=after(seconds))) == found


def test_days_alone_agree_where_they_are_one_day_of_two_sources():
    assert start_difference(candidate(1), of_a_day()) == (0, None)
    assert start_difference(of_a_day(), candidate(1)) == (0, None)
    assert start_difference(of_a_day(), of_a_day()) is None
    assert start_difference(candidate(1, start=after(24 * HOUR_S)), of_a_day()) is None


@pytest.mark.parametrize(
    ("match", "cost"),
    [
        (Match(0, 60.0, 0.02, 0.03, Overlap(1.0, 0.8), sure=True), (False, 0, 0.2025)),
        (Match(1800, 0.0, None, None, Overlap(1.0, 1.0), sure=True), (False, 1, 0.0)),
        (Match(0, 60.0, 0.02, 0.03, Overlap(1.0, 0.8)), (True, 0, 2.5)),
        (Match(0, 60.0, 0.02, 0.03, None, sure=True), (True, 0, 2.5)),
        (Match(3600, 60.0, None, 0.03), (True, 4, 1.5)),
        (Match(0, None, 0.01, None), (True, 2, 0.5)),
    ],
)
def test_the_cost_of_a_match_is_its_shift_what_is_missing_and_the_differences(match, cost):
    assert match.cost == cost


@pytest.mark.parametrize(
    ("distance", "duration", "copy"),
    [(0.005, 0.005, True), (0.0051, 0.0, False), (0.0, 0.0051, False), (None, 0.0, False), (0.0, None, False)],
)
def test_a_copy_has_both_lengths_within_half_a_percent(distance, duration, copy):
    assert Match(0, 0.0, distance, duration).is_copy == copy


def test_a_share_is_that_of_the_larger_length_and_a_length_of_nothing_is_not_known():
    assert share(8000.0, 6000.0) == share(6000.0, 8000.0) == 0.25
    assert share(0.0, 6000.0) is share(6000.0, 0.0) is share(None, 6000.0) is share(6000.0, None) is None


def test_one_record_of_a_collection_is_no_duplicate_of_itself():
    one, other = (candidate(number, "apple-health", source_key="a") for number in (1, 2))
    assert same_bout(one, other, KNOWN) is None
    assert same_bout(one, other._replace(source_key="b"), KNOWN) is not None


@pytest.mark.parametrize(
    ("other", "agree"),
    [
        (candidate(2, "fit", after(500)), True),
        (wall_clock(2), True),
        (wall_clock(2, start=after(1)), False),
        (wall_clock(2, precision=Precision.MINUTE), False),
        (wall_clock(2, "strava", after(500)), True),
        (wall_clock(2, BY_HAND, after(500)), True),
        (of_a_day(), False),
        (wall_clock(2, "strava", precision=Precision.DATE), False),
        (wall_clock(2, BY_HAND, precision=Precision.DATE), False),
    ],
)
def test_clocks_agree_where_no_zone_can_be_in_the_way(other, agree):
    assert clocks_agree(candidate(1), other) == clocks_agree(other, candidate(1)) == agree


def test_what_two_records_have_in_common_is_told_of_the_shorter_one_and_of_both():
    one, short = candidate(1, elapsed_s=3000.0), candidate(2, "fit", after(2500), moving_s=1000.0, elapsed_s=900.0)
    assert overlap(one, short) == (0.5, 500 / 3500)
    assert overlap(short, one) == (0.5, 500 / 3500)
    assert overlap(one, candidate(2, "fit", after(3001))) == (0.0, 0.0)
    assert overlap(one, wall_clock(2, start=after(4300)), 1800) == (500 / 2640, 500 / 5140)
    assert overlap(one, wall_clock(2, start=after(2000), moving_s=2000.0)) == (0.5, 0.25)
    assert overlap(one, candidate(2, "fit", moving_s=None)) is None
    assert overlap(candidate(1, moving_s=None), short) is None


@pytest.mark.parametrize(("seconds", "parts"), [(2376, True), (2375, False), (-2376, True), (-2375, False)])
def test_parts_have_a_tenth_of_the_shorter_one_in_common_at_most(seconds, parts):
    assert are_parts(candidate(1), candidate(2, "fit", after(seconds))) == parts
    assert not are_parts(candidate(1), wall_clock(2, start=after(seconds)))


@pytest.mark.parametrize(
    ("seconds", "following"),
    [(2760, True), (2761, False), (2520, True), (2519, False), (-2760, True), (-2761, False), (0, False)],
)
def test_what_starts_within_two_minutes_of_an_end_follows_it(seconds, following):
    assert follow_each_other(candidate(1), candidate(2, "fit", after(seconds))) == following
    assert not follow_each_other(candidate(1, moving_s=None), candidate(2, "fit", after(abs(seconds))))
    assert not follow_each_other(candidate(1), candidate(2, "fit", after(-100), moving_s=None))
