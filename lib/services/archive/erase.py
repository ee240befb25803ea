"""Gone for good: everything, all of a source, or the bytes of one imported file; from the database, its file and its backups.

An export can be written first; there is no other way back.
"""

import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, NamedTuple

from lib.model.errors import StoreError
from lib.services.archive.export import export
from lib.services.bouts.relink import relink
from lib.services.upkeep.daily_backup import back_up_day
from lib.store.account import Account
from lib.store.archive.originals import ListedOriginal, listed_originals
from lib.store.database import compact, kept_backups, temporary
from lib.store.database.connections import database_file
from lib.store.own import history
from lib.store.records import erase
from lib.store.records.apply_words import apply_words

_PART: Final = re.compile(r"\..+\.[a-z0-9_]{8}\.part")  # as safe_file calls what is not whole yet
_ZIP: Final = b"PK\x03\x04"


class Erased(NamedTuple):
    """records: how many are gone. export: the archive that was written before. backups: how many copies were removed.

    fresh: whether a backup of what stays was made in their place.
    """

    records: int
    export: Path | None
    backups: int
    fresh: bool = False


def sources(account: Account) -> dict[str, int]:
    """What can be erased by source, with the number of its records."""
    with account.read() as conn:
        return erase.sources_of(conn, account.athlete_id)


def originals(account: Account) -> list[ListedOriginal]:
    """The imported files whose bytes are kept and can be erased, newest first."""
    with account.read() as conn:
        return listed_originals(conn, account.athlete_id)


def erase_everything(account: Account, last_export: Path | None = None) -> Erased:
    """Leave nothing of the athlete. last_export: an archive is written there first. StoreError, OSError."""
    records = sum(sources(account).values())
    _export_first(account, last_export)
    with account.write() as conn:
        erase.erase_everything(conn, account.athlete_id)
    return Erased(records, last_export, _clean(account))


def erase_source(account: Account, source: str, last_export: Path | None = None) -> Erased:
    """Leave nothing of a source. StoreError where there is nothing of it."""
    _export_first(account, last_export)
    with account.write() as conn:
        records = erase.erase_source(conn, account.athlete_id, source)
        apply_words(conn, account.athlete_id)
        relink(conn, account.athlete_id)
        history.note_more_changed(conn, account.athlete_id)
    return Erased(records, last_export, _clean(account))


def erase_original(account: Account, batch_id: int, position: int, last_export: Path | None = None) -> Erased:
    """Leave none of the bytes of a file as it was imported; its records stay. StoreError where there is no such file.

    Whoever had backups has one again afterwards, which holds nothing of the file.
    """
    _export_first(account, last_export)
    with account.write() as conn:
        erase.erase_original(conn, account.athlete_id, batch_id, position)
    gone = _clean(account)
    return Erased(0, last_export, gone, fresh=gone > 0 and _back_up_anew(account))


def _back_up_anew(account: Account) -> bool:
    """False where none could be made: the file is gone all the same."""
    try:
        back_up_day(database_file(account.engine.url), datetime.now(UTC))
    except StoreError:
        return False
    return True


def _export_first(account: Account, path: Path | None) -> None:
    if path is not None:
        export(account, path)


def _clean(account: Account) -> int:
    """Take it out of the copies beside the file and out of its pages; how many copies are gone.

    The copies first: the file may be in use, and nobody asks a second time for what is gone from it already.
    """
    number = _remove_copies(account)
    compact.compact(account.engine)
    return number


def _remove_copies(account: Account) -> int:
    url = account.engine.url
    if url.get_backend_name() != "sqlite":
        return 0
    database = database_file(url)
    number = len(kept_backups.list_backups(database))
    kept_backups.remove_all(database)
    _remove_earlier_copies(database)
    temporary.remove_left()
    return number


def _remove_earlier_copies(database: Path) -> None:
    """What earlier releases, repairs, and restores and exports that were interrupted left beside the database."""
    for path in database.parent.glob(".*.part"):
        if _PART.fullmatch(path.name) and _is_zip(path):
            path.unlink(missing_ok=True)
    for path in list(database.parent.iterdir()):
        if kept_backups.is_left_beside(database, path.name):
            path.unlink(missing_ok=True)


def _is_zip(path: Path) -> bool:
    with path.open("rb") as stream:
        return stream.read(len(_ZIP)) == _ZIP


def export_name(now: datetime) -> str:
    """What the last export is called unless the person says otherwise."""
    return f"legwork-{now.astimezone(UTC):%Y-%m-%d}.zip"
