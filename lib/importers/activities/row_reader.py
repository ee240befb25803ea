"""From one row of a list to its activity, by the layout of the list."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from lib.importers.activities.cells import DISTANCE_SPORTS
from lib.importers.activities.layout import ActivityLayout
from lib.importers.activities.lengths import Lengths
from lib.importers.activities.rows import ActivityRow, kept_distance
from lib.model.limits import EFFORTS
from lib.model.records import Activity, Ignored


@dataclass(frozen=True, slots=True)
class RowReader:
    """Makes the records of one file."""

    layout: ActivityLayout
    lengths: Lengths

    def record(self, row: ActivityRow) -> Activity | Ignored:
        """The activity, or why it is none. BadCell.

        Distance and time are what a run is counted by: where they cannot be read, something is wrong with more than one
        cell. A sport without distance is counted as a bout, so neither costs its row.
        """
        layout = self.layout
        if why := layout.why_none(row):
            return Ignored(row.line, why)
        kind = layout.kind_of(row)
        start = layout.start_of(row)
        core = kind.sport in DISTANCE_SPORTS
        distance_m = _read(row, lambda: self.lengths.distance_m(row, kind.sport, kind.sub_sport), core=core)
        moving_s, elapsed_s = self._times(row, distance_m, core=core)
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

    def _times(self, row: ActivityRow, distance_m: float | None, *, core: bool) -> tuple[float | None, float | None]:
        """Moving and elapsed time. Where the source times the movement, that is the least that went by.

        One that makes no sense beside a sound other one is unknown, with a warning; BadCell where neither does, unless
        they are side values of the sport.
        """
        if self.layout.timed == "moving":
            elapsed_s = row.or_unknown(lambda: self._elapsed_s(row, None))
            read_moving = partial(self.layout.seconds_of, row, "moving", distance_m)
            moving_s = _read(row, read_moving, core=core and not elapsed_s)
            return moving_s, elapsed_s or moving_s
        moving_s = row.or_unknown(partial(self.layout.seconds_of, row, "moving", None))
        return moving_s, _read(row, lambda: self._elapsed_s(row, distance_m), core=core and not moving_s)

    def _elapsed_s(self, row: ActivityRow, distance_m: float | None) -> float | None:
        if self.layout.elapsed_of:
            return self.layout.elapsed_of(row)
        if row.columns["end"]:
            return row.seconds_between("start", "end")
        return self.layout.seconds_of(row, "elapsed", distance_m)

    def _notes(self, row: ActivityRow) -> str:
        return row.notes().replace(self.layout.line_break, "\n") if self.layout.line_break else row.notes()


def _read(row: ActivityRow, read_value: Callable[[], float | None], *, core: bool) -> float | None:
    """The value; where it is no core of the row, None with a warning if it makes no sense. BadCell."""
    return read_value() if core else row.or_unknown(read_value)
