"""What a set moved, and why some sets have no tonnage."""

import pytest

from lib.analysis.loads.body_mass import body_mass_on
from lib.analysis.loads.effective_load import moved_loads
from lib.model.conventions import DEFAULTS, Conventions
from lib.model.frames.counting import COUNTED_SETS, MOVED_LOADS
from lib.model.frames.logs import NAMES
from lib.model.frames.own import BODY_MASS
from tests.analysis.frames import NAN, a_set, body_mass_of, counted_of, names_of, sets_of

AT_70 = body_mass_of(("2026-10-01", 70.0))


def moved(row, body_mass=AT_70, conventions=DEFAULTS):
    sets = sets_of(row)
    return MOVED_LOADS.check(moved_loads(counted_of(sets), names_of(sets), body_mass, conventions)).iloc[0]


@pytest.mark.parametrize(
    ("row", "external", "system"),
    [
        (a_set(load_kg=100.0), 100.0, 100 + 0.88 * 70),
        (a_set("Goblet Squat", load_kg=10.0), 10.0, 10 + 0.88 * 70),
        (a_set("Air Squat", load_mode="bodyweight"), NAN, 0.88 * 70),
        (a_set("Pull Up", load_mode="bodyweight"), NAN, 0.95 * 70),
        (a_set("Pull Up", load_kg=10.0, load_mode="added"), 10.0, 10 + 0.95 * 70),
        (a_set("Pull Up (Assisted)", load_kg=20.0, load_mode="assisted"), NAN, 0.95 * 70 - 20),
        (a_set("Leg Extension", load_kg=40.0), 40.0, 40.0),
    ],
)
def test_the_load_is_the_external_one_and_the_share_of_the_body_less_the_help(row, external, system):
    found = moved(row)
    assert found["excluded"] == ""
    assert found["system_kg"] == pytest.approx(system)
    assert found["external_kg"] == pytest.approx(external, nan_ok=True)


def test_adding_a_bell_to_an_air_squat_moves_more_not_less():
    assert moved(a_set("Goblet Squat", load_kg=10.0))["system_kg"] > moved(a_set("Air Squat"))["system_kg"]


@pytest.mark.parametrize(
    ("row", "why"),
    [
        (a_set("Tuesday Thing", load_kg=20.0), "unmapped"),
        (a_set("Plank", reps=NAN, duration_s=40.0), "hold"),
        (a_set("Lateral Walk (Band)", load_mode="band"), "band"),
        (a_set("Pallof Press", load_kg=20.0), "core"),
        (a_set(reps=NAN, load_kg=60.0), "no_reps"),
        (a_set(load_mode="bodyweight"), "no_load"),
        (a_set("Leg Extension", load_mode="bodyweight"), "no_load"),
        (a_set("Pull Up (Assisted)", load_kg=90.0, load_mode="assisted"), "no_body_mass"),
    ],
)
def test_a_set_without_tonnage_says_why(row, why):
    assert moved(row)["excluded"] == why


def test_without_a_body_mass_only_lifts_that_leave_the_body_alone_have_a_tonnage():
    nobody = BODY_MASS.empty()
    assert moved(a_set(load_kg=100.0), nobody)["excluded"] == "no_body_mass"
    assert moved(a_set("Leg Extension", load_kg=40.0), nobody)["excluded"] == ""


def test_reps_of_a_one_sided_exercise_are_those_of_each_side_unless_the_person_types_the_total():
    lunge = a_set("Reverse Lunge", load_kg=20.0, reps=8.0)
    assert moved(lunge)["reps_moved"] == 16
    assert moved(lunge, conventions=Conventions(one_sided_reps_are_per_side=False))["reps_moved"] == 8
    assert moved(lunge | {"side": "left"})["reps_moved"] == 8


def test_words_of_the_name_make_an_exercise_one_sided():
    assert moved(a_set("Single Leg Leg Press", load_kg=50.0))["sides"] == 2


def test_dumbbells_are_doubled_only_on_request_and_only_in_pairs():
    doubled = Conventions(dumbbells_doubled=True)
    assert moved(a_set("Bench Press (Dumbbell)", load_kg=20.0))["external_kg"] == 20
    assert moved(a_set("Bench Press (Dumbbell)", load_kg=20.0), conventions=doubled)["external_kg"] == 40
    assert moved(a_set("Dumbbell Row", load_kg=20.0), conventions=doubled)["external_kg"] == 20
    assert moved(a_set("Bench Press (Barbell)", load_kg=60.0), conventions=doubled)["external_kg"] == 60


