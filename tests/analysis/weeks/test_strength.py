"""Strength sessions: how many sets make one, when two logs are one, what is lower-body work."""

import numpy as np
import pandas as pd
import pytest

from lib.analysis.weeks.strength import strength_sessions, sums_by_log, weekly_strength
from lib.model.frames.counting import COUNTED_SETS, STRENGTH_SESSIONS
from lib.model.frames.logs import CREDITS, PERIODS, SESSIONS
from lib.model.frames.weeks import WEEKLY_STRENGTH
from tests.analysis.frames import (
    NAN,
    TODAY,
    a_session,
    a_set,
    activities_of,
    an_activity,
    log_of,
    plan_of,
    sessions_of,
    sets_of,
)


def one_session(plan):
    (session,) = STRENGTH_SESSIONS.check(log_of(plan_of(plan)).strength_sessions).to_dict("records")
    return session


@pytest.mark.parametrize(("count", "counts"), [(3, False), (4, True)])
def test_four_hard_sets_make_a_session(count, counts):
    assert one_session({"Bench Press": count})["counts"] is counts


@pytest.mark.parametrize(
    ("plan", "lower_sets"),
    [
        ({"Squat (Barbell)": 4}, 4.0),  # two main muscles of the lower body, each set once
        ({"Bench Press": 4, "Leg Curl": 3}, 3.0),
        ({"Hanging Leg Raise": 4, "Plank": 4}, 0.0),  # hip flexors and core are not on the list
        ({"Bird Dog": 4}, 0.0),  # glutes only help
        ({"Tuesday Thing": 4}, 0.0),
    ],
)
def test_lower_body_sets_are_those_with_a_main_muscle_of_the_lower_body(plan, lower_sets):
    session = one_session(plan)
    assert session["lower_sets"] == lower_sets
    assert session["lower"] == (lower_sets >= 4)


@pytest.mark.parametrize(
    ("plan", "counts", "lower", "contacts"),
    [
        ({"Box Jump": 4}, True, True, 32.0),
        ({"Box Jump": 3}, False, False, 24.0),
        ({"Box Jump": 2, "Squat (Barbell)": 2}, True, True, 16.0),
        ({"Clap Push Up": 4}, True, False, 32.0),  # a jump of the arms
        ({"Squat (Barbell)": 4}, True, True, 0.0),
    ],
)
def test_jumps_are_training_of_the_legs_and_only_their_sets_are_zero(plan, counts, lower, contacts):
    session = one_session(plan)
    assert (session["counts"], session["lower"], session["contacts"]) == (counts, lower, contacts)
    assert session["sets_done"] == plan.get("Squat (Barbell)", 0)


def two_logs(second_start, **given):
    sets = plan_of({"Leg Press": 2}, days=("2026-10-05", "2026-10-05"))
    return log_of(sets, sessions_of(a_session(1, "2026-10-05 10:00", **given), a_session(2, second_start)))


def test_two_logs_less_than_three_hours_apart_are_one_session():
    (session,) = two_logs("2026-10-05 13:59").strength_sessions.to_dict("records")
    assert (session["session_id"], session["sets_done"], session["lower"]) == (1, 4.0, True)
    assert session["local_start"] == pd.Timestamp("2026-10-05 10:00")
    assert session["elapsed_s"] == 4 * 3600 + 59 * 60


def test_three_hours_after_the_end_a_new_session_begins():
    assert two_logs("2026-10-05 14:00").strength_sessions["sets_done"].tolist() == [2.0, 2.0]


def test_without_a_duration_the_starts_are_compared():
    assert len(two_logs("2026-10-05 12:59", elapsed_s=NAN).strength_sessions) == 1
    assert len(two_logs("2026-10-05 13:00", elapsed_s=NAN).strength_sessions) == 2


def test_an_unknown_duration_stays_unknown():
    log = log_of(plan_of({"Leg Press": 4}), sessions_of(a_session(1, elapsed_s=NAN)))
    assert np.isnan(log.strength_sessions["elapsed_s"].iloc[0])


def test_a_session_over_midnight_belongs_to_the_day_on_which_it_began():
    sessions = sessions_of(a_session(1, "2026-10-05 23:30"), a_session(2, "2026-10-06 00:20"))
    log = log_of(plan_of({"Leg Press": 2}, days=("2026-10-05", "2026-10-06")), sessions)
    assert log.strength_sessions["local_date"].tolist() == [pd.Timestamp("2026-10-05")]


def weeks_of(log, **given):
    return WEEKLY_STRENGTH.check(weekly_strength(log.strength_sessions, log.counted, log.periods, TODAY, **given))


def test_weeks_count_sessions_lower_sessions_and_sets():
    sets = sets_of(
        *plan_of({"Leg Press": 4}, days=("2026-11-09",)).to_dict("records"),
        *[a_set("Bench Press", session_id=2, day="2026-11-11")] * 5,
        *[a_set("Tuesday Thing", session_id=3, day="2026-11-13")] * 3,
        a_set(session_id=4, day="2026-11-16", kind="warm_up"),
    )
    columns = ["sessions", "lower_sessions", "sets_done", "sets_mapped", "complete"]
    assert weeks_of(log_of(sets))[columns].to_numpy().tolist() == [[2, 1, 12, 9, True], [0, 0, 0, 0, False]]


def test_a_strength_activity_without_sets_stands_apart():
    log = log_of(plan_of({"Leg Press": 4}, days=("2026-11-09",)))
    activities = activities_of(an_activity("2026-11-10", sport="strength"), an_activity("2026-11-12"))
    weeks = weeks_of(log, activities=activities)
    assert weeks["sessions"].iloc[0] == 1.0
    assert weeks["sessions_without_sets"].iloc[0] == 1.0
    assert np.isnan(weeks["sessions_without_sets"].iloc[1])


def test_nothing_in_nothing_out():
    empty = strength_sessions(sums_by_log(COUNTED_SETS.empty(), CREDITS.empty()), SESSIONS.empty())
    assert STRENGTH_SESSIONS.check(empty).empty
    assert WEEKLY_STRENGTH.check(weekly_strength(empty, COUNTED_SETS.empty(), PERIODS.empty(), TODAY)).empty


def test_the_order_of_the_logs_does_not_matter():
    sets = plan_of({"Leg Press": 4}, days=("2026-10-05", "2026-10-08", "2026-10-09"))
    rows = [a_session(1), a_session(2, "2026-10-08 07:00"), a_session(3, "2026-10-09 07:00")]
    straight, reverse = log_of(sets, sessions_of(*rows)), log_of(sets, sessions_of(*rows[::-1]))
    pd.testing.assert_frame_equal(straight.strength_sessions, reverse.strength_sessions)
