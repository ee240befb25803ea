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
    "schema_0001": "86bf062ff7c9fa4478f21d0e03c1616100e81888cb6c6387925d75f0ed803abe",
    "schema_0002": "073b33d5fe453483c39bbc05553b59b57e21f7e97a7a63e65ed3168eeb44bab8",
    "schema_0003": "442f58e50c4dd3d8a489f7f481ce4d1d76747bd82905324cb10eebbd90ee195b",
    "schema_0004": "d110a774a121e8da02084ca235e329c8ccb4cde987dbe52029b0bc598a59c3f7",
    "schema_0005": "d110a774a121e8da02084ca235e329c8ccb4cde987dbe52029b0bc598a59c3f7",
    "schema_0006": "d110a774a121e8da02084ca235e329c8ccb4cde987dbe52029b0bc598a59c3f7",
    "schema_0007": "05703b899bfe2a598ec9341b49dfcfed98164e294d707ddc2a8fa27ed4c6ff0b",
    "schema_0008": "04d0fa53189651a63743586cbdf78efebd04bf8fe5dc677dcaf6770347c30870",
    "schema_0009": "51988ea3728112e65a7dd0be1b27f141a40b60decea92960a2f7635e1e3a6fc4",
    "schema_0010": "51988ea3728112e65a7dd0be1b27f141a40b60decea92960a2f7635e1e3a6fc4",
    "schema_0011": "51988ea3728112e65a7dd0be1b27f141a40b60decea92960a2f7635e1e3a6fc4",
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
