"""Files in and out of a database, on SQLite and PostgreSQL."""

from datetime import UTC, datetime

import pytest
from look_alikes import BERLIN, HEVY_HEADER, hevy, hevy_set, strava, strava_run, strong

from lib.importers.base import Upload
from lib.model.athlete import Answers
from lib.model.errors import Cancelled, StoreError, TrainingDataError
from lib.model.vocabulary import Question, WeightUnit
from lib.services.importing.history import history, undo
from lib.services.importing.import_files import import_files, preview
from lib.store.own.athletes import load_athlete
from lib.store.records.fingerprint import content_hash_of_everything
from lib.store.records.frames import read_activities, read_sets

KG = Answers(time_zone="Europe/Berlin", weight_unit=WeightUnit.KG)


def everything(account):
    with account.read() as conn:
        return content_hash_of_everything(conn, account.athlete_id)


def revision(account):
    with account.read() as conn:
        return load_athlete(conn, account.athlete_id).revision


def bring(account, *uploads, answers=BERLIN):
    return import_files(account, uploads, answers)


def test_runs_and_sets_of_two_apps_arrive_in_one_import(account):
    report = bring(account, strava(strava_run(1), strava_run(2)), hevy(hevy_set(1), hevy_set(1, index=1)))
    assert [file.added.activities for file in report.files] == [2, 0]
    assert [(file.added.sessions, file.added.sets) for file in report.files] == [(0, 0), (1, 2)]
    assert report.ok
    assert report.batch == 1
    with account.read() as conn:
        assert len(read_activities(conn, account.athlete_id)) == 2
        assert len(read_sets(conn, account.athlete_id)) == 2


def test_a_run_late_in_the_evening_counts_on_the_local_day(account):
    bring(account, strava(strava_run(1, date="May 1, 2026, 10:30:00 PM")))
    with account.read() as conn:
        assert str(read_activities(conn, account.athlete_id)["local_date"].iloc[0].date()) == "2026-05-02"


def test_the_same_file_again_adds_nothing(account):
    upload = strava(strava_run(1), strava_run(2))
    bring(account, upload)
    before = everything(account)
    again = bring(account, upload).files[0]
    assert (again.added.rows, again.updated, again.unchanged) == (0, 0, 2)
    assert everything(account) == before


def test_an_edited_row_is_updated_in_place_and_shown_as_a_change(account):
    bring(account, strava(strava_run(1, name="Morning"), strava_run(2)))
    report = preview(account, [strava(strava_run(1, name="Long one"), strava_run(2))], BERLIN)
    assert (report.files[0].updated, report.files[0].unchanged) == (1, 1)
    assert [(c.field, c.before, c.after) for c in report.files[0].changes] == [("title", "Morning", "Long one")]
    bring(account, strava(strava_run(1, name="Long one"), strava_run(2)))
    with account.read() as conn:
        assert list(read_activities(conn, account.athlete_id)["title"]) == ["Long one", "Easy run"]


def test_an_edited_set_changes_one_row_of_its_session(account):
    bring(account, hevy(hevy_set(1, reps=8), hevy_set(1, index=1, reps=8)))
    changed = hevy(hevy_set(1, reps=8), hevy_set(1, index=1, reps=9), hevy_set(1, index=2, reps=7))
    file = bring(account, changed).files[0]
    assert (file.unchanged, file.updated, file.added.sets, file.added.sessions) == (1, 1, 1, 0)
    with account.read() as conn:
        assert list(read_sets(conn, account.athlete_id)["reps"]) == [8, 9, 7]


def test_a_log_switched_to_pounds_is_recognised(account):
    bring(account, hevy(hevy_set(1, load="60"), hevy_set(1, index=1, load="62.5")))
    pounds = hevy(
        hevy_set(1, load="132.28"),
        hevy_set(1, index=1, load="137.79"),
        header=HEVY_HEADER.replace("weight_kg", "weight_lbs"),
    )
    file = bring(account, pounds).files[0]
    assert (file.unchanged, file.updated, file.added.sets) == (2, 0, 0)


def test_what_a_more_recent_export_says_stays_whatever_the_order(account):
    older = strava(strava_run(1, name="Before the edit"))
    newer = strava(strava_run(1, name="After the edit"), strava_run(2))
    bring(account, newer)
    before = everything(account)
    file = bring(account, older).files[0]
    assert (file.unchanged, file.updated) == (1, 0)
    assert "more recent export" in file.problems[-1].why
    assert everything(account) == before


def test_undo_leaves_exactly_what_was_there(account):
    bring(account, strava(strava_run(1, name="As it was")))
    before = everything(account)
    second = bring(account, strava(strava_run(1, name="Edited"), strava_run(2)), hevy(hevy_set(1)))
    undone = undo(account, second.batch, datetime.now(UTC))
    assert (undone.removed, undone.restored) == (2, 1)
    assert everything(account) == before


