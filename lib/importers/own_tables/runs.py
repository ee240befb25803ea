"""A table of the person's own with one activity a row, read by the columns that they chose."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from lib.importers.activities import cells as read
from lib.importers.activities.cells import Column
from lib.importers.activities.rows import (
    METRES_PER_UNIT,
    ActivityRow,
    RowKeys,
    kept_distance,
    read_dated_rows,
    wall_clock_start,
)
from lib.importers.own_tables.column_mapping import RUN_FIELDS, ColumnMapping, Units, read_length
from lib.importers.reading.dates import Moment, parse_moment
from lib.importers.reading.table import Table
from lib.model.athlete import Answers
from lib.model.records import Activity, Ignored, Record, Start
from lib.model.vocabulary import DateOrder, Sport, SubSport, TimeBasis

_REST: Final = "neither distance nor duration: nothing was done"


def runs(table: Table, mapping: ColumnMapping, answers: Answers) -> Iterator[Record]:
    """One Activity for every row with a distance or a duration, Ignored for every other. Needs(DATE_ORDER)."""
    columns = read.styled(table, _columns(table, mapping))
    keys = RowKeys()
    yield from read_dated_rows(table, columns, answers, lambda row, order: _record(row, mapping.units, order, keys))


def _columns(table: Table, mapping: ColumnMapping) -> dict[str, list[Column]]:
    names = table.header.names
    chosen = mapping.columns
    return {ours: [Column(chosen[ours], names[chosen[ours]])] if ours in chosen else [] for ours in RUN_FIELDS}


def _record(row: ActivityRow, units: Units, order: DateOrder, keys: RowKeys) -> Activity | Ignored:
    start = _start(row, order)
    distance_m = row.distance_m(METRES_PER_UNIT[units.distance])
    moving_s = _seconds(row, "duration", units, distance_m)
    elapsed_s = _seconds(row, "elapsed", units, distance_m)
    if not distance_m and not moving_s and not elapsed_s:
        return Ignored(row.line, _REST)
    word, sport, sub_sport = _kind(row)
    row.check_pace("duration", sport, distance_m, moving_s)
    return Activity(
        source_key=row.own_id() or keys.key(f"{start.local or start.utc} {word}".strip(), row.cells),
        sport=sport,
        sub_sport=sub_sport,
        sport_raw=word,
        start=start,
        line=row.line,
        title=row.title(),
        notes=row.notes(),
        distance_m=kept_distance(sport, distance_m),
        moving_s=moving_s,
        elapsed_s=elapsed_s or moving_s,
        ascent_m=row.ascent_m(METRES_PER_UNIT[units.ascent]),
        heart_rate_bpm=row.heart_rate("heart_rate"),
        heart_rate_max_bpm=row.heart_rate("heart_rate_max"),
        cadence_spm=row.describing("cadence", 0, 300) or None,
        session_rpe=row.describing("rpe", 0, 10),
    )


def _kind(row: ActivityRow) -> tuple[str, Sport, SubSport]:
    """A run, unless a column says which sport it was."""
    return row.kind() if row.columns["kind"] else ("", Sport.RUN, SubSport.NONE)


def _start(row: ActivityRow, order: DateOrder) -> Start:
    """Date and, where it has a column of its own, time of day."""
    moment, raw, clock = row.moment("date", order), row.text("date"), row.text("clock")
    if clock:
        raw = f"{raw} {clock}"
        moment = row.read("clock", lambda _: parse_moment(raw, order))
    return _as_written(raw, moment)


def _as_written(raw: str, moment: Moment) -> Start:
    if moment.offset == timedelta():
        return Start(raw, TimeBasis.UTC, utc=moment.utc, precision=moment.precision)
    return wall_clock_start(raw, moment)


def _seconds(row: ActivityRow, name: str, units: Units, distance_m: float | None) -> float | None:
    column = row.column(name)
    if column is None or not row.text(name):
        return None
    seconds = column.read(row.cells, lambda text: read_length(text, units.length, column.style))
    return read.positive_if_moved(column, seconds, distance_m)
