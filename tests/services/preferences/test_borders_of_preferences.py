"""Just allowed and just too much: what a person says of a day, of shoes, of their heart and in a mapping file."""

from datetime import date

import pandas as pd
import pytest

from lib.catalog.exercises import exercises
from lib.model.conventions import BY_NAME
from lib.model.errors import TrainingDataError
from lib.model.frames.records import LISTED_ACTIVITIES
from lib.model.records import Problem
from lib.model.vocabulary import CountAs, EventKind, GoalKind, Muscle
from lib.services.preferences.counting import set_convention
from lib.services.preferences.dated import ALWAYS, goal_from, wrong
from lib.services.preferences.exercise_mapping_checks import MappingReader, lines_of
from lib.services.preferences.exercise_mapping_file import MappingFileError
from lib.services.preferences.highest_heart_rate import read_highest, set_highest
from lib.services.preferences.shoes import Pair, list_pairs, set_mark
from lib.services.preferences.taught_words import _checked
from lib.store.own.dated import Event, Goal, PlannedBreak, WeighIn

DAY = date(2026, 3, 2)
NEXT = date(2026, 3, 3)
EVENT = next(iter(EventKind))


@pytest.mark.parametrize(
    ("row", "why"),
    [
        (Goal(GoalKind.RUNS, DAY, 0), ""),
        (Goal(GoalKind.RUNS, DAY, -0.1), "A weekly goal is between 0 and 1,000; 0 ends it."),
        (Goal(GoalKind.RUNS, DAY, 1000), ""),
        (Goal(GoalKind.RUNS, DAY, 1000.1), "A weekly goal is between 0 and 1,000; 0 ends it."),
        (Goal(GoalKind.DISTANCE, DAY, 1_609_344), ""),
        (Goal(GoalKind.DISTANCE, DAY, 1_609_345), "A weekly goal is between 0 and 1,000; 0 ends it."),
        (PlannedBreak(DAY, DAY, "x" * 200), ""),
        (PlannedBreak(NEXT, DAY, ""), "A break ends on or after the day on which it starts."),
        (PlannedBreak(DAY, DAY, "x" * 201), "A reason has at most 200 characters; this one has 201."),
        (Event(EVENT, DAY, "x" * 200, DAY), ""),
        (Event(EVENT, NEXT, ""), ""),
        (Event(EVENT, NEXT, "", DAY), "An event ends on or after the day on which it starts."),
        (Event(EVENT, DAY, "x" * 1_201), "A title has at most 200 characters; this one has 1,201."),
        (WeighIn(DAY, 20.0), ""),
        (WeighIn(DAY, 19.9), "A body mass is between 20 and 400 kg."),
        (WeighIn(DAY, 400.0), ""),
        (WeighIn(DAY, 400.1), "A body mass is between 20 and 400 kg."),
    ],
)
def test_what_is_wrong_of_a_day_is_said(row, why):
    assert wrong(row) == why


def test_the_first_goal_of_a_kind_holds_for_all_of_the_past_unless_a_day_is_named():
    assert goal_from(None, DAY, is_first=True) == ALWAYS == date(1970, 1, 1)
    assert goal_from(None, DAY, is_first=False) == DAY
    assert goal_from(NEXT, DAY, is_first=True) == goal_from(NEXT, DAY, is_first=False) == NEXT


@pytest.mark.parametrize(
    ("distance", "mark", "passed"), [(99.9, 100.0, False), (100.0, 100.0, True), (100.0, None, False)]
)
def test_shoes_have_passed_their_mark_when_they_reach_it(distance, mark, passed):
    assert Pair("Blue", distance_m=distance, mark_m=mark).passed is passed


def worn(*rows):
    usual = {"counted": True, "edited": False, "why_not": "", "sport": "run", "gear": "Blue", "distance_m": 1000.0}
    return LISTED_ACTIVITIES.make([usual | {"local_start": pd.Timestamp(DAY)} | row for row in rows])


