"""The database of this machine and what is in it."""

from datetime import UTC, datetime
from typing import Any


def open_own_account() -> Any:
    """The athlete of this machine's database, as lib.store.account.Account."""
    from lib.store.account import open_account
    from lib.store.database.engine import default_url

    return open_account(default_url())


def own_training() -> Any:
    """Everything that athlete did, as lib.services.queries.training.Training."""
    return training_of(open_own_account())


def training_of(account: Any) -> Any:
    """Everything that the athlete of an account did."""
    from lib.services.queries.training import local_today, read_training

    return read_training(account, local_today(account, datetime.now(UTC)))
