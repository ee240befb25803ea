"""TrainingPeaks' workouts.csv: days without times, hours, metres; what was only planned is not training."""

from lib.importers.activities.activity_list import ActivityList
from lib.importers.activities.habits import Kind, in_unit
from lib.importers.activities.layout import ActivityLayout
from lib.importers.activities.rows import ActivityRow
from lib.model.records import Start
from lib.model.traits import Traits


def _why_none(row: ActivityRow) -> str:
    done = row.text("moving") and (row.says(lambda: row.number("moving")) or row.says(row.distance_m))
    return "" if done else "planned but not done: it has no TimeTotalInHours"


def _key(row: ActivityRow, start: Start, kind: Kind) -> str:
    return f"{start.local:%Y-%m-%d} {kind.word} {row.title()}"


importer = ActivityList(
    name="trainingpeaks",
    title="TrainingPeaks · workouts.csv",
    where="trainingpeaks.com: your name, Settings, Export Data, Workout Summary; unpack the zip.",
    signature=("WorkoutType", "WorkoutDay", "PlannedDuration", "TimeTotalInHours"),
    traits=Traits(rank=90, timer=True),
    layout=ActivityLayout(
        start=("WorkoutDay",),
        kind=("WorkoutType",),
        title=("Title",),
        distance=("DistanceInMeters",),
        moving=("TimeTotalInHours",),
        heart_rate=("HeartRateAverage",),
        heart_rate_max=("HeartRateMax",),
        cadence=("CadenceAverage",),
        effort=("Rpe",),
        notes=("WorkoutDescription",),  # AthleteComments holds the athlete's real name and is not read
        seconds_of=in_unit(3600),
        why_none=_why_none,
        key_of=_key,
    ),
)
