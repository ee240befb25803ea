"""Hand-written lines of shorthand and the sets that they mean."""

import pytest

from lib.model.records import LiftingSet
from lib.model.shorthand.parse import parse
from lib.model.units import METRES_PER_MILE, METRES_PER_YARD
from lib.model.vocabulary import WeightUnit
from tests.model.shorthand.shorthand_sets import said

LINES = [
    # sets × reps, lists
    ("squat 3x8", "squat", [said(8)] * 3),
    ("squat 3 x 8", "squat", [said(8)] * 3),
    ("squat 3X8", "squat", [said(8)] * 3),
    ("squat 3×8", "squat", [said(8)] * 3),
    ("squat 3*8", "squat", [said(8)] * 3),
    ("squat 3 × 8 reps", "squat", [said(8)] * 3),
    ("squat 3 sets of 8", "squat", [said(8)] * 3),
    ("squat 3 sets x 8", "squat", [said(8)] * 3),
    ("squat 8", "squat", [said(8)]),
    ("squat 8 reps", "squat", [said(8)]),
    ("squat 8,8,7", "squat", [said(8), said(8), said(7)]),
    ("squat 8, 8, 7", "squat", [said(8), said(8), said(7)]),
    ("squat 3x8, 1x12", "squat", [said(8)] * 3 + [said(12)]),
    ("squat 0 @100kg", "squat", [said(0, kg=100.0)]),
    ("squat 2x? @100kg", "squat", [said(None, kg=100.0)] * 2),
    # loads
    ("squat 3x8 @60kg", "squat", [said(8, kg=60.0)] * 3),
    ("squat 3x8 @ 60 kg", "squat", [said(8, kg=60.0)] * 3),
    ("squat 3x8 60kg", "squat", [said(8, kg=60.0)] * 3),
    ("squat 3x8 with 60 kg", "squat", [said(8, kg=60.0)] * 3),
    ("squat 60 kg 3x8", "squat", [said(8, kg=60.0)] * 3),
    ("squat @60 3x8", "squat", [said(8, kg=60.0)] * 3),
    ("squat 3x8@60", "squat", [said(8, kg=60.0)] * 3),
    ("squat 3x8 @62,5kg", "squat", [said(8, kg=62.5)] * 3),
    ("squat 3x8 @62.5", "squat", [said(8, kg=62.5)] * 3),
    ("squat 3x8 @135lb", "squat", [said(8, lb=135.0)] * 3),
    ("squat 3x8 @135 lbs", "squat", [said(8, lb=135.0)] * 3),
    ("squat 3x8 @8kg", "squat", [said(8, kg=8.0)] * 3),
    ("squat 8,8,7 @60kg", "squat", [said(8, kg=60.0), said(8, kg=60.0), said(7, kg=60.0)]),
    ("squat 5x100kg, 5x95kg", "squat", [said(5, kg=100.0), said(5, kg=95.0)]),
    ("squat 5 x 102,5 kg", "squat", [said(5, kg=102.5)]),
    ("squat 5@100, 5@95", "squat", [said(5, kg=100.0), said(5, kg=95.0)]),
    ("squat 5@100,5@95", "squat", [said(5, kg=100.0), said(5, kg=95.0)]),
    ("squat 5@102,5, 5@95", "squat", [said(5, kg=102.5), said(5, kg=95.0)]),
    ("squat 5@100, 3x8@80", "squat", [said(5, kg=100.0)] + [said(8, kg=80.0)] * 3),
    ("squat 100kg x 5", "squat", [said(5, kg=100.0)]),
    ("squat 100kg x 5,4,3", "squat", [said(5, kg=100.0), said(4, kg=100.0), said(3, kg=100.0)]),
    ("squat 3x5x100kg", "squat", [said(5, kg=100.0)] * 3),
    ("squat 3x5x100", "squat", [said(5, kg=100.0)] * 3),
    ("squat 3x8 @?", "squat", [said(8, mode="external")] * 3),
    ("pull-up 3x5 +10kg", "pull-up", [said(5, kg=10.0, mode="added")] * 3),
    ("pull-up 3x5 +10", "pull-up", [said(5, kg=10.0, mode="added")] * 3),
    ("pull-up 3x5 bw+10", "pull-up", [said(5, kg=10.0, mode="added")] * 3),
    ("pull-up 5@+10kg", "pull-up", [said(5, kg=10.0, mode="added")]),
    ("dip 3x8 -20kg", "dip", [said(8, kg=20.0, mode="assisted")] * 3),
    ("dip 3x8 −20kg", "dip", [said(8, kg=20.0, mode="assisted")] * 3),
    ("dip 3x8 bw - 20 lb", "dip", [said(8, lb=20.0, mode="assisted")] * 3),
    ("pull-up 8, 5 +10kg", "pull-up", [said(8), said(5, kg=10.0, mode="added")]),
    ("push up 3x8 bw", "push up", [said(8)] * 3),
    ("squat 5@60, 8 bw", "squat", [said(5, kg=60.0), said(8)]),
    ("monster walk 2x20 band", "monster walk", [said(20, mode="band")] * 2),
    ("row 2x15 band 10kg", "row", [said(15, kg=10.0, mode="band")] * 2),
    # effort
    ("squat 3x8 rpe 8", "squat", [said(8, rpe=8.0)] * 3),
    ("squat 3x8 RPE8", "squat", [said(8, rpe=8.0)] * 3),
    ("squat 3x8 @rpe 7.5", "squat", [said(8, rpe=7.5)] * 3),
    ("squat 3x8 @60 rpe 7,5", "squat", [said(8, kg=60.0, rpe=7.5)] * 3),
    ("squat 3x8 @60 rir 2", "squat", [said(8, kg=60.0, rpe=8.0)] * 3),
    ("squat 5@100 rpe 8, 5@95 rpe 9", "squat", [said(5, kg=100.0, rpe=8.0), said(5, kg=95.0, rpe=9.0)]),
    ("squat 8,8 @60 rpe 9", "squat", [said(8, kg=60.0, rpe=9.0)] * 2),
    # holds and distances
    ("plank 2x30s", "plank", [said(s=30.0)] * 2),
    ("plank 2 x 30 sec", "plank", [said(s=30.0)] * 2),
    ("plank 1min", "plank", [said(s=60.0)]),
    ("plank 1,5 min", "plank", [said(s=90.0)]),
    ("plank 1 min 30 s", "plank", [said(s=90.0)]),
    ("plank 2x1:30", "plank", [said(s=90.0)] * 2),
    ("plank for 45s", "plank", [said(s=45.0)]),
    ("plank 30s,30s,20s", "plank", [said(s=30.0), said(s=30.0), said(s=20.0)]),
    ("plank 2x30s +10kg", "plank", [said(s=30.0, kg=10.0, mode="added")] * 2),
    ("plank 2x5 breaths", "plank", [said(5, note="5 deep breaths")] * 2),
    ('plank 2x5 deep breaths "calm"', "plank", [said(5, note="5 deep breaths; calm")] * 2),
    ("farmer's walk 3x20m @24kg", "farmer's walk", [said(m=20.0, kg=24.0)] * 3),
    ("sled push 20yd", "sled push", [said(m=20 * METRES_PER_YARD)]),
    ("row erg 2km in 8:30", "row erg", [said(m=2000.0, s=510.0)]),
    ("ruck 1,5mi", "ruck", [said(m=1.5 * METRES_PER_MILE)]),
    ("jump rope 100 in 1min", "jump rope", [said(100, s=60.0)]),
    ("walking lunge 20 over 15m", "walking lunge", [said(20, m=15.0)]),
    # sides
    ("step up 3x10/side", "step up", [said(10)] * 3),
    ("step up 3x10 / leg @20kg", "step up", [said(10, kg=20.0)] * 3),
    ("step up 3x10 each side", "step up", [said(10)] * 3),
    ("step up 3x10 each", "step up", [said(10)] * 3),
    ("dead bug 6 a side", "dead bug", [said(6)]),
    ("side plank 30s/side", "side plank", [said(s=30.0)]),
    ("curl 8 l, 8 r", "curl", [said(8, side="left"), said(8, side="right")]),
    ("curl 3x8 left @12kg", "curl", [said(8, kg=12.0, side="left")] * 3),
    ("curl 8/r", "curl", [said(8, side="right")]),
    ("curl 8 right arm", "curl", [said(8, side="right")]),
    # kinds
    ("squat 10@20 w, 5@60", "squat", [said(10, kg=20.0, kind="warm_up"), said(5, kg=60.0)]),
    ("squat 10@20, w 5@60", "squat", [said(10, kg=20.0), said(5, kg=60.0, kind="warm_up")]),
    ("squat 10@20 warm-up", "squat", [said(10, kg=20.0, kind="warm_up")]),
    ("squat warmup 10@20", "squat", [said(10, kg=20.0, kind="warm_up")]),
    ("curl 8@20, 10@15 drop", "curl", [said(8, kg=20.0), said(10, kg=15.0, kind="drop")]),
    ("push up 20 failure", "push up", [said(20, kind="failure")]),
    ("push up 20 to failure", "push up", [said(20, kind="failure")]),
    ("push up 20 AMRAP", "push up", [said(20, kind="failure")]),
    # remarks
    ('squat 3x8 "left knee clicked"', "squat", [said(8, note="left knee clicked")] * 3),
    ("squat 3x8 “slow; heavy”", "squat", [said(8, note="slow; heavy")] * 3),
    ("squat 3x8 (slow, heavy) @60", "squat", [said(8, kg=60.0, note="slow, heavy")] * 3),
    ("squat 8 [belt], 8 [no belt]", "squat", [said(8, note="belt"), said(8, note="no belt")]),
    (r'squat 8 "the \"real\" depth"', "squat", [said(8, note='the "real" depth')]),
    # supersets
    ("A1: squat 8", "squat", [said(8, superset="A")]),
    ("1a. squat 8", "squat", [said(8, superset="1")]),
    ("C2 row 2000m", "C2 row", [said(m=2000.0)]),
    # names
    ("90/90 hip lift 2x8", "90/90 hip lift", [said(8)] * 2),
    ("T-bar row 3x8 @40", "T-bar row", [said(8, kg=40.0)] * 3),
    ("step-up 3x8", "step-up", [said(8)] * 3),
    ("Squat (Barbell) 3x8", "Squat (Barbell)", [said(8)] * 3),
    ("45 degree leg press 3x10 @100", "45 degree leg press", [said(10, kg=100.0)] * 3),
    ("leg press 45 degree 10@100", "leg press 45 degree", [said(10, kg=100.0)]),
    ('"Warrior 3" 3x30s', "Warrior 3", [said(s=30.0)] * 3),
    ("Concept 2 row 2000m", "Concept 2 row", [said(m=2000.0)]),
    ("5/3/1 squat 3x5", "5/3/1 squat", [said(5)] * 3),
    ("- squat 3x8", "squat", [said(8)] * 3),
    ("• squat 3x8", "squat", [said(8)] * 3),
    ("1. squat 3x8", "squat", [said(8)] * 3),
    ("2) A1: squat 8", "squat", [said(8, superset="A")]),
    ("21s curl 3x7", "21s curl", [said(7)] * 3),
    ("3/4 sit up 3x20", "3/4 sit up", [said(20)] * 3),
    ("Hip Extension with Pause (3 s) 10", "Hip Extension with Pause (3 s)", [said(10)]),
    ("Prone W 3x12", "Prone W", [said(12)] * 3),
    ("hanging leg raise L 8", "hanging leg raise L", [said(8)]),
    ("band pull apart 3x15", "band pull apart", [said(15)] * 3),
    ("left leg curl 3x10", "left leg curl", [said(10)] * 3),
    ('box jump 20" 3x5', 'box jump 20"', [said(5)] * 3),
    ("Row, seated 3x10", "Row, seated", [said(10)] * 3),
    ("squat: 3x8", "squat", [said(8)] * 3),
    ("squat - 3x8", "squat", [said(8)] * 3),
    ('"Plank 1:00" 2x60s', "Plank 1:00", [said(s=60.0)] * 2),
    ('"Row; slow" 3x8', "Row; slow", [said(8)] * 3),
    ("Kniebeuge 3x8", "Kniebeuge", [said(8)] * 3),
    ("スクワット 3x8", "スクワット", [said(8)] * 3),
]  # fmt: skip


