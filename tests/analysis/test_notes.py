"""Notes by fixed rules: what they say follows from the weeks, and uncovered weeks say nothing."""

from datetime import date, timedelta

import numpy as np
import pandas as pd
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from long_runs import examples

from lib.analysis.notes import (
    MOST_NOTES,
    RULES,
    Weeks,
    distance_change,
    longest_run,
    muscle_change,
    muscles_left_out,
    notes,
)
from lib.analysis.notes.four_against_twelve import Compared, beyond_scatter
from lib.analysis.weeks.longest_run import run_steps
from lib.model.frames.logs import ACTIVITIES
from lib.model.frames.weeks import WEEKLY_SETS
from lib.model.vocabulary import RUNNERS_NINE, Muscle
from tests.analysis.frames import activities_of, an_activity, running_weeks, strength_weeks

NAN = float("nan")
START = "2026-06-01"
TODAY = date(2026, 11, 22)


def sets_weeks(by_muscle, start=START, unfinished=0):
    """WEEKLY_SETS: the given weekly sets of some muscles, none of the others."""
    count = max(len(sets) for sets in by_muscle.values())
    weeks = pd.date_range(start, periods=count, freq="7D", unit="us")
    rows = [
        (week, str(muscle), sets, sets, sets, position < count - unfinished)
        for position, week in enumerate(weeks)
        for muscle in Muscle
        for sets in [by_muscle.get(muscle, [0.0] * count)[position]]
    ]
    return WEEKLY_SETS.make(rows)


def weeks_of(km=(), sets=None, lower=(), runs=None, unfinished=0):
    return Weeks(
        running_weeks(km, START, unfinished),
        sets_weeks(sets, START, unfinished) if sets else WEEKLY_SETS.empty(),
        strength_weeks(list(lower), START),
        ACTIVITIES.empty() if runs is None else runs,
        TODAY,
    )


def test_four_weeks_of_more_distance_are_told_with_both_means():
    note = distance_change.find(weeks_of(km=[20] * 12 + [30] * 4))
    assert note.numbers == {"now_m": 30_000, "before_m": 20_000}
    assert (note.from_date, note.to_date) == (date(2026, 8, 24), date(2026, 9, 20))


@pytest.mark.parametrize(
    "km",
    [[20] * 12 + [24] * 4, [20] * 12 + [30, None, 30, 30], [None] * 6 + [20] * 6 + [30] * 4, [30] * 4, []],
    ids=["too little", "a week not covered", "too few weeks before", "nothing before", "nothing"],
)
def test_distance_says_nothing_of_small_changes_and_unknown_weeks(km):
    assert distance_change.find(weeks_of(km=km)) is None


def test_the_unfinished_week_is_in_no_note():
    assert distance_change.find(weeks_of(km=[20] * 16 + [90], unfinished=1)) is None


def test_the_muscle_that_changed_most_is_named():
    note = muscle_change.find(weeks_of(sets={Muscle.GLUTES: [4] * 12 + [9] * 4, Muscle.BICEPS: [4] * 12 + [7] * 4}))
    assert note.muscles == (Muscle.GLUTES,)
    assert note.numbers == {"now": 9, "before": 4}


def test_a_change_within_what_weeks_differ_anyway_is_none():
    uneven = {Muscle.GLUTES: [0, 8] * 6 + [9] * 4}
    assert muscle_change.find(weeks_of(sets=uneven)) is None
    assert distance_change.find(weeks_of(km=[5, 35] * 6 + [35] * 4)) is None


def test_less_than_twofold_is_no_change():
    assert muscle_change.find(weeks_of(sets={Muscle.GLUTES: [4] * 12 + [8.5] * 4})) is None


def test_few_sets_are_no_change():
    assert muscle_change.find(weeks_of(sets={Muscle.GLUTES: [0.5] * 12 + [2] * 4})) is None


def test_muscles_outside_the_nine_are_left_to_the_table():
    assert muscle_change.find(weeks_of(sets={Muscle.CHEST: [1] * 12 + [9] * 4})) is None


def test_muscles_without_sets_for_six_weeks_are_named_with_the_weeks():
    note = muscles_left_out.find(weeks_of(sets={Muscle.CALVES: [3] * 7 + [0] * 6, Muscle.BICEPS: [3] * 6 + [0] * 7}))
    assert note.muscles == (Muscle.BICEPS, Muscle.CALVES)
    assert note.numbers == {"biceps": 7, "calves": 6}
    assert note.from_date == date(2026, 6, 1) + timedelta(weeks=5)


@pytest.mark.parametrize(
    "sets",
    [[3] * 8 + [0] * 5, [0] * 12, [3] * 6 + [0, 0, NAN, 0, 0, 0], [3] + [0] * 27],
    ids=["five weeks", "never", "a week not covered", "longer than half a year"],
)
def test_other_gaps_are_no_note(sets):
    assert muscles_left_out.find(weeks_of(sets={Muscle.CALVES: sets})) is None


