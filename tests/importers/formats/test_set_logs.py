"""The set logs that are described by a layout: FitNotes, Fitbod, Liftosaur, LiftLog and RepCount, on invented rows."""

# ruff: noqa: SIM905 - headers stay one text, as in FORMATS.md; logs write wall clocks

from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from long_runs import examples
from strength_files import (
    KG,
    KG_AND_KM,
    POUNDS,
    extracted,
    ignored_of,
    problems_of,
    rows_of,
    sessions_of,
    sets_of,
    upload,
)

from lib.importers.base import Upload, find_importer
from lib.importers.formats.fitbod import importer as fitbod
from lib.importers.formats.fitnotes import importer as fitnotes
from lib.importers.formats.fitnotes_ios import importer as fitnotes_ios
from lib.importers.formats.liftlog import importer as liftlog
from lib.importers.formats.liftosaur import importer as liftosaur
from lib.importers.formats.repcount import importer as repcount
from lib.importers.lifting.set_log import SetLog
from lib.model.athlete import Answers
from lib.model.errors import Needs, UnreadableFile
from lib.model.vocabulary import Precision, Question, SetKind, TimeBasis, WeightUnit

SILENT = Answers()

COLUMNS = {
    "fitnotes": "Date,Exercise,Category,Weight,Weight Unit,Reps,Distance,Distance Unit,Time,Comment".split(","),
    "fitnotes-ios": (
        "Name,StartTime,EndTime,BodyWeight,Exercise,Equipment,Reps,Weight,Time,Distance,Status,IsWarmup,RPE,RIR,"
        "Categories,Note"
    ).split(","),
    "fitbod": (
        "Date,Exercise,Reps,Weight(kg),Duration(s),Distance(m),Incline,Resistance,isWarmup,Note,multiplier".split(",")
    ),
    "liftosaur": (
        "Workout DateTime,Program,Day Name,Exercise,Is Warmup Set?,Required Reps,Completed Reps,Is AMRAP?,"
        "Required RPE,Completed RPE,Log RPE?,Required Weight Value,Required Weight Unit,Completed Weight Value,"
        "Completed Weight Unit,Ask Weight?,Completed Reps Time,Target Muscles,Synergist Muscles,Notes"
    ).split(","),
    "liftlog": "SessionId,Timestamp,Exercise,Weight,WeightUnit,Reps,TargetReps,Notes".split(","),
    "repcount": (
        "Workout Start,Workout End,Exercise,Weight,Reps,Notes,Kcal,Distance,Duration,Category,Name,Bodyweight"
    ).split(","),
}
ROWS = {
    "fitnotes": {
        "Date": "2026-03-03",
        "Exercise": "Leg Press",
        "Category": "Legs",
        "Weight": "82.5",
        "Weight Unit": "kgs",
        "Reps": "10",
    },
    "fitnotes-ios": {
        "Name": "Lower A",
        "StartTime": "2026-03-03T16:05:09Z",
        "EndTime": "2026-03-03T17:10:09Z",
        "BodyWeight": "71,5",
        "Exercise": "Squat",
        "Equipment": "Barbell",
        "Reps": "8",
        "Weight": "82,5",
        "Status": "Done",
        "IsWarmup": "false",
    },
    "fitbod": {
        "Date": "2026-03-03 16:05:09 +0000",
        "Exercise": "Goblet Squat",
        "Reps": " 8",
        "Weight(kg)": "9.071858188712794",
        "Duration(s)": "0.0",
        "Distance(m)": "0.0",
        "isWarmup": "false",
        "multiplier": " 2.0",
    },
    "liftosaur": {
        "Workout DateTime": "2026-03-03T16:05:09.120Z",
        "Program": "Base",
        "Day Name": "Day 1",
        "Exercise": "Romanian Deadlift, Barbell",
        "Is Warmup Set?": "0",
        "Required Reps": "8",
        "Completed Reps": "8",
        "Required Weight Value": "60",
        "Required Weight Unit": "kg",
        "Completed Weight Value": "62.5",
        "Completed Weight Unit": "kg",
    },
    "liftlog": {
        "SessionId": "0b9d1c1e-0001",
        "Timestamp": "2026-03-03T17:05:09",
        "Exercise": "Squats",
        "Weight": "82.5",
        "WeightUnit": "kg",
        "Reps": "8",
        "TargetReps": "8",
    },
    "repcount": {
        "Workout Start": "2026-03-03 17:05",
        "Workout End": "2026-03-03 18:10",
        "Exercise": "Squat ",
        "Weight": "82.5",
        "Reps": "8",
        "Category": "Legs",
        "Name": "Lower A",
        "Bodyweight": "71.5",
    },
}
IMPORTERS: dict[str, SetLog] = {
    each.name: each for each in (fitnotes, fitnotes_ios, fitbod, liftosaur, liftlog, repcount)
}


