"""Words of the log that the person explained: "dambıl" is a dumbbell. Names are read with them whenever they are shown."""

from sqlalchemy import Connection, select

from lib.store.database import own_schema
from lib.store.own import keyed


def set_taught(conn: Connection, athlete_id: int, word: str, means: str) -> None:
    """Keep what a word means in English, in place of an earlier meaning."""
    keyed.put(conn, own_schema.taught_word, athlete_id, {"word": word}, means=means)


def reset_taught(conn: Connection, athlete_id: int, word: str) -> None:
    """Forget a word; none is fine."""
    keyed.drop(conn, own_schema.taught_word, athlete_id, {"word": word})


def read_taught(conn: Connection, athlete_id: int) -> dict[str, str]:
    """What each word means, by word."""
    table = own_schema.taught_word
    rows = conn.execute(select(table).where(table.c.athlete_id == athlete_id).order_by(table.c.word))
    return {row.word: row.means for row in rows}
