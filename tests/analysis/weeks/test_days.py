"""The frame of the calendar: dense days, zero apart from missing."""

from datetime import date

import numpy as np
import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st
from long_runs import examples

from lib.analysis.weeks.days import calendar, on_days
from lib.analysis.weeks.lifting_log import lifting_log
from lib.catalog.credits import credit_table
from lib.catalog.resolve import resolve_names
from lib.model.frames.logs import ACTIVITIES, SESSIONS, SETS
from lib.model.frames.weeks import CALENDAR
from tests.analysis.frames import activities_of, an_activity, log_of, plan_of


def empty_log():
    return lifting_log(SETS.empty(), SESSIONS.empty(), resolve_names([]), credit_table())


def test_days_of_running_and_lifting_stand_side_by_side():
    activities = activities_of(
        an_activity("2026-10-05", 10), an_activity("2026-10-05", 2), an_activity("2026-10-07", sport="ride")
    )
    days = CALENDAR.check(calendar(activities, log_of(plan_of({"Leg Press": 5}, days=("2026-10-06", "2026-10-08")))))
    assert days["date"].dt.day.tolist() == [5, 6, 7, 8]
    np.testing.assert_array_equal(days["distance_m"], [12_000.0, 0.0, 0.0, np.nan])
    np.testing.assert_array_equal(days["runs"], [2.0, 0.0, 0.0, np.nan])
    np.testing.assert_array_equal(days["sets_done"], [np.nan, 5.0, 0.0, 5.0])
    np.testing.assert_array_equal(days["sessions"], [np.nan, 1.0, 0.0, 1.0])


def test_three_sets_are_shown_but_make_no_session():
    days = calendar(ACTIVITIES.empty(), log_of(plan_of({"Leg Press": 3})))
    assert days[["sets_done", "sessions"]].to_numpy().tolist() == [[3.0, 0.0]]


def test_a_range_can_be_asked_for():
    days = calendar(activities_of(an_activity("2026-10-05")), empty_log(), date(2026, 10, 4), date(2026, 10, 6))
    np.testing.assert_array_equal(days["runs"], [np.nan, 1.0, np.nan])


def test_nothing_in_nothing_out():
    assert CALENDAR.check(calendar(ACTIVITIES.empty(), empty_log())).empty
    assert calendar(ACTIVITIES.empty(), empty_log(), date(2026, 1, 1), date(2026, 1, 3))["runs"].isna().all()


@given(st.lists(st.dates(date(2026, 1, 1), date(2026, 11, 22)), min_size=1, max_size=20))
@settings(max_examples=examples(30), deadline=None)
def test_the_calendar_has_every_day_once_and_every_run(run_days):
    days = calendar(activities_of(*(an_activity(str(day)) for day in run_days)), empty_log())
    assert days["date"].tolist() == list(pd.date_range(min(run_days), max(run_days)))
    assert days["runs"].sum() == len(run_days)


def test_days_without_an_end_reach_as_far_as_the_rows_do():
    runs = activities_of(*(an_activity(day) for day in ("2026-10-05", "2026-10-06", "2026-10-07")))
    middle = date(2026, 10, 6)
    assert [len(on_days(runs, *days)) for days in ((None, None), (middle, None), (None, middle), (middle, middle))] == [
        3, 2, 2, 1
    ]  # fmt: skip
    assert on_days(runs.iloc[:0], None, None).empty
