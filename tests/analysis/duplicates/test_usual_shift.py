"""A shift between two clocks that the other runs of the two sources contradict makes no duplicates of two runs of a loop."""

from datetime import timedelta
from random import Random

import pytest
from duplicate_pairs import FIRST_DAY, candidate, wall_clock
from hypothesis import given, settings
from hypothesis import strategies as st
from long_runs import examples

from lib.analysis.duplicates.find import find_duplicates
from lib.analysis.duplicates.near_in_time import Found
from lib.analysis.duplicates.same_bout import Match
from lib.analysis.duplicates.usual_shift import Shifts
from lib.importers.base import known_traits

KNOWN = known_traits()

DAY, HOUR = timedelta(days=1), timedelta(hours=1)
RUN = {"distance_m": 8100.0, "moving_s": 2650.0}  # near the run of duplicate_pairs.candidate, but no copy of it


def found_pairs(candidates):
    return {
        frozenset((group.primary.id, duplicate.id))
        for group in find_duplicates(candidates, KNOWN).groups
        for duplicate in group.duplicates
    }


def synced(count, shift=timedelta(), first=1000, start=FIRST_DAY):
    """Runs that both sources have, one every other day, with the clock of the second one ahead by the shift."""
    return [
        each
        for number in range(first, first + 2 * count, 2)
        for at in [start + (number - first) * DAY]
        for each in (candidate(number, start=at), wall_clock(number + 1, start=at + shift))
    ]


def loop_twice(number, random, start):
    """Two runs of a loop on one day, each in only one source."""
    distance, moving = random.uniform(4000, 12000), random.uniform(1500, 4000)
    again = {"distance_m": distance * random.uniform(0.98, 1.02), "moving_s": moving * random.uniform(0.97, 1.03)}
    later = start + timedelta(hours=random.uniform(5, 11))
    return [
        candidate(10 * number, start=start, distance_m=distance, moving_s=moving),
        wall_clock(10 * number + 1, start=later, **again),
    ]


def joined(with_runs_in_both: bool) -> int:
    """Of 2,000 such days, how many are taken for one run."""
    random, records = Random(20261122), []
    for number in range(2000):
        start = FIRST_DAY + 4 * number * DAY + timedelta(seconds=random.randint(5 * 3600, 12 * 3600))
        records += loop_twice(number, random, start)
        if with_runs_in_both:
            at = start + 2 * DAY
            records += [candidate(10 * number + 2, start=at), wall_clock(10 * number + 3, start=at)]
    alone = {number for each in records if (number := each.id) % 10 < 2}
    return sum(bool(pair & alone) for pair in found_pairs(records))


def test_the_same_loop_at_another_hour_is_rarely_a_duplicate_where_the_sources_share_other_runs():
    apart, beside = joined(with_runs_in_both=False), joined(with_runs_in_both=True)
    print(f"same loop twice a day: {apart} of 2000 joined alone, {beside} beside runs in both")  # noqa: T201
    assert beside <= 2 < apart <= 40


@pytest.mark.parametrize(("seconds", "duplicates"), [(10, True), (11, False)])
def test_a_shift_that_nothing_proves_must_leave_only_some_seconds(seconds, duplicates):
    later = FIRST_DAY + 6 * HOUR + timedelta(seconds=seconds)
    assert bool(found_pairs([candidate(1), wall_clock(2, start=later, **RUN)])) == duplicates


@pytest.mark.parametrize(
    ("others", "metres", "minutes", "duplicates"),
    [
        (synced(3, 6 * HOUR), 3000.0, 0, True),
        (synced(3, 6 * HOUR), 3000.0, 20, True),
        (synced(3, 6 * HOUR), 8000.0, 25, False),
        (synced(1, 6 * HOUR), 3000.0, 0, False),
        (synced(3, 5 * HOUR), 3000.0, 0, False),
    ],
)
def test_a_shift_that_the_others_prove_makes_an_overlap_one_bout(others, metres, minutes, duplicates):
    later = FIRST_DAY + 3 * DAY + 6 * HOUR + timedelta(minutes=minutes)
    pair = [candidate(1, start=FIRST_DAY + 3 * DAY), wall_clock(2, start=later, distance_m=metres)]
    assert (frozenset((1, 2)) in found_pairs([*others, *pair])) == duplicates


@pytest.mark.parametrize(
    ("hours", "others", "duplicates"),
    [
        (6, synced(3), False),
        (6, synced(2), True),
        (6, synced(8, 6 * HOUR), True),
        (6, synced(8, 2 * HOUR), False),
        (6, [*synced(5), *synced(5, 3 * HOUR, 2000)], True),
        (6, synced(8, start=FIRST_DAY - 90 * DAY), True),
        (0, synced(8, 2 * HOUR), True),
    ],
)
def test_a_shift_must_not_contradict_the_other_pairs_of_the_season(hours, others, duplicates):
    pair = [candidate(1, start=FIRST_DAY + 3 * DAY), wall_clock(2, start=FIRST_DAY + 3 * DAY + hours * HOUR, **RUN)]
    assert (frozenset((1, 2)) in found_pairs([*others, *pair])) == duplicates


def test_a_journey_shows_in_a_second_run_of_the_week_or_in_lengths_that_were_copied():
    at = [FIRST_DAY + 21 * DAY, FIRST_DAY + 23 * DAY]
    abroad = [
        each
        for number, start in zip((1, 3), at, strict=True)
        for each in (candidate(number, start=start), wall_clock(number + 1, start=start + 7 * HOUR, **RUN))
    ]
    assert frozenset((1, 2)) not in found_pairs([*synced(30), *abroad[:2]])
    assert {frozenset((1, 2)), frozenset((3, 4))} <= found_pairs([*synced(30), *abroad])
    copied = [abroad[0], abroad[1]._replace(distance_m=8020.0, moving_s=2641.0)]
    assert frozenset((1, 2)) in found_pairs([*synced(30), *copied])


