"""Corrections and deletions at the source: which of two exports is the newer one, what is gone, and what only moved."""

import io
import zipfile
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from look_alikes import hevy, hevy_set, strava, strava_run

from lib.importers.base import Upload
from lib.model.athlete import Answers
from lib.model.record_id import parse_id
from lib.model.vocabulary import DistanceUnit, WeightUnit
from lib.services.bouts.acts import take_back
from lib.services.editing.decide import leave_out, put_into_bin
from lib.services.editing.edit import edit
from lib.services.editing.record_history import list_history
from lib.services.editing.sets import EditedSet, save_sets, sets_of
from lib.services.editing.view import view_record
from lib.services.importing.history import history, undo
from lib.services.importing.import_files import import_files, preview
from lib.services.importing.recency import day_in_name
from lib.services.queries.records import list_activities, list_sessions

SAYS = Answers(time_zone="Europe/Berlin", weight_unit=WeightUnit.KG, distance_unit=DistanceUnit.KM)
NOW = datetime(2026, 11, 28, 12, tzinfo=UTC)
NEWER = replace(SAYS, prefer=True)
TO_BIN = replace(SAYS, bin_gone=True)


def bring(account, *uploads, answers=SAYS):
    return import_files(account, uploads, answers).files[0]


def at(moment: str, load: str = "60") -> str:
    """A set of a session that starts at a moment such as `4 May 2026, 17:30`."""
    return hevy_set(1, load=load).replace("1 May 2026, 18:00", moment).replace("1 May 2026, 19:00", moment)


def listed(account) -> list[tuple[str, str]]:
    frame = list_sessions(account)
    return [(f"{start:%d %H:%M}", why) for start, why in zip(frame["local_start"], frame["why_not"], strict=True)]


def loads(account) -> list[float]:
    frame = list_sessions(account)
    return [each.set.load_kg for number in frame["id"] for each in sets_of(account, parse_id(number)).placed]


def test_what_differs_from_an_export_that_reaches_further_is_a_conflict_until_the_person_says_which_is_newer(account):
    bring(account, hevy(hevy_set(2), hevy_set(20)))
    mended = hevy(hevy_set(2, load="70"), hevy_set(10))
    seen = preview(account, [mended], SAYS).files[0]
    assert (seen.conflicts, [each.later for each in seen.gone]) == (1, [True])
    assert bring(account, mended).conflicts == 1
    assert loads(account) == [60, 60, 60]
    assert bring(account, mended, answers=NEWER).conflicts == 0
    assert loads(account) == [60, 60, 70]
    assert [file.preferred for batch in history(account) for file in batch.files] == [False, False, True]


def test_the_word_that_a_file_is_newer_goes_with_its_import(account):
    bring(account, hevy(hevy_set(2), hevy_set(20)))
    bring(account, hevy(hevy_set(2, load="70")), answers=NEWER)
    undo(account, 2, NOW)
    assert loads(account) == [60, 60]


def test_what_lies_after_a_file_is_binned_only_where_it_is_the_newer_one(account):
    bring(account, hevy(hevy_set(2), hevy_set(5), hevy_set(20)))
    mended = hevy(hevy_set(2, load="70"), hevy_set(10))
    bring(account, mended, answers=TO_BIN)
    assert listed(account) == [("20 18:00", ""), ("10 18:00", ""), ("05 18:00", "in the bin"), ("02 18:00", "")]
    bring(account, mended, answers=replace(NEWER, bin_gone=True))
    assert listed(account)[0] == ("20 18:00", "in the bin")


def test_what_is_gone_is_kept_and_listed_unless_the_person_bins_it(account):
    bring(account, hevy(hevy_set(2), hevy_set(5, load="80"), hevy_set(9)))
    shorter = hevy(hevy_set(2), hevy_set(9))
    assert [(each.title, f"{each.local:%d}", each.later) for each in bring(account, shorter).gone] == [
        ("Legs", "05", False)
    ]
    assert [why for _, why in listed(account)] == ["", "", ""]
    bring(account, shorter, answers=TO_BIN)
    assert [why for _, why in listed(account)] == ["", "in the bin", ""]
    assert [each.what for each in list_history(account)] == ["bin"]
    bring(account, hevy(hevy_set(2), hevy_set(5, load="80"), hevy_set(9)))
    assert [why for _, why in listed(account)] == ["", "in the bin", ""], "an import brings nothing back from the bin"
    take_back(account, 1)
    assert [why for _, why in listed(account)] == ["", "", ""]


