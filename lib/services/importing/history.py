"""What was imported, and taking an import back."""

from dataclasses import replace
from datetime import datetime

from lib.model.errors import StoreError
from lib.model.history import RecordRef
from lib.model.vocabulary import RecordKind
from lib.services.bouts.relink import relink
from lib.services.upkeep.backups import MANY, back_up_before
from lib.store.account import Account
from lib.store.database.engine import Connection
from lib.store.database.kept_backups import BackupKind
from lib.store.own import history as stored_history
from lib.store.records import batches, set_aside
from lib.store.records.apply_words import apply_words, ids_of
from lib.store.records.batches import Batch, Undone
from lib.store.records.bin import count_binned


def history(account: Account) -> list[Batch]:
    """Every import with its files and counts, oldest first; undone ones keep their place."""
    with account.read() as conn:
        return batches.list_batches(conn, account.athlete_id)


def undo(account: Account, batch_id: int, now: datetime) -> Undone:
    """Leave the database as if the import had never happened, after a backup where it brought much.

    StoreError when it is unknown or already undone, or where no backup can be made.
    """
    if _is_large(account, batch_id):
        back_up_before(account, BackupKind.UNDO, now)
    with account.write() as conn:
        standing = set_aside.replaced_by(conn, account.athlete_id).get(batch_id)
        if standing:
            raise StoreError(f"Import {batch_id} was read anew by import {standing}; undo that one first.")
        spoken = _spoken_of(conn, account.athlete_id)
        set_aside.bring_back(conn, account.athlete_id, batch_id)
        undone = batches.undo_batch(conn, account.athlete_id, batch_id, now)
        apply_words(conn, account.athlete_id)
        relink(conn, account.athlete_id)
        waiting = len(spoken - _spoken_of(conn, account.athlete_id))
        return replace(undone, waiting=waiting, in_bin=count_binned(conn, account.athlete_id))


def _is_large(account: Account, batch_id: int) -> bool:
    batch = next((each for each in history(account) if each.id == batch_id and each.undone_at is None), None)
    return batch is not None and sum(file.added_activities + file.added_sessions for file in batch.files) >= MANY


def _spoken_of(conn: Connection, athlete_id: int) -> set[RecordRef]:
    """The records that are there and that the person said something of."""
    words = stored_history.read_words(conn, athlete_id)
    return {ref for kind in RecordKind for ref in ids_of(conn, athlete_id, kind, [r for r in words if r.kind is kind])}
