"""The Alpha Progression importer, on invented blocks in both layouts of the app."""

from datetime import datetime

import pytest
from strength_files import ignored_of, problems_of, rows_of, sessions_of, sets_of

from lib.importers.base import Upload, find_importer
from lib.importers.formats.alpha_progression.importer import importer
from lib.importers.reading.table import SHOWN_CHARACTERS
from lib.model.athlete import Answers
from lib.model.vocabulary import LoadMode, SetKind, WeightUnit

IN_POUNDS = """

"Leg day"
"2026-03-03 6:59 pm",1:10 hr
"Leg day · Week 1 · My plan"
"1. Squats Barbell","slow, and
deep"
"10 reps"
#,LBS,REPS
1,100,10
2,105,x
"2. Planks Bodyweight"
"60 secs"
#,LBS,SECS
1,0,60
"3. Curls Cable"
"10 reps"
#,LBS,REPS


"Push"
"2026-03-01 7:19 pm",45:32 hr
"1. Press Machine"
"10 reps"
#,LBS,REPS
1,40,10
"""
IN_KILOGRAMS = """
"Legs · Day 2 · Week 4";"2026-02-19 16:54 h";"1:02 hr"
"1. Hack Squats · Machine · 8 reps";"WU1 · 37,5 kg · 9 reps<br>WU2 · 72,5 kg · 7 reps"
#;KG;REPS;RIR
1;115,5;8;1
2;-;-;-
"2. Pull-Ups · Bodyweight · 10 reps · 2 dropsets"
#;KG;REPS;RIR
1;+10;10;0,5
"""


def records_of(text: str):
    file = Upload("export.csv", text.encode())
    assert find_importer(file) is importer
    return list(importer.extract(file, Answers()))


def test_sessions_in_several_lines_are_read():
    records = records_of(IN_POUNDS)
    first, second = sessions_of(records)
    assert (first.title, first.start.local, first.elapsed_s) == ("Leg day", datetime(2026, 3, 3, 18, 59), 4200)
    squat, plank = first.sets
    assert (squat.exercise_name, squat.load_value, squat.load_unit) == ("Squats Barbell", 100, WeightUnit.POUND)
    assert (squat.reps, squat.note, squat.line) == (10, "slow, and\ndeep", 10)
    assert (plank.duration_s, plank.reps) == (60, None)
    assert (second.title, second.elapsed_s) == ("Push", None)


def test_lines_of_sets_are_the_rows_and_bad_ones_are_named():
    records = records_of(IN_POUNDS)
    assert rows_of(records) == 4
    assert [(each.line, each.column, each.rows) for each in problems_of(records)] == [
        (11, "REPS", 1),
        (22, "length", 0),
    ]


def test_what_is_said_of_a_length_is_cut_to_what_a_screen_can_show():
    (problem,) = [each for each in problems_of(records_of(IN_POUNDS.replace("1:10 hr", "x" * 1_000))) if each.line == 4]
    assert (problem.column, len(problem.value)) == ("length", SHOWN_CHARACTERS)


def test_a_session_in_one_line_has_its_warm_ups_beside_the_exercise():
    records = records_of(IN_KILOGRAMS)
    [session] = sessions_of(records)
    assert (session.title, session.start.local) == ("Legs · Day 2 · Week 4", datetime(2026, 2, 19, 16, 54))
    assert [(each.kind, each.load_kg) for each in session.sets] == [
        (SetKind.WARM_UP, 37.5),
        (SetKind.WARM_UP, 72.5),
        (SetKind.WORKING, 115.5),
        (SetKind.WORKING, 10),
    ]
    assert (session.sets[2].exercise_name, session.sets[2].set_rpe) == ("Hack Squats (Machine)", 9)
    assert (session.sets[3].load_mode, session.sets[3].set_rpe) == (LoadMode.ADDED, 9.5)
    assert session.rows == 2
    assert len(ignored_of(records)) == 1


@pytest.mark.parametrize("day", ["2126-01-01 6:00 pm", "1969-01-01 6:00 pm"])
def test_a_start_that_cannot_be_rejects_the_sets_below_it(day):
    records = records_of(IN_POUNDS.replace("2026-03-01 7:19 pm", day))
    assert len(sessions_of(records)) == 1
    assert sum(each.rows for each in problems_of(records)) == 2
    assert len(sets_of(records)) == 2


def test_other_texts_are_not_claimed():
    assert not importer.identify(Upload("x.csv", b"#,KG,REPS\n1,2,3\n"))
    assert not importer.identify(Upload("x.csv", b"Date,Exercise\n1. Squat,KG\n"))
