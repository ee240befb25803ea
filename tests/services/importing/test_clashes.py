"""Bouts of one file that have one key, as where a spreadsheet cut the seconds of their starts."""

from dataclasses import replace
from datetime import UTC, datetime
from itertools import permutations

import pytest
from look_alikes import strava, strava_run

from lib.importers.base import Upload
from lib.model.athlete import Answers
from lib.model.records import Activity, Start
from lib.model.vocabulary import DateOrder, DistanceUnit, Sport, TimeBasis
from lib.services.importing.clashes import Held, another_key, assign, by_start, told_apart
from lib.services.importing.history import undo
from lib.services.importing.import_files import import_files, preview
from lib.store.account import open_account
from lib.store.records.contents import of_record
from lib.store.records.fingerprint import content_hash_of_everything
from lib.store.records.frames import read_activities

BERLIN = Answers(time_zone="Europe/Berlin", distance_unit=DistanceUnit.KM, date_order=DateOrder.DAY_FIRST)
NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
HEADER = "Activity Type,Date,Favorite,Title,Distance,Calories,Time,Avg HR"
RACE = "Running,04/05/2026 15:04,FALSE,Race,21.1,1400,01:50:00,160"
SLIP = "Running,04/05/2026 15:04,FALSE,Slip,0.02,1,00:00:08,100"
LOOP = "Running,04/05/2026 15:04,FALSE,Loop,3.1,200,00:16:40,140"
LATER = "Running,17/05/2026 07:30,FALSE,Easy,8,500,00:45:00,140"


def saved(*rows):
    return Upload("Activities.csv", "\n".join([HEADER, *rows, ""]).encode())


def bring(account, *rows):
    return import_files(account, [saved(*rows)], BERLIN)


def runs(account):
    with account.read() as conn:
        frame = read_activities(conn, account.athlete_id)
        return sorted(zip(frame["title"], frame["distance_m"], strict=True))


def everything(account):
    with account.read() as conn:
        return content_hash_of_everything(conn, account.athlete_id)


def counts(report):
    return [(file.added.rows, file.updated, file.unchanged, file.rejected) for file in report.files]


def test_two_runs_in_one_minute_are_both_kept(account):
    assert counts(bring(account, RACE, SLIP, LATER)) == [(3, 0, 0, 0)]
    assert runs(account) == [("Easy", 8000.0), ("Race", 21100.0), ("Slip", 20.0)]


@pytest.mark.parametrize("rows", [*permutations([RACE, SLIP, LOOP])])
def test_the_same_file_with_its_rows_in_any_order_adds_nothing(sqlite_url, rows):
    account = open_account(sqlite_url)
    bring(account, RACE, SLIP, LOOP, LATER)
    before = everything(account)
    assert counts(bring(account, LATER, *rows)) == [(0, 0, 4, 0)]
    assert everything(account) == before
    account.engine.dispose()


@pytest.mark.parametrize("part", [[RACE], [SLIP], [LOOP], [LOOP, SLIP], [SLIP, RACE, LATER]])
@pytest.mark.parametrize("whole_first", [True, False])
def test_part_of_the_file_before_or_after_the_whole_adds_nothing(sqlite_url, part, whole_first):
    account = open_account(sqlite_url)
    whole = [RACE, SLIP, LOOP, LATER]
    for rows in (whole, part) if whole_first else (part, whole):
        bring(account, *rows)
    assert [title for title, _ in runs(account)] == ["Easy", "Loop", "Race", "Slip"]
    content = everything(account)
    for rows in (part, whole, reversed(whole)):
        report = bring(account, *rows)
        assert [(file.added.rows, file.updated) for file in report.files] == [(0, 0)]
    assert everything(account) == content
    account.engine.dispose()


def test_the_order_of_rows_does_not_show_in_the_content(account):
    first = bring(account, RACE, SLIP, LOOP).batch
    content = everything(account)
    undo(account, first, NOW)
    bring(account, LOOP, SLIP, RACE)
    assert everything(account) == content


def test_a_row_that_was_edited_changes_its_own_record(account):
    bring(account, RACE, SLIP)
    renamed = RACE.replace("Race", "My half marathon")
    assert counts(bring(account, SLIP, renamed)) == [(0, 1, 1, 0)]
    assert runs(account) == [("My half marathon", 21100.0), ("Slip", 20.0)]
    corrected = SLIP.replace("0.02", "0.03").replace("Slip", "Mistake")
    assert counts(bring(account, corrected, renamed)) == [(0, 1, 1, 0)]
    assert runs(account) == [("Mistake", 30.0), ("My half marathon", 21100.0)]


def test_the_same_row_twice_is_one_run(account):
    assert counts(bring(account, RACE, SLIP, SLIP, RACE)) == [(2, 0, 2, 0)]
    assert len(runs(account)) == 2


