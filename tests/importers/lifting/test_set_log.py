"""A set log of an invented layout: every field that a layout can have, cell by cell."""

import csv
import io
from dataclasses import replace

import pytest

from lib.importers.base import Upload
from lib.importers.lifting.layout import SetLogLayout
from lib.importers.lifting.set_log import SetLog
from lib.importers.lifting.sets import set_kind
from lib.model.athlete import Answers
from lib.model.errors import Needs, UnreadableFile
from lib.model.records import Ignored, Problem, Session
from lib.model.vocabulary import DistanceUnit, LoadMode, SetKind, Side, WeightUnit

LAYOUT = SetLogLayout(
    start=("Date",),
    title=("Title",),
    notes=("Notes",),
    end=("End",),
    length=("Length",),
    exercise=("Exercise",),
    equipment=("Equipment",),
    kind=("Kind",),
    kind_of=set_kind,
    reps=("Reps",),
    weights=((("Weight (kg)",), ()), (("Weight (lb)",), ())),
    planned=((("Planned (kg)",), ()),),
    distances=((("Distance",), ("Distance Unit",)),),
    seconds=("Seconds",),
    rpe=("RPE",),
    reserve=("RIR",),
    remark=("Remark",),
    superset=("Superset",),
    side=("Side",),
    body_mass=("Mass (kg)",),
    resting=True,
    in_metres=True,
)
LOG = SetLog(name="own", title="Own", where="", signature=("Date", ("Exercise", "Lift"), "RIR"), layout=LAYOUT)
ROW = {
    "Date": "2026-03-03 17:05:00",
    "Title": "Legs",
    "Exercise": "Squat",
    "Kind": "working",
    "Weight (kg)": "60",
    "Reps": "8",
}
HEADER = [
    "Date",
    "Title",
    "Notes",
    "End",
    "Length",
    "Exercise",
    "Equipment",
    "Kind",
    "Weight (kg)",
    "Weight (lb)",
    "Planned (kg)",
    "Distance",
    "Distance Unit",
    "Reps",
    "Seconds",
    "RPE",
    "RIR",
    "Remark",
    "Superset",
    "Side",
    "Mass (kg)",
]


