"""A copy of an account that is gone afterwards: there something can be tried while others read and write the account itself."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from lib.store.account import Account, open_account
from lib.store.archive.copying import copy_athlete
from lib.store.database.backups import copy_pages
from lib.store.database.connections import database_file
from lib.store.database.engine import open_database
from lib.store.database.temporary import temporary_folder


@contextmanager
def copied_aside(account: Account) -> Iterator[Account]:
    """All that an account holds as of one moment, in a file of its own: its pages, from a server its rows. StoreError, OSError."""
    with temporary_folder("archive") as folder:
        copy = _copy(account, Path(folder) / "aside.db")
        try:
            yield copy
        finally:
            copy.engine.dispose()


def _copy(account: Account, path: Path) -> Account:
    if account.engine.dialect.name == "sqlite":
        copy_pages(database_file(account.engine.url), path)
        return Account(open_database(f"sqlite:///{path}"), account.athlete_id)
    copy = open_account(f"sqlite:///{path}")
    with account.read() as source, copy.write() as target:
        copy_athlete(source, account.athlete_id, target, copy.athlete_id)
    return copy