def test_shoes_have_come_as_far_as_what_counts_on_foot():
    aside = {"counted": False, "why_not": "left out"}
    rows = [
        {},
        {"sport": "walk", "counted": False, "why_not": "not a run"},
        {"sport": "hike", "local_start": pd.Timestamp(NEXT)},
    ]
    rows += [{"sport": "ride"}, aside, {"gear": ""}, {"gear": "Red", "distance_m": None}]
    pairs = list_pairs(worn(*rows), {"Blue": 5000.0, "New": None})
    assert pairs == [Pair("Blue", 3, 3000.0, NEXT, 5000.0), Pair("Red", 1, 0.0, DAY, None), Pair("New")]
    assert list_pairs(worn(), {}) == []


@pytest.mark.parametrize("name", ["", "  ", "x" * 201])
def test_a_pair_has_a_name_of_at_most_two_hundred_characters(name):
    with pytest.raises(TrainingDataError, match="1 to 200 characters"):
        set_mark(None, name, 1.0)


@pytest.mark.parametrize("bpm", [99.9, 240.1])
def test_a_highest_heart_rate_that_nobody_has_is_refused(bpm):
    with pytest.raises(TrainingDataError, match=f"between 100 and 240 beats a minute; {bpm} does not"):
        set_highest(None, bpm)


@pytest.mark.parametrize(("text", "bpm"), [(" 188 ", 188.0), ("UNKNOWN", None), ("188.5", 188.5)])
def test_a_highest_heart_rate_is_a_number_or_unknown(text, bpm):
    assert read_highest(text) == bpm
    with pytest.raises(TrainingDataError, match="“x” is no heart rate"):
        read_highest(" x ")


@pytest.mark.parametrize("convention", BY_NAME.values(), ids=lambda each: each.name)
def test_a_convention_beyond_its_bounds_is_refused(convention):
    for value in (convention.low - 0.001, convention.high + 0.001):
        with pytest.raises(ValueError, match=f"{convention.low:g} to {convention.high:g}"):
            set_convention(None, convention.name, value)


@pytest.mark.parametrize(("text", "why"), [("", "is empty"), ("!?", "is empty"), ("x" * 201, "longer than 200")])
def test_a_word_to_teach_has_a_letter_and_at_most_two_hundred_of_them(text, why):
    with pytest.raises(TrainingDataError, match=why):
        _checked(text, "word")
    assert _checked(f" {'x' * 200}\n", "word") == "x" * 200


SQUAT = "back_squat_barbell"
LINES = {("credits",): 4, ("credits", SQUAT): 5, ("credits", SQUAT, "glutes"): 6}


def read(**content):
    reader = MappingReader(LINES)
    return reader.mapping(content), [(each.line, each.column, each.value, each.why) for each in reader.problems]


def an_exercise(**more):
    return {
        "name": "Mine",
        "pattern": "",
        "count_as": "hard_set",
        "unilateral": False,
        "bodyweight_fraction": 0.5,
    } | more


@pytest.fixture(name="key")
def _key():
    return next(iter(exercises()))


@pytest.mark.parametrize(
    ("credit", "fits"), [(0, True), (-0.01, False), (1, True), (1.01, False), (True, False), ("1", False), (0.5, True)]
)
def test_a_credit_is_a_number_from_0_to_1(key, credit, fits):
    mapping, problems = read(credits={key: {"glutes": credit}})
    assert mapping.credits == {key: {Muscle.GLUTES: float(credit)} if fits else {}}
    assert [each[3] for each in problems] == ([] if fits else ["must be a number from 0 to 1"])


def test_a_fault_has_the_line_of_its_field_or_of_what_that_is_in():
    reader = MappingReader(LINES)
    assert reader.problem(("credits", SQUAT, "glutes"), 2, "why") == Problem(
        6, f"credits › {SQUAT} › glutes"[:40], "2", "why"
    )
    assert reader.problem(("credits", SQUAT, "other"), 2, "why").line == 5
    assert reader.problem(("credits", "other", "glutes"), 2, "why").line == 4
    assert reader.problem(("names", "x" * 50), "y" * 41, "why") == Problem(None, f"names › {'x' * 32}", "y" * 40, "why")