def test_nothing_is_gone_from_a_source_whose_exports_are_not_whole(account):
    def watch(*days):
        header = "Activity Type,Date,Favorite,Title,Distance,Calories,Time,Avg HR"
        rows = [f"Running,2026-05-{day:02d} 07:00:00,false,Run,8.00,300,00:40:00,148" for day in days]
        return Upload("Activities.csv", "\n".join([header, *rows, ""]).encode())

    bring(account, watch(2, 5, 9))
    assert bring(account, watch(2, 9)).gone == []


@pytest.mark.parametrize("moment", ["4 May 2026, 17:30", "5 May 2026, 06:00", "3 May 2026, 19:00"])
def test_a_session_that_only_moved_is_itself(account, moment):
    bring(account, hevy(hevy_set(2, load="50"), at("4 May 2026, 18:00"), hevy_set(9, load="70")))
    moved = hevy(hevy_set(2, load="50"), at(moment), hevy_set(9, load="70"))
    assert preview(account, [moved], SAYS).files[0].gone == []
    assert bring(account, moved).gone == []
    frame = list_sessions(account)
    why = dict(zip(frame["local_start"].dt.strftime("%d %H:%M"), frame["why_not"], strict=True))
    assert why.pop("04 18:00").startswith("moved by its source, now session-")
    assert set(why.values()) == {""}


def test_binning_what_is_gone_leaves_a_move_as_it_is(account):
    bring(account, hevy(hevy_set(2, load="50"), at("4 May 2026, 18:00"), hevy_set(9, load="70")))
    moved = hevy(at("4 May 2026, 17:30"), hevy_set(9, load="70"), hevy_set(12))
    assert bring(account, moved, answers=TO_BIN).binned == 0
    why = dict(listed(account))
    assert why["04 17:30"] == ""
    assert why["04 18:00"].startswith("moved by its source")


def test_a_day_of_export_that_is_still_to_come_is_refused(account):
    file = bring(account, hevy(hevy_set(2)), answers=replace(SAYS, exported=date(2099, 1, 1)))
    assert file.refused
    assert "still to come" in file.problems[0].why


def test_a_record_comes_back_under_the_id_that_the_history_knows(account):
    bring(account, strava(strava_run(2), strava_run(3)))
    edit(account, parse_id("run-2"), {"title": "Hills"})
    undo(account, 1, NOW)
    assert [each.what for each in list_history(account, parse_id("run-2"))] == ["edit"]
    bring(account, strava(strava_run(1), strava_run(2), strava_run(3)))
    titles = list_activities(account).set_index("id")["title"]
    assert titles["run-2"] == "Hills"
    assert len(titles) == 3


def test_a_move_is_forgotten_with_the_import_that_told_of_it(account):
    bring(account, hevy(at("4 May 2026, 18:00"), hevy_set(9, load="70")))
    bring(account, hevy(at("4 May 2026, 17:30"), hevy_set(9, load="70")))
    undo(account, 2, NOW)
    assert listed(account) == [("09 18:00", ""), ("04 18:00", "")]


def test_two_sessions_of_one_file_are_two_however_alike_and_near(account):
    bring(account, hevy(at("4 May 2026, 17:00"), at("4 May 2026, 18:00"), hevy_set(9)))
    bring(account, hevy(at("4 May 2026, 18:00"), hevy_set(9)))
    assert [why for _, why in listed(account)] == ["", "", ""]


def test_the_edits_of_a_session_go_with_it_where_its_source_moves_it(account):
    bring(account, hevy(at("4 May 2026, 18:00"), hevy_set(9, load="70")))
    placed = sets_of(account, parse_id("session-1")).placed
    save_sets(account, parse_id("session-1"), [EditedSet(placed[0].field, placed[0].set._replace(reps=3))])
    edit(account, parse_id("session-1"), {"title": "Squats"})
    bring(account, hevy(at("4 May 2026, 17:30"), hevy_set(9, load="70")))
    moved = view_record(account, parse_id("session-3"))
    assert moved.fields["title"] == "Squats"
    assert [each.set.reps for each in moved.sets.placed] == [3]
    assert len(moved.entries) == 2
    leave_out(account, [parse_id("session-3")])
    for entry in moved.entries:
        take_back(account, entry.id)
    again = view_record(account, parse_id("session-3"))
    assert (again.fields["title"], [each.set.reps for each in again.sets.placed]) == ("Legs", [8])


