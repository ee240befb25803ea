"""Health Connect's database, in the layout of Android's source: sessions, and what was measured in them."""

import sqlite3
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from activity_files import activities
from run_files import only_activity, places, read_file

from lib.importers.base import Upload
from lib.importers.formats.health_connect.importer import importer
from lib.model.athlete import Answers
from lib.model.errors import UnreadableFile
from lib.model.records import Activity, Ignored, Record
from lib.model.vocabulary import Sport, SubSport, TimeBasis

START = 1_717_228_800_000  # 2024-06-01 08:00:00 UTC
MINUTE = 60_000
SCHEMA = """
CREATE TABLE application_info_table (row_id INTEGER PRIMARY KEY, package_name TEXT, app_name TEXT, app_icon BLOB);
CREATE TABLE exercise_session_record_table (row_id INTEGER PRIMARY KEY AUTOINCREMENT, uuid BLOB, app_info_id INTEGER,
    start_time INTEGER, start_zone_offset INTEGER, end_time INTEGER, end_zone_offset INTEGER, local_date INTEGER,
    exercise_type INTEGER, title TEXT, notes TEXT, has_route INTEGER);
CREATE TABLE distance_record_table (row_id INTEGER PRIMARY KEY AUTOINCREMENT, app_info_id INTEGER, start_time INTEGER,
    end_time INTEGER, local_date INTEGER, distance REAL);
CREATE TABLE heart_rate_record_table (row_id INTEGER PRIMARY KEY AUTOINCREMENT, app_info_id INTEGER, start_time INTEGER,
    end_time INTEGER);
CREATE TABLE heart_rate_record_series_table (parent_key INTEGER, beats_per_minute INTEGER, epoch_millis INTEGER);
"""
RUN: dict[str, Any] = {
    "app_info_id": 1, "start_time": START, "start_zone_offset": 7200, "end_time": START + 50 * MINUTE, "exercise_type": 33,
    "title": "Morning run", "notes": "easy",
}  # fmt: skip


def database(*sessions: dict[str, Any], more: str = "", schema: str = SCHEMA) -> bytes:
    """The bytes of a database with these sessions, each a run with other values."""
    connection = sqlite3.connect(":memory:")
    connection.executescript(schema)
    for each in sessions:
        row = RUN | each
        names = ", ".join(row)
        marks = ", ".join("?" * len(row))
        connection.execute(f"INSERT INTO exercise_session_record_table ({names}) VALUES ({marks})", list(row.values()))
    connection.executescript(more)
    connection.commit()
    return connection.serialize()


def distance(start: int, end: int, metres: float, app: int = 1) -> str:
    return (
        "INSERT INTO distance_record_table (app_info_id, start_time, end_time, distance) "
        f"VALUES ({app}, {START + start * MINUTE}, {START + end * MINUTE}, {metres});"
    )


BEATS = (
    f"INSERT INTO heart_rate_record_table VALUES (7, 1, {START}, {START + MINUTE});"
    f"INSERT INTO heart_rate_record_series_table VALUES (7, 140, {START}), (7, 161, {START + MINUTE}), (7, 90, {START - 90 * MINUTE});"
)


def read(*sessions: dict[str, Any], more: str = "") -> list[Record]:
    return read_file(importer, database(*sessions, more=more))


def test_a_run_is_read_with_the_metres_and_beats_that_its_app_wrote_in_it():
    measured = (
        distance(0, 25, 5000) + distance(25, 50, 5100.5) + distance(0, 50, 9000, app=2) + distance(-600, 600, 12000)
    )
    run = only_activity(read({}, more=measured + BEATS))
    assert (run.sport, run.title, run.notes, run.line) == (Sport.RUN, "Morning run", "easy", 1)
    assert (run.start.basis, run.start.utc) == (TimeBasis.OFFSET, datetime(2024, 6, 1, 8))
    assert run.start.local == datetime(2024, 6, 1, 10)
    assert (run.distance_m, run.elapsed_s, run.moving_s) == (10_100.5, 3000.0, None)
    assert (run.heart_rate_bpm, run.heart_rate_max_bpm) == (150.5, 161.0)


@pytest.mark.parametrize(
    ("number", "sport", "sub_sport"),
    [
        (34, Sport.RUN, SubSport.TREADMILL),
        (53, Sport.WALK, SubSport.NONE),
        (45, Sport.STRENGTH, SubSport.NONE),
        (58, Sport.OTHER, SubSport.NONE),
    ],
)
def test_the_number_says_the_sport(number, sport, sub_sport):
    activity = only_activity(read({"exercise_type": number}))
    assert (activity.sport, activity.sub_sport) == (sport, sub_sport)


def test_a_number_that_is_not_known_is_said_once():
    records = read({"exercise_type": 99}, {"exercise_type": 99, "start_time": START + MINUTE})
    assert [each.sport for each in activities(records)] == [Sport.OTHER, Sport.OTHER]
    assert places(records, rows=0) == [(1, "exercise_type")]


def test_without_an_offset_the_instant_is_known_alone():
    assert only_activity(read({"start_zone_offset": None})).start.basis is TimeBasis.UTC
    assert only_activity(read({"start_zone_offset": 99_999})).start.basis is TimeBasis.UTC


def test_the_same_bout_of_a_second_app_is_ignored():
    assert [type(each) for each in read({}, {"app_info_id": 2})] == [Activity, Ignored]


@pytest.mark.parametrize(
    ("fields", "column"),
    [({"start_time": None}, "start_time"), ({"start_time": "soon"}, "start_time"), ({"end_time": START}, "end_time")],
)
def test_a_session_without_start_or_length_is_rejected_and_the_others_stay(fields, column):
    records = read(fields, {"start_time": START + MINUTE})
    assert (len(activities(records)), [place for _, place in places(records, rows=1)]) == (1, [column])


def test_a_database_on_disk_is_read_and_left_as_it_was(tmp_path: Path):
    path = tmp_path / "health #1?.db"
    path.write_bytes(content := database({}))
    assert activities(list(importer.extract(Upload("x", path), Answers())))
    assert path.read_bytes() == content
    assert [each.name for each in tmp_path.iterdir()] == [path.name]


def test_other_databases_are_nobodys_and_damaged_ones_are_refused():
    other = sqlite3.connect(":memory:")
    other.execute("CREATE TABLE notes (text TEXT)")
    assert not importer.identify(Upload("x", other.serialize()))
    whole = database({}, more=distance(0, 50, 1))
    for content in (whole[: len(whole) // 2], whole[:4096] + b"\xff" * (len(whole) - 4096)):
        with pytest.raises(UnreadableFile):
            list(importer.extract(Upload("x", content), Answers()))


def test_a_view_in_the_place_of_the_sessions_is_not_asked():
    schema = "CREATE TABLE a_record_table (app_info_id INTEGER); CREATE VIEW exercise_session_record_table AS SELECT 1 AS row_id;"
    with pytest.raises(UnreadableFile, match="no exercise sessions"):
        read_file(importer, database(schema=schema))