@pytest.mark.parametrize(("length", "fits"), [(1, True), (210, True), (211, False), (0, False)])
def test_a_text_has_at_most_210_characters(length, fits):
    mapping, problems = read(taught={"word": "x" * length})
    assert (mapping.taught, problems == []) == ({"word": "x" * length} if fits else {}, fits)
    mapping, problems = read(taught={"x" * length: "word"})
    assert (mapping.taught != {}, problems == []) == (fits, fits)


@pytest.mark.parametrize("text", ["a\nb", " a", "a ", 3, None])
def test_a_text_is_one_clean_line(text):
    mapping, problems = read(taught={"word": text})
    assert (mapping.taught, problems[0][3]) == ({}, "must be a text of one line, at most 200 characters long")


@pytest.mark.parametrize(
    ("more", "fault"),
    [
        ({}, ""),
        ({"bodyweight_fraction": 0}, ""),
        ({"bodyweight_fraction": 1.5}, "must be a number from 0 to 1"),
        ({"unilateral": 1}, "must be true or false"),
        ({"count_as": "sets"}, "must be one of "),
        ({"pattern": 3}, "must be a text of one line"),
        ({"name": ""}, "must be a text of one line"),
        ({"colour": "red"}, "must have name, pattern, "),
    ],
)
def test_an_exercise_of_the_person_is_taken_in_whole_or_not_at_all(more, fault):
    mapping, problems = read(exercises={"own:mine": an_exercise(**more)}, names={"My squat": "own:mine"})
    assert ("own:mine" in mapping.exercises) is (fault == "")
    assert [each[3].startswith(fault) for each in problems] == ([] if not fault else [True, False])
    assert mapping.names == ({} if fault else {"My squat": "own:mine"})


def test_an_exercise_of_the_person_keeps_what_the_file_says_of_it():
    mapping, _ = read(
        exercises={"own:mine": an_exercise(unilateral=True, pattern="squat")}, count_as={"own:mine": "hold"}
    )
    own = mapping.exercises["own:mine"]
    assert (own.name, own.pattern, own.count_as, own.unilateral, own.bodyweight_fraction) == (
        "Mine",
        "squat",
        CountAs.HARD_SET,
        True,
        0.5,
    )
    assert mapping.count_as == {"own:mine": CountAs.HOLD}


def test_what_is_not_known_is_named(key):
    mapping, problems = read(
        file="x", version=2, more=1, exercises={key: an_exercise()}, names={"a": "none"}, count_as={"none": "hold"},
        credits={key: {}, "none": {"glutes": 1}}, conventions={"none": 1}, taught=[],
    )  # fmt: skip
    assert mapping.names == mapping.exercises == mapping.credits == mapping.count_as == mapping.conventions == {}
    assert [each[3][:20] for each in problems] == [
        "this part is not kno", "this key belongs to ", "no exercise has this", "must name muscles wi", "no exercise has this",
        "no exercise has this", "no such convention; ", "must be an object in",
    ]  # fmt: skip
    assert read(credits={key: {"nose": 1}})[1][0][3].startswith("no such muscle; use ")


def test_the_line_of_a_field_is_that_of_its_name():
    text = '{\n "a": 1, "b": {\n\n  "c": "{ \\" }",\n  "d": {}\n },\n "e": {"f": 1}\n}'
    assert lines_of(text) == {("a",): 2, ("b",): 2, ("b", "c"): 4, ("b", "d"): 5, ("e",): 7, ("e", "f"): 7}
    assert lines_of("[]") == {}


@pytest.mark.parametrize(
    ("problems", "said"),
    [
        ([Problem(3, "names", "x", "no")], "line 3, names, x: no"),
        ([Problem(None, None, None, "no")], "no"),
        ([Problem(3, None, None, "no"), Problem(4, None, None, "no")], "line 3: no (1 more)"),
        ([Problem(3, None, None, "no")] * 4, "line 3: no (3 more)"),
    ],
)
def test_the_first_fault_is_told_and_how_many_more_there_are(problems, said):
    error = MappingFileError(problems)
    assert (str(error), error.problems) == (said, problems)
