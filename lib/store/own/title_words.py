"""Words in the titles of runs by which the person tells how hard they were."""

from sqlalchemy import Connection, select

from lib.model.vocabulary import Effort
from lib.store.database import own_schema
from lib.store.own import keyed


def set_word(conn: Connection, athlete_id: int, word: str, effort: Effort | None) -> None:
    """Keep what a word (or several in a row) means; None: it says nothing, also where the app knows it."""
    keyed.put(conn, own_schema.title_word, athlete_id, {"word": word}, effort=effort or "")


def forget(conn: Connection, athlete_id: int, word: str) -> None:
    """Let a word mean what the app knows of it. None is fine."""
    keyed.drop(conn, own_schema.title_word, athlete_id, {"word": word})


def read_words(conn: Connection, athlete_id: int) -> dict[str, Effort | None]:
    """Every word of the person's own."""
    table = own_schema.title_word
    rows = conn.execute(select(table).where(table.c.athlete_id == athlete_id).order_by(table.c.word))
    return {row.word: Effort(row.effort) if row.effort else None for row in rows}
