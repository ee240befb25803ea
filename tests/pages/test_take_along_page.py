"""Everything in one file, backups and the way back, gone for good: on the page."""

import io
import sqlite3
import sys
from contextlib import closing
from datetime import UTC, datetime

import pytest

from lib.failures.log import FILE_NAME, keep_log
from lib.failures.told import told
from lib.importers.base import Upload
from lib.model.errors import StoreError
from lib.model.plan import GymTime
from lib.model.vocabulary import HalfDay
from lib.services.archive import erase
from lib.services.archive.bring import bring
from lib.services.editing.log import LoggedRun, log_run
from lib.services.planning import acts
from lib.services.upkeep import backups
from lib.services.upkeep.doctor import diagnose
from lib.store.account import open_account
from lib.store.archive.copying import is_empty
from lib.store.database.engine import data_folder
from lib.store.records.fingerprint import content_hash_of_everything
from lib.ui.kit import writing
from lib.ui.take_along import control

PAGE = "data/take_along.py"
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.fixture
def url(sample_copy):
    return str(sample_copy.engine.url)


def press(app, key):
    app.button(key=key).click().run()
    assert not app.exception
    return app


def content(account):
    with account.read() as conn:
        return content_hash_of_everything(conn, account.athlete_id)


def said(app):
    return " ".join(str(each.value) for kind in ("success", "markdown", "caption", "error") for each in app.get(kind))


def values(app):
    return {each.label: each.value for each in app.metric}


def delete_for_good(app, typed="delete"):
    next(each for each in app.text_input if each.key == "typed_to_delete").set_value(typed)
    next(each for each in app.button if each.label == "Delete for good").click().run()
    assert not app.exception
    return app


def test_the_prepared_file_brings_everything_back(open_page, url, sample_copy, tmp_path):
    app = open_page(url, PAGE)
    assert not app.get("download_button")
    press(app, "prepare_page")
    (offered,) = app.get("download_button")
    assert offered.proto.label.startswith("Download ")
    assert "strength sessions" in said(app)
    other = open_account(f"sqlite:///{tmp_path / 'other.db'}")
    brought = bring(other, Upload("x.zip", app.session_state["archive_prepared"].read()))
    assert brought.content == content(sample_copy) == content(other)


def test_a_prepared_file_is_offered_until_something_changes(open_page, url, sample_copy):
    app = press(open_page(url, PAGE), "prepare_page")
    assert app.run().get("download_button")
    log_run(sample_copy, LoggedRun("2026-11-21", distance_m=5_000.0), NOW)
    assert not app.run().get("download_button")
    assert "archive_prepared" not in app.session_state


def test_a_prepared_file_is_offered_until_the_plan_changes(open_page, url, sample_copy):
    app = press(open_page(url, PAGE), "prepare_page")
    acts.lift_every_week(sample_copy, [GymTime(3, HalfDay.PM)])
    assert not app.run().get("download_button")


def test_where_there_is_no_room_for_the_file_the_folder_is_named(open_page, url, monkeypatch):
    class Full(io.BytesIO):
        def write(self, _data):
            raise OSError(28, "No space left on device")

    monkeypatch.setattr("lib.ui.take_along.archive.gettempdir", lambda: "folder of the test")
    monkeypatch.setattr("lib.ui.take_along.archive._temporary", Full)
    app = press(open_page(url, PAGE), "prepare_page")
    assert "Disk full:\u2060 folder of the test cannot be written" in app.error[0].value
    assert not app.get("download_button")


def test_a_backup_by_hand_is_listed_at_once(open_page, url):
    app = open_page(url, PAGE)
    assert values(app)["Last backup"] == "–"
    press(app, "back_up_now")
    assert values(app)["Backups"] == "1"
    assert values(app)["Last backup"] == "under 1 h ago"
    assert list(app.dataframe[0].value["Why"]) == ["by hand"]


def test_a_restored_backup_is_what_every_page_shows_at_once(open_page, url, sample_copy):
    before = content(sample_copy)
    backups.back_up(url, NOW)
    log_run(sample_copy, LoggedRun("2026-11-21", distance_m=77_000.0), NOW)
    app = open_page(url, "log/runs.py")
    runs = len(app.dataframe[0].value)
    app.switch_page(f"pages/{PAGE}").run()
    press(app, "restore_backup")
    assert "is kept as a backup first" in said(app)
    press(app, "restore_now")
    assert "Restored: everything is as it was on" in app.success[0].value
    assert content(sample_copy) == before
    assert [str(each.kind) for each in backups.list_backups(url)] == ["before-restore", "by-hand"]
    app.switch_page("pages/log/runs.py").run()
    assert not app.exception
    assert len(app.dataframe[0].value) == runs - 1


