"""Reading sees one moment, writing is all or nothing, and trouble is told in words."""

import math
import sqlite3
import subprocess
import sys
from contextlib import closing, suppress
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import text
from training_records import run, session, squat

from lib.model.errors import StoreError
from lib.model.vocabulary import RecordKind
from lib.store.account import Account, open_account
from lib.store.database.connections import connect_file, database_file, parse_url
from lib.store.database.engine import open_database
from lib.store.own.athletes import load_athlete
from lib.store.records import records

ROOT = Path(__file__).parents[3]


def revision(account):
    with account.read() as conn:
        return load_athlete(conn, account.athlete_id).revision


def count_activities(account):
    with account.read() as conn:
        return len(records.known_records(conn, account.athlete_id, RecordKind.ACTIVITY, "app"))


def add_run(conn, account, key="a"):
    record_id = records.next_id(conn, account.athlete_id, RecordKind.ACTIVITY)
    records.insert_activities(conn, account.athlete_id, "app", [(record_id, "h", run(key))])


def test_every_write_raises_the_revision_by_one(account):
    for expected in (1, 2):
        with account.write():
            pass
        assert revision(account) == expected


@pytest.mark.parametrize("interruption", [ValueError, KeyboardInterrupt, GeneratorExit])
def test_whatever_is_raised_takes_everything_back(account, interruption):
    with pytest.raises(interruption), account.write() as conn:
        add_run(conn, account)
        raise interruption
    assert count_activities(account) == 0
    assert revision(account) == 0


def test_a_savepoint_takes_back_only_its_own_part(account):
    with account.write() as conn:
        add_run(conn, account, "kept")
        with conn.begin_nested() as savepoint:
            add_run(conn, account, "taken back")
            savepoint.rollback()
        add_run(conn, account, "kept too")
    assert count_activities(account) == 2


def test_nothing_can_be_written_while_reading(account):
    with pytest.raises(StoreError, match="read-only"), account.read() as conn:
        conn.execute(text("UPDATE athlete SET name = 'x'"))
    with account.write():
        pass


def test_a_reader_on_postgresql_sees_one_moment_while_others_write(empty_postgres_url):
    account = open_account(empty_postgres_url)
    with account.read() as conn:
        before = load_athlete(conn, account.athlete_id).revision
        with account.write():
            pass
        assert load_athlete(conn, account.athlete_id).revision == before
    assert revision(account) == before + 1
    account.engine.dispose()


@pytest.mark.parametrize("way", [Account.read, Account.write])
def test_nothing_is_read_or_written_for_an_athlete_who_is_gone(account, way):
    with pytest.raises(StoreError, match="no athlete 99"), way(replace(account, athlete_id=99)):
        pass


def test_a_set_of_no_session_is_refused(account):
    with pytest.raises(StoreError, match="refused"), account.write() as conn:
        conn.execute(text("INSERT INTO import_problem VALUES (1, 5, 0, 0, NULL, NULL, NULL, 'why', 1)"))


@pytest.mark.parametrize("number", [math.inf, -math.inf, -1.0, 1_000_000.5])
def test_an_impossible_distance_is_refused(account, number):
    with pytest.raises(StoreError, match="refused"), account.write() as conn:
        records.insert_activities(conn, account.athlete_id, "app", [(1, "h", run(distance_m=number))])


def test_nan_is_never_stored(account):
    """PostgreSQL refuses it by the upper bound of its CHECK; SQLite has no NaN and makes it NULL: not known."""
    with suppress(StoreError), account.write() as conn:
        records.insert_activities(conn, account.athlete_id, "app", [(1, "h", run(distance_m=math.nan))])
    with account.read() as conn:
        stored = [row[0] for row in conn.execute(text("SELECT distance_m FROM activity"))]
    assert stored == ([None] if account.engine.dialect.name == "sqlite" else [])


@pytest.mark.parametrize("wrong", [{"reps": 10_001}, {"load_kg": math.inf}, {"kind": "warmup"}, {"exercise_name": ""}])
def test_an_impossible_set_is_refused(account, wrong):
    with pytest.raises(StoreError, match="refused"), account.write() as conn:
        records.insert_sessions(conn, account.athlete_id, "app", [(1, "h", session(sets=(squat(**wrong),)))])


def test_text_in_a_number_is_refused(account):
    with pytest.raises(StoreError), account.write() as conn:
        records.insert_sessions(conn, account.athlete_id, "app", [(1, "h", session(sets=(squat(reps="many"),)))])


