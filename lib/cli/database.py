"""The database of this machine and what is in it."""

from datetime import UTC, datetime
from typing import Any

import click


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


def damage_told() -> list[str]:
    """What `check` finds wrong with this machine's database, told on standard error: what is written of it holds that as well."""
    from lib.services.checking.check import check
    from lib.services.checking.damage import damage_words
    from lib.store.database.engine import default_url

    problems = check(default_url()).problems
    if problems:
        click.echo(f"legwork: {damage_words(problems)} What was written now may hold it as well.", err=True)
    return problems
