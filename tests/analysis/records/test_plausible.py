"""Which runs nobody ran, and that they are set aside until the person decides."""

import pytest

from lib.analysis.records.plausible import SET_ASIDE, set_aside, why_implausible
from lib.model.frames.logs import ACTIVITIES
from tests.analysis.frames import activities_of, an_activity

NAN = float("nan")


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ({"km": 121}, "very long"),
        ({"km": 121, "moving_s": NAN, "elapsed_s": NAN}, "very long"),
        ({"moving_s": 1530.0}, "very fast"),  # 10 km in 25:30; the record is 26:11
        ({"moving_s": NAN, "elapsed_s": 1530.0}, "very fast"),
        ({"km": 5, "moving_s": 735.0}, "very fast"),
        ({"km": 42.195, "moving_s": 7000.0}, "very fast"),
        ({"km": 90, "moving_s": 18000.0}, "very fast"),
        ({"km": 0.4, "moving_s": 41.0}, "very fast"),
        ({"distance_m": NAN, "moving_s": 0.0}, "no distance"),  # a recording with no way that can be
    ],
)
def test_a_run_that_nobody_ran_has_its_reason(given, why):
    assert why_implausible(activities_of(an_activity(**given))).tolist() == [why]


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"km": 0},
        {"distance_m": NAN},
        {"distance_m": NAN, "moving_s": NAN},
        {"distance_m": NAN, "moving_s": 0.0, "sport": "strength"},
        {"moving_s": 1571.0},  # the record itself
        {"km": 0.2, "moving_s": 22.0},
        {"km": 100, "moving_s": 22_000.0},
        {"moving_s": 20_000.0},  # walked, and called a run
        {"moving_s": 12_000.0, "ascent_m": 900.0},  # up a mountain
        {"moving_s": NAN, "elapsed_s": 12_000.0},  # with its pauses
        {"moving_s": NAN, "elapsed_s": NAN},
        {"sport": "ride", "moving_s": 60.0},
        {"sport": "hike", "moving_s": 12_000.0},
    ],
)
def test_any_other_activity_has_none(given):
    assert why_implausible(activities_of(an_activity(**given))).tolist() == [""]


def test_what_nobody_ran_is_set_aside_unless_the_person_says_that_it_counts():
    activities = activities_of(
        an_activity(activity_id=1), an_activity(activity_id=2, moving_s=60.0), an_activity(activity_id=3, km=130)
    )
    kept, aside = set_aside(activities, counted_anyway=[3])
    assert kept["activity_id"].tolist() == [1, 3]
    assert SET_ASIDE.check(aside)[["activity_id", "why"]].to_numpy().tolist() == [[2, "very fast"]]


def test_nothing_in_nothing_out():
    kept, aside = set_aside(ACTIVITIES.empty())
    assert ACTIVITIES.check(kept).empty
    assert SET_ASIDE.check(aside).empty


def test_a_run_of_120_km_is_long_and_no_more():
    assert why_implausible(activities_of(an_activity(km=120), an_activity(km=120.001))).tolist() == ["", "very long"]


@pytest.mark.parametrize(
    ("km", "record_s"),
    [
        (0.1, 9.58),
        (0.4, 43.03),
        (0.8, 100.91),
        (1.5, 206.0),
        (5, 755.36),
        (10, 1571.0),
        (21.0975, 3402.0),
        (42.195, 7235.0),
        (100, 21_935.0),
    ],
)
def test_two_percent_faster_than_the_record_over_its_distance_is_what_a_watch_may_say(km, record_s):
    slow, fast = record_s / 1.0199, record_s / 1.0201
    runs = activities_of(an_activity(km=km, moving_s=slow), an_activity(km=km, moving_s=fast))
    assert why_implausible(runs).tolist() == ["", "very fast"]