def log(name: str, *changes: dict[str, str]) -> Upload:
    """An export: one row for every change of the format's example row."""
    return upload(COLUMNS[name], [{**ROWS[name], **change} for change in changes])


@pytest.mark.parametrize("name", IMPORTERS)
def test_every_format_is_claimed_by_its_importer_alone(name):
    assert find_importer(log(name, {})) is IMPORTERS[name]


@pytest.mark.parametrize("name", IMPORTERS)
def test_every_format_gives_one_session_with_its_set(name):
    [session] = sessions_of(extracted(IMPORTERS[name], log(name, {}), KG))
    [lifted] = session.sets
    assert lifted.kind is SetKind.WORKING
    assert lifted.load_unit is WeightUnit.KG
    assert lifted.reps == (10 if name == "fitnotes" else 8)
    assert lifted.load_kg == pytest.approx({"fitbod": 9.07186, "liftosaur": 62.5}.get(name, 82.5), abs=1e-4)
    assert lifted.line == 2
    assert session.source_rows is None


@pytest.mark.parametrize("name", IMPORTERS)
def test_a_file_without_repetitions_is_refused_by_the_name_of_the_column(name):
    column = "Completed Reps" if name == "liftosaur" else "Reps"
    columns = [each for each in COLUMNS[name] if each != column]
    file = upload(columns, [{key: cell for key, cell in ROWS[name].items() if key != column}])
    with pytest.raises(UnreadableFile, match=column):
        extracted(IMPORTERS[name], file, KG)


@pytest.mark.parametrize("name", ["fitnotes-ios", "repcount"])
def test_a_silent_weight_unit_is_asked_for(name):
    with pytest.raises(Needs) as asked:
        extracted(IMPORTERS[name], log(name, {}), SILENT)
    assert asked.value.question is Question.WEIGHT_UNIT
    [lifted] = sets_of(extracted(IMPORTERS[name], log(name, {}), POUNDS))
    assert (lifted.load_value, lifted.load_unit) == (82.5, WeightUnit.POUND)


@pytest.mark.parametrize("name", ["fitnotes", "fitbod", "liftosaur", "liftlog"])
def test_a_unit_in_the_file_needs_no_answer(name):
    assert len(sets_of(extracted(IMPORTERS[name], log(name, {}), SILENT))) == 1


@pytest.mark.parametrize("name", ["fitnotes-ios", "fitbod", "liftosaur"])
def test_a_start_in_utc_waits_for_the_home_zone(name):
    [session] = sessions_of(extracted(IMPORTERS[name], log(name, {}), KG))
    assert session.start.basis is TimeBasis.UTC
    assert session.start.utc == datetime(2026, 3, 3, 16, 5, 9)
    assert session.start.local is None


@pytest.mark.parametrize(
    ("name", "column", "word"),
    [
        ("fitnotes-ios", "IsWarmup", "true"),
        ("fitbod", "isWarmup", "true"),
        ("liftosaur", "Is Warmup Set?", "1"),
    ],
)
def test_a_warm_up_is_marked_and_an_unknown_flag_is_told(name, column, word):
    records = extracted(IMPORTERS[name], log(name, {column: word}, {column: "perhaps"}, {}), KG)
    assert [each.kind for each in sets_of(records)] == [SetKind.WARM_UP, SetKind.WORKING, SetKind.WORKING]
    assert [(each.line, each.column, each.rows) for each in problems_of(records)] == [(3, column, 0)]


