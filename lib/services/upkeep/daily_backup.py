"""The backup of the day, for which everything is read once."""

from datetime import datetime
from pathlib import Path

from lib.services.checking.check import check_file
from lib.services.upkeep.backups import file_of
from lib.store.database import backups, kept_backups
from lib.store.database.kept_backups import Backup, BackupKind


def back_up_if_due(url: str, now: datetime) -> Backup | None:
    """The backup of the day, where the last one is a day old; None on a server and where nothing is there yet. StoreError."""
    file = file_of(url)
    if file is None or not file.exists() or not kept_backups.is_due(file, now):
        return None
    return back_up_day(file, now)


def back_up_day(file: Path, now: datetime) -> Backup:
    """The same without asking whether it is due. Of a database in which `check` finds damage it is of a kind of its own."""
    return backups.back_up(file, BackupKind.DAMAGED if check_file(file).problems else BackupKind.DAILY, now)
