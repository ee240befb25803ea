"""How heavy lower-body sets were: told only where effort is logged often enough."""

from datetime import date

import pytest

from lib.analysis.strength.estimates import estimates
from lib.analysis.strength.heavy_share import HeavyShare, heavy_share, intensities
from lib.analysis.weeks.strength import is_lower_body
from lib.catalog.credits import credit_table
from lib.model.frames.progress import E1RM_SETS
from tests.analysis.frames import NAN, a_set, body_mass_of, counted_of, names_of, sets_of

LAST = date(2026, 10, 28)
TEN_REPS = 1 / 0.75  # the estimate of a set of 10 to failure, as a share of its load


def share_of(*rows):
    sets = sets_of(*rows)
    counted = counted_of(sets)
    found = estimates(counted, names_of(sets), body_mass_of())
    return heavy_share(found, is_lower_body(counted, credit_table()), 12, True, LAST)


def a_month(*, rpe, loads, reps=5, first_rpe=10):
    """A session of ten reps with 75 kg, whose estimate is 100 kg, and a week later sets with these loads."""
    base = a_set(reps=10, load_kg=75, set_rpe=first_rpe, day="2026-10-12", session_id=1)
    return share_of(
        base, *(a_set(reps=reps, load_kg=load, set_rpe=rpe, day="2026-10-19", session_id=2) for load in loads)
    )


def test_a_set_is_heavy_from_80_percent_of_the_estimate_of_earlier_sessions():
    found = a_month(rpe=8, loads=[79, 80, 85, 70, 90, 79.5, 60, 80])
    assert (found.valid, found.heavy, found.share) == (8, 4, 0.5)
    assert (found.sets, found.few_reps, found.contacts) == (9, 8, 12)


def test_below_eight_sets_of_known_intensity_there_is_no_share():
    found = a_month(rpe=8, loads=[90] * 7)
    assert (found.valid, found.share) == (7, None)


def test_where_effort_is_seldom_logged_there_is_no_share_but_sets_of_1_to_6_reps():
    found = a_month(rpe=NAN, loads=[90] * 10)
    assert found.share is None
    assert found.rpe_share == pytest.approx(1 / 11)
    assert (found.few_reps, found.with_reps) == (10, 11)


def test_the_least_that_a_lift_can_be_makes_no_intensity():
    assert a_month(rpe=8, loads=[90] * 10, first_rpe=NAN).valid == 0


def test_the_same_day_and_what_is_older_than_28_days_do_not_count():
    sets = sets_of(
        a_set(reps=10, load_kg=75, set_rpe=10, day="2026-09-01", session_id=1),
        a_set(reps=5, load_kg=80, set_rpe=9, day="2026-09-29", session_id=2),
        a_set(reps=5, load_kg=80, set_rpe=9, day="2026-10-28", session_id=3),
    )
    found = estimates(counted_of(sets), names_of(sets), body_mass_of())
    assert intensities(found, found).isna().tolist() == [True, False, True]


def test_arms_are_no_legs_and_no_log_gives_no_share():
    arms = share_of(a_set("Bicep Curl (Dumbbell)", reps=5, load_kg=10, day="2026-10-19"))
    assert (arms.sets, arms.share, arms.rpe_share) == (0, None, None)
    none = E1RM_SETS.empty()
    assert heavy_share(none, none["exercise"] == "", 0, False, LAST).sets == 0


def a_share(**given):
    rows = {"sets": 10, "with_rpe": 7, "with_reps": 10, "few_reps": 4, "valid": 8, "heavy": 2, "contacts": 0}
    return HeavyShare(LAST, LAST, True, **(rows | given))


@pytest.mark.parametrize(
    ("given", "share"),
    [
        ({}, 0.25),
        ({"valid": 7}, None),
        ({"with_rpe": 6}, None),
        ({"sets": 0, "with_rpe": 0}, None),
        ({"heavy": 8}, 1.0),
    ],
)
def test_a_share_needs_eight_sets_of_known_intensity_and_an_effort_of_seven_in_ten(given, share):
    assert a_share(**given).share == share


def test_the_days_are_twenty_eight_and_sets_are_counted_by_their_repetitions():
    days = ("2026-09-30", "2026-10-01", "2026-10-28", "2026-10-29")
    found = share_of(*(a_set(reps=8, load_kg=60, day=day, session_id=at) for at, day in enumerate(days)))
    assert (found.from_date, found.to_date, found.sets) == (date(2026, 10, 1), LAST, 2)
    reps = [a_set(reps=reps, load_kg=60, day="2026-10-19") for reps in (1, 6, 7, NAN)]
    found = share_of(*reps)
    assert (found.sets, found.with_reps, found.few_reps, found.with_rpe) == (4, 3, 2, 0)
    assert found.covered


def test_the_highest_estimate_is_that_of_the_twenty_eight_days_before_the_set():
    sets = [
        a_set(reps=10, load_kg=75, set_rpe=10, day="2026-09-20", session_id=1),
        a_set(reps=10, load_kg=60, set_rpe=10, day="2026-09-25", session_id=2),
        a_set(reps=5, load_kg=80, set_rpe=9, day="2026-10-18", session_id=3),
        a_set(reps=5, load_kg=80, set_rpe=9, day="2026-10-19", session_id=4),
    ]
    frame = sets_of(*sets)
    found = intensities(*[estimates(counted_of(frame), names_of(frame), body_mass_of())] * 2)
    assert found.iloc[2] == pytest.approx(0.8)
    assert found.iloc[3] == pytest.approx(0.847, abs=0.001)  # of the set of the day before
