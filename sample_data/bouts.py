"""What a watch records and what a lifter logs, before any app has written it down. SI units."""

from dataclasses import dataclass, replace
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Bout:
    """One bout as a watch records it.

    start: wall clock at home, naive.
    kind:  run, trail, treadmill, ride, walk or strength.
    rpe:   0-10 for the whole bout, as the runner felt it.
    """

    start: datetime
    kind: str
    title: str
    distance_m: float
    moving_s: int
    elapsed_s: int
    ascent_m: int = 0
    heart_rate_bpm: int | None = None
    heart_rate_max_bpm: int | None = None
    cadence_spm: float | None = None
    calories: int = 0
    rpe: int | None = None
    notes: str = ""
    gear: str = ""
    race: bool = False
    long: bool = False

    @property
    def steps(self) -> int:
        """Steps of both legs; 0 where no cadence was recorded."""
        return round((self.cadence_spm or 0) * self.moving_s / 60)


@dataclass(frozen=True, slots=True)
class LoggedSet:
    """One set as typed. kind: normal, warm_up, drop or failure. superset: number of the pair within the session."""

    exercise: str
    kind: str = "normal"
    load_kg: float | None = None
    reps: int | None = None
    seconds: int | None = None
    distance_m: float | None = None
    rpe: float | None = None
    note: str = ""
    superset: int | None = None

    @property
    def block(self) -> tuple[str, str]:
        """Consecutive sets of one exercise with one note stand under one heading of the app."""
        return self.exercise, self.note

    def renamed(self, names: dict[str, str]) -> "LoggedSet":
        """The same set under the name that an app has for the exercise."""
        return replace(self, exercise=names.get(self.exercise, self.exercise))


@dataclass(frozen=True, slots=True)
class LoggedSession:
    """One strength bout: its sets in the order done, all sets of an exercise in a row."""

    start: datetime
    elapsed_s: int
    title: str
    sets: tuple[LoggedSet, ...]
    notes: str = ""
