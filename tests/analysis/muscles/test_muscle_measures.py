"""Sets, sessions and tonnage of a muscle: amounts that add up to the weeks."""

import math

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from long_runs import examples

from lib.analysis.muscles.measures import amounts, main_sets, muscle_weeks, of_sets, session_amounts, with_range
from lib.analysis.muscles.weekly_sets import counted_by, weekly_sets
from lib.model.frames.counting import MOVED_LOADS, MUSCLE_SETS
from lib.model.frames.weeks import MUSCLE_WEEKS
from lib.model.vocabulary import Muscle, MuscleMeasure, Scheme
from tests.analysis.frames import TODAY, a_set, log_of, plan_of, sets_of

SQUAT, DEADLIFT, CURL = "Squat (Barbell)", "Romanian Deadlift (Barbell)", "Lying Leg Curl (Machine)"


def loads_of(muscle_sets, system_kg=100.0, reps=8.0, excluded=""):
    sets = muscle_sets.drop_duplicates(["session_id", "position"])
    return MOVED_LOADS.make(
        sets.reindex(columns=list(MOVED_LOADS.dtypes)).assign(
            system_kg=system_kg, reps_moved=reps, excluded=excluded, sides=1, dumbbells=1
        )
    )


def weeks_of(log, measure, loads=None, scheme=Scheme.DEFAULT):
    sets = weekly_sets(log.muscle_sets, log.periods, TODAY)
    found = amounts(log.muscle_sets, MOVED_LOADS.empty() if loads is None else loads, measure, scheme)
    return muscle_weeks(found, counted_by(sets, scheme))


def value(weeks, muscle, start="2026-10-05"):
    return weeks[(weeks["muscle"] == muscle) & (weeks["week_start"] == start)]["value"].item()


def test_a_session_is_a_day_with_one_set_whose_main_muscle_it_is():
    log = log_of(plan_of({SQUAT: 3}, days=("2026-10-05", "2026-10-08", "2026-10-12")))
    weeks = weeks_of(log, MuscleMeasure.SESSIONS)
    assert value(weeks, Muscle.QUADRICEPS) == 2
    assert value(weeks, Muscle.CORE) == 0
    assert value(weeks, Muscle.QUADRICEPS, "2026-10-12") == 1


def test_two_logs_of_one_day_are_one_session():
    rows = [a_set(session_id=number, day="2026-10-05") for number in (1, 2)]
    assert value(weeks_of(log_of(sets_of(*rows)), MuscleMeasure.SESSIONS), Muscle.QUADRICEPS) == 1


def test_half_a_set_makes_no_session():
    log = log_of(sets_of(a_set(kind="drop"), a_set("Bench Press (Barbell)")))
    assert value(weeks_of(log, MuscleMeasure.SESSIONS), Muscle.QUADRICEPS) == 0


def test_the_strict_scheme_takes_a_contested_main_muscle_for_a_helper():
    log = log_of(plan_of({SQUAT: 4}))
    assert value(weeks_of(log, MuscleMeasure.SESSIONS), Muscle.GLUTES) == 1
    assert value(weeks_of(log, MuscleMeasure.SESSIONS, scheme=Scheme.STRICT), Muscle.GLUTES) == 0


def test_the_range_of_a_measure_is_what_the_outer_schemes_give():
    log = log_of(plan_of({SQUAT: 4}))
    weeks = {scheme: weeks_of(log, MuscleMeasure.SESSIONS, scheme=scheme) for scheme in Scheme}
    ranged = with_range(weeks[Scheme.STRICT], weeks[Scheme.STRICT], weeks[Scheme.PERMISSIVE])
    MUSCLE_WEEKS.check(ranged)
    glutes = ranged[(ranged["muscle"] == Muscle.GLUTES) & (ranged["week_start"] == "2026-10-05")]
    assert glutes[["value", "low", "high"]].to_numpy().tolist() == [[0.0, 0.0, 1.0]]


def test_tonnage_is_load_times_reps_of_main_muscles_and_nothing_for_helpers():
    log = log_of(plan_of({CURL: 2}))
    weeks = weeks_of(log, MuscleMeasure.TONNAGE, loads_of(log.muscle_sets))
    assert value(weeks, Muscle.HAMSTRINGS) == 1600
    assert value(weeks, Muscle.CALVES) == 0


def test_tonnage_is_unknown_not_zero_where_no_load_is_known():
    log = log_of(plan_of({CURL: 2}))
    weeks = weeks_of(log, MuscleMeasure.TONNAGE, loads_of(log.muscle_sets, excluded="no_load"))
    row = weeks[(weeks["muscle"] == Muscle.HAMSTRINGS) & (weeks["week_start"] == "2026-10-05")]
    assert math.isnan(row["value"].item())
    assert row["missing"].item() == 2


@pytest.mark.parametrize("measure", MuscleMeasure)
def test_weeks_that_no_log_covers_are_unknown_in_every_measure(measure):
    log = log_of(plan_of({SQUAT: 3}))
    weeks = weeks_of(log, measure, loads_of(log.muscle_sets))
    assert weeks.loc[weeks["week_start"] > "2026-10-05", "value"].isna().all()
    assert not weeks.loc[weeks["week_start"] == "2026-10-05", "value"].isna().any()


@pytest.mark.parametrize("measure", MuscleMeasure)
def test_an_empty_log_gives_empty_weeks(measure):
    found = amounts(MUSCLE_SETS.empty(), MOVED_LOADS.empty(), measure)
    log = log_of(sets_of())
    weeks = muscle_weeks(found, weekly_sets(log.muscle_sets, log.periods, TODAY))
    assert MUSCLE_WEEKS.check(weeks).empty


def test_a_muscle_that_is_never_a_main_one_has_no_main_sets():
    log = log_of(plan_of({SQUAT: 2}))
    of_core = log.muscle_sets[~log.muscle_sets["primary"]]
    assert main_sets(of_core).empty
    assert session_amounts(of_core).empty


plans = st.lists(
    st.tuples(
        st.sampled_from([SQUAT, DEADLIFT, CURL, "Push Up", "Plank"]),
        st.integers(0, 40),
        st.sampled_from(["working", "warm_up", "drop"]),
    ),
    min_size=1,
    max_size=25,
)


@settings(max_examples=examples(25), deadline=None)
@given(plans, st.sampled_from(Scheme))
def test_amounts_of_sets_add_up_to_the_weeks_of_s2(plan, scheme):
    days = [pd.Timestamp("2026-09-01") + pd.Timedelta(days=day) for _, day, _ in plan]
    rows = [
        a_set(name, session_id=day.day_of_year, day=day, kind=kind)
        for (name, _, kind), day in zip(plan, days, strict=True)
    ]
    log = log_of(sets_of(*rows))
    sets = counted_by(weekly_sets(log.muscle_sets, log.periods, TODAY), scheme)
    by = {
        each: muscle_weeks(amounts(log.muscle_sets, MOVED_LOADS.empty(), MuscleMeasure.SETS, each), sets)
        for each in Scheme
    }
    ranged = with_range(by[scheme], by[Scheme.STRICT], by[Scheme.PERMISSIVE])
    pd.testing.assert_frame_equal(ranged, of_sets(sets))
