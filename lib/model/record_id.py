"""How a record is named towards people and programs: `run-17`, `session-4`."""

import re
from typing import Final, NamedTuple

from lib.model.errors import TrainingDataError
from lib.model.vocabulary import RecordKind

_WORDS: Final = {RecordKind.ACTIVITY: "run", RecordKind.SESSION: "session"}
_KINDS: Final = {"run": RecordKind.ACTIVITY, "activity": RecordKind.ACTIVITY, "session": RecordKind.SESSION}
_ID: Final = re.compile(r"(run|activity|session)-([1-9]\d{0,9})", re.IGNORECASE)


class RecordId(NamedTuple):
    """A record of the athlete by its kind and number; an activity of any sport is a `run-`."""

    kind: RecordKind
    number: int

    def __str__(self) -> str:
        return f"{_WORDS[self.kind]}-{self.number}"


def is_id(text: str) -> bool:
    """Whether a text has the form of an id."""
    return _ID.fullmatch(text.strip()) is not None


def parse_id(text: str) -> RecordId:
    """The record that a text names. TrainingDataError with the form of an id."""
    found = _ID.fullmatch(text.strip())
    if not found:
        raise TrainingDataError(f"{text} is no record. An id looks like run-17 or session-4; legwork runs lists them.")
    return RecordId(_KINDS[found[1].lower()], int(found[2]))
