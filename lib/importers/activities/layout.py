"""What the author of a format writes: the names of the columns in a list of activities, and what is particular to it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final

from lib.importers.activities import habits
from lib.importers.activities.habits import Kind
from lib.importers.activities.lengths import Lengths, by_header
from lib.importers.activities.rows import ActivityRow
from lib.importers.activities.survey import ActivitySurvey
from lib.model.athlete import Answers
from lib.model.records import Problem, Start
from lib.model.vocabulary import DateOrder, Sport, WorkoutType

# Names that one column may have; none for what a format does not write.
Names = tuple[str, ...]

_OURS: Final = (
    "key", "start", "clock", "end", "kind", "title", "notes", "distance", "moving", "elapsed", "ascent", "heart_rate",
    "heart_rate_max", "heart_rate_seconds", "cadence", "effort", "gear",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityLayout:
    """The columns of one format, and what is particular to it.

    end:       when it ended, where the length of time is to be worked out from it.
    heart_rate_seconds: a field that the importer adds itself, as lib/model/heart_rates.py writes it.
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
    heart_rate_seconds: Names = ()
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
    why_none: Callable[[ActivityRow], str] = habits.every_row_is_done
    kind_of: Callable[[ActivityRow], Kind] = habits.kind_by_word
    start_of: Callable[[ActivityRow], Start] = habits.clock_of_the_athlete
    seconds_of: Callable[[ActivityRow, str, float | None], float | None] = habits.seconds_as_written
    elapsed_of: Callable[[ActivityRow], float | None] | None = None
    key_of: Callable[[ActivityRow, Start, Kind], str] = habits.id_or_start
    beats_of: Callable[[ActivityRow, str], float | None] = habits.beats
    cadence_of: Callable[[ActivityRow, Sport], float | None] = habits.steps_of_both_legs
    purpose_of: Callable[[ActivityRow], WorkoutType] = habits.no_purpose

    @property
    def names(self) -> dict[str, Names]:
        """The names of all columns, by our name for each."""
        return {ours: getattr(self, ours) for ours in _OURS} | dict(self.more)
