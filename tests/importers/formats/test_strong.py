"""The Strong importer: all layouts since 2016, on invented rows."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from long_runs import examples
from strength_files import (
    KG,
    KG_AND_KM,
    POUNDS,
    STRONG_A,
    STRONG_B,
    STRONG_C,
    STRONG_D,
    STRONG_GERMAN,
    extracted,
    ignored_of,
    problems_of,
    rows_of,
    sessions_of,
    sets_of,
    strong,
    upload,
)

from lib.importers.base import Upload
from lib.importers.formats.strong.importer import importer
from lib.model.athlete import Answers
from lib.model.errors import Needs, UnreadableFile
from lib.model.vocabulary import LoadMode, Question, SetKind, WeightUnit

SILENT = Answers()
KEY = "2026-03-03T17:05:09|Lower A"

LAYOUTS = {
    "A": upload(
        STRONG_A,
        [
            {
                "Date": "2026-03-03 17:05:09",
                "Workout Name": "Lower A",
                "Exercise Name": "Squat",
                "Set Order": "0",
                "kg": "60.0",
                "Reps": "8",
                "km": "0.0",
                "Seconds": "0",
            }
        ],
        end="\r\n",
    ),
    "B": strong({}),
    "B without notes": strong({}, columns=[name for name in STRONG_B if "Notes" not in name]),
    "B without RPE": strong({}, columns=STRONG_B[:-1]),
    "C": strong(
        {"Weight": "60", "Weight Unit": "kg", "Workout Duration": "1h 05m", "Distance": ""},
        columns=STRONG_C,
        delimiter=";",
    ),
    "D": strong({"Weight (kg)": "60", "Duration (sec)": "3900"}, columns=STRONG_D, delimiter=";"),
    "German": upload(
        STRONG_GERMAN,
        [
            {
                "Datum": "2026-03-03 17:05:09",
                "Workout-Name": "Lower A",
                "Name der Übung": "Kniebeuge (Langhantel)",
                "Reihenfolge festlegen": "1",
                "Gewicht": "60",
                "Wiederh.": "8",
                "Entfernung": "0",
                "Sekunden": "0",
                "Dauer": "1h 5m",
            }
        ],
        delimiter=";",
    ),
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout_gives_the_same_set(layout):
    [session] = sessions_of(extracted(importer, LAYOUTS[layout]))
    assert session.source_key == KEY
    assert session.elapsed_s == (None if layout == "A" else 65 * 60)
    [lifted] = session.sets
    assert (lifted.load_kg, lifted.load_unit, lifted.reps) == (60, WeightUnit.KG, 8)
    assert (lifted.duration_s, lifted.distance_m, lifted.set_rpe) == (None, None, None)
    assert lifted.kind is SetKind.WORKING


@pytest.mark.parametrize("layout", ["B", "German"])
def test_a_silent_weight_unit_is_asked_for_before_any_record(layout):
    with pytest.raises(Needs) as asked:
        next(importer.extract(LAYOUTS[layout], SILENT))
    assert asked.value.question is Question.WEIGHT_UNIT
    assert asked.value.choices == ("kg", "lb")


@pytest.mark.parametrize("layout", ["A", "C", "D"])
def test_a_unit_in_the_file_needs_no_answer_and_goes_before_one(layout):
    assert sets_of(extracted(importer, LAYOUTS[layout], SILENT)) == sets_of(
        extracted(importer, LAYOUTS[layout], POUNDS)
    )


def test_a_log_without_any_weight_asks_nothing():
    file = strong({"Exercise Name": "Plank", "Weight": "0", "Reps": "0", "Seconds": "60"}, {"Weight": ""})
    assert [each.load_mode for each in sets_of(extracted(importer, file, SILENT))] == [LoadMode.BODYWEIGHT] * 2


def test_pounds_are_converted():
    [lifted] = sets_of(extracted(importer, strong({"Weight": "135"}), POUNDS))
    assert lifted.load_kg == pytest.approx(61.235, abs=0.001)
    assert (lifted.load_value, lifted.load_unit) == (135, WeightUnit.POUND)


def test_pounds_in_the_header_are_understood():
    columns = [name.replace("(kg)", "(lb)") for name in STRONG_D]
    [lifted] = sets_of(extracted(importer, strong({"Weight (lb)": "100"}, columns=columns, delimiter=";"), SILENT))
    assert lifted.load_kg == pytest.approx(45.359237)


def test_every_row_may_have_its_own_unit():
    units = ["kg", "kgs", "lb", "LBS", "stone", ""]
    file = strong(*({"Weight": "100", "Weight Unit": unit} for unit in units), columns=STRONG_C, delimiter=";")
    records = extracted(importer, file, SILENT)
    assert [each.load_unit for each in sets_of(records)] == ["kg", "kg", "lb", "lb", None, None]
    assert [(problem.line, problem.column, problem.value) for problem in problems_of(records)] == [
        (6, "Weight Unit", "stone"),
        (7, "Weight Unit", ""),
    ]
    assert [each.load_unit for each in sets_of(extracted(importer, file, POUNDS))][-2:] == [None, "lb"]


@pytest.mark.parametrize("delimiter", [",", ";"])
def test_a_decimal_comma_is_read(delimiter):
    [lifted] = sets_of(extracted(importer, strong({"Weight": "82,5"}, delimiter=delimiter)))
    assert lifted.load_kg == 82.5


@pytest.mark.parametrize(
    ("mark", "kind"),
    [
        ("3", SetKind.WORKING),
        ("3.0", SetKind.WORKING),
        ("W", SetKind.WARM_UP),
        ("WARM_UP", SetKind.WARM_UP),
        ("D", SetKind.DROP),
        ("DROP", SetKind.DROP),
        ("DROP_SET", SetKind.DROP),
        ("F", SetKind.FAILURE),
        ("FAILURE", SetKind.FAILURE),
    ],
)
def test_every_mark_of_a_set_is_known(mark, kind):
    assert sets_of(extracted(importer, strong({"Set Order": mark})))[0].kind is kind


def test_rest_timers_and_notes_are_ignored_and_counted():
    file = strong(
        {},
        {"Set Order": "Rest Timer", "Weight": "0", "Reps": "0", "Seconds": "90"},
        {"Set Order": "Note", "Notes": "felt easy"},
        {"Exercise Name": "Rest Timer", "Set Order": "", "Seconds": "90"},
        {"Set Order": "2"},
    )
    records = extracted(importer, file)
    assert [each.line for each in ignored_of(records)] == [3, 4, 5]
    assert len(sets_of(records)) == 2


def test_a_placeholder_of_zeros_is_ignored():
    records = extracted(importer, strong({}, {"Weight": "0", "Reps": "0"}))
    assert [each.line for each in ignored_of(records)] == [3]
    assert rows_of(records) == 2


def test_zero_is_not_used_beside_a_time_but_a_failed_set_beside_a_load():
    file = strong({"Exercise Name": "Plank", "Weight": "0", "Reps": "0", "Seconds": "90"}, {"Reps": "0"})
    plank, failed = sets_of(extracted(importer, file))
    assert (plank.reps, plank.duration_s, plank.load_kg) == (None, 90, None)
    assert (failed.reps, failed.load_kg) == (0, 60)


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("Reps", "-3"),
        ("Reps", "7.5"),
        ("Reps", "8-10"),
        ("Reps", "8-Oct"),
        ("Reps", "1" + "0" * 30),
        ("Exercise Name", "  "),
        ("Date", "1969-12-31 10:00:00"),
    ],
)
def test_a_bad_cell_rejects_its_row_by_line_and_column(column, value):
    records = extracted(importer, strong({}, {column: value}, {"Set Order": "2"}), KG_AND_KM)
    [problem] = problems_of(records)
    assert (problem.line, problem.column, problem.rows) == (3, column, 1)
    assert problem.why
    assert [each.line for each in sets_of(records)] == [2, 4]


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("Set Order", "Q"),
        ("Set Order", ""),
        ("Weight", "-20"),
        ("Weight", "1000001"),
        ("Weight", "nan"),
        ("RPE", "11"),
        ("Seconds", "-1"),
        ("Seconds", "900000"),
        ("Distance", "-1"),
        ("Notes", "x" * 10_001),
    ],
)
def test_a_bad_side_value_never_costs_its_set(column, value):
    records = extracted(importer, strong({}, {column: value}, {"Set Order": "2"}), KG_AND_KM)
    [problem] = problems_of(records)
    assert (problem.line, problem.column, problem.rows) == (3, column, 0)
    assert [each.line for each in sets_of(records)] == [2, 3, 4]


def test_a_sled_without_a_unit_is_pushed_for_metres():
    row = {"Exercise Name": "Sled Push", "Reps": "0", "Distance": "20"}
    assert [each.distance_m for each in sets_of(extracted(importer, strong(row), KG_AND_KM))] == [20]
    assert [each.distance_m for each in sets_of(extracted(importer, strong(row), KG))] == [20]
    ran = strong({**row, "Exercise Name": "Running"})
    assert [each.distance_m for each in sets_of(extracted(importer, ran, KG_AND_KM))] == [20_000]


@pytest.mark.parametrize("mark", ["Ruhezeit", "Rest Timer", "Temps de repos", "休憩"])
def test_a_rest_is_no_set_in_any_language(mark):
    rest = {"Set Order": mark, "Weight": "0", "Reps": "0", "Seconds": "90"}
    records = extracted(importer, strong({}, rest))
    assert (len(sets_of(records)), len(ignored_of(records)), problems_of(records)) == (1, 1, [])


@pytest.mark.parametrize(
    "header",
    [
        "Date,Nom de l'entraînement,Durée,Nom de l'exercice,Ordre de la série,Poids,Réps,Distance,Secondes,Notes,RPE",
        "Data,Nome do treino,Duração,Nome do exercício,Ordem da série,Peso,Reps,Distância,Segundos,Notas,RPE",
    ],
)
def test_french_and_portuguese_headers_are_read(header):
    text = f'{header}\n2026-03-03 17:05:09,"Jambes",35min,"Squat (Barbell)",1,60.0,8,0,0,"dur",8\n'
    [session] = sessions_of(extracted(importer, Upload("strong.csv", text.encode())))
    [lifted] = session.sets
    assert (session.title, session.elapsed_s) == ("Jambes", 2100)
    assert (lifted.load_kg, lifted.reps, lifted.note, lifted.set_rpe) == (60, 8, "dur", 8)


def test_help_typed_as_a_negative_load_is_explained():
    [problem] = problems_of(extracted(importer, strong({"Weight": "-20"})))
    assert "Assisted" in problem.why


def test_a_duration_that_cannot_be_read_leaves_the_length_open():
    records = extracted(importer, strong({"Duration": "a while"}, {"Duration": "a while"}))
    [warning] = problems_of(records)
    assert (warning.column, warning.rows) == ("Duration", 0)
    assert sessions_of(records)[0].elapsed_s is None


@pytest.mark.parametrize(
    ("text", "seconds"), [("1h 26m", 5160), ("42m", 2520), ("20s", 20), ("3120", 3120), ("0", None)]
)
def test_every_way_to_write_a_length_is_read(text, seconds):
    assert sessions_of(extracted(importer, strong({"Duration": text})))[0].elapsed_s == seconds


def test_notes_of_the_session_and_of_a_set_stay_apart():
    file = strong({"Notes": "deep", "Workout Notes": "At the club"}, {"Set Order": "2"})
    [session] = sessions_of(extracted(importer, file))
    assert session.notes == "At the club"
    assert [each.note for each in session.sets] == ["deep", ""]


def test_a_distance_without_a_unit_is_left_out_with_one_warning():
    row = {"Exercise Name": "Farmer's Walk", "Reps": "0", "Seconds": "40", "Distance": "0.05"}
    records = extracted(importer, strong(row, row))
    [warning] = problems_of(records)
    assert (warning.column, warning.rows) == ("Distance", 0)
    assert [each.distance_m for each in sets_of(records)] == [None, None]
    assert [each.distance_m for each in sets_of(extracted(importer, strong(row), KG_AND_KM))] == [50]


def test_a_set_of_nothing_but_an_unknown_distance_is_rejected_not_ignored():
    records = extracted(importer, strong({"Weight": "0", "Reps": "0", "Distance": "2"}))
    assert [(problem.column, problem.rows) for problem in problems_of(records) if problem.rows] == [("Distance", 1)]
    assert rows_of(records) == 1


@pytest.mark.parametrize(("unit", "metres"), [("km", 2000), ("mi", 3218.688), ("m", 2), ("yd", 1.8288)])
def test_the_unit_of_a_distance_may_stand_in_its_row(unit, metres):
    row = {"Weight Unit": "kg", "Distance": "2", "Distance Unit": unit}
    [lifted] = sets_of(extracted(importer, strong(row, columns=STRONG_C, delimiter=";"), SILENT))
    assert lifted.distance_m == pytest.approx(metres)


def test_metres_in_the_header_are_understood():
    row = {"Weight (kg)": "20", "Distance (meters)": "40"}
    assert sets_of(extracted(importer, strong(row, columns=STRONG_D, delimiter=";")))[0].distance_m == 40


def test_a_column_that_is_there_twice_must_say_the_same():
    head, row = strong({}).source.decode().splitlines()
    same = Upload("strong.csv", f"{head},Weight\n{row},60.0\n".encode())
    other = Upload("strong.csv", f"{head},Weight\n{row},999\n".encode())
    assert rows_of(extracted(importer, same)) == 1
    with pytest.raises(UnreadableFile, match="Weight appears twice") as refused:
        extracted(importer, other)
    assert (refused.value.line, refused.value.column) == (1, "Weight")


@pytest.mark.parametrize("column", ["Date", "Workout Name", "Exercise Name", "Set Order", "Weight", "Reps"])
def test_a_file_without_a_needed_column_is_refused_by_its_name(column):
    with pytest.raises(UnreadableFile, match=column) as refused:
        extracted(importer, strong({}, columns=[name for name in STRONG_B if name != column]))
    assert refused.value.column == column


def test_headers_are_found_in_any_case_and_order():
    columns = [f" {name.upper()} " for name in reversed(STRONG_B)]
    row = {f" {key.upper()} ": cell for key, cell in (("Date", "2026-03-03 17:05:09"), ("Workout Name", "Lower A"))}
    row |= {" EXERCISE NAME ": "Squat", " SET ORDER ": "1", " WEIGHT ": "60", " REPS ": "8"}
    [session] = sessions_of(extracted(importer, upload(columns, [row])))
    assert session.source_key == KEY


@pytest.mark.parametrize(
    "header",
    [
        "title,start_time,end_time,exercise_title,set_index,set_type,weight_kg,reps",
        "Date,Exercise,Category,Weight,Weight Unit,Reps",
        "Date (yyyy/mm/dd),Workout,Workout Name,Program Name,Body Weight (KG),Exercise",
        "Activity Type,Date,Favorite,Title,Distance",
    ],
)
def test_other_files_are_not_claimed(header):
    assert not importer.identify(upload(header.split(","), []))


_CELLS = {
    "Date": st.sampled_from(["2026-03-03 17:05:09", "2026-03-05 07:00:00", "03.03.2026 17:05:09", "x"]),
    "Exercise Name": st.sampled_from(["Squat", "Plank", "", "Rest Timer", "Row\x00"]),
    "Set Order": st.sampled_from(["1", "W", "D", "Note", "Rest Timer", "Z", ""]),
    "Weight": st.sampled_from(["0", "", "60.0", "62,5", "-1", "5000"]),
    "Reps": st.sampled_from(["0", "", "8", "8.5", "x"]),
    "Seconds": st.sampled_from(["0", "60", "1:30", "nan"]),
    "Distance": st.sampled_from(["0", "", "0.4"]),
    "RPE": st.sampled_from(["", "0", "7,5", "8", "12"]),
}


@settings(deadline=None, max_examples=examples(80))
@given(st.lists(st.fixed_dictionaries(_CELLS), max_size=12), st.sampled_from([KG, POUNDS, KG_AND_KM]))
def test_every_row_of_the_file_is_accounted_for(rows, answers):
    records = extracted(importer, strong(*rows), answers)
    assert rows_of(records) == len(rows)
    assert all(session.sets for session in sessions_of(records))


@settings(deadline=None, max_examples=examples(40))
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=30))
def test_any_name_is_kept_or_refused_but_never_lost(name):
    records = extracted(importer, strong({"Exercise Name": name}, all_quoted=True))
    assert rows_of(records) == 1
    printable = name.strip()
    if printable.isprintable() and printable:
        assert [each.exercise_name for each in sets_of(records)] == [printable]


def test_two_exports_in_one_file_are_refused_as_their_sets_cannot_be_told_apart():
    content = strong({}, {}).source
    with pytest.raises(UnreadableFile, match="stand once more in line 4") as refused:
        extracted(importer, Upload("joined.csv", content + content))
    assert refused.value.line == 4
