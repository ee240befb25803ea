"""The blocks of an Alpha Progression file: sessions, their exercises, and the lines of their sets."""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from lib.importers.base import Upload
from lib.importers.reading.encoding import encoding_of, encoding_of_head
from lib.importers.unpacking.magic import seems_to_be
from lib.model.errors import UnreadableFile

_COLUMNS: Final = re.compile(r'^"?#"?([;,\t])"?(?:KG|LBS?|KM|MI|M|SECS?|REPS)\b', re.MULTILINE | re.IGNORECASE)
_EXERCISE: Final = re.compile(r"\d+\.\s+(\S.*)", re.DOTALL)
_DAY: Final = re.compile(r"(\d{4}-\d\d-\d\d)\s+(\d{1,2}[:.]\d\d)\s*([ap]\.?m\.?)?.*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class SetLine:
    """One set. cells: word above the column ("KG", "REPS") → cell."""

    line: int
    cells: dict[str, str]


@dataclass(slots=True)
class ExerciseBlock:
    """An exercise. text: its name with equipment and target. extra: warm-up sets or a note."""

    line: int
    text: str
    extra: str
    columns: list[str] = field(default_factory=list)
    sets: list[SetLine] = field(default_factory=list)


@dataclass(slots=True)
class SessionBlock:
    """A session. start: "2026-02-19 4:54 pm". length: as written."""

    line: int
    title: str
    start: str
    length: str
    exercises: list[ExerciseBlock] = field(default_factory=list)


def is_in_blocks(upload: Upload) -> bool:
    """Whether the head of a file names columns of sets and has a numbered exercise. Never raises."""
    if seems_to_be(upload.head):  # guessing in which encoding a recording may be written takes longer than reading it
        return False
    try:
        text = upload.head.decode(encoding_of_head(upload.head).name, "replace")
    except (UnreadableFile, OSError, LookupError):
        return False
    found = _COLUMNS.search(text)
    return found is not None and re.search(r'^"?\d+\. ', text[: found.start()], re.MULTILINE) is not None


def session_blocks(upload: Upload) -> Iterator[SessionBlock]:
    """Every session with its exercises, in the order of the file."""
    with upload.open() as stream:
        text = stream.read().decode(encoding_of(upload).name, "replace").replace("\0", "\ufffd")
    found = _COLUMNS.search(text)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=found[1] if found else ",")
    session: SessionBlock | None = None
    title, line = "", 1
    for row in reader:
        cells, at, line = [cell.strip() for cell in row], line, reader.line_num + 1
        day = next((place for place, cell in enumerate(cells) if _DAY.fullmatch(cell)), None)
        if day is not None:
            if session:
                yield session
            session = SessionBlock(
                at, cells[0] if day else title, _start(cells[day]), "".join(cells[day + 1 : day + 2])
            )
        elif session is None or not _take(session, at, cells):
            title = cells[0] if cells else title
    if session:
        yield session


def _start(text: str) -> str:
    found = _DAY.fullmatch(text)
    return " ".join(part for part in found.groups() if part) if found else text


def _is_set(exercise: ExerciseBlock, cells: list[str]) -> bool:
    """Whether a line below the columns of an exercise is one of its sets, though its number may have been damaged."""
    whole = len(cells) == len(exercise.columns) + 1 and any(cells[1:])
    return bool(exercise.columns) and (whole or bool(cells and cells[0].isdecimal()))


def _take(session: SessionBlock, line: int, cells: list[str]) -> bool:
    """Add a line to its session; False for one that says nothing about an exercise."""
    exercise = session.exercises[-1] if session.exercises else None
    first = cells[0] if cells else ""
    if named := _EXERCISE.fullmatch(first):
        session.exercises.append(ExerciseBlock(line, named[1], "\n".join(filter(None, cells[1:]))))
    elif exercise and first == "#":
        exercise.columns = [cell.upper() for cell in cells[1:]]
    elif exercise and _is_set(exercise, cells):
        exercise.sets.append(SetLine(line, dict(zip(exercise.columns, cells[1:], strict=False))))
    else:
        return False
    return True
