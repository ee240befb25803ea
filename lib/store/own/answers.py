"""What a person once said about the files of a source, so that it is asked only once."""

from sqlalchemy import Connection, select

from lib.model.vocabulary import Question
from lib.store.database import own_schema
from lib.store.own import keyed


def remember(conn: Connection, athlete_id: int, source: str, question: Question, answer: str) -> None:
    """Keep an answer in place of the one before."""
    key = {"source": source, "question": question}
    keyed.put(conn, own_schema.remembered_answer, athlete_id, key, answer=answer)


def recall_all(conn: Connection, athlete_id: int) -> dict[str, dict[Question, str]]:
    """The answers kept, by source and question."""
    table = own_schema.remembered_answer
    where = (table.c.athlete_id == athlete_id, table.c.question.in_(list(Question)))
    found: dict[str, dict[Question, str]] = {}
    for source, question, answer in conn.execute(
        select(table.c.source, table.c.question, table.c.answer).where(*where)
    ):
        found.setdefault(source, {})[Question(question)] = answer
    return found


def forget(conn: Connection, athlete_id: int, source: str, question: Question) -> None:
    """Ask again the next time."""
    keyed.drop(conn, own_schema.remembered_answer, athlete_id, {"source": source, "question": question})
