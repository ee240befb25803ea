"""Sports that a source calls by a word nobody knows: told once, they hold for all of its records, now and later."""

from collections import Counter
from datetime import datetime
from typing import NamedTuple

from lib.importers.activities.sports import sport_of
from lib.model.errors import TrainingDataError
from lib.model.history import RecordRef, What
from lib.model.vocabulary import RecordKind, Sport
from lib.services.bouts.acts import Said, act
from lib.store.account import Account
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
    found = Counter((each.source, each.word) for each in rows if each.sport == Sport.OTHER and _is_unknown(each.word))
    return [UnknownSport(*name, count) for name, count in found.most_common()]


def tell_sport(account: Account, source: str, word: str, sport: Sport, now: datetime | None = None) -> int | None:
    """Say what a word of a source means: for what is there, as one act, and for every later import. The id of the entry.

    TrainingDataError where no activity of the source has the word.
    """
    with account.write() as conn:
        rows = [each for each in read_sports(conn, account.athlete_id) if (each.source, each.word) == (source, word)]
        if not rows:
            raise TrainingDataError(f"No activity of {source} is called {word}.")
        told_sports.remember(conn, account.athlete_id, source, word, sport)
        refs = ((RecordRef(RecordKind.ACTIVITY, source, each.source_key), each.number) for each in rows)
        said = [Said(ref, number, "sport", str(sport)) for ref, number in refs]
        return act(conn, account.athlete_id, What.EDIT, said, now)


def _is_unknown(word: str) -> bool:
    return bool(word) and sport_of(word) is None
