"""A backup is offered only in the place of a database that is gone or damaged."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta

import pytest

from lib.services.upkeep.backups import back_up, file_of
from lib.services.upkeep.doctor import diagnose_at
from lib.services.upkeep.restore import LATEST, backup_in_place_of, restore
from lib.store.account import open_account
from lib.store.database.schema import SCHEMA_VERSION

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


@pytest.fixture
def url(sqlite_url):
    open_account(sqlite_url).engine.dispose()
    return sqlite_url


@pytest.mark.parametrize("damage", ["gone", "empty", "first page", "in the middle"])
def test_the_newest_backup_is_offered_where_the_database_is_lost(url, damage):
    file = file_of(url)
    back_up(url, NOW)
    made = back_up(url, NOW + timedelta(hours=1))
    assert backup_in_place_of(url) is None
    data = bytearray(file.read_bytes())
    if damage == "gone":
        file.unlink()
    elif damage == "empty":
        file.write_bytes(b"")
    else:
        place = 0 if damage == "first page" else 4096 * 5
        data[place : place + 4096 * 3] = b"\xee" * 4096 * 3
        file.write_bytes(data)
    assert backup_in_place_of(url).path == made.path
    restore(url, LATEST, NOW + timedelta(hours=2))
    assert backup_in_place_of(url) is None


def test_without_a_backup_nothing_is_offered(url):
    file_of(url).unlink()
    assert backup_in_place_of(url) is None
    assert backup_in_place_of("postgresql://nobody@127.0.0.1:1/none") is None


def test_in_the_place_of_a_newer_release_nothing_is_offered(url):
    back_up(url, NOW)
    with closing(sqlite3.connect(file_of(url))) as connection:
        connection.execute(f"PRAGMA user_version={SCHEMA_VERSION + 1}")
    assert backup_in_place_of(url) is None


@pytest.mark.parametrize("backed_up", [True, False])
def test_the_doctor_makes_no_database_and_says_what_to_do_where_it_is_gone(url, backed_up):
    if backed_up:
        back_up(url, NOW)
    file_of(url).unlink()
    found = diagnose_at(url, NOW)
    assert found.problems[0].startswith(f"There is no database at {file_of(url)}")
    assert ("legwork restore latest" in found.problems[0]) is backed_up
    assert not file_of(url).exists()
