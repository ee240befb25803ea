"""What an importer yields: one record per bout, or the reason why a source row is not one."""

from dataclasses import dataclass, fields
from datetime import datetime
from operator import attrgetter
from typing import NamedTuple

from lib.model.vocabulary import (
    LoadMode,
    Precision,
    SetKind,
    Side,
    Sport,
    SubSport,
    TimeBasis,
    WeightUnit,
    WorkoutType,
)


@dataclass(frozen=True, slots=True)
class Start:
    """When a bout began, as far as its source knows.

    raw:       the text of the source.
    basis:     UTC has `utc` alone (the home zone gives `local` later), WALL_CLOCK has `local` alone, OFFSET has both.
    local:     naive wall clock of the athlete.
    utc:       naive UTC.
    """

    raw: str
    basis: TimeBasis
    local: datetime | None = None
    utc: datetime | None = None
    precision: Precision = Precision.SECOND


@dataclass(frozen=True, slots=True)
class Activity:
    """One recorded bout of any sport. SI units; None is "the source does not say", never zero.

    source_key: stable within the source: its own id, or a text made of what cannot change.
    line:       physical line of the source row (1 is the header), for messages.
    gear:       the shoes, by the name that they have in the source.
    heart_rate_seconds: how long the heart beat how fast, as lib/model/heart_rates.py writes it.
    """

    source_key: str
    sport: Sport
    start: Start
    line: int
    sport_raw: str = ""
    sub_sport: SubSport = SubSport.NONE
    workout_type: WorkoutType = WorkoutType.NONE
    title: str = ""
    notes: str = ""
    gear: str = ""
    heart_rate_seconds: str = ""
    distance_m: float | None = None
    moving_s: float | None = None
    elapsed_s: float | None = None
    ascent_m: float | None = None
    heart_rate_bpm: float | None = None
    heart_rate_max_bpm: float | None = None
    cadence_spm: float | None = None
    session_rpe: float | None = None

    @property
    def rows(self) -> int:
        """Source rows this record was made of."""
        return 1

    def starting(self, start: Start) -> "Activity":
        """The same with another start: what dataclasses.replace gives, in half of its time, for lists of many years."""
        return Activity(self.source_key, self.sport, start, *_after_start(self))


_after_start = attrgetter(*(each.name for each in fields(Activity)[3:]))


class LiftingSet(NamedTuple):
    """One set, in the order of the columns of the table `strength_set` so that it can be written as it is.

    load_kg is the external mass; load_value and load_unit are what the person typed. A NamedTuple, not a
    dataclass: a log of ten years has 150,000 of them, and tuples go to the database driver unchanged.
    """

    exercise_name: str
    kind: SetKind = SetKind.WORKING
    reps: int | None = None
    load_kg: float | None = None
    load_value: float | None = None
    load_unit: WeightUnit | None = None
    load_mode: LoadMode = LoadMode.EXTERNAL
    duration_s: float | None = None
    distance_m: float | None = None
    set_rpe: float | None = None
    side: Side = Side.BOTH
    superset: str = ""
    note: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Session:
    """One strength bout and its sets in the order in which they were done.

    source_rows: source rows it was made of, where that is not one a set (an exercise or a whole bout in one row).
    """

    source_key: str
    start: Start
    sets: tuple[LiftingSet, ...]
    line: int
    title: str = ""
    notes: str = ""
    elapsed_s: float | None = None
    session_rpe: float | None = None
    body_mass_kg: float | None = None
    source_rows: int | None = None

    @property
    def rows(self) -> int:
        """Source rows this record was made of: one a set unless the importer counted otherwise."""
        return len(self.sets) if self.source_rows is None else self.source_rows


@dataclass(frozen=True, slots=True)
class Ignored:
    """A source row that is no training data by design (a rest timer, a note), with the reason."""

    line: int
    why: str
    rows: int = 1


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a cell, a row or a whole file, in the reader's words.

    line, column, value: where; None where it concerns the whole file. `value` is cut at 40 characters.
    why:    the reason and what to do.
    rows:   source rows that are rejected by it; 0 for a warning (the row is stored all the same).
    """

    line: int | None
    column: str | None
    value: str | None
    why: str
    rows: int = 1


Record = Activity | Session | Ignored | Problem
