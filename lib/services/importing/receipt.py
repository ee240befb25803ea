"""What an import did or would do, file by file. Counted in rows of the source."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import NamedTuple

from lib.model.duplicates import DuplicatePair
from lib.model.errors import Needs
from lib.model.history import RecordRef
from lib.model.record_id import RecordId
from lib.model.records import Problem, Record
from lib.model.vocabulary import Question
from lib.services.importing.identity import FieldChange

FIRST_RECORDS = 20
MOST_CHANGES = 200
_NAMED = 3  # files of a question
_NAME_LETTERS = 60
_NAME_THEIR_FILE = frozenset({Question.MOST_ROWS_FAILED})  # the reasons of which say of which file they are


class GoneRecord(NamedTuple):
    """A record that an export lacks. later: after the last day of the file, so it may be that the file is older."""

    id: RecordId
    ref: RecordRef
    title: str
    local: datetime
    later: bool


@dataclass(slots=True)
class Added:
    """Records that were not known before. rows: the rows of the source that they were made of; runs: of the activities."""

    activities: int = 0
    sessions: int = 0
    sets: int = 0
    rows: int = 0
    runs: int = 0


@dataclass(slots=True)
class FileReceipt:
    """One file of an import. source is None when no importer knows the file.

    asked: what the file left open and the answers it is read with, given now or remembered for its source.
    remembered: those of them that were given at an earlier import.
    mappable: nobody knows it, but it is a table, so a person can say what its columns are.
    unknown_sports: words for a sport that nobody knows, with the number of their activities.
    duplicates:  new records whose bout another source has; one that counts in place of an older one, too. Their rows are
            duplicate_rows, which are part of `unchanged`.
    exported: the day on which the app wrote the file, where it is known.
    conflicts: records that say something else than a more recent export, which is believed.
    gone:     records that earlier exports of the source had and this one lacks. binned: how many went to the bin by it.
    overlaps: pairs of a new record and another one that may be one bout, but are not certain enough to be joined.
    waiting:  rows that were read and become nothing before a question about the whole file is answered.
    member: its path in the archive that was uploaded; "" for a file of its own. One that is refused counts as a
    rejected row of the archive.
    """

    name: str
    sha256: str
    size_bytes: int = 0
    source: str | None = None
    title: str = ""
    added: Added = field(default_factory=Added)
    updated: int = 0
    unchanged: int = 0
    duplicates: int = 0
    duplicate_rows: int = 0
    overlaps: int = 0
    conflicts: int = 0
    exported: date | None = None
    gone: list[GoneRecord] = field(default_factory=list)
    binned: int = 0
    ignored: int = 0
    rejected: int = 0
    waiting: int = 0
    first_day: date | None = None
    last_day: date | None = None
    needs: list[Needs] = field(default_factory=list)
    asked: dict[Question, str] = field(default_factory=dict)
    remembered: frozenset[Question] = frozenset()
    problems: list[Problem] = field(default_factory=list)
    changes: list[FieldChange] = field(default_factory=list)
    first_records: list[Record] = field(default_factory=list)
    exercise_names: dict[str, int] = field(default_factory=dict)
    unknown_sports: dict[str, int] = field(default_factory=dict)
    refused: bool = False
    mappable: bool = False
    member: str = ""

    @property
    def records(self) -> int:
        """Rows of the source: each ended in exactly one of the five counts, or waits for an answer."""
        return self.added.rows + self.updated + self.unchanged + self.ignored + self.rejected + self.waiting

    @property
    def failed(self) -> bool:
        """Whether it has rows and none of them could be read, so that nothing of it is stored."""
        return self.rejected > 0 and self.rejected == self.records and not self.needs

    def refuse(self, why: str, *, line: int | None = None, column: str | None = None, value: str | None = None) -> None:
        """Nothing of this file is stored, for one reason: what was counted so far is forgotten."""
        self._forget_counts()
        self.rejected, self.waiting = 1 if self.member else 0, 0
        self.problems = [Problem(line, column, value, why, rows=self.rejected)]
        self.refused = True

    def ask(self, need: Needs, read: int = 0) -> None:
        """Nothing of this file is stored before this is answered. What most rows fail by stays to be seen.

        read: the rows of the file, where it was read to its end before the question arose.
        """
        self._forget_counts()
        if need.question is not Question.MOST_ROWS_FAILED:
            self.rejected, self.problems = 0, []
        self.needs, self.waiting = [need], max(read - self.rejected, 0)

    def _forget_counts(self) -> None:
        self.added, self.updated, self.unchanged, self.ignored = Added(), 0, 0, 0
        self.duplicates, self.duplicate_rows, self.overlaps = 0, 0, 0
        self.conflicts, self.gone = 0, []
        self.changes, self.first_records, self.exercise_names, self.unknown_sports = [], [], {}, {}


class NewRecord(NamedTuple):
    """A record that was not known before: the receipt of its file, how many source rows and sets it has."""

    receipt: FileReceipt
    rows: int
    sets: int
    is_run: bool


@dataclass(slots=True)
class ImportReceipt:
    """One import of one or several files. batch is None when nothing was written.

    entry: of the history, by which records that are gone went to the bin.
    duplicates: bouts that two sources have, of which at least one record is new.
    overlaps: pairs that may be one bout, and count as two, of which at least one record is new.
    """

    files: list[FileReceipt]
    batch: int | None = None
    entry: int | None = None
    duplicates: list[DuplicatePair] = field(default_factory=list)
    overlaps: list[DuplicatePair] = field(default_factory=list)

    @property
    def needs(self) -> list[Needs]:
        """Every question still open, each once, with the reasons and the names of all files that leave it open."""
        asked: dict[tuple[Question, tuple[str, ...]], dict[str, list[str]]] = {}
        for file in self.files:
            for need in file.needs:
                asked.setdefault((need.question, need.choices), {}).setdefault(need.why, []).append(file.name)
        return [
            Needs(question, choices, " ".join(whys) if question in _NAME_THEIR_FILE else _with_names(whys))
            for (question, choices), whys in asked.items()
        ]

    @property
    def brought(self) -> bool:
        """Whether anything came in or changed; a file that was known brings nothing."""
        return self.batch is not None and any(
            file.added.rows or file.updated or file.duplicates or file.binned for file in self.files
        )

    @property
    def ok(self) -> bool:
        """Whether every file was read, at least in part, and nothing is left to answer."""
        return not self.needs and not any(file.refused or file.failed for file in self.files)


def _with_names(whys: Mapping[str, Sequence[str]]) -> str:
    """Why something is asked, each reason after the files that give it."""
    return " ".join(f"{some_names(names)}: {why}" for why, names in whys.items())


def some_names(names: Sequence[str]) -> str:
    """The first few names, and how many more there are."""
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    return ", ".join(name[:_NAME_LETTERS] for name in names[:_NAMED]) + more
