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


def seconds(count):
    return count / 60


@pytest.mark.parametrize(
    ("activity", "session", "linked"),
    [
        (row(seconds(900)), log(elapsed_s=None), True),
        (row(seconds(901)), log(elapsed_s=None), False),
        (row(seconds(-900), moving_s=None), log(), True),
        (row(seconds(-901), moving_s=None), log(), False),
        (row(seconds(3599)), log(), True),
        (row(seconds(3600)), log(), False),
        (row(seconds(-1799)), log(), True),
        (row(seconds(-1800)), log(), False),
        (row(seconds(-1800), elapsed_s=1801.0), log(), True),
        (row(24 * 60 - 1), log(elapsed_s=90_000.0), True),
    ],
)
def test_they_are_linked_up_to_the_last_second_in_common(activity, session, linked):
    assert link_strength([activity], [session]) == ({1: 7} if linked else {})


def test_two_instants_are_compared_as_such_and_of_equals_the_first_by_name_is_taken():
    watch = row()._replace(local=FIRST_DAY + timedelta(hours=9))
    exact = log()._replace(basis="utc", utc=row().utc)
    assert link_strength([watch], [exact]) == {1: 7}
    assert link_strength([watch], [log()]) == {}
    assert link_strength([row()], [log(8, 5), log(7, -5)]) == {1: 7}


def test_the_nearest_session_is_taken_whatever_the_order():
    sessions = [log(7, 20), log(8, 5), log(9, -40)]
    assert link_strength([row()], sessions) == link_strength([row()], sessions[::-1]) == {1: 8}


def test_two_rows_of_a_bout_that_was_stopped_and_started_again_belong_to_one_session():
    assert link_strength([row(), row(30)._replace(id=2)], [log()]) == {1: 7, 2: 7}
