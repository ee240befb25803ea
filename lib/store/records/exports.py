"""On which day the newest file of each source was written by its app."""

import pandas as pd
from sqlalchemy import Connection, func, select

from lib.model.frames.logs import EXPORTS
from lib.model.frames.spec import TEXT, TIME
from lib.store.database import schema
from lib.store.database.bulk import fetch_columns


def read_exports(conn: Connection, athlete_id: int) -> pd.DataFrame:
    """EXPORTS of the imports that hold: the latest day of a source where any is known. Never the day of the import."""
    table, batch = schema.import_file, schema.import_batch
    same = (batch.c.athlete_id == table.c.athlete_id) & (batch.c.id == table.c.batch_id)
    statement = (
        select(table.c.source, func.max(table.c.exported).label("exported"))
        .join_from(table, batch, same)
        .where(table.c.athlete_id == athlete_id, table.c.exported.is_not(None), table.c.source.is_not(None))
        .where(batch.c.undone_at.is_(None))
        .group_by(table.c.source)
        .order_by(table.c.source)
    )
    found = fetch_columns(conn, statement)
    return EXPORTS.make(
        {
            "source": pd.Series(found["source"], dtype=TEXT),
            "exported": pd.Series(pd.to_datetime(found["exported"])).astype(TIME),
        }
    )
