"""A value that somebody changed by SQL in a PostgreSQL database is named, as in a file."""

from collections.abc import Iterator

import pytest
from chaos.filled import url_of
from postgres_server import copied_database
from sqlalchemy import create_engine, text

from lib.services.archive.copy import copy_to
from lib.services.checking.check import check
from lib.store.account import open_account
from lib.store.database.schema import import_record, record_version


@pytest.fixture(scope="module")
def filled_url(filled_database, postgres_url, postgres_template) -> Iterator[str]:
    """A database on the server with a row in every table; each test takes back what it changes."""
    account = open_account(url_of(filled_database))
    with copied_database(postgres_url, postgres_template) as url:
        copy_to(account, url)
        account.engine.dispose()
        yield url


def change(url: str, statement: str) -> int:
    """As somebody with psql does it: how many rows."""
    engine = create_engine(url)
    with engine.begin() as conn:
        rows = conn.execute(text(statement)).rowcount
    engine.dispose()
    return rows


def test_what_was_copied_to_a_server_is_whole_and_the_same(filled_url, filled_database):
    found = check(filled_url)
    assert (found.problems, found.content) == ([], check(url_of(filled_database)).content)


@pytest.mark.parametrize(
    ("table", "column", "value", "where", "named"),
    [
        ("activity", "title", "'Evening Rug'", "id = 2", "activity 2: title (it was 'Evening Run')"),
        ("activity", "title", "'Other'", "id = 1", "activity 1: title is not what its versions"),
        ("activity", "distance_m", "distance_m + 1", "id = 6", "activity 6: "),
        ("activity", "effort", "'easy'", "id = 2", "activity: a row is not what was stored (effort"),
        ("activity", "source_key", "'x'", "id = 6", "activity: a row is not what was stored (id, source"),
        ("activity", "start_local", "replace(start_local, ' ', 'T')", "id = 6", "activity 6: start_local is"),
        ("activity", "local_date", "'2026-01-01'", "id = 6", "activity 6: local_date is '2026-01-01'"),
        ("strength_set", "reps", "reps + 1", "session_id = 3 AND position = 1", "session 3: "),
        ("strength_set", "line", "line + 1", "session_id = 3 AND position = 1", "session 3: line"),
        ("session", "set_lines", "NULL", "id = 3", "session: a row is not what was stored (the lines"),
        ("goal", "target", "target + 1", "kind = 'runs'", "goal: "),
        ("body_mass", "body_mass_kg", "body_mass_kg + 1", "true", "body_mass: "),
        ("history_change", "after", "'\"x\"'", "entry_id = 1", "history_change: "),
        ("history_change", "after", "'x'", "entry_id = 1", "history_change 1, 0: after is 'x', which is not JSON"),
        ("history_entry", "at", "'2026-01-01 00:00:00'", "id = 1", "history_entry: "),
        ("athlete", "name", "'x'", "true", "athlete: "),
        ("athlete", "time_zone", "'Europe/Berlim'", "true", "athlete 1: time_zone is 'Europe/Berlim'"),
        ("import_file", "name", "'x'", "batch_id = 1", "import_file: "),
        ("import_file", "content", "'\\x00'::bytea", "batch_id = 1", "import_file 1, 0: content"),
        ("import_batch", "created_at", "'2026-01-01 00:00:00'", "id = 1", "import_batch: "),
        (import_record.name, "as_of", "'2026-01-01 00:00:00'", "batch_id = 1", f"{import_record.name}: "),
        (record_version.name, "payload", "payload || ' '", "true", f"{record_version.name} activity, "),
        ("template", "items", "'[' || items", "true", "template "),
        ("planned_run", "title", "title || 'x'", "true", "planned_run: "),
        ("draft", "content", "'{}'", "true", "draft: "),
    ],
)  # fmt: skip
def test_a_value_that_was_changed_by_sql_is_named(filled_url, table, column, value, where, named):
    keep = f"CREATE TABLE kept_aside AS SELECT * FROM {table}"
    change(filled_url, keep)
    try:
        assert change(filled_url, f"UPDATE {table} SET {column} = {value} WHERE {where}")
        problems = check(filled_url).problems
        assert any(named in line for line in problems), problems
    finally:
        _put_back(filled_url, table, column)


def _put_back(url: str, table: str, column: str) -> None:
    engine = create_engine(url)
    with engine.begin() as conn:
        keys = conn.execute(
            text(
                "SELECT a.attname FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY(i.indkey) "
                "WHERE i.indrelid = CAST(:name AS regclass) AND i.indisprimary"
            ),
            {"name": table},
        ).scalars()
        same = " AND ".join(f"k.{key} = {table}.{key}" for key in keys)
        conn.execute(text(f"UPDATE {table} SET {column} = k.{column} FROM kept_aside k WHERE {same}"))
        conn.execute(text("DROP TABLE kept_aside"))
    engine.dispose()


def test_a_row_that_was_deleted_by_sql_is_told(filled_url):
    assert change(filled_url, "DELETE FROM shoe WHERE name = 'Blue'") == 1
    assert any(line.startswith("shoe: ") for line in check(filled_url).problems)
