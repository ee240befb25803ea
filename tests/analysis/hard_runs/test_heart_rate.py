"""Hard by the heart rate: the dose near the threshold and the mean, at their borders."""

import numpy as np
import pandas as pd
import pytest

from lib.analysis.hard_runs.heart_rate import by_mean, by_time_near_threshold
from lib.analysis.hard_runs.highest_rate import highest_rates
from lib.analysis.hard_runs.recorded_rates import RecordedRates
from lib.model.frames.logs import ACTIVITIES
from tests.analysis.frames import activities_of, an_activity

HIGHEST = 200.0  # 176 is near the threshold, 160 steady


def told(*texts):
    runs = activities_of(*(an_activity() for _ in texts)).assign(activity_id=range(1, len(texts) + 1))
    recorded = pd.DataFrame({"activity_id": range(1, len(texts) + 1), "heart_rate_seconds": list(texts)})
    return list(
        by_time_near_threshold(ACTIVITIES.make(runs), np.full(len(texts), HIGHEST), RecordedRates(recorded)).verdicts
    )


@pytest.mark.parametrize(
    ("seconds", "verdict"),
    [
        ("120:5400 176:600", "hard"),
        ("120:5400 176:599", "moderate"),
        ("120:5400 175:600", "easy"),
        ("120:1600 176:400", "hard"),
        ("120:1610 176:390", "moderate"),
        ("120:1801 176:199", "easy"),
        ("160:3000", "moderate"),
        ("159:3000", "easy"),
        ("", ""),
    ],
)
def test_ten_minutes_or_a_fifth_near_the_threshold_are_hard_half_of_it_or_a_steady_mean_moderate(seconds, verdict):
    assert told(seconds) == [verdict]


@pytest.mark.parametrize(
    ("mean", "maximum", "verdict"),
    [
        (176, 190, "hard"),
        (175, 190, ""),
        (160, 175, "moderate"),
        (159, 175, "easy"),
        (160, 176, ""),
        (149, 190, "easy"),
        (150, 190, ""),
    ],
)
def test_a_mean_tells_only_where_it_cannot_hide_intervals(mean, maximum, verdict):
    runs = activities_of(an_activity(heart_rate_bpm=float(mean), heart_rate_max_bpm=float(maximum)))
    assert list(by_mean(runs, np.array([HIGHEST])).verdicts) == [verdict]


def test_rates_without_a_known_maximum_or_without_seconds_tell_nothing():
    runs = ACTIVITIES.make(activities_of(an_activity(), an_activity(), an_activity()).assign(activity_id=[1, 2, 3]))
    recorded = RecordedRates(pd.DataFrame({"activity_id": [1, 2], "heart_rate_seconds": ["180:900", "180:0"]}))
    found = by_time_near_threshold(runs, np.array([np.nan, HIGHEST, HIGHEST]), recorded)
    assert list(found.verdicts) == list(found.why) == ["", "", ""]
    assert list(by_time_near_threshold(runs, np.full(3, HIGHEST), recorded).why) == [
        "15 of 15 min at 176 or more", "", ""
    ]  # fmt: skip


def test_recorded_rates_are_summed_for_each_run_that_has_them():
    frame = pd.DataFrame({"activity_id": [7, 5, 7], "heart_rate_seconds": ["100:10 120:30", "150:20", "60:1"]})
    near, total, mean = RecordedRates(frame).of(np.array([5, 6, 7]), np.array([150.0, 100.0, 120.0]))
    np.testing.assert_array_equal(near, [20, np.nan, 30])
    np.testing.assert_array_equal(total, [20, np.nan, 40])
    np.testing.assert_array_equal(mean, [150, np.nan, 115])
    for each in RecordedRates(frame.iloc[:0]).of(np.array([5]), np.array([150.0])):
        assert np.isnan(each).all()


def maxima(*rates, every=1.0):
    starts = pd.Timestamp("2024-01-01") + pd.to_timedelta(np.arange(len(rates)) * every, unit="D")
    return pd.DataFrame({"heart_rate_max_bpm": rates, "local_start": starts})


def test_the_highest_rate_is_one_that_fifteen_runs_had_but_for_the_highest_of_all():
    assert np.isnan(highest_rates(maxima(*range(170, 184)), None)).all()
    assert highest_rates(maxima(*range(170, 185)), None).tolist() == [183.0] * 15
    assert np.isnan(highest_rates(maxima(*range(170, 184), np.nan), None)).all()
    assert highest_rates(maxima(*range(100, 202)), None)[0] == 198.0  # the 98th percentile of 102
    assert highest_rates(maxima(150.0, 240.0), 190.0).tolist() == [190.0, 190.0]


def test_the_highest_rate_is_asked_of_the_runs_of_a_year_before_and_after():
    young, old = maxima(*[200.0] * 15, every=0.001), maxima(*[170.0] * 15, every=0.001)
    later = old.assign(local_start=old["local_start"] + pd.Timedelta(days=365))
    both = pd.concat([young, later], ignore_index=True)
    assert highest_rates(both, None)[-1] == 200.0
    gone = pd.concat([young, later.assign(local_start=later["local_start"] + pd.Timedelta(days=2))], ignore_index=True)
    assert highest_rates(gone, None)[-1] == 170.0
