"""Each counting rule by itself, and what holds for all of them."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from long_runs import examples

from lib.analysis.counting.count_sets import NOTHING_SAID, CountingPreferences, count_sets
from lib.analysis.counting.rules import RULES, worth_words
from lib.model.conventions import DEFAULTS, Conventions
from lib.model.frames.counting import COUNTED_SETS
from lib.model.frames.logs import NAMES, SETS
from lib.model.vocabulary import CountAs
from tests.analysis.frames import a_set, counted_of, names_of, sets_of


def counted(*rows, preferences=NOTHING_SAID):
    return counted_of(sets_of(*rows), preferences)


def worth(row):
    frame = counted(row)
    return frame["rule"].iloc[0], frame["hard"].iloc[0]


KINDS = [
    (a_set(), "working", 1.0),
    (a_set(kind="warm_up"), "warm_up", 0.0),
    (a_set("Dead Bug"), "warm_up_drill", 0.0),
    (a_set(kind="drop"), "drop", 0.5),
    (a_set(kind="failure"), "failure", 1.0),
    (a_set(kind="failure", reps=0.0), "failed", 0.0),
    (a_set(reps=0.0), "failed", 0.0),
    (a_set(set_rpe=5.5), "easy", 0.0),
    (a_set(set_rpe=6.0), "working", 1.0),
    (a_set(set_rpe=5.5, kind="failure"), "failure", 1.0),
    (a_set(set_rpe=5.5, kind="drop"), "easy", 0.0),
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
    (a_set("Odd hold", reps=float("nan"), duration_s=300.0), "hold", 1.0),
    (a_set("Odd hold", reps=float("nan"), duration_s=301.0), "conditioning", 0.0),
    (a_set("Odd walk", reps=float("nan"), distance_m=0.5), "conditioning", 0.0),
    (a_set("Odd walk", reps=float("nan"), distance_m=0.0), "working", 1.0),
    (a_set("Odd walk", reps=1.0, distance_m=400.0), "working", 1.0),
    (a_set("Odd walk", reps=0.0, distance_m=400.0), "conditioning", 0.0),
    (a_set("Walking Lunge", reps=0.0, distance_m=20.0), "working", 1.0),
    (a_set("Walking Lunge", reps=0.0, distance_m=0.5), "working", 1.0),
    (a_set("Walking Lunge", reps=0.0, distance_m=0.0, duration_s=0.0), "failed", 0.0),
    (a_set(reps=0.0, duration_s=1.0), "short_hold", 0.0),
    (a_set(reps=1.0), "working", 1.0),
    (a_set("Plank", reps=1.0, duration_s=40.0), "working", 1.0),
    (a_set("Plank", reps=float("nan"), duration_s=1.0), "short_hold", 0.0),
    (a_set("Walking Lunge", reps=float("nan"), distance_m=20.0), "working", 1.0),
    (a_set(reps=float("nan")), "working", 1.0),
    (a_set(side="left"), "working", 0.5),
    (a_set("Split Squat (R)"), "working", 0.5),
    (a_set(side="left", kind="drop"), "drop", 0.25),
    (a_set(side="left", kind="warm_up"), "warm_up", 0.0),
]


def test_one_log_with_every_kind_of_set_is_worth_what_its_rules_say():
    frame = counted(*(row | {"session_id": at} for at, (row, *_) in enumerate(KINDS)))
    assert list(zip(frame["rule"], frame["hard"], strict=True)) == [(rule, hard) for _, rule, hard in KINDS]


@pytest.mark.parametrize(("row", "rule", "hard"), KINDS)
def test_a_set_is_worth_what_its_rule_says(row, rule, hard):
    assert worth(row) == (rule, hard)


def test_a_row_of_both_sides_is_one_set_not_two():
    assert counted(a_set("Reverse Lunge"), a_set("Reverse Lunge"), a_set("Reverse Lunge"))["hard"].sum() == 3.0


def test_left_and_right_rows_make_one_set_a_pair_and_an_unpaired_row_half():
    rows = [a_set("Reverse Lunge", side=side) for side in ("left", "right", "left", "right", "left")]
    assert counted(*rows)["hard"].sum() == 2.5


def by_pairs(rows):
    """SCIENCE 1.5 word by word: pair left and right in order; a pair is one set, a row without its partner half a set."""
    done = [row for row in rows if row["kind"] != "warm_up"]
    left, right = (sum(row["side"] == side for row in done) for side in ("left", "right"))
    return min(left, right) + abs(left - right) / 2


SIDED = st.builds(
    a_set,
    st.just("Reverse Lunge"),
    side=st.sampled_from(["left", "right"]),
    kind=st.sampled_from(["working", "failure", "warm_up"]),
)


@given(st.lists(SIDED, min_size=1, max_size=12))
@settings(max_examples=examples(40), deadline=None)
def test_half_a_set_a_row_is_the_same_as_pairing_the_sides_in_order(rows):
    assert counted(*rows)["hard"].sum() == by_pairs(rows)


def test_a_drop_set_of_both_sides_adds_half_a_set_to_its_pair():
    rows = [a_set(side=side, kind=kind) for kind in ("working", "drop") for side in ("left", "right")]
    assert counted(*rows)["hard"].sum() == 1.5


def test_a_pair_with_one_easy_side_is_half_a_set():
    assert counted(a_set(side="left", set_rpe=8.0), a_set(side="right", set_rpe=4.0))["hard"].sum() == 0.5


def test_a_side_in_the_name_is_kept_in_the_frame():
    assert counted(a_set("Split Squat - Left"))["side"].tolist() == ["left"]


def test_an_unmapped_exercise_counts_as_done_but_is_marked():
    frame = counted(a_set("Tuesday Thing"), a_set())
    assert frame["hard"].tolist() == [1.0, 1.0]
    assert frame["mapped"].tolist() == [False, True]
    assert frame["exercise"].tolist() == ["", "squat_barbell"]


def test_no_sets_make_an_empty_frame():
    assert COUNTED_SETS.check(count_sets(SETS.empty(), NAMES.empty())).empty


def test_rules_have_distinct_names_and_say_a_sentence_with_the_values_in_force():
    assert len({rule.name for rule in RULES}) == len(RULES)
    for rule in RULES:
        assert rule.says(DEFAULTS).endswith(".")
        assert "{" not in rule.says(DEFAULTS)
    assert "less than 20 seconds" in next(r for r in RULES if r.name == "short_hold").says(
        Conventions(shortest_hold_s=20)
    )


@pytest.mark.parametrize(
    ("conventions", "row", "rule", "hard"),
    [
        ({"shortest_hold_s": 20.0}, a_set("Plank", reps=float("nan"), duration_s=19.0), "short_hold", 0.0),
        ({"easy_below_rpe": 7.0}, a_set(set_rpe=6.5), "easy", 0.0),
        ({"easy_below_rpe": 0.0}, a_set(set_rpe=1.0), "working", 1.0),
        ({"high_reps": 20.0}, a_set(reps=21.0), "high_reps", 0.5),
        ({"drop_set_worth": 1.0}, a_set(kind="drop"), "drop", 1.0),
        ({"drop_set_worth": 0.0}, a_set(kind="drop", side="left"), "drop", 0.0),
        ({"breath_s": 2.0}, a_set("Swiss Ball Plank", reps=5.0), "short_hold", 0.0),
    ],
)
def test_a_convention_of_ones_own_holds_for_every_set(conventions, row, rule, hard):
    frame = counted(row, preferences=CountingPreferences(Conventions(**conventions)))
    assert (frame["rule"].iloc[0], frame["hard"].iloc[0]) == (rule, hard)


@pytest.mark.parametrize(
    ("name", "key", "count_as", "rule", "hard"),
    [
        ("Inchworm", "inchworm", CountAs.HARD_SET, "working", 1.0),
        ("Burpee", "burpee", CountAs.HARD_SET, "working", 1.0),
        ("Squat (Barbell)", "squat_barbell", CountAs.WARM_UP, "warm_up_drill", 0.0),
    ],
)
def test_an_exercise_counts_as_the_person_says(name, key, count_as, rule, hard):
    frame = counted(a_set(name), preferences=CountingPreferences(count_as={key: count_as}))
    assert (frame["rule"].iloc[0], frame["hard"].iloc[0]) == (rule, hard)


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
@settings(max_examples=examples(60), deadline=None)
def test_every_set_keeps_its_row_and_is_worth_between_0_and_1(rows):
    sets = sets_of(*rows)
    frame = COUNTED_SETS.check(count_sets(sets, names_of(sets)))
    pd.testing.assert_frame_equal(frame[["session_id", "position", "reps"]], sets[["session_id", "position", "reps"]])
    assert frame["hard"].isin([0.0, 0.25, 0.5, 1.0]).all()
    assert set(frame["rule"]) <= {rule.name for rule in RULES}


@given(st.lists(LOGGED, min_size=1, max_size=12), st.randoms(use_true_random=False))
@settings(max_examples=examples(40), deadline=None)
def test_the_order_of_the_rows_does_not_matter(rows, random):
    sets = sets_of(*rows)
    places = list(range(len(sets)))
    random.shuffle(places)
    straight = count_sets(sets, names_of(sets))
    shuffled = count_sets(sets.iloc[places], names_of(sets)).sort_index()
    pd.testing.assert_frame_equal(straight, shuffled)


@given(st.lists(LOGGED, min_size=1, max_size=8), LOGGED)
@settings(max_examples=examples(40), deadline=None)
def test_a_warm_up_set_never_adds_anything(rows, extra):
    typed = [*rows, a_set(kind="drop", session_id=9)]  # a log with set types, so that nothing is inferred
    before = counted(*typed)["hard"].sum()
    assert counted(*typed, extra | {"kind": "warm_up"})["hard"].sum() == before


@pytest.mark.parametrize(("hard", "words"), [(0.0, "0"), (0.5, "½"), (1.0, "1"), (0.75, "0.75"), (2.0, "2")])
def test_a_worth_has_its_words(hard, words):
    assert worth_words(hard) == words


def test_sentences_say_the_values_that_are_in_force():
    said = {rule.name: rule.says(DEFAULTS) for rule in RULES}
    assert "less than 60 % of its load" in said["inferred_warm_up"]
    assert said["drop"].startswith("A drop set counts ½;")
    assert "counts ½ where its load" in said["easy_few_reps"]
    assert "RPE below 6 counts" in said["easy"]
    other = {rule.name: rule.says(Conventions(warm_up_share=0.45, drop_set_worth=0.75)) for rule in RULES}
    assert "less than 45 % of its load" in other["inferred_warm_up"]
    assert other["drop"].startswith("A drop set counts 0.75;")
