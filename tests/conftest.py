"""Databases for tests: each test gets a fresh one, on SQLite and on a real PostgreSQL server."""

import atexit
import gc
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import athletes
import pytest
from hypothesis import HealthCheck, settings
from in_memory import put_temporary_files_in_memory
from long_runs import WHOLE, examples
from postgres_server import copied_database, database_of, programs, running_server, statement
from sqlalchemy import Engine

from lib.store.account import Account, account_of
from lib.store.database.engine import open_database

put_temporary_files_in_memory()
STORE = Path(__file__).parent / "store"
# Whatever asks for the person's own data folder, such as the log of a command that fails, finds one that is gone with the tests.
os.environ["XDG_DATA_HOME"] = tempfile.mkdtemp(prefix="legwork-tests-")
atexit.register(shutil.rmtree, os.environ["XDG_DATA_HOME"], ignore_errors=True)
# On a machine with other work an example takes as long as it takes; only what it finds counts.
settings.register_profile(
    "legwork", max_examples=examples(100), deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("legwork")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Tests of properties try few examples in `make test` and all of them in `make test-long`, where alone `whole` ones are.

    The store's own tests know both kinds of database in either; what rests on it meets PostgreSQL in `make test-long`.
    """
    for item in items:
        if _is_on_postgresql(item) and STORE not in item.path.parents:
            item.add_marker(pytest.mark.whole)
        if getattr(getattr(item, "obj", None), "is_hypothesis_test", False) or item.get_closest_marker("whole"):
            item.add_marker(pytest.mark.long)
    left = [item for item in items if item.get_closest_marker("whole")] if not WHOLE and _is_all_of_it(config) else []
    if left:
        config.hook.pytest_deselected(items=left)
        items[:] = [item for item in items if item not in set(left)]


def _is_on_postgresql(item: pytest.Item) -> bool:
    return hasattr(item, "callspec") and "postgresql" in item.callspec.params.values()


def _is_all_of_it(config: pytest.Config) -> bool:
    """Whether all tests were asked for, and not one file or one test by its name."""
    return all(Path(each).is_dir() for each in config.args)


def pytest_collection_finish() -> None:
    """Six thousand tests and the modules they need live to the end: the collector need not look through them again."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def filled_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with a row in nearly every table and the files it was filled from beside it; to be copied, never changed."""
    from chaos.filled import fill  # late: it loads the whole command line

    path = tmp_path_factory.mktemp("filled") / "base.db"
    fill(path, 60)
    return path


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
    statement(postgres_url, "CREATE DATABASE legwork_template")
    open_database(database_of(postgres_url, "legwork_template")).dispose()
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
    with copied_database(postgres_url, "template0") as url:
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> Iterator[str]:
    """A fresh database with our tables, on both kinds."""
    if request.param == "sqlite":
        yield request.getfixturevalue("sqlite_url")
    else:
        template = request.getfixturevalue("postgres_template")
        with copied_database(request.getfixturevalue("postgres_url"), template) as url:
            yield url


@pytest.fixture(scope="session")
def athlete_named(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], Account]]:
    """athlete_named("quit"): an invented athlete (athletes.py) in a database that is filled once, for tests that only look."""
    known: dict[str, Account] = {}

    def find(name: str) -> Account:
        if name not in known:
            known[name] = athletes.build(name, tmp_path_factory.mktemp("athlete"))
        return known[name]

    yield find
    for account in known.values():
        account.engine.dispose()


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
