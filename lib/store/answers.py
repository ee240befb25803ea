"""What a person once said about the files of a source, so that it is asked only once."""

from sqlalchemy import Connection, delete, insert, select

from lib.model.vocabulary import Question
from lib.store import schema

_table = schema.remembered_answer


def remember(conn: Connection, athlete_id: int, source: str, question: Question, answer: str) -> None:
    """Keep an answer in place of the one before."""
    forget(conn, athlete_id, source, question)
    conn.execute(insert(_table).values(athlete_id=athlete_id, source=source, question=question, answer=answer))


def recall(conn: Connection, athlete_id: int, source: str, question: Question) -> str | None:
    """The answer kept for a source; None if it was never asked."""
    where = (_table.c.athlete_id == athlete_id, _table.c.source == source, _table.c.question == question)
    return conn.execute(select(_table.c.answer).where(*where)).scalar()


def forget(conn: Connection, athlete_id: int, source: str, question: Question) -> None:
    """Ask again the next time."""
    where = (_table.c.athlete_id == athlete_id, _table.c.source == source, _table.c.question == question)
    conn.execute(delete(_table).where(*where))
