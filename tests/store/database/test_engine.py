"""Opening: made, brought up to date, or refused untouched."""

import os
import shutil
import sqlite3
import stat
import subprocess
import sys
import tempfile
from contextlib import closing
from pathlib import Path

import pytest
from test_records import insert
from training_records import run, session

from lib.model.errors import StoreError
from lib.store.account import open_account
from lib.store.database import engine as opening
from lib.store.database import migrate, sqlite_file
from lib.store.database.connections import database_file, parse_url
from lib.store.database.engine import check_database, default_url, open_database
from lib.store.database.kept_backups import list_backups
from lib.store.database.schema import SCHEMA_VERSION
from lib.store.own.athletes import athlete_ids
from lib.store.records.fingerprint import content_hash_of_everything

ROOT = Path(__file__).parents[3]


def url_of(path: Path) -> str:
    return f"sqlite:///{path}"


@pytest.fixture
def filled(sqlite_url):
    """A database file with some training in it."""
    insert(
        open_account(sqlite_url), *(run(f"r{number}", day=number, notes="x" * 900) for number in range(60)), session()
    )
    return database_file(parse_url(sqlite_url))


def damaged(path: Path, case: str) -> None:
    content = bytearray(path.read_bytes())
    if case == "bad header":
        content[14] = ord("9")
    elif case == "half":
        content = content[: len(content) // 2]
    elif case == "short":
        content = content[:50]
    elif case == "foreign":
        content[68:72] = (0x0F055112).to_bytes(4)
    elif case == "newer":
        content[60:64] = (SCHEMA_VERSION + 1).to_bytes(4)
    elif case == "broken page":
        start = len(content) // 4096 // 2 * 4096
        content[start : start + 4096] = b"\xff" * 4096
    elif case == "text":
        content = bytearray(b"Date,Workout Name\n2026-01-01,Legs\n" * 40)
    path.write_bytes(content)


REFUSED = {
    "bad header": "not an SQLite database",
    "half": "damaged",
    "short": "not an SQLite database",
    "foreign": "another program",
    "newer": "newer Legwork",
    "broken page": "damaged",
    "text": "not an SQLite database",
}


@pytest.mark.parametrize(("case", "why"), REFUSED.items())
def test_what_is_damaged_foreign_or_newer_is_refused_and_left_as_it_is(filled, case, why):
    damaged(filled, case)
    before = filled.read_bytes()
    with pytest.raises(StoreError, match=why) as told:
        open_database(url_of(filled))
    assert str(filled) in str(told.value)
    assert check_database(url_of(filled))
    assert filled.read_bytes() == before
    assert os.listdir(filled.parent) == [filled.name]


def test_a_whole_database_has_no_problems_and_checking_leaves_no_trace(filled):
    before = filled.read_bytes()
    assert check_database(url_of(filled)) == []
    assert filled.read_bytes() == before
    assert os.listdir(filled.parent) == [filled.name]


def test_a_row_that_lost_its_parent_is_found_by_the_check(filled):
    with closing(sqlite3.connect(filled)) as connection:
        connection.execute("DELETE FROM session")
        connection.commit()
    assert "belongs to a row of session that does not exist" in check_database(url_of(filled))[0]


def test_an_empty_file_is_refused_and_not_filled(tmp_path):
    path = tmp_path / "legwork.db"
    path.touch()
    assert "zero bytes" in check_database(url_of(path))[0]
    with pytest.raises(StoreError, match="zero bytes"):
        open_account(url_of(path))
    assert path.read_bytes() == b""


def test_a_first_start_that_is_interrupted_leaves_nothing_that_looks_like_a_database(tmp_path, monkeypatch):
    def killed(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("lib.store.database.engine.upgrade", killed)
    with pytest.raises(KeyboardInterrupt):
        open_account(url_of(tmp_path / "legwork.db"))
    assert os.listdir(tmp_path) == []
    monkeypatch.undo()
    assert open_account(url_of(tmp_path / "legwork.db")).athlete_id == 1


def test_a_first_start_where_a_disk_knows_no_second_names(tmp_path, monkeypatch):
    def unknown(*_):
        raise OSError(1, "Operation not permitted")

    monkeypatch.setattr("lib.store.database.engine.os.link", unknown)
    assert open_account(url_of(tmp_path / "legwork.db")).athlete_id == 1
    assert os.listdir(tmp_path) == ["legwork.db"]


def test_a_missing_file_is_a_problem_when_checked_and_is_not_made(tmp_path):
    assert "no database" in check_database(url_of(tmp_path / "none.db"))[0]
    assert os.listdir(tmp_path) == []


def test_a_new_database_belongs_to_its_owner_alone(tmp_path):
    path = tmp_path / "legwork" / "legwork.db"
    open_database(url_of(path))
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert sqlite_file.read_header(path).schema_version == SCHEMA_VERSION


FIRST_START = """
import sys
sys.path.insert(0, {root!r})
from lib.store.account import open_account
account = open_account({url!r})
assert account.athlete_id == 1
account.engine.dispose()
"""


@pytest.mark.parametrize("kind", ["sqlite", pytest.param("postgresql", marks=pytest.mark.whole)])
def test_programs_that_start_for_the_first_time_at_once_share_one_athlete(tmp_path, request, kind):
    url = url_of(tmp_path / "new.db") if kind == "sqlite" else request.getfixturevalue("empty_postgres_url")
    code = FIRST_START.format(root=str(ROOT), url=url)
    programs = [subprocess.Popen([sys.executable, "-c", code]) for _ in range(3)]
    assert [program.wait() for program in programs] == [0, 0, 0]
    account = open_account(url)
    with account.read() as conn:
        assert athlete_ids(conn) == [1]
    account.engine.dispose()


def test_a_folder_that_cannot_be_made_is_told_in_words(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(StoreError, match="cannot be opened"):
        open_database(url_of(tmp_path / "file" / "legwork.db"))


def test_a_folder_in_the_place_of_the_file_is_told_in_words(tmp_path):
    with pytest.raises(StoreError, match="is a folder and no database"):
        open_database(url_of(tmp_path))
    assert "is a folder and no database" in check_database(url_of(tmp_path))[0]


@pytest.mark.parametrize("url", ["", "nonsense", "sqlite://", "mysql://host/name", "sqlite:///:memory:"])
def test_a_url_that_names_no_database_is_refused_in_words(url):
    with pytest.raises(StoreError):
        open_database(url)
    assert check_database(url)


def test_making_a_database_whose_name_holds_brackets_leaves_nothing_beside_it(tmp_path):
    open_database(f"sqlite:///{tmp_path / 'mine [1].db'}").dispose()
    assert os.listdir(tmp_path) == ["mine [1].db"]


def test_no_test_has_the_persons_own_folder():
    assert opening.data_folder().is_relative_to(tempfile.gettempdir())


def test_the_database_lies_in_the_data_folder_unless_the_environment_says_otherwise(monkeypatch, tmp_path):
    monkeypatch.delenv("LEGWORK_DATABASE_URL", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert default_url() == f"sqlite:///{opening.data_folder() / 'legwork.db'}"
    monkeypatch.setenv("LEGWORK_DATABASE_URL", "postgresql://host/name")
    assert default_url() == "postgresql://host/name"


def test_an_interrupted_write_is_finished_in_a_copy_when_checked_and_rolled_back_when_opened(filled):
    with open_account(url_of(filled)).read() as conn:
        before = content_hash_of_everything(conn, 1)
    _leave_a_hot_journal(filled)
    trace = {path: path.read_bytes() for path in filled.parent.iterdir()}
    assert len(trace) == 2
    assert check_database(url_of(filled)) == []
    assert {path: path.read_bytes() for path in filled.parent.iterdir()} == trace
    with open_account(url_of(filled)).read() as conn:
        assert content_hash_of_everything(conn, 1) == before
    assert os.listdir(filled.parent) == [filled.name]


def _leave_a_hot_journal(path: Path) -> None:
    """A program that dies in the middle of a write which is already partly in the file."""
    code = (
        "import os, sqlite3, sys\n"
        "connection = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
        "connection.execute('PRAGMA cache_size=1')\n"
        "connection.execute('BEGIN IMMEDIATE')\n"
        "connection.execute('UPDATE activity SET notes = zeroblob(0) || id')\n"
        "os._exit(9)\n"
    )
    assert subprocess.run([sys.executable, "-c", code, str(path)], check=False).returncode == 9


def test_a_wal_file_of_a_newer_sqlite_is_checked_without_a_trace_and_brought_back(filled):
    with closing(sqlite3.connect(filled)) as connection:
        assert connection.execute("PRAGMA journal_mode=WAL").fetchone() == ("wal",)
    before = filled.read_bytes()
    assert check_database(url_of(filled)) == []
    assert filled.read_bytes() == before
    assert os.listdir(filled.parent) == [filled.name]
    open_database(url_of(filled))
    assert sqlite_file.read_header(filled).wal == (sqlite3.sqlite_version_info >= (3, 51, 3))


def test_postgresql_is_made_on_first_use_and_found_on_second(empty_postgres_url):
    assert "no tables of Legwork" in check_database(empty_postgres_url)[0]
    first = open_account(empty_postgres_url)
    assert first.athlete_id == 1
    first.engine.dispose()
    again = open_account(empty_postgres_url)
    assert again.athlete_id == 1
    assert check_database(empty_postgres_url) == []
    again.engine.dispose()


@pytest.mark.parametrize(("statement", "why"), [("CREATE TABLE athlete (name text)", "another program")])
def test_a_postgresql_database_of_another_program_is_refused(empty_postgres_url, statement, why):
    _execute(empty_postgres_url, statement)
    with pytest.raises(StoreError, match=why):
        open_database(empty_postgres_url)


def test_a_newer_postgresql_database_is_refused(empty_postgres_url):
    open_database(empty_postgres_url).dispose()
    _execute(empty_postgres_url, f"UPDATE alembic_version SET version_num = '{SCHEMA_VERSION + 1:04d}'")
    with pytest.raises(StoreError, match="newer Legwork"):
        open_database(empty_postgres_url)
    assert "newer Legwork" in check_database(empty_postgres_url)[0]


def _execute(url: str, statement: str) -> None:
    from sqlalchemy import create_engine

    engine = create_engine(url)
    with engine.begin() as connection:
        connection.exec_driver_sql(statement)
    engine.dispose()


@pytest.fixture
def next_release(tmp_path, monkeypatch):
    """As if this were the release after: a second migration, which fails when it meets the note `break me`."""
    scripts = tmp_path / "migrations"
    shutil.copytree(migrate.SCRIPTS, scripts, ignore=shutil.ignore_patterns("__pycache__"))
    (scripts / "versions" / "9999_next.py").write_text(
        f"""
import sqlalchemy as sa
from alembic import op

revision = "{SCHEMA_VERSION + 1:04d}"
down_revision = "{SCHEMA_VERSION:04d}"

def upgrade():
    op.add_column("activity", sa.Column("mood", sa.Text()))
    broken = op.get_bind().execute(sa.text("SELECT count(*) FROM activity WHERE notes = 'break me'")).scalar()
    if broken:
        raise RuntimeError("the migration failed half-way")
"""
    )
    monkeypatch.setattr(migrate, "SCRIPTS", scripts)
    monkeypatch.setattr(opening, "SCHEMA_VERSION", SCHEMA_VERSION + 1)
    monkeypatch.setattr(sqlite_file, "SCHEMA_VERSION", SCHEMA_VERSION + 1)


def test_an_older_database_is_migrated_after_a_backup(filled, next_release):
    before = filled.read_bytes()
    open_database(url_of(filled))
    assert sqlite_file.read_header(filled).schema_version == SCHEMA_VERSION + 1
    (backup,) = list_backups(filled)
    copy = backup.path
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert sqlite_file.read_header(copy).schema_version == SCHEMA_VERSION
    with closing(sqlite3.connect(copy)) as old, closing(sqlite3.connect(filled)) as new:
        query = "SELECT id, notes FROM activity ORDER BY id"
        assert old.execute(query).fetchall() == new.execute(query).fetchall()
    assert copy.stat().st_size == len(before)


def test_a_migration_that_fails_leaves_the_database_as_it_was(filled, next_release):
    with closing(sqlite3.connect(filled)) as connection:
        connection.execute("UPDATE activity SET notes = 'break me' WHERE id = 1")
        connection.commit()
    before = filled.read_bytes()
    with pytest.raises(RuntimeError):
        open_database(url_of(filled))
    assert filled.read_bytes() == before


def test_a_database_is_not_migrated_when_no_backup_can_be_made(filled, next_release, monkeypatch):
    def full_disk(*_args, **_kwargs):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "touch", full_disk)
    before = filled.read_bytes()
    with pytest.raises(StoreError, match="No backup of"):
        open_database(url_of(filled))
    assert filled.read_bytes() == before
