"""An archive into an account: into an empty one everything as it was, into one that holds something what it lacks."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Final

from lib.importers.base import Upload
from lib.model.errors import StoreError, UnreadableFile
from lib.services.archive.manifest import Manifest
from lib.services.archive.merge import Merged, merge
from lib.services.archive.opened import OpenedArchive, opened
from lib.services.checking.check import check
from lib.services.importing.import_files import Tick
from lib.services.upkeep.backups import back_up_before
from lib.store.account import Account
from lib.store.archive.aside import copied_aside
from lib.store.archive.copying import copy_athlete, is_empty
from lib.store.archive.loading import side_database
from lib.store.archive.originals import files_without_bytes
from lib.store.database.engine import Connection
from lib.store.database.kept_backups import BackupKind
from lib.store.database.schema import SCHEMA_VERSION
from lib.store.records.fingerprint import content_hash_of_everything

_UNREADABLE: Final = "The archive is not whole: a value in one of its tables cannot be read{}. Nothing was imported; use an earlier export."


@dataclass(frozen=True, slots=True)
class Brought:
    """What became of an archive. content: the hash of what the account holds now. merged: None where it was empty before.

    said: what the archive says of itself. without_bytes: files of imports in its tables that are not in it.
    """

    content: str
    merged: Merged | None
    said: Manifest
    without_bytes: int = 0


def bring(
    account: Account, upload: Upload, *, dry_run: bool = False, tick: Tick = lambda _name, _rows: None
) -> Brought:
    """Put an archive into an account, all of it or nothing; before a merge there is a backup. UnreadableFile, StoreError.

    dry_run: say what would happen; everything is worked out beside the database, which is only read.
    tick(name, rows): called for every table and every row of its files; whatever it raises takes everything back.
    """
    with (
        opened(upload) as archive,
        side_database(
            archive.manifest.schema,
            lambda loader: archive.fill(loader, tick),
        ) as side,
    ):
        expected = _content_of(side, archive)
        with side.read() as conn:
            without_bytes = files_without_bytes(conn, side.athlete_id)
        if dry_run:
            return replace(_looked(side, account, archive, expected, tick), without_bytes=without_bytes)
        if not _is_empty(account):
            # What an archive is merged into cannot be told from what it brought afterwards.
            back_up_before(account, BackupKind.MERGE, datetime.now(UTC))
        return replace(_brought(side, account, archive, expected, tick), without_bytes=without_bytes)


def _looked(side: Account, account: Account, archive: OpenedArchive, expected: str, tick: Tick) -> Brought:
    """What would happen, tried on a copy, so that whoever writes meanwhile waits for nothing."""
    if _is_empty(account):
        return Brought(expected, None, archive.manifest)
    with copied_aside(account) as copy:
        return _brought(side, copy, archive, expected, tick)


def _is_empty(account: Account) -> bool:
    with account.read() as conn:
        return is_empty(conn, account.athlete_id)


def _brought(side: Account, account: Account, archive: OpenedArchive, expected: str, tick: Tick) -> Brought:
    with side.read() as source, account.write() as target:
        return _bring(source, side.athlete_id, target, account.athlete_id, archive, expected, tick)


def _bring(
    source: Connection,
    source_id: int,
    target: Connection,
    target_id: int,
    archive: OpenedArchive,
    expected: str,
    tick: Tick,
) -> Brought:
    if not is_empty(target, target_id):
        merged = merge(source, source_id, target, target_id, archive, tick)
        return Brought(content_hash_of_everything(target, target_id), merged, archive.manifest)
    copy_athlete(source, source_id, target, target_id, lambda table, rows: tick(f"copy of {table}", rows))
    found = content_hash_of_everything(target, target_id)
    if found != expected:
        raise StoreError("What arrived is not what the archive holds, so nothing of it was kept.")
    return Brought(found, None, archive.manifest)


def _content_of(side: Account, archive: OpenedArchive) -> str:
    """The hash of what an archive holds; of this schema it must be the one that the export noted."""
    try:
        with side.read() as conn:
            found = content_hash_of_everything(conn, side.athlete_id)
    except StoreError as error:  # it would name the side database, which is gone when anybody reads that
        problems = check(side.engine.url.render_as_string(hide_password=False)).problems
        why = f" ({problems[0].rstrip('.')})" if problems else ""
        raise UnreadableFile(_UNREADABLE.format(why)) from error
    if archive.manifest.schema == SCHEMA_VERSION and found != archive.manifest.content:
        raise UnreadableFile(
            "The archive does not hold what it says it holds. Nothing was imported; use an earlier export."
        )
    return found
