"""Samsung Health's exercise CSV, with prefixed columns and the older ones without."""

from datetime import datetime

import pytest
from activity_files import activities, upload
from run_files import cells, only_activity, places, read_file

from lib.importers.formats.samsung_health import importer
from lib.model.errors import UnreadableFile
from lib.model.records import Record
from lib.model.vocabulary import Sport, SubSport, TimeBasis

FIRST = "com.samsung.shealth.exercise,7006003,17\n"
NAMES = cells(
    "start_time time_offset exercise_type distance duration mean_heart_rate altitude_gain comment datauuid", " "
)
HEADER = ",".join(["title", *(f"com.samsung.health.exercise.{name}" for name in NAMES)]) + "\n"
ROW = "Lap,2024-05-06 20:30:10.123,UTC+0530,1002,5012.5,1800000,148.5,12.25,windy,u-1,\n"


def read(*rows: str, header: str = HEADER) -> list[Record]:
    return read_file(importer, "\ufeff" + FIRST + header + "".join(rows))


def test_a_run_is_read_whole_from_below_the_first_line():
    run = only_activity(read(ROW))
    assert (run.source_key, run.sport, run.sport_raw, run.title, run.notes) == (
        "u-1",
        Sport.RUN,
        "1002",
        "Lap",
        "windy",
    )
    assert run.start.basis is TimeBasis.OFFSET
    assert (run.start.utc, run.start.local) == (datetime(2024, 5, 6, 20, 30, 10), datetime(2024, 5, 7, 2, 0, 10))
    assert (run.distance_m, run.moving_s, run.elapsed_s) == (5012.5, 1800.0, 1800.0)
    assert (run.ascent_m, run.heart_rate_bpm, run.line) == (12.25, 148.5, 3)


def test_the_older_layout_has_no_prefix_and_counts_in_milliseconds():
    header = HEADER.replace("com.samsung.health.exercise.", "")
    old = "Lap,1475000000000,-18000000,1002,5012.5,1800000,148.5,12.25,windy,u-1,\n"
    start = only_activity(read(old, header=header)).start
    assert (start.utc, start.local) == (datetime(2016, 9, 27, 18, 13, 20), datetime(2016, 9, 27, 13, 13, 20))


def test_without_an_offset_only_utc_is_known():
    start = only_activity(read(ROW.replace("UTC+0530", ""))).start
    assert (start.basis, start.local) == (TimeBasis.UTC, None)


def test_sports_are_numbers():
    treadmill = only_activity(read(ROW.replace("1002", "15005")))
    assert (treadmill.sport, treadmill.sub_sport) == (Sport.RUN, SubSport.TREADMILL)
    records = read(ROW.replace("1002", "77777"), ROW.replace("1002", "77777"))
    assert {each.sport for each in activities(records)} == {Sport.OTHER}
    assert places(records, rows=0) == [(3, "com.samsung.health.exercise.exercise_type")]


@pytest.mark.parametrize(
    ("before", "after", "column"),
    [
        ("2024-05-06 20:30:10.123", "9475000000000", "start_time"),
        ("2024-05-06 20:30:10.123", "1475000000", "start_time"),
        ("2024-05-06 20:30:10.123", "45419.8", "start_time"),
        ("2024-05-06 20:30:10.123", "45419", "start_time"),
    ],
)
def test_a_bad_row_is_rejected_and_the_others_stay(before, after, column):
    records = read(ROW.replace(before, after), ROW)
    assert len(activities(records)) == 1
    assert places(records, rows=1) == [(3, f"com.samsung.health.exercise.{column}")]


@pytest.mark.parametrize(
    ("before", "after", "column"), [("1800000", "18000000000", "duration"), ("5012.5", "-1", "distance")]
)
def test_a_length_that_cannot_be_is_unknown_and_its_run_stays(before, after, column):
    records = read(ROW.replace(before, after))
    assert len(activities(records)) == 1
    assert places(records, rows=0) == [(3, f"com.samsung.health.exercise.{column}")]


@pytest.mark.parametrize("offset", ["Berlin", "99999999999", "UTC+9900", "UTC+0199", "-1"])
def test_an_offset_that_no_zone_has_leaves_the_instant(offset):
    records = read(ROW.replace("UTC+0530", offset))
    assert places(records, rows=0) == [(3, "com.samsung.health.exercise.time_offset")]
    assert [each.start.basis for each in activities(records)] == [TimeBasis.UTC]


def test_another_table_of_samsung_is_not_taken():
    assert not importer.identify(upload("com.samsung.shealth.sleep,7006003,17\n" + HEADER + ROW))


def test_a_file_without_the_time_names_the_missing_column():
    header = HEADER.replace("com.samsung.health.exercise.duration", "something")
    with pytest.raises(UnreadableFile, match="duration"):
        read(ROW, header=header)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be", "utf-32"])
def test_a_file_that_was_saved_anew_in_another_encoding_or_delimiter_is_recognised(encoding):
    text = (FIRST + HEADER + ROW).replace(",", ";")
    assert only_activity(read_file(importer, text.encode(encoding))).distance_m == 5012.5
    assert only_activity(read_file(importer, "\n" + text)).line == 4


def test_a_stray_quotation_mark_in_the_first_line_does_no_harm():
    assert only_activity(read_file(importer, FIRST.replace("17", '"') + HEADER + ROW)).line == 3
