"""A strength row of a run source belongs to the session that has the sets, not beside it."""

from datetime import timedelta

import pytest
from duplicate_pairs import FIRST_DAY, candidate, wall_clock

from lib.analysis.duplicates.strength_links import link_strength
from lib.model.vocabulary import Precision, Sport


def row(minutes: float = 0, **given):
    start = FIRST_DAY + timedelta(minutes=minutes)
    return candidate(1, "strava", start, **{"sport": Sport.STRENGTH, "distance_m": None, "moving_s": 1800.0, **given})


def log(record_id: int = 7, minutes: float = 0, elapsed_s: float | None = 3600.0, **given):
    start = FIRST_DAY + timedelta(minutes=minutes)
    return wall_clock(record_id, "hevy", start, sport=Sport.STRENGTH, moving_s=None, elapsed_s=elapsed_s, **given)


@pytest.mark.parametrize(
    ("activity", "session", "linked"),
    [
        (row(), log(), True),
        (row(15), log(elapsed_s=None), True),
        (row(16), log(elapsed_s=None), False),
        (row(59), log(), True),
        (row(61), log(), False),
        (row(-29), log(), True),
        (row(-31), log(), False),
        (row(600), log(precision=Precision.DATE), True),
        (row(1500), log(precision=Precision.DATE), False),
        (row(1500, precision=Precision.DATE), log(), False),
    ],
)
def test_they_overlap_or_start_within_a_quarter_of_an_hour(activity, session, linked):
    assert link_strength([activity], [session]) == ({1: 7} if linked else {})


def test_the_nearest_session_is_taken_whatever_the_order():
    sessions = [log(7, 20), log(8, 5), log(9, -40)]
    assert link_strength([row()], sessions) == link_strength([row()], sessions[::-1]) == {1: 8}


def test_two_rows_of_a_bout_that_was_stopped_and_started_again_belong_to_one_session():
    assert link_strength([row(), row(30)._replace(id=2)], [log()]) == {1: 7, 2: 7}
