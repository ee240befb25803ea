"""What a person said of records, entry by entry."""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import Any, Final, NamedTuple

from lib.model.vocabulary import RecordKind

BY_HAND: Final = "by-hand"  # the source of what the person logged here

# Fields of a change that are no column of the record.
RECORD: Final = "record"  # the whole content of a record that was logged by hand
LEFT_OUT: Final = "left_out"
BINNED: Final = "binned"  # the moment, as text
START: Final = "start"
SET_OF_SOURCE: Final = "set "  # and the set as the source has it
ADDED_SET: Final = "added set "  # and a number of its own
BOUT: Final = "bout "  # and the name of another record: what the two are to each other


class What(StrEnum):
    """The kinds of act."""

    LOG = "log"
    EDIT = "edit"
    LEAVE_OUT = "leave out"
    COUNT = "count"
    BIN = "bin"
    RESTORE = "restore"
    JOIN = "join"
    PART = "part"
    LEAVE_TO_RULES = "leave to the rules"
    SPLIT = "split"
    MERGE = "merge"
    TAKE_BACK = "take back"


class _NoWord:
    """The person said nothing of a field: it follows the sources. Not the same as saying that it is empty."""

    def __repr__(self) -> str:
        return "NO_WORD"


NO_WORD: Final = _NoWord()


class RecordRef(NamedTuple):
    """A record, whatever its id: it is the same one after an undo and when its file comes again."""

    kind: RecordKind
    source: str
    source_key: str


class Change(NamedTuple):
    """One field of one record. before, after: plain JSON values, None for "empty", or NO_WORD.

    record_id: the id that the record had at that moment.
    """

    record: RecordRef
    record_id: int
    field: str
    before: Any
    after: Any


class Entry(NamedTuple):
    """One act of the person. at: naive UTC. takes_back: the entry that it takes back. holds: not taken back itself."""

    id: int
    at: datetime
    what: What
    changes: tuple[Change, ...]
    takes_back: int | None = None
    holds: bool = True


Words = Mapping[str, Any]  # what the person says of a record now, by field
