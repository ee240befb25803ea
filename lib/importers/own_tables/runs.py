"""A table of the person's own with one activity a row, read by the columns that they chose."""

from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from typing import Final

from lib.importers.activities import cells as read
from lib.importers.activities.activity_list import read_list
from lib.importers.activities.cells import Column
from lib.importers.activities.habits import Kind, kind_by_word
from lib.importers.activities.layout import ActivityLayout
from lib.importers.activities.lengths import InUnits
from lib.importers.activities.rows import METRES_PER_UNIT, ActivityRow, wall_clock_start
from lib.importers.activities.survey import Columns
from lib.importers.own_tables.column_mapping import ColumnMapping, LengthUnit, Units, read_length
from lib.importers.reading.dates import parse_moment
from lib.importers.reading.table import Table
from lib.model.athlete import Answers
from lib.model.records import Record, Start
from lib.model.vocabulary import Sport, TimeBasis

_REST: Final = "neither distance nor duration: nothing was done"
# What the columns are called in a mapping, where that is not our name for them.
_CHOSEN_AS: Final = {"start": "date", "moving": "duration", "effort": "rpe"}


def runs(table: Table, mapping: ColumnMapping, answers: Answers) -> Iterator[Record]:
    """One Activity for every row with a distance or a duration, Ignored for every other. Needs(DATE_ORDER)."""
    layout = _layout(mapping.units)
    return read_list(table, _columns(table, mapping, layout), layout, answers)


def _columns(table: Table, mapping: ColumnMapping, layout: ActivityLayout) -> Columns:
    chosen = {ours: mapping.columns.get(_CHOSEN_AS.get(ours, ours)) for ours in layout.names}
    return {ours: [] if at is None else [Column(at, table.header.names[at])] for ours, at in chosen.items()}


def _layout(units: Units) -> ActivityLayout:
    in_units = InUnits(METRES_PER_UNIT[units.distance], METRES_PER_UNIT[units.ascent])

    def seconds(row: ActivityRow, name: str, distance_m: float | None = None) -> float | None:
        column = row.column(name)
        if column is None or not row.text(name):
            return None
        unit = LengthUnit.HOURS_MINUTES if column.hours and units.length is LengthUnit.CLOCK else units.length
        length = column.read(row.cells, lambda text: read_length(text, unit, column.style))
        return read.positive_if_moved(column, length, distance_m)

    def why_none(row: ActivityRow) -> str:
        done = row.says(lambda: row.distance_m(in_units.distance)) or any(
            row.says(partial(seconds, row, name)) for name in ("moving", "elapsed")
        )
        return "" if done else _REST

    return ActivityLayout(
        lengths=lambda _seen, _answers: (in_units, None),
        why_none=why_none,
        kind_of=_kind,
        start_of=_start,
        seconds_of=seconds,
        key_of=_key,
        cadence_of=lambda row, _sport: row.cadence() or None,
    )


def _kind(row: ActivityRow) -> Kind:
    """A run, unless a column says which sport it was."""
    return kind_by_word(row) if row.columns["kind"] else Kind("", Sport.RUN)


def _key(row: ActivityRow, start: Start, kind: Kind) -> str:
    return row.own_id() or f"{start.local or start.utc} {kind.word}".strip()


def _start(row: ActivityRow) -> Start:
    """Date and, where it has a column of its own, time of day; the instant alone where it says UTC."""
    moment, raw, clock = row.moment("start"), row.text("start"), row.text("clock")
    if clock:
        raw = f"{raw} {clock}"
        moment = row.read("clock", lambda _: parse_moment(raw, row.order))
    if moment.offset == timedelta():
        return Start(raw, TimeBasis.UTC, utc=moment.utc, precision=moment.precision)
    return wall_clock_start(raw, moment)
