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
