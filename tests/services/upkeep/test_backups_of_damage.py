"""A backup of a damaged database is made, and never in the place of one that is whole."""

import json
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta

import pytest
from chaos.filled import run

from lib.services.checking.check import check
from lib.services.upkeep.backups import back_up, back_up_before, file_of, list_backups
from lib.services.upkeep.daily_backup import back_up_if_due
from lib.services.upkeep.restore import restore
from lib.store.account import open_account
from lib.store.database.kept_backups import BackupKind

BEGIN = datetime(2026, 5, 1, 12, tzinfo=UTC)


def spoil(path, zone="Nowhere"):
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE athlete SET time_zone = ?", (zone,))
        connection.commit()


def days(number):
    return BEGIN + timedelta(days=number)


@pytest.fixture
def url(sqlite_url):
    open_account(sqlite_url).engine.dispose()
    return sqlite_url


def before_merges(url, *moments):
    account = open_account(url)
    for moment in moments:
        back_up_before(account, BackupKind.MERGE, moment)
    account.engine.dispose()


def kinds(url):
    return [each.kind for each in list_backups(url)]


def test_backups_of_a_damaged_database_push_out_none_that_is_whole_and_are_not_the_latest(url):
    good = back_up_if_due(url, BEGIN)
    spoil(file_of(url))
    for day in range(1, 6):
        back_up_if_due(url, days(day))
    assert kinds(url) == [*[BackupKind.DAMAGED] * 3, BackupKind.DAILY]
    assert restore(url, "latest", days(9)).copy == good.path


@pytest.mark.parametrize("kind", [BackupKind.BY_HAND, BackupKind.MERGE, BackupKind.UPGRADE])
def test_the_latest_is_the_newest_in_which_nothing_is_found_of_whatever_kind(url, kind):
    back_up(url, BEGIN, kind=kind)
    good = back_up(url, days(1), kind=kind)
    spoil(file_of(url))
    passed_over = [back_up(url, days(day), kind=kind).path for day in (3, 2)]
    back = restore(url, "latest", days(9))
    assert (back.copy, back.problems, back.passed_over) == (good.path, [], passed_over)
    assert check(url).problems == []


def test_where_no_backup_is_whole_the_newest_is_the_latest_and_its_damage_is_told(url):
    spoil(file_of(url))
    back_up(url, BEGIN)
    newest = back_up(url, days(1))
    back = restore(url, "latest", days(9))
    assert (back.copy, back.passed_over) == (newest.path, [])
    assert back.problems


def test_a_backup_whose_bytes_changed_is_passed_over_too(url):
    good, changed = back_up(url, BEGIN), back_up(url, days(1))
    with changed.path.open("ab") as stream:
        stream.write(b"x")
    back = restore(url, "latest", days(9))
    assert (back.copy, back.passed_over) == (good.path, [changed.path])


def test_a_damaged_backup_that_is_named_is_brought_back_and_its_damage_is_told(url):
    spoil(file_of(url))
    named = back_up(url, BEGIN)
    spoil(file_of(url), "Europe/Berlin")
    told = json.loads(run(url, "restore", named.path.name, "--json").stdout)
    assert told["problems"] == check(url).problems != []
    said = run(url, "restore", named.path.name).output
    assert "The backup that was restored is damaged: athlete 1" in said


def test_people_read_which_backups_were_passed_over(url):
    back_up(url, BEGIN)
    spoil(file_of(url))
    one = back_up(url, days(1)).path
    assert f"Passed over a newer backup that is damaged: {one}." in run(url, "restore", "latest").output
    told = json.loads(run(url, "restore", "latest", "--json").stdout)
    assert told["passed_over"][-1] == str(one)  # beside what was there before the first restore
    assert told["problems"] == []


def test_backups_before_acts_on_a_damaged_database_push_out_none_that_nobody_looked_at(url):
    before_merges(url, *map(days, range(3)))
    good = list_backups(url)
    spoil(file_of(url))
    before_merges(url, *map(days, range(3, 10)))
    assert [each for each in list_backups(url) if each.kind is BackupKind.MERGE] == good
    assert kinds(url).count(BackupKind.BEFORE_DAMAGED) == 3
    assert restore(url, "latest", days(11)).copy == good[0].path


def test_restores_over_a_damaged_database_push_out_none_that_nobody_looked_at(url):
    good = [back_up(url, days(day), kind=BackupKind.RESTORE) for day in range(3)]
    spoil(file_of(url))
    damaged = back_up(url, days(4))
    for day in range(5, 10):
        restore(url, damaged.path.name, days(day))
    assert {each.path for each in good} <= {each.path for each in list_backups(url)}


def test_backups_before_acts_on_a_whole_database_go_on_rotating(url):
    before_merges(url, *map(days, range(6)))
    assert kinds(url) == [BackupKind.MERGE] * 3
    assert list_backups(url)[0].made_at.day == days(5).day


def test_nothing_is_read_for_a_backup_before_an_act_where_a_backup_of_the_day_covers_what_goes(url, monkeypatch):
    before_merges(url, *map(days, range(3)))
    back_up_if_due(url, days(3))
    monkeypatch.setattr("lib.services.upkeep.backups.check_file", lambda _: pytest.fail("everything was read"))
    before_merges(url, *map(days, range(4, 7)))
    assert kinds(url) == [*[BackupKind.MERGE] * 3, BackupKind.DAILY]


def test_what_a_restore_put_away_is_the_latest_only_where_there_is_nothing_else(url):
    good = back_up(url, BEGIN)
    first = restore(url, "latest", days(1))
    assert restore(url, "latest", days(2)).copy == first.copy == good.path
    good.path.unlink()
    assert restore(url, "latest", days(3)).copy.name.endswith("-before-restore.db")
