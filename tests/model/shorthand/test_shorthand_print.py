"""Printing sets and reading them back: nothing changes. Reading any text: never an exception."""

import pytest
from hypothesis import example, given, settings
from long_runs import amount

from lib.model.limits import MAX_REPS, MAX_SHORTHAND, MAX_TYPED_SETS
from lib.model.records import LiftingSet
from lib.model.shorthand.characters import plain
from lib.model.shorthand.parse import parse
from lib.model.shorthand.print_sets import print_sets, says_all
from lib.model.vocabulary import LoadMode, Side, WeightUnit
from tests.model.shorthand.shorthand_sets import said, sessions, texts

RUNS = amount(whole=5_000, small=400)


@pytest.mark.long
@settings(max_examples=RUNS, deadline=None)
@given(sessions())
def test_what_is_printed_is_read_back_as_the_same_sets(done):
    read = parse(print_sets(done), WeightUnit.POUND, reps_are_per_side=False)
    assert read.mistakes == ()
    assert list(read.sets) == done


@pytest.mark.long
@settings(max_examples=RUNS, deadline=None)
@given(texts)
@example("1" * MAX_SHORTHAND)
@example("squat " + "9" * 5_000)
@example("squat @" + "9" * 5_000)
@example("squat 3x" + "9" * 5_000 + "s")
@example("squat ſ 3x8 @60ſ")
@example("\ud800 3x8")
def test_any_text_gives_lines_or_mistakes_and_never_an_exception(text):
    read = parse(text)
    assert read.lines or read.mistakes or not plain(text).replace(";", "").strip()
    for mistake in read.mistakes:
        assert 0 <= mistake.start < mistake.end <= len(text)
        assert mistake.why.endswith(".")
    for line in read.lines:
        assert 0 <= line.start < line.end <= len(text)
        assert line.sets


@settings(deadline=None)
@given(texts)
def test_what_was_read_from_any_text_is_printed_and_read_back_as_the_same(text):
    read = parse(text)
    assert parse(print_sets(read.sets)).sets == read.sets


@pytest.mark.parametrize(
    ("sets", "printed"),
    [
        ([said(8, kg=60.0)] * 3, "squat 3x8 @60kg"),
        ([said(8, kg=60.0), said(7, kg=60.0)], "squat 8,7 @60kg"),
        ([said(8, kg=60.0), said(8, kg=57.5)], "squat 1x8 @60kg, 1x8 @57.5kg"),
        ([said(8, lb=135.0, rpe=8.5)], "squat 1x8 @135lb rpe 8.5"),
        ([said(8, kg=60.0), said(8)], "squat 1x8 @60kg, 1x8 bw"),
        ([said(8)] * 45, "squat 20x8, 20x8, 5x8"),
        ([said(8), said(8, kg=10.0, mode="added")], "squat 1x8, 1x8 +10kg"),
        ([said(8, mode="external")], "squat 1x8 @?"),
        ([said(8, mode="band")], "squat 1x8 band"),
        ([said(s=30.0)] * 2, "squat 2x30s"),
        ([said(m=20.0, s=15.5)] * 3, "squat 3x20m in 15.5s"),
        ([said(10, s=30.0, m=5.0)], "squat 1x10 in 30s over 5m"),
        ([said(), said(8)], "squat 1x?, 1x8"),
        ([said(5, kg=20.0, kind="warm_up"), said(5, kg=50.0, kind="failure")], "squat 1x5 @20kg warm-up, 1x5 @50kg failure"),
        ([said(8, side="left"), said(8, side="right")], "squat 1x8 left, 1x8 right"),
        ([said(8, note='felt "light"\nstopped')], r'squat 1x8 "felt \"light\"\nstopped"'),
    ],
)  # fmt: skip
def test_sets_are_printed_as_a_person_would_write_them(sets, printed):
    assert print_sets(each._replace(exercise_name="squat") for each in sets) == printed


def test_a_name_that_could_be_read_as_sets_is_put_into_quotes_and_others_are_not():
    lines = [
        print_sets([said(8)._replace(exercise_name=name)])
        for name in (
            "Squat 3x8",
            "Curl left",
            "A1 Row",
            "Row; slow",
            "Row:",
            "1. Row",
            "Warrior 3",
            "0A)",
            "C2",
            "T-Bar Row",
            "Prone W",
        )
    ]
    quoted = [line.startswith('"') for line in lines]
    assert quoted == [True] * 9 + [False, False]


def test_many_sets_alike_are_read_back_although_more_than_twenty_at_once_are_asked_about():
    done = [said(reps, s=30.0)._replace(exercise_name="squat") for reps in (8,) * 45 + (7,) * 21]
    assert list(parse(print_sets(done)).sets) == done


def test_supersets_keep_their_order_and_number_their_exercises():
    row, press, plank = (said(8)._replace(exercise_name=name) for name in ("Row", "Press", "Plank"))
    done = [each._replace(superset="A") for each in (row, press, row, press)] + [plank._replace(superset="1")]
    assert print_sets(done) == "A1: Row 1x8\nA2: Press 1x8\nA1: Row 1x8\nA2: Press 1x8\n1A: Plank 1x8"


def test_a_load_of_a_source_that_does_not_say_how_it_was_typed_is_printed_in_kilograms():
    assert print_sets([LiftingSet("Squat", reps=5, load_kg=61.25)]) == "Squat 1x5 @61.25kg"


def test_what_shorthand_has_no_words_for_is_told_apart():
    done = said(8, kg=60.0)._replace(exercise_name="Squat", line=7)
    assert says_all([done])
    assert not says_all([done._replace(superset="hevy-7")])
    assert not says_all([done._replace(load_value=None, load_unit=None)])
    assert not says_all([done._replace(reps=MAX_REPS + 1)])
    assert not says_all([done._replace(load_mode=LoadMode.BODYWEIGHT)])
    assert not says_all([done._replace(reps=number % 2, side=Side.LEFT) for number in range(MAX_TYPED_SETS + 1)])