def test_conventions_about_loads_never_change_what_a_set_counts():
    sets = sets_of(a_set("Reverse Lunge (Dumbbell)", load_kg=20.0))
    assert moved_loads(counted_of(sets), names_of(sets), AT_70, DEFAULTS).shape[0] == 1
    assert counted_of(sets)["hard"].tolist() == [1.0]


def test_sets_that_do_not_count_move_nothing():
    sets = sets_of(a_set(kind="warm_up", load_kg=60.0), a_set(kind="drop", load_kg=60.0))
    assert len(moved_loads(counted_of(sets), names_of(sets), AT_70)) == 1


def test_no_sets_make_an_empty_frame():
    assert MOVED_LOADS.check(moved_loads(COUNTED_SETS.empty(), NAMES.empty(), BODY_MASS.empty())).empty


@pytest.mark.parametrize(
    ("day", "kg"),
    [
        ("2026-03-01", 70.0),
        ("2026-04-10", 70.0),  # 40 days after the first, 51 before the second
        ("2026-04-20", 74.0),
        ("2026-08-29", 74.0),  # 90 days after the last
        ("2026-08-30", NAN),
        ("2025-12-01", 70.0),  # 90 days before the first
        ("2025-11-30", NAN),
    ],
)
def test_the_body_mass_of_a_day_is_the_entry_nearest_in_time_up_to_90_days(day, kg):
    days = sets_of(a_set(day=day))["local_date"]
    entries = body_mass_of(("2026-03-01", 70.0), ("2026-05-31", 74.0))
    assert body_mass_on(days, entries).iloc[0] == pytest.approx(kg, nan_ok=True)


def test_one_log_with_every_kind_of_load_has_what_it_moves():
    rows = [
        (a_set(load_kg=100.0), "", 100.0, 0.88 * 70, 8.0),
        (a_set(load_kg=0.0), "no_load", NAN, 0.88 * 70, 8.0),
        (a_set(load_kg=0.5), "", 0.5, 0.88 * 70, 8.0),
        (a_set("Pull Up", load_mode="bodyweight", reps=1.0), "", NAN, 0.95 * 70, 1.0),
        (a_set("Pull Up", load_kg=10.0, load_mode="added"), "", 10.0, 0.95 * 70, 8.0),
        (a_set("Pull Up (Assisted)", load_kg=20.0, load_mode="assisted"), "", NAN, 0.95 * 70 - 20, 8.0),
        (a_set("Pull Up (Assisted)", load_kg=67.0, load_mode="assisted"), "no_body_mass", NAN, 0.95 * 70 - 67, 8.0),
        (a_set("Leg Extension", load_kg=40.0), "", 40.0, 0.0, 8.0),
        (a_set("Leg Extension", load_kg=40.0, load_mode="band"), "band", NAN, 0.0, 8.0),
        (a_set("Reverse Lunge", load_kg=20.0, side="left"), "", 20.0, None, 8.0),
        (a_set("Reverse Lunge", load_kg=20.0), "", 20.0, None, 16.0),
        (a_set("Squat (Barbell)", reps=NAN, load_kg=60.0), "no_reps", 60.0, 0.88 * 70, NAN),
        (a_set("Tuesday Thing", load_kg=20.0), "unmapped", 20.0, NAN, 8.0),
    ]
    sets = sets_of(*(row | {"session_id": at} for at, (row, *_) in enumerate(rows)))
    found = moved_loads(counted_of(sets), names_of(sets), AT_70)
    assert found["excluded"].tolist() == [why for _, why, *_ in rows]
    assert found["external_kg"].tolist() == pytest.approx([row[2] for row in rows], nan_ok=True)
    assert found["reps_moved"].tolist() == pytest.approx([row[4] for row in rows], nan_ok=True)
    told = [(body, row[3]) for body, row in zip(found["body_kg"], rows, strict=True) if row[3] is not None]
    assert [body for body, _ in told] == pytest.approx([wanted for _, wanted in told], nan_ok=True)
    whole = found["external_kg"].fillna(0.0) + found["body_kg"]
    assert found["system_kg"].tolist() == pytest.approx(whole.where(whole > 0).tolist(), nan_ok=True)
    assert found["system_kg"].isna().sum() == 3


def test_of_two_entries_equally_near_the_earlier_and_of_one_day_the_last_is_taken():
    days = sets_of(a_set(day="2026-03-06"))["local_date"]
    assert body_mass_on(days, body_mass_of(("2026-03-01", 70.0), ("2026-03-11", 74.0))).tolist() == [70.0]
    assert body_mass_on(days, body_mass_of(("2026-03-01", 70.0), ("2026-03-10", 74.0))).tolist() == [74.0]
    assert body_mass_on(days, body_mass_of(("2026-03-01", 70.0), ("2026-03-01", 71.0))).tolist() == [71.0]
