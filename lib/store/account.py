"""One athlete in one database: what every caller holds instead of an engine and the number of an athlete."""

from contextlib import AbstractContextManager
from dataclasses import dataclass

from sqlalchemy import Connection, Engine

from lib.store.database import transactions
from lib.store.database.engine import open_database
from lib.store.own.athletes import ensure_athlete


@dataclass(frozen=True)
class Account:
    """The only way from services, pages and command line to a connection, so that none is without its athlete."""

    engine: Engine
    athlete_id: int

    def read(self) -> AbstractContextManager[Connection]:
        """A connection on which nothing can be written and everything is seen as of one moment. StoreError."""
        return transactions.read(self.engine, self.athlete_id)

    def write(self) -> AbstractContextManager[Connection]:
        """The one writer of the athlete: everything or nothing, and the revision is raised with it. StoreError."""
        return transactions.write(self.engine, self.athlete_id)

    def write_unseen(self) -> AbstractContextManager[Connection]:
        """Likewise for what no figure shows, such as drafts: the revision stays, so nothing is read anew. StoreError."""
        return transactions.write_unseen(self.engine, self.athlete_id)


def open_account(url: str) -> Account:
    """The first athlete of the database at the URL; both are made if they are not there. StoreError."""
    return account_of(open_database(url))


def account_of(engine: Engine) -> Account:
    """The first athlete of an open database, made with the settings of a newcomer if there is none. StoreError."""
    return Account(engine, ensure_athlete(engine).id)
