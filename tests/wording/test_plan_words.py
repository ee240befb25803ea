"""What gives, in a sentence that names the session, the run and the hours."""

from datetime import date, datetime, time, timedelta
from itertools import product

from lib.analysis.planning.placements import placements
from lib.analysis.planning.shortfalls import other_slots
from lib.analysis.planning.week import HardRun, LegDay, Slot, WeekToPlan
from lib.model.vocabulary import HalfDay, Muscle
from lib.wording import plan_words

MONDAY = date(2026, 11, 30)
AM, PM = HalfDay.AM, HalfDay.PM


def hard(offset, at=time(18), minutes=60.0, **more):
    return HardRun(MONDAY + timedelta(days=offset), at, minutes, **more)


def gives(*runs, **more):
    week = WeekToPlan(MONDAY, runs, **more)
    return plan_words.gives(week, placements(week))


def pin(offset, half):
    return {Slot(MONDAY + timedelta(days=offset), half): None}


def test_nothing_gives_where_all_gaps_are_kept():
    assert gives(hard(1)) is None
    assert gives() is None


def test_for_every_pattern_of_hard_days_something_gives_exactly_where_not_all_is_kept():
    for pattern, sessions, mark in product(product([False, True], repeat=7), [1, 2], [24, 48]):
        week = WeekToPlan(MONDAY, tuple(hard(n) for n in range(7) if pattern[n]), sessions=sessions, mark_h=mark)
        found = placements(week)
        said = plan_words.gives(week, found)
        assert (said is None) == found[0].keeps_all
        if said:
            assert " short of " in said


def test_the_gap_that_gives_is_named_with_its_run_and_its_hours():
    assert gives(hard(1), pins=pin(2, AM)) == (
        "Wed 2 Dec am begins 12 h after the hard run of Tue 1 Dec, 18:00: 12 h short of 24 h."
    )
    assert gives(hard(3, long=True), mark_h=48, pins=pin(2, AM)) == (
        "Wed 2 Dec am ends 34 h before the long run of Thu 3 Dec, 18:00: 14 h short of 48 h."
    )
    assert gives(hard(1, title="Tempo"), pins=pin(1, PM)).startswith(
        "Tue 1 Dec pm is at the time of Tempo (hard run) of Tue 1 Dec, 18:00, or directly after it: 24 h short of 24 h."
    )


def test_what_is_not_known_is_said_and_why():
    assert gives(hard(1, None), pins=pin(2, PM)) == (
        "Whether Wed 2 Dec pm is 24 h after the hard run of Tue 1 Dec is not known (that run has no clock time), "
        "it may be as little as 17 h: up to 7 h short of 24 h."
    )
    assert "nothing says how hard that run was" in gives(hard(1, known=False), pins=pin(2, AM))
    assert "the length of that run is not known" in gives(hard(1, minutes=None), pins=pin(2, PM))


def test_lifts_that_are_too_close_are_named():
    assert gives(pins=pin(1, PM) | pin(2, PM)) == (
        "Tue 1 Dec pm is 24 h from Wed 2 Dec pm, under the 48 h between leg sessions."
    )
    monday = datetime(2026, 11, 30, 18)
    assert "is 24 h from a leg session that is logged or planned around it" in gives(
        pins=pin(1, PM), leg_days=(LegDay(monday, monday),)
    )


def test_sessions_that_cannot_be_placed_are_named():
    noons = {n: datetime.combine(MONDAY + timedelta(days=n), time(12)) for n in range(-1, 7)}
    days = {n: LegDay(each, each) for n, each in noons.items()}
    assert "so none is placed" in gives(leg_days=tuple(days.values()))
    assert "Only 1 of 2 sessions can be placed" in gives(leg_days=(days[-1], days[4], days[6]), sessions=2)


def test_every_other_half_day_has_its_reason():
    over = frozenset({Slot(MONDAY, AM)})
    week = WeekToPlan(MONDAY, (hard(1), hard(5)), sessions=2, closed=over)
    ranked = placements(week)
    others = other_slots(week, ranked)
    assert len(others) == 14 - len(ranked[0].slots)
    said = {each.slot: plan_words.why_other(each, ranked[0]) for each in others}
    assert said[Slot(MONDAY, AM)] == "It is over."
    assert all(words.endswith(".") for words in said.values())
    assert said[Slot(MONDAY + timedelta(days=2), AM)].endswith("12 h short of 24 h.")
    assert any(words.startswith("Keeps") for words in said.values())


def test_hours_are_never_told_larger_than_they_are():
    assert plan_words.hours(23.99) == "23.9 h"
    assert plan_words.hours(24.0) == "24 h"


def test_what_was_lacking_is_told_in_sets_a_week():
    lack = {Muscle.HAMSTRINGS: 2.5, Muscle.CALVES: 1.0}
    assert plan_words.lack_words(lack) == "Last four weeks below your usual, in sets a week: hamstrings 2.5, calves 1."
    assert plan_words.lack_words({}) == ""
