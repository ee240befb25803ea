"""Hard by the heart rate: the dose near the threshold and the mean, at their borders."""

import numpy as np
import pandas as pd
import pytest

from lib.analysis.hard_runs.heart_rate import by_mean, by_time_near_threshold
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
