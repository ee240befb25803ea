"""Weeks, months and the ticks below them."""

from datetime import date

import pandas as pd
import pytest

from lib.charts.overview import periods
from tests.charts.chart_frames import weekly_running, weekly_sets, weeks_frame

NAN = float("nan")


def test_a_mean_needs_four_known_complete_weeks():
    values = pd.Series([10.0, 20.0, 30.0, 40.0, NAN, 60.0, 70.0])
    complete = pd.Series([True] * 6 + [False])
    mean = periods.mean_of_weeks(values, complete)
    assert mean.dropna().to_dict() == {3: 25.0}


def test_months_hold_the_mean_of_the_complete_weeks_that_start_in_them():
    running = weekly_running()
    months = periods.months_of_weeks(running, ["distance_m"]).set_index("week_start")
    of_june = running[(running["week_start"].dt.year == 2026) & (running["week_start"].dt.month == 6)]
    assert months.loc["2026-06-01", "distance_m"] == pytest.approx(of_june["distance_m"].mean())
    assert months.loc["2026-06-01", "width"] == 30


def test_unknown_months_stay_unknown_and_the_unfinished_week_is_left_out():
    sets = weekly_sets(unknown_weeks=8)
    months = periods.months_of_weeks(sets, ["hard_sets"], ["muscle"])
    first = months[months["week_start"] == months["week_start"].min()]
    assert first["hard_sets"].isna().all()
    only_unfinished = sets[~sets["complete"]]
    assert periods.months_of_weeks(only_unfinished, ["hard_sets"], ["muscle"]).empty


def test_the_last_weeks_end_with_the_newest_one():
    weeks = weeks_frame()
    assert len(periods.last_weeks(weeks, 13)) == 13
    assert periods.last_weeks(weeks, 13)["week_start"].max() == weeks["week_start"].max()
    assert len(periods.last_weeks(weeks, None)) == len(weeks)


@pytest.mark.parametrize(
    ("back", "weeks", "until"),
    [
        (0, 26, 0),
        (25, 26, 0),  # the oldest of the newest half year
        (26, 26, 13),
        (38, 26, 13),
        (39, 26, 26),
        (99, 26, 74),  # the very first: there is nothing before it
        (-1, 26, 0),
        (99, None, 0),
        (13, 13, 6),
    ],
)
def test_the_weeks_that_are_drawn_hold_the_one_that_is_told(back, weeks, until):
    starts = pd.Series(pd.date_range("2024-01-01", periods=100, freq="7D"))
    newest, week = starts.max(), starts.max() - pd.Timedelta(weeks=back)
    found = periods.until_for(week, starts, weeks)
    assert (newest - found).days / 7 == until


def test_a_log_shorter_than_the_range_is_drawn_whole():
    starts = pd.Series(pd.date_range("2026-10-05", periods=5, freq="7D"))
    assert periods.until_for(starts.min(), starts, 26) == starts.max()


@pytest.mark.parametrize("years", [0.25, 0.5, 1, 2, 5, 20])
@pytest.mark.parametrize("narrow", [False, True])
def test_ticks_fit_the_width(years, narrow):
    last = pd.Timestamp(date(2026, 11, 23))
    axis = periods.month_axis(last - pd.Timedelta(days=365 * years), last, narrow=narrow)
    months = int(str(axis["dtick"]).removeprefix("M"))
    assert years * 12 / months <= (8.5 if narrow else 20)
