"""Seconds per heart rate of the samples in a JSON recording; what is no sample is left out."""

import math

import pytest

from lib.importers.activities.sampled_rates import of_interval, of_moments


@pytest.mark.parametrize(
    ("values", "milliseconds", "text"),
    [
        ([110, 110, 111, 111], 1000, "110:2 111:1"),
        ([110, 111, 112], 2000, "110:2 111:2"),
        ([0, 110, 111], 1000, "110:1"),
        ([None, "x", 110, 111], 1000, "110:1"),
        ([110, math.nan, 111], 1000, "110:2"),
        ([110, 111], 0, ""),
        ([110, 111], -1000, ""),
        ([110, 111], None, ""),
        ([110, 111], math.inf, ""),
        ("110", 1000, ""),
        (None, 1000, ""),
    ],
)
def test_rates_one_after_each_interval(values, milliseconds, text):
    assert of_interval(values, milliseconds) == text


def at(second, rate):
    return {"t": f"2026-05-01T06:00:{second:02d}Z", "hr": rate}


@pytest.mark.parametrize(
    ("samples", "text"),
    [
        ([at(0, 2), at(3, 2.5), at(5, 3)], "120:3 150:2"),
        ([at(5, 3), at(0, 2), at(3, 2.5)], "120:3 150:2"),
        ([at(0, 2), {"t": "soon", "hr": 3}, {"hr": 3}, 7, None, at(3, 0), at(5, 3)], "120:5"),
        ({"t": 1}, ""),
        ([], ""),
    ],
)
def test_rates_with_their_times(samples, text):
    assert of_moments(samples, "t", "hr", 60.0) == text


def test_rates_are_beats_a_minute_where_nothing_else_is_said():
    assert of_moments([at(0, 120), at(3, 150)], "t", "hr") == "120:3"
