"""Several programs that start at once: one migrates, the others wait for it and say so."""

import logging
from threading import Thread

from sqlalchemy import create_engine, text

from lib.store.database import connections, migrate
from lib.store.database.engine import open_database
from lib.store.database.migrate import stored_version
from lib.store.database.schema import SCHEMA_VERSION
from lib.store.database.transactions import read_any

SHORT_MS = 100
WAITING_LONGER = text(
    "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' "
    f"AND clock_timestamp() - query_start > interval '{3 * SHORT_MS} milliseconds'"
)


class Opened:
    """A database that is opened in a thread, as another program would."""

    def __init__(self, url: str) -> None:
        self.version = 0
        self._thread = Thread(target=self._open, args=(url,))
        self._thread.start()

    def _open(self, url: str) -> None:
        engine = open_database(url)
        with read_any(engine) as conn:
            self.version = stored_version(conn)
        engine.dispose()

    def waits(self) -> bool:
        return self._thread.is_alive()

    def join(self) -> None:
        self._thread.join(60)


def test_the_second_program_waits_for_the_migration_of_the_first_and_says_so(empty_postgres_url, monkeypatch, caplog):
    # Other statements still give up soon: what waits beyond that waits because it is a migration.
    short = connections._POSTGRES_LIMITS.replace("'5s'", f"'{SHORT_MS}ms'").replace("'30s'", f"'{SHORT_MS * 20}ms'")
    assert short != connections._POSTGRES_LIMITS
    monkeypatch.setattr(connections, "_POSTGRES_LIMITS", short)
    caplog.set_level(logging.WARNING)
    first = create_engine(empty_postgres_url)
    with first.connect() as migrating, first.connect().execution_options(isolation_level="AUTOCOMMIT") as looking:
        migrating.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": migrate._ONE_AT_A_TIME})
        second = Opened(empty_postgres_url)
        while second.waits() and not looking.execute(WAITING_LONGER).scalar_one():
            pass
        assert second.waits(), caplog.text
        assert "Another program is bringing the database up to date" in caplog.text
        migrating.rollback()
    second.join()
    assert second.version == SCHEMA_VERSION
    first.dispose()


def test_databases_that_are_made_at_once_in_one_process_do_not_meet(tmp_path):
    opened = [Opened(f"sqlite:///{tmp_path / name}.db") for name in ("mine", "sample", "third")]
    for each in opened:
        each.join()
    assert [each.version for each in opened] == [SCHEMA_VERSION] * 3
