"""What is counted otherwise than in sets."""

import pandas as pd

from lib.analysis.loads.other_work import weekly_other_work
from lib.model.frames.counting import COUNTED_SETS
from lib.model.frames.logs import PERIODS
from lib.model.frames.weeks import OTHER_WORK
from tests.analysis.frames import NAN, TODAY, a_set, counted_of, sets_of

PERIOD = PERIODS.make([("hevy", "2026-11-02", "2026-11-15", "2026-11-15")])


def weeks(*rows):
    return OTHER_WORK.check(weekly_other_work(counted_of(sets_of(*rows)), PERIOD, TODAY))


def first_week(*rows):
    return weeks(*(row | {"local_date": "2026-11-03"} for row in rows)).iloc[0]


def test_jumps_add_up_to_ground_contacts():
    assert first_week(a_set("Box Jump", reps=5.0), a_set("Box Jump", reps=6.0))["contacts"] == 11


def test_jumps_of_a_warm_up_are_none():
    assert first_week(a_set("Box Jump", reps=5.0, kind="warm_up"))["contacts"] == 0


def test_carries_add_up_to_metres_and_seconds():
    found = first_week(
        a_set("Farmers Walk", reps=NAN, distance_m=40.0), a_set("Farmers Walk", reps=NAN, duration_s=30.0)
    )
    assert (found["carry_m"], found["carry_s"]) == (40, 30)


def test_endurance_work_adds_up_to_seconds_and_metres():
    found = first_week(a_set("Running", reps=NAN, distance_m=5000.0, duration_s=1500.0))
    assert (found["conditioning_s"], found["conditioning_m"], found["tension_s"]) == (1500, 5000, 0)


def test_time_under_tension_has_every_hold_that_was_done():
    holds = [
        a_set("Plank", reps=NAN, duration_s=40.0),
        a_set("Plank", reps=NAN, duration_s=10.0),
        a_set("Swiss Ball Plank", reps=5.0),
        a_set("Plank", reps=NAN, duration_s=40.0, kind="warm_up"),
        a_set("Plank", reps=NAN, duration_s=40.0, set_rpe=4.0),
    ]
    assert first_week(*holds)["tension_s"] == 80


def test_weeks_are_dense_and_unknown_outside_the_log():
    found = weeks(a_set("Box Jump", day="2026-11-03"))
    assert found["contacts"].iloc[:2].tolist() == [8, 0]
    assert pd.isna(found["contacts"].iloc[2])


def test_nothing_in_nothing_out():
    assert OTHER_WORK.check(weekly_other_work(COUNTED_SETS.empty(), PERIODS.empty(), TODAY)).empty
