"""From bytes to an importer that has nothing left to ask."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import chain

from lib.importers.base import Importer, Upload, find_importer, importers
from lib.importers.table import open_table
from lib.model.athlete import Answers
from lib.model.errors import AmbiguousFile, Needs, UnreadableFile
from lib.model.records import Record
from lib.model.vocabulary import DateOrder, DistanceUnit, Question, WeightUnit
from lib.services.report import FileReport
from lib.store import answers as remembered
from lib.store.engine import Connection

_FIELD = {
    Question.TIMEZONE: ("time_zone", str),
    Question.WEIGHT_UNIT: ("weight_unit", WeightUnit),
    Question.DISTANCE_UNIT: ("distance_unit", DistanceUnit),
    Question.DATE_ORDER: ("date_order", DateOrder),
}


@dataclass(slots=True)
class Opened:
    """A file, its report so far, and its records with the first one already looked at."""

    report: FileReport
    upload: Upload
    records: Iterator[Record] = field(default_factory=lambda: iter(()))


def open_upload(conn: Connection, athlete_id: int, upload: Upload, answers: Answers) -> Opened:
    """Find the importer and read up to the first record. What cannot be read or needs an answer is in the report."""
    opened = Opened(FileReport(upload.name, sha256=_sha256(upload), size_bytes=upload.size), upload)
    try:
        importer = find_importer(upload)
        if importer is None:
            opened.report.refuse(_not_recognised(upload))
            return opened
        opened.report.source, opened.report.title = importer.name, importer.title
        _start(conn, athlete_id, importer, answers, opened)
    except UnreadableFile as error:
        opened.report.refuse(error.why, line=error.line, column=error.column, value=error.value)
    except AmbiguousFile as error:
        opened.report.refuse(str(error))
    except Needs as need:
        opened.report.needs.append(need)
    return opened


def _start(conn: Connection, athlete_id: int, importer: Importer, answers: Answers, opened: Opened) -> None:
    """Read the first record, answering what the file asks from what was said now or for this source before."""
    opened.report.asked = _asked(conn, athlete_id, importer, answers, opened.upload)
    for question, answer in opened.report.asked.items():
        answers = _with(answers, question, answer)
    records = importer.extract(opened.upload, answers)
    first = next(records, None)
    opened.records = records if first is None else chain([first], records)


def _asked(
    conn: Connection, athlete_id: int, importer: Importer, answers: Answers, upload: Upload
) -> dict[Question, str]:
    """The questions that the file itself leaves open, with what was said now, else before. Needs where there is none."""
    known = remembered.recall(conn, athlete_id, importer.name) | _given(answers)
    asked: dict[Question, str] = {}
    said = Answers(time_zone=answers.time_zone)
    while len(asked) < len(known):  # with nothing left to answer with, reading the file itself will ask
        try:
            next(importer.extract(upload, said), None)
        except Needs as need:
            if need.question in asked or need.question not in known:
                raise
            asked[need.question] = known[need.question]
            said = _with(said, need.question, known[need.question])
        else:
            break
    return asked


def _given(answers: Answers) -> dict[Question, str]:
    """What was said now, but for the home zone: that is the athlete's, not a file's."""
    said = {question: getattr(answers, name) for question, (name, _) in _FIELD.items()}
    return {question: str(value) for question, value in said.items() if value and question is not Question.TIMEZONE}


def _with(answers: Answers, question: Question, answer: str) -> Answers:
    name, kind = _FIELD[question]
    return replace(answers, **{name: kind(answer)})


def _not_recognised(upload: Upload) -> str:
    """Why no importer took the file: what it seems to be, or the columns that were found."""
    table = open_table(upload)
    found = ", ".join(name for name in table.header.names if name)[:200]
    known = ", ".join(importer.title for importer in importers())
    return f"This table is none of the exports that are known here ({known}). Its columns: {found}."


def _sha256(upload: Upload) -> str:
    digest = hashlib.sha256()
    with upload.open() as stream:
        while block := stream.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()