@settings(max_examples=examples(30), deadline=None)
@given(st.randoms(use_true_random=False))
def test_the_order_of_the_records_decides_nothing_about_shifts(random):
    abroad = [candidate(1, start=FIRST_DAY + 9 * DAY), wall_clock(2, start=FIRST_DAY + 9 * DAY + 6 * HOUR, **RUN)]
    records = [*synced(6), *abroad, *synced(2, 6 * HOUR, 3000, FIRST_DAY + 15 * DAY)]
    mixed = random.sample(records, len(records))
    assert found_pairs(mixed) == found_pairs(records)


@pytest.mark.parametrize(
    ("seconds", "others", "duplicates"),
    [(2, synced(3), True), (3, synced(3), False), (3, (), True), (10, (), True), (11, (), False)],
)
def test_a_copy_at_another_hour_than_the_others_show_has_the_same_second(seconds, others, duplicates):
    later = FIRST_DAY + 3 * DAY + 6 * HOUR + timedelta(seconds=seconds)
    copy = wall_clock(2, start=later, distance_m=8000.0, moving_s=2640.0)
    pair = [candidate(1, start=FIRST_DAY + 3 * DAY), copy]
    assert (frozenset((1, 2)) in found_pairs([*others, *pair])) == duplicates
    unsure = {frozenset((one.id, other.id)) for one, other in find_duplicates([*others, *pair], KNOWN).unsure}
    assert (frozenset((1, 2)) in unsure) == (not duplicates)


@pytest.mark.parametrize(("minutes", "duplicates"), [(28, False), (31, False), (33, True), (27, True)])
def test_a_record_that_begins_where_the_other_ends_is_none_of_another_zone(minutes, duplicates):
    length = {"distance_m": 5000.0, "moving_s": minutes * 60.0}
    pair = [candidate(1, **length), wall_clock(2, start=FIRST_DAY + timedelta(minutes=30), **length)]
    assert bool(found_pairs(pair)) == duplicates


def shown(number, at, hours=6, sure=False):
    """A pair of records that shows a shift."""
    match = Match(round(hours * 3600), 0.0, 0.01, 0.01, None, sure)
    return Found(match, candidate(number, start=at), wall_clock(number + 1, start=at + hours * HOUR))


ASKED = candidate(1), wall_clock(2)


def proved(*pairs):
    return Shifts(pairs).proved(*ASKED)


@pytest.mark.parametrize(
    ("away", "sure", "count", "proves"),
    [
        (60 * DAY, False, 3, True),
        (60 * DAY + timedelta(seconds=1), False, 3, False),
        (60 * DAY, False, 2, False),
        (7 * DAY, False, 2, True),
        (7 * DAY + timedelta(seconds=1), False, 2, False),
        (7 * DAY, False, 1, False),
        (12 * HOUR, True, 1, True),
        (12 * HOUR, False, 1, False),
        (12 * HOUR + timedelta(seconds=1), True, 1, False),
    ],
)
@pytest.mark.parametrize("sign", [1, -1])
def test_a_shift_is_proved_by_the_same_day_by_two_of_a_week_or_by_three_of_a_season(away, sure, count, proves, sign):
    pairs = [shown(10 * number, FIRST_DAY + sign * away, sure=sure) for number in range(1, count + 1)]
    assert proved(*pairs) == (6 * 3600 if proves else None)


def test_three_of_four_prove_a_shift_and_two_of_three_do_not():
    day = FIRST_DAY + 20 * DAY
    three = [shown(10 * number, day) for number in (1, 2, 3)]
    assert proved(*three, shown(40, day, 2)) == 6 * 3600
    assert proved(*three[:2], shown(40, day, 2)) is None
    assert proved(*three, shown(40, day, 2), shown(50, day, 2)) is None


def test_the_same_second_of_the_day_goes_before_the_week_and_the_week_before_the_season():
    week = [shown(10 * number, FIRST_DAY + 3 * DAY, 2) for number in (1, 2)]
    season = [shown(100 * number, FIRST_DAY + 30 * DAY, 4) for number in range(1, 9)]
    assert proved(*season) == 4 * 3600
    assert proved(*season, *week) == 2 * 3600
    assert proved(*season, *week, shown(50, FIRST_DAY + HOUR, 1, sure=True)) == 3600


def test_a_pair_proves_nothing_of_itself_nor_where_clocks_are_known_or_only_days():
    pairs = [shown(10 * number, FIRST_DAY) for number in (1, 2, 3)]
    own = Found(Match(7200, 0.0, 0.01, 0.01), *ASKED)
    assert Shifts([own]).proved(*ASKED) is None
    assert Shifts([own, *pairs]).proved(*ASKED) == 6 * 3600
    assert Shifts(pairs).proved(candidate(1), candidate(2, "garmin")) is None
    assert Shifts(pairs).proved(candidate(1), wall_clock(2, precision="date")) is None
    assert Shifts(pairs).proved(candidate(1, precision="date"), wall_clock(2)) is None
    assert Shifts(pairs).proved(candidate(1), wall_clock(2, "own")) is None


def test_a_record_with_two_partners_shows_no_shift():
    day = FIRST_DAY + DAY
    pairs = [shown(10 * number, day) for number in (1, 2)]
    again = pairs[0]._replace(other=wall_clock(99, start=day))
    assert proved(*pairs) == 6 * 3600
    assert proved(*pairs, again) is None
