"""Words in the titles of runs by which the person tells how hard they were."""

from collections.abc import Mapping
from typing import Final

from lib.catalog.run_words import words_in
from lib.model.errors import TrainingDataError
from lib.model.limits import MAX_NAME
from lib.model.vocabulary import Effort
from lib.store.account import Account
from lib.store.own import title_words

NO_EFFORT: Final = "none"  # as it is typed: the word says nothing


def own_words(account: Account) -> Mapping[str, Effort | None]:
    """Every word of the person's own and what it means; None: it says nothing."""
    with account.read() as conn:
        return title_words.read_words(conn, account.athlete_id)


def set_word(account: Account, word: str, effort: Effort | None) -> str:
    """Let a word, or several in a row, tell how hard a run was; None: it says nothing. The word as it is kept.

    TrainingDataError for what has no word in it, or is too long.
    """
    kept = kept_as(word)
    with account.write() as conn:
        for other in _alike(title_words.read_words(conn, account.athlete_id), kept):
            title_words.forget(conn, account.athlete_id, other)
        title_words.set_word(conn, account.athlete_id, kept, effort)
    return kept


def forget(account: Account, word: str) -> None:
    """Let a word mean what the app knows of it. TrainingDataError where it is none of the person's own."""
    with account.write() as conn:
        known = _alike(title_words.read_words(conn, account.athlete_id), word)
        if not known:
            raise TrainingDataError(f"“{word.strip()}” is none of your own words. The list of title words has them.")
        for each in known:
            title_words.forget(conn, account.athlete_id, each)


def read_effort(text: str) -> Effort | None:
    """What is typed for an effort. TrainingDataError naming the words that are known."""
    said = text.strip().lower()
    if said == NO_EFFORT:
        return None
    if said not in set(Effort):
        known = ", ".join([*Effort, NO_EFFORT])
        raise TrainingDataError(f"“{text.strip()}” is no effort of a run. Write one of: {known}.")
    return Effort(said)


def kept_as(word: str) -> str:
    """A word in the one way in which it is kept. TrainingDataError for none, and for a long one."""
    kept = " ".join(word.lower().split())
    if not words_in(kept):
        raise TrainingDataError("A title word has letters, numbers or a picture, such as “Hausrunde” or “hill loop”.")
    if len(kept) > MAX_NAME:
        raise TrainingDataError(f"A title word has at most {MAX_NAME} characters.")
    return kept


def _alike(known: Mapping[str, Effort | None], word: str) -> list[str]:
    """The words that are read as this one is: case, accents and signs do not matter."""
    return [each for each in known if words_in(each) == words_in(word)]
