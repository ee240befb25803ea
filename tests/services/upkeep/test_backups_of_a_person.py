"""Backups as a person asks for them: made, listed, due once a day, brought back by name; a server has its own."""

from datetime import UTC, datetime, timedelta

import pytest
from look_alikes import BERLIN, hevy, hevy_set

from lib.model.errors import StoreError
from lib.services.importing.import_files import import_files
from lib.services.queries.records import list_sessions
from lib.services.upkeep import backups
from lib.services.upkeep.daily_backup import back_up_if_due
from lib.services.upkeep.restore import restore
from lib.store.account import open_account
from lib.store.database.kept_backups import BackupKind

NOW = datetime(2026, 11, 28, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
SERVER = "postgresql+psycopg://somebody@localhost/legwork"


@pytest.fixture
def url(tmp_path):
    url = f"sqlite:///{tmp_path / 'legwork.db'}"
    with_sessions(url, 1)
    return url


def with_sessions(url, *days):
    account = open_account(url)
    assert import_files(account, [hevy(*map(hevy_set, days))], BERLIN).ok
    account.engine.dispose()


def sessions(url):
    account = open_account(url)
    try:
        return len(list_sessions(account))
    finally:
        account.engine.dispose()


def test_a_backup_is_listed_and_brought_back_by_its_name_and_what_was_there_is_kept(url):
    made = backups.back_up(url, NOW)
    with_sessions(url, 1, 2)
    assert sessions(url) == 2
    back, kept, problems, _ = restore(url, made.path.name, NOW + HOUR)
    assert (back, sessions(url), problems) == (made.path, 1, [])
    assert kept == backups.list_backups(url)[0].path
    assert [each.kind for each in backups.list_backups(url)] == [BackupKind.RESTORE, BackupKind.BY_HAND]
    restore(url, str(kept), NOW + 2 * HOUR)
    assert sessions(url) == 2


def test_latest_is_the_newest_one(url):
    backups.back_up(url, NOW)
    with_sessions(url, 1, 2)
    newest = backups.back_up(url, NOW + HOUR)
    assert restore(url, "latest", NOW + 2 * HOUR)[0] == newest.path
    assert sessions(url) == 2


def test_a_backup_elsewhere_is_not_in_the_list(url, tmp_path):
    made = backups.back_up(url, NOW, to=tmp_path / "elsewhere" / "mine.db")
    assert made.path == tmp_path / "elsewhere" / "mine.db"
    assert backups.list_backups(url) == []


def test_one_a_day_is_due(url):
    first = back_up_if_due(url, NOW)
    assert first is not None
    assert first.kind is BackupKind.DAILY
    assert back_up_if_due(url, NOW + 23 * HOUR) is None
    assert back_up_if_due(url, NOW + 24 * HOUR) is not None


def test_before_something_large_there_is_one_of_its_kind(url):
    account = open_account(url)
    backups.back_up_before(account, BackupKind.UNDO, NOW)
    account.engine.dispose()
    assert [each.kind for each in backups.list_backups(url)] == [BackupKind.UNDO]


def test_where_there_is_no_database_there_is_nothing_to_copy(tmp_path):
    url = f"sqlite:///{tmp_path / 'none.db'}"
    assert back_up_if_due(url, NOW) is None
    assert backups.list_backups(url) == []
    with pytest.raises(StoreError, match="nothing to back up"):
        backups.back_up(url, NOW)


def test_without_a_backup_none_is_the_latest_and_a_name_that_is_none_is_refused(url):
    with pytest.raises(StoreError, match=r"no backup of .* yet"):
        restore(url, "latest", NOW)
    with pytest.raises(StoreError, match=r"no backup other\.db"):
        restore(url, "other.db", NOW)


def test_a_server_is_backed_up_by_its_own_means():
    assert backups.file_of(SERVER) is None
    assert backups.list_backups(SERVER) == []
    assert back_up_if_due(SERVER, NOW) is None
    for act in (lambda: backups.back_up(SERVER, NOW), lambda: restore(SERVER, "latest", NOW)):
        with pytest.raises(StoreError, match="pg_dump"):
            act()
