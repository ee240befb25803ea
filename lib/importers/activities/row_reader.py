"""From one row of a list to its activity, by the layout of the list."""

from dataclasses import dataclass
from functools import partial

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
        """The activity, or why it is none. BadCell for what no activity can do without: its start, its id.

        A distance or a time that cannot be read is unknown, with a warning: the bout took place all the same.
        """
        layout = self.layout
        if why := layout.why_none(row):
            return Ignored(row.line, why)
        kind = layout.kind_of(row)
        start = layout.start_of(row)
        distance_m = row.or_unknown(lambda: self.lengths.distance_m(row, kind.sport, kind.sub_sport))
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
            heart_rate_seconds=row.text("heart_rate_seconds") if layout.heart_rate_seconds else "",
            cadence_spm=layout.cadence_of(row, kind.sport),
            session_rpe=row.describing("effort", *EFFORTS),
        )

    def _times(self, row: ActivityRow, distance_m: float | None) -> tuple[float | None, float | None]:
        """Moving and elapsed time, unknown with a warning where they make no sense.

        Where the source times the movement, that is the least that went by.
        """
        by_movement = self.layout.timed == "moving"
        elapsed_s = row.or_unknown(lambda: self._elapsed_s(row, None if by_movement else distance_m))
        moving_s = row.or_unknown(partial(self.layout.seconds_of, row, "moving", distance_m if by_movement else None))
        return moving_s, elapsed_s or (moving_s if by_movement else None)

    def _elapsed_s(self, row: ActivityRow, distance_m: float | None) -> float | None:
        if self.layout.elapsed_of:
            return self.layout.elapsed_of(row)
        if row.columns["end"]:
            return row.seconds_between("start", "end")
        return self.layout.seconds_of(row, "elapsed", distance_m)

    def _notes(self, row: ActivityRow) -> str:
        return row.notes().replace(self.layout.line_break, "\n") if self.layout.line_break else row.notes()