@pytest.mark.parametrize(("line", "name", "sets"), LINES, ids=[line for line, _, _ in LINES])
def test_a_line_means_these_sets(line, name, sets):
    read = parse(line)
    assert read.mistakes == ()
    assert [each.exercise_name for each in read.lines] == [name]
    assert read.sets == tuple(each._replace(exercise_name=name) for each in sets)


def test_there_are_at_least_eighty_hand_written_lines_and_none_twice():
    assert len({line for line, _, _ in LINES}) == len(LINES) >= 80


def test_lines_are_parted_by_semicolons_and_new_lines_and_blank_ones_are_passed_over():
    read = parse("squat 3x8 @60kg rpe 8; plank 2x30s\r\n\n ; step up 3x10/side\u2028")
    assert [(line.exercise_name, len(line.sets)) for line in read.lines] == [("squat", 3), ("plank", 2), ("step up", 3)]
    assert [line.start for line in read.lines] == [0, 23, 40]


def test_places_make_a_superset_whose_sets_follow_each_other_as_typed():
    read = parse("A1 squat 8; A2 row 8; a1 squat 6; B1 plank 30s; C2 row 500m")
    assert [(each.exercise_name, each.superset) for each in read.sets] == [
        ("squat", "A"),
        ("row", "A"),
        ("squat", "A"),
        ("B1 plank", ""),  # nothing beside it: a part of the name, as in "C2 row"
        ("C2 row", ""),
    ]
    assert [each.superset for each in parse("1A squat 8; 1B row 8").sets] == ["1", "1"]