def test_everything_is_deleted_after_the_word_and_the_app_begins_anew(open_page, url, sample_copy):
    backups.back_up(url, NOW)
    records = sum(erase.sources(sample_copy).values())
    log = data_folder() / FILE_NAME
    keep_log(data_folder())
    told(StoreError("The file läufe.csv cannot be read."))
    assert log.exists()
    app = press(open_page(url, PAGE), "delete_everything")
    press(app, "prepare_before_deleting")
    assert len(app.get("download_button")) >= 1
    delete_for_good(app, "no")
    assert "Nothing was deleted" in said(app)
    delete_for_good(app, " Delete ")
    assert f"{records} records, and 1 backup" in app.success[0].value
    with sample_copy.read() as conn:
        assert is_empty(conn, sample_copy.athlete_id)
    assert backups.list_backups(url) == []
    assert not log.exists()
    app.switch_page("pages/dashboard/overview.py").run()
    assert not app.exception
    assert "Look around with a sample athlete" in {each.label for each in app.button}


def test_a_source_is_deleted_and_the_others_stay(open_page, url, sample_copy):
    sources = erase.sources(sample_copy)
    app = open_page(url, PAGE)
    box = next(each for each in app.selectbox if each.key == "source_to_delete")
    box.set_value("hevy").run()
    press(app, "delete_source")
    delete_for_good(app)
    assert app.success[0].value.startswith("Hevy is deleted for good")
    assert set(erase.sources(sample_copy)) == set(sources) - {"hevy"}


def test_the_bytes_of_a_file_are_deleted_and_its_records_stay(open_page, url, sample_copy):
    before, files = content(sample_copy), len(erase.originals(sample_copy))
    app = press(open_page(url, PAGE), "delete_file")
    delete_for_good(app)
    assert "Its records are still there" in app.success[0].value
    assert len(erase.originals(sample_copy)) == files - 1
    assert content(sample_copy) == before


def test_of_the_sample_athlete_every_control_is_off_with_its_reason(open_page, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setattr(sys, "argv", ["app.py", "--demo"])
    app = open_page(f"sqlite:///{tmp_path / 'mine.db'}", PAGE)
    ours = [each for each in app.button if each.key != "leave_demo"]
    assert len(ours) >= 5
    assert {each.label for each in ours if not (each.disabled and each.help == control.IN_DEMO)} == set()


def test_where_nothing_can_be_stored_all_is_off_but_the_file(open_page, url, monkeypatch):
    monkeypatch.setattr(writing, "why_not_writable", lambda _engine: "The disk is full.")
    app = open_page(url, PAGE)
    assert {each.key for each in app.button if not each.disabled} == {"write_again", "prepare_page"}


def test_the_installation_is_told_when_it_is_opened_and_says_nothing_of_the_training(sample_copy):
    from lib.ui.take_along.installation import as_text

    text = as_text(diagnose(sample_copy, str(sample_copy.engine.url), NOW))
    assert text.startswith("versions: python ")
    assert "strength_set" in text
    assert "Squat" not in text


def test_on_a_server_one_sentence_says_who_makes_the_backups(open_page, url, monkeypatch):
    monkeypatch.setattr(backups, "file_of", lambda _url: None)
    app = open_page(url, PAGE)
    assert "`pg_dump`" in said(app)
    assert not app.metric
    assert not {"back_up_now", "restore_backup"} & {each.key for each in app.button}


def test_a_dialog_that_was_left_open_is_gone_when_the_page_is_opened_again(open_page, url):
    app = press(open_page(url, PAGE), "delete_everything")
    assert "**All of it**" in said(app)
    app.switch_page("pages/data/settings.py").run()
    app.switch_page(f"pages/{PAGE}").run()
    assert "**All of it**" not in said(app)


def test_a_backup_and_a_prepared_file_of_a_damaged_database_are_made_and_say_so(open_page, url):
    with closing(sqlite3.connect(backups.file_of(url))) as connection:
        connection.execute("UPDATE activity SET title = 'x' || title WHERE id = 2")
        connection.commit()
    app = press(open_page(url, PAGE), "prepare_page")
    assert "The database is damaged" in app.warning[0].value
    assert app.get("download_button")
    press(app, "back_up_now")
    assert "The database is damaged" in said(app)
    assert values(app)["Backups"] == "1"
