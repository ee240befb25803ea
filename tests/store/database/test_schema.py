"""What the migrations make is what the tables say, on both databases, and every old schema still opens."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, inspect

from lib.model.records import LiftingSet
from lib.store.account import open_account
from lib.store.database import migrate
from lib.store.database.connections import make_engine, parse_url
from lib.store.database.engine import check_database, open_database
from lib.store.database.person_tables import person_tables
from lib.store.database.schema import SCHEMA_VERSION, athlete, strength_set
from lib.store.database.transactions import read_any
from lib.store.records.fingerprint import NOT_CONTENT, content_hash_of_everything

metadata = athlete.metadata
FIXTURES = sorted((Path(__file__).parent / "fixtures").glob("schema_*.sqlite"))

# What the fixture of each schema holds, whatever schema it is migrated to.
CONTENT = {
    "schema_0001": "0c47b99e863f820dc201db053c12fcaa18b10d95ea071afddcee86fa46c71f9e",
    "schema_0002": "038da81f4fbb89a1fd1bc5cfdda4a7d5a569deaa32185f52c103bcbf7e8758b4",
    "schema_0003": "fd7b339ae9812ea2ae8c40ffd9dc0e817b657a19e0cbc8dec592c7fce5174acc",
    "schema_0004": "dfcd2fb100813e12fe076eac960090cbd3fdab1f28d97336b0716df967090da0",
    "schema_0005": "dfcd2fb100813e12fe076eac960090cbd3fdab1f28d97336b0716df967090da0",
    "schema_0006": "dfcd2fb100813e12fe076eac960090cbd3fdab1f28d97336b0716df967090da0",
    "schema_0007": "dfa2af098c2846d9e54c299d59bf443e5bca3b5bff63c8dce7fb4a7d32d90347",
    "schema_0008": "c980cfe44c45d361e93affb6769e0491989692d92cf61791fe193ab001ec766f",
}


def test_the_migrations_make_the_tables_of_the_schema(engine):
    with engine.connect() as conn:
        assert compare_metadata(MigrationContext.configure(conn, opts={"compare_type": True}), metadata) == []


def _constraints(engine):
    found = inspect(engine)
    return {
        table: (
            {each["name"]: _same_spelling(each["sqltext"]) for each in found.get_check_constraints(table)},
            sorted((str(each["name"]), *each["constrained_columns"]) for each in found.get_foreign_keys(table)),
        )
        for table in metadata.tables
    }


def _same_spelling(condition: str) -> str:
    return " ".join(condition.split())


def test_the_migrations_make_the_checks_of_the_schema(engine, tmp_path, request):
    if engine.dialect.name == "sqlite":
        fresh = create_engine(f"sqlite:///{tmp_path / 'fresh.db'}")
    else:
        fresh = create_engine(request.getfixturevalue("empty_postgres_url"))
    metadata.create_all(fresh)
    assert _constraints(engine) == _constraints(fresh)
    fresh.dispose()


def test_sqlite_tables_are_strict(sqlite_url):
    with open_database(sqlite_url).connect() as conn:
        strict = {
            row.name: row.strict for row in conn.exec_driver_sql("PRAGMA table_list") if row.name in metadata.tables
        }
    assert strict == dict.fromkeys(metadata.tables, 1)


def test_every_table_of_a_person_starts_its_key_with_the_athlete():
    keys = {name: next(iter(table.primary_key.columns)).name for name, table in metadata.tables.items()}
    assert keys == {**dict.fromkeys(metadata.tables, "athlete_id"), "athlete": "id"}


def test_the_columns_of_a_set_are_the_fields_of_a_set():
    assert tuple(strength_set.columns.keys()) == ("athlete_id", "session_id", "position", *LiftingSet._fields)


def test_the_newest_migration_is_the_version_of_the_schema():
    config = Config()
    config.set_main_option("script_location", str(migrate.SCRIPTS))
    assert ScriptDirectory.from_config(config).get_current_head() == migrate.revision_of(SCHEMA_VERSION)


def test_every_schema_has_a_database_to_try_the_upgrade_on():
    assert [path.stem for path in FIXTURES] == [f"schema_{number:04d}" for number in range(1, SCHEMA_VERSION + 1)]


@pytest.mark.parametrize("fixture", FIXTURES, ids=lambda path: path.stem)
def test_a_database_of_an_older_release_opens_with_everything_in_it(fixture, tmp_path):
    path = tmp_path / "legwork.db"
    shutil.copy(fixture, path)
    account = open_account(f"sqlite:///{path}")
    with account.read() as conn:
        assert content_hash_of_everything(conn, account.athlete_id) == CONTENT[fixture.stem]
    assert check_database(f"sqlite:///{path}") == []


@pytest.mark.parametrize("table", person_tables(), ids=lambda table: table.name)
def test_the_hash_of_the_content_forgets_no_table_of_a_person(table, tmp_path):
    """Without the rows of any table the hash is another one, but for what only says how the content came in."""
    path = tmp_path / "legwork.db"
    shutil.copy(FIXTURES[-1], path)
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute(f"DELETE FROM {table.name}").rowcount > 0, "the fixture has a row of every table"
        connection.commit()
    with read_any(make_engine(parse_url(f"sqlite:///{path}"))) as conn:
        assert (content_hash_of_everything(conn, 1) == CONTENT[FIXTURES[-1].stem]) == (table in NOT_CONTENT)
