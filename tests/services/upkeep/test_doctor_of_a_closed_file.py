"""The doctor tells versions, paths, sizes and backups also of a database that cannot be opened."""

import sqlite3
from datetime import UTC, datetime

import pytest

from lib.services.upkeep.backups import back_up, file_of
from lib.services.upkeep.doctor import diagnose_at
from lib.store.account import open_account

NOW = datetime(2026, 5, 1, 12, tzinfo=UTC)


def wrong_magic(data: bytes) -> bytes:
    return b"X" + data[1:]


def newer_schema(data: bytes) -> bytes:
    return data[:60] + (9_999).to_bytes(4) + data[64:]


def cut(data: bytes) -> bytes:
    return data[: len(data) // 2]


def nothing(_data: bytes) -> bytes:
    return b""


def schema_text(data: bytes) -> bytes:
    return data.replace(b"CREATE TABLE goal", b"CREATE TABXE goal")


@pytest.mark.parametrize("damage", [wrong_magic, newer_schema, cut, nothing, schema_text])
def test_of_a_file_that_cannot_be_opened_all_is_told_but_what_is_in_it(sqlite_url, damage):
    open_account(sqlite_url).engine.dispose()
    back_up(sqlite_url, NOW)
    file = file_of(sqlite_url)
    file.write_bytes(damage(file.read_bytes()))
    before = file.read_bytes()
    found = diagnose_at(sqlite_url, NOW)
    assert file.read_bytes() == before
    assert (found.versions["sqlite"], found.paths["database"]) == (sqlite3.sqlite_version, str(file))
    assert (found.sizes["database"], found.backups["number"], found.counts) == (len(before), 1, {})
    assert found.database["state"] == found.problems[0]
    assert len(found.problems) == 1
