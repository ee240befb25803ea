"""Whether the server can serve: the address /readyz, for a service manager or a load balancer. It tells nothing of the training.

Streamlit's own address for this says that the process runs, also where its database is gone.
"""

import json
import logging
import shutil
from asyncio import to_thread
from datetime import UTC, datetime
from threading import Thread
from typing import Any, Final

from lib.failures.boundary import outcome
from lib.model.errors import StoreError, TrainingDataError
from lib.services.upkeep import backups
from lib.store.account import open_account
from lib.store.database.condition import is_reachable
from lib.store.database.engine import data_folder, default_url, stored_schema
from lib.store.database.schema import SCHEMA_VERSION
from lib.ui.shell import warm_up

PATH: Final = "/readyz"
_LEAST_FREE: Final = 0.05  # of the disk
_OLDEST_BACKUP_H: Final = 26.0
_LOG: Final = logging.getLogger(__name__)


def begin() -> None:
    """Make the database where there is none yet: who sends visitors only to a server that is ready would never send one."""
    Thread(target=_prepare, name="first-database", daemon=True).start()


def _prepare() -> None:
    warm_up.finish()  # two threads must not load the same modules
    try:
        if stored_schema(default_url()) == 0:
            open_account(default_url()).engine.dispose()
    except (TrainingDataError, OSError) as error:  # the pages say it, too, and what to do
        _LOG.warning("The database could not be made: %s", error)


async def answer(send: Any) -> None:
    """200 where all is well, else 503; what is well as JSON."""
    found = await to_thread(look)
    body = json.dumps(found).encode()
    headers = [(b"content-type", b"application/json"), (b"cache-control", b"no-store")]
    await send({"type": "http.response.start", "status": 200 if found["ready"] else 503, "headers": headers})
    await send({"type": "http.response.body", "body": body})


def look() -> dict[str, Any]:
    """database: it answers and has the schema of this release; disk: room is left; backup: it is not older than a day."""
    url = default_url()
    checks = {"database": _holds(lambda: _database(url)), "disk": _holds(lambda: _disk(url))}
    age = _backup_age_h(url)
    return {
        "ready": all(checks.values()),
        **checks,
        "backup_age_h": age,
        "backup_late": bool(age and age > _OLDEST_BACKUP_H),
    }


def _holds(check: Any) -> bool:
    return outcome(check) is True


def _database(url: str) -> bool:
    return stored_schema(url) == SCHEMA_VERSION and is_reachable(url)


def _disk(url: str) -> bool:
    file = backups.file_of(url)
    folder = file.parent if file else data_folder()
    usage = shutil.disk_usage(folder if folder.exists() else folder.anchor or "/")
    return usage.free >= _LEAST_FREE * usage.total


def _backup_age_h(url: str) -> float | None:
    """Hours since the newest backup; None without one, and on a server."""
    try:
        known = backups.list_backups(url)
    except (StoreError, OSError):
        return None
    return round(known[0].age_h(datetime.now(UTC)), 1) if known else None
