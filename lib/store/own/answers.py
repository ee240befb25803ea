"""What a person once said about the files of a source, so that it is asked only once."""

from sqlalchemy import Connection, select

from lib.model.vocabulary import Question
from lib.store.database import own_schema
from lib.store.own import keyed


def remember(conn: Connection, athlete_id: int, source: str, question: Question, answer: str) -> None:
    """Keep an answer in place of the one before."""
    key = {"source": source, "question": question}
    keyed.put(conn, own_schema.remembered_answer, athlete_id, key, answer=answer)


def recall(conn: Connection, athlete_id: int, source: str) -> dict[Question, str]:
    """The answers kept for a source, by question."""
    table = own_schema.remembered_answer
    where = (table.c.athlete_id == athlete_id, table.c.source == source, table.c.question.in_(list(Question)))
    return {
        Question(question): answer
        for question, answer in conn.execute(select(table.c.question, table.c.answer).where(*where))
    }


def forget(conn: Connection, athlete_id: int, source: str, question: Question) -> None:
    """Ask again the next time."""
    keyed.drop(conn, own_schema.remembered_answer, athlete_id, {"source": source, "question": question})
