"""A list of activities of an invented layout: every column that a layout can have, cell by cell."""

import csv
import io
from dataclasses import replace
from datetime import datetime

import pytest

from lib.importers.activities.activity_list import ActivityList
from lib.importers.activities.cells import Column
from lib.importers.activities.layout import ActivityLayout
from lib.importers.activities.lengths import by_header, by_unit_of_row
from lib.importers.activities.survey import survey
from lib.importers.base import Upload
from lib.importers.reading.cells import COMMA
from lib.importers.reading.table import open_table
from lib.model.athlete import Answers
from lib.model.errors import Needs, UnreadableFile
from lib.model.records import Activity, Ignored, Problem
from lib.model.vocabulary import DateOrder, Sport, SubSport, TimeBasis, WorkoutType

LAYOUT = ActivityLayout(
    key=("Id",),
    start=("Date",),
    clock=("Clock",),
    end=("End",),
    kind=("Type",),
    title=("Name",),
    notes=("Notes", "More"),
    distance=("Distance",),
    moving=("Moving",),
    elapsed=("Elapsed",),
    ascent=("Climb",),
    heart_rate=("HR",),
    heart_rate_max=("Max HR",),
    cadence=("Cadence",),
    effort=("Effort",),
    gear=("Shoes",),
)
ROW = {"Date": "2026-03-03 07:00:00", "Type": "Running", "Distance (km)": "10", "Moving": "50:00"}
HEADER = [
    "Id",
    "Date",
    "Clock",
    "Type",
    "Name",
    "Notes",
    "More",
    "Distance (km)",
    "Moving",
    "Elapsed",
    "Climb (m)",
    "HR",
    "Max HR",
    "Cadence",
    "Effort",
    "Shoes",
]


def a_list(layout=LAYOUT, **more):
    return ActivityList(name="own", title="Own", where="", layout=layout, **more)


