"""Bringing a database to the schema of this release, in one transaction, with Alembic."""

import logging
from pathlib import Path
from threading import Lock
from typing import Final

from sqlalchemy import URL, Connection, event, inspect, text

from lib.model.errors import StoreError
from lib.store.database import schema
from lib.store.database.connections import make_engine, url_of
from lib.store.database.transactions import write_any

SCRIPTS = Path(__file__).parents[1] / "migrations"
_ONE_AT_A_TIME: Final = 0x4C454757  # key of the advisory lock on PostgreSQL
# Where a table of many million rows is rebuilt; whoever starts meanwhile waits for that.
_MAY_TAKE: Final = "15min"
# Alembic keeps what it works on in globals of its modules: two threads would write into each other's database.
_alembic: Final = Lock()
_LOG: Final = logging.getLogger(__name__)


def revision_of(version: int) -> str:
    """The Alembic revision of a schema version: 1 is "0001"."""
    return f"{version:04d}"


def stored_version(connection: Connection) -> int:
    """The schema version of an open database; 0 where nothing of ours is there. StoreError for a foreign one."""
    tables = inspect(connection).get_table_names()
    if "alembic_version" not in tables:
        if "athlete" in tables:
            raise StoreError("This database has tables of another program. It was left as it is; name another one.")
        return 0
    revision = connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one_or_none() or ""
    if not revision.isdigit():
        raise StoreError("This database belongs to another program. It was left as it is; name another one.")
    return int(revision)


def upgrade(url: URL, to: str = "head") -> None:
    """Create or migrate everything, or nothing. Of several programs at once one does it, the others wait. StoreError."""
    engine = make_engine(url)
    sqlite = url.get_backend_name() == "sqlite"
    if sqlite:
        # Migrations rebuild tables, so foreign keys are checked once at the end instead of row by row.
        event.listen(engine, "connect", lambda connection, _: connection.execute("PRAGMA foreign_keys=OFF"))
    with write_any(engine) as connection:
        if not sqlite:
            _take_turn(connection)
        before = stored_version(connection)
        _run(connection, to)
        if 0 < before < stored_version(connection):
            _break_seals(connection)
        if sqlite:
            _sign(connection)
    engine.dispose()


def upgrade_file(path: Path) -> None:
    """The same of an SQLite file by its path."""
    upgrade(url_of(path))


def _take_turn(connection: Connection) -> None:
    """On PostgreSQL: be the one that migrates until the end of the transaction, as soon as nobody else is."""
    for limit in ("lock_timeout", "statement_timeout"):
        connection.execute(text("SELECT set_config(:limit, :value, true)").bindparams(limit=limit, value=_MAY_TAKE))
    key = {"key": _ONE_AT_A_TIME}
    if connection.execute(text("SELECT pg_try_advisory_xact_lock(:key)"), key).scalar_one():
        return
    _LOG.warning("Another program is bringing the database up to date. Waiting until it is done.")
    connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), key)


def _break_seals(connection: Connection) -> None:
    """What was sealed may look otherwise now; the next commit seals it anew."""
    if "seals" in {column["name"] for column in inspect(connection).get_columns("athlete")}:
        connection.execute(text("UPDATE athlete SET seals = ''"))


def _sign(connection: Connection) -> None:
    """Write into the file whose it is and which schema it has; part of the same transaction."""
    if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
        raise StoreError("The database could not be migrated: rows belong to rows that do not exist.")
    connection.exec_driver_sql(f"PRAGMA application_id={schema.APPLICATION_ID:d}")
    connection.exec_driver_sql(f"PRAGMA user_version={stored_version(connection):d}")


def _run(connection: Connection, to: str) -> None:
    # Late: Alembic takes 0.3 s to import, and most starts find the schema up to date.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    with _alembic:
        command.upgrade(config, to)
