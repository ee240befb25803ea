from dataclasses import replace
from datetime import datetime

from hypothesis import given
from hypothesis import strategies as st

from lib.model.records import Activity, Start
from lib.model.vocabulary import TimeBasis

ANOTHER = Start("7:03", TimeBasis.WALL_CLOCK, local=datetime(2026, 5, 4, 7, 3))


@given(st.from_type(Activity))
def test_an_activity_that_starts_at_another_time_is_the_same_in_all_else(activity):
    assert activity.starting(ANOTHER) == replace(activity, start=ANOTHER)