def upload(*rows, header=HEADER):
    text = io.StringIO()
    writer = csv.DictWriter(text, header, restval="", extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    writer.writerows({**ROW, **row} for row in rows)
    return Upload("own.csv", text.getvalue().encode())


def records(*rows, layout=LAYOUT, header=HEADER, answers=None):
    return list(a_list(layout).extract(upload(*rows, header=header), answers or Answers()))


def the_run(layout=LAYOUT, header=HEADER, **cells):
    run, *told = records(cells, layout=layout, header=header)
    assert isinstance(run, Activity), run
    return run, [each.why for each in told]


def test_every_column_of_a_layout_is_read():
    run, told = the_run(
        Id="77", Name="Park", Notes="one", More="two", Elapsed="1:00:00", Cadence="85", Effort="7", Shoes="Blue",
        **{"Climb (m)": "120", "HR": "150", "Max HR": "180"},
    )  # fmt: skip
    assert told == []
    assert (run.source_key, run.line, run.title, run.notes, run.gear) == ("77", 2, "Park", "one\ntwo", "Blue")
    assert (run.sport, run.sub_sport, run.sport_raw) == (Sport.RUN, SubSport.NONE, "Running")
    assert (run.distance_m, run.moving_s, run.elapsed_s, run.ascent_m) == (10_000.0, 3000.0, 3600.0, 120.0)
    assert (run.heart_rate_bpm, run.heart_rate_max_bpm, run.cadence_spm, run.session_rpe) == (150.0, 180.0, 170.0, 7.0)
    assert (run.heart_rate_seconds, run.workout_type) == ("", WorkoutType.NONE)
    assert (run.start.local, run.start.basis) == (datetime(2026, 3, 3, 7), TimeBasis.WALL_CLOCK)


def test_a_row_without_an_id_is_known_by_its_start_and_sport():
    assert the_run()[0].source_key == "2026-03-03T07:00:00 run"


def test_a_time_of_day_in_a_column_of_its_own_belongs_to_the_date():
    run, _ = the_run(Date="2026-03-03", Clock="07:30")
    assert (run.start.local, run.start.raw) == (datetime(2026, 3, 3, 7, 30), "2026-03-03 07:30")


@pytest.mark.parametrize(
    ("timed", "cells", "moving_s", "elapsed_s", "told"),
    [
        ("moving", {}, 3000.0, 3000.0, 0),  # that is the least that went by
        ("moving", {"Elapsed": "1:00:00"}, 3000.0, 3600.0, 0),
        ("moving", {"Moving": ""}, None, None, 0),
        ("moving", {"Moving": "0"}, None, None, 1),
        ("moving", {"Elapsed": "0"}, 3000.0, 3000.0, 0),
        ("elapsed", {}, 3000.0, None, 0),
        ("elapsed", {"Elapsed": "0"}, 3000.0, None, 1),
        ("elapsed", {"Moving": "0", "Elapsed": "1:00:00"}, None, 3600.0, 0),
    ],
)
def test_a_distance_needs_the_time_that_the_source_takes(timed, cells, moving_s, elapsed_s, told):
    run, why = the_run(replace(LAYOUT, timed=timed), **cells)
    assert (run.moving_s, run.elapsed_s, len(why)) == (moving_s, elapsed_s, told)


@pytest.mark.parametrize(("timed", "told"), [("moving", 1), ("elapsed", 0)])
def test_a_pace_is_judged_by_that_time(timed, told):
    _, why = the_run(replace(LAYOUT, timed=timed), Moving="20:00", Elapsed="1:00:00")
    assert len(why) == told


@pytest.mark.parametrize(("end", "elapsed_s"), [("2026-03-03 08:00:00", 3600.0), ("", 3000.0)])
def test_the_time_that_went_by_ends_where_the_end_is(end, elapsed_s):
    header = [*HEADER, "End"]
    assert the_run(header=header, End=end, Elapsed="2:00:00")[0].elapsed_s == elapsed_s
    assert the_run(replace(LAYOUT, elapsed_of=lambda _: 99.0), header, End=end)[0].elapsed_s == 99.0


@pytest.mark.parametrize(
    ("cells", "columns"),
    [
        ({"Distance (km)": "x"}, ["Distance (km)"]),
        ({"Moving": "x"}, ["Moving"]),
        ({"HR": "x", "Max HR": "300"}, ["HR", "Max HR"]),
        ({"Effort": "11"}, ["Effort"]),
        ({"Type": "Quidditch"}, ["Type"]),
    ],
)
def test_what_a_bout_can_do_without_is_told_and_it_stays(cells, columns):
    run, *told = records(cells)
    assert isinstance(run, Activity)
    assert [(each.column, each.rows, each.line) for each in told] == [(column, 0, 2) for column in columns]


@pytest.mark.parametrize(
    ("cells", "column"), [({"Date": "soon"}, "Date"), ({"Id": "x" * 101}, "Id"), ({"Type": "2026-03-03"}, "Type")]
)
def test_what_no_bout_can_do_without_rejects_its_row_alone(cells, column):
    problem, run = records(cells, {})
    assert (problem.column, problem.rows, problem.line) == (column, 1, 2)
    assert run.line == 3


def test_a_row_of_another_number_of_cells_is_passed_on():
    whole = upload({})
    file = Upload("own.csv", bytes(whole.source) + b"1,2\n" + bytes(upload({"Id": "2"}).source).splitlines()[1] + b"\n")
    one, problem, other = a_list().extract(file, Answers())
    assert (one.line, problem.line, other.line) == (2, 3, 4)


def test_a_word_is_told_once_a_file():
    told = [each for each in records({"Type": "Quidditch"}, {"Type": "Quidditch"}) if isinstance(each, Problem)]
    assert [each.line for each in told] == [2]


def test_a_row_of_nothing_done_is_ignored_for_its_reason():
    layout = replace(LAYOUT, why_none=lambda row: "planned" if row.text("title") == "Plan" else "")
    found = records({"Name": "Plan"}, {}, layout=layout)
    assert (found[0], type(found[1])) == (Ignored(2, "planned"), Activity)


def test_a_line_break_of_the_app_is_one():
    assert the_run(replace(LAYOUT, line_break="<br>"), Notes="one<br>two")[0].notes == "one\ntwo"
    assert the_run(Notes="one<br>two")[0].notes == "one<br>two"


def test_a_field_of_seconds_by_heart_rate_is_taken_as_it_is():
    layout = replace(LAYOUT, heart_rate_seconds=("Rates",))
    assert the_run(layout, [*HEADER, "Rates"], Rates="120:5")[0].heart_rate_seconds == "120:5"


def test_the_order_of_day_and_month_is_asked_for_unless_the_app_has_one():
    with pytest.raises(Needs):
        records({"Date": "03/04/2026 07:00"})
    for layout, answers, month in (
        (LAYOUT, Answers(date_order=DateOrder.DAY_FIRST), 4),
        (LAYOUT, Answers(date_order=DateOrder.MONTH_FIRST), 3),
        (replace(LAYOUT, order=DateOrder.DAY_FIRST), Answers(), 4),
        (replace(LAYOUT, order=DateOrder.MONTH_FIRST), Answers(date_order=DateOrder.DAY_FIRST), 3),
    ):
        (run,) = records({"Date": "03/04/2026 07:00"}, layout=layout, answers=answers)
        assert run.start.local == datetime(2026, month, 7 - month, 7)


def test_dates_that_contradict_each_other_are_told_first():
    first, *_ = records({"Date": "13/04/2026 07:00"}, {"Date": "04/14/2026 07:00"}, {"Date": "15/04/2026 07:00"})
    assert "day first, others month first" in first.why


@pytest.mark.parametrize("missing", ["Date", "Type", "Distance (km)", "Moving"])
def test_a_list_without_a_column_that_it_needs_is_refused(missing):
    header = [name for name in HEADER if name != missing]
    with pytest.raises(UnreadableFile, match="is missing") as caught:
        records({}, header=header)
    assert caught.value.column == missing.removesuffix(" (km)")
    assert records({}, header=header, layout=replace(LAYOUT, required=()))


@pytest.mark.parametrize(("column", "other"), [("Distance (km)", "Distance (parsec)"), ("Climb (m)", "Climb (parsec)")])
def test_a_length_of_an_unknown_unit_is_refused(column, other):
    with pytest.raises(UnreadableFile, match="The unit parsec is not known here") as caught:
        records({}, header=[other if name == column else name for name in HEADER])
    assert (caught.value.line, caught.value.column) == (1, other)


def test_numbers_are_read_as_their_column_writes_them():
    assert the_run(**{"Distance (km)": "10,5"})[0].distance_m == 10_500.0
    first, second = records(
        {"Distance (km)": "100,250"}, {"Distance (km)": "7,5"}, layout=replace(LAYOUT, timed="elapsed")
    )
    assert (first.distance_m, second.distance_m) == (100_250.0, 7_500.0)


@pytest.mark.parametrize(
    ("header", "signature", "is_ours"),
    [("Date,Type,Km", ("Date", "Km"), True), ("Date,Type,Km (x)", ("Km",), True), ("Date,Type", ("Km",), False)],
)
def test_a_list_is_known_by_its_columns(header, signature, is_ours):
    own = a_list(signature=signature)
    assert own.identify(Upload("x.csv", f"{header}\n{'1,' * header.count(',')}1\n".encode())) is is_ours
    assert own.identify(Upload("x.csv", b"")) is False
    assert own.seen


def test_a_survey_looks_at_the_first_start_and_the_columns_that_were_asked_for():
    table = open_table(Upload("x.csv", b'Date,Date,Type,Km,Pace\n2026,2027,Run,"1,5",5:00\n2028,2029,Ride,,\n1,2\n'))
    columns = {
        "start": [Column(0, "Date"), Column(1, "Date")],
        "kind": [Column(2, "Type")],
        "distance": [Column(3, "Km")],
        "pace": [Column(4, "Pace")],
    }
    seen = survey(table, columns, ["pace", "kind", "pace", "speed"])
    assert seen.dates == ["2026", "2028"]
    assert seen.told == [("5:00", "Run"), ("", "Ride")]
    assert {name: [each.position for each in several] for name, several in seen.telling.items()} == {
        "pace": [0],
        "kind": [1],
    }
    assert seen.columns["distance"][0].style == COMMA
    assert seen.mixed_times is False
    assert (survey(table, columns).told, survey(table, {"start": []}).dates) == ([], [])


def test_a_unit_of_each_row_is_asked_for_by_a_layout():
    layout = replace(LAYOUT, lengths=by_unit_of_row, more={"unit": ("Unit",)})
    runs = records({"Unit": "mi"}, {"Unit": "km"}, layout=layout, header=[*HEADER, "Unit"])
    assert [each.distance_m for each in runs] == [pytest.approx(16_093.44), 10_000.0]


def test_the_unit_of_a_header_is_that_of_every_row():
    assert [each.distance_m for each in records({}, {}, layout=replace(LAYOUT, lengths=by_header))] == [10_000.0] * 2