def test_what_is_in_the_bin_stays_there_where_its_source_moves_it(account):
    bring(account, hevy(at("4 May 2026, 18:00"), hevy_set(9, load="70")))
    put_into_bin(account, [parse_id("session-1")], NOW)
    bring(account, hevy(at("4 May 2026, 17:30"), hevy_set(9, load="70")))
    assert listed(account) == [("09 18:00", ""), ("04 18:00", "in the bin"), ("04 17:30", "in the bin")]


def test_a_run_that_was_cropped_renamed_and_deleted_at_the_source_ends_as_the_source_says(account):
    bring(account, strava(strava_run(2), strava_run(3), strava_run(4), strava_run(20)))
    edit(account, parse_id("run-1"), {"title": "My title"})
    mended = strava(
        strava_run(2, metres="6500.0").replace(",8.00,", ",6.50,"),
        strava_run(3).replace(",Run,", ",Walk,"),
        strava_run(9),
    )
    file = bring(account, mended, answers=replace(NEWER, bin_gone=True))
    assert (file.conflicts, len(file.gone)) == (0, 2)
    frame = list_activities(account).set_index("id")
    assert frame.loc["run-1", ["distance_m", "title", "edited"]].tolist() == [6500.0, "My title", True]
    assert frame.loc["run-2", ["sport", "why_not"]].tolist() == ["walk", "not a run"]
    assert set(frame.loc[["run-3", "run-4"], "why_not"]) == {"in the bin"}


def test_an_export_whose_day_is_known_is_as_recent_as_that(account):
    bring(account, hevy(hevy_set(2), hevy_set(20)))
    older = hevy(hevy_set(2, load="70"))
    assert bring(account, older, answers=replace(SAYS, exported=date(2026, 5, 30))).conflicts == 0
    assert loads(account) == [60, 70]
    assert history(account)[-1].files[0].exported == date(2026, 5, 30)


def test_a_file_with_a_record_after_the_day_of_its_export_is_refused(account):
    file = bring(account, hevy(hevy_set(20)), answers=replace(SAYS, exported=date(2026, 5, 10)))
    assert file.refused
    assert "2026-05-20" in file.problems[0].why


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("strong_2026-05-21.csv", date(2026, 5, 21)),
        ("FitNotes_Export_2026_05_21.csv", date(2026, 5, 21)),
        ("export-20260521-181500.zip", date(2026, 5, 21)),
        ("workouts.csv", None),
        ("log 2026-05-01.csv", None),
        ("log 2027-01-01.csv", None),
        ("run 12026052100.csv", None),
        ("2026-02-30.csv", None),
    ],
)
def test_the_day_of_an_export_is_read_from_the_name_where_that_can_be(name, day):
    assert day_in_name(name, date(2026, 5, 20), date(2026, 11, 28)) == day


def test_undo_of_an_import_keeps_what_was_said_of_its_records_and_says_so(account):
    bring(account, strava(strava_run(2), strava_run(3)))
    edit(account, parse_id("run-1"), {"distance": "5km"})
    assert undo(account, 1, NOW).waiting == 1
    assert list_activities(account).empty
    bring(account, strava(strava_run(2), strava_run(3)))
    assert sorted(list_activities(account)["distance_m"]) == [5000.0, 8000.0]


def zipped(day: tuple[int, int, int]) -> Upload:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive, hevy(hevy_set(20)).open() as stream:
        archive.writestr(zipfile.ZipInfo("workouts.csv", (*day, 12, 0, 0)), stream.read())
    return Upload("export.zip", packed.getvalue())


@pytest.mark.parametrize(
    ("day", "exported"),
    [
        ((2026, 5, 25), date(2026, 5, 25)),
        ((1980, 1, 1), None),
        ((2026, 5, 1), None),
        ((2091, 1, 1), None),
    ],
)
def test_an_archive_says_when_its_files_were_written(account, day, exported):
    [file] = import_files(account, [zipped(day)], SAYS).files
    assert (file.source, file.exported) == ("hevy", exported)


def test_apples_export_says_of_which_day_it_is(account):
    text = """<?xml version="1.0"?><HealthData locale="en"><ExportDate value="2026-05-25 10:00:00 +0200"/>
    <Workout workoutActivityType="HKWorkoutActivityTypeRunning" duration="40" durationUnit="min" totalDistance="8"
    totalDistanceUnit="km" startDate="2026-05-20 08:00:00 +0200" endDate="2026-05-20 08:40:00 +0200"/></HealthData>"""
    assert bring(account, Upload("export.xml", text.encode())).exported == date(2026, 5, 25)
