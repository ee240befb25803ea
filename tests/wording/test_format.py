"""Numbers and dates as people read them."""

from datetime import date

import pytest

from lib.model.vocabulary import DistanceUnit, WeightUnit
from lib.wording import format as say

NAN = float("nan")


@pytest.mark.parametrize(
    ("metres", "unit", "text"),
    [
        (42195, DistanceUnit.KM, "42.2 km"),
        (42195, DistanceUnit.MILE, "26.2 mi"),
        (0, DistanceUnit.KM, "0.0 km"),
        (1_234_567, DistanceUnit.KM, "1,234.6 km"),
        (NAN, DistanceUnit.KM, "–"),
        (None, DistanceUnit.MILE, "–"),
    ],
)
def test_distances_are_in_the_persons_unit(metres, unit, text):
    assert say.distance(metres, unit) == text


@pytest.mark.parametrize(
    ("kilograms", "unit", "text"),
    [(60, WeightUnit.KG, "60 kg"), (60, WeightUnit.POUND, "132.3 lb"), (NAN, WeightUnit.KG, "–")],
)
def test_loads_are_in_the_persons_unit(kilograms, unit, text):
    assert say.load(kilograms, unit) == text


@pytest.mark.parametrize(
    ("value", "text"), [(12, "12"), (12.5, "12.5"), (0, "0"), (1240, "1,240"), (NAN, "–"), (10.0, "10")]
)
def test_counts_have_a_decimal_only_where_there_is_a_half(value, text):
    assert say.count(value) == text


def test_counts_to_compare_stand_side_by_side_and_one_dash_says_that_nothing_is_known():
    assert say.side_by_side([8, 5.5]) == "8 : 5.5"
    assert say.side_by_side([8, NAN]) == "8 : –"
    assert say.side_by_side([NAN, NAN]) == "–"


def test_a_count_knows_its_noun():
    assert [say.counted(value, "run", "runs") for value in (0, 1, 2, 0.5)] == ["0 runs", "1 run", "2 runs", "0.5 runs"]


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(2700, "45 min"), (3900, "1 h 05 min"), (3599, "1 h 00 min"), (0, "0 min"), (None, "–"), (NAN, "–")],
)
def test_times_are_in_hours_and_minutes(seconds, text):
    assert say.duration(seconds) == text


@pytest.mark.parametrize(
    ("first", "last", "text"),
    [
        (date(2026, 11, 16), date(2026, 11, 22), "16–22 Nov 2026"),
        (date(2026, 10, 27), date(2026, 11, 2), "27 Oct – 2 Nov 2026"),
        (date(2025, 12, 29), date(2026, 1, 4), "29 Dec 2025 – 4 Jan 2026"),
        (date(2025, 11, 29), date(2026, 11, 30), "29 Nov 2025 – 30 Nov 2026"),
    ],
)
def test_a_stretch_of_days_says_nothing_twice(first, last, text):
    assert say.days(first, last) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [(0.944, "94 %"), (1.0, "100 %"), (0.9999, "99 %"), (0.0, "0 %"), (0.0001, "1 %"), (None, "–"), (NAN, "–")],
)
def test_a_share_is_only_all_or_nothing_when_it_is(value, text):
    assert say.share(value) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (1748 / 1968, "88 %"),
        (0.9499, "94 %"),
        (0.9999, "99 %"),
        (0.29, "29 %"),
        (0.57, "57 %"),
        (1.0, "100 %"),
        (0.0, "0 %"),
        (None, "–"),
        (NAN, "–"),
    ],
)
def test_a_share_that_is_to_reach_a_bound_is_never_rounded_up(value, text):
    assert say.share_reached(value) == text


def test_adherence_is_in_weeks():
    assert say.of_weeks(9, 12) == "9 of 12 weeks"
    assert say.of_weeks(0, 1) == "0 of 1 week"


@pytest.mark.parametrize(("log2_ratio", "text"), [(0.396, "1.3 : 1"), (-1.0, "1 : 2.0"), (None, "–"), (NAN, "–")])
def test_a_ratio_is_in_words_of_a_ratio(log2_ratio, text):
    assert say.ratio(log2_ratio) == text