def test_half_a_year_without_sets_is_still_told():
    assert muscles_left_out.find(weeks_of(sets={Muscle.CALVES: [3] + [0] * 26})).numbers == {"calves": 26}


def runs_at(*days_and_km):
    return activities_of(*(an_activity(day, km) for day, km in days_and_km))


def test_a_run_is_measured_against_the_longest_of_the_30_days_before():
    steps = run_steps(
        runs_at(("2026-08-01", 5), ("2026-09-01", 15), ("2026-09-20", 12), ("2026-10-02", 14), ("2026-10-03", 20))
    )
    assert list(steps["longest_before_m"].fillna(0)) == [0, 0, 15_000, 12_000, 14_000]
    assert steps["step"].iloc[-1] == pytest.approx(20 / 14 - 1)


@pytest.mark.parametrize(("km", "step"), [(16, 0.067), (17, 0.133), (20, 0.333), (31, 1.067)])
def test_golden_steps_of_the_longest_run(km, step):
    steps = run_steps(runs_at(("2026-08-01", 15), ("2026-09-15", 15), ("2026-10-01", km)))
    assert steps["step"].iloc[-1] == pytest.approx(step, abs=0.001)


def test_the_first_30_days_of_a_log_have_no_comparison():
    assert run_steps(runs_at(("2026-09-20", 5), ("2026-10-01", 20)))["step"].isna().all()


def test_the_largest_recent_step_is_told_and_old_ones_are_not():
    runs = runs_at(("2026-09-01", 10), ("2026-10-20", 10), ("2026-11-19", 13), ("2026-11-21", 14))
    note = longest_run.find(weeks_of(runs=runs))
    assert note.numbers == {"distance_m": 13_000, "longest_before_m": 10_000, "step": pytest.approx(0.3)}
    assert note.to_date == date(2026, 11, 19)
    old = runs_at(("2026-08-01", 10), ("2026-09-10", 10), ("2026-10-01", 20))
    assert longest_run.find(weeks_of(runs=old)) is None


def test_a_step_that_was_taken_before_within_a_year_is_no_note():
    before, after = ("2025-12-20", 13), ("2026-11-20", 12.9)
    usual = [(f"2026-{month:02}-{day:02}", 10) for month in range(1, 11) for day in (1, 20)]
    first = [("2025-11-01", 10), ("2025-12-01", 10)]
    assert longest_run.find(weeks_of(runs=runs_at(*first, before, *usual, ("2026-11-05", 10), after))) is None
    assert longest_run.find(weeks_of(runs=runs_at(*first, *usual, ("2026-11-05", 10), after)))


@pytest.mark.parametrize(("km", "told"), [(11.04, False), (11.06, True)], ids=["10 %", "11 %"])
def test_no_run_is_told_as_10_percent_longer_under_a_rule_of_more_than_10_percent(km, told):
    runs = runs_at(("2026-09-01", 10), ("2026-11-01", 10), ("2026-11-20", km))
    assert (longest_run.find(weeks_of(runs=runs)) is not None) is told


def test_at_most_three_notes_in_the_order_of_the_rules_and_none_of_an_empty_log():
    assert notes(weeks_of()) == []
    sets = {Muscle.GLUTES: [4.0] * 18 + [9] * 4, Muscle.CALVES: [3.0] * 16 + [0] * 6}
    runs = runs_at(("2026-09-01", 10), ("2026-10-25", 10), ("2026-11-20", 13))
    found = notes(weeks_of(km=[20] * 18 + [40] * 4, sets=sets, lower=[0] * 22, runs=runs))
    assert [note.rule for note in found] == ["longest_run", "muscles_left_out", "muscle_change"]
    assert len(found) == MOST_NOTES


known_or_not = st.lists(st.one_of(st.none(), st.floats(0, 80)), max_size=40)


@settings(max_examples=examples(60), deadline=None)
@given(km=known_or_not, hard=known_or_not)
@example(km=[20.0] * 16 + [40.0] * 4, hard=[4.0] * 16 + [9.0] * 4)
@example(km=[20.0] * 20, hard=[4.0] * 12 + [0.0] * 8)
def test_numbers_of_notes_are_those_of_the_weeks_and_never_of_uncovered_ones(km, hard):
    sets = [NAN if each is None else each for each in hard] or [NAN]
    weeks = weeks_of(km=km, sets=dict.fromkeys(RUNNERS_NINE, sets), lower=[1] * len(km))
    for note in notes(weeks, most=len(RULES)):
        first, last = pd.Timestamp(note.from_date), pd.Timestamp(note.to_date)
        if note.rule == "muscles_left_out":
            of_muscle = weeks.sets[weeks.sets["muscle"] == note.muscles[0]].set_index("week_start")["hard_sets"]
            gap = int(note.numbers[str(note.muscles[0])])
            assert (of_muscle.tail(gap) == 0).all()
            continue
        if note.rule == "muscle_change":
            of_muscle = weeks.sets[weeks.sets["muscle"] == note.muscles[0]].set_index("week_start")["hard_sets"]
            assert note.numbers["now"] == pytest.approx(of_muscle[first:last].mean())
        if note.rule == "distance_change":
            distance = weeks.running.set_index("week_start")["distance_m"]
            assert note.numbers["now_m"] == pytest.approx(distance[first:last].mean())
            assert not distance[first:last].isna().any()
        assert not np.isnan(list(note.numbers.values())).any()