def test_rows_of_one_id_of_the_source_are_versions_of_one_record(account):
    bring(account, LATER)
    report = import_files(account, [strava(strava_run(1), strava_run(1, name="Named anew"))], BERLIN)
    assert report.files[0].added.activities == 1
    assert ("Named anew", 8000.0) in runs(account)


def test_the_preview_counts_them_as_the_import_does(account):
    bring(account, SLIP)
    files = [saved(RACE, SLIP, LATER), saved(LOOP, SLIP, RACE)]
    seen = preview(account, files, BERLIN)
    assert counts(seen) == counts(import_files(account, files, BERLIN)) == [(2, 0, 1, 0), (1, 0, 2, 0)]


def test_undoing_the_whole_leaves_what_a_part_of_it_says(account):
    alone = bring(account, SLIP).batch
    content = everything(account)
    undo(account, alone, NOW)
    whole = bring(account, RACE, SLIP).batch
    bring(account, SLIP)
    undo(account, whole, NOW)
    assert everything(account) == content


def test_a_key_with_a_part_more_is_found_by_what_it_is_without_it():
    assert told_apart(["a Run", "a Run ~0123456789ab", "a Run 2", "b Run"]) == {
        "a Run": ["a Run ~0123456789ab", "a Run 2"]
    }


def test_an_id_is_not_made_of_the_start(account):
    report = preview(account, [strava(strava_run(1)), saved(LATER)], BERLIN)
    assert [by_start(file.first_records[0]) for file in report.files] == [False, True]


def test_the_key_of_a_bout_that_is_told_apart_stays_as_it_is_stored():
    held = Held("0123456789abcdef", None)
    assert another_key("2026-05-04T15:04:00 run", held) == "2026-05-04T15:04:00 run ~0123456789ab"
    assert told_apart(["a", "a ~0123456789ab", "a ~0123456789abc"]) == {"a": ["a ~0123456789ab"]}


START = Start("04/05/2026 15:04", TimeBasis.WALL_CLOCK, datetime(2026, 5, 4, 15, 4))


def held(name, metres=None, title=""):
    return Held(name, Activity("key", Sport.RUN, START, 2, title=title, distance_m=metres))


def assigned(group, free, **said):
    """Which key each of a group is given, where the known records of these ids say this."""
    asked = []

    def says(ids):
        asked.append(list(ids))
        return {each: [of_record(one.record) for one in said.get(f"id{each}", [])] for each in ids}

    return assign(group, free, says), asked


def test_a_single_content_takes_the_single_key_without_a_look():
    assert assigned([held("a", 5.0)], {"key": 1}) == ({"a": "key"}, [])
    assert assigned([held("a", 5.0)], {}) == ({}, [])
    assert assigned([held("a", 5.0), held("a", 5.0)], {"key": 1}) == ({"a": "key"}, [])


def test_of_several_each_takes_the_key_that_says_the_same_then_the_one_that_was_measured_the_same():
    race, slip, renamed = held("race", 21_100.0, "Race"), held("slip", 20.0, "Slip"), held("new", 21_100.0, "Named")
    known = {"id1": [slip], "id2": [race]}
    assert assigned([race, slip], {"a": 1, "b": 2}, **known) == ({"race": "b", "slip": "a"}, [[1, 2]])
    assert assigned([renamed], {"a": 1, "b": 2}, **known) == ({"new": "b"}, [[1, 2]])
    assert assigned([renamed, race], {"a": 1, "b": 2}, **known)[0] == {"race": "b", "new": "a"}
    assert assigned([race, slip], {"a": 1}, id1=[slip])[0] == {"slip": "a"}
    assert assigned([race], {"a": 1, "b": 2}, id1=[slip], id2=[slip, race])[0] == {"race": "b"}


def test_what_is_left_takes_the_keys_that_are_left_the_longest_first():
    short, long, unknown = held("x", 5.0), held("y", 9.0), held("a")
    assert assigned([unknown, short, long], {"a": 1, "b": 2})[0] == {"y": "a", "x": "b"}
    assert assigned([unknown, short, long], {"a": 1, "b": 2, "c": 3, "d": 4})[0] == {"y": "a", "x": "b", "a": "c"}
    assert assigned([held("z", 5.0), short], {"a": 1, "b": 2})[0] == {"x": "a", "z": "b"}


@pytest.mark.parametrize(
    ("key", "made"),
    [
        ("04/05/2026 15:04 run", True),
        ("2026-05-04T15:04:00 run", True),
        ("2026-05-03T23:04:00 run", True),
        ("2026-05-05 run", False),
        ("1234", False),
        ("run 2026-05-04", False),
    ],
)
def test_a_key_is_made_of_the_start_as_it_is_written_or_of_its_day(key, made):
    start = replace(START, utc=datetime(2026, 5, 3, 23, 4))
    assert by_start(Activity(key, Sport.RUN, start, 2)) is made
    assert by_start(Activity("1234", Sport.RUN, Start("", TimeBasis.UTC), 2)) is False
