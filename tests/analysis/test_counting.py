"""Each counting rule by itself, and what holds for all of them."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lib.analysis.counting import ONE_SIDE, RULES, count_sets
from lib.model.columns import COUNTED_SETS, NAMES, SETS
from tests.analysis.frames import a_session, a_set, names_of, sessions_of, sets_of


def counted(*rows):
    sets = sets_of(*rows)
    return COUNTED_SETS.check(count_sets(sets, names_of(sets)))


def worth(row):
    frame = counted(row)
    return frame["rule"].iloc[0], frame["hard"].iloc[0]


@pytest.mark.parametrize(
    ("row", "rule", "hard"),
    [
        (a_set(), "working", 1.0),
        (a_set(kind="warm_up"), "warm_up", 0.0),
        (a_set("Dead Bug"), "warm_up_drill", 0.0),
        (a_set(kind="drop"), "drop", 0.5),
        (a_set(kind="failure"), "failure", 1.0),
        (a_set(kind="failure", reps=0.0), "failed", 0.0),
        (a_set(reps=0.0), "failed", 0.0),
        (a_set(set_rpe=5.5), "easy", 0.0),
        (a_set(set_rpe=6.0), "working", 1.0),
        (a_set(reps=30.0), "working", 1.0),
        (a_set(reps=31.0), "high_reps", 0.5),
        (a_set(reps=31.0, set_rpe=8.0), "working", 1.0),
        (a_set("Plank", reps=float("nan"), duration_s=15.0), "hold", 1.0),
        (a_set("Plank", reps=float("nan"), duration_s=14.0), "short_hold", 0.0),
        (a_set("Plank", reps=0.0, duration_s=600.0), "hold", 1.0),
        (a_set("Plank", reps=5.0), "working", 1.0),
        (a_set("Plank", reps=float("nan")), "short_hold", 0.0),
        (a_set("Hip Thrust", reps=10.0, duration_s=5.0), "working", 1.0),
        (a_set("Mountain Climber", reps=float("nan"), duration_s=40.0), "hold", 1.0),
        (a_set("Box Jump"), "contacts", 0.0),
        (a_set("Farmers Walk", reps=float("nan"), distance_m=40.0), "carry", 0.0),
        (a_set("Burpee"), "conditioning", 0.0),
        (a_set("Running", reps=float("nan"), distance_m=5000.0, duration_s=1500.0), "conditioning", 0.0),
        (a_set("Bike at home", reps=float("nan"), distance_m=9000.0), "conditioning", 0.0),
        (a_set("Bike at home", reps=float("nan"), duration_s=1200.0), "conditioning", 0.0),
        (a_set("Odd hold", reps=float("nan"), duration_s=40.0), "hold", 1.0),
        (a_set("Walking Lunge", reps=float("nan"), distance_m=20.0), "working", 1.0),
        (a_set(reps=float("nan")), "working", 1.0),
        (a_set(side="left"), ONE_SIDE, 0.5),
        (a_set("Split Squat (R)"), ONE_SIDE, 0.5),
        (a_set(side="left", kind="drop"), ONE_SIDE, 0.25),
        (a_set(side="left", kind="warm_up"), "warm_up", 0.0),
    ],
)
def test_a_set_is_worth_what_its_rule_says(row, rule, hard):
    assert worth(row) == (rule, hard)


def test_a_row_of_both_sides_is_one_set_not_two():
    assert counted(a_set("Reverse Lunge"), a_set("Reverse Lunge"), a_set("Reverse Lunge"))["hard"].sum() == 3.0


def test_left_and_right_rows_make_one_set_a_pair_and_an_unpaired_row_half():
    rows = [a_set("Reverse Lunge", side=side) for side in ("left", "right", "left", "right", "left")]
    assert counted(*rows)["hard"].sum() == 2.5


def test_a_side_in_the_name_is_kept_in_the_frame():
    assert counted(a_set("Split Squat - Left"))["side"].tolist() == ["left"]


def test_an_unmapped_exercise_counts_as_done_but_is_marked():
    frame = counted(a_set("Tuesday Thing"), a_set())
    assert frame["hard"].tolist() == [1.0, 1.0]
    assert frame["mapped"].tolist() == [False, True]
    assert frame["exercise"].tolist() == ["", "squat_barbell"]


def ramp(kinds=("working",) * 5, **given):
    return [
        a_set(load_kg=load, kind=kind, **given)
        for load, kind in zip((40.0, 59.0, 60.0, 100.0, 50.0), kinds, strict=True)
    ]


def test_light_sets_before_the_heaviest_are_taken_for_warm_ups_in_a_log_without_set_types():
    expected = ["inferred_warm_up", "inferred_warm_up", "working", "working", "working"]
    assert counted(*ramp())["rule"].tolist() == expected


def test_nothing_is_inferred_in_a_log_that_marks_any_set():
    frame = counted(*ramp(), a_set("Bench Press", kind="warm_up"))
    assert "inferred_warm_up" not in set(frame["rule"])


def test_set_types_of_one_source_say_nothing_about_another():
    sets = sets_of(*ramp(), *ramp(kinds=("warm_up", *["working"] * 4), session_id=2))
    sessions = sessions_of(a_session(1, source="strong"), a_session(2, source="hevy"))
    frame = count_sets(sets, names_of(sets), sessions)
    inferred = frame.loc[frame["rule"] == "inferred_warm_up", "session_id"]
    assert inferred.tolist() == [1, 1]


def test_each_exercise_and_session_has_its_own_heaviest_set():
    frame = counted(a_set(load_kg=40.0), a_set("Bench Press", load_kg=100.0), a_set(session_id=2, load_kg=100.0))
    assert set(frame["rule"]) == {"working"}


@pytest.mark.parametrize("load_mode", ["assisted", "added", "band", "bodyweight"])
def test_only_external_loads_are_compared(load_mode):
    assert set(counted(*ramp(load_mode=load_mode))["rule"]) == {"working"}


def test_no_sets_make_an_empty_frame():
    assert COUNTED_SETS.check(count_sets(SETS.empty(), NAMES.empty())).empty


def test_rules_have_distinct_names_and_a_sentence_each():
    assert len({rule.name for rule in RULES}) == len(RULES)
    assert all(rule.sentence.endswith(".") for rule in RULES)


NUMBERS = st.one_of(st.just(float("nan")), st.integers(0, 60).map(float))
LOGGED = st.builds(
    a_set,
    st.sampled_from(["Squat (Barbell)", "Plank", "Dead Bug", "Box Jump", "Running", "Split Squat (L)", "Odd"]),
    session_id=st.integers(1, 3),
    kind=st.sampled_from(["working", "warm_up", "drop", "failure"]),
    reps=NUMBERS,
    load_kg=NUMBERS,
    duration_s=NUMBERS,
    distance_m=NUMBERS,
    set_rpe=st.one_of(st.just(float("nan")), st.integers(1, 10).map(float)),
    side=st.sampled_from(["", "left", "right"]),
)


@given(st.lists(LOGGED, min_size=1, max_size=12))
@settings(max_examples=60, deadline=None)
def test_every_set_keeps_its_row_and_is_worth_between_0_and_1(rows):
    sets = sets_of(*rows)
    frame = COUNTED_SETS.check(count_sets(sets, names_of(sets)))
    pd.testing.assert_frame_equal(frame[["session_id", "position", "reps"]], sets[["session_id", "position", "reps"]])
    assert frame["hard"].isin([0.0, 0.25, 0.5, 1.0]).all()
    assert set(frame["rule"]) <= {ONE_SIDE, *(rule.name for rule in RULES)}


@given(st.lists(LOGGED, min_size=1, max_size=12), st.randoms(use_true_random=False))
@settings(max_examples=40, deadline=None)
def test_the_order_of_the_rows_does_not_matter(rows, random):
    sets = sets_of(*rows)
    places = list(range(len(sets)))
    random.shuffle(places)
    straight = count_sets(sets, names_of(sets))
    shuffled = count_sets(sets.iloc[places], names_of(sets)).sort_index()
    pd.testing.assert_frame_equal(straight, shuffled)


@given(st.lists(LOGGED, min_size=1, max_size=8), LOGGED)
@settings(max_examples=40, deadline=None)
def test_a_warm_up_set_never_adds_anything(rows, extra):
    typed = [*rows, a_set(kind="drop", session_id=9)]  # a log with set types, so that nothing is inferred
    before = counted(*typed)["hard"].sum()
    assert counted(*typed, extra | {"kind": "warm_up"})["hard"].sum() == before
