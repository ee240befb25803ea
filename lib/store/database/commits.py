"""The latest commits of an athlete by random names: two databases with the same revision may hold different training.

A restored backup, or another copy of the file, continues from an earlier commit under the same numbers. Whoever kept figures of
a revision can tell by its name whether the database still descends from it.
"""

import secrets
from typing import Final

from sqlalchemy import Connection, select, update

from lib.store.database import schema

_KEPT: Final = 64
_BYTES: Final = 6


def note_commit(conn: Connection, athlete_id: int) -> None:
    """Raise the revision and name the commit that ends the transaction."""
    table = schema.athlete
    mine = table.c.id == athlete_id
    commits = conn.execute(select(table.c.commits).where(mine)).scalar_one()
    names = [secrets.token_hex(_BYTES), *commits.split()][:_KEPT]
    conn.execute(update(table).where(mine).values(revision=table.c.revision + 1, commits=" ".join(names)))
