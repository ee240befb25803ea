"""Session RPE × minutes: logged, estimated by the own median, or missing, and never zero where it is not known."""

from datetime import date, timedelta

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from long_runs import examples

from lib.analysis.counting.coverage import logged_periods
from lib.analysis.session_load.bouts import session_loads
from lib.analysis.session_load.weekly import is_logged, usual, weekly_session_loads
from lib.model.frames.logs import ACTIVITIES, PERIODS, SESSIONS
from lib.model.frames.progress import SESSION_LOADS, WEEKLY_SESSION_LOADS
from tests.analysis.frames import NAN, a_session, activities_of, an_activity, sessions_of

MONDAY = date(2026, 8, 31)
TODAY = date(2026, 11, 22)


def run(week, weekday=0, minutes=60, rpe=NAN, **given):
    day = str(MONDAY + timedelta(weeks=week, days=weekday))
    seconds = minutes * 60
    return an_activity(day, activity_id=100 * week + weekday, moving_s=seconds, session_rpe=rpe, **given)


def lift(week, weekday=1, minutes=50, rpe=NAN):
    day = MONDAY + timedelta(weeks=week, days=weekday)
    return a_session(100 * week + weekday, f"{day} 18:00", elapsed_s=minutes * 60, session_rpe=rpe)


def loads(runs=(), lifts=(), linked=()):
    activities = activities_of(*runs) if runs else ACTIVITIES.empty()
    sessions = sessions_of(*lifts) if lifts else SESSIONS.empty()
    return SESSION_LOADS.check(session_loads(activities, sessions, linked))


def weeks(runs=(), lifts=()):
    activities = activities_of(*runs) if runs else ACTIVITIES.empty()
    sessions = sessions_of(*lifts) if lifts else SESSIONS.empty()
    found = session_loads(activities, sessions, ())
    periods = logged_periods(activities), logged_periods(sessions)
    return WEEKLY_SESSION_LOADS.check(weekly_session_loads(found, *periods, TODAY)).set_index("week_start")


def test_a_run_of_an_hour_at_rpe_4_is_240_and_a_session_counts_with_its_rests():
    found = loads([run(0, rpe=4)], [lift(0, rpe=6)])
    assert found["au"].tolist() == [240, 300]
    assert found["known"].tolist() == ["logged", "logged"]
    assert found["lifting"].tolist() == [False, True]


def test_the_own_median_of_its_kind_stands_for_an_rpe_that_was_not_logged():
    logged = [run(week, rpe=rpe) for week, rpe in enumerate([3, 3, 4, 5, 8])]
    found = loads([*logged, run(5)], [lift(5)])
    assert found.iloc[-2:]["known"].tolist() == ["estimated", "missing"]
    assert found.iloc[-2]["session_rpe"] == 4
    assert np.isnan(found.iloc[-1]["au"])


def test_four_logged_bouts_or_older_ones_than_90_days_give_no_median():
    four = [run(week, rpe=3) for week in range(4)]
    assert loads([*four, run(5)])["known"].iloc[-1] == "missing"
    five = [run(0, weekday, rpe=3) for weekday in range(5)]
    assert loads([*five, run(12, 5)])["known"].iloc[-1] == "estimated"
    assert loads([*five, run(13, 5)])["known"].iloc[-1] == "missing"
    assert loads([*five, run(12, 6)])["known"].iloc[-1] == "missing"  # the first is 90 days ago


def test_without_minutes_a_bout_is_missing_and_so_is_lifting_of_more_than_four_hours():
    found = loads([run(0, rpe=5, minutes=NAN, elapsed_s=NAN), run(1, rpe=5, minutes=0)], [lift(2, rpe=5, minutes=241)])
    assert found["known"].tolist() == ["missing"] * 3
    assert found["au"].isna().all()
    assert found["set_aside"].tolist() == [False, False, True]
    assert loads([run(0, rpe=2, minutes=300)])["au"].tolist() == [600]
    four_hours = loads([], [lift(2, rpe=5, minutes=240)])
    assert (four_hours["known"].tolist(), four_hours["set_aside"].tolist()) == (["logged"], [False])
    assert loads([run(0, rpe=2, minutes=1)])["au"].tolist() == [2]


def test_a_strength_activity_counts_unless_a_session_has_its_sets():
    bare = run(0, rpe=5, sport="strength", elapsed_s=3600)
    assert loads([bare])["lifting"].tolist() == [True]
    assert loads([bare], linked=[0]).empty
    assert loads([run(0, rpe=5, sport="ride")]).empty


