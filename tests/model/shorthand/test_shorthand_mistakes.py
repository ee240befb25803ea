"""Every mistake points at its word and says what to write."""

import pytest

from lib.model.limits import MAX_NAME, MAX_NOTE, MAX_SHORTHAND, MAX_TYPED_SETS
from lib.model.shorthand.parse import parse

# The text, the word that is wrong, and a piece of the advice.
MISTAKES = [
    ("squat 3x8 @60kq rpe 8", "@60kq", "a load as @60kg"),
    ("squat 3x8 60kq", "60kq", "a load as @60kg"),
    ("squat 3y8", "squat 3y8", "3x8"),
    ("squat 3x8 hard", "hard", 'quotes: "hard"'),
    ("squat 8 hard", "hard", 'quotes: "hard"'),
    ("squat 3x8-12", "3x8-12", "A range is a plan"),
    ("squat 3x8–12", "3x8–12", "A range is a plan"),
    ("push up 3xAMRAP", "3xAMRAP", "Write sets as 3x8"),
    ("squat", "squat", "3x8"),
    ("A1: squat", "squat", "3x8"),
    ("3x8", "3x8", "the exercise before its sets"),
    ("8 @60kg", "8", "the exercise before its sets"),
    ('"" 3x8', '""', "the exercise before its sets"),
    ("curl 3x10 @8", "@8", "@8kg for a load, rpe 8 for an effort"),
    ("curl 3x10 @7,5", "@7,5", "@7,5kg for a load, rpe 7,5 for an effort"),
    ("squat 3x8 rpe 11", "rpe 11", "from 1 to 10"),
    ("squat 3x8 rpe 0.5", "rpe 0.5", "from 1 to 10"),
    ("squat 3x8 rpe hard", "rpe", "rpe 8"),
    ("squat 3x8 rpe 7,8,9", "rpe 7,8,9", "rpe 8"),
    ("squat 3x8 rpe 8 rpe 9", "rpe 9", "Put a comma"),
    ("squat 3x8 @60 @70", "@70", "Put a comma"),
    ("squat 3x8x60 @70", "@70", "Put a comma"),
    ("squat 3x8 @60 bw", "bw", "Put a comma"),
    ("squat 8 8 7", "8", "8, 8"),
    ("squat 8 60kg 5 50kg", "5", "8, 5"),
    ("curl 8 left right", "right", "8 left, 8 right"),
    ("curl 3x8/side l", "l", "8 left, 8 right"),
    ("curl 8 w drop", "drop", "Keep one"),
    ('curl 8 "a" (b)', "(b)", "one pair of quotes"),
    ("squat 3x8,8,7", "3x8,8,7", "3x8, 8, 7"),
    ("squat 5@100, 5", "5", "5,5,5 @100kg"),
    ("squat 3x8 @60, rpe 8", "rpe 8", "How much was done?"),
    ("squat 3x8, 60kg", "60kg", "stands without a comma"),
    ("squat @60kg", "@60kg", "How much was done?"),
    ("squat 3x8,", ",", "beside this comma"),
    ("squat 3x8,, 8", ",", "beside this comma"),
    ('squat 3x8 "slow; row 3x8', '"slow; row 3x8', "Close it with a quotation mark"),
    ("squat 3x8 (slow", "(slow", "Close the bracket"),
    ("squat 3x8 @0kg", "0", "bw for the body alone"),
    ("squat 3x8 @1001kg", "1001", "at most 1,000 kg"),
    ("squat 3x8 @2205lb", "2205", "at most 1,000 kg"),
    ("squat 3x8 @1,000kg", "1,000", "1000 or 1.000"),
    ("squat 10001", "10001", "more than 10,000"),
    ("squat 3x" + "9" * 400, "9" * 400, "more than 10,000"),
    ("squat 100 x 5", "100", "100kg x 5"),
    ("squat 10001x5", "10001", "more than 10,000"),
    ("row 1x8;" + "squat 20x8;" * (MAX_TYPED_SETS // 20), "squat 20x8", "at most 1,000 sets"),
    ("squat " + "1," * MAX_TYPED_SETS + "1", "1," * MAX_TYPED_SETS + "1", "more than 1,000 sets"),
    ("squat 3x8,60kg", "3x8,60kg", "a load without a comma (3x8 60kg)"),
    ("squat 100 5x5", "5x5", "A load needs @ or its unit"),
    ("squat 3x8 60", "60", "A load needs @ or its unit"),
    ("Warrior 3 3x30s", "3x30s", '"Warrior 3" 3x30s'),
    ("run 5km 25:00", "25:00", "5km in 25:00"),
    ("pull ups 8/7/6", "8/7/6", "8,7,6"),
    ("pull ups 8-7-6", "8-7-6", "8,7,6"),
    ("bench press 3x10 (60 kg)", "(60 kg)", "60 kg without brackets"),
    ("squat 0x8", "0", "1 or more"),
    ("plank 0s", "0s", "above 0"),
    ("plank 241h", "241h", "at most 240 h"),
    ("plank 1:75", "1:75", "up to 59"),
    ("plank 30,30s", "30,30s", "30.30s with a point"),
    ("carry 20,20m", "20,20m", "20.20m with a point"),
    ("carry 1001km", "1001km", "at most 1,000 km"),
    ("plank 30s in 20s", "20s", "twice"),
    ("a" * (MAX_NAME + 1) + " 3x8", "a" * (MAX_NAME + 1) + " ", "at most 200 characters"),
    ("a " * 2_000, ("a " * 2_000).strip(), "at most 200 characters"),
    ("squat 8 (" + "a" * (MAX_NOTE + 1) + ")", "(" + "a" * (MAX_NOTE + 1) + ")", "at most 10,000 characters"),
    ("squat 3x8;" + " " * MAX_SHORTHAND, " " * 10, "at most 20,000 characters"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "word", "advice"), MISTAKES, ids=[text[:30] for text, _, _ in MISTAKES])
def test_a_mistake_points_at_its_word_and_says_what_to_write(text, word, advice):
    (mistake,) = parse(text).mistakes
    assert text[mistake.start : mistake.end] == word
    assert advice in mistake.why


def test_a_mistake_points_at_the_last_of_equal_words_where_that_one_is_wrong():
    (mistake,) = parse("squat 8, 8 8").mistakes
    assert (mistake.start, mistake.end) == (11, 12)


def test_a_wrong_line_leaves_the_others_and_one_line_can_hold_several_mistakes():
    read = parse("squat 3x8 foo, 8 bar; row 3x8; press 3x8 @60kq")
    assert [line.exercise_name for line in read.lines] == ["row"]
    assert [(mistake.start, mistake.end) for mistake in read.mistakes] == [(10, 13), (17, 20), (41, 46)]


def test_both_sides_together_stay_within_the_limit_of_reps():
    (mistake,) = parse("step up 5001/side", reps_are_per_side=False).mistakes
    assert "more than 10,000 reps" in mistake.why
    assert parse("step up 5001/side").mistakes == ()
