"""From one row of a list to its activity, by the layout of the list."""

from collections.abc import Callable
from dataclasses import dataclass

from lib.importers.activities.layout import ActivityLayout
from lib.importers.activities.lengths import Lengths
from lib.importers.activities.rows import ActivityRow, kept_distance
from lib.importers.reading.cells import BadCell
from lib.model.limits import EFFORTS
from lib.model.records import Activity, Ignored

ReadSeconds = Callable[[], float | None]


@dataclass(frozen=True, slots=True)
class RowReader:
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