def test_an_rpe_of_0_is_logged():
    assert loads([run(0, rpe=0)])[["au", "known"]].to_numpy().tolist() == [[0, "logged"]]


def test_weeks_are_dense_with_two_series_and_their_sum():
    found = weeks([run(0, rpe=4), run(2, rpe=5)], [lift(0, rpe=6), lift(2, rpe=7)])
    assert found["sum"].iloc[:3].tolist() == [540, 0, 650]
    assert found["running"].iloc[:3].tolist() == [240, 0, 300]
    assert found["logged_share"].iloc[:3].tolist() == pytest.approx([1, NAN, 1], nan_ok=True)


def test_what_is_not_known_is_no_zero():
    found = weeks([run(0, rpe=4), run(0, 2), run(1), run(2, rpe=4)], [lift(1, rpe=6)])
    assert found["running"].iloc[:3].tolist() == pytest.approx([240, NAN, 240], nan_ok=True)
    assert found["lifting"].iloc[:3].tolist() == pytest.approx([NAN, 300, NAN], nan_ok=True)
    assert found["missing"].iloc[:3].tolist() == [1, 1, 0]
    assert found["sum"].isna().all()


def test_a_week_is_compared_only_where_70_percent_are_logged():
    full = [run(week, weekday, rpe=4) for week in range(8) for weekday in (0, 3)]
    rests = [lift(week, rpe=5) for week in range(11)]
    partly = [run(8, 0, rpe=4), run(8, 2), run(8, 4), run(9, 0, rpe=4)]
    found = weeks([*full, *partly], rests)["usual"]
    assert found.iloc[:4].isna().all()  # the log of lifting begins within the first week
    assert found.iloc[4:8].tolist() == pytest.approx([730.0] * 4)
    assert np.isnan(found.iloc[8])
    assert found.iloc[9] == 730.0


def sums_of(*weeks):
    """Rows of (sum, share of logged bouts); no share is a week without a bout."""
    return pd.DataFrame(weeks, columns=["sum", "logged_share"]).assign(complete=True)


@pytest.mark.parametrize(
    ("before", "found"),
    [
        ([(100.0, 1.0), (200.0, 0.7), (400.0, 1.0)], 200.0),
        ([(100.0, 1.0), (200.0, 1.0)], NAN),
        ([(0.0, NAN)] * 3 + [(100.0, 1.0)] * 2, NAN),
        ([(0.0, NAN)] * 3 + [(NAN, 0.5)] * 3, NAN),
        ([(0.0, NAN)] * 2 + [(100.0, 1.0)] * 3, 100.0),
        ([(100.0, 1.0)] * 3 + [(NAN, 0.5)] * 5, 100.0),
        ([(100.0, 1.0)] * 3 + [(NAN, 0.5)] * 6, NAN),
    ],
)
def test_usual_is_the_median_of_eight_weeks_of_which_three_had_a_bout_and_a_known_sum(before, found):
    assert usual(sums_of(*before, (500.0, 1.0))).iloc[-1] == pytest.approx(found, nan_ok=True)
    assert np.isnan(usual(sums_of(*before, (NAN, 0.5))).iloc[-1])


def test_weeks_that_go_on_are_not_usual():
    weeks = sums_of(*[(100.0, 1.0)] * 4)
    assert usual(weeks).iloc[-1] == 100.0
    assert np.isnan(usual(weeks.assign(complete=[True, True, False, True])).iloc[-1])


def test_exactly_70_percent_of_the_bouts_are_enough_and_a_week_of_rest_is_known():
    assert is_logged(sums_of((0.0, 0.7), (0.0, 0.699), (0.0, NAN))).tolist() == [True, False, True]


def test_no_log_gives_no_weeks():
    none = session_loads(ACTIVITIES.empty(), SESSIONS.empty(), ())
    assert weekly_session_loads(none, PERIODS.empty(), PERIODS.empty(), TODAY).empty


@given(rpes=st.lists(st.none() | st.floats(0, 10), min_size=1, max_size=30))
@settings(max_examples=examples(60))
def test_weeks_add_up_to_the_bouts_that_are_known(rpes):
    runs = [run(at // 3, at % 3, rpe=NAN if rpe is None else rpe) for at, rpe in enumerate(rpes)]
    found, by_week = loads(runs), weeks(runs)
    assert by_week["running"].sum() == pytest.approx(found["au"].sum())
    assert by_week[["logged", "estimated", "missing"]].to_numpy().sum() == len(runs)
    assert pd.Series(found["au"].notna() == (found["known"] != "missing")).all()