# FitNotes for Android


def test_a_day_of_fitnotes_is_one_session_known_by_its_date():
    file = log("fitnotes", {}, {"Exercise": "Row"}, {"Date": "2026-03-05"})
    first, second = sessions_of(extracted(fitnotes, file))
    assert [len(first.sets), len(second.sets)] == [2, 1]
    assert first.start.precision is Precision.DATE
    assert (first.start.local, first.start.basis) == (datetime(2026, 3, 3), TimeBasis.WALL_CLOCK)


def test_a_date_to_which_a_spreadsheet_added_midnight_is_the_same_day():
    [plain] = sessions_of(extracted(fitnotes, log("fitnotes", {})))
    [saved] = sessions_of(extracted(fitnotes, log("fitnotes", {"Date": "2026-03-03 00:00:00"})))
    assert saved.source_key == plain.source_key
    assert saved.start.precision is Precision.DATE


@pytest.mark.parametrize(("header", "kilograms"), [("Weight (lbs)", 45.359237), ("Weight (kgs)", 100)])
def test_old_fitnotes_names_the_unit_in_its_header(header, kilograms):
    columns = f"Date,Exercise,Category,{header},Reps,Distance,Distance Unit,Time".split(",")
    row = {"Date": "2020-06-01", "Exercise": "Squat", "Category": "Legs", header: "100.0", "Reps": "8"}
    [lifted] = sets_of(extracted(fitnotes, upload(columns, [row]), SILENT))
    assert lifted.load_kg == pytest.approx(kilograms)


def test_fitnotes_with_both_units_takes_the_one_that_was_used():
    columns = "Date,Exercise,Category,Weight (kg),Weight (lbs),Reps".split(",")
    row = {"Date": "2020-06-01", "Exercise": "Squat", "Category": "Legs", "Reps": "8"}
    rows = [{**row, "Weight (kg)": "60", "Weight (lbs)": "132.28"}, {**row, "Weight (lbs)": "100"}]
    assert [each.load_kg for each in sets_of(extracted(fitnotes, upload(columns, rows), SILENT))] == [
        60,
        pytest.approx(45.359237),
    ]


def test_fitnotes_reads_time_distance_and_an_unknown_unit_strictly():
    plank = {"Weight": "", "Weight Unit": "", "Reps": "", "Time": "0:01:30"}
    carry = {"Reps": "", "Distance": "40", "Distance Unit": "m"}
    records = extracted(fitnotes, log("fitnotes", plank, carry, {"Weight Unit": "stone"}), SILENT)
    held, carried, unknown = sets_of(records)
    assert (held.duration_s, carried.distance_m) == (90, 40)
    assert (unknown.reps, unknown.load_kg) == (10, None)
    assert [(each.line, each.column, each.rows) for each in problems_of(records)] == [(4, "Weight Unit", 0)]


@pytest.mark.parametrize("word", ["None", "No equipment", "-", "n/a", ""])
def test_a_word_for_nothing_is_no_equipment(word):
    [lifted] = sets_of(extracted(fitnotes_ios, log("fitnotes-ios", {"Equipment": word})))
    assert lifted.exercise_name == "Squat"


def test_a_name_with_commas_that_fitnotes_did_not_quote_is_put_together():
    head = ",".join(COLUMNS["fitnotes"])
    text = f"{head}\n2026-03-03,Press (One Side, Cable, High),Chest,8.0,kgs,5,,,,\n2026-03-03,Row,Back,60.0,kgs,5,,,,so, so\n"
    first, second = sets_of(extracted(fitnotes, Upload("FitNotes.csv", text.encode())))
    assert (first.exercise_name, first.load_kg, first.reps) == ("Press (One Side, Cable, High)", 8, 5)
    assert (second.exercise_name, second.note) == ("Row", "so, so")


