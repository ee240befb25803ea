"""What was imported, and taking an import back."""

from datetime import datetime

from lib.services.importing.duplicates import settle
from lib.store.database.engine import Engine, read, write
from lib.store.records import batches
from lib.store.records.batches import Batch, Undone


def history(engine: Engine, athlete_id: int) -> list[Batch]:
    """Every import with its files and counts, oldest first; undone ones keep their place."""
    with read(engine) as conn:
        return batches.list_batches(conn, athlete_id)


def undo(engine: Engine, athlete_id: int, batch_id: int, now: datetime) -> Undone:
    """Leave the database as if the import had never happened. StoreError when it is unknown or already undone."""
    with write(engine, athlete_id) as conn:
        undone = batches.undo_batch(conn, athlete_id, batch_id, now)
        settle(conn, athlete_id)
        return undone
