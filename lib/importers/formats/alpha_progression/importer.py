"""Alpha Progression: blocks of session, exercise and sets; the unit stands above the sets of every exercise."""

import re
from collections.abc import Iterator
from typing import Final

from lib.importers.base import Upload
from lib.importers.formats.alpha_progression.blocks import ExerciseBlock, SessionBlock, is_in_blocks, session_blocks
from lib.importers.lifting.sessions import checked_length
from lib.importers.lifting.sets import (
    Load,
    distance_reader,
    effort_of_reserve,
    lifting_set,
    load_reader,
    name,
    note,
    reps,
    seconds_reader,
)
from lib.importers.reading.cells import BadCell, CellError, read_cell
from lib.importers.reading.dates import parse_moment
from lib.importers.reading.durations import parse_duration
from lib.importers.reading.table import shown
from lib.model.athlete import Answers
from lib.model.records import Ignored, LiftingSet, Problem, Record, Session, Start
from lib.model.traits import WHOLE_LOG
from lib.model.units import METRES_PER_MILE
from lib.model.vocabulary import LoadMode, SetKind, TimeBasis, WeightUnit

_UNITS: Final = {"KG": WeightUnit.KG, "LBS": WeightUnit.POUND, "LB": WeightUnit.POUND}
_METRES_PER: Final = {"KM": 1000.0, "MI": METRES_PER_MILE, "M": 1.0}
_SECONDS: Final = frozenset({"SECS", "SEC", "S", "SEK", "TIME"})
_RESERVE: Final = "RIR"
_TARGET: Final = re.compile(r"\s+·\s+(?=\d)")
_WARM_UP: Final = re.compile(r"WU\d+\s*·\s*\+?(-?[\d.,]+)\s*(kg|lbs?)\s*·\s*(\d+)", re.IGNORECASE)
_HOURS: Final = re.compile(r"(\d{1,3}):(\d\d)\s*\D*")
_NOT_DONE: Final = "planned and not done"


class AlphaProgression:
    """See lib.importers.base.Importer."""

    name = "alpha-progression"
    title = "Alpha Progression · CSV export"
    where = "In the app: Profile, Settings, Export workouts."
    seen = True
    traits = WHOLE_LOG

    def identify(self, upload: Upload) -> bool:
        """See Importer.identify."""
        return is_in_blocks(upload)

    def extract(self, upload: Upload, answers: Answers) -> Iterator[Record]:  # noqa: ARG002 - the file says all
        """See Importer.extract. Source rows are the lines of sets."""
        for block in session_blocks(upload):
            yield from _records(block)


def _records(block: SessionBlock) -> Iterator[Record]:
    """A session, and before it what its lines could not say."""
    found: list[LiftingSet] = []
    rows = 0
    problem = _bad_start(block)
    for exercise in block.exercises:
        found += _warm_ups(exercise) if exercise.sets else ()
        for each in exercise.sets:
            if problem:
                yield Problem(each.line, problem.column, problem.value, problem.why)
                continue
            said = _set(exercise, each.line, each.cells)
            yield from (record for record in said if not isinstance(record, LiftingSet))
            done = [record for record in said if isinstance(record, LiftingSet)]
            found, rows = found + done, rows + len(done)
    if rows:
        length, warnings = _length(block)
        yield from warnings
        yield _session(block, tuple(found), length, rows)


def _session(block: SessionBlock, sets: tuple[LiftingSet, ...], length: float | None, rows: int) -> Session:
    moment, title = parse_moment(block.start), name(block.title, required=False)
    start = Start(block.start, TimeBasis.WALL_CLOCK, local=moment.local, precision=moment.precision)
    key = f"{moment.local.isoformat()}|{title}"
    return Session(key, start, sets, block.line, title=title, elapsed_s=length, source_rows=rows)


def _bad_start(block: SessionBlock) -> Problem | None:
    try:
        parse_moment(block.start)
    except CellError as error:
        return Problem(block.line, "start", shown(block.start), error.why)
    return None


def _length(block: SessionBlock) -> tuple[float | None, list[Problem]]:
    """Seconds of "1:10 hr", "55 min" or "21 sec"."""
    hours = _HOURS.fullmatch(block.length)
    try:
        return checked_length(int(hours[1]) * 3600 + int(hours[2]) * 60 if hours else parse_duration(block.length)), []
    except CellError as error:
        return None, [Problem(block.line, "length", shown(block.length), f"{error.why}; the length is left open", 0)]


def _name(exercise: ExerciseBlock) -> str:
    """The name with the equipment in brackets, without the target: "Hack Squats · Machine · 8 reps"."""
    plain, *equipment = _TARGET.split(exercise.text)[0].split(" · ")
    return name(f"{plain} ({', '.join(equipment)})" if equipment else plain)


def _warm_ups(exercise: ExerciseBlock) -> list[LiftingSet]:
    """The warm-up sets that stand beside the name of an exercise."""
    found = []
    for number, unit, count in _WARM_UP.findall(exercise.extra):
        load = load_reader(_UNITS[unit.upper()], ())(number.replace(",", "."))
        said = lifting_set(
            _name(exercise), kind=SetKind.WARM_UP, count=int(count), load=load, seconds=None, metres=None, rpe=None
        )
        found += [said._replace(line=exercise.line)] if isinstance(said, LiftingSet) else []
    return found


def _set(exercise: ExerciseBlock, line: int, cells: dict[str, str]) -> list[LiftingSet | Ignored | Problem]:
    """The set of one line with what was unreadable in it, or why it is none."""
    told: list[Problem] = []
    load: Load | None = (None, None, None)
    values: dict[str, float | None] = {}
    count, rpe, added = None, None, False
    for column, cell in cells.items():
        text, plus = cell.replace(",", ".").removeprefix("+"), cell.startswith("+")
        try:
            if column in _UNITS:
                added, load = plus, None
                load = read_cell(column, text, load_reader(_UNITS[column], ()))
            elif column in _METRES_PER:
                values["metres"] = read_cell(column, text, distance_reader(_METRES_PER[column], ()))
            elif column in _SECONDS:
                values["seconds"] = read_cell(column, text, seconds_reader(()))
            elif column == _RESERVE:
                rpe = read_cell(column, text, effort_of_reserve)
            elif count is None:
                count = read_cell(column, text, reps)
        except BadCell as bad:
            told.append(bad.problem(line, rows=0))
    remark = "" if _WARM_UP.search(exercise.extra) else note(exercise.extra)
    found = lifting_set(
        _name(exercise), kind=SetKind.WORKING, count=count, load=load, seconds=values.get("seconds"),
        metres=values.get("metres"), rpe=rpe, remark=remark,
    )  # fmt: skip
    if isinstance(found, str) or (found.reps is None and not any(values.values())):
        first = told[0] if told else None
        return [Problem(line, first.column, first.value, first.why) if first else Ignored(line, _NOT_DONE)]
    mode = LoadMode.ADDED if added and found.load_kg else found.load_mode
    return [*told, found._replace(line=line, load_mode=mode)]


importer = AlphaProgression()
