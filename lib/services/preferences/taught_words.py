"""Explain a word of the log once, "dambıl" is a dumbbell: every name that holds it is read anew, in all of the past."""

from lib.catalog.words import plain
from lib.importers.reading.cells import clean_text
from lib.model.errors import TrainingDataError
from lib.model.limits import MAX_NAME
from lib.store.account import Account
from lib.store.own import taught_words


def teach_word(account: Account, word: str, means: str) -> None:
    """Keep what a word or phrase means in English, in place of what was said of it in any spelling. TrainingDataError."""
    word, means = _checked(word, "word"), _checked(means, "meaning")
    with account.write() as conn:
        for known in taught_words.read_taught(conn, account.athlete_id):
            if plain(known) == plain(word):
                taught_words.reset_taught(conn, account.athlete_id, known)
        taught_words.set_taught(conn, account.athlete_id, word, means)


def take_back_word(account: Account, word: str) -> None:
    """Forget what a word means; names that it resolved are left to the tables again."""
    with account.write() as conn:
        taught_words.reset_taught(conn, account.athlete_id, word)


def _checked(text: str, what: str) -> str:
    """The text on one line. TrainingDataError where no letter or digit is in it, or where it is too long."""
    cleaned = clean_text(text)
    if not plain(cleaned):
        raise TrainingDataError(f"The {what} is empty; write at least one letter.")
    if len(cleaned) > MAX_NAME:
        raise TrainingDataError(f"The {what} is longer than {MAX_NAME} characters; write a shorter one.")
    return cleaned
