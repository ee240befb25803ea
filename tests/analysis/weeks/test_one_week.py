"""One week beside the four before it."""

import numpy as np
import pandas as pd
import pytest

from lib.analysis.muscles.weekly_sets import weekly_sets
from lib.analysis.weeks.one_week import beside, week_facts, week_muscles
from lib.model.frames.weeks import WEEK_FACTS, WEEK_MUSCLES, WEEKLY_RUNNING
from tests.analysis.frames import TODAY, log_of, plan_of, running_weeks, strength_weeks, weeks_from

NAN = float("nan")
STARTS = weeks_from("2026-06-01", 7)


def facts(distances, week, unfinished=0, lower=None):
    running = running_weeks(distances, unfinished=unfinished)
    strength = strength_weeks([1.0] * len(distances) if lower is None else lower)
    found = week_facts(running, strength, STARTS[week])
    WEEK_FACTS.check(found)
    return found.set_index("fact")


def test_a_week_stands_beside_the_mean_of_the_four_before():
    row = facts([10, 20, 30, 40, 50, 60], week=5).loc["distance_m"]
    assert (row["value"], row["mean"], row["weeks"]) == (60_000, 35_000, 4)


def test_weeks_after_it_and_longer_ago_play_no_part():
    assert facts([99, 10, 10, 10, 10, 60, 99], week=5).loc["distance_m", "mean"] == 10_000


def test_weeks_without_coverage_are_left_out_of_the_mean_and_zero_is_not():
    row = facts([None, None, 0, 40, 60], week=4).loc["distance_m"]
    assert (row["mean"], row["weeks"]) == (20_000, 2)


def test_the_first_week_has_no_mean():
    row = facts([10, 20], week=0).loc["distance_m"]
    assert np.isnan(row["mean"])
    assert row["weeks"] == 0


def test_a_week_that_no_log_covers_is_not_zero():
    assert np.isnan(facts([10, None], week=1).loc["distance_m", "value"])


def test_a_week_that_is_not_in_the_frames_has_nothing():
    found = week_facts(running_weeks([10]), strength_weeks([1.0]), pd.Timestamp(2020, 1, 6))
    assert found["value"].isna().all()


def test_a_week_without_any_log_has_neither_value_nor_mean():
    value, mean, weeks = beside(WEEKLY_RUNNING.empty().set_index("week_start"), STARTS[0], "distance_m")
    assert np.isnan([value, mean]).all()
    assert weeks == 0


def test_the_unfinished_week_is_in_no_mean():
    assert facts([10, 20, 99], week=2, unfinished=1).loc["distance_m", "mean"] == 15_000
    assert facts([10, 20, 99, 99], week=3, unfinished=2).loc["distance_m", "mean"] == 15_000


def test_the_muscles_of_a_week_stand_beside_their_means():
    log = log_of(plan_of({"Squat (Barbell)": 4}, ("2026-10-05", "2026-10-12", "2026-10-19")))
    weekly = weekly_sets(log.muscle_sets, log.periods, TODAY)
    found = week_muscles(weekly, pd.Timestamp(2026, 10, 19))
    WEEK_MUSCLES.check(found)
    quads = found.set_index("muscle").loc["quadriceps"]
    assert (quads["hard_sets"], quads["mean"]) == (4.0, 4.0)
    assert found["muscle"].tolist() == weekly["muscle"].unique().tolist()
    assert found["hard_sets"].sum() == pytest.approx(
        weekly.loc[weekly["week_start"] == "2026-10-19", "hard_sets"].sum()
    )
