"""An invented athlete whose apps change what they have, and whose exports are taken now and then."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from look_alikes import HEVY_HEADER, STRAVA_HEADER, _table

from lib.importers.base import Upload
from lib.model.athlete import Answers
from lib.model.vocabulary import DistanceUnit, WeightUnit

GARMIN_HEADER = "Activity Type,Date,Favorite,Title,Distance,Calories,Time,Avg HR,Moving Time,Elapsed Time"
FIRST = date(2026, 5, 1)
EXPORTED = date(2026, 7, 1)  # of the first export; each later one is a day younger


@dataclass(frozen=True)
class Workout:
    """A session in the lifting app: one exercise, its sets as (kilograms, repetitions)."""

    start: datetime
    title: str
    sets: tuple[tuple[float, int], ...]

    def rows(self) -> list[str]:
        clock = f"{self.start.day} {self.start:%b %Y, %H:%M}"
        return [
            f'"{self.title}","{clock}","{clock}","","Squat (Barbell)",,"",{place},"normal",{load},{reps},,,'
            for place, (load, reps) in enumerate(self.sets)
        ]


@dataclass(frozen=True)
class Run:
    """A run in the running app, which knows it by a number of its own."""

    number: int
    start: datetime
    metres: int
    name: str = "Easy run"
    sport: str = "Run"

    def row(self) -> str:
        clock = f"{self.start:%b} {self.start.day}, {self.start.year}, {self.start:%I:%M:%S %p}"
        return (
            f'{self.number},"{clock}",{self.name},{self.sport},,2400,{self.metres / 1000},2400.0,2380.0,{self.metres}.0'
        )

    def watch_row(self) -> str:
        """The same run in the list of the watch, whose clock is that of home (two hours before UTC in summer)."""
        local = self.start + timedelta(hours=2)
        return f"Running,{local:%Y-%m-%d %H:%M:%S},false,Watch,{self.metres / 1000 + 0.02:.2f},300,00:39:40,148,00:39:40,00:40:00"


@dataclass(frozen=True)
class Export:
    """One file as an app wrote it, and what is said with its import. recent: its place among all exports."""

    name: str
    header: str
    rows: tuple[str, ...]
    recent: int

    def upload(self) -> Upload:
        return _table(self.name, self.header, list(self.rows))

    def answers(self) -> Answers:
        return Answers(
            time_zone="Europe/Berlin",
            weight_unit=WeightUnit.KG,
            distance_unit=DistanceUnit.KM,
            exported=EXPORTED + timedelta(days=self.recent),
        )


@dataclass
class World:
    """What the apps have at present."""

    workouts: list[Workout] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    exports: int = 0
    days: int = 0

    def train(self, load: float, sets: int) -> None:
        self.days += 1
        start = datetime(2026, 5, 1, 18) + timedelta(days=self.days)
        self.workouts.append(Workout(start, "Legs", tuple((load, 5) for _ in range(sets))))

    def run(self, metres: int) -> None:
        self.days += 1
        self.runs.append(Run(1000 + self.days, datetime(2026, 5, 1, 6) + timedelta(days=self.days), metres))

    def correct_set(self, place: int, load: float) -> None:
        if self.workouts:
            place %= len(self.workouts)
            old = self.workouts[place]
            self.workouts[place] = replace(old, sets=((load, 5), *old.sets[1:]))

    def move(self, place: int, minutes: int) -> None:
        if self.workouts:
            place %= len(self.workouts)
            old = self.workouts[place]
            self.workouts[place] = replace(old, start=old.start + timedelta(minutes=minutes))

    def crop(self, place: int, metres: int, sport: str) -> None:
        if self.runs:
            place %= len(self.runs)
            self.runs[place] = replace(self.runs[place], metres=metres, sport=sport)

    def delete(self, place: int) -> None:
        for records in (self.workouts, self.runs):
            if records:
                del records[place % len(records)]

    def export(self, app: str) -> Export | None:
        """A file of an app; None where it has nothing."""
        name, header, rows = {
            "lifting": ("workouts.csv", HEVY_HEADER, [row for each in self.workouts for row in each.rows()]),
            "running": ("activities.csv", STRAVA_HEADER, [each.row() for each in self.runs]),
            "watch": ("Activities.csv", GARMIN_HEADER, [each.watch_row() for each in self.runs[:3]]),
        }[app]
        if not rows:
            return None
        self.exports += 1
        return Export(name, header, tuple(rows), self.exports)
