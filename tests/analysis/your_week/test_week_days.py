"""The seven days of a week: rest is zero, a day that no log covers and a day to come are not known."""

from datetime import date

import pandas as pd

from lib.analysis.counting.coverage import logged_periods
from lib.analysis.hard_runs.verdicts import run_verdicts
from lib.analysis.weeks.running import only_runs
from lib.analysis.your_week.week_days import week_days
from lib.model.frames.hard_days import HEART_RATES
from lib.model.frames.weeks import WEEK_DAYS
from tests.analysis.frames import activities_of, an_activity, log_of, plan_of

START = date(2026, 11, 16)


def days_of(*activities, lifted=("2026-11-02", "2026-11-17"), last=date(2026, 11, 22)):
    runs, log = activities_of(*activities), log_of(plan_of({"Squat (Barbell)": 3, "Bicep Curl (Barbell)": 2}, lifted))
    verdicts = run_verdicts(runs, HEART_RATES.empty(), {}, None)
    found = week_days(only_runs(runs), logged_periods(runs), log.strength_sessions, log.periods, START, last, verdicts)
    WEEK_DAYS.check(found)
    return found.set_index(found["date"].dt.day_name().str[:3])


def test_lower_and_upper_body_are_counted_apart():
    assert days_of(an_activity("2026-11-16")).loc["Tue", ["sessions", "lower_sets", "upper_sets"]].tolist() == [1, 3, 2]


def test_a_rest_day_between_the_days_of_a_log_is_zero_and_a_day_after_it_is_not_known():
    found = days_of(an_activity("2026-11-16", 8.0), an_activity("2026-11-19", 5.0))
    assert found["distance_m"].fillna(-1).tolist() == [8000, 0, 0, 5000, -1, -1, -1]
    assert found["lower_sets"].fillna(-1).tolist() == [0, 3, -1, -1, -1, -1, -1]


def test_days_to_come_are_not_told():
    found = days_of(an_activity("2026-11-16"), an_activity("2026-11-22"), last=date(2026, 11, 18))
    assert found["runs"].isna().tolist() == [False] * 3 + [True] * 4


def test_a_hard_run_is_marked_by_its_verdict():
    found = days_of(
        an_activity("2026-11-16", activity_id=1, effort="race"),
        an_activity("2026-11-17", activity_id=2, workout_type="race"),
        an_activity("2026-11-18", activity_id=3, workout_type="workout", effort="easy"),
        an_activity("2026-11-19", activity_id=4, title="Tempo 20 min"),
        an_activity("2026-11-20", activity_id=5),
    )
    assert found["hard_runs"].tolist()[:5] == [1, 1, 0, 1, 0]


def test_two_runs_of_a_day_add_up():
    found = days_of(an_activity("2026-11-16", 8.0), an_activity("2026-11-16", 4.0), an_activity("2026-11-18"))
    assert found.loc["Mon", ["runs", "distance_m"]].tolist() == [2, 12000]
    assert pd.Timestamp(START) == found["date"].iloc[0]
