"""Seconds per heart rate of a recording, as one short text."""

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
