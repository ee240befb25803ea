"""A backup of a damaged database is made, and never in the place of one that is whole."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta

from lib.services.checking.daily_backup import back_up_if_due
from lib.services.upkeep.backups import file_of, list_backups, restore
from lib.store.account import open_account
from lib.store.database.kept_backups import BackupKind

BEGIN = datetime(2026, 5, 1, 12, tzinfo=UTC)


def test_backups_of_a_damaged_database_push_out_none_that_is_whole_and_are_not_the_latest(sqlite_url):
    open_account(sqlite_url).engine.dispose()
    good = back_up_if_due(sqlite_url, BEGIN)
    with closing(sqlite3.connect(file_of(sqlite_url))) as connection:
        connection.execute("UPDATE athlete SET time_zone = 'Nowhere'")
        connection.commit()
    for day in range(1, 6):
        back_up_if_due(sqlite_url, BEGIN + timedelta(days=day))
    kinds = [each.kind for each in list_backups(sqlite_url)]
    assert kinds == [*[BackupKind.DAMAGED] * 3, BackupKind.DAILY]
    assert restore(sqlite_url, "latest", BEGIN + timedelta(days=9))[0] == good.path
