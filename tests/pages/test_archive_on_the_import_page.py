"""An archive of ours among the files: recognised, previewed, restored or merged; what cannot be is a sentence."""

import io
import json
from zipfile import ZipFile

import pytest
from look_alikes import BERLIN, hevy, hevy_set, strava, strava_run
from test_doubts_on_the_import_page import IMPORT, button, drop, wait

from lib.importers.base import Upload
from lib.services.archive.bring import bring
from lib.services.archive.export import export
from lib.services.importing.import_files import import_files
from lib.services.upkeep import backups
from lib.store.account import open_account
from lib.store.records.fingerprint import content_hash_of_everything


@pytest.fixture
def exported(tmp_path):
    """Everything of an athlete with two files, and the hash of it."""
    other = open_account(f"sqlite:///{tmp_path / 'other' / 'other.db'}")
    assert import_files(other, [hevy(hevy_set(2), hevy_set(5)), strava(strava_run(3))], BERLIN).ok
    manifest = export(other, tmp_path / "mine.zip")
    other.engine.dispose()
    return Upload("mine.zip", (tmp_path / "mine.zip").read_bytes()), manifest.content


@pytest.fixture
def account(tmp_path):
    found = open_account(f"sqlite:///{tmp_path / 'here' / 'here.db'}")
    yield found
    found.engine.dispose()


@pytest.fixture
def app(account, open_page):
    return open_page(str(account.engine.url), IMPORT)


def said(app):
    kinds = ("markdown", "caption", "success", "warning", "error", "info")
    return " ".join(str(each.value) for kind in kinds for each in app.get(kind))


def content(account):
    with account.read() as conn:
        return content_hash_of_everything(conn, account.athlete_id)


def put_in(app):
    button(app, "Import").click().run()
    wait(app)


def test_files_that_are_not_in_an_archive_are_told_before_it_is_imported(app, tmp_path, exported):
    shorter = io.BytesIO()
    with ZipFile(io.BytesIO(exported[0].source)) as whole, ZipFile(shorter, "w") as less:
        gone = next(name for name in whole.namelist() if name.startswith("originals/"))
        told = json.loads(whole.read("manifest.json"))
        told["originals"] -= 1
        del told["members"][gone]
        for name in whole.namelist():
            if name not in (gone, "manifest.json"):
                less.writestr(name, whole.read(name))
        less.writestr("manifest.json", json.dumps(told))
    drop(app, Upload("mine.zip", shorter.getvalue()))
    assert "A file that was imported is not in it" in said(app)


def test_into_an_empty_database_it_restores_everything_as_it_was(app, account, exported):
    archive, expected = exported
    before = content(account)
    drop(app, archive)
    assert "**It is restored**" in said(app)
    assert "1 run or other activity, 2 strength sessions, 2 sets, 2 imported files" in said(app)
    assert content(account) == before
    put_in(app)
    assert app.success[0].value.startswith("Everything is as it was when it was exported: 1 run")
    assert content(account) == expected
    assert any(each.label == "Undo" for each in app.button)


def test_into_one_that_holds_training_it_is_merged_after_a_backup(app, account, exported):
    assert import_files(account, [strava(strava_run(3))], BERLIN).ok
    before = content(account)
    drop(app, exported[0])
    assert "**It is merged**" in said(app)
    assert "* 1 file: 2 new strength sessions, 2 new sets (1 other is here already)" in said(app)
    assert content(account) == before
    assert backups.list_backups(str(account.engine.url)) == []
    put_in(app)
    assert app.success[0].value.startswith("Merged: 1 file with 2 new strength sessions, 2 new sets;")
    assert [str(each.kind) for each in backups.list_backups(str(account.engine.url))] == ["before-merge"]


def test_one_of_which_all_is_here_has_nothing_to_import(app, account, exported):
    bring(account, exported[0])
    drop(app, exported[0])
    assert "**There is nothing to merge**" in said(app)
    assert button(app, "Import").disabled


def test_beside_other_files_it_is_asked_to_come_alone(app, account, exported):
    before = content(account)
    drop(app, exported[0], hevy(hevy_set(2)))
    assert "imported by itself" in app.warning[0].value
    assert "Import" not in {each.label for each in app.button}
    assert content(account) == before


def rewritten(archive, name, change):
    """The archive with one member changed."""
    out = io.BytesIO()
    with ZipFile(io.BytesIO(archive.source)) as old, ZipFile(out, "w") as new:
        for each in old.namelist():
            new.writestr(each, change(old.read(each)) if each == name else old.read(each))
    return Upload(archive.name, out.getvalue())


@pytest.mark.parametrize(
    ("name", "change", "sentence"),
    [
        ("manifest.json", lambda text: text.replace(b'"schema": ', b'"schema": 9'), "written by a newer Legwork"),
        ("tables/session.csv", lambda text: text + b"x", "The archive is cut or damaged"),
    ],
)
def test_one_that_cannot_be_taken_says_why_and_nothing_is_imported(app, account, exported, name, change, sentence):
    before = content(account)
    drop(app, rewritten(exported[0], name, change))
    assert sentence in app.error[0].value
    assert "Import" not in {each.label for each in app.button}
    assert content(account) == before


def test_of_one_that_was_cut_nothing_is_imported(app, exported):
    archive = exported[0]
    drop(app, Upload(archive.name, archive.source[: len(archive.source) // 2]))
    assert button(app, "Import").disabled
    assert "incomplete" in said(app) or any("incomplete" in str(each.value) for each in app.dataframe)
