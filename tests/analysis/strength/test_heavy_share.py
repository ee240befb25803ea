"""How heavy lower-body sets were: told only where effort is logged often enough."""

from datetime import date

import pytest

from lib.analysis.strength.estimates import estimates
from lib.analysis.strength.heavy_share import heavy_share, intensities
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
