"""The workout history of MapMyRun and MapMyFitness."""

from datetime import datetime

import pytest
from activity_files import activities, table
from run_files import cells, only_activity, places, read_file

from lib.importers.formats.mapmyrun import importer
from lib.model.records import Record
from lib.model.vocabulary import Precision, Sport, SubSport

HEADER = cells(
    "Date Submitted,Workout Date,Activity Type,Calories Burned (kCal),Distance (mi),Workout Time (seconds),"
    "Avg Pace (min/mi),Max Pace (min/mi),Avg Speed (mi/h),Max Speed (mi/h),Avg Heart Rate,Steps,Notes,Source,Link"
)
ROW = cells(
    "June 12, 2017|June 11, 2017|Run|310|3.0|1530|8.5|7.1|7.05|8.4|150|4800|b'Windy'|app|http://x.example/workout/9001",
    "|",
)


def read(*rows: list[str], header: list[str] = HEADER) -> list[Record]:
    return read_file(importer, table(header, *rows))


def row(**cells: str) -> list[str]:
    copy = list(ROW)
    for name, value in cells.items():
        copy[[each.split(" (")[0].replace(" ", "_") for each in HEADER].index(name)] = value
    return copy


def test_a_run_has_its_day_alone_and_its_page_for_a_key():
    run = only_activity(read(ROW))
    assert (run.source_key, run.sport, run.title) == ("9001", Sport.RUN, "")
    assert (run.start.local, run.start.precision) == (datetime(2017, 6, 11), Precision.DATE)
    assert run.distance_m == pytest.approx(3 * 1609.344)
    assert (run.moving_s, run.heart_rate_bpm) == (1530.0, 150.0)


def test_kilometres_in_the_header_are_kilometres():
    header = [name.replace("(mi)", "(km)") for name in HEADER]
    assert only_activity(read(ROW, header=header)).distance_m == 3000.0


def test_without_a_page_the_key_is_the_day_and_what_was_done():
    rows = [row(Link=""), row(Link="", Distance="5")]
    assert [each.source_key for each in activities(read(*rows))] == ["2017-06-11 Run"] * 2


@pytest.mark.parametrize(
    ("word", "sport", "sub_sport"),
    [
        ("Indoor Run / Jog", Sport.RUN, SubSport.TREADMILL),
        ("Regular Run", Sport.RUN, SubSport.NONE),
        ("Long Trail Run", Sport.RUN, SubSport.TRAIL),
        ("Treadmill with the team", Sport.RUN, SubSport.TREADMILL),
        ("Dog Walk with Rex", Sport.WALK, SubSport.NONE),
        ("Weight Workout: legs", Sport.STRENGTH, SubSport.NONE),
        ("Gym Workout", Sport.OTHER, SubSport.NONE),
    ],
)
def test_free_text_says_the_sport_by_its_words(word, sport, sub_sport):
    activity = only_activity(read(row(Activity_Type=word)))
    assert (activity.sport, activity.sub_sport, activity.sport_raw) == (sport, sub_sport, word)


def test_brunch_is_no_run():
    records = read(row(Activity_Type="Brunch"))
    assert activities(records)[0].sport is Sport.OTHER
    assert places(records, rows=0) == [(2, "Activity Type")]


def test_a_bad_date_rejects_its_row():
    records = read(row(Workout_Date="Smarch 3, 2017"), ROW)
    assert (len(activities(records)), places(records, rows=1)) == (1, [(2, "Workout Date")])


def test_a_shifted_row_is_rejected_although_the_date_before_it_is_one():
    records = read(ROW, ["x", *ROW[:-1]])
    assert places(records, rows=1) == [(3, "Activity Type")]
    assert len(activities(records)) == 1
