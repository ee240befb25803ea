"""The Hevy importer, on invented files in the layout of real ones."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from long_runs import examples
from strength_files import HEVY, KG, extracted, hevy, problems_of, rows_of, sessions_of, sets_of, upload

from lib.importers.formats.hevy import importer
from lib.model.athlete import Answers
from lib.model.errors import Needs, UnreadableFile
from lib.model.records import Session
from lib.model.units import KG_PER_POUND
from lib.model.vocabulary import LoadMode, Precision, SetKind, Side, TimeBasis, WeightUnit

IN_POUNDS = [column.replace("weight_kg", "weight_lbs") for column in HEVY]
IN_MILES = [column.replace("distance_km", "distance_miles") for column in HEVY]


def test_a_row_becomes_a_set_of_its_session():
    [session] = sessions_of(extracted(importer, hevy({"rpe": "8.5", "description": "Windy outside"})))
    assert session.source_key == "2026-03-03T17:05:00|Legs and hips"
    assert (session.title, session.notes, session.elapsed_s, session.line) == (
        "Legs and hips",
        "Windy outside",
        3300,
        2,
    )
    assert session.start.basis is TimeBasis.WALL_CLOCK
    assert session.start.precision is Precision.MINUTE
    assert session.start.local == datetime(2026, 3, 3, 17, 5)
    [lifted] = session.sets
    assert (lifted.exercise_name, lifted.kind, lifted.reps) == ("Hip Thrust (Barbell)", SetKind.WORKING, 10)
    assert (lifted.load_kg, lifted.load_value, lifted.load_unit) == (60, 60, WeightUnit.KG)
    assert (lifted.load_mode, lifted.set_rpe, lifted.side, lifted.line) == (LoadMode.EXTERNAL, 8.5, Side.BOTH, 2)


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("3 Mar 2026, 17:05", "3 Mar 2026, 18:00"),
        ("Mar 3, 2026, 5:05 PM", "Mar 3, 2026, 6:00 PM"),
        ("2026-03-03 17:05:00", "2026-03-03 18:00:00"),
        ("3 mars 2026, 17:05", "3 mars 2026, 18:00"),
        ("3. März 2026, 17:05", "3. März 2026, 18:00"),
    ],
)
def test_every_date_style_gives_the_same_session(start, end):
    [session] = sessions_of(extracted(importer, hevy({"start_time": start, "end_time": end})))
    assert session.source_key == "2026-03-03T17:05:00|Legs and hips"
    assert session.elapsed_s == 55 * 60


def test_dates_that_a_spreadsheet_wrote_are_asked_about():
    file = hevy({"start_time": "3/4/26 17:05", "end_time": "3/4/26 18:00"})
    with pytest.raises(Needs):
        extracted(importer, file)
    [session] = sessions_of(extracted(importer, file, Answers(date_order="mdy")))
    assert session.source_key.startswith("2026-03-04T17:05")


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_both_line_ends_are_read(end):
    assert rows_of(extracted(importer, hevy({}, {"set_index": "1"}, end=end))) == 2


def test_pounds_are_converted_and_kept_as_typed():
    [lifted] = sets_of(extracted(importer, hevy({"weight_lbs": "135"}, columns=IN_POUNDS)))
    assert lifted.load_kg == pytest.approx(61.235, abs=0.001)
    assert (lifted.load_value, lifted.load_unit) == (135, WeightUnit.POUND)


def test_a_distance_in_miles_stands_beside_a_load_in_kilograms():
    file = hevy({"exercise_title": "Sled Push", "distance_miles": "0.1"}, columns=IN_MILES)
    [lifted] = sets_of(extracted(importer, file))
    assert lifted.distance_m == pytest.approx(160.9344)
    assert lifted.load_kg == 60


def test_units_that_contradict_each_other_are_refused():
    both = [*HEVY, "weight_lbs", "distance_miles"]
    file = hevy(
        {"weight_lbs": "132.3"},
        {"weight_lbs": "60"},
        {"distance_km": "5", "distance_miles": "5"},
        {"weight_kg": "", "weight_lbs": "100"},
        columns=both,
    )
    records = extracted(importer, file)
    assert [(problem.line, problem.column) for problem in problems_of(records)] == [
        (3, "weight_lbs"),
        (4, "distance_miles"),
    ]
    assert [lifted.load_unit for lifted in sets_of(records)] == [WeightUnit.KG, WeightUnit.POUND]


@pytest.mark.parametrize(
    ("mark", "kind"),
    [
        ("normal", SetKind.WORKING),
        ("warmup", SetKind.WARM_UP),
        ("failure", SetKind.FAILURE),
        ("dropset", SetKind.DROP),
        ("drop_set", SetKind.DROP),
        ("drop", SetKind.DROP),
    ],
)
def test_every_set_type_is_known(mark, kind):
    assert sets_of(extracted(importer, hevy({"set_type": mark})))[0].kind is kind


@pytest.mark.parametrize(
    ("column", "value", "field"),
    [("set_type", "myo", "kind"), ("rpe", "11", "set_rpe"), ("weight_kg", "1e9", "load_kg")],
)
def test_a_bad_side_value_is_unknown_and_told_of_every_row(column, value, field):
    records = extracted(importer, hevy({}, {column: value}, {column: value}))
    assert [(each.line, each.column, each.value, each.rows) for each in problems_of(records)] == [
        (3, column, value, 0),
        (4, column, value, 0),
    ]
    first, *others = sets_of(records)
    assert [each.reps for each in others] == [first.reps] * 2
    assert {getattr(each, field) for each in others} == {SetKind.WORKING if field == "kind" else None}
    assert {each.load_mode for each in others} == {LoadMode.EXTERNAL}


def test_a_superset_of_more_than_200_characters_is_cut():
    records = extracted(importer, hevy({"superset_id": "1" * 201}))
    [problem] = problems_of(records)
    assert (problem.column, problem.rows, len(sets_of(records)[0].superset)) == ("superset_id", 0, 200)


def test_a_session_that_was_never_ended_has_no_length():
    ends = ["4 Mar 2026, 16:00", "3 Mar 2026, 16:30", "1 Mar 2026, 9:00"]
    records = extracted(importer, hevy(*({"end_time": end, "title": end} for end in ends)))
    assert [session.elapsed_s for session in sessions_of(records)] == [None] * 3
    assert [(each.column, each.rows) for each in problems_of(records)] == [("end_time", 0)] * 3


def test_a_load_ten_times_that_of_its_neighbours_is_kept_and_told():
    records = extracted(importer, hevy(*({"weight_kg": load} for load in ("80", "80", "800", "80"))))
    [problem] = problems_of(records)
    assert (problem.line, problem.value, problem.rows) == (4, "800 kg", 0)
    assert [each.load_kg for each in sets_of(records)] == [80, 80, 800, 80]


def test_an_empty_bar_before_heavy_sets_is_no_mistake():
    assert not problems_of(extracted(importer, hevy(*({"weight_kg": load} for load in ("10", "100", "105", "110")))))


def test_supersets_and_notes_stay_with_their_sets():
    [lifted] = sets_of(extracted(importer, hevy({"superset_id": "1", "exercise_notes": "Slow down\nthen fast"})))
    assert (lifted.superset, lifted.note) == ("1", "Slow down\nthen fast")


def test_a_blank_load_is_the_body():
    file = hevy({"exercise_title": "Pull Up", "weight_kg": ""}, {"exercise_title": "Pull Up", "weight_kg": "0"})
    lifted = sets_of(extracted(importer, file))
    assert [(each.load_mode, each.load_kg) for each in lifted] == [(LoadMode.BODYWEIGHT, None)] * 2


def test_cardio_rows_stay_sets():
    row = {"exercise_title": "Treadmill", "weight_kg": "", "reps": "", "distance_km": "3.2", "duration_seconds": "1200"}
    [lifted] = sets_of(extracted(importer, hevy(row)))
    assert (lifted.distance_m, lifted.duration_s, lifted.reps) == (3200, 1200, None)


def test_a_session_may_pass_midnight():
    over = {"start_time": "30 Apr 2025, 23:30", "end_time": "1 May 2025, 00:40"}
    same_date = {"start_time": "30 Apr 2025, 23:30", "end_time": "30 Apr 2025, 00:40", "title": "Late"}
    first, second = sessions_of(extracted(importer, hevy(over, same_date)))
    assert (first.elapsed_s, second.elapsed_s) == (70 * 60, 70 * 60)


@pytest.mark.parametrize("end", ["9 Mar 2026, 18:00", "1 Mar 2026, 18:00", "soon"])
def test_an_end_that_cannot_be_right_leaves_the_length_open_with_a_warning(end):
    records = extracted(importer, hevy({"end_time": end}, {"end_time": end}))
    [warning] = problems_of(records)
    assert (warning.column, warning.value, warning.rows) == ("end_time", end, 0)
    [session] = sessions_of(records)
    assert session.elapsed_s is None
    assert len(session.sets) == 2


def test_an_end_at_the_start_says_nothing_about_the_length():
    records = extracted(importer, hevy({"end_time": "3 Mar 2026, 17:05"}))
    assert sessions_of(records)[0].elapsed_s is None
    assert not problems_of(records)


def test_the_name_of_the_exercise_stays_as_written():
    names = ["NA", "null", "007", "=1+1", "<b>Squat</b>", "Ben\u200bch", "# HUGE"]
    lifted = sets_of(extracted(importer, hevy(*({"exercise_title": name} for name in names))))
    assert [each.exercise_name for each in lifted] == names


def test_control_characters_in_a_name_become_a_blank_with_one_warning():
    records = extracted(importer, hevy(*[{"exercise_title": "Row\r\nERROR forged line"}] * 2))
    assert {each.exercise_name for each in sets_of(records)} == {"Row ERROR forged line"}
    [warning] = problems_of(records)
    assert (warning.column, warning.rows) == ("exercise_title", 0)


def test_a_blank_name_is_refused_and_an_overlong_one_cut():
    records = extracted(importer, hevy({"exercise_title": " "}, {"exercise_title": "x" * 201}, {}))
    assert [(problem.line, problem.column) for problem in problems_of(records)] == [
        (2, "exercise_title"),
        (3, "exercise_title"),
    ]
    assert [len(each.exercise_name) for each in sets_of(records)] == [200, 20]


def test_a_start_that_is_no_date_rejects_every_row_of_its_session():
    records = extracted(importer, hevy({"start_time": "someday"}, {"start_time": "someday"}, {}))
    assert [(problem.line, problem.column, problem.rows) for problem in problems_of(records)] == [
        (2, "start_time", 1),
        (3, "start_time", 1),
    ]
    assert len(sets_of(records)) == 1


@pytest.mark.parametrize("column", ["start_time", "title", "exercise_title", "set_type", "weight_kg", "reps"])
def test_a_file_without_a_needed_column_is_refused_by_its_name(column):
    file = hevy({}, columns=[name for name in HEVY if name != column])
    with pytest.raises(UnreadableFile, match=column):
        extracted(importer, file)


def test_a_header_without_rows_has_no_records():
    assert extracted(importer, hevy()) == []


@pytest.mark.parametrize(
    "header",
    [
        "date,weight_kg,fat_percent,waist_cm",
        "workout_id,workout_title,workout_start_time,exercise_title,set_index,set_type,weight_kg,reps",
        "workout_id,title,start_time,exercise_title,set_index,set_type,weight_kg,reps",
        "Date,Workout Name,Exercise Name,Set Order,Weight,Reps",
        "not a table",
    ],
)
def test_other_files_are_not_claimed(header):
    assert not importer.identify(upload([header], []))
    assert not importer.identify(upload(header.split(","), []))


_NUMBERS = {
    "weight_kg": st.sampled_from(["", "0", "60", "22.5", "-5", "2000", "nan"]),
    "reps": st.sampled_from(["", "0", "8", "8.0", "7.5", "8-10", "99999"]),
    "duration_seconds": st.sampled_from(["", "0", "45", "x"]),
    "rpe": st.sampled_from(["", "8", "11"]),
    "set_type": st.sampled_from(["normal", "warmup", "dropset", "?"]),
    "exercise_title": st.sampled_from(["Squat", "Pull Up", "", "Row\x07"]),
    "start_time": st.sampled_from(["3 Mar 2026, 17:05", "5 Mar 2026, 7:10", "Mar 5, 2026, 7:10 AM", "never"]),
    "title": st.sampled_from(["A", "B"]),
}


@settings(deadline=None, max_examples=examples(60))
@given(st.lists(st.fixed_dictionaries(_NUMBERS), max_size=12))
def test_every_row_of_the_file_is_accounted_for(rows):
    records = extracted(importer, hevy(*rows))
    assert rows_of(records) == len(rows)
    keys = [session.source_key for session in sessions_of(records)]
    assert len(keys) == len(set(keys))


@settings(deadline=None, max_examples=examples(30))
@given(st.permutations([(start, index) for start in range(4) for index in range(3)]))
def test_sessions_are_the_same_in_any_order_of_rows(order):
    rows = [
        {"start_time": f"{3 + start} Mar 2026, 17:05", "set_index": str(i), "reps": str(i + 1)} for start, i in order
    ]
    found = {session.source_key: session for session in sessions_of(extracted(importer, hevy(*rows)))}
    assert len(found) == 4
    assert all(sorted(each.reps or 0 for each in session.sets) == [1, 2, 3] for session in found.values())


@settings(deadline=None, max_examples=examples(40))
@given(st.datetimes(datetime(2015, 1, 1), datetime(2026, 6, 1)), st.integers(1, 480))
def test_both_date_styles_say_the_same(start, minutes):
    def one(style: str) -> Session:
        written = {
            "start_time": _written(start, style),
            "end_time": _written(start + timedelta(minutes=minutes), style),
        }
        return sessions_of(extracted(importer, hevy(written)))[0]

    european, american = one("european"), one("american")
    assert european.source_key == american.source_key
    assert european.elapsed_s == american.elapsed_s == minutes * 60


@settings(deadline=None, max_examples=examples(40))
@given(st.integers(1, 1600))
def test_a_log_in_kilograms_and_one_in_pounds_agree_within_rounding(quarters):
    kilograms = quarters / 4
    pounds = f"{kilograms / KG_PER_POUND:.2f}"
    [in_kg] = sets_of(extracted(importer, hevy({"weight_kg": f"{kilograms:g}"})))
    [in_lb] = sets_of(extracted(importer, hevy({"weight_lbs": pounds}, columns=IN_POUNDS)))
    assert in_lb.load_kg == pytest.approx(in_kg.load_kg, abs=0.003)


def _written(moment: datetime, style: str) -> str:
    if style == "european":
        return f"{moment.day} {moment:%b %Y, %H:%M}"
    return f"{moment:%b} {moment.day}, {moment:%Y}, {moment.hour % 12 or 12}:{moment:%M %p}"


def test_a_home_zone_is_not_needed():
    assert rows_of(extracted(importer, hevy({}), Answers())) == 1
    assert rows_of(extracted(importer, hevy({}), KG)) == 1
