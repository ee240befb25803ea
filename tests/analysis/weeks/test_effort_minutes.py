"""Minutes of running a week by how hard they were."""

from datetime import date

import pandas as pd
import pytest

from lib.analysis.counting.coverage import logged_periods
from lib.analysis.weeks.effort_minutes import effort_minutes, hard_share
from lib.analysis.weeks.longest_run import longest_of_weeks, run_steps
from lib.model.frames.hard_days import RUN_VERDICTS
from tests.analysis.frames import NAN, activities_of, an_activity

TODAY = date(2026, 10, 25)


def minutes_of(*runs):
    """Weeks of runs given as (day, verdict, minutes)."""
    rows = [
        an_activity(day, activity_id=number, moving_s=minutes * 60, elapsed_s=NAN)
        for number, (day, _, minutes) in enumerate(runs, start=1)
    ]
    frame = activities_of(*rows)
    verdicts = RUN_VERDICTS.make(
        [
            {"activity_id": number, "verdict": verdict, "rule": "tag", "why": ""}
            for number, (_, verdict, _) in enumerate(runs, start=1)
        ]
    )
    return effort_minutes(frame, verdicts, logged_periods(frame), TODAY)


def test_a_week_adds_up_the_minutes_of_each_kind():
    weeks = minutes_of(("2026-10-05", "easy", 40), ("2026-10-06", "hard", 30), ("2026-10-07", "easy", 20.5))
    week = weeks.iloc[0]
    assert (week["easy"], week["hard"], week["long"], week["unknown"]) == (60.5, 30.0, 0.0, 0.0)


def test_a_run_without_a_time_is_counted_as_such_and_adds_no_minutes():
    week = minutes_of(("2026-10-05", "hard", NAN), ("2026-10-06", "easy", 30)).iloc[0]
    assert (week["hard"], week["easy"], week["without_time"]) == (0.0, 30.0, 1.0)


def test_a_week_without_a_run_is_zero_and_a_week_without_a_log_is_not_known():
    weeks = minutes_of(("2026-10-05", "easy", 40), ("2026-10-13", "easy", 40))
    assert weeks["hard"].tolist()[:2] == [0.0, 0.0]
    assert pd.isna(weeks["hard"].iloc[-1]) or weeks["week_start"].iloc[-1] <= pd.Timestamp("2026-10-12")


def test_the_share_of_hard_minutes_is_of_those_of_which_something_is_known():
    assert hard_share(
        minutes_of(("2026-10-05", "hard", 20), ("2026-10-06", "easy", 60), ("2026-10-07", "unknown", 20))
    ) == (pytest.approx(0.25))


def test_the_share_is_withheld_where_less_than_70_percent_is_known():
    assert hard_share(minutes_of(("2026-10-05", "hard", 20), ("2026-10-06", "unknown", 60))) is None
    assert hard_share(minutes_of(("2026-10-05", "easy", NAN))) is None


def test_of_each_week_the_longest_run_has_its_step():
    runs = activities_of(
        *(
            an_activity(day, km)
            for day, km in (("2026-09-01", 10), ("2026-10-05", 12), ("2026-10-08", 15), ("2026-10-13", 9))
        )
    )
    found = longest_of_weeks(run_steps(runs))
    assert found["distance_m"].tolist() == [10_000, 15_000, 9_000]
    assert found["step"].tolist()[1:] == pytest.approx([0.25, -0.4])


@pytest.mark.parametrize(("known", "share"), [(70, 2 / 7), (69, None)])
def test_exactly_70_percent_of_the_minutes_are_enough(known, share):
    found = hard_share(
        minutes_of(
            ("2026-10-05", "hard", 20), ("2026-10-06", "easy", known - 20), ("2026-10-07", "unknown", 100 - known)
        )
    )
    assert found == (share if share is None else pytest.approx(share))


def steps_of(*days_and_km, since=None):
    return run_steps(activities_of(*(an_activity(day, km) for day, km in days_and_km)), since)


@pytest.mark.parametrize(("day", "before"), [("2026-10-09", 10_000.0), ("2026-10-10", NAN)])
def test_a_run_is_compared_with_those_up_to_thirty_days_before_and_not_with_its_own_day(day, before):
    found = steps_of(("2026-08-01", 5), ("2026-09-09", 10), (day, 12), (day, 8))
    assert found["longest_before_m"].iloc[-1] == pytest.approx(before, nan_ok=True)
    assert found["distance_m"].iloc[-1] == 12_000


@pytest.mark.parametrize(("day", "before"), [("2026-09-30", NAN), ("2026-10-01", 10_000.0)])
def test_the_first_thirty_days_of_a_log_are_compared_with_nothing(day, before):
    runs = ("2026-09-05", 10), (day, 12)
    found = steps_of(("2026-09-01", 0.1), *runs)["longest_before_m"].iloc[-1]
    assert found == pytest.approx(before, nan_ok=True)
    found = steps_of(*runs, since=pd.Timestamp("2026-09-01"))["longest_before_m"].iloc[-1]
    assert found == pytest.approx(before, nan_ok=True)


def test_a_run_after_runs_of_no_way_has_no_step():
    found = steps_of(("2026-08-01", 5), ("2026-10-01", 0), ("2026-10-02", 5))
    assert found["step"].isna().all()
    assert steps_of().empty
