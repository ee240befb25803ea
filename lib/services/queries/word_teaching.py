"""Which words of the log are worth explaining, and what an explanation changes. Nothing is written."""

from collections.abc import Iterable
from dataclasses import dataclass

from lib.catalog.teaching import UnknownWord, explained_by, unknown_words
from lib.catalog.words import plain
from lib.services.queries.exercise_list import NameRow, exercise_titles
from lib.services.queries.training import Training


@dataclass(frozen=True, slots=True)
class ReadAnew:
    """A name that an explanation leads to another exercise. title, before: names of exercises, before "" where it had none."""

    name: str
    title: str
    before: str
    sets: int


def words_to_teach(training: Training, rows: Iterable[NameRow]) -> tuple[UnknownWord, ...]:
    """The unknown words, those first that stand alone in the way of most sets. rows: all names of the log."""
    rows = list(rows)
    said = frozenset(row.name for row in rows if row.how == "own")
    return unknown_words({row.name: row.sets for row in rows}, training.own.taught, said)


def read_anew(training: Training, rows: Iterable[NameRow], word: str, means: str) -> tuple[ReadAnew, ...]:
    """The names that a meaning changes, most sets first, against the same log in which nobody explained the word.

    What the person said of a whole name stays. rows: all names of the log.
    """
    by_name = {row.name: row for row in rows}
    others = {known: meant for known, meant in training.own.taught.items() if plain(known) != plain(word)}
    titles = exercise_titles(training)
    return tuple(
        ReadAnew(each.name, titles.get(each.exercise, ""), titles.get(each.before, ""), by_name[each.name].sets)
        for each in explained_by(word, means, by_name, others)
        if by_name[each.name].how != "own"
    )