def test_sqlite_connections_have_the_settings_that_keep_data_safe(sqlite_url):
    engine = open_database(sqlite_url)
    expected = {"foreign_keys": 1, "busy_timeout": 5000, "trusted_schema": 0, "secure_delete": 1, "synchronous": 2}
    with engine.connect() as conn:
        found = {name: conn.exec_driver_sql(f"PRAGMA {name}").scalar() for name in expected}
        assert found == expected
        assert conn.exec_driver_sql("PRAGMA mmap_size").scalar() in (0, None)
        expected_mode = "wal" if sqlite3.sqlite_version_info >= (3, 51, 3) else "delete"
        assert conn.exec_driver_sql("PRAGMA journal_mode").scalar() == expected_mode


def test_a_writer_holds_the_file_from_its_first_moment_on(sqlite_url):
    account = open_account(sqlite_url)
    with closing(connect_file(database_file(parse_url(sqlite_url)))) as other:
        other.execute("PRAGMA busy_timeout=0")
        other.isolation_level = None
        with account.write(), pytest.raises(sqlite3.OperationalError, match="locked"):
            other.execute("BEGIN IMMEDIATE")


def test_a_locked_file_is_told_in_words(sqlite_url, monkeypatch):
    monkeypatch.setattr("lib.store.database.connections._PRAGMAS", ("PRAGMA busy_timeout=0",))
    account = open_account(sqlite_url)
    with closing(connect_file(database_file(parse_url(sqlite_url)))) as other:
        other.isolation_level = None
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(StoreError, match="Something else is writing"), account.write():
            pass


def test_a_full_disk_is_told_in_words_and_leaves_what_was_there(sqlite_url):
    account = open_account(sqlite_url)
    with account.write() as conn:
        add_run(conn, account, "before")
    with pytest.raises(StoreError, match="Disk full"), account.write() as conn:
        pages = conn.exec_driver_sql("PRAGMA page_count").scalar_one()
        conn.exec_driver_sql(f"PRAGMA max_page_count={pages + 3}")
        for number in range(2, 500):
            records.insert_activities(
                conn, account.athlete_id, "app", [(number, "h", run(f"{number}", notes="x" * 5000))]
            )
    assert count_activities(account) == 1
    with account.write() as conn:
        add_run(conn, account, "after")
    assert count_activities(account) == 2


def test_a_full_disk_that_takes_the_transaction_back_itself_is_told_also_within_a_savepoint(sqlite_url):
    account = open_account(sqlite_url)
    with pytest.raises(StoreError, match="Disk full"), account.write() as conn, conn.begin_nested():
        conn.exec_driver_sql("ROLLBACK")  # as SQLite does where it has no room left
        raise sqlite3.OperationalError("database or disk is full")
    assert revision(account) == 0


def test_a_file_that_is_deleted_under_the_program_is_noticed_and_not_made_anew(sqlite_url):
    account = open_account(sqlite_url)
    path = database_file(parse_url(sqlite_url))
    path.unlink()
    with pytest.raises(StoreError, match="missing"), account.write():
        pass
    assert not path.exists()


def test_a_server_that_is_not_there_is_told_in_words():
    with pytest.raises(StoreError, match="cannot be reached") as told:
        open_database("postgresql://someone:geheim@127.0.0.1:1/nothing")
    assert "geheim" not in str(told.value)


def test_a_connection_that_the_server_ended_is_told_in_words_and_replaced(empty_postgres_url):
    account = open_account(empty_postgres_url)
    with pytest.raises(StoreError, match="cannot be reached"), account.write() as conn:
        own = conn.execute(text("SELECT pg_backend_pid()")).scalar_one()
        with account.engine.connect() as other:
            other.execute(text("SELECT pg_terminate_backend(:pid)"), {"pid": own})
        add_run(conn, account)
    with account.write() as conn:
        add_run(conn, account)
    assert count_activities(account) == 1
    account.engine.dispose()


WRITER = """
import sys
sys.path[:0] = [{root!r}, {tests!r}]
from training_records import run
from lib.model.vocabulary import RecordKind
from lib.store.records import records
from lib.store.account import open_account
account = open_account({url!r})
for number in range(20):
    with account.write() as conn:
        record_id = records.next_id(conn, 1, RecordKind.ACTIVITY)
        records.insert_activities(conn, 1, "app", [(record_id, "h", run(f"{{sys.argv[1]}}-{{number}}"))])
account.engine.dispose()
"""


def test_four_programs_can_write_at_once(database_url, account):
    code = WRITER.format(root=str(ROOT), tests=str(Path(__file__).parents[1]), url=database_url)
    writers = [subprocess.Popen([sys.executable, "-c", code, name]) for name in "abcd"]
    assert [writer.wait() for writer in writers] == [0, 0, 0, 0]
    assert count_activities(account) == 80
    assert revision(account) == 80
