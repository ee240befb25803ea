"""Tonnage of weeks and exercises, with what is left out of it."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from long_runs import examples

from lib.analysis.loads.effective_load import moved_loads
from lib.analysis.loads.tonnage import exercise_tonnage, weekly_tonnage
from lib.model.frames.counting import EXERCISE_TONNAGE, MOVED_LOADS
from lib.model.frames.logs import PERIODS
from lib.model.frames.own import BODY_MASS
from lib.model.frames.weeks import WEEKLY_TONNAGE
from tests.analysis.frames import NAN, TODAY, a_set, body_mass_of, counted_of, names_of, sets_of

AT_70 = body_mass_of(("2026-10-01", 70.0))


def moved(*rows, body_mass=AT_70):
    sets = sets_of(*rows)
    return moved_loads(counted_of(sets), names_of(sets), body_mass)


def weeks(frame, first_day="2026-11-02", last_day="2026-11-22"):
    return WEEKLY_TONNAGE.check(weekly_tonnage(frame, PERIODS.make([("hevy", first_day, last_day, last_day)]), TODAY))


def test_a_week_adds_up_load_times_reps_with_the_body_and_says_what_is_left_out():
    found = weeks(
        moved(
            a_set("Leg Extension", load_kg=40.0, reps=10.0, day="2026-11-02"),
            a_set("Pull Up", reps=5.0, load_mode="bodyweight", day="2026-11-04"),
            a_set("Plank", reps=NAN, duration_s=60.0, day="2026-11-04"),
        )
    ).iloc[0]
    assert found["tonnage_kg"] == pytest.approx(400 + 5 * 0.95 * 70)
    assert (found["sets"], found["excluded"]) == (3, 1)
    assert found["excluded_share"] == pytest.approx(1 / 3)


def test_a_week_without_lifting_is_zero_and_one_whose_loads_are_not_known_is_not():
    found = weeks(moved(a_set("Pull Up", load_mode="bodyweight", day="2026-11-10"), body_mass=BODY_MASS.empty()))
    assert found["tonnage_kg"].iloc[0] == 0
    assert np.isnan(found["excluded_share"].iloc[0])
    assert np.isnan(found["tonnage_kg"].iloc[1])
    assert found["excluded_share"].iloc[1] == 1


def test_outside_the_log_nothing_is_known_and_the_last_week_is_unfinished():
    found = weeks(moved(a_set("Leg Extension", load_kg=40.0, day="2026-11-02")), last_day="2026-11-08")
    assert found[["tonnage_kg", "sets", "excluded"]].iloc[1:].isna().all(axis=None)
    assert found["complete"].tolist() == [True, True, False]


def test_an_exercise_adds_up_its_external_load():
    found = EXERCISE_TONNAGE.check(
        exercise_tonnage(
            moved(
                a_set(load_kg=100.0, reps=5.0),
                a_set(load_kg=100.0, reps=5.0),
                a_set(load_mode="bodyweight", reps=5.0),
                a_set("Leg Extension", load_kg=40.0, reps=10.0),
                a_set("Pull Up", load_mode="bodyweight"),
                a_set("Tuesday Thing", load_kg=40.0),
            )
        )
    )
    assert found["exercise"].tolist() == ["squat_barbell", "leg_extension_machine"]
    assert found["tonnage_kg"].tolist() == [1000, 400]
    assert (found["rows"].iloc[0], found["with_tonnage"].iloc[0]) == (3, 2)


def test_nothing_in_nothing_out():
    assert WEEKLY_TONNAGE.check(weekly_tonnage(MOVED_LOADS.empty(), PERIODS.empty(), TODAY)).empty
    assert EXERCISE_TONNAGE.check(exercise_tonnage(MOVED_LOADS.empty())).empty


LIFTED = st.builds(
    a_set,
    st.sampled_from(["Squat (Barbell)", "Leg Extension", "Pull Up", "Plank", "Odd"]),
    load_kg=st.one_of(st.just(NAN), st.integers(1, 100).map(float)),
    reps=st.one_of(st.just(NAN), st.integers(1, 12).map(float)),
    kind=st.sampled_from(["working", "warm_up", "drop"]),
    day=st.dates(TODAY.replace(day=2), TODAY).map(str),
)


@given(st.lists(LIFTED, min_size=1, max_size=15))
@settings(max_examples=examples(30), deadline=None)
def test_the_weeks_add_up_to_the_sets_that_have_a_tonnage(rows):
    frame = moved(*rows)
    found, kept = weeks(frame), frame[frame["excluded"] == ""]
    assert found["tonnage_kg"].sum() == pytest.approx((kept["system_kg"] * kept["reps_moved"]).sum())
    assert found["sets"].sum() == len(frame)
    assert (kept["system_kg"] > 0).all()
