"""From bytes to an importer that has nothing left to ask."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import chain

from lib.importers.base import Importer, Upload, export_day, find_importer
from lib.importers.reading.table import open_table
from lib.importers.reading.workbook import is_workbook
from lib.importers.record_checks import checked
from lib.importers.unpacking.allowance import Allowance, BeyondLimit
from lib.importers.unpacking.archive import Member
from lib.importers.unpacking.gzipped import unpacked
from lib.model.athlete import Answers
from lib.model.errors import AmbiguousFile, Needs, UnreadableFile
from lib.model.records import Problem, Record
from lib.model.vocabulary import DateOrder, DistanceUnit, Question, WeightUnit
from lib.services.importing.column_mappings import is_mappable, own_importers, recognise
from lib.services.importing.receipt import FileReceipt
from lib.store.database.engine import Connection
from lib.store.own import answers as remembered

_FIELD = {
    Question.TIMEZONE: ("time_zone", str),
    Question.WEIGHT_UNIT: ("weight_unit", WeightUnit),
    Question.DISTANCE_UNIT: ("distance_unit", DistanceUnit),
    Question.DATE_ORDER: ("date_order", DateOrder),
}
_MAP_IT = "Map its columns on the import page, and such tables are read from then on."


@dataclass(slots=True)
class OpenedFile:
    """A file, its receipt so far, and its records with the first one already looked at.

    upload:  the bytes as they came, to be kept; None where nothing is to be kept.
    content: what is read of it, unpacked where it was compressed.
    """

    receipt: FileReceipt
    upload: Upload | None
    content: Upload
    records: Iterator[Record] = field(default_factory=lambda: iter(()))


@dataclass(slots=True)
class Opener:
    """Opens the files of one import. _recalled: what was said of files before, by source, once a file may ask."""

    conn: Connection
    athlete_id: int
    answers: Answers
    _recalled: dict[str, dict[Question, str]] | None = None

    def open(self, upload: Upload) -> OpenedFile:
        """Find the importer and read up to the first record. What cannot be read or needs an answer is in the receipt."""
        opened = OpenedFile(FileReceipt(upload.name, sha256=_sha256(upload), size_bytes=upload.size), upload, upload)
        self._begin(opened)
        return opened

    def open_member(self, member: Member, allowance: Allowance) -> OpenedFile:
        """The same for a file in an archive. BeyondLimit where the archive must be refused for what is packed in it.

        Its bytes are fetched anew when they are kept, so that they need not be held until then; those of a large one are
        not held at all.
        """
        stored = Upload(member.title, member)
        content = stored if member.is_large else Upload(member.title, member.read())
        receipt = FileReceipt(member.title, sha256=_sha256(content), size_bytes=member.size, member=member.path)
        receipt.exported = member.written
        opened = OpenedFile(receipt, stored, content)
        self._begin(opened, allowance)
        opened.content = stored
        return opened

    def _begin(self, opened: OpenedFile, allowance: Allowance | None = None) -> None:
        """Fill in the records of a file up to the first. BeyondLimit only within an archive."""
        try:
            opened.content = unpacked(opened.content, allowance)
            importer = find_importer(opened.content) or self._importer_of_table(opened)
            if importer is None:
                opened.receipt.mappable = is_mappable(opened.content)
                opened.receipt.refuse(_not_recognised(opened.content))
                return
            opened.receipt.source, opened.receipt.title = importer.name, importer.title
            opened.receipt.exported = export_day(importer, opened.content) or opened.receipt.exported
            self._start(importer, opened)
        except UnreadableFile as error:
            if allowance and isinstance(error, BeyondLimit):
                raise
            refuse(opened.receipt, error)
        except AmbiguousFile as error:
            opened.receipt.refuse(str(error))
        except Needs as need:
            opened.receipt.needs.append(need)

    def _importer_of_table(self, opened: OpenedFile) -> Importer | None:
        """The mapping that the person saved for such a table, or the format of the app that a workbook came from.

        The content becomes the sheet that is read of a workbook.
        """
        found = recognise(own_importers(self.conn, self.athlete_id), opened.content)
        if found is None:
            return None
        opened.content = found.table
        if found.note:
            opened.receipt.problems.append(Problem(None, None, None, found.note, rows=0))
        return found.importer

    def _start(self, importer: Importer, opened: OpenedFile) -> None:
        """Read the first record, answering what the file asks from what was said now or for this source before."""
        answers, given = self.answers, _given(self.answers)
        opened.receipt.asked = _asked(importer, opened.content, self._said_before(importer.name) | given, answers)
        opened.receipt.remembered = frozenset(opened.receipt.asked.keys() - given.keys())
        for question, answer in opened.receipt.asked.items():
            answers = answered(answers, question, answer)
        records = checked(importer.extract(opened.content, answers))
        first = next(records, None)
        opened.records = records if first is None else chain([first], records)

    def _said_before(self, source: str) -> dict[Question, str]:
        if self._recalled is None:
            self._recalled = remembered.recall_all(self.conn, self.athlete_id)
        return self._recalled.get(source, {})


def refuse(receipt: FileReceipt, error: UnreadableFile) -> None:
    """Put the reason into the receipt."""
    receipt.refuse(error.why, line=error.line, column=error.column, value=error.value)


def _asked(importer: Importer, upload: Upload, known: Mapping[Question, str], answers: Answers) -> dict[Question, str]:
    """The questions that the file itself leaves open, with what is known of them. Needs where nothing is."""
    asked: dict[Question, str] = {}
    said = Answers(time_zone=answers.time_zone)
    while len(asked) < len(known):  # with nothing left to answer with, reading the file itself will ask
        try:
            next(importer.extract(upload, said), None)
        except Needs as need:
            if need.question in asked or need.question not in known:
                raise
            asked[need.question] = known[need.question]
            said = answered(said, need.question, known[need.question])
        else:
            break
    return asked


def _given(answers: Answers) -> dict[Question, str]:
    """What was said now, but for the home zone: that is the athlete's, not a file's."""
    said = {question: getattr(answers, name) for question, (name, _) in _FIELD.items()}
    return {question: str(value) for question, value in said.items() if value and question is not Question.TIMEZONE}


def answered(answers: Answers, question: Question, answer: str) -> Answers:
    """The answers with one more."""
    name, kind = _FIELD[question]
    return replace(answers, **{name: kind(answer)})


def _not_recognised(upload: Upload) -> str:
    """Why no importer took the file: what it seems to be, or the columns that were found."""
    if is_workbook(upload):
        return f"This is an Excel workbook. {_MAP_IT}"
    table = open_table(upload)
    found = ", ".join(name for name in table.header.names if name)[:200]
    hint = f" {_MAP_IT}" if is_mappable(upload) else ""
    return f"This table is none of the exports that are known here. Its columns: {found}.{hint}"


def _sha256(upload: Upload) -> str:
    digest = hashlib.sha256()
    with upload.open() as stream:
        while block := stream.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()