def test_ambiguous_dates_of_fitnotes_are_asked():
    with pytest.raises(Needs) as asked:
        extracted(fitnotes, log("fitnotes", {"Date": "03/04/2026"}))
    assert asked.value.question is Question.DATE_ORDER


# FitNotes 2 for iOS


def test_fitnotes_ios_reads_decimal_commas_equipment_length_and_body_mass():
    [session] = sessions_of(extracted(fitnotes_ios, log("fitnotes-ios", {})))
    assert (session.title, session.elapsed_s, session.body_mass_kg) == ("Lower A", 65 * 60, 71.5)
    assert session.sets[0].exercise_name == "Squat (Barbell)"


def test_equipment_that_the_name_says_already_is_not_repeated():
    [lifted] = sets_of(extracted(fitnotes_ios, log("fitnotes-ios", {"Exercise": "Barbell Squat"})))
    assert lifted.exercise_name == "Barbell Squat"


def test_only_sets_that_are_done_count():
    file = log("fitnotes-ios", {}, {"Status": "NotStarted"}, {"Status": "Failed"}, {"Status": "Resting"})
    records = extracted(fitnotes_ios, file)
    assert len(sets_of(records)) == 1
    assert [(each.line, each.why) for each in ignored_of(records)] == [
        (3, "planned and not done"),
        (4, "marked as failed, so it counts no set"),
        (5, "not marked as done but “Resting”"),
    ]


@pytest.mark.parametrize("start", ["2026-07-03T22:00:00Z", "2026-03-03T04:30:00Z"])
def test_a_session_entered_by_hand_has_a_day_but_no_time(start):
    [session] = sessions_of(extracted(fitnotes_ios, log("fitnotes-ios", {"StartTime": start, "EndTime": ""})))
    assert session.start.precision is Precision.DATE
    assert session.start.basis is TimeBasis.UTC


def test_repetitions_in_reserve_say_the_effort_where_rpe_is_blank():
    file = log("fitnotes-ios", {"RIR": "2"}, {"RIR": "2", "RPE": "9,5"}, {"RIR": "12"}, {})
    assert [each.set_rpe for each in sets_of(extracted(fitnotes_ios, file))] == [8, 9.5, 1, None]


# Fitbod


def test_fitbod_ignores_the_multiplier_and_keeps_cardio_rows_without_repetitions():
    run = {"Exercise": "Running", "Reps": " 0", "Weight(kg)": "0.0", "Duration(s)": "1500.0", "Distance(m)": "5000.0"}
    lifted, ran = sets_of(extracted(fitbod, log("fitbod", {"multiplier": " 4.0"}, run), SILENT))
    assert lifted.load_kg == pytest.approx(9.07186, abs=1e-4)
    assert (ran.reps, ran.duration_s, ran.distance_m) == (None, 1500, 5000)


def test_older_fitbod_has_no_multiplier_and_may_be_in_pounds():
    columns = [name.replace("(kg)", "(lbs)") for name in COLUMNS["fitbod"][:-1]]
    row = {name.replace("(kg)", "(lbs)"): cell for name, cell in ROWS["fitbod"].items() if name != "multiplier"}
    [lifted] = sets_of(extracted(fitbod, upload(columns, [{**row, "Weight(lbs)": "100"}]), SILENT))
    assert lifted.load_kg == pytest.approx(45.359237)


# Liftosaur


@pytest.mark.parametrize("start", ["2026-03-03T16:05:09.120Z", "2026-03-03T16:05:09Z", "2026-03-03 16:05:09 +00:00"])
def test_all_three_shapes_of_a_liftosaur_date_are_the_same_instant(start):
    [session] = sessions_of(extracted(liftosaur, log("liftosaur", {"Workout DateTime": start}), SILENT))
    assert session.start.utc == datetime(2026, 3, 3, 16, 5, 9)
    assert session.title == "Day 1"


def test_sets_of_the_programme_that_were_not_done_are_ignored():
    records = extracted(liftosaur, log("liftosaur", {"Completed Reps": ""}, {}, {"Completed Reps": " "}), SILENT)
    assert [each.line for each in ignored_of(records)] == [2, 4]
    assert [each.line for each in sets_of(records)] == [3]


