"""Weekly running: what counts, what is missing, what looks wrong."""

from datetime import date

import numpy as np
import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st
from long_runs import examples

from lib.analysis.weeks.carried import carried
from lib.analysis.weeks.run_rules import RUN_RULES
from lib.analysis.weeks.running import weekly_running
from lib.model.frames.logs import ACTIVITIES
from lib.model.frames.weeks import WEEKLY_RUNNING
from tests.analysis.frames import NAN, TODAY, activities_of, an_activity, running_weeks


def test_a_week_sums_its_runs_and_knows_the_longest():
    weeks = weekly_running(activities_of(an_activity("2026-11-16", 10), an_activity("2026-11-18", 16)), TODAY)
    (week,) = WEEKLY_RUNNING.check(weeks).to_dict("records")
    assert week == {
        "week_start": pd.Timestamp("2026-11-16"),
        "runs": 2.0,
        "distance_m": 26_000.0,
        "moving_s": 26 * 330,
        "longest_m": 16_000.0,
        "complete": False,
    }


def test_other_sports_are_no_mileage_but_show_that_the_log_covers_the_week():
    weeks = weekly_running(
        activities_of(an_activity("2026-11-02"), an_activity("2026-11-12", sport="ride", km=60)), TODAY
    )
    assert weeks["distance_m"].tolist()[:2] == [10_000.0, 0.0]
    assert np.isnan(weeks["distance_m"].iloc[2])


def test_moving_time_falls_back_to_elapsed_time():
    weeks = weekly_running(activities_of(an_activity("2026-11-16", moving_s=NAN, elapsed_s=3600.0)), TODAY)
    assert weeks["moving_s"].tolist() == [3600.0]


def test_a_run_without_a_distance_is_a_run_all_the_same():
    weeks = weekly_running(activities_of(an_activity("2026-11-16", distance_m=NAN)), TODAY)
    assert weeks[["runs", "distance_m", "longest_m"]].to_numpy().tolist() == [[1.0, 0.0, 0.0]]


def test_weeks_between_two_sources_are_unknown_not_zero():
    weeks = weekly_running(
        activities_of(an_activity("2026-10-05", source="garmin"), an_activity("2026-10-26")), date(2026, 10, 26)
    )
    assert weeks["runs"].isna().tolist() == [False, True, True, False]


def test_nothing_in_nothing_out():
    assert WEEKLY_RUNNING.check(weekly_running(ACTIVITIES.empty(), TODAY)).empty


RUNS = st.lists(
    st.builds(
        an_activity,
        st.dates(date(2026, 8, 1), TODAY).map(str),
        st.integers(0, 50),
        sport=st.sampled_from(["run", "ride"]),
        source=st.sampled_from(["strava", "garmin"]),
    ),
    max_size=15,
)


@given(RUNS)
@settings(max_examples=examples(40), deadline=None)
def test_the_weeks_hold_every_run_once_and_have_no_gap(rows):
    activities = activities_of(*rows)
    weeks = WEEKLY_RUNNING.check(weekly_running(activities, TODAY))
    runs = activities[activities["sport"] == "run"]
    assert weeks["runs"].sum() == len(runs)
    assert weeks["distance_m"].sum() == runs["distance_m"].sum()
    assert (weeks["week_start"].diff().dropna() == pd.Timedelta(days=7)).all()


@given(RUNS, st.randoms(use_true_random=False))
@settings(max_examples=examples(30), deadline=None)
def test_the_order_of_the_rows_does_not_matter(rows, random):
    shuffled = list(rows)
    random.shuffle(shuffled)
    pd.testing.assert_frame_equal(
        weekly_running(activities_of(*rows), TODAY), weekly_running(activities_of(*shuffled), TODAY)
    )


def test_each_rule_of_runs_has_the_activities_that_it_is_about():
    activities = activities_of(
        an_activity(activity_id=1),
        an_activity(activity_id=2, distance_m=NAN),
        an_activity(activity_id=3, moving_s=NAN),
        an_activity(activity_id=4, moving_s=NAN, elapsed_s=NAN),
        an_activity(activity_id=5, sport="ride", distance_m=NAN, moving_s=NAN),
    )
    found = {rule.title: rule.applies(activities)["activity_id"].tolist() for rule in RUN_RULES}
    assert found == {"Run": [1, 2, 3, 4], "Other sports": [5], "No distance": [2], "Time": [3]}
    assert [rule.rows(activities) for rule in RUN_RULES] == [4, 1, 1, 1]


def weekly(runs, start="2026-06-01"):
    frame = running_weeks(runs, start)
    return frame.assign(runs=frame["distance_m"] / 1000)


def test_sums_are_carried_over_but_for_weeks_that_are_worked_out_anew_or_were_not_known():
    before = weekly([10, 20, 30, None, 50])
    part = weekly([0, 22, 0, 44, 0, 60])
    asked = [before["week_start"].iloc[1]]
    found = carried(part, before, asked, ("runs", "distance_m"))
    assert found["runs"].tolist() == [10, 22, 30, 44, 50, 60]
    assert found["distance_m"].tolist() == [10_000, 22_000, 30_000, 44_000, 50_000, 60_000]
    assert carried(weekly([None, 5]), weekly([10, 20]), [], ("runs",))["runs"].fillna(-1).tolist() == [-1, 20]
    assert carried(part, before.iloc[:0], asked, ("runs",)) is part
    later = carried(weekly([0, 0], "2026-06-08"), before, [], ("runs",))
    assert later["runs"].tolist() == [20, 30]
    earlier = carried(weekly([7, 0], "2026-05-25"), before, [], ("runs",))
    assert earlier["runs"].tolist() == [7, 10]
