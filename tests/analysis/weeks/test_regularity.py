"""The typical week."""

import pytest

from lib.analysis.weeks.regularity import typical_week
from lib.model.frames.weeks import WEEKLY_RUNNING
from tests.analysis.frames import running_weeks

TWELVE = [10, 12, 9, 14, 13, 15, 14, 18, 16, 17, 19, 18]


def test_the_typical_week_has_quartiles_and_the_coefficient_of_variation():
    found = typical_week(running_weeks(TWELVE), "distance_m")
    assert found.cv == pytest.approx(0.220, abs=0.0005)
    assert (found.low, found.median, found.high) == (12_750.0, 14_500.0, 17_250.0)
    assert found.weeks == 12


def test_the_unfinished_week_and_weeks_without_coverage_are_left_out():
    plain = typical_week(running_weeks(TWELVE), "distance_m")
    assert typical_week(running_weeks([None, *TWELVE, 200], unfinished=1), "distance_m") == plain


def test_only_the_last_weeks_can_be_asked_for():
    assert typical_week(running_weeks([500, *[20] * 8]), "distance_m", last=8).high == 20_000.0


@pytest.mark.parametrize("distances", [[20] * 7, [0] * 12, [None] * 12, [20] * 7 + [None] * 5])
def test_too_few_weeks_or_nothing_done_have_no_typical_week(distances):
    assert typical_week(running_weeks(distances), "distance_m") is None


def test_an_empty_frame_has_no_typical_week():
    assert typical_week(WEEKLY_RUNNING.empty(), "runs") is None


def test_eight_weeks_are_enough_and_of_less_than_a_metre_too():
    assert typical_week(running_weeks([20] * 8), "distance_m").weeks == 8
    assert typical_week(running_weeks([0.0005] * 8), "distance_m").median == 0.5
