"""Sports that a source calls by a word nobody knows: told once, they hold for all of its records, now and later."""

from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from lib.importers.activities.sports import sport_of
from lib.model.athlete import ToldSport
from lib.model.errors import TrainingDataError
from lib.model.history import RecordRef, What
from lib.model.vocabulary import RecordKind, Sport
from lib.services.bouts.acts import Said, act
from lib.store.account import Account
from lib.store.database.engine import Connection
from lib.store.own import told_sports
from lib.store.records.listing import read_sports


class UnknownSport(NamedTuple):
    """A word of a source, and how many of its activities have it."""

    source: str
    word: str
    activities: int


def unknown_sports(account: Account) -> list[UnknownSport]:
    """Every word that nobody knows, the most frequent first."""
    with account.read() as conn:
        rows = read_sports(conn, account.athlete_id)
    found = Counter((each.source, each.word) for each in rows if each.sport == Sport.OTHER and is_unknown(each.word))
    return [UnknownSport(*name, count) for name, count in found.most_common()]


def tell_sport(account: Account, source: str, word: str, sport: Sport, now: datetime | None = None) -> int | None:
    """Say what a word of a source means: for what is there, as one act, and for every later import. The id of the entry.

    TrainingDataError where no activity of the source has the word.
    """
    with account.write() as conn:
        rows = read_sports(conn, account.athlete_id)
        if not any((each.source, each.word) == (source, word) for each in rows):
            raise TrainingDataError(f"No activity of {source} is called {word}.")
        return tell_sports_in(conn, account.athlete_id, [ToldSport(source, word, sport)], now)


def tell_sports_in(
    conn: Connection, athlete_id: int, told: Iterable[ToldSport], now: datetime | None = None
) -> int | None:
    """The same of several words within a transaction that does more; words that no activity has hold for those to come."""
    meant = {(each.source, each.word): each.sport for each in told}
    for (source, word), sport in meant.items():
        told_sports.remember(conn, athlete_id, source, word, sport)
    said = [
        Said(
            RecordRef(RecordKind.ACTIVITY, each.source, each.source_key),
            each.number,
            "sport",
            str(meant[each.source, each.word]),
        )
        for each in (read_sports(conn, athlete_id) if meant else [])
        if (each.source, each.word) in meant
    ]
    return act(conn, athlete_id, What.EDIT, said, now)


def is_unknown(word: str) -> bool:
    """Whether nobody knows a word for a sport."""
    return bool(word) and sport_of(word) is None
