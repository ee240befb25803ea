"""Which sets say something of a one-repetition maximum, and what."""

import numpy as np
import pytest

from lib.analysis.strength.estimates import estimates
from lib.analysis.strength.formulas import one_rep_max
from lib.model.conventions import DEFAULTS, Conventions
from lib.model.frames.counting import COUNTED_SETS
from lib.model.frames.logs import NAMES
from lib.model.frames.own import BODY_MASS
from lib.model.frames.progress import E1RM_SETS
from tests.analysis.frames import NAN, a_set, body_mass_of, counted_of, names_of, sets_of

AT_70 = body_mass_of(("2026-10-01", 70.0))
NOBODY = body_mass_of()


def estimated(*rows, body_mass=AT_70, conventions=DEFAULTS):
    sets = sets_of(*rows)
    return E1RM_SETS.check(estimates(counted_of(sets), names_of(sets), body_mass, conventions))


def one(*names, body_mass=AT_70, conventions=DEFAULTS, **given):
    return estimated(a_set(*names, **given), body_mass=body_mass, conventions=conventions).iloc[0]


def test_a_barbell_lift_is_estimated_on_what_is_on_the_bar_and_at_least_without_an_effort():
    found = one("Squat (Barbell)", reps=5, load_kg=100, body_mass=NOBODY)
    assert found["e1rm_kg"] == pytest.approx(114.583, abs=1e-3)
    assert found["at_least"]


def test_one_log_with_every_kind_of_set_has_its_estimates():
    body, squat = 0.95 * 70, {"exercise_name": "Squat (Barbell)", "load_kg": 100.0}
    pulled = {"exercise_name": "Pull Up", "load_mode": "added", "reps": 5.0}
    split = {"exercise_name": "Bulgarian Split Squat", "load_kg": 20.0}
    rows = [
        (squat | {"reps": 5.0}, "", 100.0, 100.0, 5.0, one_rep_max(100.0, 5.0)),
        (squat | {"reps": 10.0}, "", 100.0, 100.0, 10.0, one_rep_max(100.0, 10.0)),
        (squat | {"reps": 11.0}, "many_reps", 100.0, 100.0, 11.0, NAN),
        (squat | {"reps": 10.0, "set_rpe": 8.0}, "", 100.0, 100.0, 12.0, one_rep_max(100.0, 12.0)),
        (squat | {"reps": 10.0, "set_rpe": 7.5}, "many_reps", 100.0, 100.0, 12.5, NAN),
        (squat | {"reps": 5.0, "set_rpe": 7.0}, "", 100.0, 100.0, 8.0, one_rep_max(100.0, 8.0)),
        (squat | {"reps": 5.0, "set_rpe": 6.9}, "easy", 100.0, 100.0, 8.1, NAN),
        (squat | {"reps": 1.0}, "", 100.0, 100.0, 1.0, 100.0),
        (squat | {"reps": 12.0, "kind": "failure"}, "", 100.0, 100.0, 12.0, one_rep_max(100.0, 12.0)),
        (squat | {"reps": 5.0, "kind": "drop"}, "drop", 100.0, 100.0, 5.0, NAN),
        (squat | {"reps": 5.0, "load_kg": 0.0}, "no_load", NAN, NAN, 5.0, NAN),
        (squat | {"reps": 5.0, "load_mode": "band"}, "band", 100.0, 100.0, 5.0, NAN),
        (squat | {"reps": 5.0, "load_mode": "assisted"}, "assisted", 100.0, 100.0, 5.0, NAN),
        (pulled | {"load_kg": 10.0}, "", 10.0, 10 + body, 5.0, one_rep_max(10 + body, 5.0) - body),
        (pulled | {"load_kg": 0.0}, "", 0.0, body, 5.0, one_rep_max(body, 5.0) - body),
        (pulled | {"load_kg": 1.0}, "", 1.0, 1 + body, 5.0, one_rep_max(1 + body, 5.0) - body),
        (split | {"reps": 5.0}, "sides", 20.0, 20.0, 5.0, NAN),
        (split | {"reps": 5.0, "side": "left"}, "", 20.0, 20.0, 5.0, one_rep_max(20.0, 5.0)),
    ]
    logged = [a_set(**row, session_id=at) for at, (row, *_) in enumerate(rows)]
    found = estimated(*logged, conventions=Conventions(one_sided_reps_are_per_side=False))
    assert found["excluded"].tolist() == [why for _, why, *_ in rows]
    for place, name in enumerate(("load_kg", "lifted_kg", "to_failure", "e1rm_kg"), 2):
        assert found[name].tolist() == pytest.approx([row[place] for row in rows], nan_ok=True), name
    effort = [row.get("set_rpe", NAN) for row, *_ in rows]
    assert found["at_least"].tolist() == [np.isnan(rpe) and at != 8 for at, rpe in enumerate(effort)]


@pytest.mark.parametrize(("rpe", "reps"), [(10, 5), (8, 7), (7.5, 7.5), (7, 8)])
def test_reps_left_in_reserve_are_added_where_effort_is_logged(rpe, reps):
    found = one(reps=5, load_kg=100, set_rpe=rpe)
    assert found["to_failure"] == reps
    assert found["e1rm_kg"] == pytest.approx(one_rep_max(100.0, float(reps)))
    assert not found["at_least"]


