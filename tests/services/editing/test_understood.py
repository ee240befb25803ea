"""What is understood of a session as text."""

import pytest

from lib.model.athlete import Athlete
from lib.model.exercise_mapping import OwnMapping
from lib.model.vocabulary import CountAs
from lib.services.editing.typed import read_shorthand
from lib.services.editing.understood import mistakes_by_line, understood


def lines(text, own=None, logged=()):
    return understood(read_shorthand(Athlete(1), text), own or OwnMapping(), logged)


def test_each_line_has_its_exercise_as_in_the_whole_app():
    found = lines("squat 3x8 @60kg; nobody knows this 3x8")
    assert [each.exercise != "" for each in found] == [True, False]
    assert lines("squat 3x8", OwnMapping(names={"squat": "front_squat_barbell"}))[0].exercise == "front_squat_barbell"


@pytest.mark.parametrize(
    ("text", "doubted"), [("plank 60", True), ("plank 60s", False), ("plank 5 breaths", False), ("squat 60", False)]
)
def test_reps_of_a_hold_are_pointed_out(text, doubted):
    (line,) = lines(text)
    assert bool(line.doubt) == doubted
    assert not doubted or "60s" in line.doubt


def test_what_was_typed_of_each_side_is_told_set_by_set():
    (line,) = lines("step up 10/side, 2x8 left, 12 each side")
    assert line.each_side == (True, False, False, True)


def test_an_exercise_that_the_person_counts_in_reps_is_no_hold():
    (line,) = lines("plank 60", OwnMapping(count_as={lines("plank 60")[0].exercise: CountAs.HARD_SET}))
    assert not line.doubt


def test_mistakes_stand_with_their_line():
    text = "squat 3x8\nrow 8 8 7; plank 3x8 hard"
    found = mistakes_by_line(text, read_shorthand(Athlete(1), text))
    assert [text[start:end].strip() for start, end in found] == ["row 8 8 7", "plank 3x8 hard"]
    assert all(mistakes for mistakes in found.values())


def test_the_first_reps_of_a_hold_are_those_that_are_named():
    (line,) = lines("plank 30s, 45, 60")
    assert line.doubt == "This is a hold, and reads as 45 reps. Write 45s for seconds."


@pytest.mark.parametrize("text", ["row 8 8 7", "row 8 8 7; squat 3x8", "squat 3x8;row 8 8 7", "squat 3x8\nrow 8 8 7\n"])
def test_the_line_of_a_mistake_ends_before_the_sign_that_ends_it(text):
    (place,) = mistakes_by_line(text, read_shorthand(Athlete(1), text))
    assert text[slice(*place)] == "row 8 8 7"