def test_undoing_the_first_of_two_overlapping_imports_keeps_what_the_second_saw(account):
    first = bring(account, strava(strava_run(1), strava_run(2)))
    bring(account, strava(strava_run(2), strava_run(3)))
    undo(account, first.batch, datetime.now(UTC))
    with account.read() as conn:
        assert len(read_activities(conn, account.athlete_id)) == 2


def test_an_import_is_undone_only_once(account):
    batch = bring(account, strava(strava_run(1))).batch
    undo(account, batch, datetime.now(UTC))
    with pytest.raises(StoreError, match="undone before"):
        undo(account, batch, datetime.now(UTC))
    with pytest.raises(StoreError, match="no import 99"):
        undo(account, 99, datetime.now(UTC))


def test_a_preview_writes_nothing(account):
    before = revision(account)
    report = preview(account, [strava(strava_run(1))], BERLIN)
    assert report.files[0].added.activities == 1
    assert report.batch is None
    assert revision(account) == before
    assert history(account) == []


def test_a_preview_of_overlapping_files_counts_each_record_once(account):
    report = preview(account, [strava(strava_run(1)), strava(strava_run(1), strava_run(2))], BERLIN)
    assert [(file.added.activities, file.unchanged) for file in report.files] == [(1, 0), (1, 1)]


def test_every_change_of_the_data_raises_the_revision(account):
    before = revision(account)
    bring(account, strava(strava_run(1)))
    assert revision(account) == before + 1


def test_a_question_is_asked_before_anything_is_written(account):
    report = bring(account, strava(strava_run(1)), strong(), answers=Answers(time_zone="Europe/Berlin"))
    assert [need.question for need in report.needs] == [Question.WEIGHT_UNIT]
    assert report.batch is None
    assert history(account) == []


def test_the_home_zone_is_asked_once_for_an_athlete(account):
    report = bring(account, strava(strava_run(1)), answers=Answers())
    assert [need.question for need in report.needs] == [Question.TIMEZONE]
    assert history(account) == []
    bring(account, strava(strava_run(1)))
    assert bring(account, strava(strava_run(2)), answers=Answers()).ok


def test_another_home_zone_than_the_known_one_is_not_taken_silently(account):
    bring(account, strava(strava_run(1)))
    with pytest.raises(TrainingDataError, match="settings"):
        bring(account, strava(strava_run(2)), answers=Answers(time_zone="America/Denver"))


def test_an_answer_is_remembered_for_its_source(account):
    bring(account, strong(), answers=KG)
    again = bring(account, strong(day=9), answers=Answers())
    assert again.ok
    assert again.files[0].asked == {Question.WEIGHT_UNIT: "kg"}


def test_a_file_that_is_cut_off_leaves_nothing_behind_and_harms_no_other(account):
    whole = hevy(hevy_set(1), hevy_set(2))
    cut = Upload("cut.csv", whole.source[:-40])
    report = bring(account, cut, strava(strava_run(1)))
    assert report.files[0].refused
    assert report.files[0].records == 0
    assert "ends in the middle" in report.files[0].problems[0].why
    assert report.files[1].added.activities == 1
    with account.read() as conn:
        assert read_sets(conn, account.athlete_id).empty


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"name,mood\nAnn,fine\n", "none of the exports"),
        (b"PK\x03\x04" + bytes(60), "incomplete"),
    ],
    ids=["empty", "BOM only", "another table", "archive"],
)
def test_a_file_that_is_no_export_is_refused_with_a_sentence(content, sentence, account):
    report = bring(account, Upload("some.csv", content))
    assert sentence in report.files[0].problems[0].why
    assert report.files[0].source is None
    assert not report.ok
    assert history(account) == []


def test_a_header_without_rows_is_read_and_adds_nothing(account):
    report = bring(account, hevy())
    assert report.ok
    assert report.files[0].records == 0
    assert report.batch is None


def test_a_stopped_import_keeps_nothing(account):
    def stop_at_the_third(_name, rows):
        if rows >= 3:
            raise Cancelled("stopped")

    with pytest.raises(Cancelled):
        import_files(account, [strava(*map(strava_run, range(1, 6)))], BERLIN, tick=stop_at_the_third)
    assert history(account) == []
    with account.read() as conn:
        assert read_activities(conn, account.athlete_id).empty


def test_the_history_tells_what_each_import_did(account):
    bring(account, strava(strava_run(1), strava_run(2)))
    entry = history(account)[0]
    assert [(file.source, file.records, file.added_activities) for file in entry.files] == [("strava", 2, 2)]
    assert entry.undone_at is None


def test_a_rejected_row_is_named_and_the_others_are_kept(account):
    file = bring(account, strava(strava_run(1), strava_run(2, date="yesterday"), strava_run(3))).files[0]
    assert (file.added.activities, file.rejected, file.records) == (2, 1, 3)
    assert file.problems[0].line == 3
    assert file.problems[0].column == "Activity Date"