@pytest.mark.parametrize(
    ("given", "excluded", "load"),
    [
        ({"name": "Squat (Barbell)", "load_kg": 0.0}, "no_load", None),
        ({"name": "Squat (Barbell)", "load_kg": 1.0}, "", 1.0),
        ({"name": "Squat (Barbell)", "load_kg": 0.5}, "", 0.5),
        ({"name": "Pull Up", "load_kg": 0.0, "load_mode": "added"}, "", 0.0),
        ({"name": "Pull Up", "load_kg": 1.0, "load_mode": "added"}, "", 1.0),
        ({"name": "Squat (Barbell)", "load_kg": 60.0, "reps": 1.0}, "", 60.0),
        ({"name": "Squat (Barbell)", "load_kg": 60.0, "set_rpe": 7.0}, "", 60.0),
        ({"name": "Squat (Barbell)", "load_kg": 60.0, "reps": 12.0, "kind": "failure"}, "", 60.0),
        ({"name": "Squat (Barbell)", "load_kg": 60.0, "reps": 13.0, "kind": "failure"}, "many_reps", 60.0),
    ],
)
def test_a_load_of_nothing_is_one_only_of_the_body_and_limits_belong_to_what_is_estimated(given, excluded, load):
    given = {"reps": 5.0} | given
    found = one(given.pop("name"), **given)
    assert found["excluded"] == excluded
    assert found["load_kg"] == load if load is not None else np.isnan(found["load_kg"])


def test_a_set_to_failure_has_a_known_effort_without_an_rpe():
    found = one(reps=6, load_kg=80, kind="failure")
    assert (found["at_least"], found["to_failure"]) == (False, 6)


@pytest.mark.parametrize(
    ("given", "excluded"),
    [
        ({"reps": 10}, ""),
        ({"reps": 11}, "many_reps"),
        ({"reps": 12, "set_rpe": 10}, ""),
        ({"reps": 10, "set_rpe": 8}, ""),
        ({"reps": 10, "set_rpe": 7.5}, "many_reps"),
        ({"reps": 5, "set_rpe": 6.5}, "easy"),
        ({"reps": 0}, "not_a_set"),
        ({"reps": float("nan")}, "no_reps"),
        ({"load_kg": float("nan")}, "no_load"),
        ({"kind": "drop"}, "drop"),
        ({"kind": "warm_up"}, "warm_up"),
        ({"load_mode": "band"}, "band"),
        ({"load_mode": "assisted"}, "assisted"),
    ],
)
def test_sets_that_say_nothing_are_left_out_with_their_reason(given, excluded):
    found = one("Bench Press (Barbell)", **({"reps": 5, "load_kg": 60} | given))
    assert found["excluded"] == excluded
    assert (found["e1rm_kg"] > 0) == (excluded == "")


@pytest.mark.parametrize(
    ("name", "excluded"),
    [
        ("Plank", "hold"),
        ("Box Jump", "jump"),
        ("Farmers Walk", "not_a_set"),
        ("Pull Up (Assisted)", "assisted"),
        ("Half Kneeling Pallof Press", "core"),
        ("Dead Bug", "warm_up"),
        ("Coach's foot circuit", "unmapped"),
    ],
)
def test_exercises_that_have_no_maximum_are_left_out(name, excluded):
    how = {"reps": float("nan"), "duration_s": 30} if name == "Plank" else {"reps": 5}
    assert one(name, load_kg=20, **how)["excluded"] == excluded


def test_a_lift_of_the_body_is_estimated_with_it_and_told_without_it():
    body = 0.95 * 70
    found = one("Pull Up", reps=5, load_kg=10, load_mode="added")
    assert found["e1rm_kg"] == pytest.approx(one_rep_max(10 + body, 5.0) - body)
    alone = one("Pull Up", reps=8)
    assert (alone["load_kg"], alone["body_kg"]) == (0.0, pytest.approx(body))
    assert alone["e1rm_kg"] == pytest.approx(one_rep_max(body, 8.0) - body)
    assert one("Pull Up", reps=8, body_mass=NOBODY)["excluded"] == "no_body_mass"


def test_one_sided_reps_count_only_where_it_is_clear_whose_they_are():
    in_total = Conventions(one_sided_reps_are_per_side=False)
    lift = {"reps": 8, "load_kg": 20}
    assert one("Bulgarian Split Squat", **lift)["excluded"] == ""
    assert one("Bulgarian Split Squat", **lift, conventions=in_total)["excluded"] == "sides"
    assert one("Bulgarian Split Squat", **lift, side="left", conventions=in_total)["excluded"] == ""
    assert one("Squat (Barbell)", **lift, conventions=in_total)["excluded"] == ""


def test_a_load_that_looks_mistyped_is_left_out_and_its_neighbours_stay():
    found = estimated(*(a_set(reps=5, load_kg=load) for load in (80, 80, 800, 82.5)))
    assert found["excluded"].tolist() == ["", "", "looks_mistyped", ""]


def test_no_sets_give_no_estimates():
    assert E1RM_SETS.check(estimates(COUNTED_SETS.empty(), NAMES.empty(), BODY_MASS.empty())).empty