@pytest.mark.parametrize(("now", "told"), [(12.5, True), (12.4, False), (7.5, True), (7.6, False)])
def test_a_quarter_more_or_less_is_told_and_less_than_that_is_not(now, told):
    assert (distance_change.find(weeks_of(km=[10] * 12 + [now] * 4)) is not None) is told


@pytest.mark.parametrize(("before", "told"), [(8, True), (7, False)])
def test_eight_of_the_twelve_weeks_before_must_be_known(before, told):
    km = [NAN] * (12 - before) + [10] * before + [20] * 4
    assert (distance_change.find(weeks_of(km=km)) is not None) is told


@pytest.mark.parametrize("now", [[20, 20, 20, NAN], [NAN, 20, 20, 20]])
def test_all_four_last_weeks_must_be_known(now):
    assert distance_change.find(weeks_of(km=[10] * 12 + now)) is None


@pytest.mark.parametrize(("without", "told"), [(5, False), (6, True), (26, True), (27, False)])
def test_a_muscle_is_left_out_after_six_weeks_and_forgotten_after_half_a_year(without, told):
    others = {muscle: [4.0] * (without + 2) for muscle in RUNNERS_NINE if muscle is not Muscle.CALVES}
    sets = {**others, Muscle.CALVES: [4.0] * 2 + [0.0] * without}
    assert (muscles_left_out.find(weeks_of(sets=sets)) is not None) is told


@pytest.mark.parametrize(
    ("before", "now", "told"),
    [(3.0, 7.0, True), (3.0, 6.9, False), (0.0, 3.5, True), (0.0, 3.4, False), (7.0, 3.0, True)],
)
def test_sets_that_double_or_halve_are_told_beyond_six_standard_errors(before, now, told):
    sets = {Muscle.QUADRICEPS: [before] * 12 + [now] * 4}
    found = muscle_change.find(weeks_of(sets=sets))
    assert (found is not None and found.muscles == (Muscle.QUADRICEPS,)) is told


@pytest.mark.parametrize(("day", "told"), [("2026-11-16", True), ("2026-11-15", False)])
def test_a_step_of_the_last_seven_days_is_told(day, told):
    found = longest_run.find(weeks_of(runs=runs_at(("2026-09-01", 10), ("2026-10-25", 10), (day, 13))))
    assert (found is not None) is told
    assert not told or (found.from_date, found.to_date) == (date(2026, 10, 17), date(2026, 11, 16))


@pytest.mark.parametrize(("day", "told"), [("2025-11-15", True), ("2025-11-16", False)])
def test_a_step_as_large_of_a_year_before_the_last_seven_days_is_not_told_again(day, told):
    before = pd.Timestamp(day)
    months = [before - pd.Timedelta(days=60), before - pd.Timedelta(days=20)]
    since = pd.date_range(before + pd.Timedelta(days=10), "2026-11-10", freq="15D")
    usual = [(str(each.date()), 10) for each in (*months, *since)]
    runs = runs_at(*sorted([*usual, (day, 13), ("2026-11-20", 13)]))
    assert (longest_run.find(weeks_of(runs=runs)) is not None) is told


@pytest.mark.parametrize(("scatter", "least", "beyond"), [(1.0, 0.0, True), (1.5, 0.0, False), (1.0, 1.5, False)])
def test_a_change_must_be_beyond_so_many_standard_errors(scatter, least, beyond):
    # The standard error is √(1/4 + 1/12) = 0.577 of the scatter.
    means = Compared(12.4, 10.0, scatter, TODAY, TODAY)
    assert beyond_scatter(means, 4.0, least) is beyond
    assert beyond_scatter(Compared(7.6, 10.0, scatter, TODAY, TODAY), 4.0, least) is beyond
    assert not beyond_scatter(Compared(10.0, 10.0, 0.0, TODAY, TODAY), 4.0)


def test_the_muscle_that_halved_is_told_as_is_the_one_that_doubled_and_one_that_is_gone_is_not():
    assert muscle_change.change(1.0, 3.0) == muscle_change.change(3.0, 1.0) == 1.0
    assert muscle_change.change(0.0, 0.0) == 0.0
    assert muscle_change.find(weeks_of(sets={Muscle.GLUTES: [9] * 12 + [0] * 4})) is None
    found = muscle_change.find(weeks_of(sets={Muscle.GLUTES: [9] * 12 + [4] * 4}))
    assert found.numbers == {"now": 4, "before": 9}
    assert (found.from_date, found.to_date) == (date(2026, 8, 24), date(2026, 9, 20))
