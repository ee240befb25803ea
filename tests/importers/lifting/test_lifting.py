"""What the importers of set logs share: words, cells, and how rows become sessions."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from long_runs import examples
from strength_files import hevy, sessions_of, sets_of

from lib.importers.formats.hevy import importer
from lib.importers.lifting import survey
from lib.importers.lifting.sets import (
    Memo,
    column_memo,
    lifting_set,
    load_reader,
    reps,
    rpe_reader,
    seconds_reader,
    set_kind,
)
from lib.importers.lifting.words import load_mode, side
from lib.importers.reading.cells import BadCell, CellError
from lib.model.athlete import Answers
from lib.model.records import Ignored, Problem
from lib.model.vocabulary import LoadMode, SetKind, Side, WeightUnit


@pytest.mark.parametrize(
    ("name", "loaded", "mode"),
    [
        ("Squat (Barbell)", True, LoadMode.EXTERNAL),
        ("Squat (Barbell)", False, LoadMode.BODYWEIGHT),
        ("Plank", False, LoadMode.BODYWEIGHT),
        ("Pull Up", False, LoadMode.BODYWEIGHT),
        ("Pull Up", True, LoadMode.ADDED),
        ("Wide pull-ups", True, LoadMode.ADDED),
        ("Chin Up", True, LoadMode.ADDED),
        ("Triceps Dip", True, LoadMode.ADDED),
        ("Push Up", True, LoadMode.ADDED),
        ("Klimmzüge", True, LoadMode.ADDED),
        ("Seated Dip (Machine)", True, LoadMode.EXTERNAL),
        ("Pull Up (Weighted)", True, LoadMode.ADDED),
        ("Weighted Plank", True, LoadMode.ADDED),
        ("Weighted Plank", False, LoadMode.BODYWEIGHT),
        ("Pull Up (Assisted)", True, LoadMode.ASSISTED),
        ("Assisted Dip Machine", True, LoadMode.ASSISTED),
        ("Unassisted Squat", True, LoadMode.EXTERNAL),
        ("Pull Up (Band)", True, LoadMode.BAND),
        ("Lateral Band Walk", False, LoadMode.BAND),
        ("Banded Glute Bridge", True, LoadMode.BAND),
        ("IT Band Stretch", False, LoadMode.BODYWEIGHT),
        ("Push Press", True, LoadMode.EXTERNAL),
        ("Diphtheria", True, LoadMode.EXTERNAL),
    ],
)
def test_the_name_says_how_the_load_acts(name, loaded, mode):
    assert load_mode(name, "", loaded=loaded) is mode


def test_a_note_of_help_counts_only_where_the_body_is_lifted():
    assert load_mode("Dips", "assisted, 20 kg", loaded=True) is LoadMode.ASSISTED
    assert load_mode("Bench Press", "last two assisted", loaded=True) is LoadMode.EXTERNAL


@pytest.mark.parametrize(
    ("name", "note", "expected"),
    [
        ("Split Squat (Left)", "", Side.LEFT),
        ("Split Squat - R", "", Side.RIGHT),
        ("Row right", "", Side.RIGHT),
        ("Curl (l)", "", Side.LEFT),
        ("Ausfallschritt links", "", Side.LEFT),
        ("Hanging Leg Raise L", "", Side.BOTH),
        ("Right Lunge", "", Side.BOTH),
        ("Upright", "", Side.BOTH),
        ("Split Squat", "left", Side.LEFT),
        ("Split Squat", "R", Side.RIGHT),
        ("Split Squat", "with 8 kg, right leg", Side.RIGHT),
        ("Split Squat", "felt right", Side.BOTH),
        ("Split Squat", "", Side.BOTH),
    ],
)
def test_the_side_is_the_last_word_of_the_name_or_all_of_the_note(name, note, expected):
    assert side(name, note) is expected


@pytest.mark.parametrize("text", ["", "0", "0.0", " ", "-0"])
def test_no_load_is_no_load_in_any_spelling(text):
    assert load_reader(WeightUnit.KG, [])(text) == (None, None, None)


def test_a_load_keeps_what_was_typed():
    kilograms, value, unit = load_reader(WeightUnit.POUND, [])("132.28")
    assert (value, unit) == (132.28, WeightUnit.POUND)
    assert kilograms == pytest.approx(60.001, abs=0.001)


def test_the_limit_of_a_load_is_in_kilograms():
    assert load_reader(WeightUnit.POUND, [])("2204")[0] == pytest.approx(999.7, abs=0.1)
    with pytest.raises(CellError, match="more than 1,000 kg"):
        load_reader(WeightUnit.POUND, [])("2205")


def test_cells_that_were_left_blank_say_nothing():
    assert reps("") is None
    assert rpe_reader([])("") is None
    assert seconds_reader([])(" ") is None


def test_thousands_of_seconds_are_not_taken_for_a_fraction():
    assert seconds_reader(["1,800"])("1,800") == 1800
    assert seconds_reader([])("1:30") == 90


def test_an_unknown_mark_is_no_set():
    with pytest.raises(CellError, match="unknown marker"):
        set_kind("Q")


def test_an_empty_line_of_a_plan_is_no_set():
    said = lifting_set(
        "Squat", kind=SetKind.WORKING, count=0, load=(None, None, None), seconds=None, metres=None, rpe=8
    )
    assert isinstance(said, str)


def test_a_memo_reads_every_text_once_and_never_grows_without_end():
    asked: list[str] = []
    memo = column_memo("Reps", lambda text: asked.append(text) or len(asked))
    assert memo["8"] == memo["8"] == 1
    for number in range(10_000):
        _ = memo[f"x{number}"]
    assert len(asked) == 10_001
    assert len(memo) < 5_000


def test_a_memo_names_the_column_of_a_bad_cell():
    memo: Memo[str, int | None] = column_memo("Reps", reps)
    with pytest.raises(BadCell) as bad:
        _ = memo["x"]
    assert (bad.value.column, bad.value.value) == ("Reps", "x")


def test_a_session_is_handed_out_as_soon_as_it_is_whole():
    file = hevy({}, {}, {"title": "Second"}, {"title": "Second"})
    records = importer.extract(file, Answers())
    assert next(records).line == 2
    assert next(records).line == 4


def test_scattered_rows_of_a_session_are_one_session():
    file = hevy({"reps": "1"}, {"title": "B"}, {"reps": "2"}, {"title": "C"}, {"reps": "3"})
    sessions = sessions_of(list(importer.extract(file, Answers())))
    assert [session.title for session in sessions] == ["B", "C", "Legs and hips"]
    assert [each.reps for each in sessions[-1].sets] == [1, 2, 3]
    assert [each.line for each in sessions[-1].sets] == [2, 4, 6]


def test_two_spellings_of_a_start_are_one_session():
    file = hevy({}, {"title": "B"}, {"start_time": "Mar 3, 2026, 5:05 PM", "title": " Legs and hips "})
    sessions = sessions_of(list(importer.extract(file, Answers())))
    assert sorted(len(session.sets) for session in sessions) == [1, 2]


def test_rows_that_were_kept_say_what_the_file_says_when_it_is_read_again(monkeypatch):
    rows = [
        {"reps": str(n % 7), "exercise_notes": "one\ntwo" if n % 50 == 0 else "", "title": f"Day {n // 9}"}
        for n in range(300)
    ]
    file = hevy(*rows, {"reps": "x"}, {"title": "Leg\x07day"})
    kept = list(importer.extract(file, Answers()))
    file.forget()
    monkeypatch.setattr(survey, "_COMBINATIONS", 3)
    assert list(importer.extract(file, Answers())) == kept
    assert len(sets_of(kept)) > 200


def test_a_session_whose_rows_are_all_refused_is_none():
    records = list(importer.extract(hevy({"reps": "x"}, {"reps": "", "weight_kg": ""}), Answers()))
    assert [type(record) for record in records] == [Problem, Ignored]


def test_a_session_that_ends_in_a_refused_row_is_handed_out():
    records = list(importer.extract(hevy({}, {"reps": "x"}, {"title": "B"}), Answers()))
    assert len(sets_of(records)) == 2


def test_a_changed_title_is_told_once():
    records = list(importer.extract(hevy({"title": "Leg\x07day"}, {"title": "Leg\x07day"}), Answers()))
    [session] = sessions_of(records)
    assert session.title == "Leg day"
    assert [record.column for record in records if isinstance(record, Problem)] == ["title"]


@settings(deadline=None, max_examples=examples(60))
@given(st.text(max_size=40), st.text(max_size=40), st.booleans())
def test_any_name_and_note_have_a_mode_and_a_side(name, note, loaded):
    assert load_mode(name, note, loaded=loaded) in LoadMode
    assert side(name, note) in Side
    assert loaded or load_mode(name, note, loaded=loaded) not in {LoadMode.EXTERNAL, LoadMode.ADDED}
