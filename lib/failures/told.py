"""What went wrong, in words for a person: what happened, what to do, and an id for what nobody foresaw."""

import logging
import secrets
from dataclasses import dataclass, field
from typing import Final

from lib.failures.log import LOGGER
from lib.model.errors import Cancelled, StoreError, TrainingDataError
from lib.model.file_errors import file_words
from lib.model.masking import masked

_WHAT_TO_DO: Final = "Your data was left as it was before."
_UNFORESEEN: Final = "Something went wrong that nobody foresaw."


@dataclass(frozen=True, slots=True)
class Told:
    """sentence: what happened. advice: what to do, "" where the sentence says it. error_id: only of what nobody foresaw.

    of_input: what the person wrote or brought is refused, so the database is not to blame.
    """

    sentence: str
    advice: str = ""
    error_id: str = ""
    of_input: bool = field(default=False, compare=False)

    def __str__(self) -> str:
        return " ".join(part for part in (self.sentence, self.advice) if part)


def told(error: BaseException) -> Told:
    """Put an error into words, and a line into the log. No traceback, no password."""
    sentence = _foreseen(error)
    error_id = secrets.token_hex(4).upper()
    if sentence is None:
        _note(logging.ERROR, error, error_id)
        advice = f"Try again. If it comes back, tell us the error id {error_id}; the log has more of it. {_WHAT_TO_DO}"
        return Told(_UNFORESEEN, advice, error_id)
    if not isinstance(error, Cancelled):  # that was wanted
        _note(logging.WARNING, error, error_id, masked(sentence) if _holds_no_values(error) else "")
    return Told(masked(sentence), of_input=isinstance(error, TrainingDataError) and not isinstance(error, StoreError))


def _foreseen(error: BaseException) -> str | None:
    """The sentence of what a person can act on; None for the rest."""
    if isinstance(error, TrainingDataError):
        return str(error)
    if isinstance(error, MemoryError):
        return "There is not enough memory for this. Close other programs or choose smaller files, then try again."
    from lib.store.database.sentences import plain_words  # late: most commands end well, and SQLAlchemy takes 0.2 s

    words = plain_words(error)
    if words is None and isinstance(error, OSError):
        return file_words(error)
    return words


def _holds_no_values(error: BaseException) -> bool:
    """Whether its sentence may stand in the log: a refused value and a faulty cell quote what a person wrote."""
    if isinstance(error, TrainingDataError) and not isinstance(error, StoreError):
        return False
    causes = (error, error.__cause__, getattr(error.__cause__, "orig", None))
    return not any(type(each).__name__ in ("IntegrityError", "DataError") for each in causes)


def _note(level: int, error: BaseException, error_id: str, sentence: str = "") -> None:
    LOGGER.log(level, "failure", extra={"error_id": error_id, "error": error, "sentence": sentence})