def test_liftosaur_mixes_kilograms_and_pounds():
    pounds = {"Completed Weight Value": "100", "Completed Weight Unit": "lb"}
    file = log("liftosaur", {}, pounds)
    assert [each.load_unit for each in sets_of(extracted(liftosaur, file, SILENT))] == ["kg", "lb"]


def test_a_weight_that_was_lifted_as_planned_comes_from_the_plan():
    file = log("liftosaur", {"Completed Weight Value": "", "Completed Weight Unit": ""})
    assert sets_of(extracted(liftosaur, file, SILENT))[0].load_kg == 60


# LiftLog


def test_a_liftlog_session_starts_with_its_earliest_set_and_is_put_in_order():
    file = log(
        "liftlog",
        {"Timestamp": "2026-03-03T17:20:00", "Exercise": "Plank"},
        {"Timestamp": "2026-03-03T17:05:09"},
        {"SessionId": "0b9d1c1e-0000", "Timestamp": "2026-03-01T10:00:00"},
    )
    second, first = sessions_of(extracted(liftlog, file, SILENT))
    assert (second.source_key, second.start.local) == ("0b9d1c1e-0001", datetime(2026, 3, 3, 17, 5, 9))
    assert [each.exercise_name for each in second.sets] == ["Squats", "Plank"]
    assert first.start.local == datetime(2026, 3, 1, 10)


def test_a_liftlog_session_without_any_date_is_rejected_row_by_row():
    records = extracted(liftlog, log("liftlog", {"Timestamp": "soon"}, {"Timestamp": ""}), SILENT)
    assert [(each.line, each.column) for each in problems_of(records)] == [(2, "Timestamp"), (3, "Timestamp")]
    assert rows_of(records) == 2


# RepCount


def test_repcount_reads_title_length_and_body_mass():
    [session] = sessions_of(extracted(repcount, log("repcount", {})))
    assert (session.title, session.elapsed_s, session.body_mass_kg) == ("Lower A", 65 * 60, 71.5)
    assert session.sets[0].exercise_name == "Squat"


def test_a_body_mass_that_cannot_be_read_is_left_open_with_a_warning():
    records = extracted(repcount, log("repcount", {"Bodyweight": "much"}))
    assert [(each.column, each.rows) for each in problems_of(records)] == [("Bodyweight", 0)]
    assert sessions_of(records)[0].body_mass_kg is None


def test_a_distance_of_unknown_unit_is_rejected_when_it_is_all_there_is():
    run = {"Exercise": "Treadmill", "Weight": "", "Reps": "", "Distance": "5", "Category": "Cardio"}
    records = extracted(repcount, log("repcount", run, {**run, "Duration": "1500"}))
    assert [(each.line, each.rows) for each in problems_of(records)] == [(2, 1), (2, 0)]
    assert [each.duration_s for each in sets_of(records)] == [1500]
    assert [each.distance_m for each in sets_of(extracted(repcount, log("repcount", run), KG_AND_KM))] == [5000]


_ODD = st.sampled_from(["", "0", "8", "62,5", "1:30", "nan", "-1", "yes", "true", "Done", "kg", "mi", "x\x00", "2026"])


@settings(deadline=None, max_examples=examples(25))
@pytest.mark.parametrize("name", IMPORTERS)
@given(data=st.data())
def test_every_row_of_the_file_is_accounted_for(name, data):
    cells = st.dictionaries(st.sampled_from(COLUMNS[name]), _ODD, max_size=4)
    rows = data.draw(st.lists(cells, max_size=8))
    records = extracted(IMPORTERS[name], log(name, *rows), KG_AND_KM)
    assert rows_of(records) == len(rows)
    assert all(session.sets for session in sessions_of(records))


def test_an_equipment_that_makes_the_name_too_long_is_cut():
    file = log("fitnotes-ios", {"Equipment": "x" * 150, "Exercise": "y" * 150})
    [lifted] = sets_of(extracted(fitnotes_ios, file, KG))
    assert len(lifted.exercise_name) == 200