def log(*rows, header=HEADER):
    text = io.StringIO()
    writer = csv.DictWriter(text, header, restval="", extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    writer.writerows({**ROW, **row} for row in rows)
    return Upload("own.csv", text.getvalue().encode())


def records(*rows, answers=None, **more):
    return list(LOG.extract(log(*rows, **more), answers or Answers()))


def the_set(answers=None, **cells):
    (session,) = records(cells, answers=answers)
    assert isinstance(session, Session)
    (found,) = session.sets
    return found


def test_a_plain_set_is_read_as_it_is():
    found = the_set(RPE="8", Remark="slow", Superset="A", Side="Left")
    assert found[:10] == ("Squat", SetKind.WORKING, 8, 60.0, 60.0, WeightUnit.KG, LoadMode.EXTERNAL, None, None, 8.0)
    assert (found.side, found.superset, found.note, found.line) == (Side.LEFT, "A", "slow", 2)


@pytest.mark.parametrize(
    ("exercise", "equipment", "name"),
    [
        ("Row", "Cable", "Row (Cable)"),
        ("Cable Row", "cable", "Cable Row"),
        ("Row", "None", "Row"),
        ("Row", "", "Row"),
    ],
)
def test_the_equipment_stands_in_brackets(exercise, equipment, name):
    assert the_set(Exercise=exercise, Equipment=equipment).exercise_name == name


@pytest.mark.parametrize(
    ("cells", "load"),
    [
        ({"Planned (kg)": "50"}, (60.0, 60.0, WeightUnit.KG)),
        ({"Weight (kg)": "", "Planned (kg)": "50"}, (50.0, 50.0, WeightUnit.KG)),
        ({"Weight (kg)": "0", "Planned (kg)": ""}, (None, None, None)),
        ({"Weight (lb)": "132.3"}, (60.0, 60.0, WeightUnit.KG)),
    ],
)
def test_the_load_is_the_one_lifted_else_the_one_planned(cells, load):
    found = the_set(**cells)
    assert (found.load_kg, found.load_value, found.load_unit) == load


def test_loads_that_contradict_each_other_reject_the_row():
    (problem,) = records({"Weight (lb)": "140"})
    assert isinstance(problem, Problem)
    assert problem.why == "140 in Weight (lb) is not 60 in Weight (kg)"
    assert (problem.line, problem.rows) == (2, 1)


@pytest.mark.parametrize(
    ("rpe", "reserve", "effort"), [("8", "1", 8.0), ("", "1", 9.0), ("0", "3", 7.0), ("", "", None)]
)
def test_the_effort_is_written_or_told_by_what_was_left(rpe, reserve, effort):
    assert the_set(RPE=rpe, RIR=reserve).set_rpe == effort


@pytest.mark.parametrize(
    ("exercise", "distance", "unit", "answer", "metres"),
    [
        ("Farmer's Carry", "40", "", DistanceUnit.KM, 40.0),
        ("Farmer's Carry", "1", "", DistanceUnit.KM, 1.0),
        ("Farmer's Carry", "0.9", "", DistanceUnit.KM, 900.0),
        ("Farmer's Carry", "40", "m", None, 40.0),
        ("Rowing", "5", "", DistanceUnit.KM, 5000.0),
        ("Rowing", "5", "", None, None),
    ],
)
def test_a_distance_of_short_work_is_metres(exercise, distance, unit, answer, metres):
    cells = {"Exercise": exercise, "Distance": distance, "Distance Unit": unit}
    found, *told = records(cells, answers=Answers(distance_unit=answer))
    if metres is None:
        found, told = told[-1], [found]
    assert found.sets[0].distance_m == metres
    assert len(told) == (metres is None)


def test_nothing_but_a_distance_of_an_unknown_unit_is_no_set():
    bare = {"Weight (kg)": "", "Reps": "", "Exercise": "Rowing", "Distance": "5"}
    problem = next(each for each in records(bare) if isinstance(each, Problem) and each.rows)
    assert problem.why == "nothing but a distance, and the file does not say its unit"
    assert (problem.column, problem.value) == ("Distance", "5")


@pytest.mark.parametrize(
    ("cells", "is_rest"),
    [
        ({"Reps": "", "Weight (kg)": ""}, True),
        ({"Reps": "0", "Weight (kg)": ""}, True),
        ({"Reps": "5", "Weight (kg)": ""}, False),
        ({"Reps": "", "Weight (kg)": "20"}, False),
        ({"Reps": "", "Weight (kg)": "", "Kind": "working"}, False),
    ],
)
def test_an_unknown_mark_beside_a_time_alone_is_a_rest(cells, is_rest):
    found = records({"Kind": "Pause", "Seconds": "90", **cells})
    rests = [each.why for each in found if isinstance(each, Ignored)]
    assert rests == (["marked “Pause” beside nothing but a time: a rest, not a set"] if is_rest else [])
    assert any(isinstance(each, Session) for each in found) is not is_rest


def test_a_long_mark_is_cut_where_it_is_told():
    (rest,) = [
        each
        for each in records({"Kind": "P" * 50, "Seconds": "90", "Reps": "", "Weight (kg)": ""})
        if isinstance(each, Ignored)
    ]
    assert f"“{'P' * 40}”" in rest.why


@pytest.mark.parametrize(
    ("cells", "column"),
    [
        ({"Reps": "x"}, "Reps"),
        ({"Reps": "", "Seconds": "x"}, "Seconds"),
        ({"Reps": "", "Weight (kg)": "x"}, "Weight (kg)"),
    ],
)
def test_a_row_that_is_no_set_without_a_cell_that_cannot_be_read_is_rejected(cells, column):
    (problem,) = records(cells)
    assert isinstance(problem, Problem)
    assert (problem.column, problem.value, problem.rows) == (column, "x", 1)


@pytest.mark.parametrize(
    ("cells", "column", "kept"),
    [
        ({"Reps": "x", "Seconds": "30"}, "Reps", {"reps": None, "duration_s": 30.0}),
        ({"Weight (kg)": "x"}, "Weight (kg)", {"reps": 8, "load_kg": None, "load_mode": LoadMode.EXTERNAL}),
        ({"RPE": "11"}, "RPE", {"set_rpe": None, "reps": 8}),
        ({"Seconds": "x"}, "Seconds", {"duration_s": None, "reps": 8}),
        ({"Kind": "giant"}, "Kind", {"kind": SetKind.WORKING, "reps": 8}),
    ],
)
def test_a_side_cell_that_cannot_be_read_is_told_and_the_set_stays(cells, column, kept):
    problem, session = sorted(records(cells), key=lambda each: isinstance(each, Session))
    assert (problem.column, problem.rows, problem.line) == (column, 0, 2)
    assert problem.why.endswith("; the set is kept without it")
    assert {name: getattr(session.sets[0], name) for name in kept} == kept


@pytest.mark.parametrize(
    ("end", "length", "elapsed_s"),
    [
        ("2026-03-03 18:05:00", "", 3600.0),
        ("2026-03-03 18:05:00", "2:00:00", 3600.0),
        ("", "2:00:00", 7200.0),
        (" ", "8:00:00", 28_800.0),
        ("", "0", None),
        ("", "", None),
    ],
)
def test_how_long_a_session_took(end, length, elapsed_s):
    (session,) = records({"End": end, "Length": length})
    assert session.elapsed_s == elapsed_s


@pytest.mark.parametrize(
    ("cells", "column", "why"),
    [
        ({"Length": "8:00:01"}, "Length", "longer than 8 h: the app was left running; the length is left open"),
        ({"End": "2026-03-03 17:04:00"}, "End", "ends before it starts; the length is left open"),
        ({"Mass (kg)": "1001"}, "Mass (kg)", "more than 1,000 kg; the body mass is left open"),
    ],
)
def test_what_cannot_be_of_a_session_is_left_open(cells, column, why):
    problem, session = records(cells)
    assert (problem.column, problem.why, problem.rows) == (column, why, 0)
    assert (session.elapsed_s, session.body_mass_kg) == (None, None)


def test_the_first_notes_and_the_body_mass_of_the_first_row_are_those_of_the_session():
    (session,) = records({"Mass (kg)": "80"}, {"Notes": "late", "Mass (kg)": "90"}, {"Notes": "later"})
    assert (session.notes, session.body_mass_kg, session.title) == ("late", 80.0, "Legs")
    assert [each.line for each in session.sets] == [2, 3, 4]
    assert (session.line, session.source_rows) == (2, None)


def test_a_load_ten_times_the_others_is_told():
    *_, problem = records({}, {}, {"Weight (kg)": "600"})
    assert (problem.line, problem.value, problem.rows) == (4, "600 kg", 0)
    assert "about ten times the other loads of Squat" in problem.why


@pytest.mark.parametrize(
    ("missing", "is_refused"), [("Date", True), ("Exercise", True), ("Reps", True), ("Title", False), ("RPE", False)]
)
def test_start_exercise_and_repetitions_must_be_there(missing, is_refused):
    header = [name for name in HEADER if name != missing]
    if is_refused:
        with pytest.raises(UnreadableFile, match=f"The column {missing} is missing"):
            records({}, header=header)
    else:
        assert isinstance(records({}, header=header)[0], Session)


def test_one_column_of_loads_must_be_there():
    with pytest.raises(UnreadableFile, match=r"The column Weight \(kg\) is missing"):
        records({}, header=[name for name in HEADER if "Weight" not in name])
    (session,) = records({"Weight (lb)": "100"}, header=[name for name in HEADER if name != "Weight (kg)"])
    assert session.sets[0].load_unit is WeightUnit.POUND


def twice(last):
    """Repetitions stand in two columns."""
    return Upload("own.csv", f"Date,Exercise,Kind,Reps,Weight (kg),Reps\n{SQUAT}8,60,8\n{SQUAT}8,60,{last}\n".encode())


SQUAT = "2026-03-03,Squat,working,"


def test_a_column_that_stands_there_twice_must_say_the_same():
    (session,) = LOG.extract(twice(" 8"), Answers())
    assert len(session.sets) == 2
    with pytest.raises(UnreadableFile, match="appears twice and the values differ in line 3") as caught:
        list(LOG.extract(twice("9"), Answers()))
    assert (caught.value.column, caught.value.value, caught.value.line) == ("Reps", "9", 1)
    odd = bytes(twice("8").source) + b"1,2\n" + f"{SQUAT}8,60,7\n".encode()
    with pytest.raises(UnreadableFile, match="differ in line 5"):
        list(LOG.extract(Upload("own.csv", odd), Answers()))


def test_two_exports_in_one_file_are_refused():
    with pytest.raises(UnreadableFile, match="once more in line 3: two exports"):
        records({}, dict(zip(HEADER, HEADER, strict=True)), {})


@pytest.mark.parametrize(
    ("header", "enough", "foreign", "is_ours"),
    [
        ("Date,Exercise,RIR,x", None, (), True),
        ("Date,Lift,RIR,x", None, (), True),
        ("Date,Exercise,x", None, (), False),
        ("Date,Exercise,x", 2, (), True),
        ("Date,x", 2, (), False),
        ("Date,Exercise,RIR,x", None, ("x",), False),
        ("Date,Exercise,RIR,x", None, ("y",), True),
    ],
)
def test_a_log_is_known_by_its_columns(header, enough, foreign, is_ours):
    own = SetLog(name="own", title="", where="", signature=LOG.signature, layout=LAYOUT, enough=enough, foreign=foreign)
    assert own.identify(Upload("x.csv", f"{header}\n{'1,' * header.count(',')}1\n".encode())) is is_ours
    assert own.identify(Upload("x.csv", b"")) is False


def test_a_log_without_units_asks_for_them():
    layout = SetLogLayout(start=("Date",), exercise=("Exercise",), reps=("Reps",), weights=((("Weight",), ("Unit",)),))
    own = SetLog(name="own", title="", where="", signature=("Date",), layout=layout)
    plain = Upload("x.csv", b"Date,Exercise,Reps,Weight\n2026-03-03,Squat,8,60\n")
    with pytest.raises(Needs):
        list(own.extract(plain, Answers()))
    (session,) = own.extract(plain, Answers(weight_unit=WeightUnit.POUND))
    assert session.sets[0].load_unit is WeightUnit.POUND
    told = Upload("x.csv", b"Date,Exercise,Reps,Weight,Unit\n2026-03-03,Squat,8,60,lb\n")
    (session,) = own.extract(told, Answers())
    assert session.sets[0].load_unit is WeightUnit.POUND


SHORT = SetLogLayout(
    start=("Date",),
    exercise=("Exercise",),
    reps=("Reps",),
    seconds=("Seconds",),
    kind=("Kind",),
    kind_of=set_kind,
    weights=((("Weight (kg)",), ()),),
    distances=((("Distance",), ()),),
)


def test_what_a_layout_does_not_say_is_as_in_most_logs():
    own = SetLog(name="own", title="", where="", signature=("Date",), layout=SHORT)
    assert own.seen
    rows = (
        "2026-03-03 17:05,Rowing,,90,Pause,,",
        "2026-03-03 17:05,Farmer's Carry,,,working,20,40",
        "2026-03-03 17:05,Squat,8,,W,60,",
    )
    header = "Date,Exercise,Reps,Seconds,Kind,Weight (kg),Distance"
    content = "\n".join((header, *rows, "")).encode()
    problem, session = own.extract(Upload("x.csv", content), Answers(distance_unit=DistanceUnit.KM))
    assert problem.column == "Kind"
    assert [each.exercise_name for each in session.sets] == ["Rowing", "Farmer's Carry", "Squat"]
    assert [each.distance_m for each in session.sets] == [None, 40_000.0, None]
    assert session.sets[2].kind is SetKind.WARM_UP
    (backwards,) = [
        each
        for each in SetLog(
            name="own", title="", where="", signature=("Date",), layout=replace(SHORT, newest_first=True)
        ).extract(Upload("x.csv", content), Answers(distance_unit=DistanceUnit.KM))
        if isinstance(each, Session)
    ]
    assert [each.line for each in backwards.sets] == [4, 3, 2]
