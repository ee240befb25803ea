"""Seconds per heart rate of a recording, as one short text."""

from itertools import accumulate, pairwise

from hypothesis import given
from hypothesis import strategies as st

from lib.model.heart_rates import from_text, heart_rate_seconds, to_text


def test_a_point_holds_until_the_next_one():
    assert heart_rate_seconds([(0, 120.0), (5, 122.0), (65, 121.0)]) == "120:5 122:60"


def test_a_pause_of_the_recording_counts_for_no_heart_rate():
    assert heart_rate_seconds([(0, 120.0), (5, 122.0), (400, 121.0), (401, 121.0)]) == "120:5 121:1"


def test_a_rate_that_no_heart_has_is_none():
    assert heart_rate_seconds([(0, 0.0), (5, 400.0), (10, 121.0), (12, 0.0)]) == "121:2"


def test_without_points_nothing_is_known():
    assert heart_rate_seconds([]) == heart_rate_seconds([(0, 120.0)]) == ""


@given(st.dictionaries(st.integers(25, 250), st.integers(1, 100_000)))
def test_what_is_stored_comes_back(seconds):
    assert from_text(to_text(seconds)) == seconds


def one_by_one(points):
    """The same, as it is defined."""
    found = {}
    for (at, rate), (then, _) in pairwise(points):
        if 0 < then - at <= 60 and 25 <= rate <= 250:
            found[round(rate)] = found.get(round(rate), 0) + then - at
    return to_text(found)


@given(st.lists(st.tuples(st.integers(0, 5) | st.sampled_from([1, 1, 1, 90]), st.integers(20, 30) | st.just(255))))
def test_counting_at_once_is_counting_one_by_one(steps):
    times = accumulate(step for step, _ in steps)
    points = [(at, rate) for at, (_, rate) in zip(times, steps, strict=True)]
    assert heart_rate_seconds(points) == one_by_one(points)


@given(st.lists(st.integers(20, 30) | st.just(255), min_size=2), st.sampled_from([1, 5, 90]))
def test_rates_at_even_steps_count_as_others_do(rates, step):
    points = [(at * step, rate) for at, rate in enumerate(rates)]
    assert heart_rate_seconds(points) == one_by_one(points)
