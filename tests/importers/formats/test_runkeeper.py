"""Runkeeper's cardioActivities.csv of 2013, of 2018 and its short variant."""

import csv
from datetime import datetime

import pytest
from activity_files import activities, table
from hypothesis import given, settings
from hypothesis import strategies as st
from long_runs import examples
from run_files import cells, only_activity, places, read_file

from lib.importers.formats.runkeeper import importer
from lib.model.athlete import Answers
from lib.model.errors import Needs, UnreadableFile
from lib.model.records import Record
from lib.model.vocabulary import Precision, Sport, SubSport, TimeBasis

HEADER = cells(
    "Activity Id,Date,Type,Route Name,Distance (km),Duration,Average Pace,Average Speed (km/h),Calories Burned,"
    "Climb (m),Average Heart Rate (bpm),Friend's Tagged,Notes,GPX File"
)
ROW = cells("aa-01|2020-03-01 12:00:05|Running|River loop|5.00|1:06:06|6:00|10.00|400.0|20|151|||x.gpx", "|")
OLD = cells(
    "Date,Type,Route Name,Distance (mi),Duration,Average Pace,Average Speed (mph),Calories Burned,Climb (ft),"
    "Average Heart Rate (bpm),Notes,GPX File"
)
OLD_ROW = cells("2013-05-04 09:10:15|Running||3.10|27:54|9:00|6.67|390.0|65.20||Easy run|x.gpx", "|")


def read(*rows: list[str], header: list[str] = HEADER, answers: Answers | None = None) -> list[Record]:
    return read_file(importer, table(header, *rows), answers)


def row(**cells: str) -> list[str]:
    names = {name.split(" (")[0].replace(" ", "_"): at for at, name in enumerate(HEADER)}
    changed = list(ROW)
    for name, value in cells.items():
        changed[names[name]] = value
    return changed


def test_a_run_of_the_layout_of_2018_is_read_whole():
    run = only_activity(read(ROW))
    assert (run.source_key, run.sport, run.sport_raw, run.title) == ("aa-01", Sport.RUN, "Running", "River loop")
    assert (run.start.basis, run.start.local) == (TimeBasis.WALL_CLOCK, datetime(2020, 3, 1, 12, 0, 5))
    assert (run.distance_m, run.moving_s, run.elapsed_s) == (5000.0, 3966.0, 3966.0)
    assert (run.ascent_m, run.heart_rate_bpm, run.line) == (20.0, 151.0, 2)


def test_the_layout_of_2013_is_in_miles_and_feet_and_has_no_ids():
    run = only_activity(read(OLD_ROW, header=OLD))
    assert run.distance_m == pytest.approx(3.10 * 1609.344)
    assert run.ascent_m == pytest.approx(65.2 * 0.3048)
    assert (run.source_key, run.notes, run.heart_rate_bpm) == ("2013-05-04T09:10:15 run", "Easy run", None)


def test_the_short_variant_is_read():
    header = "Activity Id,Date,Type,Route Name,Distance (km),Duration,Average Heart Rate (bpm),Calories Burned,GPX File,Notes"
    short = cells("7,2016-03-01 12:00:00,Walking,,2.5,30:00,,100,,")
    walk = only_activity(read(short, header=cells(header)))
    assert (walk.sport, walk.distance_m, walk.ascent_m) == (Sport.WALK, 2500.0, None)


def test_a_strength_training_has_no_distance():
    lifted = only_activity(read(row(Type="Strength Training", Distance="0.00")))
    assert (lifted.sport, lifted.distance_m, lifted.moving_s) == (Sport.STRENGTH, None, 3966.0)


@pytest.mark.parametrize(
    ("cells", "column"),
    [
        ({"Date": ""}, "Date"),
        ({"Date": "1583064005"}, "Date"),
        ({"Activity_Id": "x" * 101}, "Activity Id"),
    ],
)
def test_a_bad_row_is_rejected_by_line_and_column_and_the_others_stay(cells, column):
    records = read(ROW, row(**{"Activity_Id": "2"} | cells), row(Activity_Id="3"))
    assert [each.source_key for each in activities(records)] == ["aa-01", "3"]
    assert places(records, rows=1) == [(3, column)]


@pytest.mark.parametrize("distance", ["-5", "nan", "5000"])
def test_the_only_distance_of_a_run_is_unknown_where_it_cannot_be(distance):
    records = read(row(Distance=distance))
    assert [(each.distance_m, each.elapsed_s is None) for each in activities(records)] == [(None, False)]
    assert places(records, rows=0) == [(2, "Distance (km)")]


@pytest.mark.parametrize("duration", ["00:00", "300:00:00"])
def test_the_only_time_of_a_run_is_unknown_where_it_cannot_be(duration):
    records = read(row(Duration=duration))
    assert [(each.moving_s, each.elapsed_s, each.distance_m is None) for each in activities(records)] == [
        (None, None, False)
    ]
    assert places(records, rows=0) == [(2, "Duration")]


def test_an_odd_heart_rate_is_unknown_with_a_warning_and_a_zero_without():
    records = read(row(Average_Heart_Rate="999"))
    assert activities(records)[0].heart_rate_bpm is None
    assert places(records, rows=0) == [(2, "Average Heart Rate (bpm)")]
    assert only_activity(read(row(Average_Heart_Rate="0"))).heart_rate_bpm is None


def test_a_sport_that_is_not_known_is_said_once_a_file():
    records = read(row(Type="Quidditch"), row(Type="Quidditch", Activity_Id="2"))
    assert {each.sport for each in activities(records)} == {Sport.OTHER}
    assert places(records, rows=0) == [(2, "Type")]


def test_dates_that_a_spreadsheet_turned_are_asked_for():
    turned = row(Date="3/4/20 12:00")
    with pytest.raises(Needs):
        read(turned)
    start = only_activity(read(turned, answers=Answers(date_order="mdy"))).start
    assert (start.local, start.precision) == (datetime(2020, 3, 4, 12), Precision.MINUTE)


def test_a_unit_that_is_not_known_refuses_the_file():
    header = [name.replace("(km)", "(leagues)") for name in HEADER]
    with pytest.raises(UnreadableFile, match="leagues"):
        read(ROW, header=header)


def test_a_run_faster_than_any_runner_is_stored_with_a_warning():
    records = read(row(Distance="50", Duration="30:00"))
    assert (len(activities(records)), places(records, rows=0)) == (1, [(2, "Duration")])


def test_words_for_sports_are_known():
    kinds = [only_activity(read(row(Type=word))).sport for word in ("Cycling", "Nordic Walking", "Core Strengthening")]
    assert kinds == [Sport.RIDE, Sport.WALK, Sport.STRENGTH]
    assert only_activity(read(ROW)).sub_sport is SubSport.NONE


@settings(max_examples=examples(40), deadline=None)
@given(st.lists(st.lists(st.text(max_size=12), min_size=14, max_size=14), min_size=1, max_size=4))
def test_every_row_ends_in_exactly_one_record(rows):
    whole = [["x" + cells[0].replace("\0", ""), *cells[1:]] for cells in rows]
    try:
        content = table(HEADER, ROW, *whole, quoting=csv.QUOTE_ALL)
        records = read_file(importer, content, Answers(date_order="dmy"))
    except UnreadableFile:
        return
    assert sum(record.rows for record in records) == 1 + len(whole)
