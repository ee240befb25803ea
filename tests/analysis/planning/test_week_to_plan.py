"""A week to plan: when runs may begin and end, what a gap is, what falls short, and what the half-days left free would be."""

from datetime import date, datetime, time, timedelta
from math import inf

import pytest

from lib.analysis.planning.gaps import PlannedGap, gap_after, gap_before
from lib.analysis.planning.placements import PlacedSession, Placement, hours_between, placed_at, placements
from lib.analysis.planning.shortfalls import other_slots, short_gaps, short_in
from lib.analysis.planning.week import HardRun, LegDay, LiftHours, Slot, WeekToPlan
from lib.model.vocabulary import HalfDay

MONDAY = date(2026, 11, 30)
AM, PM = HalfDay.AM, HalfDay.PM
NOON = datetime.combine(MONDAY, time(12))


def moment(day, clock="00:00"):
    return datetime.combine(MONDAY + timedelta(days=day), time.fromisoformat(clock))


def slot(day, half):
    return Slot(MONDAY + timedelta(days=day), half)


def run(day, clock=None, minutes=60.0, **given):
    return HardRun(MONDAY + timedelta(days=day), time.fromisoformat(clock) if clock else None, minutes, **given)


@pytest.mark.parametrize(
    ("given", "first", "last", "end"),
    [
        (run(1, "18:00"), moment(1, "18:00"), moment(1, "18:00"), moment(1, "19:00")),
        (run(1), moment(1), moment(2), moment(2, "01:00")),
        (run(1, "18:00", None), moment(1, "18:00"), moment(1, "18:00"), moment(2)),
        (run(1, "00:00", 90.0), moment(1), moment(1), moment(1, "01:30")),
    ],
)
def test_a_run_begins_by_its_clock_or_any_time_of_its_day_and_takes_six_hours_where_nobody_knows(
    given, first, last, end
):
    assert (given.first_start, given.last_start, given.last_end) == (first, last, end)


@pytest.mark.parametrize(
    ("given", "starts", "ends"),
    [
        (run(1, "18:00"), True, True),
        (run(1, "18:00", None), True, False),
        (run(1), False, False),
        (run(1, "18:00", known=False), False, False),
    ],
)
def test_hours_are_told_of_a_run_that_is_hard_and_has_a_clock(given, starts, ends):
    assert (given.starts_exactly, given.ends_exactly) == (starts, ends)


def test_a_week_has_fourteen_half_days_and_sessions_at_seven_and_six_unless_a_pin_has_a_clock():
    week = WeekToPlan(MONDAY, pins={slot(2, AM): time(9, 30), slot(3, PM): None})
    assert len(week.slots) == len(set(week.slots)) == 14
    assert (week.slots[0], week.slots[-1]) == (slot(0, AM), slot(6, PM))
    assert week.last == date(2026, 12, 6)
    begun = [week.begin(slot(*each)) for each in ((0, AM), (0, PM), (2, AM), (3, PM))]
    assert begun == [moment(0, "07:00"), moment(0, "18:00"), moment(2, "09:30"), moment(3, "18:00")]
    assert LiftHours(time(6), time(20)).start(slot(0, PM)) == moment(0, "20:00")
    assert (week.sessions, week.mark_h, week.hours.minutes) == (1, 24.0, 60.0)


@pytest.mark.parametrize(
    ("runs", "hours", "at_least", "kept"),
    [
        ([run(-1, "11:00")], 24.0, 24.0, True),
        ([run(-1, "11:01")], 23 + 59 / 60, 23 + 59 / 60, False),
        ([run(0, "11:30")], 0.0, 0.0, False),
        ([run(0, "12:00")], 0.0, 0.0, False),
        ([run(0, "12:01")], None, inf, True),
        ([run(-1, "00:00", None)], None, 30.0, True),
        ([run(-2)], None, 35.0, True),
        ([run(-1)], None, 11.0, False),
        ([run(-14, "11:00")], 336.0, 336.0, True),
        ([run(-14, "10:59")], None, inf, True),
        ([run(-3, "11:00"), run(-2, "11:00", known=False)], None, 48.0, True),
        ([run(-2, "11:00", known=False), run(-2, "11:00")], 48.0, 48.0, True),
        ([], None, inf, True),
    ],
)
def test_the_gap_before_a_session(runs, hours, at_least, kept):
    found = gap_before(runs, NOON)
    assert (found.hours, found.at_least, found.kept) == (
        hours if hours is None else pytest.approx(hours), pytest.approx(at_least), kept
    )  # fmt: skip
    assert found.mark_h == 24.0
    assert found.short_h == (0.0 if kept else pytest.approx(24.0 - at_least))


@pytest.mark.parametrize(
    ("runs", "hours", "at_least", "kept"),
    [
        ([run(2, "13:00")], 48.0, 48.0, True),
        ([run(2, "12:59")], 48 - 1 / 60, 48 - 1 / 60, False),
        ([run(0, "12:30")], 0.0, 0.0, False),
        ([run(0, "12:00")], 0.0, 0.0, False),
        ([run(0, "11:59")], None, inf, True),
        ([run(0)], None, 0.0, False),
        ([run(3)], None, 59.0, True),
        ([run(14, "13:00")], 336.0, 336.0, True),
        ([run(14, "13:01")], None, inf, True),
        ([run(2, "13:00", None)], 48.0, 48.0, True),
    ],
)
def test_the_gap_after_a_session(runs, hours, at_least, kept):
    found = gap_after(runs, NOON, 60.0, 48.0)
    assert (found.hours, found.at_least, found.kept) == (
        hours if hours is None else pytest.approx(hours), pytest.approx(at_least), kept
    )  # fmt: skip


