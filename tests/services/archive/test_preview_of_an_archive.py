"""The preview of an archive: what the import will bring, while others read and write as if nobody looked."""

import pytest
from athletes import build

from lib.importers.base import Upload
from lib.services.archive.bring import bring
from lib.services.archive.export import export
from lib.store.account import account_of, open_account
from lib.store.database.engine import open_database
from lib.store.own import shoes
from lib.store.records.fingerprint import content_hash_of_everything


@pytest.fixture
def archive(tmp_path):
    athlete = build("jumps", tmp_path)
    export(athlete, tmp_path / "all.zip")
    athlete.engine.dispose()
    return Upload("all.zip", tmp_path / "all.zip")


def content(account):
    with account.read() as conn:
        return content_hash_of_everything(conn, account.athlete_id)


def mark(account, name):
    with account.write() as conn:
        shoes.set_mark(conn, account.athlete_id, name, 1.0)


def test_whoever_writes_while_somebody_looks_waits_for_nothing(archive, account, database_url):
    mark(account, "before")
    other = account_of(open_database(database_url))
    written = []

    def tick(name, _rows):
        if not written and not name.startswith(("tables/", "athlete")):
            written.append(name)
            mark(other, "meanwhile")

    bring(account, archive, dry_run=True, tick=tick)
    other.engine.dispose()
    assert written
    with account.read() as conn:
        assert set(shoes.read_marks(conn, account.athlete_id)) == {"before", "meanwhile"}


@pytest.mark.parametrize("something_there", [True, False])
def test_the_preview_says_what_the_import_then_does(archive, account, something_there):
    if something_there:
        mark(account, "here")
    before = content(account)
    looked = bring(account, archive, dry_run=True)
    assert content(account) == before
    brought = bring(account, archive)
    assert looked == brought
    assert (brought.merged is not None) == something_there


def test_looking_leaves_no_copy_behind(archive, sqlite_url, tmp_path, monkeypatch):
    (tmp_path / "aside").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "aside"))
    account = open_account(sqlite_url)
    mark(account, "here")

    def stop(name, _rows):
        raise KeyboardInterrupt(name)

    with pytest.raises(KeyboardInterrupt):
        bring(account, archive, dry_run=True, tick=stop)
    bring(account, archive, dry_run=True)
    assert list((tmp_path / "aside").iterdir()) == []
