"""The backup of the day, for which everything is read once."""

from datetime import datetime

from lib.services.checking.check import check
from lib.services.upkeep.backups import file_of
from lib.store.database import backups, kept_backups
from lib.store.database.kept_backups import Backup, BackupKind


def back_up_if_due(url: str, now: datetime) -> Backup | None:
    """The backup of the day, where the last one is a day old; None on a server and where nothing is there yet.

    Of a database in which `check` finds damage it is of a kind of its own. StoreError.
    """
    file = file_of(url)
    if file is None or not file.exists() or not kept_backups.is_due(file, now):
        return None
    return backups.back_up(file, BackupKind.DAMAGED if check(url).problems else BackupKind.DAILY, now)