def test_a_load_without_unit_has_the_persons_unit_and_a_named_one_its_own():
    plain, named = parse("squat 5@225; row 5@100kg", WeightUnit.POUND).sets
    assert plain == said(5, lb=225.0)._replace(exercise_name="squat")
    assert named == said(5, kg=100.0)._replace(exercise_name="row")


@pytest.mark.parametrize("line", ["step up 3x10/side", "step up 3x10 each leg", "step up 10,10,10 per side"])
def test_reps_of_each_side_are_typed_as_the_athlete_types_them(line):
    assert [each.reps for each in parse(line).sets] == [10, 10, 10]
    assert [each.reps for each in parse(line, reps_are_per_side=False).sets] == [20, 20, 20]


def test_reps_of_one_side_and_times_stay_whatever_the_setting():
    assert [each.reps for each in parse("curl 10 l", reps_are_per_side=False).sets] == [10]
    assert [each.duration_s for each in parse("plank 30s/side", reps_are_per_side=False).sets] == [30.0]


def test_a_set_is_told_by_its_characters_so_that_a_page_can_show_the_line():
    text = "  squat 3x8 ;plank 30s"
    assert [text[line.start : line.end] for line in parse(text).lines] == ["squat 3x8", "plank 30s"]


def test_nothing_is_no_line_and_no_mistake():
    assert parse(" \n;\t; ") == parse("")
    assert parse("").sets == ()


def test_all_sets_are_lifting_sets_without_a_line_of_a_source():
    assert {type(each) for each in parse("squat 3x8").sets} == {LiftingSet}
    assert {each.line for each in parse("squat 3x8\nrow 3x8").sets} == {0}
