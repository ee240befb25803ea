"""Databases for tests: each test gets a fresh one, on SQLite and on a real PostgreSQL server."""

import gc
import os
import shutil
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from hypothesis import settings
from long_runs import examples
from postgres_server import programs, running_server
from sqlalchemy import Engine, create_engine, make_url

from lib.store.account import Account, account_of
from lib.store.database.engine import open_database

_numbers = count(1)

settings.register_profile("legwork", max_examples=examples(100))
settings.load_profile("legwork")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests of properties try few examples in `make test` and all of them in `make test-long`."""
    for item in items:
        if getattr(getattr(item, "obj", None), "is_hypothesis_test", False):
            item.add_marker(pytest.mark.long)


def pytest_collection_finish() -> None:
    """Six thousand tests and the modules they need live to the end: the collector need not look through them again."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """URL of the maintenance database of a server that lives as long as the tests."""
    found = programs()
    if found is None:
        if os.environ.get("LEGWORK_NO_SKIP") == "1":
            pytest.fail("PostgreSQL is not installed, and no test may be skipped (LEGWORK_NO_SKIP=1)")
        pytest.skip("PostgreSQL is not installed")
    with running_server(found) as url:
        yield url


@pytest.fixture(scope="session")
def postgres_template(postgres_url: str) -> str:
    """Name of a database with our tables, to be copied."""
    _statement(postgres_url, "CREATE DATABASE legwork_template")
    open_database(_database(postgres_url, "legwork_template")).dispose()
    return "legwork_template"


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with our tables, to be copied."""
    path = tmp_path_factory.mktemp("template") / "legwork.db"
    open_database(f"sqlite:///{path}").dispose()
    return path


@pytest.fixture
def sqlite_url(sqlite_template: Path, tmp_path: Path) -> str:
    """A fresh SQLite database with our tables."""
    path = tmp_path / "legwork.db"
    shutil.copy(sqlite_template, path)
    return f"sqlite:///{path}"


@pytest.fixture
def empty_postgres_url(postgres_url: str) -> Iterator[str]:
    """A fresh PostgreSQL database without any table."""
    yield from _fresh(postgres_url, "template0")


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> Iterator[str]:
    """A fresh database with our tables, on both kinds."""
    if request.param == "sqlite":
        yield request.getfixturevalue("sqlite_url")
    else:
        template = request.getfixturevalue("postgres_template")
        yield from _fresh(request.getfixturevalue("postgres_url"), template)


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    """An open database, on both kinds."""
    opened = open_database(database_url)
    yield opened
    opened.dispose()


@pytest.fixture
def account(engine: Engine) -> Account:
    """The first athlete of the open database."""
    return account_of(engine)


def _fresh(postgres_url: str, template: str) -> Iterator[str]:
    name = f"test_{next(_numbers)}"
    _statement(postgres_url, f"CREATE DATABASE {name} TEMPLATE {template}")
    yield _database(postgres_url, name)
    _statement(postgres_url, f"DROP DATABASE {name} WITH (FORCE)")


def _database(url: str, name: str) -> str:
    return make_url(url).set(database=name).render_as_string(hide_password=False)


def _statement(url: str, statement: str) -> None:
    engine = create_engine(url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.exec_driver_sql(statement)
    engine.dispose()
