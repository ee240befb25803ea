"""What is usual: the median of the last whole weeks, and of their first days."""

from math import isnan

import pandas as pd

from lib.analysis.your_week.usual import usual, usual_by, usual_weeks
from tests.analysis.frames import running_weeks, weeks_from

STARTS = weeks_from("2026-06-01", 12)


def usual_km(distances, week, unfinished=0):
    frame = running_weeks(distances, unfinished=unfinished)
    return usual(frame, STARTS[week], "distance_m") / 1000


def test_one_race_week_does_not_move_what_is_usual():
    assert usual_km([30, 30, 32, 30, 90, 31, 30, 30, 5], week=8) == 30


def test_weeks_after_it_and_more_than_eight_before_play_no_part():
    assert usual_km([99, 10, 10, 10, 10, 10, 10, 10, 10, 60, 99], week=9) == 10


def test_weeks_without_a_log_are_left_out_and_zero_is_not():
    assert usual_km([None, 0, 0, 40, 60, 20, 7], week=6) == 20


def test_of_two_weeks_nothing_is_usual_yet():
    assert isnan(usual_km([10, 20, 5], week=2))
    assert not isnan(usual_km([10, 20, 30, 5], week=3))


def test_weeks_long_before_a_gap_are_no_longer_usual():
    assert isnan(usual_km([40, 40, 40, 40, *[None] * 7, 10], week=11))


def test_an_unfinished_week_is_not_usual():
    assert len(usual_weeks(running_weeks([10, 20, 30, 99], unfinished=1), STARTS[4], "distance_m")) == 3


def test_what_is_usual_by_a_wednesday_is_counted_up_to_the_end_of_wednesdays():
    starts = STARTS[:3]
    monday, wednesday, sunday = (pd.Timedelta(days=offset) for offset in (0, 2, 6))
    days = pd.Series(
        {start + day: km for start in starts for day, km in ((monday, 5.0), (wednesday, 8.0), (sunday, 20.0))}
    )
    assert usual_by(days, starts, 0) == 5
    assert usual_by(days, starts, 1) == 5
    assert usual_by(days, starts, 2) == 13
    assert usual_by(days, starts, 6) == 33


def test_without_weeks_nothing_is_usual_by_any_day():
    assert isnan(usual_by(pd.Series(dtype="float64", index=pd.DatetimeIndex([])), STARTS[:0], 3))
