"""How often there was lower-body work."""

from lib.analysis.weeks.dose import Dose, dose
from lib.model.frames.weeks import WEEKLY_STRENGTH
from tests.analysis.frames import strength_weeks


def test_weeks_are_sorted_by_their_number_of_lower_body_sessions():
    assert dose(strength_weeks([0.0, 1.0, 1.0, 2.0, 3.0])) == Dose(weeks=5, none=1, one=2, two_or_more=2)


def test_only_the_last_complete_weeks_that_are_covered_count():
    weeks = strength_weeks([2.0, 1.0, None, 0.0, 5.0], complete=[True, True, True, True, False])
    assert dose(weeks, last=3) == Dose(weeks=2, none=1, one=1, two_or_more=0)


def test_an_empty_frame_has_no_weeks():
    assert dose(WEEKLY_STRENGTH.empty()) == Dose(0, 0, 0, 0)


def test_twelve_weeks_are_asked_of():
    assert dose(strength_weeks([2.0, *[1.0] * 12])) == Dose(weeks=12, none=0, one=12, two_or_more=0)
