"""Whether an open database is still ours, and whether anything can be stored in it."""

import sqlite3
from contextlib import closing

import pytest
from sqlalchemy import text

from lib.model.errors import StoreError
from lib.store.database import condition
from lib.store.database.condition import file_identity, is_ours, why_not_writable
from lib.store.database.connections import connect_file, database_file, parse_url
from lib.store.database.engine import open_database
from lib.store.database.schema import SCHEMA_VERSION
from lib.store.database.sentences import sentence
from lib.store.database.transactions import read_any
from lib.store.own.athletes import load_athlete


@pytest.fixture
def on_sqlite(sqlite_url):
    return open_database(sqlite_url)


def path_of(engine):
    return database_file(engine.url)


def test_a_database_that_is_well_is_ours_and_can_be_written(engine, account):
    with account.read() as connection:
        before = load_athlete(connection, account.athlete_id).revision
    assert is_ours(engine)
    assert why_not_writable(engine) == ""
    with read_any(engine) as connection:
        assert connection.execute(text("SELECT revision FROM athlete")).scalar_one() == before


def test_asking_changes_no_byte(on_sqlite):
    before = path_of(on_sqlite).read_bytes()
    assert why_not_writable(on_sqlite) == ""
    assert path_of(on_sqlite).read_bytes() == before
    assert {path.name for path in path_of(on_sqlite).parent.iterdir()} == {path_of(on_sqlite).name}


@pytest.mark.parametrize("how", ["IMMEDIATE", "EXCLUSIVE"])
def test_while_another_program_writes_the_reason_is_that(on_sqlite, how):
    with closing(sqlite3.connect(path_of(on_sqlite), isolation_level=None)) as other:
        other.execute(f"BEGIN {how}")
        reason = why_not_writable(on_sqlite)
    assert "Something else is writing" in reason
    assert "Nothing was stored" not in reason
    assert why_not_writable(on_sqlite) == ""


def test_a_file_that_may_only_be_read_is_named(on_sqlite, monkeypatch):
    monkeypatch.setattr(condition, "connect_file", lambda path: connect_file(path, "ro"))
    reason = why_not_writable(on_sqlite)
    assert "read-only" in reason
    assert str(path_of(on_sqlite)) in reason


def of_sqlite(words, name):
    error = sqlite3.OperationalError(words)
    error.sqlite_errorname = name
    return error


@pytest.mark.parametrize(
    ("error", "there", "words"),
    [
        (of_sqlite("attempt to write a readonly database", "SQLITE_READONLY_DIRECTORY"), True, "folder's permissions"),
        (of_sqlite("unable to open database file", "SQLITE_CANTOPEN"), True, "folder's permissions"),
        (of_sqlite("unable to open database file", "SQLITE_CANTOPEN"), False, "the file is missing or may not be read"),
        (of_sqlite("attempt to write a readonly database", "SQLITE_READONLY"), True, "check the file's permissions"),
    ],
    ids=["folder", "folder without leave", "no file", "file"],
)
def test_a_folder_that_lets_no_journal_be_made_is_told_apart_from_a_file(tmp_path, error, there, words):
    path = tmp_path / "mine.db"
    if there:
        path.touch()
    assert words in sentence(str(path), error)


def test_a_server_that_lets_nothing_be_written_is_seen(empty_postgres_url):
    engine = open_database(empty_postgres_url)
    with engine.connect() as connection:
        name = connection.execute(text("SELECT current_database()")).scalar_one()
        connection.execute(text(f"ALTER DATABASE {name} SET default_transaction_read_only=on"))
        connection.commit()
    engine.dispose()
    assert "read-only" in why_not_writable(engine)
    assert is_ours(engine)
    engine.dispose()


def test_a_file_that_is_gone_is_not_made_anew(on_sqlite):
    path_of(on_sqlite).unlink()
    with pytest.raises(StoreError, match="is gone"):
        is_ours(on_sqlite)
    assert why_not_writable(on_sqlite)
    assert not path_of(on_sqlite).exists()


def test_another_file_in_its_place_is_another_one(on_sqlite, tmp_path):
    known = file_identity(on_sqlite)
    copy = tmp_path / "copy.db"
    copy.write_bytes(path_of(on_sqlite).read_bytes())
    copy.replace(path_of(on_sqlite))
    assert file_identity(on_sqlite) != known


def test_what_another_release_took_over_is_not_written_to(engine, account):
    with engine.connect() as connection:
        if engine.dialect.name == "sqlite":
            connection.exec_driver_sql(f"PRAGMA user_version={SCHEMA_VERSION + 1}")
        else:
            connection.execute(text(f"UPDATE alembic_version SET version_num='{SCHEMA_VERSION + 1:04d}'"))
        connection.commit()
    with pytest.raises(StoreError, match="newer Legwork"):
        is_ours(engine)
    with pytest.raises(StoreError, match="no longer that of this release"), account.write():
        pytest.fail("the transaction must not begin")


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("postgresql://me:secret@host:abc/db", "cannot be read"),
        ("postgresql://me:sec@ret@host/db", "%40"),
    ],
)
def test_a_url_that_cannot_be_read_is_refused_without_its_password(url, words):
    with pytest.raises(StoreError, match=words) as told:
        parse_url(url)
    assert "sec" not in str(told.value)
    assert told.value.__cause__ is None
