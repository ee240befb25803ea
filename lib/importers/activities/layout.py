"""Lists with one row a bout, described by the names of their columns: such a format is a `ActivityLayout` and little else."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final, NamedTuple, Protocol

from lib.importers.activities import cells as read
from lib.importers.activities.clock_times import with_clock_times
from lib.importers.activities.recorded import both_legs
from lib.importers.activities.rows import (
    METRES_PER_UNIT,
    ActivityRow,
    columns_named,
    has_columns,
    kept_distance,
    name_and_unit,
    wall_clock_start,
)
from lib.importers.activities.survey import ActivitySurvey, Columns, Rows, survey
from lib.importers.base import Upload
from lib.importers.reading.cells import BadCell
from lib.importers.reading.dates import settle_date_order
from lib.importers.reading.table import open_table
from lib.importers.reading.table_header import Header, read_header
from lib.model.athlete import Answers
from lib.model.errors import UnreadableFile
from lib.model.limits import EFFORTS, HEART_RATES_BPM
from lib.model.records import Activity, Ignored, Problem, Record, Start
from lib.model.traits import PLAIN, Traits
from lib.model.vocabulary import DateOrder, Sport, SubSport, TimeBasis, WorkoutType

# Names that one column may have; none for what a format does not write.
Names = tuple[str, ...]
ReadSeconds = Callable[[], float | None]

_OURS: Final = (
    "key", "start", "clock", "end", "kind", "title", "notes", "distance", "moving", "elapsed", "ascent", "heart_rate",
    "heart_rate_max", "cadence", "effort", "gear",
)  # fmt: skip
_LENGTHS: Final = ("distance", "ascent")


class Kind(NamedTuple):
    """The word for a sport as it stands in the file, and what it means."""

    word: str
    sport: Sport
    sub_sport: SubSport = SubSport.NONE


class Lengths(Protocol):
    """How the distances and ascents of one file are read."""

    def distance_m(self, row: ActivityRow, sport: Sport, sub_sport: SubSport) -> float | None:
        """Metres; None where the row has none. BadCell."""
        ...

    def ascent_m(self, row: ActivityRow) -> float | None:
        """Metres climbed; unknown with a warning where the cell makes no sense."""
        ...


@dataclass(frozen=True, slots=True)
class InUnits:
    """Lengths in one unit a column: metres in it, None where its header says the unit in brackets."""

    distance: float | None = None
    ascent: float | None = None

    def distance_m(self, row: ActivityRow, _sport: Sport, _sub_sport: SubSport) -> float | None:
        """See Lengths."""
        return row.distance_m(self.distance)

    def ascent_m(self, row: ActivityRow) -> float | None:
        """See Lengths."""
        return row.ascent_m(self.ascent)


@dataclass(frozen=True, slots=True)
class InUnitOfRow(InUnits):
    """Distances in the unit that a column of their own names in every row."""

    column: str = "unit"

    def distance_m(self, row: ActivityRow, _sport: Sport, _sub_sport: SubSport) -> float | None:
        """See Lengths. BadCell where the unit is missing or not known."""
        unit = row.text(self.column).casefold()
        if not row.number("distance"):
            return row.distance_m(1.0)
        if not unit or unit not in METRES_PER_UNIT:
            raise row.bad(self.column, "not a unit of length that is known here" if unit else "missing")
        return row.distance_m(METRES_PER_UNIT[unit])


def by_unit_of_row(seen: ActivitySurvey, answers: Answers) -> tuple[Lengths, Problem | None]:  # noqa: ARG001
    """The unit that the column `unit` names."""
    return InUnitOfRow(), None


def by_header(seen: ActivitySurvey, answers: Answers) -> tuple[Lengths, Problem | None]:  # noqa: ARG001
    """The unit that the header gives in brackets, metres where it gives none."""
    return InUnits(), None


def every_row_is_done(row: ActivityRow) -> str:  # noqa: ARG001
    """For lists that hold nothing but what was done."""
    return ""


def kind_by_word(row: ActivityRow) -> Kind:
    """What the cell calls the sport."""
    return Kind(*row.kind())


def kind_by(words: Mapping[str, tuple[Sport, SubSport]]) -> Callable[[ActivityRow], Kind]:
    """By what this app calls sports in its own way (lower case), else by the words of all apps."""

    def read_kind(row: ActivityRow) -> Kind:
        word = row.word()
        own = words.get(word.casefold())
        return Kind(word, *own) if own else kind_by_word(row)

    return read_kind


def instant(row: ActivityRow) -> Start:
    """UTC, unless another offset is written."""
    raw, moment = row.text("start"), row.moment("start")
    if moment.offset:
        return wall_clock_start(raw, moment)
    return Start(raw, TimeBasis.UTC, utc=moment.local, precision=moment.precision)


def clock_of_the_athlete(row: ActivityRow) -> Start:
    """The wall clock, of one column or of two; a written offset is kept."""
    written = f"{row.text('start')} {row.text('clock')}".strip()
    return wall_clock_start(written, row.moment("start", written))


def seconds_as_written(row: ActivityRow, name: str, distance_m: float | None) -> float | None:
    """Seconds, or a length of time as a clock shows it."""
    return row.seconds(name, distance_m)


def in_unit(unit_s: float) -> Callable[[ActivityRow, str, float | None], float | None]:
    """For plain numbers of so many seconds each; what is told in more than seconds is rounded to tenths."""

    def read_seconds(row: ActivityRow, name: str, distance_m: float | None) -> float | None:
        seconds = row.seconds(name, distance_m, unit_s) if row.text(name) else None
        return round(seconds, 1) if seconds and unit_s > 1 else seconds

    return read_seconds


def id_or_start(row: ActivityRow, start: Start, kind: Kind) -> str:
    """The id of the source; else the start: nobody starts two bouts of one sport in the same second."""
    return row.own_id() or f"{start.local or start.utc:%Y-%m-%dT%H:%M:%S} {kind.sport}"


def beats(row: ActivityRow, name: str) -> float | None:
    """Beats a minute; 0 is "not measured"."""
    return row.heart_rate(name)


def beats_or_blank(row: ActivityRow, name: str) -> float | None:
    """The same where a source leaves the cell blank if nothing was measured, so that 0 is wrong."""
    return row.describing(name, *HEART_RATES_BPM)


def steps_of_both_legs(row: ActivityRow, sport: Sport) -> float | None:
    """Steps a minute on foot, where the source may count one leg."""
    return both_legs(row.cadence()) if sport in read.ON_FOOT else None


def steps_as_counted(row: ActivityRow, sport: Sport) -> float | None:
    """Steps a minute on foot, where the source counts both legs."""
    return row.cadence() or None if sport in read.ON_FOOT else None


def no_purpose(row: ActivityRow) -> WorkoutType:  # noqa: ARG001
    """For lists that do not say what a bout was for."""
    return WorkoutType.NONE


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityLayout:
    """The columns of one format, and what is particular to it.

    end:       when it ended, where the length of time is to be worked out from it.
    more:      further columns that the functions below read, by names of their own.
    required:  without these columns the file is refused.
    timed:     the length of time that a distance needs and that a pace is judged by.
    order:     of day and month, where the app writes them in one order everywhere.
    line_break: what the notes have in place of one.
    telling:   columns whose texts `lengths` wants to see before the first record is made.
    why_none:  why a row holds nothing that was done; "" for one that was.
    """

    start: Names = ()
    kind: Names = ()
    distance: Names = ()
    moving: Names = ()
    elapsed: Names = ()
    end: Names = ()
    clock: Names = ()
    key: Names = ()
    title: Names = ()
    notes: Names = ()
    ascent: Names = ()
    heart_rate: Names = ()
    heart_rate_max: Names = ()
    cadence: Names = ()
    effort: Names = ()
    gear: Names = ()
    more: Mapping[str, Names] = field(default_factory=dict)
    required: tuple[str, ...] = ("start", "kind", "distance", "moving")
    timed: str = "moving"
    order: DateOrder | None = None
    line_break: str = ""
    telling: tuple[str, ...] = ()
    lengths: Callable[[ActivitySurvey, Answers], tuple[Lengths, Problem | None]] = by_header
    why_none: Callable[[ActivityRow], str] = every_row_is_done
    kind_of: Callable[[ActivityRow], Kind] = kind_by_word
    start_of: Callable[[ActivityRow], Start] = clock_of_the_athlete
    seconds_of: Callable[[ActivityRow, str, float | None], float | None] = seconds_as_written
    elapsed_of: Callable[[ActivityRow], float | None] | None = None
    key_of: Callable[[ActivityRow, Start, Kind], str] = id_or_start
    beats_of: Callable[[ActivityRow, str], float | None] = beats
    cadence_of: Callable[[ActivityRow, Sport], float | None] = steps_of_both_legs
    purpose_of: Callable[[ActivityRow], WorkoutType] = no_purpose

    @property
    def names(self) -> dict[str, Names]:
        """The names of all columns, by our name for each."""
        return {ours: getattr(self, ours) for ours in _OURS} | dict(self.more)


@dataclass(frozen=True, kw_only=True)
class ActivityList:
    """An importer made of a layout; see lib.importers.base.Importer.

    signature: columns that are all there in this format and in no other.
    """

    name: str
    title: str
    where: str
    layout: ActivityLayout
    signature: Names = ()
    seen: bool = True
    traits: Traits = PLAIN

    def identify(self, upload: Upload) -> bool:
        """See Importer.identify."""
        header = read_header(upload)
        return header is not None and self.is_ours(header)

    def is_ours(self, header: Header) -> bool:
        """Whether a header is one of this format."""
        return has_columns(header, *self.signature)

    def open(self, upload: Upload) -> Rows:
        """The table in the file."""
        return open_table(upload)

    def columns(self, table: Rows) -> Columns:
        """Every column that is read, by our name for it."""
        return columns_of_layout(table, self.layout)

    def extract(self, upload: Upload, answers: Answers) -> Iterator[Record]:
        """See Importer.extract."""
        table = self.open(upload)
        return read_list(table, self.columns(table), self.layout, answers)


def columns_of_layout(table: Rows, layout: ActivityLayout) -> Columns:
    """The columns of a table. UnreadableFile where a required one is missing or a length has a unit that is not known."""
    names = layout.names
    columns = columns_named(table.header, names)
    for ours in layout.required:
        if not columns[ours]:
            table.require(*names[ours], column=names[ours][0])
    for column in (column for ours in _LENGTHS for column in columns[ours]):
        unit = name_and_unit(column.name)[1]
        if unit not in METRES_PER_UNIT:
            raise UnreadableFile(f"The unit {unit} is not known here.", line=table.header.line, column=column.name)
    return columns


def read_list(table: Rows, columns: Columns, layout: ActivityLayout, answers: Answers) -> Iterator[Record]:
    """The record of every row with its warnings, or the problem that rejects it. Needs what the file leaves open."""
    seen = with_clock_times(survey(table, columns, layout.telling))
    start = columns["start"][0].name if columns["start"] else ""
    dates = () if layout.order else seen.dates
    settled, contradiction = settle_date_order(dates, answers.date_order, start)
    order = layout.order or settled
    lengths, unit_warning = layout.lengths(seen, answers)
    yield from (warning for warning in (contradiction, unit_warning) if warning)
    reader = _RowReader(layout, lengths)
    told: set[str] = set()
    for whole in table.rows():
        if isinstance(whole, Problem):
            yield whole
            continue
        row = ActivityRow(*whole, seen.columns, order, told)
        try:
            yield reader.record(row)
        except BadCell as error:
            yield error.problem(row.line)
        else:
            yield from (warning.problem(row.line, rows=0) for warning in row.warnings)


@dataclass(frozen=True, slots=True)
class _RowReader:
    """Makes the records of one file."""

    layout: ActivityLayout
    lengths: Lengths

    def record(self, row: ActivityRow) -> Activity | Ignored:
        """The activity, or why it is none. BadCell."""
        layout = self.layout
        if why := layout.why_none(row):
            return Ignored(row.line, why)
        kind = layout.kind_of(row)
        start = layout.start_of(row)
        distance_m = self.lengths.distance_m(row, kind.sport, kind.sub_sport)
        moving_s, elapsed_s = self._times(row, distance_m)
        timed = moving_s if layout.timed == "moving" else elapsed_s
        row.check_pace(layout.timed, kind.sport, distance_m, timed)
        return Activity(
            source_key=layout.key_of(row, start, kind),
            sport=kind.sport,
            sub_sport=kind.sub_sport,
            sport_raw=kind.word,
            start=start,
            line=row.line,
            workout_type=layout.purpose_of(row),
            title=row.title(),
            notes=self._notes(row),
            gear=row.gear(),
            distance_m=kept_distance(kind.sport, distance_m),
            moving_s=moving_s,
            elapsed_s=elapsed_s,
            ascent_m=self.lengths.ascent_m(row),
            heart_rate_bpm=layout.beats_of(row, "heart_rate"),
            heart_rate_max_bpm=layout.beats_of(row, "heart_rate_max"),
            cadence_spm=layout.cadence_of(row, kind.sport),
            session_rpe=row.describing("effort", *EFFORTS),
        )

    def _times(self, row: ActivityRow, distance_m: float | None) -> tuple[float | None, float | None]:
        """Moving and elapsed time. Where the source times the movement, that is the least that went by.

        One that makes no sense beside a sound other one is unknown, with a warning; BadCell where neither does.
        """
        if self.layout.timed == "moving":
            elapsed_s = self._elapsed_s(row, None) if self._elapsed_is_worked_out(row) else self._side_elapsed_s(row)
            moving_s = self._timed(row, elapsed_s, lambda: self.layout.seconds_of(row, "moving", distance_m))
            return moving_s, elapsed_s or moving_s
        moving_s = _or_unknown(row, lambda: self.layout.seconds_of(row, "moving", None))
        return moving_s, self._timed(row, moving_s, lambda: self._elapsed_s(row, distance_m))

    def _elapsed_is_worked_out(self, row: ActivityRow) -> bool:
        """Whether the moments of start and end are what is wrong where it makes no sense."""
        return bool(self.layout.elapsed_of or row.columns["end"])

    def _side_elapsed_s(self, row: ActivityRow) -> float | None:
        return _or_unknown(row, lambda: self._elapsed_s(row, None))

    def _timed(self, row: ActivityRow, other_s: float | None, read_s: ReadSeconds) -> float | None:
        """The time that the source goes by; it may be missing only where there is the other one."""
        return _or_unknown(row, read_s) if other_s else read_s()

    def _elapsed_s(self, row: ActivityRow, distance_m: float | None) -> float | None:
        if self.layout.elapsed_of:
            return self.layout.elapsed_of(row)
        if row.columns["end"]:
            return row.seconds_between("start", "end")
        return self.layout.seconds_of(row, "elapsed", distance_m)

    def _notes(self, row: ActivityRow) -> str:
        return row.notes().replace(self.layout.line_break, "\n") if self.layout.line_break else row.notes()


def _or_unknown(row: ActivityRow, read_s: ReadSeconds) -> float | None:
    """The seconds; None with a warning where the cell makes no sense."""
    try:
        return read_s()
    except BadCell as error:
        row.warnings.append(BadCell(error.column, error.value, f"{error.why}; kept as unknown"))
        return None
