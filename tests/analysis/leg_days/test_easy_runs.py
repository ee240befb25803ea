"""Which runs can be compared, and how long ago the legs were trained."""

import pandas as pd
import pytest

from lib.analysis.leg_days.easy_runs import days_since, easy_runs
from lib.model.frames.hard_days import RUN_VERDICTS
from lib.model.frames.progress import EASY_RUNS
from tests.analysis.frames import NAN, activities_of, an_activity

LEGS = pd.Series(pd.to_datetime(["2026-10-01", "2026-10-08"])).astype("datetime64[us]")


def compared(*runs, verdicts=("easy",), unknown=()):
    activities = activities_of(*({"heart_rate_bpm": 140.0, "activity_id": at} | run for at, run in enumerate(runs)))
    rows = [{"activity_id": at, "verdict": word, "rule": "", "why": ""} for at, word in enumerate(verdicts)]
    return EASY_RUNS.check(easy_runs(activities, RUN_VERDICTS.make(rows), LEGS, unknown))


def run(day, km=10.0, **given):
    found = an_activity(day, km, **({"heart_rate_bpm": 140.0} | given))
    found.pop("activity_id")
    return found


@pytest.mark.parametrize(
    ("day", "days"),
    [("2026-09-30", -1), ("2026-10-01", 0), ("2026-10-02", 1), ("2026-10-07", 6), ("2026-10-10", 2), ("2026-10-22", 14),
     ("2026-10-23", -1)],
)  # fmt: skip
def test_days_since_the_last_leg_session(day, days):
    assert days_since(pd.Series(pd.to_datetime([day])), LEGS).tolist() == [days]
    assert compared(run(day))["days_since"].tolist() == [days]


def test_a_run_after_a_bout_whose_sets_nobody_knows_is_not_placed():
    unknown = [pd.Timestamp("2026-10-11")]
    days = pd.Series(pd.to_datetime(["2026-10-10", "2026-10-11", "2026-10-13", "2026-10-14"]))
    assert days_since(days, LEGS, unknown).tolist() == [2, -1, -1, 6]


@pytest.mark.parametrize(("verdict", "taken"), [
    ("easy", 1), ("moderate", 1), ("unknown", 1), ("hard", 0), ("long", 0), ("fast", 0),
])  # fmt: skip
def test_hard_long_and_fast_runs_are_left_out(verdict, taken):
    assert len(compared(run("2026-10-03"), verdicts=(verdict,))) == taken


@pytest.mark.parametrize("given", [
    {"heart_rate_bpm": NAN}, {"moving_s": NAN, "elapsed_s": NAN}, {"distance_m": NAN}, {"sub_sport": "treadmill"},
    {"sub_sport": "trail"}, {"moving_s": 30_000.0}, {"sport": "ride"},
])  # fmt: skip
def test_runs_that_say_nothing_of_pace_at_a_heart_rate_are_left_out(given):
    assert compared(run("2026-10-03", **given)).empty


def test_pace_climb_and_the_day_after_a_hard_run_are_told():
    found = compared(
        run("2026-10-02"), run("2026-10-03", ascent_m=80.0), run("2026-10-04"), verdicts=("hard", "easy", "unknown")
    )
    assert found[["pace_s", "climb"]].iloc[0].tolist() == [330, 8]
    assert found["after_hard"].tolist() == [True, False]


def test_no_runs_give_no_rows():
    assert easy_runs(activities_of(), RUN_VERDICTS.empty(), LEGS).empty


def test_a_run_of_no_way_or_no_heart_rate_is_left_out_and_climb_is_by_the_kilometre():
    assert compared(run("2026-10-03", distance_m=0.0)).empty
    assert compared(run("2026-10-03", heart_rate_bpm=0.0)).empty
    assert compared(run("2026-10-03", heart_rate_bpm=1.0))["heart_rate_bpm"].tolist() == [1.0]
    found = compared(run("2026-10-03", km=8.0, moving_s=NAN, elapsed_s=2400.0, ascent_m=40.0))
    assert found[["pace_s", "climb"]].to_numpy().tolist() == [[300.0, 5.0]]


@pytest.mark.parametrize(("word", "after"), [("hard", True), ("long", True), ("fast", False), ("unknown", False)])
def test_hard_and_long_runs_of_the_day_before_are_told(word, after):
    both = compared(run("2026-10-03"), run("2026-10-04"), verdicts=(word, "easy"))
    assert both["after_hard"].tolist()[-1] is after
    gap = compared(run("2026-10-02"), run("2026-10-04"), verdicts=(word, "easy"))
    assert not gap["after_hard"].iloc[-1]


@pytest.mark.parametrize(("day", "days"), [("2026-10-09", 1), ("2026-10-11", 3), ("2026-10-12", -1), ("2026-10-14", -1),
                                           ("2026-10-15", 7)])  # fmt: skip
def test_after_a_bout_that_nobody_knows_two_days_are_not_placed(day, days):
    asked = pd.Series(pd.to_datetime([day]))
    assert days_since(asked, LEGS, [pd.Timestamp("2026-10-12")]).tolist() == [days]
