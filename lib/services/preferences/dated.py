"""What a person says of a day: goals, breaks, events, body mass."""

from lib.store.account import Account
from lib.store.own import dated
from lib.store.own.dated import DatedRow, Row


def keep(account: Account, row: DatedRow) -> None:
    """Keep it, in place of one of the same day and kind. Earlier weeks keep the goal they had."""
    with account.write() as conn:
        dated.keep(conn, account.athlete_id, row)


def take_back(account: Account, row: DatedRow) -> None:
    """As if it had never been said; an earlier goal of its kind goes on."""
    with account.write() as conn:
        dated.take_back(conn, account.athlete_id, row)


def entries(account: Account, kind: type[Row]) -> list[Row]:
    """Every row of a kind, oldest first (goals: within each kind)."""
    with account.read() as conn:
        return dated.read_all(conn, account.athlete_id, kind)