GOOD, SHORT = PlannedGap(30.0, 30.0, 24.0), PlannedGap(20.0, 20.0, 24.0)


def placed(day, before=GOOD, after=GOOD, apart_h=inf):
    return PlacedSession(slot(day, AM), moment(day, "07:00"), before, after, apart_h)


def placement(*sessions, apart_h=inf):
    return Placement(sessions, apart_h, 0)


@pytest.mark.parametrize(
    ("found", "kept", "keeps_all", "least"),
    [
        (placement(placed(0)), 2, True, 30.0),
        (placement(placed(0, after=SHORT)), 1, False, 20.0),
        (placement(placed(0), placed(2), apart_h=48.0), 4, True, 30.0),
        (placement(placed(0), placed(2), apart_h=47.9), 4, False, 30.0),
        (placement(placed(0, apart_h=48.0)), 2, True, 30.0),
        (placement(placed(0, apart_h=47.9)), 2, False, 30.0),
        (placement(placed(0), placed(2, before=SHORT, after=SHORT), apart_h=48.0), 2, False, 20.0),
        (placement(), 0, True, inf),
    ],
)
def test_a_placement_keeps_all_where_every_gap_is_kept_and_lifts_are_48_hours_apart(found, kept, keeps_all, least):
    assert (found.kept, found.keeps_all, found.least_h) == (kept, keeps_all, least)


def test_what_falls_short_of_a_placement_is_told_gap_by_gap_and_lift_by_lift():
    first, second, third = placed(0, before=SHORT), placed(1, after=SHORT), placed(3, apart_h=47.5)
    gaps, lifts = short_in(placement(first, second, third))
    assert [(each.session, each.before) for each in gaps] == [(first, True), (second, False)]
    assert [(each.session, each.other, each.hours) for each in lifts] == [
        (first, second.slot, 24.0),
        (third, None, 47.5),
    ]
    assert short_gaps(placed(0)) == ()
    assert short_in(placement(placed(0), placed(2), placed(4, apart_h=48.0))) == ((), ())


def test_each_half_day_that_is_left_free_says_what_speaks_against_it():
    week = WeekToPlan(
        MONDAY, (run(3, "18:00"),), leg_days=(LegDay(moment(-1, "18:00"), moment(-1, "18:00")),),
        closed=frozenset({slot(0, AM)}), pins={slot(5, PM): None},
    )  # fmt: skip
    ranked = placements(week)
    free = {each.slot: each for each in other_slots(week, ranked)}
    assert len(free) == 13
    assert slot(5, PM) not in free
    assert [each.slot for each in free.values() if each.closed] == [slot(0, AM)]
    assert [each.hours for each in free[slot(0, PM)].lifts] == [24.0]
    assert free[slot(1, PM)].lifts == ()
    assert [(each.other, each.hours) for each in free[slot(4, AM)].lifts] == [(slot(5, PM), 35.0)]
    assert [each.before for each in free[slot(3, AM)].gaps] == [False]
    assert [each.before for each in free[slot(4, AM)].gaps] == [True]
    assert free[slot(1, AM)].best is None
    assert len(other_slots(week, ())) == 14


def test_of_other_half_days_the_best_placement_with_them_is_told():
    week = WeekToPlan(MONDAY)
    ranked = placements(week)
    others = other_slots(week, ranked)
    assert len(ranked) == 14
    assert all(each.best and each.best.slots == (each.slot,) for each in others)


def test_hours_between_two_sessions_and_to_a_leg_day_are_from_start_to_start():
    assert hours_between(placed(0), placed(2)) == hours_between(placed(2), placed(0)) == 48.0
    day = LegDay(moment(2), moment(2, "23:00"))

    def apart(day_of, half):
        return placed_at(WeekToPlan(MONDAY, leg_days=(day,)), slot(day_of, half)).apart_h

    assert (apart(0, PM), apart(2, AM), apart(3, AM)) == (30.0, 0.0, 8.0)
    assert placed_at(WeekToPlan(MONDAY), slot(0, AM)).apart_h == inf


def test_half_days_exactly_48_hours_from_another_lift_may_be_taken():
    sunday = moment(-1, "18:00")
    found = placements(WeekToPlan(MONDAY, leg_days=(LegDay(sunday, sunday),)))
    assert {each.slots[0] for each in found} == set(WeekToPlan(MONDAY).slots[3:])
    pairs = {each.slots for each in placements(WeekToPlan(MONDAY, sessions=2))}
    assert (slot(0, AM), slot(2, AM)) in pairs
    assert (slot(0, PM), slot(2, AM)) not in pairs


def test_the_order_of_placements_is_gaps_kept_then_the_least_gap_then_usual_days_then_the_earlier():
    free = [each.slots[0] for each in placements(WeekToPlan(MONDAY))]
    assert free == list(WeekToPlan(MONDAY).slots)
    wednesday = placements(WeekToPlan(MONDAY, usual_days=frozenset({2})))
    assert [each.slots[0] for each in wednesday[:3]] == [slot(2, AM), slot(2, PM), slot(0, AM)]
    assert [each.on_usual_days for each in wednesday[:3]] == [1, 1, 0]
    beside = placements(WeekToPlan(MONDAY, (run(3, "18:00"),)))
    assert [each.kept for each in beside] == sorted((each.kept for each in beside), reverse=True)
    assert beside[0].least_h == max(each.least_h for each in beside if each.kept == 2)
    assert placements(WeekToPlan(MONDAY, closed=frozenset(WeekToPlan(MONDAY).slots))) == ()


def test_a_run_of_which_only_the_day_is_said_is_hard_not_long_and_takes_an_hour():
    plain = HardRun(MONDAY)
    assert (plain.at, plain.minutes, plain.title, plain.long, plain.known) == (None, 60.0, "", False, True)
