"""The backup of the day, made beside the server for as long as it runs."""

import logging
from datetime import UTC, datetime
from threading import Event, Thread
from typing import Final

from lib.model.errors import TrainingDataError
from lib.services.upkeep.daily_backup import back_up_if_due
from lib.store.database.engine import default_url
from lib.store.database.kept_backups import BackupKind

_HOUR_S: Final = 3600.0
_LOG: Final = logging.getLogger(__name__)


def begin() -> Event:
    """Look now and every hour whether the last backup is a day old. The event ends it."""
    ended = Event()
    Thread(target=_watch, args=(ended,), name="daily-backup", daemon=True).start()
    return ended


def _watch(ended: Event) -> None:
    while True:
        look()
        if ended.wait(_HOUR_S):
            return


def look() -> None:
    """Make a backup where one is due. Nobody waits for it, so a failure goes into the log; the page tells how old the last is."""
    try:
        made = back_up_if_due(default_url(), datetime.now(UTC))
        if made and made.kind is BackupKind.DAMAGED:
            _LOG.warning("The database is damaged: `legwork check` names where. Its backup of the day is %s", made.path)
    except (TrainingDataError, OSError) as error:
        _LOG.warning("No backup of the day could be made: %s", error)
