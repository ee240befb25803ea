"""Several programs that write to one database at once."""

import os
from collections import Counter
from pathlib import Path

from sqlalchemy import text

from chaos.filled import url_of
from lib.model.errors import StoreError
from lib.services.checking.check import check
from lib.store.account import Account, open_account


def try_writers(path: Path, programs: int, transactions: int) -> Counter[str]:
    """Each stores so many rows, one to a transaction; how many failed, and how many are missing."""
    open_account(url_of(path)).engine.dispose()
    children = [_fork(path, number, transactions) for number in range(programs)]
    failed = sum(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children)
    account = open_account(url_of(path))
    with account.read() as conn:
        stored = conn.execute(text("SELECT count(*) FROM shoe")).scalar_one()
    account.engine.dispose()
    figures = Counter({"transactions": programs * transactions, "failed": failed})
    figures["missing"] = programs * transactions - stored
    figures["damaged"] = int(bool(check(url_of(path)).problems))
    return figures


def _fork(path: Path, number: int, transactions: int) -> int:
    child = os.fork()
    if child:
        return child
    failed = transactions
    try:
        account = open_account(url_of(path))
        failed = sum(not _stored(account, f"{number}-{count}") for count in range(transactions))
    finally:
        os._exit(min(failed, 255))


def _stored(account: Account, name: str) -> bool:
    try:
        with account.write() as conn:
            conn.execute(text("INSERT INTO shoe (athlete_id, name, mark_m) VALUES (1, :name, 1)"), {"name": name})
    except StoreError:
        return False
    return True
