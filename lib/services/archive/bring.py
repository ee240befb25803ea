"""An archive into an account: into an empty one everything as it was, into one that holds something what it lacks."""

from dataclasses import dataclass

from lib.importers.base import Upload
from lib.model.errors import StoreError, UnreadableFile
from lib.services.archive.merge import Merged, merge
from lib.services.archive.opened import OpenedArchive, opened
from lib.store.account import Account
from lib.store.archive.copying import copy_athlete, is_empty
from lib.store.archive.loading import side_database
from lib.store.database.engine import Connection
from lib.store.database.schema import SCHEMA_VERSION
from lib.store.records.fingerprint import content_hash_of_everything


@dataclass(frozen=True, slots=True)
class Brought:
    """What became of an archive. content: the hash of what the account holds now. merged: None where it was empty before."""

    content: str
    merged: Merged | None


class _OnlyLooked(Exception):
    """Ends the transaction of a preview, so that nothing is kept."""

    def __init__(self, brought: Brought) -> None:
        super().__init__()
        self.brought = brought


def bring(account: Account, upload: Upload, *, dry_run: bool = False) -> Brought:
    """Put an archive into an account, all of it or nothing. UnreadableFile, StoreError.

    dry_run: say what would happen; everything is worked out, and taken back.
    """
    try:
        with opened(upload) as archive, side_database(archive.manifest.schema, archive.fill) as side:
            expected = _content_of(side, archive)
            with side.read() as source, account.write() as target:
                brought = _bring(source, side.athlete_id, target, account.athlete_id, archive, expected)
                return _looked(brought) if dry_run else brought
    except _OnlyLooked as looked:
        return looked.brought


def _looked(brought: Brought) -> Brought:
    """Never comes back."""
    raise _OnlyLooked(brought)


def _bring(
    source: Connection, source_id: int, target: Connection, target_id: int, archive: OpenedArchive, expected: str
) -> Brought:
    if not is_empty(target, target_id):
        merged = merge(source, source_id, target, target_id, archive)
        return Brought(content_hash_of_everything(target, target_id), merged)
    copy_athlete(source, source_id, target, target_id)
    found = content_hash_of_everything(target, target_id)
    if found != expected:
        raise StoreError("What arrived is not what the archive holds, so nothing of it was kept.")
    return Brought(found, None)


def _content_of(side: Account, archive: OpenedArchive) -> str:
    """The hash of what an archive holds; of this schema it must be the one that the export noted."""
    with side.read() as conn:
        found = content_hash_of_everything(conn, side.athlete_id)
    if archive.manifest.schema == SCHEMA_VERSION and found != archive.manifest.content:
        raise UnreadableFile(
            "The archive does not hold what it says it holds. Nothing was imported; use an earlier export."
        )
    return found
