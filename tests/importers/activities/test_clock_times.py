"""`1:02` beside a distance and a pace or a speed, in any list of activities."""

import pytest
from activity_files import activities, table
from own_tables import mapped, text
from run_files import read_file

from lib.importers.activities import clock_times
from lib.importers.base import Upload
from lib.importers.formats.polar_csv import importer as polar
from lib.importers.formats.runkeeper import importer as runkeeper
from lib.importers.own_tables.column_mapping import RowIs, Units
from lib.model.athlete import Answers

HEADER = ["Date", "Type", "Route Name", "Distance (km)", "Duration", "Average Pace", "Average Speed (km/h)"]
HOUR = 3720.0


def times(*rows, header=HEADER):
    return [each.moving_s for each in activities(read_file(runkeeper, table(header, *rows)))]


def row(distance="11.18", duration="1:02", pace="", speed="", kind="Running"):
    return ["2024-05-04 07:30:00", kind, "", distance, duration, pace, speed]


@pytest.mark.parametrize(
    ("cells", "seconds"),
    [
        ({"pace": "5:33"}, HOUR),
        ({"pace": "5:33 min/km"}, HOUR),
        ({"speed": "10.8"}, HOUR),
        ({}, HOUR),  # nobody runs 11 km in a minute
        ({"pace": "5:33", "kind": "Cycling"}, HOUR),
        ({"kind": "Cycling"}, 62.0),  # nothing tells
        ({"distance": "0.2", "pace": "5:10"}, 62.0),
        ({"distance": "0.2", "speed": "11.6"}, 62.0),
        ({"duration": "58:20", "pace": "5:13"}, 3500.0),
    ],
)
def test_pace_speed_or_what_nobody_runs_tell_hours_from_minutes(cells, seconds):
    assert times(row(**cells)) == [seconds]


def test_the_rows_that_can_tell_speak_for_those_that_cannot():
    lifted = row("0.00", "0:45", kind="Strength Training")
    assert times(row(pace="5:33"), row(pace="5:40"), lifted)[2] == 2700.0


def test_a_row_whose_own_pace_tells_is_read_by_it_whatever_the_others_say():
    long, short = row("8.00", "0:45", pace="5:37"), row("5.00", "26:10", pace="5:14")
    assert times(long, long, long, short, row("0.2", "1:02", pace="5:10")) == [2700.0, 2700.0, 2700.0, 1570.0, 62.0]
    assert times(short, short, row(pace="5:29")) == [1570.0, 1570.0, HOUR]
    assert times(long, long, short, row("0.00", "0:45", kind="Strength Training"))[3] == 2700.0


def test_miles_have_a_pace_and_a_speed_of_miles():
    header = [name.replace("(km)", "(mi)").replace("(km/h)", "(mph)") for name in HEADER]
    assert times(row("6.95", pace="8:55"), header=header) == times(row("6.95", speed="6.7"), header=header) == [HOUR]


def test_metres_in_the_header_are_metres():
    header = [name.replace("Distance (km)", "Distance (m)") for name in HEADER]
    assert times(row("11180", pace="5:33"), header=header) == [HOUR]
    assert times(row("300"), header=header) == [62.0]


def test_a_session_of_polar_that_a_spreadsheet_saved_is_told_by_its_pace():
    content = (
        "Name,Sport,Date,Start time,Duration,Total distance (km),Average heart rate (bpm),Average pace (min/km),HR max\n"
        "J,RUNNING,20-06-2018,11:17:03,1:02,11.18,150,05:33,180\n"
        "Sample rate,Time,HR (bpm),Speed (km/h)\n1,00:00:00,85,\n"
    )
    (run,) = activities(list(polar.extract(Upload("x", content.encode()), Answers())))
    assert run.moving_s == HOUR


def own(header, cells, **columns):
    upload = text(header, cells)
    importer = mapped(upload, RowIs.RUN, {"date": 0, "distance": 1, "duration": 2} | columns, units=Units())
    return [each.moving_s for each in activities(list(importer.extract(upload, Answers())))]


def test_a_table_of_ones_own_is_told_by_its_column_of_the_pace():
    assert own(("Day", "Km", "Time", "Pace"), ("2026-03-04", "11.18", "1:02", "5:33")) == [HOUR]
    assert own(("Day", "Km", "Time", "Pace"), ("2026-03-04", "0.2", "1:02", "5:10")) == [62.0]


def test_a_time_that_is_called_like_a_pace_is_no_pace():
    assert own(("Giorno", "Km", "Tempo"), ("2026-03-04", "1.0", "1:02")) == [62.0]


@pytest.mark.parametrize(
    ("seconds", "hours"),
    [
        (3000.0, False),
        (2001.0, False),
        (1999.0, None),
        (4499.0, False),
        (4501.0, None),
        (50.0, True),
        (33.4, True),
        (33.3, None),
        (74.9, True),
        (75.1, None),
    ],
)
def test_a_time_is_near_its_pace_within_half_of_it(seconds, hours):
    assert clock_times._nearer(seconds, 3000.0) is hours


def test_nobody_runs_a_kilometre_in_less_than_a_minute():
    assert times(row("1.0", "0:59")) == [3540.0]
    assert times(row("1.0", "1:00")) == [60.0]
    assert times(row("1.0", "0:59", kind="Walking")) == [3540.0]


def test_a_distance_without_a_unit_is_in_metres_above_200():
    header = [name.replace("Distance (km)", "Distance") for name in HEADER]
    assert times(row("200", "1:02"), header=header) == [HOUR]
    assert times(row("201", "1:02"), header=header) == [62.0]


def test_a_speed_without_a_unit_tells_nothing():
    header = [name.replace(" (km/h)", "") for name in HEADER]
    assert times(row(speed="10.8", kind="Cycling"), header=header) == [62.0]
    assert times(row(speed="0", kind="Cycling")) == [62.0]


def test_as_many_rows_of_either_kind_decide_nothing():
    lifted = row("0.00", "0:45", kind="Strength Training")
    assert times(row(pace="5:33"), row("0.2", "1:02", pace="5:10"), lifted) == [HOUR, 62.0, 45.0]
    assert times(row(pace="5:33"), row(pace="5:33"), row("0.2", "1:02", pace="5:10"), lifted)[3] == 2700.0
    assert times(row("0.2", "1:02", pace="5:10"), lifted)[1] == 45.0


@pytest.mark.parametrize(("duration", "seconds"), [("0:33", 33.0), ("0:34", 2040.0), ("1:15", 4500.0), ("1:16", 76.0)])
@pytest.mark.parametrize("cells", [{"pace": "5:00"}, {"pace": "4:60"}, {"speed": "12"}])
def test_a_pace_or_a_speed_tells_as_far_as_half_of_the_time(duration, seconds, cells):
    assert times(row("10.0", duration, **cells)) == [seconds]
