"""Sports that a source calls by a word nobody knows, told by the person once. They stand among the remembered answers."""

from collections.abc import Iterable, Mapping
from typing import Final

from sqlalchemy import Connection, select

from lib.model.athlete import ToldSport
from lib.model.vocabulary import Sport
from lib.store.database import own_schema
from lib.store.own import keyed

QUESTION: Final = "sport "  # and the word of the source

ToldSports = Mapping[str, Mapping[str, Sport]]  # by source and word


def remember(conn: Connection, athlete_id: int, source: str, word: str, sport: Sport) -> None:
    """Keep what a word of a source means, in place of an earlier meaning."""
    key = {"source": source, "question": QUESTION + word}
    keyed.put(conn, own_schema.remembered_answer, athlete_id, key, answer=sport)


def read_all(conn: Connection, athlete_id: int) -> ToldSports:
    """Everything that was told."""
    table = own_schema.remembered_answer
    where = (table.c.athlete_id == athlete_id, table.c.question.startswith(QUESTION, autoescape=True))
    found: dict[str, dict[str, Sport]] = {}
    for source, question, answer in conn.execute(
        select(table.c.source, table.c.question, table.c.answer).where(*where)
    ):
        found.setdefault(source, {})[question.removeprefix(QUESTION)] = Sport(answer)
    return found


def with_said(told: ToldSports, said: Iterable[ToldSport]) -> ToldSports:
    """What was told, and what is said now in its place."""
    found = {source: dict(words) for source, words in told.items()}
    for each in said:
        found.setdefault(each.source, {})[each.word] = each.sport
    return found
