"""What the exercises page says of credits, likeness and names."""

import pandas as pd
import pytest

from lib.model.exercise_mapping import OwnExercise
from lib.model.vocabulary import CountAs, Muscle
from lib.services.preferences.exercise_mapping import MappingChange
from lib.services.queries.exercise_list import NameRow
from lib.services.queries.word_teaching import ReadAnew
from lib.ui.exercises import words
from lib.ui.exercises.mapping_file import changes_table
from lib.ui.exercises.names import matching, names_table
from lib.ui.exercises.taught_words import effect, follows
from lib.ui.exercises.unmapped_names import named_like, proposals, ticked


@pytest.mark.parametrize(
    ("typed", "credit"),
    [
        ("main 1", 1.0),
        ("helper ½", 0.5),
        ("–", 0.0),
        (0.5, 0.5),
        ("0.25", 0.25),
        ("0,25", 0.25),
        ("½", 0.5),
        ("1", 1.0),
    ],
)
def test_a_credit_is_chosen_by_its_role_or_typed_as_a_number(typed, credit):
    assert words.typed_credit(typed) == credit


@pytest.mark.parametrize("typed", ["much", "1.5", "-1", "", "nan", "inf"])
def test_what_is_no_number_from_0_to_1_is_no_credit(typed):
    assert words.typed_credit(typed) is None


def test_credits_that_are_neither_1_nor_a_half_are_said_with_their_number():
    given = {Muscle.GLUTES: 1.0, Muscle.CORE: 0.5, Muscle.CALVES: 0.25}
    assert words.muscles(given, main=True) == "Glutes"
    assert words.muscles(given, main=False) == "Core, Calves 0.25"
    assert words.role(0.25) == "0.25"


def test_likeness_is_said_in_words():
    assert [words.likeness(score) for score in (95, 80)] == ["very alike", "alike"]


def row(name, exercise="", sets=1, given=None, changed=False):
    how = "exact" if exercise else "unmapped"
    return NameRow(name, exercise, exercise.title(), how, sets, given or {}, changed)


def test_only_ticked_rows_with_an_exercise_are_accepted():
    table = proposals([row("Goblit Squot"), row("zzz"), row("Bech Pres")])
    assert not table["Accept"].any()
    assert table.loc[0, "Means"] == "goblet_squat"
    table.loc[[0, 1], "Accept"] = True
    table.loc[1, "Means"] = None
    assert ticked(table) == {"Goblit Squot": "goblet_squat"}


def test_the_names_to_map_are_found_by_words_of_theirs_and_keep_their_order():
    table = proposals([row("Halter Curl", sets=3), row("zzz", sets=2), row("Curl halter yan", sets=1)])
    assert named_like(table, "CURL hal")["Name in your log"].tolist() == ["Halter Curl", "Curl halter yan"]
    assert len(named_like(table, "")) == 3
    assert named_like(table, "squat").empty


def test_a_meaning_says_what_it_resolves_and_what_it_changes():
    found = (
        ReadAnew("Curl (Käsipaino)", "Bicep Curl (Dumbbell)", "", 20),
        ReadAnew("Row", "Dumbbell Row", "Bent Over Row", 5),
    )
    assert effect(found) == (
        "Resolves 1 name, 20 sets:\n- Curl \\(Käsipaino\\) → Bicep Curl \\(Dumbbell\\)\n\n"
        "Changes 1 name, 5 sets:\n- Row → Dumbbell Row, before Bent Over Row"
    )
    assert effect(()) == "No name is understood by that alone."


def test_a_word_that_resolves_nothing_yet_says_so():
    assert follows(()) == "kept; no name of this log is resolved by it yet"
    assert follows((ReadAnew("Row", "Dumbbell Row", "", 5),)) == "1 name follows, 5 sets"


def test_of_many_names_the_last_are_said_without_their_exercise():
    found = tuple(ReadAnew(f"N{number}", "Plank", "", 1) for number in range(9))
    assert effect(found).endswith("- N5 → Plank\n- and N6, N7, N8")


def test_a_search_finds_every_word_in_name_exercise_or_muscles():
    table = names_table([row("My Squat", "squat", given={Muscle.GLUTES: 1.0}), row("Squat (a.b)", "lunge"), row("x")])
    assert matching(table, "")["Name in your log"].tolist() == ["My Squat", "Squat (a.b)", "x"]
    assert matching(table, "SQUAT glut")["Name in your log"].tolist() == ["My Squat"]
    assert matching(table, "(a.b)")["Name in your log"].tolist() == ["Squat (a.b)"]
    assert matching(table, "nothing like it").empty


def test_no_names_make_an_empty_table_that_can_be_searched():
    assert isinstance(matching(names_table([]), "squat"), pd.DataFrame)


def test_a_preview_says_now_and_then_in_words():
    changes = [
        MappingChange("names", "Rows", None, "dumbbell_row"),
        MappingChange("exercises", "own:x", None, OwnExercise("own:x", "X", count_as=CountAs.CARRY)),
        MappingChange("credits", "plank", {Muscle.CORE: 1.0}, {Muscle.CORE: 0.0}),
        MappingChange("count_as", "plank", CountAs.HOLD, CountAs.HARD_SET),
        MappingChange("conventions", "breath_s", 6.0, 5.5),
    ]
    table = changes_table(changes, {"dumbbell_row": "Dumbbell Row", "plank": "Plank"})
    assert table["Of"].tolist()[:4] == ["Rows", "own:x", "Plank", "Plank"]
    assert table["Now"].tolist() == ["", "", "Core", "as holds", "6"]
    assert table["Then"].tolist() == ["Dumbbell Row", "X, as a carry: 0 sets", "no muscle", "as sets", "5.5"]
