"""Every pattern of hard days: a placement that keeps its gaps is found whenever there is one, and it is the best by the stated order."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from itertools import combinations, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from long_runs import examples

from lib.analysis.planning.placements import placements
from lib.analysis.planning.week import HardRun, LegDay, Slot, WeekToPlan
from lib.model.vocabulary import HalfDay

MONDAY = date(2026, 11, 30)
AM, PM = HalfDay.AM, HalfDay.PM
PATTERNS = list(product([False, True], repeat=7))


def day(offset):
    return MONDAY + timedelta(days=offset)


def slot(offset, half):
    return Slot(day(offset), half)


def hard(offset, clock="18:00", minutes=60.0, **more):
    return HardRun(day(offset), time.fromisoformat(clock), minutes, **more)


def week(*runs, **more):
    return WeekToPlan(MONDAY, runs, **more)


def best(*runs, **more):
    return placements(week(*runs, **more))[0]


def pinned(*slots):
    return dict.fromkeys(slots)


# The independent answer: minutes since Monday midnight, no class of the planner, every pair tried.


def brute_force(runs, sessions, mark, pins):
    """runs: (start, end) in minutes. Gives the best (halves, kept, least gap); a half is its number, 0 to 13."""
    starts = [number // 2 * 1440 + (420 if number % 2 == 0 else 1080) for number in range(14)]
    answers = []
    for halves in combinations(range(14), max(sessions, len(pins))):
        times = [starts[half] for half in halves]
        close = [
            b - a < 2880 for (a, i), (b, j) in combinations(zip(times, halves, strict=True), 2) if {i, j} - set(pins)
        ]
        if not set(pins) <= set(halves) or any(close):
            continue
        gaps, kept = [], 0
        for start in times:
            before = [max(start - run[1], 0) for run in runs if run[0] <= start]
            after = [max(run[0] - (start + 60), 0) for run in runs if run[0] >= start]
            kept += (not before or min(before) >= 1440) + (not after or min(after) >= mark * 60)
            gaps += [*before, *after]
        apart = min((b - a for a, b in combinations(times, 2)), default=0)
        answers.append((-kept, -min(gaps, default=10**9), -apart, times, halves))
    found = min(answers)
    return found[4], -found[0], -found[1]


def halves_of(placement):
    return tuple((each.day - MONDAY).days * 2 + (each.half is PM) for each in placement.slots)


def assert_as_by_brute_force(pattern, clock, sessions, mark, pins):
    runs = tuple(hard(number, clock) for number in range(7) if pattern[number])
    minute = int(clock[:2]) * 60 + int(clock[3:])
    spans = [(number * 1440 + minute, number * 1440 + minute + 60) for number in range(7) if pattern[number]]
    numbers = [(each.day - MONDAY).days * 2 + (each.half is PM) for each in pins]
    halves, kept, _ = brute_force(spans, sessions, mark, numbers)
    found = best(*runs, sessions=sessions, mark_h=mark, pins=pinned(*pins))
    assert halves_of(found) == halves
    assert found.kept == kept
    assert found.keeps_all == (kept == 2 * len(halves) and found.apart_h >= 48)


PINS = [(), *((slot(number, half),) for number in range(7) for half in HalfDay)]


@pytest.mark.parametrize("sessions", [1, 2])
@pytest.mark.parametrize("mark", [24, 48])
@pytest.mark.parametrize("clock", ["07:00", "18:00", "12:30"])
def test_every_pattern_of_hard_days_gets_the_best_placement(sessions, mark, clock):
    for pattern in PATTERNS:
        assert_as_by_brute_force(pattern, clock, sessions, mark, ())


@pytest.mark.parametrize("sessions", [1, 2])
@pytest.mark.parametrize("mark", [24, 48])
def test_every_pattern_of_hard_days_with_every_pin_gets_the_best_placement(sessions, mark):
    for pattern in PATTERNS:
        for pins in PINS[1:]:
            assert_as_by_brute_force(pattern, "18:00", sessions, mark, pins)


@settings(max_examples=examples(200))
@given(
    st.lists(st.tuples(st.integers(-3, 10), st.integers(0, 23), st.integers(1, 200)), max_size=8),
    st.sampled_from([1, 2]),
    st.sampled_from([24, 48]),
    st.sets(st.sampled_from([each for (each,) in PINS[1:]]), max_size=3),
)
def test_whatever_the_clocks_lengths_and_pins_the_answer_is_that_of_trying_everything(given_runs, sessions, mark, pins):
    runs = tuple(hard(offset, f"{hour:02}:00", float(minutes)) for offset, hour, minutes in given_runs)
    spans = [(d * 1440 + h * 60, d * 1440 + h * 60 + m) for d, h, m in given_runs]
    halves, kept, _ = brute_force(spans, sessions, mark, [(e.day - MONDAY).days * 2 + (e.half is PM) for e in pins])
    found = best(*runs, sessions=sessions, mark_h=mark, pins=pinned(*pins))
    assert (halves_of(found), found.kept) == (halves, kept)


@settings(max_examples=examples(60))
@given(st.sets(st.integers(0, 6)), st.integers(-400, 400), st.sampled_from([1, 2]))
def test_another_week_with_the_same_runs_gets_the_same_placement(days, weeks, sessions):
    shift = timedelta(weeks=weeks)
    there = WeekToPlan(MONDAY + shift, tuple(HardRun(day(n) + shift, time(18)) for n in days), sessions=sessions)
    here = best(*(hard(number) for number in days), sessions=sessions)
    assert [Slot(each.day + shift, each.half) for each in here.slots] == list(placements(there)[0].slots)


def test_ninety_one_pairs_are_tried_and_none_is_closer_than_48_hours():
    found = placements(week(sessions=2))
    assert len(found) == 55  # of the 91 those that are far enough apart
    assert len(placements(week(sessions=1))) == 14
    assert all(each.apart_h >= 48 for each in found)
    assert found[0].slots == (slot(0, AM), slot(6, PM))  # nothing is near: as far apart as they can be


def test_of_equal_half_days_the_usual_one_is_taken_wherever_the_lifts_of_the_week_before_were():
    friday = datetime.combine(day(-3), time(18))
    around = WeekToPlan(MONDAY, leg_days=(LegDay(friday, friday),), usual_days=frozenset({1, 4}))
    assert placements(around)[0].slots == (slot(1, AM),)
    both = placements(replace(around, sessions=2))[0]
    assert both.slots == (slot(0, AM), slot(6, PM))  # lifts further apart go before the usual days


def test_no_session_is_nearer_than_48_hours_to_one_of_another_week():
    sunday = datetime.combine(day(-1), time(18))
    near = WeekToPlan(MONDAY, leg_days=(LegDay(sunday, sunday),), usual_days=frozenset({0}))
    assert placements(near)[0].slots == (slot(1, PM),)  # 48 h to the minute
    kept = placements(replace(near, pins={slot(0, AM): None}))[0]
    assert not kept.keeps_all


def test_the_runs_of_the_weeks_around_count():
    assert best(hard(-1)).slots[0] >= slot(1, AM)
    assert best(hard(7, "07:00"), mark_h=48).sessions[0].after.hours >= 48
    alone = best(hard(1)).sessions[0]
    assert alone.before.hours is None or alone.after.hours is None  # none within 14 days on one side


def test_a_hard_run_at_the_time_of_the_session_is_no_gap_at_all():
    pin = slot(2, PM)
    at_once = best(hard(2), pins=pinned(pin)).sessions[0]
    assert (at_once.before.hours, at_once.after.hours) == (0.0, 0.0)
    longer = best(hard(2, "17:30", 90.0), hard(4), pins=pinned(pin)).sessions[0]
    assert (longer.before.hours, longer.after.hours) == (0.0, 47.0)


def test_a_run_of_which_only_the_day_is_known_never_claims_a_pass_within_a_day():
    dated = HardRun(day(2), None, 60.0)
    for number, half in ((2, AM), (2, PM), (3, AM), (3, PM), (1, PM)):
        session = best(dated, pins=pinned(slot(number, half))).sessions[0]
        gap = session.after if number == 1 else session.before
        assert gap.hours is None
        assert not gap.kept
    two_days_on = best(dated, pins=pinned(slot(4, AM))).sessions[0]
    assert two_days_on.before.hours is None
    assert two_days_on.before.kept


def test_a_nearer_run_that_may_have_been_hard_makes_the_gap_unknown():
    session = best(hard(0), hard(2, known=False), pins=pinned(slot(3, AM))).sessions[0]
    assert session.before.hours is None
    assert not session.before.kept
    further = best(hard(2), hard(0, known=False), pins=pinned(slot(3, PM))).sessions[0]
    assert further.before.hours == 23.0


def test_a_leg_session_that_is_logged_keeps_48_hours_for_itself():
    done = LegDay(datetime(2026, 11, 30, 18), datetime(2026, 11, 30, 18))
    assert min(each.slots[0] for each in placements(week(leg_days=(done,)))) == slot(2, PM)


def test_fewer_sessions_are_placed_where_so_many_do_not_fit():
    moments = [datetime.combine(day(number), time(12)) for number in (-1, 4, 6)]
    done = tuple(LegDay(each, each) for each in moments)
    found = placements(week(sessions=2, leg_days=done))
    assert {len(each.sessions) for each in found} == {1}
    every_day = tuple(LegDay(datetime.combine(day(n), time(12)), datetime.combine(day(n), time(12))) for n in range(7))
    assert placements(week(leg_days=every_day)) == ()


def test_pins_stay_however_many_and_however_close():
    pins = (slot(1, PM), slot(2, PM), slot(4, AM))
    found = placements(week(hard(2), sessions=1, pins=pinned(*pins)))
    assert [each.slots for each in found] == [pins]
    assert not found[0].keeps_all


def test_a_pin_with_a_clock_of_its_own_keeps_it():
    session = best(hard(2), pins={slot(1, PM): time(20, 30)}).sessions[0]
    assert session.start == datetime(2026, 12, 1, 20, 30)


def test_usual_days_decide_before_the_earlier_day():
    assert best().slots == (slot(0, AM),)
    assert best(usual_days=frozenset({3})).slots == (slot(3, AM),)


def test_what_is_over_is_not_taken():
    over = frozenset(slot(number, half) for number in range(3) for half in HalfDay)
    assert best(closed=over).slots == (slot(3, AM),)
